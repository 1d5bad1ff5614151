"""The bad use of each key and word that format 1 got later, and its repaired twin.

All checks look at both: of the bad use they find what is expected and nothing else, of the twin
nothing.
"""

import pytest
from checking import found

from dealcli.checks import registry

OPENING = "Alder Mining, Birch AG and Cedar Ltd announce it."
PARTIES = f"""\
parties:
- {{id: alder, name: Alder Mining, quote: '{OPENING}'}}
- {{id: birch, name: Birch AG, quote: '{OPENING}'}}
- {{id: cedar, name: Cedar Ltd, quote: '{OPENING}'}}
"""

DEAL = "USE\nquote: 'SAID'\n"
SOURCE = "sources:\n- {id: release, title: The announcement, quote: 'SAID', USE}\n"
PARTY = "- {id: dale, name: Dale Works, quote: 'SAID', USE}\n"
PARTY_FACT = PARTY.replace("USE", "facts: [{text: Dale Works, quote: 'SAID', USE}]")
VENTURE = "joint_ventures:\n- {id: v, name: venture, quote: 'SAID', USE}\n"
STAKE = VENTURE.replace("USE", "stakes: [{holder: birch, quote: 'SAID', USE}]")
HOLDING = "holdings:\n- {in: cedar, holder: birch, quote: 'SAID', USE}\n"
STEP = HOLDING.replace("USE", "steps: [{percent: 51, quote: 'SAID', USE}]")
FACILITY = "facilities:\n- {id: f, name: mill, quote: 'SAID', USE}\n"
FACILITY_FACT = FACILITY.replace("USE", "facts: [{text: The mill, quote: 'SAID', USE}]")
VENTURES = """\
joint_ventures:
- {id: saw, name: Oakford Sawmill, quote: 'SAID'}
- {id: pulp, name: Elmsby Pulp, quote: 'SAID'}
"""
TERM = f"{VENTURES}terms:\n- {{id: t, kind: supply, quote: 'SAID', USE}}\n"
PAYMENT = f"{VENTURES}payments:\n- {{form: royalty, quote: 'SAID', USE}}\n"
PARTS = """\
payments:
- {id: total, amount: {exact: 9, unit: € million}, quote: 'SAID'}
- {id: first, amount: {exact: 4, unit: € million}, quote: 'SAID', USE}
"""
POINT = "market:\n- {what: The market, quote: 'SAID', points: [{quote: 'SAID', USE}]}\n"
AIM = "aims:\n- {text: It grows, quote: 'SAID', USE}\n"
STATEMENT = "statements:\n- {speaker: Ann Lee, quote: 'SAID', USE}\n"

SHARE_OF = "Alder Mining will sell a share in {} to Birch AG by 2031 for €5."
SHARE = [
    ("when: 2031", "when: {by: 2031}", "wrong-bound", "when"),
    ("when: {by: 2032}", "when: {by: 2031}", "ungrounded-date", "when/by"),
    ("from: birch", "from: alder", "same-party", "from"),
    ("from: nobody", "from: alder", "unknown-id", "from"),
    (
        "price: {exact: 6, unit: €}",
        "price: {exact: 5, unit: €}",
        "ungrounded-number",
        "price/exact",
    ),
    ("price: {exact: 5, unit: $}", "price: {exact: 5, unit: €}", "wrong-unit", "price/exact"),
    ("price: {up_to: 5, unit: €}", "price: {exact: 5, unit: €}", "wrong-bound", "price/up_to"),
]
FACT_SAID = "Dale Works opened the mill in 1987 and has 240 people."
FACT = [
    ("amount: 250", "amount: 240", "ungrounded-number", "amount"),
    ("amount: {about: 240}", "amount: 240", "wrong-bound", "amount/about"),
    ("amount: {exact: 240, unit: GWh}", "amount: 240", "wrong-unit", "amount/exact"),
    ("when: 1988", "when: 1987", "ungrounded-date", "when"),
]
WORTH = "amount: {exact: 70, unit: $ billion}"

