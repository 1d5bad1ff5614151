"""What every format for people says of a row and of a source in the same signs and words."""

from dealcli.report import Citation, Role, State

STATES: dict[State, tuple[str, str]] = {
    "found": ("{}", "paragraph of the source"),
    "missing": ("{}!", "words that are not in the source"),
    "unverified": ("{}?", "no source text to find the words in"),
    "none": ("", "nothing quoted"),
}
"""How a citation is shown, by its state, and what the legend says of it."""

UNQUOTED = STATES["none"][1]
"""What is said once of a page with lines that quote nothing."""

NO_QUOTE = "no quote"
"""What a line says that quotes nothing, below one that quotes something."""

STRETCHES: dict[Role, str] = {
    "passage": "quoted by the record",
    "set-aside": "set aside",
    "unaccounted": "unaccounted for",
}
"""What the legend says of a stretch of a source."""


def cited(citation: Citation, paragraph: str = "¶") -> str:
    """A citation in signs: `¶1 4`, `[2]¶3` of the second source, `¶!` where words are missing."""
    source = f"[{citation.source}]" if citation.source > 1 else ""
    sign = STATES[citation.state][0].format(paragraph)
    own = f"{source}{sign}{' '.join(map(str, citation.paragraphs))}"
    return " ".join([own, *(cited(one, paragraph) for one in citation.also)])
