"""Where known names occur in a text."""

from dealcli.reading.names import Name, names

KNOWN = (("acme", ("Acme", "the Company")), ("holdings", ("Acme Holdings",)), ("alder", ("Alder",)))


def test_a_name_inside_a_longer_one_names_nobody() -> None:
    text = "Acme and Acme Holdings"
    assert names(text, KNOWN) == (Name(0, 4, "acme"), Name(9, 22, "holdings"))


def test_names_are_whole_words() -> None:
    assert names("Alderman of Acmeville", KNOWN) == ()


def test_a_reference_has_a_capital_at_the_start_of_a_sentence() -> None:
    assert names("The Company and the Company", KNOWN) == (
        Name(0, 11, "acme"),
        Name(16, 27, "acme"),
    )


def test_a_name_that_two_have_names_both() -> None:
    known = (("a", ("Acme",)), ("b", ("Acme",)))
    assert names("Acme", known) == (Name(0, 4, "a"), Name(0, 4, "b"))
