"""Every record that claims something has a quote, and it stands in its source, once."""

import pytest
from checking import found, issues, marked, the_issue

from dealcli.checks import quotes

RELEASE = """\
Alpha and Beta announced a partnership today.

Alpha will hold a 90% equity stake in the venture, and Beta the rest. Alpha will lead.
"""


def party(quote: str) -> str:
    return f"parties:\n- id: alpha\n  name: Alpha\n  quote: {quote}\n"


def question(quote: str) -> str:
    return f"open_questions:\n- text: When\n  quote: {quote}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("parties:\n- {id: a, name: A}\n", ["/parties/0"]),
        ("parties:\n- {id: a, name: A, quote: Alpha and Beta}\n", []),
        ("joint_ventures:\n- {id: v, name: V, stakes: [{holder: a}]}\n", ["", "/stakes/0"]),
        ("market:\n- {what: Demand, points: [{year: 2030, amount: 5}]}\n", ["", "/points/0"]),
        ("facilities:\n- {id: f, name: F, capacity: [{about: 5}, 6]}\n", ["", "/capacity/0"]),
        ("open_questions:\n- text: When\n", []),
        ("stage: announced\n", [""]),
        ("kind: financing\n", [""]),
        ("announced: 2025-04-14\n", [""]),
        ("stage: announced\nquote: Alpha and Beta\n", []),
        ("note: Only a remark\n", []),
        ("sources:\n- {id: r, title: R}\n", []),
        ("sources:\n- {id: r, title: R, publisher: WIRE}\n", ["/sources/0"]),
        ("sources:\n- {id: r, title: R, place: DALIAN}\n", ["/sources/0"]),
        ("sources:\n- {id: r, title: R, published: 2025-04-14}\n", ["/sources/0"]),
        ("sources:\n- {id: r, title: R, place: Beta, quote: Alpha and Beta}\n", []),
    ],
)
def test_a_record_that_claims_something_has_a_quote(text, told):
    key = text.partition(":")[0]
    within = f"/{key}/0" if key in ("joint_ventures", "market", "facilities") else ""
    assert found(quotes, text, RELEASE) == [("no-quote", f"{within}{one}") for one in told]


def test_without_a_text_there_is_nothing_to_quote():
    assert found(quotes, "parties:\n- {id: a, name: A}\n") == []


def test_a_record_without_a_quote_in_words():
    issue = the_issue(quotes, "joint_ventures:\n- {id: v, name: V}\n", RELEASE)
    assert issue.message == "a joint venture that rests on no words of the source"
    assert issue.hint == "add a line 'quote: ...' with the words that say so"


@pytest.mark.parametrize(
    "quote",
    [
        "Alpha and Beta announced",
        "today. Alpha will hold a 90% equity stake",
        "{exact: Alpha will, suffix: lead}",
        "{exact: Alpha, prefix: rest.}",
        "{exact: will, prefix: today. Alpha}",
        "[Alpha and Beta, Alpha will lead.]",
        '"Alpha\\n   and Beta"',
    ],
)
def test_a_quote_stands_in_its_source_once(quote):
    assert found(quotes, party(quote), RELEASE) == []


@pytest.mark.parametrize(
    ("quote", "code", "address"),
    [
        ("Gamma", "quote-not-found", "/parties/0/quote"),
        ("[Gamma, Alpha will lead]", "quote-not-found", "/parties/0/quote/0"),
        ("[Alpha will lead, Gamma]", "quote-not-found", "/parties/0/quote/1"),
        ("{exact: Gamma}", "quote-not-found", "/parties/0/quote"),
        ("{exact: Alpha, prefix: Beta}", "quote-not-found", "/parties/0/quote"),
        ("alpha and Beta", "quote-not-found", "/parties/0/quote"),
        ("Alpha", "ambiguous-quote", "/parties/0/quote"),
        ("[Alpha and Beta, Alpha will]", "ambiguous-quote", "/parties/0/quote/1"),
        ("{exact: Alpha, suffix: will}", "ambiguous-quote", "/parties/0/quote"),
    ],
)
def test_a_quote_that_does_not(quote, code, address):
    assert found(quotes, party(quote), RELEASE) == [(code, address)]


