"""The text of a source: its paragraphs and sentences, and where words occur in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import filterfalse, islice
from typing import TYPE_CHECKING

from msgspec import Struct

from dealcli.searching import fold, occurrences

if TYPE_CHECKING:
    from dealcli.language.pack import Language

SHOWN = 20
"""Maximum number of occurrences listed per quote; the search stops after one more."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_PREFIX = 20
_PREFIX = re.compile(r"\b(\w+)-\Z")
_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n\s*+")


FULL_STOPS = ".!?\u3002\uff01\uff1f"
"""What a sentence may end in."""


class Span(Struct, frozen=True, order=True):
    """Words of a release: start and end in its folded text, first and last paragraph."""

    start: int
    end: int
    first: int
    last: int


class Release:
    """A source's text. Paragraphs are what blank lines part, numbered from 1.

    Attributes:
        text: the text as it was given.
        tag: the BCP 47 tag of its language, if that is known.
        paragraphs: each with its white space folded.
        folded: the paragraphs with a space between them.
        starts: where each paragraph starts in `folded`.
    """

    def __init__(self, text: str, tag: str | None = None) -> None:
        self.text = text
        self.tag = tag
        unix = text.replace("\r\n", "\n").replace("\r", "\n")
        self.paragraphs = [fold(part) for part in _BLANK_LINE.split(unix) if part.strip()]
        self.folded = " ".join(self.paragraphs)
        self._found: dict[tuple[str, str, str], tuple[Span, ...]] = {}
        self.starts = []
        start = 0
        for paragraph in self.paragraphs:
            self.starts.append(start)
            start += len(paragraph) + 1

    @cached_property
    def words(self) -> list[str]:
        """The words of the text, as white space parts them."""
        return self.folded.split(" ") if self.folded else []

    @cached_property
    def word_places(self) -> dict[str, list[int]]:
        """The indexes of each word among the words."""
        places: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            places.setdefault(word, []).append(index)
        return places

    @property
    def word_count(self) -> int:
        """How many words the text has, as white space parts them."""
        return self.folded.count(" ") + 1 if self.folded else 0

    @property
    def most_sentences(self) -> int:
        """At least as many as the text has; they are cut only when they are asked for."""
        return len(self.paragraphs) + sum(map(self.folded.count, FULL_STOPS))

    def find(self, exact: str, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
        """The places where words occur verbatim, between a prefix and a suffix.

        White space in the arguments is folded as in the text; a space may separate the prefix from
        the words, and the suffix likewise. Words neither begin nor end inside a word.

        Returns:
            The places in order, at most `SHOWN` and one more.
        """
        sought = (exact, prefix, suffix)
        if sought not in self._found:  # many records quote the same words
            self._found[sought] = tuple(self._find(*sought))
        return self._found[sought]

    def _find(self, exact: str, prefix: str, suffix: str) -> Iterator[Span]:
        words, before, after = fold(exact), fold(prefix), fold(suffix)
        starts: set[int] = set()
        for lead in {before, f"{before} "} if before else {""}:
            for trail in {after, f" {after}"} if after else {""}:
                places = filterfalse(self._is_negated, occurrences(self.folded, words, lead, trail))
                starts.update(islice(places, SHOWN + 1))
        for start in sorted(starts)[: SHOWN + 1]:
            yield self.span(start, start + len(words))

    def _is_negated(self, start: int) -> bool:
        """Whether a prefix makes the words from a place on their opposite: `non-binding`."""
        found = _PREFIX.search(self.folded, max(0, start - _LONGEST_PREFIX), start)
        return (
            found is not None
            and self.language is not None
            and found[1].lower() in self.language.negative_prefixes
        )

    def span(self, start: int, end: int) -> Span:
        """Some of the folded text, with the paragraphs that it is in."""
        first, last = (bisect_right(self.starts, at) for at in (start, end - 1))
        return Span(start, end, first, last)

    @cached_property
    def language(self) -> "Language | None":
        """The language of the text, by its tag or by its words; None where no pack has it."""
        from dealcli.language import packs  # not needed by a command that reads no sentence

        return packs.tagged(self.tag) if self.tag else packs.recognised(self.folded)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, paragraph by paragraph; a heading without a full stop is one too."""
        from dealcli.reading.sentences import sentences_of  # as in `language`

        return tuple(
            self.span(start + first, start + end)
            for start, paragraph in zip(self.starts, self.paragraphs, strict=True)
            for first, end in sentences_of(paragraph, self.language)
        )

    def sentences_at(self, span: Span) -> range:
        """The indexes of the sentences that some words touch."""
        first = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.end)
        return range(
            first, bisect_left(self.sentences, span.end, key=lambda sentence: sentence.start)
        )

    def origin(self, span: Span) -> tuple[int, int]:
        """Start and end of some words in the text as it was given, in characters from 0."""
        start, end = (self._source_view(at) for at in (span.start, span.end - 1))
        return start, end + 1

    def place(self, span: Span) -> tuple[int, int, str]:
        """Line and column from 1, in characters, of where some words start; and that line."""
        start, _ = self.origin(span)
        number = bisect_right(self._line_starts, start)
        return number, start - self._line_starts[number - 1] + 1, self.lines[number - 1]

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text as it was given."""
        return _LINE_END.split(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where each line of the text as it was given starts."""
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def _source_view(self, at: int) -> int:
        folded, given = self._word_starts
        word = bisect_right(folded, at) - 1
        return given[word] + at - folded[word]

    @cached_property
    def _word_starts(self) -> tuple[list[int], list[int]]:
        """Where each word starts: in the folded text, and in the text as it was given."""
        folded, given = [], []
        start = 0
        for word in re.finditer(r"\S+", self.text):
            folded.append(start)
            given.append(word.start())
            start += len(word[0]) + 1
        return folded, given
