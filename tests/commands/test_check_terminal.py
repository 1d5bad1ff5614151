"""Issues on a terminal: coloured there, and nowhere else."""

import re
import subprocess

import pytest
from running import in_terminal, run

BROKEN = "tests/invalid/unknown-key.yaml"


@pytest.mark.parametrize("name", ["check", "jv"])
def test_issues_are_coloured_on_a_terminal_only(name):
    result = in_terminal(name, BROKEN)
    assert result.code == 2
    told = re.sub(r"\x1b\[[0-9;]*m", "", result.out)
    if name == "check":
        assert "\x1b[1;31merror[unknown-key]\x1b[0m" in result.out
        piped = run("check", BROKEN)
        assert [line for line in told.splitlines() if line] == piped.out.splitlines()
    else:  # its standard error is a pipe here
        assert "\x1b" not in result.out + result.err


def test_messages_on_a_terminal():
    result = in_terminal("jv", BROKEN, stdout=subprocess.PIPE)
    assert "\x1b[1;31m" in result.err


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_switched_off(variables):
    result = in_terminal("check", BROKEN, **variables)
    assert "\x1b" not in result.out
    assert "error[unknown-key]" in result.out
    assert "\n\ntests/invalid/unknown-key.yaml: " in result.out


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("stream", ["out", "err"])
def test_an_excerpt_is_as_wide_as_the_terminal(stream, columns, tmp_path):
    path = tmp_path / "deal.yaml"
    path.write_text(f"format: 1\nid: a\ntitle: {'T' * 300}\nwrong: x\nkind: {'k' * 300}\n")
    if stream == "out":
        result = in_terminal("check", str(path), columns=columns).out
    else:
        result = in_terminal("jv", str(path), columns=columns, stdout=subprocess.PIPE).err
    excerpts = [line for line in result.splitlines() if line.startswith("  5 | ")]
    assert excerpts == [f"  5 | kind: {'k' * (columns - len('  5 | kind: ……'))}…"]


def test_an_excerpt_in_a_pipe_has_a_hundred_columns(tmp_path):
    path = tmp_path / "deal.yaml"
    path.write_text(f"format: 1\nid: a\ntitle: T\nkind: {'k' * 300}\n")
    for columns in ("40", "200"):
        (excerpt,) = [
            line for line in run("check", str(path), columns=columns).out.splitlines()
            if line.startswith("  4 | ")
        ]  # fmt: skip
        assert excerpt == f"  4 | kind: {'k' * 92}…"
