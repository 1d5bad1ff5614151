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
        about: a word that follows within the clause where the verb alone says too little.
    """

    gives: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


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
    hedges: Mapping[str, Phrases]
    """How a text hedges, by the firmness that its words have; the firmest first."""
    loose_hedges: Mapping[str, Phrases]
    """Words that allow a firmness and do not require it."""
    negations: Phrases
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
    leading: Phrases
    led_by: Phrases
    respectively: Phrases

    # Organisations and people
    exchanges: Phrases
    """Where shares trade or are quoted, as printed before or after a ticker."""
    ticker_labels: Phrases
    """What stands before a ticker: `stock code`."""
    institutions: Phrases
    """Nouns in the name of an organisation that needs no company form: `bank`."""
    things: Phrases
    """Nouns at the end of a name that is not one of an organisation: `agreement`."""
    name_joints: tuple[str, ...]
    """Words within the name of an institution: `of`."""
    places: frozenset[str]
    """Countries, regions and large towns, by which a name is known as one of a place."""
    place_joints: tuple[str, ...]
    """Words before the name of a place: `in`."""
    superlatives: tuple[str, ...]
    """What stands instead of an article before a description: `one of the`."""
    descriptions: Phrases
    """Nouns that describe an organisation after its name, beside `role_names`: `maker`."""
    role_names: Phrases
    """What a text calls a party instead of a name, after `the`: `purchaser`."""
    belongs: Phrases
    """What stands before the name of an organisation: `subsidiary`."""
    acts: Phrases
    """What organisations do, right after their name: `announced`."""
    before_acts: Phrases
    """What may be between the name and the verb: `will`."""
    advising: Phrases
    """Words of a sentence about those who only advise on a deal, or publish it."""
    job_nouns: tuple[str, ...]
    """Words one of which every job title has: `director`."""
    job_modifiers: tuple[str, ...]
    """Words that a job title has beside its noun: `senior`."""
    chiefs: tuple[str, ...]
    """First words of a title of three words, whatever the second is: `chief`."""
    works_for: tuple[str, ...]
    """What stands between a job title and the employer: `of`, `at`."""
    offices: tuple[str, ...]
    """Job nouns whose field of work follows after `of`: `minister`."""
    credentials: tuple[str, ...]
    """Degrees after a name: `Ph.D.`"""
    particles: tuple[str, ...]
    """Small words inside a name: `van der`."""
    honorifics: tuple[str, ...]

    # Speech
    speech_marks: tuple[tuple[str, str], ...]
    """Pairs of quotation marks that open and close what someone says."""
    saying: Phrases
    """Verbs of saying, in every form that introduces speech."""
    reporting: Phrases
    """Verbs of saying after which the words of a speaker are reported without quotation marks."""
    according: Phrases
    """What stands before a speaker instead of a verb of saying."""
    that: Phrases
    """What opens reported speech after the verb."""
    adverbs: tuple[str, ...]
    """What may be before a verb of saying: `also`."""
    speech_joints: tuple[str, ...]
    """What follows a verb of saying that ends a sentence: `on Monday`."""
    pronouns: tuple[str, ...]
    """What stands for a speaker who has been named."""

    # Boilerplate
    headings: Mapping[str, Phrases]
    """How headings begin, by the kind of the passage below."""
    disclaimers: Mapping[str, Phrases]
    """How paragraphs or sentences begin or go on that no deal depends on, by their kind."""
    residue: Phrases
    """How lines begin that the capture of a page has left."""
    residue_within: Phrases
    """Words anywhere in a line that the capture of a page has left."""
    contact_openers: Phrases
    """How sentences begin that say where to ask for more."""

    # Vocabulary
    vocabulary: Mapping[str, Mapping[str, Phrases]]
    """By vocabulary of the deal file and its word: what a text that means the word has."""
