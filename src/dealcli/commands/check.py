"""`dealcli check`."""

import sys
from functools import partial
from typing import Annotated, Literal, get_args

import typer

from dealcli.checks import register
from dealcli.commands import output
from dealcli.commands.options import Deals, one_of
from dealcli.loading import Found, deal_files, default, load_found
from dealcli.problems import FOUND, USAGE, DealcliError, OutputError, UnreadableDealError
from dealcli.renderers import RenderVerdict, verdict_renderer
from dealcli.verdict import Verdict

_Form = Literal["text", "json", "github"]
_Format = Annotated[
    _Form,
    typer.Option(
        "--format",
        help="github: annotations for a workflow of GitHub's.",
        autocompletion=one_of(*get_args(_Form)),
    ),
]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON: short for --format json.")]
_Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 on warnings too.")]


def check(
    deals: Deals = None, as_json: _Json = False, form: _Format = "text", strict: _Strict = False
) -> None:
    """Check what a deal file says against the text of its source."""
    form = "json" if as_json else form
    render = _renderer(form)
    code = skipped = 0
    found = list(deal_files(deals or [default()]))
    for each in found:
        try:
            verdict = _verdict(each)
            if verdict is None:
                skipped += 1
                continue
            output.write(render(verdict), "utf-8" if form == "json" else None)
            code = max(code, _code(verdict, strict))
        except OutputError:
            raise
        except DealcliError as error:
            output.tell(error)
            code = USAGE
    output.report_skipped(skipped)
    if skipped == len(found):
        code = USAGE
    if code:
        raise typer.Exit(code)


def _renderer(form: str) -> RenderVerdict:
    if form == "text":
        from dealcli.renderers import diagnostics

        return partial(diagnostics.verdict, screen=output.screen(sys.stdout))
    return verdict_renderer(form)


def _verdict(found: Found) -> Verdict | None:
    """What a check of a file comes to; None where it is no deal file."""
    try:
        file = load_found(found)
        return None if file is None else register.check(file)
    except UnreadableDealError as error:
        return Verdict(error.name, tuple(error.problems))


def _code(verdict: Verdict, strict: bool) -> int:
    if verdict.proof is None:
        return USAGE
    return FOUND if verdict.count("error") or (strict and verdict.problems) else 0
