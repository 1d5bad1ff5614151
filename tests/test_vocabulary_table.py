"""The tables of docs/vocabulary.md: how a phrase is shown, and that none is stale."""

import pytest
import vocabulary_table as table

from dealcli.language.phrases import Phrases, Unless


@pytest.mark.parametrize(
    ("phrases", "text"),
    [
        (("announc*", "*bank*"), "announc…, …bank…"),
        (("plan|plans",), "plan, plans"),
        (("right|rights to buy",), "right/rights to buy"),
        (("not ... until",), "not … until"),
        (("(binding) offer",), "(binding) offer"),
        (("=A/S", "=JV|JVs"), "`A/S`, `JV`, `JVs`"),
        ((Unless("over", before=("a|an",)),), "over (not before: *a/an*)"),
        ((Unless("=may", after=("we", "they")),), "`may` (not after: *we*, *they*)"),
        (
            (Unless("a", after=("b",), before=("... c",)),),
            "a (not after: *b*; not before: *… c*)",
        ),
        (("~",), r"\~"),
        ((), "\u2013"),
    ],
)
def test_a_list_of_phrases_is_shown_as_an_encoder_reads_it(phrases: Phrases, text: str):
    assert table.listed(phrases) == text


def test_the_words_in_the_document_are_those_of_english():
    (written,) = table.MARKED.findall(table.DOCUMENT.read_text(encoding="utf-8"))
    assert written == table.made()
