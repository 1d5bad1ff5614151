"""Makes the pictures of the documents with the program itself: `python docs/pictures.py`.

The pictures of the page need Playwright and a Chromium.
"""

import io
import re
import tempfile
from hashlib import sha256
from pathlib import Path
from shutil import copytree, which

from msgspec import structs
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from dealcli.checks import registry
from dealcli.commands.parts import VIEWS
from dealcli.loading import bundled, load
from dealcli.page import Page
from dealcli.renderers import FORMATS, diagnostics, html, svg, terminal

HERE = Path(__file__).parent
ROOT = HERE.parent
WINDOW = {"width": 1280, "height": 800}
TITLE_BAR = 32
"""What Rich leaves free above the text, for a window's title bar that is not drawn here."""

# A picture of text: every letter can be selected and searched, no font is fetched.
TEMPLATE = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img"
  aria-labelledby="title-{unique_id}">
  <title id="title-{unique_id}">The output of dealcli COMMAND</title>
  <style>
    .{unique_id}-matrix {{
      font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
      font-size: {char_height}px;
      line-height: {line_height}px;
    }}
    {styles}
  </style>
  <defs>{lines}</defs>
  <rect fill="BACKGROUND" rx="8" width="100%" height="100%"/>
  <g transform="translate({terminal_x}, {terminal_x})">
    {backgrounds}
    <g class="{unique_id}-matrix">{matrix}</g>
  </g>
</svg>
"""

THEMES = {
    "light": TerminalTheme(
        (255, 255, 255),
        (31, 35, 40),
        [
            (31, 35, 40),
            (179, 29, 40),
            (26, 127, 55),
            (140, 85, 0),
            (5, 80, 174),
            (130, 80, 223),
            (10, 105, 130),
            (89, 99, 110),
        ],
    ),
    "dark": TerminalTheme(
        (13, 17, 23),
        (230, 237, 243),
        [
            (110, 118, 129),
            (255, 123, 114),
            (86, 211, 100),
            (227, 179, 65),
            (121, 192, 255),
            (210, 168, 255),
            (86, 212, 221),
            (230, 237, 243),
        ],
    ),
}


def summary(theme: str) -> str:
    """The summary of the bundled deal as SVG, in a light or dark theme."""
    console = _console(100)
    terminal.draw(_page("summary", "table").report, console)
    return _drawn(console, "summary", theme)


def check(theme: str) -> str:
    """What `check` reports for the bundled deal with two mistakes in it, as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        copytree(ROOT / "seeds", Path(folder) / "seeds")
        path = Path(folder) / "deal.yaml"
        path.write_text(mistaken(), encoding="utf-8")
        found = structs.replace(registry.check(load(str(path))), file=path.name)
    console = _console(96)
    screen = diagnostics.Screen(columns=console.width, coloured=True)
    console.print(Text.from_ansi(diagnostics.result(found, screen)), end="")
    return _drawn(console, "check", theme)


def mistaken() -> str:
    """The bundled deal with a condition left out and an approximate amount made exact."""
    text = bundled().read_text(encoding="utf-8").replace("../seeds", "seeds")
    start = text.index("id: us-cells")
    fact = text[start:].replace("conditional", "stated", 1)
    return text[:start] + fact.replace("about: 25.0", "exact: 25.0", 1)


def chart() -> str:
    """The chart of the bundled deal as SVG, which is light or dark as its reader is."""
    return svg.render(_page("chart", "svg"), io.StringIO())


def page() -> str:
    """The page of the bundled deal."""
    return html.render(_page("summary", "html"), io.StringIO())


def digest() -> str:
    """What tells whether the page is still the one in the pictures."""
    return sha256(page().encode()).hexdigest() + "\n"


def photograph() -> None:
    """Show the page to a browser, choose a record, and keep what is seen."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "deal.html"
        path.write_text(page(), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=which("chromium"), args=["--no-sandbox"]
        )
        for theme in THEMES:
            window = browser.new_page(viewport=WINDOW, color_scheme=theme)
            window.goto(path.as_uri())
            window.click("#summary [data-record='/joint_ventures/0/stakes/1'] .cite")
            window.evaluate("scrollTo(0, 0)")
            window.screenshot(path=HERE / f"page-{theme}.png")
        browser.close()


def _page(command: str, form: str) -> Page:
    """The page of the bundled deal that a command makes for a format."""
    return VIEWS[command].page(load(str(bundled())), FORMATS[form].parts)


def _console(columns: int) -> Console:
    return Console(
        record=True,
        file=io.StringIO(),
        force_terminal=True,
        color_system="standard",
        width=columns,
        legacy_windows=False,
    )


def _drawn(console: Console, command: str, theme: str) -> str:
    """What was printed to a console as SVG."""
    background = THEMES[theme].background_color.hex
    template = TEMPLATE.replace("BACKGROUND", background).replace("COMMAND", command)
    name = f"{command}-{theme}"
    svg = console.export_svg(theme=THEMES[theme], code_format=template, unique_id=name)
    svg = re.sub(r'viewBox="0 0 (\S+) (\S+)"', _without_title_bar, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def _without_title_bar(match: re.Match[str]) -> str:
    return f'viewBox="0 0 {match[1]} {float(match[2]) - TITLE_BAR:g}"'


if __name__ == "__main__":
    for name in THEMES:
        (HERE / f"summary-{name}.svg").write_text(summary(name), encoding="utf-8")
        (HERE / f"check-{name}.svg").write_text(check(name), encoding="utf-8")
    (HERE / "chart.svg").write_text(chart(), encoding="utf-8")
    photograph()
    (HERE / "page.sha256").write_text(digest(), encoding="utf-8")
