"""Each figure and time stands in the quotes, so bounded, and in its unit."""

import pytest
from checking import found, marked, the_issue

from dealcli.checks import figures


def record(text: str, *quotes: str) -> str:
    """A record in flow style with its quotes."""
    key, _, rest = text.partition(": ")
    listed = ", ".join(f"'{quote}'" for quote in quotes)
    return f"{key}:\n- {{{rest}, quote: [{listed}]}}\n"


def looked_at(text: str, *quotes: str) -> list[tuple[str, str]]:
    """What is found of a record whose quotes are the whole release."""
    return found(figures, record(text, *quotes), "\n".join(quotes))


SHARE = "holdings: in: c, holder: a, percent: {}"
CAPACITY = "facilities: id: f, name: F, capacity: [{}]"


@pytest.mark.parametrize(
    ("percent", "quote", "code"),
    [
        ("90", "a 90% stake", ""),
        ("90.0", "a 90% stake", ""),
        ("90", "a 90 per cent stake", ""),
        ("90", "ninety percent of it", ""),
        ("90", "a 19% stake, not 9%", "ungrounded-number"),
        ("90", "a stake", "ungrounded-number"),
        ("90", "90 shares", "wrong-unit"),
        ("90", "90 shares or 90%", ""),
        ("90", "about 90%", "wrong-bound"),
        ("90", "90% or more", "wrong-bound"),
        ("{exact: 90}", "about 90%", "wrong-bound"),
        ("{about: 90}", "about 90%", ""),
        ("{about: 90}", "a 90% stake", "wrong-bound"),
        ("{about: 90}", "up to 90%", "wrong-bound"),
        ("{above: 90}", "more than 90%", ""),
        ("{below: 90}", "less than 90%", ""),
        ("{at_least: 90}", "at least 90%", ""),
        ("{at_least: 90}", "90% or more", ""),
        ("{up_to: 90}", "up to 90%", ""),
        ("{up_to: 90}", "at least 90%", "wrong-bound"),
        ("100", "all of the shares", ""),
        ("50", "half of the shares", ""),
        ("100", "half of the shares", "ungrounded-number"),
        ("{about: 50}", "half of the shares", ""),
        ("90", "about 90%, then 90%", ""),
    ],
)
def test_a_share_is_the_one_that_the_quotes_give(percent, quote, code):
    where = "/holdings/0/percent"
    if percent.startswith("{"):
        where += f"/{percent[1:].partition(':')[0]}"
    assert looked_at(SHARE.format(percent), quote) == [(code, where)] * bool(code)


