"""Grounding of vocabulary: what words a source must have for a word of the deal file."""

import re
from collections.abc import Iterator, Mapping

from dealcli.checks.matching import unmatched_words
from dealcli.index import DealIndex
from dealcli.issues import Issue, Severity
from dealcli.meanings import Vocabulary

_YET_TO_BE = r"announc|\bwill\b|\bplan|propos|schedul|envision|establish|intend|expect|evaluat"
_OPTION = (
    r"\boption|earn(?:s|ed)?[ -]?in\b|farm(?:s|ed)?[ -]?(?:in|out)\b"
    r"|rights? to (?:acquire|buy|earn|purchase)|\b(?:can|could|may) earn\b"
)
_STAGES = {
    "announced": rf"{_YET_TO_BE}|partner|\bagree",
    "letter-of-intent": r"letter of intent|\bLOI\b|memorandum|\bMO[UA]\b|non-binding|anticipat",
    "term-sheet": r"term sheet|heads of (?:terms|agreement)",
    "option": _OPTION,
    "conditional": r"condition|subject to|contingent",
    "signed": r"(?:\bsigned\b|\bsigns\b|entered into|\bexecuted\b)"
    r"(?!.{0,40}(?:memorandum|letter of intent|\bMO[UA]\b|\bLOI\b|term sheet|non-binding))"
    r"|(?<!non-)\bbinding|concluded",
    "closed": r"\bclosed\b|\bclosing of\b|complet|consummat",
    "superseded": r"supersed|replac|amend",
    "terminated": r"terminat|cancel|abandon|called off|\bended\b",
}
_KINDS = {
    "joint-venture": r"joint[ -]ventur|\bJV\b",
    "acquisition": r"acqui|purchas|\bbuy|merg|takeover",
    "disposal": r"dispos|divest|\bsell|\bsale\b|\bsold\b",
    "merger": r"\bmerg|amalgamat|business combination|\bto combine\b",
    "option": _OPTION,
    "investment": r"\binvest|\bstake|subscri|\bshares\b",
    "financing": r"\bfinanc|\bloan|credit|\bfund|\bbond",
    "licence": r"licen[cs]",
    "supply": r"suppl|off-?take|charter|\bservices? (?:agreement|contract)|deliver",
    "collaboration": r"collaborat|partner|co-?operat|together|jointly|agree",
}
_FORM = (
    r"\b(?:Inc|Corp|Co|Ltd|LLC|L\.L\.C|plc|PLC|AG|SE|SA|N\.V|NV|B\.V|GmbH|S\.p\.A|AB|AS|ASA|A/S|ApS"
    r"|Oy|Oyj|KK|K\.K|KG|KGaA|BV|SpA|SAS|S\.A\.S|Sarl|S\.L|Sdn|Bhd|Tbk|Berhad|LLP|Pty|Pte|LP|S\.A"
    r"|Limited|Incorporated|Corporation)\b"
)
"""What a company's name ends in."""

