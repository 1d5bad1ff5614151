"""Lies told about the bundled deal are caught: over every value of it, and every tenth word."""

import re
from collections import Counter
from functools import cache
from itertools import islice

import pytest
from lies import CERTAIN, CLAIMS, DOCUMENT, FILE, Lie, changed_words, lies, told, told_of

from dealcli.checks import registry


@cache
def caught() -> tuple[Counter[str], Counter[str], list[Lie]]:
    """Lies told and caught by kind, one word of each quote at a time; and those that passed."""
    all_, found, passed = Counter(), Counter(), []
    quotes = set()
    for lie in lies():
        if lie.kind.startswith("quote"):
            if (lie.kind, lie.address) in quotes:
                continue
            quotes.add((lie.kind, lie.address))
        all_[lie.kind] += 1
        if told(lie):
            found[lie.kind] += 1
        else:
            passed.append(lie)
    return all_, found, passed


def test_the_deal_itself_is_clean():
    assert registry.check(FILE).issues == ()


def test_every_value_is_lied_about():
    changed = {lie.address for lie in lies()}
    values = FILE.tree.values
    leaves = {address for address in values if not any(_below(address, one) for one in values)}
    assert leaves - changed == set()


def _below(address: str, other: str) -> bool:
    return other.startswith(f"{address}/")


@pytest.mark.parametrize("kind", CERTAIN[1:])
def test_none_of_these_lies_passes(kind):
    all_, found, passed = caught()
    assert all_[kind] > 0
    assert [lie for lie in passed if lie.kind == kind] == []
    assert found[kind] == all_[kind]


def test_nine_of_ten_claims_that_are_lies_are_caught():
    all_, found, _ = caught()
    told_, seen = (sum(counts[kind] for kind in CLAIMS) for counts in (all_, found))
    assert seen >= 0.9 * told_


def test_a_changed_word_of_the_release_is_caught():
    assert all("error" in told_of(text) for text in islice(changed_words(), 0, None, 10))


def test_the_table_in_the_document_is_the_one_that_is_made():
    """For the kinds of which every lie is told here."""
    all_, found, _ = caught()
    text = DOCUMENT.read_text(encoding="utf-8")
    for kind in [*CLAIMS[2:], *(kind for kind in all_ if kind not in CLAIMS)]:
        if not kind.startswith("quote"):
            row = re.search(rf"^\| {re.escape(kind)} \| ([\d,]+) \| ([\d,]+) ", text, re.MULTILINE)
            assert row, kind
            assert [int(number.replace(",", "")) for number in row.groups()] == [
                all_[kind],
                found[kind],
            ], kind
