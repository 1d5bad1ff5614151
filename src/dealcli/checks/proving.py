"""What the checks of a deal file looked at, in counts."""

from collections import Counter

from dealcli.accounting import sentences, words
from dealcli.check_result import Proof
from dealcli.index import DealIndex
from dealcli.model import SetAside


def proof(index: DealIndex) -> Proof:
    """Count the records, the quotes, and the sentences and words of the sources."""
    quotes = [quote for quotes in index.quoted.values() for quote in quotes]
    used: Counter[str] = Counter()
    total = accounted = 0
    for text in index.file.texts.values():
        for sentence in sentences(index, text):
            assert text.release is not None
            total += 1
            accounted += sentence.use != "unaccounted"
            for span, use in sentence.segments:
                used[use] += words(text.release, span)
    return Proof(
        records=sum(not isinstance(node.part, SetAside) for node in index.records[1:]),
        quotes=len(quotes),
        found=sum(len(quote.spans) == 1 for quote in quotes),
        sentences=total,
        accounted=accounted,
        words=used.total(),
        quoted_words=used["quoted"],
        aside_words=used["set-aside"],
    )
