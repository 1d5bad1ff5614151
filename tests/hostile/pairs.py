"""Valid deals, each with the text of its source, and some damaged, as chance has it.

Unlike damaged files these read, mostly: so they reach the checks, the views and the renderers.
"""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from damage import damaged_data
from generating import IDS, Field, Samples, as_text, mapping

from dealcli.meanings import Quotation
from hostile.shapes import NAME

_WORDS = (
    *("Alder", "Birch", "Alder plc", "the Company", "joint venture", "plant", "cells", "license"),
    *("will", "may", "if", "when", "subject to", "plans to", "not", "until", "is", "at least"),
    *("up to", "about", "51%", "49 percent", "$1.5 billion", "2,000", "2030", "Q3 2027", "half"),
    *("hold", "lead", "supply", "pay", "acquire", "led by", "NYSE: ALD", "U.S.", "Inc.", "e.g."),
    *("“we", "said”", "'s", "(the", ")", "non-", "/", "\u2013", "山茱", "e\u0301", "\u202e"),
    *("[red]", "<b>", "*", "`", "|", "\\", "http://x.example", "👩\u200d🔬", "\xa0", "\u3000"),
    *("\t", "\x1b[1m"),
)
_ENDS = (". ", ".\n", "; ", "! ", "? ", ": ", ".\n\n", "\r\n\r\n", " ", "", "\n \n", "。", "…")
_REPEATED = (*_WORDS, *_ENDS, "a", "1 ", "[", "a b ", "x\u0301", '"', "A.", "may will ", "\n", " ")


class Pair(NamedTuple):
    """A deal file and the text of its sources."""

    deal: bytes
    text: bytes


def pair(random: Random) -> Pair:
    """A deal and the text that its sources name; of a hundred texts, some are very long."""
    text = _text(random)
    made = mapping(Quoting(random, text)) | {"format": 1, "sources": _sources(random)}
    if random.random() < 0.3:
        made = damaged_data(random, made, random.randint(1, 2))
    return Pair(as_text(made, indent=1).encode(errors="replace"), text.encode())


def _sources(random: Random) -> list[dict[str, str]]:
    names = random.choices((NAME, NAME, NAME, "no.txt", "../out.txt", "/proc/self/environ"), k=2)
    return [
        {"id": each, "title": "T", "file": name} for each, name in zip(IDS, names, strict=False)
    ]


def _text(random: Random) -> str:
    parts = []
    for _ in range(random.choice((0, 1, 5, 40, 200))):
        parts += random.choices(_WORDS, k=random.randint(1, 12))
        parts.append(random.choice(_ENDS))
    text = " ".join(parts)
    if random.random() < 0.1:
        text += _long(random, random.choice((1_000, 30_000, 1_100_000)))
    return text


def _long(random: Random, size: int) -> str:
    """A few things again and again."""
    unit = "".join(random.choices(_REPEATED, k=random.choice((1, 1, 2, 5)))) or " "
    return unit * (size // len(unit.encode()))


class Quoting(Samples):
    """Quotes that are mostly in a text; other texts are of the same words."""

    rarity = 3

    def __init__(self, random: Random, text: str) -> None:
        super().__init__(random)
        self.words = text[:20_000].split() or ["x"]
        self.room = 900
        """Records that may still be made."""

    def present(self, optional: Sequence[Field]) -> set[str]:
        self.room -= 1
        return super().present(optional) if self.room > 0 else set()

    def items(self, field: Field) -> int:
        random = self.random
        most = random.choice((0, 1, 1, 2, 3, 3, 200 if random.random() < 0.03 else 1))
        return max(0, min(most, self.room))

    def text(self, field: Field) -> str:
        if isinstance(field.meaning, Quotation) and self.random.random() > 0.2:
            return self.quote()
        if self.random.random() < 0.005:
            return _long(self.random, self.random.choice((2_000, 60_000))) or "x"
        return " ".join(self.random.choices(_WORDS, k=self.random.choice((1, 1, 3, 9))))

    def quote(self) -> str:
        """Words of the text, now and then one changed."""
        random = self.random
        start = random.randrange(len(self.words))
        words = self.words[start : start + random.choice((1, 3, 8, 30))]
        if random.random() < 0.1:
            words[random.randrange(len(words))] = random.choice(_WORDS)
        return " ".join(words)
