"""Who takes part in a deal, and who is only mentioned: judged by where a text names them."""

import re
from bisect import bisect_right
from functools import cache

from dealcli.language.pack import Language
from dealcli.language.phrases import compiled, group
from dealcli.reading.boilerplate import Boilerplate

_LEAD = 1_200
"""Characters of the text after its headline that say what the deal is."""
_ENOUGH = 2
_MOST = 60
"""Mentions that are looked at: the later ones say no more of the deal."""
_NEAR = 160
"""Characters around a mention in which its sentence is looked at."""


def takes_part(
    text: str,
    mentions: list[tuple[int, int]],
    passages: tuple[Boilerplate, ...],
    language: Language,
    *,
    is_defined: bool,
    is_formal: bool,
) -> bool:
    """Whether an organisation with these mentions takes part in the deal.

    For it: a mention in the headline and in the first paragraph, a reference such as `the Company`,
    several mentions in the body, verbs. Against it: only boilerplate names it, or sentences about
    advisers and publishers.
    """
    starts = [one.start for one in passages]
    places = [_Place(text, start, end, passages, starts) for start, end in mentions[:_MOST]]
    body = [one for one in places if one.kind in ("", "heading", "dateline")]
    if not body:
        return False
    advising = _advising(language)
    said = [one for one in body if not advising.search(one.sentence)]
    if not said:
        return False
    lead = _first_body(passages)
    score = 1 + 2 * is_defined + is_formal
    score += 2 * any(one.start < lead for one in said)
    score += 2 * any(lead <= one.start < lead + _LEAD for one in said)
    score += min(2, len(said) // 2)
    score += any(_acts(language).match(text, one.end) for one in said)
    return score >= _ENOUGH


class _Place:
    """A mention with its surroundings."""

    def __init__(
        self, text: str, start: int, end: int, passages: tuple[Boilerplate, ...], starts: list[int]
    ) -> None:
        self.start, self.end = start, end
        at = bisect_right(starts, start) - 1
        self.kind = passages[at].kind if at >= 0 and start < passages[at].end else ""
        left = max(
            text.rfind(". ", max(0, start - _NEAR), start) + 1, text.rfind("\n", 0, start), 0
        )
        left = max(left, start - _NEAR)
        stop = re.compile(r"[.!?](?:\s|\Z)|\n").search(text, end, end + _NEAR)
        self.sentence = text[left : stop.start() if stop else end + _NEAR]


def _first_body(passages: tuple[Boilerplate, ...]) -> int:
    """Where the text starts after its headline."""
    end = 0
    for one in passages:
        if one.kind not in ("heading", "dateline", "residue") or one.start > end + 4:
            break
        end = one.end
    return end


@cache
def _advising(language: Language) -> re.Pattern[str]:
    return compiled(language.advising)


@cache
def _acts(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?: {group(language.before_acts)}){{0,3}} {group(language.acts)}(?!\w)")
