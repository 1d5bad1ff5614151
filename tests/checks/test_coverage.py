"""Coverage: what of a source nothing quotes is told, where it stands in the source's own file."""

import pytest
from checking import file_of, found, index_of, issues, the_issue

from dealcli.accounting import sentences, words
from dealcli.check_result import Coverage
from dealcli.checks import coverage
from dealcli.checks.registry import check
from dealcli.index import DealIndex
from dealcli.issues import Place

RELEASE = "Alpha sells cells. Beta plans to buy them!\n\nFor more, see alpha.com"
QUOTED = (
    "aims:\n- {text: T, quote: Alpha sells cells.}\n- {text: T, quote: Beta plans to buy them!}\n"
)
ASIDE = "set_aside: [{quote: 'For more, see alpha.com', why: contact}]\n"


def uses(text, *releases):
    index = index_of(text, *releases)
    return [
        [(source.release.folded[span.start : span.end], use) for span, use in one.segments]
        for source in index.file.texts.values()
        for one in sentences(index, source)
    ]


def test_a_sentence_is_quoted_set_aside_or_unaccounted_for():
    text = "aims: [{text: T, quote: Alpha sells cells.}]\n" + ASIDE
    index = index_of(text, RELEASE)
    (source,) = index.file.texts.values()
    assert [one.use for one in sentences(index, source)] == ["quoted", "unaccounted", "set-aside"]
    assert [one.span.first for one in sentences(index, source)] == [1, 1, 2]


def test_a_source_without_a_text_has_no_sentences():
    index = index_of("sources: [{id: a, title: A}]\n")
    assert sentences(index, index.file.texts["a"]) == ()


def test_a_sentence_falls_into_stretches():
    text = "aims: [{text: T, quote: plans to}]\nset_aside: [{quote: Alpha sells, why: w}]\n"
    assert uses(text, RELEASE) == [
        [("Alpha sells ", "set-aside"), ("cells.", "unaccounted")],
        [("Beta ", "unaccounted"), ("plans to ", "quoted"), ("buy them!", "unaccounted")],
        [("For more, see alpha.com", "unaccounted")],
    ]


def test_what_is_quoted_is_quoted_even_where_it_is_set_aside():
    text = "set_aside: [{quote: Alpha sells cells., why: w}]\naims: [{text: T, quote: sells}]\n"
    assert uses(text, "Alpha sells cells.") == [
        [("Alpha ", "set-aside"), ("sells ", "quoted"), ("cells.", "set-aside")]
    ]


def test_a_sentence_that_is_quoted_in_part_is_quoted():
    index = index_of(
        "set_aside: [{quote: Alpha, why: w}]\naims: [{text: T, quote: cells.}]\n",
        "Alpha sells cells.",
    )
    (source,) = index.file.texts.values()
    assert [one.use for one in sentences(index, source)] == ["quoted"]


def test_a_quote_covers_only_its_own_source():
    text = (
        "sources: [{id: a, title: A}, {id: b, title: B}]\n"
        "aims: [{text: T, quote: {exact: Alpha sells., source: b}}]\n"
    )
    told = uses(text, "Alpha sells.", "Alpha sells.")
    assert told == [[("Alpha sells.", "unaccounted")], [("Alpha sells.", "quoted")]]


def test_a_sentence_without_a_word_is_counted_by_its_signs():
    assert uses("aims: [{text: T, quote: '***'}]\n", "Alpha sells.\n\n***\n\n+++") == [
        [("Alpha sells.", "unaccounted")],
        [("***", "quoted")],
        [("+++", "unaccounted")],
    ]


def test_words_are_counted():
    index = index_of(QUOTED, RELEASE)
    (source,) = index.file.texts.values()
    counted = [words(source.release, one.span) for one in sentences(index, source)]
    assert counted == [3, 5, 5]


def test_all_of_a_source_accounted_for():
    assert found(coverage, QUOTED + ASIDE, RELEASE) == []


def test_a_sentence_that_nothing_accounts_for():
    issue = the_issue(coverage, "aims: [{text: T, quote: Alpha sells cells.}]\n" + ASIDE, RELEASE)
    assert (issue.code, issue.severity) == ("unaccounted", "warning")
    assert issue.message == 'no record quotes this sentence of ¶1: "Beta plans to buy them!"'
    assert issue.hint == ("quote it in a record, or list it under set_aside with 'quote' and 'why'")
    assert issue.address == "/sources/0"
    assert issue.place == Place(1, 20, 23)
    assert issue.excerpt == "Alpha sells cells. Beta plans to buy them!"


def test_a_sentence_amid_others_is_pointed_at_alone():
    text = "aims: [{text: T, quote: [First., Last.]}]\n"
    issue = the_issue(coverage, text, "First. Amid them. Last.")
    assert issue.place == Place(1, 8, 10)


