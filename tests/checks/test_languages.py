"""Texts in languages that the checks cannot read: nothing false is found, nothing looks clean."""

import pytest
from checking import file_of
from reading import HEAD

from dealcli.check_result import Coverage
from dealcli.checks import registry, sources
from dealcli.index import DealIndex
from dealcli.language import packs
from dealcli.loading import load
from dealcli.renderers.diagnostics import conclusion

LANGUAGE = "/sources/0/language"

GERMAN = (
    "Hallwang AG und Torfmoor GmbH wollen gemeinsam ein Werk für Ventile errichten. Hallwang soll "
    "60 Prozent der Anteile halten, Torfmoor 40 Prozent. Die Unternehmen planen, im Jahr 2027 mit "
    "dem Bau zu beginnen, sofern die Behörden zustimmen."
)
CHINESE = (
    "西林集团与北湖股份计划共同成立一家合资公司。"
    "西林集团将持有60%的股权,北湖股份将持有40%。"
    "该项目需获得有关部门的批准。"
)
ENGLISH = (
    "Alder and Birch plan to form a venture, and the company will be held by both of them equally."
)

DEALS = {
    "German": (
        GERMAN,
        """\
parties:
- {id: h, name: Hallwang AG, quote: Hallwang AG und Torfmoor GmbH}
- {id: t, name: Torfmoor GmbH, quote: Hallwang AG und Torfmoor GmbH}
joint_ventures:
- id: v
  name: Ventilwerk
  firmness: planned
  quote: wollen gemeinsam ein Werk für Ventile errichten.
  stakes:
  - {holder: h, percent: 60, basis: stated, firmness: planned, quote: Hallwang soll 60 Prozent}
  - {holder: t, percent: 40, basis: stated, firmness: planned, quote: Torfmoor 40 Prozent.}
facilities:
- id: f
  name: Werk
  venture: v
  firmness: planned
  quote:
  - wollen gemeinsam ein Werk für Ventile errichten.
  - im Jahr 2027 mit dem Bau zu beginnen
  milestones: [{event: Baubeginn, when: 2027, quote: im Jahr 2027 mit dem Bau zu beginnen}]
""",
    ),
    "Chinese": (
        CHINESE,
        """\
parties:
- {id: x, name: 西林集团, quote: {exact: 西林集团, suffix: 与}}
- {id: b, name: 北湖股份, quote: {exact: 北湖股份, suffix: 计}}
joint_ventures:
- id: v
  name: 合资公司
  firmness: planned
  quote: 计划共同成立一家合资公司
  stakes:
  - {holder: x, percent: 60, basis: stated, firmness: planned, quote: 将持有60%}
  - {holder: b, percent: 40, basis: stated, firmness: planned, quote: 将持有40%}
""",
    ),
}


def found_in(deal, text):
    return [(issue.severity, issue.code) for issue in registry.check(file_of(deal, text)).issues]


@pytest.mark.parametrize(("text", "deal"), DEALS.values(), ids=DEALS)
def test_a_firmer_file_never_has_fewer_issues(text, deal):
    honest = found_in(deal, text)
    assert "planned" in deal
    assert len(found_in(deal.replace("planned", "stated"), text)) >= len(honest)
    assert [code for severity, code in honest if severity == "error"] == []
    assert honest.count(("warning", "unsupported-language")) == 1


@pytest.mark.parametrize(("text", "deal"), DEALS.values(), ids=DEALS)
def test_what_needs_no_words_is_checked_nevertheless(text, deal):
    wrong = deal.replace("percent: 60", "percent: 70").replace("holder: t", "holder: z")
    codes = [code for _, code in found_in(wrong.replace("exact: ", "exact: x"), text)]
    assert "wrong-sum" in codes
    assert ("quote-not-found" in codes) is ("exact" in deal)
    assert ("unknown-id" in codes) is ("holder: t" in deal)


@pytest.mark.parametrize(("text", "deal"), DEALS.values(), ids=DEALS)
def test_the_closing_line_does_not_look_clean(text, deal):
    result = registry.check(file_of(deal, text))
    assert "NOT VERIFIED: 100% of the words are in a language" in conclusion(result)


def test_a_part_of_the_words_may_be_readable():
    deal = (
        "sources:\n- {id: one, title: One}\n- {id: two, title: Two}\n"
        "aims: [{text: T, firmness: stated, quote: Alder and Birch plan}]\n"
    )
    result = registry.check(file_of(deal, ENGLISH, GERMAN))
    assert isinstance(result.coverage, Coverage)
    assert 0 < result.coverage.unread_words < result.coverage.words
    assert ("error", "too-firm") in [(issue.severity, issue.code) for issue in result.issues]


@pytest.mark.parametrize(("tag", "addresses"), [("en", []), ("en-GB", []), ("de", [LANGUAGE])])
def test_the_key_decides_before_the_words(tag, addresses, tmp_path):
    (tmp_path / "one.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "deal.yaml").write_text(
        f"{HEAD}sources:\n- {{id: one, title: One, file: one.txt, language: {tag}}}\n",
        encoding="utf-8",
    )
    index = DealIndex(load(str(tmp_path / "deal.yaml")))
    assert [issue.address for issue in sources.language(index)] == addresses


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (ENGLISH, "en"),
        ("Alder buys Birch.", "en"),
        ("", "en"),
        (GERMAN, None),
        (CHINESE, None),
        (CHINESE[:12], None),
        ("1 2 3", "en"),
    ],
)
def test_the_language_of_a_text(text, tag):
    language = packs.recognised(text)
    assert (language and language.tag) == tag


def test_a_tag_without_a_pack():
    assert packs.tagged("de") is None
    assert packs.tagged("EN-us") is packs.tagged("en")
