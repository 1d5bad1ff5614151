"""What is said to belong together is said together."""

import pytest
from checking import found, marked, the_issue

from dealcli.checks import links

RELEASE = "They found a venture. It has a plant. Another venture has a mill. The end is near."


def deal(facility: str, *ventures: str) -> str:
    """Ventures v0, v1, ... with their quotes, and a facility."""
    lines = "".join(
        f"- {{id: v{number}, name: V, quote: {quote}}}\n" for number, quote in enumerate(ventures)
    )
    return f"joint_ventures:\n{lines}facilities:\n- {{id: f, name: F, {facility}}}\n"


UNLINKED = [("unlinked", "/facilities/0/venture")]


@pytest.mark.parametrize(
    ("facility", "ventures", "told"),
    [
        ("venture: v0, quote: a plant", ["It has"], False),
        ("venture: v0, quote: a plant", ["a venture. It"], False),
        ("venture: v0, quote: a plant", ["They found"], True),
        ("venture: v0, quote: [a plant, They found]", ["They found"], False),
        ("venture: v0, quote: a plant", ["It has", "It has"], False),
        ("venture: v0, quote: a plant", ["They found", "It has"], True),
        ("venture: v1, quote: a plant", ["They found", "It has"], False),
        ("venture: v0, quote: [a plant, a mill]", ["It has", "[It has, Another venture]"], True),
        ("venture: v1, quote: [a plant, a mill]", ["It has", "[It has, Another venture]"], False),
        ("venture: v0, quote: Nowhere", ["It has"], True),
        ("venture: nobody, quote: a plant", ["It has"], False),
        ("owner: a, quote: a plant", ["They found"], False),
        ("venture: v0", ["They found"], False),
    ],
)
def test_a_facility_shares_a_sentence_with_its_venture(facility, ventures, told):
    assert found(links, deal(facility, *ventures), RELEASE) == UNLINKED * told


@pytest.mark.parametrize(("times", "told"), [(20, False), (21, True)])
def test_a_quote_that_stands_very_often_ties_nothing(times, told):
    text = deal("venture: v0, quote: a plant", "a plant")
    assert found(links, text, "It has a plant. " * times) == UNLINKED * told


def test_the_records_in_a_venture_quote_for_it_too():
    text = (
        "joint_ventures:\n- id: v0\n  name: V\n  quote: They found\n"
        "  stakes: [{holder: a, quote: It has}]\n"
        "facilities:\n- {id: f, name: F, venture: v0, quote: a plant}\n"
    )
    assert found(links, text, RELEASE) == []


def test_a_facility_that_nothing_ties_in_words():
    issue = the_issue(links, deal("venture: v0, quote: a plant", "They found"), RELEASE)
    assert issue.severity == "error"
    assert issue.message == "nothing quoted ties 'f' to 'v0'"
    assert issue.hint == "quote the sentence that ties them with both records"
    assert marked(issue) == "v0"


def test_a_venture_that_shares_more_is_told():
    ventures = ("They found", "It has", "a plant")
    issue = the_issue(links, deal("venture: v0, quote: a plant", *ventures), RELEASE)
    assert issue.hint == (
        "quote the sentence that ties them with both records; it shares more with v1, v2"
    )


def payment(sides: str, quote: str) -> str:
    """Two ventures, each with its quote, and a payment."""
    return (
        "joint_ventures:\n- {id: v0, name: Pack venture, quote: They found}\n"
        "- {id: v1, name: Mill venture, quote: Another venture}\n"
        f"payments:\n- {{{sides}, quote: {quote}}}\n"
    )


