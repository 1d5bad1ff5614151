"""Damage as chance has it, to deals as plain data and to files as bytes.

Chance comes from a `Random`, which Hypothesis supplies as well.
"""

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any

from generating import RANDOMS, Choices, mapping
from hypothesis import strategies as st

from dealcli.model import meanings_of, parts

_WRONG: tuple[Any, ...] = (
    *("", " ", "null", "Null", "NaN", "i_nf", "1e5", "+1", "_1", "1_0", " 1", "1\n", "٣", "1."),
    *("007", "2027.0", "0999", "12345", "true", "x", "A b", "1-2", "2025-02-30", "2024-Q5"),
    *("1" * 25, None, [], {}, ["x"], [None], ["1e5"], [[]], ["x"] * 30, {"x": "y"}),
    *({"exact": "1"}, {"exact": "1", "about": "1"}, {"from": "1"}, {"text": ""}, "0", "2027"),
)
"""Values that are wrong in most places; the last is a number, a time and a text."""


def damaged_data(random: Random, whole: dict[str, Any], times: int) -> dict[str, Any]:
    """Plain data with some changes: values replaced, added, taken out or exchanged."""
    whole = deepcopy(whole)
    for _ in range(times):
        places = _places(whole)
        holder, key = random.choice(places)
        random.choice(_DATA)(random, places, holder, key)
    return whole


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every mapping and list in a value with each of its keys or indices; of the value first."""
    items = list(value.items() if isinstance(value, dict) else enumerate(value))
    found = [(value, key) for key, _ in items]
    for _, item in items:
        if isinstance(item, dict | list):
            found += _places(item)
    return found


def _replace(random: Random, places: Any, holder: Any, key: Any) -> None:
    holder[key] = deepcopy(random.choice(_WRONG))


def _add(random: Random, places: Any, holder: Any, key: Any) -> None:
    if isinstance(holder, list):
        holder.append(None)
        _replace(random, places, holder, -1)
    else:
        _replace(random, places, holder, random.choice(_keys_beside(holder)))


def _keys_beside(holder: dict[str, Any]) -> list[str]:
    """The keys of the parts that a mapping may be, judged by its keys, and one of no part."""
    known = [meanings_of(part) for part in parts()]
    return ["x", *(key for keys in known if holder.keys() <= keys.keys() for key in keys)]


def _take_out(random: Random, places: Any, holder: Any, key: Any) -> None:
    if len(places) > 1:
        del holder[key]


def _exchange(random: Random, places: Any, holder: Any, key: Any) -> None:
    other, place = random.choice(places)
    holder[key], other[place] = deepcopy((other[place], holder[key]))


_DATA: tuple[Callable[[Random, Any, Any, Any], None], ...] = (_replace, _add, _take_out, _exchange)

_TOKENS = (
    *(b"\n", b"\n  ", b" ", b"  ", b"- ", b": ", b":", b", ", b"[", b"]", b"{", b"}", b"? "),
    *(b"|", b">", b"#", b" #x", b"&a ", b"*a", b"!x ", b"!!binary ", b"<<: ", b"<<: *a", b"%Y"),
    *(b"---\n", b"...\n", b"'", b'"', b"\\", b'"\\U00110000"', b'"\\ud800"', b'"\\x1b"', b"\t"),
    *(b"\0", b"\x1b[31m", b"\r", b"\r\n", b"\xff", b"\xc3", b"\xc3\xa9", b"\xc2\xa0"),
    *(b"\xe2\x80\x8b", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xc2\x85"),
    *(b"\xe2\x80\xa8", b"\xf0\x9f\x94\x8b", b"~", b"null", b"1e5", b"NaN", b".inf", b"9" * 40),
    *(b"-0", b"0.0000001", b"90%", b"2025-02-30", b"[red]", b":smile:", b"x" * 70, b"x" * 200),
)
"""What YAML, terminals, JSON and Rich each take for something special."""

_WORD = re.compile(rb"\w+|[^\w\s]|\s+")


def damaged(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A file with a few things wrong in it: bytes, tokens, lines, or some of other files."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(_BYTES)(random, data, others)
    return data


def noise(random: Random) -> bytes:
    """Bytes that are no file at all: any, or what YAML takes for something special."""
    if random.random() < 0.3:
        return random.randbytes(random.randint(0, 80))
    return b"".join(random.choices(_TOKENS, k=random.randint(1, 30)))


def _flip(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    at = random.randrange(len(data) + 1)
    flipped = bytes([data[at] ^ 1 << random.randrange(8)] if data[at:] else b"")
    return data[:at] + flipped + data[at + 1 :]


def _insert(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_TOKENS) + data[at:]


def _overwrite(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _stretch(random, data)
    return data[:start] + random.choice(_TOKENS) + data[end:]


def _cut(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _stretch(random, data)
    return data[:start] + data[end:]


def _double(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _stretch(random, data)
    return data[:end] + data[start:end] * random.choice((1, 1, 1, 20)) + data[end:]


def _end(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _swap_lines(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    one, two = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def _drop_line(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    del lines[random.randrange(len(lines))]
    return b"\n".join(lines)


def _indent_line(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    lines[at] = b" " * random.randint(1, 4) + lines[at] if random.random() < 0.5 else lines[at][1:]
    return b"\n".join(lines)


def _replace_word(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start = random.randrange(len(data) + 1)
    word = _WORD.search(data, start)
    if word is None:
        return data
    other = _WORD.search(data, random.randrange(len(data)))
    new = random.choice((random.choice(_TOKENS), other[0] if other else b""))
    return data[: word.start()] + new + data[word.end() :]


def _splice(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = random.choice(others)
    start, end = _stretch(random, other)
    at = random.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def _stretch(random: Random, data: bytes) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.choice((1, 4, 40, 400)))


_BYTES = (
    *(_flip, _insert, _overwrite, _cut, _double, _end, _swap_lines, _drop_line),
    *(_indent_line, _replace_word, _splice),
)


def damaged_deals() -> st.SearchStrategy[dict[str, Any]]:
    """Deals as plain data with up to two changes."""
    return RANDOMS.map(
        lambda random: damaged_data(random, mapping(Choices(random)), random.randint(0, 2))
    )
