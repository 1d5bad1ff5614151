"""No number, name or quotation in a sentence of the encoder's that the source has not."""

import json

import pytest
from checking import found, issues, marked, the_issue

from dealcli.checks import texts

PARTIES = """\
parties:
- {id: alpha, name: "Alpha, Inc.", aka: [Alpha], called: [the Company]}
- {id: beta, name: Beta AG, aka: [Beta]}
"""
QUOTE = "Alpha will sell 20 cells to Omega in Nevada, for more than $5, and “buy more” by 2030"


def aim(text: str, quote: str = QUOTE) -> str:
    return f"{PARTIES}aims:\n- text: '{text}'\n  quote: '{quote}'\n"


def told(text: str, quote: str = QUOTE) -> list[tuple[str, str]]:
    """Severity and the words pointed at of what is found of a sentence."""
    return [(each.severity, marked(each)) for each in issues(texts, aim(text, quote), quote)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Sells 20 cells", []),
        ("Twenty cells", []),
        ("One cell", []),
        ("1 cell", []),
        ("Sells 21 cells", ["21"]),
        ("Two cells and 3 packs", ["Two", "3"]),
        ("By 2031, not 2030", ["2031"]),
        ("No number", []),
    ],
)
def test_a_number_stands_in_the_words_it_rests_on(text, wrong):
    assert told(text) == [("error", one) for one in wrong]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('It will "sell 20 cells"', []),
        ("It will “sell 20 cells”", []),
        ('"Will sell", then "buy"', ["Will sell"]),
        ('"alpha" wants it', []),
        ('What "Will" is', ["Will"]),
        ('It will "sell no cells"', ["sell no cells"]),
        ('A 20" screen of 20" cells', []),
        ('It will "sell 20', []),
        ('First "cells", then "packs" and "cans"', ["packs", "cans"]),
    ],
)
def test_what_is_in_quotation_marks_stands_so(text, wrong):
    assert told(text) == [("error", one) for one in wrong]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Alpha sells", []),
        ("Alpha, Inc. sells", []),
        ("By the Company", []),
        ("Beta sells", ["Beta"]),
        ("Sold by Beta AG", ["Beta AG"]),
        ("Sold by Betatron", []),
    ],
)
def test_a_party_is_named_in_the_words_it_rests_on(text, wrong):
    errors = [one for severity, one in told(text) if severity == "error"]
    assert errors == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Cells for Omega", []),
        ("Cells for Gamma", ["Gamma"]),
        ("Gamma cells", []),
        ("Sales. Gamma cells", []),
        ("Sales: Gamma cells; Delta packs", []),
        ("Sales (Gamma cells)", []),
        ("Sales, Gamma cells", ["Gamma"]),
        ("Gamma\u2019s cells", ["Gamma"]),
        ("Gamma Delta cells", ["Delta"]),
        ("GAMMA cells", ["GAMMA"]),
        ("G cells", []),
        ("Cells of G", []),
        ("In Nevadan sales", []),
        ("Sales in the U.S. and UK", ["USA", "UK"]),
        ("Sales of AT&T", ["AT&T"]),
        ("Sales by Beta AG of Beta", []),
        ("EVs for sale", ["EVs"]),
    ],
)
def test_a_capital_may_be_a_name(text, wrong):
    warnings = [each for each in issues(texts, aim(text), QUOTE) if each.severity == "warning"]
    assert [each.message.split("'")[1] for each in warnings] == wrong
    assert {each.code for each in warnings} <= {"ungrounded-text"}


def test_a_capital_in_words():
    issue = the_issue(texts, aim("Cells for Gamma"), QUOTE)
    assert issue.message == "'Gamma' does not stand in the words that this rests on"
    assert (issue.address, marked(issue)) == ("/aims/0/text", "Gamma")


def test_a_long_name_is_a_name_as_a_whole():
    text = "parties:\n- {id: a, name: Acme Beta, aka: [Beta]}\n"
    text += "aims:\n- {text: Sales of Acme Beta, quote: Beta sells}\n"
    assert found(texts, text, "Beta sells") == []


@pytest.mark.parametrize(
    ("text", "quote", "wrong"),
    [
        ("More than 5", QUOTE, []),
        ("Over 5", QUOTE, []),
        ("For 5", QUOTE, ["5"]),
        ("Over 20 cells", QUOTE, ["20"]),
        ("About 5", QUOTE, ["5"]),
        ("For 5", "more than 5, or 5", []),
        ("At least 5", "more than 5, or 5", ["5"]),
        ("From 5 to 7", "between 5 and 7", []),
        ("Between 5 and 7", "from 5 to 7", []),
    ],
)
def test_a_number_has_the_bound_of_the_source(text, quote, wrong):
    assert told(text, quote) == [("warning", one) for one in wrong]


def test_a_number_with_another_bound_in_words():
    issue = the_issue(texts, aim("About 5 units or more", "over 5, or 5 or less"), "")
    assert issue.message == ("5 is 'about' here; the words it rests on have it as 'above or up_to'")
    issue = the_issue(texts, aim("For 5 units", "over 5 units"), "")
    assert issue.message == "5 is 'exact' here; the words it rests on have it as 'above'"
    issue = the_issue(texts, aim("About 5 or more", "5 units"), "")
    assert issue.message == (
        "5 is 'about and at_least' here; the words it rests on have it as 'exact'"
    )


