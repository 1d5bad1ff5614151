"""How a deal file uses each sentence of a source: quoted, set aside, or unaccounted for."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from dealcli.index import DealIndex
from dealcli.model import SetAside
from dealcli.release import Release, Span
from dealcli.source_texts import SourceText

Use = Literal["quoted", "set-aside", "unaccounted"]
"""How a deal file uses some words of a source."""

_WORD = re.compile(r"\w+")


class Sentence(NamedTuple):
    """A sentence of a source, and its segments by use."""

    span: Span
    segments: tuple[tuple[Span, Use], ...]

    @property
    def use(self) -> Use:
        """The use of the sentence: quoted where any of it is, else set aside where any is."""
        uses = {use for _, use in self.segments}
        return next(use for use in ("quoted", "set-aside", "unaccounted") if use in uses)


def sentences(index: DealIndex, text: SourceText) -> tuple[Sentence, ...]:
    """The sentences of a source, each with the use of its words."""
    if text.number not in index.source_sentences:
        index.source_sentences[text.number] = tuple(_sentences(index, text))
    return index.source_sentences[text.number]


def _sentences(index: DealIndex, text: SourceText) -> Iterator[Sentence]:
    if release := text.release:
        uses = _uses(index, text, release)
        for span in release.sentences:
            yield Sentence(span, tuple(_segments(release, span, uses)))


def _uses(index: DealIndex, text: SourceText, release: Release) -> bytearray:
    """The use of each character: 0 for none, 1 for set aside, 2 for quoted."""
    uses = bytearray(len(release.folded))
    for aside in (True, False):
        for node in index.records:
            if isinstance(node.part, SetAside) is aside:
                for quote in index.quoted.get(node.address, ()):
                    if quote.text is text:
                        for span in quote.spans:
                            length = span.end - span.start
                            uses[span.start : span.end] = bytes([1 if aside else 2]) * length
    return uses


def _segments(release: Release, sentence: Span, uses: bytearray) -> Iterator[tuple[Span, Use]]:
    """A sentence cut where the use of its words changes; punctuation stays with the word before."""
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
    """How many words a segment has."""
    return sum(1 for _ in _WORD.finditer(release.folded, span.start, span.end))
