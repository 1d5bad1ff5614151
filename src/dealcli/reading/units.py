"""Whether a printed number has a unit as a deal file writes it: `USD billion`, `% of net sales`."""

import re
from functools import cache

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.language.phrases import compiled, group
from dealcli.language.signs import CURRENCY_SIGNS
from dealcli.reading.money import Money, meant, money_after, money_before, named
from dealcli.reading.numbers import CURRENCY, Number

_BEFORE = 60
_AFTER = 60
"""Characters after a number in which its unit is looked for."""
_WORD = re.compile(rf"[^\W\d_]*[{CURRENCY_SIGNS}]|[^\W\d_]+")
_COUNTRY = re.compile(rf"(?<=\b[A-Z]{{2}})\s(?=[{CURRENCY_SIGNS}])")
"""The space between the country of a currency and its sign: `US $`."""


class _Forms(Struct, frozen=True):
    per_cent: re.Pattern[str]
    multiple: re.Pattern[str]
    multiples: dict[str, str]
    mate_after: re.Pattern[str]
    mate_before: re.Pattern[str]
    rates: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    plural: str


class Printed(Struct, frozen=True):
    """What is printed beside a number.

    Attributes:
        money: its currency, by the sign before it or, in a range, before its other end.
        multiple: `thousand`, `million`, ...; empty without one.
        letter: whether the multiple is one letter, which may be a unit instead.
        after: where the words of its unit start in the text: after the range and the percent sign.
        words: where they start after the multiple too.
    """

    money: Money | None
    multiple: str
    letter: bool
    after: int
    words: int


def printed_beside(text: str, number: Number, language: Language) -> Printed:
    """Return what is printed beside a number, or beside the other end of its range."""
    forms = _forms(language)
    mate = forms.mate_after.match(text, number.end, number.end + _AFTER)
    after = mate.end() if mate else number.end
    multiple = forms.multiple.match(text, after, after + _AFTER)
    money = money_before(text, number.start, language)
    if not money:
        first = max(0, number.start - _BEFORE)
        other = forms.mate_before.search(text[first : number.start])
        money = money_before(text, first + other.start(1), language) if other else None
    return Printed(
        money=money,
        multiple=str(multiple.lastgroup) if multiple else "",
        letter=multiple is not None and len(multiple[0].strip(" -\n")) == 1,
        after=after,
        words=multiple.end() if multiple else after,
    )


def has_unit(
    text: str, number: Number, unit: str, language: Language, context: str | None = None
) -> bool:
    """Whether a number of a text has a unit: its currency, its multiple, and the words after it.

    Args:
        text: what the number is printed in.
        number: one of `numbers(text, language)`.
        unit: the unit as a deal file writes it; empty for none.
        language: the language of the text.
        context: where the countries are looked for that tell two currencies of one sign apart;
            the text itself if there is no more of it.
    """
    forms = _forms(language)
    sign = forms.per_cent.match(unit)
    if sign and not number.percent:
        return False
    joined = _COUNTRY.sub("", unit[sign.end() if sign else 0 :])
    words = _WORD.findall(joined.lower())
    currency = next((word for word in words if named(word, language)), "")
    multiple = next((forms.multiples[word] for word in words if word in forms.multiples), "")
    printed = printed_beside(text, number, language)
    if currency and not _is_in(currency, printed, text, language, context or text):
        return False
    if not sign and not _is_multiple(multiple, printed):
        return False
    if printed.money and not words and not sign:
        return not printed.money.is_sign
    other = printed.money.printed.lower() if printed.money else ""
    rest = [word for word in words if word not in (currency, other, *language.unit_joints)]
    after = re.split(r"\d", text[printed.after : printed.after + _AFTER])[0].lower()
    before = re.split(r"\d", text[max(0, number.start - _AFTER) : number.start])[-1].lower()
    return all(
        _is_near(word, after, before, forms)
        for word in rest
        if forms.multiples.get(word, "") != multiple or not multiple
    )


def _is_near(word: str, after: str, before: str, forms: _Forms) -> bool:
    """Whether a word of a unit is after a number; an adverb of a rate may be before it."""
    for rate, adverb in forms.rates:
        if rate.fullmatch(word):
            return rate.search(after) is not None or adverb.search(before) is not None
    word = rf"(?<![^\W\d_]){re.escape(word)}{forms.plural}(?![^\W\d_])"
    return re.search(word, after) is not None


def _is_in(currency: str, printed: Printed, text: str, language: Language, context: str) -> bool:
    """Whether a number is in a currency of a unit, by the sign before it or the name after it."""
    money = printed.money or money_after(text, printed.after, language)
    if not money:
        return False
    wanted = {one.code for one in named(currency, language)}
    return not wanted.isdisjoint(meant(money.codes, context, language))


def _is_multiple(wanted: str, printed: Printed) -> bool:
    """Whether a number has the multiple of a unit, such as millions, or none if the unit has none.

    A letter alone may be another unit, such as metres, but not after money.
    """
    if printed.multiple != wanted and printed.letter and not printed.money:
        return not wanted
    return printed.multiple == wanted


@cache
def _forms(language: Language) -> _Forms:
    multiples = {name: group(forms) for name, forms in language.multiples.items()}
    any_multiple = "|".join(multiples.values())
    percent = rf"(?:%|{group(language.per_cent)})"
    joints = group(tuple({word for words in language.range_joints.values() for word in words}))
    number = r"\d(?:[\d.,]{0,18}\d)?"
    names = "|".join(f"(?P<{name}>{words})" for name, words in multiples.items())
    return _Forms(
        per_cent=re.compile(percent, re.IGNORECASE),
        multiple=re.compile(rf"[\s-]?(?:{names})(?![^\W\d_])", re.IGNORECASE),
        multiples={
            form.lower(): name for name, forms in language.multiples.items() for form in forms
        },
        mate_after=re.compile(
            rf"\s?{percent}?\s?(?:{joints}\s?{CURRENCY}{number}|\({number}{percent}?\))(?=\D)"
            rf"|\s?{percent}|\s?\)",
            re.IGNORECASE,
        ),
        mate_before=re.compile(
            rf"({number})(?:\s?-?(?:{any_multiple}))?\s?{joints}\s?\Z", re.IGNORECASE
        ),
        rates=tuple(
            (compiled((*nouns, *adverbs)), compiled(adverbs))
            for nouns, adverbs in language.rates.values()
        ),
        plural=rf"(?:{'|'.join(map(re.escape, language.plurals)) or '(?!)'})?",
    )