@pytest.mark.parametrize(
    ("text", "quote", "wrong"),
    [
        ("The final sale", "the sale", ["final"]),
        ("The Final sale", "the final sale", []),
        ("A binding sale", "a non-binding sale", ["binding"]),
        ("A non-binding sale", "a sale", []),
        ("A finalist", "a sale", []),
        ("Signed and completed", "signed", ["completed"]),
    ],
)
def test_a_weighty_word_is_one_of_the_source(text, quote, wrong):
    assert told(text, quote) == [("warning", one) for one in wrong]


def test_a_sentence_in_words():
    issue = the_issue(texts, aim("Sells 21 cells"), QUOTE)
    assert issue.code == "ungrounded-text"
    assert issue.message == "21 does not stand in the words that this rests on"
    assert issue.hint == "quote the words that have it, or leave it out"
    messages = [each.message for each in issues(texts, aim('Of Beta: "no"; of Gamma'), QUOTE)]
    assert messages == [
        '"no" is quoted here, but not in the words it rests on',
        "'beta' is named here, but not in the words that this rests on",
        "'Gamma' does not stand in the words that this rests on",
    ]
    issue = the_issue(texts, aim("The final word"), QUOTE)
    assert issue.message == "'final' does not stand in the words that this rests on"


STATING = [
    ("parties: id: a, name: Ann, role: TEXT", "/parties/0/role"),
    ("joint_ventures: id: v, name: V, purpose: TEXT", "/joint_ventures/0/purpose"),
    ("terms: id: t, kind: supply, what: TEXT", "/terms/0/what"),
    ("payments: what: TEXT", "/payments/0/what"),
    ("payments: on: TEXT", "/payments/0/on"),
    ("market: what: TEXT", "/market/0/what"),
    ("market: what: Sales, attribution: TEXT", "/market/0/attribution"),
    ("aims: text: TEXT", "/aims/0/text"),
    ("statements: speaker: A, text: TEXT", "/statements/0/text"),
    ("caveats: id: c, kind: hedge, text: TEXT", "/caveats/0/text"),
    (
        "parties: id: a, name: Ann, facts: [{text: TEXT, quote: sells}]",
        "/parties/0/facts/0/text",
    ),
    (
        "holdings: in: a, holder: b, steps: [{on: TEXT, quote: sells}]",
        "/holdings/0/steps/0/on",
    ),
    (
        "facilities: id: f, name: F, milestones: [{event: TEXT, quote: sells}]",
        "/facilities/0/milestones/0/event",
    ),
    (
        "facilities: id: f, name: F, capacity: [{exact: 1, what: TEXT, quote: sells}]",
        "/facilities/0/capacity/0/what",
    ),
    (
        "terms: id: t, kind: supply, steps: [{text: TEXT, quote: sells}]",
        "/terms/0/steps/0/text",
    ),
]


@pytest.mark.parametrize(("record", "address"), STATING)
def test_sentences_that_state_something_rest_on_the_quotes(record, address):
    key, _, rest = record.partition(": ")
    text = f"{key}:\n- {{{rest.replace('TEXT', 'It sells 20')}, quote: sells 10}}\n"
    assert found(texts, text, "sells 10. It sells 20") == [("ungrounded-text", address)]
    assert found(texts, text.replace("20", "10"), "sells 10. It sells 20") == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("note: TEXT\n", "/note"),
        ("sources:\n- {id: r, title: TEXT}\n", "/sources/0/title"),
        ("holdings:\n- {in: a, holder: b, basis: implied, because: TEXT}\n", "/holdings/0/because"),
        ("open_questions:\n- {text: TEXT}\n", "/open_questions/0/text"),
        ("set_aside:\n- {quote: sells, why: TEXT}\n", "/set_aside/0/why"),
        ("set_aside:\n- {quote: sells, why: W, note: TEXT}\n", "/set_aside/0/note"),
        ("aims:\n- {text: T, note: TEXT}\n", "/aims/0/note"),
    ],
)
def test_remarks_rest_on_the_source_as_a_whole(text, address):
    release = "It sells 10. They buy 20 of more than 30 at Omega."
    for good in ("It buys 20", "It buys 30", "The final word", "At Omega"):
        assert found(texts, text.replace("TEXT", good), release) == []
    assert found(texts, text.replace("TEXT", "It buys 40"), release) == [
        ("ungrounded-text", address)
    ]


def test_the_title_of_a_deal_rests_on_the_source_too():
    assert [address for _, address in found(texts, "", "words")] == []
    text = "note: A deal\n"
    (issue,) = issues(texts, text.replace("A deal", "In 2020"), "words of 2021")
    assert issue.address == "/note"


