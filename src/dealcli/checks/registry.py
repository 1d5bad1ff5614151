"""Every check, in the order in which they run, and their result."""

from collections import Counter
from collections.abc import Callable, Iterator

from dealcli.check_result import CheckResult
from dealcli.checks import (
    arithmetic,
    coverage,
    figures,
    firmness,
    links,
    names,
    parties,
    quotes,
    references,
    sides,
    sources,
    texts,
    vocabulary,
)
from dealcli.index import DealIndex
from dealcli.issues import SEVERITIES, Issue, Place, Severity
from dealcli.loading import DealFile

Check = Callable[[DealIndex], Iterator[Issue]]
"""Looks at one thing in a deal file; its docstring names the codes that it reports."""

CHECKS: tuple[Check, ...] = (
    *references.CHECKS,
    *arithmetic.CHECKS,
    *quotes.CHECKS,
    *names.CHECKS,
    *parties.CHECKS,
    *sides.CHECKS,
    *figures.CHECKS,
    *vocabulary.CHECKS,
    *texts.CHECKS,
    *links.CHECKS,
    *firmness.CHECKS,
    *coverage.CHECKS,
    *sources.CHECKS,
)


MAX_LISTED = 1_000
"""Issues of one file that are listed, errors before warnings; the others are counted."""

MAX_AT_ONCE = 100
"""Issues of one kind in one value that are listed."""


def check(file: DealFile) -> CheckResult:
    """Run every check on a deal file; the issues in the order of the file, and the coverage."""
    index = DealIndex(file)
    omitted: Counter[Severity] = Counter()
    found = {file.tree.located(issue) for issue in _issues(index, omitted)}
    by_severity = sorted(found, key=lambda issue: (SEVERITIES.index(issue.severity), _order(issue)))
    listed, rest = by_severity[:MAX_LISTED], by_severity[MAX_LISTED:]
    about = {key: getattr(file.deal, key) for key in ("format", "id", "title")}
    omitted.update(issue.severity for issue in rest)
    issues = tuple(sorted(listed, key=_order))
    lines = {name: file.lines(name) for name in {issue.file for issue in issues}}
    return CheckResult(file.name, issues, lines, about, coverage.coverage(index), dict(omitted))


def _issues(index: DealIndex, omitted: Counter[Severity]) -> Iterator[Issue]:
    """What the checks find; of very many of a kind in one value, the others are only counted."""
    seen: Counter[tuple[str, str]] = Counter()
    for issue in (issue for run_check in CHECKS for issue in run_check(index)):
        # An issue in a source has its sentence's place, and the address of the whole source.
        seen[issue.address, issue.code] += 1
        if issue.place or seen[issue.address, issue.code] <= MAX_AT_ONCE:
            yield issue
        else:
            omitted[issue.severity] += 1


def _order(issue: Issue) -> tuple[str, Place, str, str]:
    return issue.file, issue.where, issue.code, issue.message
