"""Names that may be those of organisations, and what in the text around them says that they are."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import edge, group, last_words
from dealcli.reading.boilerplate import Boilerplate
from dealcli.reading.capitals import CAPITAL, Run, capital_runs, form_start
from dealcli.reading.definitions import Definition, definition
from dealcli.reading.listings import Listing
from dealcli.reading.people import Person, title_words

_LONGEST = 150
"""Characters of a name, at most."""

ENOUGH = 2.0
"""Evidence from which on a name is one of an organisation."""

_CERTAIN = 3.0
_STRONG = 2.0
_WEAK = 1.0
_AGAINST = -1.0
_EXCLUDES = -9.0
_BEFORE = 40
"""Characters before a name that are looked at."""
_ACRONYM = re.compile(r"(?<!\w)([A-Z][A-Z\d&]{2,11}), (?:[a-z]{2,4} )?\Z")
_WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]+(?![\w@/]|\.\w)")


class Candidate(Struct, frozen=True):
    """A name at one place of a text.

    Attributes:
        start: where it starts.
        end: where it ends.
        name: the name as printed.
        key: what it is compared by: without company forms and in small letters.
        evidence: how much around it says that it is the name of an organisation.
        definition: what brackets after it define.
        is_formal: whether it has a company form or a definition.
        has_short_forms: whether its first word may stand for it: not for "European Bank".
        acronym: the capitals before it that it explains: `NCO, the National Coal Office`.
        is_in_title: whether it is in a heading, where names are short.
        is_first: whether it is one word at the start of a sentence, whose capital says nothing.
    """

    start: int
    end: int
    name: str
    key: str
    evidence: float
    definition: Definition | None = None
    is_formal: bool = False
    is_first: bool = False
    has_short_forms: bool = True
    acronym: str = ""
    is_in_title: bool = False


def key_of(name: str, language: Language) -> str:
    """Return what a name is compared by: without company forms and points, in small letters."""
    bare = name[: form_start(name, language)] or name
    return " ".join(word.strip(".,()") for word in bare.casefold().split())


def candidates(
    text: str,
    language: Language,
    persons: tuple[Person, ...],
    passages: tuple[Boilerplate, ...],
    listed: tuple[Listing, ...],
) -> tuple[Candidate, ...]:
    """Return the names of a text that may be those of organisations, in its order.

    Args:
        text: the text.
        language: its language.
        persons: the people that it names; their names are none.
        passages: its boilerplate; in its title lines every word is capitalised, so that they say
            nothing, but for "About Acme".
        listed: its listings; their exchanges name no organisation.
    """
    return tuple(_Candidates(text, language, persons, passages, listed).all())


class _Candidates:
    def __init__(
        self,
        text: str,
        language: Language,
        persons: tuple[Person, ...],
        passages: tuple[Boilerplate, ...],
        listed: tuple[Listing, ...],
    ) -> None:
        self.text, self.language = text, language
        self.persons = {person.start: person for person in persons}
        self.surnames = {person.name.rpartition(" ")[2] for person in persons}
        self.employers = {key_of(person.party, language) for person in persons if person.party}
        self.exchanges = {one.exchange_start for one in listed}
        self.listings = [one.start for one in listed]
        self.titles = [one for one in passages if one.kind == "heading"]
        self.title_starts = [one.start for one in self.titles]
        self.excluded: dict[str, float] = {}
        self.runs = capital_runs(text, language)
        self.counts = Counter(text[run.start : run.end] for run in self.runs)
        self.small = frozenset(word for word in _WORD.findall(text) if word.islower())

    def all(self) -> Iterator[Candidate]:
        """The candidates of all runs."""
        for start, end, run_end in self._names():
            end = self._heading_end(start, end)
            if start < end <= start + _LONGEST and start not in self.exchanges:
                yield self._candidate(start, end, run_end)

    def _names(self) -> Iterator[tuple[int, int, int]]:
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

    def _only_opens(self, end: int, words: list[tuple[int, int]]) -> bool:
        """Whether the first word only opens the sentence, as the others are a name elsewhere."""
        start = words[0][0]
        return (
            self._opens_sentence(start)
            and self.text[start : words[0][1]].casefold() in self.small
            and self.counts[self.text[words[1][0] : end]] > 0
            and self.counts[self.text[start:end]] < 2
        )

    def _names_nothing(self, start: int, end: int, *, is_only: bool) -> bool:
        word = self.text[start:end]
        low = word.casefold().rstrip(".")
        if word.rstrip(".") in self.language.honorifics or low in ("about",):
            return True
        if word.isupper() and len(word) > 1:
            return False
        return low in self.language.stop_words or low in self.language.small_words

    def _joins(self, start: int, end: int, run: Run) -> bool:
        """Whether an institution's name goes on after `of` or `for`."""
        between = self.text[end : run.start]
        if between.strip() in self.language.and_ and end < start + _LONGEST:
            defined = definition(self.text, start, run.end, self.language)
            short = defined.names[:1] if defined else ()
            initials = "".join(word[0] for word in self.text[start : run.end].split())
            return bool(short) and short[0] == "".join(filter(str.isupper, initials))
        if (
            end > start + _LONGEST
            or between.strip() not in self.language.name_joints
            or "\n\n" in between
        ):
            return False
        words = self.text[start:end].split()
        return any(_is_institution(word, self.language) for word in (*words[:1], *words[-1:]))

    def _candidate(self, start: int, end: int, run_end: int) -> Candidate:
        text, language = self.text, self.language
        name = text[start:end]
        has_form = form_start(name, language) < len(name)
        defined = definition(text, start, end, language)
        key = key_of(name, language)
        is_first = " " not in name and self._opens_sentence(start)
        if name not in self.excluded:
            self.excluded[name] = self._excluded(name, key)
        evidence = self.excluded[name] or (
            self._own(name, key, defined, is_form=has_form)
            + self._before(start)
            + self._after(defined.end if defined else end, max(run_end, end), is_long=" " in name)
        )
        if self._is_in_title(start) and not has_form:
            evidence = min(evidence, 0.0)
        if self._is_about(start):
            evidence += _CERTAIN
        is_listed = self._is_listed(end)
        evidence += _CERTAIN * is_listed
        is_formal = has_form or is_listed or bool(defined and defined.is_quoted)
        head = _heads(name.split(), language)[-1]
        has_short_forms = has_form or not _is_institution(head, language)
        return Candidate(
            start,
            end,
            name,
            key,
            evidence,
            defined,
            is_formal,
            is_first,
            has_short_forms,
            self._acronym(start, name),
            self._is_in_title(start),
        )

    def _excluded(self, name: str, key: str) -> float:
        """Evidence that outweighs all other: a place, a month, a role, a thing."""
        language = self.language
        bare = name.rstrip(".")
        if (
            len(bare) < 2
            or not any(letter.isalpha() for letter in bare)
            or name in language.places
            or bare in language.places
            or name.split()[0] in language.months
            or key.rstrip("s") in _job_nouns(language)
            or (" " in name and name.rpartition(" ")[2] in self.surnames)
            or _role(language).fullmatch(name)
            or _is_thing(name, language)
            or (" " not in name and key in self.small and not name.isupper())
        ):
            return _EXCLUDES
        return 0.0

    def _own(self, name: str, key: str, defined: Definition | None, *, is_form: bool) -> float:
        """Evidence of the name itself."""
        evidence = _CERTAIN if is_form else 0.0
        if defined:
            evidence += _STRONG if defined.is_quoted or defined.called else _WEAK
        words = name.split()
        heads = _heads(words, self.language)
        if len(words) > 1 and any(_is_institution(word, self.language) for word in heads):
            evidence += _STRONG
        elif len(words) > 1 and any(_is_institution(word, self.language) for word in words):
            evidence += _WEAK
        if key in self.employers:
            evidence += _CERTAIN
        return evidence

    def _before(self, start: int) -> float:
        before = self.text[max(0, start - _BEFORE) : start]
        words = before.casefold().replace(",", " ").split()[-2:]
        while words and words[-1] in self.language.articles:
            words.pop()
        if not words or before[-1] not in " \n":
            return 0.0
        if words[-1] in _belongs_ends(self.language):
            return _WEAK if _belongs(self.language).search(before) else 0.0
        return _AGAINST / 2 if words[-1] in self.language.place_joints else 0.0

    def _after(self, end: int, run_end: int, *, is_long: bool) -> float:
        """Evidence of what follows: a verb, a job title, an apposition."""
        if run_end > end and self.text[end : end + 1] != "(":
            return _STRONG
        if acts(self.language).match(self.text, end):
            return _STRONG if is_long else _WEAK
        described = _apposition(self.language).match(self.text, end)
        if described:
            return _STRONG if described["noun"] else _WEAK / 2
        return 0.0

    def _is_listed(self, end: int) -> bool:
        """Whether a listing is in a bracket right after a name."""
        at = bisect_left(self.listings, end)
        if at == len(self.listings) or self.listings[at] > end + _BEFORE:
            return False
        between = self.text[end : self.listings[at]].lstrip()
        return between[:1] in ("(", "[") and ")" not in between and "]" not in between

    def _acronym(self, start: int, name: str) -> str:
        """The capitals before a name in apposition that are in it, in their order."""
        if "," not in self.text[max(0, start - 6) : start]:
            return ""
        found = _ACRONYM.search(self.text, max(0, start - _BEFORE // 2), start)
        if not found:
            return ""
        letters = iter(name.upper())
        return found[1] if all(letter in letters for letter in found[1]) else ""

    def _opens_sentence(self, start: int) -> bool:
        before = self.text[max(0, start - 4) : start].rstrip(" “\"'(•-\u2013")
        return not before or before[-1] in ".!?:\n"

    def _is_in_title(self, start: int) -> bool:
        at = bisect_right(self.title_starts, start) - 1
        return at >= 0 and start < self.titles[at].end

    def _heading_end(self, start: int, end: int) -> int:
        """The end of a name, or of the heading in which it is: the text may be glued to it."""
        at = bisect_right(self.title_starts, start) - 1
        return min(end, self.titles[at].end) if self._is_in_title(start) else end

    def _is_about(self, start: int) -> bool:
        at = bisect_right(self.title_starts, start) - 1
        if at < 0 or start >= self.titles[at].end:
            return False
        lead = self.text[self.titles[at].start : start].strip().casefold()
        return bool(lead) and bool(_about(self.language).fullmatch(lead))


@cache
def _job_nouns(language: Language) -> frozenset[str]:
    return frozenset(word.casefold() for word in language.job_nouns)


@cache
def _institutions(language: Language) -> tuple[str, ...]:
    """What a word ends in that is the noun of an institution, glued to another word or not."""
    return tuple(word.lstrip("*") for word in last_words(language.institutions))


def _is_institution(word: str, language: Language) -> bool:
    return word.casefold().endswith(_institutions(language))


@cache
def _roles(language: Language) -> frozenset[str]:
    return last_words(language.role_names)


@cache
def _things(language: Language) -> frozenset[str]:
    return last_words(language.things)


def _is_thing(name: str, language: Language) -> bool:
    """Whether a name ends in the noun of a thing, with a number or without."""
    words = [word for word in name.split() if not word.isdigit()]
    if not words:
        return False
    roles = _roles(language)
    return _heads(words, language)[-1].casefold() in _things(language) or all(
        word.casefold() in roles for word in words
    )


@cache
def _role(language: Language) -> re.Pattern[str]:
    return re.compile(group(language.role_names), re.IGNORECASE)


@cache
def _about(language: Language) -> re.Pattern[str]:
    return re.compile(group(language.headings["about"]), re.IGNORECASE)


@cache
def _belongs_ends(language: Language) -> frozenset[str]:
    return last_words(language.belongs)


@cache
def _belongs(language: Language) -> re.Pattern[str]:
    articles = "|".join(language.articles)
    return re.compile(rf"{edge()}{group(language.belongs)},? (?:(?:{articles}) )?\Z", re.IGNORECASE)


@cache
def acts(language: Language) -> re.Pattern[str]:
    """Return the pattern of what an organisation does, right after its name."""
    return re.compile(rf",?(?: {group(language.before_acts)}){{0,3}} {group(language.acts)}(?!\w)")


@cache
def _apposition(language: Language) -> re.Pattern[str]:
    """A description after a comma, with the noun in it that is for organisations."""
    articles = "|".join((*language.articles, *language.superlatives))
    noun = group((*language.role_names, *language.descriptions))
    return re.compile(
        rf",? (?:{articles}|{CAPITAL}\w+['\u2019]s) (?!{CAPITAL}\w+,)(?:[^,.;:()“”\"\n]{{0,80}}? )??(?P<noun>{noun})"
        rf"|, (?:{articles}) (?P<other>)(?!{CAPITAL})"
    )


def _heads(words: list[str], language: Language) -> list[str]:
    """The words of a name that may be its noun: the last one, or those before `of`."""
    of = next((at for at, word in enumerate(words) if word in language.name_joints), 0)
    return words[:of] or words[-1:]
