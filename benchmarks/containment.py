"""Compares the program of two checkouts: `python benchmarks/containment.py OLD [NEW]`. By hand.

OLD and NEW are folders of checkouts; NEW is the one that this script is in. Both programs run with
this interpreter and the same files: every command and format for the bundled deal and those of the
tests, `check` for the invalid deals and for every lie of `tests/lies.py`. Exit codes and everything
that is written must be the same; for a lie, the severity, code and address of each finding.
Differences are printed, and the exit code is then 1.
"""

import io
import json
import os
import pkgutil
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SHOWN = 50
"""Differences that are printed; the others are counted."""


class Call(NamedTuple):
    """One run of the program: its arguments, environment variables, and what is compared."""

    arguments: list[str]
    variables: dict[str, str]
    findings_only: bool

    def __str__(self) -> str:
        return " ".join(
            [*(f"{key}={each}" for key, each in self.variables.items()), *self.arguments]
        )


class Written(NamedTuple):
    """The end of a run: its exit code, and what it wrote to each stream."""

    code: int
    out: str
    err: str


def calls() -> list[Call]:
    """The calls of every command and format, and a check of every lie."""
    import versions

    usual = [Call(arguments, variables, False) for arguments, variables in versions.calls()]
    return usual + [
        Call(["check", str(path.relative_to(ROOT)), "--json"], {}, False)
        for path in sorted((ROOT / "tests" / "invalid").glob("*.yaml"))
    ]


def lies(folder: Path) -> Iterator[Call]:
    """A deal file for each lie, in a folder beside `data/`, and its check."""
    import lies

    for number, lie in enumerate(lies.lies()):
        path = folder / f"lie-{number}.yaml"
        path.write_text(json.dumps(lies.with_lie(lie), ensure_ascii=False), encoding="utf-8")
        yield Call(["check", f"{folder.name}/{path.name}", "--json"], {}, True)


def lay_out(folder: Path) -> list[Call]:
    """Copy the files into a folder, make the lies there, and list the calls."""
    for name in ("data", "seeds", "tests/deals", "tests/invalid"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "dealcli.toml", folder)
    (folder / "lies").mkdir()
    return [*calls(), *lies(folder / "lies")]


def start(checkout: Path, folder: Path) -> subprocess.Popen[str]:
    """The program of a checkout, ready to take calls as lines of JSON."""
    return subprocess.Popen(
        [sys.executable, __file__, "--serve"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(checkout / "src"), "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def serve() -> None:
    """Make the calls that standard input lists, and print what each wrote."""
    import dealcli

    for module in pkgutil.walk_packages(dealcli.__path__, "dealcli."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    print(json.dumps(dealcli.__path__), flush=True)
    for line in sys.stdin:
        print(json.dumps(_made(Call(*json.loads(line)))), flush=True)


def _made(call: Call) -> Written:
    """One call, in a process that is forked from this one, which has imported everything."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            _run(call, out.fileno(), err.fileno())
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return Written(code, _content(out), _content(err))


def _run(call: Call, out: int, err: int) -> None:
    """Become the program: never returns."""
    code = 0
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(err, 2)
    encoding = call.variables.get("PYTHONIOENCODING", "utf-8")
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 -- ends with the process
    sys.stdout = open(1, "w", encoding=encoding, closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding=encoding, errors="backslashreplace", closefd=False)  # noqa: SIM115
    os.environ.update(call.variables)
    sys.argv = ["dealcli", *call.arguments]
    try:
        runpy.run_module("dealcli", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else bool(end.code)
    finally:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and not stream.closed:
                stream.flush()
        os._exit(code)


def _content(file: io.BufferedRandom) -> str:
    file.seek(0)
    return file.read().decode(errors="backslashreplace")


def answer(program: subprocess.Popen[str], call: Call) -> None:
    """Send a call to a program."""
    assert program.stdin
    program.stdin.write(f"{json.dumps(call)}\n")
    program.stdin.flush()


def compared(call: Call, written: Written) -> object:
    """What of a run must be the same."""
    if not call.findings_only:
        return written
    problems = json.loads(written.out)["problems"] if written.out else []
    found = [(one["severity"], one["code"], one["address"]) for one in problems]
    return written.code, found, written.err


def difference(one: Written, other: Written) -> str:
    """What differs, in a line."""
    if one.code != other.code:
        return f"exit code {one.code}, now {other.code}"
    name, before, after = ("out", one.out, other.out)
    if before == after:
        name, before, after = ("err", one.err, other.err)
    lines = zip([*before.split("\n"), ""], [*after.split("\n"), ""], strict=False)
    old, new = next((pair for pair in lines if pair[0] != pair[1]), ("", "a different length"))
    return f"std{name}: {old[:160]!r}, now {new[:160]!r}"


def main(old: Path, new: Path) -> int:
    """Compare two checkouts; the exit code."""
    sys.path.insert(0, str(ROOT / "tests"))
    different = 0
    with tempfile.TemporaryDirectory() as name:
        made = lay_out(Path(name))
        programs = [start(checkout, Path(name)) for checkout in (old, new)]
        for program, checkout in zip(programs, (old, new), strict=True):
            assert program.stdout
            [package] = json.loads(program.stdout.readline())
            assert Path(package).is_relative_to(checkout), f"{package} is not of {checkout}"
        for call in made:
            for program in programs:
                answer(program, call)
            ends = [Written(*json.loads(one.stdout.readline())) for one in programs if one.stdout]
            if compared(call, ends[0]) != compared(call, ends[1]):
                different += 1
                if different <= SHOWN:
                    print(f"dealcli {call}\n  {difference(*ends)}", flush=True)
    print(f"{len(made):,} calls, {different:,} differ")
    return 1 if different else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--serve"]:
        serve()
    elif len(sys.argv) in (2, 3):
        sys.exit(main(Path(sys.argv[1]).resolve(), Path([*sys.argv, ROOT][2]).resolve()))
    else:
        sys.exit(__doc__)
