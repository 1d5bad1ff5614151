"""The page in a real browser: from a record to its words and back, for anyone."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from running import deal, run

from dealcli.loading import bundled, load
from dealcli.model import SetAside, Source, passage_of, quotes_of
from dealcli.nodes import Node, walk
from dealcli.release import fold
from dealcli.views.dossier import Dossier
from dealcli.views.narrowing import narrow

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

WIDE, PHONE = {"width": 1400, "height": 900}, {"width": 390, "height": 844}
FILE = load(str(bundled()))
DEAL = FILE.deal
HOSTILE = """
format: 1
id: a-deal
title: "<script>document.title = 'run'</script>"
parties:
  - {id: alpha, name: "'\\"><img src=x onerror=\\"document.title='run'\\">"}
  - {id: beta, name: "javascript:document.title='run'"}
sources: [{id: one, title: "</style></script><script>document.title='run'</script>"}]
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        # Containers let no process make another sandbox; the page is ours.
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("page") / "deal.html"
    assert run("summary", "--format", "html", "-o", str(path)) == (0, "", "")
    return path


class Opened:
    """A page that a browser shows, and what it asked for and complained of."""

    def __init__(self, browser: Any, path: Path, **settings: Any) -> None:
        self.context = browser.new_context(**{"viewport": WIDE, **settings})
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda one: self.requests.append(one.url))
        self.page.on("console", lambda one: self.complaints.append(one.text))
        self.page.on("pageerror", lambda one: self.complaints.append(str(one)))
        self.page.goto(path.as_uri())

    def texts(self, selector: str) -> list[str]:
        """What is written in some elements, white space folded."""
        return [fold(one.text_content()) for one in self.page.query_selector_all(selector)]

    def all(self, selector: str) -> list[Any]:
        """Some elements, in order."""
        return self.page.query_selector_all(selector)

    def visible(self, selector: str) -> list[Any]:
        """The elements that can be seen."""
        return [one for one in self.page.query_selector_all(selector) if one.is_visible()]


@pytest.fixture
def opened(browser, written) -> Iterator[Any]:
    """Opens the page, with settings of the browser's; it is closed afterwards."""
    made: list[Opened] = []

    def open_(path: Path = written, **settings: Any) -> Opened:
        made.append(Opened(browser, path, **settings))
        return made[-1]

    yield open_
    for one in made:
        assert one.complaints == []
        one.context.close()


def row(address: str) -> str:
    return f'[data-record="{address}"]'


def records() -> list[Any]:
    """The records of the bundled deal that rest on words: no source, nothing set aside."""
    inner = (node for node in walk(Node("", DEAL)) if node.address)
    quoting = (node for node in inner if getattr(node.part, "quote", None))
    return [node for node in quoting if not isinstance(node.part, SetAside | Source)]


def test_a_record_marks_its_words(opened):
    shown = opened()
    for node in records():
        shown.all(f'[id="{node.address}"] .cite')[0].click()
        marked = "".join(shown.texts(".stretch.chosen")).replace(" ", "")
        for one in quotes_of(node.part.quote):
            assert "".join(passage_of(one).exact.split()) in marked
        assert shown.visible(".stretch.chosen")


def test_words_show_the_records_that_rest_on_them(opened):
    shown = opened()
    for node in records():
        first = shown.page.query_selector(f'.backs a[data-of="{node.address}"]')
        stretch = f"#w{first.get_attribute('data-source')}-{first.get_attribute('data-first')}"
        shown.page.click(stretch)
        links = [one.get_attribute("href") for one in shown.visible("#told a")]
        assert f"#{node.address}" in links
        assert shown.page.query_selector(
            f"{row(node.address)}.chosen, {row(node.address)} > .chosen"
        )


def test_what_is_set_aside_says_why(opened):
    shown = opened()
    for one in DEAL.set_aside:
        shown.page.click(f'.stretch[data-why="{one.why}"]')
        assert shown.texts("#told") == [f"Set aside: {fold(one.why)}"]


def test_the_keyboard_alone_leads_there_and_back(opened):
    shown = opened()
    shown.page.focus(f"{row('/joint_ventures/0/stakes/1')} .cite")
    shown.page.keyboard.press("Enter")
    assert "hold a 90% equity stake" in "".join(shown.texts(".stretch.chosen"))
    shown.page.focus(".stretch.chosen")
    shown.page.keyboard.press("Enter")
    assert "Battery pack venture: CBAK" in shown.texts("#told li")
    assert shown.page.evaluate("document.activeElement.closest('#told') !== null")
    shown.page.keyboard.press("Escape")
    assert not shown.visible(".chosen, #told")
    assert shown.page.evaluate("document.activeElement.matches('.stretch')")


