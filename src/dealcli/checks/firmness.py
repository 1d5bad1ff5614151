"""Firmness: no record is firmer than the words that it quotes."""

import re
from collections.abc import Iterator

from dealcli.index import DealIndex
from dealcli.issues import Issue
from dealcli.model import Aim, Part, Statement
from dealcli.yamltree import pointer

HEDGES = {
    "planned": r"will|shall|plan(?:s|ned|ning)?|scheduled?|intends?|intended|expects?|expected"
    r"|agreed?|agrees|to (?:establish|form|create|build|acquire|invest|develop|supply|launch"
    r"|expand)|proposed|anticipate[sd]?|envision(?:s|ed)?|upcoming|is to|are to|would"
    r"|target(?:s|ed)?",
    "conditional": r"subject to(?! (?:an? )?(?:floor|cap|ceiling|collar|minimum|maximum|adjust)\w*)"
    r"|if|when|once|unless|not\b.{0,60}\buntil|provided that|contingent|conditional"
    r"|conditioned|depend(?:s|ing|ent)?|pending|at (?:its|their) option|an option to"
    r"|rights? to (?:acquire|buy|earn|increase|purchase|require|sell|subscribe)|may (?:%(rights)s)"
    r"|(?<!signed )(?<!signed a )(?<!signing a )(?<!into )(?<!into a )definitive agreements?",
    "under-evaluation": r"evaluat(?:es?|ing|ed|ion)|consider(?:s|ing)?|explor(?:es?|ing)"
    r"|(?:be|been|being) considered|contemplat(?:es?|ed|ing)|studying|assess(?:es|ing)?"
    r"|(?<!feasibility )stud(?:y|ies)|(?-i:may)(?! (?:%(rights)s))|might"
    r"|could(?! (?:not|never|have)\b)"
    r"|potential(?:ly)?|in talks|negotiat(?:es?|ing|ions?)"
    r"|decision\b.{0,40}\bnot (?:yet )?been (?:made|taken)",
    "projection": r"project(?:ed|ions?)|forecasts?|estimat(?:ed|es?) to"
    r"|expected to (?:reach|grow|be worth)",
    "aspiration": r"aims?|aiming|aimed|ambitions?|seeks?|strives?|hopes?|goals?|opportunit(?:y|ies)"
    r"|(?<!market )(?<!cash )(?<!financial )positions?|(?:well-)?positioned|believes?|supports"
    r"|underscores?|reflects?|enhanc(?:es|ing)|align(?:s|ing)|marks|strategic milestone"
    r"|creating (?:sustainable )?value",
}
"""How a source hedges, by the firmness that its words have; from the firmest to the weakest."""

_RIGHTS = "acquire|buy|earn|elect|exercise|increase|purchase|require|sell|terminate"
"""What a party may do where it has a right to, and not where it is still thinking about it."""

_LOOSE = {
    "planned": r"committed|obliged|payable|designed (?:for|to)|undertak(?:es?|en)",
    "conditional": r"entitled|expandable|option|payable|until",
    "under-evaluation": r"indicated|indicative|may|non-binding|term sheet",
    "projection": r"estimate[sd]?|expect(?:s|ed)?|guidance|should|target(?:s|ed)?",
    "aspiration": r"commit(?:ment|ted)|target(?:s|ed)?|want(?:s|ed)?",
}
"""Words that allow a firmness and do not require it: what is estimated may be past."""


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?=\w)(?:{words})(?![\w])", re.IGNORECASE)


_PATTERNS = {firmness: _pattern(words % {"rights": _RIGHTS}) for firmness, words in HEDGES.items()}
_LOOSE_PATTERNS = {firmness: _pattern(words) for firmness, words in _LOOSE.items()}
_RANKS = {firmness: rank for rank, firmness in enumerate(("stated", *HEDGES))}


def hedges(text: str) -> dict[str, str]:
    """What hedges a text, from the firmest to the weakest: the first word of each firmness."""
    found = {firmness: pattern.search(text) for firmness, pattern in _PATTERNS.items()}
    return {firmness: match[0] for firmness, match in found.items() if match}


def firmness(index: DealIndex) -> Iterator[Issue]:
    """`too-firm`, `too-weak`: a firmness that is not that of the weakest hedge in the quotes.

    Firmer than the words is an error: it is how "will, if" turns into "is". Weaker than any hedge
    that is known may only be said in words that are not, and is a warning.
    """
    for node, words in index.grounded:
        recorded = getattr(node.part, "firmness", None)
        if recorded is None:
            continue
        found = hedges(" ".join(words))
        weakest = list(found)[-1] if found else "stated"
        address = pointer(node.address, "firmness")
        if _RANKS[recorded] < _RANKS[weakest]:
            message = f"recorded as '{recorded}', but the words are hedged: \"{found[weakest]}\""
            hint = f"record it as '{weakest}'"
            yield Issue(address=address, code="too-firm", message=message, hint=hint)
        elif _RANKS[recorded] > _RANKS[weakest] and not _may_be(recorded, node.part, words):
            message = f"recorded as '{recorded}', but no quoted word makes it so"
            hint = f"quote the words that do; what is quoted is '{weakest}'"
            yield Issue(
                address=address, code="too-weak", message=message, hint=hint, severity="warning"
            )


def _may_be(recorded: str, part: Part, words: tuple[str, ...]) -> bool:
    """Whether words may be read as so weak: what is aimed at is an aspiration in whatever words."""
    if recorded == "aspiration" and isinstance(part, (Aim, Statement)):
        return True
    return any(_LOOSE_PATTERNS[recorded].search(text) for text in words)


CHECKS = (firmness,)
