"""Texts in a language that writes numbers, days and names as English does not."""

import sys
from types import ModuleType

import pytest
from msgspec.structs import replace

from dealcli.language import packs
from dealcli.language.en import ENGLISH
from dealcli.reading.figures import figures
from dealcli.reading.numbers import numbers
from dealcli.reading.proper_names import proper_names
from dealcli.reading.sentences import sentences_of
from dealcli.reading.shares import shares
from dealcli.reading.times import times

TRIAL = replace(
    ENGLISH,
    tag="de",
    name="German",
    stop_words=frozenset({"der", "die", "und", "in", "ein", "will"}),
    capital_nouns=True,
    decimal_mark=",",
    thousands_mark=".",
    day_endings=(".",),
    ordinals=(("1.",), ("2.",), ("3.",), ("4.",)),
    months=("Januar", "Februar", "März", "April"),
    parts_of_year={"Q": ("Quartal",), "H": ("Halbjahr",)},
    fractions={"half": 2},
)


@pytest.fixture
def two_packs(monkeypatch):
    """A second language, whose module has the pack of the first one too, for its lists."""
    module = ModuleType("dealcli.language.de")
    vars(module).update(ENGLISH=ENGLISH, TRIAL=TRIAL)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(packs, "TAGS", ("en", "de"))
    packs.tagged.cache_clear()
    yield
    packs.tagged.cache_clear()


@pytest.mark.usefixtures("two_packs")
def test_a_pack_is_the_one_with_the_tag():
    assert packs.tagged("de-AT") is TRIAL
    assert packs.tagged("en") is ENGLISH
    assert packs.known() == (ENGLISH, TRIAL)


@pytest.mark.usefixtures("two_packs")
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The firm will build a plant in the city, and it is to be the first of them.", ENGLISH),
        ("Der Konzern will in der Stadt ein Werk in Betrieb nehmen und die Halle pachten.", TRIAL),
        (3 * "Der Konzern will in der Stadt ein Werk in Betrieb nehmen und pachten. ", TRIAL),
        (3 * "Konzern kaufte Werke, Hallen, Lager, Fahrzeuge, Maschinen von Torfmoor ", None),
        ("Hallwang kaufte Torfmoor", ENGLISH),
    ],
)
def test_the_language_with_the_most_stop_words_wins(text, language):
    assert packs.recognised(text) is language


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Am 14. April 2025. Der Bau", ["Am 14. April 2025.", "Der Bau"]),
        ("Im 3. Quartal. Der Bau", ["Im 3. Quartal.", "Der Bau"]),
        ("Es sind 1.214. Der Bau", ["Es sind 1.214.", "Der Bau"]),
    ],
)
def test_the_point_after_a_day_ends_no_sentence(text, sentences):
    assert [text[start:end] for start, end in sentences_of(text, TRIAL)] == sentences


def test_the_point_after_a_day_of_english_ends_a_sentence():
    text = "They own 14. Then they sell."
    assert len(list(sentences_of(text, ENGLISH))) == 2


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("am 14. April 2025", ["2025-04-14"]),
        ("im 3. Quartal 2026", ["2026-Q3"]),
        ("Posten 14x April 2025", ["2025-04"]),
        ("im 3x Quartal 2026", ["2026"]),
    ],
)
def test_the_point_of_an_ordinal_is_a_point(text, periods):
    assert [time.period for time in times(text, TRIAL)] == periods


def test_the_point_of_an_ordinal_before_a_fraction_is_a_point():
    assert [one.value for one in shares("3x half of the shares", TRIAL)] == [50]
    assert [one.value for one in shares("3. half of the shares", TRIAL)] == []


def test_the_marks_in_numbers_are_those_of_the_language():
    values = [str(number.value) for number in numbers("1.234,5 und 250.000 und 2,5", TRIAL)]
    assert values == ["1234.5", "250000", "2.5"]


@pytest.mark.parametrize("text", ["the Ørsted plant", "the Île venture", "the Škoda plant"])
def test_a_name_may_begin_with_any_capital(text):
    assert proper_names(text, ENGLISH) == [text.split()[1]]


def test_a_small_letter_with_a_mark_begins_no_name():
    assert proper_names("the élan and škola", ENGLISH) == []


def test_a_capital_marks_no_name_where_every_noun_has_one():
    text = "Ein Werk der Hallwang in Leipzig, mit BASF und McTorf's Partner"
    assert proper_names(text, TRIAL) == ["BASF", "McTorf"]
    assert "Werk" in proper_names(text, ENGLISH)


@pytest.mark.parametrize("text", ["250.000 Ventile", "zwei Ventile"])
def test_a_noun_with_a_capital_is_a_unit_where_every_noun_has_one(text):
    language = replace(TRIAL, number_words={"zwei": 2})
    assert [one.unit for one in figures(text, language)] == ["Ventile"]
    assert figures(text, replace(language, capital_nouns=False)) == ()