@pytest.mark.parametrize(
    ("amount", "quote", "code"),
    [
        ("{exact: 5, unit: GWh}", "5 GWh", ""),
        ("{exact: 5, unit: GWh}", "5 gwh", ""),
        ("{exact: 5, unit: GWh}", "5 of the many GWh", ""),
        ("{exact: 5, unit: GWh}", "5 MWh", "wrong-unit"),
        ("{exact: 5, unit: GWh}", f"5 {'x' * 60} GWh", "wrong-unit"),
        ("{exact: 5}", "5 MWh", ""),
        ("5", "5 MWh", ""),
        ("5", "6 MWh", "ungrounded-number"),
        ("{exact: 5, unit: $ million}", "$5 million", ""),
        ("{exact: 5, unit: $ million}", "$ 5 million", ""),
        ("{exact: 5, unit: $ million}", "$5 billion", "wrong-unit"),
        ("{exact: 5, unit: $ million}", "€5 million", "wrong-unit"),
        ("{exact: 5, unit: $ million}", "$ is what it is, 5 million", "wrong-unit"),
        ("{exact: 5, unit: USD million}", "$5 million", ""),
        ("{exact: 5, unit: USD million}", "US$5 million", ""),
        ("{exact: 5, unit: USD million}", "us$5 million", ""),
        ("{exact: 5, unit: USD million}", "USD 5 million", ""),
        ("{exact: 5, unit: USD million}", "US $5 million", ""),
        ("{exact: 5, unit: US $ million}", "US $5 million", ""),
        ("{exact: 5, unit: US $ million}", "US$5 million", ""),
        ("{exact: 5, unit: US $ million}", "US $5 billion", "wrong-unit"),
        ("{exact: 5, unit: US $ million}", "US €5 million", "wrong-unit"),
        ("{exact: 5, unit: HK $ million}", "US$5 million", "wrong-unit"),
        ("{exact: 5, unit: USD million}", "5 million dollars", ""),
        ("{exact: 5, unit: usd million}", "5 million Dollars", ""),
        ("{exact: 5, unit: EUR million}", "€5 million", ""),
        ("{exact: 5, unit: EUR million}", "$5 million", "wrong-unit"),
        ("{exact: 5, unit: GBP}", "£5", ""),
        ("{exact: 5, unit: JPY}", "5 yen", ""),
        ("{exact: 5, unit: RMB}", "CNY 5", ""),
        ("{exact: 5, unit: KRW}", "5 won", ""),
        ("{exact: 5, unit: INR}", "₹5", ""),
        ("{exact: 5, unit: CHF}", "CHF 5", ""),
        ("{exact: 5, unit: CHF}", "$5", "wrong-unit"),
        ('{exact: 5, unit: "%"}', "5%", ""),
        ('{exact: 5, unit: "%"}', "5 GWh", "wrong-unit"),
        ('{exact: 5, unit: "% of output"}', "5% of its output", ""),
        ('{exact: 5, unit: "% of output"}', "5% of the shares", "wrong-unit"),
        ("{exact: 5, unit: per cent of output}", "5 percent of output", ""),
        ("{exact: 5, unit: GWh}", "5 MWh or 5 GWh", ""),
        ("{from: 5, to: 7, unit: GWh}", "5 to 7 GWh", ""),
        ("{about: 5, unit: GWh}", "about 5 MWh, 5 GWh", "wrong-bound"),
        ("{about: 5, unit: GWh}", "about 5 GWh, 5 MWh", ""),
        ("{exact: 5}", "$5", "wrong-unit"),
        ("{exact: 5}", "5 million", "wrong-unit"),
        ("{exact: 5, unit: million}", "5 million", ""),
        ("{exact: 5, unit: m}", "5 m", ""),
        ("{exact: 5}", "5 m", ""),
        ("{exact: 5, unit: USD}", "$5 m", "wrong-unit"),
        ("{exact: 5, unit: $m}", "$5m", ""),
        ("{exact: 5, unit: $m}", "$5 million", ""),
        ("{exact: 5, unit: $bn}", "$5 billion", ""),
        ("{from: 5, to: 7, unit: $ billion}", "$5 to $7 billion", ""),
        ("{from: 5, to: 7, unit: $ trillion}", "from $5 trillion to 7 trillion", ""),
        ("{exact: 5, unit: $ billion}", "$5 to $7 billion", "wrong-bound"),
        ("{from: 5, to: 7, unit: $ billion}", "$5-7 billion", ""),
        ("{exact: 5, unit: tonnes per year}", "5 tonnes a year", ""),
        ("{exact: 5, unit: tonnes per year}", "5 tonnes per annum", ""),
        ("{exact: 5, unit: tonnes per year}", "5 tonnes p.a.", ""),
        ("{exact: 5, unit: tonnes a year}", "5 tonnes annually", ""),
        ("{exact: 5, unit: tonnes per annum}", "5 tonnes a year", ""),
        ("{exact: 5, unit: tonnes per year}", "an annual volume of 5 tonnes", ""),
        ("{up_to: 5, unit: tonnes per year}", "a yearly volume of up to 5 tonnes", ""),
        ("{exact: 5, unit: tonnes per year}", "each year from 2030, 5 tonnes", "wrong-unit"),
        ("{exact: 5, unit: tonnes per year}", "5 tonnes", "wrong-unit"),
        ("{exact: 5, unit: tonnes per year}", "5 tonnes a month", "wrong-unit"),
        ("{exact: 5, unit: tonnes per year}", "monthly 5 tonnes", "wrong-unit"),
        ("{exact: 5, unit: wafers a month}", "5 wafers monthly", ""),
        ("{exact: 5, unit: wafers a month}", "a monthly output of 5 wafers", ""),
        ("{exact: 5, unit: tonne}", "5 tonnes", ""),
        ("{exact: 5, unit: tonnes}", "5 and 7 tonnes", ""),
        ("{exact: 5, unit: tonnes}", "5 plants, 7 tonnes", "wrong-unit"),
        ("{exact: 5, unit: million units}", "5 million units", ""),
        ("{exact: 5, unit: million units}", "5 thousand units", "wrong-unit"),
        ("{exact: 5, unit: units}", "5 million units", "wrong-unit"),
    ],
)
def test_a_figure_stands_in_its_unit(amount, quote, code):
    where = "/facilities/0/capacity/0"
    if amount.startswith("{"):
        where += f"/{amount[1:].partition(':')[0]}"
    text = CAPACITY.format(amount)
    if amount.startswith("{"):  # a figure with a mapping is a record with quotes of its own
        text = CAPACITY.format(f"{amount[:-1]}, quote: '{quote}'}}")
    assert looked_at(text, quote) == [(code, where)] * bool(code)


