"""What every command does that shows deals: load, view, render, write; deal by deal."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import typer

from dealcli.characters import beginning
from dealcli.commands import output
from dealcli.commands.deals import for_each
from dealcli.errors import AbsentPartyError, DealcliError
from dealcli.loading import DealFile, Found, deal_files, default, load_found
from dealcli.model import Deal, Party
from dealcli.page import Page, Part
from dealcli.renderers import FORMATS, renderer
from dealcli.views.selection import Selection
from dealcli.views.view import EVERYTHING, View


class OutputOptions(NamedTuple):
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


def show(
    view: View,
    deals: list[str] | None,
    wanted: OutputOptions,
    *,
    who: list[str] | None = None,
    selection: Selection = EVERYTHING,
) -> None:
    """Print a view of each deal that has one of the parties asked for; see `emit`.

    Args:
        view: the part of the deals to show.
        deals: deal files, and folders of them; None for the default deal.
        wanted: how the pages are wanted.
        who: the names of the parties.
        selection: which records to show, but for the parties.
    """
    asked = _Asked(who or ())

    def page(file: DealFile, parts: Collection[Part]) -> Page | None:
        parties = asked.in_deal(file.deal)
        if who and not parties:
            return None
        return view.page(file, parts, selection._replace(parties=parties))

    emit(deals or [default()], wanted, page, asked.absent)


class _Asked:
    """The parties that `--who` names, and which of them no deal has."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.found: set[str] = set()
        self.errors: dict[str, list[AbsentPartyError]] = {}

    def in_deal(self, deal: Deal) -> list[Party]:
        """Those that a deal has, each once.

        Raises:
            DealcliError: when a name fits more than one of its parties.
        """
        parties: dict[str, Party] = {}
        for name in self.names:
            from dealcli.views.narrowing import find_party

            try:
                party = find_party(deal, name)
            except AbsentPartyError as error:
                self.errors.setdefault(name, []).append(error)
            else:
                parties[party.id] = party
                self.found.add(name)
        return list(parties.values())

    def absent(self) -> Iterator[DealcliError]:
        """An error for each name that none of the deals has."""
        for name, errors in self.errors.items():
            if name in self.found:
                continue
            closest = next((error.closest for error in errors if error.closest), "")
            message = f"no party {name!r} in any of {len(errors)} deals{closest}"
            yield DealcliError(message) if errors[1:] else errors[0]


def emit(
    names: Sequence[str],
    wanted: OutputOptions,
    page: Callable[[DealFile, Collection[Part]], Page | None],
    missing: Callable[[], Iterable[DealcliError]] = tuple,
) -> None:
    """Print a page of each deal as soon as it is read, and forget it before the next.

    The error of a deal that cannot be shown is reported, and the others are shown; but a file is
    written whole or not at all.

    Args:
        names: deal files, and folders of them.
        wanted: how the pages are wanted.
        page: builds some parts of the page of a deal; None leaves the deal out.
        missing: what was asked for and is in none of the deals, asked after the last of them.

    Raises:
        typer.Exit: when a deal could not be shown, there is none, or something is missing.
        DealcliError: when the format holds one deal and there are several.
        OutputError: when the output could not be written.
    """
    chosen = wanted.chosen()
    form = FORMATS[chosen]
    found = list(deal_files(names))
    if form.between is None and len(found) > 1:
        raise DealcliError(f"--format {chosen} makes a document of one deal: call it once for each")
    render = renderer(chosen)
    with output.opened(wanted.to) as sink:
        shown = False

        def print_page(found_file: Found) -> int | None:
            nonlocal shown
            file = load_found(found_file)
            if file is None:
                return None
            sink.refuse_overwrite(file.paths)
            if made := page(file, form.parts):
                text = render(made, sink.stream)
                _report_outside(file)
                sink.write(f"{form.between}{text}" if shown else text, form.encoding)
                shown = True
            return 0

        code = max([for_each(found, print_page), *map(output.report, missing())])
        if code:
            raise typer.Exit(code)


def _report_outside(file: DealFile) -> None:
    """Say in one line which sources were not opened, and by what rule."""
    if file.outside:
        from dealcli.boundary import RULE
        from dealcli.renderers.diagnostics import shown_name

        more = f" and {len(file.outside) - 1} more" if file.outside[1:] else ""
        source = f"source {beginning(file.outside[0])!r}{more}"
        output.write_error(f"{shown_name(file.name)}: {source} not opened: {RULE}")
