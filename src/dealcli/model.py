"""A deal and its parts, as the deal file has them (format 1); knows nothing else of dealcli.

Field names are the file's keys; where a key is a word of Python's own (`class`, `from`, `in`), the
field has an underscore after it. Optional values are None and lists are tuples, never None.
"""

import re
from decimal import Decimal
from functools import cache
from inspect import get_annotations
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

_DECIMALS = r"\.[0-9]{1,20}"
PLAIN_NUMBER = (
    rf"(?!-0(?:\.0*)?$)-?(?:0(?!\.0{{6}})(?:{_DECIMALS})?|[1-9][0-9]{{0,19}}(?:{_DECIMALS})?)"
)
"""How a number is written: in digits that JSON carries as they stand (0.0000001 it would not).

This and the other patterns read alike in Python and in ECMA 262, which JSON Schema is read with.
"""

_YEAR = "[1-9][0-9]{3}"
_LEAP = "(?!0)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_DAY = (
    f"(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    f"|{_LEAP}-02-29)"
)


def _form(pattern: str, noun: str) -> Meta:
    """Text of a form; `noun` is how messages name it.

    The pattern goes where the JSON Schema finds it and `Part` checks it: msgspec's own
    `Meta(pattern=...)` crashes the interpreter at exit (msgspec issue 717).
    """
    return Meta(extra_json_schema={"pattern": f"^{pattern}$"}, extra={"noun": noun})


Text = Annotated[str, Meta(min_length=1, extra={"noun": "text"})]
Id = Annotated[
    str,
    _form(
        "[a-z0-9]+(?:[-_][a-z0-9]+)*",
        "an id: small letters, digits and hyphens, such as 'pack-venture'",
    ),
]
Word = Annotated[
    str,
    _form("[a-z]+(?:-[a-z]+)*", "a word in small letters, hyphens allowed, such as 'supply'"),
]
Date = Annotated[str, _form(_DAY, "a date that exists, written as 2025-04-14")]
Period = Annotated[
    str,
    _form(
        f"(?:{_DAY}|{_YEAR}(?:-(?:Q[1-4]|H[12]|0[1-9]|1[0-2]))?)",
        "a time that exists, written as 2027, 2024-Q3, 2024-H2, 2024-06 or 2025-04-14",
    ),
]
Year = Annotated[int, Meta(ge=1000, le=9999, extra={"noun": "a year of four digits"})]
Sha256 = Annotated[str, _form("[0-9a-f]{64}", "a SHA-256 in 64 small hex digits")]

DealKind = Literal[
    "joint-venture", "acquisition", "investment", "financing", "licence", "collaboration"
]
Stage = Literal["announced", "letter-of-intent", "signed", "closed", "superseded", "terminated"]
PartyKind = Literal["company", "subsidiary", "government", "bank", "fund", "unnamed"]
Firmness = Literal[
    "stated", "planned", "conditional", "under-evaluation", "aspiration", "projection"
]
Basis = Literal["stated", "implied"]
Horizon = Literal["near-term", "longer-term"]
Status = Literal[
    "announced",
    "pre-construction",
    "construction",
    "operating",
    "shelved",
    "cancelled",
    "mothballed",
    "retired",
]
PaymentForm = Literal[
    "cash",
    "shares",
    "loan",
    "convertible",
    "letter-of-credit",
    "milestone",
    "royalty",
    "subsidy",
    "contribution",
]


