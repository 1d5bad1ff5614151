"""The shares that a text prints, in percent, as a fraction or in words, and what they are of."""

import re
from collections import deque
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import compiled, group, last_words, named_groups
from dealcli.reading.numbers import numbers
from dealcli.reading.word_starts import Sought, matches, sought, starts_of

_NEAR = 60
"""Characters before and after a share in which words say what it is of."""
_BEHIND = 2
"""How many times farther a word before a share counts, against one after it."""
_END = re.compile(r"[.;:!?](?=\s)|\n\s*\n")
_SPLIT = re.compile(r"(?<![\w/:.,-])\d{1,2}(?:([/:-])\d{1,2})(?:\1\d{1,2}){0,2}(?![\w/:-]|[.,]\d)")
_RATIO = re.compile(r"(?<![\w/.,$-])(\d{1,2})/(\d{1,2})(?=[\s-])")
_REPEATED = re.compile(r"\s?\(")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")


class Share(Struct, frozen=True):
    """A printed share.

    Attributes:
        start: where it starts in the text.
        end: where it ends.
        value: so many of a hundred.
        bounds: as of a number; `above` for a majority.
        of: `ownership`; `other` for a share of anything else, such as net sales, and for a rate;
            empty where no word near it tells.
    """

    start: int
    end: int
    value: Decimal
    bounds: frozenset[str] = frozenset()
    of: str = ""


class _Forms(Struct, frozen=True):
    percent: re.Pattern[str]
    before_fraction: re.Pattern[str]
    words: Sought
    fractions: frozenset[str]
    said: dict[str, re.Pattern[str]]
    of: re.Pattern[str]
    last_words: frozenset[str]
    share_of: re.Pattern[str]
    owned: re.Pattern[str]
    owned_whole: re.Pattern[str]
    equal: Sought
    number_before: re.Pattern[str]


def shares(text: str, language: Language) -> tuple[Share, ...]:
    """Return the shares of a text in its order: percentages, fractions, splits, and words."""
    forms = _forms(language)
    found = [
        *_percentages(text, forms, language),
        *_fractions(text, forms, language),
        *_splits(text, forms, language),
        *_ratios(text, forms, language),
        *_equal(text, forms, language),
    ]
    read = {share.start for share in found} | {share.end for share in found}
    found += (
        share for share in _in_words(text, forms) if read.isdisjoint((share.start, share.end))
    )
    return tuple(sorted(found, key=lambda share: share.start))


def gives_share(text: str, value: Decimal, language: Language) -> bool:
    """Whether a text gives a share in words: all of it, half, or a fraction that rounds to it."""
    places = int(value.as_tuple().exponent)
    return shares_in_words(text, value, language) or any(
        abs(share.value - value) * 2 < Decimal(1).scaleb(places)
        for share in _fractions(text, _forms(language), language)
    )


def shares_in_words(text: str, value: Decimal, language: Language) -> bool:
    """Whether some words say a share without its number: all of it, or half."""
    said = _forms(language).said.get(f"{value:f}")
    return said is not None and said.search(text) is not None


def _percentages(text: str, forms: _Forms, language: Language) -> Iterator[Share]:
    """Percentages; one that is repeated in brackets is one share: "ten percent (10%)"."""
    last: Share | None = None
    for number in numbers(text, language):
        if not number.percent:
            continue
        start, bounds = number.start, number.bounds
        sign = forms.percent.match(text, number.end)
        end = sign.end() if sign else number.end
        if last and last.value == number.value and _REPEATED.fullmatch(text, last.end, start):
            start, bounds = last.start, last.bounds | bounds
            end += text.startswith(")", end)
        elif last:
            yield last
        of = _of(text, start, end, forms, language) if number.value <= 100 else "other"
        last = Share(start, end, number.value, bounds, of)
    if last:
        yield last


def _fractions(text: str, forms: _Forms, language: Language) -> Iterator[Share]:
    """Fractions in words; without a word of ownership beside it a fraction may be of anything."""
    for word in matches(_WORD, text, starts_of(text, forms.fractions)):
        below = language.fractions.get(word[0].lower())
        following = _WORD.match(text, word.end() + 1)
        if below is None or (following and following[0].lower() in language.fractions):
            continue  # "a third quarter"
        found = forms.before_fraction.search(text[max(0, word.start() - _NEAR) : word.start()])
        if found is None or found["ordinal"]:
            continue
        if not found[0] and below != 2:
            continue
        start = word.start() - len(found[0])
        of = _of(text, start, word.end(), forms, language)
        if found["above"] or of == "ownership":
            above = language.number_words.get((found["above"] or "").lower(), 1)
            yield Share(start, word.end(), Decimal(100 * above) / below, of=of)


def _splits(text: str, forms: _Forms, language: Language) -> Iterator[Share]:
    """The parts of a split such as 50/50 or 60:40, which make a hundred."""
    for found in _SPLIT.finditer(text):
        parts = list(_DIGITS.finditer(text, *found.span()))
        if sum(int(part[0]) for part in parts) == 100:
            of = _of(text, *found.span(), forms, language) or "ownership"
            for part in parts:
                yield Share(*part.span(), Decimal(part[0]), of=of)


def _ratios(text: str, forms: _Forms, language: Language) -> Iterator[Share]:
    """Fractions in digits right before what is owned: "a 1/3 interest", "3/5 of the shares"."""
    for found in _RATIO.finditer(text):
        part, whole = int(found[1]), int(found[2])
        owned = forms.owned.match(text, found.end()) if 0 < part < whole else None
        word = owned["word"] if owned else None
        if owned and part + whole != 100 and (word or "").lower() not in language.stop_words:
            yield Share(*found.span(), Decimal(100 * part) / whole, of="ownership")


