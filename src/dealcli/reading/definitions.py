"""Brackets after a name: the short names, references and tickers that they define."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import group
from dealcli.reading.capitals import SPACE

_BRACKET = re.compile(r"\*?[ \n]?[(\[]([^()\[\]]{1,300})[)\]]")
_QUOTED = re.compile(r"(\b[a-z]{2,4} )?[“\"\u2018']([^”\"\u2019'“]{1,60})[”\"\u2019']")
_UNCLOSED = re.compile(r"[“\"\u2018']([^”\"\u2019'“]{1,60})\Z")
_ACRONYM = re.compile(r"[^\W\d_a-z][\w&]{1,9}\Z")
_APPOSITION = re.compile(r",? [^.;()“”\"\n]{2,140}?(?=[ ]\([^()]{0,40}[“\"])")
_MOST = 3
"""Brackets in a row that are read."""


class Definition(Struct, frozen=True):
    """What brackets after a name say.

    Attributes:
        end: where they end.
        names: short names and acronyms.
        called: references such as `the Company`.
        is_quoted: whether any of them is in quotation marks.
    """

    end: int
    names: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    is_quoted: bool = False


def definition(text: str, start: int, end: int, language: Language) -> Definition | None:
    """Return what is defined right after a name, given where the name starts and ends.

    Also after a description of it: `Acme Inc., a maker of cells (“Acme”)`, where the words defined
    are from the name. None where nothing is defined.
    """
    near = _read(text, end, language)
    if near:
        return near
    apposition = _APPOSITION.match(text, end, end + 200)
    far = _read(text, apposition.end(), language) if apposition else None
    name = text[start:end]
    if far and (any(is_short_for(short, name) for short in far.names)):
        return far
    return None


def is_short_for(short: str, name: str) -> bool:
    """Whether a short name is the first words of a name, or an acronym of it."""
    low = short.casefold()
    full = name.casefold()
    return full.startswith(low) or _is_acronym(short, name) or _is_drawn_from(short, name)


def _is_drawn_from(short: str, name: str) -> bool:
    """Whether capitals are letters of a name in its order, from its first one on."""
    letters = iter(name.upper())
    return (
        short.isupper()
        and short[0] == name[0].upper()
        and all(letter in letters for letter in short if letter.isalpha())
    )


def _is_acronym(short: str, name: str) -> bool:
    """Whether the capitals of a short name are the first letters of the words of a name."""
    words = re.findall(r"\w+", name)
    initials = "".join(word[0] for word in words if word[0].isupper())
    letters = "".join(letter for letter in short if letter.isupper())
    return len(letters) > 1 and len(short) <= len(letters) + 1 and initials.startswith(letters)


def _read(text: str, at: int, language: Language) -> Definition | None:
    names: list[str] = []
    called: list[str] = []
    is_quoted = False
    end = at
    for _ in range(_MOST):
        found = _BRACKET.match(text, end)
        if not found:
            break
        end = found.end()
        for article, words in _defined(found[1], language):
            is_quoted = is_quoted or article is not None
            role = _role(language).fullmatch(words)
            if role:
                is_article = (article or "").strip().casefold() in language.articles
                called.append(f"{article if is_article else f'{language.articles[-1]} '}{words}")
            elif words[:1].isupper() or words[:1].isdigit():
                names.append(words)
    if not (names or called):
        return None
    return Definition(end, tuple(names), tuple(called), is_quoted)


def _defined(bracket: str, language: Language) -> Iterator[tuple[str | None, str]]:
    """The words defined in a bracket, each with the article before it; None where not in quotes."""
    found = [*_QUOTED.finditer(bracket)]
    if not found:
        unclosed = _UNCLOSED.search(bracket)
        acronym = _ACRONYM.fullmatch(bracket)
        if unclosed:
            yield "", unclosed[1].strip(" ,.;")
        elif acronym:
            yield None, bracket
    for one in found:
        article, words = one[1] or "", one[2].strip(" ,.;")
        first, _, rest = words.partition(" ")
        if first.casefold() in language.articles and rest:
            article, words = f"{first} ", rest
        yield article, words


@cache
def _role(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:(?-i:[a-z]+){SPACE})?{group(language.role_names)}", re.IGNORECASE)
