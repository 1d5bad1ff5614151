"""The whole deal on one screen: its order, its heading and where it sends the reader next."""

import io
import shlex
import sys
from contextlib import chdir

import pytest
from running import DEALS, ROOT, deal, run, shown
from viewing import VIEWS, hints, labelled, line, lines, report_of, said

from dealcli.loading import bundled, load
from dealcli.report import Table


def labels(text: str) -> list[list[str]]:
    """The labels of a summary, section by section."""
    report = report_of("summary", text)
    return [[block.label for block in section.blocks if block.label] for section in report.sections]


def subtitle(text: str) -> list[str]:
    return [line(row) for row in report_of("summary", text).subtitle]


def rows(text: str, label: str) -> list[str]:
    return [row for one, row in labelled(report_of("summary", text)) if one == label]


def test_it_fits_on_one_screen():
    assert len(shown("summary", columns=100).splitlines()) <= 36


def test_each_caveat_has_a_line_of_its_own():
    told = shown("summary", columns=100)
    deal_ = load(str(ROOT / "data/deal.yaml")).deal
    for caveat in deal_.caveats:
        assert sum(one[12:].startswith(caveat.text[:60]) for one in told.splitlines()) == 1


@pytest.mark.parametrize(
    "answers",
    [
        ("Kandi (leads) 90% ━", "━┉┉┉ 10% CBAK (implied)"),
        ("CBAK (leads) 90%  ━", "━┉┉┉ 10% Kandi (implied)"),
        ("Battery pack venture: ", "◇ planned"),
        ("Battery cell venture: ", "◐ conditional"),
        ("Announced 14 Apr 2025",),
        ("NEAR TERM",),
        ("LONGER TERM",),
        ("The US cell facility is to be pursued when market conditions are", "◐ conditional"),
        ("12 open questions: dealcli caveats",),
    ],
)
def test_the_first_screen_answers(answers):
    """Who holds what, how sure, when, what gates the cell plant, what is unknown."""
    screen = shown("summary", columns=100).splitlines()[:38]
    assert any(all(answer in line_ for answer in answers) for line_ in screen)


def test_a_deal_without_records_says_so():
    assert subtitle("") == []
    assert lines(report_of("summary", "")) == ["a-deal has no records yet."]


PARTS = """
caveats: [{id: one, kind: condition, text: T}]
open_questions: [{text: T}]
market: [{what: T}, {what: U}]
terms: [{id: one, kind: supply}, {id: two, kind: supply}]
facilities: [{id: one, name: T}]
holdings: [{in: one, holder: two}, {in: three, holder: two}]
joint_ventures: [{id: one, name: T}, {id: two, name: T}]
parties: [{id: one, name: T}]
"""


def test_the_parts_are_in_order_and_the_market_follows_what_was_agreed():
    assert labels(PARTS) == [
        ["parties"],
        ["ventures", "holdings"],
        ["facilities"],
        ["terms", "market"],
        ["caveats", "more"],
    ]
    assert labels(f"{PARTS}payments: [{{amount: 1}}]")[-3:] == [
        ["terms"],
        ["payments", "market"],
        ["caveats", "more"],
    ]
    assert labels("market: [{what: T}]") == [["market"]]