def test_words_that_stand_several_times_in_words():
    issue = the_issue(quotes, party("Alpha"), RELEASE)
    assert issue.message == "these words stand 3 times in the source: ¶1, ¶2"
    assert issue.hint == "quote more of the sentence, or write {exact, prefix, suffix}"
    assert issue.severity == "error"


def test_of_very_many_places_the_first_are_told():
    issue = the_issue(quotes, party("Alpha"), "Alpha.\n\n" * 7)
    assert issue.message == "these words stand 7 times in the source: ¶1, ¶2, ¶3, ¶4, ¶5"


def test_of_more_places_than_are_listed_no_number_is_given():
    issue = the_issue(quotes, party("Alpha"), "Alpha.\n\n" * 30)
    assert issue.message.startswith("these words stand more than 20 times in the source: ¶1, ¶2")


def test_words_that_are_only_inside_longer_ones():
    issue = the_issue(quotes, party("lph"), RELEASE)
    assert issue.message == "these words are in the source 'release' only inside longer words"
    assert issue.hint == "quote whole words, and more of the sentence"


def test_the_closest_passage_is_shown_by_its_beginning():
    issue = the_issue(quotes, party("one two three"), f"one two {'x' * 5000}")
    assert len(issue.hint) < 1_500
    assert issue.hint.endswith('x..."')


def test_words_with_another_beginning_or_end_than_is_given():
    issue = the_issue(quotes, party("{exact: Alpha, suffix: Gamma}"), RELEASE)
    assert issue.message == (
        "these words are in the source 'release', but not with that prefix or suffix"
    )
    assert issue.hint == "give what stands right before or after them, verbatim"


def test_words_like_none_of_the_source_are_shown_by_their_beginning():
    words = "nothing of this stands anywhere there, whatever one may look for in it"
    issue = the_issue(quotes, party(words), RELEASE)
    assert issue.message == "these words are not in the source 'release'"
    assert issue.hint == (
        "quote its words as they are printed: "
        "'nothing of this stands anywhere there, whatever one may l...' is not among them"
    )


@pytest.mark.parametrize(
    ("quote", "hint", "at"),
    [
        (
            "Alpha will hold a 95% equity stake",
            "¶2, has '90%' for '95%': \"Alpha will hold a [90%] equity stake\"",
            "95%",
        ),
        (
            "Alpha will hold a equity stake",
            "¶2, has '90%' more: \"Alpha will hold a [90%] equity stake\"",
            "Alpha will hold a equity stake",
        ),
        (
            "Alpha will surely hold a 90% equity stake",
            "¶2, has no 'surely': \"Alpha will hold a 90% equity stake\"",
            "surely",
        ),
        (
            "Beta will hold a 90% equity stake",
            "¶2, has 'Alpha' for 'Beta': \"[Alpha] will hold a 90% equity stake\"",
            "Beta",
        ),
        (
            "Alpha or Beta declared a partnership now.",
            "¶1, has 'and' for 'or'; 'announced' for 'declared'; 'today.' for 'now.': "
            '"Alpha [and] Beta [announced] a partnership [today.]"',
            "or",
        ),
        (
            "Alpha will hold an 91% equity stock in the venture or Beta the rest.",
            "¶2, has 'a 90%' for 'an 91%'; 'stake' for 'stock'; 'venture, and' for 'venture or': "
            '"Alpha will hold [a 90%] equity [stake] in the [venture, and] Beta the rest."',
            "an 91%",
        ),
    ],
)
def test_the_closest_passage_is_shown(quote, hint, at):
    issue = the_issue(quotes, party(quote), RELEASE)
    assert issue.hint == f"the closest passage, {hint}"
    assert marked(issue) == at


