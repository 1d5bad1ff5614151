"""A page as JSON: the deal file's own shape, whole, whatever the stream."""

import io
import json

import msgspec
import pytest
from generating import deals
from hypothesis import given
from hypothesis import strategies as st
from reading import HEAD, SAMPLE, read
from running import shown
from viewing import VIEWS, Given

from dealcli.characters import UNSEEN, UNSEEN_ASTRAL
from dealcli.commands import PARTS
from dealcli.model import Deal
from dealcli.renderers import json as renderer

STREAM = io.TextIOWrapper(io.BytesIO(), "ascii")


def document(name: str, deal: Deal) -> str:
    return renderer.render(VIEWS[name].page(Given(deal), ["document"]), STREAM)


def test_numbers_are_written_as_they_stood():
    text = document("summary", read(SAMPLE))
    for number in ("90,", "10.0,", "2.50,", "148.10,", "1,"):
        assert f": {number}\n" in text


def test_it_is_indented_by_two_spaces_and_ends_with_one_line_end():
    text = document("market", read(f"{HEAD}market: [{{what: T}}]"))
    assert text == (
        '{\n  "format": 1,\n  "id": "a-deal",\n  "title": "A deal",\n'
        '  "market": [\n    {\n      "what": "T"\n    }\n  ]\n}\n'
    )


def test_what_can_be_seen_stands_as_it_is():
    text = document("summary", read("format: 1\nid: a\ntitle: é 山茱萸 🔋\n"))
    assert '"é 山茱萸 🔋"' in text


@pytest.mark.parametrize("escape", ["\\u001b[31m", "\\u202e", "\\u200b", "\\u009b", "\\ufeff"])
def test_what_cannot_be_seen_is_escaped(escape):
    text = document("summary", read(f'format: 1\nid: a\ntitle: "a{escape}b"\n'))
    assert f'"a{escape}b"' in text
    assert json.loads(text)["title"] == json.loads(f'"a{escape}b"')


@given(deals(), st.sampled_from(PARTS))
def test_a_saved_document_is_a_deal_file_that_gives_the_same_document(deal, name):
    # The reader refuses these even as escapes, which JSON writes as pairs.
    seen = UNSEEN_ASTRAL.sub("", msgspec.json.encode(deal).decode())
    deal = msgspec.json.decode(seen, type=Deal)
    saved = document(name, deal)
    assert not UNSEEN.search(saved)
    again = read(saved)
    assert document(name, again) == saved
    if name == "summary":
        assert again == deal


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_it_is_utf_8_whatever_the_stream(encoding):
    assert shown("summary", "--json", encoding=encoding, reads="utf-8") == shown(
        "summary", "--json"
    )


@pytest.mark.parametrize("columns", [1, 300])
def test_it_is_the_same_at_any_width(columns):
    assert shown("summary", "--json", columns=columns) == shown("summary", "--json")
