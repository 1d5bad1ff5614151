"""The texts that a hostile deal file names: as much is read as there is room for, and no more."""

import json
from unittest.mock import patch

import pytest
from running import run

from dealcli.loading import load
from dealcli.release import Release
from dealcli.searching import occurrences
from dealcli.source_texts import MAX_SOURCE_BYTES
from hostile import measuring, promise
from hostile.shapes import HEAD, NAME
from hostile.source_shapes import SHAPES

HALF = MAX_SOURCE_BYTES // 2


@pytest.fixture
def file(tmp_path):
    """A deal with three sources whose text is the same file."""
    path = tmp_path / "deal.yaml"
    sources = "".join(f"- {{id: s{number}, title: T, file: text.txt}}\n" for number in range(3))
    path.write_text(f"format: 1\nid: a\ntitle: T\nsources:\n{sources}")
    return path


def test_the_texts_of_all_sources_together_have_a_limit(file):
    (file.parent / "text.txt").write_bytes(b"x" * HALF)
    reasons = [text.reason for text in load(str(file)).texts.values()]
    assert reasons == ["", "", "with the sources before it more than 1,048,576 bytes"]


def test_one_text_that_is_too_large_leaves_room_for_the_others(file):
    (file.parent / "text.txt").write_bytes(b"x" * (MAX_SOURCE_BYTES + 1))
    reasons = [text.reason for text in load(str(file)).texts.values()]
    assert reasons == ["more than 1,048,576 bytes"] * 3


def test_words_that_are_quoted_again_are_not_looked_up_again():
    release = Release("the end of the line")
    with patch("dealcli.release.occurrences", wraps=occurrences) as looked_up:
        assert release.find("the") == release.find("the")
        assert release.find("the", suffix="line") == release.find("the", suffix="line")
    assert looked_up.call_count == 3  # the suffix may be parted by a space
    assert [len(release.find("the")), len(release.find("the", suffix="line"))] == [2, 1]


REFUSED = {
    "empty": "there is no text in it",
    "blank": "there is no text in it",
    "no-break spaces": "there is no text in it",
    "line ends": "there is no text in it",
    "not UTF-8": "not UTF-8 text",
    "bytes": "more than 1,048,576 bytes",
    "words": "more than 60,000 words",
    "paragraphs": "more than 60,000 words",
    "many paragraphs": "more than 5,000 paragraphs",
    "sentences": "more than 10,000 sentences",
    "wide sentences": "more than 10,000 sentences",
    "too long for the quotes": "1,048,576 characters are too many to search for 899 quotes",
    "one text, named again and again": "with the sources before it more than 10,000 sentences",
}
"""Why the text of a shape is not read, where it is not."""


@pytest.fixture(scope="module")
def start() -> measuring.Measure:
    return measuring.start("summary")


@pytest.mark.parametrize("name", SHAPES)
def test_why_a_text_is_not_read(name, tmp_path):
    file = tmp_path / "deal.yaml"
    file.write_bytes(SHAPES[name]().deal)
    (tmp_path / NAME).write_bytes(SHAPES[name]().text)
    reasons = {text.reason for text in load(str(file)).texts.values()}
    assert reasons - {""} == {REFUSED.get(name, "")} - {""}


@measuring.possible
@pytest.mark.parametrize("name", SHAPES)
def test_a_large_source_keeps_the_promise(name, start, tmp_path):
    # The time that it takes is measured by benchmarks/hostile.py; a bomb is stopped by a limit.
    file = tmp_path / "deal.yaml"
    file.write_bytes(SHAPES[name]().deal)
    (tmp_path / NAME).write_bytes(SHAPES[name]().text)
    for command in (("summary", "--format", "html"), ("source",), ("check",)):
        result = measuring.measure(*command, str(file))
        assert result.code in ((0, 1) if command == ("check",) else (0,))
        assert result.err == b""
        assert result.memory - start.memory < promise.MEMORY


def test_of_very_many_issues_the_errors_come_first_and_the_rest_is_counted(tmp_path):
    file = tmp_path / "deal.yaml"
    file.write_text(
        f"{HEAD}sources: [{{id: s, title: T, file: {NAME}}}]\n"
        "aims:\n- {text: x, quote: nowhere}\nopen_questions:\n- {text: x, about: [y]}\n"
    )
    (tmp_path / NAME).write_text("It may be. " * 1500)
    result = run("check", str(file))
    *issues, more, conclusion = (
        line for line in result.out.splitlines() if not line.startswith("  ")
    )
    assert len(issues) == 1000
    assert sum("error[" in line for line in issues) == 2
    assert more == f"{file}: and 502 warnings not listed"
    assert conclusion == f"{file}: 2 errors, 1,500 warnings"
    assert run("check", "--format", "github", str(file)).out.splitlines()[-2:] == [more, conclusion]
    document = json.loads(run("check", "--json", str(file)).out)
    assert (len(document["problems"]), document["omitted"]) == (1000, {"warning": 502})


class _Searched(str):
    """A text that counts how often it is searched."""

    searches = 0

    def find(self, *arguments):
        self.searches += 1
        return super().find(*arguments)


@pytest.mark.parametrize(("words", "searches"), [("a", 100), ("[" + "a" * 999, 5)])
def test_a_search_for_long_words_is_given_up_after_fewer_places(words, searches):
    text = _Searched(f"{words}a" * 200)
    assert not list(occurrences(text, words))
    assert text.searches == searches + 1
