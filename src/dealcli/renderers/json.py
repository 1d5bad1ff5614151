"""A page as JSON: the deal file's own shape, so that what is saved is itself a deal file."""

from typing import Any, TextIO

import msgspec
from msgspec import to_builtins

from dealcli.characters import json_visible
from dealcli.check_result import CheckResult
from dealcli.issues import Issue, Lines, excerpt
from dealcli.page import Page

_EXCERPT = 100
"""Characters of a long line in the `excerpt` of an issue."""

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def render(page: Page, stream: TextIO) -> str:
    """One document: two spaces of indent, UTF-8 whatever the stream, numbers as written."""
    return _encoded(page.document)


def result(result: CheckResult) -> str:
    """The result of a check, as one document: the issues with their addresses, and the counts."""
    document: dict[str, Any] = {"file": result.file, **result.about}
    document["problems"] = [_issue(issue, result) for issue in result.issues]
    if result.omitted:
        document["omitted"] = result.omitted
    if result.coverage is not None:
        document["proof"] = to_builtins(result.coverage)
    return _encoded(document)


def _issue(issue: Issue, result: CheckResult) -> dict[str, Any]:
    return {
        "severity": issue.severity,
        "code": issue.code,
        "message": issue.message,
        "hint": issue.hint,
        "address": issue.address,
        "file": issue.file or result.file,
        **to_builtins(issue.where),
        "excerpt": _excerpt(issue, result.lines),
    }


def _excerpt(issue: Issue, lines: Lines) -> str:
    """The line that an issue is in; of a long one what is around the place."""
    column, line = issue.where.column, excerpt(issue, lines)
    start = max(0, column - 1 - _EXCERPT // 2) if len(line) > _EXCERPT else 0
    return line[start : start + _EXCERPT]


def _encoded(document: dict[str, Any]) -> str:
    encoded = msgspec.json.format(_ENCODER.encode(document), indent=2)
    return json_visible(encoded.decode()) + "\n"
