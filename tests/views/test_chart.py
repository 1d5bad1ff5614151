"""The structure chart: which boxes and links a deal has, and what is said on them."""

import pytest
from charts import CHARTS
from reading import HEAD, read
from viewing import VIEWS, Given, lines, report_of, said

from dealcli.report import Box, Chart

PARTIES = """
parties:
- {id: alpha, name: Alpha, listings: [{exchange: X, ticker: ALP}]}
- {id: beta, name: Beta, kind: government}
"""
VENTURE = f"""{PARTIES}
joint_ventures:
- id: one
  name: One
  lead: alpha
  stage: signed
  stakes:
  - {{holder: alpha, percent: 90, basis: stated, firmness: planned}}
  - {{holder: beta, percent: 10, basis: implied, because: the rest}}
"""


def chart_of(text: str, who: str | None = None) -> Chart:
    report = report_of("chart", text, who=who)
    (section,) = report.sections
    (block,) = section.blocks
    assert isinstance(block, Chart)
    return block


def boxes(text: str, who: str | None = None) -> dict[str, Box]:
    return {box.name: box for box in chart_of(text, who).boxes}


def told(chart: Chart) -> list[str]:
    """Each link in words."""
    names = {box.id: box.name for box in chart.boxes}
    return [
        f"{names[link.start]} {'..' if link.implied else '--'} {names[link.end]}: "
        f"{said(link.label)}"
        for link in chart.links
    ]


def stake(more: str) -> str:
    """What is said of a stake."""
    text = f"{PARTIES}\njoint_ventures: [{{id: one, name: One, stakes: [{{holder: alpha{more}}}]}}]"
    (link,) = told(chart_of(text))
    return link.removeprefix("Alpha ").replace(" One", "")


def test_parties_ventures_and_shares():
    assert told(chart_of(VENTURE)) == ["Alpha -- One: 90%", "Beta .. One: 10% (implied)"]
    found = boxes(VENTURE)
    assert {name: box.kind for name, box in found.items()} == {
        "Alpha": "party",
        "Beta": "party",
        "One": "company",
    }
    assert [said(detail) for detail in found["Alpha"].details] == ["X: ALP"]
    assert [said(detail) for detail in found["Beta"].details] == ["government"]
    assert [said(detail) for detail in found["One"].details] == ["Alpha leads · signed"]
    assert chart_of(VENTURE).links[0].firmness == "planned"


def test_who_operates_what_it_takes_in_and_whose_affiliate_it_is():
    found = boxes("""
parties: [{id: alpha, name: Alpha}, {id: beta, name: Beta, kind: bank, affiliate_of: alpha}]
joint_ventures: [{id: one, name: One, lead: alpha, operator: beta, stakes: [{holder: alpha}]}]
facilities: [{id: f, name: Mill, makes: steel, inputs: ore, operator: beta, venture: one}]
holdings: [{in: beta, holder: alpha}]
""")
    assert [said(each) for each in found["One"].details] == ["Alpha leads, Beta operates"]
    assert [said(each) for each in found["Mill"].details] == [
        "steel",
        "inputs: ore",
        "Beta operates",
    ]
    assert [said(each) for each in found["Beta"].details] == ["bank", "affiliate of Alpha"]


@pytest.mark.parametrize(
    ("given", "link"),
    [
        (", percent: 90, basis: stated", "--: 90%"),
        (", percent: {at_least: 51}, basis: stated", "--: at least 51%"),
        (", percent: 50", "..: 50% (basis not given)"),
        ("", "..: not disclosed"),
        (", basis: implied, because: x", "..: not disclosed (implied)"),
        (
            ", percent: 7, basis: stated, class: preferred, through: Vehicle",
            "--: 7%, preferred, through Vehicle",
        ),
        (
            ", percent: 1, basis: stated, steps: [{percent: {up_to: 49}, on: option, by: 2030}]",
            "--: 1% → up to 49%: option, by 2030",
        ),
        (
            ", percent: 1, basis: stated, steps: [{percent: 2, firmness: conditional}, {}]",
            "--: 1% → 2%, conditional → more",
        ),
        (
            ", percent: 1, basis: stated, steps: [{percent: 2, because: B, on: X}, {because: B}]",
            "--: 1% → 2% (implied): X → more",
        ),
        (
            ", percent: 7, basis: stated, from: beta, price: {exact: 5, unit: $}, when: 2031-06",
            "--: 7%, from Beta, for $5, held: Jun 2031",
        ),
    ],
)
def test_what_is_said_of_a_share(given, link):
    assert stake(given) == link


