"""Shares are shares and sum up, ranges run upwards, dates stand in order."""

from decimal import Decimal

import pytest
from checking import found, issues, marked, the_issue

from dealcli.checks import arithmetic
from dealcli.checks.arithmetic import numbers_of
from dealcli.model import Quantity


def venture(*stakes: str) -> str:
    """A venture whose stakes are given without their holders."""
    lines = (f"  - {{holder: p{number}, {stake}}}\n" for number, stake in enumerate(stakes))
    return f"joint_ventures:\n- id: v\n  name: V\n  stakes:\n{''.join(lines)}"


def shares(*percents: str) -> str:
    return venture(*(f"percent: {percent}" for percent in percents))


SUM = [("wrong-sum", "/joint_ventures/0/stakes")]


@pytest.mark.parametrize(
    "percents",
    [
        ("100",),
        ("90", "10"),
        ("{exact: 90}", "10"),
        ('{exact: 90, unit: "%"}', "10"),
        ("33.3", "33.3", "33.3"),
        ("33.33", "33.33", "33.33"),
        ("33.33", "33.33", "33.4"),
        ("50", "49.9"),
        ("50", "50.1"),
        ("50.0", "50.0"),
        ("62.5", "37.5"),
        ("100", "0"),
    ],
)
def test_exact_shares_come_to_the_whole_as_near_as_their_decimals_can(percents):
    assert found(arithmetic, shares(*percents)) == []


@pytest.mark.parametrize(
    ("percents", "total"),
    [
        (("90",), "90"),
        (("90", "9"), "99"),
        (("90", "11"), "101"),
        (("50", "49.8"), "99.8"),
        (("50", "50.2"), "100.2"),
        (("33.3", "33.3", "33.2"), "99.8"),
        (("33.33", "33.33", "33.32"), "99.98"),
        (("10",) * 9 + ("9.4",), "99.4"),
        (("{exact: 90}", "9"), "99"),
        (('{exact: 90, unit: "%"}', "9"), "99"),
        (("0", "0"), "0"),
    ],
)
def test_exact_shares_that_do_not_come_to_the_whole(percents, total):
    issue = the_issue(arithmetic, shares(*percents))
    assert [(issue.code, issue.address)] == SUM
    assert issue.message == f"the stakes come to {total}%, not 100%"
    assert marked(issue) == "stakes"


@pytest.mark.parametrize(
    "stakes",
    [
        ("percent: 90", "basis: stated"),
        ("percent: 100", "basis: stated"),
        ("percent: {about: 90}", "percent: 30"),
        ("percent: {up_to: 90}", "percent: 30"),
        ("percent: {below: 90}", "percent: 30"),
        ("percent: {above: 60}", "percent: 40"),
        ("percent: {from: 50, to: 70}", "percent: 50"),
        ("percent: {exact: 900, unit: shares}", "percent: 30"),
        ("percent: 60, class: A", "percent: 60, class: B", "basis: stated"),
    ],
)
def test_where_a_share_is_not_exact_the_others_only_must_not_be_too_much(stakes):
    assert found(arithmetic, venture(*stakes)) == []


@pytest.mark.parametrize(
    ("stakes", "least"),
    [
        (("percent: 60", "percent: 41", "basis: stated"), "101"),
        (("percent: {above: 60}", "percent: 40.1"), "100.1"),
        (("percent: {at_least: 60}", "percent: 41"), "101"),
        (("percent: {from: 51, to: 70}", "percent: 50"), "101"),
        (("percent: {exact: 60}", "percent: {exact: 41}", "percent: {about: 1}"), "101"),
        (("percent: {about: 1}", "percent: 60", "percent: 41"), "101"),
    ],
)
def test_shares_that_are_too_much_at_their_least(stakes, least):
    issue = the_issue(arithmetic, venture(*stakes))
    assert [(issue.code, issue.address)] == SUM
    assert issue.message == f"the stakes come to {least}% at least"
    assert issue.hint == "look at each share"
    assert marked(issue) == "stakes"


