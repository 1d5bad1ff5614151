"""The shares that a text prints, in percent, as a fraction or in words, and what they are of."""

import re
from collections import deque
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import group, last_words, named_groups
from dealcli.reading.numbers import numbers

_NEAR = 60
"""Characters before and after a share in which words say what it is of."""
_BEHIND = 2
"""How many times farther a word before a share counts, against one after it."""
_END = re.compile(r"[.;:!?](?=\s)|\n\s*\n")
_SPLIT = re.compile(r"(?<![\w/:.,-])\d{1,2}(?:([/:-])\d{1,2})(?:\1\d{1,2}){0,2}(?![\w/:-]|[.,]\d)")
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
    words: re.Pattern[str]
    said: dict[str, re.Pattern[str]]
    of: re.Pattern[str]
    last_words: frozenset[str]
    share_of: re.Pattern[str]


def shares(text: str, language: Language) -> tuple[Share, ...]:
    """Return the shares of a text in its order: percentages, fractions, splits, and words."""
    forms = _forms(language)
    found = [
        *_percentages(text, forms, language),
        *_fractions(text, forms, language),
        *_splits(text, forms),
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
    for number in numbers(text, language):
        if number.percent:
            sign = forms.percent.match(text, number.end)
            end = sign.end() if sign else number.end
            of = _of(text, number.start, end, forms) if number.value <= 100 else "other"
            yield Share(number.start, end, number.value, number.bounds, of)


def _fractions(text: str, forms: _Forms, language: Language) -> Iterator[Share]:
    """Fractions in words; without a word of ownership beside it a fraction may be of anything."""
    for word in _WORD.finditer(text):
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
        of = _of(text, start, word.end(), forms)
        if found["above"] or of == "ownership":
            above = language.number_words.get((found["above"] or "").lower(), 1)
            yield Share(start, word.end(), Decimal(100 * above) / below, of=of)


def _splits(text: str, forms: _Forms) -> Iterator[Share]:
    """The parts of a split such as 50/50 or 60:40, which make a hundred."""
    for found in _SPLIT.finditer(text):
        parts = list(_DIGITS.finditer(text, *found.span()))
        if sum(int(part[0]) for part in parts) == 100:
            of = _of(text, *found.span(), forms) or "ownership"
            for part in parts:
                yield Share(*part.span(), Decimal(part[0]), of=of)


def _in_words(text: str, forms: _Forms) -> Iterator[Share]:
    """Words such as all, half, majority, before what is owned."""
    for found in forms.words.finditer(text):
        kind = next(name for name, words in found.groupdict().items() if words)
        if kind.startswith("share"):
            yield Share(*found.span(kind), Decimal(kind.removeprefix("share")), of="ownership")
        else:
            bound = frozenset({"above" if kind == "majority" else "below"})
            yield Share(*found.span(kind), Decimal(50), bound, "ownership")


def _of(text: str, start: int, end: int, forms: _Forms) -> str:
    """What a share is of, by the nearest words in its sentence, rather those after it."""
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
    ordinals = "|".join(re.escape(word) for words in language.ordinals for word in words)
    listed = {
        f"share{percent}": tuple(word for word in words if word not in language.fractions)
        for percent, words in language.share_words.items()
    } | {
        "majority": language.majorities,
        "minority": language.minorities,
    }
    return _Forms(
        percent=re.compile(rf"\)?[\s-]?(?:%|{group(language.per_cent)})", re.IGNORECASE),
        before_fraction=re.compile(
            rf"(?<![\w-])(?:(?P<above>{one})[\s-]|{articles}\s|(?P<ordinal>{ordinals})[\s-])?\Z",
            re.IGNORECASE,
        ),
        words=re.compile(
            rf"(?<![\w-])(?:{named_groups(listed)})[\s-](?:\w+[\s-]){{0,4}}?{owned}",
            re.IGNORECASE,
        ),
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
    )
