"""No record is firmer than the words that it rests on."""

import pytest
from checking import found, marked, the_issue

from dealcli.checks import firmness

SAID = {
    "stated": ["was valued at $5", "They own it", "the test", "a plant-to-be", "wills", "mayor"],
    "planned": [
        "it will open",
        "plans to open",
        "is scheduled",
        "to establish it",
        "Will",
        "agreed",
    ],
    "conditional": ["subject to it", "if so", "when ready", "definitive agreements"],
    "under-evaluation": ["evaluating sites", "considers it", "it may be", "potentially", "could"],
    "projection": ["is projected", "forecast", "expected to reach $5", "projections"],
    "aspiration": ["aims to", "seeks to", "well-positioned", "an opportunity", "its goals"],
}
FIRMNESSES = list(SAID)


def term(firmness: str, *quotes: str) -> str:
    listed = ", ".join(f"'{quote}'" for quote in quotes)
    return f"terms:\n- {{id: t, kind: supply, firmness: {firmness}, quote: [{listed}]}}\n"


@pytest.mark.parametrize(
    ("said", "words"), [(said, words) for said, all_ in SAID.items() for words in all_]
)
@pytest.mark.parametrize("recorded", FIRMNESSES)
def test_a_record_is_as_firm_as_its_words(recorded, said, words):
    told = []
    if FIRMNESSES.index(recorded) < FIRMNESSES.index(said):
        told = [("too-firm", "/terms/0/firmness")]
    elif recorded != said:
        told = [("too-weak", "/terms/0/firmness")]
    assert found(firmness, term(recorded, words), words) == told


@pytest.mark.parametrize(
    ("quotes", "weakest"),
    [
        (["it will open, if approved"], "conditional"),
        (["it will open", "if approved"], "conditional"),
        (["aims to evaluate what will be"], "aspiration"),
        (["they may, if"], "under-evaluation"),
    ],
)
def test_the_weakest_hedge_wins(quotes, weakest):
    release = "; ".join(quotes)
    assert found(firmness, term(weakest, *quotes), release) == []
    assert found(firmness, term("planned", *quotes), release) == [("too-firm", "/terms/0/firmness")]


def test_firmer_than_its_words_is_an_error():
    issue = the_issue(firmness, term("stated", "it Will, IF so"), "it Will, IF so")
    assert issue.severity == "error"
    assert issue.message == "recorded as 'stated', but the words are hedged: \"IF\""
    assert issue.hint == "record it as 'conditional'"
    assert marked(issue) == "stated"


def test_weaker_than_its_words_is_a_warning():
    issue = the_issue(firmness, term("aspiration", "it will open"), "it will open")
    assert issue.severity == "warning"
    assert issue.message == "recorded as 'aspiration', but no quoted word makes it so"
    assert issue.hint == "quote the words that do; what is quoted is 'planned'"
    issue = the_issue(firmness, term("planned", "it opened"), "it opened")
    assert issue.hint == "quote the words that do; what is quoted is 'stated'"


def test_a_record_without_a_firmness_or_without_words_is_not_judged():
    assert found(firmness, "aims:\n- {text: T, quote: it will}\n", "it will") == []
    assert found(firmness, "aims:\n- {text: T, firmness: stated}\n", "it will") == []
    assert found(firmness, term("stated", "it will")) == []


@pytest.mark.parametrize(
    ("recorded", "words"),
    [
        ("planned", "it is committed"),
        ("conditional", "an option"),
        ("under-evaluation", "a term sheet"),
        ("projection", "it should grow"),
        ("projection", "the estimated cost"),
        ("aspiration", "its commitment"),
    ],
)
def test_words_may_be_read_as_weak_without_being_so(recorded, words):
    assert found(firmness, term(recorded, words), words) == []
    assert found(firmness, term("stated", words), words) == []
    assert found(firmness, term(recorded, "It is", words), f"It is {words}") == []


@pytest.mark.parametrize(
    ("record", "weak"),
    [
        ("aims:\n- {text: T, ", False),
        ("statements:\n- {speaker: S, ", False),
        ("caveats:\n- {id: c, kind: hedge, text: T, ", True),
    ],
)
def test_what_is_aimed_at_is_an_aspiration_in_whatever_words(record, weak):
    text = f"{record}firmness: FIRMNESS, quote: It is}}\n"
    assert bool(found(firmness, text.replace("FIRMNESS", "aspiration"), "It is")) is weak
    assert found(firmness, text.replace("FIRMNESS", "planned"), "It is")


def test_every_record_is_judged():
    text = (
        "aims:\n- {text: T, quote: it will}\n- {text: T, firmness: stated, quote: it will}\n"
        "caveats:\n- {id: c, kind: hedge, text: T, firmness: stated, quote: it will}\n"
    )
    assert [address for _, address in found(firmness, text, "it will")] == [
        "/aims/1/firmness",
        "/caveats/0/firmness",
    ]
