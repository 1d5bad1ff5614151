"""Names that may be those of organisations, and what in the text around them says that they are."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.reading.boilerplate import Boilerplate
from dealcli.reading.capitals import form_start
from dealcli.reading.definitions import Definition, definition, is_short_for
from dealcli.reading.listings import Listing
from dealcli.reading.name_spans import LONGEST, NameSpans, opens_sentence
from dealcli.reading.organisation_words import (
    about,
    acts,
    apposition,
    belongs,
    belongs_ends,
    heads,
    is_institution,
    is_thing,
    job_nouns,
    role,
)
from dealcli.reading.people import Person

ENOUGH = 2.0
"""Evidence from which on a name is one of an organisation."""

_CERTAIN = 3.0
_STRONG = 2.0
_WEAK = 1.0
_AGAINST = -1.0
_EXCLUDES = -9.0
_NAMES = 4096
"""Names whose key is kept: a text has each of them many times."""
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
        has_short_forms: whether it may be called by its first word: not "European Bank".
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


@lru_cache(_NAMES)
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
        self.surnames = {person.name.rpartition(" ")[2] for person in persons}
        self.employers = {key_of(person.party, language) for person in persons if person.party}
        self.exchanges = {one.exchange_start for one in listed}
        self.listings = [one.start for one in listed]
        self.titles = [one for one in passages if one.kind in ("heading", "residue")]
        self.title_starts = [one.start for one in self.titles]
        self.excluded: dict[str, float] = {}
        self.small = frozenset(word for word in _WORD.findall(text) if word.islower())
        known = frozenset(person.start for person in persons)
        self.spans = NameSpans(text, language, known, self.small)

    def all(self) -> Iterator[Candidate]:
        """The candidates of all runs."""
        for start, end, run_end in self.spans.all():
            end = self._heading_end(start, end)
            if start < end <= start + LONGEST and start not in self.exchanges:
                yield self._candidate(start, end, run_end)

    def _candidate(self, start: int, end: int, run_end: int) -> Candidate:
        text, language = self.text, self.language
        name = text[start:end]
        key = key_of(name, language)
        if name not in self.excluded:
            self.excluded[name] = self._excluded(name, key)
        if self.excluded[name]:
            return Candidate(start, end, name, key, self.excluded[name])
        has_form = form_start(name, language) < len(name)
        defined = definition(text, start, end, language)
        if defined and not has_form and not _is_of(defined, name):
            defined = None
        is_in_title = self._is_in_title(start)
        is_listed = self._is_listed(end)
        evidence = self._own(name, key, defined, is_form=has_form) + self._before(start)
        evidence += self._after(
            defined.end if defined else end, max(run_end, end), is_long=" " in name
        )
        if is_in_title and not has_form:
            evidence = min(evidence, 0.0)
        evidence += _CERTAIN * (self._is_about(start) + is_listed)
        head = heads(name.split(), language)[-1]
        return Candidate(
            start,
            end,
            name,
            key,
            evidence,
            definition=defined,
            is_formal=has_form or is_listed or bool(defined and defined.is_quoted),
            is_first=" " not in name and opens_sentence(text, start),
            has_short_forms=has_form or not is_institution(head, language),
            acronym=self._acronym(start, name),
            is_in_title=is_in_title,
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
            or key.rstrip("s") in job_nouns(language)
            or (" " in name and name.rpartition(" ")[2] in self.surnames)
            or role(language).fullmatch(name)
            or is_thing(name, language)
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
        nouns = heads(words, self.language)
        if len(words) > 1 and any(is_institution(word, self.language) for word in nouns):
            evidence += _STRONG
        elif len(words) > 1 and any(is_institution(word, self.language) for word in words):
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
        if words[-1] in belongs_ends(self.language):
            return _WEAK if belongs(self.language).search(before) else 0.0
        return _AGAINST / 2 if words[-1] in self.language.place_joints else 0.0

    def _after(self, end: int, run_end: int, *, is_long: bool) -> float:
        """Evidence of what follows: a verb, a job title, an apposition."""
        if self.text[end : end + 1] == "-":
            return _AGAINST
        if run_end > end and self.text[end : end + 1] != "(":
            return _STRONG
        if acts(self.language).match(self.text, end):
            return _STRONG if is_long else _WEAK
        described = apposition(self.language).match(self.text, end)
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
        return bool(lead) and bool(about(self.language).fullmatch(lead))


def _is_of(defined: Definition, name: str) -> bool:
    """Whether a definition is of a name without a company form: not "LOI" of "Intent"."""
    return bool(defined.called) or any(is_short_for(short, name) for short in defined.names)
