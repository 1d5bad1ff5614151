"""Firmness: no record is firmer than the words that it quotes."""

from collections.abc import Iterator

from dealcli.index import DealIndex, Evidence
from dealcli.issues import Issue
from dealcli.model import Aim, Part, Statement
from dealcli.reading.hedges import FIRMNESSES, allows, weakest
from dealcli.yamltree import pointer


def firmness(index: DealIndex) -> Iterator[Issue]:
    """`too-firm`, `too-weak`: a firmness that is not that of the weakest hedge in the quotes.

    Firmer than the words is an error: it is how "will, if" turns into "is". Weaker than any hedge
    that is known may only be said in words that are not, and is a warning.
    """
    for node, evidence in index.grounded:
        recorded = getattr(node.part, "firmness", None)
        if recorded is None:
            continue
        found = [weakest(words.text, words.language) for words in evidence]
        wanted, hedge = max(found, key=lambda hedged: FIRMNESSES.index(hedged[0]))
        address = pointer(node.address, "firmness")
        if FIRMNESSES.index(recorded) < FIRMNESSES.index(wanted):
            message = f"recorded as '{recorded}', but the words are hedged: \"{hedge}\""
            hint = f"record it as '{wanted}'"
            yield Issue(address=address, code="too-firm", message=message, hint=hint)
        elif FIRMNESSES.index(recorded) > FIRMNESSES.index(wanted) and not _may_be(
            recorded, node.part, evidence
        ):
            message = f"recorded as '{recorded}', but no quoted word makes it so"
            hint = f"quote the words that do; what is quoted is '{wanted}'"
            yield Issue(
                address=address, code="too-weak", message=message, hint=hint, severity="warning"
            )


def _may_be(recorded: str, part: Part, evidence: Evidence) -> bool:
    """Whether words may be read as so weak: what is aimed at is an aspiration in whatever words."""
    if recorded == "aspiration" and isinstance(part, (Aim, Statement)):
        return True
    return any(allows(words.text, recorded, words.language) for words in evidence)


CHECKS = (firmness,)
