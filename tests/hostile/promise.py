"""What is promised of any bytes: they read or are refused in good order, and a page is harmless."""

import json
import re
from collections.abc import Callable, Collection
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple

from viewing import VIEWS

from dealcli.characters import UNSEEN, UNSEEN_ASTRAL
from dealcli.checks import registry
from dealcli.errors import UnreadableDealError
from dealcli.loading import DealFile
from dealcli.page import Page, Part
from dealcli.renderers import FORMATS, RESULT_FORMATS, check_result_renderer, diagnostics, renderer
from dealcli.views import source
from dealcli.yamltree import parse

PAGES: dict[str, Callable[[DealFile, Collection[Part]], Page]] = {
    **{name: view.page for name, view in VIEWS.items()},
    "source": source.page,
}
"""What each command shows of a deal."""

CPU = 1.0
"""Seconds that a deal with its texts may take, over what the program takes to start."""
MEMORY = 150
"""MiB that it may take, likewise."""
DEAL_MEMORY = 100
"""MiB that a deal alone may take."""

TOLD = re.compile(
    r"(?P<name>.*?):(?P<line>[1-9]\d*):(?P<column>[1-9]\d*): error\[(?P<code>[\w-]+)]: .+"
)
"""The first line of every refusal; those below it, an excerpt and a hint, are indented."""

NAME = "deal.yaml"
ENCODINGS = ("utf-8", "ascii", "cp1252", "latin-1")
FOLDER = Path(__file__).parents[2] / "data"


class BrokenPromiseError(AssertionError):
    """The program did with some file what is promised of none."""


class Answer(NamedTuple):
    """What the program made of some bytes: a deal, or else the codes of what it was refused for."""

    file: DealFile | None
    codes: list[str]


def require(kept: object, promise: str) -> None:
    """Fail when a promise is not kept, whatever Python makes of `assert`."""
    if not kept:
        raise BrokenPromiseError(promise)


def answer(data: bytes, folder: Path = FOLDER) -> Answer:
    """Read some bytes; anything but a deal or a refusal in good order is an error."""
    try:
        return Answer(DealFile(parse(data, NAME), folder), [])
    except UnreadableDealError as error:
        return Answer(None, refusals(diagnostics.render(NAME, error.issues, error.lines)))


def refusals(told: str) -> list[str]:
    """The codes of what is told of a file on standard error, which has to be in good order."""
    require(not UNSEEN.search(told), "a message shows every character")
    heads = [line for line in told.split("\n") if not line.startswith("  ") and line]
    matches = [TOLD.fullmatch(line) for line in heads]
    require(heads and all(matches), f"a refusal is name:line:column: error[code]: {told[:200]!r}")
    return [match["code"] for match in matches if match]


def table(shown: Page, encoding: str) -> str:
    """A page for people as a stream of an encoding gets it."""
    text = renderer("table")(shown, TextIOWrapper(BytesIO(), encoding))
    written = text.encode(encoding, "backslashreplace").decode(encoding)
    require(written, "a page is never empty")
    require(not UNSEEN.search(written), "nothing on a page acts on a terminal")
    return written


OTHERS = tuple(name for name in FORMATS if name not in ("table", "json"))
"""The formats that are neither for a terminal nor the deal file's own."""


def other(shown: Page, name: str) -> str:
    """A page in another format: UTF-8 in which everything can be seen."""
    text = renderer(name)(shown, TextIOWrapper(BytesIO(), "ascii"))
    require(text.encode("utf-8"), "a page is never empty")
    require(not UNSEEN.search(text), f"{name} shows every character")
    return text


def document(shown: Page) -> Any:
    """A page as JSON, read back: UTF-8, no NaN, no half characters."""
    return parsed(renderer("json")(shown, TextIOWrapper(BytesIO(), "ascii")))


def result(file: DealFile) -> None:
    """What `check` says of a deal, in every format."""
    found = registry.check(file)
    said = {name: check_result_renderer(name)(found) for name in RESULT_FORMATS}
    require(not any(map(UNSEEN.search, said.values())), "a result shows every character")
    parsed(said["json"])


def parsed(text: str) -> Any:
    """JSON as a program reads it that knows no more than JSON."""
    found = json.loads(text.encode("utf-8"), parse_constant=_refused)
    require(not UNSEEN.search(UNSEEN_ASTRAL.sub("", text)), "JSON shows every character")
    require(not re.search("[\ud800-\udfff]", json.dumps(found, ensure_ascii=False)), "no halves")
    return found


def _refused(constant: str) -> None:
    raise BrokenPromiseError(f"{constant} in JSON")
