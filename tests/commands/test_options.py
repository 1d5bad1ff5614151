"""Shell completion, as shells ask for it, and what they may do with what they get."""

import json
import os
import re
import subprocess

import pytest
from running import DEALS, PROGRAM, ROOT, deal, environment, process, run

from dealcli.commands import COMMANDS

BASH, ZSH, FISH = "complete_bash", "complete_zsh", "complete_fish"
PARTIES = ["cbak", "kandi"]


def completed(*words: str, **variables: str) -> list[str]:
    """What bash is offered for the last of some words, which is being typed."""
    line = ["dealcli", *words]
    result = run(
        _DEALCLI_COMPLETE=BASH,
        COMP_WORDS="\n".join(line),
        COMP_CWORD=str(len(line) - 1),
        **variables,
    )
    assert (result.code, result.err) == (0, "")
    return [offered for offered in result.out.split("\n") if offered]


@pytest.mark.parametrize("name", ["jv", "parties", "facilities", "terms", "aims", "caveats"])
def test_parties_of_the_bundled_deal(name):
    assert completed(name, "--who", "") == PARTIES


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ka", ["kandi"]),
        ("Ka", ["kandi"]),
        ("KN", ["KNDI"]),
        ("Kandi\\ T", ["kandi"]),
        ("'Kandi T", ["kandi"]),
        ("x", []),
    ],
)
def test_parties_that_go_on_as_typed(typed, offered):
    """What is offered is one word of every shell: a name with a space would be two."""
    assert completed("jv", "--who", typed) == offered
    assert completed("jv", "--who", "=", typed) == offered  # bash splits a word at "="
    assert completed("jv", "--json", "--who", "=", "cbak", "--who", "=", typed) == offered


def test_every_party_after_an_equals_sign():
    assert completed("jv", "--who", "=") == PARTIES