@pytest.mark.parametrize(
    ("stakes", "wrong"),
    [
        (("percent: 60, class: A", "percent: 40, class: B"), False),
        (("percent: 100, class: A", "percent: 70, class: B", "percent: 30, class: B"), False),
        (("percent: 100", "percent: 70, class: B", "percent: 30, class: B"), False),
        (("percent: 60, class: A", "percent: 40, class: A", "percent: 50, class: B"), True),
        (("percent: 60, class: A", "percent: 30, class: A"), True),
        (("percent: 60, class: A", "percent: 60, class: B"), True),
        (("percent: 100, class: A", "percent: 100, class: B", "percent: 100, class: C"), False),
    ],
)
def test_each_class_of_shares_may_be_a_whole_of_its_own(stakes, wrong):
    assert found(arithmetic, venture(*stakes)) == SUM * wrong


def test_a_venture_without_stakes_comes_to_nothing():
    assert found(arithmetic, "joint_ventures:\n- {id: v, name: V}\n") == []


def test_every_venture_is_looked_at():
    text = (
        "joint_ventures:\n- {id: v, name: V}\n"
        "- {id: w, name: W, stakes: [{holder: a, percent: 1}]}\n"
        "- {id: x, name: X, stakes: [{holder: a, percent: 2}]}\n"
    )
    assert [address for _, address in found(arithmetic, text)] == [
        "/joint_ventures/1/stakes",
        "/joint_ventures/2/stakes",
    ]


@pytest.mark.parametrize(
    ("percent", "number"),
    [
        ("0", None),
        ("100", None),
        ("0.5", None),
        ("-1", "-1"),
        ("100.1", "100.1"),
        ("{about: 120}", "120"),
        ("{from: 90, to: 120}", "120"),
        ('{above: 120, unit: "%"}', "120"),
        ("{above: 120, unit: per cent}", "120"),
        ("{above: 120, unit: shares}", None),
        ("{above: 120, unit: basis points}", None),
        ("{about: 90, also: [{about: 120, unit: shares}]}", None),
    ],
)
@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "joint_ventures:\n- {id: v, name: V, stakes: [{holder: a}, {holder: b, percent: P}]}\n",
            "/joint_ventures/0/stakes/1/percent",
        ),
        ("holdings:\n- {in: c, holder: a, steps: [{percent: P}]}\n", "/holdings/0/steps/0/percent"),
    ],
)
def test_a_share_is_from_0_to_100(text, address, percent, number):
    told = [
        (each.address, each.message)
        for each in issues(arithmetic, text.replace("P}", percent + "}"))
        if each.code == "not-a-share"
    ]
    assert told == ([(address, f"a share of {number}% cannot be")] if number else [])


def test_each_number_of_a_share_that_cannot_be_is_told():
    stakes = ("percent: {from: -5, to: 120}", "percent: -1")
    text = "".join(f"- {{in: c, holder: a, {stake}}}\n" for stake in stakes)
    assert [each.message for each in issues(arithmetic, f"holdings:\n{text}")] == [
        "a share of -5% cannot be",
        "a share of 120% cannot be",
        "a share of -1% cannot be",
    ]


@pytest.mark.parametrize(
    ("holdings", "wrong"),
    [
        ([("c", "60"), ("c", "40")], 0),
        ([("c", "60"), ("c", "41")], 1),
        ([("c", "60"), ("d", "60")], 0),
        ([("c", "60"), ("d", "60"), ("c", "41"), ("d", "50")], 2),
        ([("c", "60"), ("c", "{about: 50}")], 0),
        ([("c", "60"), ("c", "{at_least: 50}")], 1),
        ([("c", "60, class: A"), ("c", "60")], 0),
        ([("c", "60"), ("c", "{exact: 5000, unit: shares}")], 0),
    ],
)
def test_stakes_in_one_company_are_not_more_than_the_whole(holdings, wrong):
    lines = "".join(
        f"- {{in: {company}, holder: a, percent: {percent}}}\n" for company, percent in holdings
    )
    told = issues(arithmetic, f"holdings:\n{lines}")
    assert [(each.code, each.address) for each in told] == [("wrong-sum", "/holdings")] * wrong
    assert all(marked(each) == "holdings" for each in told)


