"""The pages of the other parts: what is said, in which order, and that there is none."""

import pytest
from reading import HEAD, read
from viewing import VIEWS, Given, asked, labelled, line, lines, report_of, said

PARTIES = "parties: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]\n"


def titles(report) -> list[str]:
    return [line(section.title) for section in report.sections if section.title]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("parties", "party"),
        ("jv", "joint venture or holding"),
        ("facilities", "facility"),
        ("terms", "term or payment"),
        ("market", "market figure"),
        ("aims", "aim"),
        ("statements", "statement"),
        ("caveats", "caveat or open question"),
    ],
)
def test_a_part_that_a_deal_has_not_is_said_to_be_missing(name, told):
    assert lines(report_of(name, ""))[-1] == f"a-deal has no {told}."


@pytest.mark.parametrize(
    ("name", "records", "told"),
    [
        ("facilities", "facilities: [{id: one, name: T, owner: beta}]", "facility of Alpha"),
        ("terms", "terms: [{id: one, kind: supply, from: beta}]", "term or payment of Alpha"),
        ("aims", "aims: [{text: T, party: beta}]", "aim of Alpha"),
        ("statements", "statements: [{speaker: S, party: beta}]", "statement of Alpha"),
        (
            "caveats",
            "caveats: [{id: one, kind: hedge, text: T, applies_to: [beta]}]",
            "caveat or open question that concerns Alpha",
        ),
    ],
)
def test_that_nothing_concerns_a_party_is_said_of_the_party(name, records, told):
    report = report_of(name, PARTIES + records, who="alpha")
    assert lines(report)[-1] == f"a-deal has no {told}."


@pytest.mark.parametrize("who", [None, "alpha"])
def test_a_deal_with_facilities_of_another_horizon_is_not_said_to_have_none(who):
    text = f"{PARTIES}facilities: [{{id: one, name: T, owner: alpha, horizon: near-term}}]"
    deal = read(HEAD + text)
    selection = asked(deal, who, "longer-term")
    report = VIEWS["facilities"].page(Given(deal), ["report"], selection).report
    assert "horizon" in lines(report)[-1] or "longer" in lines(report)[-1]


def test_near_term_facilities_stand_first():
    text = """
facilities:
- {id: one, name: Unsaid}
- {id: two, name: Later, horizon: longer-term}
- {id: three, name: Soon, horizon: near-term}
- {id: four, name: Soon too, horizon: near-term}
"""
    assert titles(report_of("facilities", text)) == [
        "Soon · three",
        "Soon too · four",
        "Later · two",
        "Unsaid · one",
    ]


def test_payments_follow_the_terms():
    text = (
        PARTIES
        + """
terms:
- {id: one, kind: non-compete, from: [alpha, beta], what: Peace}
payments:
- {form: letter-of-credit, from: alpha, to: beta, amount: {up_to: 5, unit: EUR million}}
- {to: beta, what: A part, on: closing, when: {by: 2030}}
"""
    )
    report = report_of("terms", text)
    assert titles(report) == ["Non-compete · one", "Payment: letter of credit", "Payment"]
    paid = ("to", "amount", "for", "trigger", "when")
    assert [(label, row) for label, row in labelled(report) if label in paid] == [
        ("to", "Beta"),
        ("amount", "up to EUR 5 million"),
        ("to", "Beta"),
        ("for", "A part"),
        ("trigger", "closing"),
        ("when", "by 2030"),
    ]
    assert ("from", "Alpha and Beta") in labelled(report)


