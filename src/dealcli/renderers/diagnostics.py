"""Problems as lines for people and editors: where, what is wrong, the line itself, what to do."""

from collections.abc import Iterable, Mapping
from unicodedata import east_asian_width

from dealcli.characters import in_one_line, visible
from dealcli.problems import SEVERITIES, Problem, Severity, window
from dealcli.verdict import Proof, Verdict


def render(name: str, problems: Iterable[Problem], *, terminal: bool = False) -> str:
    """The problems of a file, one after another, each as `file:line:column: error[code]: ...`.

    For a terminal the severity and the carets are coloured, and an empty line separates problems.
    """
    between = "\n\n" if terminal else "\n"
    return between.join(_lines(name, problem, terminal) for problem in problems)


def verdict(verdict: Verdict, *, terminal: bool = False) -> str:
    """What a check came to: every problem, and one line that concludes."""
    end = "\n" if terminal else ""
    told = render(verdict.file, verdict.problems, terminal=terminal) + end
    problems = [told] if verdict.problems else []
    return "\n".join([*problems, *more(verdict), conclusion(verdict)]) + "\n"


def more(verdict: Verdict) -> list[str]:
    """One line on the problems that are not listed, if any."""
    counts = _counted(verdict.omitted)
    return [f"{shown_name(verdict.file)}: and {' and '.join(counts)} not listed"] if counts else []


def conclusion(verdict: Verdict) -> str:
    """One line: how many problems a file has; without an error, what was proved of it."""
    told = _counted({severity: verdict.count(severity) for severity in SEVERITIES})
    name = shown_name(verdict.file)
    if verdict.proof is None or verdict.count("error"):
        return f"{name}: {', '.join(told)}"
    return f"{name}: {', '.join(['no error', *told])}; {_proved(verdict.proof)}"


def shown_name(name: str) -> str:
    """A file's name at the beginning of a line, where it can pass for nothing else.

    A CI service takes a line that begins with `::` or `##[` for a command.
    """
    line = in_one_line(name)
    return f"./{line}" if line.lstrip().startswith((":", "#")) else line


def _counted(counts: Mapping[Severity, int]) -> list[str]:
    """How many problems there are of each severity, in words."""
    return [
        f"{count:,} {severity}{'s' if count > 1 else ''}"
        for severity in SEVERITIES
        if (count := counts.get(severity, 0))
    ]


def _proved(proof: Proof) -> str:
    """What was proved of a file."""
    records = f"{proof.records} record{'' if proof.records == 1 else 's'}"
    if not proof.words:
        return f"{records}, no text of a source to hold them against"
    quoted, aside = (_share(part, proof.words) for part in (proof.quoted_words, proof.aside_words))
    return (
        f"{records}; {proof.found} of {proof.quotes} quotes found in the source; "
        f"{proof.accounted} of {proof.sentences} sentences accounted for; "
        f"{quoted} of the words under a quote, {aside} set aside"
    )


def _share(part: int, whole: int) -> str:
    """A part in percent; only the whole is 100%."""
    if part in (0, whole):
        return "100%" if part else "0%"
    return f"{min(100 * part / whole, 99.9):.1f}%"


_COLOURS: dict[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m"}
_RESET = "\x1b[0m"


def _lines(name: str, problem: Problem, coloured: bool) -> str:
    colour, reset = (_COLOURS[problem.severity], _RESET) if coloured else ("", "")
    place = problem.place
    where = f"{shown_name(problem.file or name)}:{place.line}:{place.column}"
    severity = f"{colour}{problem.severity}[{in_one_line(problem.code)}]{reset}"
    parts = [f"{where}: {severity}: {in_one_line(problem.message)}"]
    if problem.excerpt.strip():
        line, margin, carets = _excerpt(problem)
        parts += [line, f"{margin}{colour}{carets}{reset}"]
    if problem.hint:
        parts.append(f"  hint: {in_one_line(problem.hint)}")
    return "\n".join(parts)


def _excerpt(problem: Problem) -> tuple[str, str, str]:
    """The line that is wrong; the margin and the carets below what is wrong in it."""
    place = problem.place
    start, line = window(problem)
    before = visible(line[: place.column - 1 - start]).replace("\t", " ")
    marked = visible(line[place.column - 1 - start :][: place.length])
    number = str(place.line)
    shown = visible(line).replace("\t", " ")
    carets = "^" * max(_width(marked), 1)
    return f"  {number} | {shown}", f"  {' ' * len(number)} | {' ' * _width(before)}", carets


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "FW" else 1 for character in text)
