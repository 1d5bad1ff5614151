"""Sides: who gives, takes and holds is not the other way round in the words."""

import pytest
from checking import found, issues, marked, the_issue

from dealcli.checks import sides

PARTIES = """\
parties:
- {id: a, name: Alpha, quote: Alpha}
- {id: b, name: Beta, quote: Beta}
- {id: c, name: Gamma, quote: Gamma}
"""


def term(words, kind="supply", giver="a", taker="b"):
    given = "".join(f"  {key}: {one}\n" for key, one in (("from", giver), ("to", taker)) if one)
    return f"{PARTIES}terms:\n- id: t\n  kind: {kind}\n{given}  quote: {words!r}\n"


def payment(words, form, giver="a", taker="b"):
    return f"{PARTIES}payments:\n- {{form: {form}, from: {giver}, to: {taker}, quote: {words!r}}}\n"


def venture(words, *stakes):
    listed = "".join(
        f"  - {{holder: {holder}, percent: {share}, basis: stated, quote: {words!r}}}\n"
        for holder, share in stakes
    )
    return f"{PARTIES}joint_ventures:\n- id: v\n  name: V\n  stakes:\n{listed}"


@pytest.mark.parametrize(
    "words",
    [
        "Alpha will supply cells to Beta.",
        "Alpha and Gamma will supply Beta.",
        "Cells will be supplied by Alpha to Beta.",
        "Beta will buy cells from Alpha.",
        "Beta has received cells of Alpha.",
        "Alpha has supplied Beta.",
        "Alpha and Beta agree on cells.",
        "Beta will build a plant and Alpha will supply it.",
        "Beta will supply Alpha; Alpha will supply Beta.",
        "Beta supplies Alpha.",
        "Beta sells coal and will supply Alpha.",
        "They agree with Beta. It will supply Alpha.",
        "Beta said that Gamma will supply Alpha.",
    ],
)
def test_words_that_say_so_or_say_nothing(words):
    assert found(sides, term(words), words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Beta will supply cells to Alpha.",
        "Beta would also sell them to Alpha.",
        "Beta has already delivered to Alpha.",
        "Beta and Gamma shall supply Alpha.",
        "Gamma, Beta will supply Alpha.",
        "It is provided by Beta to Alpha.",
        "Gamma sells coal. Beta will supply cells to Alpha.",
        "Beta will build a plant and will supply Alpha.",
        "Beta will build a plant for Gamma and will supply Alpha.",
    ],
)
def test_a_taker_that_gives(words):
    assert found(sides, term(words), words) == [("wrong-side", "/terms/0/to")]


@pytest.mark.parametrize(
    "words", ["Alpha will buy cells from Beta.", "Alpha has received cells from Beta."]
)
def test_a_giver_that_takes(words):
    assert found(sides, term(words), words) == [("wrong-side", "/terms/0/from")]


def test_what_is_said():
    words = "Beta will supply cells to Alpha."
    issue = the_issue(sides, term(words), words)
    assert issue.message == "'b' stands under 'to', but the quotes say that it gives"
    assert issue.hint == "'from' gives and 'to' takes"
    assert (issue.severity, marked(issue)) == ("warning", "b")
    words = "Alpha will buy them."
    issue = the_issue(sides, term(words), words)
    assert issue.message == "'a' stands under 'from', but the quotes say that it takes"
    assert (issue.severity, marked(issue)) == ("warning", "a")


def share(words, seller="a"):
    sold = f", from: {seller}" if seller else ""
    return f"{PARTIES}holdings:\n- {{in: c, holder: b{sold}, quote: {words!r}}}\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Alpha will sell 5% of Gamma to Beta.", []),
        ("Beta will acquire 5% of Gamma from Alpha.", []),
        ("Beta may earn 5% of Gamma.", []),
        ("Beta will sell 5% of Gamma to Alpha.", ["holder"]),
        ("Beta has divested 5% of Gamma.", ["holder"]),
        ("Alpha acquired 5% of Gamma from Beta.", ["holder"]),
        ("Beta acquired 5% of Gamma from Alpha.", []),
        ("Alpha acquired 5% of Gamma from a fund; Beta did not.", []),
        ("Alpha will purchase 5% of Gamma from Beta.", ["holder", "from"]),
    ],
)
def test_the_sides_of_a_share(words, told):
    found = issues(sides, share(words), words)
    assert [(each.code, each.address) for each in found] == [
        ("wrong-side", f"/holdings/0/{key}") for key in told
    ]
    assert all(each.hint == "'from' gives and 'holder' takes" for each in found)