def test_both_ends_of_a_range_stand_in_the_quotes():
    amount = "terms: id: t, kind: supply, share: {{from: {}, to: {}}}"
    assert looked_at(amount.format(5, 7), "between 5% and 7%") == []
    assert looked_at(amount.format(5, 7), "between 6% and 7%") == [
        ("ungrounded-number", "/terms/0/share/from")
    ]
    assert looked_at(amount.format(5, 7), "5% to 8%") == [
        ("ungrounded-number", "/terms/0/share/to")
    ]
    assert looked_at(amount.format(5, 7), "about 5% to up to 7%") == []


def test_the_share_of_a_term_is_in_percent():
    term = "terms: id: t, kind: supply, share: 5"
    assert looked_at(term, "5% of it") == []
    assert looked_at(term, "5 of it") == [("wrong-unit", "/terms/0/share")]
    assert looked_at("terms: id: t, kind: supply, share: {exact: 5}", "5 of it") == [
        ("wrong-unit", "/terms/0/share/exact")
    ]


def test_the_price_of_a_term_is_in_its_own_unit():
    term = "terms: id: t, kind: supply, price: {exact: 5, unit: USD}"
    assert looked_at(term, "at $5") == []
    assert looked_at(term, "at €5") == [("wrong-unit", "/terms/0/price/exact")]


def test_the_figure_in_another_unit_stands_in_the_quotes_too():
    text = "payments: amount: {exact: 5, unit: USD, also: [{about: 4, unit: EUR}]}"
    assert looked_at(text, "$5 (about €4)") == []
    assert looked_at(text, "$5 (about €3)") == [
        ("ungrounded-number", "/payments/0/amount/also/0/about")
    ]
    assert looked_at(text, "$5 (€4)") == [("wrong-bound", "/payments/0/amount/also/0/about")]


def test_a_figure_that_no_quote_has_in_words():
    text = record(SHARE.format("90"), "10% or 10%", "of 5 plants")
    issue = the_issue(figures, text, "10% or 10% of 5 plants")
    assert issue.message == "90 does not stand in the quotes of this record"
    assert issue.hint == "they have 10, 5"
    assert marked(issue) == "90"
    issue = the_issue(figures, record(SHARE.format("90"), "a stake"), "a stake")
    assert issue.hint == "they have no number"


