"""The arguments and options that commands share."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import typer

from dealcli.loading import ENVIRONMENT
from dealcli.model import Deal, Horizon
from dealcli.renderers import FORMATS


def known_parties(ctx: typer.Context, incomplete: str) -> list[str]:
    """What `--who` completes to, from the deals on the line: ids; where none begins so, names.

    A name that a shell would not read as one plain word is offered as its party's id.
    """
    from dealcli.views.narrowing import known_as

    # While `--who` still waits for its value, the parser leaves what it has read in `args`.
    line = (
        ctx.params.get("deals")
        or ctx.params.get("named")
        or [word for word in ctx.args if not word.startswith("--")]
    )
    parties = [party for deal in _readable(line) for party in deal.parties]
    start = incomplete.casefold()
    ids = [party.id for party in parties if party.id.startswith(start)]
    names = [
        name if _PLAIN_WORD.fullmatch(name) else party.id
        for party in parties
        for name in known_as(party)
        if name.casefold().startswith(start)
    ]
    return [_offer(offered) for offered in dict.fromkeys(ids or names)]


def known_records(ctx: typer.Context, incomplete: str) -> list[str]:
    """The record ids that an argument completes to, in the order of the deal file."""
    from dealcli.nodes import PartNode, walk

    deal = ctx.params.get("deal")
    named = [deal] if deal else ctx.params.get("named") or []
    ids = (
        getattr(node.part, "id", None)
        for deal in _readable(named)
        for node in list(walk(PartNode("", deal)))[1:]  # the deal itself is no record
    )
    return [found for found in dict.fromkeys(ids) if found and found.startswith(incomplete)]


def _readable(paths: list[str]) -> Iterator[Deal]:
    """The deals in some files, else the default deal; those that cannot be read are left out."""
    from dealcli.errors import DealcliError
    from dealcli.loading import default, load

    for path in paths or [default()]:
        # A pipe or a device must not hang the shell.
        if os.path.isfile(path):  # noqa: PTH113
            with suppress(DealcliError):
                yield load(path).deal


_PLAIN_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class _Offer(str):
    """What replaces the word being typed; Typer drops what does not begin with that word."""

    __slots__ = ()

    def startswith(self, *typed: Any) -> bool:
        """Keep it: whether it fits was decided when it was offered."""
        return True


def _offer(value: str) -> str:
    """A value as the shell inserts it: zsh and fish keep `--who=` and its value in one word."""
    word = os.environ.get("_TYPER_COMPLETE_ARGS", "").rpartition(" ")[2]
    option, equals, _ = word.partition("=")
    return _Offer(f"{option}={value}" if equals and option.startswith("--") else value)


def one_of(*words: str) -> Callable[[str], list[str]]:
    """Return the completion of an option that takes one of some words."""

    def matching(incomplete: str) -> list[str]:
        return [_offer(word) for word in words if word.startswith(incomplete)]

    return matching


NO_DEAL = f"None: ${ENVIRONMENT}, else the bundled deal."
"""Help: which deal is shown where none is named."""

DEAL_FILES = f"Deal files, folders of them, or - for standard input. {NO_DEAL}"
"""Help: what an argument that names deals can be."""

Deals = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DEAL]...",
        help=DEAL_FILES,
        show_default=False,
    ),
]
Who = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PARTY",
        help="Only what concerns this party: its id, ticker or any of its names; may be repeated.",
        show_default=False,
        autocompletion=known_parties,
    ),
]
Json = Annotated[
    bool, typer.Option("--json", help="Print JSON, in the deal file's own shape: --format json.")
]


def _format_of(*names: str) -> Any:
    """The option for an output format, which is one of some names."""
    return Annotated[
        Literal[names] | None,
        typer.Option(
            "--format",
            help="Output format; a table by default.",
            autocompletion=one_of(*names),
        ),
    ]


if TYPE_CHECKING:
    Form = str | None
    ChartForm = str | None
else:
    Form = _format_of(*(name for name, form in FORMATS.items() if not form.charts_only))
    ChartForm = _format_of(*FORMATS)
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, complete or not at all, instead of standard output.",
    ),
]
OfHorizon = Annotated[
    Horizon | None,
    typer.Option(
        help="Only facilities of this horizon.",
        autocompletion=one_of(*get_args(Horizon)),
    ),
]
