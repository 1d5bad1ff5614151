"""Speeches: who says what, in quotation marks or reported."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import edge, group
from dealcli.reading.capitals import CAPITAL, SPACE, Run, capital_runs
from dealcli.reading.people import Person, people
from dealcli.reading.quoted import Quoted, quoted
from dealcli.reading.sentences import sentences_of
from dealcli.reading.spaces import with_plain_spaces

_NEAR = 320
"""Characters between a speech and its attribution, at most."""

_SHORTEST = 4
"""Characters of a passage in quotation marks that says nothing, at most."""

Span = tuple[int, int]


class Speech(Struct, frozen=True):
    """What someone says.

    Attributes:
        start: where the first of the spoken words or of the attribution starts.
        end: where the last of them ends.
        spoken: the spans of the spoken words, without their quotation marks.
        attribution: the span of the words that say who speaks.
        speaker: the name of the speaker as printed.
        title: the speaker's position as printed; empty where there is none.
        party: whom the speaker works for, as printed; empty where there is none.
        is_direct: whether the words are in quotation marks.
    """

    start: int
    end: int
    spoken: tuple[Span, ...]
    attribution: Span
    speaker: str
    title: str
    party: str
    is_direct: bool


def speeches(text: str, language: Language) -> tuple[Speech, ...]:
    """Return the speeches of a text, in its order.

    Direct speech is in quotation marks and has an attribution right before or after it, or between
    its parts: `“…,” said Ann Roe, CEO of Acme. “…”`. Later paragraphs that begin with an opening
    mark belong to it. Reported speech is a sentence: `Ann Roe noted that …`.
    """
    return _Reader(with_plain_spaces(text), language).speeches()


class _Said(Struct, frozen=True):
    """An attribution: its span, and the person it names."""

    span: Span
    person: Person


class _Reader:
    """The people of one text, and the attributions to them."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.people = people(text, language)
        self.starts = [person.start for person in self.people]
        self.runs = capital_runs(text, language)
        self.run_starts = [run.start for run in self.runs]
        self.by_name: dict[str, Person] = {}
        for person in self.people:
            for name in (person.name, person.name.split()[-1]):
                known = self.by_name.get(name)
                if not known or (person.title and not known.title):
                    self.by_name[name] = person

    def speeches(self) -> tuple[Speech, ...]:
        """All speeches in the order of the text."""
        direct = list(self._direct())
        inside = [span for speech in direct for span in (*speech.spoken, speech.attribution)]
        found = [*direct, *self._reported(sorted(inside))]
        return tuple(sorted(found, key=lambda speech: speech.start))

    def _direct(self) -> Iterator[Speech]:
        """Speech in quotation marks: each attribution with the passages that it is for."""
        passages = [
            one for one in quoted(self.text, self.language) if one.end - one.start > _SHORTEST
        ]
        said: _Said | None = None
        spoken: list[Span] = []
        for number, passage in enumerate(passages):
            before = passages[number - 1] if number else None
            after = passages[number + 1] if number + 1 < len(passages) else None
            goes_on = bool(said and before and spoken and self._goes_on(said, before, passage))
            own = self._after(passage, after, said) or (
                None if goes_on else self._before(passage, before, said)
            )
            if own and said and spoken and (not goes_on or own.person.name != said.person.name):
                yield _speech(said, spoken)
                spoken = []
            if own and (not goes_on or not spoken):
                said = own
            elif not goes_on:
                if said and spoken:
                    yield _speech(said, spoken)
                spoken = []
                continue
            spoken.append(_words(passage))
        if said and spoken:
            yield _speech(said, spoken)

    def _goes_on(self, said: _Said, before: Quoted, passage: Quoted) -> bool:
        """Whether a passage goes on with the speech before it."""
        between = self.text[before.end : passage.start]
        if not between.strip():
            return not before.is_closed or "\n" not in between
        rest = self.text[max(before.end, said.span[1]) : passage.start]
        is_split = said.span[0] >= before.end and said.span[1] <= passage.start
        return is_split and len(rest.strip(" .,:;")) == 0 and "\n\n" not in rest

    def _after(self, passage: Quoted, following: Quoted | None, said: _Said | None) -> _Said | None:
        """The attribution right after a passage: `said Ann Roe`, `Ann Roe, CEO, added`."""
        if not passage.is_closed:
            return None
        limit = min(passage.end + _NEAR, following.start if following else len(self.text))
        found = _verb_first(self.language).match(self.text, passage.end, limit)
        if found:
            return self._named(found.end(), limit, passage.end, said)
        start = _gap(self.text, passage.end, limit)
        person = self._speaker_at(start, limit, said)
        if not person:
            return None
        verb = _verb_next(self.language).match(self.text, max(person.reach, person.end), limit)
        if not verb or (verb["between"] and not person.title):
            return None
        if self._opens_next(passage, following, verb.end()):
            return None
        return _Said((start, verb.end()), person)

    def _opens_next(self, passage: Quoted, following: Quoted | None, at: int) -> bool:
        """Whether what follows a whole sentence is no attribution of it: it goes on with more."""
        if self.text[passage.end - 2] not in ".!?":
            return False
        if not _closing(self.language).match(self.text, at) and self.text[at : at + 1] != ":":
            return True
        return following is not None and self.text[at : following.start].strip() in (",", ":")

    def _named(self, at: int, limit: int, start: int, said: _Said | None) -> _Said | None:
        """The attribution whose verb ends at a place."""
        person = self._speaker_at(at, limit, said)
        if not person:
            return None
        return _Said((_gap(self.text, start, limit), max(person.reach, person.end)), person)

    def _before(self, passage: Quoted, before: Quoted | None, said: _Said | None) -> _Said | None:
        """The attribution in the sentence before a passage: `Ann Roe, CEO of Acme, said: “`."""
        floor = max(before.end if before else 0, passage.start - _NEAR, 0)
        lead = self.text[floor : passage.start]
        verb = _verb_last(self.language).search(lead)
        if not verb:
            return self._according(floor, passage.start)
        start = floor + _sentence_start(lead, verb.start(), self.language)
        person = self._speaker_in(start, floor + verb.start(), said)
        return _Said((start, floor + len(lead.rstrip())), person) if person else None

    def _according(self, floor: int, end: int) -> _Said | None:
        """The attribution `according to Ann Roe, CEO of Acme, “`."""
        found = next(_according(self.language).finditer(self.text, floor, end), None)
        person = self._speaker_at(found.end(), end, None) if found else None
        if not found or not person or _ends_sentence(self.text, person.end, end):
            return None
        return _Said((found.start(), max(person.reach, person.end)), person)

    def _speaker_in(self, start: int, end: int, said: _Said | None) -> Person | None:
        """The first speaker who is named between two places."""
        at = bisect_left(self.starts, start)
        if at < len(self.people) and self.people[at].start < end:
            return self._known(self.people[at])
        return self._speaker_at(start, end, said)

    def _speaker_at(self, start: int, limit: int, said: _Said | None) -> Person | None:
        """The speaker who is named at a place: with a title, by a name, or by a pronoun."""
        pronoun = _pronoun(self.language).match(self.text, start, limit)
        if pronoun:
            return Person(start, pronoun.end(), *_who(said.person), pronoun.end()) if said else None
        at = bisect_left(self.starts, start)
        if at < len(self.people) and self.people[at].start < limit:
            person = self.people[at]
            lead = self.text[start : person.start]
            if lead.strip(" .") in self.language.honorifics:
                return self._known(person)
            if len(lead) < 80 and not any(sign in lead for sign in '.:;\n“"'):
                return self._known(person)
        number = bisect_left(self.run_starts, start)
        if number < len(self.runs) and self.runs[number].start <= start + 4:
            return self._plain(self.runs[number], start, limit)
        return None

    def _plain(self, run: Run, start: int, limit: int) -> Person | None:
        """A speaker without a title: a surname, a name, or an organisation."""
        lead = self.text[start : run.start].lower().strip(" ")
        if run.start >= limit or lead not in ("", *self.language.articles):
            return None
        name = self.text[run.start : run.end]
        known = self.by_name.get(name)
        if known:
            return Person(run.start, run.end, *_who(known), run.end)
        return Person(run.start, run.end, name, "", "", run.end)

    def _known(self, person: Person) -> Person:
        """A person with the title and organisation that the text gives elsewhere."""
        known = self.by_name.get(person.name)
        if person.title or not known:
            return person
        return Person(person.start, person.end, *_who(known), person.reach)

    def _reported(self, inside: list[Span]) -> Iterator[Speech]:
        """Sentences in which a person says something without quotation marks."""
        for found in _reports(self.language).finditer(self.text):
            at = bisect_left(inside, (found.start() + 1,)) - 1
            if at >= 0 and inside[at][1] > found.start():
                continue
            person = self._subject(found.start())
            if person:
                yield self._reported_by(person, found)

    def _reported_by(self, person: Person, verb: re.Match[str]) -> Speech:
        """What a person is reported to say: after the verb, or before the person and a comma."""
        end = _sentence_end(self.text, verb.end(), self.language)
        floor = max(0, person.start - _NEAR)
        lead = self.text[floor : person.start]
        start = floor + _sentence_start(lead, len(lead), self.language)
        comma = self.text.rfind(",", start, person.start)
        is_last = bool(_closing(self.language).match(self.text, verb.end()))
        if comma > start and is_last:
            span = comma + 1 + _leading(self.text[comma + 1 : person.start]), end
            return Speech(start, end, ((start, comma),), span, *_who(person), is_direct=False)
        span = person.start, verb.end()
        return Speech(span[0], end, ((verb.end(), end),), span, *_who(person), is_direct=False)

    def _subject(self, verb: int) -> Person | None:
        """The person who is named right before a verb."""
        number = bisect_left(self.run_starts, verb) - 1
        if number < 0:
            return None
        at = bisect_left(self.starts, verb) - 1
        if at >= 0:
            person = self.people[at]
            if not self.text[max(person.reach, person.end) : verb].strip(" ,"):
                return self._known(person)
        run = self.runs[number]
        known = self.by_name.get(self.text[run.start : run.end])
        if known and not self.text[run.end : verb].strip():
            return Person(run.start, run.end, *_who(known), run.end)
        return None


