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


PAYMENTS = f"""{PARTIES}joint_ventures: [{{id: jv, name: The venture, lead: alpha}}]
payments:
- {{part_of: fee, amount: 1, on: signing}}
- {{id: other, from: beta, to: alpha, amount: 9}}
- {{id: fee, from: alpha, to: [beta, jv], amount: 5, what: fee}}
- {{id: share, part_of: fee, from: alpha, to: jv, amount: 2}}
- {{part_of: share, from: alpha, to: jv}}
- {{part_of: gone, from: alpha, to: beta, amount: 3}}
"""


def paid(text: str, name: str = "summary", label: str = "payments", who=None) -> list[str]:
    return [row for one, row in labelled(report_of(name, text, who=who)) if one == label]


def test_the_parts_of_a_payment_follow_it_and_are_not_added_to_it():
    assert paid(PAYMENTS) == [
        "Beta → Alpha 9",
        "Alpha → Beta and The venture 5 fee",
        "of which 1 trigger: signing",
        "of which Alpha → The venture 2",
        "of which Alpha → The venture amount not given part of 2",
        "Alpha → Beta 3 part of gone",
    ]


def test_parts_in_a_circle_are_shown_once():
    text = f"""{PARTIES}payments:
- {{id: one, part_of: two, amount: 1}}
- {{id: two, part_of: one, amount: 2}}
- {{id: own, part_of: own, what: own}}
- {{id: own, part_of: own, what: again}}
"""
    assert paid(text) == [
        "1 part of 2",
        "of which 2",
        "amount not given own · part of own",
        "of which amount not given again",
    ]


def test_a_long_chain_of_parts_is_shown():
    lines_ = "".join(f"- {{id: p{number}, part_of: p{number + 1}}}\n" for number in range(990))
    told = paid(f"payments:\n{lines_}- {{id: p990, amount: 5}}\n")
    assert len(told) == 991
    assert told[:2] == ["5", "of which amount not given"]


def test_a_long_total_is_cut_where_many_parts_repeat_it():
    text = f"payments: [{{id: fee, what: {'w' * 90}}}, {{part_of: fee}}]"
    told = [row for label, row in labelled(report_of("terms", text)) if label == "part of"]
    assert told == [f"{'w' * 57}..."]


def test_the_section_of_a_part_follows_its_total_and_says_of_what_it_is_a_part():
    report = report_of("terms", PAYMENTS)
    told = [row for label, row in labelled(report) if label in ("amount", "part of")]
    assert told == ["9", "5", "1", "5", "2", "5", "2", "3", "gone"]


def test_a_party_has_the_parts_of_its_payments():
    text = PAYMENTS.replace("from: beta, to: alpha", "from: gamma, to: alpha")
    text = text.replace("parties: [", "parties: [{id: gamma, name: Gamma}, ")
    assert paid(text, who="gamma") == ["Gamma → Alpha 9"]
    assert paid(text, who="beta") == [
        "Alpha → Beta and The venture 5 fee",
        "of which 1 trigger: signing",
        "Alpha → Beta 3 part of gone",
    ]


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
        (
            "what: cells, price: 5, amount: {up_to: 10000, unit: tonnes a year}",
            "Supply: cells; amount: up to 10,000 tonnes a year; price: 5",
        ),
        ("amount: 0", "Supply; amount: 0"),
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


def test_a_market_figure_may_have_no_year():
    text = """
market:
- {what: Demand, points: [{amount: 5}, {year: 2030, amount: 9}]}
- {what: Price, points: [{amount: 7}]}
"""
    report = report_of("market", text)
    told = [row for label, row in labelled(report) if label == "figures"]
    assert told == ["5", "2030 9", "7"]
    columns = [
        [column.name for column in block.columns]
        for section in report.sections
        for block in section.blocks
        if block.label == "figures"
    ]
    assert columns == [["Year", "Amount"], []]


def test_the_note_on_a_market_figure_without_a_year_is_named_by_its_amount():
    text = "market: [{what: Demand, points: [{amount: 5, note: A guess}]}]"
    assert ("note", "5: A guess") in labelled(report_of("market", text))


def test_an_aim_may_have_a_time():
    text = f"{PARTIES}aims: [{{text: A, party: beta, when: {{by: 2034}}}}]"
    assert labelled(report_of("aims", text))[-2:] == [("of", "Beta"), ("when", "by 2034")]


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("text: Founded, when: 1987", "Founded: 1987"),
        ("text: Employees., amount: {about: 240}, when: 2031", "Employees: about 240, 2031"),
        ("text: Founded in 1987, when: 1987", "Founded in 1987"),
        (
            "text: It has about 240 people, amount: {about: 240, unit: people}",
            "It has about 240 people",
        ),
        ("text: It has 15 or 2.5 or 5.5 or x5, amount: 5", "It has 15 or 2.5 or 5.5 or x5: 5"),
        ("text: It has 5., amount: 5", "It has 5."),
        ("text: Jobs", "Jobs"),
    ],
)
def test_a_fact_has_its_figure_and_its_time_once(fact, told):
    text = f"""
parties: [{{id: one, name: One, facts: [{{{fact}}}]}}]
facilities: [{{id: two, name: Two, facts: [{{{fact}}}]}}]
"""
    assert ("background", told) in labelled(report_of("parties", text))
    assert ("facts", told) in labelled(report_of("facilities", text))


def test_a_statement_says_who_speaks_for_whom():
    text = (
        PARTIES
        + """
statements:
- {speaker: A. Person, title: CEO, party: alpha}
- {speaker: B. Person, party: beta}
- {speaker: C. Person}
- {speaker: D. Person, title: CEO, party: [alpha, beta]}
"""
    )
    assert titles(report_of("statements", text)) == [
        "A. Person · CEO, Alpha",
        "B. Person · Beta",
        "C. Person",
        "D. Person · CEO, Alpha and Beta",
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
