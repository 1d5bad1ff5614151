"""What words a source must have for a word of the deal file."""

from typing import get_args

import pytest
from checking import found, marked, the_issue

from dealcli import model
from dealcli.checks import vocabulary
from dealcli.language.en import ENGLISH
from dealcli.meanings import Vocabulary

RECORDS = {
    (model.Deal, "kind"): "kind: WORD\nquote: 'SAID'\n",
    (model.Deal, "stage"): "stage: WORD\nquote: 'SAID'\n",
    (model.JointVenture, "stage"): (
        "joint_ventures:\n- {id: v, name: V, stage: WORD, quote: 'SAID'}\n"
    ),
    (model.Party, "kind"): "parties:\n- {id: a, name: A, kind: WORD, quote: 'SAID'}\n",
    (model.Facility, "status"): "facilities:\n- {id: f, name: F, status: WORD, quote: 'SAID'}\n",
    (model.Facility, "horizon"): "facilities:\n- {id: f, name: F, horizon: WORD, quote: 'SAID'}\n",
    (model.Term, "kind"): "terms:\n- {id: t, kind: WORD, quote: 'SAID'}\n",
    (model.Payment, "form"): "payments:\n- {form: WORD, quote: 'SAID'}\n",
    (model.Caveat, "kind"): "caveats:\n- {id: c, kind: WORD, text: T, quote: 'SAID'}\n",
}

SAID = {
    (model.Deal, "kind"): {
        "joint-venture": ["a joint venture", "Joint-Ventures", "the JV"],
        "acquisition": ["will acquire", "an acquisition", "buys it", "a merger"],
        "investment": ["an investment", "a stake"],
        "financing": ["a loan", "financed"],
        "disposal": ["a disposal", "will divest", "the sale of it", "sold"],
        "merger": ["a merger", "merges with it", "to combine"],
        "option": [
            "an option",
            "the earn-in",
            "farms in",
            "a farm-out",
            "the right to earn 5%",
            "may earn 5%",
        ],
        "licence": ["a licence", "licensed"],
        "supply": ["will supply", "offtake", "a time charter", "a service agreement"],
        "collaboration": ["a collaboration", "strategic partners", "co-operation"],
    },
    (model.Deal, "stage"): {
        "announced": ["announced", "will", "a partnership"],
        "letter-of-intent": ["a letter of intent", "the LOI", "an MOU"],
        "term-sheet": ["a term sheet", "the heads of terms"],
        "option": ["the option", "rights to buy it"],
        "conditional": ["subject to it", "the conditions"],
        "signed": ["has signed", "entered into it"],
        "closed": ["has closed", "the closing of it", "completed"],
        "superseded": ["supersedes", "replaced"],
        "terminated": ["terminated", "called off"],
    },
    (model.JointVenture, "stage"): {"announced": ["announced"], "signed": ["was signed"]},
    (model.Party, "kind"): {
        "company": ["Alpha, Inc.", "Beta AG", "a company"],
        "subsidiary": ["its subsidiary", "a wholly-owned one"],
        "government": ["the government", "the Ministry"],
        "bank": ["the Bank"],
        "fund": ["a fund", "an investor"],
        "unnamed": ["a holder", "some others"],
    },
    (model.Facility, "status"): {
        "announced": ["planned", "will be built"],
        "pre-construction": ["a permit"],
        "construction": ["under construction", "broke ground"],
        "operating": ["is operating", "in production"],
        "shelved": ["on hold"],
        "cancelled": ["cancelled", "abandoned"],
        "mothballed": ["mothballed"],
        "retired": ["retired", "was closed"],
    },
    (model.Facility, "horizon"): {
        "near-term": ["near-term", "in the near term", "Soon"],
        "longer-term": ["longer-term", "a long term", "later"],
    },
    (model.Term, "kind"): {
        "supply": ["will supply", "suppliers"],
        "offtake": ["off-take", "will purchase"],
        "governance": ["the board"],
        "royalty": ["royalties"],
        "warranty": ["a warranty", "Warranties"],
        "right-of-first-refusal": ["the right of first refusal"],
    },
    (model.Payment, "form"): {
        "cash": ["in cash", "$5", "paid"],
        "shares": ["in shares", "of stock"],
        "loan": ["a loan"],
        "convertible": ["convertible"],
        "letter-of-credit": ["a letter of credit"],
        "milestone": ["a milestone"],
        "royalty": ["a royalty"],
        "subsidy": ["a grant", "subsidies"],
        "contribution": ["contributes"],
    },
    (model.Caveat, "kind"): {
        "condition": ["subject to it", "if so"],
        "evaluation": ["evaluating"],
        "timing": ["the timing"],
        "location": ["locations"],
        "hedge": ["most likely", "may change"],
        "disclaimer": ["forward-looking statements", "please refer to it"],
    },
}
CASES = [
    (key, word, words)
    for key, by_word in SAID.items()
    for word, all_words in by_word.items()
    for words in all_words
]


