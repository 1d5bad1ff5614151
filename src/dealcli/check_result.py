"""What a check of a deal file came to, neutral of any deal and any format."""

from msgspec import Struct

from dealcli.issues import Issue, Lines, Severity


class Proof(Struct, frozen=True):
    """What was held against the texts of the sources, in counts.

    `found` are the quotes that stand in their source exactly once, `accounted` the sentences that a
    quote touches or that are set aside; `quoted_words` and `aside_words` are of `words`.
    """

    records: int
    quotes: int
    found: int
    sentences: int
    accounted: int
    words: int
    quoted_words: int
    aside_words: int


class CheckResult(Struct, frozen=True):
    """What a check of a deal file came to.

    `about` has the deal's `format`, `id` and `title`; it and the proof are missing where the file
    could not be read. `lines` are those of the files that the issues point into. `omitted` is how
    many more issues there are, by severity.
    """

    file: str
    issues: tuple[Issue, ...]
    lines: Lines
    about: dict[str, int | str] = {}
    proof: Proof | None = None
    omitted: dict[Severity, int] = {}

    def count(self, severity: Severity) -> int:
        """How many issues are of a severity, listed or not."""
        listed = sum(issue.severity == severity for issue in self.issues)
        return listed + self.omitted.get(severity, 0)
