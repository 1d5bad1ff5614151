"""Every check, in the order in which they are run, and what they come to."""

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
from dealcli.checks.findings import Finding, Places
from dealcli.checks.proving import proof
from dealcli.index import DealIndex
from dealcli.loading import DealFile
from dealcli.problems import SEVERITIES, Place, Problem, Severity

Check = Callable[[DealIndex], Iterator[Finding]]
"""Looks at one thing in a deal file; its docstring names the codes of what it tells."""

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
"""Problems of one file that are listed, errors before warnings; the others are counted."""

MAX_AT_ONCE = 100
"""Problems of one kind in one value that are listed."""


def check(file: DealFile) -> CheckResult:
    """Look at a deal file with every check; what they found, by place, and what was proved."""
    index = DealIndex(file)
    omitted: Counter[Severity] = Counter()
    places = Places(file.tree)
    found = {places.problem(finding) for finding in _findings(index, omitted)}
    by_severity = sorted(found, key=lambda each: (SEVERITIES.index(each.severity), _order(each)))
    listed, rest = by_severity[:MAX_LISTED], by_severity[MAX_LISTED:]
    about = {key: getattr(file.deal, key) for key in ("format", "id", "title")}
    omitted.update(each.severity for each in rest)
    problems = tuple(sorted(listed, key=_order))
    return CheckResult(file.name, problems, about, proof(index), dict(omitted))


def _findings(index: DealIndex, omitted: Counter[Severity]) -> Iterator[Finding]:
    """What the checks find; of very many of a kind in one value, the others are only counted."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in (finding for one in CHECKS for finding in one(index)):
        # A finding in a source has its sentence's place, and the address of the whole source.
        seen[finding.address, finding.code] += 1
        if finding.place or seen[finding.address, finding.code] <= MAX_AT_ONCE:
            yield finding
        else:
            omitted[finding.severity] += 1


def _order(problem: Problem) -> tuple[str, Place, str, str]:
    return problem.file, problem.place, problem.code, problem.message
