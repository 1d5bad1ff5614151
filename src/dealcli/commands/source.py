"""`dealcli source`."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from dealcli.commands.options import NO_DEAL, Form, Output, known_records
from dealcli.commands.show import OutputOptions, emit
from dealcli.errors import DealcliError
from dealcli.loading import STDIN, DealFile, default
from dealcli.page import Page, Part

_Deal = Annotated[
    str | None,
    typer.Argument(
        metavar="[DEAL]",
        help=f"A deal file, or - for standard input. {NO_DEAL}",
        show_default=False,
        autocompletion=known_records,
    ),
]
_Record = Annotated[
    str | None,
    typer.Argument(
        metavar="[RECORD]",
        help="Only the passage behind this record: its id, or its address (/aims/0 is aim 1).",
        show_default=False,
        autocompletion=known_records,
    ),
]

_Json = Annotated[
    bool, typer.Option("--json", help="Print JSON: every quote and sentence with its place.")
]


def source(
    deal: _Deal = None,
    record: _Record = None,
    form: Form = None,
    as_json: _Json = False,
    to: Output = None,
) -> None:
    """The source with its quotes marked; or one record's passage."""
    record_only = deal not in (None, STDIN) and record is None and not Path(str(deal)).exists()
    if record_only:
        deal, record = None, deal

    def shown(file: DealFile, parts: Collection[Part]) -> Page:
        from dealcli.views.source import page

        try:
            return page(file, parts, record)
        except DealcliError as error:
            named = f"no file {record!r}, and " if record_only else ""
            raise DealcliError(named + error.message) from None

    emit([deal if deal is not None else default()], OutputOptions(form, as_json, to), shown)
