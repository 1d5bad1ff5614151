"""The words of a text that name something, and whether two texts have words of one stem."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from dealcli.language.pack import Language
from dealcli.language.phrases import compiled

WORD = re.compile(r"[^\W_]+")
"""A word: letters and digits."""

_REST = 4
"""Letters that may follow the common beginning of two words of one stem."""

_REMEMBERED = 1024
"""Texts whose words are kept: the quotes of one record are read by several checks."""


def unify_aliases(text: str, language: Language) -> str:
    """Return the text with a few names that have several spellings as one: U.S., United States."""
    for pattern, short in _same(language):
        text = pattern.sub(short, text)
    return text


@lru_cache(_REMEMBERED)
def words_of(text: str, language: Language) -> tuple[str, ...]:
    """Return the words of a text that name something, small, without a possessive's end."""
    found = WORD.findall(_possessive(language).sub("", unify_aliases(text, language)).lower())
    return tuple(word for word in found if word not in language.small_words)


@lru_cache(_REMEMBERED)
def stems_of(text: str, language: Language) -> "Stems":
    """Return the words of a text, to be asked for one of a stem."""
    return Stems(words_of(text, language))


def unmatched_words(text: str, evidence: Iterable[str], language: Language) -> list[str]:
    """Return the words of a text that have no word of one stem among those of the evidence."""
    known = [stems_of(passage, language) for passage in evidence]
    return [word for word in words_of(text, language) if not any(s.has(word) for s in known)]


@cache
def _same(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((compiled(phrases), short) for short, phrases in language.same.items())


def possessive_ending(language: Language) -> str:
    """Return the expression for the ending of a possessive, the longest first."""
    endings = sorted(language.possessives, key=len, reverse=True)
    return "|".join(map(re.escape, endings)) or r"(?!)"


@cache
def _possessive(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{possessive_ending(language)})\b")


class Stems:
    """Some words, to be asked whether one of them is of another word's stem.

    Two words are where they share a beginning of three letters or more that is longer than what
    follows it in either: at most four letters in the longer, three in the shorter. So each word is
    found by its few beginnings, however many words there are.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._rests: dict[str, int] = {}
        for word in self.words:
            for rest in range(min(_REST, len(word) - 3) + 1):
                start = word[: len(word) - rest]
                self._rests[start] = self._rests.get(start, 0) | 1 << rest

    def has(self, word: str) -> bool:
        """Whether one of the words is of the same stem as this one."""
        if word in self.words:
            return True
        for rest in range(min(_REST, len(word) - 3) + 1):
            common = len(word) - rest
            rests = self._rests.get(word[:common])
            if rests and rests & _fitting(rest, common):
                return True
        return False


@lru_cache(_REMEMBERED)
def _fitting(rest: int, common: int) -> int:
    """What may follow a common beginning in another word, as bits, where `rest` letters do here."""
    return sum(
        1 << other
        for other in range(_REST + 1)
        if min(rest, other) < _REST and max(rest, other) < common
    )