def test_of_a_long_condition_the_first_words_are_told():
    long = "the feasibility study is complete, financing is in place"
    steps = f', percent: 1, basis: stated, steps: [{{percent: 2, on: "{long}", by: 2030}}]'
    assert stake(steps) == "--: 1% → 2%: the feasibility study is complete..., by 2030"
    assert long in stake(f', percent: 1, basis: stated, steps: [{{on: "{long}"}}]')


def test_a_condition_of_one_long_word_is_cut():
    steps = f", percent: 1, basis: stated, steps: [{{percent: 2, on: {'x' * 60}}}]"
    assert stake(steps) == f"--: 1% → 2%: {'x' * 40}..."


def test_a_holding_puts_the_held_party_below():
    text = f"{PARTIES}\nholdings: [{{holder: alpha, in: beta, percent: 100, basis: stated}}]"
    assert told(chart_of(text)) == ["Alpha -- Beta: 100%"]
    assert boxes(text)["Beta"].kind == "company"


def test_a_subsidiary_stands_below_its_parent():
    text = "parties: [{id: a, name: A}, {id: b, name: B, kind: subsidiary, parent: a}]"
    assert told(chart_of(text)) == ["A -- B: subsidiary"]
    assert boxes(text)["B"].details == ()
    lone = f"{VENTURE}\n- {{id: c, name: C, lead: d, stakes: [{{holder: d}}]}}"
    lone = lone.replace("parties:", "parties:\n- {id: d, name: D, kind: subsidiary}")
    assert [said(detail) for detail in boxes(lone)["D"].details] == ["subsidiary"]


def test_a_company_that_is_a_party_and_a_venture_is_one_box():
    text = """
parties: [{id: alpha, name: Alpha}, {id: firm, name: Firm}, {id: buyer, name: Buyer}]
joint_ventures: [{id: venture, name: Firm, stakes: [{holder: alpha}]}]
terms: [{id: t, kind: offtake, from: firm, to: buyer, what: all}]
"""
    assert told(chart_of(text)) == ["Alpha .. Firm: not disclosed", "Firm -- Buyer: offtake: all"]
    assert [box.name for box in chart_of(text).boxes] == ["Alpha", "Buyer", "Firm"]


def test_plants_hang_below_their_venture_or_their_owner():
    text = f"""{VENTURE}
facilities:
- {{id: a, name: Plant, venture: one, owner: alpha, horizon: near-term, status: announced}}
- {{id: b, name: Works, owner: beta, makes: things, place: {{country: Land}}}}
- {{id: c, name: Alone}}
"""
    assert told(chart_of(text))[2:] == ["One -- Plant: ", "Beta -- Works: "]
    plant, works = (boxes(text)[name].details for name in ("Plant", "Works"))
    assert list(map(said, plant)) == ["near term · announced", "owner: Alpha"]
    assert list(map(said, works)) == ["things", "Land"]


def test_terms_go_from_each_to_each():
    text = f"""{PARTIES}
terms:
- {{id: a, kind: supply, from: alpha, to: beta, what: cells, firmness: planned}}
- {{id: b, kind: royalty, from: [alpha, one], to: beta, share: 2}}
- {{id: c, kind: governance, from: beta, to: alpha, what: {"w" * 90}}}
- {{id: d, kind: standstill, from: alpha, what: nobody takes it}}
- {{id: e, kind: supply, from: alpha, to: beta, what: ore, amount: {{up_to: 5, unit: tonnes}}}}
- {{id: f, kind: fee, from: alpha, to: beta, share: 2, amount: 7}}
- {{id: g, kind: fee, from: alpha, to: beta, amount: 7}}
"""
    assert told(chart_of(text)) == [
        "Alpha -- Beta: supply: cells",
        "Alpha -- Beta: royalty: 2%",
        "one -- Beta: royalty: 2%",
        "Beta -- Alpha: governance",
        "Alpha -- Beta: supply: ore, up to 5 tonnes",
        "Alpha -- Beta: fee: 2%, 7",
        "Alpha -- Beta: fee: 7",
    ]