USES = [
    (
        DEAL,
        "Birch AG gets an option.",
        "",
        [
            ("kind: supply", "kind: option", "unsupported-word", "kind"),
            ("stage: conditional", "stage: option", "unsupported-word", "stage"),
        ],
    ),
    (
        DEAL,
        "Birch AG supplies ore.",
        "",
        [("kind: option", "kind: supply", "unsupported-word", "kind")],
    ),
    (
        DEAL,
        "Birch AG sells a mine.",
        "",
        [("kind: merger", "kind: disposal", "unsupported-word", "kind")],
    ),
    (
        DEAL,
        "Birch AG and Cedar Ltd merge.",
        "",
        [("kind: disposal", "kind: merger", "unsupported-word", "kind")],
    ),
    (
        DEAL,
        "There is a term sheet.",
        "",
        [("stage: option", "stage: term-sheet", "unsupported-word", "stage")],
    ),
    (
        DEAL,
        "It is subject to a vote.",
        "",
        [("stage: term-sheet", "stage: conditional", "unsupported-word", "stage")],
    ),
    (
        SOURCE,
        "It was published on 5 May 2031.",
        "sources/0",
        [
            (
                "published: 2031-05-05, retrieved: 2031-05-04",
                "published: 2031-05-05, retrieved: 2031-05-06",
                "wrong-order",
                "retrieved",
            ),
            ("language: de", "language: en-GB", "unsupported-language", "language"),
        ],
    ),
    (
        PARTY,
        "Dale Works is an affiliate of Birch AG.",
        "parties/3",
        [
            ("affiliate_of: cedar", "affiliate_of: birch", "party-not-named", "affiliate_of"),
            ("affiliate_of: dale", "affiliate_of: birch", "circular-parent", "affiliate_of"),
        ],
    ),
    (PARTY_FACT, FACT_SAID, "parties/3/facts/0", FACT),
    (STAKE, SHARE_OF.format("the venture"), "joint_ventures/0/stakes/0", SHARE),
    (HOLDING, SHARE_OF.format("Cedar Ltd"), "holdings/0", SHARE),
    (
        STEP,
        "Birch AG has 30% of Cedar Ltd and can buy a further 21%.",
        "holdings/0/steps/0",
        [
            ("on: a purchase", "because: 30% and 21%", "ungrounded-number", "percent"),
            (
                "because: 30% and 21% of 7 votes",
                "because: 30% and 21%",
                "ungrounded-text",
                "because",
            ),
            ("because: 30% and a vote", "because: 30% and 21%", "wrong-sum", "percent"),
        ],
    ),
    (
        VENTURE,
        "Birch AG operates the venture, which Alder Mining leads.",
        "joint_ventures/0",
        [("operator: alder", "operator: birch", "party-not-named", "operator")],
    ),
    (
        VENTURE,
        "The venture makes up to 50 tonnes a year.",
        "joint_ventures/0/capacity/0",
        [
            (
                "capacity: [{up_to: 60, unit: tonnes, quote: 'SAID'}]",
                "capacity: [{up_to: 50, unit: tonnes, quote: 'SAID'}]",
                "ungrounded-number",
                "up_to",
            ),
            (
                "capacity: [{exact: 50, unit: tonnes, quote: 'SAID'}]",
                "capacity: [{up_to: 50, unit: tonnes, quote: 'SAID'}]",
                "wrong-bound",
                "exact",
            ),
        ],
    ),
    (
        FACILITY,
        "Birch AG operates the mill, which makes steel from ore for Alder Mining.",
        "facilities/0",
        [
            ("operator: alder", "operator: birch", "party-not-named", "operator"),
            ("inputs: coal", "inputs: ore", "ungrounded-name", "inputs"),
        ],
    ),
    (FACILITY_FACT, FACT_SAID, "facilities/0/facts/0", FACT),
    (
        TERM,
        "Elmsby Pulp will supply up to 700 tonnes a year to Oakford Sawmill.",
        "terms/0",
        [
            ("from: saw, to: pulp", "from: pulp, to: saw", "wrong-side", "to"),
            ("to: [alder, saw]", "to: saw", "party-not-named", "to/0"),
            (
                "amount: {exact: 700, unit: tonnes a year}",
                "amount: {up_to: 700, unit: tonnes a year}",
                "wrong-bound",
                "amount/exact",
            ),
            (
                "amount: {up_to: 700, unit: tonnes a month}",
                "amount: {up_to: 700, unit: tonnes a year}",
                "wrong-unit",
                "amount/up_to",
            ),
        ],
    ),
    (
        PAYMENT,
        "Elmsby Pulp will pay royalties to Oakford Sawmill.",
        "payments/0",
        [("from: saw, to: pulp", "from: pulp, to: saw", "wrong-side", "to")],
    ),
    (
        PARTS,
        "It pays €9 million, of which €4 million is due first.",
        "payments/1",
        [
            ("part_of: first", "part_of: total", "circular-part", "part_of"),
            ("part_of: alder", "part_of: total", "wrong-kind", "part_of"),
        ],
    ),
    (
        POINT,
        "The market is worth $70 billion.",
        "market/0/points/0",
        [(f"year: 2030, {WORTH}", WORTH, "ungrounded-date", "year")],
    ),
    (
        AIM,
        "It is to grow by 2034.",
        "aims/0",
        [
            ("when: 2034", "when: {by: 2034}", "wrong-bound", "when"),
            ("when: {by: 2035}", "when: {by: 2034}", "ungrounded-date", "when/by"),
        ],
    ),
    (
        STATEMENT,
        "“We like it,” said Ann Lee, CEO of Birch AG and director of Alder Mining.",
        "statements/0",
        [
            ("party: [birch, cedar]", "party: [birch, alder]", "party-not-named", "party/1"),
            ("party: [birch, nobody]", "party: [birch, alder]", "unknown-id", "party/1"),
        ],
    ),
]
"""A record, what the source says, the record's address, and the uses of its keys.

Of each use: what is wrong, its repair, the code of what is found, and the address in the record.
"""


@pytest.mark.parametrize(
    ("record", "said", "wrong", "right", "told"),
    [
        pytest.param(
            record, said, wrong, right, (code, f"{at and '/'}{at}/{key}"), id=f"{at} {wrong}"
        )
        for record, said, at, uses in USES
        for wrong, right, code, key in uses
    ],
)
def test_a_bad_use_is_found_and_its_repair_is_right(record, said, wrong, right, told):
    bad, repaired = (
        PARTIES + record.replace("USE", use).replace("SAID", said) for use in (wrong, right)
    )
    release = f"{OPENING} {said}"
    assert found(registry, bad, release) == [told]
    assert found(registry, repaired, release) == []
