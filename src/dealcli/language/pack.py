"""What the program knows of one language: the type of a pack of word lists."""

from collections.abc import Mapping

from msgspec import Struct

from dealcli.language.phrases import Phrases


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
    name: str
    """What it is called in English."""

    # Text
    stop_words: frozenset[str]
    """The commonest words, by whose share a text is known to be in the language."""
    small_words: frozenset[str]
    """Words that name nothing."""
    capital_nouns: bool
    """Whether every noun has a capital, so that none marks a name inside a sentence."""
    possessives: tuple[str, ...]
    """Endings of a name that are not part of it, in any of their spellings."""
    plurals: tuple[str, ...]
    """Endings of more than one thing: `s`."""
    abbreviations: tuple[str, ...]
    """Words before a point that ends no sentence."""
    negative_prefixes: tuple[str, ...]
    """What makes a word its opposite, before a hyphen."""
    same: Mapping[str, Phrases]
    """Names with several spellings, by the one that they are compared as."""

    # Numbers
    decimal_mark: str
    thousands_mark: str
    number_words: Mapping[str, int]
    number_scales: Mapping[str, int]
    """Words that multiply a number before them; larger ones are `multiples`."""
    number_joints: tuple[str, ...]
    """What joins the words of one number: `and` in "one hundred and five"."""
    fractions: Mapping[str, int]
    """Words for a part of a whole, by the number of such parts."""
    owners: Phrases
    """Those who own, after a majority or a minority: `shareholder`."""
    owning: Phrases
    """Verbs before the whole of what is owned: `owns all of`."""
    majorities: Phrases
    """Words for more than half."""
    minorities: Phrases
    per_cent: Phrases
    """Words after a number that make it a percentage, beside the sign."""
    share_words: Mapping[str, Phrases]
    """Shares without a number, by their percent."""
    multiples: Mapping[str, tuple[str, ...]]
    """Powers of a thousand, by their names in a unit: how they are written after a number."""
    currencies: tuple[Currency, ...]
    units: Phrases
    """Words that a number measures or counts in, as far as they are commonly known."""
    unit_joints: frozenset[str]
    """Words of a unit that need not be printed: `per`."""
    bounds_before: Mapping[str, Phrases]
    bounds_after: Mapping[str, Phrases]
    range_joints: Mapping[str, Phrases]
    """What stands between the two ends of a range, by the word before it: `between`; or none."""
    changes: Phrases
    """Words that make of "from 5 to 10" a change, which is no range."""
    articles: tuple[str, ...]
    indefinite_articles: tuple[str, ...]
    rate_openers: Phrases
    """What stands before the word that a rate is by: `per`."""
    rate_words: Phrases
    """Rates in one word: `annually`."""
    share_of: Phrases
    """What stands between a percentage and what it is a part of: `of`."""
    unit_ends: Phrases
    """Words that end the unit of a number, beside the small words and stop words."""
    whole_of: Phrases
    """What all of is owned, where a word such as `all` is a share: `shares`."""
    owned_whole: Phrases
    """What is itself owned, where a share is of it: `company`."""
    equal_shares: Phrases
    """Words that say in themselves that owners have equal shares: `equal partners`."""
    ownership: Phrases
    """Words beside a share of ownership."""
    not_ownership: Phrases
    """Words beside a percentage of something else, or of no thing."""

    rates: Mapping[str, tuple[Phrases, Phrases]]
    """Units of time that a rate is per: how they are written after a number, and as an adverb."""

    # Times
    months: tuple[str, ...]
    ordinals: tuple[tuple[str, ...], ...]
    """How a first, second, third and fourth quarter or half is written."""
    time_bounds_before: Mapping[str, Phrases]
    time_bounds_after: Mapping[str, Phrases]
    lasting: Mapping[str, Phrases]
    """Units of a duration, in the singular and the plural."""
    parts_of_year: Mapping[str, Phrases]
    """Words for a quarter (`Q`) and a half (`H`) of a year."""
    parts_of_years: Mapping[str, Phrases]
    """The same for several of them: `the second and third quarters`."""
    year_openers: Phrases
    """Words that may stand between a day, month, quarter or half and its year."""
    day_openers: Phrases
    """Words that may stand between a day and its month."""
    day_endings: tuple[str, ...]
    """What may follow the number of a day: `st`."""
    decade_endings: tuple[str, ...]
    """What makes a year a decade: `2030s`."""
    seasons: Phrases
    before_months: Phrases
    """Words before a month without its year, which may be another word: `in May`."""
    fiscal: Phrases
    """Words before a year that make it a financial year."""
    fiscal_marks: tuple[str, ...]
    """The same, where they may be glued to a year of four or two digits: `FY26`."""
    before_years: Phrases
    """Words before a year, also where a unit seems to follow: "in 2020 employees joined"."""
    time_edges: Phrases
    """What may stand between a bound and a time: `the end of`."""
    horizons: Mapping[str, Phrases]
    """Times without a number, by the horizon of the deal file, or by none of them (`other`)."""
    relative_times: Phrases
    """Times that are relative to the day of the text: `next year`."""
    within: Phrases
    """What stands before a duration in which something happens."""
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
    group_of: Phrases
    """What stands between those who belong to a group and its name: `affiliate of`."""
    respectively: Phrases

    # Organisations and people
    exchanges: Phrases
    """Where shares trade or are quoted, as printed before or after a ticker."""
    ticker_labels: Phrases
    """What stands before a ticker: `stock code`."""
    ticker_joints: Phrases
    """What may stand between such a label and the ticker: `of`."""
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
    """What a text calls a speaker whom it has named before: `he`."""

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
