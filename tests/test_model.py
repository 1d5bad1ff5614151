"""The model's own rules: forms of text, what hangs together, nothing written for nothing."""

from calendar import isleap
from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest
from reading import HEAD, SAMPLE, read, told

from dealcli.model import (
    Deal,
    Fact,
    Figure,
    Holding,
    Listing,
    Moment,
    Party,
    Passage,
    Payment,
    Quantity,
    Source,
    Stake,
    Statement,
    quotes_of,
)


def test_every_day_that_exists_is_a_date():
    day = date(1999, 1, 1)
    while day.year < 2005:
        assert Source(id="a", title="b", published=day.isoformat()).published == day.isoformat()
        day += timedelta(days=1)


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024, 2100, 2400])
def test_leap_days(year):
    leap = f"{year}-02-29"
    if isleap(year):
        assert Source(id="a", title="b", published=leap).published == leap
    else:
        with pytest.raises(ValueError, match="a date that exists"):
            Source(id="a", title="b", published=leap)


@pytest.mark.parametrize(
    "text",
    [
        "2025-00-10",
        "2025-13-10",
        "2025-04-31",
        "2025-04-00",
        "2025-4-1",
        "20250401",
        "2025-04-14\n",
    ],
)
def test_no_date(text):
    with pytest.raises(ValueError, match="a date that exists"):
        Deal(format=1, id="a", title="b", announced=text)


@pytest.mark.parametrize("text", ["0000-02-29", "0000-01-01"])
def test_there_is_no_year_0(text):
    assert told(f"{HEAD}announced: {text}") == [("bad-date", 4, 12)]


@pytest.mark.parametrize("number", ["0.0000001", "-0.00000012", "0.0000000"])
def test_a_number_that_could_not_be_written_as_it_stood(number):
    assert told(f"{HEAD}payments: [{{amount: {number}}}]") == [("bad-number", 4, 21)]


@pytest.mark.parametrize("number", ["0.000001", "-0.0000010", "0", "-1", "148.10", "9" * 20])
def test_a_number_is_written_as_it_stood(number):
    deal = read(f"{HEAD}payments: [{{amount: {number}}}]")
    assert str(deal.payments[0].amount) == number
    document = msgspec.json.Encoder(decimal_format="number").encode(deal)
    assert f'"amount":{number}' in document.decode()


@pytest.mark.parametrize(
    "text", ["2025", "2025-Q1", "2025-Q4", "2025-H1", "2025-01", "2025-12", "2024-02-29"]
)
def test_a_period(text):
    assert Payment(when=text).when == text
    assert Moment(by=text).by == text


@pytest.mark.parametrize("text", ["2025-Q0", "2025-H3", "2025-00", "25", "2025-", "2025-Q1\n", ""])
def test_no_period(text):
    for kind, field in ((Payment, "when"), (Moment, "by"), (Moment, "about")):
        with pytest.raises(ValueError, match="written as 2027, 2024-Q3"):
            kind(**{field: text})


@pytest.mark.parametrize("text", ["a", "a-b", "a_b", "2025-venture", "a1-b2_c3"])
def test_an_id(text):
    assert Payment(id=text, from_=text, to=(text, "x")).to == (text, "x")


@pytest.mark.parametrize("text", ["", "A", "a b", "-a", "a-", "a--b", "é", "a\n", "a.b"])
def test_no_id(text):
    for fields in ({"id": text}, {"from_": text}, {"to": ("a", text)}):
        with pytest.raises(ValueError, match="is not an id"):
            Payment(**fields)


def test_a_form_is_asked_of_inherited_fields_too():
    with pytest.raises(ValueError, match="is not an id"):
        Holding(holder="A b", in_="a")


@pytest.mark.parametrize(
    "fields",
    [
        {"exact": Decimal(1)},
        {"up_to": Decimal(0), "unit": "GWh"},
        {"from_": Decimal(1), "to": Decimal(2)},
    ],
)
@pytest.mark.parametrize("kind", [Quantity, Figure])
def test_a_quantity(kind, fields):
    assert kind(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"unit": "GWh"},
        {"exact": Decimal(1), "about": Decimal(1)},
        {"from_": Decimal(1)},
        {"to": Decimal(1)},
        {"from_": Decimal(1), "to": Decimal(2), "above": Decimal(0)},
    ],
)
@pytest.mark.parametrize("kind", [Quantity, Figure])
def test_no_quantity(kind, fields):
    with pytest.raises(ValueError, match="a quantity has one of"):
        kind(**fields)


@pytest.mark.parametrize("fields", [{}, {"from_": "2024"}, {"to": "2024"}])
def test_no_moment(fields):
    with pytest.raises(ValueError, match="a time has"):
        Moment(**fields)


def test_an_implied_share_says_why():
    assert Stake(holder="a", basis="implied", because="the rest").because == "the rest"
    assert Stake(holder="a", basis="stated").because is None
    with pytest.raises(ValueError, match="needs 'because'"):
        Holding(holder="a", in_="b", basis="implied")


def test_the_quotes_of_a_record():
    passage = Passage(exact="a", prefix="b")
    assert quotes_of(None) == ()
    assert quotes_of("a") == ("a",)
    assert quotes_of(passage) == (passage,)
    assert quotes_of(("a", passage)) == ("a", passage)
    assert Fact(text="x", quote="a").quote == "a"


def test_the_short_name_of_a_party():
    assert Party(id="a", name="Alpha, Inc.", aka=("Alpha", "ALP")).short == "Alpha"
    assert Party(id="a", name="Alpha, Inc.").short == "Alpha, Inc."


def test_nothing_is_written_for_nothing():
    assert msgspec.to_builtins(read(HEAD)) == {"format": 1, "id": "a-deal", "title": "A deal"}
    assert msgspec.to_builtins(Listing()) == {}


def test_keys_are_the_deal_files_own():
    assert set(msgspec.to_builtins(Holding(holder="a", in_="b", class_="c"))) == {
        "holder",
        "in",
        "class",
    }
    written = msgspec.to_builtins(read(SAMPLE).terms[0].price)
    assert list(written) == ["from", "to", "unit"]


def test_parts_cannot_change():
    with pytest.raises(AttributeError):
        read(HEAD).title = "another"
    assert hash(Statement(speaker="a"))
