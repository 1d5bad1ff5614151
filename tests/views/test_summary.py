"""The whole deal on one screen: its order, its heading and where it sends the reader next."""

import io
import shlex
import sys
from contextlib import chdir

import pytest
from running import DEALS, ROOT, deal, run, shown
from viewing import VIEWS, labelled, line, lines, report_of, said

from dealcli.commands import COMMANDS
from dealcli.loading import load


def labels(text: str) -> list[str]:
    report = report_of("summary", text)
    return [block.label for section in report.sections for block in section.blocks if block.label]


def test_it_fits_on_one_screen():
    assert len(shown("summary", columns=100).splitlines()) <= 48


def test_what_a_deal_has_not_prints_nothing():
    report = report_of("summary", "")
    assert (report.title, report.subtitle, report.sections) == ("A deal", (), ())


def test_the_parts_stand_in_the_order_of_the_design():
    assert labels("""
caveats: [{id: one, kind: condition, text: T}]
market: [{what: T}, {what: U}]
payments: [{amount: 1}]
terms: [{id: one, kind: supply}, {id: two, kind: supply}]
facilities: [{id: one, name: T}]
holdings: [{in: one, holder: two}, {in: one, holder: two}]
joint_ventures: [{id: one, name: T}, {id: two, name: T}]
parties: [{id: one, name: T}]
""") == [
        "parties",
        "ventures",
        "holdings",
        "facilities",
        "terms",
        "payments",
        "market",
        "caveats",
    ]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("kind: joint-venture", ["joint venture"]),
        ("stage: letter-of-intent", ["stage: letter of intent"]),
        ("announced: 2025-04-14", ["announced 14 Apr 2025"]),
        (
            "{kind: licence, announced: 2025-04-14, sources: [{id: one, title: T, publisher: P, "
            "place: L, published: 2025-04-14}]}",
            ["licence · announced 14 Apr 2025 · P, L"],
        ),
        (
            "{announced: 2025-04-14, sources: [{id: one, title: T, published: 2025-04-15}]}",
            ["announced 14 Apr 2025 · T, 15 Apr 2025"],
        ),
        (
            "{stage: closed, sources: [{id: one, title: T}, {id: two, title: U, place: L}]}",
            ["stage: closed", "source [1]: T", "source [2]: U, L"],
        ),
    ],
)
def test_what_when_at_which_stage_and_from_where(text, heading):
    inner = text.strip("{}") if text.startswith("{") else text
    block = inner.replace(", announced:", "\nannounced:").replace(", sources:", "\nsources:")
    assert [line(row) for row in report_of("summary", block).subtitle] == heading


def test_facilities_stand_by_their_horizon():
    report = report_of(
        "summary",
        """
facilities:
- {id: one, name: Unsaid}
- {id: two, name: Later, horizon: longer-term}
- {id: three, name: Soon, horizon: near-term}
""",
    )
    (block,) = report.sections[0].blocks
    assert [(group.title, [line(row) for row in group.rows]) for group in block.groups] == [
        ("near term", ["Soon"]),
        ("longer term", ["Later"]),
        ("no horizon given", ["Unsaid"]),
    ]


def test_a_holding_that_is_implied_says_so():
    told = labelled(
        report_of(
            "summary",
            """
holdings: [{in: one, holder: two, percent: 10, basis: implied, because: The rest}]
""",
        )
    )
    assert [row for _, row in told if "10%" in row and "implied" not in row] == []


def test_a_facility_has_its_capacity_its_money_and_its_times():
    assert lines(
        report_of(
            "summary",
            """
facilities:
- id: one
  name: Plant
  owner: alpha
  status: pre-construction
  place: {site: Kokomo, country: US}
  capacity: [{what: first, up_to: 23, unit: GWh}, 34]
  investment: [{above: 2.5, unit: USD billion, when: {by: 2030}}]
  milestones: [{event: Opening, when: 2025-Q1}, {event: Closing}]
""",
        )
    ) == [
        "Plant",
        "Kokomo, US; alpha; pre-construction",
        "first: up to 23 GWh",
        "34",
        "over USD 2.5 billion, by 2030",
        "Opening: Q1 2025",
        "Closing",
    ]


def test_what_there_is_is_counted():
    counts = report_of(
        "summary",
        """
parties: [{id: one, name: T}]
terms: [{id: one, kind: supply}, {id: two, kind: supply}]
open_questions: [{text: T}]
""",
    ).footer
    assert list(map(said, counts)) == ["1 party", "2 terms", "1 open question"]


def next_commands(name: str) -> list[list[str]]:
    """The command lines at the end of a deal's summary, as a shell reads them."""
    told = map(said, VIEWS["summary"].page(load(name)).report().hints)
    return [shlex.split(one) for one in told if one.startswith("dealcli ")]


@pytest.mark.parametrize("name", ["data/deal.yaml", *map(deal, DEALS)])
def test_where_to_look_next_can_be_typed(name):
    with chdir(ROOT):
        commands = next_commands(name)
    assert commands[-1] == ["dealcli", "--help"]
    for _, *arguments in commands:
        assert arguments == ["--help"] or arguments[0] in COMMANDS
        assert arguments[-1] in ("--help", name)
        assert run(*arguments).code == 0


def test_where_to_look_next_leads_to_the_deal_at_hand(tmp_path, monkeypatch):
    path = tmp_path / "a deal; rm $HOME 'x'.yaml"
    path.write_text(
        "{format: 1, id: a, title: T, joint_ventures: [{id: jv, name: V, lead: alpha}], "
        "parties: [{id: alpha, name: A}]}"
    )
    wanted = ["dealcli", "jv", "--who", "alpha"]
    assert next_commands(str(path))[0] == [*wanted, str(path)]
    given = io.TextIOWrapper(io.BytesIO(path.read_bytes()))
    monkeypatch.setattr(sys, "stdin", given)
    assert next_commands("-")[0] == [*wanted, "-"]
    monkeypatch.setenv("DEALCLI_DEAL", str(path))
    assert next_commands(str(path))[0] == wanted


def test_where_to_look_next_names_a_party_that_there_is():
    text = "joint_ventures: [{id: jv, name: JV, lead: nobody}]"
    hints = report_of("summary", text).hints
    assert not any("--who nobody" in said(one) for one in hints)
