"""Every code has a bad file that earns it, and the message is the one that was read before.

`python tests/test_invalid.py --write` puts what is printed now beside the files.
"""

import re
import sys
from pathlib import Path
from typing import get_args

import pytest
from running import ROOT, run

from dealcli.decoding import MAX_BYTES
from dealcli.issues import Code
from dealcli.yamltree import MAX_NODES

FOLDER = ROOT / "tests" / "invalid"
DOCUMENT = ROOT / "docs" / "checks.md"
CODES = get_args(Code)
MADE = {
    "too-large": b"#" * (MAX_BYTES + 1),
    "too-many-values": b"format: 1\nid: demo\ntitle: [" + b"[]," * MAX_NODES + b"]\n",
}
"""Files that are too large to be kept."""

WARNINGS = {
    "too-weak",
    "unaccounted",
    "left-out-hedge",
    "unsupported-word",
    "unsupported-language",
    "unverified",
    "wrong-holder",
    "wrong-side",
}
"""What is told as a warning; `unsupported-word` of a horizon is an error."""


def printed(code: str) -> tuple[int, str]:
    """What `check` makes of a code's bad file: its exit code and what it prints."""
    result = run("check", "--strict", f"tests/invalid/{code}.yaml")
    assert result.err == ""
    return result.code, result.out


@pytest.mark.parametrize("code", [code for code in CODES if code not in MADE])
def test_a_bad_file_is_told_as_it_was(code):
    ended, text = printed(code)
    assert text == (FOLDER / f"{code}.out").read_text(encoding="utf-8")
    told = re.findall(r"^\S+:\d+:\d+: (error|warning)\[([a-z-]+)\]: ", text, re.MULTILINE)
    assert ("warning" if code in WARNINGS else "error", code) in told
    assert ended == (2 if CODES.index(code) < CODES.index("unknown-id") else 1)


@pytest.mark.parametrize("code", MADE)
def test_a_bad_file_that_is_made(code, tmp_path):
    path = tmp_path / "deal.yaml"
    path.write_bytes(MADE[code])
    result = run("check", str(path))
    assert (result.code, result.err) == (2, "")
    assert f": error[{code}]: " in result.out


def test_every_bad_file_is_of_a_code():
    names = {path.stem for path in FOLDER.glob("*.yaml")} | set(MADE)
    assert names == set(CODES)
    assert {path.stem for path in FOLDER.glob("*.out")} == names - set(MADE)


def test_every_code_is_explained():
    text = DOCUMENT.read_text(encoding="utf-8")
    assert re.findall(r"^### `([a-z-]+)`$", text, re.MULTILINE) == list(CODES)


@pytest.mark.parametrize("code", [code for code in CODES if code not in MADE])
def test_every_explanation_shows_the_file(code):
    text = DOCUMENT.read_text(encoding="utf-8")
    section = text.partition(f"\n### `{code}`\n")[2].partition("\n### ")[0]
    assert f"(../tests/invalid/{code}.yaml)" in section
    assert f"$ dealcli check tests/invalid/{code}.yaml\n" in section


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python tests/test_invalid.py --write")
    for path in sorted(FOLDER.glob("*.yaml")):
        Path(path).with_suffix(".out").write_text(printed(path.stem)[1], encoding="utf-8")
