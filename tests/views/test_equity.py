"""Shares in words and bars: what is implied, bounded or not disclosed never looks stated."""

from decimal import Decimal

import pytest
from generating import deals
from hypothesis import given
from hypothesis import strategies as st
from viewing import VIEWS, Given, index_of, labelled, line, report_of
from viewing import lines as lines_of

from dealcli.model import JointVenture, Moment, Quantity, Stake, StakeStep
from dealcli.report import rows_of
from dealcli.views import equity


def stake(percent=None, basis="stated", **more) -> Stake:
    because = "of the rest" if basis == "implied" else None
    return Stake(holder="alpha", percent=percent, basis=basis, because=because, **more)


def decimals(text: str) -> list[Decimal]:
    return [Decimal(each) for each in text.split()]


def bounded(unit: str | None = None, **bound: int) -> Quantity:
    return Quantity(**{key: Decimal(each) for key, each in bound.items()}, unit=unit)


@pytest.mark.parametrize(
    ("held", "share", "basis", "role"),
    [
        (stake(Decimal("90.0")), "90.0%", "stated", "usual"),
        (stake(Decimal(10), "implied"), "10%", "implied", "implied"),
        (stake(Decimal(10), None), "10%", "basis not given", "implied"),
        (stake(bounded(up_to=35)), "up to 35%", "stated", "usual"),
        (stake(None, None), "not disclosed", "", "plain"),
        (stake(None, "implied"), "not disclosed", "implied", "implied"),
    ],
)
def test_a_share_in_words(held, share, basis, role):
    assert equity.share(held) == share
    (span,) = equity.basis(held)
    assert (span.text, span.role) == (basis, role)


@pytest.mark.parametrize(
    ("percent", "solid", "soft"),
    [
        (Decimal(90), "0.9", "0"),
        (Decimal("33.33"), "0.3333", "0"),
        (bounded(exact=90), "0.9", "0"),
        (bounded(about=30), "0", "0.3"),
        (bounded(above=50), "0.50000000001", "0"),
        (bounded(at_least=25), "0.25", "0"),
        (bounded(below=10), "0", "0.09999999999"),
        (bounded(up_to=35), "0", "0.35"),
        (bounded(from_=10, to=15), "0.1", "0.05"),
        (bounded("% of the votes", exact=40), "0.4", "0"),
        (None, "0", "0"),
    ],
)
def test_a_bar_claims_no_more_than_the_words(percent, solid, soft):
    assert equity.drawn(percent) == (Decimal(solid), Decimal(soft))


@pytest.mark.parametrize("unit", ["million shares", "basis points", "USD million"])
def test_what_is_no_share_of_a_hundred_is_neither_drawn_nor_judged(unit):
    held = stake(bounded(unit, exact=60))
    assert equity.drawn(held.percent) == (0, 0)
    assert equity.standing(held) == ""


@pytest.mark.parametrize(
    ("percent", "told"),
    [
        (Decimal(90), "majority"),
        (Decimal("50.1"), "majority"),
        (Decimal(50), "half"),
        (Decimal("49.9"), "minority"),
        (Decimal("0.1"), "minority"),
        (Decimal(0), ""),
        (bounded(up_to=0), ""),
        (bounded(above=50), "majority"),
        (bounded(at_least=50), ""),
        (bounded(at_least=51), "majority"),
        (bounded(below=50), "minority"),
        (bounded(up_to=50), ""),
        (bounded(up_to=60), ""),
        (bounded(about=90), ""),
        (bounded(from_=40, to=60), ""),
        (bounded(from_=51, to=60), "majority"),
        (None, ""),
    ],
)
def test_a_majority_is_said_only_where_the_figure_settles_it(percent, told):
    assert equity.standing(stake(percent)) == told


@pytest.mark.parametrize("percent", [60, 50, 40])
def test_a_share_of_one_class_is_no_majority_of_the_whole(percent):
    assert equity.standing(stake(Decimal(percent), class_="preferred")) == ""


def test_each_bar_starts_where_the_one_before_ends():
    bars = equity.bars(
        (stake(Decimal(30)), stake(bounded(about=20)), stake(None), stake(Decimal(50)))
    )
    assert [bar.start for bar in bars] == decimals("0 0.3 0.5 0.5")


