"""The characters that a reader cannot see or a terminal would act on, and how they are shown."""

import re

# C0 and C1 controls but tab and line ends; format characters (bidi controls, zero-width joiners,
# soft hyphen, tags ...); line and paragraph separators; lone surrogates; and what Unicode lists as
# Default_Ignorable_Code_Point (DerivedCoreProperties.txt), drawn as nothing at all.
_BASIC = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891"
    r"\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
)
_ASTRAL = (
    r"\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
UNSEEN = re.compile(f"[{_BASIC}{_ASTRAL}]")
UNSEEN_ASTRAL = re.compile(f"[{_ASTRAL}]")


def escape(character: str) -> str:
    r"""One character as Python, JSON and YAML escape it: ``\x1b``, ``\u202e``."""
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def visible(text: str) -> str:
    """The text with every unseen character as its escape; tabs and line ends stay."""
    unseen = set(UNSEEN.findall(text))
    return (
        text.translate({ord(character): escape(character) for character in unseen})
        if unseen
        else text
    )


def in_one_line(text: str) -> str:
    """As `visible`, with tabs and line ends as escapes too: nothing in it can pass for a line."""
    return visible(text).replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


def beginning(text: str) -> str:
    """Text as a message shows it, in one line: whole while short, else its beginning."""
    line = text[:61].replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return line if len(text) <= 60 else f"{line[:57]}..."


def json_visible(document: str) -> str:
    r"""A JSON document with unseen characters as ``\uXXXX``, so that it reads back as a deal file.

    Outside its strings a JSON document holds none of them, so the whole can be treated alike.
    Astral ones stay: JSON writes them as a pair that YAML cannot read (the loader refuses them).
    """
    if not UNSEEN.search(document):
        return document
    return UNSEEN.sub(
        lambda match: match[0] if ord(match[0]) > 0xFFFF else f"\\u{ord(match[0]):04x}", document
    )
