"""Problems as lines for people and editors: where, what is wrong, the line itself, what to do."""

from unicodedata import east_asian_width

from dealcli.characters import visible
from dealcli.problems import Problem

_WINDOW = 100
"""Characters of a long line that are shown around the place."""


def render(name: str, problems: list[Problem]) -> str:
    """The problems of a file, one after another, each as `file:line:column: error[code]: ...`."""
    return "\n".join(_lines(name, problem) for problem in problems)


def _lines(name: str, problem: Problem) -> str:
    place = problem.place
    told = f"{name}:{place.line}:{place.column}: error[{problem.code}]: {problem.message}"
    parts = [visible(told)]
    if problem.excerpt.strip():
        parts += _excerpt(problem)
    if problem.hint:
        parts.append(f"  hint: {visible(problem.hint)}")
    return "\n".join(parts)


def _excerpt(problem: Problem) -> list[str]:
    """The line that is wrong, and carets under what is wrong in it."""
    place = problem.place
    start = max(0, place.column - 1 - _WINDOW // 2) if len(problem.excerpt) > _WINDOW else 0
    line = problem.excerpt[start : start + _WINDOW]
    before = visible(line[: place.column - 1 - start]).replace("\t", " ")
    marked = visible(line[place.column - 1 - start :][: place.length])
    number = str(place.line)
    shown = visible(line).replace("\t", " ")
    carets = "^" * max(_width(marked), 1)
    return [f"  {number} | {shown}", f"  {' ' * len(number)} | {' ' * _width(before)}{carets}"]


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "FW" else 1 for character in text)
