"""Damage to a file, as chance has it: bytes, tokens and lines changed, and other files put in."""

import re
from collections.abc import Sequence
from random import Random

_TOKENS = (
    *(b"\n", b"\n  ", b" ", b"- ", b": ", b":", b", ", b"[", b"]", b"{", b"}", b"? ", b"|", b">"),
    *(b"#", b" #x", b"&a ", b"*a", b"!x ", b"!!binary ", b"<<: *a", b"%Y", b"---\n", b"...\n"),
    *(b"'", b'"', b"\\", b'"\\U00110000"', b'"\\ud800"', b'"\\x1b"', b"\t", b"\0", b"\x1b[31m"),
    *(b"\r", b"\r\n", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae"),
    *(b"\xc2\x85", b"\xe2\x80\xa8", b"\xf0\x9f\x94\x8b", b"~", b"null", b"1e5", b"NaN", b".inf"),
    *(b"9" * 40, b"-0", b"0.0000001", b"90%", b"2025-02-30", b"[red]", b":smile:", b"x" * 200),
)
"""What YAML, terminals, JSON and Rich each take for something special."""

_WORD = re.compile(rb"\w+|[^\w\s]|\s+")


def mutated(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A file with a few things wrong in it."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(_DAMAGE)(random, data, others)
    return data


def noise(random: Random) -> bytes:
    """Bytes that are no file at all: any, or what YAML takes for something special."""
    if random.random() < 0.3:
        return random.randbytes(random.randint(0, 80))
    return b"".join(random.choices(_TOKENS, k=random.randint(1, 30)))


def _flip(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    at = random.randrange(len(data) + 1)
    return (
        data[:at]
        + bytes([data[at] ^ 1 << random.randrange(8)] if data[at:] else b"")
        + data[at + 1 :]
    )


def _insert(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_TOKENS) + data[at:]


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


_DAMAGE = (
    *(_flip, _insert, _cut, _double, _end, _swap_lines, _drop_line),
    *(_indent_line, _replace_word, _splice),
)
