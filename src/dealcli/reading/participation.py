"""Who takes part in a deal, and who is only mentioned: judged by where a text names them."""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from dealcli.language.pack import Language
from dealcli.language.phrases import compiled
from dealcli.reading.boilerplate import Boilerplate
from dealcli.reading.organisation_words import acts
from dealcli.reading.word_starts import Sought, sought

_LEAD = 1_200
"""Characters of the text after its headline that say what the deal is."""
_ENOUGH = 2
_MOST = 60
"""Mentions that are looked at: the later ones say no more of the deal."""
_NEAR = 160
"""Characters before and after a mention in which its sentence is looked for."""
_END = re.compile(r"[.!?](?:\s|\Z)|\n")

Span = tuple[int, int]


class Participation:
    """What in a text says who takes part in its deal."""

    def __init__(self, text: str, passages: tuple[Boilerplate, ...], language: Language) -> None:
        self.text, self.passages, self.language = text, passages, language
        self.starts = [one.start for one in passages]
        self.advising = [found.start() for found in _advising(language).finditer(text)]
        self.lead = _first_body(passages)

    def takes_part(self, mentions: list[Span], *, is_defined: bool, is_formal: bool) -> bool:
        """Whether an organisation with these mentions takes part in the deal.

        For it: a mention in the headline and in the first paragraph, a reference such as `the
        Company`, a name in full, several mentions, verbs. Against it: only boilerplate names it, or
        sentences about advisers and publishers.
        """
        said = [
            (start, end)
            for start, end in mentions[:_MOST]
            if self._is_body(start) and not self._is_advising(start, end)
        ]
        if not said:
            return False
        score = 1 + 2 * is_defined + is_formal
        score += 2 * any(start < self.lead for start, _ in said)
        score += 2 * any(self.lead <= start < self.lead + _LEAD for start, _ in said)
        score += min(2, len(said) // 2)
        score += any(acts(self.language).match(self.text, end) for _, end in said)
        return score >= _ENOUGH

    def _is_body(self, start: int) -> bool:
        """Whether a place is in no boilerplate; headings belong to the text."""
        at = bisect_right(self.starts, start) - 1
        if at < 0 or start >= self.passages[at].end:
            return True
        return self.passages[at].kind in ("heading", "dateline")

    def _is_advising(self, start: int, end: int) -> bool:
        """Whether the sentence of a mention is about those who advise or publish."""
        near = max(0, start - _NEAR)
        left = max(
            near, self.text.rfind(". ", near, start) + 1, self.text.rfind("\n", near, start) + 1
        )
        stop = _END.search(self.text, end, end + _NEAR)
        at = bisect_left(self.advising, left)
        return at < len(self.advising) and self.advising[at] < (
            stop.start() if stop else end + _NEAR
        )


def _first_body(passages: tuple[Boilerplate, ...]) -> int:
    """Where the text starts after its headline."""
    end = 0
    for one in passages:
        if one.kind not in ("heading", "dateline", "residue") or one.start > end + 4:
            break
        end = one.end
    return end


@cache
def _advising(language: Language) -> Sought:
    return sought(compiled(language.advising), language.advising)
