"""Texts that something could act on, in every text of a deal, through all that is printed."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, reduce
from html.parser import HTMLParser
from operator import or_
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from markdown_it import MarkdownIt

from dealcli.checks import registry
from dealcli.loading import DealFile, load
from dealcli.page import Page
from dealcli.renderers import FORMATS, RESULT_FORMATS, check_result_renderer
from hostile import filled, promise
from hostile.trials import Found, chosen

TEXTS = {
    "style": "[red]x[/red]",
    "closing": "[/x]",
    "link": "[link=https://example.com]x[/link]",
    "emoji": ":smile:",
    "backslash": "C:\\new\\[bold]",
    "colour": "\x1b[31mred",
    "OSC 8": "\x1b]8;;https://example.com\x1b\\x\x1b]8;;\x1b\\",
    "OSC 52": "\x1b]52;c;cm0gLXJmIC8=\x07",
    "C1": "\x9b31mred\x9d52;c;eA==\x9c",
    "bidi": "\u202egpj.exe\u2066x\u2069",
    "unseen": "a\u200bb\xadc\ufeff",
    "overprinted": "90%\x08\x08\x0810%",
    "NUL": "a\0b",
    "script": "</script><script>alert(1)</script>",
    "attribute": "\" onmouseover='alert(1)' x=\"",
    "picture": "]]></style><image href='https://example.com/x.svg'/>",
    "Markdown": "\n\n# x\n\n[x](https://example.com) ![x](https://example.com) Https://example.com\n",
    "diagram": '"]\n  end\n  click a href "https://example.com"\n}; a -> b [URL="x"]\n',
    "workflow": "\n::error file=a::x\r::set-output name=a::b\n##[error]x",
}
"""What a deal is filled with: what a terminal, a browser, Markdown or a CI service could act on."""

_DIAGRAM = re.compile(
    r"^\s*(?:click|subgraph|style|link)\b.*https?:|URL\s*=|\bhref\s*=", re.MULTILINE
)


class _Markup(HTMLParser):
    """The elements and attributes of a page, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: Counter[str] = Counter()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names[tag] += 1
        for name, value in attrs:
            leads = name in ("href", "src", "xlink:href") and not (value or "#").startswith("#")
            self.names[f"{tag} {name} {value}" if leads else f"{tag} {name}"] += 1


def trials(random: Random, count: int) -> Found:
    """Each text through each sink."""
    calls = [(name, sink) for name in TEXTS for sink in SINKS]
    made: dict[str, DealFile] = {}
    with TemporaryDirectory() as folder:
        for text, sink in chosen(random, calls, count):
            if text not in made:
                made[text] = _deal(Path(folder, text), TEXTS[text])
            yield f"{text}: {sink}: {wrong}" if (wrong := _wrong(made[text], sink)) else ""


def _deal(folder: Path, text: str) -> DealFile:
    folder.mkdir()
    for name, data in filled.filled(text, times=1).items():
        (folder / name).write_bytes(data)
    return load(str(folder / promise.NAME))


def _wrong(file: DealFile, sink: str) -> str:
    """What a sink did with a deal; nothing where it kept the promise."""
    command, form, encoding = sink.split(", ")
    try:
        if command == "check":
            _check(file, form)
        elif form == "table":
            promise.table(promise.PAGES[command](file, FORMATS[form].parts), encoding)
        else:
            _FORMS[form](promise.PAGES[command](file, FORMATS[form].parts), form)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _check(file: DealFile, form: str) -> None:
    found = registry.check(file)
    said = check_result_renderer(form)(found)
    promise.require(not promise.UNSEEN.search(said), "a result shows every character")
    if form == "github":
        lines = said.splitlines()
        promise.require(len(lines) <= len(found.issues) + 2, "an annotation is one line")
    elif form == "text":
        promise.require(not re.search(r"^\s*(?:::|##\[)", said, re.M), "no line is a command")


def _markup(page: Page, form: str) -> None:
    found = _Markup(promise.other(page, form)).names
    usual = _usual(form)
    promise.require(
        found.keys() <= usual.keys(), f"no element but ours: {found.keys() - usual.keys()}"
    )
    promise.require(found["script"] <= usual["script"], "no script but ours")


@cache
def _usual(form: str) -> Counter[str]:
    """What pages of deals are made of in whose texts nothing acts."""
    commands = promise.PAGES if form == "html" else ["chart"]
    with TemporaryDirectory() as folder:
        deals = [_deal(Path(folder, str(n)), text) for n, text in enumerate(_HARMLESS)]
        parts = FORMATS[form].parts
        pages = [promise.PAGES[command](deal, parts) for deal in deals for command in commands]
        return reduce(or_, (_Markup(promise.other(page, form)).names for page in pages))


_HARMLESS = ("a/long-word." * 8, "WMW@" * 9)
"""Texts that are folded, and texts that are pressed together, as those above may be."""


def _diagram(page: Page, form: str) -> None:
    promise.require(not _active(promise.other(page, form)), "no link and no command but ours")


def _active(text: str) -> object:
    """Whether a diagram has a link outside its quoted words."""
    return _DIAGRAM.search(re.sub(r'"(?:\\.|[^"\\])*"', '""', text))


def _markdown(page: Page, form: str) -> None:
    html = MarkdownIt("commonmark", {"linkify": False}).render(promise.other(page, form))
    promise.require("<h1>x" not in html, "no heading but ours")
    promise.require(not re.search(r"(?:href|src)=\"(?!#)", html), "no link leads away")


def _json(page: Page, _: str) -> None:
    promise.document(page)


_FORMS: dict[str, Callable[[Page, str], None]] = {
    "markdown": _markdown,
    "json": _json,
    "html": _markup,
    "svg": _markup,
    "mermaid": _diagram,
    "dot": _diagram,
}


def _sinks() -> Iterator[str]:
    for command in promise.PAGES:
        yield from (f"{command}, table, {encoding}" for encoding in promise.ENCODINGS)
        forms = ("json", *promise.OTHERS)
        pictures = ("svg", "mermaid", "dot")
        yield from (
            f"{command}, {form}, utf-8"
            for form in forms
            if command == "chart" or form not in pictures
        )
    yield from (f"check, {form}, utf-8" for form in RESULT_FORMATS)


SINKS = tuple(_sinks())
"""A command, a format and an encoding of the stream."""
