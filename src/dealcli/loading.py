"""From a deal file's name to the deal in it, with its sources; every structural problem at once."""

import os
import re
import stat
import sys
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from dealcli.decoding import MAX_BYTES
from dealcli.model import PLAIN_NUMBER, Deal, Id, Passage, Source
from dealcli.problems import DealcliError, Problem, UnreadableDealError
from dealcli.release import Release
from dealcli.yamltree import Tree, parse

STDIN = "-"
STDIN_NAME = "<stdin>"
ENVIRONMENT = "DEALCLI_DEAL"
MAX_SOURCE_BYTES = MAX_BYTES
"""What a source's text may hold, and all of a deal's together: one file may be named very often."""

# What msgspec takes and a deal file does not: Decimal's 1_000, 1e5, +5, .5, NaN and digits of other
# scripts; 2027.0 for a year; the text "null" for no value. A tree with such a leaf is judged by the
# slower walk, which knows what the leaf is to be.
_LENIENT = re.compile(
    rf"(?!{PLAIN_NUMBER}\Z)\s*+[_+-]*+"
    r"(?:[\d.][\d_.]*+(?:e[_+-]*+[\d_]*+)?|(?:s_*+)?n_*+a_*+n[\d_]*+|i_*+n_*+f[inty_]*+)\s*+"
    r"|\d{4}\.0++|null",
    re.IGNORECASE,
)


class SourceText(NamedTuple):
    """What became of a source of a deal file.

    Attributes:
        number: its place among the sources, from 1.
        source: the record.
        release: its text; None when the deal file names no file, or one that cannot be read.
        data: the bytes of that file.
        reason: why the file that it names cannot be read; nothing otherwise.
    """

    number: int
    source: Source
    release: Release | None = None
    data: bytes = b""
    reason: str = ""


class DealFile:
    """A deal as read from a file.

    Attributes:
        tree: what the file holds, with the place of each value.
        deal: the deal that this is.
        folder: where the files that its sources name are looked for.
    """

    def __init__(self, tree: Tree, folder: Path) -> None:
        self.tree = tree
        self.deal: Deal = deal_of(tree)
        self.folder = folder

    @property
    def name(self) -> str:
        """What to call the file in messages."""
        return self.tree.name

    @property
    def paths(self) -> list[Path]:
        """The files that are read: the deal file, or what standard input is, and its sources."""
        own = Path("/dev/stdin" if self.name == STDIN_NAME else self.name)
        return [own, *(self.folder / one.file for one in self.deal.sources if one.file)]

    @cached_property
    def texts(self) -> dict[Id, SourceText]:
        """The text of each source by id, read when first asked for; the first of an id wins."""
        found: dict[Id, SourceText] = {}
        read = 0
        for number, source in enumerate(self.deal.sources, start=1):
            if source.id not in found:
                found[source.id] = self._text(number, source, read)
                read += len(found[source.id].data)
        return found

    def text_of(self, passage: Passage) -> SourceText | None:
        """The source that a passage is from: the one it names, else the first."""
        if passage.source:
            return self.texts.get(passage.source)
        return next(iter(self.texts.values()), None)

    def _text(self, number: int, source: Source, before: int) -> SourceText:
        if source.file is None:
            return SourceText(number, source)
        try:
            data = _source_bytes(self.folder / source.file, before)
            return SourceText(number, source, Release(data.decode("utf-8-sig")), data)
        except UnicodeDecodeError:
            return SourceText(number, source, reason="not UTF-8 text")
        except (OSError, ValueError) as error:
            return SourceText(number, source, reason=_reason(error))


def _source_bytes(path: Path, before: int) -> bytes:
    """A source's file, where it is no larger than it may be with the bytes read `before` it."""
    if "\0" in str(path):  # Python's own message for this differs between its versions
        raise ValueError("embedded null byte")
    # A deal file comes from anywhere: no device or pipe is waited for in its name.
    if not stat.S_ISREG(path.stat().st_mode):
        raise ValueError("not a file")
    with path.open("rb") as stream:
        data = stream.read(MAX_SOURCE_BYTES + 1)
    if len(data) + before > MAX_SOURCE_BYTES:
        alone = len(data) > MAX_SOURCE_BYTES
        together = "" if alone else "with the sources before it "
        raise ValueError(f"{together}larger than {MAX_SOURCE_BYTES:,} bytes")
    return data


def bundled() -> Path:
    """The deal file that comes with dealcli: inside the package, or beside `src` in a checkout."""
    package = Path(__file__).parent
    installed = package / "data" / "deal.yaml"
    return installed if installed.exists() else package.parents[1] / "data" / "deal.yaml"


def default() -> str:
    """The deal that is meant when none is named: `$DEALCLI_DEAL`, else the bundled one."""
    return os.environ.get(ENVIRONMENT) or str(bundled())


def load(name: str) -> DealFile:
    """Read a deal file.

    Args:
        name: its path, or `-` for standard input.

    Raises:
        DealcliError: when the file cannot be read at all.
        UnreadableDealError: when what it holds is not a deal; with every problem found.
    """
    if name == STDIN:
        return DealFile(parse(_read_stdin(), STDIN_NAME), Path())
    return DealFile(parse(_read(name), name), Path(name).parent)


def deal_of(tree: Tree) -> Deal:
    """The deal that a tree holds.

    Raises:
        UnreadableDealError: with what the reader refused and what the model does, by place.
    """
    doubtful = tree.has_nulls or any(map(_LENIENT.fullmatch, tree.leaves))
    if not tree.problems and not doubtful:
        try:
            return _convert(tree.root)
        except msgspec.ValidationError:
            pass
    # The walk is the judge of what to say, of numbers and of nulls; it is imported when needed.
    from dealcli import structure

    found = tree.problems + [each for each in structure.problems(tree) if not _told(tree, each)]
    if found:
        raise UnreadableDealError(tree.name, sorted(found, key=lambda problem: problem.place))
    return _convert(structure.given(tree.root))


def _told(tree: Tree, problem: Problem) -> bool:
    """Whether a problem with a value only follows from what the reader refused there."""
    of_contents = problem.code in ("missing-key", "incomplete")
    return not of_contents and any(problem.address == each.address for each in tree.problems)


def _convert(root: Any) -> Deal:
    return msgspec.convert(root, Deal, strict=False)


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise DealcliError("there is no standard input to read a deal from")
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise DealcliError(f"cannot read standard input: {_reason(error)}") from None


def _read(name: str) -> bytes:
    try:
        with open(name, "rb") as stream:  # noqa: PTH123 -- Path() would drop a trailing slash
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise DealcliError(f"cannot read {name!r}: {_reason(error)}") from None


def _reason(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)
