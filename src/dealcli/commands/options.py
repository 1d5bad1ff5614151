"""The arguments and options that commands share."""

import os
from typing import Annotated, Literal

import typer

from dealcli.characters import visible
from dealcli.loading import ENVIRONMENT
from dealcli.model import Horizon


def known_parties(ctx: typer.Context, incomplete: str) -> list[str]:
    """What `--who` completes to, from the deals on the line; silent when they do not read."""
    from dealcli.loading import default, load
    from dealcli.problems import DealcliError
    from dealcli.views.narrowing import known_as

    # While `--who` still waits for its value, the parser leaves what it has read in `args`.
    line = ctx.params.get("deals") or [word for word in ctx.args if not word.startswith("--")]
    names: dict[str, None] = {}
    for path in line or [default()]:
        if not os.path.isfile(path):  # noqa: PTH113 -- a pipe or a device must not hang the shell
            continue
        try:
            parties = load(path).deal.parties
        except DealcliError:
            continue
        names.update((name, None) for party in parties for name in known_as(party))
    start = incomplete.casefold()
    return [name for name in names if name.casefold().startswith(start) and _harmless(name)]


def _harmless(name: str) -> bool:
    """Whether a shell takes a name as it stands: zsh evaluates what it is offered."""
    return name.isprintable() and visible(name) == name and not set(name) & set("\\`$")


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
Json = Annotated[
    bool, typer.Option("--json", help="Print JSON, in the deal file's own shape: --format json.")
]
Form = Annotated[
    Literal["table", "json", "markdown", "html"] | None,
    typer.Option("--format", help="What to print; a table where none is named."),
]
Drawing = Annotated[
    Literal["table", "json", "markdown", "html", "svg", "mermaid", "dot"] | None,
    typer.Option("--format", help="What to print; a table where none is named."),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, whole or not at all, in place of standard output.",
    ),
]
OfHorizon = Annotated[Horizon | None, typer.Option(help="Only facilities of this horizon.")]