@pytest.mark.parametrize(
    ("payment", "told"),
    [
        ("from: alpha, to: beta, amount: 5", ["Alpha → Beta", "5", "", ""]),
        ("to: beta, form: loan", ["to Beta", "amount not given", "loan", ""]),
        (
            "from: [alpha, beta], amount: {up_to: 5, unit: EUR}",
            ["from Alpha and Beta", "up to EUR 5", "", ""],
        ),
        (
            "amount: 5, what: A part, on: closing, when: {by: 2030}",
            ["", "5", "", "A part · trigger: closing · by 2030"],
        ),
        (
            "amount: {exact: 5, unit: EUR, also: [{about: 6, unit: USD}]}, what: A part",
            ["", "EUR 5", "", "(about USD 6) · A part"],
        ),
    ],
)
def test_a_payment_in_one_row(payment, told):
    report = report_of("summary", f"{PARTIES}payments: [{{{payment}}}]")
    row = next(
        row
        for section in report.sections
        for block in section.blocks
        if block.label == "payments"
        for row in block.rows
    )
    assert list(map(said, row.cells)) == told


@pytest.mark.parametrize(
    ("term", "told"),
    [
        ("from: alpha, to: beta, what: cells", "Supply, Alpha → Beta: cells"),
        ("to: beta, what: cells", "Supply, to Beta: cells"),
        ("from: alpha", "Supply, Alpha"),
        ("what: cells, price: 0", "Supply: cells; price: 0"),
        (
            "price: {from: 18.40, to: 21.75, unit: USD/kg}",
            "Supply; price: 18.40 to 21.75 USD/kg",
        ),
        ("share: {up_to: 80, unit: '% of the scrap'}", "Supply; share: up to 80% of the scrap"),
        ("what: cells, when: {not_before: 2030}", "Supply: cells; not before 2030"),
    ],
)
def test_a_term_in_one_line(term, told):
    text = f"{PARTIES}terms: [{{id: one, kind: supply, {term}}}]"
    assert ("terms", told) in labelled(report_of("summary", text))


def test_a_caveat_says_what_it_applies_to():
    text = (
        PARTIES
        + """
caveats:
- {id: one, kind: condition, text: T, applies_to: [alpha, beta, nowhere]}
- {id: two, kind: hedge, text: U}
open_questions: [{text: Who, about: [alpha, beta]}, {text: When}]
"""
    )
    report = report_of("caveats", text)
    rows = labelled(report)
    assert [row for label, row in rows if label == "applies to"] == [
        "Alpha, Beta and nowhere",
        "the whole deal",
    ]
    assert titles(report)[-2:] == ["T · one", "U · two"]


QUESTIONS = """
open_questions:
- {text: Whole}
- {text: First, about: [alpha, beta], note: N}
- {text: Other, about: [nowhere]}
- {text: Second, about: [beta, alpha]}
caveats:
- {id: one, kind: hedge, text: T}
"""


def test_open_questions_come_first_by_what_they_are_about():
    report = report_of("caveats", PARTIES + QUESTIONS)
    assert titles(report) == [
        "Open questions about Alpha and Beta · alpha, beta",
        "Open question about nowhere",
        "Open question about the whole deal",
        "T · one",
    ]
    assert [row for label, row in labelled(report) if not label] == [
        "2. First", "note: N", "4. Second", "3. Other", "1. Whole"
    ]  # fmt: skip


def test_a_number_is_that_of_the_deal_file_whoever_asks():
    report = report_of("caveats", PARTIES + QUESTIONS, who="beta")
    assert "3. Other" not in lines(report)
    assert "4. Second" in lines(report)
    text = PARTIES + "aims: [{text: A, party: alpha}, {text: B, party: beta}]"
    assert titles(report_of("aims", text)) == ["1. A", "2. B"]
    assert titles(report_of("aims", text, who="beta")) == ["2. B"]


def test_a_market_figure_is_bound_to_its_year():
    text = """
market:
- {what: Demand, points: [{year: 2024, amount: 5}, {year: {from: 2030, to: 2035}, amount: 9}]}
"""
    told = [row for label, row in labelled(report_of("market", text)) if label == "figures"]
    assert told == ["2024 5", "2030 to 2035 9"]