def test_payments_go_from_who_pays_to_who_is_paid():
    text = f"""{VENTURE}
payments:
- {{form: cash, from: alpha, to: beta, amount: {{exact: 5, unit: $ million}}, what: price}}
- {{form: contribution, from: beta, to: one, what: a licence, firmness: planned}}
- {{form: loan, from: beta, to: alpha, what: Loan}}
- {{from: beta, to: alpha, what: {"w" * 90}}}
- {{form: cash, from: alpha, amount: {{exact: 5, unit: $ million}}}}
- {{form: cash, to: alpha}}
"""
    assert told(chart_of(text))[2:] == [
        "Alpha -- Beta: cash: $5 million, price",
        "Beta -- One: contribution: a licence",
        "Beta -- Alpha: loan",
        "Beta -- Alpha: payment",
    ]
    assert chart_of(text).links[3].firmness == "planned"
    assert chart_of(text).links[3].record == "/payments/1"


def test_a_part_of_a_payment_says_so():
    text = f"""{VENTURE}
payments:
- {{id: total, form: contribution, from: alpha, to: one, amount: 5, what: capital}}
- {{form: contribution, part_of: total, from: alpha, to: one, amount: 2, what: first}}
- {{id: unsaid, from: beta, to: one, what: capital}}
- {{part_of: unsaid, from: beta, to: one, amount: 1}}
"""
    assert told(chart_of(text))[2:] == [
        "Alpha -- One: contribution: 5, capital",
        "Alpha -- One: contribution: 2, part of 5, first",
        "Beta -- One: payment: capital",
        "Beta -- One: payment: 1, part of capital",
    ]


def test_parties_without_a_link_are_named_apart():
    text = VENTURE.replace("parties:", "parties:\n- {id: gamma, name: Gamma, kind: bank}")
    chart = chart_of(text)
    assert [box.name for box in chart.boxes] == ["Alpha", "Beta", "One"]
    assert [box.name for box in chart.named] == ["Gamma"]
    assert [said(row.cells[0]) for row in chart.rows] == ["Alpha", "Beta", "Gamma"]


def test_parties_alone_are_no_structure():
    report = VIEWS["chart"].page(Given(read(HEAD + PARTIES)), ["report"]).report
    assert "no structure" in lines(report)[-1]


def test_pairs_are_bounded_and_leave_nobody_out():
    ids = [f"p{number}" for number in range(60)]
    text = f"terms: [{{id: t, kind: supply, from: [{', '.join(ids)}], to: [{', '.join(ids)}]}}]"
    chart = chart_of(text)
    assert len(chart.links) == 2 * len(ids) - 1
    assert {link.start for link in chart.links} == {link.end for link in chart.links}


def test_an_id_that_is_nobodys_has_a_box():
    text = "joint_ventures: [{id: one, name: One, stakes: [{holder: nobody}]}]"
    assert told(chart_of(text)) == ["nobody .. One: not disclosed"]


def test_every_box_has_an_id_of_its_own():
    for chart in CHARTS.values():
        ids = [box.id for box in chart.boxes]
        assert len(set(ids)) == len(ids)
        assert {end for link in chart.links for end in (link.start, link.end)} <= set(ids)


def test_a_second_venture_of_an_id_keeps_its_own_shares():
    text = """
joint_ventures:
- {id: one, name: One, stakes: [{holder: a}]}
- {id: one, name: Two, stakes: [{holder: b}]}
"""
    assert told(chart_of(text)) == ["a .. One: not disclosed", "b .. Two: not disclosed"]


def test_whose_part_it_is_has_the_others_it_is_linked_to():
    chart = chart_of(VENTURE, who="beta")
    assert told(chart) == ["Alpha -- One: 90%", "Beta .. One: 10% (implied)"]
    assert [said(detail) for detail in boxes(VENTURE, "beta")["Alpha"].details] == ["X: ALP"]


def test_a_deal_with_nothing_in_it():
    report = VIEWS["chart"].page(Given(read(HEAD)), ["report"]).report
    assert lines(report)[-1] == "a-deal has no structure to draw."


def test_what_a_deal_has_and_the_chart_cites():
    chart = CHARTS["deal"]
    cited = {box.name: box.citation for box in chart.boxes}
    assert cited["Battery pack venture"].paragraphs == (1, 4)
    assert all(link.citation.state == "found" for link in chart.links)
