"""Problems on a terminal: coloured there, and nowhere else."""

import re
import subprocess

import pytest
from running import in_terminal, run

BROKEN = "tests/invalid/unknown-key.yaml"


@pytest.mark.parametrize("name", ["check", "jv"])
def test_problems_are_coloured_on_a_terminal_only(name):
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
