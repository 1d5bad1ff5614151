"""The notation of phrases in a language's word lists, and its compiler to regular expressions.

A phrase is words with a space between them; in a text a hyphen may take its place. It begins and
ends at the edges of words, not right after a negative prefix: `binding` is not in `non-binding`.

    announc*          any ending; `*bank`: any beginning
    a|an              one of several words
    (binding) offer   a word that may be missing, before another
    not ... until     up to 60 characters between two words
    =may              these capital and small letters only, and no others
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

BETWEEN = 60
"""The most characters that `...` is for."""


class Unless(NamedTuple):
    """A phrase that does not count right after, or right before, some others."""

    phrase: str
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


Phrase = str | Unless
"""A phrase of a word list, alone or with what makes it another."""

Phrases = tuple[Phrase, ...]


def compiled(phrases: Iterable[Phrase], negative: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Return a pattern that finds any of some phrases, the longest first, in any letter case.

    Args:
        phrases: the phrases; none are found nowhere.
        negative: prefixes that make a word its opposite, before a hyphen: `non`.
    """
    return re.compile(edge(negative) + group(phrases), re.IGNORECASE)


def compiled_by(
    lists: Mapping[str, Phrases], negative: tuple[str, ...] = ()
) -> dict[str, re.Pattern[str]]:
    """Return the pattern of each of some lists, by its name."""
    return {name: compiled(phrases, negative) for name, phrases in lists.items()}


def edge(negative: tuple[str, ...] = ()) -> str:
    """Return the expression for where a phrase may begin."""
    return r"(?<!\w)" + "".join(rf"(?<!\b{re.escape(prefix)}-)" for prefix in negative)


def group(phrases: Iterable[Phrase]) -> str:
    """Return the expression for one of some phrases, without the edge before it."""
    alternatives = sorted(phrases, key=lambda phrase: -len(_words(phrase)))
    return f"(?:{'|'.join(map(_expression, alternatives))})" if alternatives else r"(?!)"


def named_groups(lists: Mapping[str, Phrases]) -> str:
    """Return the expression for a phrase of one of some lists, as a group with the list's name."""
    return "|".join(f"(?P<{name}>{group(phrases)})" for name, phrases in lists.items())


def last_words(phrases: Iterable[Phrase]) -> frozenset[str]:
    """Return the words that some phrases may end in, in small letters.

    They are looked up as they are, so a phrase of such a list ends in no `*`.
    """
    found: set[str] = set()
    for phrase in phrases:
        for word in reversed(_words(phrase).removeprefix("=").split(" ")):
            found.update(word.strip("()").lower().split("|"))
            if not word.startswith("("):
                break
    return frozenset(found)


def beginnings(phrases: Iterable[Phrase]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words that some phrases may begin with, and what longer words may begin with.

    Both are in small letters; of a word with a mark inside it is the part before that.

    Raises:
        ValueError: a phrase begins with a mark.
    """
    words: set[str] = set()
    prefixes: set[str] = set()
    for phrase in phrases:
        for word in _words(phrase).removeprefix("=").lower().split(" "):
            for form in word.strip("()").split("|"):
                found = re.match(r"\w*", form)
                first, rest = (found[0], form[found.end() :]) if found else ("", form)
                if not first and not rest.startswith("*"):
                    raise ValueError(f"{_words(phrase)!r} begins with a mark")
                (prefixes if rest.startswith("*") else words).add(first)
            if not word.startswith("("):
                break
    return frozenset(words), tuple(sorted(prefixes))


def _words(phrase: Phrase) -> str:
    return phrase if isinstance(phrase, str) else phrase.phrase


def _expression(phrase: Phrase) -> str:
    if isinstance(phrase, str):
        return _plain(phrase)
    behind = "".join(rf"(?<!\b{_literal(words)}[\s-])" for words in phrase.after)
    ahead = rf"(?![\s-]{group(phrase.before)})" if phrase.before else ""
    return f"{behind}{_plain(phrase.phrase)}{ahead}"


def _plain(phrase: str) -> str:
    exact = phrase.startswith("=")
    expression, between = "", ""
    for word in phrase.removeprefix("=").split(" "):
        if word == "...":
            between = rf"\b.{{0,{BETWEEN}}}?\b"
        elif word.startswith("("):
            expression += rf"{between}(?:{_alternatives(word[1:-1])}[\s-])?"
            between = ""
        else:
            expression += between + _alternatives(word)
            between = r"[\s-]"
    end = r"(?!\w)" if re.search(r"\w\Z", phrase) else ""
    return f"(?-i:{expression}){end}" if exact else f"{expression}{end}"


def _alternatives(word: str) -> str:
    forms = [_literal(form).replace(r"\*", r"\w*") for form in word.split("|")]
    return forms[0] if len(forms) == 1 else f"(?:{'|'.join(forms)})"


def _literal(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"[\s-]").replace(r"\-", "-")
