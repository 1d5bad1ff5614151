"""Every id that is named exists, is of the right kind, and is given once."""

import pytest
from checking import found, issues, marked, the_issue

from dealcli.checks import references

PARTIES = """\
parties:
- {id: alpha, name: Alpha}
- {id: beta, name: Beta}
"""
RECORDS = f"{PARTIES}joint_ventures:\n- {{id: venture, name: The venture}}\n"
RECORDS += "facilities:\n- {id: plant, name: The plant}\n"

NAMING = [
    ("parties:\n- {id: gamma, name: Gamma, parent: ONE}\n", "/parties/0/parent", "party"),
    ("joint_ventures:\n- {id: v, name: V, lead: ONE}\n", "/joint_ventures/0/lead", "party"),
    (
        "joint_ventures:\n- {id: v, name: V, stakes: [{holder: ONE}]}\n",
        "/joint_ventures/0/stakes/0/holder",
        "party",
    ),
    (
        "parties:\n- {id: gamma, name: Gamma, affiliate_of: ONE}\n",
        "/parties/0/affiliate_of",
        "party",
    ),
    ("joint_ventures:\n- {id: v, name: V, operator: ONE}\n", "/joint_ventures/0/operator", "party"),
    ("facilities:\n- {id: f, name: F, owner: ONE}\n", "/facilities/0/owner", "party"),
    ("facilities:\n- {id: f, name: F, operator: ONE}\n", "/facilities/0/operator", "party"),
    ("facilities:\n- {id: f, name: F, venture: ONE}\n", "/facilities/0/venture", "joint venture"),
    ("terms:\n- {id: t, kind: supply, from: ONE}\n", "/terms/0/from", "party or joint venture"),
    ("terms:\n- {id: t, kind: supply, to: [ONE]}\n", "/terms/0/to/0", "party or joint venture"),
    ("payments:\n- {from: ONE}\n", "/payments/0/from", "party or joint venture"),
    ("payments:\n- {to: ONE}\n", "/payments/0/to", "party or joint venture"),
    ("payments:\n- {part_of: ONE}\n", "/payments/0/part_of", "payment"),
    ("aims:\n- {text: Growth, party: ONE}\n", "/aims/0/party", "party"),
    ("statements:\n- {speaker: A. Person, party: ONE}\n", "/statements/0/party", "party"),
    ("statements:\n- {speaker: A. Person, party: [ONE]}\n", "/statements/0/party/0", "party"),
    (
        "caveats:\n- {id: c, kind: hedge, text: Likely, applies_to: [ONE]}\n",
        "/caveats/0/applies_to/0",
        "record",
    ),
    ("open_questions:\n- {text: When, about: [ONE]}\n", "/open_questions/0/about/0", "record"),
]


@pytest.mark.parametrize(("text", "address", "kind"), NAMING)
def test_what_is_named_exists(text, address, kind):
    issue = the_issue(references, text.replace("ONE", "nobody"))
    assert (issue.code, issue.address) == ("unknown-id", address)
    assert issue.message == f"no {kind} has the id 'nobody'"
    assert marked(issue) == "nobody"


def test_both_sides_of_a_holding_exist():
    text = "holdings:\n- {in: nobody, holder: no-one}\n"
    assert sorted(found(references, text)) == [
        ("unknown-id", "/holdings/0/holder"),
        ("unknown-id", "/holdings/0/in"),
    ]


def test_whom_a_share_is_bought_from_exists():
    text = f"{PARTIES}holdings:\n- {{in: beta, holder: alpha, from: [beta, nobody]}}\n"
    assert found(references, text) == [("unknown-id", "/holdings/0/from/1")]


@pytest.mark.parametrize(("text", "address", "kind"), [one for one in NAMING if one[2] != "record"])
def test_what_is_named_is_of_the_right_kind(text, address, kind):
    other = "market:\n- {what: Demand}\npayments:\n- {id: one}\n"
    if text.startswith("payments"):
        other = "terms:\n- {id: one, kind: supply}\n"
    issue = the_issue(references, other + text.replace("ONE", "one"))
    assert (issue.code, issue.address, marked(issue)) == ("wrong-kind", address, "one")
    assert issue.message.endswith(f"names a {kind.replace(' or ', ' or a ')}")


@pytest.mark.parametrize(("text", "address", "kind"), NAMING)
def test_what_is_named_exists_and_is_of_the_right_kind(text, address, kind):
    with_it = {
        "parties": "- {id: alpha, name: Alpha}\n",
        "joint_ventures": "- {id: venture, name: V}\n",
        "payments": "- {id: total}\n",
    }
    known = {"joint venture": ["venture"], "payment": ["total"]}.get(kind, ["alpha"])
    known += ["venture"] if kind == "party or joint venture" else []
    for key, record in with_it.items():
        text = text.replace(f"{key}:\n", f"{key}:\n{record}")
        if f"{key}:" not in text:
            text = f"{key}:\n{record}{text}"
    assert [found(references, text.replace("ONE", one)) for one in known] == [[]] * len(known)