SOURCE = "sources: [{id: one, title: T, publisher: P, place: L, published: 2025-04-14}]"


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("kind: joint-venture", ["Joint venture"]),
        ("kind: joint-venture\njoint_ventures: [{id: jv, name: JV}]", ["1 venture"]),
        ("kind: licence\njoint_ventures: [{id: jv, name: JV}]", ["Licence · 1 venture"]),
        ("stage: letter-of-intent", ["Letter of intent"]),
        ("stage: announced", ["Announced"]),
        ("announced: 2025-04-14", ["Announced 14 Apr 2025"]),
        ("stage: announced\nannounced: 2025-04-14", ["Announced 14 Apr 2025"]),
        ("stage: signed\nannounced: 2025-04-14", ["Signed, announced 14 Apr 2025"]),
        (f"announced: 2025-04-14\n{SOURCE}", ["Announced 14 Apr 2025, P"]),
        (f"announced: 2025-04-13\n{SOURCE}", ["Announced 13 Apr 2025, P, 14 Apr 2025"]),
        ("sources: [{id: one, title: T, published: 2025-04-15}]", []),
        (
            "stage: closed\nsources: [{id: one, title: T}, {id: two, title: U, place: L}]",
            ["Closed", "source [1]: T", "source [2]: U, L"],
        ),
        (
            "note: N\nsources: [{id: one, title: T, note: N}, {id: two, title: U, note: M}]",
            ["source [1]: T", "source [2]: U", "N", "M"],
        ),
    ],
)
def test_what_when_at_which_stage_and_by_whom(text, heading):
    assert subtitle(text) == heading


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{id: a, name: A, firmness: planned}", "1 venture planned"),
        (
            "{id: a, name: A, firmness: conditional}, {id: b, name: B, firmness: planned}, "
            "{id: c, name: C, firmness: conditional}",
            "1 venture planned, 2 conditional",
        ),
        ("{id: a, name: A, firmness: planned}, {id: b, name: B}", "2 ventures"),
        (
            "{id: a, name: A, stakes: [{holder: x, percent: 60, basis: stated}, "
            "{holder: y, percent: 40, basis: implied, because: B}]}",
            "1 venture · 1 of 2 shares implied",
        ),
        (
            "{id: a, name: A, stakes: [{holder: x, percent: 60}, {holder: y}]}",
            "1 venture · 1 of 2 shares disclosed",
        ),
        ("{id: a, name: A, stakes: [{holder: x}]}", "1 venture · no share disclosed"),
    ],
)
def test_how_sure_the_ventures_and_shares_are(text, told):
    assert subtitle(f"joint_ventures: [{text}]") == [told]


def test_holdings_are_counted_too():
    text = (
        "holdings: [{in: a, holder: b, percent: 5, basis: implied, because: B, firmness: planned}]"
    )
    assert subtitle(text) == ["1 holding planned · 1 of 1 share implied"]


def test_dates_are_in_one_line_by_when_they_begin():
    text = """
facilities:
- id: one
  name: First
  milestones:
  - {event: Permit, when: 2026-Q3, firmness: conditional}
  - {event: Start, when: {text: soon}}
  - {event: Later, firmness: planned}
  - {event: Works begin, when: 2026-06, firmness: planned}
- {id: two, name: Second, milestones: [{event: Opening, when: {by: 2026}}]}
payments:
- {on: closing, when: 2025-H2}
- {on: closing, when: 2025-H2}
- {on: signing, when: {text: soon}}
- {on: the first delivery, when: 2024}
"""
    assert subtitle(text) == [
        "Closing: H2 2025 · Second, Opening: by 2026 · First, Works begin: Jun 2026 · "
        'First, Permit: Q3 2026 (conditional) · First, Start: "soon"'
    ]


def test_the_dates_of_a_single_facility_do_not_repeat_its_name():
    text = "facilities: [{id: one, name: Plant, milestones: [{event: Opening, when: 2030}]}]"
    assert subtitle(text) == ["Opening: 2030"]


@pytest.mark.parametrize(
    ("party", "told"),
    [
        ("{id: one, name: Alpha Works}", "Alpha Works"),
        ("{id: one, name: Alpha Works, aka: [alpha]}", "Alpha Works"),
        ("{id: one, name: Alpha Works, aka: [AW]}", "Alpha Works (AW)"),
        (
            "{id: one, name: A, role: buyer, listings: [{exchange: NYSE, ticker: B}, {ticker: C}]}",
            "A NYSE: B; C buyer",
        ),
        ("{id: one, name: A, kind: bank, role: lender}", "A bank lender"),
        ("{id: one, name: A, kind: company}", "A"),
        ("{id: one, name: A, kind: company, affiliate_of: two, role: buyer}", "A affiliate buyer"),
        ("{id: one, name: A, kind: bank, affiliate_of: two}", "A bank"),
    ],
)
def test_a_party_is_named_as_the_page_calls_it(party, told):
    assert rows(f"parties: [{party}]", "parties") == [told]


