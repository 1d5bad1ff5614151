"""The texts of a deal's sources, read from within its boundary and up to their limits."""

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from dealcli.boundary import Boundary
from dealcli.decoding import MAX_BYTES
from dealcli.model import Deal, Id, Source, quotes_of
from dealcli.plain_file import read_regular, reason
from dealcli.release import Release
from dealcli.yamltree import MAX_NODES

MAX_SOURCE_BYTES = MAX_BYTES
MAX_PARAGRAPHS = 5_000
MAX_SENTENCES = 10_000
MAX_WORDS = 60_000
"""What the texts of a deal may hold together, so that they are shown and checked in a second.

Together, since one file may be named very often. Sixty thousand words are 200 pages.
"""
MAX_SEARCHED = 1 << 27
"""Characters that are searched for the quotes of a deal: its texts, once for each quote."""
_SHORT = MAX_SEARCHED // MAX_NODES
"""Characters that may be searched for as many quotes as a deal file can hold."""

_OUTSIDE = "outside the deal's folder, so it was not opened"


class SourceText(NamedTuple):
    """What became of a source of a deal file.

    Attributes:
        number: its place among the sources, from 1.
        source: the record.
        release: its text; None when the deal file names no file, or one that cannot be read.
        data: the bytes of that file.
        path: that file, without symbolic links; nothing where it names none or one out of bounds.
        reason: why the file that it names was not read; nothing otherwise.
        outside: whether it names a file out of bounds, which was not opened.
    """

    number: int
    source: Source
    release: Release | None = None
    data: bytes = b""
    path: str = ""
    reason: str = ""
    outside: bool = False


def read_texts(deal: Deal, folder: Path) -> dict[Id, SourceText]:
    """The text of each source by id; the first of an id wins.

    Args:
        deal: the deal.
        folder: the folder of its file.
    """
    boundary, room = Boundary(str(folder)), _Room(deal)
    found: dict[Id, SourceText] = {}
    for number, source in enumerate(deal.sources, start=1):
        if source.id not in found:
            found[source.id] = _text(SourceText(number, source), boundary, room)
    return found


def _text(given: SourceText, boundary: Boundary, room: "_Room") -> SourceText:
    """A source with its text, or with the reason why there is none."""
    if given.source.file is None:
        return given
    try:
        path = boundary.resolve(given.source.file)
        if path is None:
            return given._replace(reason=_OUTSIDE, outside=True)
        given = given._replace(path=path)
        data = read_regular(path, MAX_SOURCE_BYTES)
        return given._replace(release=room.take(data, given.source.language), data=data)
    except UnicodeDecodeError:
        return given._replace(reason="not UTF-8 text")
    except (OSError, ValueError) as error:
        return given._replace(reason=reason(error))


class _Room:
    """What the texts of a deal hold so far, and whether there is room for one more."""

    def __init__(self, deal: Deal) -> None:
        self._deal = deal
        self._held: Counter[str] = Counter()

    def take(self, data: bytes, tag: str | None) -> Release:
        """One more text, with the tag of its language where that is given.

        Raises:
            UnicodeDecodeError: when it is not UTF-8.
            ValueError: when it is blank, or too much by itself or with those before it.
        """
        self._require("bytes", len(data), MAX_SOURCE_BYTES)
        self._held["bytes"] += len(data)
        release = Release(data.decode("utf-8-sig"), tag)
        if not release.folded:
            raise ValueError("there is no text in it")
        # Few commands need sentences: a text is cut into them only where there may be too many.
        many = self._held["sentences"] + release.most_sentences > MAX_SENTENCES
        sizes = {
            "words": (release.word_count, MAX_WORDS),
            "paragraphs": (len(release.paragraphs), MAX_PARAGRAPHS),
            "sentences": (
                len(release.sentences) if many else release.most_sentences,
                MAX_SENTENCES,
            ),
        }
        for what, (size, most) in sizes.items():
            self._require(what, size, most)
        self._require_searchable(self._held["characters"] + len(release.folded))
        self._held.update({what: size for what, (size, _) in sizes.items()})
        self._held["characters"] += len(release.folded)
        return release

    def _require(self, what: str, size: int, most: int) -> None:
        if self._held[what] + size > most:
            together = "" if size > most else "with the sources before it "
            raise ValueError(f"{together}more than {most:,} {what}")

    def _require_searchable(self, length: int) -> None:
        if length > _SHORT and length * self._quotes > MAX_SEARCHED:
            quotes = f"{self._quotes:,} quotes"
            raise ValueError(f"{length:,} characters are too many to search for {quotes}")

    @cached_property
    def _quotes(self) -> int:
        """How many quotes the deal has."""
        from dealcli.nodes import PartNode, walk

        parts = (node.part for node in walk(PartNode("", self._deal)))
        return sum(len(quotes_of(getattr(part, "quote", None))) for part in parts)
