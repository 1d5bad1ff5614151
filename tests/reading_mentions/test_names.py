"""Where known names occur in a text."""

from dealcli.reading.names import Name, named_places

KNOWN = {"acme": ("Acme", "the Company"), "holdings": ("Acme Holdings",), "alder": ("Alder",)}


def test_a_name_inside_a_longer_one_names_nobody() -> None:
    text = "Acme and Acme Holdings"
    assert named_places(KNOWN, text) == (Name(0, 4, "acme"), Name(9, 22, "holdings"))


def test_names_are_whole_words() -> None:
    assert named_places(KNOWN, "Alderman of Acmeville") == ()


def test_a_reference_has_a_capital_at_the_start_of_a_sentence() -> None:
    assert named_places(KNOWN, "The Company and the Company") == (
        Name(0, 11, "acme"),
        Name(16, 27, "acme"),
    )


def test_pairs_of_ids_and_names_are_known_too() -> None:
    assert named_places(KNOWN.items(), "Alder") == (Name(0, 5, "alder"),)


def test_a_name_that_two_have_names_both() -> None:
    known = [("a", ("Acme",)), ("b", ("Acme",))]
    assert named_places(known, "Acme") == (Name(0, 4, "a"), Name(0, 4, "b"))