def test_an_id_of_another_kind_says_which_there_are():
    text = f"{RECORDS}aims:\n- {{text: Growth, party: plant}}\n"
    issue = the_issue(references, text)
    assert issue.message == "'plant' is a facility; 'party' names a party"
    assert issue.hint == "there is: alpha, beta"


@pytest.mark.parametrize(
    ("named", "hint"),
    [("alfa", "did you mean 'alpha'?"), ("somebody-else", "there is: alpha, beta")],
)
def test_an_unknown_id_says_what_may_have_been_meant(named, hint):
    text = f"{RECORDS}aims:\n- {{text: Growth, party: {named}}}\n"
    assert the_issue(references, text).hint == hint


def test_an_unknown_id_of_a_kind_that_no_record_is_of():
    issue = the_issue(references, "aims:\n- {text: Growth, party: alpha}\n")
    assert issue.hint == "there is none"


@pytest.mark.parametrize(("count", "more"), [(12, ""), (13, ", ...")])
def test_of_very_many_ids_the_first_are_told(count, more):
    parties = "".join(f"- {{id: p{number}, name: P}}\n" for number in range(count))
    text = f"parties:\n{parties}aims:\n- {{text: Growth, party: somebody}}\n"
    first = ", ".join(f"p{number}" for number in range(12))
    assert the_issue(references, text).hint == f"there is: {first}{more}"


@pytest.mark.parametrize(
    "record",
    [
        "terms:\n- {id: one, kind: supply}\n",
        "payments:\n- {id: one}\n",
        "caveats:\n- {id: one, kind: hedge, text: Likely}\n",
    ],
)
def test_a_question_may_be_about_any_record(record):
    assert found(references, f"{record}open_questions:\n- {{text: When, about: [one]}}\n") == []


def test_a_question_is_not_about_a_source():
    text = "sources:\n- {id: release, title: R}\nopen_questions:\n- {text: W, about: [release]}\n"
    assert found(references, text) == [("unknown-id", "/open_questions/0/about/0")]


@pytest.mark.parametrize(
    ("quote", "address"),
    [
        ("{exact: Words, source: relaese}", "/parties/0/quote/source"),
        ("[Words, {exact: Words, source: relaese}]", "/parties/0/quote/1/source"),
    ],
)
def test_a_quote_is_from_a_source_that_there_is(quote, address):
    text = (
        f"sources:\n- {{id: release, title: R}}\nparties:\n- {{id: a, name: A, quote: {quote}}}\n"
    )
    issue = the_issue(references, text, "Words")
    assert (issue.code, issue.address) == ("unknown-id", address)
    assert issue.message == "no source has the id 'relaese'"
    assert issue.hint == "did you mean 'release'?"
    assert found(references, text.replace("relaese", "release"), "Words") == []


def test_an_id_is_given_once():
    text = (
        "parties:\n- {id: one, name: A}\n- {id: two, name: B}\nterms:\n- {id: one, kind: supply}\n"
    )
    issue = the_issue(references, text)
    assert (issue.code, issue.address) == ("duplicate-id", "/terms/0/id")
    assert issue.message == "the id 'one' is given again; a term has it here"
    assert issue.hint == "the first is on line 5: give each record an id of its own"


def test_records_without_an_id_may_stand_between():
    text = "terms:\n- {id: one, kind: supply}\npayments:\n- {form: cash}\n- {id: one}\n"
    assert found(references, text) == [("duplicate-id", "/payments/1/id")]


def test_each_record_that_has_an_id_again_is_told():
    parties = "".join(f"- {{id: one, name: {name}}}\n" for name in "ABC")
    told = issues(references, f"parties:\n{parties}")
    assert [each.address for each in told] == ["/parties/1/id", "/parties/2/id"]
    assert {each.hint.partition(":")[0] for each in told} == {"the first is on line 5"}


def test_the_id_of_a_source_is_given_once_too():
    text = "sources:\n- {id: one, title: R}\nparties:\n- {id: one, name: A}\n"
    assert found(references, text) == [("duplicate-id", "/parties/0/id")]


def test_records_without_an_id_share_none():
    assert found(references, "payments:\n- {form: cash}\n- {form: loan}\n") == []