def test_shares_that_are_not_of_one_whole_are_each_drawn_as_long_as_they_are():
    bars = equity.bars(
        (
            stake(Decimal(60), class_="ordinary"),
            stake(bounded(from_=50, to=70), class_="preferred"),
            stake(Decimal(40), class_="preferred"),
        )
    )
    assert [bar.start for bar in bars] == [0, 0, 0]
    drawn = [each for bar in bars for each in (bar.solid, bar.soft)]
    assert drawn == decimals("0.6 0 0.5 0.2 0.4 0")


def test_shares_that_sum_to_the_whole_but_for_a_rounding_stand_in_a_row():
    bars = equity.bars(tuple(stake(Decimal(text)) for text in ("33.4", "33.3", "33.3", "0")))
    assert [bar.start for bar in bars] == decimals("0 0.334 0.667 1")


@pytest.mark.parametrize(
    ("last", "start"),
    [("66.7", "0.333"), ("66.7000001", "0.333"), ("66.70000010000000000001", "0")],
)
def test_the_slack_of_a_rounding_is_exact(last, start):
    """At the limit, the result must not depend on how floats are added."""
    bars = equity.bars((stake(Decimal("33.3")), stake(Decimal(last))))
    assert bars[1].start == Decimal(start)


@pytest.mark.parametrize(
    ("percent", "solid", "soft"),
    [
        (Decimal(130), "1", "0"),
        (Decimal(-20), "0", "0"),
        (bounded(from_=80, to=130), "0.8", "0.2"),
        (bounded(from_=30, to=10), "0.3", "0"),
        (bounded(up_to=130), "0", "1"),
    ],
)
def test_no_bar_is_longer_than_the_whole(percent, solid, soft):
    (bar,) = equity.bars((stake(percent),))
    assert (bar.start, bar.solid, bar.soft) == (0, Decimal(solid), Decimal(soft))


@given(deals())
def test_bars_stay_within_the_whole_and_only_a_stated_share_is_firm(deal):
    for venture in deal.joint_ventures:
        bars = equity.bars(venture.stakes)
        assert [bar.implied for bar in bars] == [one.basis != "stated" for one in venture.stakes]
        ends = [bar.start + bar.solid + bar.soft for bar in bars]
        assert all(min(bar.solid, bar.soft) >= 0 for bar in bars)
        assert all(end <= 1 + Decimal("1e-9") for end in ends)
        starts = [bar.start for bar in bars]
        assert not any(starts) or starts == [0, *ends[:-1]]


@given(deals(), st.sampled_from(["summary", "jv"]))
def test_a_share_that_nobody_stated_never_stands_without_saying_so(deal, name):
    held = [*deal.holdings, *(one for venture in deal.joint_ventures for one in venture.stakes)]
    rows = lines_of(VIEWS[name].page(Given(deal), ["report"]).report)
    for one in held:
        if one.percent is not None and one.basis != "stated":
            share = " ".join(equity.share(one).split())
            told = [row for row in rows if share in row]
            assert told
            assert all(("implied" if one.basis else "basis not given") in row for row in told)


def test_a_share_that_is_not_disclosed_is_not_worked_out():
    text = """
parties: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]
joint_ventures: [{id: jv, name: JV, stakes: [
  {holder: alpha, percent: 60, basis: stated}, {holder: beta}]}]
"""
    for name in ("summary", "jv"):
        rows = [told for _, told in labelled(report_of(name, text))]
        assert "Beta not disclosed" in rows
        assert not any("40" in told for told in rows)


