"""Whom a record names, its quotes name too."""

import pytest
from checking import found, marked, the_issue

from dealcli.checks import parties

PARTIES = """\
parties:
- {id: alpha, name: "Alpha, Inc.", aka: [Alpha], called: [the Company], listings: [{ticker: ALP}]}
- {id: beta, name: Beta AG, aka: [Beta]}
- {id: gamma, name: Gamma Ltd., aka: [Gamma]}
"""


def looked_at(record: str, quote: str) -> list[tuple[str, str]]:
    """What is found of a record in flow style whose quote is the whole release."""
    key, _, rest = record.partition(": ")
    return found(parties, f"{PARTIES}{key}:\n- {{{rest}, quote: '{quote}'}}\n", quote)


@pytest.mark.parametrize(
    ("record", "address"),
    [
        ("facilities: id: f, name: F, owner: alpha", "/facilities/0/owner"),
        ("terms: id: t, kind: supply, from: alpha", "/terms/0/from"),
        ("terms: id: t, kind: supply, from: beta, to: [beta, alpha]", "/terms/0/to/1"),
        ("payments: from: alpha", "/payments/0/from"),
        ("payments: to: alpha", "/payments/0/to"),
        ("aims: text: Growth, party: alpha", "/aims/0/party"),
        ("holdings: in: alpha, holder: beta", "/holdings/0/in"),
        ("holdings: in: beta, holder: alpha", "/holdings/0/holder"),
        ("holdings: in: beta, holder: alpha, basis: stated, because: B", "/holdings/0/holder"),
        ("holdings: in: beta, holder: beta, from: alpha", "/holdings/0/from"),
        ("holdings: in: beta, holder: beta, from: [beta, alpha]", "/holdings/0/from/1"),
    ],
)
@pytest.mark.parametrize(
    ("quote", "named"),
    [
        ("Alpha, Inc. and Beta", True),
        ("Alpha and Beta", True),
        ("The Company and Beta", True),
        ("ALP and Beta", True),
        ("Alphabet and Beta", False),
        ("a company and Beta", False),
    ],
)
def test_a_quote_names_whom_the_record_does(record, address, quote, named):
    assert looked_at(record, quote) == [("party-not-named", address)] * (not named)


def test_a_party_that_is_not_named_in_words():
    text = f"{PARTIES}aims:\n- {{text: Growth, party: alpha, quote: Beta}}\n"
    issue = the_issue(parties, text, "Beta")
    assert issue.message == "'alpha' is not named in the quotes of this record"
    assert issue.hint == (
        "quote words that name it; other names go under 'aka', and 'the Company' under 'called'"
    )
    assert marked(issue) == "alpha"


def test_any_quote_of_the_record_may_name_it():
    text = f"{PARTIES}aims:\n- {{text: Growth, party: alpha, quote: [Beta, Alpha]}}\n"
    assert found(parties, text, "Alpha and Beta") == []


def test_an_id_that_no_party_has_is_no_matter_of_words():
    assert looked_at("aims: text: Growth, party: nobody", "Words") == []
    assert looked_at("facilities: id: f, name: F, venture: v", "Words") == []


@pytest.mark.parametrize("name", ["Alpha Power", "Old Alpha", "Old Alpha Power"])
def test_a_name_inside_a_longer_one_names_nobody(name):
    longer = PARTIES + f"- {{id: other, name: {name}}}\n"
    for quote, named in ((f"So says {name}", "other"), (f"Alpha, not {name}", "alpha other")):
        for party in ("alpha", "other"):
            text = f"{longer}aims:\n- {{text: T, party: {party}, quote: '{quote}'}}\n"
            told = [("party-not-named", "/aims/0/party")] * (party not in named.split())
            assert found(parties, text, quote) == told


def test_a_parent_is_named():
    text = "parties:\n- {id: a, name: A, parent: b, quote: Words}\n- {id: b, name: Beta}\n"
    assert found(parties, text, "Words") == [("party-not-named", "/parties/0/parent")]


