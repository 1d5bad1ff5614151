"""What the program knows of one language: the type of a pack of word lists."""

from collections.abc import Mapping

from msgspec import Struct

from dealcli.language.phrases import Phrases

CURRENCY_SIGNS = "$€£¥₩₹"
"""Signs of money that stand before or after a number, in any language."""


class Currency(Struct, frozen=True):
    """How texts write a currency.

    Attributes:
        code: its ISO 4217 code.
        signs: what is printed before a number: `US$`, `$`, `RMB`. A sign may be of several.
        names: what is printed after a number: `euros`.
        countries: where a sign that several currencies have means this one: `Japan`.
    """

    code: str
    signs: tuple[str, ...]
    names: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


class Giving(Struct, frozen=True):
    """What those are said to do who give something, and those who take it.

    Attributes:
        gives: the verb after `will`: `supply`.
        given: the verb after `has`: `supplied`.
        takes: the verb of the taker after `will`: `buy`.
        taken: the verb of the taker after `has`: `received`.
        out_of: what stands right before the giver's name: `from`.
        about: a word that follows within the clause where the verb alone says too little.
    """

    gives: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    out_of: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class Role(Struct, frozen=True):
    """What is said of those who have a role.

    Attributes:
        has: what follows their names: `leads`.
        held_by: what stands before their names: `led by`.
    """

    has: Phrases
    held_by: Phrases


class Language(Struct, frozen=True, kw_only=True, eq=False):
    """The words of a language, as plain lists; `phrases` has the notation.

    A mapping from a word of the deal file to phrases says which words of a text support it.
    """

    tag: str
    """Its BCP 47 tag, without script and region."""

    # Text
    stop_words: frozenset[str]
    """The commonest words, by whose share a text is known to be in the language."""
    small_words: frozenset[str]
    """Words that name nothing."""
    possessives: tuple[str, ...]
    """Endings of a name that are not part of it, in any of their spellings."""
    abbreviations: tuple[str, ...]
    """Words before a point that ends no sentence."""
    negative_prefixes: tuple[str, ...]
    """What makes a word its opposite, before a hyphen."""
    same: Mapping[str, Phrases]
    """Names with several spellings, by the one that they are compared as."""

    # Numbers
    number_words: Mapping[str, int]
    per_cent: Phrases
    """Words after a number that make it a percentage, beside the sign."""
    share_words: Mapping[str, Phrases]
    """Shares without a number, by their percent."""
    multiples: Mapping[str, tuple[str, ...]]
    """Powers of a thousand, by their names in a unit: how they are written after a number."""
    currencies: tuple[Currency, ...]
    unit_joints: frozenset[str]
    """Words of a unit that need not be printed: `per`."""
    bounds_before: Mapping[str, Phrases]
    bounds_after: Mapping[str, Phrases]
    range_openers: Phrases
    """What stands before the first number of a range: `between`."""
    range_joints: tuple[str, ...]
    """What stands between the two numbers of a range."""
    articles: tuple[str, ...]

    # Times
    months: tuple[str, ...]
    ordinals: tuple[tuple[str, ...], ...]
    """How a first, second, third and fourth quarter or half is written."""
    time_bounds_before: Mapping[str, Phrases]
    time_bounds_after: Mapping[str, Phrases]
    lasting: Mapping[str, Phrases]
    """Units of a duration, in the singular and the plural."""
    today: Phrases

    # Clauses
    clause_openers: Phrases
    """What a clause inside a sentence begins with: `which`; after a comma, also `clause_joints`."""
    clause_joints: Phrases
    infinitives: Phrases
    """What stands before a verb that the words before it do not assert: `to`."""
    hedges: Mapping[str, Phrases]
    """How a text hedges, by the firmness that its words have; the firmest first."""
    loose_hedges: Mapping[str, Phrases]
    """Words that allow a firmness and do not require it."""
    negations: Phrases
    negative_words: Phrases
    """Words that deny by their form, or look so: enough for a text that denies something."""
    negated_next: Phrases
    """Negations of the word right after them."""
    loaded: Phrases
    """Words that make a deal firmer or wider."""

    # Parties
    company_forms: Phrases
    """What a company's name ends in."""
    ahead: Phrases
    """What stands before a verb for what is yet to come: `will`."""
    behind: Phrases
    """What stands before a verb for what has happened: `has`."""
    and_: tuple[str, ...]
    """What joins two subjects of one verb."""
    giving: Mapping[str, Giving]
    """By kind of term or form of payment."""
    given_by: Phrases
    """What stands before the one who gives: `paid by`."""
    roles: Mapping[str, Role]
    """By role in a venture or a facility."""
    respectively: Phrases

    # Vocabulary
    vocabulary: Mapping[str, Mapping[str, Phrases]]
    """By vocabulary of the deal file and its word: what a text that means the word has."""