def test_a_figure_in_another_unit_in_words():
    issue = the_issue(figures, record(SHARE.format("90"), "90 shares"), "90 shares")
    assert issue.message == "the quotes have 90, but not in '%'"
    assert issue.hint == "a unit is as the source prints it, beside the number"
    issue = the_issue(figures, record(CAPACITY.format("5, 6"), "$5, 6"), "$5, 6")
    assert issue.message == "the quotes have 5, but in a unit that is left out here"


@pytest.mark.parametrize(
    ("quotes", "said"),
    [
        (["about 90%"], "about"),
        (["about 90% or more"], "about or at_least"),
        (["up to 90%", "over 90%"], "above or up_to"),
    ],
)
def test_a_figure_with_another_bound_in_words(quotes, said):
    issue = the_issue(figures, record(SHARE.format("90"), *quotes), " ".join(quotes))
    assert issue.message == f"90 stands here as 'exact'; the source has it as '{said}'"
    assert issue.hint == "write the bound that the source gives, and no other"


def test_a_figure_without_its_bound_in_words():
    issue = the_issue(figures, record(SHARE.format("{about: 90}"), "90%"), "90%")
    assert issue.message == "90 stands here as 'about'; the source has it as 'exact'"


@pytest.mark.parametrize(
    "share",
    [
        "percent: 10, basis: implied, because: The rest",
        "percent: {about: 10}, basis: implied, because: The rest",
    ],
)
def test_an_implied_share_is_not_in_the_quotes(share):
    assert looked_at(f"holdings: in: c, holder: a, {share}", "a 90% stake") == []


def test_a_stated_share_and_the_steps_of_an_implied_one_are():
    stake = "holdings: in: c, holder: a, basis: {}, because: B, percent: 10"
    assert looked_at(stake.format("stated"), "90%") == [
        ("ungrounded-number", "/holdings/0/percent")
    ]
    assert (
        looked_at(
            "joint_ventures: id: v, name: V, stakes: "
            "[{holder: a, basis: implied, because: B, percent: 10, steps: [{percent: 20}]}]",
            "90%",
        )
        == []
    )
    text = (
        "holdings:\n- in: c\n  holder: a\n  basis: implied\n  because: B\n"
        "  steps: [{amount: {exact: 20, unit: USD}, quote: 90%}]\n"
    )
    assert found(figures, text, "90%") == [
        ("ungrounded-number", "/holdings/0/steps/0/amount/exact")
    ]


PRICED = "holdings:\n- {{in: c, holder: a, percent: 51, basis: {}, price: {}, quote: '{}'}}\n"


@pytest.mark.parametrize("basis", ["stated", "implied, because: B"])
@pytest.mark.parametrize(("price", "code"), [("5", None), ("6", "ungrounded-number")])
def test_the_price_of_a_share_stands_in_the_quotes_whatever_the_basis(basis, price, code):
    words = "51% for $5 million"
    text = PRICED.format(basis, f"{{exact: {price}, unit: $ million}}", words)
    assert found(figures, text, words) == [(code, "/holdings/0/price/exact")] * (code is not None)


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("percent: 51", ["percent"]),
        ("percent: 51, because: 50 and 1", []),
        ("percent: {exact: 51}, because: 50 and 1", []),
        ("percent: 51, because: 50 and 1, amount: {exact: 7, unit: $ million}", ["amount/exact"]),
        ("percent: 1, because: 50 and 1, amount: {exact: 3, unit: $ million}", []),
    ],
)
@pytest.mark.parametrize("basis", ["stated", "implied, because: B"])
def test_a_step_that_says_why_may_infer_its_share_and_nothing_else(step, told, basis):
    words = "50%, and a further 1% for $3 million"
    text = (
        f"holdings:\n- in: c\n  holder: a\n  percent: 50\n  basis: stated\n  quote: '{words}'\n"
        f"  steps: [{{{step}, quote: '{words}'}}]\n"
    ).replace("basis: stated", f"basis: {basis}".replace(", because", "\n  because"))
    assert found(figures, text, words) == [
        ("ungrounded-number", f"/holdings/0/steps/0/{key}") for key in told
    ]