_PARTIES = {
    "company": rf"{_FORM}|\b[Cc]ompany\b",
    "subsidiary": r"subsidiar|wholly[ -]owned|\bunit of|\barm of|affiliate",
    "government": r"[Gg]overnment|[Mm]inistr|\b[Rr]epublic|[Ff]ederal|\b[Ss]tate of|\b[Aa]uthorit",
    "bank": r"\b[Bb]an(?:k|ca|co|que)|[KC]r[eé]dit|\b[Ss]avings|Sparkasse|lender",
    "fund": r"\b[Ff]und|\b[Cc]apital\b|\b[Ii]nvestor",
}
_STATUSES = {
    "announced": _YET_TO_BE,
    "pre-construction": r"permit|feasib|engineering|investment decision|\bFID\b|\bdesign"
    r"|site preparation|pre-construction",
    "construction": r"under construction|construct\w* (?:has |is (?:well )?)?(?:began|begun|started"
    r"|commenced|under ?way)|(?:began|begun|started|commenced) (?:construct|building)"
    r"|broke ground|broken ground|groundbreaking|being (?:built|constructed)"
    r"|(?:is|are) (?:building|constructing)",
    "operating": r"\boperat(?:es|ing|ional)|in operation|in production|\bproduces\b|\bruns\b"
    r"|opened",
    "shelved": r"shelv|on hold|suspend|postpon|paus",
    "cancelled": r"cancel|abandon|scrap|withdr",
    "mothballed": r"mothball|\bidle",
    "retired": r"\bretir|clos(?:ed|ing|ure)|shut|decommission",
}
_HORIZONS = {
    "near-term": r"(?:near|short)(?:er)?[ -]term|\bsoon\b|immediate|this year",
    "longer-term": r"long(?:er)?[ -]term|\bfuture\b|\blater\b",
}
_TERMS = {
    "supply": r"suppl|deliver",
    "offtake": r"off-?take|purchas|\bbuy|\btakes?\b.*(?:output|production|volume)",
    "licence": r"licen[cs]",
    "governance": r"govern|\bboard|\bvot|\bdirector|operator",
    "exclusivity": r"(?<!non-)exclusiv|nobody else|no other|solicit|no[ -]shop",
    "royalty": r"royalt(?!y-free)",
    "development": r"develop",
    "profit-share": r"profit|revenue",
    "non-compete": r"compet",
    "option": r"option|right to",
    "put": r"\bput\b|right to require|right to sell",
    "standstill": r"standstill|further shares",
}
_FORMS = {
    "cash": r"cash|\bpa(?:y|id)|[$€£¥₩₹]|\b(?:USD|EUR|GBP)\b",
    "shares": r"\bshare|\bstock",
    "loan": r"\bloan|\bcredit|\bdebt|\blend|\bborrow",
    "convertible": r"convert",
    "letter-of-credit": r"letter of credit",
    "milestone": r"milestone|earn-?out|contingent",
    "royalty": r"royalt",
    "subsidy": r"subsid|\bgrant|incentive|state aid|support of|public fund|tax credit",
    "contribution": r"contribut|\binvest|\bfund|\bequity",
}
_CAVEATS = {
    "condition": r"subject to|\bif\b|\bwhen\b|condition|contingent|provided|unless|pending"
    r"|depend|definitive agreement",
    "evaluation": r"evaluat|consider|explor|assess|review|stud(?:y|ies)",
    "timing": r"\btim(?:e|ing)|schedul|delay|\bdate|term\b|expect|quarter|\bhalf\b",
    "location": r"location|\bsite|country|region",
    "hedge": r"likely|planned|anticipat|approximate|\bexpect|believ|\bmay\b|could|potential"
    r"|non-binding|oblig|no certainty|no assurance",
    "disclaimer": r"forward-looking|no assurance|refer to|\brisk|undertakes? no|filings|disclaim",
}

STEMS: dict[str, Mapping[str, str]] = {
    "deal-kind": _KINDS,
    "stage": _STAGES,
    "party-kind": _PARTIES,
    "status": _STATUSES,
    "horizon": _HORIZONS,
    "term-kind": _TERMS,
    "payment-form": _FORMS,
    "caveat-kind": _CAVEATS,
}
"""For each word of a vocabulary, the stems of which a source that means it has one."""

_CERTAIN = frozenset({"horizon"})
"""Vocabularies whose words a source says outright, so that their absence is an error."""


def vocabulary(index: DealIndex) -> Iterator[Issue]:
    """`unsupported-word`: a word of a vocabulary that nothing quoted supports.

    A horizon is stated outright and its absence an error; of other words the list of what a source
    may say is never whole, and their absence a warning.
    """
    for node, words in index.grounded:
        for _, address, value, meaning in node.values(Vocabulary):
            if not isinstance(value, str) or _is_said(value, STEMS.get(meaning.words, {}), words):
                continue
            severity: Severity = "error" if meaning.words in _CERTAIN else "warning"
            yield Issue(
                address=address,
                code="unsupported-word",
                message=f"no quote of this record bears '{value}'",
                hint="quote the words that do, or leave it out",
                severity=severity,
            )


def _is_said(value: str, known: Mapping[str, str], words: tuple[str, ...]) -> bool:
    """Whether words support a value of a vocabulary; a value without stems is itself expected."""
    if value == "unnamed":
        return not any(re.search(_FORM, text) for text in words)
    if value not in known:
        return not unmatched_words(value, words)
    flags = 0 if known is _PARTIES else re.IGNORECASE
    return any(re.search(known[value], text, flags) for text in words)


CHECKS = (vocabulary,)
