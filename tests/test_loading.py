"""A deal file is found by its name, read with its sources, and judged in one go."""

import io
import os
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from reading import HEAD, SAMPLE, read, told

from dealcli import loading
from dealcli.loading import MAX_SOURCE_BYTES, bundled, default, load
from dealcli.model import Source
from dealcli.problems import USAGE, DealcliError, UnreadableDealError


@pytest.fixture
def deal_file(tmp_path: Path) -> Path:
    path = tmp_path / "deal.yaml"
    path.write_text(SAMPLE, encoding="utf-8")
    (tmp_path / "release.txt").write_text("Some words.\n", encoding="utf-8")
    return path


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch):
    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return put


def test_a_deal(deal_file):
    found = load(str(deal_file))
    assert (found.name, found.folder) == (str(deal_file), deal_file.parent)
    deal = found.deal
    assert (deal.format, deal.id, deal.announced) == (1, "sample-2025", "2025-04-14")
    assert deal.joint_ventures[0].stakes[0].percent == Decimal(90)
    assert deal.terms[0].from_ == "alpha"
    assert deal.terms[0].to == ("beta",)
    assert deal.market[0].points[0].year == 2030


def test_numbers_keep_what_was_written():
    price = read(SAMPLE).terms[0].price
    assert (str(price.from_), str(price.to)) == ("1", "148.10")
    assert str(read(SAMPLE).joint_ventures[0].stakes[1].percent.exact) == "10.0"


@pytest.mark.parametrize(
    "text", ["NO", "null pointer", "90:10", "2025-04-14", "1e5", "'null'", "007"]
)
def test_text_stays_text(text):
    assert read(f"{HEAD}note: {text}").note == text.strip("'")


def test_standard_input(stdin):
    stdin(HEAD.encode())
    found = load("-")
    assert (found.name, found.deal.id, found.folder) == ("<stdin>", "a-deal", Path())


def test_standard_input_that_is_no_deal(stdin):
    stdin(b"a: [")
    with pytest.raises(UnreadableDealError, match=r"<stdin> cannot be read") as caught:
        load("-")
    assert caught.value.exit_code == USAGE


def test_no_standard_input(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(DealcliError, match="there is no standard input"):
        load("-")
    closed = io.TextIOWrapper(io.BytesIO())
    closed.close()
    monkeypatch.setattr(sys, "stdin", closed)
    with pytest.raises(DealcliError, match="cannot read standard input: "):
        load("-")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.yaml", "No such file"),
        (".", "Is a directory"),
        ("", "No such file"),
        ("a\0b", "null"),
        ("deal.yaml/", "Not a directory"),
        ("a" * 999, "too long"),
    ],
    ids=["missing", "folder", "nothing", "nul", "slash", "long"],
)
def test_a_name_that_cannot_be_read(name, reason, deal_file, monkeypatch):
    monkeypatch.chdir(deal_file.parent)
    with pytest.raises(DealcliError, match=reason) as caught:
        load(name)
    assert caught.value.message.startswith(f"cannot read {name!r}: ")
    assert not isinstance(caught.value, UnreadableDealError)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file here")
def test_a_file_without_end_is_read_as_far_as_it_may_be_long():
    with pytest.raises(UnreadableDealError) as caught:
        load("/dev/zero")
    assert caught.value.problems[0].code == "too-large"


def test_the_bundled_deal_reads():
    assert bundled().is_file()
    found = load(str(bundled()))
    assert found.deal.parties
    assert found.release(found.deal.sources[0])


def test_the_bundled_deal_inside_a_package(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    inside = tmp_path / "data" / "deal.yaml"
    inside.touch()
    monkeypatch.setattr(loading, "__file__", str(tmp_path / "loading.py"))
    assert bundled() == inside


@pytest.mark.parametrize(("value", "name"), [("x.yaml", "x.yaml"), ("", None), (None, None)])
def test_the_default_deal(value, name, monkeypatch):
    monkeypatch.delenv("DEALCLI_DEAL", raising=False)
    if value is not None:
        monkeypatch.setenv("DEALCLI_DEAL", value)
    assert default() == (name or str(bundled()))


class TestRelease:
    def test_a_file_beside_the_deal(self, deal_file):
        found = load(str(deal_file))
        assert found.release(found.deal.sources[0]).paragraphs == ["Some words."]

    def test_a_byte_order_mark_is_no_part_of_it(self, deal_file):
        (deal_file.parent / "release.txt").write_bytes(b"\xef\xbb\xbfa")
        found = load(str(deal_file))
        assert found.release(found.deal.sources[0]).folded == "a"

    def test_no_file_is_named(self, deal_file):
        assert load(str(deal_file)).release(Source(id="a", title="b")) is None

    @pytest.mark.parametrize(
        ("file", "reason"),
        [
            ("missing.txt", "No such file"),
            (".", "not a file"),
            ("a\0b", "null"),
            ("latin.txt", "not UTF-8"),
            ("large.txt", "larger than"),
        ],
    )
    def test_no_file_that_can_be_read(self, file, reason, deal_file):
        (deal_file.parent / "latin.txt").write_bytes(b"\xe9")
        with (deal_file.parent / "large.txt").open("wb") as stream:
            stream.truncate(MAX_SOURCE_BYTES + 1)
        with pytest.raises(DealcliError, match=reason):
            load(str(deal_file)).release(Source(id="a", title="b", file=file))

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
    def test_a_pipe_is_not_waited_for(self, deal_file):
        os.mkfifo(deal_file.parent / "pipe")
        with pytest.raises(DealcliError, match="not a file"):
            load(str(deal_file)).release(Source(id="a", title="b", file="pipe"))


def test_what_follows_from_a_refusal_is_not_told_again():
    assert told(f"{HEAD}kind: *a\nparties: [*b]\n<<: x\n") == [
        ("alias", 4, 7),
        ("alias", 5, 11),
        ("merge-key", 6, 1),
    ]


def test_what_does_not_follow_from_a_refusal_is_told_beside_it():
    text = "&a format: 1\nid: a\nparties: &b\n- name: !c x\npayments:\n- amount: &d {unit: e}\n"
    assert told(text) == [
        ("missing-key", 1, 1),
        ("anchor", 1, 1),
        ("anchor", 3, 10),
        ("missing-key", 4, 3),
        ("tag", 4, 9),
        ("anchor", 6, 11),
        ("incomplete", 6, 11),
    ]
