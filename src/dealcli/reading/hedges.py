"""Hedges, conditions and negations: how firm a text is about what, in its own words."""

import re
from bisect import bisect_right
from functools import cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import compiled, compiled_by, edge, group
from dealcli.reading.clauses import Clause, clauses
from dealcli.reading.word_starts import Sought, sought


class Hedge(Struct, frozen=True):
    """Words that make what a clause says less than a fact.

    Attributes:
        start: where the words start in the text.
        end: where they end.
        firmness: how firm they leave it, in the deal file's word: `planned`.
        governs: start and end of the words that are hedged: of the clause; of the sentence, for a
            condition; from the verb on, for an infinitive ("an agreement to form a venture").
    """

    start: int
    end: int
    firmness: str
    governs: tuple[int, int]


class Negation(Struct, frozen=True):
    """Words that deny, and the words from there to the end of their clause."""

    start: int
    end: int
    governs: tuple[int, int]


FIRMNESSES = (
    "stated",
    "planned",
    "conditional",
    "under-evaluation",
    "projection",
    "aspiration",
)
"""How firm a text can leave something, from the firmest to the weakest."""

CONDITIONAL = "conditional"
"""The firmness of what depends on a condition."""


def hedges(text: str, language: Language) -> tuple[Hedge, ...]:
    """Return the hedges of a folded text, in its order; words may hedge in more than one way."""
    around = clauses(text, language)
    infinitive = _infinitive(language)
    found = [
        Hedge(
            match.start(),
            match.end(),
            firmness,
            _governed(text, match, around, infinitive, firmness == CONDITIONAL),
        )
        for firmness, words in _sought(language).items()
        for match in words.finditer(text)
    ]
    return tuple(sorted(found, key=lambda hedge: hedge.start))


def weakest(text: str, language: Language) -> tuple[str, str]:
    """Return the weakest firmness that a text's hedges leave, and the first words that do.

    Without a hedge it is `stated`, in no words.
    """
    for firmness, pattern in reversed(_hedges(language).items()):
        if found := pattern.search(text):
            return firmness, found[0]
    return "stated", ""


def allows(text: str, firmness: str, language: Language) -> bool:
    """Whether a text has words that allow a firmness without requiring it."""
    pattern = _loose_hedges(language).get(firmness)
    return pattern is not None and pattern.search(text) is not None


def negations(text: str, language: Language) -> tuple[Negation, ...]:
    """Return the words that deny something in a folded text, in its order."""
    around = clauses(text, language)
    return tuple(
        Negation(match.start(), match.end(), (match.start(), _clause(around, match.start()).end))
        for match in _negations(language).finditer(text)
    )


def denies(text: str, language: Language) -> bool:
    """Whether a text denies anything at all."""
    return any(
        pattern.search(text) for pattern in (_negations(language), _negative_words(language))
    )


def denied_words(text: str, language: Language) -> list[str]:
    """Return the words right after a negation, in small letters."""
    return [found[1].lower() for found in _denied(language).finditer(text)]


def without_denied(text: str, language: Language) -> str:
    """Return a text without its negations and the words right after them."""
    return _denied(language).sub(" ", text)


def _governed(
    text: str,
    match: re.Match[str],
    around: tuple[Clause, ...],
    infinitive: re.Pattern[str],
    is_condition: bool,
) -> tuple[int, int]:
    clause = _clause(around, match.start())
    if is_condition:
        return clause.sentence_start, clause.sentence_end
    start = match.start() if infinitive.match(text, match.start()) else clause.start
    return start, clause.end


def _clause(around: tuple[Clause, ...], at: int) -> Clause:
    """The clause that a place is in, or the one before it where it is between two."""
    return around[max(0, bisect_right(around, at, key=lambda clause: clause.start) - 1)]


@cache
def _hedges(language: Language) -> dict[str, re.Pattern[str]]:
    return compiled_by(language.hedges, language.negative_prefixes)


@cache
def _sought(language: Language) -> dict[str, Sought]:
    patterns = _hedges(language)
    return {name: sought(patterns[name], phrases) for name, phrases in language.hedges.items()}


@cache
def _loose_hedges(language: Language) -> dict[str, re.Pattern[str]]:
    return compiled_by(language.loose_hedges)


@cache
def _negations(language: Language) -> re.Pattern[str]:
    return compiled(language.negations)


@cache
def _negative_words(language: Language) -> re.Pattern[str]:
    return compiled(language.negative_words)


@cache
def _infinitive(language: Language) -> re.Pattern[str]:
    return compiled(language.infinitives)


@cache
def _denied(language: Language) -> re.Pattern[str]:
    """A negation and the word of four letters or more right after it."""
    return re.compile(rf"{edge()}{group(language.negated_next)}([^\W\d_]{{4,}})", re.IGNORECASE)
