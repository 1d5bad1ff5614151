"""Organisations that a text names: their names, their mentions, and who takes part in the deal."""

import re
from bisect import bisect_right
from collections import defaultdict

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.reading.boilerplate import boilerplate
from dealcli.reading.candidates import ENOUGH, Candidate, candidates, key_of
from dealcli.reading.capitals import capital_runs
from dealcli.reading.listings import Listing, listings
from dealcli.reading.participation import Participation
from dealcli.reading.people import people
from dealcli.reading.spaces import with_plain_spaces

_ENDS = re.compile(r"[.!?] [^\W_a-z]|\n")
"""The end of a sentence: what follows is about something else."""
_ADDED = 2
"""Words that a name of the same family has more, at most."""
_FORMS = 4
"""Words of the company forms that may follow a name, at most."""


class Organisation(Struct, frozen=True):
    """An organisation that a text names.

    Attributes:
        start: where its first mention starts.
        end: where that ends.
        names: its name in full, then short names and acronyms, as printed.
        called: what the text calls it instead of a name: `the Company`.
        listings: where its shares trade.
        mentions: the spans of all its names in the text.
        takes_part: whether it takes part in the deal; False where it is only mentioned.
    """

    start: int
    end: int
    names: tuple[str, ...]
    called: tuple[str, ...]
    listings: tuple[Listing, ...]
    mentions: tuple[tuple[int, int], ...]
    takes_part: bool


class _Group:
    """The candidates that are one organisation."""

    def __init__(self, first: Candidate) -> None:
        self.key = first.key
        self.members: list[Candidate] = []
        self.names: dict[str, None] = {}
        self.called: dict[str, None] = {}
        self.listings: list[Listing] = []
        self.add(first)

    def add(self, one: Candidate) -> None:
        """Add another candidate with the names that it defines."""
        self.members.append(one)
        for name in _names_of(one):
            self.names.setdefault(name)
        for name in one.definition.called if one.definition else ():
            self.called.setdefault(name)

    def full_name(self) -> str:
        """The name in full: the longest one that is formal, else the first."""
        formal = [one.name for one in self.members if one.is_formal and one.key == self.key]
        return max(formal, key=len) if formal else self.members[0].name


def _names_of(one: Candidate) -> tuple[str, ...]:
    """The name of a candidate, and those that the text defines beside it."""
    defined = one.definition.names if one.definition else ()
    return (one.name, *defined, *((one.acronym,) if one.acronym else ()))


def parties(text: str, language: Language) -> tuple[Organisation, ...]:
    """Return the organisations that a text names, in the order of their first mention.

    A name is taken for one of an organisation by its company form, a listing, a definition in
    brackets, a noun such as `bank`, someone's employer, or by what it is said to do. Short forms
    are its first words, its acronym, and what brackets define.
    """
    text = with_plain_spaces(text)
    passages = boilerplate(text, language)
    listed = listings(text, language)
    found = candidates(text, language, people(text, language), passages, listed)
    groups = _grouped(_accepted(found, language), found, language)
    _add_listings(text, groups, listed)
    by_key = {
        key_of(name, language): group for group in groups for name in reversed([*group.names])
    }
    mentions = _mentions(text, found, by_key, language)
    roles = Participation(text, passages, language)
    made = [
        _organisation(group, mentions[id(group)], roles)
        for group in groups
        if id(group) in mentions
    ]
    return tuple(sorted(made, key=lambda one: one.start))


def _accepted(found: tuple[Candidate, ...], language: Language) -> list[Candidate]:
    """The candidates whose name has enough evidence in the text."""
    evidence: dict[str, float] = defaultdict(float)
    strongest: dict[str, float] = defaultdict(lambda: -9.0)
    keys = {one.key for one in found}
    small = tuple(language.small_words)
    glued = {key for key in keys if _is_glued(key, keys, small)}
    inside: set[str] = {one.key for one in found if not one.is_first}
    for one in found:
        if one.is_first and one.key not in inside and not one.is_formal:
            continue
        evidence[one.key] += one.evidence
        strongest[one.key] = max(strongest[one.key], one.evidence)
    accepted = {key for key in evidence if max(evidence[key], strongest[key]) >= ENOUGH} - glued
    family = {
        key for key in evidence if evidence[key] >= ENOUGH / 2 and _extends(key, accepted)
    } - glued
    return [
        one for one in found if one.evidence > -5 and (one.key in accepted or one.key in family)
    ]


