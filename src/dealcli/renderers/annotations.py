"""Issues as GitHub's workflow commands, which annotate the lines of a change.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from dealcli.characters import in_one_line
from dealcli.check_result import CheckResult
from dealcli.issues import Issue
from dealcli.renderers.diagnostics import conclusion, more


def result(result: CheckResult) -> str:
    """One command an issue, and a plain line with the result of the check."""
    commands = [_command(issue, result.file) for issue in result.issues]
    return "\n".join([*commands, *more(result), conclusion(result)]) + "\n"


def _command(issue: Issue, name: str) -> str:
    place = issue.where
    properties = {
        "file": issue.file or name,
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + place.length - 1,
        "title": f"{issue.severity}[{issue.code}]",
    }
    parameters = ",".join(f"{key}={_escape(str(value), ':,')}" for key, value in properties.items())
    hint = f"%0Ahint: {_escape(issue.hint)}" if issue.hint else ""
    return f"::{issue.severity} {parameters}::{_escape(issue.message)}{hint}"


def _escape(text: str, more: str = "") -> str:
    """The text as a command takes it; in a property a colon and a comma are escaped too."""
    shown = in_one_line(text).replace("%", "%25")
    for character in more:
        shown = shown.replace(character, f"%{ord(character):02X}")
    return shown