def parents(**parent_of: str) -> str:
    lines = (f"- {{id: {one}, name: N, parent: {of}}}\n" for one, of in parent_of.items())
    return f"parties:\n- {{id: top, name: Top}}\n{''.join(lines)}"


@pytest.mark.parametrize(
    ("parent_of", "told"),
    [
        ({"a": "top", "b": "a"}, []),
        ({"a": "a"}, [1]),
        ({"a": "b", "b": "a"}, [1, 2]),
        ({"a": "b", "b": "c", "c": "a"}, [1, 2, 3]),
        ({"a": "b", "b": "b"}, [2]),
        ({"a": "b", "b": "c", "c": "b"}, [2, 3]),
    ],
)
def test_no_party_is_its_own_parent(parent_of, told):
    assert found(references, parents(**parent_of)) == [
        ("circular-parent", f"/parties/{number}/parent") for number in told
    ]


@pytest.mark.parametrize(("affiliate", "told"), [("top", 0), ("a", 1)])
def test_no_party_is_its_own_affiliate(affiliate, told):
    text = f"parties:\n- {{id: top, name: T}}\n- {{id: a, name: A, affiliate_of: {affiliate}}}\n"
    assert found(references, text) == [("circular-parent", "/parties/1/affiliate_of")] * told


@pytest.mark.parametrize(
    ("totals", "told"),
    [
        ({"a": "top", "b": "a"}, []),
        ({"a": "a"}, [1]),
        ({"a": "b", "b": "c", "c": "a"}, [1, 2, 3]),
        ({"a": "b", "b": "b"}, [2]),
    ],
)
def test_no_payment_is_a_part_of_itself(totals, told):
    lines = (f"- {{id: {one}, part_of: {total}}}\n" for one, total in totals.items())
    assert found(references, f"payments:\n- {{id: top}}\n{''.join(lines)}") == [
        ("circular-part", f"/payments/{number}/part_of") for number in told
    ]


def test_a_circle_of_parts_in_words():
    issue = the_issue(references, "payments:\n- {id: a, part_of: a}\n- {form: cash, part_of: a}\n")
    assert (issue.message, marked(issue)) == ("'a' is a part of itself", "a")


def test_a_circle_of_parents_in_words():
    issue = the_issue(references, parents(a="a"))
    assert (issue.message, marked(issue)) == ("'a' is its own parent", "a")


@pytest.mark.parametrize(
    ("sides", "told"),
    [
        ("from: alpha, to: beta", []),
        ("from: alpha", []),
        ("to: alpha", []),
        ("from: alpha, to: alpha", ["alpha"]),
        ("from: alpha, to: [beta, alpha]", ["alpha"]),
        ("from: [alpha, beta], to: [beta, alpha]", ["alpha", "beta"]),
    ],
)
@pytest.mark.parametrize("record", ["terms:\n- {id: t, kind: supply, ", "payments:\n- {"])
def test_nobody_gives_to_himself(record, sides, told):
    found = issues(references, f"{RECORDS}{record}{sides}}}\n")
    where = f"/{record.partition(':')[0]}/0/to"
    assert [(each.code, each.address) for each in found] == [("same-party", where)] * len(told)
    assert list(map(marked, found)) == told


@pytest.mark.parametrize(
    ("stake", "told"),
    [
        ("holder: alpha, from: beta", 0),
        ("holder: alpha", 0),
        ("holder: alpha, from: alpha", 1),
        ("holder: alpha, from: [beta, alpha]", 1),
    ],
)
@pytest.mark.parametrize(
    ("record", "end"),
    [("holdings:\n- {in: beta, ", "}"), ("joint_ventures:\n- {id: v, name: V, stakes: [{", "}]}")],
)
def test_nobody_buys_a_share_from_himself(record, end, stake, told):
    found = issues(references, f"{PARTIES}{record}{stake}{end}\n")
    assert [each.code for each in found] == ["same-party"] * told
    assert [marked(each) for each in found] == ["alpha"] * told
    assert all(each.address.endswith("/from") for each in found)


def test_both_sides_in_words():
    text = f"{RECORDS}payments:\n- {{from: alpha, to: alpha}}\n"
    issue = the_issue(references, text)
    assert issue.message == "'alpha' stands on both sides of this payment"
    assert issue.hint.startswith("'from' gives and 'to' takes")


def test_only_the_first_unknown_ids_are_compared_with_all_that_are_known():
    aims = "".join("- {text: T, party: alphx}\n" for _ in range(101))
    found_ = issues(references, f"parties:\n- {{id: alpha, name: A}}\naims:\n{aims}")
    assert [issue.hint for issue in found_] == ["did you mean 'alpha'?"] * 100 + ["there is: alpha"]
