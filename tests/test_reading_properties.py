"""What holds for any bytes, any deal and any deal with something wrong in it."""

import msgspec
import pytest
from damage import damaged, damaged_deals
from generating import RANDOMS, as_text, plain_deals
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from reading import HEAD, SAMPLE, issues, read

from dealcli import validation
from dealcli.characters import json_visible
from dealcli.decoding import MAX_BYTES, lines_of
from dealcli.yamltree import parse

thorough = settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@thorough
@given(
    st.binary(max_size=60)
    | st.text().map(str.encode)
    | RANDOMS.map(lambda random: damaged(random, SAMPLE.encode(), [SAMPLE.encode()]))
)
def test_any_bytes_read_or_are_refused_with_places_in_the_file(data):
    text = data.decode("utf-8-sig", "replace")
    found = issues(data)
    event("refused" if found else "read")
    for issue in found:
        line = lines_of(text)[issue.place.line - 1]
        assert issue.place.line >= 1
        assert 1 <= issue.place.column <= len(line) + 1
        assert issue.place.length >= 1
        assert issue.message
        assert issue.code
        assert "\n" not in issue.message + issue.hint
    assert [issue.place for issue in found] == sorted(issue.place for issue in found)


@thorough
@given(damaged_deals())
def test_the_walk_and_msgspec_agree_on_what_is_a_deal(deal):
    text = as_text(deal)
    found = validation.issues(parse(text.encode(), "deal.json"))
    event("refused" if found else "read")
    assert issues(text) == found
    # "Expected ..." is msgspec's own wording: the walk should have told it better.
    assert not any(issue.message.startswith("Expected") for issue in found)


@thorough
@given(plain_deals())
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
    assert len(issues(head + unit * length)) <= 200


def test_the_sample_as_json_is_a_deal_file_of_the_same_deal():
    deal = read(SAMPLE)
    for document in (
        msgspec.json.Encoder(decimal_format="number").encode(deal),
        msgspec.json.format(msgspec.json.Encoder(decimal_format="number").encode(deal), indent=2),
    ):
        assert read(document) == deal
