"""A deal file is found by its name, read with its sources, and judged in one go."""

import io
import os
import sys
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from reading import HEAD, SAMPLE, read, told

from dealcli import loading
from dealcli.decoding import MAX_BYTES
from dealcli.errors import USAGE, DealcliError, UnreadableDealError
from dealcli.loading import DealFile, bundled, default, load
from dealcli.model import Passage
from dealcli.source_texts import MAX_SOURCE_BYTES, SourceText
from dealcli.yamltree import parse


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


def test_how_much_of_standard_input_is_read(stdin):
    text = HEAD.encode() + b"#" * MAX_BYTES
    stdin(text[:MAX_BYTES])
    assert load("-").deal.id == "a-deal"
    stdin(text)
    with pytest.raises(UnreadableDealError) as caught:
        load("-")
    assert caught.value.issues[0].code == "too-large"


def test_standard_input_without_end_is_read_as_far_as_it_may_be_long(monkeypatch):
    endless = SimpleNamespace(read=lambda size: b"#" * size)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=endless))
    with pytest.raises(UnreadableDealError) as caught:
        load("-")
    assert caught.value.issues[0].code == "too-large"


def test_no_standard_input(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(DealcliError, match=r"^there is no standard input to read a deal from$"):
        load("-")
    closed = io.TextIOWrapper(io.BytesIO())
    closed.close()
    monkeypatch.setattr(sys, "stdin", closed)
    with pytest.raises(DealcliError, match=r"^cannot read standard input: I/O operation"):
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
    assert caught.value.issues[0].code == "too-large"


def test_the_bundled_deal_reads():
    assert bundled().is_file()
    found = load(str(bundled()))
    assert found.deal.parties
    assert found.texts["release"].release


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


class TestTexts:
    def test_a_file_beside_the_deal(self, deal_file):
        (text,) = load(str(deal_file)).texts.values()
        assert text.release.paragraphs == ["Some words."]
        assert (text.number, text.source.id, text.reason) == (1, "release", "")
        assert text.data == (deal_file.parent / "release.txt").read_bytes()

    def test_a_byte_order_mark_is_no_part_of_it(self, deal_file):
        (deal_file.parent / "release.txt").write_bytes(b"\xef\xbb\xbfa")
        (text,) = load(str(deal_file)).texts.values()
        assert text.release.folded == "a"

    def test_no_file_is_named(self):
        (text,) = self.texts("{id: a, title: b}")
        assert (text.release, text.reason) == (None, "")

    def test_the_first_of_an_id_is_the_one(self):
        one, two = self.texts("{id: a, title: b}", "{id: c, title: d}", "{id: a, title: e}")
        assert (one.source.title, one.number, two.number) == ("b", 1, 2)

    def test_a_passage_is_from_the_source_it_names_or_the_first(self):
        tree = parse(f"{HEAD}sources: [{{id: a, title: b}}, {{id: c, title: d}}]\n".encode(), "")
        file = DealFile(tree, Path())
        of = [Passage(exact="x", source=source) for source in (None, "c", "e")]
        assert [text and text.source.id for text in map(file.text_of, of)] == ["a", "c", None]
        assert DealFile(parse(HEAD.encode(), ""), Path()).text_of(of[0]) is None

    @pytest.mark.parametrize(
        ("file", "reason"),
        [
            ("missing.txt", "No such file"),
            (".", "not a regular file"),
            ('"a\\0b"', "embedded null byte"),
            ("latin.txt", "not UTF-8 text"),
            ("large.txt", "more than"),
        ],
    )
    def test_no_file_that_can_be_read(self, file, reason, tmp_path):
        (tmp_path / "latin.txt").write_bytes(b"\xe9")
        with (tmp_path / "large.txt").open("wb") as stream:
            stream.truncate(MAX_SOURCE_BYTES + 1)
        (text,) = self.texts(f"{{id: a, title: b, file: {file}}}", folder=tmp_path)
        assert (text.number, text.source.id, text.release) == (1, "a", None)
        assert text.reason.startswith(reason)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
    def test_a_pipe_is_not_waited_for(self, tmp_path):
        os.mkfifo(tmp_path / "pipe")
        (text,) = self.texts("{id: a, title: b, file: pipe}", folder=tmp_path)
        assert text.reason == "not a regular file"

    def test_sources_share_what_may_be_read(self, tmp_path):
        half = MAX_SOURCE_BYTES // 2
        for name, size in (("a", half), ("b", MAX_SOURCE_BYTES - half), ("c", 1)):
            (tmp_path / name).write_bytes(b"x" * size)
        sources = [f"{{id: {name}, title: t, file: {name}}}" for name in "abc"]
        one, two, three = self.texts(*sources, folder=tmp_path)
        assert (one.reason, two.reason) == ("", "")
        assert three.reason == f"with the sources before it more than {MAX_SOURCE_BYTES:,} bytes"
        (tmp_path / "c").write_bytes(b"x" * MAX_SOURCE_BYTES)
        _, two = self.texts(sources[0], sources[2], folder=tmp_path)
        assert two.reason == f"with the sources before it more than {MAX_SOURCE_BYTES:,} bytes"
        (tmp_path / "c").write_bytes(b"x" * (MAX_SOURCE_BYTES + 1))
        (alone,) = self.texts(sources[2], folder=tmp_path)
        assert alone.reason == f"more than {MAX_SOURCE_BYTES:,} bytes"
        (tmp_path / "c").write_bytes(b"x" * MAX_SOURCE_BYTES)
        (alone,) = self.texts(sources[2], folder=tmp_path)
        assert alone.reason == ""

    @staticmethod
    def texts(*sources: str, folder: Path = Path()) -> list[SourceText]:
        given = f"{HEAD}sources: [{', '.join(sources)}]\n"
        return list(DealFile(parse(given.encode(), "deal.yaml"), folder).texts.values())


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
