"""People whom a text names with their title: who they are and whom they work for."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import group, last_words
from dealcli.reading.capitals import CAPITAL, Run, capital_runs, form_start
from dealcli.reading.spaces import REMEMBERED, with_plain_spaces
from dealcli.reading.words import possessive_ending

_TAIL = 200
"""Characters after a name in which a title is looked for."""
_LONGEST_NAME = 5

_NAME_LAZY = r"(?:[^\W\d_a-z](?:[\w&-]|\.(?=\w))* ){0,5}?[^\W\d_a-z][\w&-]*"
_NAME = r"(?:[^\W\d_a-z](?:[\w&-]|\.(?=\w))* ){0,5}[^\W\d_a-z][\w&-]*"


class Person(Struct, frozen=True):
    """Someone with a title.

    Attributes:
        start: where the name starts.
        end: where it ends.
        name: the name as printed, without `Mr.` and the like.
        title: the position as printed; empty where there is none.
        party: the organisation as printed; empty where there is none.
        reach: where all of it ends: name, title and organisation.
    """

    start: int
    end: int
    name: str
    title: str = ""
    party: str = ""
    reach: int = 0


@lru_cache(REMEMBERED)
def people(text: str, language: Language) -> tuple[Person, ...]:
    """Return the people of a text that are named with a title or an honorific, in its order.

    The forms are `Ann Roe, CEO of Acme`, `Acme CEO Ann Roe`, `Acme's chairman, Ann Roe`,
    `Ann Roe, Acme President`, `Ms. Ann Roe`.
    """
    text = with_plain_spaces(text)
    runs = capital_runs(text, language)
    found: dict[int, Person] = {}
    reach = 0
    for number, run in enumerate(runs):
        if run.start < reach:
            continue
        after = runs[number + 1] if number + 1 < len(runs) else None
        person = _titled(text, run, after, language) or _person(text, run, language)
        if person:
            found.setdefault(person.start, person)
            reach = person.reach
    return tuple(found[start] for start in sorted(found))


def _person(text: str, run: Run, language: Language) -> Person | None:
    """A name with the title after it, or with an honorific or a small title before it."""
    start = past_honorifics(text, run, language)
    name = text[start : run.end]
    if not _may_be_person(name, language):
        return None
    after = _title_after(text, run.end, language)
    if after and text[run.end] == ",":
        return Person(start, run.end, name, *after)
    before = _title_before(text, run.start, language)
    if start > run.start or before:
        title = before["title"] if before else ""
        owner = _owner(before.string, before.start(), language, is_noun=True) if before else ""
        party, reach = (owner, run.end) if owner else _employer(text, run.end, language)
        further = None if title else _title_after(text, reach, language)
        return Person(start, run.end, name, *(further or (title, party, reach)))
    return None


def _title_before(text: str, at: int, language: Language) -> re.Match[str] | None:
    """A title in small letters right before a name; its last word is looked at first."""
    near = text[max(0, at - 80) : at]
    last = re.split(r"[ -]", near.rstrip(" ,").casefold())[-1]
    if last not in _job_words(language)[0] and not near.endswith(", "):
        return None
    return _small_title(language).search(near)


def _titled(text: str, run: Run, after: Run | None, language: Language) -> Person | None:
    """A name right after a title in the same run: `Acme CEO Ann Roe`, or after a comma."""
    if not _may_have_title(text, run, language):
        return None
    spans = [part for span in run.words for part in _without_title(text, *span, language)]
    words = [text[start:end] for start, end in spans]
    first, last = title_words(words, language)
    if first == last:
        return None
    owner = text[spans[0][0] : spans[first - 1][1]] if first else _owner(text, run.start, language)
    title = text[spans[first][0] : spans[last - 1][1]]
    if last < len(words):
        start, end = spans[last][0], run.end
    elif after and owner and text[run.end : after.start] == ", ":
        start, end = after.start, after.end
    else:
        return None
    name = text[start:end]
    if not _may_be_person(name, language):
        return None
    party, reach = (owner, end) if owner else _employer(text, end, language)
    return Person(start, end, name, title, party, reach)


def _may_have_title(text: str, run: Run, language: Language) -> bool:
    """Whether a word of a run is one of a job title, or has more capitals than its first."""
    nouns, _ = _job_words(language)
    words = [text[start:end] for start, end in run.words]
    return any(word.casefold() in nouns or not (word.istitle() or word.isupper()) for word in words)


def _without_title(
    text: str, start: int, end: int, language: Language
) -> Iterator[tuple[int, int]]:
    """The parts of a word: a title and the name that is glued to it, or the word itself."""
    found = _glued_title(language).match(text, start, end)
    yield start, found.end() if found else end
    if found:
        yield found.end(), end


def title_words(words: list[str], language: Language) -> tuple[int, int]:
    """Return the first and the end of the words that are a job title; the same where none are."""
    nouns, modifiers = _job_words(language)
    low = [word.casefold() for word in words]
    last = next((at for at in reversed(range(len(low))) if low[at] in nouns), None)
    if last is None:
        return 0, 0
    first = last
    while first and (low[first - 1] in nouns or low[first - 1] in modifiers):
        first -= 1
    if first > 1 and low[first - 2] in language.chiefs:
        first -= 2
    return first, last + 1


def _title_after(text: str, at: int, language: Language) -> tuple[str, str, int] | None:
    """The title, the organisation and the end of what follows a name after a comma."""
    found = _apposition(language).match(text, at, at + _TAIL)
    if not found:
        return None
    lead, title = found["lead"], found["title"]
    party, reach = _employer(text, found.end(), language)
    if lead and lead[0].isupper() and not party:
        rest = _rest(language).match(text, found.end(), at + _TAIL)
        title, reach = (f"{title}{rest[0]}", rest.end()) if rest else (title, found.end())
        return title, _owner_end(language).sub("", lead).strip(), reach
    title = f"{lead}{title}"
    rest = _rest(language).match(text, found.end(), at + _TAIL)
    if party or not rest:
        further, further_reach = _employer(text, reach, language) if party else ("", 0)
        if party and title.rpartition(" ")[2].casefold() in language.offices:
            further_reach = further_reach or reach
            return text[found.start("lead") : reach], further, further_reach
        if further:
            return text[found.start("lead") : reach], further, further_reach
        return title, party, reach
    return f"{title}{rest[0]}", "", rest.end()


def _employer(text: str, at: int, language: Language) -> tuple[str, int]:
    """The organisation after `of` or `at`, with its end; none gives the place itself."""
    found = _works_for(language).match(text, at) or _after_comma(language).match(text, at)
    if not found or found["party"] in language.places:
        return "", at
    return found["party"], found.end()


def _owner(text: str, at: int, language: Language, *, is_noun: bool = False) -> str:
    """The name with a possessive right before a place; before a small noun also without one."""
    found = _owned(language, is_noun).search(text, max(0, at - 80), at)
    return found[1] if found else ""


@cache
def _owned(language: Language, is_noun: bool) -> re.Pattern[str]:
    optional = "?" if is_noun else ""
    return re.compile(rf"(?<!\w)({_NAME})(?:{possessive_ending(language)}){optional} \Z")


@cache
def _owner_end(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{possessive_ending(language)})?\s*\Z")


def past_honorifics(text: str, run: Run, language: Language) -> int:
    """Return where a run starts without `Mr.` and the like."""
    for start, end in run.words:
        if text[start:end].rstrip(".") not in language.honorifics:
            return start
    return run.end


def _may_be_person(name: str, language: Language) -> bool:
    words = name.split()
    nouns, _ = _job_words(language)
    return (
        1 < len(words) <= _LONGEST_NAME
        and "&" not in words
        and form_start(name, language) == len(name)
        and not any(any(letter.isdigit() for letter in word) for word in words)
        and not any(word.casefold() in nouns for word in words)
        and words[0].lower() not in language.stop_words
        and words[-1].casefold() not in _organisations(language)
        and name not in language.places
    )


@cache
def _organisations(language: Language) -> frozenset[str]:
    """What the name of an institution or of a thing ends in."""
    return last_words((*language.institutions, *language.things))


@cache
def _job_words(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    nouns = frozenset(word.casefold() for word in language.job_nouns)
    return nouns, frozenset(word.casefold() for word in language.job_modifiers)


@cache
def _job(language: Language) -> str:
    """The expression for a job title: modifiers and nouns, joined by `and`, `&` or a comma."""
    nouns = "|".join(sorted(map(re.escape, language.job_nouns), key=len, reverse=True))
    every = "|".join(
        sorted(
            map(re.escape, (*language.job_nouns, *language.job_modifiers)), key=len, reverse=True
        )
    )
    joint = "|".join(rf"{re.escape(word)} " if word.isalpha() else word for word in language.and_)
    noun, word = rf"(?:{nouns})(?!\w)", rf"(?:{every})(?!\w)"
    chief = rf"(?:{'|'.join(language.chiefs)}) \w+ (?={noun})"
    words = rf"(?:{chief}|{word}[ -](?:& )?){{0,6}}{noun}"
    more = rf"(?:[ -]{word})*"
    return rf"(?i:{words}{more}(?:,? (?:{joint}|& )?{words}{more}){{0,3}})"


@cache
def _glued_title(language: Language) -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, language.job_nouns))
    return re.compile(rf"(?:\w+-)?(?i:{nouns})(?={CAPITAL}[a-z])(?<=[a-z])")


@cache
def _apposition(language: Language) -> re.Pattern[str]:
    articles = "|".join(language.articles)
    joint = "|".join(rf" {re.escape(word)}" for word in language.and_ if word.isalpha())
    degrees = "|".join(map(re.escape, language.credentials))
    lead = rf"(?:(?:{_NAME_LAZY}(?:{possessive_ending(language)})?) )??"
    start = rf"(?:,\s(?:{degrees})\.?){{0,3}}(?:,|{joint})\s(?:(?:{articles}) )?"
    return re.compile(rf"{start}(?P<lead>{lead})(?P<title>{_job(language)})")


@cache
def _small_title(language: Language) -> re.Pattern[str]:
    """A title, with its field of work or without, right before a name."""
    words = "|".join(map(re.escape, language.works_for))
    field = rf" (?:{words}) [\w&]+(?: [\w&]+){{0,3}}(?=,)"
    return re.compile(rf"(?<!\w)(?P<title>{_job(language)}(?:{field})?),? \Z")


@cache
def _works_for(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, language.works_for))
    articles = "|".join(language.articles)
    forms = rf"(?:,? {group(language.company_forms)}\.?)*"
    return re.compile(rf",? (?:{words})(?: (?:{articles}))? ?(?P<party>{_NAME}{forms})")


@cache
def _after_comma(language: Language) -> re.Pattern[str]:
    """An organisation after a title and a comma, before what says that someone speaks."""
    forms = rf"(?:,? {group(language.company_forms)}\.?)*"
    saying = rf",? {group(language.saying)}"
    return re.compile(rf", (?P<party>{_NAME}{forms})(?={saying}|[,.]? [\"“]|\.?\Z|\.?\n)")


@cache
def _rest(language: Language) -> re.Pattern[str]:
    """The rest of a title that goes on in other words up to a comma: `responsible for trade`."""
    saying = group(language.saying)
    return re.compile(rf" (?!{saying})[^\W\d_A-Z][^,;:.“”\"()\n]{{2,90}}(?=,)")
