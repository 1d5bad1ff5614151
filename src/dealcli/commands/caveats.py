"""`dealcli caveats`."""

import re
from pathlib import Path
from typing import Annotated

import typer

from dealcli.commands.options import DEAL_FILES, Form, Json, Output, Who, known_records
from dealcli.commands.parts import VIEWS
from dealcli.commands.show import OutputOptions, show
from dealcli.views.selection import Selection

_Named = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DEAL|RECORD]...",
        help=f"{DEAL_FILES} An id that names no file is a record: only what applies to it, or to "
        "the whole deal.",
        show_default=False,
        autocompletion=known_records,
    ),
]
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def caveats(
    named: _Named = None,
    who: Who = None,
    form: Form = None,
    as_json: Json = False,
    to: Output = None,
) -> None:
    """Conditions and hedges, and what is left open."""
    words = named or []
    records = [word for word in words if _is_record(word)]
    deals = [word for word in words if word not in records]
    selection = Selection(records=records)
    show(VIEWS["caveats"], deals, OutputOptions(form, as_json, to), who=who, selection=selection)


def _is_record(word: str) -> bool:
    """Whether an argument is a record's id: it could be one, and no file has that name."""
    return bool(_ID.fullmatch(word)) and not Path(word).exists()
