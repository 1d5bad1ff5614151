"""Speeches: the spoken words, and who says them."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.speeches import Speech, speeches

ANN = ("Ann Roe", "CEO", "Nordvik")


def who(speech: Speech) -> tuple[str, str, str]:
    return speech.speaker, speech.title, speech.party


def spoken(text: str, speech: Speech) -> list[str]:
    return [text[start:end] for start, end in speech.spoken]


DIRECT = [
    ("“We are glad,” said Ann Roe, CEO of Nordvik.", ["We are glad,"]),
    ("“We are glad,” said Dr. Ann Roe, CEO of Nordvik.", ["We are glad,"]),
    (
        "“We are glad,” said Ann Roe, CEO of Nordvik. Solberg's head, Bo Dahl, said it pays.",
        ["We are glad,"],
    ),
    ('"We are glad," said Ann Roe, CEO of Nordvik.', ["We are glad,"]),
    ('"We are glad”, Ann Roe, CEO of Nordvik, added.', ["We are glad"]),
    ("Ann Roe, CEO of Nordvik, commented: “We are glad.”", ["We are glad."]),
    ("Nordvik CEO Ann Roe said, “We are glad.”", ["We are glad."]),
    (
        "Ann Roe, CEO of Nordvik, spoke of the market, stating:\n\n“We are glad.”",
        ["We are glad."],
    ),
    (
        "“We are glad,” said Ann Roe, CEO of Nordvik. “It is a start.”",
        ["We are glad,", "It is a start."],
    ),
    ("According to Ann Roe, CEO of Nordvik, “we are glad.”", ["we are glad."]),
    (
        "“We are glad,” said Ann Roe, CEO of Nordvik, “and ready.”",
        ["We are glad,", "and ready."],
    ),
    (
        "Ann Roe, CEO of Nordvik, said: “We are glad.\n\n“It starts.\n\n“Now we build.”\n\nEnd.",
        ["We are glad.", "It starts.", "Now we build."],
    ),
]


@pytest.mark.parametrize(("text", "words"), DIRECT)
def test_direct_speech_has_a_speaker_and_all_its_parts(text: str, words: list[str]) -> None:
    (speech,) = [one for one in speeches(text, ENGLISH) if one.is_direct]
    assert who(speech) == ANN
    assert spoken(text, speech) == words
    assert "Ann Roe" in text[speech.attribution[0] : speech.attribution[1]]
    assert speech.start == min(speech.spoken[0][0], speech.attribution[0])


def test_each_speaker_has_the_own_words() -> None:
    text = (
        "Ann Roe, CEO of Nordvik, said, “We are glad.”\n\n"
        "Bo Dahl, CEO of Solberg, said, “So are we.”\n\n"
        "“A third,” said Eva Lund, Chair of Brandt. “And more.”"
    )
    found = speeches(text, ENGLISH)
    assert [(one.speaker, spoken(text, one)) for one in found] == [
        ("Ann Roe", ["We are glad."]),
        ("Bo Dahl", ["So are we."]),
        ("Eva Lund", ["A third,", "And more."]),
    ]


def test_a_pronoun_is_the_speaker_before() -> None:
    text = "“We are glad,” said Ann Roe, CEO of Nordvik. It opens soon. “Now we build,” she said."
    first, second = speeches(text, ENGLISH)
    assert who(first) == who(second) == ANN
    assert spoken(text, second) == ["Now we build,"]


def test_a_surname_is_the_person_named_before() -> None:
    text = "Nordvik CEO Ann Roe spoke. “We are glad,” Roe said."
    (speech,) = speeches(text, ENGLISH)
    assert who(speech) == ANN


REPORTED = [
    ("The plant opens soon, Nordvik CEO Ann Roe said in a statement.", "The plant opens soon"),
    (
        "Nordvik CEO Ann Roe came. Roe told Marketwatch that the plant opens soon. It does.",
        " the plant opens soon.",
    ),
    ("Nordvik CEO Ann Roe came. Ms Roe added that it opens soon.", " it opens soon."),
    ("Nordvik CEO Ann Roe noted that the plant opens soon.", " the plant opens soon."),
    ("Ann Roe, CEO of Nordvik, emphasized the size of the plant.", " the size of the plant."),
]


@pytest.mark.parametrize(("text", "words"), REPORTED)
def test_reported_speech_is_a_sentence(text: str, words: str) -> None:
    (speech,) = speeches(text, ENGLISH)
    assert who(speech) == ANN
    assert spoken(text, speech) == [words]
    assert not speech.is_direct


NONE = [
    "Nordvik AS (“Nordvik” or the “Company”) signed the “Purchase Agreement” with Solberg.",
    "The plant is called “Hope”. Ann Roe, CEO of Nordvik, leads it.",
    "Nordvik noted that the plant opens soon.",
    "A slogan such as “Clean air for all” is on the wall.",
]


@pytest.mark.parametrize("text", NONE)
def test_defined_terms_and_slogans_are_not_spoken(text: str) -> None:
    assert speeches(text, ENGLISH) == ()


def test_an_unclosed_mark_ends_with_its_bracket() -> None:
    text = "The licence (“PL 82) is new. “We are glad,” said Ann Roe, CEO of Nordvik."
    (speech,) = speeches(text, ENGLISH)
    assert spoken(text, speech) == ["We are glad,"]
