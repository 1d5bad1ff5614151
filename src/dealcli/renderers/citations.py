"""How a citation is written: by its state, and source by source."""

from dealcli.report import Citation, State

STATES: dict[State, tuple[str, str]] = {
    "found": ("{}", "paragraph of the source"),
    "missing": ("{}!", "words that are not in the source"),
    "unverified": ("{}?", "no source text to find the words in"),
    "none": ("-", "no words quoted"),
}
"""How a citation is shown, by its state, and what a legend says of it."""


def cited(citation: Citation, paragraph: str = "¶") -> str:
    """The paragraphs of a citation, of the first source, then of the others."""
    source = f"[{citation.source}]" if citation.source > 1 else ""
    sign = STATES[citation.state][0].format(paragraph)
    here = f"{source}{sign}{' '.join(map(str, citation.paragraphs))}"
    return " ".join([here, *(cited(each, paragraph) for each in citation.also)])
