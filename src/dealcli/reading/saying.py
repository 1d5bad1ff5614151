"""Patterns of the words that say that someone speaks."""

import re
from functools import cache

from dealcli.language.pack import Language
from dealcli.language.phrases import edge, group
from dealcli.reading.capitals import CAPITAL, SPACE


@cache
def verb_first(language: Language) -> re.Pattern[str]:
    """Return the pattern of a verb of saying right after a speech, before the speaker."""
    return re.compile(rf"{SPACE}*,?{SPACE}*(?i:{group(language.saying)}){SPACE}*")


@cache
def verb_next(language: Language) -> re.Pattern[str]:
    """Return the pattern of a verb of saying after the speaker; `between` is what is before it."""
    between = r"[^.;:“”\"\n]{0,60}?"
    between = rf"(?P<between>{between})"
    return re.compile(rf"(?:,?{SPACE})?{between}{edge()}{group(language.saying)}", re.IGNORECASE)


@cache
def verb_last(language: Language) -> re.Pattern[str]:
    """Return the pattern of a verb of saying at the end of what is before a speech."""
    between = r"[^.;:“”\"\n]{0,60}?"
    return re.compile(rf"{edge()}{group(language.saying)}{between}[,:]?\s*\Z", re.IGNORECASE)


@cache
def according(language: Language) -> re.Pattern[str]:
    """Return the pattern of what stands before a speaker instead of a verb."""
    return re.compile(rf"{edge()}{group(language.according)} ", re.IGNORECASE)


@cache
def closing(language: Language) -> re.Pattern[str]:
    """Return the pattern of what follows a verb of saying whose words are before it."""
    joints = "|".join((*language.place_joints, *language.speech_joints))
    return re.compile(rf"[.,]|\Z|\n| (?:{joints})\b")


@cache
def pronoun(language: Language) -> re.Pattern[str]:
    """Return the pattern of a pronoun that means a speaker."""
    words = "|".join(map(re.escape, language.pronouns))
    return re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)


@cache
def reports(language: Language) -> re.Pattern[str]:
    """Return the pattern of a verb of reported speech, whom it is said to, and `that`."""
    name = rf"{CAPITAL}[\w&-]*"
    to = rf"(?: {name}){{0,5}}(?= (?i:{group(language.that)}))"
    also = "|".join(language.adverbs)
    return re.compile(
        rf"{edge()}(?:(?i:{also}) )?(?i:{group(language.reporting)})(?:{to})?"
        rf"(?: (?i:{group(language.that)}))?(?=[ .,])"
    )
