"""Who does what to whom: who gives, who takes, who leads, and who holds which share."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby

from dealcli.language.pack import Language
from dealcli.language.phrases import compiled, edge, group
from dealcli.reading.names import Name
from dealcli.reading.sentences import sentences_of

_NEAR = 40

Named = Callable[[str], Sequence[Name]]
"""Finds the known names in a text."""


def givers(
    text: str,
    kind: str,
    named: Named,
    language: Language,
    ventures: frozenset[str] = frozenset(),
) -> Iterator[str]:
    """Yield those who are said to give something of a kind: as a verb's subject, or after `by`.

    Args:
        text: a folded text.
        kind: a kind of term or form of payment that the language has verbs for.
        named: finds the names of those who may give.
        language: the language of the text.
        ventures: those of them that are ventures. A verb after the words for one may be the
            venture's, although they name its parties: "the joint venture of A and B will supply".
    """
    if kind not in language.giving:
        return
    given_by, out_of = _given_by(language), _out_of(language, kind)
    for clause in _clauses(text, language):
        found = named(clause)
        yield from _subjects(clause, found, _verb(language, kind, "gives"), language, ventures)
        for match in given_by.finditer(clause):
            yield from [name.party for name in found if name.start >= match.end()][:1]
        ends = {match.end() for match in out_of.finditer(clause)}
        yield from (name.party for name in found if name.start in ends)


def takers(
    text: str,
    kind: str,
    named: Named,
    language: Language,
    ventures: frozenset[str] = frozenset(),
) -> Iterator[str]:
    """Yield those who are said to take something of a kind, as the subject of a verb.

    The arguments are those of `givers`.
    """
    if kind in language.giving:
        for clause in _clauses(text, language):
            verb = _verb(language, kind, "takes")
            yield from _subjects(clause, named(clause), verb, language, ventures)


def those_who(text: str, role: str, named: Named, language: Language) -> Iterator[str]:
    """Yield those who are said to have a role: the last before `leads`, the first after `led by`.

    Of "A, an affiliate of B, operates" both may be meant.

    Args:
        text: a folded text.
        role: a role that the language has words for: `lead`, `operator`.
        named: finds the names of those who may have it.
        language: the language of the text.
    """
    found = named(text)
    has, held_by = _role(language, role)
    starts = [name.start for name in found]
    for match in held_by.finditer(text):
        after = bisect_left(starts, match.end())
        yield from (name.party for name in found[after : after + 1])
    runs = [next(group_) for _, group_ in groupby(found, lambda name: name.party)]
    firsts = [name.start for name in runs]
    for match in has.finditer(text):
        last = bisect_left(firsts, match.start()) - 1
        if last >= 0:
            yield runs[last].party
        if last > 0 and _group_of(language).search(
            text, max(0, firsts[last] - _NEAR), firsts[last]
        ):
            yield runs[last - 1].party


def _clauses(text: str, language: Language) -> Iterator[str]:
    """The sentences of a text, and the parts of each between semicolons."""
    for start, end in sentences_of(text, language):
        yield from text[start:end].split("; ")


def _subjects(
    clause: str,
    named: Sequence[Name],
    verb: re.Pattern[str],
    language: Language,
    ventures: frozenset[str],
) -> Iterator[str]:
    """Those whom a clause has doing something, yet to come or done."""
    venture = _venture(language).search(clause) if ventures else None
    subject: list[str] = []
    for found in _auxiliary(language).finditer(clause):
        if not _and(language).search(clause, max(0, found.start() - 5), found.start()):
            subject = list(_subject(named, clause, found.start(), language))
            if venture and venture.start() < found.start():
                subject = [one for one in subject if one in ventures]
        if verb.match(clause, found.start()):
            yield from subject


def _subject(named: Sequence[Name], clause: str, at: int, language: Language) -> Iterator[str]:
    """Those named last before a verb, and who is joined to them: "A and B will ..."."""
    then = None
    for number in range(bisect_left(named, at, key=lambda name: name.start) - 1, -1, -1):
        name = named[number]
        if then is not None and not _joins(language).fullmatch(clause, name.end, then):
            break
        yield name.party
        then = name.start


@cache
def _verb(language: Language, kind: str, does: str) -> re.Pattern[str]:
    """A verb of a kind with its auxiliary: what a giver gives or has given, or a taker takes."""
    verbs = language.giving[kind]
    about = rf"(?=[^.]{{0,60}}{edge()}{group(verbs.about)})" if verbs.about else ""
    ahead, behind = (verbs.gives, verbs.given) if does == "gives" else (verbs.takes, verbs.taken)
    forms = [
        rf"{group(auxiliary)}{group(words)}{about}"
        for auxiliary, words in ((language.ahead, ahead), (language.behind, behind))
        if words
    ]
    return re.compile(rf"{edge()}(?:{'|'.join(forms) or '(?!)'})")


@cache
def _auxiliary(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{edge()}(?:{group(language.ahead)}|{group(language.behind)})")


@cache
def _and(language: Language) -> re.Pattern[str]:
    """What ends with a conjunction: the next verb has the subject of the one before."""
    return re.compile(rf"{edge()}{group(language.and_)}\s\Z")


@cache
def _joins(language: Language) -> re.Pattern[str]:
    """What stands between two names that are one subject; each may have brackets after it."""
    return re.compile(rf"(?:\s?\([^()]*\))*(?:,|,?\s{group(language.and_)})\s")


@cache
def _venture(language: Language) -> re.Pattern[str]:
    return compiled(language.vocabulary["deal-kind"]["joint-venture"])


@cache
def _given_by(language: Language) -> re.Pattern[str]:
    return compiled(language.given_by)


@cache
def _out_of(language: Language, kind: str) -> re.Pattern[str]:
    return compiled(language.giving[kind].out_of)


@cache
def _group_of(language: Language) -> re.Pattern[str]:
    """What stands right before the name of the group that someone belongs to."""
    return re.compile(rf"{edge()}{group(language.group_of)}\Z", re.IGNORECASE)


@cache
def _role(language: Language, role: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What follows those who have a role, and what stands before them."""
    words = language.roles[role]
    return compiled(words.has), compiled(words.held_by)
