"""Every check, in the order in which they are run, and what they come to."""

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


def check(file: DealFile) -> Verdict:
    """Look at a deal file with every check; what they found, by place, and what was proved."""
    case = Case(file)
    found = {case.problem(finding) for one in CHECKS for finding in one(case)}
    problems = sorted(found, key=lambda each: (each.file, each.place, each.code, each.message))
    about = {key: getattr(file.deal, key) for key in ("format", "id", "title")}
    return Verdict(file.name, tuple(problems), about, proof(case))
