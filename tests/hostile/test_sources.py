"""The texts that a hostile deal file names: as much is read as one text may hold, and once."""

from unittest.mock import patch

import pytest

from dealcli.loading import MAX_SOURCE_BYTES, load
from dealcli.release import Release, occurrences

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
    assert reasons == ["", "", "with the sources before it larger than 1,048,576 bytes"]


def test_one_text_that_is_too_large_leaves_room_for_the_others(file):
    (file.parent / "text.txt").write_bytes(b"x" * (MAX_SOURCE_BYTES + 1))
    reasons = [text.reason for text in load(str(file)).texts.values()]
    assert reasons == ["larger than 1,048,576 bytes"] * 3


def test_words_that_are_quoted_again_are_not_looked_up_again():
    release = Release("the end of the line")
    with patch("dealcli.release.occurrences", wraps=occurrences) as looked_up:
        assert release.find("the") == release.find("the")
        assert release.find("the", suffix="line") == release.find("the", suffix="line")
    assert looked_up.call_count == 2
    assert [len(release.find("the")), len(release.find("the", suffix="line"))] == [2, 1]