def _who(person: Person) -> tuple[str, str, str]:
    return person.name, person.title, person.party


def _words(passage: Quoted) -> Span:
    return passage.start + 1, passage.end - passage.is_closed


def _speech(said: _Said, spoken: list[Span]) -> Speech:
    start = min(said.span[0], spoken[0][0])
    end = max(said.span[1], spoken[-1][1])
    return Speech(start, end, tuple(spoken), said.span, *_who(said.person), is_direct=True)


def _gap(text: str, at: int, limit: int) -> int:
    """The first place from another on that is no space or comma."""
    while at < limit and text[at] in " ,\u00a0":
        at += 1
    return at


def _sentence_start(lead: str, verb: int, language: Language) -> int:
    """Where the sentence starts that a place of some text is in."""
    start = lead.rfind("\n", 0, verb) + 1
    for begin, end in sentences_of(lead[start:], language):
        if start + end > verb:
            return start + begin + _leading(lead[start + begin :])
    return start


def _leading(text: str) -> int:
    return len(text) - len(text.lstrip())


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places."""
    return any(f"{mark} " in text[start:end] for mark in ".!?")


def _sentence_end(text: str, at: int, language: Language) -> int:
    limit = text.find("\n", at)
    part = text[at : min(limit if limit >= 0 else len(text), at + 2_000)]
    return at + next(end for _, end in sentences_of(part, language))


@cache
def _verb_first(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{SPACE}*,?{SPACE}*(?i:{group(language.saying)}){SPACE}*")


@cache
def _verb_next(language: Language) -> re.Pattern[str]:
    between = r"[^.;:“”\"\n]{0,60}?"
    between = rf"(?P<between>{between})"
    return re.compile(rf"(?:,?{SPACE})?{between}{edge()}{group(language.saying)}", re.IGNORECASE)


@cache
def _verb_last(language: Language) -> re.Pattern[str]:
    """A verb of saying at the end of what is before a speech."""
    between = r"[^.;:“”\"\n]{0,60}?"
    return re.compile(rf"{edge()}{group(language.saying)}{between}[,:]?\s*\Z", re.IGNORECASE)


@cache
def _according(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{edge()}{group(language.according)} ", re.IGNORECASE)


@cache
def _closing(language: Language) -> re.Pattern[str]:
    """What follows a verb of saying whose words are before it."""
    joints = "|".join((*language.place_joints, *language.speech_joints))
    return re.compile(rf"[.,]|\Z|\n| (?:{joints})\b")


@cache
def _pronoun(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, language.pronouns))
    return re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _reports(language: Language) -> re.Pattern[str]:
    """A verb of reported speech, whom it is said to, and `that`."""
    name = rf"{CAPITAL}[\w&-]*"
    to = rf"(?: {name}){{0,5}}(?= (?i:{group(language.that)}))"
    also = group(language.before_reporting)
    return re.compile(
        rf"{edge()}(?:(?i:{also}) )?(?i:{group(language.reporting)})(?:{to})?"
        rf"(?: (?i:{group(language.that)}))?(?=[ .,])"
    )
