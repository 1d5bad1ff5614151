"""The way out, in processes of its own: closed pipes, full disks, other encodings, no colour."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import (
    IN_COLOUR,
    PROGRAM,
    ROOT,
    Run,
    deal,
    environment,
    in_terminal,
    process,
    shown,
    waiting_in,
)

CALLS = [("summary",), ("jv", "--json"), ("-h",), ("facilities", "-h"), ("--version",)]
BIG = ("summary", "--json", *["data/deal.yaml"] * 30)
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
UNWRITTEN = "dealcli: cannot write the output: "


def started(*arguments: str, **streams: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        env=environment(),
        **{"stderr": subprocess.PIPE, **streams},  # type: ignore[call-overload]
    )


@pytest.mark.parametrize("call", [*CALLS, BIG], ids=lambda call: " ".join(call[:2]))
@pytest.mark.parametrize("python", [(), ("-u",)], ids=["", "unbuffered"])
def test_a_pipe_that_nobody_reads_ends_quietly(call, python):
    read, write = os.pipe()
    os.close(read)
    try:
        result = process(*call, python=python, stdout=write)
    finally:
        os.close(write)
    assert result == (141, "", "")


def test_a_reader_that_has_seen_enough_ends_it_quietly():
    with started(*BIG, stdout=subprocess.PIPE) as program:
        assert program.stdout
        assert program.stderr
        assert program.stdout.read(2) == b"{\n"
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 141


@linux
@pytest.mark.parametrize("python", [(), ("-u",)], ids=["", "unbuffered"])
def test_a_pipe_that_does_not_block_gets_all_of_it(python):
    read, write = os.pipe()
    os.set_blocking(write, False)
    command = [PROGRAM[0], *python, *PROGRAM[1:], *BIG]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=write) as program:
        os.close(write)
        while not (waiting_in(read) and sleeps(program)):
            assert program.poll() is None
        with os.fdopen(read, "rb") as pipe:
            assert pipe.read().decode() == shown(*BIG)
    assert program.returncode == 0


@pytest.mark.parametrize("call", [*CALLS, BIG], ids=lambda call: " ".join(call[:2]))
@pytest.mark.parametrize("python", [(), ("-u",)], ids=["", "unbuffered"])
def test_a_full_disk_is_told_in_a_line(call, python):
    with Path("/dev/full").open("wb") as full:
        result = process(*call, python=python, stdout=full)
    assert result == (74, "", f"{UNWRITTEN}No space left on device\n")


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_closed_standard_output_is_told_in_a_line(call):
    result = shell(f"{command(*call)} >&-")
    assert result == (74, "", f"{UNWRITTEN}standard output is closed\n")


@pytest.mark.parametrize("to", [">&-", ">/dev/full"])
@pytest.mark.parametrize("what", ["source_bash", "complete_bash"])
def test_a_completion_that_cannot_be_written_is_told_in_a_line(what, to):
    result = shell(f"COMP_WORDS='dealcli ' COMP_CWORD=1 _DEALCLI_COMPLETE={what} {command()} {to}")
    assert result.code == 74
    assert re.fullmatch(f"{UNWRITTEN}.*\n", result.err)


def test_a_completion_that_nobody_reads_ends_quietly():
    read, write = os.pipe()
    os.close(read)
    result = process(stdout=write, _DEALCLI_COMPLETE="source_bash")
    os.close(write)
    assert result == (141, "", "")


def test_a_closed_standard_output_matters_only_to_what_writes_to_it(tmp_path):
    path = tmp_path / "page"
    assert shell(f"{command('jv', deal('bare'), '-o', str(path))} >&-") == (0, "", "")
    assert path.read_text(encoding="utf-8") == shown("jv", deal("bare"))
    assert shell(f"{command('jv', 'no-such-file.yaml')} >&-")[0] == 2
    assert shell(f"{command('no-such-command')} >&-")[0] == 2


def command(*arguments: str) -> str:
    return " ".join([*PROGRAM, *arguments])


def shell(line: str) -> Run:
    done = subprocess.run(
        ["sh", "-c", line], cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
    )
    return Run(done.returncode, done.stdout, done.stderr)


def test_a_closed_standard_error_changes_nothing_else():
    assert shell(f"{command('jv', 'no-such-file.yaml')} 2>&-") == (2, "", "")
    assert shell(f"{command('jv', '--nope')} 2>&-") == (2, "", "")
    assert shell(f"{command('jv', deal('bare'))} 2>&-")[:2] == (0, shown("jv", deal("bare")))


def test_a_full_standard_error_changes_nothing_else():
    assert shell(f"{command('jv', 'no-such-file.yaml')} 2>/dev/full") == (2, "", "")


def test_a_closed_standard_input_matters_only_to_who_reads_it():
    assert shell(f"{command('jv', deal('bare'))} <&-") == (0, shown("jv", deal("bare")), "")
    told = "dealcli: there is no standard input to read a deal from\n"
    assert shell(f"{command('jv', '-')} <&-") == (2, "", told)


def test_what_is_written_to_standard_output_is_not_what_is_complained_of():
    done = process("jv", "no-such-file.yaml", deal("bare"))
    assert done.out == shown("jv", deal("bare"))
    assert done.err == "dealcli: cannot read 'no-such-file.yaml': No such file or directory\n"


def interrupted(fifo: Path, *arguments: str) -> tuple[int, str, str]:
    """How a run ends that gets a Ctrl-C while it waits for the rest of a deal from a pipe."""
    os.mkfifo(fifo)
    writer = os.open(fifo, os.O_RDWR)  # a pipe that nobody writes to is empty, not waited for
    with started(*arguments, stdout=subprocess.PIPE) as program:
        os.write(writer, b"format: 1\n")
        while waiting_in(writer) or not sleeps(program):
            assert program.poll() is None
        program.send_signal(signal.SIGINT)
        out, err = program.communicate()
        os.close(writer)
    return program.returncode, out.decode(), err.decode().strip()


def sleeps(program: subprocess.Popen[bytes]) -> bool:
    """Whether a program waits for something."""
    return Path(f"/proc/{program.pid}/stat").read_text().rpartition(")")[2].split()[0] == "S"


@linux
@pytest.mark.parametrize("more", [(), ("--json",), ("--who", "kandi")])
def test_ctrl_c_while_a_deal_is_read_is_quiet(more, tmp_path):
    fifo = tmp_path / "deal"
    assert interrupted(fifo, "jv", str(fifo), *more) == (130, "", "")


@linux
def test_ctrl_c_between_two_deals_keeps_what_is_printed(tmp_path):
    fifo = tmp_path / "deal"
    ended = interrupted(fifo, "jv", deal("bare"), str(fifo))
    assert ended == (130, shown("jv", deal("bare")), "")


def test_ctrl_c_while_the_program_starts_is_quiet():
    """The first import is interrupted, where nobody could catch a `KeyboardInterrupt`."""
    code = (
        "import os, sys, runpy, signal\n"
        "class Key:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'dealcli.cli': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Key())\n"
        "sys.argv = ['dealcli', 'jv']; runpy.run_module('dealcli', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_any_encoding_can_be_written(encoding):
    done = subprocess.run(
        [*PROGRAM, "summary", deal("wide")],
        cwd=ROOT,
        env=environment(PYTHONIOENCODING=encoding),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)
    assert text == shown("summary", deal("wide"), encoding=encoding)
    assert ("山茱萸" in text) is encoding.startswith("utf")
    assert ("\\u5c71\\u8331\\u8438" in text) is not encoding.startswith("utf")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_complaint_can_be_written_in_any_encoding(encoding):
    done = process("jv", "山.yaml", PYTHONIOENCODING=encoding)
    assert done.code == 2
    assert done.err == "dealcli: cannot read '\\u5c71.yaml': No such file or directory\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_is_utf_8_in_any_encoding(encoding):
    call = ("jv", deal("wide"), "--json")
    assert process(*call, PYTHONIOENCODING=encoding).out == shown(*call)


SIGNS = re.compile("\x1b\\[([0-9;]*)m")
COLOURS = re.compile(r"^(3[0-7]|4[0-7]|9[0-7]|10[0-7]|[34]8;.*)$")


def looks(page: str) -> set[str]:
    return {each for codes in SIGNS.findall(page) for each in codes.split(";")}


def coloured(page: str) -> bool:
    return any(COLOURS.match(each) for each in looks(page))


@pytest.mark.parametrize(
    ("variables", "escapes", "colours"),
    [
        ({}, False, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "1", "TERM": "xterm-256color"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False, False),
        ({"FORCE_COLOR": ""}, False, False),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, False, False),
    ],
)
def test_colour_in_a_pipe_only_when_it_is_forced(variables, escapes, colours):
    page = shown("jv", **variables)
    assert ("\x1b" in page) is escapes
    assert coloured(page) is colours


@pytest.mark.parametrize(
    ("variables", "escapes", "colours"),
    [
        ({}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, False, False),
    ],
)
def test_colour_in_a_terminal_unless_it_is_unwanted(variables, escapes, colours):
    result = in_terminal("market", **variables)
    assert (result.code, result.err) == (0, "")
    assert ("\x1b" in result.out) is escapes
    assert coloured(result.out) is colours


def test_json_has_no_colour_even_when_it_is_forced():
    assert shown("market", "--json", **IN_COLOUR) == shown("market", "--json")
    assert in_terminal("market", "--json").out == shown("market", "--json")


@pytest.mark.parametrize("term", ["xterm-256color", "dumb", ""])
@pytest.mark.parametrize("columns", [40, 60])
def test_columns_go_before_the_terminals_width(term, columns):
    result = in_terminal("market", columns=100, TERM=term, COLUMNS=str(columns))
    bare = SIGNS.sub("", result.out)
    assert [line.rstrip() for line in bare.split("\n")] == shown("market", columns=columns).split(
        "\n"
    )


def test_a_terminal_that_does_not_know_its_width_has_eighty_columns():
    bare = SIGNS.sub("", in_terminal("market", columns=0).out)
    assert [line.rstrip() for line in bare.split("\n")] == shown("market").split("\n")


def test_a_pipe_from_a_terminal_has_eighty_columns():
    """What goes into a file does not hang on how wide the window was."""
    assert in_terminal("market", columns=100, stdout=subprocess.PIPE).out == shown("market")
