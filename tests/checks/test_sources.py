"""The text that a deal file was encoded from is at hand, and is the same text."""

from hashlib import sha256
from pathlib import Path

import pytest
from checking import found, issues, marked, the_issue
from reading import HEAD

from dealcli.checks import sources
from dealcli.index import DealIndex
from dealcli.loading import DealFile
from dealcli.yamltree import parse

PARTY = "parties:\n- {id: a, name: A}\n"


def index_in(folder: Path, text: str) -> DealIndex:
    """What the checks look at of a deal with its sources in a folder."""
    return DealIndex(DealFile(parse(f"{HEAD}{text}".encode(), "deal.yaml"), folder))


def read_from(folder: Path, text: str) -> list[tuple[str, str, str]]:
    """Code, address and message of what is found of a deal with its sources in a folder."""
    index = index_in(folder, text)
    told = [finding for check in sources.CHECKS for finding in check(index)]
    return [(each.code, each.address, each.message) for each in told]


def test_a_source_that_is_at_hand(tmp_path):
    (tmp_path / "release.txt").write_bytes(b"Words")
    given = f"sha256: {sha256(b'Words').hexdigest()}"
    text = f"sources:\n- {{id: r, title: R, file: release.txt, {given}}}\n"
    assert read_from(tmp_path, text) == []


def test_a_source_that_cannot_be_read(tmp_path):
    text = "sources:\n- {id: r, title: R}\n- {id: s, title: S, file: none.txt, sha256: HASH}\n"
    text = text.replace("HASH", "0" * 64)
    assert read_from(tmp_path, text)[1:] == [
        ("unreadable-source", "/sources/1/file", "none.txt: No such file or directory")
    ]


def test_a_source_that_cannot_be_read_in_words(tmp_path):
    text = "sources:\n- {id: r, title: R, file: none.txt}\n"
    (hint,) = [finding.hint for finding in sources.at_hand(index_in(tmp_path, text))]
    assert hint == "the path is relative to the deal file; without its text nothing is proved"


def test_a_source_that_has_changed(tmp_path):
    (tmp_path / "release.txt").write_bytes(b"Words")
    (tmp_path / "other.txt").write_bytes(b"Words")
    text = (
        f"sources:\n- {{id: r, title: R, file: other.txt}}\n"
        f"- {{id: s, title: S, file: release.txt, sha256: {'0' * 64}}}\n"
    )
    assert read_from(tmp_path, text) == [
        ("changed-source", "/sources/1/sha256", "release.txt is not the text that was encoded")
    ]


def test_a_source_that_has_changed_in_words():
    text = f"sources:\n- {{id: r, title: R, file: r.txt, sha256: {'0' * 64}}}\n"
    issue = the_issue(sources, text, "Words")
    digest = sha256(b"Words").hexdigest()
    assert issue.hint == f"its SHA-256 is {digest}; read what changed before you write it here"
    assert marked(issue) == "0" * 64
    assert found(sources, text.replace("0" * 64, digest), "Words") == []


def test_a_source_without_a_text_is_told_once():
    text = f"sources:\n- {{id: r, title: R}}\n- {{id: s, title: S}}\n{PARTY}"
    told = issues(sources, text, "Words")
    assert [(each.code, each.address) for each in told] == [("unverified", "/sources/1")]
    assert told[0].message == ("the text of 's' is not at hand: what rests on it is unverified")
    assert told[0].severity == "warning"
    assert told[0].hint.startswith("save the text beside the deal file")


@pytest.mark.parametrize(("text", "told"), [("", 0), ("note: Hm\n", 0), (PARTY, 1)])
def test_a_deal_without_a_source(text, told):
    assert found(sources, text) == [("unverified", "")] * told


def test_a_deal_without_a_source_in_words():
    issue = the_issue(sources, PARTY)
    assert issue.message == "the deal names no source: nothing in it is verified"
    assert issue.severity == "warning"
