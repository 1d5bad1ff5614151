"""Which files a deal file may name: those in its own folder, or in the collection around it.

A deal file comes from anywhere, and what it names is printed. So a name is compared with the
boundary before the file system is asked anything about it: not even whether a file exists.
"""

import os
import re
from functools import cached_property
from pathlib import PurePath, PureWindowsPath

from dealcli.plain_file import read_regular, require_path

COLLECTION = "dealcli.toml"
"""A file of this name marks its folder as one collection of deals, whatever it holds."""

_HEADER = rb"(?m)^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*dealcli[ \t]*\]"
MAX_PYPROJECT_BYTES = 1024 * 1024

RULE = (
    f"a source is a file in the deal's folder, or below the nearest folder above it that has a "
    f"{COLLECTION} or a [tool.dealcli] table in its pyproject.toml"
)


class Boundary:
    """What the deals in one folder may name.

    Attributes:
        folder: the folder of the deal file, without symbolic links.
    """

    def __init__(self, folder: str) -> None:
        self.folder = os.path.realpath(folder)

    def resolve(self, name: str) -> str | None:
        """The path of a file that a deal names, without symbolic links; None outside the boundary.

        `..` takes back the step before it, as in a URL, before any link is followed.

        Raises:
            ValueError: when the name cannot be a path.
            OSError: when there is no such file inside the boundary.
        """
        if os.name == "nt" and PureWindowsPath(name).drive.startswith("\\\\"):
            return None  # asking about a share would contact its server
        require_path(name)
        path = os.path.normpath(os.path.join(self.folder, name))  # noqa: PTH118 -- see above
        if not self._holds(path):
            return None
        try:
            path = os.path.realpath(path, strict=True)
        except OSError as error:
            # A link may lead to a place outside where nothing is: not even that is revealed.
            if not self._holds(str(error.filename or os.sep)):
                return None
            raise
        return path if self._holds(path) else None

    def _holds(self, path: str) -> bool:
        return _within(path, self.folder) or _within(path, self._collection)

    @cached_property
    def _collection(self) -> str:
        """The nearest folder that is marked as a collection, this one or one above it."""
        here = PurePath(self.folder)
        return next(
            (str(folder) for folder in (here, *here.parents) if _marked(folder)), self.folder
        )


def _within(path: str, folder: str) -> bool:
    return PurePath(path).is_relative_to(folder)


def _marked(folder: PurePath) -> bool:
    """Whether a folder has a dealcli.toml, or a pyproject.toml with a [tool.dealcli] table.

    The header of the table is looked for as a line: a TOML parser takes as much memory as it can
    get from a hostile file, and a header inside a longer text only marks a folder that its owner
    could have marked anyway.
    """
    if os.path.isfile(folder / COLLECTION):  # noqa: PTH113 -- a pure path asks nothing
        return True
    try:
        data = read_regular(str(folder / "pyproject.toml"), MAX_PYPROJECT_BYTES)
    except (OSError, ValueError):
        return False
    return re.search(_HEADER, data) is not None
