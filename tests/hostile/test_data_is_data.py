"""What arrives in a file or on the command line is shown as what it is: not acted on, not lost."""

import json
import os
import subprocess
from random import Random

import pytest
from running import PROGRAM, ROOT, environment, refused, run

from dealcli.characters import UNSEEN, visible
from hostile import sinks

TEXTS = {
    **{name: sinks.TEXTS[name] for name in list(sinks.TEXTS)[:13]},
    "tag characters": "a\U000e0041",
    "half a character": "a\udcffb",
}
HOSTILE = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
"""Each is one text, which no terminal and no library that draws for one may take for more."""


def shows(output: str, text: str) -> bool:
    """Whether an output shows a text, as it is or as Python writes it, and nothing that acts."""
    assert not UNSEEN.search(output)
    return visible(text) in output or repr(text)[1:-1] in output


def name_of(option: str) -> str:
    """The part of an option's text that is its name: a mistake in it is all there is to tell."""
    return option.partition("=")[0]


@HOSTILE
@pytest.mark.parametrize(
    "call",
    [
        ("jv", "--who", "{}"),
        ("jv", "{}"),
        ("check", "{}"),
        ("source", "{}"),
        ("source", "data/deal.yaml", "{}"),
        ("{}",),
        ("--{}",),
        ("jv", "--{}"),
        ("facilities", "--horizon", "{}"),
        ("jv", "--json={}"),
        ("chart", "--format", "{}"),
    ],
    ids=" ".join,
)
def test_on_the_command_line(text, call):
    told = refused(*(argument.replace("{}", text) for argument in call))
    assert told.count("\n") <= 2
    if "json" not in call[-1]:
        assert shows(told, name_of(text) if call[-1].startswith("--") else text)


@HOSTILE
def test_a_file_that_cannot_be_written_is_named_as_it_is(text):
    result = run("summary", "data/deal.yaml", "-o", f"no-such-folder/{text}")
    assert (result.code, result.out) == (74, "")
    assert shows(result.err, f"no-such-folder/{text}")


@HOSTILE
def test_in_the_environment(text):
    if "\0" not in text:
        assert shows(refused("jv", DEALCLI_DEAL=text), text)


@HOSTILE
def test_in_the_name_of_a_file(text, tmp_path):
    name = text.replace("/", "_").replace("\0", "_")
    path = tmp_path / name
    path.write_bytes((ROOT / "tests/deals/bare.yaml").read_bytes())
    for command in ("summary", "jv", "check"):
        result = run(command, str(path), columns=120)
        assert (result.code, result.err) == (0, "")
        assert not UNSEEN.search(result.out)
    path.write_bytes(b"format: 2\n")
    assert shows(refused("summary", str(path)), name)


@pytest.mark.parametrize("name", sorted(set(TEXTS) - {"half a character", "tag characters"}))
def test_in_a_deal(name, tmp_path):
    text = TEXTS[name]
    path = tmp_path / "deal.yaml"
    path.write_text(f"format: 1\nid: a\ntitle: {json.dumps(text)}\nnote: {json.dumps(text)}\n")
    for encoding in ("utf-8", "ascii"):
        page = run("summary", str(path), columns=120, encoding=encoding, FORCE_COLOR="1").out
        assert page.count(visible(text)) >= 1
        assert "\x1b]" not in page
        assert not UNSEEN.search(run("summary", str(path), encoding=encoding).out)
    assert json.loads(run("summary", str(path), "--json").out)["note"] == text


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
@pytest.mark.parametrize(
    "call", [(b"jv", b"--who", b"{}"), (b"jv", b"{}"), (b"{}",), (b"jv", b"--{}")]
)
def test_bytes_that_are_no_text_on_the_command_line(call, locale):
    text = b"a\xff\xfe\x1b]52;c;eA\x07\xe2\x80\xae"
    done = subprocess.run(
        [*map(os.fsencode, PROGRAM), *(argument.replace(b"{}", text) for argument in call)],
        cwd=ROOT,
        env=environment(LC_ALL=locale),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert shows(done.stderr.decode(), os.fsdecode(text))


@pytest.mark.parametrize("found", [*sinks.trials(Random(1), 60)])
def test_through_every_sink(found):
    """A few; benchmarks/hostile_system.py tries them all."""
    assert not found
