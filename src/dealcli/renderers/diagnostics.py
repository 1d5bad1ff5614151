"""Issues as lines for people and editors: where, what is wrong, the line itself, what to do."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from dealcli.characters import in_one_line, visible
from dealcli.check_result import CheckResult, Coverage
from dealcli.issues import SEVERITIES, Issue, Lines, Severity, excerpt
from dealcli.renderers.streams import width, writes

LEAST = 20
"""Columns that a terminal is taken to have at least."""

EXCERPT = 100
"""Columns of an excerpt in a pipe, without the line number before it."""


class Screen(NamedTuple):
    """What issues are printed on.

    Attributes:
        columns: the width of a terminal; None for a pipe.
        encoding: the encoding of the stream.
        coloured: whether severities and carets are coloured.
    """

    columns: int | None = None
    encoding: str = "utf-8"
    coloured: bool = False

    def room(self, prefix: str) -> int:
        """Return the columns that an excerpt has after a prefix."""
        return EXCERPT if self.columns is None else max(self.columns, LEAST) - len(prefix)

    def written(self, character: str) -> str:
        """Return a character of an excerpt as it is written, escaped where it cannot be."""
        if " " <= character <= "~":
            return character
        text = " " if character == "\t" else visible(character)
        return text.encode(self.encoding, "backslashreplace").decode(self.encoding)

    def coloured_text(self, text: str, severity: Severity) -> str:
        """Return a text in the colour of a severity, if there are colours."""
        return f"{_COLOURS[severity]}{text}{_RESET}" if self.coloured else text


PIPE = Screen()


def render(name: str, issues: Iterable[Issue], lines: Lines, screen: Screen = PIPE) -> str:
    """Return the issues of a file, each under a header `file:line:column: error[code]: message`.

    Issues that follow one another in the same line of a file share one excerpt, below the header
    of the last. On a terminal an empty line follows each excerpt.
    """
    between = "\n" if screen.columns is None else "\n\n"
    return between.join(
        "\n".join(_lines(name, group, line, screen))
        for line, group in _groups(issues, lines, screen)
    )


def result(result: CheckResult, screen: Screen = PIPE) -> str:
    """Return every issue that a check found, and a last line that sums them up."""
    end = "" if screen.columns is None else "\n"
    issues = render(result.file, result.issues, result.lines, screen)
    listed = [issues + end] if issues else []
    return "\n".join([*listed, *more(result), conclusion(result)]) + "\n"


def more(result: CheckResult) -> list[str]:
    """One line on the issues that are not listed, if any."""
    counts = _counted(result.omitted)
    return [f"{shown_name(result.file)}: and {' and '.join(counts)} not listed"] if counts else []


def conclusion(result: CheckResult) -> str:
    """One line: how many issues a file has; without an error, what was checked."""
    counts = _counted({severity: result.count(severity) for severity in SEVERITIES})
    name = shown_name(result.file)
    if result.coverage is None or result.count("error"):
        return f"{name}: {', '.join(counts)}"
    return f"{name}: {', '.join(['no error', *counts])}; {_checked(result.coverage)}"


def shown_name(name: str) -> str:
    """A file's name at the beginning of a line, where it can pass for nothing else.

    A CI service takes a line that begins with `::` or `##[` for a command.
    """
    line = in_one_line(name)
    return f"./{line}" if line.lstrip().startswith((":", "#")) else line


def _counted(counts: Mapping[Severity, int]) -> list[str]:
    """How many issues there are of each severity, in words."""
    return [
        f"{count:,} {severity}{'s' if count > 1 else ''}"
        for severity in SEVERITIES
        if (count := counts.get(severity, 0))
    ]


def _checked(coverage: Coverage) -> str:
    """How much of a file could be checked."""
    records = f"{coverage.records} record{'' if coverage.records == 1 else 's'}"
    if not coverage.words:
        return f"{records}, no text of a source to hold them against"
    quoted, aside = (
        _share(part, coverage.words) for part in (coverage.quoted_words, coverage.aside_words)
    )
    return (
        f"{records}{_unread(coverage)}; "
        f"{coverage.found} of {coverage.quotes} quotes found in the source; "
        f"{coverage.accounted} of {coverage.sentences} sentences accounted for; "
        f"{quoted} of the words under a quote, {aside} set aside"
    )


def _unread(coverage: Coverage) -> str:
    """The words that no check could read, where there are any."""
    if not coverage.unread_words:
        return ""
    share = _share(coverage.unread_words, coverage.words)
    return f"; NOT VERIFIED: {share} of the words are in a language that check cannot read"


def _share(part: int, whole: int) -> str:
    """A part in percent; only the whole is 100%."""
    if part in (0, whole):
        return "100%" if part else "0%"
    return f"{min(100 * part / whole, 99.9):.1f}%"


_COLOURS: dict[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m"}
_RESET = "\x1b[0m"


def _groups(
    issues: Iterable[Issue], lines: Lines, screen: Screen
) -> Iterator[tuple[str, list[Issue]]]:
    """Group neighbouring issues whose places are visible in one excerpt; the line, and the issues.

    Issues without a line to show stay alone.
    """
    group: list[Issue] = []
    line = ""
    for issue in issues:
        if group and not (
            (issue.file, issue.where.line) == (group[0].file, group[0].where.line)
            and line.strip()
            and _Excerpt(line, [*group, issue], screen).is_complete
        ):
            yield line, group
            group = []
        if not group:
            line = excerpt(issue, lines)
        group.append(issue)
    if group:
        yield line, group


def _lines(name: str, issues: Sequence[Issue], line: str, screen: Screen) -> Iterator[str]:
    """Return the lines of issues that share an excerpt: headers and hints, the excerpt once."""
    for issue in issues:
        place = issue.where
        where = f"{shown_name(issue.file or name)}:{place.line}:{place.column}"
        severity = f"{issue.severity}[{in_one_line(issue.code)}]"
        shown = screen.coloured_text(severity, issue.severity)
        yield f"{where}: {shown}: {in_one_line(issue.message)}"
        if issue is issues[-1] and line.strip():
            yield from _Excerpt(line, issues, screen).lines()
        if issue.hint:
            yield f"  hint: {in_one_line(issue.hint)}"


class _Excerpt:
    """A line of a file, cut to the room of a screen around the places of some issues.

    Only the characters that can have room are looked at, so that the length of the line does not
    matter. `cells` holds them as they are written; the last, for a place at the end of the line, is
    empty.
    """

    def __init__(self, line: str, issues: Sequence[Issue], screen: Screen) -> None:
        self.screen = screen
        places = [issue.where for issue in issues]
        number = str(places[0].line)
        self.prefix = f"  {number} | "
        self.margin = f"  {' ' * len(number)} | "
        self.more = "…" if writes(screen.encoding, "…") else "..."
        room = screen.room(self.prefix)
        starts = [min(place.column - 1, len(line)) for place in places]
        low = max(min(starts) - room, 0)
        self.cells = [screen.written(character) for character in line[low : min(starts) + room]]
        high = low + len(self.cells)
        at_end = max(starts) == len(line) == high
        self.widths = [width(cell) for cell in self.cells] + [1] * at_end
        self.cells += [""] * at_end
        self.marks = [
            (start - low, min(start - low + issue.where.length, len(self.cells)), issue.severity)
            for start, issue in zip(starts, issues, strict=True)
        ]
        is_whole = low == 0 and high == len(line)
        self.first, self.last = self._window(room, is_whole)
        self.is_cut = (low + self.first > 0, high < len(line) or self.last < len(self.cells))

    def _window(self, room: int, is_whole: bool) -> tuple[int, int]:
        """Return the first cell that has room and the one after the last: the marks in the middle.

        Marks that are wider than the room are cut at their end, after a few of the cells before.
        """
        if is_whole and sum(self.widths) <= room:
            return 0, len(self.widths)
        start = min(start for start, _, _ in self.marks)
        end = max(end for _, end, _ in self.marks)
        room -= 2 * len(self.more)
        before, after = self.widths[start - 1 :: -1] if start else [], self.widths[start:]
        marked = _fitting(after[: end - start], room)
        if marked < end - start:
            left = _fitting(before, room // 4)
            return start - left, start + _fitting(after, room - sum(before[:left]))
        rest = room - sum(after[:marked])
        left = _fitting(before, rest // 2)
        right = _fitting(after[marked:], rest - sum(before[:left]))
        left = _fitting(before, rest - sum(after[marked:][:right]))
        return start - left, start + marked + right

    @property
    def is_complete(self) -> bool:
        """Whether all marks are visible: whole, or cut because they are wider than the room."""
        first = min(start for start, _, _ in self.marks)
        return all(
            start < self.last and (end <= self.last or start == first)
            for start, end, _ in self.marks
        )

    def lines(self) -> Iterator[str]:
        """Return the excerpt and the line of carets below it."""
        before, after = (self.more if cut else "" for cut in self.is_cut)
        shown = "".join(self.cells[self.first : self.last])
        yield f"{self.prefix}{before}{shown}{after}"
        yield f"{self.margin}{' ' * len(before)}{self._carets()}"

    def _carets(self) -> str:
        """Return a caret below each marked column, in the colour of what is wrong there."""
        columns: list[Severity | None] = []
        for severity in reversed(SEVERITIES):  # an error is more than a warning in the same place
            for start, end, of in self.marks:
                if of == severity:
                    at = sum(self.widths[self.first : start])
                    stop = at + max(sum(self.widths[start : min(end, self.last)]), 1)
                    columns += [None] * (stop - len(columns))
                    columns[at:stop] = [severity] * (stop - at)
        runs = ((severity, len(list(run))) for severity, run in groupby(columns))
        return "".join(
            self.screen.coloured_text("^" * count, severity) if severity else " " * count
            for severity, count in runs
        )


def _fitting(widths: Sequence[int], room: int) -> int:
    """Return how many of some widths fit into a room, from the first on."""
    return bisect_right(list(accumulate(widths)), room)