def test_a_share_that_nobody_sells_has_no_sides():
    words = "Beta will sell 5% of Gamma and will keep 75%."
    assert found(sides, share(words, seller=None), words) == []


@pytest.mark.parametrize("key", ["giver", "taker"])
def test_one_side_alone(key):
    words = "Beta will supply cells."
    told = found(sides, term(words, **{key: None}), words)
    assert told == ([("wrong-side", "/terms/0/to")] if key == "giver" else [])


def test_several_on_one_side():
    words = "Beta and Gamma will supply Alpha."
    told = issues(sides, term(words, taker="[b, c]"), words)
    assert [each.address for each in told] == ["/terms/0/to"] * 2
    assert [marked(each) for each in told] == ["b", "c"]


def test_the_point_of_an_abbreviation_parts_no_subject_from_its_verb():
    words = "Beta, Inc. will supply Alpha."
    assert [code for code, _ in found(sides, term(words), words)] == ["wrong-side"]
    words = "Alpha will supply Beta; it will not supply others."
    assert found(sides, term(words), words) == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("licence", "Beta will license it to Alpha."),
        ("royalty", "Beta will pay Alpha a royalty."),
        ("option", "Beta has granted Alpha an option."),
        ("option", "Alpha may acquire all of it."),
        ("offtake", "Alpha will purchase it."),
    ],
)
def test_terms_of_other_kinds(kind, words):
    assert [code for code, _ in found(sides, term(words, kind), words)] == ["wrong-side"]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("cash", "Beta will pay Alpha."),
        ("cash", "It is payable by Beta."),
        ("shares", "Beta will issue shares to Alpha."),
        ("loan", "Beta has lent it to Alpha."),
        ("loan", "A loan from Beta."),
        ("contribution", "Beta must contribute it."),
        ("milestone", "Beta will pay Alpha."),
        ("subsidy", "Beta has approved it for Alpha."),
        ("letter-of-credit", "Beta will issue it."),
        ("royalty", "Beta will pay a royalty to Alpha."),
    ],
)
def test_payments(form, words):
    assert found(sides, payment(words, form), words) == [("wrong-side", "/payments/0/to")]


def flow(words, giver, taker):
    """A supply in which one side is a venture, whose name is Delta Cells."""
    founded = "joint_ventures:\n- {id: v, name: Delta Cells, quote: Delta Cells}\n"
    return f"{founded}{term(words, giver=giver, taker=taker)}"


@pytest.mark.parametrize(
    ("giver", "taker", "words"),
    [
        ("a", "v", "Alpha will supply cells to Delta Cells."),
        ("a", "v", "Alpha will supply cells to the joint venture."),
        ("v", "b", "Delta Cells will supply Beta."),
        ("v", "b", "The joint venture of Alpha and Beta will supply Beta."),
        ("v", "b", "Alpha and Beta's JV will supply cells to Beta."),
        ("[a, v]", "b", "Alpha and Delta Cells will supply Beta."),
    ],
)
def test_a_venture_on_one_side_is_no_mistake(giver, taker, words):
    assert found(sides, flow(words, giver, taker), words) == []


@pytest.mark.parametrize(
    ("giver", "taker", "words", "key"),
    [
        ("v", "a", "Alpha will supply cells to the joint venture.", "to"),
        ("v", "a", "Alpha will supply cells to Delta Cells.", "to"),
        ("b", "v", "Delta Cells will supply Beta.", "to"),
        ("b", "v", "The joint venture, Delta Cells, will supply Beta.", "to"),
        ("v", "b", "Delta Cells will buy cells from Beta.", "from"),
    ],
)
def test_a_venture_on_the_wrong_side(giver, taker, words, key):
    assert found(sides, flow(words, giver, taker), words) == [("wrong-side", f"/terms/0/{key}")]