def _equal(text: str, forms: _Forms, language: Language) -> Iterator[Share]:
    """Equal shares, of two owners unless a number says of how many: "three equal partners"."""
    for found in forms.equal.finditer(text):
        before = forms.number_before.search(text, max(0, found.start() - _NEAR), found.start())
        owners = language.number_words[before["number"].lower()] if before else 2
        yield Share(*found.span(), Decimal(100) / max(owners, 2), of="ownership")


def _in_words(text: str, forms: _Forms) -> Iterator[Share]:
    """Words such as all, half, majority, before what is owned."""
    for found in forms.words.finditer(text):
        kind = next(name for name, words in found.groupdict().items() if words)
        if kind == "whole":
            yield Share(*found.span(kind), Decimal(100), of="ownership")
        elif kind.startswith("share"):
            yield Share(*found.span(kind), Decimal(kind.removeprefix("share")), of="ownership")
        else:
            bound = frozenset({"above" if kind == "majority" else "below"})
            yield Share(*found.span(kind), Decimal(50), bound, "ownership")


def _of(text: str, start: int, end: int, forms: _Forms, language: Language) -> str:
    """What a share is of, by the nearest words in its sentence, rather those after it."""
    whole = forms.owned_whole.match(text, end)
    if whole and (whole["next"] or "").lower() in language.stop_words | {""}:
        return "ownership"
    after = _END.split(text[end : end + _NEAR], maxsplit=1)[0]
    ahead = _first(after, forms)
    if ahead and forms.share_of.match(after):
        return str(ahead.lastgroup)
    before = _END.split(text[max(0, start - _NEAR) : start])[-1]
    behind = _last(before, forms)
    if not behind:
        return str(ahead.lastgroup) if ahead else ""
    distance = _BEHIND * (len(before) - behind.end())
    return str((ahead if ahead and ahead.start() <= distance else behind).lastgroup)


def _first(text: str, forms: _Forms) -> re.Match[str] | None:
    """The first word in a text that says what a share is of."""
    known = not forms.last_words.isdisjoint(_WORD.findall(text.lower()))  # Most have none.
    return forms.of.search(text) if known else None


def _last(text: str, forms: _Forms) -> re.Match[str] | None:
    """The last word in a text that says what a share is of."""
    known = not forms.last_words.isdisjoint(_WORD.findall(text.lower()))
    found = deque(forms.of.finditer(text) if known else (), maxlen=1)
    return found[0] if found else None


@cache
def _forms(language: Language) -> _Forms:
    one = group((*(word for word, value in language.number_words.items() if 0 < value < 10),))
    articles = group(language.indefinite_articles)
    owned = group(language.whole_of)
    owned_part = group((*language.whole_of, *language.ownership))
    ordinals = "|".join(re.escape(word) for words in language.ordinals for word in words)
    owners, owning = group(language.owners), group(language.owning)
    listed = {
        f"share{percent}": tuple(word for word in words if word not in language.fractions)
        for percent, words in language.share_words.items()
    }
    most = {
        "majority": language.majorities,
        "minority": language.minorities,
    }
    return _Forms(
        percent=re.compile(rf"\)?[\s-]?(?:%|{group(language.per_cent)})", re.IGNORECASE),
        before_fraction=re.compile(
            rf"(?<![\w-])(?:(?P<above>{one})[\s-]|{articles}\s|(?P<ordinal>{ordinals})[\s-])?\Z",
            re.IGNORECASE,
        ),
        words=sought(
            re.compile(
                rf"(?<![\w-])(?:(?:{named_groups(listed)})[\s-](?:\w+[\s-]){{0,4}}?{owned}"
                rf"|(?:{named_groups(most)})[\s-](?:\w+[\s-]){{0,4}}?(?:{owned}|{owners})"
                rf"|{owning}[\s-](?P<whole>{group(language.share_words['100'])})[\s-]"
                rf"{group(language.share_of)}\s)",
                re.IGNORECASE,
            ),
            chain(*listed.values(), *most.values(), language.owning),
        ),
        fractions=frozenset(language.fractions),
        said={
            percent: re.compile(rf"(?<!\w){group(words)}", re.IGNORECASE)
            for percent, words in language.share_words.items()
        },
        of=re.compile(
            r"(?<!\w)(?:"
            + named_groups({"ownership": language.ownership, "other": language.not_ownership})
            + ")",
            re.IGNORECASE,
        ),
        last_words=last_words((*language.ownership, *language.not_ownership)),
        share_of=re.compile(rf"\s{group(language.share_of)}\s", re.IGNORECASE),
        owned=re.compile(
            rf"\s{group(language.share_of)}\s(?:\w+[\s-]){{0,3}}?{owned}"
            rf"|[\s-](?:(?P<word>\w+)[\s-])?{owned_part}",
            re.IGNORECASE,
        ),
        owned_whole=re.compile(
            rf"\s{group(language.share_of)}\s{group(language.articles)}\s"
            rf"{group(language.owned_whole)}(?!['\u2019-])(?:\s(?P<next>\w+))?",
            re.IGNORECASE,
        ),
        equal=sought(compiled(language.equal_shares), language.equal_shares),
        number_before=re.compile(rf"(?<![\w-])(?P<number>{one})[\s-]\Z", re.IGNORECASE),
    )
