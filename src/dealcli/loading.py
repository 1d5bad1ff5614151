"""From a deal file's name to the deal in it, with its sources; every structural issue at once."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from dealcli.decoding import MAX_BYTES
from dealcli.errors import DealcliError, UnreadableDealError
from dealcli.issues import Issue
from dealcli.model import PLAIN_NUMBER, Deal, Id, Passage, Source
from dealcli.plain_file import read_named, read_regular, reason
from dealcli.yamltree import Tree, parse

if TYPE_CHECKING:
    from dealcli.release import Release
    from dealcli.source_texts import SourceText

STDIN = "-"
STDIN_NAME = "<stdin>"
ENVIRONMENT = "DEALCLI_DEAL"
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
        tree: what the file holds, with the place of each value.
        deal: the deal that this is.
        folder: where the files that its sources name are looked for.

    Args:
        texts: the texts of its sources by id, which are then not read.
    """

    def __init__(self, tree: Tree, folder: Path, texts: dict[Id, SourceText] | None = None) -> None:
        self.tree = tree
        self.deal: Deal = deal_of(tree)
        self.folder = folder
        self._texts = texts

    @property
    def name(self) -> str:
        """What to call the file in messages."""
        return self.tree.name

    @property
    def paths(self) -> Iterator[Path]:
        """The files that are read: the deal file, or what standard input is, and its sources."""
        yield Path("/dev/stdin" if self.name == STDIN_NAME else self.name)
        yield from (Path(text.path) for text in self.texts.values() if text.path)

    @property
    def texts(self) -> dict[Id, SourceText]:
        """The text of each source by id, read when first asked for; the first of an id wins."""
        if self._texts is None:
            from dealcli.source_texts import read_texts

            self._texts = read_texts(self.deal, self.folder)
        return self._texts

    @property
    def outside(self) -> list[Id]:
        """The sources that name a file out of bounds, where the texts were asked for."""
        return [text.source.id for text in (self._texts or {}).values() if text.outside]

    def source_name(self, source: Source) -> str:
        """What to call the file of a source in messages: its path from where the deal file is."""
        return os.path.normpath(self.folder / (source.file or ""))

    def lines(self, name: str = "") -> Sequence[str]:
        """The lines of the deal file, or of the source that `source_name` calls so."""
        if not name:
            return self.tree.lines
        release = self._releases.get(name)
        return release.lines if release else ()

    @cached_property
    def _releases(self) -> dict[str, Release]:
        """The texts of the sources by the names of their files; the first of a name wins."""
        found: dict[str, Release] = {}
        for text in self.texts.values():
            if text.release:
                found.setdefault(self.source_name(text.source), text.release)
        return found

    def text_of(self, passage: Passage) -> SourceText | None:
        """The source that a passage is from: the one it names, else the first."""
        if passage.source:
            return self.texts.get(passage.source)
        return next(iter(self.texts.values()), None)


def bundled() -> Path:
    """The deal file that comes with dealcli: inside the package, or beside `src` in a checkout."""
    package = Path(__file__).parent
    installed = package / "data" / "deal.yaml"
    return installed if installed.exists() else package.parents[1] / "data" / "deal.yaml"


def default() -> str:
    """The deal that is meant when none is named: `$DEALCLI_DEAL`, else the bundled one."""
    return os.environ.get(ENVIRONMENT) or str(bundled())


class Found(NamedTuple):
    """A deal file to read, and the folder that it was found in, if it was not named itself."""

    name: str
    folder: str = ""


def deal_files(names: Iterable[str]) -> Iterator[Found]:
    """The files that are named and, for a folder, the YAML files below it, sorted.

    Hidden folders and links are passed over, and what is not a regular file. A folder with no YAML
    file, and one that cannot be listed, is found itself: to read it is an error.
    """
    for name in names:
        if os.path.isdir(name):  # noqa: PTH112 -- a name with a null character is no folder
            below = sorted(_yaml_files(name))
            yield from (Found(path, name) for path in below or [name])
        else:
            yield Found(name)


def _yaml_files(top: str) -> Iterator[str]:
    unlisted: list[OSError] = []
    for folder, folders, files in os.walk(top, onerror=unlisted.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(folder, name) for name in files if name.endswith((".yaml", ".yml"))):
            if stat.S_ISREG(path.lstat().st_mode):
                yield str(path)
    yield from (str(error.filename) for error in unlisted)


def load_found(found: Found) -> DealFile | None:
    """Read a deal file; None for one found in a folder that has no `format` key and is no deal.

    Raises:
        DealcliError: when the file cannot be read, or a folder has no YAML file.
        UnreadableDealError: when what it holds is not a deal; with every issue found.
    """
    if not found.folder:
        return load(found.name)
    try:
        data = read_regular(found.name, MAX_BYTES)
    except (OSError, ValueError) as error:
        if found.name == found.folder and isinstance(error, ValueError):  # opened, but no file
            raise DealcliError(f"no YAML file in the folder {found.name!r}") from None
        raise DealcliError(f"cannot read {found.name!r}: {reason(error)}") from None
    tree = parse(data, found.name)
    if not isinstance(tree.root, dict) or "format" not in tree.root:
        return None
    return DealFile(tree, Path(found.name).parent)


def load(name: str) -> DealFile:
    """Read a deal file.

    Args:
        name: its path, or `-` for standard input.

    Raises:
        DealcliError: when the file cannot be read at all.
        UnreadableDealError: when what it holds is not a deal; with every issue found.
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
    if not tree.issues and not doubtful:
        try:
            return _convert(tree.root)
        except msgspec.ValidationError:
            pass
    # The walk is the judge of what to say, of numbers and of nulls; it is imported when needed.
    from dealcli import validation

    found = tree.issues + [
        issue for issue in validation.issues(tree) if not _follows_from_refused(tree, issue)
    ]
    if found:
        found.sort(key=lambda issue: issue.where)
        raise UnreadableDealError(tree.name, found, tree.lines)
    return _convert(validation.given(tree.root))


def _follows_from_refused(tree: Tree, issue: Issue) -> bool:
    """Whether an issue with a value only follows from what the reader refused there."""
    of_contents = issue.code in ("missing-key", "incomplete")
    return not of_contents and any(issue.address == refused.address for refused in tree.issues)


def _convert(root: Any) -> Deal:
    return msgspec.convert(root, Deal, strict=False)


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise DealcliError("there is no standard input to read a deal from")
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise DealcliError(f"cannot read standard input: {reason(error)}") from None


def _read(name: str) -> bytes:
    try:
        return read_named(name, MAX_BYTES)
    except (OSError, ValueError) as error:
        raise DealcliError(f"cannot read {name!r}: {reason(error)}") from None
