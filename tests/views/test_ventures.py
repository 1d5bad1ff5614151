"""Who holds what, and a party's position in it."""

import pytest
from viewing import labelled, line, lines, report_of

from dealcli.report import Report, rows_in, rows_of

PARTIES = """
parties:
- {id: alpha, name: "Alpha, Inc.", aka: [Alpha]}
- {id: beta, name: Beta AG}
- {id: gamma, name: Gamma}
"""


def position(stakes: str, *, lead: str = "", who: str = "alpha", more: str = "") -> Report:
    led = f"lead: {lead}, " if lead else ""
    text = f"{PARTIES}joint_ventures: [{{id: jv, name: JV, {led}stakes: [{stakes}]}}]\n{more}"
    return report_of("jv", text, who=who)


@pytest.mark.parametrize(
    ("stakes", "lead", "told"),
    [
        (
            "{holder: alpha, percent: 90, basis: stated}, {holder: beta}",
            "alpha",
            ["90% · majority · leads"],
        ),
        (
            "{holder: alpha, percent: 10, basis: implied, because: B}, {holder: beta}",
            "beta",
            ["10% (implied) · minority · Beta AG leads"],
        ),
        ("{holder: alpha, percent: 50, basis: stated}", "", ["50% · half"]),
        ("{holder: alpha, percent: {about: 70}, basis: stated}", "", ["about 70%"]),
        ("{holder: alpha, percent: 60}", "", ["60% (basis not given) · majority"]),
        ("{holder: alpha}, {holder: beta, percent: 60}", "", ["not disclosed"]),
        ("{holder: beta, percent: 60}", "alpha", ["no share given · leads"]),
        (
            "{holder: alpha, percent: 30, basis: stated, class: ordinary}, "
            "{holder: alpha, percent: 60, basis: stated, class: preferred}",
            "",
            ["30% · ordinary", "60% · preferred"],
        ),
    ],
)
def test_a_partys_share_and_whether_it_leads(stakes, lead, told):
    rows = labelled(position(stakes, lead=lead))
    assert [row for label, row in rows if label == "position"] == told


@pytest.mark.parametrize(
    ("stakes", "told"),
    [
        ("{holder: alpha}", []),
        ("{holder: alpha}, {holder: beta}", [("partner", "Beta AG")]),
        ("{holder: alpha}, {holder: beta}, {holder: beta}", [("partner", "Beta AG")]),
        ("{holder: alpha}, {holder: beta}, {holder: gamma}", [("partners", "Beta AG and Gamma")]),
        ("{holder: alpha}, {holder: unlisted}", [("partner", "unlisted")]),
    ],
)
def test_a_partys_partners(stakes, told):
    rows = labelled(position(stakes))
    assert [(label, row) for label, row in rows if label.startswith("partner")] == told


def test_a_share_that_a_party_sells_is_not_its_own():
    stakes = "{holder: beta, percent: 60, basis: stated, from: [alpha, gamma]}, {holder: gamma}"
    rows = labelled(position(stakes))
    assert [row for label, row in rows if label == "position"] == ["60% goes to Beta AG"]
    rows = labelled(position(f"{{holder: alpha, percent: 40, basis: stated}}, {stakes}"))
    assert [row for label, row in rows if label == "position"] == [
        "40% · minority",
        "60% goes to Beta AG",
    ]
    holding = "holdings: [{in: gamma, holder: beta, from: alpha, percent: 9, basis: stated}]"
    rows = labelled(report_of("jv", f"{PARTIES}{holding}", who="alpha"))
    assert [row for label, row in rows if label == "position"] == ["9% goes to Beta AG"]


def test_who_operates_is_in_every_position():
    venture = "{id: jv, name: JV, lead: beta, operator: gamma, stakes: [{holder: alpha}]}"
    text = f"{PARTIES}joint_ventures: [{venture}]"
    rows = labelled(report_of("jv", text, who="alpha"))
    assert ("position", "not disclosed · Beta AG leads, Gamma operates") in rows
    rows = labelled(report_of("jv", text, who="gamma"))
    assert ("position", "no share given · operates, Beta AG leads") in rows
    rows = labelled(report_of("jv", text))
    assert [row for row in rows if row[0] in ("lead", "operator")] == [
        ("lead", "Beta AG"),
        ("operator", "Gamma"),
    ]


SUBSIDIARIES = """
parties:
- {id: alpha, name: Alpha}
- {id: child, name: Child, parent: alpha}
- {id: grandchild, name: Grandchild, parent: child}
- {id: beta, name: Beta}
"""


