"""Words on a chart: how a drawer shows them, and where they are folded."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from dealcli.report import MARKS, Box, Chart, Citation, Link, Run, dim, joined, plain, strong

BREAK = "\n"
"""A piece by itself that ends a line."""


class Piece(NamedTuple):
    """Text as it is written, and its look: a role, a firmness, or `cited` for paragraphs."""

    text: str
    look: str


Words = tuple[Piece, ...]


class Writer(Protocol):
    """How a drawer writes.

    `draws` says that it draws the sign of a firmness, at the start of a line. Otherwise the sign is
    a character, and `signs` has it.
    """

    draws: bool

    def words(self, span: Run) -> str:
        """A piece of a report as it is written."""

    def signs(self, firmness: str, citation: Citation | None) -> list[Words]:
        """How firm something is and which paragraphs it rests on, what stands together in one."""

    def width(self, text: str) -> int:
        """How many cells a text takes."""


def said(writer: Writer, spans: Iterable[Run]) -> Words:
    """Spans as a drawer writes them; one that is a line's end stays one."""
    return tuple(
        Piece(BREAK if span.text == BREAK else writer.words(span), span.role) for span in spans
    )


def label(writer: Writer, link: Link, width: int) -> list[Words]:
    """What stands beside a line; its first part ends with its signs, or begins with a drawn one."""
    words = said(writer, link.label)
    ends = [at for at, piece in enumerate(words) if piece.text == BREAK]
    end = ends[0] if ends else len(words)
    start = (*drawn_sign(writer, link.firmness), *words[:end])
    first = signed(writer, folded(writer, start, width), link, width)
    return first + folded(writer, words[end + 1 :], width)


def box_end(writer: Writer, lines: list[Words], box: Box, width: int) -> list[Words]:
    """The lines of a box with its signs; a drawn one has its word and begins a line."""
    if sign := drawn_sign(writer, box.firmness):
        word = Piece(MARKS[box.firmness].word, "plain")
        lines = lines + folded(writer, (*sign, word), width)
    return signed(writer, lines, box, width)


def drawn_sign(writer: Writer, firmness: str) -> Words:
    """The sign of a firmness where it is drawn, with the space after it."""
    if not (writer.draws and firmness):
        return ()
    return (Piece(MARKS[firmness].sign, firmness), Piece(" ", "plain"))


def signed(writer: Writer, lines: list[Words], shown: Box | Link, width: int) -> list[Words]:
    """Lines and how firm they are, after the last of them or in one more."""
    for sign in writer.signs(shown.firmness, shown.citation):
        if lines and width_of(writer, lines[-1]) + 1 + width_of(writer, sign) <= width:
            space = sign[0]._replace(text=f" {sign[0].text}")
            lines = [*lines[:-1], (*lines[-1], space, *sign[1:])]
        else:
            lines = lines + folded(writer, sign, width)
    return lines


def named_words(writer: Writer, chart: Chart) -> Words:
    """The parties that nothing is linked to, each with what it is."""
    words = said(writer, dim("Also named: "))
    for number, box in enumerate(chart.named):
        firm = plain(MARKS[box.firmness].word if box.firmness else "")
        what = joined([*box.details, firm], ", ")
        text = (*strong(box.name), *((*dim(" ("), *what, *dim(")")) if what else ()))
        words += said(writer, (*(dim("; ") if number else ()), *text))
        for sign in writer.signs("", box.citation):
            words += (Piece(" ", "plain"), *sign)
    return words


def width_of(writer: Writer, line: Words) -> int:
    """How many cells a line takes."""
    return (
        writer.width(line[0].text)
        if len(line) == 1
        else sum(writer.width(one.text) for one in line)
    )


def widest(writer: Writer, lines: Iterable[Words]) -> int:
    """How many cells the widest of some lines takes."""
    return max((width_of(writer, line) for line in lines), default=0)


def folded(writer: Writer, words: Words, width: int) -> list[Words]:
    """Words in lines of a width, parted between words; a word that is too long is cut."""
    found: list[Words] = []
    start = 0
    for end in [*(at for at, piece in enumerate(words) if piece.text == BREAK), len(words)]:
        found += _folded(writer, words[start:end], width)
        start = end + 1
    return found


def _folded(writer: Writer, words: Words, width: int) -> list[Words]:
    lines: list[list[Words]] = []
    left = 0
    for word, needed in _parts(writer, words, width):
        if lines and needed + 1 <= left:
            lines[-1].append(word)
            left -= needed + 1
        else:
            lines.append([word])
            left = width - needed
    return list(map(_joined, lines))


def _joined(line: list[Words]) -> Words:
    """Words with spaces between them, those of one look as one piece."""
    first = line[0][0].look
    if all(len(word) == 1 and word[0].look == first for word in line):
        return (Piece(" ".join([word[0].text for word in line]), first),)
    pieces: list[Piece] = []
    for number, word in enumerate(line):
        _add(pieces, (Piece(" ", word[0].look), *word) if number else word)
    return tuple(pieces)


def _add(line: list[Piece], pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        if line and (line[-1].look == piece.look or piece.text == " "):
            line[-1] = Piece(line[-1].text + piece.text, line[-1].look)
        else:
            line.append(piece)


def _parts(writer: Writer, words: Words, width: int) -> Iterator[tuple[Words, int]]:
    """The words with their widths, none wider than is said."""
    for word in _parted(words):
        needed = width_of(writer, word)
        if needed <= width:
            yield word, needed
        else:
            yield from ((part, width_of(writer, part)) for part in _cut(writer, word, width))


def _parted(words: Words) -> Iterator[Words]:
    """The words, each of one or several pieces."""
    word: list[Piece] = []
    for text, look in words:
        for number, part in enumerate(text.split(" ")):
            if number and word:
                yield tuple(word)
                word = []
            if part:
                word.append(Piece(part, look))
    if word:
        yield tuple(word)


def _cut(writer: Writer, word: Words, width: int) -> Iterator[Words]:
    """A word in parts that are no wider than is said, parted after a hyphen where it has one."""
    line: list[Piece] = []
    left = width
    for text, look in word:
        start = 0
        single = text.isascii()
        for at, character in enumerate(text):
            needed = 1 if single else writer.width(character)
            if needed > left and (line or at > start):
                end = text.rfind("-", start, at) + 1 or at
                yield (*line, Piece(text[start:end], look)) if end > start else tuple(line)
                line, start = [], end
                left = width - writer.width(text[end:at])
            left -= needed
        line.append(Piece(text[start:], look))
    yield tuple(line)
