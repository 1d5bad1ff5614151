"""What every command does: deals from files, standard input and the environment; several; none."""

import json
import os
import subprocess

import pytest
from running import DEALS, ROOT, deal, refused, run, shown

from dealcli.commands import PARTS
from dealcli.loading import load
from dealcli.views.narrowing import known_as

BARE = deal("bare")
MISSING = "dealcli: cannot read 'no-such-file.yaml': No such file or directory\n"
FILTERED = [name for name in PARTS if name not in ("summary", "market")]


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text("format: 1\nid: a\n")
    return str(path)


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("path", DEALS)
def test_every_command_prints_every_deal(name, path):
    whole = load(str(ROOT / deal(path))).deal
    assert shown(name, deal(path)).count("\n") > 1
    assert json.loads(shown(name, deal(path), "--json"))["id"] == whole.id


@pytest.mark.parametrize("name", PARTS)
def test_a_deal_without_the_part_is_fine(name):
    text = shown(name, BARE)
    assert name == "summary" or "bare has no " in text


@pytest.mark.parametrize("name", PARTS)
def test_several_deals_stand_one_after_another(name):
    one, two = deal("northvolt"), deal("wide")
    assert shown(name, one, two) == f"{shown(name, one)}\n{shown(name, two)}"
    assert shown(name, one, two, "--json") == shown(name, one, "--json") + shown(
        name, two, "--json"
    )


def test_a_deal_that_does_not_read_is_told_and_the_others_are_printed(broken):
    result = run("jv", BARE, broken, "no-such-file.yaml", deal("wide"))
    assert result.code == 2
    assert result.out == f"{shown('jv', BARE)}\n{shown('jv', deal('wide'))}"
    first, *_, last = result.err.splitlines()
    assert first.startswith(f"{broken}:1:1: error[missing-key]")
    assert f"{last}\n" == MISSING


def test_the_first_page_has_no_empty_line_before_it_even_after_a_broken_deal(broken):
    assert run("jv", broken, BARE).out == shown("jv", BARE)


def test_json_of_the_deals_that_read_is_whole(broken):
    result = run("summary", BARE, broken, "data/deal.yaml", "--json")
    assert result.code == 2
    told = subprocess.run(
        ["jq", "-c", "[.id, (.joint_ventures | length)]"],
        input=result.out,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == '["bare",0]\n["cbak-kandi-2025",2]\n'


def test_one_call_of_jq_works_on_every_command_that_has_the_part():
    for name in ("summary", "jv"):
        documents = shown(name, "data/deal.yaml", deal("four-holders"), "--json")
        told = subprocess.run(
            ["jq", "-r", '.joint_ventures[].stakes[] | "\\(.holder) \\(.percent)"'],
            input=documents,
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.splitlines()[:2] == ["kandi 90", "cbak 10"]
        assert len(told.stdout.splitlines()) == 9


@pytest.mark.parametrize("name", PARTS)
def test_a_saved_document_is_a_deal_file(name, tmp_path):
    saved = tmp_path / "saved.json"
    saved.write_text(shown(name, "--json"))
    assert shown(name, str(saved), "--json") == saved.read_text()


@pytest.mark.parametrize("name", PARTS)
def test_a_deal_from_standard_input(name):
    text = (ROOT / "tests/deals/northvolt.yaml").read_text()
    from_file = shown(name, deal("northvolt"), columns=100)
    assert shown(name, "-", stdin=text, columns=100) == from_file.replace(deal("northvolt"), "-")


def test_a_deal_from_the_environment():
    named = shown("jv", deal("wide"))
    assert shown("jv", DEALCLI_DEAL=deal("wide")) == named
    assert shown("jv", BARE, DEALCLI_DEAL=deal("wide")) == shown("jv", BARE)
    assert shown("jv", DEALCLI_DEAL="") == shown("jv")
    assert refused("jv", DEALCLI_DEAL="no-such-file.yaml") == MISSING


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("no-such-file.yaml", MISSING),
        ("src/dealcli", "dealcli: no YAML file in the folder 'src/dealcli'\n"),
        ("README.md/x", "dealcli: cannot read 'README.md/x': Not a directory\n"),
        ("/dev/null", "/dev/null:1:1: error[empty]: the file holds nothing\n"),
        ("", "dealcli: cannot read '': No such file or directory\n"),
        ("a\x1b[31m\nb", "dealcli: cannot read 'a\\x1b[31m\\nb': No such file or directory\n"),
        ("a\0b", "dealcli: cannot read 'a\\x00b': embedded null byte\n"),
    ],
)
@pytest.mark.parametrize("extra", [(), ("--json",)])
def test_what_is_no_deal_is_told_in_a_line(path, told, extra):
    assert refused("jv", path, *extra) == told