@pytest.mark.parametrize(
    ("stakes", "lead", "told"),
    [
        (
            "{holder: child, percent: 60, basis: stated}, {holder: beta}",
            "child",
            [("position", "Child: 60% · majority · leads"), ("partner", "Beta")],
        ),
        (
            "{holder: grandchild, percent: 40}, {holder: beta}",
            "alpha",
            [
                ("position", "Grandchild: 40% (basis not given) · minority · Alpha leads"),
                ("partner", "Beta"),
            ],
        ),
        (
            "{holder: alpha, percent: 30, basis: stated}, {holder: child}, {holder: beta}",
            "child",
            [
                ("position", "30% · Child leads"),
                ("position", "Child: not disclosed · leads"),
                ("partner", "Beta"),
            ],
        ),
        (
            "{holder: beta}",
            "child",
            [("position", "no share given · Child leads"), ("partner", "Beta")],
        ),
        ("", "", []),
    ],
)
def test_what_its_subsidiaries_hold_is_in_a_partys_position(stakes, lead, told):
    led = f"lead: {lead}, " if lead else ""
    text = f"{SUBSIDIARIES}joint_ventures: [{{id: jv, name: JV, {led}stakes: [{stakes}]}}]"
    rows = labelled(report_of("jv", text, who="alpha"))
    assert [row for row in rows if row[0] in ("position", "partner", "partners")] == told


def test_a_holding_of_its_subsidiary_is_a_partys_position_too():
    text = f"{SUBSIDIARIES}holdings: [{{in: beta, holder: child, percent: 60, basis: stated}}]"
    rows = labelled(report_of("jv", text, who="alpha"))
    assert ("position", "Child: 60% · majority") in rows


def test_what_its_subsidiaries_give_and_pay_a_party_gives_and_pays():
    text = f"""{SUBSIDIARIES}
terms:
- {{id: one, kind: supply, from: child, to: beta, what: cells}}
- {{id: two, kind: supply, from: beta, to: grandchild, what: ore}}
- {{id: three, kind: supply, from: alpha, to: child, what: cash}}
payments: [{{from: grandchild, to: beta, amount: 1}}]
"""
    rows = labelled(report_of("jv", text, who="alpha"))
    assert [label for label, _ in rows if label] == ["gives", "receives", "agreed", "pays"]


TERMS = """
terms:
- {id: one, kind: supply, from: alpha, to: beta, what: gives}
- {id: two, kind: supply, from: [beta, gamma], to: [alpha], what: receives}
- {id: three, kind: development, what: nobody}
- {id: four, kind: licence, from: alpha, to: [alpha, beta], what: both}
- {id: five, kind: supply, from: beta, to: gamma, what: others}
"""


def test_what_a_party_gives_and_receives():
    rows = labelled(position("{holder: alpha}", more=TERMS))
    beside = ("gives", "receives", "agreed", "terms")
    assert [(label, row) for label, row in rows if label in beside] == [
        ("gives", "Supply, Alpha → Beta AG: gives"),
        ("receives", "Supply, Beta AG and Gamma → Alpha: receives"),
        ("terms", "Development: nobody; no party named"),
        ("agreed", "Licence, Alpha → Alpha and Beta AG: both"),
    ]


def test_what_a_party_pays_and_is_paid():
    payments = """
payments:
- {from: alpha, to: beta, amount: 1}
- {from: [beta], to: [gamma, alpha], amount: 2}
- {amount: 3}
- {from: beta, to: gamma, amount: 4}
"""
    rows = labelled(position("{holder: alpha}", more=payments))
    assert [(label, row) for label, row in rows if row[-1].isdigit()] == [
        ("pays", "Alpha → Beta AG 1"),
        ("is paid", "Beta AG → Gamma and Alpha 2"),
        ("no party named", "3"),
    ]


FLOWS = f"""{PARTIES}
joint_ventures: [{{id: jv, name: JV, lead: alpha}}, {{id: other, name: Other, lead: alpha}}]
terms:
- {{id: ore, kind: supply, from: beta, to: jv, what: ore}}
- {{id: cells, kind: supply, from: [jv, other], to: gamma, what: cells}}
- {{id: help, kind: licence, from: alpha, to: beta, what: help}}
payments:
- {{id: capital, from: alpha, to: jv, amount: 1}}
- {{part_of: capital, on: signing, amount: 2}}
- {{from: jv, to: [alpha], amount: 3}}
- {{from: alpha, to: beta, amount: 4}}
"""
GIVEN = ("receives", "gives", "is paid", "pays", "no party named", "payments", "agreed")


def flows(who: str | None) -> list[list[tuple[str, str]]]:
    """What is given and paid in each section."""
    return [
        [
            (block.label, line(row))
            for block in section.blocks
            if block.label in GIVEN
            for row in rows_in(block)
        ]
        for section in report_of("jv", FLOWS, who=who).sections
    ]


@pytest.mark.parametrize("who", [None, "alpha"])
def test_a_venture_comes_with_what_it_gives_and_gets(who):
    venture, other, *beside = flows(who)
    assert venture == [
        ("receives", "Supply, Beta AG → JV: ore"),
        ("gives", "Supply, JV and Other → Gamma: cells"),
        ("is paid", "Alpha → JV 1"),
        ("is paid", "of which 2 trigger: signing"),
        ("pays", "JV → Alpha 3"),
    ]
    assert other == [("gives", "Supply, JV and Other → Gamma: cells")]
    own = [("gives", "Licence, Alpha → Beta AG: help"), ("pays", "Alpha → Beta AG 4")]
    assert beside == ([own] if who else [])


