"""Runs of capitalised words, from which the names of organisations and people are taken."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import group, last_words
from dealcli.reading.glued import glued
from dealcli.reading.spaces import REMEMBERED

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
"""A letter that is not a small one of the Latin alphabet."""

SPACE = r"(?: |(?<=[^\n]{40})\n)"
"""What may be between two words of a name: the end of a line only where the line is long."""

_LONGEST_FORMS = 60
"""Characters of the company forms of a name, at most."""

_MOST = 14
"""Words of a run after its first one, at most: longer ones are titles in capitals."""

_PLAIN = rf"{CAPITAL}\w*(?:[-/+](?={CAPITAL}|\d)\w+|&(?={CAPITAL})\w+|['\u2019](?={CAPITAL})\w+)*"
_GIVEN = rf"{CAPITAL}[a-z]{{1,4}}-[a-z]{{2,6}}(?= {CAPITAL})"
"""A given name of two syllables: `Ji-hoon`."""
_INITIALS = rf"(?:{CAPITAL}\.)+(?:{CAPITAL}(?!\w))?"
_NUMBER = r"\d{1,3}(?![\w.,%])"


class Run(Struct, frozen=True):
    """Capitalised words that follow each other.

    Attributes:
        start: where it starts in the text.
        end: where it ends.
        words: where each of its words starts and ends; `&` is none.
    """

    start: int
    end: int
    words: tuple[tuple[int, int], ...]


@lru_cache(REMEMBERED)
def capital_runs(text: str, language: Language) -> tuple[Run, ...]:
    """Return the runs of capitalised words of a text, in its order.

    Company forms, a form's comma, brackets inside a name and `&` belong to the run, and a form ends
    it: `Acme (Hainan) Co., Ltd.`, `Roe, Doe & Smith LLP`. Words such as `of` do not belong to it.
    The second of two glued words starts a run.
    """
    run, word = _patterns(language)
    splits = [one.split for one in glued(text, language)]
    runs = []
    at = 0
    for stop in (*splits, len(text)):
        # The end of a part is that of a word, so nothing before it is seen across it.
        for found in run.finditer(text, at, stop):
            start, end = found.span()
            if start == at or not text[start - 1].isalnum():
                is_one = text.find(" ", start, end) < 0
                words = (
                    ((start, end),)
                    if is_one
                    else tuple(part.span() for part in word.finditer(text, start, end))
                )
                runs.append(Run(start, end, words))
        at = stop
    return tuple(runs)


def form_start(name: str, language: Language) -> int:
    """Return where the company forms that end a name start, with their comma, or its length."""
    last = name[name.rfind(" ") + 1 :]
    if last.rstrip(".").casefold() not in _last_words(language):
        return len(name)
    found = _forms(language).search(name, max(0, len(name) - _LONGEST_FORMS))
    return found.start() if found else len(name)


@cache
def _last_words(language: Language) -> frozenset[str]:
    return last_words(language.company_forms)


@cache
def _forms(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{_form(language)}){{1,4}}\Z")


@cache
def _point(language: Language) -> str:
    """The point of an abbreviation; one after another word ends the sentence."""
    words = "|".join(rf"(?<=\b{re.escape(word)})" for word in language.abbreviations)
    return rf"(?:{words}|(?<=\.\w)|(?<=\.\w\w))\."


@cache
def _form(language: Language) -> str:
    """A company form with what is before it: `, Inc.`, ` (Pty) Ltd.`."""
    form = rf"{group(language.company_forms)}(?!\w)(?:{_point(language)})?"
    return rf",?{SPACE}(?:&{SPACE})?(?:\({CAPITAL}\w*\){SPACE})?{form}"


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The pattern of a run and that of a word in it."""
    form = _form(language)
    titles = "|".join(map(re.escape, language.honorifics))
    word = rf"(?:(?:{titles})\.|{_INITIALS}|{_GIVEN}|{_PLAIN})"
    comma = rf",{SPACE}(?=(?:{_PLAIN},{SPACE}){{0,2}}{_PLAIN}{SPACE}&{SPACE}{_PLAIN}{form})"
    particles = "|".join(map(re.escape, language.particles))
    bracket = rf"{SPACE}\({CAPITAL}\w*\){SPACE}(?=(?:{_PLAIN}{SPACE}){{0,2}}{_PLAIN}{form})"
    joint = rf"(?:{comma}|{bracket}|{SPACE}(?:&{SPACE}|(?:(?:{particles}){SPACE}){{1,2}})?)"
    run = rf"{word}(?:(?!{form}){joint}(?:{word}|{_NUMBER})){{0,{_MOST}}}(?:{form}){{0,4}}"
    return re.compile(run), re.compile(rf"{word}|{_NUMBER}")