def test_a_statement_says_who_speaks_for_whom():
    text = (
        PARTIES
        + """
statements:
- {speaker: A. Person, title: CEO, party: alpha}
- {speaker: B. Person, party: beta}
- {speaker: C. Person}
"""
    )
    assert titles(report_of("statements", text)) == [
        "A. Person · CEO, Alpha",
        "B. Person · Beta",
        "C. Person",
    ]


def test_a_party_has_each_of_its_listings():
    text = """
parties:
- {id: one, name: One, listings: [{exchange: NYSE, ticker: O}, {ticker: "1"}, {exchange: SIX}]}
"""
    told = [row for label, row in labelled(report_of("parties", text)) if label == "listed"]
    assert told == ["NYSE: O", "1", "SIX"]


def test_a_listing_that_says_nothing_has_no_line():
    report = report_of("parties", "parties: [{id: one, name: One, listings: [{}]}]")
    assert labelled(report) == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "jv",
            """
joint_ventures:
- id: jv
  name: JV
  note: own
  stakes:
  - {holder: alpha, note: a share}
  - {holder: beta, class: preferred, note: another}
  - {holder: beta, steps: [{percent: 51, on: spends, note: a step}, {on: spends, note: a step}]}
  investment: [{what: first plant, exact: 1, note: money}, {exact: 2, unit: EUR, note: more}, 3]
""",
            [
                "own",
                "Alpha: a share",
                "Beta (preferred): another",
                "to 51%: a step",
                "spends: a step",
                "first plant: money",
                "EUR 2: more",
            ],
        ),
        (
            "jv",
            "holdings: [{in: beta, holder: alpha, note: own, steps: [{note: no name}]}]",
            ["own", "no name"],
        ),
        (
            "facilities",
            """
facilities:
- id: plant
  name: Plant
  note: own
  capacity: [{exact: 5, unit: GWh, note: size}]
  milestones: [{event: Start, when: 2030, note: time}]
  facts: [{text: Has a roof., note: fact}]
""",
            ["own", "5 GWh: size", "Start: time", "fact"],
        ),
        (
            "terms",
            "terms: [{id: one, kind: supply, note: own, steps: [{text: ends, note: end}]}]",
            ["own", "ends: end"],
        ),
        (
            "market",
            """
market:
- what: Demand
  note: own
  points:
  - {year: 2030, amount: 5, note: one}
  - {year: {by: 2035}, amount: 6, note: other}
""",
            ["own", "2030: one", "by 2035: other"],
        ),
        (
            "parties",
            """
parties:
- id: one
  name: One
  note: own
  listings: [{exchange: NYSE, ticker: O, note: a list}, {note: nameless}]
""",
            ["own", "O: a list", "nameless"],
        ),
    ],
)
def test_a_note_on_a_record_within_another_says_on_which(name, text, told):
    report = report_of(name, text if name == "parties" else PARTIES + text)
    assert [row for label, row in labelled(report) if label == "note"] == told


def test_a_page_that_cites_another_source_says_which_that_is():
    text = """
sources: [{id: first, title: The first}, {id: second, title: The second}]
aims: [{text: T, quote: {exact: Words, source: second}}]
"""
    assert "The second" in " ".join(lines(report_of("aims", text)))


def test_whose_affiliate_a_party_is_and_who_operates_a_facility():
    text = (
        "parties: [{id: alpha, name: Alpha}, {id: beta, name: Beta, affiliate_of: alpha}]\n"
        "facilities: [{id: mill, name: Mill, owner: beta, operator: alpha, inputs: ore}]\n"
    )
    assert ("affiliate", "of Alpha") in labelled(report_of("parties", text))
    shown = labelled(report_of("facilities", text))
    assert [row for row in shown if row[0] in ("inputs", "belongs to", "operator")] == [
        ("inputs", "ore"),
        ("belongs to", "Beta"),
        ("operator", "Alpha"),
    ]
