"""The page as markup: every record has an anchor, every link leads somewhere, text is text."""

import io
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from random_deals import deals
from reading import HEAD, SAMPLE, read
from running import DEALS, ROOT, deal
from viewing import VIEWS, Given, asked

from dealcli.characters import UNSEEN, visible
from dealcli.commands import PARTS
from dealcli.loading import DealFile, load
from dealcli.model import SetAside
from dealcli.nodes import Node, walk
from dealcli.renderers import html
from dealcli.report import Bar, rows_of

ALL = ["data/deal.yaml", *map(deal, DEALS)]
HOSTILE = [
    "<script>x()</script>", "javascript:x()", "\" onclick='x()'", "</style><b>", "&lt;b&gt;",
    "{{ 7 * 7 }}", "{% raw %}", "]]>", "<!--", "'><img src=x onerror=x()>",
    "</title><svg onload=x()>",
]  # fmt: skip


DRAWN = {"g", "rect", "path", "text", "tspan"}


class Markup(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.told: list[tuple[str, str]] = []
        self.within = ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.within = tag
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        self.within = ""

    def handle_data(self, data):
        self.told.append((self.within, data))

    def values(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [one[name] or "" for _, one in self.tags if name in one]

    def inside(self, tag: str) -> str:
        """What stands in the elements of a kind."""
        return "".join(data for within, data in self.told if within == tag)

    @property
    def text(self) -> str:
        """Everything that is there to be read, white space folded."""
        told = (data for within, data in self.told if within not in ("style", "script"))
        return " ".join("".join(told).split())


def page(file: DealFile, name: str = "summary", who: str | None = None) -> Markup:
    stream = io.TextIOWrapper(io.BytesIO(), "ascii")
    return Markup(html.render(VIEWS[name].page(file, asked(file.deal, who)), stream))


@pytest.mark.parametrize("path", ALL)
def test_every_record_has_one_anchor(path):
    file = load(str(ROOT / path))
    anchors = page(file).values("id")
    assert len(anchors) == len(set(anchors))
    texts = any(text.release for text in file.texts.values())
    for node in walk(Node("", file.deal)):
        shown = texts or not isinstance(node.part, SetAside)
        if hasattr(node.part, "quote") and node.address and shown:
            assert node.address in anchors


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("path", ALL)
def test_every_link_leads_to_a_place_in_the_page(path, name):
    made = page(load(str(ROOT / path)), name)
    links = [href for href in made.values("href") if href != "data:,"]
    assert {href[:1] for href in links} <= {"#"}
    assert {href[1:] for href in links} <= set(made.values("id"))


@pytest.mark.parametrize("path", ALL)
def test_every_row_is_there_with_its_words(path):
    file = load(str(ROOT / path))
    for name in PARTS:
        shown = page(file, name).text.replace(" ", "")
        for row in rows_of(VIEWS[name].page(file).report()):
            for cell in row.cells:
                if not isinstance(cell, Bar):
                    told = visible("".join(span.text for span in cell))
                    assert "".join(told.split()) in shown


def test_nothing_but_its_own_style_and_script_is_let_in():
    made = page(Given(read(SAMPLE)))
    policy = next(one for _, one in made.tags if one.get("http-equiv"))["content"]
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        digest = b64encode(sha256(made.inside(tag).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not {"src", "style", "action", "srcset"} & {key for _, one in made.tags for key in one}
    assert [one["href"] for tag, one in made.tags if tag == "link"] == ["data:,"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_deal_is_text(text):
    plain = page(Given(hostile("T")))
    made = page(Given(hostile(text)))
    for one in (made, plain):  # of a chart's lines there are as many as its words need
        one.tags = [(tag, told) for tag, told in one.tags if tag not in DRAWN]
    assert [tag for tag, _ in made.tags] == [tag for tag, _ in plain.tags]
    assert [list(one) for _, one in made.tags] == [list(one) for _, one in plain.tags]
    assert made.inside("h1") == text
    assert made.inside("title").startswith(text)


def hostile(text: str):
    """A deal that says the same wherever it says something."""
    said_ = text.replace("'", "''")
    return read(
        f"format: 1\nid: a-deal\ntitle: '{said_}'\nnote: '{said_}'\n"
        f"sources: [{{id: one, title: '{said_}'}}]\n"
        f"parties: [{{id: alpha, name: '{said_}', role: '{said_}', quote: '{said_}'}}, "
        f"{{id: beta, name: '{said_}'}}]\n"
        f"joint_ventures: [{{id: jv, name: '{said_}', stakes: [{{holder: alpha, percent: 50, "
        f"basis: implied, because: '{said_}'}}]}}]\n"
        f"caveats: [{{id: c, kind: timing, text: '{said_}', quote: '{said_}'}}]\n"
    )


@given(deals())
def test_any_deal_is_a_whole_page(deal_):
    made = page(Given(deal_))
    assert not UNSEEN.search(made.text)
    assert made.tags[0] == ("html", {"lang": "en"})
    assert len(made.values("id")) == len(set(made.values("id")))


def test_a_word_that_cannot_be_seen_is_shown_as_it_is_escaped():
    made = page(Given(read(f'{HEAD}note: "a\\u202eb"\n')))
    assert "a\\u202eb" in made.text


def test_a_page_without_a_source_has_no_place_for_one():
    made = page(Given(read(HEAD)))
    assert "source" not in made.values("id")
    assert made.inside("script") == ""
