"""The result of a check of a deal file, neutral of any deal and any format."""

from msgspec import Struct

from dealcli.issues import Issue, Lines, Severity


class Coverage(Struct, frozen=True, omit_defaults=True):
    """What was compared with the texts of the sources, in counts.

    `found` are the quotes that occur in their source exactly once, `accounted` the sentences that a
    quote touches or that are set aside; `quoted_words` and `aside_words` are of `words`. Of
    `unread_words`, in a language without a pack, only quotes were looked up.
    """

    records: int
    quotes: int
    found: int
    sentences: int
    accounted: int
    words: int
    quoted_words: int
    aside_words: int
    unread_words: int = 0


class CheckResult(Struct, frozen=True):
    """The result of a check of a deal file.

    Attributes:
        file: the name of the file.
        issues: what is wrong with it, in its order.
        lines: the lines of the files that the issues point into.
        about: the deal's `format`, `id` and `title`; empty for a file that could not be read.
        coverage: None for a file that could not be read.
        omitted: how many more issues there are, by severity.
    """

    file: str
    issues: tuple[Issue, ...]
    lines: Lines
    about: dict[str, int | str] = {}
    coverage: Coverage | None = None
    omitted: dict[Severity, int] = {}

    def count(self, severity: Severity) -> int:
        """How many issues are of a severity, listed or not."""
        listed = sum(issue.severity == severity for issue in self.issues)
        return listed + self.omitted.get(severity, 0)