@pytest.mark.parametrize(("seller", "wrong"), [("a", False), ("[c, a]", False), ("c", True)])
def test_what_a_seller_held_comes_to_no_sum_with_what_is_bought(seller, wrong):
    text = (
        f"holdings:\n- {{in: x, holder: b, percent: 100, from: {seller}}}\n"
        "- {in: x, holder: a, percent: 16}\n- {in: y, holder: a, percent: 1, from: a}\n"
    )
    told = found(arithmetic, text)
    assert told == [("wrong-sum", "/holdings")] * wrong


def stakes_of(*stakes: str) -> str:
    return f"joint_ventures:\n- {{id: v, name: V, stakes: [{', '.join(stakes)}]}}\n"


@pytest.mark.parametrize(
    ("stakes", "told"),
    [
        (["{holder: a}", "{holder: b}"], []),
        (["{holder: a}", "{holder: b}", "{holder: a}"], [2]),
        (["{holder: a}", "{holder: a}", "{holder: a}"], [1, 2]),
        (["{holder: a, class: A}", "{holder: a, class: B}"], []),
        (["{holder: a, class: A}", "{holder: a, class: A}"], [1]),
        (["{holder: a}", "{holder: a, class: A}"], []),
        (["{holder: a, from: b}", "{holder: a, from: c}"], []),
        (["{holder: a, from: b}", "{holder: a, from: [b]}"], [1]),
        (["{holder: a, from: b}", "{holder: a}"], []),
    ],
)
def test_a_party_has_one_stake_of_a_class(stakes, told):
    assert found(arithmetic, stakes_of(*stakes)) == [
        ("duplicate-holder", f"/joint_ventures/0/stakes/{number}/holder") for number in told
    ]


def test_two_stakes_in_words():
    issue = the_issue(arithmetic, stakes_of("{holder: abc}", "{holder: abc}"))
    assert issue.message == "'abc' has a stake in this venture already"
    assert issue.hint == "say the class of each where there are two; or name the other holder"
    assert marked(issue) == "abc"


@pytest.mark.parametrize(
    ("low", "high", "wrong"),
    [
        ("1", "2", False),
        ("2", "2", True),
        ("10", "9", True),
        ("2.5", "2.49", True),
    ],
)
def test_a_figure_runs_upwards(low, high, wrong):
    text = f"facilities:\n- {{id: f, name: F, capacity: [{{from: {low}, to: {high}}}]}}\n"
    address = "/facilities/0/capacity/0/from"
    assert found(arithmetic, text) == [("reversed-range", address)] * wrong


@pytest.mark.parametrize(
    ("low", "high", "wrong"),
    [
        ("2026", "2027", False),
        ("2026", "2026", True),
        ("2027", "2026", True),
        ("2026-Q2", "2026-H1", False),
        ("2026-07", "2026-H1", True),
        ("2026", "2026-Q1", False),
        ("2026-Q2", "2026-Q1", True),
        ("2026-03-02", "2026-03", False),
        ("2026-03-31", "2026-03", False),
        ("2026-03-02", "2026-03-01", True),
        ("2026-10", "2026-09", True),
    ],
)
def test_a_time_runs_forwards(low, high, wrong):
    text = f"terms:\n- {{id: t, kind: supply, when: {{from: {low}, to: {high}}}}}\n"
    assert found(arithmetic, text) == [("reversed-range", "/terms/0/when/from")] * wrong


def test_a_range_in_words():
    times = ("{by: 2020}", "{from: 2027, to: 2026}")
    terms = "".join(f"- {{id: t, kind: supply, when: {when}}}\n" for when in times)
    issue = the_issue(arithmetic, f"terms:\n{terms}")
    assert issue.message == "this runs from 2027 down to 2026"
    assert issue.hint == "'from' is the lower figure or the earlier time"
    assert marked(issue) == "2027"


