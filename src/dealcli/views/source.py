"""The source of a deal: what of it is quoted, and by which records; or one record's passage."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from dealcli.accounting import Sentence, sentences
from dealcli.errors import DealcliError
from dealcli.index import MANY, DealIndex, Quoted
from dealcli.loading import DealFile
from dealcli.model import SetAside, Source
from dealcli.nodes import PartNode, label
from dealcli.page import Page, Part
from dealcli.release import Release, Span
from dealcli.report import (
    Appendix,
    Report,
    Role,
    Row,
    Run,
    Runs,
    Section,
    Table,
    dim,
    plain,
)
from dealcli.source_texts import SourceText
from dealcli.validation import nearest
from dealcli.views.rows import source_heading


def page(file: DealFile, parts: Collection[Part], wanted: str | None = None) -> Page:
    """The texts of a deal's sources with the use of their words; or the passage behind one record.

    Args:
        file: the deal file.
        parts: the parts of the page to build.
        wanted: the id or the address of a record; None for the whole.

    Raises:
        DealcliError: when the deal has no such record.
    """
    index = DealIndex(file)
    node = None if wanted is None else _record(index, wanted)
    page = Page(id=index.deal.id, appendix=Appendix(), chart=None)
    if "document" in parts:
        page.document = _document(index, node)
    if "report" in parts:
        page.report = _report(index, node)
    return page


def _record(index: DealIndex, wanted: str) -> PartNode:
    """The record with an id or an address; for a value inside a record, that record."""
    by_address = {node.address: node for node in index.records}
    by_id: dict[str, PartNode] = {node.part.id: node for node in index.of(Source)} | index.by_id
    if wanted in by_id:
        return by_id[wanted]
    if wanted.startswith("/") and wanted in index.file.tree.values:
        while wanted not in by_address:
            wanted = wanted.rpartition("/")[0]
        return by_address[wanted]
    close = nearest(wanted, list(by_id))
    hint = f"; did you mean {close!r}?" if close else "; `dealcli source` shows them all"
    raise DealcliError(f"no record {wanted!r} in {index.deal.id}{hint}")


def _quotes(index: DealIndex, node: PartNode | None) -> Iterator[tuple[PartNode, Quoted]]:
    for record in index.records:
        if node is None or record.address == node.address:
            for quote in index.quoted.get(record.address, ()):
                yield record, quote


def _document(index: DealIndex, node: PartNode | None) -> dict[str, Any]:
    """Every quote with its places in its source, in characters from 0, and every sentence."""
    document: dict[str, Any] = {
        **{key: getattr(index.deal, key) for key in ("format", "id", "title", "sources")},
        "quotes": [_quote(record, quote) for record, quote in _quotes(index, node)],
    }
    if node is None:
        document["sentences"] = [
            {
                "source": text.source.id,
                **_place(release, sentence.span),
                "use": sentence.use,
                "text": release.folded[sentence.span.start : sentence.span.end],
            }
            for text, release in _texts(index)
            for sentence in sentences(index, text)
        ]
    return document


def _texts(index: DealIndex) -> Iterator[tuple[SourceText, Release]]:
    for text in index.file.texts.values():
        if text.release is not None:
            yield text, text.release


def _quote(node: PartNode, quote: Quoted) -> dict[str, Any]:
    release = quote.release
    return {
        "address": node.address,
        **({"id": node.part.id} if getattr(node.part, "id", None) else {}),
        "source": quote.text.source.id if quote.text else quote.passage.source,
        "exact": quote.passage.exact,
        "verified": release is not None,
        "found": len(quote.spans),
        "places": [_place(release, span) for span in quote.spans[:MANY]] if release else [],
    }


def _place(release: Release, span: Span) -> dict[str, int]:
    start, end = release.origin(span)
    return {"start": start, "end": end, "paragraph": span.first}


def _report(index: DealIndex, node: PartNode | None) -> Report:
    deal = index.deal
    if node is not None:
        return Report(_title(node), (Row((dim(deal.title),)),), tuple(_passages(index, node)))
    sections = [_whole(index, text) for text in index.file.texts.values()]
    shown = sections or [_notice(f"{deal.id} names no source.")]
    return Report("Source", (Row((dim(deal.title),)),), tuple(shown))


def _title(node: PartNode) -> str:
    return f"Passage of {label(node) if node.address else 'the deal'}"


def _notice(text: str) -> Section:
    return Section((Table("", (Row((plain(text),)),)),))


def _heading(text: SourceText) -> Row:
    return Row((source_heading(text.source),))


def _whole(index: DealIndex, text: SourceText) -> Section:
    """A source sentence by sentence, with the records that quote each in a row below it."""
    if text.release is None:
        reason = f"{text.source.file}: {text.reason}" if text.reason else "its text is not at hand"
        return Section((Table("", (Row((plain(reason),)),)),), _heading(text))
    users = _users(index, text)
    rows: dict[int, list[Row]] = {}
    for number, sentence in enumerate(sentences(index, text)):
        row = Row((_segments(text.release, sentence),))
        rows.setdefault(sentence.span.first, []).extend(
            (row, *_records_below(row, users.get(number)))
        )
    blocks = tuple(
        Table(f"¶{number}", tuple(sentence_rows)) for number, sentence_rows in rows.items()
    )
    return Section(blocks, _heading(text), spaced=True)


def _segments(release: Release, sentence: Sentence) -> Runs:
    roles: dict[str, Role] = {"quoted": "plain"}
    runs = []
    for span, use in sentence.segments:
        words = release.folded[span.start : span.end]
        kept = words.rstrip()
        runs.append(Run(kept, roles.get(use, use)))  # type: ignore[arg-type]
        runs.append(Run(words[len(kept) :]))
    return tuple(run for run in runs if run.text)


def _users(index: DealIndex, text: SourceText) -> dict[int, dict[str, None]]:
    """The names of the records that quote each sentence, by its position, in the order of the file.

    A record inside another has the outer one's name.
    """
    found: dict[int, dict[str, None]] = {}
    for node, quote in _quotes(index, None):
        if quote.release is not text.release or isinstance(node.part, SetAside):
            continue
        for span in quote.spans[:MANY]:
            for number in quote.release.sentences_at(span) if quote.release else ():
                found.setdefault(number, {})[_name(node)] = None
    return found


def _records_below(sentence: Row, names: Collection[str] | None) -> Iterator[Row]:
    """Return the row of the records that quote a sentence, if there are any; of many, the first."""
    if names:
        shown = list(islice(names, MANY))
        if more := len(names) - len(shown):
            shown.append(f"and {more} more")
        yield Row(((Run(f"← {', '.join(shown)}", "separator"),),), outer=sentence)


def _name(node: PartNode) -> str:
    return label((node, *node.around)[-2:][0])


def _passages(index: DealIndex, node: PartNode) -> Iterator[Section]:
    """The paragraphs behind a record, with its words marked in them."""
    quotes = index.quoted.get(node.address, ())
    if not quotes:
        yield _notice("This record has no quote.")
    for text, release in _texts(index):
        spans = [span for quote in quotes if quote.text is text for span in quote.spans]
        numbers = sorted({n for span in spans for n in range(span.first, span.last + 1)})
        blocks = [Table(f"¶{n}", (Row((_marked(release, n, spans),)),)) for n in numbers]
        if blocks:
            yield Section(tuple(blocks), _heading(text), spaced=True)
    for quote in quotes:
        if not quote.spans:
            why = "not in its source" if quote.release else "not verified: no text at hand"
            row = Row(((Run(quote.passage.exact, "quote"), Run(f" {why}", "implied")),))
            yield Section((Table("", (row,)),))


def _marked(release: Release, number: int, spans: list[Span]) -> Runs:
    """A paragraph with some of its words marked; marks that touch or overlap are one."""
    start = sum(len(paragraph) + 1 for paragraph in release.paragraphs[: number - 1])
    end = start + len(release.paragraphs[number - 1])
    runs: list[Run] = []
    at = start
    for first, last in _merged(spans, start, end):
        runs += [Run(release.folded[at:first]), Run(release.folded[first:last], "passage")]
        at = last
    runs.append(Run(release.folded[at:end]))
    return tuple(run for run in runs if run.text)


def _merged(spans: list[Span], start: int, end: int) -> list[tuple[int, int]]:
    """Spans inside a segment, in order, those that touch joined."""
    merged: list[tuple[int, int]] = []
    for span in sorted(spans):
        first, last = max(span.start, start), min(span.end, end)
        if first >= last:
            continue
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], last)
        else:
            merged.append((first, last))
    return merged
