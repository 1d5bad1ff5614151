"""Grounding of vocabulary: what words a source must have for a word of the deal file."""

from collections.abc import Iterator

from dealcli.index import DealIndex, Evidence
from dealcli.issues import Issue, Severity
from dealcli.meanings import Vocabulary
from dealcli.reading.text import unmatched_in
from dealcli.reading.vocabulary import means, names_company

_CERTAIN = frozenset({"horizon"})
"""Vocabularies whose words a source says outright, so that their absence is an error."""


def vocabulary(index: DealIndex) -> Iterator[Issue]:
    """`unsupported-word`: a word of a vocabulary that nothing quoted supports.

    A horizon is stated outright and its absence an error; of other words the list of what a source
    may say is never whole, and their absence a warning.
    """
    for node, evidence in index.grounded:
        for _, address, value, meaning in node.values(Vocabulary):
            if not isinstance(value, str) or _is_said(value, meaning.words, evidence):
                continue
            severity: Severity = "error" if meaning.words in _CERTAIN else "warning"
            yield Issue(
                address=address,
                code="unsupported-word",
                message=f"no quote of this record bears '{value}'",
                hint="quote the words that do, or leave it out",
                severity=severity,
            )


def _is_said(value: str, vocabulary: str, evidence: Evidence) -> bool:
    """Whether words support a value of a vocabulary; one without phrases is itself expected."""
    if value == "unnamed":
        return not any(names_company(words.text, words.language) for words in evidence)
    found = [means(words.text, vocabulary, value, words.language) for words in evidence]
    if None in found:
        return not unmatched_in(value, evidence)
    return any(found)


CHECKS = (vocabulary,)
