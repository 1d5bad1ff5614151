"""The arguments and options that commands share."""

from typing import Annotated

import typer

from dealcli.loading import ENVIRONMENT
from dealcli.model import Horizon


def known_parties(ctx: typer.Context, incomplete: str) -> list[str]:
    """What `--who` completes to, from the deals on the line; silent when they do not read."""
    from dealcli.loading import default, load
    from dealcli.problems import DealcliError
    from dealcli.views.narrowing import known_as

    names: dict[str, None] = {}
    for path in ctx.params.get("deals") or [default()]:
        try:
            parties = load(path).deal.parties
        except DealcliError:
            continue
        for party in parties:
            names.update(dict.fromkeys(known_as(party)))
    return [name for name in names if name.casefold().startswith(incomplete.casefold())]


Deals = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DEAL]...",
        help=f"Deal files, or - for standard input. None: ${ENVIRONMENT}, else the bundled deal.",
        show_default=False,
    ),
]
Who = Annotated[
    str | None,
    typer.Option(
        metavar="PARTY",
        help="Only what concerns this party: its id, name, ticker or another name it goes by.",
        autocompletion=known_parties,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, in the deal file's own shape.")]
OfHorizon = Annotated[Horizon | None, typer.Option(help="Only facilities of this horizon.")]
