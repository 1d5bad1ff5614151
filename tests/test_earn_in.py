"""The invented earn-in: it checks as right, and each of its values, changed, does not."""

import json

import pytest
from running import ROOT, deal, run

DEAL = (ROOT / deal("quill-lake")).read_text(encoding="utf-8")
SALE = """\
    holder: {}
    percent: 9.9
    basis: stated
    class: common shares
    from: {}
"""
LIES = [
    ("kind: option", "kind: supply", "unsupported-word"),
    ("kind: option", "kind: merger", "unsupported-word"),
    ("kind: option", "kind: disposal", "unsupported-word"),
    ("stage: option\nquote", "stage: term-sheet\nquote", "unsupported-word"),
    ("stage: option\nquote", "stage: conditional\nquote", "unsupported-word"),
    ("retrieved: 2031-05-07", "retrieved: 2031-05-05", "wrong-order"),
    ("affiliate_of: marlowe", "affiliate_of: oldmoor", "party-not-named"),
    ("affiliate_of: marlowe", "affiliate_of: averland-milling", "circular-parent"),
    ("operator: cinder-ridge", "operator: marlowe", "party-not-named"),
    ("operator: averland-milling", "operator: marlowe", "party-not-named"),
    ("operator: averland-milling", "operator: mill", "wrong-kind"),
    ("inputs: ore", "inputs: coal", "ungrounded-name"),
    ("about: 12000", "about: 21000", "ungrounded-number"),
    ("about: 12000", "exact: 12000", "wrong-bound"),
    ("from: cinder-ridge", "from: oldmoor", "party-not-named"),
    ("from: cinder-ridge", "from: marlowe", "same-party"),
    (SALE.format("marlowe", "oldmoor"), SALE.format("oldmoor", "marlowe"), "wrong-side"),
    ("from: oldmoor", "from: averland", "unknown-id"),
    ("price: {exact: 4,", "price: {exact: 5,", "ungrounded-number"),
    ("price: {exact: 6.1, unit: C$ million}", "price: {exact: 6.1, unit: €}", "wrong-unit"),
    ("when: {by: 2031-06-30}", "when: {by: 2031-07-30}", "ungrounded-date"),
    ("when: {by: 2031-06-30}", "when: 2031-06-30", "wrong-bound"),
    ("when: 2031-05-02", "when: 2031-05-03", "ungrounded-date"),
    ("by: 2033-12-31", "by: 2030-12-31", "ungrounded-date"),
    (
        "            because: An additional 24% interest after the total of 51%.\n",
        "",
        "ungrounded-number",
    ),
    ("because: An additional 24%", "because: An additional 34%", "ungrounded-text"),
    ("percent: 75", "percent: 76", "wrong-sum"),
]
"""A piece of the file, what it is changed to, and the code of what is found there."""


def codes(text: str, folder) -> set[str]:
    """The codes of what `check` finds in a deal file, with the text of its source beside it."""
    source = "quill-lake.txt"
    (folder / source).write_bytes((ROOT / "tests" / "deals" / source).read_bytes())
    (folder / "deal.yaml").write_text(text, encoding="utf-8")
    printed = run("check", "--json", str(folder / "deal.yaml")).out
    return {problem["code"] for problem in json.loads(printed)["problems"]}


def test_the_deal_is_right():
    done = run("check", "--strict", deal("quill-lake"))
    assert (done.code, done.err) == (0, ""), done.out


@pytest.mark.parametrize(("right", "wrong", "code"), LIES)
def test_a_changed_value_is_found(right, wrong, code, tmp_path):
    assert DEAL.count(right) == 1
    assert code in codes(DEAL.replace(right, wrong), tmp_path)
    assert code not in codes(DEAL, tmp_path)
