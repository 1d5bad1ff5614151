"""Every command, as it prints: compared with what was printed and read before."""

import pytest
from running import DEALS, IN_COLOUR, deal, in_terminal, shown

from dealcli.commands import PARTS

PAGES = {name: (name,) for name in PARTS} | {
    "source": ("source",),
    "source of a venture": ("source", "pack-venture"),
    "source of a stake": ("source", "/joint_ventures/1/stakes/0"),
    "check": ("check", "data/deal.yaml"),
    "jv of kandi": ("jv", "--who", "kandi"),
    "jv of cbak": ("jv", "--who", "cbak"),
    "near-term facilities": ("facilities", "--horizon", "near-term"),
}
WIDTHS = (40, 80, 120)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_pipe(page, columns, plain):
    assert shown(*PAGES[page], columns=columns) == plain


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_terminal(page, columns, painted):
    assert shown(*PAGES[page], columns=columns, **IN_COLOUR) == painted


@pytest.mark.parametrize("page", PAGES)
def test_json(page, document):
    assert shown(*PAGES[page], "--json") == document


@pytest.mark.parametrize("command", ["summary", "chart", "jv"])
@pytest.mark.parametrize("name", DEALS)
def test_deal(name, command, plain):
    assert shown(command, deal(name), columns=100) == plain


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("page", ["summary", "jv of kandi"])
def test_a_real_terminal_gets_the_same_page(page, columns):
    """As wide as the terminal is, without being told by a variable."""
    result = in_terminal(*PAGES[page], columns=columns)
    assert result == (0, shown(*PAGES[page], columns=columns, **IN_COLOUR), "")
