"""A page as JSON: the deal file's own shape, so that what is saved is itself a deal file."""

from typing import Any, TextIO

import msgspec
from msgspec import to_builtins

from dealcli.characters import json_visible
from dealcli.check_result import CheckResult
from dealcli.page import Page
from dealcli.problems import Problem

_EXCERPT = 100
"""Characters of a long line in the `excerpt` of a problem."""

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def render(page: Page, stream: TextIO) -> str:
    """One document: two spaces of indent, UTF-8 whatever the stream, numbers as written."""
    return _encoded(page.document)


def result(result: CheckResult) -> str:
    """What a check came to, as one document: the problems with their addresses, and the proof."""
    document: dict[str, Any] = {"file": result.file, **result.about}
    document["problems"] = [_problem(each, result.file) for each in result.problems]
    if result.omitted:
        document["omitted"] = result.omitted
    if result.proof is not None:
        document["proof"] = to_builtins(result.proof)
    return _encoded(document)


def _problem(problem: Problem, file: str) -> dict[str, Any]:
    fields = to_builtins(problem)
    place = fields.pop("place")
    first = {key: fields.pop(key) for key in ("severity", "code", "message", "hint", "address")}
    return {**first, "file": problem.file or file, **place, "excerpt": _excerpt(problem)}


def _excerpt(problem: Problem) -> str:
    """The line that the problem is in; of a long one what is around the place."""
    column, line = problem.place.column, problem.excerpt
    start = max(0, column - 1 - _EXCERPT // 2) if len(line) > _EXCERPT else 0
    return line[start : start + _EXCERPT]


def _encoded(document: dict[str, Any]) -> str:
    encoded = msgspec.json.format(_ENCODER.encode(document), indent=2)
    return json_visible(encoded.decode()) + "\n"
