"""The Typer app: its commands, and where every expected error ends."""

import os
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any, cast

import typer
import typer.core
import typer.main

from dealcli import __version__
from dealcli.commands import COMMANDS, GROUPS, OWN_MODULE, output
from dealcli.errors import USAGE, DealcliError, ReaderGoneError, UsageError


class _Helped:
    """A command whose help goes the way of all output: checked, and quiet when nobody reads."""

    def get_help(self, ctx: Any) -> str:
        output.write(f"{super().get_help(ctx)}\n")  # type: ignore[misc]
        raise typer.Exit


class _Command(_Helped, typer.core.TyperCommand):
    """One of the commands."""


class _Commands(Mapping[str, Any]):
    """The commands by name; each is imported and built when it is looked up, not at every start."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        module = name if name in OWN_MODULE else "parts"
        function = getattr(import_module(f"dealcli.commands.{module}"), name)
        single = typer.Typer(**_PLAIN, add_completion=False)
        single.command(name, cls=_Command)(function)
        return typer.main.get_command(single)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _Group(_Helped, typer.core.TyperGroup):
    """The program's own command, with the others below it."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = cast(Any, _Commands())

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the options of the program; without any argument show its help, as an error."""
        if not args and not ctx.resilient_parsing:
            output.write_error(super(_Helped, self).get_help(ctx))
            raise typer.Exit(USAGE)
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands by purpose, each with the whole sentence that says what it shows."""
        width = max(map(len, COMMANDS))
        for heading, names in GROUPS.items():
            with formatter.section(heading):
                sentences = (self.commands[name].help for name in names)
                rows = zip((name.ljust(width) for name in names), sentences, strict=True)
                formatter.write_dl(list(rows))


# Help is plain text: no markup to arrive in it, no Rich to import, the same in a pipe.
_PLAIN: dict[str, Any] = {
    "context_settings": {"help_option_names": ["-h", "--help"]},
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}

_HELP = """
Show a deal from a plain-text file, each line with its sentence of the announcement.

\b
dealcli summary               the bundled deal on one screen
dealcli jv --who kandi        one party's position
dealcli summary my-deal.yaml  a deal file of your own
dealcli summary --json        the same as JSON, for jq and scripts
"""

app = typer.Typer(name="dealcli", cls=_Group, **_PLAIN)


def _version(wanted: bool) -> None:
    if wanted:
        output.write(f"dealcli {__version__}\n")
        raise typer.Exit


@app.callback(help=_HELP)
def _dealcli(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options of the program itself."""


def main() -> int:
    """Run the command line; the exit code."""
    try:
        with output.checked():
            return _complete() if os.environ.get(_COMPLETION) else _run()
    except (DealcliError, ReaderGoneError, KeyboardInterrupt) as error:
        return output.report(error)


def _run() -> int:
    """Run the app; its exit code.

    Raises:
        UsageError: when the command line is wrong.
        KeyboardInterrupt: when the user ended it.
    """
    try:
        return app(prog_name="dealcli", standalone_mode=False) or 0
    except typer.TyperException as error:
        raise UsageError(_usage(error), error.exit_code) from None
    except typer.Abort:
        raise KeyboardInterrupt from None


_COMPLETION = "_DEALCLI_COMPLETE"
"""The environment variable by which a shell asks for the completion of a command line."""


def _complete() -> int:
    """Answer a shell that completes a command line; the exit code."""
    words, word = os.environ.get("COMP_WORDS"), os.environ.get("COMP_CWORD", "")
    if os.environ[_COMPLETION] == "complete_bash" and not (words and word.isdecimal()):
        raise DealcliError(
            f"{_COMPLETION} is for the shell's completion, which also sets COMP_WORDS "
            "and COMP_CWORD: unset it to run a command"
        )
    if words:
        _join_values(words.split("\n"), int(word or 0))
    try:
        return _run()
    except SystemExit as end:  # how Typer ends a completion; with 1 for a shell it does not know
        return USAGE if end.code else 0


def _join_values(words: list[str], current: int) -> None:
    """Drop the `=` between an option and its value, which bash gives as a word of its own."""
    places = range(2, min(current, len(words)))
    signs = [at for at in places if words[at] == "=" and words[at - 1].startswith("--")]
    kept = [word for at, word in enumerate(words) if at not in signs]
    os.environ["COMP_WORDS"] = "\n".join(kept)
    os.environ["COMP_CWORD"] = str(current - len(signs))


def _usage(error: typer.TyperException) -> str:
    """What was wrong with the command line, and where its help is."""
    context = getattr(error, "ctx", None)
    named = next((f"dealcli {word}" for word in sys.argv[1:] if word in COMMANDS), "dealcli")
    command = context.command_path if context else named
    return f"{error.format_message()}\nTry '{command} --help'."
