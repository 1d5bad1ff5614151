"""The catalogue: small files in this process, the large shapes in processes that are measured."""

import json
import shutil
from pathlib import Path

import pytest
from running import ROOT, run

from dealcli.boundary import RULE
from dealcli.characters import UNSEEN
from hostile import measuring, promise, shapes
from hostile.codes import CODES
from hostile.shapes import NAME, RELEASE, SHAPES

FILES = Path("tests/hostile/files")
COMMANDS = (("source",), ("check",), ("summary", "--format", "html"), ("chart", "--format", "svg"))
"""Those that do more with a file than a summary does."""
READ = sorted(name for name, codes in CODES.items() if not codes)
OUTSIDE = ("source-is-a-device", "source-outside")
"""Files whose sources are not theirs to use, which every view says on standard error."""
REFUSED = sorted(set(CODES) - set(READ))


def path(name: str) -> str:
    return str(FILES / f"{name}.yaml")


def test_every_file_has_its_codes():
    assert {file.name for file in (ROOT / FILES).iterdir()} == {f"{name}.yaml" for name in CODES}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_refused(name):
    result = run("summary", path(name))
    assert (result.code, result.out) == (2, "")
    assert set(promise.refusals(result.err)) == set(CODES[name].split())
    assert {promise.TOLD.fullmatch(line)["name"] for line in heads(result.err)} == {path(name)}
    assert run("summary", path(name), "--json") == result


def heads(told: str) -> list[str]:
    return [line for line in told.splitlines() if not line.startswith("  ")]


@pytest.mark.parametrize("name", READ)
def test_a_file_that_reads(name):
    for view in promise.PAGES:
        result = run(view, path(name))
        assert result.code == 0
        assert result.err.endswith(f"{RULE}\n") if name in OUTSIDE else result.err == ""
        assert result.out
        assert not UNSEEN.search(result.out)
    result = run("summary", path(name), "--json")
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out)["format"] == 1


def test_a_note_of_markup_is_shown_as_it_stands():
    note = json.loads(run("summary", path("markup"), "--json").out)["note"]
    assert note in run("summary", path("markup"), columns=120).out
    assert "[red] [/x] [link=https://example.com] :smile: [bold]x[/bold] \\ \\[red]" in note


def test_written_escapes_are_shown_as_they_are_written():
    out = run("summary", path("escapes-written-out"), columns=120).out
    assert r"\x1b[31m \x9b \u202e \u200b \x07 \x00" in out


@pytest.fixture(scope="module")
def start() -> measuring.Measure:
    """What the program takes for a deal of three lines."""
    return measuring.start("summary")


@measuring.possible
@pytest.mark.parametrize("name", SHAPES)
def test_a_large_shape_keeps_the_promise(name, start, tmp_path):
    # The time that it takes is measured by benchmarks/hostile.py: here other work would be timed.
    file = tmp_path / "shape.yaml"
    file.write_bytes(SHAPES[name]())
    shutil.copy(RELEASE, tmp_path / NAME)
    result = measuring.measure("summary", str(file))
    assert result.code in (0, 2)
    assert result.memory - start.memory < promise.DEAL_MEMORY
    if result.code:
        assert result.out == b""
        assert promise.refusals(result.err.decode())
    else:
        outside = name == shapes.OUTSIDE
        assert (result.err == b"") is not outside
        for command in COMMANDS:
            keeps_the_promise(command, start, str(file), outside=outside)


def keeps_the_promise(
    command: tuple[str, ...], start: measuring.Measure, path: str, *, outside: bool
) -> None:
    """Hold another command to it, for a file that reads; `outside` sources are reported."""
    result = measuring.measure(*command, path)
    assert result.code in ((0, 1) if command == ("check",) else (0,))
    assert result.err.count(b"\n") == (outside and command != ("check",))
    assert result.out
    assert result.memory - start.memory < promise.DEAL_MEMORY
