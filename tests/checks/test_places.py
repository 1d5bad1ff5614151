"""A part is seen with its values, and an issue gets the place of what is wrong."""

import pytest
from checking import index_of

from dealcli.issues import Issue, Place
from dealcli.meanings import Identifier, Reference, SourceWords


def test_what_a_part_says_itself():
    text = (
        "terms:\n- {id: t, kind: supply, to: [a, b], price: {exact: 5}, quote: [A, {exact: B}]}\n"
    )
    index = index_of(text, "A. B.")
    term, price = index.nodes[-2:]
    assert [value[:3] for value in term.values()] == [
        ("id", "/terms/0/id", "t"),
        ("kind", "/terms/0/kind", "supply"),
        ("to", "/terms/0/to/0", "a"),
        ("to", "/terms/0/to/1", "b"),
    ]
    assert [value.key for value in term.values(Reference, Identifier)] == ["id", "to", "to"]
    assert [str(value.value) for value in price.values()] == ["5"]
    assert isinstance(price.meaning, SourceWords)
    assert [node.address for node in price.around] == ["/terms/0", ""]


@pytest.mark.parametrize(
    ("text", "address", "at", "place"),
    [
        ("note: so it is\n", "/note", "it", (4, 10, 2)),
        ("note: so it is\n", "/note", "no", (4, 7, 8)),
        ("aims: [{note: it, text: as it is, quote: it}]\n", "/aims/0/text", "it", (4, 28, 2)),
        ("note: >-\n  so it\n  is\n", "/note", "is", (6, 3, 2)),
        ("note: 'so it\nis'\n", "/note", "is", (5, 1, 2)),
        ("note: 'so it\n\n  is'\naims: []\n", "/note", "is", (6, 3, 2)),
        ("note: so\naims: [{text: it}]\n", "/note", "it", (4, 7, 2)),
        ("note: so\naims:\n- text: as\n  note: it\n", "/aims/0/text", "it", (6, 9, 2)),
    ],
)
def test_an_issue_points_at_what_is_wrong_in_a_value(text, address, at, place):
    issue = Issue(address=address, code="ungrounded-text", message="M", at=at)
    assert index_of(text).file.tree.located(issue).place == Place(*place)