GROWING = (
    "holdings:\n- in: c\n  holder: a\n  percent: {}\n  basis: stated\n"
    "  steps: [{{percent: 51, because: B}}, {{percent: {}, because: '{}', quote: It grows.}}]\n"
)


@pytest.mark.parametrize(
    ("first", "after", "because", "told"),
    [
        ("30", "51", "30% and a further 21%", False),
        ("30", "51", "a further 21%", False),
        ("30", "75", "a further 24%", False),
        ("30", "50", "30% and a further 21%", True),
        ("30", "61", "a further 21%", True),
        ("30", "21", "a further 22%", True),
        ("30", "60", "10%, 20% and 30%", False),
        ("30", "90", "10%, 20% and 30%", False),
        ("30", "82", "10%, 20% and 30%", True),
        ("30", "60", "all but 40%", False),
        ("30", "60", "60% in all, 17% of them votes", False),
        ("30", "77", "twice as much", False),
        ("30", "77", "47 more", False),
        ("{up_to: 50}", "{up_to: 51}", "a further 1%", False),
        ("{up_to: 50}", "{up_to: 52}", "a further 2%", False),
        ("{up_to: 50}", "{up_to: 54}", "a further 2%", True),
        ("30", "{from: 60, to: 70}", "a further 2%", False),
    ],
)
def test_an_inferred_share_is_the_sum_of_what_its_reason_names(first, after, because, told):
    text = GROWING.format(first, after, because)
    wrong = [("wrong-sum", "/holdings/0/steps/1/percent")] * told
    assert found(figures, text, "It grows.") == wrong


def test_what_is_said_of_a_sum_that_is_none():
    text = GROWING.format("30", "50", "30% and a further 21%")
    issue = the_issue(figures, text, "It grows.")
    assert issue.message == "the shares in 'because' and before this step do not make 50%"
    assert issue.hint == "'percent' is the whole share after the step"
    assert (issue.severity, marked(issue)) == ("warning", "50")


def test_a_reason_is_read_where_the_quotes_are():
    text = GROWING.format("30", "50", "30% and a further 21%")
    assert found(figures, text.replace(", quote: It grows.", ""), "It grows.") == []


def test_any_quote_of_the_record_may_give_a_figure():
    assert looked_at(SHARE.format("90"), "a stake", "of 90%") == []


def test_without_words_no_figure_is_judged():
    assert found(figures, "holdings:\n- {in: c, holder: a, percent: 90}\n", "no number") == []


@pytest.mark.parametrize(
    ("when", "quote", "code"),
    [
        ("2027", "in 2027", ""),
        ("2027", "in 2026", "ungrounded-date"),
        ("2027", "by 2027", "wrong-bound"),
        ("2027", "by 2027, or in 2027", ""),
        ("2027-Q3", "in the third quarter of 2027", ""),
        ("2027-Q3", "in the fourth quarter of 2027", "ungrounded-date"),
        ("{by: 2027}", "by 2027", ""),
        ("{by: 2027}", "by the end of 2027", ""),
        ("{by: 2027}", "in 2027", "wrong-bound"),
        ("{by: 2027}", "after 2027", "wrong-bound"),
        ("{not_before: 2027}", "not before 2027", ""),
        ("{about: 2027}", "around 2027", ""),
        ("{about: 2027}", "by 2027", "wrong-bound"),
        ("{by: 2027-06}", "by June 2027", ""),
        ("{text: later}", "in 2027", ""),
    ],
)
@pytest.mark.parametrize(
    "record", ["terms: id: t, kind: supply, when: {}", "holdings: in: c, holder: a, when: {}"]
)
def test_a_time_is_the_one_that_the_quotes_give(record, when, quote, code):
    where = f"/{record.partition(':')[0]}/0/when"
    if when.startswith("{"):
        where += f"/{when[1:].partition(':')[0]}"
    assert looked_at(record.format(when), quote) == [(code, where)] * bool(code)


