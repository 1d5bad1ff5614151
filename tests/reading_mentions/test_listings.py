"""Listings: the exchange and the ticker, in every printed form."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.listings import listings, prints

PRINTED = [
    ("Acme Corp. (NASDAQ: ACMB) said", [("NASDAQ", "ACMB")]),
    ("Acme Corp. (Nasdaq: ACMB) said", [("Nasdaq", "ACMB")]),
    ("Acme Corp. (Nasdaq Global Select Market: ACMB)", [("Nasdaq Global Select Market", "ACMB")]),
    ("Acme AG (Frankfurt: AC1)", [("Frankfurt", "AC1")]),
    ("Acme Corp. (NASDAQ GS: ACMB) said", [("NASDAQ GS", "ACMB")]),
    ("Acme Corp. (NYSE American: ACMB) said", [("NYSE American", "ACMB")]),
    ("Acme Pty Ltd (ASX:ABC) said", [("ASX", "ABC")]),
    ("Acme Ltd (“Acme”; SEHK stock code: 607, the “Group”)", [("SEHK", "607")]),
    ("Acme Ltd (Stock Code: 607.HK)", [("", "607.HK")]),
    (
        "shares trade on the TSX Venture Exchange under the symbol “UCU”",
        [("TSX Venture Exchange", "UCU")],
    ),
    ("under the trading symbol 'ABC' on the TSX-V", [("TSX-V", "ABC")]),
    ("under the trading symbol “ABC” since May", [("", "ABC")]),
    ("(TSX-V: ABC; OTCQB: DEFG; FRA: 1A2)", [("TSX-V", "ABC"), ("OTCQB", "DEFG"), ("FRA", "1A2")]),
    ("(Reuters: ACMB.HE, Bloomberg: ACMB)", [("Reuters", "ACMB.HE"), ("Bloomberg", "ACMB")]),
    ("Acme Ltd. (ACMB:Tel Aviv), is", [("Tel Aviv", "ACMB")]),
    ("Acme Ltd. (ZZX: ACM)", [("ZZX", "ACM")]),
    ("the vote (Note: ALL) and the code: 607 of (Phase 1: 200 tonnes)", [("", "607")]),
    ("The ratio (Acme: 60%) and Reuters: the firm has no comment", []),
    ("the code word of Acme", []),
]


@pytest.mark.parametrize(("text", "pairs"), PRINTED)
def test_each_form_has_its_exchange_and_ticker(text: str, pairs: list[tuple[str, str]]) -> None:
    found = listings(text, ENGLISH)
    assert [(one.exchange, one.ticker) for one in found] == pairs
    for one in found:
        assert text[one.ticker_start :].startswith(one.ticker)
        assert not one.exchange or text[one.exchange_start :].startswith(one.exchange)
        inside = text[one.start : one.end]
        assert one.ticker in inside
        assert one.exchange in inside


@pytest.mark.parametrize(
    ("ticker", "exchange", "is_printed"),
    [
        ("ACMB", "NASDAQ", True),
        ("ACMB", "Nasdaq", True),
        ("ACMB", None, True),
        (None, "TSX", True),
        ("ACMB", "TSX", False),
        ("ACM", "NASDAQ", False),
    ],
)
def test_a_text_prints_ticker_and_exchange_only_together(
    ticker: str | None, exchange: str | None, is_printed: bool
) -> None:
    text = "Acme Corp. (NASDAQ: ACMB) and Bolt Inc. (TSX: BLT)"
    assert prints(text, ENGLISH, ticker, exchange) is is_printed
