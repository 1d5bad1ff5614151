"""The currency of a printed number: the sign before it or the name after it."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from dealcli.language.pack import Currency, Language
from dealcli.language.phrases import compiled, group
from dealcli.language.signs import CURRENCY_SIGNS

_BEFORE = 8
"""The most characters of a sign with the space after it."""
_AFTER = 40
_REMEMBERED = 256
"""Texts whose countries are kept: a text with many figures is looked through once."""
_SIGN = rf"[^\W\d_]{{0,3}}\.?[{CURRENCY_SIGNS}]"


class Money(Struct, frozen=True):
    """A currency beside a number.

    Attributes:
        start: where it starts in the text.
        end: where it ends.
        printed: the sign or name.
        codes: the currencies that it may be, as ISO 4217 codes; none where the sign is unknown.
    """

    start: int
    end: int
    printed: str
    codes: tuple[str, ...]

    @property
    def is_sign(self) -> bool:
        """Whether it is a sign of money, and not three capital letters, which may be anything."""
        return self.printed[-1] in CURRENCY_SIGNS


class _Forms(Struct, frozen=True):
    before: re.Pattern[str]
    codes: dict[str, tuple[str, ...]]
    after: re.Pattern[str]
    names: tuple[tuple[str, re.Pattern[str]], ...]


def money_before(text: str, at: int, language: Language) -> Money | None:
    """Return the currency sign right before a place in a text."""
    first = max(0, at - _BEFORE)
    found = _forms(language).before.search(text[first:at])
    if not found:
        return None
    printed = found[1]
    codes = _forms(language).codes.get(printed.upper(), ())
    return Money(first + found.start(1), first + found.end(1), printed, codes)


def money_after(text: str, at: int, language: Language) -> Money | None:
    """Return the name of a currency right after a place in a text, or after a multiple there."""
    forms = _forms(language)
    found = forms.after.match(text[at : at + _AFTER])
    if not found:
        return None
    printed = found[1]
    codes = tuple(code for code, names in forms.names if names.fullmatch(printed))
    return Money(at + found.start(1), at + found.end(1), printed, codes)


@lru_cache(_REMEMBERED)
def meant(codes: tuple[str, ...], context: str, language: Language) -> tuple[str, ...]:
    """Return those of some currencies of one sign that a text can mean, by what it speaks of.

    Where it speaks of the country of one of them and not of that of another, the other is out.
    """
    shared = [currency for currency in language.currencies if currency.code in codes]
    if len(shared) < 2:
        return codes
    spoken = {one.code for one in shared if _speaks_of(one).search(context)}
    return tuple(one.code for one in shared if not spoken or one.code in spoken)


@cache
def named(word: str, language: Language) -> tuple[Currency, ...]:
    """Return the currencies that a word of a unit may name, by its code or one of its signs."""
    wanted = word.upper()
    return tuple(
        currency
        for currency in language.currencies
        if wanted == currency.code or wanted in map(str.upper, currency.signs)
    )


@cache
def _speaks_of(currency: Currency) -> re.Pattern[str]:
    """What a text has that speaks of a currency, without a sign that others have too."""
    return compiled((*currency.countries, *currency.names, f"={currency.code}"))


@cache
def _forms(language: Language) -> _Forms:
    codes: dict[str, tuple[str, ...]] = {}
    for currency in language.currencies:
        for sign in currency.signs:
            codes[sign.upper()] = (*codes.get(sign.upper(), ()), currency.code)
    signs = "|".join(re.escape(sign) for sign in sorted(codes, key=len, reverse=True))
    names = [name for currency in language.currencies for name in currency.names]
    listed = [sign for sign in codes if sign.isalpha()]
    multiple = group(tuple(form for forms in language.multiples.values() for form in forms))
    return _Forms(
        before=re.compile(rf"(?<![^\W\d_])((?i:{signs})|{_SIGN}|[A-Z]{{3}})\s?\Z"),
        codes=codes,
        after=re.compile(
            rf"[\s-]?(?:{multiple}[\s-])?({group((*names, *listed))}|[{CURRENCY_SIGNS}])(?!\w)",
            re.IGNORECASE,
        ),
        names=tuple(
            (one.code, re.compile(group((*one.names, *map(re.escape, one.signs))), re.IGNORECASE))
            for one in language.currencies
        ),
    )
