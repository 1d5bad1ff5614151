"""Coverage: what of the source no record quotes and nothing sets aside."""

import os.path
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from dealcli.characters import beginning
from dealcli.checks.case import Case, Finding
from dealcli.checks.firmness import hedges
from dealcli.model import SetAside
from dealcli.problems import Code, Place
from dealcli.release import Release, Span
from dealcli.source_texts import SourceText

Use = Literal["quoted", "set-aside", "unaccounted"]
"""What a deal file makes of some words of a source."""

_WORD = re.compile(r"\w+")


class Sentence(NamedTuple):
    """A sentence of a source, and its stretches by what is made of them."""

    span: Span
    stretches: tuple[tuple[Span, Use], ...]

    @property
    def use(self) -> Use:
        """What is made of the sentence: quoted where any of it is, else set aside where any is."""
        uses = {use for _, use in self.stretches}
        return next(use for use in ("quoted", "set-aside", "unaccounted") if use in uses)


def sentences(case: Case, text: SourceText) -> tuple[Sentence, ...]:
    """The sentences of a source, each with what is made of its words."""
    if text.number not in case.coverage:
        case.coverage[text.number] = tuple(_sentences(case, text))
    return case.coverage[text.number]


def _sentences(case: Case, text: SourceText) -> Iterator[Sentence]:
    if release := text.release:
        uses = _uses(case, text, release)
        for span in release.sentences:
            yield Sentence(span, tuple(_stretches(release, span, uses)))


def _uses(case: Case, text: SourceText, release: Release) -> bytearray:
    """For each character: 0 for nothing, 1 for set aside, 2 for quoted."""
    uses = bytearray(len(release.folded))
    for aside in (True, False):
        for node in case.records:
            if isinstance(node.part, SetAside) is aside:
                for quote in case.quoted.get(node.address, ()):
                    if quote.text is text:
                        for span in quote.spans:
                            length = span.end - span.start
                            uses[span.start : span.end] = bytes([1 if aside else 2]) * length
    return uses


def _stretches(release: Release, sentence: Span, uses: bytearray) -> Iterator[tuple[Span, Use]]:
    """A sentence cut where what is made of its words changes; points go with what they follow."""
    names: tuple[Use, ...] = ("unaccounted", "set-aside", "quoted")
    start = sentence.start
    current: Use | None = None
    for word in _WORD.finditer(release.folded, sentence.start, sentence.end):
        use = names[min(uses[word.start() : word.end()])]
        if current is not None and use != current:
            yield release.span(start, word.start()), current
            start = word.start()
        current = use
    yield release.span(start, sentence.end), current or names[max(uses[start : sentence.end])]


def words(release: Release, span: Span) -> int:
    """How many words a stretch has."""
    return sum(1 for _ in _WORD.finditer(release.folded, span.start, span.end))


def unaccounted(case: Case) -> Iterator[Finding]:
    """`unaccounted`: a sentence of the source that nothing quotes and nothing sets aside."""
    for text in case.file.texts.values():
        for one in sentences(case, text):
            if one.use == "unaccounted":
                assert text.release is not None
                said = text.release.folded[one.span.start : one.span.end]
                yield _at_source(
                    case,
                    text,
                    one.span,
                    "unaccounted",
                    f'no record quotes this sentence of ¶{one.span.first}: "{beginning(said)}"',
                    "quote it where a record rests on it, or list it under set_aside with a reason",
                )


def left_out(case: Case) -> Iterator[Finding]:
    """`left-out-hedge`: a hedge in the part of a quoted sentence that no record quotes."""
    for text in case.file.texts.values():
        for one in sentences(case, text):
            for span, use in one.stretches if one.use == "quoted" else ():
                assert text.release is not None
                if use != "unaccounted":
                    continue
                if said := hedges(text.release.folded[span.start : span.end]):
                    word = list(said.values())[-1]
                    yield _at_source(
                        case,
                        text,
                        span,
                        "left-out-hedge",
                        f'this sentence of ¶{span.first} is quoted without "{word}"',
                        "quote the hedge with what it hedges",
                    )


def _at_source(
    case: Case, text: SourceText, span: Span, code: Code, message: str, hint: str
) -> Finding:
    """A warning at a place of the source's own file."""
    assert text.release is not None
    line, column, excerpt = text.release.place(span)
    length = min(span.end - span.start, len(excerpt) - column + 1)
    return Finding(
        address=f"/sources/{text.number - 1}",
        code=code,
        message=message,
        hint=hint,
        severity="warning",
        place=Place(line, column, length),
        excerpt=excerpt,
        file=os.path.normpath(case.file.folder / (text.source.file or "")),
    )


CHECKS = (unaccounted, left_out)
