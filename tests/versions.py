"""Compares what dealcli prints on the Python versions it supports: `python tests/versions.py`.

Every version that `pyproject.toml` names and that is on this machine gets an environment with
dealcli and the packages of `constraints.txt`. In each, every command prints the bundled deal and
the deals of the tests in every format. The bytes must be the same. `--others` only
prints the versions other than this one, each with its interpreter or, where there is none, alone.
"""
# ruff: noqa: T201

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WIDTHS = (60, 80, 120)
Printed = dict[str, list[str | int]]
"""The exit code, standard output and standard error of each call."""


def supported() -> list[str]:
    """The versions that `pyproject.toml` names, such as `3.12`."""
    names = (re.fullmatch(r".* :: Python :: (3\.\d+)", name) for name in PROJECT["classifiers"])
    return [found[1] for found in names if found]


def interpreter(version: str) -> str:
    """An interpreter of a version: this one, one in PATH or one of pyenv's; else an empty string.

    A name in PATH is not enough: pyenv puts one there for versions that it does not run.
    """
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    installed = sorted(pyenv.glob(f"versions/{version}.*/bin/python"))
    for path in (sys.executable, f"python{version}", *map(str, installed)):
        if _version(path) == version:
            return path
    return ""


def _version(python: str) -> str:
    """The version of an interpreter that can make environments; else an empty string."""
    code = "import sys, venv, ensurepip; print('{}.{}'.format(*sys.version_info))"
    try:
        done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def calls() -> Iterator[tuple[list[str], dict[str, str]]]:
    """Every call that is compared: its arguments, and its environment variables."""
    from dealcli.cli import COMMANDS
    from dealcli.renderers import FORMATS

    deals = ["data/deal.yaml", *(f"tests/deals/{path.name}" for path in _files("deals"))]
    yield ["--help"], {}
    for command in COMMANDS:
        yield [command, "--help"], {}
        if command == "schema":
            yield [command], {}
            continue
        for deal in deals:
            for columns in WIDTHS:
                yield [command, deal], {"COLUMNS": str(columns)}
            yield [command, deal], {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
            yield [command, deal], {"PYTHONIOENCODING": "ascii"}
            for form in [*FORMATS, "github"]:  # one that a command lacks is a usage error
                yield [command, deal, "--format", form], {}
    for path in _files("invalid"):
        yield ["check", f"tests/invalid/{path.name}"], {}


def _files(folder: str) -> list[Path]:
    return sorted((ROOT / "tests" / folder).glob("*.yaml"))


def printed() -> Printed:
    """What each call prints on this interpreter."""
    from running import run

    found: Printed = {}
    for arguments, variables in calls():
        encoding = variables.pop("PYTHONIOENCODING", "utf-8")
        name = " ".join([*(f"{key}={each}" for key, each in variables.items()), *arguments])
        name += "" if encoding == "utf-8" else f" > {encoding}"
        columns = variables.pop("COLUMNS", "80")
        found[name] = [
            *run(*arguments, columns=columns, encoding=encoding, reads="utf-8", **variables)
        ]
    return found


def printed_by(python: str) -> Printed:
    """What each call prints on another interpreter, in an environment of its own."""
    with tempfile.TemporaryDirectory() as folder:
        own = f"{folder}/bin/python"
        constraints = {"PIP_CONSTRAINT": str(ROOT / "constraints.txt")}
        subprocess.run([python, "-m", "venv", folder], check=True)
        install = [own, "-m", "pip", "install", "-q", "--disable-pip-version-check", str(ROOT)]
        subprocess.run(install, check=True, env=os.environ | constraints)
        call = [own, __file__, "--print"]
        return json.loads(subprocess.run(call, check=True, capture_output=True).stdout)


def differences(one: Printed, other: Printed) -> list[str]:
    """The calls that do not print the same."""
    return [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)]


def trials(random: Random, count: int) -> Iterator[str]:
    """Compare each call on every version with the first; what differs, else an empty text."""
    versions = [version for version in supported() if interpreter(version)]
    first, *others = ((version, printed_by(interpreter(version))) for version in versions)
    for version, found in others:
        wrong = set(differences(first[1], found))
        names = sorted(first[1].keys() | found.keys())
        for name in random.sample(names, min(count, len(names))):
            yield f"Python {version} differs from {first[0]}: {name}" if name in wrong else ""


def compare() -> int:
    """Compare all versions with the first; the exit code."""
    found: dict[str, Printed] = {}
    for version in supported():
        if python := interpreter(version):
            found[version] = printed_by(python)
            size = len(json.dumps(found[version]))
            print(f"Python {version}: {len(found[version])} calls, {size:,} characters")
        else:
            print(f"Python {version}: not on this machine, not compared")
    first, *others = found
    wrong = [
        (version, name) for version in others for name in differences(found[first], found[version])
    ]
    for version, name in sorted(wrong):
        print(f"Python {version} differs from {first}: dealcli {name}")
    print("different" if wrong else f"the same on {len(found)} versions")
    return 1 if wrong or not others else 0


if __name__ == "__main__":
    if "--print" in sys.argv:
        json.dump(printed(), sys.stdout)
    elif "--others" in sys.argv:
        for each in supported():
            if (path := interpreter(each)) != sys.executable:
                print(each, path)
    else:
        sys.exit(compare())
