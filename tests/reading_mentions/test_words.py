"""The words that name something, and words of one stem."""

import pytest

from dealcli.language.en import ENGLISH
from dealcli.reading.words import Stems, unify_aliases, unmatched_words, words_of


@pytest.mark.parametrize(
    ("text", "unified"),
    [
        ("the United States", "the USA"),
        ("the United States of America", "the USA"),
        ("the U.S. market", "the USA market"),
        ("the U.S.A. market", "the USA market"),
        ("the US", "the USA"),
        ("United Kingdom, U.K.", "UK, UK"),
        ("European Union, E.U.", "EU, EU"),
        ("the United Statesmen", "the United Statesmen"),
        ("us", "us"),
    ],
)
def test_names_of_several_spellings_are_alike(text, unified):
    assert unify_aliases(text, ENGLISH) == unified


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("Battery cells, at small scale", ("battery", "cells", "small", "scale")),
        ("the Company\u2019s U.S. plan", ("company", "usa", "plan")),
        ("its parties' plans", ("parties", "plans")),
        ("high_power end-to-end", ("high", "power", "end", "end")),
        ("The OF and", ()),
    ],
)
def test_the_words_that_name_something(text, words):
    assert words_of(text, ENGLISH) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cell", "cell"),
        ("cell", "cells"),
        ("asia", "asian"),
        ("supply", "supplies"),
        ("market", "markets"),
        ("develop", "developing"),
        ("manufacture", "manufacturing"),
        ("a", "a"),
        ("car", "cars"),
        ("employ", "employment"),
        ("abcde", "abcxy"),
        ("abcdefgh", "abcdexyz"),
    ],
)
def test_words_of_one_stem(one, other):
    assert Stems([other]).has(one)
    assert Stems([one]).has(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cell", "pack"),
        ("ab", "abc"),
        ("car", "card-holder"),
        ("car", "carpet"),
        ("plan", "planet-wide"),
        ("abcd", "abxy"),
        ("abcdx", "abcuv" + "wx"),
        ("market", "marine"),
        ("develop", "developments"),
        ("abcdefghij", "abcdef" + "wxyz"),
    ],
)
def test_words_of_different_stems(one, other):
    assert not Stems([other]).has(one)
    assert not Stems([one]).has(other)


def test_strange_words_have_no_kin_among_the_evidence():
    evidence = ("will supply battery cells", "in the United States")
    assert unmatched_words("the supply of a battery cell in the U.S.", evidence, ENGLISH) == []
    assert unmatched_words("Supply of sodium cells to Nevada", evidence, ENGLISH) == [
        "sodium",
        "nevada",
    ]
    assert unmatched_words("anything", (), ENGLISH) == ["anything"]
