"""Measures what `dealcli.reading` finds in releases, against answer keys that readers wrote.

`python benchmarks/reading.py KEYS RELEASES [slug ...]` takes a folder of SLUG.json and one of
SLUG.txt. A key lists what a release has, with a phrase of a few words around each; recall is the
share of its entries that a mention of that kind overlaps with the same value, precision the share
of the mentions that have an entry. `--each` adds a line per release, `--misses` what is missed and
what is read without an entry, `--time` the CPU time.
"""

import argparse
import importlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from dealcli.language.en import ENGLISH
from dealcli.searching import fold

RUNS = 5
"""Number of runs; the time of the fastest is reported."""

Mention = Any
"""A struct of `dealcli.reading`, with `start` and `end`."""


class Release(NamedTuple):
    """A release, its key, and what was read in it by the names of the modules."""

    slug: str
    text: str
    key: dict[str, Any]
    read: dict[str, tuple[Mention, ...]]

    def entries(self, *lists: str) -> list[dict[str, Any]]:
        """The entries of some lists of the key; one that is only words becomes a phrase."""
        found = [entry for name in lists for entry in self.key.get(name, [])]
        return [{"phrase": one, "name": one} if isinstance(one, str) else one for one in found]

    def places(self, entry: dict[str, Any]) -> list[tuple[int, int]]:
        """Where the phrases of an entry are in the text."""
        phrases = [entry["phrase"], *entry.get("also", [])]
        patterns = (r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
        return [one.span() for words in patterns for one in re.finditer(words, self.text, re.I)]


class Kind(NamedTuple):
    """A kind of mention: the module that reads it, and how its mentions meet the key."""

    module: str
    wanted: Callable[[Release], list[dict[str, Any]]]
    known: Callable[[Release], list[dict[str, Any]]]
    same: Callable[[Release, dict[str, Any], Mention], bool]
    counts: Callable[[Mention], bool] = lambda _: True
    by_place: bool = True


def number(printed: Any) -> Decimal | None:
    """The value that an entry of a key gives, in digits or spelled."""
    words = fold(str(printed)).lower()
    if words in ENGLISH.number_words:
        return Decimal(ENGLISH.number_words[words])
    try:
        return Decimal(words.replace(",", ""))
    except InvalidOperation:
        return None


def overlaps(mention: Mention, places: Iterable[tuple[int, int]]) -> bool:
    """Whether a mention, or the clause that it governs, is in one of some places."""
    first, last = getattr(mention, "clause", (mention.start, mention.end))
    return any(first < end and start < last for start, end in places)


def same_figure(_: Release, entry: dict[str, Any], figure: Mention) -> bool:
    """Whether a figure has the value and the unit of an entry."""
    value = number(entry.get("value", entry.get("percent")))
    if value is None or value != figure.value or number(entry.get("to")) != figure.high:
        return False
    unit = set(re.findall(r"[^\W\d_]*[$€£¥₩₹]|%|\w+", entry.get("unit", "%").lower()))
    words = {figure.multiple, figure.sign.lower(), *re.findall(r"\w+", figure.unit.lower())}
    words |= {"%"} if figure.percent else set()
    words |= {word for code in figure.currencies for word in (code.lower(), "dollars")}
    is_money = bool(figure.sign)
    multiples = {
        name
        for name, forms in ENGLISH.multiples.items()
        for form in forms
        if form in unit and (is_money or len(form) > 1)  # "GBP m" is million, "5 m" is not
    }
    return not unit.isdisjoint(words) and multiples == {figure.multiple} - {""}


def same_share(release: Release, entry: dict[str, Any], share: Mention) -> bool:
    """Whether a share has the value of a stake, or is in its words where it has none."""
    value = number(entry.get("percent"))
    return share.value == value if value is not None else overlaps(share, release.places(entry))


def same_time(release: Release, entry: dict[str, Any], found: Mention) -> bool:
    """Whether a time has the period of an entry, is one end of it, or is printed as it is."""
    when = fold(str(entry["when"])).lower()
    if found.period and (found.period.lower() in (when, *re.split(r"-(?=\d{4})", when))):
        return True
    printed = re.sub(r"[\s-]+", " ", release.text[found.start : found.end].lower())
    return printed in re.sub(r"[\s-]+", " ", when)


def same_ticker(_: Release, entry: dict[str, Any], listing: Mention) -> bool:
    """Whether a listing has the ticker of an entry, on an exchange that is written like it."""
    exchange, other = (fold(str(one)).lower() for one in (entry["exchange"], listing.exchange))
    same = exchange in other or other in exchange
    return same and entry["ticker"].lower() == str(listing.ticker).lower()


def names(entry: dict[str, Any]) -> set[str]:
    """The names of an entry, in small letters."""
    return {fold(name).lower() for name in (entry["name"], *entry.get("aka", []))}


def same_party(_: Release, entry: dict[str, Any], party: Mention) -> bool:
    """Whether a party has one of the names of an entry."""
    return not names(entry).isdisjoint(fold(name).lower() for name in party.names)


def same_speaker(_: Release, entry: dict[str, Any], speech: Mention) -> bool:
    """Whether one of two names of a speaker is in the other."""
    one, other = fold(entry["name"]).lower(), fold(speech.speaker or "").lower()
    return bool(other) and (one in other or other in one)


def same_place(release: Release, entry: dict[str, Any], mention: Mention) -> bool:
    """Whether a mention is where the words of an entry are."""
    return overlaps(mention, release.places(entry))


def parties(release: Release) -> list[dict[str, Any]]:
    """The parties with a name."""
    return [entry for entry in release.entries("parties") if not entry.get("unnamed")]


def listings(release: Release) -> list[dict[str, Any]]:
    """The listings of all parties."""
    return [one for party in release.entries("parties") for one in party.get("listings", [])]


def announced(release: Release) -> list[dict[str, Any]]:
    """What a time may be right by: an entry, a duration among the figures, or the day itself."""
    durations = [
        {**entry, "when": f"{entry['value']} {entry.get('unit', '')}"}
        for entry in release.entries("figures")
    ]
    day = [{"when": release.key["announced"]}] if release.key.get("announced") else []
    return [*release.entries("dates"), *durations, *day]


KINDS = {
    "figures": Kind(
        "figures",
        lambda release: release.entries("figures"),
        lambda release: release.entries("figures", "stakes"),
        same_figure,
    ),
    "shares": Kind(
        "shares",
        lambda release: release.entries("stakes"),
        lambda release: release.entries("stakes"),
        same_share,
        lambda share: share.of == "ownership",
    ),
    "dates": Kind("times", lambda release: release.entries("dates"), announced, same_time),
    "tickers": Kind("listings", listings, listings, same_ticker, by_place=False),
    "parties": Kind(
        "parties",
        parties,
        lambda release: release.entries("parties", "background_parties"),
        same_party,
        by_place=False,
    ),
    "speakers": Kind(
        "speeches",
        lambda release: release.entries("speakers"),
        lambda release: release.entries("speakers"),
        same_speaker,
        by_place=False,
    ),
    "hedges": Kind(
        "hedges",
        lambda release: release.entries("hedges"),
        lambda release: release.entries("hedges"),
        same_place,
    ),
    "boilerplate": Kind(
        "boilerplate",
        lambda release: release.entries("boilerplate"),
        lambda release: release.entries("boilerplate", "boilerplate_optional"),
        same_place,
    ),
}


def readers() -> dict[str, Callable[..., tuple[Mention, ...]]]:
    """The function of each module that there is; the others are reported."""
    found = {}
    for kind in KINDS.values():
        try:
            module = importlib.import_module(f"dealcli.reading.{kind.module}")
        except ModuleNotFoundError:
            print(f"no module dealcli.reading.{kind.module}: skipped", file=sys.stderr)
            continue
        found[kind.module] = getattr(module, kind.module)
    return found


def missed(release: Release, kind: Kind) -> Iterator[str]:
    """The entries of a kind that no mention meets."""
    for entry in kind.wanted(release):
        places = release.places(entry) if kind.by_place else []
        if not any(
            kind.same(release, entry, mention) and (not places or overlaps(mention, places))
            for mention in release.read[kind.module]
        ):
            yield json.dumps(entry, ensure_ascii=False)


def unknown(release: Release, kind: Kind) -> Iterator[str]:
    """The mentions of a kind that meet no entry."""
    known = kind.known(release)
    for mention in filter(kind.counts, release.read[kind.module]):
        if not any(kind.same(release, entry, mention) for entry in known):
            near = release.text[max(0, mention.start - 30) : mention.end + 30]
            yield f"{release.text[mention.start : mention.end][:80]!r} in {fold(near)[:140]!r}"


def share(right: int, all_: int) -> str:
    """A share in percent with the numbers that it is of."""
    return f"{right}/{all_} ({100 * right / all_:.0f}%)" if all_ else "-"


def measured(name: str, releases: list[Release], misses: bool) -> str:
    """Recall and precision of a kind over some releases."""
    kind = KINDS[name]
    wanted = sum(len(kind.wanted(release)) for release in releases)
    read = sum(len(list(filter(kind.counts, one.read[kind.module]))) for one in releases)
    lost = [f"{one.slug}: {miss}" for one in releases for miss in missed(one, kind)]
    extra = [f"{one.slug}: {mention}" for one in releases for mention in unknown(one, kind)]
    if misses:
        for sign, lines in (("missed", lost), ("extra", extra)):
            for line in lines:
                print(f"  {name} {sign} {line}")
    recall, precision = share(wanted - len(lost), wanted), share(read - len(extra), read)
    return f"{name:12} recall {recall:16} precision {precision}"


def milliseconds(releases: list[Release], functions: list[Callable[..., Any]]) -> float:
    """CPU milliseconds per 1,000 words for all kinds of mentions together."""
    words = sum(len(release.text.split()) for release in releases)
    best = float("inf")
    for run in range(1, RUNS + 1):
        texts = [release.text + " " * run for release in releases]  # no text is read already
        start = time.process_time()
        for text in texts:
            for function in functions:
                function(text, ENGLISH)
        best = min(best, time.process_time() - start)
    return best * 1_000_000 / words


def main() -> int:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("keys", type=Path)
    parser.add_argument("releases", type=Path)
    parser.add_argument("slugs", nargs="*", help="only these releases")
    parser.add_argument("--each", action="store_true", help="a line per release")
    parser.add_argument("--misses", action="store_true", help="what is missed, and what is extra")
    parser.add_argument("--time", action="store_true", help="the CPU time")
    given = parser.parse_args()
    functions = readers()
    releases = []
    for file in sorted(given.keys.glob("*.json")):
        source = given.releases / f"{file.stem}.txt"
        if source.exists() and (not given.slugs or file.stem in given.slugs):
            text = source.read_text(encoding="utf-8")
            read = {name: function(text, ENGLISH) for name, function in functions.items()}
            releases.append(Release(file.stem, text, json.loads(file.read_text("utf-8")), read))
    if not releases:
        print("no key with its release", file=sys.stderr)
        return 2
    for name, kind in KINDS.items():
        if kind.module in functions:
            for release in releases if given.each else ():
                print(f"  {release.slug:45} {measured(name, [release], misses=False)}")
            print(measured(name, releases, given.misses))
    if given.time:
        print(f"CPU per 1,000 words: {milliseconds(releases, list(functions.values())):.2f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
