"""The clauses of a text: the parts of its sentences that assert one thing each."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import group
from dealcli.reading.sentences import sentences_of


class Clause(Struct, frozen=True):
    """Where a clause starts and ends, and the sentence that it is in."""

    start: int
    end: int
    sentence_start: int
    sentence_end: int


def clauses(text: str, language: Language) -> tuple[Clause, ...]:
    """Return the clauses of a folded text, which cover its sentences.

    A clause ends at a semicolon, at a comma before a conjunction, and before a relative pronoun or
    what else opens a clause. A list of words with commas is one clause.
    """
    return tuple(
        Clause(start, end, *sentence)
        for sentence in sentences_of(text, language)
        for start, end in _parts(text, *sentence, _border(language))
    )


def _parts(text: str, start: int, end: int, border: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for found in border.finditer(text, start, end):
        if found.start() > start:
            yield start, found.start()
            start = found.end()
    yield start, end


@cache
def _border(language: Language) -> re.Pattern[str]:
    """What separates two clauses: a mark, or the space before a word that opens a clause."""
    opener = group(language.clause_openers)
    joint = group(language.clause_joints)
    return re.compile(rf"; |, (?={joint})|,? (?={opener})", re.IGNORECASE)