def test_one_holder_in_two_classes_stands_twice():
    told = index_of("parties: [{id: alpha, name: Alpha}]")
    preferred = stake(Decimal(5), class_="preferred", through="Alpha B.V.")
    block = equity.shares(told, "shares", (stake(Decimal(20)), preferred))
    assert [line(row) for row in block.rows] == [
        "Alpha 20% stated",
        "Alpha 5% stated preferred, through Alpha B.V.",
    ]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, []),
        ({"from_": "beta"}, ["from beta"]),
        ({"from_": ("beta", "gamma")}, ["from beta and gamma"]),
        ({"price": bounded("C$ million", about=4)}, ["for about C$4 million"]),
        ({"when": "2027-Q1"}, ["held: Q1 2027"]),
        (
            {"from_": "beta", "price": Decimal(4), "when": Moment(by="2027")},
            ["from beta · for 4 · held: by 2027"],
        ),
    ],
)
def test_how_a_share_is_bought_is_below_it_and_before_its_steps(more, told):
    step = StakeStep(percent=Decimal(51), on="X")
    block = equity.shares(index_of(""), "shares", (stake(Decimal(20), steps=(step,), **more),))
    assert [line(row) for row in block.rows] == ["alpha 20% stated", *told, "→ 51%: X"]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("percent: 51, because: 50 and 1", "→ 51% (implied)"),
        ("percent: 51, because: 50 and 1, on: X, by: 2027", "→ 51% (implied): X, by 2027"),
        ("because: 50 and 1, on: X", "→ X"),
        ("percent: 51, on: X", "→ 51%: X"),
        ("percent: {up_to: 51}, because: 50 and 1", "→ up to 51% (implied)"),
    ],
)
def test_a_step_that_is_inferred_says_so_and_why(step, told):
    stakes = f"{{holder: alpha, percent: 20, basis: stated, steps: [{{{step}}}]}}"
    rows = labelled(report_of("jv", f"joint_ventures: [{{id: v, name: V, stakes: [{stakes}]}}]"))
    assert ("shares", told) in rows
    reasons = [row for label, row in rows if label == "implied"]
    name = "up to 51%" if "up_to" in step else "to 51%" if "percent" in step else "X"
    assert reasons == ([f"alpha {name}: 50 and 1"] if "because" in step else [])


@pytest.mark.parametrize(
    ("roles", "verb"),
    [
        ({"lead": "alpha"}, "leads"),
        ({"operator": "alpha"}, "operates"),
        ({"lead": "alpha", "operator": "alpha"}, "leads and operates"),
        ({"lead": "alpha", "operator": "beta"}, "leads"),
    ],
)
def test_the_holder_that_leads_or_operates_says_so(roles, verb):
    venture = JointVenture(id="v", name="V", **roles)
    stakes = (stake(Decimal(20)), stake())
    block = equity.shares(index_of(""), "shares", stakes, venture=venture)
    assert [line(row) for row in block.rows] == [
        f"alpha 20% stated {verb}",
        f"alpha not disclosed {verb}",
    ]


@pytest.mark.parametrize(
    ("percents", "whole"),
    [
        ((Decimal(90), Decimal(10)), True),
        ((Decimal("33.4"), Decimal("33.3"), Decimal("33.3")), True),
        ((bounded(exact=60), Decimal(40)), True),
        ((Decimal(100),), True),
        ((Decimal(90),), False),
        ((Decimal(90), None), False),
        ((Decimal(60), Decimal(60)), False),
        ((bounded(at_least=60), Decimal(40)), False),
        ((bounded(about=60), bounded(about=40)), False),
        ((bounded("shares", exact=60), Decimal(40)), False),
        ((), False),
    ],
)
def test_shares_make_up_the_whole_when_they_are_exact_and_sum_to_it(percents, whole):
    assert equity.complete(tuple(map(stake, percents))) is whole


def test_shares_of_a_class_do_not_make_up_the_whole():
    assert not equity.complete((stake(Decimal(60), class_="ordinary"), stake(Decimal(40))))


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("{percent: 51, on: has spent, amount: {at_least: 12.5, unit: USD million}, by: 2033}",
         "51%: has spent, at least USD 12.5 million, by 2033"),
        ("{percent: {up_to: 60}, by: {not_before: 2036}}", "up to 60%: not before 2036"),
        ("{percent: 0, on: sells out}", "0%: sells out"),
        ("{on: an option}", "an option"),
        ("{firmness: planned}", "more"),
    ],
)  # fmt: skip
def test_what_a_stake_can_become(step, told):
    text = f"""
parties: [{{id: alpha, name: Alpha}}]
joint_ventures: [{{id: jv, name: JV, stakes: [{{holder: alpha, steps: [{step}]}}]}}]
"""
    holder, step_ = rows_of(report_of("jv", text))[-2:]
    assert line(step_) == f"→ {told}"
    assert step_.outer == holder
    assert line(step_) in [line(row) for row in rows_of(report_of("summary", text))]


def test_a_venture_without_stakes_has_no_shares():
    text = "joint_ventures: [{id: jv, name: JV}]"
    assert labelled(report_of("jv", text)) == []
    assert labelled(report_of("summary", text))[0] == ("ventures", "JV")
