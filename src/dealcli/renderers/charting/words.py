"""Words on a chart: what is written in a box and beside a line, folded to a width."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from dealcli.renderers.folding import stops
from dealcli.renderers.symbols import cited
from dealcli.report import MARKS, Box, Chart, Citation, Link, Run, Runs, dim, joined, plain, strong

_SPACES = re.compile(" +")

BREAK = "\n"
"""A run by itself that ends a line."""


class Piece(NamedTuple):
    """Text as it is written, and its look: a role, a firmness, or `cited` for paragraphs."""

    text: str
    look: str


Words = tuple[Piece, ...]


class Writer(Protocol):
    """How a renderer writes.

    `draws` says that it draws the sign of a firmness, at the start of a line. Otherwise the sign is
    a character. `paragraph` is the sign of a paragraph.
    """

    draws: bool
    paragraph: str

    def words(self, run: Run) -> str:
        """A piece of a report as it is written."""

    def sign(self, firmness: str) -> str:
        """The character of a firmness."""

    def width(self, text: str) -> int:
        """How many cells a text takes."""


def pieces_of(writer: Writer, runs: Iterable[Run]) -> Words:
    """Runs of text as a renderer writes them."""
    return tuple(Piece(writer.words(run), run.role) for run in runs)


def parts(text: Runs) -> Iterator[Runs]:
    """The lines that a text is given in."""
    start = 0
    for end in [*(at for at, run in enumerate(text) if run.text == BREAK), len(text)]:
        yield text[start:end]
        start = end + 1


def box_end(writer: Writer, lines: list[Words], box: Box, width: int) -> list[Words]:
    """The lines of a box with how firm it is; a drawn sign has its word and begins a line."""
    if sign := _drawn_sign(writer, box.firmness):
        word = Piece(MARKS[box.firmness].word, "plain")
        lines = lines + folded(writer, (*sign, word), width)
    return _signed(writer, lines, box, width)


def label(writer: Writer, link: Link, width: int) -> list[Words]:
    """A link's label in lines; its first part ends with its signs, or begins with a drawn one."""
    first, *others = (pieces_of(writer, part) for part in parts(link.label))
    start = (*_drawn_sign(writer, link.firmness), *first)
    lines = _signed(writer, folded(writer, start, width), link, width)
    return lines + [line for part in others for line in folded(writer, part, width)]


def named_words(writer: Writer, chart: Chart) -> Words:
    """The parties that nothing is linked to, each with what it is."""
    words = pieces_of(writer, dim("Also named: "))
    for number, box in enumerate(chart.named):
        firm = plain(MARKS[box.firmness].word if box.firmness else "")
        what = joined([*box.details, firm], ", ")
        text = (*strong(box.name), *((*dim(" ("), *what, *dim(")")) if what else ()))
        words += pieces_of(writer, (*(dim("; ") if number else ()), *text))
        if sign := _signs(writer, "", box.citation):
            words += (Piece(" ", "plain"), *sign)
    return words


def paragraphs(citation: Citation | None, sign: str = "¶") -> str:
    """The paragraphs of a citation; empty where nothing is quoted."""
    return cited(citation, sign) if citation and citation.state != "none" else ""


def _drawn_sign(writer: Writer, firmness: str) -> Words:
    """The sign of a firmness where it is drawn, with the space after it."""
    if not (writer.draws and firmness):
        return ()
    return (Piece(MARKS[firmness].sign, firmness), Piece(" ", "plain"))


def _signs(writer: Writer, firmness: str, citation: Citation | None) -> Words:
    """The sign of a firmness where it is not drawn, then the paragraphs, to stand together."""
    sign = writer.sign(firmness) if firmness and not writer.draws else ""
    cites = paragraphs(citation, writer.paragraph)
    pieces = (Piece(sign, firmness), Piece(f" {cites}" if sign and cites else cites, "cited"))
    return tuple(piece for piece in pieces if piece.text)


def _signed(writer: Writer, lines: list[Words], shown: Box | Link, width: int) -> list[Words]:
    """Lines and how firm they are, after the last of them or in one more."""
    signs = _signs(writer, shown.firmness, shown.citation)
    if lines and signs:
        line = (*lines[-1], signs[0]._replace(text=f" {signs[0].text}"), *signs[1:])
        if width_of(writer, line) <= width:
            return [*lines[:-1], line]
    return lines + folded(writer, signs, width)


def width_of(writer: Writer, line: Words) -> int:
    """How many cells a line takes."""
    return sum([writer.width(piece.text) for piece in line])


def widest(writer: Writer, lines: Iterable[Words]) -> int:
    """How many cells the widest of some lines takes."""
    return max((width_of(writer, line) for line in lines), default=0)


def folded(writer: Writer, words: Words, width: int) -> list[Words]:
    """Words in lines of a width, parted between words; a word that is too long is cut."""

    def chop(word: str, room: int) -> Iterator[str]:
        return _chop(writer, word, room)

    pieces = _spaced(words)
    text = "".join([piece.text for piece in pieces]).rstrip(" ")
    ends = stops(text, width, width, writer.width, chop) if text else ()
    return list(_cut(pieces, ends))


def _spaced(words: Words) -> list[Piece]:
    """Some words as pieces of different looks, with single spaces between the words."""
    texts: list[tuple[list[str], str]] = []
    is_open = False  # whether a space may follow
    for text, look in words:
        single = _SPACES.sub(" ", text)
        if single.startswith(" "):
            single = single[1:]
            if is_open:
                texts[-1][0].append(" ")
                is_open = False
        if single:
            if not texts or texts[-1][1] != look:
                texts.append(([], look))
            texts[-1][0].append(single)
            is_open = single[-1] != " "
    return [Piece("".join(parts), look) for parts, look in texts]


def _cut(pieces: Sequence[Piece], ends: Iterable[tuple[int, int]]) -> Iterator[Words]:
    """The lines of some pieces, given where each starts and ends in their text."""
    number = at = 0  # the piece that is cut, and where it starts
    for start, end in ends:
        line = []
        while at < end:
            text, look = pieces[number]
            if kept := text[max(start - at, 0) : end - at]:
                line.append(Piece(kept, look))
            if at + len(text) > end:
                break
            at += len(text)
            number += 1
        yield tuple(line)


def _chop(writer: Writer, word: str, width: int) -> Iterator[str]:
    """A word in pieces no wider than `width`, split after a hyphen where it has one."""
    start, left = 0, width
    for at, character in enumerate(word):
        needed = writer.width(character)
        if needed > left and at > start:
            end = word.rfind("-", start, at) + 1 or at
            yield word[start:end]
            start, left = end, width - writer.width(word[end:at])
        left -= needed
    yield word[start:]
