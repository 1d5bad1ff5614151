"""People: their names, titles and employers."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.people import people

NAMED = [
    ("Ann Roe, CEO of Nordvik, said", [("Ann Roe", "CEO", "Nordvik")]),
    (
        "Mr. Jan de Vries, Executive Director, Chairman and CEO of Nordvik Holdings said",
        [("Jan de Vries", "Executive Director, Chairman and CEO", "Nordvik Holdings")],
    ),
    ("Nordvik CEO Ann Roe joined", [("Ann Roe", "CEO", "Nordvik")]),
    ("Nordvik's chairman, Ann Roe, said", [("Ann Roe", "chairman", "Nordvik")]),
    ("Nordvik's Chairman, Ann Roe, said", [("Ann Roe", "Chairman", "Nordvik")]),
    ("Ann Roe, Nordvik President and CEO, said", [("Ann Roe", "President and CEO", "Nordvik")]),
    (
        "Ann Roe, Senior Managing Director at Nordvik, said",
        [("Ann Roe", "Senior Managing Director", "Nordvik")],
    ),
    (
        "Ann Roe, Nordic Council Executive Vice-President responsible for trade, said",
        [("Ann Roe", "Executive Vice-President responsible for trade", "Nordic Council")],
    ),
    ("said NIB Vice-PresidentAnn Roe.", [("Ann Roe", "Vice-President", "NIB")]),
    ("said Ms. Ann Roe of Nordvik.", [("Ann Roe", "", "Nordvik")]),
    (
        "said Pastor Ann Roe of the Lakeside Congregation and Founding Trustee of the LRT.",
        [("Ann Roe", "Founding Trustee", "LRT")],
    ),
    ("Nordvik Energy, a leading producer, and Lead Bank of Norway", []),
    ("Nordvik's president Ji-hoon Park said", [("Ji-hoon Park", "president", "Nordvik")]),
    ("New York, Director of Ports", []),
    (
        "Ann Roe, Chief Financial Officer, Nordvik Vale, said",
        [("Ann Roe", "Chief Financial Officer", "Nordvik Vale")],
    ),
    ("Nordvik's head of R&D, Ann Roe, said", [("Ann Roe", "head of R&D", "Nordvik")]),
    (
        "Ann Roe, Ph.D., Vice President Exploration of Nordvik",
        [("Ann Roe", "Vice President Exploration", "Nordvik")],
    ),
    ("Ann Roe, Minister of Energy, said", [("Ann Roe", "Minister of Energy", "")]),
    (
        "Dr. Ann Roe, Chair of the Board of Nordvik. It",
        [("Ann Roe", "Chair of the Board", "Nordvik")],
    ),
    ("Ann Roe, Director General of Nordvik, said", [("Ann Roe", "Director General", "Nordvik")]),
]


@pytest.mark.parametrize(("text", "who"), NAMED)
def test_people_have_titles_and_employers(text: str, who: list[tuple[str, str, str]]) -> None:
    found = people(text, ENGLISH)
    assert [(one.name, one.title, one.party) for one in found] == who
    assert all(text[one.start : one.end] == one.name for one in found)
