"""The page in a real browser: from a record to its words and back, for everyone."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from running import deal, run

from dealcli.index import DealIndex
from dealcli.loading import bundled, load
from dealcli.model import SetAside, Source, passage_of, quotes_of
from dealcli.nodes import PartNode, walk
from dealcli.searching import fold
from dealcli.views.narrowing import narrow

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

WIDE = {"width": 1440, "height": 900}
TABLET = {"width": 768, "height": 1024}
PHONE = {"width": 390, "height": 844}
FILE = load(str(bundled()))
DEAL = FILE.deal
IMPLIED = "/joint_ventures/0/stakes/1"
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
    """A page in a browser, the requests that it makes and its messages on the console."""

    def __init__(self, browser: Any, path: Path, **settings: Any) -> None:
        self.context = browser.new_context(**{"viewport": WIDE, **settings})
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda one: self.requests.append(one.url))
        self.page.on("console", lambda one: self.complaints.append(one.text))
        self.page.on("pageerror", lambda one: self.complaints.append(str(one)))
        self.page.goto(path.as_uri())

    def click(self, selector: str) -> None:
        self.page.click(selector)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def get(self, expression: str, selector: str = "body") -> Any:
        """The value of an expression about `e`, the first element of a selector."""
        return self.page.eval_on_selector(selector, f"e => {expression}")

    def texts(self, selector: str) -> list[str]:
        """The texts of elements, white space folded."""
        return [fold(one.text_content()) for one in self.all(selector)]

    def all(self, selector: str) -> list[Any]:
        """The elements of a selector, in order."""
        return self.page.query_selector_all(selector)

    def visible(self, selector: str) -> list[Any]:
        """The elements of a selector that are displayed."""
        return [one for one in self.all(selector) if one.is_visible()]

    def marked(self, selector: str = ".texts .chosen") -> str:
        """The words that are marked in the source."""
        return fold(" ".join(self.texts(selector)))

    def open_all(self) -> None:
        """Open every record."""
        self.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")

    def place(self, selector: str) -> float:
        """How far an element is from the top of the window."""
        return float(self.all(selector)[0].bounding_box()["y"])

    def scrolled(self) -> tuple[float, float]:
        """How far the page and the source are scrolled."""
        page, source = self.page.evaluate("[scrollY, document.querySelector('.texts').scrollTop]")
        return page, source


@pytest.fixture
def opened(browser, written) -> Iterator[Any]:
    """Opens the page with settings of the browser, and closes it afterwards."""
    made: list[Opened] = []

    def open_(path: Path = written, **settings: Any) -> Opened:
        made.append(Opened(browser, path, **settings))
        return made[-1]

    yield open_
    for one in made:
        assert one.complaints == []
        one.context.close()


def row(address: str) -> str:
    """The selector of the row of a record in the summary."""
    return f'#summary [data-record="{address}"]'


def records() -> list[Any]:
    """The records of the bundled deal that have quotes, without sources and what is set aside."""
    inner = (node for node in walk(PartNode("", DEAL)) if node.address)
    quoting = (node for node in inner if getattr(node.part, "quote", None))
    return [node for node in quoting if not isinstance(node.part, SetAside | Source)]


def test_a_record_marks_its_words(opened):
    shown = opened()
    shown.open_all()
    for node in records():
        line = f'[data-record="{node.address}"]'
        shown.click(f":is(tr, p){line} .cite, article{line} > .cites .cite")
        marked = shown.marked().replace(" ", "")
        for one in quotes_of(node.part.quote):
            assert "".join(passage_of(one).exact.split()) in marked
        assert shown.visible(".texts .current")


def test_words_show_the_records_that_quote_them(opened):
    shown = opened()
    for node in records():
        first = shown.all(f'.backs a[data-of="{node.address}"]')[0]
        segment = f"#w{first.get_attribute('data-source')}-{first.get_attribute('data-first')}"
        shown.click(segment)
        links = [one.get_attribute("href") for one in shown.visible("#records a")]
        assert f"#{node.address}" in links
        line = f'[data-record="{node.address}"]'
        assert shown.visible(f".deal .chosen{line}, .chosen:has({line})")


def test_an_implied_share_gives_its_reason(opened):
    shown = opened()
    shown.click(f"{row(IMPLIED)} .cite")
    because = DEAL.joint_ventures[0].stakes[1].because
    assert shown.texts("#because") == [fold(because)]
    assert shown.get("getComputedStyle(e, '::before').content", "#because") == '"Implied: "'
    shown.click(f"{row('/joint_ventures/0/stakes/0')} .cite")
    assert not shown.visible("#because")


def test_a_share_without_words_gives_its_reason_too(opened, tmp_path):
    path = tmp_path / "page.html"
    assert run("summary", deal("wide"), "--format", "html", "-o", str(path)).code == 0
    shown = opened(path)
    why = shown.page.get_by_text("why", exact=True).first
    why.click()
    assert shown.visible("#because")
    assert "no words marked in the source" in shown.texts("#said")[0]


def test_a_passage_that_is_set_aside_says_why(opened):
    shown = opened()
    for one in DEAL.set_aside:
        shown.click(f'.stretch[data-why="{one.why}"]')
        assert shown.texts("#because") == [fold(one.why)]
        assert shown.texts("#said")[0].startswith("No record quotes these words")


def test_only_the_source_scrolls(opened):
    shown = opened()
    line = f"{row('/caveats/7')} .cite"
    shown.all(line)[0].scroll_into_view_if_needed()
    page, source = shown.scrolled()
    shown.click(line)
    assert shown.scrolled()[0] == page > 0
    assert shown.scrolled()[1] > source
    shown.click(".texts .current")
    for _ in range(3):
        shown.click("#next")
    assert shown.scrolled()[0] == page


def test_a_passage_in_sight_does_not_move(opened):
    shown = opened()
    shown.click(f"{row('/joint_ventures/0')} .cite")
    shown.get("e.scrollTo(0, 150)", ".texts")
    shown.click(f"{row('/joint_ventures/1')} .cite")
    assert shown.scrolled() == (0, 150)


def test_the_nearest_row_of_a_record_is_marked(opened):
    shown = opened()
    shown.open_all()
    shown.click(".texts .stretch:has-text('hold a 90% equity stake')")
    assert shown.visible(f"{row('/joint_ventures/0')}.chosen")
    shown.click("#records a:has-text('Battery pack venture: CBAK')")
    assert shown.visible(f"{row(IMPLIED)}.chosen")
    assert shown.get(f"document.activeElement.matches('{row(IMPLIED)} .cite')")
    assert shown.scrolled()[0] == 0


def test_a_closed_record_is_marked_and_opened_when_it_is_asked_for(opened):
    shown = opened()
    words = "engaged in the development, manufacturing, and sales of new energy"
    shown.click(f".texts .stretch:has-text('{words}')")
    assert shown.visible("article[data-record='/parties/0'].chosen")
    assert not shown.visible("[id='/parties/0/facts/1']")
    shown.click("#records a")
    assert shown.visible("[id='/parties/0/facts/1'].chosen")


def test_passages_are_stepped_through_by_button_and_by_key(opened):
    shown = opened()
    shown.click(f"{row('/joint_ventures/1')} .cite")
    quotes = len(quotes_of(DEAL.joint_ventures[1].quote))
    assert f"passage 1 of {quotes}, ¶1" in shown.texts("#said")[0]
    first = shown.marked(".texts .current")
    shown.click("#next")
    assert f"passage 2 of {quotes}, ¶1" in shown.texts("#said")[0]
    assert shown.marked(".texts .current") != first
    shown.press("ArrowLeft")
    assert shown.marked(".texts .current") == first
    shown.press("ArrowLeft")
    assert f"passage {quotes} of {quotes}, ¶4" in shown.texts("#said")[0]
    shown.click("#previous")
    shown.click("#close")
    assert not shown.visible(".chosen, #close")


def test_the_source_is_stepped_through_from_its_start(opened):
    shown = opened()
    shown.press("ArrowRight")  # nothing is chosen and the source has no focus
    assert not shown.visible(".chosen")
    shown.click("#next")
    assert shown.get("e.classList.contains('current')", ".texts .stretch[role]")
    shown.click("#previous")
    last = shown.all(".texts .stretch[role]")[-1]
    assert last.evaluate("e => e.classList.contains('current')")


def test_the_keyboard_alone_leads_there_and_back(opened):
    shown = opened()
    shown.page.focus(f"{row(IMPLIED)} .cite")
    shown.press("Enter")
    assert "hold a 90% equity stake" in shown.marked()
    shown.page.focus(".texts .current")
    shown.press("Enter")
    assert "Battery pack venture: CBAK" in shown.texts("#records li")
    assert shown.get("document.activeElement.closest('#records') !== null")
    shown.press("Escape")
    assert not shown.visible(".chosen, #records")
    assert shown.get("document.activeElement.matches('.stretch')")


def test_arrow_keys_move_between_lines(opened):
    shown = opened()
    shown.page.focus(f"{row('/joint_ventures/0/stakes/0')} .cite")
    shown.press("ArrowDown")
    assert shown.visible(f"{row(IMPLIED)}.chosen")
    shown.press("ArrowUp")
    assert shown.visible(f"{row('/joint_ventures/0/stakes/0')}.chosen")
    shown.page.focus("article[data-record='/parties/0'] summary")
    shown.press("Enter")
    shown.press("ArrowDown")
    shown.press("ArrowDown")
    assert shown.get("document.activeElement.closest('.inside') !== null")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_tab_stops_are_few(size, opened):
    """A group of lines, the chart and the source have one each."""
    shown = opened(viewport=size)
    stops = []
    while not stops or stops[-1] is not None:
        shown.press("Tab")
        stops.append(
            shown.page.evaluate(
                "document.activeElement === document.body ? null : document.activeElement.outerHTML"
            )
        )
    assert len(stops) <= 30
    assert len(set(stops)) == len(stops)


def test_every_line_is_reached_by_keys(opened):
    shown = opened()
    for selector in ("#summary .cite", ".chart [role=button]", ".texts .stretch[role]"):
        assert len(shown.all(f"{selector}[tabindex='0']")) == 1
        assert len(shown.all(f"{selector}[tabindex='-1']")) == len(shown.all(selector)) - 1
    lines = shown.all("#summary .cite")
    lines[0].focus()
    for line in lines[1:]:
        shown.press("ArrowDown")
        assert line.evaluate("e => e === document.activeElement")


def test_records_open_where_they_are(opened):
    shown = opened()
    assert not shown.visible(".part .inside")
    shown.click("article[data-record='/facilities/0'] summary")
    assert len(shown.visible(".part .inside")) == 1
    assert "scheduled for near-term development" in shown.marked()
    shown.click("article[data-record='/facilities/0'] summary")
    assert not shown.visible(".part .inside")


def test_the_page_is_short(opened):
    shown = opened()
    closed = shown.get("e.scrollHeight")
    shown.open_all()
    assert closed < 0.6 * shown.get("e.scrollHeight")


def test_section_links_lead_to_each_part(opened):
    shown = opened()
    links = shown.texts("nav a")
    assert links[:3] == ["Summary", "Structure chart", "Parties"]
    for name in links[1:-1]:
        shown.click(f"nav a:text-is('{name}')")
        assert inside(shown, f".part > h2:text-is('{name}')")


def test_the_passage_opens_as_a_sheet_on_a_phone(opened):
    shown = opened(viewport=PHONE)
    shown.page.evaluate("scrollTo(0, 300)")
    line = f"{row('/joint_ventures/0/stakes/0')} .cite"
    before = shown.place(line)
    shown.click(line)
    assert shown.place(line) == before
    assert inside(shown, "#excerpt .current")
    assert "hold a 90% equity stake" in shown.marked("#excerpt .current")
    assert shown.get("e.getBoundingClientRect().bottom", "#panel") == PHONE["height"]
    shown.click("#close")
    assert not shown.visible("#panel")


def test_the_sheet_does_not_cover_the_line(opened):
    shown = opened(viewport=PHONE)
    line = f"{row('/caveats/3')} .cite"
    shown.all(line)[0].evaluate("e => scrollTo(0, scrollY + e.getBoundingClientRect().top - 800)")
    shown.click(line)
    assert shown.place(line) < shown.place("#panel")


def test_words_chosen_on_a_phone_lead_to_the_line(opened):
    shown = opened(viewport=PHONE)
    shown.click(".texts .stretch:has-text('hold a 90% equity stake')")
    assert inside(shown, ".texts .current")
    shown.click("#records a:text-is('Battery pack venture: Kandi')")
    line = f"{row('/joint_ventures/0/stakes/0')}.chosen"
    assert inside(shown, line)
    assert shown.place(line) < shown.place("#panel")
    assert "hold a 90% equity stake" in shown.marked("#excerpt .current")


def inside(shown: Opened, selector: str) -> bool:
    """Whether the top of an element is in the window."""
    return 0 <= shown.place(selector) < shown.page.viewport_size["height"]


def test_labels_look_like_labels_on_a_phone(opened):
    shown = opened(viewport=PHONE)
    shown.open_all()
    for label in shown.all(".inside .label")[:20]:
        text = label.evaluate_handle("e => e.nextElementSibling.querySelector('td')")
        size, colour = (
            "e => parseFloat(getComputedStyle(e).fontSize)",
            "e => getComputedStyle(e).color",
        )
        assert label.evaluate(size) < text.evaluate(size)
        assert label.evaluate(colour) != text.evaluate(colour)
        assert label.bounding_box()["x"] < text.bounding_box()["x"]


def test_no_line_begins_with_a_dot_on_a_phone(opened):
    """The dot between two cells belongs to the first, and is not parted from it."""
    shown = opened(viewport=PHONE)
    content = "(e, at) => getComputedStyle(e, at).content"
    cells = shown.all("#summary td")
    assert {cell.evaluate(content, "::before") for cell in cells} == {"none"}
    assert {cell.evaluate(content, "::after") for cell in cells} == {"none", '"\u00a0·"'}


def test_a_chart_leads_to_words_too(opened):
    shown = opened()
    shown.click("svg text:has-text('supply')")
    assert "CBAK will supply battery cells" in shown.marked()


def test_a_box_of_the_chart_is_reached_chosen_and_outlined(opened):
    shown = opened()
    box = ".chart [data-record='/joint_ventures/1']"
    width = "parseFloat(getComputedStyle(e.querySelector('rect')).strokeWidth)"
    before = shown.get(width, box)
    shown.page.focus(".chart [role=button][tabindex='0']")
    while not shown.get("e === document.activeElement", box):
        shown.press("ArrowDown")
    assert shown.get("e.getAttribute('aria-label')", box) == "Battery cell venture, conditional"
    shown.press("Enter")
    assert "envisioned as a longer-term initiative" in shown.marked()
    assert shown.get(width, box) > before
    shown.click(f"{row('/joint_ventures/0')} .cite")
    assert shown.get(width, box) == before
    assert shown.visible(".chart [data-record='/joint_ventures/0'].chosen")


@pytest.mark.parametrize("size", [WIDE, TABLET, PHONE], ids=["wide", "tablet", "phone"])
def test_targets_are_of_24_pixels(size, opened):
    """Whatever can be clicked takes a pointer that is up to 12 pixels off its middle."""
    shown = opened(viewport=size)
    shown.open_all()
    shown.page.evaluate("document.querySelector('.chart').scrollIntoView()")
    for group in shown.all(".chart svg [data-record]:has(> text)"):
        record = group.get_attribute("data-record")
        group.scroll_into_view_if_needed()
        box = group.bounding_box()
        assert min(box["width"], box["height"]) >= 24 - 0.01, record
    for button in shown.visible("button, summary"):
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 24


def test_a_choice_lifts_the_filter_that_hides_it(opened):
    shown = opened()
    shown.click("#sides [data-side='0']")
    assert shown.texts("#only") == ["Only what concerns CBAK is shown."]
    shown.page.evaluate("location.hash = '#/parties/1'")
    shown.page.wait_for_selector("article[data-record='/parties/1'].chosen")
    assert shown.texts("#only") == [""]


@pytest.mark.parametrize("number", range(len(DEAL.parties)))
def test_a_party_filters_as_who_does(number, opened):
    shown = opened()
    shown.click(f"#sides [data-side='{number}']")
    index, narrowed = DealIndex(FILE), narrow(DEAL, DEAL.parties[number])
    kinds = ("joint_ventures", "facilities", "terms", "aims", "statements", "caveats")
    theirs = {index.address(one) for kind in kinds for one in getattr(narrowed, kind)}
    assert theirs
    articles = {one.get_attribute("data-record") for one in shown.visible("article[data-record]")}
    assert {one for one in articles if one.split("/")[1] in kinds} == theirs
    shown.click("#sides [data-side='']")
    assert len(shown.visible("article[data-record]")) == len(shown.all("article[data-record]"))


def test_a_part_without_a_record_of_the_party_is_hidden(opened, tmp_path):
    """The bank of this deal is not part of any of its aims."""
    path = tmp_path / "page.html"
    assert run("summary", deal("calloway"), "--format", "html", "-o", str(path)).code == 0
    shown = opened(path)
    aims = ".part:has(> h2:text-is('Aims')), nav a:text-is('Aims')"
    assert len(shown.visible(aims)) == 2
    shown.click("#sides button:text-is('Bank of Northmoor')")
    assert not shown.visible(aims)
    shown.click("#sides [data-side='']")
    assert len(shown.visible(aims)) == 2


def test_a_link_to_a_record_opens_and_marks_it(opened, written):
    shown = opened()
    shown.page.goto(f"{written.as_uri()}#%E0%A4%A")
    assert not shown.visible(".chosen")
    shown.page.goto(f"{written.as_uri()}#/facilities/2")
    shown.page.wait_for_selector(".texts .chosen")
    assert "envisioned as a longer-term initiative" in shown.marked()
    assert inside(shown, "[id='/facilities/2']")
    shown.page.goto(f"{written.as_uri()}#{IMPLIED}")
    shown.page.wait_for_selector(f"[id='{IMPLIED}'].chosen")
    assert inside(shown, f"[id='{IMPLIED}']")


def test_a_paragraph_is_linked_without_moving_the_page(opened):
    shown = opened()
    shown.click("#p1-9 .number")
    assert shown.page.url.endswith("#p1-9")
    assert shown.scrolled()[0] == 0


def test_no_request_leaves_the_page(opened, written):
    shown = opened()
    shown.click(f"{row('/terms/0')} .cite")
    assert {one for one in shown.requests if not one.startswith("data:")} == {written.as_uri()}


def test_without_scripts_links_lead_both_ways(opened):
    shown = opened(java_script_enabled=False)
    assert not shown.visible("#sides, #panel")
    assert shown.visible(".backs a")
    shown.click(f"{row('/terms/0')} .cite")
    assert "#w1-" in shown.page.url
    assert not shown.visible("[id='/terms/0']")
    shown.click(".backs a[data-of='/terms/0']")
    assert shown.page.url.endswith("#/terms/0")
    assert shown.visible("[id='/terms/0']")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, TABLET, PHONE], ids=["wide", "tablet", "phone"])
def test_axe_finds_nothing(scheme, size, opened):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed"
    )
    shown = opened(color_scheme=scheme, viewport=size)
    shown.click("article[data-record='/joint_ventures/0'] summary")
    if scheme == "light":
        shown.click(f"{row(IMPLIED)} .cite")
    else:
        shown.click(".texts .stretch:has-text('hold a 90% equity stake')")
    found = axe.Axe().run(shown.page, options={"rules": {"target-size": {"enabled": True}}})
    assert found.response["passes"]
    assert found.response["violations"] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440, 1920])
@pytest.mark.parametrize("name", ["", "wide"])
def test_it_is_as_wide_as_the_window(name, width, opened, written, tmp_path):
    path = written
    if name:
        path = tmp_path / "page.html"
        assert run("summary", deal(name), "--format", "html", "-o", str(path)).code == 0
    shown = opened(path, viewport={"width": width, "height": 800})
    shown.open_all()
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    edges = "e => [...document.querySelectorAll('table')].map(e => e.getBoundingClientRect().right)"
    assert max(shown.page.evaluate(edges)) <= width


def test_signs_are_drawn(opened):
    """A sign that is a character is missing where no font has it."""
    shown = opened()
    signs = shown.visible("main .sign")
    assert signs
    for sign in signs:
        assert sign.bounding_box()["width"] > 8
        assert sign.evaluate("e => e.querySelector('use, path').getBBox().width") > 0


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_bars_of_a_company_have_one_scale(size, opened, tmp_path):
    path = tmp_path / "page.html"
    assert run("summary", deal("four-holders"), "--format", "html", "-o", str(path)).code == 0
    shown = opened(path, viewport=size)
    bars = [one.bounding_box() for one in shown.visible("#summary td .bar")]
    assert len(bars) == 5
    assert len({(round(one["x"]), round(one["width"])) for one in bars}) == 1


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_what_belongs_to_a_record_is_indented_below_it(size, opened, tmp_path):
    path = tmp_path / "page.html"
    assert run("summary", deal("four-holders"), "--format", "html", "-o", str(path)).code == 0
    shown = opened(path, viewport=size)
    starts = [
        shown.get(
            "(r => { r.selectNodeContents(e.cells[0]); return r.getBoundingClientRect().x })"
            "(document.createRange())",
            row(f"/joint_ventures/0{rest}"),
        )
        for rest in ("", "/stakes/0", "/stakes/0/steps/0")
    ]
    assert starts[0] + 8 < starts[1] < starts[2] - 8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_of_firmness_have_the_colour_of_the_text(scheme, opened):
    shown = opened(color_scheme=scheme)
    colour = "getComputedStyle(e).color"
    for selector in ("main .firm", ".legend li", "#because", "#said .keys", ".label", ".title"):
        assert shown.get(colour, selector) == shown.get(colour)
    assert shown.get(colour, "main .sign") != shown.get(colour)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_an_implied_share_is_dotted_in_bar_legend_and_chart(scheme, forced, media, opened):
    shown = opened(color_scheme=scheme, forced_colors=forced)
    shown.page.emulate_media(media=media)
    for selector in (
        f"{row(IMPLIED)} .bar rect",
        ".legend .bar .dotted",
        ".chart .dotted > path:not(.hit)",
    ):
        dashes = shown.get("getComputedStyle(e).strokeDasharray", selector)
        assert float(dashes.split("px")[0]) < 1  # with round ends: dots
        assert shown.get("getComputedStyle(e).strokeLinecap", selector) == "round"
        assert shown.get("getComputedStyle(e).fill", selector) == "none"
    dashed = shown.get("getComputedStyle(e).strokeDasharray", ".chart .dashed > rect")
    assert float(dashed.split("px")[0]) > 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_reach_the_chart(scheme, opened):
    shown = opened(color_scheme=scheme, forced_colors="active")
    ground, text = (shown.get(f"getComputedStyle(e).{one}") for one in ("backgroundColor", "color"))
    assert ground != text
    for selector in (".chart .party > rect", ".chart .company > rect", ".chart .facility > rect"):
        assert shown.get("getComputedStyle(e).fill", selector) == ground
    for selector in (
        ".chart .company > rect",
        ".chart .sign > path",
        ".chart .dotted > path:not(.hit)",
    ):
        assert shown.get("getComputedStyle(e).stroke", selector) == text
    assert shown.get("getComputedStyle(e).fill", ".chart text") == text


def test_a_choice_is_seen_with_forced_colours(opened):
    shown = opened(forced_colors="active")
    line = row(IMPLIED)
    shown.click(f"{line} .cite")
    style = "getComputedStyle(e).outlineStyle"
    assert shown.get(style, line) == "solid"
    assert shown.get(style, row("/joint_ventures/0/stakes/0")) == "none"
    ground = "getComputedStyle(e).backgroundColor"
    pressed, other = (f"#sides [aria-pressed={value}]" for value in ("true", "false"))
    assert shown.get(ground, pressed) != shown.get(ground, other)
    colour = "getComputedStyle(e).color"
    assert shown.get(colour, "main .sign") == shown.get(colour)


def test_words_of_a_chart_can_be_read_on_a_phone(opened):
    shown = opened(viewport=PHONE)
    drawn = shown.all(".chart svg")[0].bounding_box()["width"]
    assert drawn == shown.get("e.viewBox.baseVal.width", ".chart svg")


def test_the_sheet_covers_no_part_of_the_line(opened):
    shown = opened(viewport=PHONE)
    for address in (IMPLIED, "/terms/0", "/caveats/2"):
        shown.click(f"{row(address)} .cite")
        box = shown.all(row(address))[0].bounding_box()
        assert box["y"] + box["height"] <= shown.place("#panel")


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_it_prints_on_two_sheets(size, opened):
    shown = opened()
    shown.click(f"{row(IMPLIED)} .cite")
    shown.page.emulate_media(color_scheme="dark")
    printed = shown.page.pdf(format=size)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2


def test_it_prints_with_one_legend(opened):
    shown = opened()
    shown.page.emulate_media(media="print")
    for words in ("planned", "implied or not stated", "not yet a fact", "paragraph of the source"):
        legends = [
            one
            for one in shown.visible(".legend li, .chart svg > text, .chart .key text")
            if words in fold(one.text_content())
        ]
        assert len(legends) == 1


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
    assert not shown.all("img, script:not(body > script)")