class Part(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A mapping of the deal file: no key but its own, nothing written for nothing."""

    def __post_init__(self) -> None:
        """Refuse text that has not the form of its field."""
        for field, pattern, noun in _forms(type(self)):
            value = getattr(self, field)
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and not pattern.fullmatch(text):
                    raise ValueError(f"{text!r} is not {noun}")

    @classmethod
    def kind_in_words(cls) -> str:
        """Return the kind of part in words: `joint venture` for JointVenture."""
        return re.sub("(?<!^)([A-Z])", r" \1", cls.__name__).lower()


@cache
def _forms(part: type[Part]) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """The fields of a part whose text has a form: name, pattern, noun."""
    annotations = {
        name: annotation
        for cls in part.__mro__
        for name, annotation in get_annotations(cls).items()
    }
    return tuple(
        (name, re.compile(form.extra_json_schema["pattern"]), (form.extra or {})["noun"])
        for name, annotation in annotations.items()
        if (form := _form_in(annotation)) and form.extra_json_schema
    )


def _form_in(annotation: Any) -> Meta | None:
    """The form of the text in a type; no type of the model has texts of two forms."""
    for meta in getattr(annotation, "__metadata__", ()):
        if isinstance(meta, Meta) and meta.extra_json_schema:
            return meta
    return next(filter(None, map(_form_in, getattr(annotation, "__args__", ()))), None)


class Passage(Part, frozen=True):
    """Words of a source that occur in it more than once, told apart by what stands around them.

    The names are those of the W3C Web Annotation Data Model's TextQuoteSelector.
    """

    exact: Text
    prefix: Text | None = None
    suffix: Text | None = None
    source: Id | None = None


Quote = Text | Passage
"""Verbatim words of a source; of the first one, unless a `Passage` names another."""

Quotes = Text | Passage | tuple[Quote, ...]
"""The words that a record rests on, as the file has them: one quote, or a list."""


def quotes_of(quote: Quotes | None) -> tuple[Quote, ...]:
    """The quotes of a record's `quote`, none to many."""
    if quote is None:
        return ()
    return quote if isinstance(quote, tuple) else (quote,)


def passage_of(quote: Quote) -> Passage:
    """A quote as a passage, with nothing said of what stands around it where it is only text."""
    return Passage(exact=quote) if isinstance(quote, str) else quote


class Record(Part, frozen=True, kw_only=True):
    """What every record may carry: the words it rests on, how firm they are, a remark."""

    quote: Quotes | None = None
    firmness: Firmness | None = None
    note: Text | None = None


class Quantity(Part, frozen=True, rename={"from_": "from"}):
    """A figure as the source gives it: never converted, never completed.

    One of `exact`, `about`, `above`, `below`, `at_least`, `up_to`, or `from_` with `to`. `unit` is
    as printed ("USD billion", "GWh"); `also` holds the same figure in the source's other units.
    """

    exact: Decimal | None = None
    about: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None
    at_least: Decimal | None = None
    up_to: Decimal | None = None
    from_: Decimal | None = None
    to: Decimal | None = None
    unit: Text | None = None
    also: tuple["Quantity", ...] = ()

    def __post_init__(self) -> None:
        """Refuse a mapping that gives no figure, or two."""
        super().__post_init__()
        single = (self.exact, self.about, self.above, self.below, self.at_least, self.up_to)
        given = sum(value is not None for value in single)
        bounds = (self.from_ is not None) + (self.to is not None)
        if (given, bounds) not in {(1, 0), (0, 2)}:
            raise ValueError(
                "a quantity has one of exact, about, above, below, at_least, up_to, or from with to"
            )


Amount = Decimal | Quantity
"""A quantity as the file has it: a bare number, or a mapping."""


def percent_sign(unit: str) -> str:
    """The `%` or "per cent" that a unit begins with, if it does."""
    found = re.match(r"%|per ?cent\b(?! points?)", unit)
    return found[0] if found else ""


def is_percent(value: Amount) -> bool:
    """Whether a share is so many of a hundred, and not so many shares or basis points."""
    return isinstance(value, Decimal) or not value.unit or bool(percent_sign(value.unit))


class Moment(Part, frozen=True, rename={"from_": "from"}):
    """A time that is not one plain date: a bound, an estimate, a range, or the source's words."""

    by: Period | None = None
    not_before: Period | None = None
    about: Period | None = None
    from_: Period | None = None
    to: Period | None = None
    text: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a mapping that says no time."""
        super().__post_init__()
        single = (self.by, self.not_before, self.about, self.text)
        bounds = (self.from_ is not None) + (self.to is not None)
        if bounds == 1 or not (bounds or any(single)):
            raise ValueError("a time has by, not_before, about, from with to, or text")


When = Period | Moment
"""A time as the file has it: a year, quarter, half, month or date, or a mapping."""


class Figure(Quantity, frozen=True, rename={"from_": "from"}):
    """A quantity that is a record of its own: of what, from when, in which words, how firm."""

    what: Text | None = None
    when: When | None = None
    quote: Quotes | None = None
    firmness: Firmness | None = None
    note: Text | None = None


class Source(Record, frozen=True):
    """A text that the deal file quotes; `file` is relative to the deal file."""

    id: Id
    title: Text
    publisher: Text | None = None
    place: Text | None = None
    published: Date | None = None
    file: Text | None = None
    sha256: Sha256 | None = None
    url: Text | None = None


class Listing(Record, frozen=True):
    """Where a party's shares trade, as printed."""

    exchange: Text | None = None
    ticker: Text | None = None

    @property
    def printed(self) -> str:
        """The listing as releases print it, `NASDAQ: CBAT`; the part that is there, or nothing."""
        return ": ".join(filter(None, (self.exchange, self.ticker)))


class Fact(Record, frozen=True):
    """One thing that the source says in passing, in the encoder's words."""

    text: Text


class Party(Record, frozen=True):
    """Someone who takes part in the deal; the first `aka` is the short name.

    `called` holds what the source says instead of a name: "the Company", "we".
    """

    id: Id
    name: Text
    kind: PartyKind | None = None
    aka: tuple[Text, ...] = ()
    called: tuple[Text, ...] = ()
    listings: tuple[Listing, ...] = ()
    parent: Id | None = None
    headquarters: Text | None = None
    role: Text | None = None
    facts: tuple[Fact, ...] = ()

    @property
    def short(self) -> str:
        """The name for where room is scarce."""
        return self.aka[0] if self.aka else self.name


class StakeStep(Record, frozen=True):
    """A share to be earned, or an option on one: up to what, on which trigger, for how much."""

    percent: Amount | None = None
    on: Text | None = None
    amount: Amount | None = None
    by: When | None = None


class TermStep(Record, frozen=True):
    """One stage of a term."""

    text: Text
    when: When | None = None


class Stake(Record, frozen=True, rename={"class_": "class"}):
    """A share that a party holds or is to hold; no `percent` means that it is not disclosed."""

    holder: Id
    percent: Amount | None = None
    basis: Basis | None = None
    because: Text | None = None
    class_: Text | None = None
    through: Text | None = None
    steps: tuple[StakeStep, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an implied share that does not say why it is taken to be so."""
        super().__post_init__()
        if self.basis == "implied" and self.because is None:
            raise ValueError("an implied share needs 'because': what it is inferred from")


class JointVenture(Record, frozen=True):
    """A company that parties found together."""

    id: Id
    name: Text
    purpose: Text | None = None
    lead: Id | None = None
    stage: Stage | None = None
    stakes: tuple[Stake, ...] = ()
    investment: tuple[Decimal | Figure, ...] = ()


class Holding(Stake, frozen=True, kw_only=True, rename={"class_": "class", "in_": "in"}):
    """A stake in a company that is itself a party."""

    id: Id | None = None
    in_: Id


class Location(Part, frozen=True):
    """Where something is, as far as the source says."""

    country: Text | None = None
    region: Text | None = None
    site: Text | None = None


class Milestone(Record, frozen=True):
    """An event in a facility's life and its time."""

    event: Text
    when: When | None = None


class Facility(Record, frozen=True):
    """A plant, of a venture or of a party; `status` in the words of Global Energy Monitor."""

    id: Id
    name: Text
    makes: Text | None = None
    venture: Id | None = None
    owner: Id | None = None
    horizon: Horizon | None = None
    status: Status | None = None
    place: Location | None = None
    capacity: tuple[Decimal | Figure, ...] = ()
    investment: tuple[Decimal | Figure, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    facts: tuple[Fact, ...] = ()


Ids = Id | tuple[Id, ...]
"""One id or several, as the file has them."""


def ids_of(ids: Ids | None) -> tuple[Id, ...]:
    """The ids of a record's `from` or `to`, none to many."""
    if ids is None:
        return ()
    return ids if isinstance(ids, tuple) else (ids,)


class Term(Record, frozen=True, rename={"from_": "from"}):
    """What the parties agreed beyond equity; without `from_` and `to` it binds them all."""

    id: Id
    kind: Word
    from_: Ids | None = None
    to: Ids | None = None
    what: Text | None = None
    price: Text | Quantity | None = None
    share: Amount | None = None
    when: When | None = None
    steps: tuple[TermStep, ...] = ()


class Payment(Record, frozen=True, rename={"from_": "from"}):
    """Who pays whom, in what form, how much, on what trigger."""

    id: Id | None = None
    form: PaymentForm | None = None
    from_: Ids | None = None
    to: Ids | None = None
    what: Text | None = None
    amount: Amount | None = None
    on: Text | None = None
    when: When | None = None


class Point(Record, frozen=True):
    """One year's figure of a market."""

    year: Year | Moment
    amount: Amount


class Market(Record, frozen=True):
    """Figures about a market, never about the deal."""

    what: Text
    region: Text | None = None
    points: tuple[Point, ...] = ()
    attribution: Text | None = None


class Aim(Record, frozen=True):
    """What the parties say that the deal is for; without `party` they say it together."""

    text: Text
    party: Id | None = None


class Statement(Record, frozen=True):
    """What a person is quoted as saying; `text` is the gist, the quote the words."""

    speaker: Text
    title: Text | None = None
    party: Id | None = None
    text: Text | None = None


class Caveat(Record, frozen=True):
    """A condition or a hedge; without `applies_to` it concerns the whole deal."""

    id: Id
    kind: Word
    text: Text
    applies_to: tuple[Id, ...] = ()


class OpenQuestion(Record, frozen=True):
    """What the source leaves unsaid or unclear, in the encoder's words."""

    text: Text
    about: tuple[Id, ...] = ()


class SetAside(Part, frozen=True):
    """A passage that no record needs, and why."""

    quote: Quotes
    why: Text
    note: Text | None = None


class Deal(Part, frozen=True):
    """One announcement."""

    format: Literal[1]
    id: Id
    title: Text
    kind: DealKind | None = None
    announced: Date | None = None
    stage: Stage | None = None
    quote: Quotes | None = None
    note: Text | None = None
    sources: tuple[Source, ...] = ()
    parties: tuple[Party, ...] = ()
    joint_ventures: tuple[JointVenture, ...] = ()
    holdings: tuple[Holding, ...] = ()
    facilities: tuple[Facility, ...] = ()
    terms: tuple[Term, ...] = ()
    payments: tuple[Payment, ...] = ()
    market: tuple[Market, ...] = ()
    aims: tuple[Aim, ...] = ()
    statements: tuple[Statement, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


LISTS = Deal.__struct_fields__[Deal.__struct_fields__.index("sources") :]
"""The lists of a deal, in the order of the file."""