def test_a_kind_of_which_nothing_is_known():
    for words in (
        "Beta will supply Alpha.",
        "It is supplied by Beta.",
        "Alpha has received it.",
    ):
        assert found(sides, term(words, "governance"), words) == []
    words = "Beta will supply Alpha."
    assert found(sides, f"{PARTIES}payments: [{{to: b, quote: {words}}}]\n", words) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Alpha will hold 60% and Beta 40%.", []),
        ("Beta will hold 60% and Alpha 40%.", [1]),
        ("with 60% held by Alpha and 40% held by Beta", []),
        ("with 60% held by Beta and 40% held by Alpha", [0]),
        ("Alpha and Beta will hold 60% and 40% respectively", []),
        ("Beta will hold 60%", []),
        ("60% and 40%", []),
        ("Beta and Alpha will hold 60%", []),
        ("Alpha and Beta will hold 60%", []),
        ("Beta will hold 60%, up from 50%", []),
        ("with 60% held by Beta, as Alpha wishes, and 40% by Alpha", [0, 1]),
    ],
)
def test_a_share_is_of_a_holder_named_beside_it(words, wrong):
    """One named before it, or after it and before the next: either will do."""
    told = found(sides, venture(words, ("a", 60), ("b", 40)), words)
    assert told == [
        ("wrong-holder", f"/joint_ventures/0/stakes/{index}/percent") for index in wrong
    ]


def test_what_is_said_of_a_share():
    words = "with 60% held by Beta and 30% by Alpha"
    issue = the_issue(sides, venture(words, ("a", 60), ("b", 10)), words)
    assert issue.message == "the quotes give 60% to b"
    assert issue.hint == "give each share to the holder that the source names with it"
    assert (issue.severity, marked(issue)) == ("warning", "60")
    words = "Alpha will hold 60%, Beta 40%"
    issue = the_issue(sides, venture(words, ("a", 50), ("b", 40), ("c", 60)), words)
    assert issue.message == "the quotes give 60% to a, b"


@pytest.mark.parametrize("share", ["{about: 60}", "60, basis: implied, because: so"])
def test_of_a_share_that_is_not_exact_or_not_stated_nothing_is_said(share):
    words = "with 60% held by Beta and 40% held by Alpha"
    stakes = venture(words, ("a", share), ("b", 40))
    text = stakes.replace(", basis: stated", "", "implied" in share)
    assert found(sides, text, words) == []


def test_a_share_may_stand_after_one_of_which_nothing_is_said():
    words = "with 60% held by Beta and 40% held by Alpha"
    text = venture(words, ("b", "{about: 40}"), ("a", 60))
    assert found(sides, text, words) == [("wrong-holder", "/joint_ventures/0/stakes/1/percent")]


def test_a_possessive_is_no_second_subject():
    """The plant's owner is named before the comma; who supplies is named after it."""
    words = "For Alpha's pack plant, Beta will supply cells."
    assert found(sides, term(words, giver="a", taker="b"), words) == [("wrong-side", "/terms/0/to")]
    assert found(sides, term(words, giver="b", taker="a"), words) == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("put", "Alpha may require Beta to buy its shares."),
        ("put", "Alpha may sell its shares to Beta."),
        ("call", "Alpha may acquire the shares of Beta."),
        ("no-shop", "Beta will not solicit other offers, as agreed with Alpha."),
        ("exclusivity", "Beta shall not negotiate with others than Alpha."),
    ],
)
def test_rights_to_buy_and_to_sell_have_sides(kind, words):
    assert found(sides, term(words, kind, giver="b", taker="a"), words) == []
    wrong = found(sides, term(words, kind, giver="a", taker="b"), words)
    assert {code for code, _ in wrong} == {"wrong-side"}


def test_a_share_of_a_company_is_of_a_holder_named_beside_it():
    words = "Alpha holds 60% and Beta 40% of Gamma."
    holdings = "".join(
        f"- {{holder: {holder}, in: c, percent: {share}, basis: stated, quote: {words!r}}}\n"
        for holder, share in (("a", 40), ("b", 60))
    )
    assert found(sides, f"{PARTIES}holdings:\n{holdings}", words) == [
        ("wrong-holder", "/holdings/0/percent")
    ]
