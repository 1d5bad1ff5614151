"""Boilerplate: headings and the passages below them, contact lines, datelines, page residue."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import compiled, group
from dealcli.reading.capitals import CAPITAL, form_start
from dealcli.reading.glued import glued
from dealcli.reading.organisation_words import things
from dealcli.reading.sentences import sentences_of
from dealcli.reading.spaces import REMEMBERED, with_plain_spaces

_HEADING = 90
"""Characters of a line that may be a heading, at most."""
_OPENING = 200
"""Characters at the start of a paragraph that say what kind of passage it is."""
_SHARE = 0.6
"""How many of the long words of a heading are capitalised."""
_LONG = 4

_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_YEAR = r"(?:19|20)\d\d"
_NO_TELEPHONE = (
    rf"(?:{_YEAR}-\d\d-\d\d|\d{{1,2}}([-.])\d{{1,2}}\1{_YEAR}|{_YEAR} ?- ?{_YEAR})(?![\d-])"
)
"""A date, or the years of a period."""
_CONTACT = re.compile(
    rf"(?<!\d)(?<!\d[-.])(?!{_NO_TELEPHONE})\+?\(?\d[\d() .\-]{{6,18}}\d(?![\w%])"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}"
    r"|(?:https?://|www\.)[^\s,;)]+"
)
_FEW = 12
"""Words of a line with a telephone number or an address that says nothing else, at most."""

_TELLING = 25
"""Characters of the words of residue that are enough in a line of any length."""


class Boilerplate(Struct, frozen=True):
    """A passage that says nothing about the deal, or a heading.

    Attributes:
        start: where it starts.
        end: where it ends.
        kind: `heading`, `about`, `forward-looking`, `contact`, `disclaimer`, `residue`, `dateline`.
        heading: the words of the heading above it; empty where there is none.
    """

    start: int
    end: int
    kind: str
    heading: str = ""


@lru_cache(REMEMBERED)
def boilerplate(text: str, language: Language) -> tuple[Boilerplate, ...]:
    """Return the headings and the boilerplate of a text, in its order, without overlap.

    A text without line ends has no headings; in it only the sentences and datelines that are
    boilerplate by their words are found.
    """
    text = with_plain_spaces(text)
    reader = _Lines(language, frozenset(one.split for one in glued(text, language)))
    reader.is_first = "\n" in text.strip()
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + len(line) - len(line.lstrip())
            reader.read(text, start, start + len(words))
            reader.is_first = False
        at += len(line) + 1
    return tuple(reader.found)


class _Lines:
    """What the lines of a text are, read one after another."""

    def __init__(self, language: Language, splits: frozenset[int]) -> None:
        self.language = language
        self.splits = splits
        self.found: list[Boilerplate] = []
        self.passage = ""
        self.heading = ""
        self.is_first = False

    def read(self, text: str, start: int, end: int) -> None:
        """Add what a line is, given where it starts and ends without its white space."""
        kind, until = self._heading(text, start, end)
        if kind:
            self.passage, self.heading = kind, text[start:until].strip(" :")
            self._add(start, until, "heading")
            if until < end:
                self._add(until, end, kind)
        elif self._is_residue(text, start, end):
            self._add(start, end, "residue")
        elif _date(self.language).fullmatch(text, start, end):
            self._add(start, end, "dateline")
        elif self._is_title(text, start, end):
            self.passage, self.heading = "", ""
            self._add(start, end, "heading")
        elif _is_contact(text, start, end):
            self._add(start, end, "contact")
        elif self.passage and not self._is_text_below_contacts(text, start, end):
            self._add(start, end, self.passage)
        else:
            self._plain(text, start, end)

    def _add(self, start: int, end: int, kind: str) -> None:
        heading = "" if kind in ("heading", "residue", "dateline") else self.heading
        self.found.append(Boilerplate(start, end, kind, heading))

    def _is_title(self, text: str, start: int, end: int) -> bool:
        """Whether a line is a heading of its own; names in a list of contacts are none."""
        if self.passage == "contact" or _dateline(self.language).match(text, start, end):
            return False
        is_headline = self.is_first and end - start <= 2 * _HEADING and text[end - 1] not in ".,;:"
        return is_headline or is_title(text, start, end, self.language)

    def _is_text_below_contacts(self, text: str, start: int, end: int) -> bool:
        """Whether a line is too long for a list of contacts; it ends the list."""
        if (
            self.passage != "contact"
            or end - start <= 2 * _HEADING
            or _CONTACT.search(text, start, end)
        ):
            return False
        self.passage, self.heading = "", ""
        return True

    def _is_residue(self, text: str, start: int, end: int) -> bool:
        """Whether a line begins like residue and is short, has an address, or says it at length."""
        within = _residue_within(self.language)
        if end - start <= 4 * _HEADING and within.search(text, start, end):
            return True
        found = _residue(self.language).match(text, start, end)
        if not found:
            return False
        return end - start <= _HEADING or "://" in text[start:end] or len(found[0]) >= _TELLING

    def _heading(self, text: str, start: int, end: int) -> tuple[str, int]:
        """The kind of passage whose heading a line is or begins with, and where it ends."""
        found = _headings(self.language).match(text, start, end)
        kind = _kind(found)
        if not found or not kind or (kind == "contact" and _CONTACT.search(text, start, end)):
            return "", start
        is_short = end - start <= _HEADING
        words = text[start:end].removesuffix(".") if is_short else ""
        form = form_start(words, self.language)
        stop = start + form if form < len(words) else end
        if is_short and text[stop - 1] not in '.,;”"' and _is_capital(text[start]):
            is_heading = found.end() >= stop or _reads_as_heading(
                text, start, stop, kind, self.language
            )
            return (kind, end) if is_heading else ("", start)
        for at in range(start + 1, min(end, start + _HEADING)):
            if at in self.splits or _RUNS_ON.match(text, at):
                return kind, at
        return "", start

    def _plain(self, text: str, start: int, end: int) -> None:
        """A line in no passage: boilerplate as a whole, or with a dateline or such sentences."""
        opening = text[start : min(end, start + _OPENING)]
        kind = _kind(_disclaimers(self.language).match(opening))
        if kind:
            self._add(start, end, kind)
            return
        dateline = _dateline(self.language).match(text, start, min(end, start + _OPENING))
        if dateline:
            self._add(start, dateline.end(), "dateline")
        for begin, stop in _sentences(
            text, dateline.end() if dateline else start, end, self.language
        ):
            said = _sentence_kind(text, begin, stop, self.language)
            if said:
                self._add(begin, stop, said)


_RUNS_ON = re.compile(rf"(?<=[a-z)])(?={CAPITAL}[a-z]+ )")
"""Where the text goes on right after the words of a heading, without a space."""


def is_title(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a line reads as a title or heading: most of its long words have a capital."""
    if end - start > 2 * _HEADING or text[end - 1] in '.,;:”"' or not _is_capital(text[start]):
        return False
    words = [word for word in _WORD.findall(text[start:end]) if len(word) >= _LONG]
    high = sum(_is_capital(word[0]) for word in words)
    return bool(words) and high >= _SHARE * len(words) and not _CONTACT.search(text, start, end)