@pytest.mark.parametrize(("number", "listed"), [(1, 1), (2, 2), (3, 0)])
def test_what_many_ventures_share_is_not_repeated_in_each(number, listed):
    ids = ", ".join(f"v{each}" for each in range(number))
    ventures = "".join(f"- {{id: v{each}, name: V}}\n" for each in range(number))
    text = f"joint_ventures:\n{ventures}payments:\n- {{id: all, to: [{ids}], amount: 1}}\n"
    rows = labelled(report_of("jv", f"{text}- {{part_of: all, amount: 2}}\n"))
    assert [label for label, _ in rows].count("is paid") == 2 * listed


def test_parties_with_one_short_name_are_not_taken_for_each_other():
    text = """
parties: [{id: one, name: "Kandi, Inc.", aka: [Kandi]}, {id: two, name: Kandi AG, aka: [Kandi]}]
joint_ventures: [{id: jv, name: JV, lead: one}]
terms: [{id: sale, kind: supply, from: two, to: one, what: cells}]
"""
    assert ("receives", "Supply, Kandi AG → Kandi, Inc.: cells") in labelled(
        report_of("jv", text, who="one")
    )


def test_a_venture_comes_with_its_facilities_and_what_hedges_them():
    rows = labelled(
        position(
            "{holder: alpha}",
            more="""
facilities:
- {id: plant, name: Plant, venture: jv, horizon: near-term, status: construction}
- {id: other, name: Other, owner: beta}
caveats:
- {id: one, kind: hedge, text: On the plant, applies_to: [plant]}
- {id: two, kind: hedge, text: On the venture, applies_to: [jv, other]}
- {id: three, kind: hedge, text: On another, applies_to: [other]}
- {id: four, kind: hedge, text: On all}
""",
        )
    )
    assert ("facility", "Plant near term · construction") in rows
    assert [row for label, row in rows if label == "caveats"] == [
        "On the plant",
        "On the venture",
        "On all",
    ]


def test_an_implied_share_comes_with_its_reason():
    stakes = "{holder: alpha, percent: 10, basis: implied, because: It is the rest}"
    assert ("implied", "Alpha: It is the rest") in labelled(position(stakes))
    holding = "holdings: [{in: beta, holder: alpha, basis: implied, because: It is the rest}]"
    assert ("implied", "Alpha: It is the rest") in labelled(report_of("jv", PARTIES + holding))


def test_a_holding_is_a_position_too():
    text = f"{PARTIES}holdings: [{{in: beta, holder: alpha, percent: 60, basis: stated}}]"
    rows = labelled(report_of("jv", text, who="alpha"))
    assert ("position", "60% · majority") in rows


def test_a_holding_comes_with_what_hedges_it():
    text = f"""{PARTIES}
holdings: [{{id: stake, in: beta, holder: alpha}}, {{in: gamma, holder: alpha}}]
caveats:
- {{id: one, kind: hedge, text: On the holding, applies_to: [stake]}}
- {{id: two, kind: hedge, text: On another, applies_to: [beta]}}
"""
    for who in (None, "alpha"):
        rows = labelled(report_of("jv", text, who=who))
        assert [row for label, row in rows if label == "caveats"] == ["On the holding"]
    hedged = report_of("caveats", text, who="alpha")
    assert ("applies to", "Alpha in Beta AG") in labelled(hedged)


@pytest.mark.parametrize(
    ("text", "who", "told"),
    [
        ("", None, "a-deal has no joint venture or holding."),
        (PARTIES, "gamma", "a-deal has no joint venture or holding with Gamma."),
    ],
)
def test_that_there_is_none_is_said(text, who, told):
    assert told in lines(report_of("jv", text, who=who))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("joint_ventures: [{id: jv, name: JV}]", "Joint ventures"),
        ("holdings: [{in: alpha, holder: beta}]", "Holdings"),
        (
            "joint_ventures: [{id: jv, name: JV}]\nholdings: [{in: alpha, holder: beta}]",
            "Joint ventures and holdings",
        ),
    ],
)
def test_the_page_is_called_what_it_holds(text, title):
    assert report_of("jv", text).title == title


def test_a_partys_page_is_called_after_it():
    report = position("{holder: alpha}")
    assert report.title == "Alpha, Inc.: its position"
    assert line(report.subtitle[0]) == "A deal"


def test_reasons_and_notes_are_not_faint():
    stake = "{holder: beta, percent: 10, basis: implied, because: it is}"
    text = f"{PARTIES}joint_ventures:\n- {{id: jv, name: JV, note: a remark, stakes: [{stake}]}}"
    report = report_of("jv", text)
    shown = {line(row): row for row in rows_of(report)}
    for words in ("Beta AG: it is", "a remark"):
        assert {span.role for cell in shown[words].cells for span in cell} == {"plain"}
