"""A page as Markdown: what a parser makes of it is the text of the deal, and nothing else."""

import io
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from running import DEALS, ROOT, deal, shown
from viewing import VIEWS

from dealcli.characters import visible
from dealcli.commands import PARTS
from dealcli.loading import load
from dealcli.quotation import nested
from dealcli.renderers import FORMATS, markdown, mermaid
from dealcli.report import Bar, rows_of

ALL = ["data/deal.yaml", *map(deal, DEALS)]
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
STREAM = io.TextIOWrapper(io.BytesIO(), "ascii")
FOOTNOTE = re.compile(r"\[\^([\w-]+)\]")
NASTY = (
    "*a*", "_a_", "__a__", "`a`", "[a](b)", "![a](b)", "<b>", "&amp;", "&#65;", "# a", "#1", "- a",
    "+ a", "1. a", "12) a", "> a", "---", "===", "| a |", "~~a~~", "$a$", "\\", "\\*", "[^1]",
    "[ ] a", "www.example.com", "https://example.com", "a@example.com", "@name", ":smile:", "a\nb",
    "***", "[a]: b", "$16.7 billion in 2024 and $25.0", "```", "<!-- a -->", "a | b", "!", "a\\|b",
)  # fmt: skip


def document(name: str, path: str) -> str:
    return markdown.render(
        VIEWS[name].page(load(str(ROOT / path)), FORMATS["markdown"].parts), STREAM
    )


def read(text: str) -> str:
    """What a parser takes for text in a document, and what else it finds."""
    told = []
    for token in PARSER.parse(text):
        for one in token.children or ():
            if one.type == "text":
                told.append(one.content)
            elif one.type in ("softbreak", "hardbreak"):
                told.append("\n")
            elif one.type != "html_inline" or one.content != "<!-- -->":
                told.append(f"<{one.type}>")
        if token.type in ("html_block", "fence", "code_block"):
            told.append(f"<{token.type}>")
    return "".join(told)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("place", ["# {}", "- {}", "| {} |\n| --- |\n", "- **a:** {}", "x {} y"])
@pytest.mark.parametrize("text", NASTY)
def test_text_is_text_wherever_it_stands(text, place):
    plain = read(place.format("T"))
    assert squeezed(read(place.format(markdown.escaped(text)))) == squeezed(
        plain.replace("T", text)
    )


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_is_text(text):
    told = squeezed(read(f"- {markdown.escaped(f'a {text} b')}"))
    assert told == squeezed(f"a {visible(text)} b".replace("\x85", "\\x85"))


@pytest.mark.parametrize(
    "text",
    [
        *("@name", "a @name", ":smile:", "#12", "www.example.com", "WWW.example.com"),
        *("https://example.com", "Https://example.com", "HTTP://example.com", "Ftp://example.com"),
        *("mailto:a", "XMPP:a"),
    ],
)
def test_what_github_would_make_of_it_afterwards_is_parted(text):
    assert text not in markdown.escaped(text)


@pytest.mark.parametrize("name", [name for name in PARTS if name != "chart"])
@pytest.mark.parametrize("path", ALL)
def test_every_row_is_there_with_its_words(path, name):
    told = squeezed(read(document(name, path)))
    for row in rows_of(VIEWS[name].page(load(str(ROOT / path)), ["report"]).report):
        for cell in row.cells:
            if not isinstance(cell, Bar):
                for span in cell:
                    words = nested(span.text) if span.role == "quote" else span.text
                    assert squeezed(visible(words)) in told


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("path", ALL)
def test_each_footnote_is_there_once(path, name):
    text = document(name, path)
    defined = re.findall(r"^\[\^([\w-]+)\]: ", text, re.MULTILINE)
    assert len(defined) == len(set(defined))
    assert set(FOOTNOTE.findall(text)) == set(defined)


def test_a_footnote_has_the_words_and_where_they_stand():
    text = document("summary", "data/deal.yaml")
    line = next(
        one
        for one in text.splitlines()
        if one.startswith("| Battery pack venture | Kandi (leads) | 90%")
    )
    number = FOOTNOTE.findall(line)[0]
    assert f"[^{number}]: ¶4: “Kandi will lead the development of the battery pack" in text