@pytest.mark.parametrize(
    ("announced", "published", "wrong"),
    [
        ("2025-04-14", ["2025-04-14"], False),
        ("2025-04-13", ["2025-04-14"], False),
        ("2025-04-15", ["2025-04-14"], True),
        ("2025-04-15", ["2025-04-14", "2025-04-16"], True),
        ("2025-04-15", [None, "2025-04-14"], True),
        ("2025-04-15", ["2025-04-16", "2025-04-14"], False),
        ("2025-04-15", [None], False),
        ("2025-04-15", [], False),
        (None, ["2025-04-14"], False),
    ],
)
def test_a_deal_is_announced_by_the_day_of_its_first_source(announced, published, wrong):
    text = f"announced: {announced}\n" if announced else ""
    sources = [
        f"- {{id: s{number}, title: S{f', published: {day}' if day else ''}}}\n"
        for number, day in enumerate(published)
    ]
    text += f"sources:\n{''.join(sources)}" if sources else ""
    assert found(arithmetic, text) == [("wrong-order", "/announced")] * wrong


@pytest.mark.parametrize(
    ("published", "retrieved", "wrong"),
    [
        ("2025-04-14", "2025-04-14", False),
        ("2025-04-14", "2026-01-01", False),
        ("2025-04-14", "2025-04-13", True),
        (None, "2025-04-13", False),
    ],
)
def test_a_source_is_fetched_once_it_is_published(published, retrieved, wrong):
    day = f", published: {published}" if published else ""
    text = f"sources:\n- {{id: s, title: S, retrieved: {retrieved}{day}}}\n"
    assert found(arithmetic, text) == [("wrong-order", "/sources/0/retrieved")] * wrong


@pytest.mark.parametrize(
    ("held", "by", "wrong"),
    [
        ("2027", "2028", False),
        ("2027", "2027-03", False),
        ("2027-Q2", "2027-Q1", True),
        ("2027", "{by: 2026}", True),
        ("{by: 2027}", "2026", False),
        ("{not_before: 2027}", "2026", True),
        ("{from: 2027, to: 2028}", "{from: 2025, to: 2026}", True),
        ("2027", "{about: 2026}", False),
        ("2027", "{text: soon}", False),
        (None, "2026", False),
        ("2027", None, False),
    ],
)
def test_no_step_comes_before_its_share(held, by, wrong):
    share = f"holder: a, when: {held}" if held else "holder: a"
    step = f"by: {by}" if by else "on: X"
    text = stakes_of(f"{{{share}, steps: [{{{step}}}]}}")
    told = [("wrong-order", "/joint_ventures/0/stakes/0/steps/0/by")] * wrong
    assert found(arithmetic, text) == told


def test_the_order_of_a_step_in_words():
    issue = the_issue(arithmetic, stakes_of("{holder: a, when: 2027, steps: [{by: 2026}]}"))
    assert issue.message == (
        "this step is taken by 2026-12-31, before the share is held, from 2027-01-01"
    )
    assert issue.hint == "'when' is the time of the share itself, 'by' that of what it becomes"
    assert marked(issue) == "2026"


def test_the_order_of_dates_in_words():
    text = "announced: 2025-04-15\nsources:\n- {id: s, title: S, published: 2025-04-14}\n"
    issue = the_issue(arithmetic, text)
    assert issue.message == "announced on 2025-04-15, after its first source, of 2025-04-14"
    assert issue.hint == "what a source says was announced by the day it was published"
    assert marked(issue) == "2025-04-15"


def test_the_numbers_of_an_amount_are_those_in_its_own_unit():
    also = (Quantity(exact=Decimal(3)),)
    assert numbers_of(Decimal(5)) == [5]
    assert numbers_of(Quantity(from_=Decimal(1), to=Decimal(2), also=also)) == [1, 2]


