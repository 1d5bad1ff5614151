"""The caveats, and what the source leaves open."""

from dealcli.model import Caveat, Deal, Party
from dealcli.report import Block, Report, Row, Section, Table, plain, strong
from dealcli.views import wording
from dealcli.views.dossier import Dossier
from dealcli.views.rows import line, notes_of, nothing, page, row, title, words_of


def report(dossier: Dossier, deal: Deal, party: Party | None) -> Report:
    """One section a caveat, then the open questions."""
    sections = [section(dossier, caveat) for caveat in deal.caveats]
    if deal.open_questions:
        rows = []
        for question in deal.open_questions:
            about = dossier.names_of(question.about)
            text = f"{question.text} ({', '.join(about)})" if about else question.text
            rows.append(row(dossier, question, plain(text)))
        heading = Row((strong("Left open by the source"),))
        sections.append(
            Section((Table("open", tuple(rows)), *notes_of(dossier, deal.open_questions)), heading)
        )
    whom = f" that concerns {party.short}" if party else ""
    if not sections and not party and (dossier.deal.caveats or dossier.deal.open_questions):
        whom = " on the records asked for"
    if not sections:
        sections = [nothing(dossier, f"caveat or open question{whom}")]
    return page(dossier, "Caveats", tuple(sections))


def section(dossier: Dossier, caveat: Caveat) -> Section:
    """One caveat: of what kind, on what, in which words."""
    about = wording.listed(dossier.names_of(caveat.applies_to)) or "the whole deal"
    blocks: list[Block] = [
        line("kind", plain(caveat.kind)),
        line("applies to", plain(about)),
        *words_of(dossier, caveat),
    ]
    return Section(tuple(blocks), title(dossier, caveat, caveat.text))