@pytest.fixture
def folder(tmp_path):
    """A folder with two deals, of which one is below, and with what is none."""
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    bare = (ROOT / BARE).read_text()
    (tmp_path / "sub" / "a.yml").write_text(bare)
    (tmp_path / "b.yaml").write_text((ROOT / deal("wide")).read_text())
    (tmp_path / ".hidden" / "c.yaml").write_text(bare)
    (tmp_path / "other.yaml").write_text("services: [a]\n")
    (tmp_path / "list.yaml").write_text("[format]\n")
    (tmp_path / "notes.txt").write_text("format: 1\n")
    (tmp_path / "link.yaml").symlink_to(ROOT / "data" / "deal.yaml")
    (tmp_path / "above").symlink_to(ROOT / "data")
    os.mkfifo(tmp_path / "pipe.yaml")
    return tmp_path


SKIPPED = "dealcli: 2 YAML files without a top-level `format` key skipped\n"


@pytest.mark.parametrize("name", ["jv", "summary", "check"])
def test_a_folder_is_the_deals_below_it(name, folder):
    result = run(name, str(folder), "--json")
    files = (str(folder / "b.yaml"), str(folder / "sub" / "a.yml"))
    assert result == (0, shown(name, *files, "--json"), SKIPPED)


@pytest.mark.parametrize("name", ["jv", "check"])
def test_a_file_in_a_folder_that_does_not_read_is_told(name, folder):
    (folder / "a.yaml").write_text("a: [\n")
    (folder / "b.yaml").write_text("format: 1\n")
    result = run(name, str(folder))
    told = result.err if name == "jv" else result.out
    assert result.code == 2
    assert f"{folder}/a.yaml:2:1: error[syntax]" in told
    assert f"{folder}/b.yaml:1:1: error[missing-key]" in told
    assert result.err.endswith(SKIPPED)


@pytest.mark.parametrize("name", ["jv", "check"])
def test_a_folder_without_a_deal(name, tmp_path):
    assert refused(name, str(tmp_path)) == f"dealcli: no YAML file in the folder '{tmp_path}'\n"
    (tmp_path / "a.yaml").write_text("a: b")
    assert refused(name, str(tmp_path)) == SKIPPED.replace("2 YAML files", "1 YAML file")


def test_a_folder_that_cannot_be_listed(tmp_path, monkeypatch):
    def walk(top, onerror):
        onerror(PermissionError(13, "Permission denied", f"{top}/closed"))
        return iter(())

    monkeypatch.setattr(os, "walk", walk)
    assert refused("jv", str(tmp_path)).startswith(f"dealcli: cannot read '{tmp_path}/closed'")


def test_standard_input_that_holds_nothing():
    assert refused("jv", "-") == "<stdin>:1:1: error[empty]: the file holds nothing\n"


def test_standard_input_is_read_once():
    text = (ROOT / BARE).read_text()
    result = run("jv", "-", "-", stdin=text)
    assert (result.code, result.out) == (2, shown("jv", BARE))


@pytest.mark.parametrize("name", FILTERED)
def test_every_command_that_can_be_narrowed_to_a_party_is(name):
    narrowed = json.loads(shown(name, "--who", "kandi", "--json"))
    whole = json.loads(shown(name, "--json"))
    assert list(narrowed) == list(whole)
    assert all(len(narrowed[key]) <= len(whole[key]) for key in list(whole)[3:])
    if name not in ("jv", "terms"):  # of those, what concerns one party concerns the other
        assert narrowed != whole


