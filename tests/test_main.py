"""The last resort: an error that nobody expected is one line, never a traceback, never exit 1."""

import os
import subprocess
import sys

import pytest
from running import PROGRAM, ROOT, environment, process

from dealcli.errors import BUG

FAILING = """
import sys
from dealcli import __main__, cli
def fail():
    raise {}
cli.main = fail
__main__.main()
"""


def failing(error: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A run that an error ends."""
    return subprocess.run(
        [sys.executable, "-c", FAILING.format(error)],
        cwd=ROOT,
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "error", ["KeyError('x\\n::error::y')", "RecursionError()", "AssertionError"]
)
def test_a_bug_is_one_line(error):
    done = failing(error)
    assert (done.returncode, done.stdout) == (BUG, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"dealcli: internal error ({error[:8]}")
    assert done.stderr.endswith("and the output that DEALCLI_DEBUG=1 adds\n")


def test_too_little_memory_is_no_bug():
    done = failing("MemoryError")
    assert (done.returncode, done.stderr) == (BUG, "dealcli: out of memory\n")


@pytest.mark.parametrize("error", ["MemoryError", "OSError", "ValueError"])
def test_an_error_that_cannot_be_written_keeps_the_exit_code(error):
    """Without memory for the line, its writing fails too."""
    code = FAILING.replace("raise {}", f"sys.stderr = Broken(); raise {error}")
    code = f"class Broken:\n def write(self, _): raise {error}\n def flush(self): pass\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (BUG, b"", b"")


def test_the_traceback_on_request():
    done = failing("KeyError('x')", DEALCLI_DEBUG="1")
    assert done.returncode == BUG
    assert done.stderr.startswith("Traceback")
    assert done.stderr.splitlines()[-1].startswith("dealcli: internal error (KeyError: \"'x'\")")


def test_a_program_that_cannot_be_imported():
    broken = (
        "import sys\nsys.modules['typer'] = None\nfrom dealcli import __main__\n__main__.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", broken],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == BUG
    assert done.stderr.startswith("dealcli: internal error (ModuleNotFoundError")


def test_with_no_standard_error_there_is_nowhere_to_say_so():
    script = FAILING.format("KeyError").replace(
        "__main__.main()", "sys.stderr = None\n__main__.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (BUG, b"")


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"_DEALCLI_COMPLETE": "complete_bash"}, "COMP_WORDS"),
        (
            {"_DEALCLI_COMPLETE": "complete_bash", "COMP_WORDS": "dealcli", "COMP_CWORD": "x"},
            "COMP_",
        ),
        (
            {"_DEALCLI_COMPLETE": "complete_bash", "COMP_WORDS": "dealcli", "COMP_CWORD": "-1"},
            "COMP_",
        ),
        ({"_DEALCLI_COMPLETE": "complete_nothing"}, "not supported"),
        ({"_DEALCLI_COMPLETE": "nothing"}, "Invalid completion instruction"),
    ],
)
def test_a_completion_without_its_variables(variables, said):
    done = process("summary", **variables)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_a_shell_that_completes_with_no_words(shell):
    done = process(_DEALCLI_COMPLETE=f"complete_{shell}")
    assert done.code == 0
    assert done.err == ""


def test_completion_never_waits_for_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "deal.yaml")
    for deal in (str(tmp_path / "deal.yaml"), "/proc/kmsg", "/dev/tty"):
        words = {"COMP_WORDS": f"dealcli jv {deal} --who ", "COMP_CWORD": "4"}
        done = process(_DEALCLI_COMPLETE="complete_bash", **words, timeout=20)
        assert (done.code, done.out.strip(), done.err) == (0, "", "")


def test_a_pipe_that_nobody_writes_to_is_an_empty_deal(tmp_path):
    os.mkfifo(tmp_path / "deal.yaml")
    done = process("summary", str(tmp_path / "deal.yaml"), timeout=20)
    assert done.code == 2
    assert "error[empty]" in done.err


def test_a_deal_from_a_pipe():
    script = f"{' '.join(PROGRAM)} jv <(sleep 0.3; cat data/deal.yaml) --json"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == process("jv", "--json").out
