"""Lies told about the bundled deal, one at a time, and what `check` makes of each.

`python tests/lies.py` prints the table, `--write` puts it into docs/checks.md.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple, get_args

from generating import texts_in

from dealcli import model
from dealcli.checks import registry
from dealcli.checks.references import kinds_named
from dealcli.errors import UnreadableDealError
from dealcli.index import DealIndex
from dealcli.loading import DealFile, deal_of, load
from dealcli.meanings import (
    Certainty,
    Identifier,
    Number,
    Paraphrase,
    Reference,
    Remark,
    SourceWords,
    Time,
    Unit,
    Verbatim,
    Vocabulary,
)
from dealcli.nodes import PartNode, Value
from dealcli.release import Release
from dealcli.source_texts import SourceText
from dealcli.yamltree import Tree

ROOT = Path(__file__).parents[1]
FILE = load(str(ROOT / "data" / "deal.yaml"))
DOCUMENT = ROOT / "docs" / "checks.md"
TABLE = re.compile(r"(?<=<!-- lies -->\n).*?(?=<!-- /lies -->)", re.DOTALL)

_WORDS = {
    "deal-kind": get_args(model.DealKind),
    "party-kind": get_args(model.PartyKind),
    "stage": get_args(model.Stage),
    "status": get_args(model.Status),
    "horizon": get_args(model.Horizon),
    "payment-form": get_args(model.PaymentForm),
    "term-kind": ("supply", "offtake", "licence", "governance", "exclusivity", "royalty"),
    "caveat-kind": ("condition", "evaluation", "timing", "location", "hedge", "disclaimer"),
}
"""The words of each vocabulary."""

_CERTAINTIES = {
    "firmness": ("firmness", get_args(model.Firmness)),
    "basis": ("share basis", get_args(model.Basis)),
}
"""What is said of how sure a record is: the kind of lie and its words."""

_WORD = re.compile(r"\w[\w&.\u2019'-]*")
_NAME = re.compile(r"(?<!^)(?<![.:;] )\b(?!The\b)[A-Z]\w+|\b[A-Z]{2,}\w*")

CLAIMS = (
    "word of the release",
    "quote",
    "number",
    "date",
    "name",
    "ticker or exchange",
    "party",
    "share basis",
    "horizon",
    "status",
    "firmness",
)
"""What a deal file claims of a deal; the rest of it is the encoder's own."""

CERTAIN = CLAIMS[:6]
"""Of these not one lie may pass."""


class Lie(NamedTuple):
    """One change: what was changed, where, and to what."""

    kind: str
    address: str
    value: str


def lies() -> Iterator[Lie]:
    """Every lie that is told of a value of the deal file."""
    index = DealIndex(FILE)
    for node in index.nodes:
        for each in node.values():
            text = _leaf(FILE.tree.root, each.address)
            for kind, value in _changes(index, node, each, text):
                if value not in text:  # a part of what was said is no lie
                    yield Lie(kind, each.address, value)
    for quotes in index.quoted.values():
        for quote in quotes:
            for address in _quote_leaves(quote.address):
                yield from _quotes(address, _leaf(FILE.tree.root, address))


def _quote_leaves(address: str) -> Iterator[str]:
    value = _leaf(FILE.tree.root, address)
    if isinstance(value, str):
        yield address
    else:
        yield from (f"{address}/{key}" for key in value)


def _leaf(root: Any, address: str) -> Any:
    for step in address.split("/")[1:]:
        root = root[int(step)] if isinstance(root, list) else root[step]
    return root


def _quotes(address: str, text: str) -> Iterator[Lie]:
    """A quote with one of its words left out, and with another in its place.

    What is left of a quote that loses its first or last word still stands in the source.
    """
    found = list(_WORD.finditer(text))
    for number, word in enumerate(found):
        before, after = text[: word.start()], text[word.end() :]
        yield Lie("quote", address, f"{before}never{after}")
        if len(found) > 1:
            at_an_end = number in (0, len(found) - 1)
            value = f"{before.rstrip()} {after.lstrip()}".strip()
            yield Lie("quote cut at an end" if at_an_end else "quote", address, value)