def test_both_ends_of_a_time_stand_in_the_quotes():
    text = "terms: id: t, kind: supply, when: {from: 2026, to: 2027}"
    assert looked_at(text, "from 2026 through 2027") == []
    assert looked_at(text, "from 2025 to 2028") == [
        ("ungrounded-date", "/terms/0/when/from"),
        ("ungrounded-date", "/terms/0/when/to"),
    ]


@pytest.mark.parametrize(
    ("record", "address"),
    [
        ("sources: id: r, title: R, published: 2025-04-14", "/sources/0/published"),
        (
            "facilities: id: f, name: F, milestones: [{event: E, when: 2025-04-14}]",
            "/facilities/0/milestones/0/when",
        ),
        ("payments: when: 2025-04-14", "/payments/0/when"),
        ("aims: text: T, when: 2025-04-14", "/aims/0/when"),
        (
            "facilities: id: f, name: F, facts: [{text: T, when: 2025-04-14}]",
            "/facilities/0/facts/0/when",
        ),
        ("terms: id: t, kind: k, steps: [{text: T, when: 2025-04-14}]", "/terms/0/steps/0/when"),
        (
            "facilities: id: f, name: F, capacity: [{exact: 3, when: 2025-04-14}]",
            "/facilities/0/capacity/0/when",
        ),
    ],
)
def test_wherever_a_time_is(record, address):
    for child in ("milestones: [{", "steps: [{", "capacity: [{", "facts: [{"):
        record = record.replace(child, f"{child}quote: April 14 is no day; 3, ")
    quote = "April 14 is no day; 3"
    assert looked_at(record, quote) == [("ungrounded-date", address)]
    good = record.replace(quote, "April 14 2025 is one; 3")
    assert looked_at(good, "April 14 2025 is one; 3") == []


def test_the_day_of_a_step_is_a_bound():
    step = "{{in: c, holder: a, steps: [{{by: 2027, quote: {0}}}], quote: {0}}}"
    for quote, told in (("by 2027", []), ("in 2027", ["wrong-bound"]), ("X", ["ungrounded-date"])):
        text = f"holdings:\n- {step.format(quote)}\n"
        assert [code for code, _ in found(figures, text, quote)] == told


@pytest.mark.parametrize(
    ("record", "address"),
    [
        ("terms: id: t, kind: k, amount: {exact: 5, unit: tonnes}", "/terms/0/amount/exact"),
        ("parties: id: p, name: P, facts: [{text: T, amount: 5, ", "/parties/0/facts/0/amount"),
        ("market: what: M, points: [{amount: 5, ", "/market/0/points/0/amount"),
    ],
)
def test_the_figure_of_a_record(record, address):
    ends = "quote: QUOTE}]" if record.endswith(", ") else ", quote: QUOTE"
    for quote, told in (("5 tonnes", []), ("6 tonnes", [("ungrounded-number", address)])):
        part, _, keys = f"{record}{ends}".partition(": ")
        text = f"{part}:\n- {{{keys.replace('QUOTE', quote)}}}\n"
        assert found(figures, text, quote) == told


def test_the_year_of_a_market():
    for year, quote, told in (
        ("2030", "5 in 2030", []),
        ("2030", "5 by 2030", ["wrong-bound"]),
        ("{by: 2030}", "5 by 2030", []),
        ("2030", "5 in 2031", ["ungrounded-date"]),
    ):
        text = f"market:\n- {{what: W, points: [{{year: {year}, amount: 5, quote: {quote}}}]}}\n"
        assert [code for code, _ in found(figures, text, quote)] == told