def test_of_a_passage_that_differs_much_the_first_differences_are_told():
    release = "one two three four five six seven eight nine ten eleven twelve"
    quote = "one x three four y six seven z nine ten v twelve"
    hint = the_issue(quotes, party(quote), release).hint
    assert hint == (
        "the closest passage, ¶1, has 'two' for 'x'; 'five' for 'y'; 'eight' for 'z': "
        '"one [two] three four [five] six seven [eight] nine ten [eleven] twelve"'
    )


def test_of_a_long_quote_only_the_beginning_is_looked_for():
    words = " ".join(f"w{number}" for number in range(500))
    issue = the_issue(quotes, party(f"{words} on"), f"{words} off")
    assert issue.hint.startswith('the closest passage, ¶1, has other words around it: "w0 w1 ')
    assert marked(issue) == f"{words} on"


def test_of_very_many_quotes_the_first_are_looked_for_nearby():
    missing = "".join(f"- {{text: Q, quote: one two {number}}}\n" for number in range(32))
    told = issues(quotes, f"open_questions:\n{missing}", "one two three")
    assert len(told) == 32
    near = [each.hint.startswith("the closest passage") for each in told]
    assert near == [True] * 20 + [False] * 12


def test_a_quote_is_looked_for_in_the_source_that_it_names():
    text = (
        "sources:\n- {id: one, title: O}\n- {id: two, title: T}\n- {id: three, title: T}\n"
        "open_questions:\n- text: Q\n  quote:\n"
        "  - {exact: First words, source: one}\n"
        "  - {exact: First words, source: two}\n"
        "  - {exact: First words, source: three}\n"
        "  - {exact: First words, source: four}\n"
        "  - Second words\n"
    )
    told = issues(quotes, text, "First words", "Second words")
    assert [each.address for each in told] == [
        "/open_questions/0/quote/1",
        "/open_questions/0/quote/4",
    ]
    assert "'two'" in told[0].message
    assert "'one'" in told[1].message


def test_without_a_text_no_quote_is_looked_for():
    assert found(quotes, party("Gamma")) == []


def test_what_is_set_aside_stands_in_its_source_too():
    text = "set_aside:\n- {quote: Gamma, why: heading}\n"
    assert found(quotes, text, RELEASE) == [("quote-not-found", "/set_aside/0/quote")]


def test_the_words_of_a_quote_may_run_over_lines():
    text = "open_questions:\n- text: Q\n  quote: >-\n    Alpha will\n    keep a 90% equity stake\n"
    issue = the_issue(quotes, text, RELEASE)
    assert (issue.place.line, marked(issue)) == (8, "keep")


def test_words_on_two_lines_are_not_looked_for_in_another_value():
    text = (
        "aims:\n- text: T\n  quote: >-\n    Alpha will hold an\n    80% equity stake\n"
        "- {text: an 80% stake, quote: Alpha will lead.}\n"
    )
    issue = the_issue(quotes, text, RELEASE)
    assert issue.hint.startswith("the closest passage, ¶2, has 'a 90%' for 'an 80%'")
    assert issue.place.line == 6


@pytest.mark.parametrize(
    ("quote", "release", "told"),
    [
        ("one two three four", "one too three four", "'too' for 'two': \"one [too] three four\""),
        (
            "one two three four five",
            "one too three for five",
            "'too' for 'two'; 'for' for 'four': \"one [too] three [for] five\"",
        ),
        (
            "one two three four",
            "one two and three four",
            "'and' more: \"one two [and] three four\"",
        ),
        ("one two and three four", "one two three four", "no 'and': \"one two three four\""),
        ("a b a c a d", "a b a x a d", "'x' for 'c': \"a b a [x] a d\""),
        ("a plant of one b", "a plant of a b", "'a' for 'one': \"a plant of [a] b\""),
        ("Ohio hi no", "Ohio hi o", "'o' for 'no': \"Ohio hi [o]\""),
    ],
)
def test_the_closest_passage_is_marked_where_it_differs(quote, release, told):
    issue = the_issue(quotes, f"aims: [{{text: T, quote: {quote}}}]\n", release)
    assert issue.hint == f"the closest passage, ¶1, has {told}"
