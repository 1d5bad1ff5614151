"""The spaces of a text, made plain without moving anything in it."""

_ODD = "\t\r\f\v\u00a0\u1680\u200b\u202f\u205f\u2060\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_PLAIN = dict.fromkeys(map(ord, _ODD), " ")


def with_plain_spaces(text: str) -> str:
    """Return a text with every odd space, tab or unseen joint as a space, each in its place."""
    return text.translate(_PLAIN)