def test_without_a_quote_nobody_needs_to_be_named():
    text = f"{PARTIES}aims:\n- {{text: Growth, party: alpha}}\n"
    assert found(parties, text, "Beta") == []


def test_the_holder_of_an_implied_share_is_named_by_its_because():
    holding = "holdings: in: beta, holder: alpha, basis: implied, because: The rest is BY"
    assert looked_at(holding.replace("BY", "of Alpha"), "Beta") == []
    assert looked_at(holding.replace("BY", "of Beta"), "Alpha and Beta") == [
        ("party-not-named", "/holdings/0/holder")
    ]
    share = "{in: beta, holder: alpha, basis: implied, because: B, quote: Beta}"
    text = f"{PARTIES}holdings:\n- {share}\n"
    issue = the_issue(parties, text, "Beta")
    assert issue.message == "'alpha' is not named in the 'because' of this share"


def test_the_company_of_an_implied_share_is_named_by_a_quote():
    holding = "holdings: in: beta, holder: alpha, basis: implied, because: Alpha and Beta"
    assert looked_at(holding, "Alpha") == [("party-not-named", "/holdings/0/in")]


def test_the_party_of_a_statement_is_named_where_its_speaker_is():
    quotes = ["Ann Lee, CEO of Alpha, said", "We at Beta are glad"]
    release = ": ".join(quotes)
    for party, told in (("alpha", []), ("beta", [("party-not-named", "/statements/0/party")])):
        statement = f"speaker: Ann Lee, party: {party}, quote: ['{quotes[0]}', {quotes[1]}]"
        text = f"{PARTIES}statements:\n- {{{statement}}}\n"
        assert found(parties, text, release) == told
    assert the_issue(parties, text, release).message == (
        "'beta' is not named in the quote that names the speaker"
    )


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Ann Lee, CEO of Alpha and chair of Beta, said", []),
        ("Ann Lee, CEO of Alpha, said", [("party-not-named", "/statements/0/party/1")]),
        (
            "Ann Lee said",
            [("party-not-named", f"/statements/0/party/{number}") for number in (0, 1)],
        ),
    ],
)
def test_each_party_of_a_statement_is_named_where_its_speaker_is(quote, told):
    statement = f"speaker: Ann Lee, party: [alpha, beta], quote: '{quote}'"
    assert found(parties, f"{PARTIES}statements:\n- {{{statement}}}\n", quote) == told


def test_a_venture_that_is_paid_is_no_party_to_be_named():
    text = (
        f"{PARTIES}joint_ventures:\n- {{id: v, name: V}}\n"
        "payments:\n- {from: SIDE, to: v, quote: Alpha will pay}\n"
    )
    assert found(parties, text.replace("SIDE", "alpha"), "Alpha will pay") == []
    assert found(parties, text.replace("SIDE", "[beta, v]"), "Alpha will pay") == [
        ("party-not-named", "/payments/0/from/0")
    ]


@pytest.mark.parametrize(
    ("quote", "leads"),
    [
        ("Alpha will lead the venture", "alpha"),
        ("Alpha leads it, with Beta", "alpha"),
        ("Beta and Alpha takes the leading role", "alpha"),
        ("Alpha operates it", "alpha"),
        ("Alpha manages it, Beta helps", "alpha"),
        ("Alpha is the operator, Beta not", "alpha"),
        ("Alpha takes an interest and operatorship from Beta", "alpha"),
        ("Alpha runs it for Beta", "alpha"),
        ("Alpha is responsible for the daily operations, Beta for sales", "alpha"),
        ("the Company will be manager", "alpha"),
        ("ALP leads", "alpha"),
        ("led by Alpha with Beta", "alpha"),
        ("Beta: it is led by Alpha", "alpha"),
        ("it is operated by Alpha", "alpha"),
        ("managed by Alpha, Inc. and Beta", "alpha"),
        ("run by Alpha", "alpha"),
        ("Alpha founds what Beta will lead", "beta"),
        ("Alpha is led by Beta", "beta"),
        ("led by Beta, then Alpha", "beta"),
        ("Alpha misleads Beta", ""),
        ("Alpha and Beta found it", ""),
        ("will lead Alpha", ""),
        ("Alpha, it is led by", ""),
        ("Alpha leads. Beta leads", "alpha beta"),
    ],
)
def test_who_leads(quote, leads):
    for one in ("alpha", "beta", "gamma"):
        told = looked_at(f"joint_ventures: id: v, name: V, lead: {one}", quote)
        leading = [address for _, address in told].count("/joint_ventures/0/lead") == 0
        assert leading is (one in leads.split())


