"""What the tests of the checks share: from a deal and its releases to what is found."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from reading import HEAD

from dealcli.checks.findings import Finding, Places
from dealcli.index import DealIndex
from dealcli.loading import DealFile, deal_of
from dealcli.problems import Problem
from dealcli.release import Release
from dealcli.source_texts import SourceText
from dealcli.yamltree import parse

SOURCE = "sources:\n- {id: release, title: The announcement}\n"


class Checks(Protocol):
    """A module with checks: one of `dealcli.checks`, or all of them."""

    CHECKS: tuple[Callable[[DealIndex], Iterator[Finding]], ...]


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
            found = SourceText(number, source, Release(release), release.encode())
        texts.setdefault(source.id, found)
    return DealFile(tree, Path(folder), texts)


def index_of(text: str, *releases: str) -> DealIndex:
    """What the checks look at of a deal."""
    return DealIndex(file_of(text, *releases))


def problems(checks: Checks, text: str, *releases: str) -> list[Problem]:
    """What some checks find in a deal, in the order in which they do."""
    index = index_of(text, *releases)
    places = Places(index.file.tree)
    return [places.problem(finding) for check in checks.CHECKS for finding in check(index)]


def found(checks: Checks, text: str, *releases: str) -> list[tuple[str, str]]:
    """Code and address of what some checks find in a deal."""
    return [(each.code, each.address) for each in problems(checks, text, *releases)]


def the_problem(checks: Checks, text: str, *releases: str) -> Problem:
    """The only thing that some checks find in a deal."""
    (problem,) = problems(checks, text, *releases)
    return problem


def marked(problem: Problem) -> str:
    """What a problem points at."""
    return problem.excerpt[problem.place.column - 1 :][: problem.place.length]