def test_a_hedge_that_is_left_out():
    text = "aims: [{text: T, quote: Alpha sells cells}]\n"
    issue = the_issue(coverage, text, "Alpha sells cells, subject to approval.")
    assert (issue.code, issue.severity) == ("left-out-hedge", "warning")
    assert issue.message == 'this sentence of ¶1 is quoted without "subject to"'
    assert issue.hint == "quote the hedge with what it hedges"
    assert issue.address == "/sources/0"
    assert issue.place == Place(1, 20, 20)


@pytest.mark.parametrize(
    ("release", "told"),
    [
        ("Alpha sells cells, and coal.", []),
        ("Alpha sells cells, if asked, where it may.", ["may"]),
        ("Alpha sells cells. It may not.", []),
        ("If so, Alpha sells cells, it hopes.", ["If", "hopes"]),
    ],
)
def test_which_hedge_is_left_out(release, told):
    text = "aims: [{text: T, quote: Alpha sells cells}]\n"
    codes = [each for each in issues(coverage, text, release) if each.code == "left-out-hedge"]
    assert [each.message.rpartition("without ")[2].strip('"') for each in codes] == told


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_place_is_in_the_file_as_it_is(end):
    release = f"First one.{end}{end}  Alpha{end}sells  cells.{end}"
    first, second = issues(coverage, "", "x"), issues(coverage, "parties: []\n", release)
    assert [(each.place, each.excerpt) for each in second] == [
        (Place(1, 1, 10), "First one."),
        (Place(3, 3, 5), "  Alpha"),
    ]
    assert [each.place for each in first] == [Place(1, 1, 1)]


def test_the_file_is_named_from_where_the_program_runs(tmp_path):
    file = file_of("sources: [{id: a, title: A, file: ../b/r.txt}]\n", "Alpha.", folder="x/y")
    (finding,) = coverage.unaccounted(DealIndex(file))
    assert finding.file.replace("\\", "/") == "x/b/r.txt"


class TestCheck:
    def test_what_was_looked_at(self):
        text = "aims: [{text: Alpha, quote: Alpha sells cells.}]\n" + ASIDE
        result = check(file_of(text, RELEASE))
        assert result.coverage == Coverage(
            records=2,
            quotes=2,
            found=2,
            sentences=3,
            accounted=2,
            words=13,
            quoted_words=3,
            aside_words=5,
        )
        assert result.about == {"format": 1, "id": "a-deal", "title": "A deal"}
        assert result.file == "deal.yaml"

    def test_a_quote_that_stands_twice_or_nowhere_is_not_found(self):
        text = "aims: [{text: T, quote: [Alpha, Gamma, Beta]}]\n"
        counts = check(file_of(text, "Alpha and Alpha. Beta.")).coverage
        assert (counts.quotes, counts.found) == (3, 1)

    def test_a_quote_without_a_text_is_not_found(self):
        counts = check(file_of("sources: [{id: a, title: A, quote: Alpha}]\n")).coverage
        assert (counts.quotes, counts.found, counts.sentences) == (1, 0, 0)

    def test_sources_are_counted_together(self):
        text = "sources: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]\n"
        counts = check(file_of(text, "One two.", "Three. Four five.")).coverage
        assert (counts.sentences, counts.accounted, counts.words) == (3, 0, 5)
        assert (counts.quoted_words, counts.aside_words, counts.records) == (0, 0, 3)

    def test_issues_are_by_place_the_deal_files_before_a_sources(self):
        text = (
            "aims:\n- {text: T, party: beta, quote: Gamma}\n- {text: 'In 5', quote: Alpha sells}\n"
            "sources: [{id: a, title: A, file: r.txt}]\n"
        )
        told = [
            (each.file, each.place.line, each.code)
            for each in check(file_of(text, "Alpha sells. So it goes.")).issues
        ]
        assert told == [
            ("", 5, "unknown-id"),
            ("", 5, "quote-not-found"),
            ("", 6, "ungrounded-text"),
            ("r.txt", 1, "unaccounted"),
        ]

    def test_an_issue_is_told_once(self):
        text = "aims: [{text: T, quote: [Gamma, Gamma]}]\n"
        result = check(file_of(text, "Alpha."))
        assert len(result.issues) == len(set(result.issues))
        assert result.count("error") == 2


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Alpha nor Beta is obliged to buy", ["Neither"]),
        ("Neither Alpha nor Beta is obliged to buy", []),
        ("but Gamma sells them.", []),
    ],
)
def test_a_negation_of_quoted_words_is_quoted_with_them(quote, expected):
    release = "Neither Alpha nor Beta is obliged to buy, but Gamma sells them."
    found_ = issues(coverage, f"aims: [{{text: T, quote: '{quote}'}}]\n", release)
    assert [
        issue.message.partition('"')[2].rstrip('"')
        for issue in found_
        if issue.code == "left-out-hedge"
    ] == expected
    assert all(
        issue.hint == "quote the negation with what it denies"
        for issue in found_
        if issue.code == "left-out-hedge"
    )
