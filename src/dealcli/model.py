"""A deal and its parts, as the deal file has them (format 1), and what each field of them means.

Field names are the file's keys; where a key is a word of Python's own (`class`, `from`, `in`), the
field has an underscore after it. Optional values are None and lists are tuples, never None.
"""

import re
from decimal import Decimal
from functools import cache
from inspect import get_annotations
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from dealcli.language.signs import PERCENT
from dealcli.meanings import (
    Certainty,
    Identifier,
    Meaning,
    Metadata,
    Nested,
    Number,
    Paraphrase,
    Quotation,
    Reference,
    Remark,
    SourceWords,
    Time,
    Unit,
    Verbatim,
    Vocabulary,
)

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

Tag = Annotated[
    str,
    _form(
        "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "a language tag of BCP 47, such as en, de or zh-Hant"
    ),
]

DealKind = Literal[
    "joint-venture",
    "acquisition",
    "disposal",
    "merger",
    "option",
    "investment",
    "financing",
    "licence",
    "supply",
    "collaboration",
]
Stage = Literal[
    "announced",
    "letter-of-intent",
    "term-sheet",
    "option",
    "conditional",
    "signed",
    "closed",
    "superseded",
    "terminated",
]
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


AMOUNT = (
    "A number; or a mapping with one of exact, about, above, below, at_least, up_to, or from with "
    "to, and with a unit: {about: 25.0, unit: $ billion}."
)
WHEN = (
    "A time such as 2027, 2024-Q3, 2024-H2, 2024-06 or 2025-04-14; or a mapping with by, "
    "not_before, about, from with to, or the source's own words: {text: near term}."
)
_QUOTE = (
    "The words of the source that support it, verbatim: one text, a list of them, or {exact, "
    "prefix, suffix, source} where they occur more than once or are in another source "
    "than the first."
)
_FIRMNESS = (
    "How firm it is: stated (reported as fact), planned, conditional (depends on a named "
    "condition), under-evaluation, aspiration (hoped for), projection (a forecast). Without it "
    "the record is shown without a sign."
)
_NOTE = "The encoder's remark."


