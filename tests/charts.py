"""Charts to draw: those of every deal, one that would rather be code, and any at all."""

from generating import TEXTS, everything
from hypothesis import strategies as st
from reading import HEAD, read
from running import DEALS, ROOT, deal
from viewing import Given

from dealcli.index import DealIndex
from dealcli.loading import load
from dealcli.report import MARKS, Box, Chart, Citation, Link, Run
from dealcli.views.chart import chart

NASTY = (
    '"quoted" [a] {b} (c) <script>alert(1)</script>',
    "--> ==> --- -.- | end ; click n1 href %%{init}%% %% # subgraph",
    '\\N \\l \\" \\\\ C:\\new &amp; &lt; #35; #quot;',
    "`**bold** _it_` 1. first\n- second\n$$x^2$$ fa:fa-car <!-- c --> ]]> &#x41;",
    "\x1b[31m\u202eevil\u2066 \ufffe \x00 \u200b",
    "山茱萸電池科技股份有限公司 🔋👩\u200d🔬🇩🇪 חברת הערבה الشركة e\u0301",
    "end",
    "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
)


def _hostile() -> Chart:
    kinds = ("party", "company", "facility")
    boxes = tuple(
        Box(f"b{number}", kinds[number % 3], text, ((Run(text, "dim"),),), "planned")
        for number, text in enumerate(NASTY)
    )
    links = tuple(
        Link(
            f"b{number}",
            f"b{(number * 3 + 1) % len(NASTY)}",
            ("share", "flow", "facility")[number % 3],
            (Run(text), Run(text, "implied")),
            number % 2 == 0,
            "stated",
            Citation("found", (1, 2)),
        )
        for number, text in enumerate(NASTY)
    )
    return Chart("", NASTY[0] + NASTY[1], boxes, links)


def _of(file) -> list[Chart]:
    found = chart(DealIndex(file), file.deal)
    return [found] if found else []


BROKEN = """
parties: [{id: a, name: A}, {id: a, name: Again, parent: a}, {id: c, name: C, parent: d},
  {id: d, name: D, parent: c}]
joint_ventures:
- {id: a, name: V, stakes: [{holder: nobody}, {holder: a}, {holder: a, class: other}]}
- {id: a, name: W, stakes: [{holder: c, percent: 5}]}
holdings: [{in: c, holder: d}, {in: d, holder: c}, {in: gone, holder: gone}]
facilities: [{id: f, name: F, venture: lost}, {id: f, name: G, owner: f}, {id: h, name: H},
  {id: i, name: I, venture: a, owner: c}]
terms: [{id: t, kind: supply, from: [a, c, f], to: [c, nowhere], what: things},
  {id: u, kind: supply, from: a, to: a}]
"""

PATHS = {"deal": "data/deal.yaml"} | {name: deal(name) for name in DEALS}
CHARTS: dict[str, Chart] = {
    name: found for name, path in PATHS.items() for found in _of(load(str(ROOT / path)))
}
CHARTS["hostile"] = _hostile()
CHARTS["broken"], CHARTS["every record"] = (
    _of(Given(each))[0] for each in (read(HEAD + BROKEN), everything())
)

_TEXT = TEXTS.map(lambda text: (Run(text),))
_CITATIONS = st.none() | st.builds(Citation, st.just("found"), st.just((1, 4)))


@st.composite
def any_chart(draw: st.DrawFn) -> Chart:
    """Any chart of a few boxes with any links between them."""
    count = draw(st.integers(1, 8))
    boxes = [
        Box(
            f"b{number}",
            draw(st.sampled_from(["party", "company", "facility"])),
            draw(TEXTS),
            tuple(draw(st.lists(_TEXT, max_size=2))),
            draw(st.sampled_from(["", *MARKS])),
            draw(_CITATIONS),
        )
        for number in range(count)
    ]
    ends = st.sampled_from([box.id for box in boxes])
    links = st.builds(
        Link,
        ends,
        ends,
        st.sampled_from(["share", "share", "facility", "flow"]),
        st.just(()) | _TEXT,
        st.booleans(),
        st.sampled_from(["", *MARKS]),
        _CITATIONS,
    )
    return Chart("", draw(TEXTS), tuple(boxes), tuple(draw(st.lists(links, max_size=12))))
