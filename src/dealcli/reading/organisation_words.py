"""Words around and in a name that say whether it is one of an organisation."""

import re
from functools import cache

from dealcli.language.pack import Language
from dealcli.language.phrases import edge, group, last_words
from dealcli.reading.capitals import CAPITAL


@cache
def job_nouns(language: Language) -> frozenset[str]:
    """Return the words one of which every job title has, in small letters."""
    return frozenset(word.casefold() for word in language.job_nouns)


@cache
def _institutions(language: Language) -> tuple[str, ...]:
    """What a word ends in that is the noun of an institution, glued to another word or not."""
    return tuple(word.lstrip("*") for word in last_words(language.institutions))


def is_institution(word: str, language: Language) -> bool:
    """Whether a word is, or ends in, the noun of an institution."""
    return word.casefold().endswith(_institutions(language))


@cache
def _roles(language: Language) -> frozenset[str]:
    return last_words(language.role_names)


@cache
def things(language: Language) -> frozenset[str]:
    """Return the last words of the nouns of things, in small letters."""
    return last_words(language.things)


def is_thing(name: str, language: Language) -> bool:
    """Whether a name ends in the noun of a thing, with a number or without."""
    words = [word for word in name.split() if not word.isdigit()]
    if not words:
        return False
    roles = _roles(language)
    return heads(words, language)[-1].casefold() in things(language) or all(
        word.casefold() in roles for word in words
    )


@cache
def role(language: Language) -> re.Pattern[str]:
    """Return the pattern of what a text calls a party instead of a name."""
    return re.compile(group(language.role_names), re.IGNORECASE)


@cache
def about(language: Language) -> re.Pattern[str]:
    """Return the pattern of what stands before a name in the heading of its own passage."""
    return re.compile(group(language.headings["about"]), re.IGNORECASE)


@cache
def belongs_ends(language: Language) -> frozenset[str]:
    """Return the last words of what stands before the name of an organisation."""
    return last_words(language.belongs)


@cache
def belongs(language: Language) -> re.Pattern[str]:
    """Return the pattern of what stands before the name of an organisation."""
    articles = "|".join(language.articles)
    return re.compile(rf"{edge()}{group(language.belongs)},? (?:(?:{articles}) )?\Z", re.IGNORECASE)


@cache
def acts(language: Language) -> re.Pattern[str]:
    """Return the pattern of what an organisation does, right after its name."""
    return re.compile(rf",?(?: {group(language.before_acts)}){{0,3}} {group(language.acts)}(?!\w)")


@cache
def apposition(language: Language) -> re.Pattern[str]:
    """A description after a comma, with the noun in it that is for organisations."""
    articles = "|".join((*language.articles, *language.superlatives))
    noun = group((*language.role_names, *language.descriptions))
    return re.compile(
        rf",? (?:{articles}|{CAPITAL}\w+['\u2019]s) (?!{CAPITAL}\w+,)"
        rf"(?:[^,.;:()“”\"\n]{{0,80}}? )??(?P<noun>{noun})"
        rf"|, (?:{articles}) (?P<other>)(?!{CAPITAL})"
    )


def heads(words: list[str], language: Language) -> list[str]:
    """The words of a name that may be its noun: the last one, or those before `of`."""
    of = next((at for at, word in enumerate(words) if word in language.name_joints), 0)
    return words[:of] or words[-1:]
