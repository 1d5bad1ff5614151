"""Quotes: every record that claims something has one, and it occurs in its source, once."""

from collections.abc import Iterator

from dealcli.characters import beginning
from dealcli.checks.closest import closest
from dealcli.index import MANY, DealIndex, Quoted
from dealcli.issues import Issue
from dealcli.model import Deal, OpenQuestion, Source
from dealcli.nodes import PartNode
from dealcli.searching import fold
from dealcli.validation import noun

_SHOWN = 20
"""Near misses that are looked for: each takes some milliseconds."""

_PASSAGE = 1_000
_DIFFERENCE = 200
"""Characters of the closest passage, and of one difference, that are shown."""


def present(index: DealIndex) -> Iterator[Issue]:
    """`no-quote`: a record that claims something and quotes no words.

    Nothing can be quoted where no text is available. An open question may be about what is missing;
    a source and the deal claim something where they give more than their names.
    """
    for node in index.records if index.releases else ():
        if node.part.quote is None and _claims(node):
            what = noun(type(node.part))
            message = f"{what} that rests on no words of the source"
            hint = "add a line 'quote: ...' with the words that say so"
            yield Issue(address=node.address, code="no-quote", message=message, hint=hint)


def _claims(node: PartNode) -> bool:
    part = node.part
    if isinstance(part, Deal):
        return any((part.kind, part.announced, part.stage))
    if isinstance(part, Source):
        return any((part.publisher, part.place, part.published))
    return not isinstance(part, OpenQuestion)


def verbatim(index: DealIndex) -> Iterator[Issue]:
    """`quote-not-found`, `ambiguous-quote`: words that are not in their source, or several times.

    Words that occur more than once must be settled by a `prefix` or a `suffix`.
    """
    missed = 0
    for quotes in index.quoted.values():
        for quote in quotes:
            if quote.release is None:
                continue
            if not quote.spans:
                missed += 1
                yield _missing(quote, near=missed <= _SHOWN)
            elif len(quote.spans) > 1:
                yield _ambiguous(quote)


def _missing(quote: Quoted, *, near: bool) -> Issue:
    assert quote.text is not None
    assert quote.release is not None
    exact = fold(quote.passage.exact)
    source = quote.text.source.id
    message = f"these words are not in the source '{source}'"
    hint, at = f"quote its words as they are printed: '{beginning(exact)}' is not among them", ""
    if next(iter(quote.release.find(exact)), None):
        message = f"these words are in the source '{source}', but not with that prefix or suffix"
        hint = "give what stands right before or after them, verbatim"
    elif exact in quote.release.folded:
        message = f"these words are in the source '{source}' only inside longer words"
        hint = "quote whole words, and more of the sentence"
    elif near and (passage := closest(quote.release, exact)):
        pairs = passage.differences
        at = pairs[0][0] if pairs else ""
        differing = "; ".join(_difference(*pair) for pair in pairs[:3]) or "other words around it"
        there = _shortened(passage.text, _PASSAGE)
        hint = f'the closest passage, ¶{passage.paragraph}, has {differing}: "{there}"'
    address = quote.address
    return Issue(address=address, code="quote-not-found", message=message, hint=hint, at=at)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 3]}..."


def _difference(quoted: str, there: str) -> str:
    """One place where a quote and a passage differ."""
    quoted, there = (_shortened(text, _DIFFERENCE) for text in (quoted, there))
    if not quoted:
        return f"'{there}' more"
    return f"'{there}' for '{quoted}'" if there else f"no '{quoted}'"


def _ambiguous(quote: Quoted) -> Issue:
    paragraphs = ", ".join(dict.fromkeys(f"¶{span.first}" for span in quote.spans[:5]))
    times = f"more than {MANY}" if len(quote.spans) > MANY else len(quote.spans)
    message = f"these words stand {times} times in the source: {paragraphs}"
    hint = "quote more of the sentence, or write {exact, prefix, suffix}"
    return Issue(address=quote.address, code="ambiguous-quote", message=message, hint=hint)


CHECKS = (present, verbatim)