@pytest.mark.parametrize("name", sorted(set(PARTS) - set(FILTERED)))
def test_no_other_command_pretends_to_be(name):
    assert "No such option: --who" in refused(name, "--who", "kandi")


@pytest.mark.parametrize("name", ["kandi", "KANDI", "knDI", "kandi technologies GROUP, inc."])
def test_whatever_a_party_is_called_the_page_is_the_same(name):
    assert shown("jv", "--who", name) == shown("jv", "--who", "kandi")


def test_every_name_of_every_party_of_every_deal_gives_its_page():
    for path in DEALS:
        for party in load(str(ROOT / deal(path))).deal.parties:
            for name in known_as(party):
                result = run("parties", deal(path), "--who", name, "--json")
                assert party.id in [one["id"] for one in json.loads(result.out)["parties"]]


@pytest.mark.parametrize("name", FILTERED)
@pytest.mark.parametrize("extra", [(), ("--json",)])
def test_a_party_that_is_not_there(name, extra):
    assert refused(name, "--who", "kandy", *extra) == (
        "dealcli: no party 'kandy' in cbak-kandi-2025; did you mean 'kandi'? (ids: cbak, kandi)\n"
    )


def test_a_name_that_fits_two_parties(tmp_path):
    path = tmp_path / "two.yaml"
    path.write_text(
        "{format: 1, id: a, title: T, parties: "
        "[{id: one, name: One, aka: [X]}, {id: two, name: Two, aka: [x]}]}"
    )
    assert refused("jv", str(path), "--who", "X") == (
        "dealcli: --who 'X' fits one, two: use an id (one, two)\n"
    )


def test_of_several_deals_those_that_have_the_party_are_shown():
    several = (deal("northvolt"), "data/deal.yaml", BARE)
    alone = shown("jv", "data/deal.yaml", "--who", "kandi")
    assert shown("jv", *several, "--who", "kandi") == alone
    other = shown("jv", deal("northvolt"), "--who", "northvolt")
    assert shown("jv", *several, "--who", "kandi", "--who", "northvolt") == f"{other}\n{alone}"


def test_a_party_that_none_of_several_deals_has(tmp_path):
    one, two = deal("northvolt"), "data/deal.yaml"
    assert refused("jv", one, two, "--who", "kandy") == (
        "dealcli: no party 'kandy' in any of 2 deals; did you mean 'kandi'?\n"
    )
    assert refused("jv", one, two, "--who", "kandy", "-o", str(tmp_path / "x")).startswith(
        "dealcli: no party 'kandy'"
    )
    assert list(tmp_path.iterdir()) == []


def test_two_parties_are_both_shown():
    both = json.loads(shown("facilities", "--who", "kandi", "--who", "cbak", "--json"))
    assert both == json.loads(shown("facilities", "--json"))
    assert json.loads(shown("facilities", "--who", "kandi", "--json")) != both
    twice = shown("jv", "--who", "kandi", "--who", "KNDI")
    assert twice == shown("jv", "--who", "kandi")
    assert "position" not in shown("jv", "--who", "kandi", "--who", "cbak")


def test_one_of_two_parties_that_is_not_there():
    result = run("jv", "--who", "kandi", "--who", "cbac")
    assert (result.code, result.out) == (2, shown("jv", "--who", "kandi"))
    assert result.err.startswith("dealcli: no party 'cbac' in cbak-kandi-2025; did you mean 'cbak'")


@pytest.mark.parametrize("horizon", ["near-term", "longer-term"])
def test_facilities_of_a_horizon(horizon):
    shown_ = json.loads(shown("facilities", "--horizon", horizon, "--json"))
    assert {one["horizon"] for one in shown_["facilities"]} == {horizon}
    both = json.loads(shown("facilities", "--horizon", horizon, "--who", "kandi", "--json"))
    assert len(both["facilities"]) == 1


def test_a_horizon_that_there_is_not():
    assert "'x' is not one of 'near-term', 'longer-term'" in refused("facilities", "--horizon", "x")
