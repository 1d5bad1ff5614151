"""Figures and times in words: nothing completed, no bound and no currency lost."""

from decimal import Decimal

import pytest
from generating import deals
from hypothesis import given

from dealcli.meanings import Number
from dealcli.model import Location, Moment, Quantity
from dealcli.nodes import PartNode, walk
from dealcli.views import phrasing

BOUNDS = ("exact", "about", "above", "below", "at_least", "up_to")


def figure(bound: str = "exact", value: str = "5", unit: str | None = None) -> Quantity:
    return Quantity(**{bound: Decimal(value)}, unit=unit)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bound", "told"),
    [
        ("exact", "USD 5 billion"),
        ("about", "about USD 5 billion"),
        ("above", "over USD 5 billion"),
        ("below", "under USD 5 billion"),
        ("at_least", "at least USD 5 billion"),
        ("up_to", "up to USD 5 billion"),
    ],
)
def test_a_bound_is_said(bound, told):
    assert phrasing.amount(figure(bound, unit="USD billion")) == told


def test_no_two_bounds_are_said_alike():
    for say in (phrasing.amount, phrasing.percent):
        assert len({say(figure(bound)) for bound in BOUNDS}) == len(BOUNDS)


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        (None, "5"),
        ("GWh", "5 GWh"),
        ("wafers/month", "5 wafers/month"),
        ("tonnes a year", "5 tonnes a year"),
        ("EUR", "EUR 5"),
        ("RMB million", "RMB 5 million"),
        ("$ billion", "$5 billion"),
        ("US$ billion", "US$5 billion"),
        ("US $ billion", "US $5 billion"),
        ("US $", "US $5"),
        ("per $ spent", "5 per $ spent"),
        ("£m", "£5m"),
        ("US$m a year", "US$5m a year"),
        ("A$", "A$5"),
        ("€ a share", "€5 a share"),
        ("円", "5 円"),
        ("MWh", "5 MWh"),
    ],
)
def test_a_unit_stays_as_printed_where_it_is_printed(unit, told):
    assert phrasing.amount(figure(unit=unit)) == told


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        (None, "20 to 25.50"),
        ("GWh a year", "20 to 25.50 GWh a year"),
        ("CAD", "CAD 20 to CAD 25.50"),
        # Not "CAD 20 to CAD 25.50 million", which begins at twenty dollars.
        ("CAD million", "CAD 20 million to CAD 25.50 million"),
        ("$ billion", "$20 billion to $25.50 billion"),
    ],
)
def test_a_range_of_money_is_money_on_both_sides(unit, told):
    amount = Quantity(from_=Decimal(20), to=Decimal("25.50"), unit=unit)
    assert phrasing.amount(amount) == told


def test_the_other_units_of_a_figure_keep_their_own_bounds():
    amount = Quantity(
        above=Decimal("2.5"), unit="USD billion", also=(figure("about", "2.3", "EUR billion"),)
    )
    assert phrasing.amount(amount) == "over USD 2.5 billion (about EUR 2.3 billion)"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("148.10", "148.10"),
        ("0.0", "0.0"),
        ("1250000", "1,250,000"),
        ("-1234.5", "-1,234.5"),
        ("12345678901234567890.10", "12,345,678,901,234,567,890.10"),
    ],
)
def test_a_number_keeps_the_digits_it_was_written_with(written, told):
    assert phrasing.amount(Decimal(written)) == told
    assert phrasing.percent(Decimal(written)) == f"{told}%"


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        (None, "up to 5%"),
        ("%", "up to 5%"),
        ("percent", "up to 5%"),
        ("per cent", "up to 5%"),
        ("% of net sales", "up to 5% of net sales"),
        ("percent of the shares", "up to 5% of the shares"),
        ("percentage points", "up to 5 percentage points"),
        ("per centum", "up to 5 per centum"),
        ("million shares", "up to 5 million shares"),
        ("basis points", "up to 5 basis points"),
    ],
)
def test_a_share_is_in_percent_or_in_its_own_unit(unit, told):
    assert phrasing.percent(figure("up_to", unit=unit)) == told


def test_a_share_keeps_the_same_figure_in_other_units():
    share = Quantity(exact=Decimal("19.9"), also=(figure("about", "1250000", "shares"),))
    assert phrasing.percent(share) == "19.9% (about 1,250,000 shares)"


def test_a_range_of_shares_is_in_percent_on_both_sides():
    assert phrasing.percent(Quantity(from_=Decimal(10), to=Decimal("15.5"))) == "10% to 15.5%"


@given(deals())
def test_every_number_of_a_figure_is_in_its_words(deal):
    for node in walk(PartNode("", deal)):
        if isinstance(node.part, Quantity):
            for number in node.values(Number):
                for told in (phrasing.amount(node.part), phrasing.percent(node.part)):
                    assert phrasing.number(number.value) in told


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2027", "2027"),
        ("2024-Q3", "Q3 2024"),
        ("2024-H2", "H2 2024"),
        ("2024-06", "Jun 2024"),
        ("2025-04-14", "14 Apr 2025"),
        ("2024-02-09", "9 Feb 2024"),
    ],
)
def test_a_time_says_no_more_than_is_known(period, told):
    assert phrasing.when(period) == told


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (Moment(by="2030"), "by 2030"),
        (Moment(not_before="2031-H1"), "not before H1 2031"),
        (Moment(about="2026-Q1"), "about Q1 2026"),
        (Moment(from_="2033-Q4", to="2034-Q2"), "Q4 2033 to Q2 2034"),
        (Moment(text="near term"), '"near term"'),
        (Moment(by="2030", not_before="2028", text="later"), 'by 2030, not before 2028, "later"'),
    ],
)
def test_a_bound_on_a_time_is_said(moment, told):
    assert phrasing.when(moment) == told


def test_a_place_is_named_from_the_inside_out():
    whole = Location(country="US", region="Indiana", site="Kokomo")
    assert phrasing.place(whole) == "Kokomo, Indiana, US"
    assert phrasing.place(Location(region="Southeast Asia")) == "Southeast Asia"
    assert phrasing.place(Location()) == phrasing.place(None) == ""


@pytest.mark.parametrize(
    ("items", "told"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_in_a_row(items, told):
    assert phrasing.listed(items) == told


def test_a_count_agrees_with_its_noun():
    assert phrasing.counted(1, "party", "parties") == "1 party"
    assert phrasing.counted(2, "party", "parties") == "2 parties"
    assert phrasing.counted(0, "aim") == "0 aims"
