"""A deal with every record and key, each text in it filled with one thing."""

from generating import Everything, Field, as_text, mapping

from dealcli.decoding import MAX_BYTES
from hostile.shapes import NAME

UNITS = {
    "spaces": " ",
    "line ends": "\n",
    "tabs": "\t",
    "no-break spaces": "\xa0",
    "ideographic spaces": "\u3000",
    "words": "word ",
    "one word": "x",
    "wide": "山",
    "combining marks": "\u0301",
    "flags": "🇩🇪",
    "markup": "[red]",
    "HTML": "<b>&",
    "lines": "\na",
    "Markdown": "* _`|",
    "sentences": "Ab. ",
    "quotation marks": '"',
    "brackets": "“",
    "numbers": "1 ",
    "numbers in words": "two% ",
    "escapes": "\x1b",
    "direction": "\u202e",
    "loaded words": "final ",
}
"""What a deal is filled with, by name."""


class _Filled(Everything):
    """Every text is the same one, and counted."""

    def __init__(self, filling: str) -> None:
        super().__init__(None)
        self.filling = filling
        self.count = 0

    def text(self, field: Field) -> str:
        if field.place == "sources.file":
            return NAME
        self.count += 1
        return self.filling


def filled(unit: str, times: int | None = None) -> dict[str, bytes]:
    """The deal, with one thing in each text, and its source's text.

    Without `times` it is there as often as a file may hold.

    The text has what each quote has, once. Both by name, the deal first; it is JSON that reads.
    """
    empty = _Filled("ab")
    room = MAX_BYTES - len(_written(empty))
    times = times or room // empty.count // (len(as_text(unit).encode()) - 2)
    text = f"It says: a{unit * times}b, and no more.\n"
    return {"deal.yaml": _written(_Filled(f"a{unit * times}b")), NAME: text.encode()}


def _written(choices: Everything) -> bytes:
    return as_text(mapping(choices), indent=1).encode()
