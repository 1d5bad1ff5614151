"""The output does not depend on the version of Python, and versions.py finds the interpreters."""

import builtins
import math
import sys
from collections.abc import Iterable
from random import Random

import pytest
import versions
from running import DEALS, ROOT, deal, shown

SUM = builtins.sum


def one_by_one(numbers: Iterable, start=0):
    """How Python 3.11 adds floats."""
    for number in numbers:
        start = start + number
    return start


def compensated(numbers: Iterable, start=0):
    """How Python 3.12 and later add floats, only more exact still."""
    given = [start, *numbers]
    return math.fsum(given) if any(isinstance(each, float) for each in given) else SUM(given)


@pytest.mark.parametrize("path", ["data/deal.yaml", *map(deal, DEALS)])
@pytest.mark.parametrize(
    "call", [("chart", "--format", "svg"), ("summary", "--format", "html"), ("jv",)]
)
def test_the_output_is_the_same_however_floats_are_added(path, call, monkeypatch):
    found = []
    for add in (one_by_one, compensated):
        monkeypatch.setattr(builtins, "sum", add)
        found.append(shown(call[0], path, *call[1:]))
    assert found[0] == found[1]


def test_the_supported_versions_are_those_of_the_project():
    assert versions.PROJECT["requires-python"] == f">={versions.supported()[0]}"
    assert versions.interpreter("{}.{}".format(*sys.version_info)) == sys.executable


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("echo 9.99", True),
        ("echo 9.98", False),
        ("echo 'pyenv: python9.99: command not found' >&2; exit 127", False),
    ],
)
def test_an_interpreter_is_one_that_runs_and_is_of_the_version(
    script, found, tmp_path, monkeypatch
):
    name = tmp_path / "python9.99"
    name.write_text(f"#!/bin/sh\n{script}\n")
    name.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert versions.interpreter("9.99") == ("python9.99" if found else "")


def test_an_interpreter_of_pyenv_needs_no_name_in_the_path(tmp_path, monkeypatch):
    path = tmp_path / "versions" / "9.99.1" / "bin" / "python"
    path.parent.mkdir(parents=True)
    path.write_text("#!/bin/sh\necho 9.99\n")
    path.chmod(0o755)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert versions.interpreter("9.99") == str(path)


def test_what_differs_between_versions_is_named():
    one = {"jv": [0, "a", ""], "chart": [0, "b", ""], "aims": [0, "c", ""]}
    assert versions.differences(one, dict(one)) == []
    assert sorted(versions.differences(one, {**one, "jv": [0, "A", ""], "terms": [2, "", ""]})) == [
        "jv",
        "terms",
    ]


def test_every_command_is_compared_in_every_format():
    names = [" ".join(arguments) for arguments, _ in versions.calls()]
    for name in (
        "chart data/deal.yaml --format svg",
        "summary tests/deals/wide.yaml --format html",
        "check data/deal.yaml --format github",
        "schema",
    ):
        assert name in names
    assert all(
        (ROOT / each).exists() for name in names for each in name.split() if each.endswith(".yaml")
    )


def test_a_trial_for_each_call_on_each_other_version(monkeypatch):
    printed = {"3.11": {"a": [0], "b": [0]}, "3.12": {"a": [0], "b": [1]}, "3.13": {"a": [0]}}
    monkeypatch.setattr(versions, "supported", lambda: ["3.11", "3.12", "3.13", "3.14"])
    monkeypatch.setattr(versions, "interpreter", lambda one: one if one in printed else "")
    monkeypatch.setattr(versions, "printed_by", printed.__getitem__)
    assert sorted(versions.trials(Random(1), 9)) == [
        "",
        "",
        "Python 3.12 differs from 3.11: b",
        "Python 3.13 differs from 3.11: b",
    ]
    assert len(list(versions.trials(Random(1), 1))) == 2
