"""A page as JSON: the deal file's own shape, so that what is saved is itself a deal file."""

from typing import Any, TextIO

import msgspec
from msgspec import to_builtins

from dealcli.characters import json_visible
from dealcli.page import Page
from dealcli.problems import Problem, window
from dealcli.verdict import Verdict

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def render(page: Page, stream: TextIO) -> str:
    """One document: two spaces of indent, UTF-8 whatever the stream, numbers as written."""
    return _encoded(page.document)


def verdict(verdict: Verdict) -> str:
    """What a check came to, as one document: the problems with their addresses, and the proof."""
    document: dict[str, Any] = {"file": verdict.file, **verdict.about}
    document["problems"] = [_problem(each, verdict.file) for each in verdict.problems]
    if verdict.omitted:
        document["omitted"] = verdict.omitted
    if verdict.proof is not None:
        document["proof"] = to_builtins(verdict.proof)
    return _encoded(document)


def _problem(problem: Problem, file: str) -> dict[str, Any]:
    fields = to_builtins(problem)
    place = fields.pop("place")
    first = {key: fields.pop(key) for key in ("severity", "code", "message", "hint", "address")}
    return {**first, "file": problem.file or file, **place, "excerpt": window(problem)[1]}


def _encoded(document: dict[str, Any]) -> str:
    encoded = msgspec.json.format(_ENCODER.encode(document), indent=2)
    return json_visible(encoded.decode()) + "\n"