def test_a_venture_says_what_it_is_for_and_who_leads_it_from_outside():
    venture = "{id: jv, name: JV, purpose: cells, lead: alpha, investment: [{exact: 5}]}"
    assert rows(f"joint_ventures: [{venture}]", "ventures") == ["JV cells · alpha leads", "5"]


def test_a_venture_has_its_capacity_and_who_operates_it_from_outside():
    venture = "{id: jv, name: JV, lead: alpha, operator: alpha, capacity: [{exact: 5, unit: GWh}]}"
    assert rows(f"joint_ventures: [{venture}]", "ventures") == [
        "JV alpha leads and operates",
        "5 GWh",
    ]


def test_an_option_at_its_option_stage_is_called_one_once():
    text = "kind: option\nstage: option\nannounced: 2031-05-06"
    assert line(report_of("summary", text).subtitle[0]) == "Option, announced 6 May 2031"


@pytest.mark.parametrize("stage", ["stage: conditional", "stage: signed"])
def test_a_conditional_deal_states_a_condition(stage):
    text = f"{stage}\nholdings: [{{in: one, holder: two}}]"
    missing = "no condition stated" in lines(report_of("summary", text))
    assert missing is (stage == "stage: signed")
    text = f"joint_ventures: [{{id: jv, name: JV, {stage}}}]"
    assert ("no condition stated" in lines(report_of("summary", text))) is missing


def test_the_holdings_in_one_company_are_together():
    text = """
holdings:
- {in: one, holder: two, percent: 80, basis: stated, firmness: planned}
- {in: four, holder: two, firmness: conditional}
- {in: one, holder: three, percent: 20, basis: stated}
"""
    first, second = report_of("summary", text).sections[0].blocks
    assert [line(row) for row in (first.whole, *first.rows)] == [
        "in one",
        "two 80% stated",
        "three 20% stated",
    ]
    assert first.complete
    assert (first.whole.record, first.whole.firmness) == ("", "")
    assert (second.whole.record, second.whole.firmness) == ("/holdings/1", "conditional")
    assert [line(row) for row in (second.whole, *second.rows)] == ["in four", "two not disclosed"]


def test_facilities_are_by_their_horizon():
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


def test_facilities_without_a_horizon_have_no_heading():
    text = "facilities: [{id: one, name: One}, {id: two, name: Two}]"
    (block,) = report_of("summary", text).sections[0].blocks
    assert isinstance(block, Table)
    assert rows(text, "facilities") == ["One", "Two"]


@pytest.mark.parametrize(
    ("facility", "told"),
    [
        ("place: {site: Kokomo, country: US}", "Plant in Ohio Kokomo, US"),
        ("place: {region: Ohio, country: US}", "Plant in Ohio US"),
        ("place: {region: ohio, country: Plan}", "Plant in Ohio Plan"),
        ("place: {site: (Ohio), country: US}", "Plant in Ohio (Ohio), US"),
        ("owner: alpha, venture: jv", "Plant in Ohio jv and alpha"),
        ("status: announced", "Plant in Ohio"),
        ("status: pre-construction", "Plant in Ohio pre-construction"),
    ],
)
def test_what_is_known_of_a_facility(facility, told):
    assert rows(f"facilities: [{{id: one, name: Plant in Ohio, {facility}}}]", "facilities") == [
        told
    ]


def test_figures_as_firm_as_their_facility_are_with_it_and_others_apart():
    assert rows(
        """
facilities:
- id: one
  name: Plant
  firmness: planned
  capacity: [{what: first, up_to: 23, unit: GWh, firmness: planned}, 34]
  investment: [{above: 2.5, unit: USD billion, when: {by: 2030}, firmness: projection}]
  milestones: [{event: Opening, when: 2025-Q1}, {event: Closing, firmness: planned}]
""",
        "facilities",
    ) == ["Plant first: up to 23 GWh · 34 · Closing", "over USD 2.5 billion, by 2030"]