def _changes(index: DealIndex, node: PartNode, said: Value, text: str) -> Iterator[tuple[str, str]]:
    """What one value is changed to, and what kind of lie that is."""
    key, meaning = said.key, said.meaning
    if isinstance(meaning, Vocabulary):
        kind = "kind" if meaning.words.endswith("kind") else key
        yield from ((kind, other) for other in _WORDS[meaning.words])
    elif isinstance(meaning, Certainty):
        kind, words = _CERTAINTIES[key]
        yield from ((kind, other) for other in words)
    elif isinstance(meaning, Reference):
        yield from _other_ids(index, node, key, kinds_named(meaning))
    elif isinstance(meaning, Time | Number | Unit):
        yield from _other_figures(node.part, key, text)
    elif isinstance(node.part, model.Listing):
        others = [getattr(one.part, key) for one in index.of(model.Listing)]
        yield from (("ticker or exchange", other) for other in (*others, "NYSE", f"{text}X"))
    elif isinstance(meaning, Verbatim | SourceWords):
        yield from (("name", other) for other in _other_names(index, node, key, text))
    elif isinstance(meaning, Paraphrase | Remark):
        yield from _texts(text)
    elif isinstance(meaning, Identifier):
        yield "label (id)", f"{text}-x"
    elif key in ("file", "sha256", "format"):
        yield "source file or format", {"sha256": "0" * 64, "format": "2"}.get(key, f"{text}.old")


def _other_ids(
    index: DealIndex, node: PartNode, key: str, wanted: tuple[type[model.Part], ...]
) -> Iterator[tuple[str, str]]:
    """The ids of the other parties, or of the other records that a key could name."""
    caveats = [caveat.id for caveat in index.deal.caveats]
    for one, other in index.by_id.items():
        if model.Party in wanted and isinstance(other.part, model.Party):
            yield "party", one
        elif (
            model.Party not in wanted
            and isinstance(other.part, wanted)
            and one not in (*_beside(node, key), *caveats)
        ):
            yield "reference", one


def _other_figures(part: model.Part, key: str, text: str) -> Iterator[tuple[str, str]]:
    if key in ("announced", "published"):
        year, month, day = map(int, text.split("-"))
        others = ((year + 1, month, day), (year, month + 1, day), (year, month, day + 1))
        yield from (("date", f"{a}-{b:02}-{c:02}") for a, b, c in others)
    elif key == "unit":
        yield from (("number", other) for other in ("$ million", "€ billion", "$ trillion", "GWh"))
    elif key == "year" or isinstance(part, model.Moment):
        yield from (("date", str(int(text) + step)) for step in (-1, 1, 10))
    else:
        yield from (("number", other) for other in _other_numbers(text))


def _beside(node: PartNode, key: str) -> tuple[str, ...]:
    """The ids that stand in the same list."""
    value = getattr(node.part, key)
    return value if isinstance(value, tuple) else (value,)


def _other_numbers(text: str) -> Iterator[str]:
    number = float(text)
    for other in (number + 1, number - 1, number * 10, number / 2, 100 - number, 5):
        yield f"{other:g}" if other > 0 else "7"


def _other_names(index: DealIndex, node: PartNode, key: str, text: str) -> Iterator[str]:
    """Another name of the kind, and the same one with a word changed."""
    for other in index.of(type(node.part)):
        value = getattr(other.part, key, None)
        if isinstance(value, str):
            yield value
    for found in _WORD.finditer(text):
        yield f"{text[: found.start()]}Nova{text[found.end() :]}"


