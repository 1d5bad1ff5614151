"""Which words of a text mean a word of the deal file's vocabularies."""

import re
from functools import cache

from dealcli.language.pack import Language
from dealcli.language.phrases import Phrases, compiled
from dealcli.searching import fold


def means(text: str, vocabulary: str, word: str, language: Language) -> bool | None:
    """Whether a text has words that mean a word of a vocabulary; None where none are known."""
    pattern = _pattern(vocabulary, word, language)
    return None if pattern is None else pattern.search(text) is not None


@cache
def _pattern(vocabulary: str, word: str, language: Language) -> re.Pattern[str] | None:
    phrases: Phrases | None = language.vocabulary.get(vocabulary, {}).get(word)
    return compiled(phrases, language.negative_prefixes) if phrases else None


def names_company(text: str, language: Language) -> bool:
    """Whether a text has the legal form of a company."""
    return _company_form(language).search(text) is not None


@cache
def _company_form(language: Language) -> re.Pattern[str]:
    return compiled(language.company_forms)


def loaded_words(text: str, language: Language) -> list[re.Match[str]]:
    """Return the words of a text that make a deal firmer or wider, where it has them."""
    return list(_loaded(language).finditer(text))


def without_negatives(text: str, language: Language) -> str:
    """Return a text without the words that a prefix makes the opposite: `non-binding`."""
    return fold(_negative(language).sub(" ", text))


@cache
def _loaded(language: Language) -> re.Pattern[str]:
    found = compiled(language.loaded, language.negative_prefixes)
    return re.compile(rf"{found.pattern}(?!-)", re.IGNORECASE)


@cache
def _negative(language: Language) -> re.Pattern[str]:
    prefixes = "|".join(map(re.escape, language.negative_prefixes))
    return re.compile(rf"\b(?:{prefixes})-\w+", re.IGNORECASE)


def today(text: str, language: Language) -> bool:
    """Whether a text speaks of the day of its publication as today."""
    return _today(language).search(text) is not None


def respectively(text: str, language: Language) -> bool:
    """Whether a text says that two lists of it go together in their order."""
    return _respectively(language).search(text) is not None


@cache
def _respectively(language: Language) -> re.Pattern[str]:
    return compiled(language.respectively)


@cache
def _today(language: Language) -> re.Pattern[str]:
    return compiled(language.today)