@pytest.mark.parametrize(
    ("sides", "quote", "told"),
    [
        ("to: v0", "a venture", []),
        ("to: v0", "a mill", ["to"]),
        ("to: v1", "a mill", []),
        ("from: [a, v0], to: b", "a mill", ["from/1"]),
        ("to: v0", "[a mill, a venture]", []),
        ("to: v0", "the pack venture has a mill", []),
        ("to: v0", "The end", []),
        ("to: nobody", "a mill", []),
    ],
)
def test_a_payment_shares_no_sentence_with_another_venture_only(sides, quote, told):
    release = f"{RELEASE} Another venture, the pack venture has a mill."
    assert found(links, payment(sides, quote), RELEASE if "pack" not in quote else release) == [
        ("unlinked", f"/payments/0/{key}") for key in told
    ]


def test_a_payment_to_another_venture_in_words():
    issue = the_issue(links, payment("to: v0", "a mill"), RELEASE)
    assert issue.message == "nothing quoted ties this payment to 'v0'"
    assert issue.hint == (
        "quote the sentence that ties them with both records; it shares more with v1"
    )
    assert (issue.severity, marked(issue)) == ("warning", "v0")


def part(part_of: str, quote: str) -> str:
    """Two payments, a part of the first, and another part."""
    return (
        "payments:\n- {id: fee, quote: They found}\n- {id: price, quote: Another venture}\n"
        "- {id: share, part_of: fee, quote: It has}\n"
        f"- {{part_of: {part_of}, quote: {quote}}}\n"
    )


@pytest.mark.parametrize(
    ("part_of", "quote", "told"),
    [
        ("fee", "a venture", False),
        ("fee", "a mill", True),
        ("fee", "[a mill, a venture]", False),
        ("fee", "a plant", False),
        ("fee", "The end", False),
        ("price", "a mill", False),
        ("price", "a venture", True),
        ("share", "a plant", False),
        ("share", "a mill", True),
        ("gone", "a mill", False),
    ],
)
def test_a_part_shares_no_sentence_with_another_total_only(part_of, quote, told):
    issues = found(links, part(part_of, quote), RELEASE)
    assert issues == [("unlinked", "/payments/3/part_of")] * told


def test_a_part_of_another_payment_in_words():
    issue = the_issue(links, part("fee", "a mill"), RELEASE)
    assert issue.message == "nothing quoted ties this payment to 'fee'"
    assert (issue.hint.rpartition(" ")[2], issue.severity) == ("price", "warning")
    assert marked(issue) == "fee"


def caveat(applies_to: str, quote: str) -> str:
    return (
        "parties:\n- {id: a, name: Alpha, quote: They found}\n"
        "terms:\n- {id: t, kind: supply, quote: It has}\n"
        f"caveats:\n- {{id: c, kind: hedge, text: T, applies_to: [{applies_to}], quote: {quote}}}\n"
    )


@pytest.mark.parametrize(
    ("applies_to", "quote", "told"),
    [
        ("t", "a plant", []),
        ("t", "[a mill, a plant]", []),
        ("t", "a mill", [0]),
        ("a", "a venture", []),
        ("a", "a mill", [0]),
        ("a", "Alpha is", []),
        ("a, t", "a plant", [0]),
        ("a, t", "a venture", [1]),
        ("a, t", "a mill", [0, 1]),
        ("nobody, t", "a mill", [1]),
    ],
)
def test_a_caveat_shares_a_sentence_with_what_it_is_about_or_names_it(applies_to, quote, told):
    assert found(links, caveat(applies_to, quote), f"{RELEASE} Alpha is here.") == [
        ("unlinked", f"/caveats/0/applies_to/{index}") for index in told
    ]


def test_a_caveat_that_nothing_ties_in_words():
    issue = the_issue(links, caveat("t", "a mill"), RELEASE)
    assert issue.severity == "warning"
    assert issue.message == "nothing quoted ties this caveat to 't'"
    assert issue.hint == "quote with the caveat a sentence that the record quotes too"
    assert marked(issue) == "t"


def test_a_caveat_without_words_is_not_judged():
    text = caveat("t", "a mill").replace(", quote: a mill", "")
    assert found(links, text, RELEASE) == []
    assert found(links, caveat("t", "a mill")) == []
