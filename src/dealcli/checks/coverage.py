"""Coverage: what of the sources the records quote, in counts, and what they leave out."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from dealcli.accounting import Sentence, sentences, words
from dealcli.characters import beginning
from dealcli.check_result import Coverage
from dealcli.index import DealIndex
from dealcli.issues import Code, Issue, Place
from dealcli.language.pack import Language
from dealcli.model import SetAside
from dealcli.reading.hedges import negations, weakest
from dealcli.release import Release, Span
from dealcli.source_texts import SourceText


def coverage(index: DealIndex) -> Coverage:
    """Count the records, the quotes, and the sentences and words of the sources."""
    quotes = [quote for quotes in index.quoted.values() for quote in quotes]
    used: Counter[str] = Counter()
    total = accounted = unread = 0
    for text in index.file.texts.values():
        for sentence in sentences(index, text):
            assert text.release is not None
            total += 1
            accounted += sentence.use != "unaccounted"
            for span, use in sentence.segments:
                count = words(text.release, span)
                used[use] += count
                unread += count if text.release.language is None else 0
    return Coverage(
        records=sum(not isinstance(node.part, SetAside) for node in index.records[1:]),
        quotes=len(quotes),
        found=sum(len(quote.spans) == 1 for quote in quotes),
        sentences=total,
        accounted=accounted,
        words=used.total(),
        quoted_words=used["quoted"],
        aside_words=used["set-aside"],
        unread_words=unread,
    )


def unaccounted(index: DealIndex) -> Iterator[Issue]:
    """`unaccounted`: a sentence of the source that no record quotes and no entry sets aside."""
    for text in index.file.texts.values():
        for sentence in sentences(index, text):
            if sentence.use == "unaccounted":
                assert text.release is not None
                span = sentence.span
                quotation = beginning(text.release.folded[span.start : span.end])
                yield _at_source(
                    index,
                    text,
                    span,
                    "unaccounted",
                    f'no record quotes this sentence of ¶{span.first}: "{quotation}"',
                    "quote it in a record, or list it under set_aside with 'quote' and 'why'",
                )


def left_out(index: DealIndex) -> Iterator[Issue]:
    """`left-out-hedge`: a hedge, or a negation of quoted words, that no record quotes with them."""
    for text in index.file.texts.values():
        if text.release is None or text.release.language is None:
            continue
        for sentence in sentences(index, text):
            if sentence.use != "quoted":
                continue
            for span, word, hint in _left_out(text.release, text.release.language, sentence):
                yield _at_source(
                    index,
                    text,
                    span,
                    "left-out-hedge",
                    f'this sentence of ¶{span.first} is quoted without "{word}"',
                    hint,
                )


def _left_out(
    release: Release, language: Language, sentence: Sentence
) -> Iterator[tuple[Span, str, str]]:
    """The parts of a sentence that hedge it, or deny its quoted words; with the word and a hint."""
    rest = [span for span, use in sentence.segments if use == "unaccounted"]
    denials = _denials(release, language, sentence) if rest else []
    for span in rest:
        if hedge := weakest(release.folded[span.start : span.end], language)[1]:
            yield span, hedge, "quote the hedge with what it hedges"
            continue
        at = bisect_left(denials, (span.start, 0))
        if at < len(denials) and denials[at][0] < span.end:
            word = release.folded[slice(*denials[at])]
            yield span, word, "quote the negation with what it denies"


def _denials(release: Release, language: Language, sentence: Sentence) -> list[tuple[int, int]]:
    """Start and end of each negation of a sentence that governs quoted words of it."""
    quoted = [span for span, use in sentence.segments if use == "quoted"]
    start = sentence.span.start
    found = []
    for negation in negations(release.folded[start : sentence.span.end], language):
        first, last = negation.governs
        after = bisect_right(quoted, start + first, key=lambda span: span.end)
        if after < len(quoted) and quoted[after].start < start + last:
            found.append((start + negation.start, start + negation.end))
    return found


def _at_source(
    index: DealIndex, text: SourceText, span: Span, code: Code, message: str, hint: str
) -> Issue:
    """A warning at a place of the source's own file."""
    assert text.release is not None
    line, column, whole = text.release.place(span)
    length = min(span.end - span.start, len(whole) - column + 1)
    return Issue(
        address=f"/sources/{text.number - 1}",
        code=code,
        message=message,
        hint=hint,
        severity="warning",
        place=Place(line, column, length),
        file=index.file.source_name(text.source),
    )


CHECKS = (unaccounted, left_out)
