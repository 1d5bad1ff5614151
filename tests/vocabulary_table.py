"""The tables of docs/vocabulary.md, made from the words of English.

`python tests/vocabulary_table.py --write` puts them into the document.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from keys import places

from dealcli.language.en import ENGLISH
from dealcli.language.phrases import Phrase, Phrases, Unless
from dealcli.meanings import Vocabulary
from dealcli.model import Deal, meanings_of, parts
from dealcli.reading.hedges import FIRMNESSES

DOCUMENT = Path(__file__).parents[1] / "docs" / "vocabulary.md"
MARKED = re.compile(r"(?<=<!-- words -->\n).*?(?=<!-- /words -->)", re.DOTALL)


def made() -> str:
    """All tables: the vocabularies, the firmness, and the bounds of quantities and times."""
    return "\n".join([*_vocabularies(), *_firmness(), *_bounds(), ""])


def _vocabularies() -> Iterator[str]:
    for name, words in ENGLISH.vocabulary.items():
        yield from _heading(name.replace("-", " ").capitalize())
        yield f"For {', '.join(f'`{key}`' for key in keys_of(name))}."
        yield ""
        yield from _rows(("word", "supported by"), ((word, (of,)) for word, of in words.items()))


def _firmness() -> Iterator[str]:
    yield from _heading("Firmness")
    yield from _rows(
        ("firmness", "required by", "allowed by"),
        (
            (firmness, (ENGLISH.hedges.get(firmness, ()), ENGLISH.loose_hedges.get(firmness, ())))
            for firmness in FIRMNESSES
        ),
    )


def _bounds() -> Iterator[str]:
    yield from _heading("Bounds of quantities")
    yield from _bounds_of(ENGLISH.bounds_before, ENGLISH.bounds_after)
    yield from _heading("Bounds of times")
    yield from _bounds_of(ENGLISH.time_bounds_before, ENGLISH.time_bounds_after)


def _bounds_of(before: Mapping[str, Phrases], after: Mapping[str, Phrases]) -> Iterator[str]:
    yield from _rows(
        ("key", "before it", "after it"),
        ((key, (before.get(key, ()), after.get(key, ()))) for key in before | after),
    )


def _heading(text: str) -> Iterator[str]:
    yield f"## {text}"
    yield ""


def _rows(head: tuple[str, ...], rows: Iterator[tuple[str, tuple[Phrases, ...]]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for word, lists in rows:
        yield f"| `{word}` | {' | '.join(map(listed, lists))} |"
    yield ""


def keys_of(vocabulary: str) -> Iterator[str]:
    """The keys whose values are words of a vocabulary."""
    for part in parts():
        for key, meaning in meanings_of(part).items():
            if isinstance(meaning, Vocabulary) and meaning.words == vocabulary:
                above = [""] if part is Deal else [f"{place}." for place in places(part)]
                yield from (f"{place}{key}" for place in above)


def listed(phrases: Phrases) -> str:
    """A list of phrases as an encoder reads it; a dash where it is empty."""
    return ", ".join(text for phrase in phrases for text in shown(phrase)) or "\u2013"


def shown(phrase: Phrase) -> Iterator[str]:
    """A phrase as an encoder reads it; one word with several forms as one text for each."""
    if isinstance(phrase, Unless):
        yield f"{_in_signs(phrase.phrase)} ({_exceptions(phrase)})"
    elif " " in phrase:
        yield _in_signs(phrase)
    else:
        is_exact = phrase.startswith("=")
        yield from (_in_signs(f"={form}" if is_exact else form) for form in _forms(phrase))


def _exceptions(phrase: Unless) -> str:
    said = (("not after", phrase.after), ("not before", phrase.before))
    return "; ".join(
        f"{where}: {', '.join(f'*{_in_signs(words)}*' for words in some)}"
        for where, some in said
        if some
    )


def _forms(phrase: str) -> list[str]:
    return phrase.removeprefix("=").split("|")


def _in_signs(phrase: str) -> str:
    """A phrase with `…` for any ending and for words between, and `/` between alternatives."""
    text = phrase.removeprefix("=").replace("...", "*").replace("*", "…").replace("|", "/")
    return f"`{text}`" if phrase.startswith("=") else text.replace("~", r"\~")


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python tests/vocabulary_table.py --write")
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(MARKED.sub(lambda _: made(), text), encoding="utf-8")
