"""Clauses: the parts of sentences that assert one thing each."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.clauses import clauses


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("A pays.", ["A pays."]),
        ("A pays. B sells.", ["A pays.", "B sells."]),
        ("A pays; B sells", ["A pays", "B sells"]),
        ("A pays, and B sells", ["A pays", "and B sells"]),
        ("A pays B, C and D", ["A pays B, C and D"]),
        ("the plant, which A owns, and a mine", ["the plant", "which A owns", "and a mine"]),
        ("the plant where A works", ["the plant", "where A works"]),
        ("Which A owns", ["Which A owns"]),
        ("A pays, whereby B sells, if C agrees", ["A pays", "whereby B sells", "if C agrees"]),
    ],
)
def test_clauses(text, parts):
    found = clauses(text, ENGLISH)
    assert [text[one.start : one.end] for one in found] == parts
    assert all(one.sentence_start <= one.start <= one.end <= one.sentence_end for one in found)