def _texts(text: str) -> Iterator[tuple[str, str]]:
    """Lies in a sentence of the encoder's: a number, a name, an ordinary word."""
    number = re.search(r"\d+|\btwo\b", text)
    if number:
        other = "three" if number[0] == "two" else str(int(number[0]) + 1)
        yield "number in a sentence", f"{text[: number.start()]}{other}{text[number.end() :]}"
    name = _NAME.search(text)
    if name:
        yield "name in a sentence", f"{text[: name.start()]}Novara{text[name.end() :]}"
    ordinary = max(re.findall(r"\b[a-z]{4,}\b", text), key=len)
    yield "ordinary word of a sentence", text.replace(ordinary, "different", 1)


def with_lie(lie: Lie) -> Any:
    """The values of the deal file with a lie among them."""
    root = deepcopy(FILE.tree.root)
    around, _, last = lie.address.rpartition("/")
    parent = _leaf(root, around)
    parent[int(last) if isinstance(parent, list) else last] = lie.value
    return root


def told(lie: Lie) -> set[str]:
    """The severities of what `check` finds in the deal file with a lie in it."""
    root = with_lie(lie)
    return _severities(root, dict(FILE.texts) if "/file" not in lie.address else None)


def _severities(root: Any, texts: dict[str, SourceText] | None) -> set[str]:
    told = FILE.tree
    leaves = list(texts_in(root))
    tree = Tree(told.name, told.text, root, leaves, told.values, told.keys, [])
    try:
        sources = deal_of(tree).sources
    except UnreadableDealError:
        return {"error"}
    if texts is not None:
        given = zip(texts.values(), sources, strict=True)
        texts = {source.id: text._replace(source=source) for text, source in given}
    file = DealFile(tree, FILE.folder, texts)
    return {issue.severity for issue in registry.check(file).issues}


def changed_words() -> Iterator[str]:
    """The release with one of its words changed, each in turn."""
    text = next(iter(FILE.texts.values())).release.text
    for found in re.finditer(r"\S+", text):
        yield f"{text[: found.start()]}Nova{text[found.end() :]}"


def told_of(text: str) -> set[str]:
    """The severities of what `check` finds with another text of the release, its hash not given."""
    root = deepcopy(FILE.tree.root)
    del root["sources"][0]["sha256"]
    source = next(iter(FILE.texts.values()))
    return _severities(root, {"release": source._replace(release=Release(text), data=b"")})


def count() -> tuple[Counter[str], Counter[str], Counter[str], list[Lie]]:
    """Of each kind: the lies told, those that are errors, those that are caught; and the others."""
    all_, errors, caught, passed = Counter(), Counter(), Counter(), []
    found = ((lie, told(lie)) for lie in lies())
    words = ((Lie("word of the release", "", text), told_of(text)) for text in changed_words())
    for lie, severities in (*found, *words):
        all_[lie.kind] += 1
        errors[lie.kind] += "error" in severities
        caught[lie.kind] += bool(severities)
        if not severities:
            passed.append(lie)
    return all_, errors, caught, passed


def table(all_: Counter[str], errors: Counter[str], caught: Counter[str]) -> str:
    """The lies told and caught, as Markdown."""
    rows = ["| what is changed | lies | caught | of them errors |", "|---|---:|---:|---:|"]
    others = [kind for kind in all_ if kind not in CLAIMS]
    for title, kinds in (("**claims**", CLAIMS), ("**the encoder's own**", others)):
        for kind in kinds:
            rows.append(_row(kind, all_[kind], caught[kind], errors[kind]))
        totals = (sum(counts[kind] for kind in kinds) for counts in (all_, caught, errors))
        rows.append(_row(title, *totals))
    return "\n".join(rows) + "\n"


def _row(kind: str, lies: int, caught: int, errors: int) -> str:
    return f"| {kind} | {lies:,} | {caught:,} ({100 * caught / lies:.1f}%) | {errors:,} |"


def main() -> None:
    *counts, passed = count()
    made = table(*counts)
    if "--write" in sys.argv:
        DOCUMENT.write_text(TABLE.sub(lambda _: made, DOCUMENT.read_text()))
    sys.stdout.write("\n".join([made, *map(str, passed), ""]))


if __name__ == "__main__":
    main()
