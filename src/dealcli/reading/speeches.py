"""Speeches: who says what, in quotation marks or reported."""

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.reading.people import Person
from dealcli.reading.quoted import Quoted, quoted
from dealcli.reading.saying import according, closing, reports, verb_first, verb_last, verb_next
from dealcli.reading.sentences import sentences_of
from dealcli.reading.spaces import with_plain_spaces
from dealcli.reading.speakers import Speakers, who

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
        self.speakers = Speakers(text, language)

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
        found = verb_first(self.language).match(self.text, passage.end, limit)
        if found:
            return self._named(found.end(), limit, passage.end, said)
        start = _gap(self.text, passage.end, limit)
        person = self.speakers.at(start, limit, said.person if said else None)
        if not person:
            return None
        verb = verb_next(self.language).match(self.text, max(person.reach, person.end), limit)
        if not verb or (verb["between"] and not person.title):
            return None
        if self._opens_next(passage, following, verb.end()):
            return None
        return _Said((start, verb.end()), person)

    def _opens_next(self, passage: Quoted, following: Quoted | None, at: int) -> bool:
        """Whether what follows a whole sentence is no attribution of it: it goes on with more."""
        if self.text[passage.end - 2] not in ".!?":
            return False
        if not closing(self.language).match(self.text, at) and self.text[at : at + 1] != ":":
            return True
        return following is not None and self.text[at : following.start].strip() in (",", ":")

    def _named(self, at: int, limit: int, start: int, said: _Said | None) -> _Said | None:
        """The attribution whose verb ends at a place."""
        person = self.speakers.at(at, limit, said.person if said else None)
        if not person:
            return None
        return _Said((_gap(self.text, start, limit), max(person.reach, person.end)), person)

    def _before(self, passage: Quoted, before: Quoted | None, said: _Said | None) -> _Said | None:
        """The attribution in the sentence before a passage: `Ann Roe, CEO of Acme, said: “`."""
        floor = max(before.end if before else 0, passage.start - _NEAR, 0)
        lead = self.text[floor : passage.start]
        verb = verb_last(self.language).search(lead)
        if not verb:
            return self._according(floor, passage.start)
        start = floor + _sentence_start(lead, verb.start(), self.language)
        person = self.speakers.within(start, floor + verb.start(), said.person if said else None)
        return _Said((start, floor + len(lead.rstrip())), person) if person else None

    def _according(self, floor: int, end: int) -> _Said | None:
        """The attribution `according to Ann Roe, CEO of Acme, “`."""
        found = next(according(self.language).finditer(self.text, floor, end), None)
        person = self.speakers.at(found.end(), end, None) if found else None
        if not found or not person or _ends_sentence(self.text, person.end, end):
            return None
        return _Said((found.start(), max(person.reach, person.end)), person)

    def _reported(self, inside: list[Span]) -> Iterator[Speech]:
        """Sentences in which a person says something without quotation marks."""
        for found in reports(self.language).finditer(self.text):
            at = bisect_left(inside, (found.start() + 1,)) - 1
            if at >= 0 and inside[at][1] > found.start():
                continue
            person = self.speakers.before_verb(found.start())
            if person:
                yield self._reported_by(person, found.end())

    def _reported_by(self, person: Person, said: int) -> Speech:
        """What a person is reported to say: after the verb, or before the person and a comma."""
        end = _sentence_end(self.text, said, self.language)
        floor = max(0, person.start - _NEAR)
        lead = self.text[floor : person.start]
        start = floor + _sentence_start(lead, len(lead), self.language)
        comma = self.text.rfind(",", start, person.start)
        is_last = bool(closing(self.language).match(self.text, said))
        if comma > start and is_last:
            span = comma + 1 + _leading(self.text[comma + 1 : person.start]), end
            return Speech(start, end, ((start, comma),), span, *who(person), is_direct=False)
        span = person.start, said
        return Speech(span[0], end, ((said, end),), span, *who(person), is_direct=False)


def _words(passage: Quoted) -> Span:
    return passage.start + 1, passage.end - passage.is_closed


def _speech(said: _Said, spoken: list[Span]) -> Speech:
    start = min(said.span[0], spoken[0][0])
    end = max(said.span[1], spoken[-1][1])
    return Speech(start, end, tuple(spoken), said.span, *who(said.person), is_direct=True)


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