@pytest.mark.parametrize(("key", "word", "words"), CASES)
def test_words_that_bear_a_word(key, word, words):
    text = RECORDS[key].replace("WORD", word).replace("SAID", words)
    assert found(vocabulary, text, words) == []


@pytest.mark.parametrize(
    ("key", "word"), [(key, word) for key, by_word in SAID.items() for word in by_word]
)
def test_words_that_do_not(key, word):
    other = "Beta AG" if word == "unnamed" else "a zebra"
    text = RECORDS[key].replace("WORD", word).replace("SAID", other)
    issue = the_issue(vocabulary, text, other)
    assert issue.code == "unsupported-word"
    assert issue.message == f"no quote of this record bears '{word}'"
    assert issue.hint == "quote the words that do, or leave it out"
    assert issue.severity == ("error" if key[1] == "horizon" else "warning")
    assert marked(issue) == word


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("deal-kind", model.DealKind),
        ("stage", model.Stage),
        ("party-kind", model.PartyKind),
        ("status", model.Status),
        ("horizon", model.Horizon),
        ("payment-form", model.PaymentForm),
    ],
)
def test_every_word_of_a_vocabulary_has_its_words(words, known):
    assert set(ENGLISH.vocabulary[words]) | {"unnamed"} == set(get_args(known)) | {"unnamed"}


def test_the_vocabularies_that_the_model_names_are_the_ones_that_have_words():
    named = {
        meaning.words
        for part in model.parts()
        for meaning in model.meanings_of(part).values()
        if isinstance(meaning, Vocabulary)
    }
    assert named == set(ENGLISH.vocabulary)


def test_any_quote_of_the_record_may_bear_a_word():
    text = "facilities:\n- {id: f, name: F, horizon: near-term, quote: [a plant, soon]}\n"
    assert found(vocabulary, text, "a plant, soon") == []


@pytest.mark.parametrize(
    ("said", "borne"), [("UNDER CONSTRUCTION", True), ("agency", False), ("ag", False)]
)
def test_the_form_of_a_company_is_written_as_such(said, borne):
    if borne:
        text = RECORDS[model.Facility, "status"].replace("WORD", "construction")
    else:
        text = RECORDS[model.Party, "kind"].replace("WORD", "company")
    assert bool(found(vocabulary, text.replace("SAID", said), said)) is not borne


def test_a_word_that_is_not_listed_bears_its_own_name():
    text = RECORDS[model.Term, "kind"].replace("WORD", "warranty-claim")
    assert found(vocabulary, text.replace("SAID", "a warranty"), "a warranty") == [
        ("unsupported-word", "/terms/0/kind")
    ]


def test_without_words_no_word_is_judged():
    assert found(vocabulary, "stage: signed\n", "a zebra") == []


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("facilities:\n- {id: f, name: F, status: announced, quote: 'SAID'}\n", "the plant runs"),
        ("stage: signed\nquote: 'SAID'\n", "a non-binding offer"),
    ],
)
def test_a_part_of_a_word_supports_nothing(record, words):
    (issue,) = found(vocabulary, record.replace("SAID", words), words)
    assert issue[0] == "unsupported-word"


@pytest.mark.parametrize("paper", ["an MOU", "an LOI", "a term sheet", "a memorandum"])
def test_who_signs_what_does_not_bind_has_signed_no_deal(paper):
    said = f"the two companies signed {paper}"
    text = RECORDS[model.Deal, "stage"].replace("WORD", "signed").replace("SAID", said)
    assert found(vocabulary, text, said) == [("unsupported-word", "/stage")]