@pytest.mark.parametrize(
    ("quote", "operates"),
    [
        ("Alpha operates it", "alpha"),
        ("Alpha is the operator, Beta not", "alpha"),
        ("Alpha takes an interest and operatorship from Beta", "alpha"),
        ("Alpha runs it for Beta", "alpha"),
        ("with Alpha as operating partner of Beta", "alpha"),
        ("managed by Alpha, Inc. and Beta", "alpha"),
        ("Its operator will be Alpha and not Beta", "alpha"),
        ("Operatorship passes to Alpha", "alpha"),
        ("Alpha founds what Beta will operate", "beta"),
        ("Gamma says that Alpha, an affiliate of Beta (Beta), will be operator", "alpha beta"),
        ("Gamma says that Alpha, a friend of Beta, will be operator", "beta"),
        ("A subsidiary of Beta will be operator", "beta"),
        ("Alpha leads it", ""),
        ("It is led by Alpha", ""),
        ("Alpha takes the leading role", ""),
        ("Alpha cooperates with Beta", ""),
        ("Alpha, operating in Norway", ""),
        ("Beta owns it; Alpha is responsible for the daily operations of the mill", "alpha"),
        ("Alpha will have responsibility for its operation, and Beta for its sales", "alpha"),
        ("Alpha is responsible for the sales of the mill", ""),
        ("Alpha is responsible for its cooperation with Beta", ""),
    ],
)
@pytest.mark.parametrize("record", ["joint_ventures: id: v", "facilities: id: v"])
def test_who_operates(record, quote, operates):
    address = f"/{record.partition(':')[0]}/0/operator"
    for one in ("alpha", "beta", "gamma"):
        told = looked_at(f"{record}, name: V, operator: {one}", quote)
        assert (address not in [at for _, at in told]) is (one in operates.split())


def test_an_operator_that_no_quote_has_in_words():
    text = f"{PARTIES}facilities:\n- {{id: f, name: F, operator: alpha, quote: Alpha leads}}\n"
    issue = the_issue(parties, text, "Alpha leads")
    assert (issue.code, issue.address) == ("party-not-named", "/facilities/0/operator")
    assert issue.message == "no quote of this facility says that 'alpha' operates"
    assert marked(issue) == "alpha"


def test_a_lead_that_no_quote_has_in_words():
    text = (
        f"{PARTIES}joint_ventures:\n- {{id: v, name: V, lead: alpha, quote: 'Alpha, Beta leads'}}\n"
    )
    issue = the_issue(parties, text, "Alpha, Beta leads")
    assert (issue.code, issue.address) == ("party-not-named", "/joint_ventures/0/lead")
    assert issue.message == "no quote of this venture says that 'alpha' leads"


def test_any_quote_of_a_venture_may_say_who_leads():
    venture = "{id: v, name: V, lead: alpha, quote: [Beta leads, Alpha leads]}"
    text = f"{PARTIES}joint_ventures:\n- {venture}\n"
    assert found(parties, text, "Beta leads. Alpha leads") == []


def test_without_a_lead_or_one_who_exists_nobody_leads():
    assert looked_at("joint_ventures: id: v, name: V", "Beta") == []
    assert looked_at("joint_ventures: id: v, name: V, lead: nobody", "Beta") == []
