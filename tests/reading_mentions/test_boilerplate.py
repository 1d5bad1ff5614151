"""Boilerplate: headings, the passages below them, contacts, datelines and residue."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.boilerplate import boilerplate

RELEASE = """\
Nordvik and Solberg Form a Battery Venture

OSLO, Norway, May 4, 2025 (WIRE NEWS) -- Nordvik AS today signed an agreement with Solberg.

Key Terms

Nordvik pays 40 million euros.

For more information, please visit www.nordvik.example

About Nordvik AS.

Nordvik makes cells in Norway.

About SolbergSolberg is a utility in Sweden.

Forward-Looking Statements

This release contains statements about the future.

They may be wrong.

Media Contacts:

Ann Roe
+47 22 33 44 55

press@nordvik.example

SOURCE Nordvik AS

View source version on wire.example: https://wire.example/1
"""


HEADLINE = "Nordvik buys half of Solberg\n\n"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in boilerplate(text, ENGLISH)]


def test_a_release_has_headings_and_passages() -> None:
    assert kinds(RELEASE) == [
        ("heading", "Nordvik and Solberg Form a Battery Venture"),
        ("dateline", "OSLO, Norway, May 4, 2025 (WIRE NEWS) -- "),
        ("heading", "Key Terms"),
        ("contact", "For more information, please visit www.nordvik.example"),
        ("heading", "About Nordvik AS."),
        ("about", "Nordvik makes cells in Norway."),
        ("heading", "About Solberg"),
        ("about", "Solberg is a utility in Sweden."),
        ("heading", "Forward-Looking Statements"),
        ("forward-looking", "This release contains statements about the future."),
        ("forward-looking", "They may be wrong."),
        ("heading", "Media Contacts:"),
        ("contact", "Ann Roe"),
        ("contact", "+47 22 33 44 55"),
        ("contact", "press@nordvik.example"),
        ("residue", "SOURCE Nordvik AS"),
        ("residue", "View source version on wire.example: https://wire.example/1"),
    ]


def test_a_passage_knows_its_heading() -> None:
    (found,) = [
        one for one in boilerplate(RELEASE, ENGLISH) if "cells" in RELEASE[one.start : one.end]
    ]
    assert found.heading == "About Nordvik AS."


LINES = [
    (
        "(6 February 2025, Hong Kong) Nordvik AS said",
        [("dateline", "(6 February 2025, Hong Kong)")],
    ),
    (
        "PARIS, Jan 5, 2025 (Agency) \u2013 Nordvik said",
        [("dateline", "PARIS, Jan 5, 2025 (Agency) \u2013 ")],
    ),
    ("4 May 2025", [("dateline", "4 May 2025")]),
    ("Published: May 4, 2025", [("residue", "Published: May 4, 2025")]),
    ("--Wire Direct--", []),
    ("Share this article", [("residue", "Share this article")]),
    (
        "Ann Roe, +47 22 33 44 55, ann@nordvik.example",
        [("contact", "Ann Roe, +47 22 33 44 55, ann@nordvik.example")],
    ),
    (
        "Cautionary Note Regarding Forward-Looking Statements",
        [("heading", "Cautionary Note Regarding Forward-Looking Statements")],
    ),
    (
        "This press release contains forward-looking statements about it.",
        [("forward-looking", "This press release contains forward-looking statements about it.")],
    ),
    (
        "Neither the TSX Venture Exchange nor its provider accepts it.",
        [("disclaimer", "Neither the TSX Venture Exchange nor its provider accepts it.")],
    ),
    (
        "It is sold. Celltop® is a registered trademark of Nordvik.",
        [("disclaimer", "Celltop® is a registered trademark of Nordvik.")],
    ),
    (
        "The post Nordvik Buys Solberg For Between Forty And Fifty appeared first on wire.",
        [
            (
                "residue",
                "The post Nordvik Buys Solberg For Between Forty And Fifty appeared first on wire.",
            )
        ],
    ),
    ("Nordvik will sell 40% of Solberg to Brandt in May.", []),
    ("About 90% of the cells are sold in Norway.", []),
    ("The source of the gas is in Norway, and Nordvik will build a plant there next year.", []),
]


@pytest.mark.parametrize(("text", "found"), LINES)
def test_lines_are_known_by_their_words(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(f"{HEADLINE}{text}") == [("heading", HEADLINE.strip()), *found]


@pytest.mark.parametrize(
    ("text", "is_contact"),
    [
        ("The plant opens on 2025-04-14.", False),
        ("It closed on 14.04.2025.", False),
        ("It closed on 3-4-2025.", False),
        ("It opens in phases, 2025-2028.", False),
        ("It is built from 2025 - 2028.", False),
        ("Call 421 555 0199.", True),
        ("Call 2025-550-199.", True),
        ("Call (421) 555-0199.", True),
        ("Tel.+49 421 555 0199", True),
    ],
)
def test_a_date_is_no_telephone_number(text: str, is_contact: bool) -> None:
    assert bool(kinds(text)) is is_contact


def test_text_after_a_list_of_contacts_is_text() -> None:
    body = "Nordvik AS today signed an agreement with Solberg AB to build a plant. " * 4
    text = f"Media Contacts:\n\nAnn Roe\n\n{body}\n\nNordvik pays."
    assert [kind for kind, _ in kinds(text)] == ["heading", "contact"]
