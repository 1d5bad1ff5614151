"""The deal that comes with dealcli says what its release says, all of it, and where."""

import hashlib
import re
from collections.abc import Iterator

import msgspec
import pytest
from running import ROOT

from dealcli.loading import load
from dealcli.model import Passage, quotes_of

FILE = load(str(ROOT / "data" / "deal.yaml"))
DEAL = FILE.deal
RELEASE = FILE.texts["release"].release


def passages(value: object) -> Iterator[Passage]:
    """Every quote in a deal, records within records too."""
    if isinstance(value, tuple):
        for one in value:
            yield from passages(one)
    elif isinstance(value, msgspec.Struct):
        for quote in quotes_of(getattr(value, "quote", None)):
            yield quote if isinstance(quote, Passage) else Passage(exact=quote)
        for field in value.__struct_fields__:
            if field != "quote":
                yield from passages(getattr(value, field))


@pytest.mark.parametrize("passage", sorted(set(passages(DEAL)), key=str), ids=lambda one: one.exact)
def test_every_quote_stands_in_the_release_once(passage):
    found = RELEASE.find(passage.exact, passage.prefix or "", passage.suffix or "")
    assert len(found) == 1


def test_every_word_of_the_release_is_quoted_or_set_aside():
    taken = [
        span
        for one in passages(DEAL)
        for span in RELEASE.find(one.exact, one.prefix or "", one.suffix or "")
    ]
    left = [
        word[0]
        for word in re.finditer(r"\w+", RELEASE.folded)
        if not any(span.start <= word.start() and word.end() <= span.end for span in taken)
    ]
    assert left == []


def test_the_release_is_the_one_that_was_encoded():
    data = (FILE.folder / DEAL.sources[0].file).read_bytes()
    assert hashlib.sha256(data).hexdigest() == DEAL.sources[0].sha256


def test_ninety_is_stated_and_ten_implied():
    shares = {
        (venture.id, stake.holder): (int(stake.percent), stake.basis, bool(stake.because))
        for venture in DEAL.joint_ventures
        for stake in venture.stakes
    }
    assert shares == {
        ("pack-venture", "kandi"): (90, "stated", False),
        ("pack-venture", "cbak"): (10, "implied", True),
        ("cell-venture", "cbak"): (90, "stated", False),
        ("cell-venture", "kandi"): (10, "implied", True),
    }


def test_no_record_that_is_to_come_is_reported_as_fact():
    to_come = (*DEAL.joint_ventures, *DEAL.facilities, *DEAL.terms, *DEAL.aims)
    assert all(record.firmness not in (None, "stated") for record in to_come)


def test_every_id_that_is_named_is_there():
    lists = (DEAL.parties, DEAL.joint_ventures, DEAL.facilities, DEAL.terms)
    known = {record.id for records in lists for record in records}
    named = {one for caveat in DEAL.caveats for one in caveat.applies_to}
    named |= {one for question in DEAL.open_questions for one in question.about}
    named |= {facility.venture or facility.owner for facility in DEAL.facilities}
    named |= {stake.holder for venture in DEAL.joint_ventures for stake in venture.stakes}
    assert named <= known
