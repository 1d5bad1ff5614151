"""What a check finds, and its place in the deal file."""

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from dealcli.characters import visible
from dealcli.problems import Code, Place, Problem, Severity
from dealcli.yamltree import Tree


class Finding(Struct, frozen=True, kw_only=True):
    """Something a check found, before it has a place.

    `at` is the part of the value that is wrong, to be pointed at; `of_key` points at the value's
    key instead. `place`, `excerpt` and `file` are given for a finding in another file than the
    deal's.
    """

    address: str
    code: Code
    message: str
    hint: str = ""
    severity: Severity = "error"
    at: str = ""
    of_key: bool = False
    place: Place | None = None
    excerpt: str = ""
    file: str = ""


class Places:
    """The places of findings in a deal file, of which `tree` has those of its values."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def problem(self, finding: Finding) -> Problem:
        """A finding with its place in the file, and the line there."""
        place, excerpt = finding.place, finding.excerpt
        if place is None:
            place = self._place(finding)
            excerpt = self.tree.excerpt(place)
        return Problem(
            place,
            finding.code,
            visible(finding.message),
            visible(finding.hint),
            finding.address,
            excerpt,
            finding.severity,
            finding.file,
        )

    def _place(self, finding: Finding) -> Place:
        """Where a value stands; where a part of it is wrong, that part, on whichever line."""
        tree = self.tree
        place = tree.place(finding.address, of_key=finding.of_key)
        if finding.at:
            ends = bisect_right(self._value_lines, place.line)
            last = self._value_lines[ends] if ends < len(self._value_lines) else None
            lines = tree.lines()[place.line - 1 : last - 1 if last else None]
            for number, line in enumerate(lines, start=place.line):
                at = line.find(finding.at, place.column - 1 if number == place.line else 0)
                if at >= 0:
                    return Place(number, at + 1, len(finding.at))
        return place

    @cached_property
    def _value_lines(self) -> list[int]:
        """The lines on which values start, each once."""
        return sorted({place.line for place in self.tree.values.values()})
