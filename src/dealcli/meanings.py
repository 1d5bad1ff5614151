"""What a field of the deal file means: its description, and what its value has to do with the text.

Each field of the model declares one of these, as metadata of its type. Checks, the schema, the
documentation and the generators of the tests read them, so that a new field is covered by all.
"""

from msgspec import Struct


class Meaning(Struct, frozen=True):
    """What a field means.

    Attributes:
        description: what the field holds, in a sentence or two; editors show it.
    """

    description: str


class Identifier(Meaning, frozen=True):
    """A name for the record itself, unique in the file."""


class Reference(Meaning, frozen=True):
    """The id of another record, or several ids; such a record exists, and is of the right kind.

    Attributes:
        to: the class of that record in the model, or several: `Party | JointVenture`; `Part` for
            any.
    """

    to: str = "Part"


class Verbatim(Meaning, frozen=True):
    """Text that the source has word for word.

    Attributes:
        anywhere: whether it may be in any part of any source, and not only in the record's quotes.
    """

    anywhere: bool = False


class SourceWords(Meaning, frozen=True):
    """A short description that is made of words of the record's quotes."""


class Paraphrase(Meaning, frozen=True):
    """A statement in the encoder's words; the record's quotes have its numbers and names."""


class Remark(Meaning, frozen=True):
    """A remark of the encoder's; the sources as a whole have its numbers and names."""


class Vocabulary(Meaning, frozen=True):
    """A word of a vocabulary; the quotes have words that support it.

    Attributes:
        words: which vocabulary; the words of a text that support its words are those of the
            language, `language/en.py`. A word that is not listed there must itself be in the
            quotes.
    """

    words: str = ""


class Certainty(Meaning, frozen=True):
    """How sure a record is; it is not surer than the words of its quotes."""


class Number(Meaning, frozen=True):
    """A number that the quotes give, with its bound and unit; or a quantity with such numbers.

    Attributes:
        unit: its unit where it has none of its own.
        bound: the bound that it is.
    """

    unit: str = ""
    bound: str = "exact"


class Unit(Meaning, frozen=True):
    """The unit of the number beside it, as the quotes print it."""


class Time(Meaning, frozen=True):
    """A time that the quotes give, with its bound; or a mapping with such times.

    Attributes:
        bound: the bound that it is.
    """

    bound: str = "exact"


class Quotation(Meaning, frozen=True):
    """Verbatim words of a source that support the record, or words that tell their place."""


class Nested(Meaning, frozen=True):
    """Other parts of the deal, whose own fields say what they mean."""


class Metadata(Meaning, frozen=True):
    """A property of the deal file or of a source's file, which the source does not mention."""
