"""What holds for any bytes, any deal and any deal with something wrong in it."""

import msgspec
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from reading import HEAD, SAMPLE, problems, read
from strategies import as_text, deals, mutated, spoilt_deals

from dealcli import structure
from dealcli.characters import json_visible
from dealcli.decoding import MAX_BYTES, lines_of
from dealcli.yamltree import parse

thorough = settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@thorough
@given(st.binary(max_size=60) | st.text().map(str.encode) | mutated(SAMPLE))
def test_any_bytes_read_or_are_refused_with_places_in_the_file(data):
    text = data.decode("utf-8-sig", "replace")
    found = problems(data)
    event("refused" if found else "read")
    for problem in found:
        line = lines_of(text)[problem.place.line - 1]
        assert problem.place.line >= 1
        assert 1 <= problem.place.column <= len(line) + 1
        assert problem.place.length >= 1
        assert problem.message
        assert problem.code
        assert "\n" not in problem.message + problem.hint
    assert [problem.place for problem in found] == sorted(problem.place for problem in found)


@thorough
@given(spoilt_deals())
def test_the_walk_and_msgspec_agree_on_what_is_a_deal(deal):
    text = as_text(deal)
    found = structure.problems(parse(text.encode(), "deal.json"))
    event("refused" if found else "read")
    assert problems(text) == found
    # "Expected ..." is msgspec's own wording: the walk should have told it better.
    assert not any(problem.message.startswith("Expected") for problem in found)


@thorough
@given(deals())
def test_a_deal_as_json_is_a_deal_file_of_the_same_deal(plain):
    deal = read(as_text(plain))
    document = msgspec.json.Encoder(decimal_format="number").encode(deal)
    again = read(json_visible(document.decode()))
    assert again == deal
    assert msgspec.json.Encoder(decimal_format="number").encode(again) == document


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        *(
            ("", unit)
            for unit in ("[", "{", "- ", "? ", ": ", "&a ", "a: b\n", "\n", " ", "%\n", "x")
        ),
        *(
            ("", unit)
            for unit in ("- #x\n", "a\u200b", "a\u200b\n", "- *a\n", "? a\n", "a?, ", "#\n")
        ),
        *((f"{HEAD}note: '", unit) for unit in ("_", "1", "+", "1_e", "nan", "''")),
        (f'{HEAD}note: "', "\\u0041"),
        (f"{HEAD}note:", " "),
        (f"{HEAD}kind: ", "k"),
        (f"{HEAD}parties: [", "x, "),
        (f"{HEAD}parties: [", "{y: z}, "),
        (f"{HEAD}? {'k' * 500_000}\n: [", "x, "),
    ],
)
def test_a_mebibyte_of_one_thing_is_answered(head, unit):
    """Work that grows faster than the file would not end; how much is told has a limit."""
    length = (MAX_BYTES - len(head)) // len(unit.encode())
    assert len(problems(head + unit * length)) <= 200


def test_the_sample_as_json_is_a_deal_file_of_the_same_deal():
    deal = read(SAMPLE)
    for document in (
        msgspec.json.Encoder(decimal_format="number").encode(deal),
        msgspec.json.format(msgspec.json.Encoder(decimal_format="number").encode(deal), indent=2),
    ):
        assert read(document) == deal
