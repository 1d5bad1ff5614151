"""The renderers: each turns a page into the text of one format; none knows a deal."""

from collections.abc import Callable
from importlib import import_module
from typing import TextIO

from dealcli.page import Page
from dealcli.verdict import Verdict

Render = Callable[[Page, TextIO], str]
"""Makes a page's text for a stream: its width, colours and characters are the stream's."""

FORMATS = {
    "table": "dealcli.renderers.terminal",
    "json": "dealcli.renderers.json",
}
"""The formats by name, each a module with a function `render`, imported when it is asked for."""


def renderer(name: str) -> Render:
    """The function that renders a format."""
    render: Render = import_module(FORMATS[name]).render
    return render


RenderVerdict = Callable[[Verdict], str]
"""Makes the text of what a check came to."""

VERDICTS = {
    "text": "dealcli.renderers.diagnostics",
    "json": "dealcli.renderers.json",
    "github": "dealcli.renderers.annotations",
}
"""The formats of a verdict by name, each a module with a function `verdict`."""


def verdict_renderer(name: str) -> RenderVerdict:
    """The function that renders a verdict in a format."""
    render: RenderVerdict = import_module(VERDICTS[name]).verdict
    return render
