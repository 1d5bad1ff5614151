"""What is named is named so by the words that the record rests on."""

import pytest
from checking import found, issues, marked, the_issue

from dealcli.checks import names

RELEASE = """\
DALIAN, China, April 14, 2025 (GLOBE NEWSWIRE) -- Alpha, Inc. (NASDAQ GS: ALP) ("Alpha") and the
Company of Beta AG (NYSE: BET) said that Ann Lee, Chief Officer, opens near year-end. Class A
shares are held through Gamma Ltd. The battery cell venture is in Nevada, United States, at market
rates.
"""
QUOTE = " ".join(RELEASE.split())


def record(text: str, quote: str = QUOTE) -> str:
    """A record in flow style with a quote, in a deal of its own."""
    key, _, rest = text.partition(":")
    return f"{key}:\n- {{{rest.strip()}, quote: '{quote}'}}\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sources: id: r, title: R, publisher: NAME", "GLOBE NEWSWIRE"),
        ("sources: id: r, title: R, place: NAME", '"DALIAN, China"'),
        ("parties: id: a, name: NAME", '"Alpha, Inc."'),
        ("parties: id: a, name: Alpha, kind: company, aka: [NAME]", "Beta AG"),
        ("parties: id: a, name: Alpha, aka: [Beta AG, NAME]", "Alpha"),
        ("parties: id: a, name: Alpha, headquarters: NAME", "Nevada"),
        ("holdings: in: a, holder: b, through: NAME", "Gamma Ltd."),
        ("statements: speaker: NAME", "Ann Lee"),
        ("statements: speaker: Ann Lee, title: NAME", "Chief Officer"),
        ("terms: id: t, kind: supply, when: {text: NAME}", "near year-end"),
    ],
)
def test_names_stand_word_by_word(text, name):
    assert found(names, record(text.replace("NAME", name)), RELEASE) == []
    issue = the_issue(names, record(text.replace("NAME", "Nowhere")), RELEASE)
    assert issue.code == "ungrounded-name"
    assert issue.message == "'Nowhere' does not stand in the quotes of this record"
    assert issue.hint == "quote the words that say so, or use the source's own"
    assert marked(issue) == "Nowhere"


def test_a_name_in_another_order_is_another_name():
    text = record("statements: speaker: Lee Ann")
    assert found(names, text, RELEASE) == [("ungrounded-name", "/statements/0/speaker")]


@pytest.mark.parametrize(
    ("text", "address", "name"),
    [
        ("joint_ventures: id: v, name: NAME", "/joint_ventures/0/name", "Venture of batteries"),
        ("holdings: in: a, holder: b, class: NAME", "/holdings/0/class", "A shares"),
        ("facilities: id: f, name: NAME", "/facilities/0/name", "US cells"),
        ("facilities: id: f, name: Cell, makes: NAME", "/facilities/0/makes", "battery cells"),
        (
            "facilities: id: f, name: Cell, place: {country: NAME}",
            "/facilities/0/place/country",
            "U.S.",
        ),
        (
            "facilities: id: f, name: Cell, place: {region: NAME}",
            "/facilities/0/place/region",
            "Nevada",
        ),
        (
            "facilities: id: f, name: Cell, place: {site: NAME}",
            "/facilities/0/place/site",
            "Dalian",
        ),
        ("terms: id: t, kind: supply, price: NAME", "/terms/0/price", "the rate of the market"),
        ("market: what: Demand, region: NAME", "/market/0/region", "China"),
    ],
)
def test_descriptions_are_made_of_the_words_of_the_source(text, address, name):
    assert found(names, record(text.replace("NAME", name)), RELEASE) == []
    issue = the_issue(names, record(text.replace("NAME", f"{name} zebra ox")), RELEASE)
    assert (issue.code, issue.address) == ("ungrounded-name", address)
    assert issue.message == "no quote of this record has 'zebra'"
    assert marked(issue) == "zebra"


@pytest.mark.parametrize(
    ("region", "word"), [("Zebra land", "Zebra"), ("the United States", "the United States")]
)
def test_a_strange_word_is_told_as_it_is_written(region, word):
    issue = the_issue(names, record(f"market: what: Demand, region: {region}", "China"), "China")
    assert issue.message == f"no quote of this record has '{word}'"
    assert marked(issue) == word


def test_a_party_that_the_source_does_not_name_is_described():
    text = "parties: id: a, kind: unnamed, name: NAME"
    assert found(names, record(text.replace("NAME", "a company of shares")), RELEASE) == []
    issue = the_issue(names, record(text.replace("NAME", "a zebra")), RELEASE)
    assert issue.message == "no quote of this record has 'zebra'"
    assert found(
        names, record("parties: id: a, kind: unnamed, name: share, aka: [holder]"), RELEASE
    ) == [("ungrounded-name", "/parties/0/aka/0")]


def test_a_name_is_held_against_the_quotes_of_its_own_record():
    text = record("parties: id: a, name: Alpha", "Beta AG (NYSE: BET)")
    assert found(names, text, RELEASE) == [("ungrounded-name", "/parties/0/name")]


def test_any_quote_of_the_record_may_have_a_name():
    text = "parties:\n- {id: a, name: Beta AG, aka: [Alpha], quote: [Alpha, Beta AG]}\n"
    assert found(names, text, RELEASE) == []


def test_a_name_may_stand_after_what_is_no_text():
    text = record("holdings: in: a, holder: b, percent: 5, class: Zebra")
    assert found(names, text, RELEASE) == [("ungrounded-name", "/holdings/0/class")]


def test_other_texts_are_no_names():
    text = record("parties: id: zebra, name: Alpha, role: zebra, note: zebra")
    assert found(names, text, RELEASE) == []


