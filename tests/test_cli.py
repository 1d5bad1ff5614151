"""The command line: its help, its mistakes, its exit codes, and what it imports."""

import subprocess
import sys

import pytest
from running import ROOT, environment, refused, run, shown

from dealcli import __version__
from dealcli.commands import COMMANDS, OWN_MODULE


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_the_help_names_every_command(flag):
    text = shown(flag)
    assert text.startswith("Usage: dealcli ")
    listed = text.partition("Read a deal:\n")[2].splitlines()
    told = [line.split(maxsplit=1) for line in listed if line.startswith("  ")]
    assert sorted(name for name, _ in told) == sorted(COMMANDS)
    for name, sentence in told:  # on one line, and as in the help of the command
        assert sentence.endswith(".")
        assert not sentence.endswith("..")
        assert f"\n  {sentence}\n" in shown(name, flag)


def test_the_help_groups_the_commands():
    headings = [line for line in shown("-h").splitlines() if line.endswith(":") and line[0] != " "]
    assert headings == ["Options:", "Read a deal:", "Check it:", "Pictures:", "Files:"]


TAKEN = dict.fromkeys(COMMANDS, "[DEAL]...") | {
    "source": "[DEAL] [RECORD]",
    "caveats": "[DEAL|RECORD]...",
    "schema": "",
}


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name, flag):
    text = shown(name, flag)
    assert text.startswith(f"Usage: dealcli {name} [OPTIONS] {TAKEN[name]}".rstrip() + "\n")
    assert ("$DEALCLI_DEAL" in text) == bool(TAKEN[name])
    assert ("--json" in text) == bool(TAKEN[name])


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_has_no_colour_and_fits(name):
    text = shown(*filter(None, [name]), "-h", FORCE_COLOR="1", columns=80)
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_the_version():
    assert shown("--version") == f"dealcli {__version__}\n"


def test_without_a_command_the_help_is_an_error():
    assert refused() == shown("--help")


@pytest.mark.parametrize(
    ("arguments", "told", "where"),
    [
        (("nope",), "No such command 'nope'.", "dealcli"),
        (("--nope",), "No such option: --nope", "dealcli"),
        (("jv", "--nope"), "No such option: --nope", "dealcli jv"),
        (("jv", "--jsn"), "No such option: --jsn", "dealcli jv"),
        (("jv", "--who"), "Option '--who' requires an argument.", "dealcli jv"),
        (("jv", "--json=yes"), "Option '--json' does not take a value.", "dealcli jv"),
        (("summary", "--horizon", "near-term"), "No such option: --horizon", "dealcli summary"),
        (
            ("facilities", "--horizon", "soon"),
            "Invalid value for '--horizon'",
            "dealcli facilities",
        ),
        (("",), "No such command ''.", "dealcli"),
        (("n\x1b[31mo\npe",), "No such command 'n\\x1b[31mo\\npe'.", "dealcli"),
    ],
)
def test_a_mistake_is_told_with_where_the_help_is(arguments, told, where):
    first, *_, last = refused(*arguments).splitlines()
    assert first.startswith(f"dealcli: {told.partition(': --')[0]}")
    assert told.split()[-1] in first
    assert last == f"Try '{where} --help'."


def test_a_path_that_looks_like_an_option_goes_after_two_dashes():
    assert "cannot read '-x.yaml'" in refused("jv", "--", "-x.yaml")


def test_options_may_stand_anywhere():
    assert shown("jv", "--json", "data/deal.yaml", "--who", "kandi") == shown(
        "jv", "data/deal.yaml", "--who=kandi", "--json"
    )


def imported(code: str) -> set[str]:
    """The modules that some code imports, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint('\\n' + '\\n'.join(sys.modules))"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split("\n"))


def imported_by(*arguments: str) -> set[str]:
    call = f"sys.argv = {['dealcli', *arguments]!r}; cli.main()"
    return imported(f"from dealcli import cli; {call}")


def of(package: str, modules: set[str]) -> set[str]:
    return {each for each in modules if each == package or each.startswith(f"{package}.")}


def test_the_command_line_alone_imports_no_command():
    modules = imported("from dealcli import cli")
    for package in ("rich", "yaml", "dealcli.views", "dealcli.renderers", "dealcli.loading"):
        assert not of(package, modules)
    assert of("dealcli.commands", modules) == {"dealcli.commands", "dealcli.commands.output"}


@pytest.mark.parametrize(
    "call", [("summary", "--json"), ("jv", "--json"), ("jv", "--who", "kandi", "--json")]
)
def test_json_imports_neither_rich_nor_a_report(call):
    modules = imported_by(*call)
    assert "dealcli.renderers.json" in modules
    assert not of("rich", modules)
    assert of("dealcli.views", modules) <= {
        "dealcli.views",
        "dealcli.views.view",
        "dealcli.views.narrowing",
        "dealcli.views.selection",
    }
    for module in ("report", "renderers.terminal", "validation", "renderers.diagnostics"):
        assert f"dealcli.{module}" not in modules


def test_a_command_imports_no_other():
    modules = imported_by("market")
    assert not {f"dealcli.commands.{name}" for name in OWN_MODULE} & modules
    for module in ("rich.markdown", "rich.progress", "rich.traceback", "rich.syntax", "pygments"):
        assert not of(module, modules)
    for module in ("renderers.json", "validation", "views.narrowing", "views.summary"):
        assert f"dealcli.{module}" not in modules


@pytest.mark.parametrize("call", [("-h",), ("jv", "-h"), ("--version",), ("nope",)])
def test_help_and_mistakes_import_no_rich(call):
    assert not of("rich", imported_by(*call))


def test_running_the_package_is_running_the_program():
    assert run("--version").out == shown("--version")
    done = subprocess.run(
        [sys.executable, "-m", "dealcli", "--version"],
        cwd="/",
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == shown("--version")
