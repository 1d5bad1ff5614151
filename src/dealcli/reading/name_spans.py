"""Spans of a text that may be names of organisations: capitalised words without what is no name."""

from collections import Counter
from collections.abc import Iterator

from dealcli.language.pack import Language
from dealcli.reading.capitals import Run, capital_runs
from dealcli.reading.definitions import definition
from dealcli.reading.organisation_words import about, is_institution
from dealcli.reading.people import title_words

LONGEST = 150
"""Characters of a name, at most."""


class NameSpans:
    """The runs of capitalised words of a text, without people, titles and small words."""

    def __init__(
        self, text: str, language: Language, persons: frozenset[int], small: frozenset[str]
    ) -> None:
        """Prepare to read a text.

        Args:
            text: the text.
            language: its language.
            persons: where the names of people start in it.
            small: the words that it has in small letters.
        """
        self.text, self.language, self.persons, self.small = text, language, persons, small
        self.runs = capital_runs(text, language)
        self.counts = Counter(text[run.start : run.end] for run in self.runs)

    def all(self) -> Iterator[tuple[int, int, int]]:
        """Where names start and end, and where the run of each ends."""
        runs = self.runs
        number = 0
        while number < len(runs):
            run = runs[number]
            start, end = self._trimmed(run)
            number += 1
            while number < len(runs) and self._joins(start, end, runs[number]):
                end = runs[number].end
                number += 1
            yield start, end, max(end, run.end)

    def _trimmed(self, run: Run) -> tuple[int, int]:
        """A run without small words, honorifics, people and job titles."""
        words = [*run.words]
        while words and self._names_nothing(*words[0], is_only=len(words) == 1):
            words.pop(0)
        if len(words) > 1 and self._only_opens(run.end, words):
            words.pop(0)
        words = words[self._repeated(words) :]
        for at, (start, _) in enumerate(words):
            if start in self.persons:
                return self._cut(run, words[:at])
        first, last = title_words([self.text[start:end] for start, end in words], self.language)
        if first < last:
            return self._cut(run, words[:first])
        return (words[0][0], run.end) if words else (run.end, run.end)

    def _cut(self, run: Run, words: list[tuple[int, int]]) -> tuple[int, int]:
        """The first words of a run, without a title at their end."""
        first, last = title_words([self.text[start:end] for start, end in words], self.language)
        words = words[:first] if first < last else words
        return (words[0][0], words[-1][1]) if words else (run.end, run.end)

    def _repeated(self, words: list[tuple[int, int]]) -> int:
        """How many words a heading repeats of the name that follows it without a line end."""
        names = [self.text[start:end] for start, end in words]
        halves = range(len(names) // 2, 0, -1)
        return next((n for n in halves if names[:n] == names[n : 2 * n]), 0)

    def _only_opens(self, end: int, words: list[tuple[int, int]]) -> bool:
        """Whether the first word only opens the sentence, as the others are a name elsewhere."""
        start = words[0][0]
        return (
            opens_sentence(self.text, start)
            and self.text[start : words[0][1]].casefold() in self.small
            and self.counts[self.text[words[1][0] : end]] > 0
            and self.counts[self.text[start:end]] < 2
        )

    def _names_nothing(self, start: int, end: int, *, is_only: bool) -> bool:
        word = self.text[start:end]
        low = word.casefold().rstrip(".")
        if word.rstrip(".") in self.language.honorifics or about(self.language).fullmatch(low):
            return True
        if word.isupper() and len(word) > 1:
            return False
        return low in self.language.stop_words or low in self.language.small_words

    def _joins(self, start: int, end: int, run: Run) -> bool:
        """Whether an institution's name goes on after `of` or `for`."""
        between = self.text[end : run.start]
        if between.strip() in self.language.and_ and end < start + LONGEST:
            defined = definition(self.text, start, run.end, self.language)
            short = defined.names[:1] if defined else ()
            initials = "".join(word[0] for word in self.text[start : run.end].split())
            return bool(short) and short[0] == "".join(filter(str.isupper, initials))
        if (
            end > start + LONGEST
            or between.strip() not in self.language.name_joints
            or "\n\n" in between
        ):
            return False
        words = self.text[start:end].split()
        return any(is_institution(word, self.language) for word in (*words[:1], *words[-1:]))


def opens_sentence(text: str, start: int) -> bool:
    """Whether a place is at the start of a sentence."""
    before = text[max(0, start - 4) : start].rstrip(" “\"'(•-\u2013")
    return not before or before[-1] in ".!?:\n"