def test_what_is_chosen_on_a_phone_stays_in_sight_and_leads_back(opened):
    shown = opened(viewport=PHONE)
    line = f"{row('/joint_ventures/0/stakes/0')} .cite"
    shown.page.click(line)
    assert inside(shown, ".stretch.chosen")
    shown.page.click("#told button")
    assert inside(shown, line)
    shown.page.click(line)
    shown.page.click(".stretch.chosen")
    assert inside(shown, "#told li")
    assert inside(shown, ".stretch.chosen")


def inside(shown: Opened, selector: str) -> bool:
    """Whether an element is in the window."""
    box = shown.all(selector)[0].bounding_box()
    return bool(0 <= box["y"] < shown.page.viewport_size["height"])


def test_a_chart_leads_to_words_too(opened):
    shown = opened()
    shown.page.click("svg text:has-text('supply')")
    assert "CBAK will supply battery cells" in " ".join(shown.texts(".stretch.chosen"))


def test_a_choice_lifts_the_filter_that_hides_it(opened):
    shown = opened()
    shown.page.click("#sides [data-side='0']")
    assert shown.texts("#only") == ["Only what concerns CBAK is shown."]
    shown.page.evaluate("location.hash = '#/parties/1'")
    shown.page.wait_for_selector("[id='/parties/1'] > h3.chosen")
    assert shown.texts("#only") == [""]


def test_everything_that_can_be_chosen_can_be_reached_by_the_keyboard(opened):
    shown = opened()
    reachable = "a[href], button, [tabindex='0']"
    for selector in (".cite", ".stretch[role=button]", "#sides button"):
        found = shown.page.query_selector_all(selector)
        assert found
        assert all(one.evaluate("(e, s) => e.matches(s)", reachable) for one in found)


@pytest.mark.parametrize("number", range(len(DEAL.parties)))
def test_a_party_filters_as_who_does(number, opened):
    shown = opened()
    shown.page.click(f"#sides [data-side='{number}']")
    dossier, narrowed = Dossier(FILE), narrow(DEAL, DEAL.parties[number])
    kinds = ("joint_ventures", "facilities", "terms", "aims", "statements", "caveats")
    theirs = {dossier.address(one) for kind in kinds for one in getattr(narrowed, kind)}
    assert theirs
    articles = {one.get_attribute("data-record") for one in shown.visible("article[data-record]")}
    assert {one for one in articles if one.split("/")[1] in kinds} == theirs
    shown.page.click("#sides [data-side='']")
    everything = shown.page.query_selector_all("article[data-record]")
    assert len(shown.visible("article[data-record]")) == len(everything)


def test_a_link_to_a_record_marks_it(opened, written):
    shown = opened()
    shown.page.goto(f"{written.as_uri()}#%E0%A4%A")
    assert not shown.visible(".chosen")
    shown.page.goto(f"{written.as_uri()}#/facilities/2")
    shown.page.wait_for_selector(".stretch.chosen")
    assert "envisioned as a longer-term initiative" in " ".join(shown.texts(".stretch.chosen"))


def test_no_request_leaves_the_page(opened, written):
    shown = opened()
    shown.page.click(f"{row('/terms/0')} .cite")
    assert {one for one in shown.requests if not one.startswith("data:")} == {written.as_uri()}


def test_without_scripts_links_lead_both_ways(opened):
    shown = opened(java_script_enabled=False)
    assert not shown.visible("#sides")
    assert shown.visible(".backs a")
    shown.page.click("[id='/terms/0'] > h3 .cite")
    assert "#w1-" in shown.page.url
    shown.page.click(".backs a[data-of='/terms/0']")
    assert shown.page.url.endswith("#/terms/0")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nobody_is_kept_out(scheme, size, opened):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed"
    )
    shown = opened(color_scheme=scheme, viewport=size)
    shown.page.click(f"{row('/terms/0')} .cite")
    found = axe.Axe().run(shown.page)
    assert found.response["passes"]
    assert found.response["violations"] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1920])
def test_it_is_as_wide_as_the_window(width, opened):
    shown = opened(viewport={"width": width, "height": 800})
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_it_prints_on_two_sheets(size, opened):
    shown = opened()
    shown.page.emulate_media(color_scheme="dark")
    printed = shown.page.pdf(format=size)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2


@pytest.mark.parametrize("name", ["northvolt", "wide", "bare", "four-holders"])
def test_pages_of_other_deals_are_quiet(name, opened, tmp_path):
    path = tmp_path / "page.html"
    assert run("summary", deal(name), "--format", "html", "-o", str(path)) == (0, "", "")
    shown = opened(path)
    assert shown.page.title()


def test_text_of_a_deal_is_never_run(opened, tmp_path):
    given, path = tmp_path / "deal.yaml", tmp_path / "page.html"
    given.write_text(HOSTILE)
    assert run("summary", str(given), "--format", "html", "-o", str(path)).code == 0
    shown = opened(path)
    assert shown.page.title() == "<script>document.title = 'run'</script>"
    assert not shown.page.query_selector_all("img, script:not(body > script)")
