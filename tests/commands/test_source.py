"""`dealcli source`: the whole of a source, or the passage behind one record."""

import json
import re

import pytest
from generating import everything
from running import DEALS, ROOT, deal, refused, run, shown

from dealcli.loading import load
from dealcli.model import Aim, Payment, Source, Statement
from dealcli.nodes import PartNode, label, walk
from dealcli.views.rows import source_heading

BUNDLED = "data/deal.yaml"
TEXT = (ROOT / "seeds" / "000_1509d2c17570ff03.txt").read_text(encoding="utf-8")


def test_a_place_is_where_the_words_stand_in_the_source():
    document = json.loads(shown("source", "--json"))
    assert len(document["quotes"]) == json.loads(shown("check", "--json"))["proof"]["quotes"]
    for quote in document["quotes"]:
        (place,) = quote["places"]
        assert (quote["verified"], quote["found"]) == (True, 1)
        assert TEXT[place["start"] : place["end"]].split() == quote["exact"].split()
    for sentence in document["sentences"]:
        assert TEXT[sentence["start"] : sentence["end"]].split() == sentence["text"].split()
    assert {sentence["use"] for sentence in document["sentences"]} == {"quoted", "set-aside"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("sea-cells",),
        (BUNDLED, "sea-cells"),
        ("/facilities/1",),
        ("/facilities/1/place/region",),
    ],
)
def test_a_record_by_its_id_or_its_address(arguments):
    (quote,) = json.loads(shown("source", *arguments, "--json"))["quotes"]
    assert (quote["address"], quote["id"]) == ("/facilities/1", "sea-cells")


def test_a_source_by_its_id():
    (quote,) = json.loads(shown("source", "release", "--json"))["quotes"]
    assert quote["address"] == "/sources/0"


def test_the_deal_itself_is_no_record_of_its_own():
    assert "no record 'cbak-kandi-2025'" in refused("source", "cbak-kandi-2025")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("sea-cell",), "no file 'sea-cell', and no record 'sea-cell' in cbak-kandi-2025; did you"),
        (("/aims/99",), "no file '/aims/99', and no record '/aims/99' in"),
        ((BUNDLED, "zzz"), "dealcli: no record 'zzz' in cbak-kandi-2025; `dealcli source` shows"),
        (("no.yaml", "cbak"), "cannot read 'no.yaml': No such file"),
    ],
)
def test_what_is_not_there(arguments, message):
    assert message in refused("source", *arguments)


def test_what_is_unaccounted_for_stands_out_without_colour(tmp_path):
    path = tmp_path / "deal.yaml"
    (tmp_path / "r.txt").write_text("Alpha sells. Beta buys.\n\nContact us.\n")
    path.write_text(
        "format: 1\nid: a\ntitle: T\nsources: [{id: r, title: R, file: r.txt}]\n"
        "aims:\n- {text: T, quote: Alpha sells.}\n- {text: U, quote: Gamma}\n"
        "set_aside: [{quote: Contact us., why: w}]\n"
    )
    lines = shown("source", str(path)).splitlines()
    at = lines.index("¶1          Alpha sells.")
    assert lines[at + 1] == "              ← aim 1"
    assert lines[lines.index("¶2          {Contact us.}") - 1] == ""
    assert "            [[Beta buys.]]" in lines
    assert "¶2          {Contact us.}" in lines
    assert "{...} set aside  [[...]] unaccounted for" in lines
    assert "»Alpha sells.« Beta buys." in shown("source", str(path), "/aims/0")
    assert "“Gamma” not in its source" in shown("source", str(path), "/aims/1")
    assert "p1          >>Alpha sells.<< Beta" in shown(
        "source", str(path), "/aims/0", encoding="ascii"
    )


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/aims/6", "aim 7"),
        ("/open_questions/3", "open question 4"),
        ("/statements/1", "statement of Feng Chen"),
        ("/market/0", "market 1"),
        ("/market/0/points/1", "market 1: figure 2"),
        ("/joint_ventures/0/stakes/1", "pack-venture: stake of cbak"),
        ("/facilities/1", "sea-cells"),
        ("/parties/0/facts/0", "cbak: fact 1"),
        ("/set_aside/0", "passage set aside 1"),
        ("", "the deal"),
    ],
)
def test_a_record_is_called_what_people_recognise(address, name):
    node = next(
        one for one in walk(PartNode("", load(str(ROOT / BUNDLED)).deal)) if one.address == address
    )
    if address:
        assert label(node) == name
        assert shown("source", address).startswith(f"Passage of {name}\n")
    else:
        assert label(node) == "cbak-kandi-2025"


@pytest.mark.parametrize("name", ["data/deal.yaml", *map(deal, DEALS)])
def test_no_address_is_printed(name):
    for form in ("table", "markdown"):
        assert not re.search(r"(?<![\w/.:])/[a-z_]+/\d", shown("source", name, "--format", form))


def test_every_record_of_the_model_has_a_name():
    """A list that `label` does not know would print its key."""
    nodes = list(walk(PartNode("", everything())))[1:]
    records = [node for node in nodes if hasattr(node.part, "quote")]
    assert " ".join(re.sub("[0-9 ]", "", label(one).rpartition(": ")[2]) for one in records) == (
        "alpha alpha listing fact alpha stakeofalpha step capacity investment alpha step alpha "
        "capacity investment milestone fact alpha step alpha market figure aim "
        "statementofstatements.speaker alpha openquestion passagesetaside"
    )
    assert label(PartNode("/holdings/0", Aim(text="T"))) == "holding 1"
    assert label(PartNode("/payments/1", Payment())) == "payment 2"


def test_a_deal_whose_text_is_not_at_hand():
    assert "its text is not at hand" in shown("source", deal("northvolt"))
    assert "This record has no quote." in shown("source", deal("northvolt"), "ett")
    told = shown("source", deal("four-holders"), "larch-hill")
    assert "“will together hold Larch Hill Copper Company” not verified" in told


def test_of_a_source_that_cannot_be_read_the_reason_is_told(tmp_path):
    path = tmp_path / "deal.yaml"
    path.write_text("format: 1\nid: a\ntitle: T\nsources: [{id: r, title: R, file: no.txt}]\n")
    assert "no.txt: No such file or directory" in shown("source", str(path))


def test_from_standard_input():
    result = run("source", "-", stdin="format: 1\nid: a\ntitle: T\n")
    assert (result.code, result.err) == (0, "")
    assert "a names no source." in result.out


def test_of_many_records_that_quote_a_sentence_twenty_are_named(tmp_path):
    (tmp_path / "r.txt").write_text("Alder will build it.\n", encoding="utf-8")
    head = "format: 1\nid: a\ntitle: T\nsources: [{id: r, title: R, file: r.txt}]\naims:\n"
    path = tmp_path / "deal.yaml"
    for count, end in ((20, ", aim 19, aim 20 [["), (21, ", aim 20, and 1 more [[")):
        path.write_text(head + "- {text: It, quote: build it}\n" * count, encoding="utf-8")
        text = " ".join(shown("source", str(path)).split())
        assert "← aim 1, aim 2, " in text
        assert end in text


def test_a_long_speaker_is_named_by_the_beginning():
    node = PartNode("/statements/0", Statement(speaker="Rowan " * 20))
    assert label(node) == f"statement of {'Rowan ' * 9}Row..."


def test_the_heading_of_a_source_has_its_language_and_its_retrieval():
    source = Source(id="r", title="R", language="de", retrieved="2025-01-02")
    assert "".join(run.text for run in source_heading(source)) == (
        "R · language de · retrieved 2 Jan 2025"
    )
