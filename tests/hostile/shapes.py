"""The large shapes of the catalogue, made when they are wanted: each as much as a file may hold."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from dealcli.decoding import MAX_BYTES
from dealcli.yamltree import MAX_DEPTH, MAX_NODES

HEAD = "format: 1\nid: a-deal\ntitle: A deal\n"
NAME = "release.txt"
"""What the deals call the text of their source; whoever reads them puts it beside them."""
RELEASE = Path(__file__).parents[2] / "seeds" / "000_1509d2c17570ff03.txt"
SOURCE = f"sources: [{{id: s, title: T, file: {NAME}}}]\n"
OUTSIDE = "sources that are a device"
"""The shape whose sources are not the deal's to use, which is said on standard error."""
DEEP = 100_000
LONG = "word " * 160_000
"""A text of which a deal has room for one."""


def full(unit: str, head: str = "", tail: str = "", size: int = MAX_BYTES) -> bytes:
    """A head, one thing again and again up to the size of a file, and a tail."""
    room = size - len((head + tail).encode())
    return (head + unit * (room // len(unit.encode())) + tail).encode()


def deal(key: str, record: str, values: int, head: str = HEAD) -> bytes:
    """A deal that reads: as many records in one list as a file may have.

    `values` is how many keys and values a record has, its own mapping counted; `{}` in it is a
    number that no other record has.
    """
    lines = f"{head}{key}:\n"
    left = MAX_BYTES - len(lines.encode())
    taken = []
    for number in range((MAX_NODES - 100) // values):
        line = record.replace("{}", str(number)) + "\n"
        left -= len(line.encode())
        if left < 0:
            break
        taken.append(line)
    return (lines + "".join(taken)).encode()


def _caveat(facilities: int) -> bytes:
    """A long caveat that is about many facilities."""
    ids = [f"f{number}" for number in range(facilities)]
    listed = "".join(f"- {{id: {one}, name: x}}\n" for one in ids)
    caveat = f"- {{id: c, kind: hedge, text: {LONG}, applies_to: [{', '.join(ids)}]}}\n"
    return f"{HEAD}facilities:\n{listed}caveats:\n{caveat}".encode()


def chain(last: str) -> bytes:
    """Parties of which each belongs to the next; `last` is what the last one belongs to."""
    parties = (MAX_NODES - 100) // 7
    parents = [*(f"a{number}" for number in range(1, parties)), last]
    lines = [
        f"- {{id: a{number}, name: x, parent: {parent}}}\n" for number, parent in enumerate(parents)
    ]
    return f"{HEAD}parties:\n{''.join(lines)}".encode()


def numbered(unit: str, head: str = "") -> bytes:
    """As `full`, but `{}` in the unit is a number that no other has."""
    return head.encode() + _up_to(
        MAX_BYTES - len(head), (unit.replace("{}", str(n)) for n in count())
    )


def _up_to(size: int, units: Iterator[str]) -> bytes:
    found = bytearray()
    for unit in units:
        if len(found) + len(unit) > size:
            break
        found += unit.encode()
    return bytes(found)


def bomb(unit: str, levels: int) -> bytes:
    """Lists of aliases of lists of aliases: a few lines that stand for 9 to the power of levels."""
    lines = [f"a0: &a0 [{', '.join([unit] * 9)}]"]
    lines += [
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, levels)
    ]
    return full("# x\n", "\n".join(lines) + "\n")


def nested(opener: str, closer: str, depth: int) -> bytes:
    return (opener * depth + "x" + closer * depth).encode()


_QUOTED = HEAD + SOURCE

SHAPES: dict[str, Callable[[], bytes]] = {
    # One thing again and again, in place of a file.
    "zeros": lambda: bytes(MAX_BYTES),
    "0xff": lambda: b"\xff" * MAX_BYTES,
    "latin-1": lambda: b"abcd" + b"\xe9" * (MAX_BYTES - 4),
    "latin-1 at the end": lambda: full("x", f"{HEAD}note: ")[:-1] + b"\xe9",
    "surrogates in UTF-8": lambda: b"a: " + b"\xed\xa0\x80" * (MAX_BYTES // 3 - 1),
    "UTF-16": lambda: full("x\n", HEAD, size=MAX_BYTES // 2 - 1).decode().encode("utf-16"),
    "NULs": lambda: full("\0", "abcd"),
    "ESC": lambda: full("\x1b[31m", "abcd"),
    "ESC, line by line": lambda: full("\x1b\n", "abcd"),
    "bidi controls": lambda: full("\u202e", "abcd"),
    "tabs": lambda: full("\t"),
    "byte order marks": lambda: full("\ufeff"),
    "line ends": lambda: full("\n"),
    "CR": lambda: full("\r"),
    "CR and LF": lambda: full("\r\n"),
    "spaces": lambda: full(" "),
    "comments": lambda: full("#\n"),
    "one comment": lambda: full("#"),
    "percents": lambda: full("%\n"),
    "letters": lambda: full("x"),
    "quotes, single": lambda: full("'"),
    "quotes, double": lambda: full('"'),
    "backslashes": lambda: full("\\", 'a: "'),
    "colons": lambda: full(": "),
    "question marks": lambda: full("? "),
    "dashes": lambda: full("- "),
    "exclamation marks": lambda: full("!"),
    "ampersands": lambda: full("&"),
    "stars": lambda: full("*"),
    "braces": lambda: full("{"),
    "brackets": lambda: full("["),
    "open pairs": lambda: full("{a: "),
    "open complex keys": lambda: full("? - "),
    "pipes": lambda: full("|\n"),
    # Deep, but not large.
    f"{DEEP:,} brackets": lambda: nested("[", "]", DEEP),
    f"{DEEP:,} braces": lambda: nested("{a: ", "}", DEEP),
    f"{DEEP:,} dashes": lambda: nested("- ", "", DEEP),
    f"{DEEP:,} keys": lambda: nested('{"a":', "}", DEEP),
    "as deep as allowed": lambda: full(
        f"- {'[' * (MAX_DEPTH - 1)}x{']' * (MAX_DEPTH - 1)}\n",
        size=MAX_NODES // (MAX_DEPTH + 1) * 66,
    ),
    # What YAML has and a deal file has not.
    "bomb": lambda: bomb("lol", 12),
    "bomb of mappings": lambda: full("  <<: *a\n", "a: &a {b: c}\nb:\n"),
    "anchors": lambda: full("- &a x\n"),
    "anchor, very long": lambda: full("a", "a: &"),
    "aliases, cyclic": lambda: full("- &a [*a]\n"),
    "aliases, undefined": lambda: full("- *a\n"),
    "tags": lambda: full("- !!python/object/apply:os.system [x]\n"),
    "tag, very long": lambda: full("a", "a: !"),
    "documents": lambda: full("---\n"),
    "documents, full": lambda: full("---\nformat: 1\n...\n"),
    "one key again and again": lambda: full("a: x\n"),
    "keys, all different": lambda: numbered("k{}: x\n"),
    "key, very long": lambda: full("k", tail=": x\n"),
    "key, very long, around lists": lambda: full("x, ", f"? {'k' * 500_000}\n: [", "x]\n"),
    "key, empty": lambda: full("'': x\n"),
    "escapes": lambda: full("\\u0041", f'{HEAD}note: "', '"\n'),
    "escape for no character": lambda: full("\\u0041", f'{HEAD}note: "', '\\U00110000"\n'),
    "escape for half a character": lambda: full("\\u0041", f'{HEAD}note: "', '\\ud800"\n'),
    "question marks in a list": lambda: full("a?, ", f"{HEAD}note: ["),
    # What a deal file has, with nonsense in it.
    "nulls": lambda: full("~, ", f"{HEAD}parties: ["),
    "nothings": lambda: full("-\n", f"{HEAD}parties:\n"),
    "empty mappings": lambda: full("{}, ", f"{HEAD}parties: ["),
    "unknown keys": lambda: deal("parties", "- {a: x, n: x, m: x}", 7),
    "unknown words": lambda: deal("parties", "- {id: a{}, name: x, kind: compny}", 7),
    "cut values": lambda: full("note: x #y\n", HEAD),
    "number, huge": lambda: full("9", f"{HEAD}market: [{{what: x, points: [{{year: ", "}]}]\n"),
    "decimal, huge": lambda: full("0", f"{HEAD}market: [{{what: x, points: [{{amount: 1.", "}]}]"),
    "numbers, huge": lambda: deal("market:\n- what: x\n  points", f"  - {{amount: {'9' * 90}}}", 3),
    "number of underscores": lambda: full("_", f"{HEAD}terms: [{{share: 1", "}]"),
    "date, huge": lambda: full("0", f"{HEAD}announced: "),
    "id, huge": lambda: full("a-", "format: 1\ntitle: T\nid: "),
    "word, nearly": lambda: full("a", f"{HEAD}terms: [{{id: a, kind: ", "-}]"),
    # Deals that read.
    "title of a mebibyte": lambda: full("words ", "format: 1\nid: a\ntitle: "),
    "title without a space": lambda: full("x", "format: 1\nid: a\ntitle: "),
    "title of wide characters": lambda: full("山", "format: 1\nid: a\ntitle: "),
    "title of combining marks": lambda: full("\u0301", "format: 1\nid: a\ntitle: a"),
    "title of flags": lambda: full("🇩🇪", "format: 1\nid: a\ntitle: "),
    "title of markup": lambda: full("[red]", "format: 1\nid: a\ntitle: '", "'\n"),
    "title of escapes": lambda: full("\\e", 'format: 1\nid: a\ntitle: "', '"\n'),
    "folded note": lambda: full(" x\n", f"{HEAD}note: >\n"),
    "id of a mebibyte": lambda: full("a", "format: 1\ntitle: T\nid: "),
    "word of a mebibyte": lambda: full("a", f"{HEAD}terms: [{{id: a, kind: ", "}]"),
    "quote of a mebibyte": lambda: full("the ", f"{_QUOTED}quote: "),
    "quotes": lambda: full(
        " the,", f"{_QUOTED}quote: [", "]\n", size=len(_QUOTED) + 5 * (MAX_NODES - 100)
    ),
    "names": lambda: full(
        " e,", f"{HEAD}parties: [{{id: a, name: A, aka: [", "]}]\n", size=3 * (MAX_NODES - 100)
    ),
    "parties": lambda: deal("parties", "- {id: a{}, name: x}", 5),
    "parties of one name": lambda: deal("parties", "- {id: a, name: x}", 5),
    "parents in a chain": lambda: chain("b"),
    "parents in a circle": lambda: chain("a0"),
    "ventures": lambda: deal("joint_ventures", "- {id: a{}, name: x}", 5),
    "ventures with a stake": lambda: deal(
        "joint_ventures", "- {id: a{}, name: x, stakes: [{holder: a, percent: 1}]}", 12
    ),
    "stakes": lambda: deal(
        "joint_ventures:\n- id: a\n  name: x\n  stakes", "  - {holder: a{}, percent: 1}", 5
    ),
    "holdings": lambda: deal("holdings", "- {in: a{}, holder: b}", 5),
    "facilities": lambda: deal("facilities", "- {id: a{}, name: x, horizon: near-term}", 7),
    "facilities, long": lambda: deal("facilities", f"- {{id: a{{}}, name: {'x ' * 60}}}", 5),
    "terms": lambda: deal("terms", "- {id: a{}, kind: supply, what: x}", 7),
    "payments": lambda: deal("payments", "- {form: cash, what: x{}}", 5),
    "payments to a venture": lambda: deal(
        "payments", "- {to: v, what: x{}}", 5, f"{HEAD}joint_ventures: [{{id: v, name: x}}]\n"
    ),
    "a long name, named often": lambda: deal(
        "aims", "- {text: x, party: a}", 3, f"{HEAD}parties: [{{id: a, name: {LONG}}}]\n"
    ),
    "a long venture of many facilities": lambda: deal(
        "facilities",
        "- {id: f{}, name: x, venture: a}",
        4,
        f"{HEAD}joint_ventures: [{{id: a, name: {LONG}}}]\n",
    ),
    "questions about a long name": lambda: deal(
        "open_questions",
        "- {text: x, about: [a, b{}]}",
        5,
        f"{HEAD}parties: [{{id: a, name: {LONG}}}]\n",
    ),
    "a long caveat on many records": lambda: _caveat(700),
    "parts of a payment": lambda: deal("payments", "- {id: a{}, part_of: a0}", 5),
    "parts of parts": lambda: deal("payments", "- {part_of: a{}, id: a1{}}", 5),
    "market points": lambda: deal("market:\n- what: T\n  points", "  - {year: 2030, amount: 1}", 5),
    "aims": lambda: deal("aims", "- text: x", 3),
    "statements": lambda: deal("statements", "- speaker: x", 3),
    "caveats": lambda: deal("caveats", "- {id: a{}, kind: hedge, text: x}", 7),
    "caveats, quoted": lambda: deal(
        "caveats", "- {id: a{}, kind: hedge, text: x, quote: the}", 9, _QUOTED
    ),
    "open questions": lambda: deal("open_questions", "- text: x", 3),
    "passages set aside": lambda: deal("set_aside", "- {quote: x, why: y}", 5),
    "sources": lambda: deal("sources", "- {id: a{}, title: x}", 5),
    "sources with a text": lambda: deal("sources", f"- {{id: a{{}}, title: x, file: {NAME}}}", 7),
    "sources without a file": lambda: deal("sources", "- {id: a{}, title: x, file: no{}}", 7),
    OUTSIDE: lambda: deal("sources", "- {id: a, title: x, file: /dev/zero}", 7),
}
"""Every shape by what it is."""
