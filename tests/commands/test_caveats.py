"""`dealcli caveats`: of whole deals, or those about some records."""

import json

import pytest
from running import deal, refused, run, shown

BUNDLED = "data/deal.yaml"


def of(*arguments: str) -> tuple[list[dict], list[dict]]:
    """The caveats and the open questions that are printed."""
    document = json.loads(shown("caveats", *arguments, "--json"))
    return document["caveats"], document["open_questions"]


@pytest.mark.parametrize("arguments", [("us-cells",), (BUNDLED, "us-cells"), ("us-cells", BUNDLED)])
def test_what_is_about_a_record_or_the_whole_deal(arguments):
    caveats, questions = of(*arguments)
    whole = of(BUNDLED)
    for one in whole[0]:
        applies = one.get("applies_to", [])
        assert (one in caveats) == (not applies or "us-cells" in applies)
    for one in whole[1]:
        about = one.get("about", [])
        assert (one in questions) == (not about or "us-cells" in about)
    assert 0 < len(caveats) < len(whole[0])
    assert 0 < len(questions) < len(whole[1])


def test_a_caveat_by_its_own_id():
    assert "most-likely" in [one["id"] for one in of("most-likely")[0]]
    assert "most-likely" not in [one["id"] for one in of("us-cells")[0]]


def test_two_records():
    both = of("us-cells", "sea-cells")[0]
    assert all(one in both for record in ("us-cells", "sea-cells") for one in of(record)[0])


def test_a_record_with_a_party():
    caveats, _ = of("us-cells", "--who", "kandi")
    assert all(one in of("us-cells")[0] and one in of("--who", "kandi")[0] for one in caveats)


def test_a_record_that_there_is_not():
    assert refused("caveats", "us-cell") == (
        "dealcli: no file 'us-cell', and no record 'us-cell' in cbak-kandi-2025; "
        "did you mean 'us-cells'?\n"
    )
    assert "`dealcli source` shows them all" in refused("caveats", "zzzzzzzz")
    assert "cannot read 'us-cells.yaml'" in refused("caveats", "us-cells.yaml")


def test_a_file_goes_before_a_record():
    result = run("caveats", "data", "us-cells")
    assert (result.code, result.out) == (0, shown("caveats", BUNDLED, "us-cells"))


def test_a_record_without_caveats():
    assert "no caveat" in shown("caveats", deal("bare"))


def test_none_on_a_record_does_not_mean_none_in_the_deal(tmp_path):
    path = tmp_path / "deal.yaml"
    path.write_text(
        "{format: 1, id: a, title: T, parties: [{id: x, name: X}, {id: y, name: Y}], "
        "open_questions: [{text: Q, about: [y]}]}"
    )
    assert "a has no caveat or open question on the records" in shown("caveats", str(path), "x")
