"""The renderers: each turns a page into the text of one format; none knows a deal."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, TextIO

from dealcli.check_result import CheckResult
from dealcli.page import Page, Part


class Format(NamedTuple):
    """A format of pages.

    Attributes:
        module: the module with a function `render`, imported when the format is asked for.
        parts: the parts of a page that it needs.
        between: the text between the pages of two deals; None where a document holds one only.
        encoding: what the format is written in; None for whatever the stream has.
        charts_only: whether only the command that shows a chart has it.
    """

    module: str
    parts: tuple[Part, ...]
    between: str | None
    encoding: str | None = "utf-8"
    charts_only: bool = False


FORMATS = {
    "table": Format("dealcli.renderers.terminal", ("report",), "\n", None),
    "json": Format("dealcli.renderers.json", ("document",), ""),
    "markdown": Format("dealcli.renderers.markdown", ("report", "chart"), "\n"),
    "html": Format("dealcli.renderers.html", ("report", "appendix"), None),
    "svg": Format("dealcli.renderers.svg", ("report",), None, charts_only=True),
    "mermaid": Format("dealcli.renderers.mermaid", ("report",), None, charts_only=True),
    "dot": Format("dealcli.renderers.dot", ("report",), "\n", charts_only=True),
}
"""The formats of pages by name."""

Render = Callable[[Page, TextIO], str]
"""Makes a page's text for a stream: its width, colours and characters are the stream's."""


def renderer(name: str) -> Render:
    """The function that renders a format."""
    render: Render = import_module(FORMATS[name].module).render
    return render


RenderCheckResult = Callable[[CheckResult], str]
"""Makes the text of the result of a check."""

RESULT_FORMATS = {
    "text": "dealcli.renderers.diagnostics",
    "json": "dealcli.renderers.json",
    "github": "dealcli.renderers.annotations",
}
"""The formats of a result by name, each a module with a function `result`."""


def check_result_renderer(name: str) -> RenderCheckResult:
    """The function that renders a result in a format."""
    render: RenderCheckResult = import_module(RESULT_FORMATS[name]).result
    return render
