"""Some words of a text and the language to read them in."""

from msgspec import Struct

from dealcli.language.pack import Language
from dealcli.reading.words import unmatched_words
from dealcli.searching import contains_phrase


class Words(Struct, frozen=True):
    """Some words of a text.

    Attributes:
        text: the words, folded.
        language: their language.
        context: the whole text, folded; the words themselves where there is no more of it.
    """

    text: str
    language: Language
    context: str | None = None

    def has(self, phrase: str) -> bool:
        """Whether the words contain a phrase verbatim, but for a capital at its beginning."""
        return contains_phrase(phrase, self.text)


def unmatched_in(text: str, evidence: tuple[Words, ...]) -> list[str]:
    """Return the words of a text that have no word of one stem in the evidence.

    The text is read in the language of the first words of the evidence.
    """
    passages = (words.text for words in evidence)
    return unmatched_words(text, passages, evidence[0].language) if evidence else []
