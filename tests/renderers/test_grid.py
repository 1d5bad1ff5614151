"""Text folded to a width: as Rich folds it, only faster."""

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from dealcli.renderers.grid import folded

CONSOLE = Console(file=io.StringIO(), width=80)
WORDS = st.lists(
    st.sampled_from(["a", "bb", "dddddd", "eeeeeeeeeeeee", " ", "   ", "山茱萸", "é", "\\x1b"]),
    min_size=1,
    max_size=30,
)


@given(WORDS | st.lists(st.text(st.characters(exclude_categories=["C", "Z"]))), st.integers(2, 12))
def test_a_text_is_parted_as_rich_parts_it(words, width):
    text = f"x{' '.join(words)}x"
    wanted = Text(text, overflow="fold").wrap(CONSOLE, width, overflow="fold")
    assert [line.rstrip() for line in folded(text, width)] == [
        line.plain.rstrip() for line in wanted
    ]


@given(WORDS, st.integers(2, 12))
def test_nothing_is_lost(words, width):
    text = f"x{' '.join(words)}x"
    assert "".join("".join(folded(text, width)).split()) == "".join(text.split())