@pytest.mark.parametrize("share", ["percent: 10", "percent: 5, steps: [{percent: 10}]"])
def test_a_remark_may_speak_of_the_shares_of_the_deal(share):
    text = (
        f"holdings:\n- {{in: a, holder: b, {share}}}\nopen_questions:\n- {{text: Who holds WHAT}}\n"
    )
    assert found(texts, text.replace("WHAT", "the 10%"), "90%") == []
    assert found(texts, text.replace("WHAT", "the 20%"), "90%") == [
        ("ungrounded-text", "/open_questions/0/text")
    ]


def test_a_sentence_rests_on_the_quotes_of_the_records_around_it_too():
    text = (
        "quote: the deal of 40\nparties:\n- id: a\n  name: Ann\n  quote: party of 20\n"
        "  facts: [{text: It sells NUMBER, quote: sells 10}]\n"
    )
    release = "the deal of 40. party of 20. sells 10"
    assert found(texts, text.replace("NUMBER", "10"), release) == []
    assert found(texts, text.replace("NUMBER", "20"), release) == []
    assert found(texts, text.replace("NUMBER", "40"), release) == [
        ("ungrounded-text", "/parties/0/facts/0/text")
    ]
    without = text.replace("  quote: party of 20\n", "")
    assert found(texts, without.replace("NUMBER", "20"), release) == [
        ("ungrounded-text", "/parties/0/facts/0/text")
    ]


def test_a_sentence_does_not_rest_on_the_quote_of_the_deal():
    text = "quote: the deal of 40\naims:\n- {text: It sells 40, quote: sells 10}\n"
    assert found(texts, text, "the deal of 40. sells 10") == [("ungrounded-text", "/aims/0/text")]


def test_a_sentence_of_a_record_without_a_quote_of_its_own_is_not_judged():
    text = "parties:\n- id: a\n  name: Ann\n  quote: sells\n  facts: [{text: It sells 10}]\n"
    assert found(texts, text, "sells") == []


def test_without_a_text_nothing_is_judged():
    assert found(texts, "note: In 2020\n") == []
    assert found(texts, aim("In 2020")) == []


def test_of_a_list_each_sentence_is_judged():
    text = f"{PARTIES}aims:\n- {{text: In 2020, quote: sells}}\n- {{text: In 2021, quote: sells}}\n"
    assert [address for _, address in found(texts, text, "sells")] == [
        "/aims/0/text",
        "/aims/1/text",
    ]


def test_a_sentence_over_lines_is_pointed_into():
    text = "aims:\n- quote: sells\n  text: >-\n    It sells cells,\n    and 30 packs\n"
    issue = the_issue(texts, text, "sells")
    assert (issue.place.line, marked(issue)) == (8, "30")


def told_of_aim(text, words):
    return issues(
        texts, f"aims: [{{text: {json.dumps(text)}, quote: {json.dumps(words)}}}]\n", words
    )


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("70 plants", "more than 70 plants", ("exact", "above")),
        ("over 70 plants", "70 plants", ("above", "exact")),
        ("over 70 plants", "about 70 plants", ("above", "about")),
        ("more than 70 plants", "over 70 plants", None),
        ("70 plants", "70 plants, or over 70 plants", None),
        ("70 plants", "between 70 and 80 plants", None),
        ("70 plants", "over 70 plants, about 70 plants", ("exact", "about or above")),
    ],
)
def test_a_number_in_a_sentence_has_the_bound_of_its_source(text, words, told):
    found_ = [(each.message, each.severity, marked(each)) for each in told_of_aim(text, words)]
    if told is None:
        assert found_ == []
    else:
        here, there = told
        message = f"70 is '{here}' here; the words it rests on have it as '{there}'"
        assert found_ == [(message, "warning", "70")]


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("for 18 months", "for 18 months", None),
        ("for 18 months", "18 plants for 24 months", "18 months"),
        ("for 18 years", "18 months", "18 years"),
        ("for 1 year", "1 years", None),
        ("18 plants", "18 months", None),
    ],
)
def test_how_long_something_lasts_is_the_sources(text, words, told):
    found_ = [(each.message, each.severity, marked(each)) for each in told_of_aim(text, words)]
    message = f"'{told}' does not stand in the words that this rests on"
    assert found_ == ([] if told is None else [(message, "error", told)])


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("it is binding", "it is not binding", "binding"),
        ("it is not binding", "it is not binding", None),
        ("it is binding", "it is binding, not exclusive", None),
    ],
)
def test_what_the_source_denies(text, words, told):
    found_ = [
        (each.message, each.severity, marked(each))
        for each in told_of_aim(text, words)
        if "with a 'not'" in each.message
    ]
    message = f"the words that this rests on have '{told}' only with a 'not'"
    assert found_ == ([] if told is None else [(message, "warning", told)])


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("an exclusive supply", "a supply", "exclusive"),
        ("an exclusive supply", "an exclusive supply", None),
        ("an exclusive supply", "a non-exclusive supply", "exclusive"),
        ("it is signed", "they sign", None),
    ],
)
def test_a_weighty_word_is_the_sources(text, words, told):
    found_ = [(each.message, each.severity, marked(each)) for each in told_of_aim(text, words)]
    message = f"'{told}' does not stand in the words that this rests on"
    assert found_ == ([] if told is None else [(message, "warning", told)])