@pytest.mark.parametrize(("shell", "quote"), [(ZSH, '"'), (FISH, "")])
def test_zsh_and_fish_replace_the_whole_word(shell, quote):
    result = run(
        _DEALCLI_COMPLETE=shell,
        _TYPER_COMPLETE_ARGS="dealcli jv --who=k",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    assert (result.code, result.err) == (0, "")
    assert f"{quote}--who=kandi{quote}" in result.out


WORDS = {
    ("facilities", "--horizon"): ["near-term", "longer-term"],
    ("jv", "--format"): ["table", "json", "markdown", "html"],
    ("chart", "--format"): ["table", "json", "markdown", "html", "svg", "mermaid", "dot"],
    ("source", "--format"): ["table", "json", "markdown", "html"],
    ("check", "--format"): ["text", "json", "github"],
}


@pytest.mark.parametrize(("call", "words"), WORDS.items(), ids=map("".join, WORDS))
def test_an_option_with_fixed_words(call, words):
    command, option = call
    assert completed(command, option, "") == words
    assert completed(command, option, "=") == words  # bash splits a word at "="
    assert completed(command, option, "=", words[-1][:2]) == words[-1:]
    assert completed(command, option, "=", "x") == []
    for shell in (ZSH, FISH):
        for typed, left in ((f"{option}=", words), (f"{option}={words[-1][:2]}", words[-1:])):
            result = run(
                _DEALCLI_COMPLETE=shell,
                _TYPER_COMPLETE_ARGS=f"dealcli {command} {typed}",
                _TYPER_COMPLETE_FISH_ACTION="get-args",
            )
            assert (result.code, result.err) == (0, "")
            offered = re.sub(r"_arguments '\*: :|[()'\"]", "", result.out)
            assert offered.split() == [f"{option}={word}" for word in left]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_with_fixed_words_is_tried(name):
    """An option that `WORDS` lacks completes like these: `one_of` serves all of them."""
    help_text = run(name, "--help").out
    options = re.findall(r"^  (--[a-z]+) <", help_text, re.MULTILINE)
    for option in options:
        assert completed(name, option, "=") == completed(name, option, "")
        result = run(
            _DEALCLI_COMPLETE=FISH,
            _TYPER_COMPLETE_ARGS=f"dealcli {name} {option}=",
            _TYPER_COMPLETE_FISH_ACTION="get-args",
        )
        assert all(word.startswith(f"{option}=") for word in result.out.split())
        assert result.out.split()


SOURCE = ["release", "cbak", "kandi"]


@pytest.mark.parametrize("deal", [(), ("data/deal.yaml",)])
def test_records_of_source(deal):
    offered = completed("source", *deal, "")
    assert offered[:3] == SOURCE
    assert offered.count("kandi") == 1
    assert "cbak-kandi-2025" not in offered
    assert completed("source", *deal, "sea") == ["sea-cells"]
    assert completed("caveats", *deal, "sea") == ["sea-cells"]
    for record in offered:
        assert run("source", *deal, record, "--json").code == 0, record


def test_records_of_the_deal_on_the_line():
    assert "larch-hill" in completed("source", deal("four-holders"), "")
    assert completed("source", "-", "") == []
    assert completed("source", "no-such-file.yaml", "") == []
    assert completed("source", "data/deal.yaml", "sea-cells", "") == []


def test_parties_of_the_deal_on_the_line():
    offered = completed("jv", deal("four-holders"), "--who", "")
    assert "birch" in offered
    assert not set(offered) & set(PARTIES)


def test_parties_of_all_deals_on_the_line():
    offered = completed("jv", deal("four-holders"), deal("no-venture"), "--json", "--who", "")
    assert {"birch", "osprey"} <= set(offered)


def test_parties_of_the_deal_in_the_environment():
    assert "birch" in completed("jv", "--who", "", DEALCLI_DEAL=deal("four-holders"))
    assert completed("jv", "--who", "", DEALCLI_DEAL="no-such-file.yaml") == []


def test_a_deal_on_the_line_that_does_not_read_is_passed_over_in_silence():
    assert completed("jv", "no-such-file.yaml", "--who", "") == []
    offered = completed("jv", "tests", deal("four-holders"), "--who", "Birch")
    assert offered == ["birch"]


def test_completion_does_not_wait_for_standard_input():
    """A shell completes with the terminal as standard input: nobody would type a deal there."""
    never, write = os.pipe()
    variables = {
        "_DEALCLI_COMPLETE": BASH,
        "COMP_WORDS": "dealcli\njv\n-\n--who\n",
        "COMP_CWORD": "4",
    }
    try:
        done = subprocess.run(
            PROGRAM, cwd=ROOT, env=environment(**variables), stdin=never,
            capture_output=True, timeout=20, check=False,
        )  # fmt: skip
    finally:
        os.close(never)
        os.close(write)
    assert done.returncode == 0


@pytest.mark.parametrize("path", ["data/deal.yaml", *map(deal, DEALS)])
def test_what_is_offered_is_answered(path):
    for name in completed("jv", path, "--who", "", DEALCLI_DEAL=path):
        assert run("jv", path, "--who", name, "--json").code == 0, name


@pytest.mark.parametrize("shell", [BASH, ZSH, FISH])
def test_a_name_that_would_act_on_a_shell_or_a_terminal_is_not_offered(shell, tmp_path):
    """Zsh evaluates what it is offered, where a backslash undoes the escaping of what follows."""
    names = ["\x1b[31mred", "\u202eevil", "two\nlines", "a\tb", "\\$(ls)", "\\`ls`"]
    party = {"id": "alpha", "name": "Alpha, Inc.", "aka": names}
    path = tmp_path / "deal.json"
    path.write_text(json.dumps({"format": 1, "id": "a", "title": "T", "parties": [party]}))
    line = ["dealcli", "jv", "--who", ""]
    result = run(
        _DEALCLI_COMPLETE=shell,
        COMP_WORDS="\n".join(line),
        COMP_CWORD="3",
        _TYPER_COMPLETE_ARGS=" ".join(line),
        _TYPER_COMPLETE_FISH_ACTION="get-args",
        DEALCLI_DEAL=str(path),
    )
    offered = re.sub(r"_arguments '\*: :|[()'\"]", "", result.out)
    assert offered.splitlines() == ["alpha"]


def test_commands_and_horizons():
    assert completed("") == list(COMMANDS)
    assert completed("fac") == ["facilities"]
    assert completed("facilities", "--horizon", "") == ["near-term", "longer-term"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_script(shell):
    # Without the variable Typer answers for the shell that runs the tests, or for none.
    alone = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    script = process("--show-completion", shell, **alone)
    assert (script.code, script.err) == (0, "")
    assert f"_DEALCLI_COMPLETE=complete_{shell}" in script.out