def _is_capital(letter: str) -> bool:
    return letter.isupper() or letter.isdigit()


def _reads_as_heading(text: str, start: int, end: int, kind: str, language: Language) -> bool:
    """Whether a short line that begins as a heading is one: `About 90 people` is not."""
    if kind != "about":
        return True
    words = text[start:end].casefold().split()
    if words[1:2] and words[1] in language.articles and words[-1] in things(language):
        return False  # of the deal: "About the transaction"
    return text[end - 1] == ":" or is_title(text, start, end, language)


def _kind(found: re.Match[str] | None) -> str:
    return (found.lastgroup or "").replace("_", "-") if found else ""


def _is_contact(text: str, start: int, end: int) -> bool:
    """Whether a line has a telephone number or an address and says little else."""
    if end - start > 4 * _HEADING or not _CONTACT.search(text, start, end):
        return False
    return len(_WORD.findall(_CONTACT.sub(" ", text[start:end]))) <= _FEW


def _sentences(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    for begin, stop in sentences_of(text[start:end], language):
        yield start + begin, start + stop


def _sentence_kind(text: str, start: int, end: int, language: Language) -> str:
    """The kind of boilerplate that a sentence is by its first words; empty where it is none."""
    opening = text[start : min(end, start + _OPENING)].lstrip()
    if _contact_opener(language).match(opening):
        return "contact" if end - start <= 2 * _OPENING else ""
    return _kind(_disclaimers(language).match(opening))


@cache
def _headings(language: Language) -> re.Pattern[str]:
    return _by_kind({kind: group(language.headings[kind]) for kind in language.headings})


@cache
def _disclaimers(language: Language) -> re.Pattern[str]:
    before = rf"(?-i:(?:{CAPITAL}[\w®™.-]* ){{0,4}})"
    return _by_kind(
        {kind: f"{before}{group(phrases)}" for kind, phrases in language.disclaimers.items()}
    )


def _by_kind(expressions: dict[str, str]) -> re.Pattern[str]:
    kinds = "|".join(
        f"(?P<{kind.replace('-', '_')}>{expression})" for kind, expression in expressions.items()
    )
    return re.compile(kinds, re.IGNORECASE)


@cache
def _residue(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[-\u2013\u2014*#•\s]*(?:{group(language.residue)})", re.IGNORECASE)


@cache
def _residue_within(language: Language) -> re.Pattern[str]:
    return compiled(language.residue_within)


@cache
def _contact_opener(language: Language) -> re.Pattern[str]:
    return re.compile(group(language.contact_openers), re.IGNORECASE)


@cache
def _date(language: Language) -> re.Pattern[str]:
    month = "|".join(rf"{month[:3]}(?:{month[3:]}|t?\.?)" for month in language.months)
    return re.compile(
        rf"(?:(?:{month}) \d{{1,2}}|\d{{1,2}} (?:{month})),? \d{{4}}|\d{{4}}-\d\d-\d\d"
    )


@cache
def _dateline(language: Language) -> re.Pattern[str]:
    """Place and date before the first sentence: `OSLO, Norway, May 4, 2025 (WIRE) --`."""
    date = _date(language).pattern
    place = rf"{CAPITAL}[\w.'\u2019-]*(?:[ ,/&]{{1,3}}{CAPITAL}[\w.'\u2019-]*){{0,8}}"
    wire = r"(?: ?[(/][^()\n]{2,60}[)/])*"
    dash = r" ?(?:-{1,2}|[\u2013\u2014:|])(?: |$)"
    return re.compile(
        rf"(?:(?:[a-z]+ )?(?:{date}) )?{place}[,.]? ?[-\u2013\u2014]?{wire} ?\(?(?:{date})\)?{wire}"
        rf"(?:{dash})?"
        rf"|\({place},? (?:{date})\)|\((?:{date}),? {place}\)"
        rf"|{CAPITAL}[\w .,'\u2019-]{{1,60}}{wire}(?: -- | \u2013 | \u2014 )"
    )