class Part(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A mapping of the deal file: no key but its own, nothing written for nothing.

    Raises:
        TypeError: when a class is defined whose fields do not all declare what they mean.
    """

    def __init_subclass__(cls) -> None:
        """Refuse a field that no check, no schema and no document would know."""
        for name, annotation in get_annotations(cls).items():
            if _meaning_in(annotation) is None:
                raise TypeError(f"{cls.__name__}.{name} does not declare its meaning")

    def __post_init__(self) -> None:
        """Refuse text that has not the form of its field."""
        for field, pattern, noun in _forms(type(self)):
            value = getattr(self, field)
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and not pattern.fullmatch(text):
                    raise ValueError(f"{text!r} is not {noun}")


def in_words(kind: type) -> str:
    """Return the name of a class in words: `joint venture` for JointVenture."""
    return re.sub("(?<!^)([A-Z])", r" \1", kind.__name__).lower()


def about(kind: type) -> str:
    """Return the first line of the documentation of a class."""
    return (kind.__doc__ or "").partition("\n")[0]


def _meaning_in(annotation: Any) -> Meaning | None:
    """The meaning that the type of a field declares, if it does."""
    metadata = getattr(annotation, "__metadata__", ())
    return next((meta for meta in metadata if isinstance(meta, Meaning)), None)


@cache
def _annotations(part: type[Part]) -> dict[str, Any]:
    """The types of a part's fields by name, in the order of the fields."""
    found = {
        name: annotation
        for cls in reversed(part.__mro__)
        for name, annotation in get_annotations(cls).items()
    }
    return {name: found[name] for name in part.__struct_fields__}


@cache
def meanings_of(part: type[Part]) -> dict[str, Meaning]:
    """What the fields of a part mean, by their keys in the deal file."""
    found = map(_meaning_in, _annotations(part).values())
    keys = part.__struct_encode_fields__
    return {key: meaning for key, meaning in zip(keys, found, strict=True) if meaning}


@cache
def _forms(part: type[Part]) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """The fields of a part whose text has a form: name, pattern, noun."""
    return tuple(
        (name, re.compile(form.extra_json_schema["pattern"]), (form.extra or {})["noun"])
        for name, annotation in _annotations(part).items()
        if (form := _form_in(annotation)) and form.extra_json_schema
    )


def _form_in(annotation: Any) -> Meta | None:
    """The form of the text in a type; no type of the model has texts of two forms."""
    for meta in getattr(annotation, "__metadata__", ()):
        if isinstance(meta, Meta) and meta.extra_json_schema:
            return meta
    return next(filter(None, map(_form_in, getattr(annotation, "__args__", ()))), None)


class Passage(Part, frozen=True):
    """Words of a source that occur in it more than once, distinguished by the text around them.

    The names are those of the W3C Web Annotation Data Model's TextQuoteSelector.
    """

    exact: Annotated[Text, Quotation("The words, verbatim.")]
    prefix: Annotated[Text | None, Quotation("The text right before the words in the source.")] = (
        None
    )
    suffix: Annotated[Text | None, Quotation("The text right after the words in the source.")] = (
        None
    )
    source: Annotated[
        Id | None,
        Reference("The source that the words are from, by its id; without it the first.", "Source"),
    ] = None


Quote = Text | Passage
"""Verbatim words of a source; of the first one, unless a `Passage` names another."""

Quotes = Text | Passage | tuple[Quote, ...]
"""The words that support a record, as the file has them: one quote, or a list."""


def quotes_of(quote: Quotes | None) -> tuple[Quote, ...]:
    """The quotes of a record's `quote`, none to many."""
    if quote is None:
        return ()
    return quote if isinstance(quote, tuple) else (quote,)


def passage_of(quote: Quote) -> Passage:
    """A quote as a passage; one that is only text says nothing of the text around it."""
    return Passage(exact=quote) if isinstance(quote, str) else quote


class Record(Part, frozen=True, kw_only=True):
    """What every record may have: the words that support it, how firm they are, a remark."""

    quote: Annotated[Quotes | None, Quotation(_QUOTE)] = None
    firmness: Annotated[Firmness | None, Certainty(_FIRMNESS)] = None
    note: Annotated[Text | None, Remark(_NOTE)] = None


class Quantity(Part, frozen=True, rename={"from_": "from"}):
    """A figure as the source gives it: never converted, never completed.

    One of `exact`, `about`, `above`, `below`, `at_least`, `up_to`, or `from_` with `to`. `unit` is
    as printed ("USD billion", "GWh"); `also` holds the same figure in the source's other units.
    """

    exact: Annotated[Decimal | None, Number("The figure, where the source gives it as exact.")] = (
        None
    )
    about: Annotated[
        Decimal | None,
        Number("The figure, where the source gives it as approximate.", bound="about"),
    ] = None
    above: Annotated[Decimal | None, Number("What the figure is more than.", bound="above")] = None
    below: Annotated[Decimal | None, Number("What the figure is less than.", bound="below")] = None
    at_least: Annotated[
        Decimal | None, Number("What the figure is no less than.", bound="at_least")
    ] = None
    up_to: Annotated[Decimal | None, Number("What the figure is no more than.", bound="up_to")] = (
        None
    )
    from_: Annotated[
        Decimal | None, Number("The lower end of a range; goes with to.", bound="from")
    ] = None
    to: Annotated[
        Decimal | None, Number("The upper end of a range; goes with from.", bound="to")
    ] = None
    unit: Annotated[
        Text | None, Unit("The unit as the source prints it: USD billion, $ billion, GWh.")
    ] = None
    also: Annotated[
        tuple["Quantity", ...],
        Nested("The same figure in the source's other units; never converted."),
    ] = ()

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
    found = re.match(PERCENT, unit)
    return found[0] if found else ""


def is_percent(value: Amount) -> bool:
    """Whether a share is so many of a hundred, and not so many shares or basis points."""
    return isinstance(value, Decimal) or not value.unit or bool(percent_sign(value.unit))


class Moment(Part, frozen=True, rename={"from_": "from"}):
    """A time that is not one plain date: a bound, an estimate, a range, or the source's words."""

    by: Annotated[Period | None, Time("The time by which it is to be.", "by")] = None
    not_before: Annotated[
        Period | None, Time("The time before which it is not to be.", "not_before")
    ] = None
    about: Annotated[
        Period | None, Time("The time, where the source gives it as approximate.", "about")
    ] = None
    from_: Annotated[Period | None, Time("The start of a period; goes with to.", "from")] = None
    to: Annotated[Period | None, Time("The end of a period; goes with from.", "to")] = None
    text: Annotated[Text | None, Verbatim("The time in the source's own words: near term.")] = None

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
    """A quantity that is a record of its own: of what, when, how firm, in what words."""

    what: Annotated[Text | None, Paraphrase("What the figure is of, or which part of it.")] = None
    when: Annotated[When | None, Time(f"The time that the figure is for. {WHEN}")] = None
    quote: Annotated[Quotes | None, Quotation(_QUOTE)] = None
    firmness: Annotated[Firmness | None, Certainty(_FIRMNESS)] = None
    note: Annotated[Text | None, Remark(_NOTE)] = None


class Source(Record, frozen=True):
    """A text that the deal file quotes."""

    id: Annotated[Id, Identifier("A name for the source, by which a passage names it.")]
    title: Annotated[Text, Remark("What the source is called.")]
    publisher: Annotated[Text | None, Verbatim("Who published it.")] = None
    place: Annotated[Text | None, Verbatim("Where it was published, as its dateline has it.")] = (
        None
    )
    published: Annotated[Date | None, Time("The day on which it was published.")] = None
    file: Annotated[
        Text | None,
        Metadata("The file with its text, relative to the deal file; quotes are looked up in it."),
    ] = None
    sha256: Annotated[
        Sha256 | None,
        Metadata("The SHA-256 of that file, by which check sees that it has changed."),
    ] = None
    url: Annotated[Text | None, Metadata("Where it is on the web.")] = None
    language: Annotated[
        Tag | None,
        Metadata(
            "The language of its text, as a tag of BCP 47: en, zh-Hant; without it, its words tell "
            "whether it is English. check reads the words of English texts only."
        ),
    ] = None
    retrieved: Annotated[
        Date | None, Metadata("The day on which its text was fetched from there.")
    ] = None


class Listing(Record, frozen=True):
    """Where a party's shares trade, as the source prints it."""

    exchange: Annotated[Text | None, Verbatim("The exchange, as printed: NASDAQ.")] = None
    ticker: Annotated[Text | None, Verbatim("The ticker, as printed.")] = None

    @property
    def printed(self) -> str:
        """The listing as releases print it, `NASDAQ: CBAT`; the part that is there, or nothing."""
        return ": ".join(filter(None, (self.exchange, self.ticker)))


class Fact(Record, frozen=True):
    """One thing that the source says in passing."""

    text: Annotated[Text, Paraphrase("What the source says, in the encoder's words.")]
    amount: Annotated[
        Amount | None, Number(f"The figure of it, such as how many employees. {AMOUNT}")
    ] = None
    when: Annotated[
        When | None, Time(f"The time of it, such as the year of foundation. {WHEN}")
    ] = None


class Party(Record, frozen=True):
    """Someone who takes part in the deal.

    `called` holds what the source says instead of a name: "the Company", "we".
    """

    id: Annotated[Id, Identifier("A name for the party, by which other records name it.")]
    name: Annotated[Text, Verbatim("The party's name in full.")]
    kind: Annotated[PartyKind | None, Vocabulary("What kind of party it is.", "party-kind")] = None
    aka: Annotated[
        tuple[Text, ...],
        Verbatim(
            "Other names that it goes by; the first is the short one, for where room is scarce."
        ),
    ] = ()
    called: Annotated[
        tuple[Text, ...],
        Verbatim("What the source says instead of a name: the Company, we.", anywhere=True),
    ] = ()
    listings: Annotated[tuple[Listing, ...], Nested("Where its shares trade.")] = ()
    parent: Annotated[Id | None, Reference("The party that it belongs to, by its id.", "Party")] = (
        None
    )
    affiliate_of: Annotated[
        Id | None,
        Reference("The party of whose group it is, by its id, where that is no parent.", "Party"),
    ] = None
    headquarters: Annotated[Text | None, Verbatim("Where its head office is.")] = None
    role: Annotated[Text | None, Paraphrase("Its part in the deal, in the encoder's words.")] = None
    facts: Annotated[tuple[Fact, ...], Nested("What else the source says of it.")] = ()

    @property
    def short(self) -> str:
        """The name for where room is scarce."""
        return self.aka[0] if self.aka else self.name


class StakeStep(Record, frozen=True):
    """What a share can become: to be earned, or an option on it."""

    percent: Annotated[
        Amount | None, Number(f"The share that it becomes, in percent. {AMOUNT}", "%")
    ] = None
    on: Annotated[Text | None, Paraphrase("The trigger.")] = None
    amount: Annotated[Amount | None, Number(f"What is paid for it. {AMOUNT}")] = None
    by: Annotated[
        When | None, Time(f"When it becomes so, or the last day for it. {WHEN}", "by")
    ] = None
    because: Annotated[
        Text | None,
        Remark("What the share is inferred from, where the source gives only an increment."),
    ] = None


class TermStep(Record, frozen=True):
    """One stage of a term."""

    text: Annotated[Text, Paraphrase("The stage, in the encoder's words.")]
    when: Annotated[When | None, Time(f"The time of the stage. {WHEN}")] = None


Ids = Id | tuple[Id, ...]
"""One id or several, as the file has them."""


def ids_of(ids: Ids | None) -> tuple[Id, ...]:
    """The ids of a record's `from`, `to` or `party`, none to many."""
    if ids is None:
        return ()
    return ids if isinstance(ids, tuple) else (ids,)


class Stake(Record, frozen=True, rename={"class_": "class", "from_": "from"}):
    """A share that a party holds or is to hold."""

    holder: Annotated[Id, Reference("The party that holds the share, by its id.", "Party")]
    percent: Annotated[
        Amount | None,
        Number(f"The share in percent; left out where it is not disclosed. {AMOUNT}", "%"),
    ] = None
    basis: Annotated[
        Basis | None, Certainty("Whether the source states the share or only implies it.")
    ] = None
    because: Annotated[
        Text | None,
        Remark("What an implied share is inferred from; needed when the basis is implied."),
    ] = None
    when: Annotated[When | None, Time(f"The time at which it is held or is to be held. {WHEN}")] = (
        None
    )
    from_: Annotated[
        Ids | None,
        Reference("The party or parties that the share is bought from, by their ids.", "Party"),
    ] = None
    price: Annotated[Amount | None, Number(f"What the share is bought for. {AMOUNT}")] = None
    class_: Annotated[Text | None, SourceWords("The class of shares.")] = None
    through: Annotated[Text | None, Verbatim("The vehicle that the share is held through.")] = None
    steps: Annotated[tuple[StakeStep, ...], Nested("What the share can become, step by step.")] = ()

    def __post_init__(self) -> None:
        """Refuse an implied share that does not say why it is taken to be so."""
        super().__post_init__()
        if self.basis == "implied" and self.because is None:
            raise ValueError("an implied share needs 'because': what it is inferred from")


class JointVenture(Record, frozen=True):
    """A company that the parties found together."""

    id: Annotated[Id, Identifier("A name for the venture, by which other records name it.")]
    name: Annotated[
        Text,
        SourceWords("The venture's name; or, where the source gives none, a description."),
    ]
    purpose: Annotated[Text | None, Paraphrase("What the venture is for.")] = None
    lead: Annotated[Id | None, Reference("The party that leads it, by its id.", "Party")] = None
    operator: Annotated[Id | None, Reference("The party that operates it, by its id.", "Party")] = (
        None
    )
    stage: Annotated[Stage | None, Vocabulary("How far the venture has come.", "stage")] = None
    stakes: Annotated[
        tuple[Stake, ...],
        Nested("Who holds how much; one holder may have two stakes, of two classes or sellers."),
    ] = ()
    capacity: Annotated[
        tuple[Decimal | Figure, ...],
        Number("What its plants can make together: numbers or figures."),
    ] = ()
    investment: Annotated[
        tuple[Decimal | Figure, ...], Number("What is invested in it: numbers or figures.")
    ] = ()


class Holding(
    Stake,
    frozen=True,
    kw_only=True,
    rename={"class_": "class", "from_": "from", "in_": "in"},
):
    """A stake in a company that is itself a party."""

    id: Annotated[
        Id | None, Identifier("A name for the holding, by which other records name it.")
    ] = None
    in_: Annotated[Id, Reference("The party that the stake is in, by its id.", "Party")]


class Location(Part, frozen=True):
    """Where something is, as far as the source says."""

    country: Annotated[Text | None, SourceWords("The country.")] = None
    region: Annotated[Text | None, SourceWords("The region, of a country or of the world.")] = None
    site: Annotated[Text | None, SourceWords("The town or the site.")] = None


class Milestone(Record, frozen=True):
    """An event in a facility's life."""

    event: Annotated[Text, Paraphrase("What happens.")]
    when: Annotated[When | None, Time(f"The time of it. {WHEN}")] = None


class Facility(Record, frozen=True):
    """A plant, of a venture or of a party."""

    id: Annotated[Id, Identifier("A name for the facility, by which other records name it.")]
    name: Annotated[
        Text,
        SourceWords("The facility's name; or, where the source gives none, a description."),
    ]
    makes: Annotated[Text | None, SourceWords("What it makes.")] = None
    inputs: Annotated[Text | None, SourceWords("What it takes in to make it.")] = None
    venture: Annotated[
        Id | None, Reference("The venture that it belongs to, by its id.", "JointVenture")
    ] = None
    owner: Annotated[
        Id | None,
        Reference("The party that owns it, by its id, where that is no venture.", "Party"),
    ] = None
    operator: Annotated[Id | None, Reference("The party that operates it, by its id.", "Party")] = (
        None
    )
    horizon: Annotated[
        Horizon | None,
        Vocabulary("Whether the source puts it in the near or in the longer term.", "horizon"),
    ] = None
    status: Annotated[
        Status | None,
        Vocabulary("How far it has come, in the words of Global Energy Monitor.", "status"),
    ] = None
    place: Annotated[Location | None, Nested("Where it is: {country: United States}.")] = None
    capacity: Annotated[
        tuple[Decimal | Figure, ...], Number("What it can make: numbers or figures.")
    ] = ()
    investment: Annotated[
        tuple[Decimal | Figure, ...], Number("What is invested in it: numbers or figures.")
    ] = ()
    milestones: Annotated[
        tuple[Milestone, ...], Nested("Events in its life, each with its time.")
    ] = ()
    facts: Annotated[tuple[Fact, ...], Nested("What else the source says of it.")] = ()


class Term(Record, frozen=True, rename={"from_": "from"}):
    """What the parties agreed beyond equity."""

    id: Annotated[Id, Identifier("A name for the term, by which other records name it.")]
    kind: Annotated[
        Word,
        Vocabulary(
            "What kind of term it is, in a word: supply, offtake, licence, governance, "
            "exclusivity, royalty, development, profit-share.",
            "term-kind",
        ),
    ]
    from_: Annotated[
        Ids | None,
        Reference("The parties or ventures that give, by their ids.", "Party | JointVenture"),
    ] = None
    to: Annotated[
        Ids | None,
        Reference("The parties or ventures that get, by their ids.", "Party | JointVenture"),
    ] = None
    what: Annotated[Text | None, Paraphrase("What is supplied, licensed or agreed.")] = None
    amount: Annotated[
        Amount | None,
        Number(f"How much of it, such as a volume per year or a fee. {AMOUNT}"),
    ] = None
    price: Annotated[
        Text | Quantity | None,
        SourceWords("The price in words (market rates) or as a mapping: {exact: 5, unit: USD}."),
    ] = None
    share: Annotated[
        Amount | None,
        Number(f"A share that the term is about, such as a royalty's. {AMOUNT}", "%"),
    ] = None
    when: Annotated[When | None, Time(f"The time that the term is for. {WHEN}")] = None
    steps: Annotated[tuple[TermStep, ...], Nested("The stages of the term.")] = ()


class Payment(Record, frozen=True, rename={"from_": "from"}):
    """Who pays whom, in what form, how much and on what trigger."""

    id: Annotated[
        Id | None, Identifier("A name for the payment, by which other records name it.")
    ] = None
    form: Annotated[PaymentForm | None, Vocabulary("In what form it is paid.", "payment-form")] = (
        None
    )
    part_of: Annotated[
        Id | None,
        Reference(
            "The payment of which this is a part, by its id; a part is not added to it.", "Payment"
        ),
    ] = None
    from_: Annotated[
        Ids | None,
        Reference("The parties or ventures that pay, by their ids.", "Party | JointVenture"),
    ] = None
    to: Annotated[
        Ids | None,
        Reference("The parties or ventures that are paid, by their ids.", "Party | JointVenture"),
    ] = None
    what: Annotated[Text | None, Paraphrase("What it is paid for.")] = None
    amount: Annotated[Amount | None, Number(f"How much is paid. {AMOUNT}")] = None
    on: Annotated[Text | None, Paraphrase("The trigger.")] = None
    when: Annotated[When | None, Time(f"The time of the payment. {WHEN}")] = None


class Point(Part, frozen=True, kw_only=True):
    """A figure of a market, of one year where the source gives it.

    It has the keys of a record after its own, in the order that JSON output has always had: those
    that a class inherits come before keys of which an optional one precedes a required one.
    """

    year: Annotated[
        Year | Moment | None,
        Time(
            "The year that the figure is for; any other time is a mapping: {by: 2030}; left out "
            "where the source gives none."
        ),
    ] = None
    amount: Annotated[Amount, Number(f"The figure. {AMOUNT}")]
    quote: Annotated[Quotes | None, Quotation(_QUOTE)] = None
    firmness: Annotated[Firmness | None, Certainty(_FIRMNESS)] = None
    note: Annotated[Text | None, Remark(_NOTE)] = None


class Market(Record, frozen=True):
    """Figures about a market, never about the deal."""

    what: Annotated[Text, Paraphrase("The market that the figures are about.")]
    region: Annotated[Text | None, SourceWords("Where the market is.")] = None
    points: Annotated[tuple[Point, ...], Nested("The figures, year by year.")] = ()
    attribution: Annotated[Text | None, Paraphrase("Who made the figures, as the source says.")] = (
        None
    )


class Aim(Record, frozen=True):
    """What the parties say that the deal is for."""

    text: Annotated[Text, Paraphrase("The aim, in the encoder's words.")]
    party: Annotated[
        Id | None,
        Reference(
            "The party whose aim it is, by its id; without it the parties say it together.", "Party"
        ),
    ] = None
    when: Annotated[When | None, Time(f"The time that the aim is for. {WHEN}")] = None


class Statement(Record, frozen=True):
    """What a person is quoted as saying."""

    speaker: Annotated[Text, Verbatim("The person who is quoted.")]
    title: Annotated[Text | None, Verbatim("The person's position.")] = None
    party: Annotated[
        Ids | None,
        Reference("The party or parties that the person speaks for, by their ids.", "Party"),
    ] = None
    text: Annotated[
        Text | None,
        Paraphrase("The gist, in the encoder's words; the words themselves are the quote."),
    ] = None


class Caveat(Record, frozen=True):
    """A condition or a hedge."""

    id: Annotated[Id, Identifier("A name for the caveat.")]
    kind: Annotated[
        Word,
        Vocabulary(
            "What kind of caveat it is, in a word: condition, evaluation, timing, location, "
            "hedge, disclaimer.",
            "caveat-kind",
        ),
    ]
    text: Annotated[Text, Paraphrase("The caveat, in the encoder's words.")]
    applies_to: Annotated[
        tuple[Id, ...],
        Reference("The records that it concerns, by their ids; none: the whole deal."),
    ] = ()


class OpenQuestion(Record, frozen=True):
    """What the source leaves unsaid or unclear."""

    text: Annotated[Text, Remark("The question, in the encoder's words.")]
    about: Annotated[tuple[Id, ...], Reference("The records that it is about, by their ids.")] = ()


class SetAside(Part, frozen=True):
    """A passage of the source that no record needs."""

    quote: Annotated[Quotes, Quotation("The passage, verbatim: one text or passage, or a list.")]
    why: Annotated[Text, Remark("Why no record needs it.")]
    note: Annotated[Text | None, Remark(_NOTE)] = None


class Deal(Part, frozen=True):
    """One announcement; every record has the words that support it."""

    format: Annotated[Literal[1], Metadata("The number of the format; this is format 1.")]
    id: Annotated[Id, Identifier("A short name for the deal, in small letters: acme-birch-2025.")]
    title: Annotated[Text, Remark("The deal in one line, in the encoder's words.")]
    kind: Annotated[DealKind | None, Vocabulary("What kind of deal it is.", "deal-kind")] = None
    announced: Annotated[Date | None, Time("The day on which it was announced.")] = None
    stage: Annotated[Stage | None, Vocabulary("How far the deal has come.", "stage")] = None
    quote: Annotated[
        Quotes | None,
        Quotation("The words that support the deal as a whole: one text or passage, or a list."),
    ] = None
    note: Annotated[Text | None, Remark("The encoder's remark on the deal as a whole.")] = None
    sources: Annotated[
        tuple[Source, ...],
        Nested("The texts that are quoted; a quote that names no source is from the first."),
    ] = ()
    parties: Annotated[tuple[Party, ...], Nested("Who takes part in the deal.")] = ()
    joint_ventures: Annotated[
        tuple[JointVenture, ...], Nested("The companies that the parties found together.")
    ] = ()
    holdings: Annotated[
        tuple[Holding, ...], Nested("Stakes in companies that are themselves parties.")
    ] = ()
    facilities: Annotated[
        tuple[Facility, ...], Nested("The plants, of a venture or of a party.")
    ] = ()
    terms: Annotated[
        tuple[Term, ...],
        Nested("What the parties agreed beyond equity: supply, licences, exclusivity and more."),
    ] = ()
    payments: Annotated[
        tuple[Payment, ...], Nested("Who pays whom, how much and on what trigger.")
    ] = ()
    market: Annotated[tuple[Market, ...], Nested("Figures about markets, and who made them.")] = ()
    aims: Annotated[tuple[Aim, ...], Nested("What the parties say that the deal is for.")] = ()
    statements: Annotated[tuple[Statement, ...], Nested("What people are quoted as saying.")] = ()
    caveats: Annotated[tuple[Caveat, ...], Nested("Conditions and hedges.")] = ()
    open_questions: Annotated[
        tuple[OpenQuestion, ...], Nested("What the source leaves unsaid or unclear.")
    ] = ()
    set_aside: Annotated[
        tuple[SetAside, ...],
        Nested("Passages that no record needs, each with the reason."),
    ] = ()


LISTS = Deal.__struct_fields__[Deal.__struct_fields__.index("sources") :]
"""The lists of a deal, in the order of the file."""


def parts() -> list[type[Part]]:
    """Every type of part, in the order of this file."""
    return [
        part for part in globals().values() if isinstance(part, type) and issubclass(part, Part)
    ]