def payments(total: str, *parts: str) -> str:
    """A payment of an amount, and its parts."""
    lines = (f"- {{part_of: total, amount: {part}}}\n" for part in parts)
    return f"payments:\n- {{id: total, amount: {total}}}\n{''.join(lines)}"


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("10", ("4", "6")),
        ("10", ("4",)),
        ("10", ()),
        ("10", ("4", "{exact: 7, unit: EUR}")),
        ("{exact: 10, unit: USD}", ("{exact: 4, unit: USD}", "7")),
        ("{exact: 10, unit: USD}", ("{exact: 4, unit: USD}", "{about: 7, unit: USD}")),
        ("{about: 10}", ("4", "7")),
        ("{up_to: 10}", ("4", "7")),
        ("1.2", ("0.65", "0.6")),
        ("20", ("8.6", "11.6")),
    ],
)
def test_exact_parts_may_come_to_their_exact_total_or_less(total, parts):
    assert found(arithmetic, payments(total, *parts)) == []


@pytest.mark.parametrize(
    ("total", "parts", "said"),
    [
        ("10", ("4", "7"), "the parts come to 11, more than 10"),
        ("10", ("11",), "the parts come to 11, more than 10"),
        ("10", ("{exact: 4}", "7"), "the parts come to 11, more than 10"),
        ("1.2", ("0.75", "0.6"), "the parts come to 1.35, more than 1.2"),
        (
            "{exact: 10, unit: USD}",
            ("{exact: 4, unit: USD}", "{exact: 7, unit: USD}", "{exact: 1, unit: EUR}"),
            "the parts come to 11 USD, more than 10 USD",
        ),
        (
            "{about: 9, unit: EUR, also: [{exact: 10, unit: USD}]}",
            ("{about: 9, unit: EUR, also: [{exact: 11, unit: USD}]}",),
            "the parts come to 11 USD, more than 10 USD",
        ),
    ],
)
def test_parts_that_are_more_than_their_total(total, parts, said):
    issue = the_issue(arithmetic, payments(total, *parts))
    assert (issue.code, issue.address) == ("wrong-sum", "/payments/0/amount")
    assert (issue.message, issue.severity) == (said, "error")
    assert issue.hint == "look at each part, and whether it is a part of this payment"


def test_the_parts_of_a_total_without_an_amount_or_of_none_are_not_added_up():
    text = payments("10", "4", "7").replace("amount: 10", "form: cash")
    assert found(arithmetic, text) == []
    assert found(arithmetic, text.replace("id: total", "id: other")) == []


POINTS = "market:\n- what: M\n  points:\n"


@pytest.mark.parametrize(
    ("years", "wrong"),
    [
        (("2030", "2031"), []),
        (("2030", "2030"), [1]),
        (("2030", "2031", "2030", "2030"), [2, 3]),
        (("2030", "{by: 2030}"), []),
        (("{by: 2030}", "{by: 2030}"), [1]),
        (("", ""), []),
        (("", "2030", "", "2030"), [3]),
    ],
)
def test_a_market_has_one_figure_for_a_time(years, wrong):
    keys = [f"year: {year}, " if year else "" for year in years]
    text = POINTS + "".join(f"  - {{{key}amount: 5}}\n" for key in keys)
    told = [("duplicate-point", f"/market/0/points/{index}/year") for index in wrong]
    assert found(arithmetic, text) == told


def test_a_time_may_stand_in_two_markets():
    one = POINTS + "  - {year: 2030, amount: 5}\n"
    assert found(arithmetic, one + one.partition("\n")[2]) == []


def test_what_is_said_of_a_second_figure():
    issue = the_issue(arithmetic, POINTS + "  - {year: 2030, amount: 5}\n" * 2)
    assert issue.message == "this market has a figure of that time already"
    assert issue.hint == "other units go under 'also'; another figure, in a market of its own"
    assert (issue.severity, marked(issue)) == ("error", "2030")


def test_what_is_said_of_a_range_that_goes_nowhere():
    text = "facilities:\n- {id: f, name: F, capacity: [{from: 2, to: 2}]}\n"
    assert the_issue(arithmetic, text).message == "this runs from 2 to 2"
    text = text.replace("from: 2", "from: 3")
    assert the_issue(arithmetic, text).message == "this runs from 3 down to 2"