CONDITION = "no condition stated"


@pytest.mark.parametrize(
    ("text", "said_so"),
    [
        ("joint_ventures: [{id: jv, name: JV}]", True),
        ("payments: [{amount: 1}]", True),
        ("caveats: [{id: one, kind: hedge, text: T}]\nterms: [{id: t, kind: supply}]", True),
        ("caveats: [{id: one, kind: condition, text: T}]\nterms: [{id: t, kind: supply}]", False),
        ("terms: [{id: t, kind: supply, steps: [{text: T, firmness: conditional}]}]", False),
        ("parties: [{id: one, name: T}]", False),
    ],
)
def test_that_nothing_is_conditional_is_said(text, said_so):
    assert (rows(text, "caveats")[:1] == [CONDITION]) is said_so


def test_a_market_has_its_figures_with_how_sure_they_are():
    text = """
market:
- what: Demand
  region: Europe
  points:
  - {year: 2024, amount: 5, firmness: stated}
  - {year: {by: 2030}, amount: 9, firmness: projection}
  - {amount: 7, firmness: projection}
"""
    assert rows(text, "market") == [
        "Demand, Europe 2024: 5 · by 2030: 9 (projection) · 7 (projection)"
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


def test_what_is_left_out_is_counted():
    footer = report_of(
        "summary",
        """
parties: [{id: one, name: T}]
aims: [{text: T}, {text: U}]
open_questions: [{text: T}]
""",
    ).footer
    assert list(map(said, footer)) == ["2 aims", "1 open question"]


def next_commands(name: str) -> list[list[str]]:
    """The commands at the end of a deal's summary, as a shell reads them."""
    told = hints(VIEWS["summary"].page(load(name), ["report"]).report)
    return [shlex.split(one.partition(": ")[2]) for one in told]


@pytest.mark.parametrize("name", ["data/deal.yaml", *map(deal, DEALS)])
def test_where_to_look_next_can_be_typed(name):
    with chdir(ROOT):
        commands = next_commands(name)
    for program, *arguments in commands:
        assert program == "dealcli"
        assert name in arguments
        assert run(*arguments).code == 0


def test_the_bundled_deal_needs_no_name():
    commands = [["dealcli", "caveats"], ["dealcli", "source", "us-cells"]]
    assert next_commands(str(bundled())) == commands


def test_where_to_look_next_leads_to_the_deal_at_hand(tmp_path, monkeypatch):
    path = tmp_path / "a deal; rm $HOME 'x'.yaml"
    path.write_text("{format: 1, id: a, title: T, open_questions: [{text: Q}]}")
    wanted = ["dealcli", "caveats"]
    assert next_commands(str(path)) == [[*wanted, str(path)]]
    given = io.TextIOWrapper(io.BytesIO(path.read_bytes()))
    monkeypatch.setattr(sys, "stdin", given)
    assert next_commands("-") == [[*wanted, "-"]]
    monkeypatch.setenv("DEALCLI_DEAL", str(path))
    assert next_commands(str(path)) == [wanted]


@pytest.mark.parametrize(
    ("records", "named"),
    [
        (
            "facilities: [{id: one, name: T, quote: w}]\nparties: [{id: two, name: T, quote: w}]",
            "one",
        ),
        ("joint_ventures: [{id: one, name: T}]\nterms: [{id: two, kind: supply, quote: w}]", "two"),
        (
            "facilities: [{id: one, name: T, quote: w}]\n"
            "terms: [{id: two, kind: supply, firmness: conditional, quote: w}]",
            "two",
        ),
        ("facilities: [{id: one, name: T}]", ""),
        ("payments: [{amount: 1}]", ""),
    ],
)
def test_the_words_to_look_at_are_those_of_a_condition_if_there_is_one(records, named):
    source = "sources: [{id: release, title: T}]\n"
    told = hints(report_of("summary", source + records, "Some words."))
    assert [one.split()[-1] for one in told if "source" in one] == ([named] if named else [])
    assert hints(report_of("summary", source + records)) == []