def test_deals_one_after_another_share_no_footnote():
    one, two = deal("northvolt"), deal("calloway")
    both = shown("summary", one, two, "--format", "markdown")
    assert both == f"{document('summary', one)}\n{document('summary', two)}"
    defined = re.findall(r"^\[\^([\w-]+)\]: ", both, re.MULTILINE)
    assert len(defined) == len(set(defined))


def test_parts_of_one_deal_give_a_footnote_one_meaning():
    one, two = (document(name, "data/deal.yaml") for name in ("summary", "jv"))
    meanings = re.findall(r"^\[\^([\w-]+)\]: (.*)", f"{one}{two}", re.MULTILINE)
    assert len(dict(meanings)) == len(set(meanings))


def test_a_chart_is_a_diagram():
    text = document("chart", "data/deal.yaml")
    drawn = mermaid.render(
        VIEWS["chart"].page(load(str(ROOT / "data/deal.yaml")), ["report"]), STREAM
    )
    assert f"\n```mermaid\n{drawn}```\n" in text


def test_an_implied_share_does_not_look_like_a_stated_one():
    text = document("summary", "data/deal.yaml")
    assert "| Battery pack venture | CBAK | 10% | *implied* | ◇ planned[^" in text
    assert "| Battery cell venture | CBAK (leads) | 90% | stated | ◐ conditional[^" in text


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("path", ALL)
def test_no_table_has_an_empty_heading(path, name):
    lines = document(name, path).splitlines()
    for heading, rule in pairwise(lines):
        if re.fullmatch(r"\|(?: -+:? \|)+", rule):
            assert heading.replace("|", "").strip()


def test_all_who_hold_something_are_in_one_table():
    text = document("summary", deal("calloway"))
    assert (
        "\n| Holding | Holder | Share | Basis | How sure |\n| --- | --- | --- | --- | --- |" in text
    )
    for path in ALL:
        assert document("summary", path).count("| Holder | Share | Basis | How sure |") <= 1


def test_what_a_share_can_become_follows_it():
    lines = document("jv", deal("thornwick")).splitlines()
    at = next(
        at for at, line in enumerate(lines) if line.startswith("| TKL (leads) | 51% | stated |")
    )
    assert lines[at + 1].startswith("| TKL | → 60%: spending a further £12 million on the Project")
    assert "|  | ◐ conditional[^" in lines[at + 1]
    summary = document("summary", deal("thornwick"))
    assert "\n  - pre-production capital expenditure: about £185m ↗ projection[^" in summary
    assert "- →" not in summary


def test_amounts_are_at_the_right():
    text = document("summary", deal("calloway"))
    assert (
        "| From → to | Amount | Form | For | How sure |\n| --- | ---: | --- | --- | --- |" in text
    )


def test_what_is_part_of_a_record_is_below_it_and_says_how_sure_it_is_where_that_differs():
    text = document("summary", "data/deal.yaml")
    assert re.search(r"^- \*\*Supply\*\*, CBAK → Kandi: .* ◇ planned\[\^", text, re.MULTILINE)
    assert re.search(r'^  - → first from .* \("near term"\) \[\^', text, re.MULTILINE)
    assert re.search(r"^  - → later from .* ◐ conditional\[\^", text, re.MULTILINE)


def test_near_term_facilities_are_beside_the_others():
    text = document("summary", "data/deal.yaml")
    assert "\n| Near term | Longer term |\n| --- | --- |\n| **US battery pack assembly**: " in text


def test_the_summary_has_the_structure_chart():
    text = document("summary", "data/deal.yaml")
    drawn = mermaid.render(
        VIEWS["chart"].page(load(str(ROOT / "data/deal.yaml")), ["report"]), STREAM
    )
    assert f"\n## Structure chart\n\n```mermaid\n{drawn}```\n" in text
    assert "```mermaid" not in document("jv", "data/deal.yaml")
    assert "Structure chart" not in document("summary", deal("bare"))
