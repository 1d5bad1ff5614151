"""Every encoding into every kind of sink, at every odd width, in any format: whole, or told."""

import os
import subprocess
import sys
from itertools import cycle, product
from pathlib import Path

import pytest
from running import PROGRAM, ROOT, deal, environment, in_terminal, process, run, shown

ENCODINGS = ("utf-8", "ascii", "cp1252", "latin-1")
FORMATS = ((), ("--json",), ("--format", "markdown"), ("--format", "html"))
WIDTHS = {"": 80, "0": 80, "80": 80, "abc": 80, "5": 20, "100000": 120}
"""What `COLUMNS` may be, and the columns that a pipe then has; empty is unset."""

SCREEN = 100
"""Columns of the terminal; where `COLUMNS` says nothing of use, they count."""

CALL = ("summary", deal("wide"))
UNWRITTEN = "dealcli: cannot write the output: "
linux = pytest.mark.skipif(sys.platform != "linux", reason="has no /dev/full")


def variables(encoding: str, columns: str) -> dict[str, str]:
    width = {"COLUMNS": columns} if columns else {}
    return {"PYTHONIOENCODING": encoding, "TERM": "dumb", **width}


def whole(form: tuple[str, ...], encoding: str, columns: int) -> str:
    """What a call is to print: all but a table is the same for any stream."""
    if form:
        return shown(*CALL, *form)
    return shown(*CALL, encoding=encoding, columns=columns)


def words(page: str) -> str:
    return "".join(page.split())


@pytest.mark.parametrize("form", FORMATS, ids=" ".join)
@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_at_every_width(encoding, columns, form):
    reads = "utf-8" if form else encoding
    result = run(*CALL, *form, columns=columns, encoding=encoding, reads=reads)
    assert result == (0, whole(form, encoding, WIDTHS[columns]), "")


@pytest.mark.parametrize("columns", [20, 80, 120])
@pytest.mark.parametrize("encoding", ENCODINGS[1:])
def test_what_an_encoding_lacks_is_there_as_escapes(encoding, columns):
    page = shown(*CALL, encoding=encoding, columns=columns)
    assert words("山茱萸".encode(encoding, "backslashreplace").decode()) in words(page)


ODD = [*product(ENCODINGS, FORMATS)]
CELLS = [(*cell, columns) for cell, columns in zip(ODD, cycle(WIDTHS), strict=False)]
SINKS = pytest.mark.parametrize(
    ("encoding", "form", "columns"), CELLS, ids=lambda each: "".join(each) or "-"
)
"""In processes of their own: each encoding and format, and with every few of them each width."""


@SINKS
@pytest.mark.parametrize("python", [(), ("-u",)], ids=["", "unbuffered"])
def test_a_file_holds_all_of_it(encoding, form, columns, python, tmp_path):
    path = tmp_path / "page"
    with path.open("wb") as stream:
        result = process(*CALL, *form, python=python, stdout=stream, **variables(encoding, columns))
    written = path.read_bytes().decode("utf-8" if form else encoding)
    assert (result.code, written, result.err) == (0, whole(form, encoding, WIDTHS[columns]), "")


@SINKS
def test_a_terminal_shows_all_of_it(encoding, form, columns):
    reads = "utf-8" if form else encoding
    result = in_terminal(*CALL, *form, columns=SCREEN, reads=reads, **variables(encoding, columns))
    width = WIDTHS[columns] if columns in ("5", "80", "100000") else SCREEN
    assert result == (0, whole(form, encoding, width), "")


@linux
@SINKS
@pytest.mark.parametrize("python", [(), ("-u",)], ids=["", "unbuffered"])
def test_a_full_disk_is_told(encoding, form, columns, python):
    with Path("/dev/full").open("wb") as full:
        result = process(*CALL, *form, python=python, stdout=full, **variables(encoding, columns))
    assert result == (74, "", f"{UNWRITTEN}No space left on device\n")


@SINKS
def test_a_closed_standard_output_is_told(encoding, form, columns):
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *PROGRAM, *CALL, *form],
        cwd=ROOT,
        env=environment(**variables(encoding, columns)),
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (74, f"{UNWRITTEN}standard output is closed\n")


@SINKS
def test_a_reader_that_is_gone_is_no_error(encoding, form, columns):
    read, write = os.pipe()
    os.close(read)
    result = process(*CALL, *form, stdout=write, **variables(encoding, columns))
    os.close(write)
    assert result == (141, "", "")
