"""`dealcli check`."""

import sys
from functools import partial
from typing import Annotated, Literal, get_args

import typer

from dealcli.check_result import CheckResult
from dealcli.checks import registry
from dealcli.commands import output
from dealcli.commands.deals import for_each
from dealcli.commands.options import Deals, one_of
from dealcli.errors import FOUND, USAGE, UnreadableDealError
from dealcli.loading import Found, deal_files, default, load_found
from dealcli.renderers import RenderCheckResult, check_result_renderer

_Form = Literal["text", "json", "github"]
_Format = Annotated[
    _Form,
    typer.Option(
        "--format",
        help="github: annotations for GitHub Actions.",
        autocompletion=one_of(*get_args(_Form)),
    ),
]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON: short for --format json.")]
_Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 on warnings as well.")]


def check(
    deals: Deals = None, as_json: _Json = False, form: _Format = "text", strict: _Strict = False
) -> None:
    """Check what a deal file says against the text of its source."""
    form = "json" if as_json else form
    render = _renderer(form)

    def report(found: Found) -> int | None:
        result = _verdict(found)
        if result is None:
            return None
        output.write(render(result), "utf-8" if form == "json" else None)
        return _code(result, strict)

    if code := for_each(list(deal_files(deals or [default()])), report):
        raise typer.Exit(code)


def _renderer(form: str) -> RenderCheckResult:
    if form == "text":
        from dealcli.renderers import diagnostics

        return partial(diagnostics.result, screen=output.screen(sys.stdout))
    return check_result_renderer(form)


def _verdict(found: Found) -> CheckResult | None:
    """The result of checking a file; None for a file that is no deal file."""
    try:
        file = load_found(found)
        return None if file is None else registry.check(file)
    except UnreadableDealError as error:
        return CheckResult(error.name, tuple(error.issues), error.lines)


def _code(result: CheckResult, strict: bool) -> int:
    if result.coverage is None:
        return USAGE
    return FOUND if result.count("error") or (strict and result.issues) else 0