def _extends(key: str, accepted: set[str]) -> bool:
    """Whether the first words of a name are one of an organisation: `Acme Georgia`."""
    words = key.split()
    fewest = max(1, len(words) - _ADDED)
    return any(" ".join(words[:count]) in accepted for count in range(fewest, len(words)))


def _is_glued(key: str, keys: set[str], small: tuple[str, ...]) -> bool:
    """Whether a name is another one with a small word glued to it: `acmeis`."""
    return key.endswith(small) and any(
        key.removesuffix(word) in keys for word in small if key.endswith(word)
    )


def _grouped(
    accepted: list[Candidate], found: tuple[Candidate, ...], language: Language
) -> list[_Group]:
    """The organisations, with formal names first: others may be short for them."""
    groups: list[_Group] = []
    by_key: dict[str, _Group] = {}
    first_words: dict[str, _Group] = {}
    weak: dict[str, _Group] = {}
    for one in sorted(accepted, key=_rank):
        group = by_key.get(one.key)
        if not group and not one.is_formal:
            group = first_words.get(one.key) or weak.get(one.key)
        if group:
            group.add(one)
        else:
            group = _Group(one)
            groups.append(group)
        for name in _names_of(one):
            key = key_of(name, language)
            by_key.setdefault(key, group)
            words = key.split()
            if not one.has_short_forms and name == one.name and len(words) > 1:
                weak.setdefault(words.pop(0), group)
                words[:1] = [f"{key.split()[0]} {words[0]}"]
            for count in range(1, len(words)):
                first_words.setdefault(" ".join(words[:count]), group)
    evidence: dict[str, float] = defaultdict(float)
    for one in found:
        evidence[one.key] += one.evidence
    for one in found:
        short = first_words.get(one.key) if evidence[one.key] >= 0 else None
        group = by_key.get(one.key) or short
        if group and one.evidence > -5:
            group.add(one)
    return groups


def _rank(one: Candidate) -> int:
    """Formal names first, then those with a definition, then others; those in titles last."""
    return 0 if one.is_formal else 1 if one.definition else 3 if one.is_in_title else 2


def _add_listings(text: str, groups: list[_Group], listed: tuple[Listing, ...]) -> None:
    """Add each listing to the organisation whose name it follows in a bracket."""
    members = sorted(
        ((one.end, group) for group in groups for one in group.members), key=lambda pair: pair[0]
    )
    ends = [end for end, _ in members]
    for one in listed:
        at = bisect_right(ends, one.start) - 1
        if at >= 0 and not _ENDS.search(text, ends[at], one.start):
            known = {(other.exchange, other.ticker) for other in members[at][1].listings}
            if (one.exchange, one.ticker) not in known:
                members[at][1].listings.append(one)


def _mentions(
    text: str, candidates: tuple[Candidate, ...], by_key: dict[str, _Group], language: Language
) -> dict[int, list[tuple[int, int]]]:
    """Where each organisation is named: the candidates, and names inside other runs."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    taken = {}
    for one in candidates:
        group = by_key.get(one.key)
        if group and one.evidence > -5:
            found[id(group)].append((one.start, one.end))
            taken[one.start] = one.end
    lengths: dict[str, int] = {}
    for key in by_key:
        words = key.split()
        lengths[words[0]] = max(len(words) + _FORMS, lengths.get(words[0], 0))
    reach = 0
    for run in capital_runs(text, language):
        at = 0
        while at < len(run.words):
            start = run.words[at][0]
            reach = max(reach, taken.get(start, 0))
            if start < reach:
                at += 1
                continue
            first = text[start : run.words[at][1]].casefold().rstrip(".")
            for stop in range(min(len(run.words), at + lengths.get(first, 0)), at, -1):
                end = run.end if stop == len(run.words) else run.words[stop - 1][1]
                group = by_key.get(key_of(text[start:end], language))
                if group:
                    found[id(group)].append((start, end))
                    at = stop
                    break
            else:
                at += 1
    return {group: sorted(spans) for group, spans in found.items()}


def _organisation(
    group: _Group, mentions: list[tuple[int, int]], roles: Participation
) -> Organisation:
    full = group.full_name()
    return Organisation(
        *mentions[0],
        tuple(dict.fromkeys((full, *group.names))),
        tuple(group.called),
        tuple(group.listings),
        tuple(mentions),
        roles.takes_part(
            mentions,
            is_defined=bool(group.called),
            is_formal=any(one.is_formal for one in group.members),
        ),
    )
