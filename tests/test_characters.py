"""Which characters count as unseen, and how they are written instead."""

import json
import unicodedata

import pytest

from dealcli.characters import UNSEEN, UNSEEN_ASTRAL, beginning, escape, json_visible, visible


def test_what_unicode_calls_a_control_or_format_character_is_unseen():
    unseen_categories = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    seen = [
        code
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in unseen_categories
        and chr(code) not in "\t\n\r"
        and not UNSEEN.match(chr(code))
    ]
    assert seen == []


@pytest.mark.parametrize(
    "character",
    "\x00\x1b\x7f\x9b\xad\u115f\u200b\u202e\u2066\u3164\ufe0f\ufeff\uffff\U000e0041\U000e0100\ud800",
)
def test_unseen(character):
    assert UNSEEN.fullmatch(character)


@pytest.mark.parametrize("character", "\t\n\r aé€北😀\xa0\u2009\u2014\u201c\ufffc\ufffd")
def test_seen(character):
    assert not UNSEEN.match(character)
    assert visible(f"a{character}b") == f"a{character}b"


def test_unseen_above_the_basic_plane_is_known_apart():
    assert UNSEEN_ASTRAL.match("\U000e0041")
    assert not UNSEEN_ASTRAL.match("\u200b")


@pytest.mark.parametrize(
    ("character", "written"),
    [("\x1b", r"\x1b"), ("\x9b", r"\x9b"), ("\u202e", r"\u202e"), ("\U000e0041", r"\U000e0041")],
)
def test_escape_is_what_python_reads(character, written):
    assert escape(character) == written
    assert written.encode().decode("unicode_escape") == character
    assert visible(f"a{character}b") == f"a{written}b"


def test_json_visible_changes_how_a_document_is_written_and_not_what_it_holds():
    value = {"a": "\x7f\u200b\u2028 é😀"}
    document = json_visible(json.dumps(value, ensure_ascii=False))
    assert document == r'{"a": "\u007f\u200b\u2028 é😀"}'
    assert json.loads(document) == value


def test_json_visible_leaves_astral_characters_whole():
    assert json_visible('"\U000e0041\u200b"') == '"\U000e0041\\u200b"'


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a" * 60, "a" * 60), ("a" * 61, "a" * 57 + "..."), ("a\r\n\tb", r"a\r\n\tb")],
)
def test_beginning(text, shown):
    assert beginning(text) == shown
