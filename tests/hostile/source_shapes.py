"""Deals whose source is the large part: each shape is a deal file and the text that it names."""

from collections.abc import Callable
from typing import NamedTuple

from dealcli.source_texts import (
    MAX_PARAGRAPHS,
    MAX_SEARCHED,
    MAX_SENTENCES,
    MAX_SOURCE_BYTES,
    MAX_WORDS,
)
from dealcli.yamltree import MAX_NODES
from hostile.shapes import HEAD, NAME, SOURCE

_SOURCE = f"{HEAD}{SOURCE}"


class Shape(NamedTuple):
    """A deal file and the text of its source."""

    deal: bytes
    text: bytes


def over(unit: str, end: str = "") -> bytes:
    """One thing again and again, as many bytes as a text may hold."""
    room = MAX_SOURCE_BYTES - len(end.encode())
    return (unit * (room // len(unit.encode())) + end).encode()


def full(unit: str, quotes: int = 1, sentences: int = 0, paragraphs: int = 0) -> bytes:
    """One thing again and again, as often as no limit of a text is exceeded; `{}` is its number.

    `sentences` and `paragraphs` are what one unit has of them, `quotes` what the deal has.
    """
    wide = unit.replace("{}", "123456")
    most = min(
        MAX_SOURCE_BYTES // len(wide.encode()),
        MAX_WORDS // max(len(unit.split()), 1),
        MAX_SEARCHED // quotes // len(wide),
        MAX_SENTENCES // sentences - 1 if sentences else MAX_SOURCE_BYTES,
        MAX_PARAGRAPHS // paragraphs if paragraphs else MAX_SOURCE_BYTES,
    )
    if "{}" not in unit:
        return (unit * most).encode()
    return "".join(unit.replace("{}", str(number)) for number in range(most)).encode()


def records(key: str, record: str, values: int = 5) -> bytes:
    """A deal with as many records in one list as a file may have; `{}` is a record's number.

    `values` is how many keys and values a record has, its own mapping counted.
    """
    return listed(key, [record.replace("{}", str(n)) for n in range((MAX_NODES - 60) // values)])


def listed(key: str, lines: list[str]) -> bytes:
    """A deal with some records in one list."""
    return "\n".join([f"{_SOURCE}{key}:", *lines, ""]).encode()


def caveat(quote: str) -> bytes:
    """A deal with one caveat and its quote."""
    return listed("caveats", [f"- {{id: c, kind: hedge, text: x, quote: {quote!r}}}"])


def repeated(unit: str, end: str = "") -> bytes:
    """A deal with aims whose quotes are 1 to 900 of some words."""
    lines, used = [], 0
    for times in range(1, 900):
        lines.append(f"- {{text: x, quote: '{unit * times}{end}'}}")
        used += len(lines[-1]) + 1
        if used > 1_000_000:
            break
    return listed("aims", lines)


def quoted(said: str, told: str, times: int) -> Shape:
    """A deal that tells one thing again and again, in a long text, and quotes another.

    In both `{}` is a number. A term, a stake and a note are made of it too, a few times.
    """
    words, text = (
        " ".join(one.replace("{}", str(n)) for n in range(times)) for one in (said, told)
    )
    some, less = words[: len(words) // 4], text[: len(text) // 4]
    deal = f"""{_SOURCE}parties:
- {{id: a, name: Alder, aka: [A, Alder plc], called: [a, and Alder], quote: '{less}'}}
- {{id: b, name: Birch, aka: [B], called: [it], quote: Birch}}
terms:
- {{id: t, kind: supply, from: a, to: b, what: '{some}', quote: '{less}'}}
aims:
- {{text: '{some}', party: a, firmness: planned, quote: '{less}'}}
joint_ventures:
- id: v
  name: Venture
  lead: a
  quote: '{less}'
  stakes:
  - {{holder: a, percent: 51, basis: stated, quote: '{less}'}}
  - {{holder: b, percent: 49, basis: stated, quote: '{less}'}}
note: '{some}'
"""
    return Shape(deal.encode(), f"{text}\n".encode())


SHAPES: dict[str, Callable[[], Shape]] = {
    # No text to speak of.
    "empty": lambda: Shape(caveat("x"), b""),
    "blank": lambda: Shape(caveat("x"), over(" \n\t")),
    "no-break spaces": lambda: Shape(caveat("x"), over("\xa0")),
    "line ends": lambda: Shape(caveat("x"), over("\r\n")),
    "not UTF-8": lambda: Shape(caveat("a"), b"\xff" * MAX_SOURCE_BYTES),
    "NULs": lambda: Shape(caveat("a"), bytes(MAX_SOURCE_BYTES)),
    # More than a text may hold.
    "bytes": lambda: Shape(caveat("a"), over("a ") + b"ab"),
    "words": lambda: Shape(caveat("a"), over("a ")),
    "paragraphs": lambda: Shape(caveat("a"), over("a\n\n")),
    "many paragraphs": lambda: Shape(caveat("Ab"), b"Abc\n\n" * (MAX_PARAGRAPHS + 1)),
    "sentences": lambda: Shape(caveat("Ab"), over("Abcdefghijklmnopqrstuvw. ")),
    "too long for the quotes": lambda: Shape(repeated("["), over("[")),
    # As much as a text may hold.
    "hedges on one line": lambda: Shape(
        caveat("may will"), full("may will could expects to ") + b"\n"
    ),
    "hedges, sentence by sentence": lambda: Shape(
        caveat("may will"), full("It may or will, if it could. ", sentences=1)
    ),
    "short paragraphs": lambda: Shape(caveat("a"), full("a\n\n", paragraphs=1)),
    "short sentences": lambda: Shape(caveat("Ab"), full("Ab. ", sentences=1)),
    "long sentences": lambda: Shape(caveat("a"), full(f"{'Word ' * 9}end. ", sentences=1)),
    "short lines": lambda: Shape(caveat("a"), full("a\r\n")),
    "short lines of a Mac": lambda: Shape(caveat("a"), full("a\r")),
    "words, all different": lambda: Shape(caveat("w1x w2x"), full("w{}x ")),
    "one word": lambda: Shape(caveat("a" * 1000), over("a")),
    "points": lambda: Shape(caveat("."), over(".")),
    "questions": lambda: Shape(caveat("a"), full("?! ", sentences=1)),
    "initials": lambda: Shape(caveat("A."), full("A.", sentences=1)),
    "quotation marks": lambda: Shape(caveat("a"), full("“a” ")),
    "wide characters": lambda: Shape(caveat("山"), over("山")),
    "wide sentences": lambda: Shape(caveat("山"), over("山水。")),
    "combining marks": lambda: Shape(caveat("a"), full("a\u0301\u0301\u0301\u0301 ")),
    "right to left": lambda: Shape(caveat("שלום"), full("שלום ")),
    "controls": lambda: Shape(caveat("a"), full("\x1b[31ma\u202e ")),
    "markup": lambda: Shape(caveat("[red]"), full("[red]<b>&amp;`| ")),
    "numbers": lambda: Shape(caveat("1 1"), full("1 ")),
    "percents": lambda: Shape(caveat("1 1"), full("up to 1.25% ")),
    # Many records that quote it.
    "brackets, quoted in many lengths": lambda: Shape(repeated("["), full("[", quotes=900)),
    "letters, quoted in many lengths": lambda: Shape(repeated("a"), full("a", quotes=900)),
    "words inside words": lambda: Shape(repeated("[aa", "[a"), full("[aa", quotes=810)),
    "words that are nearly there": lambda: Shape(
        records("aims", "- {text: x, quote: 'the quick fox {} jumps over the lazy dog'}"),
        full("the quick fox jumps over the lazy dog ", quotes=990),
    ),
    "near misses of two words": lambda: Shape(
        records("aims", f"- {{text: x, quote: 'c{{}} {'a b b a ' * 60}'}}"),
        full("a b b a b a a b ", quotes=990),
    ),
    "near misses, few": lambda: Shape(
        listed("aims", [f"- {{text: x, quote: 'c{n} {'a b b a ' * 60}'}}" for n in range(30)]),
        full("a b b a b a a b "),
    ),
    "sentences, each quoted": lambda: Shape(
        records("aims", "- {text: x, quote: 'word {} of it'}"),
        full("word {} of it. ", quotes=990, sentences=1),
    ),
    "one sentence of negations, quoted in many places": lambda: Shape(
        records("aims", "- {text: x, quote: 'w{}'}"),
        full("the w{} is not " + "of it " * 12, quotes=990, sentences=0),
    ),
    "sentences, each set aside": lambda: Shape(
        records("set_aside", "- {quote: 'a{} b', why: y}"),
        full("a{} b. ", quotes=990, sentences=1),
    ),
    "quotes with a prefix": lambda: Shape(
        records("aims", "- {text: x, quote: {exact: a, prefix: 'b{}', suffix: a}}", 11),
        full("a ", quotes=450),
    ),
    "quotes that overlap": lambda: Shape(
        listed("aims", [f"- {{text: x, quote: '{'a ' * n}a'}}" for n in range(250)]),
        full("a ", quotes=250),
    ),
    "sentences about numbers": lambda: Shape(
        records("aims", "- {text: 'it has {} and 5', quote: '1 1 1'}"), full("1 ", quotes=990)
    ),
    "notes about numbers": lambda: Shape(
        records("aims", "- {text: x, note: 'it has {} and 5'}"), full("{} ")
    ),
    "notes about names": lambda: Shape(
        records("aims", "- {text: x, note: 'Alder and “w” of Birch{}'}"), full("w{}x ")
    ),
    "parties named everywhere": lambda: Shape(
        records("parties", "- {id: a{}, name: A, aka: [A{}], called: [the A], quote: the A}", 13),
        full("the A and A1 ", quotes=380),
    ),
    "parties named nowhere": lambda: Shape(
        records("parties", "- {id: a{}, name: Alder {} plc, called: [the Alder {}]}", 8),
        full("Alder "),
    ),
    "facilities and their ventures": lambda: Shape(
        listed("joint_ventures", [f"- {{id: v{n}, name: V, quote: a b}}" for n in range(250)])
        + listed(
            "facilities",
            [f"- {{id: f{n}, name: V, venture: v{n}, quote: a b}}" for n in range(250)],
        ).partition(b"]\n")[2],
        full("a b c d. ", quotes=500, sentences=1),
    ),
    # Long texts of the deal, and what they are held against.
    "prose of other words": lambda: quoted("w{}x", "z{}y", 45_000),
    "prose of words of one stem": lambda: quoted("aaaaaaaaa{}", "aaaaaaaab{}", 25_000),
    "prose of numbers": lambda: quoted("{}", "7{}", 60_000),
    "prose of one number": lambda: quoted("1", "2", 60_000),
    "prose of bounds": lambda: quoted("up to {}", "about {}", 20_000),
    "prose of names": lambda: quoted("A{}x", "B{}x", 45_000),
    "prose of one name": lambda: quoted("Alder", "Birch", 60_000),
    "prose of quotations": lambda: quoted("“a”", "“b”", 50_000),
    "prose of verbs": lambda: quoted("and will supply", "and has supplied", 20_000),
    "prose of loaded words": lambda: quoted("not final", "final", 40_000),
    # Many sources.
    "one text, named again and again": lambda: Shape(
        HEAD.encode()
        + b"sources:\n"
        + b"".join(b"- {id: s%d, title: T, file: %s}\n" % (n, NAME.encode()) for n in range(700)),
        full("Shortly said. ", sentences=1)[:1490],
    ),
}
"""Every shape by what it is."""
