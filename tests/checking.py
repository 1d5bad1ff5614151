"""What the tests of the checks share: from a deal and its releases to what is found."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from msgspec.structs import asdict
from reading import HEAD

from dealcli.index import DealIndex
from dealcli.issues import Issue, excerpt
from dealcli.loading import DealFile, deal_of
from dealcli.release import Release
from dealcli.source_texts import SourceText
from dealcli.yamltree import parse


class ShownIssue(Issue, frozen=True, kw_only=True):
    """An issue, and the line that it points into."""

    excerpt: str


SOURCE = "sources:\n- {id: release, title: The announcement}\n"


class Checks(Protocol):
    """A module with checks: one of `dealcli.checks`, or all of them."""

    CHECKS: tuple[Callable[[DealIndex], Iterator[Issue]], ...]


def file_of(text: str, *releases: str, folder: str = "") -> DealFile:
    """A deal given without its first three lines, and the texts of its first sources.

    A deal that names no source has one where a release is given.
    """
    given = f"{HEAD}{text}"
    if releases and "sources:" not in text:
        given += SOURCE
    tree = parse(given.encode(), "deal.yaml")
    texts: dict[str, SourceText] = {}
    for number, source in enumerate(deal_of(tree).sources, start=1):
        found = SourceText(number, source)
        if number <= len(releases):
            release = releases[number - 1]
            found = SourceText(
                number, source, Release(release, tag=source.language), release.encode()
            )
        texts.setdefault(source.id, found)
    return DealFile(tree, Path(folder), texts)


def index_of(text: str, *releases: str) -> DealIndex:
    """What the checks look at of a deal."""
    return DealIndex(file_of(text, *releases))


def issues(checks: Checks, text: str, *releases: str) -> list[ShownIssue]:
    """What some checks find in a deal, in the order in which they do."""
    index = index_of(text, *releases)
    return [
        _shown(index.file, index.file.tree.located(issue))
        for check in checks.CHECKS
        for issue in check(index)
    ]


def _shown(file: DealFile, issue: Issue) -> ShownIssue:
    line = excerpt(issue, {issue.file: file.lines(issue.file)})
    return ShownIssue(**asdict(issue), excerpt=line)


def found(checks: Checks, text: str, *releases: str) -> list[tuple[str, str]]:
    """Code and address of what some checks find in a deal."""
    return [(each.code, each.address) for each in issues(checks, text, *releases)]


def the_issue(checks: Checks, text: str, *releases: str) -> ShownIssue:
    """The only thing that some checks find in a deal."""
    (issue,) = issues(checks, text, *releases)
    return issue


def marked(issue: ShownIssue) -> str:
    """What an issue points at."""
    return issue.excerpt[issue.place.column - 1 :][: issue.place.length]
