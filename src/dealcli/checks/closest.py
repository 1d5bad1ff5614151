"""Near misses: the passage of a source that a quote was most likely meant to be."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from dealcli.release import Release

_LONGEST = 60
"""Words of a quote that are compared: a longer one is looked for by its beginning."""

_PLACES = 100
"""Maximum number of occurrences of a word that are looked at: a common word locates nothing."""

_LIKE = 0.5
"""How much of a quote a passage must have to be worth showing."""


class NearMiss(NamedTuple):
    """A passage like a quote: its paragraph, its words, and where the two differ.

    In `text` the differences are in square brackets; `differences` are pairs: what the quote has,
    what the source has there.
    """

    paragraph: int
    text: str
    differences: tuple[tuple[str, str], ...]


def closest(release: Release, exact: str) -> NearMiss | None:
    """The passage of a release that has most of some words in their order, if any has half."""
    wanted = exact.split()[:_LONGEST]
    words = release.words
    offset = _offset(wanted, release.word_places)
    if offset is None:
        return None
    margin = max(3, len(wanted) // 4)
    first = max(0, offset - margin)
    near = words[first : offset + len(wanted) + margin]
    blocks = SequenceMatcher(None, wanted, near, autojunk=False).get_matching_blocks()[:-1]
    if sum(block.size for block in blocks) < _LIKE * len(wanted):
        return None
    start = max(0, blocks[0].b - blocks[0].a)
    end = min(len(near), blocks[-1].b + len(wanted) - blocks[-1].a)
    found = near[start:end]
    found[-1] = _cut(found[-1], wanted[-1])
    place = sum(len(word) + 1 for word in words[: first + start])
    segments = list(_segments(wanted, found))
    text = " ".join(
        there if quoted == there else f"[{there}]" for quoted, there in segments if there
    )
    differences = tuple((quoted, there) for quoted, there in segments if quoted != there)
    return NearMiss(release.span(place, place + 1).first, text, differences)


def _cut(word: str, like: str) -> str:
    """A word without the points after it, where another is the same without them."""
    return like if word.rstrip(".,;:!?") == like else word


def _offset(wanted: list[str], places: dict[str, list[int]]) -> int | None:
    """The start of a text at which most of its words match by position."""
    votes: Counter[int] = Counter()
    for position, word in enumerate(wanted):
        for at in places.get(word, ())[:_PLACES]:
            votes[at - position] += 1
    if not votes:
        return None
    return max(votes, key=lambda at: (sum(votes[at + near] for near in (-1, 0, 1)), votes[at]))


def _segments(wanted: list[str], found: list[str]) -> Iterator[tuple[str, str]]:
    """What the quote has and what the source has there, alike and different by turns."""
    for _, a, b, c, d in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        yield " ".join(wanted[a:b]), " ".join(found[c:d])