def test_without_words_no_name_is_judged():
    assert found(names, "parties:\n- {id: a, name: Zebra}\n", RELEASE) == []
    assert found(names, record("parties: id: a, name: Zebra, called: [zebra]")) == []


def test_what_a_party_is_called_stands_in_any_source():
    text = "parties:\n- {id: a, name: A, called: [the Company, the Group, zebra]}\n"
    told = issues(names, text, RELEASE)
    assert [each.address for each in told] == ["/parties/0/called/1", "/parties/0/called/2"]
    assert told[0].message == "no source calls anyone 'the Group'"
    both = f"sources:\n- {{id: r, title: R}}\n- {{id: s, title: S}}\n{text}"
    assert found(names, both, RELEASE, "The Group. A zebra") == []


def listing(keys: str, quote: str) -> str:
    return f"parties:\n- id: a\n  name: Alpha\n  listings:\n  - {{{keys}, quote: '{quote}'}}\n"


@pytest.mark.parametrize(
    ("keys", "quote", "told"),
    [
        ("exchange: NASDAQ GS, ticker: ALP", "Alpha, Inc. (NASDAQ GS: ALP)", []),
        ("ticker: ALP", "Alpha, Inc. (NASDAQ GS: ALP)", []),
        ("exchange: NASDAQ GS", "Alpha, Inc. (NASDAQ GS: ALP)", []),
        ("exchange: NASDAQ, ticker: ALP", "Alpha, Inc. (NASDAQ GS: ALP)", ["/exchange"]),
        ("exchange: GS, ticker: ALP", "Alpha, Inc. (NASDAQ GS: ALP)", ["/exchange"]),
        ("exchange: NYSE, ticker: ALP", f"{QUOTE}", ["/exchange"]),
        ("exchange: NYSE, ticker: BET", f"{QUOTE}", []),
        ("exchange: NYSE, ticker: AL", f"{QUOTE}", ["/ticker"]),
        ("exchange: LSE, ticker: ALP", "Alpha, Inc. (NASDAQ GS: ALP)", ["/exchange", "/exchange"]),
    ],
)
def test_a_listing_is_as_it_is_printed(keys, quote, told):
    assert found(names, listing(keys, quote), RELEASE) == [
        ("ungrounded-name", f"/parties/0/listings/0{one}") for one in told
    ]


def test_a_ticker_of_another_exchange_in_words():
    text = listing("exchange: NYSE, ticker: ALP", QUOTE)
    issue = the_issue(names, text, RELEASE)
    assert issue.message == "the source does not print 'NYSE: ALP'"


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("Alpha (NYSE: ALP)", True),
        ("Alpha, NYSE: ALP", True),
        ("Alpha NYSE: ALP", True),
        ("Alpha (A NYSE: ALP)", True),
        ("Alpha NYSE: ALP, or Alpha (NYSE: ALP)", True),
        ("Alpha (NYSE: ALP), or Alpha NYSE: ALP", True),
        ("Alpha, listed on NYSE: ALP", True),
        ("Alpha 1 NYSE: ALP", True),
        ("NYSE: ALP is Alpha", True),
        ("Alpha (XNYSE: ALP)", False),
        ("NYSE of Alpha (LSE: ALP)", False),
        ("Alpha listed as ALP (NYSE)", True),
        ("Alpha (NYSE stock code: ALP)", True),
        ("Alpha (NYSE American: ALP)", False),
        ("Alpha (LSE stock code: 607, NYSE: ALP)", True),
    ],
)
def test_an_exchange_is_printed_as_a_whole(quote, printed):
    text = listing("exchange: NYSE, ticker: ALP", quote)
    told = [each for each in issues(names, text, quote) if "print" in each.message]
    assert bool(told) is not printed


@pytest.mark.parametrize(
    ("exchange", "quote"),
    [("SEHK", "Alpha (SEHK stock code: 607)"), ("SGX", "Alpha (SGX stock code: 607)")],
)
def test_a_code_may_have_words_before_it(exchange, quote):
    assert found(names, listing(f"exchange: {exchange}, ticker: '607'", quote), quote) == []
    assert (
        found(names, listing("exchange: ASX, ticker: '607'", quote), quote)
        == [("ungrounded-name", "/parties/0/listings/0/exchange")] * 2
    )


def test_a_listing_of_a_party_that_has_a_quote_too():
    text = listing("exchange: NYSE, ticker: ALP", QUOTE).replace(
        "listings", "quote: Alpha\n  listings"
    )
    assert found(names, text, RELEASE) == [("ungrounded-name", "/parties/0/listings/0/exchange")]


def test_a_listing_names_its_party():
    assert found(names, listing("exchange: NYSE, ticker: BET", "(NYSE: BET)"), RELEASE) == []
    text = "parties:\n- id: a\n  name: Alpha\n  listings:\n  - {exchange: NYSE, quote: (NYSE}\n"
    issue = the_issue(names, text, RELEASE)
    assert (issue.code, issue.address) == ("party-not-named", "/parties/0/listings/0")
    assert issue.message == "no quote of this listing names 'a'"
    assert issue.hint == "quote the words that print the ticker with the name"


@pytest.mark.parametrize(
    ("release", "wrong"),
    [
        ("Alpha Mining plc (“Alpha” or the “Company”)", False),
        ('Alpha Mining plc (the "Company")', False),
        ("Alpha Mining plc, a company", True),
    ],
)
def test_a_reference_that_the_source_defines_is_one(release, wrong):
    party = "{id: a, name: Alpha Mining plc, called: [the Company], quote: Alpha Mining plc}"
    text = f"parties: [{party}]\n"
    assert found(names, text, release) == (
        [("ungrounded-name", "/parties/0/called/0")] if wrong else []
    )
