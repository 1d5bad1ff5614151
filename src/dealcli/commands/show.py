"""What every command does that shows deals: load, view, render, write; deal by deal."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import typer

from dealcli.characters import beginning
from dealcli.commands import output
from dealcli.commands.options import Deals, Form, Json, Output, Who
from dealcli.loading import DealFile, default, load
from dealcli.page import Page
from dealcli.problems import USAGE, DealcliError, OutputError
from dealcli.renderers import FORMATS, renderer
from dealcli.views.view import View


class Way(NamedTuple):
    """How pages are wanted.

    Attributes:
        form: the name of a format; None for a table, or for JSON where `as_json` asks for it.
        as_json: whether `--json` was given.
        to: the file to write to; None for standard output.
    """

    form: str | None = None
    as_json: bool = False
    to: str | None = None

    def chosen(self) -> str:
        """The name of the format that is wanted.

        Raises:
            DealcliError: when two are.
        """
        if self.as_json and self.form not in (None, "json"):
            raise DealcliError(f"--json and --format {self.form} are two formats: give one of them")
        return "json" if self.as_json else self.form or "table"


def showing(view: View, told: str) -> Callable[..., None]:
    """The command that shows a view, all of it or what concerns a party; `told` is its help."""

    def command(
        deals: Deals = None,
        who: Who = None,
        form: Form = None,
        as_json: Json = False,
        to: Output = None,
    ) -> None:
        show(view, deals, Way(form, as_json, to), who=who)

    command.__doc__ = told
    return command


def show(
    view: View,
    deals: list[str] | None,
    way: Way,
    *,
    who: str | None = None,
    horizon: str | None = None,
) -> None:
    """Print a view of each deal; see `emit`."""
    emit(deals or [default()], way, lambda file: view.page(file, who, horizon))


def emit(names: Sequence[str], way: Way, page: Callable[[DealFile], Page]) -> None:
    """Print a page of each deal as soon as it is read, and forget it before the next.

    A deal that cannot be shown is told on standard error and the others are shown all the same;
    but a file is written whole or not at all.

    Raises:
        typer.Exit: with 2 when a deal could not be shown.
        DealcliError: when the format holds one deal and there are several.
        OutputError: when the output could not be written.
    """
    chosen = way.chosen()
    form = FORMATS[chosen]
    if form.between is None and len(names) > 1:
        raise DealcliError(f"--format {chosen} makes a document of one deal: call it once for each")
    render = renderer(chosen)
    with output.opened(way.to) as sink:
        failed = shown = False
        for name in names:
            try:
                file = load(name)
                sink.refuse_overwrite(file.paths)
                text = render(page(file), sink.stream)
                _report_outside(file)
                sink.write(f"{form.between}{text}" if shown else text, form.encoding)
                shown = True
            except OutputError:
                raise
            except DealcliError as error:
                output.tell(error)
                failed = True
        if failed:
            raise typer.Exit(USAGE)


def _report_outside(file: DealFile) -> None:
    """Say in one line which sources were not opened, and by what rule."""
    if file.outside:
        from dealcli.boundary import RULE
        from dealcli.renderers.diagnostics import shown_name

        more = f" and {len(file.outside) - 1} more" if file.outside[1:] else ""
        source = f"source {beginning(file.outside[0])!r}{more}"
        output.complain(f"{shown_name(file.name)}: {source} not opened: {RULE}")