def test_a_time_in_words():
    text = record("terms: id: t, kind: supply, when: 2027-Q3", "in 2026")
    issue = the_issue(figures, text, "in 2026")
    assert issue.message == "no quote of this record gives the time 2027-Q3"
    assert issue.hint == (
        "quote the words that do; what is said without a date goes in {text: ...}"
    )
    text = record("terms: id: t, kind: supply, when: 2027", "by 2027")
    assert the_issue(figures, text, "by 2027").message == (
        "2027 stands here as 'exact'; the source has it as 'by'"
    )


@pytest.mark.parametrize(
    ("announced", "published", "quote", "told"),
    [
        ("2025-04-14", "2025-04-14", "today announced", False),
        ("2025-04-14", "2025-04-14", "Today, they announced", False),
        ("2025-04-14", "2025-04-14", "announced", True),
        ("2025-04-14", "2025-04-13", "today announced", True),
        ("2025-04-14", "", "today announced", True),
        ("2025-04-14", "", "announced April 14, 2025", False),
    ],
)
def test_a_deal_is_announced_today_by_a_source_of_that_day(announced, published, quote, told):
    day = f", published: {published}" if published else ""
    text = f"announced: {announced}\nquote: {quote}\nsources:\n- {{id: r, title: R{day}}}\n"
    assert found(figures, text, quote) == [("ungrounded-date", "/announced")] * told


def test_what_a_source_says_of_today_is_of_a_deal_only():
    text = (
        "announced: 2025-04-14\n"
        "sources:\n- {id: r, title: R, published: 2025-04-14, quote: today}\n"
    )
    assert found(figures, text, "today") == [("ungrounded-date", "/sources/0/published")]


def test_a_deal_without_sources_is_of_no_day():
    assert found(figures, "announced: 2025-04-14\nquote: today\n") == []


@pytest.mark.parametrize(
    ("unit", "release", "code"),
    [
        ("RMB million", "The Japanese company pays ¥5 million.", "wrong-unit"),
        ("JPY million", "The Japanese company pays ¥5 million.", ""),
        ("RMB million", "The company of Shanghai, China, pays ¥5 million.", ""),
        ("JPY million", "The company of Shanghai, China, pays ¥5 million.", "wrong-unit"),
        ("RMB million", "The company pays ¥5 million.", ""),
    ],
)
def test_a_sign_of_two_currencies_is_that_of_the_country(unit, release, code):
    text = f"payments:\n- {{amount: {{exact: 5, unit: {unit}}}, quote: pays ¥5 million}}\n"
    assert [found_ for found_, _ in found(figures, text, release)] == [code] * bool(code)


def test_from_a_year_on_is_not_before_it():
    milestone = "{event: E, when: {WHEN}, quote: from 2033}"
    text = f"facilities:\n- {{id: f, name: F, milestones: [{milestone}]}}\n"
    assert found(figures, text.replace("WHEN", "not_before: 2033"), "from 2033") == []
    assert found(figures, text.replace("WHEN", "by: 2033"), "from 2033") == [
        ("wrong-bound", "/facilities/0/milestones/0/when/by")
    ]


@pytest.mark.parametrize(
    ("percent", "words", "code"),
    [
        ("33.3", "Alpha buys one-third of Beta", ""),
        ("33", "Alpha buys a one-third interest in Beta", ""),
        ("33.33", "Alpha buys one third of Beta", ""),
        ("33.4", "Alpha buys one-third of Beta", "ungrounded-number"),
        ("66.7", "Alpha holds two-thirds of the shares", ""),
        ("25", "Alpha holds three quarters of the shares", "ungrounded-number"),
        ("75", "Alpha holds three quarters of the shares", ""),
    ],
)
def test_a_share_may_be_a_fraction_in_words(percent, words, code):
    holding = f"{{holder: a, in: b, percent: {percent}, quote: {words}}}"
    assert [found_ for found_, _ in found(figures, f"holdings: [{holding}]\n", words)] == (
        [code] if code else []
    )
