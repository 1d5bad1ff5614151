"""What holds for the report of every part of any deal: nothing lost, nothing added or firmer."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from generating import deals, everything, record_places
from hypothesis import example, given
from hypothesis import strategies as st
from running import DEALS, ROOT, deal
from viewing import VIEWS, Given, line, lines, report_of, said, texts

from dealcli import commands, model
from dealcli.index import DealIndex
from dealcli.loading import load
from dealcli.meanings import Reference, Time, Unit, Verbatim
from dealcli.model import Deal, Record, quotes_of
from dealcli.nodes import PartNode, Value, walk
from dealcli.quotation import nested
from dealcli.report import Report, rows_in, rows_of
from dealcli.views import phrasing
from dealcli.views.selection import Selection

# The whole of its part is told by none of these: one is a screen, the other a drawing.
PARTS = [name for name in commands.PARTS if name not in ("summary", "chart")]
FULL = tuple(name for name in model.LISTS if name not in ("sources", "set_aside"))

# What a page says by other means: an id by the name behind it, firmness by a sign; the words of a
# record inside another by where they stand in the source. Notes have a test of their own.
OTHERWISE = {"id", "firmness", "note"}
WITH_THEIR_WORDS = (
    model.Party, model.JointVenture, model.Holding, model.Facility, model.Term,
    model.Payment, model.Market, model.Aim, model.Statement, model.Caveat,
)  # fmt: skip


def shown_records(name: str, deal_: Deal) -> list[Record]:
    return [record for key in VIEWS[name].keys if key in FULL for record in getattr(deal_, key)]


def folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def told_of(part: model.Part, value: Value, index: DealIndex) -> str:
    """How a value reads on a page."""
    match value.meaning:
        case Reference():
            return index.name(value.value)
        case Time() if isinstance(value.value, str):
            return phrasing.period(value.value)
        case Unit():
            return value.value.removeprefix("%").split()[-1] if value.value != "%" else ""
        case Verbatim() if isinstance(part, model.Moment):
            return nested(value.value, straight=True)  # the source's own words, in quotation marks
    return phrasing.number(value.value) if isinstance(value.value, Decimal) else str(value.value)


def values(record: Record, index: DealIndex) -> Iterator[tuple[str, str]]:
    """The address of every value of a record that its page is to say, and how it reads."""
    for node in walk(PartNode("", record)):
        for value in node.values():
            # A share that is not disclosed is neither stated nor implied.
            undisclosed = value.key == "basis" and getattr(node.part, "percent", None) is None
            if value.key not in OTHERWISE and not undisclosed:
                yield value.address, told_of(node.part, value, index)
    if isinstance(record, WITH_THEIR_WORDS):
        yield from (("/quote", one) for one in quotes_of(record.quote) if isinstance(one, str))


def untold(deal_: Deal, name: str) -> list[tuple[str, str]]:
    """The values of a part of a deal that its page does not say."""
    file = Given(deal_)
    report = VIEWS[name].page(file, ["report"]).report
    page = [folded(each) for each in [*lines(report), *(map(said, texts(report)))]]
    index = DealIndex(file)
    return [
        (address, told)
        for record in shown_records(name, deal_)
        for address, told in ((at, folded(words)) for at, words in values(record, index))
        # Of a word of a vocabulary the hyphens are not said.
        if not any(told in each or told.replace("-", " ") in each for each in page)
    ]


@pytest.mark.parametrize("name", PARTS)
def test_every_value_that_a_part_can_have_is_told(name):
    assert untold(everything(), name) == []


WITH_MARKS = model.Term(id="t", kind="supply", when=model.Moment(text="the “near” term"))


@given(deals(), st.sampled_from(PARTS))
@example(Deal(format=1, id="a", title="A", terms=(WITH_MARKS,)), "terms")
def test_every_value_of_a_part_is_told(deal_, name):
    assert untold(deal_, name) == []


def pages_of(key: str, place: str) -> list[Report]:
    """The reports that show the record at a place in full, of a deal with that key on it alone."""
    file = Given(everything(f"{place}.{key}"))
    names = [name for name in PARTS if place.partition(".")[0] in VIEWS[name].keys]
    return [VIEWS[name].page(file, ["report"]).report for name in names]


def test_every_note_is_told():
    untold = [
        place
        for place in record_places()
        for page in pages_of("note", place)
        if not any(f"{place}.note" in each for each in lines(page))
    ]
    assert untold == []


def test_the_notes_on_the_deal_and_on_its_sources_are_told():
    file = Given(everything("note", "sources.note"))
    summary = VIEWS["summary"].page(file, ["report"]).report
    assert {"note", "sources.note"} <= set(" ".join(lines(summary)).split())


def test_how_firm_everything_is_has_its_sign():
    unmarked = [
        place
        for place in record_places()
        for page in pages_of("firmness", place)
        if {row.firmness for row in rows_of(page)} != {"", "aspiration"}
    ]
    assert unmarked == []


def test_everything_that_is_quoted_is_cited():
    uncited = [
        place
        for place in record_places()
        for page in pages_of("quote", place)
        if not any(row.citation and row.citation.state != "none" for row in rows_of(page))
    ]
    assert uncited == []


def test_a_facility_with_a_venture_and_an_owner_has_both():
    text = "facilities: [{id: plant, name: Plant, venture: the-venture, owner: the-owner}]"
    for name in ("summary", "facilities"):
        page = " ".join(lines(report_of(name, text)))
        assert "the-venture" in page
        assert "the-owner" in page


@given(deals(), st.sampled_from(commands.PARTS))
def test_no_heading_stands_empty(deal_, name):
    report = VIEWS[name].page(Given(deal_), ["report"]).report
    for section in report.sections:
        assert section.title or section.blocks
        for block in section.blocks:
            assert rows_in(block) or block.texts
            assert all(line(row) for row in rows_in(block))
            assert all(group.rows for group in getattr(block, "groups", ()))


NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def numbers(text: str) -> set[str]:
    return {each.strip(",").replace(",", "") for each in NUMBER.findall(text)}


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("path", ["data/deal.yaml", *map(deal, DEALS)])
def test_no_number_is_worked_out(path, name):
    file = load(str(ROOT / path))
    shown = VIEWS[name].page(file, ["report"]).report
    written = {one for text in file.tree.leaves for one in numbers(text)}
    months = {each.lstrip("0") for each in written}  # 2024-02-09 reads 9 Feb 2024
    told = {one for each in lines(shown) for one in numbers(unnumbered(each, file.deal))}
    assert told <= written | months


def unnumbered(shown: str, deal_: Deal) -> str:
    """A line without the number of an aim or open question at its start."""
    for records in (deal_.aims, deal_.open_questions):
        for number, record in enumerate(records, start=1):
            if shown.startswith(f"{number}. {record.text}"):
                return shown.removeprefix(f"{number}. ")
    return shown


@given(deals(), st.sampled_from(commands.PARTS))
def test_a_narrower_document_has_the_same_keys_with_less_in_them(deal_, name):
    file = Given(deal_)
    whole = VIEWS["summary"].page(file, ["document"]).document
    part = VIEWS[name].page(file, ["document"]).document
    assert list(part)[:3] == ["format", "id", "title"]
    assert part == {key: whole[key] for key in part}
    for party in deal_.parties:
        if [one.id for one in deal_.parties].count(party.id) > 1:
            continue
        narrowed = VIEWS[name].page(file, ["document"], Selection([party])).document
        assert list(narrowed) == list(part)
        for key, records in narrowed.items():
            left = iter(part[key]) if isinstance(records, tuple) else iter(())
            assert not isinstance(records, tuple) or all(each in left for each in records)
