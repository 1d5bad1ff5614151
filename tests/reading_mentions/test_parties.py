"""Organisations: their names, references and listings, and who takes part in the deal."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.parties import Organisation, parties

RELEASE = """\
Nordvik Sells Half of Its Cell Plant to Solberg

OSLO, Norway, May 4, 2025 (WIRE NEWS) -- Nordvik Battery Holdings ASA (OSE: NVK) (“Nordvik”, or \
the “Company”), a maker of cells, and Solberg, one of the largest utilities in Sweden, today \
announced that Nordvik has sold half of Cellworks Ltd. (“Cellworks”), its wholly owned subsidiary, \
to Solberg. The Nordic Development Bank (NDB) will lend Cellworks 90 million euros. Brandt \
Energy, which holds 5% of Cellworks, has approved the sale.

“We are glad,” said Ann Roe, CEO of Nordvik. In January the Company opened a plant in Fjordby. \
Previous tests were made in the Hope Basin. Solberg will operate the plant under the Share \
Purchase Agreement (the “Agreement”). Financing is in place.

Advisers

Roe, Dahl & Lund LLP acted as legal adviser to Nordvik.

About Nordvik

Nordvik Battery Holdings ASA makes cells in Norway through Nordvik Cells AS.

Media Contacts:

Eva Lund, Pressworks GmbH, +47 22 33 44 55
"""


def named(found: tuple[Organisation, ...]) -> dict[str, Organisation]:
    return {one.names[0]: one for one in found}


def test_a_release_names_these_organisations() -> None:
    found = named(parties(RELEASE, ENGLISH))
    assert set(found) == {
        "Nordvik Battery Holdings ASA",
        "Solberg",
        "Cellworks Ltd.",
        "Nordic Development Bank",
        "Brandt Energy",
        "Roe, Dahl & Lund LLP",
        "Nordvik Cells AS",
        "Pressworks GmbH",
    }
    assert {name for name, one in found.items() if one.takes_part} == {
        "Nordvik Battery Holdings ASA",
        "Solberg",
        "Cellworks Ltd.",
        "Nordic Development Bank",
        "Brandt Energy",
    }


def test_an_organisation_has_all_its_names_and_mentions() -> None:
    nordvik = named(parties(RELEASE, ENGLISH))["Nordvik Battery Holdings ASA"]
    assert nordvik.names == ("Nordvik Battery Holdings ASA", "Nordvik")
    assert nordvik.called == ("the Company",)
    assert [(one.exchange, one.ticker) for one in nordvik.listings] == [("OSE", "NVK")]
    words = [RELEASE[start:end] for start, end in nordvik.mentions]
    assert words.count("Nordvik Battery Holdings ASA") == 2
    assert words.count("Nordvik") == 6
    assert (nordvik.start, nordvik.end) == (0, 7)


SENTENCES = [
    ("Acme Cells, Inc. and Bolt GmbH signed.", ["Acme Cells, Inc.", "Bolt GmbH"]),
    ("Acme (Hainan) Co., Ltd. signed.", ["Acme (Hainan) Co., Ltd."]),
    ("Acme Pte. Ltd. The venture is new.", ["Acme Pte. Ltd."]),
    ("The Ministry of Energy of Norland agreed.", ["Ministry of Energy of Norland"]),
    (
        "NORDOIL, the National Oil Corporation of Norland, agreed.",
        ["National Oil Corporation of Norland"],
    ),
    (
        "It was sold to Acme Holdings and bought by Bolt Partners.",
        ["Acme Holdings", "Bolt Partners"],
    ),
    ("Shares of Acme rose, and Acme has agreed.", ["Acme"]),
    (
        "Grupo Acme S.A.B. de C.V. and Acme & Co., Ltd. signed.",
        ["Grupo Acme S.A.B. de C.V.", "Acme & Co., Ltd."],
    ),
    (
        "The Nordic Bank for Trade and Reconstruction (NBTR) lends.",
        ["Nordic Bank for Trade and Reconstruction"],
    ),
    ("The Trade-Import Bank of Norland (TRIM) lends.", ["Trade-Import Bank of Norland"]),
    ("Sold. About Acme Cells Acme Cells Ltd makes cells.", ["Acme Cells Ltd"]),
    ("It signed a Letter of Intent (“LOI”) for a Bank Guarantee (“BG”).", []),
    (
        "Acme Energy plc buys half of Acme Energy Georgia, and an interest in Acme Energy Georgia.",
        ["Acme Energy plc", "Acme Energy Georgia"],
    ),
    ("In March, Oslo and the United States will sign in New York.", []),
    ("The Chief Executive Officer and the Chairman signed the Agreement.", []),
    ("Financing will support the plant. Leveraging it, costs fall.", []),
    ("The Hope Project and the Lake Basin, the Clean Energy Act (CEA) and Phase 2 are new.", []),
    ("Ann Roe, CEO, has agreed, and Ms. Eva Lund has agreed.", []),
]


@pytest.mark.parametrize(("text", "names"), SENTENCES)
def test_a_sentence_names_organisations(text: str, names: list[str]) -> None:
    assert [one.names[0] for one in parties(text, ENGLISH)] == names


REFERENCES = [
    ("Acme Cells Ltd (the “Purchaser”) pays.", ("Acme Cells Ltd",), ("the Purchaser",)),
    (
        "Acme Cells Ltd (“Acme” or “the Company”) pays.",
        ("Acme Cells Ltd", "Acme"),
        ("the Company",),
    ),
    ("Acme Cells Ltd, a maker of cells (“ACL”), pays.", ("Acme Cells Ltd", "ACL"), ()),
    (
        "Acme Cells Ltd pays. Acme Cells is new. Acme grows.",
        ("Acme Cells Ltd", "Acme Cells", "Acme"),
        (),
    ),
    ('Acme Cells Ltd ("Acme") pays.', ("Acme Cells Ltd", "Acme"), ()),
    ("Trade-Import Bank (TRIM) lends.", ("Trade-Import Bank", "TRIM"), ()),
    ("Nordic Investment Fund (NIF) pays. The NIF is new.", ("Nordic Investment Fund", "NIF"), ()),
]


@pytest.mark.parametrize(("text", "names", "called"), REFERENCES)
def test_brackets_define_names_and_references(
    text: str, names: tuple[str, ...], called: tuple[str, ...]
) -> None:
    (found,) = parties(text, ENGLISH)
    assert (found.names, found.called) == (names, called)


def test_a_short_name_belongs_to_the_first_that_it_may_be_short_for() -> None:
    text = "Acme Cells Ltd signed. Acme Motors Ltd did not. Acme grows."
    cells, motors = parties(text, ENGLISH)
    assert "Acme" in cells.names
    assert "Acme" not in motors.names


def test_a_listing_belongs_to_the_name_before_it_in_the_sentence() -> None:
    text = "Acme Bio (Nasdaq: ACMB) and Bolt Ltd signed. Shares trade as (TSX: ZZZ)."
    found = {one.names[0]: [each.ticker for each in one.listings] for one in parties(text, ENGLISH)}
    assert found == {"Acme Bio": ["ACMB"], "Bolt Ltd": []}
