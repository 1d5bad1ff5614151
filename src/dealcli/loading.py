"""From a deal file's name to the deal in it, with its sources; every structural problem at once."""

import os
import re
import stat
import sys
from pathlib import Path
from typing import Any

import msgspec

from dealcli.decoding import MAX_BYTES
from dealcli.model import PLAIN_NUMBER, Deal, Source
from dealcli.problems import DealcliError, Problem, UnreadableDealError
from dealcli.release import Release
from dealcli.yamltree import Tree, parse

STDIN = "-"
STDIN_NAME = "<stdin>"
ENVIRONMENT = "DEALCLI_DEAL"
MAX_SOURCE_BYTES = 8 * 1024 * 1024

# What msgspec takes and a deal file does not: Decimal's 1_000, 1e5, +5, .5, NaN and digits of other
# scripts; 2027.0 for a year; the text "null" for no value. A tree with such a leaf is judged by the
# slower walk, which knows what the leaf is to be.
_LENIENT = re.compile(
    rf"(?!{PLAIN_NUMBER}\Z)\s*+[_+-]*+"
    r"(?:[\d.][\d_.]*+(?:e[_+-]*+[\d_]*+)?|(?:s_*+)?n_*+a_*+n[\d_]*+|i_*+n_*+f[inty_]*+)\s*+"
    r"|\d{4}\.0++|null",
    re.IGNORECASE,
)


class DealFile:
    """A deal as read from a file.

    Attributes:
        name: what to call the file in messages.
        deal: what it holds.
        folder: where the files that its sources name are looked for.
    """

    def __init__(self, name: str, deal: Deal, folder: Path) -> None:
        self.name = name
        self.deal = deal
        self.folder = folder

    def release(self, source: Source) -> Release | None:
        """The text of a source; None when the deal file names none.

        Raises:
            DealcliError: when the file it names cannot be read as text.
        """
        if source.file is None:
            return None
        try:
            return Release(_source_text(self.folder / source.file))
        except UnicodeDecodeError:
            raise DealcliError("not UTF-8 text") from None
        except (OSError, ValueError) as error:
            raise DealcliError(_reason(error)) from None


def _source_text(path: Path) -> str:
    # A deal file comes from anywhere: no device or pipe is waited for in its name.
    if not stat.S_ISREG(path.stat().st_mode):
        raise ValueError("not a file")
    with path.open("rb") as stream:
        data = stream.read(MAX_SOURCE_BYTES + 1)
    if len(data) > MAX_SOURCE_BYTES:
        raise ValueError(f"larger than {MAX_SOURCE_BYTES:,} bytes")
    return data.decode("utf-8-sig")


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
        return DealFile(STDIN_NAME, deal_of(parse(_read_stdin(), STDIN_NAME)), Path())
    return DealFile(name, deal_of(parse(_read(name), name)), Path(name).parent)


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
