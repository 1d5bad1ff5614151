"""Every check, in the order in which they are run, and what they come to."""

from collections import Counter
from collections.abc import Callable, Iterator

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
from dealcli.checks.case import Case, Finding
from dealcli.checks.proving import proof
from dealcli.loading import DealFile
from dealcli.problems import SEVERITIES, Place, Problem
from dealcli.verdict import Verdict

Check = Callable[[Case], Iterator[Finding]]
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


def check(file: DealFile) -> Verdict:
    """Look at a deal file with every check; what they found, by place, and what was proved."""
    case = Case(file)
    found = {case.problem(finding) for one in CHECKS for finding in one(case)}
    by_severity = sorted(found, key=lambda each: (SEVERITIES.index(each.severity), _order(each)))
    listed, rest = by_severity[:MAX_LISTED], by_severity[MAX_LISTED:]
    about = {key: getattr(file.deal, key) for key in ("format", "id", "title")}
    omitted = Counter(each.severity for each in rest)
    problems = tuple(sorted(listed, key=_order))
    return Verdict(file.name, problems, about, proof(case), dict(omitted))


def _order(problem: Problem) -> tuple[str, Place, str, str]:
    return problem.file, problem.place, problem.code, problem.message
