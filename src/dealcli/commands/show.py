"""What every command does that shows a part of deals: load, view, render, write; deal by deal."""

import sys

import typer

from dealcli.commands import output
from dealcli.loading import default, load
from dealcli.problems import USAGE, DealcliError, OutputError
from dealcli.renderers import renderer
from dealcli.views.view import View


def show(
    view: View,
    deals: list[str] | None,
    *,
    as_json: bool,
    who: str | None = None,
    horizon: str | None = None,
) -> None:
    """Print a view of each deal as soon as it is read, and forget it before the next.

    A deal that cannot be shown is told on standard error and the others are shown all the same.

    Raises:
        typer.Exit: with 2 when a deal could not be shown.
        OutputError: when the output could not be written.
    """
    render = renderer("json" if as_json else "table")
    failed = shown = False
    for name in deals or [default()]:
        try:
            text = render(view.page(load(name), who, horizon), sys.stdout)
            output.write(
                text if as_json or not shown else f"\n{text}", "utf-8" if as_json else None
            )
            shown = True
        except OutputError:
            raise
        except DealcliError as error:
            output.tell(error)
            failed = True
    if failed:
        raise typer.Exit(USAGE)
