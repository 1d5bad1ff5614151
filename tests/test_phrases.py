"""The notation of phrases: what each of its forms finds, and what it does not."""

import pytest

from dealcli.language.phrases import Unless, compiled


@pytest.mark.parametrize(
    ("phrase", "found", "passed"),
    [
        ("plan", ["a plan", "Plan", "plan-to"], ["plant", "explan", "planned"]),
        ("joint venture", ["a joint venture", "Joint-Venture"], ["joint  venture", "jointventure"]),
        ("announc*", ["announced", "announcing", "announc"], ["pronounce"]),
        ("*bank", ["Landesbank", "a bank"], ["banks"]),
        ("*bank*", ["Landesbanken"], ["ban"]),
        ("plan|plans to", ["plan to", "plans to"], ["planned to", "plans"]),
        ("a (binding) offer", ["a binding offer", "a offer"], ["a firm offer", "offer"]),
        ("=may", ["may"], ["May", "MAY"]),
        (
            "not ... until",
            ["not before or until", f"not {'x' * 56} until"],
            ["until not", f"not {'x' * 80} until"],
        ),
        ("binding", ["is binding"], ["non-binding"]),
        ("co-operat*", ["co-operation"], ["co operation"]),
        ("~", ["~5"], ["5"]),
        ("U.S.", ["the U.S. market"], ["UxS."]),
        (
            Unless("subject to", before=("a|the floor",)),
            ["subject to law"],
            ["subject to a floor", "subject to the floor"],
        ),
        (Unless("study", after=("feasibility",)), ["a study"], ["feasibility study"]),
        (Unless("agreement", after=("signed an",)), ["an agreement"], ["Signed an agreement"]),
    ],
)
def test_what_a_phrase_finds(phrase, found, passed):
    pattern = compiled((phrase,), negative=("non",))
    assert [text for text in found if not pattern.search(text)] == []
    assert [text for text in passed if pattern.search(text)] == []


def test_of_two_phrases_the_longer_is_found():
    assert compiled(("up", "up to")).search("up to 5")[0] == "up to"


def test_no_phrase_is_found_nowhere():
    assert compiled(()).search("any words") is None
