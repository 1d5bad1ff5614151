"""The words of a language are in `language/`: what reads and checks texts has none of its own."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest
from running import ROOT

from dealcli import model
from dealcli.language import packs
from dealcli.language.en import ENGLISH
from dealcli.language.pack import Language
from dealcli.language.phrases import last_words

SOURCE = ROOT / "src" / "dealcli"
MODULES = sorted(
    [
        *(SOURCE / "checks").glob("*.py"),
        *(SOURCE / "reading").glob("*.py"),
        *(SOURCE / f"{name}.py" for name in ("release", "accounting", "searching", "index")),
    ]
)
NOT_LITERAL = re.compile(
    r"\(\?P[<=]\w+[>)]"  # names of groups
    r"|\(\?[a-z]*(?:-[a-z]+)?[:)]"  # flags
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]"  # classes of characters
    r"|\\(?:x..|u....|N\{[^}]*\}|.)",
    re.DOTALL,
)
"""What has letters in an expression and matches no letter, or any of several."""
WORD = re.compile(r"[^\W\d_]{2,}")
ADDRESSES = {"https", "www"}
"""What an address of the web has in any language."""
LABELS = {
    "accounting.py": {"quoted", "unaccounted"},
    "checks/coverage.py": {"quoted", "unaccounted"},
    "checks/sides.py": {"stake"},
    "index.py": {"Words"},
    "reading/boilerplate.py": {"dateline", "heading", "residue"},
    "reading/candidates.py": {"heading", "residue"},
    "reading/listings.py": {"quoted"},
    "reading/dates.py": {
        "day",
        "decade",
        "month",
        "number",
        "ordinal",
        "quarter",
        "season",
        "short",
    },
    "reading/figures.py": {"duration", "relative"},
    "reading/participation.py": {"dateline", "heading", "residue"},
    "reading/roles.py": {"gives"},
    "reading/shares.py": {"majority", "minority", "ownership", "whole"},
    "reading/times.py": {"alone", "duration", "month", "relative"},
}
"""By module, the names of its own values and of groups in its expressions; no text has them."""
LOOKED_UP = (
    "bounds_before",
    "time_bounds_before",
    "company_forms",
    "belongs",
    "fiscal",
    "institutions",
    "not_ownership",
    "ownership",
    "things",
)
"""Lists of phrases whose last words are looked up as they are."""
SIGNS = re.compile(r"[$€£¥₩₹]")


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def constants(node: ast.AST) -> Iterator[str]:
    """The text in a node: constants and the fixed parts of f-strings, but for keys of mappings."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, ast.Subscript):
        yield from constants(node.value)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from constants(value)
    else:
        for child in ast.iter_child_nodes(node):
            yield from constants(child)


def is_expression(node: ast.AST) -> bool:
    """Whether a node is a call of `re`, or text that only a regular expression has."""
    if isinstance(node, ast.Call):
        function = node.func
        return isinstance(function, ast.Attribute) and ast.unparse(function.value) == "re"
    if isinstance(node, ast.JoinedStr | ast.Constant):
        return any("\\" in text.replace("\n", "") or "(?" in text for text in constants(node))
    return False


def undocumented(tree: ast.Module) -> Iterator[ast.AST]:
    """Every node but docstrings."""
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        yield node
        pending += (
            child
            for child in ast.iter_child_nodes(node)
            if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant))
        )


def words_in_expressions(tree: ast.Module) -> set[str]:
    """The words that the regular expressions of a module match letter by letter."""
    return {
        word
        for node in undocumented(tree)
        if is_expression(node)
        for text in constants(node)
        for word in WORD.findall(NOT_LITERAL.sub(" ", text))
    }


def words_compared(tree: ast.Module) -> set[str]:
    """The words in the collections and the comparisons of a module."""
    found: list[ast.AST | None] = []
    for node in undocumented(tree):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            found += node.elts
        elif isinstance(node, ast.Dict):
            found += node.keys
        elif isinstance(node, ast.Compare):
            found += [node.left, *node.comparators]
    return {
        each.value
        for each in found
        if isinstance(each, ast.Constant)
        and isinstance(each.value, str)
        and WORD.fullmatch(each.value)
    }


@cache
def words_of_deals() -> frozenset[str]:
    """The keys and the words of the deal file, and the names of the lists of a language."""
    literals = [get_args(value) for value in vars(model).values() if get_origin(value) is Literal]
    keys = [model.meanings_of(part) for part in model.parts()]
    lists = [ENGLISH.headings, ENGLISH.bounds_before, ENGLISH.time_bounds_before, ENGLISH.horizons]
    return frozenset(chain(*literals, *keys, *lists))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_regular_expression_has_a_word(path: Path):
    assert words_in_expressions(parsed(path)) - ADDRESSES == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_text_is_compared_with_a_word(path: Path):
    found = words_compared(parsed(path)) - words_of_deals()
    assert found == LABELS.get(name_of(path), set())


def test_the_signs_of_money_are_together_in_one_place():
    found = [
        name_of(path)
        for path in sorted(SOURCE.rglob("*.py"))
        for node in undocumented(parsed(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and len(set(SIGNS.findall(node.value))) > 1
    ]
    assert found == ["language/signs.py"]


@pytest.mark.parametrize("language", packs.known(), ids=lambda language: language.tag)
@pytest.mark.parametrize("name", LOOKED_UP)
def test_a_word_that_is_looked_up_has_no_open_ending(name: str, language: Language):
    lists = getattr(language, name)
    phrases = chain(*lists.values()) if isinstance(lists, dict) else lists
    assert [word for word in last_words(phrases) if word.endswith("*")] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (r"re.compile(rf'(?<!\w)(?:in|by) {x}')", {"in", "by"}),
        (r"re.search('from', text)", {"from"}),
        (r"part = r'\d+ tons'", {"tons"}),
        (r"re.compile('of' + x, re.IGNORECASE)", {"of"}),
        (r"re.compile(r'(?P<day>\d)(?P=day)(?i:[a-z]{2,4})(?-i:s)\bx\Z')", set()),
        (r"re.compile(group(x['about']))", set()),
        ("hint = 'say which'", set()),
    ],
)
def test_words_of_expressions_are_found(code: str, found: set[str]):
    assert words_in_expressions(ast.parse(code)) == found


@pytest.mark.parametrize(
    "code",
    [
        "x = ('will', 'A', 'to be')",
        "x = {'will': 1}",
        "x = frozenset(['will'])",
        "if word == 'will': pass",
        "if 'will' in text: pass",
    ],
)
def test_words_that_are_compared_are_found(code: str):
    assert words_compared(ast.parse(code)) == {"will"}
