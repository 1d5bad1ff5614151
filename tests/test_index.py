"""Names behind ids, and where the words under a record stand."""

import pytest
from msgspec.structs import replace
from reading import HEAD
from running import DEALS, ROOT, deal
from viewing import VIEWS, index_of, line

from dealcli.index import DealIndex
from dealcli.loading import load
from dealcli.meanings import Reference
from dealcli.report import Citation, rows_of

TWO_SOURCES = "sources: [{id: first, title: First}, {id: second, title: Second}]\n"
FIRST = "Alpha builds cells.\n\nBeta builds packs, and Beta sells them.\n\nBeta builds packs too."
SECOND = "Gamma\n\nBeta builds packs"


@pytest.mark.parametrize(
    ("quote", "releases", "citation"),
    [
        ("", [FIRST], Citation("none")),
        ("quote: Alpha builds", [FIRST], Citation("found", (1,))),
        ("quote: 'Beta  builds\n packs'", [FIRST], Citation("found", (2, 3))),
        ("quote: [Alpha, Beta sells]", [FIRST], Citation("found", (1, 2))),
        ("quote: {exact: Beta builds packs, suffix: too}", [FIRST], Citation("found", (3,))),
        ("quote: {exact: Beta, prefix: and}", [FIRST], Citation("found", (2,))),
        ("quote: Gamma", [FIRST], Citation("missing")),
        ("quote: [Alpha, Gamma]", [FIRST], Citation("missing")),
        ("quote: alpha builds", [FIRST], Citation("missing")),
        ("quote: Alpha", [], Citation("unverified")),
        ("quote: {exact: Gamma, source: second}", [FIRST, SECOND], Citation("found", (1,), 2)),
        ("quote: {exact: Alpha, source: second}", [FIRST, SECOND], Citation("missing", (), 2)),
        ("quote: {exact: Gamma, source: second}", [FIRST], Citation("unverified", (), 2)),
        ("quote: {exact: Gamma, source: nowhere}", [FIRST, SECOND], Citation("unverified")),
        (
            "quote: [Alpha, {exact: Beta, source: second}]",
            [FIRST, SECOND],
            Citation("found", (1,), 1, (Citation("found", (2,), 2),)),
        ),
        ("quote: [Alpha, {exact: Beta, source: second}]", [FIRST], Citation("unverified", (), 2)),
    ],
)
def test_where_the_words_under_a_record_stand(quote, releases, citation):
    file = index_of(f"{TWO_SOURCES}aims:\n- text: T\n  {quote}\n", *releases)
    assert place(file.cite(file.deal.aims[0].quote)) == citation


def place(citation: Citation) -> Citation:
    """A citation without the words that it is of."""
    return replace(citation, words=())


def test_a_citation_has_all_the_words_wherever_they_stand():
    quote = "quote: [Alpha, Gamma, {exact: Beta, source: second}]"
    file = index_of(f"sources: [{{id: first, title: T}}]\naims: [{{text: T, {quote}}}]", FIRST)
    assert file.cite(file.deal.aims[0].quote).words == ("Alpha", "Gamma", "Beta")


def test_without_a_source_no_words_are_verified():
    file = index_of("aims: [{text: T, quote: Alpha}]")
    assert place(file.cite(file.deal.aims[0].quote)) == Citation("unverified")


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("release.txt", ""),
        ("missing.txt", "No such file or directory"),
        (".", "not a regular file"),
        ("/dev/zero", "outside the deal's folder, so it was not opened"),
        ("latin.txt", "not UTF-8 text"),
    ],
)
def test_why_a_source_cannot_be_read_is_told_on_every_page(file, told, tmp_path):
    (tmp_path / "release.txt").write_text("Words")
    (tmp_path / "latin.txt").write_bytes(b"\xe9")
    path = tmp_path / "deal.yaml"
    source = f"sources: [{{id: one, title: T, file: {file}}}]"
    path.write_text(f"{HEAD}{source}\naims: [{{text: Aim, quote: Words}}]\n")
    for name in ("summary", "aims"):
        report = VIEWS[name].page(load(str(path)), ["report"]).report
        found = [line(row) for row in report.subtitle if str(file) in line(row)]
        assert found == (
            [f"{file}: {told}; nothing quoted from it could be looked up"] if told else []
        )
    citation = rows_of(report)[-1].citation
    assert place(citation) == (Citation("unverified") if told else Citation("found", (1,)))


NAMED = """
parties: [{id: one, name: The First, aka: [First, 1st]}, {id: one, name: Twice}]
joint_ventures: [{id: jv, name: A venture}, {id: one, name: Thrice}]
holdings:
- {id: stake, holder: one, in: nowhere}
- {id: bought, holder: buyer, in: one}
- {id: ordinary, holder: founder, in: one, class: ordinary shares}
- {id: others, holder: founder, in: one}
- {holder: founder, in: nowhere}
- {id: lone-class, holder: founder, in: nowhere, class: preferred}
- {id: jv, holder: founder, in: buyer}
facilities: [{id: plant, name: A plant}]
terms:
- {id: told, kind: supply, what: cells}
- {id: lone, kind: royalty, what: two percent}
- {id: other, kind: supply, what: packs}
- {id: untold, kind: supply}
payments: [{id: price, what: The price}, {id: shares, form: shares}, {id: bare}]
"""


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ("one", "First"),
        ("jv", "A venture"),
        ("stake", "First in nowhere"),
        ("bought", "buyer in First"),
        ("ordinary", "founder in First (ordinary shares)"),
        ("others", "founder in First (others)"),
        ("lone-class", "founder in nowhere (preferred)"),
        ("plant", "A plant"),
        ("told", "cells"),
        ("untold", "untold"),
        ("lone", "royalty"),
        ("other", "packs"),
        ("price", "The price"),
        ("shares", "shares"),
        ("bare", "bare"),
        ("nowhere", "nowhere"),
    ],
)
def test_the_name_behind_an_id(record, name):
    assert index_of(NAMED).name(record) == name


@pytest.mark.parametrize("name", DEALS)
def test_the_deals_to_test_with_name_no_record_that_they_lack(name):
    file = DealIndex(load(str(ROOT / deal(name))))
    known = {*file.names, *file.file.texts}
    named = {one.value for node in file.nodes for one in node.values(Reference)}
    named |= {one.passage.source for quotes in file.quoted.values() for one in quotes}
    assert named - {None, *known} == set()


def test_the_names_behind_one_id_several_or_none():
    file = index_of(NAMED)
    assert file.names_of("jv") == ["A venture"]
    assert file.names_of(("one", "nowhere")) == ["First", "nowhere"]
    assert file.names_of(None) == []


def test_a_party_by_its_id():
    file = index_of(NAMED)
    assert file.party("one") is file.deal.parties[0]
    assert file.party("jv") is None
    assert file.party(None) is None
