"""The pictures in the documents show what the program prints now."""

import html
import re
import runpy

import pytest
from running import ROOT

DOCS = ROOT / "docs"


def words(svg: str) -> str:
    """The text of a picture, line after line: Rich's drawing of it may change, the words not."""
    texts = re.findall(r"<text[^>]*>(.*?)</text>", svg)
    return " ".join(html.unescape(" ".join(texts)).replace("\xa0", " ").split())


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("command", "shown"),
    [("summary", "CBAK Energy"), ("check", "error[too-firm] error[wrong-bound] 2 errors")],
)
def test_a_picture_is_fresh(command, shown, theme):
    made = runpy.run_path(str(DOCS / "pictures.py"))[command](theme)
    kept = (DOCS / f"{command}-{theme}.svg").read_text(encoding="utf-8")
    assert words(kept) == words(made), "run: python docs/pictures.py"
    assert all(word in words(kept) for word in shown.split())
    assert "http" not in kept.replace("http://www.w3.org/2000/svg", "")


def test_the_picture_of_the_chart_is_fresh():
    made = runpy.run_path(str(DOCS / "pictures.py"))["chart"]()
    kept = (DOCS / "chart.svg").read_text(encoding="utf-8")
    assert kept == made, "run: python docs/pictures.py"


def test_the_pictures_of_the_page_are_fresh():
    """What a browser draws differs from one to the next; the page that it drew does not."""
    made = runpy.run_path(str(DOCS / "pictures.py"))["digest"]()
    assert (DOCS / "page.sha256").read_text() == made, "run: python docs/pictures.py"
    for theme in ("light", "dark"):
        assert (DOCS / f"page-{theme}.png").read_bytes().startswith(b"\x89PNG")
