"""What the source leaves open, and the caveats."""

from collections.abc import Iterable, Iterator

from dealcli.index import DealIndex
from dealcli.model import Caveat, Deal, Id, OpenQuestion, Party
from dealcli.report import Block, Report, Row, Section, Table, dim, joined, plain, strong
from dealcli.views import phrasing
from dealcli.views.rows import line, nothing, part_report, row, title, words_of


def report(index: DealIndex, deal: Deal, party: Party | None) -> Report:
    """The open questions by what they are about, then one section a caveat."""
    sections = [*questions(index, deal.open_questions)]
    sections += [section(index, caveat) for caveat in deal.caveats]
    whom = f" that concerns {party.short}" if party else ""
    if not sections and not party and (index.deal.caveats or index.deal.open_questions):
        whom = " on the records asked for"
    if not sections:
        sections = [nothing(index, f"caveat or open question{whom}")]
    return part_report(index, "Caveats", tuple(sections))


def questions(index: DealIndex, given: Iterable[OpenQuestion]) -> Iterator[Section]:
    """One section for the questions about the same records, last those about the whole deal.

    A question has its number in the deal file, and its note below it.
    """
    groups: dict[frozenset[Id], list[OpenQuestion]] = {}
    for question in given:
        groups.setdefault(frozenset(question.about), []).append(question)
    for about in sorted(groups, key=lambda ids: not ids):
        rows: list[Row] = []
        for question in groups[about]:
            text = plain(f"{index.number(question)}. {question.text}")
            rows.append(row(index, question, text))
            if question.note:
                rows.append(Row((dim(f"note: {question.note}"),), outer=rows[-1]))
        ids = groups[about][0].about
        names = index.names_of(ids)
        what = "Open questions" if len(groups[about]) > 1 else "Open question"
        subject = strong(f"{what} about {phrasing.listed(names) or 'the whole deal'}")
        shown_ids = dim(", ".join(ids) if names != list(ids) else "")
        heading = Row((joined([subject, shown_ids]),))
        yield Section((Table("", tuple(rows)),), heading)


def section(index: DealIndex, caveat: Caveat) -> Section:
    """One caveat: of what kind, on what, in which words."""
    about = phrasing.listed(index.names_of(caveat.applies_to)) or "the whole deal"
    blocks: list[Block] = [
        line("kind", plain(caveat.kind)),
        line("applies to", plain(about)),
        *words_of(index, caveat),
    ]
    return Section(tuple(blocks), title(index, caveat, caveat.text))
