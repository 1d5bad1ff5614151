"""What every part of the deal file and every key of it holds, in a sentence, for an editor to show.

Kept apart from the model, which every command imports and none but `schema` has use for these.
"""

from typing import Final

from dealcli import model

PARTS: Final[dict[type[model.Part], str]] = {
    model.Deal: "One announcement, every record of it with the words it rests on.",
    model.Figure: "A quantity that is a record of its own: of what, when, how firm, in what words.",
    model.Source: "A text that the deal file quotes.",
    model.Listing: "Where a party's shares trade, as the source prints it.",
    model.Fact: "One thing that the source says in passing.",
    model.Party: "Someone who takes part in the deal.",
    model.Stake: "A share that a party holds or is to hold.",
    model.StakeStep: "What a share can become: to be earned, or an option on it.",
    model.JointVenture: "A company that the parties found together.",
    model.Holding: "A stake in a company that is itself a party.",
    model.Milestone: "An event in a facility's life.",
    model.Facility: "A plant, of a venture or of a party.",
    model.Term: "What the parties agreed beyond equity.",
    model.TermStep: "One stage of a term.",
    model.Payment: "Who pays whom, in what form, how much and on what trigger.",
    model.Market: "Figures about a market, never about the deal.",
    model.Point: "The figure of one year.",
    model.Aim: "What the parties say that the deal is for.",
    model.Statement: "What a person is quoted as saying.",
    model.Caveat: "A condition or a hedge.",
    model.OpenQuestion: "What the source leaves unsaid or unclear.",
    model.SetAside: "A passage of the source that no record needs.",
}
"""What each part is; nothing of those that are one value of a key, where an editor, which shows the
innermost text, is to show the key's own."""

_AMOUNT = (
    "A number; or a mapping with one of exact, about, above, below, at_least, up_to, or from with "
    "to, and with a unit: {about: 25.0, unit: $ billion}."
)
_WHEN = (
    "A time such as 2027, 2024-Q3, 2024-H2, 2024-06 or 2025-04-14; or a mapping with by, "
    "not_before, about, from with to, or the source's own words: {text: near term}."
)
_QUOTE = (
    "The words of the source it rests on, verbatim: one text, a list of them, or {exact, prefix, "
    "suffix, source} where they occur more than once or stand in another source than the first."
)
_FIRMNESS = (
    "How firm it is: stated (reported as fact), planned, conditional (hangs on a named condition), "
    "under-evaluation, aspiration (hoped for), projection (a forecast). Without it the record is "
    "shown without a sign."
)
_NOTE = "The encoder's remark."
_EVERY_RECORD = {"quote": _QUOTE, "firmness": _FIRMNESS, "note": _NOTE}

FIELDS: Final[dict[type[model.Part], dict[str, str]]] = {
    model.Record: _EVERY_RECORD,
    model.Deal: {
        "format": "The number of the format; this is format 1.",
        "id": "A short name for the deal, in small letters: acme-birch-2025.",
        "title": "The deal in one line, in the encoder's words.",
        "kind": "What kind of deal it is.",
        "announced": "The day on which it was announced.",
        "stage": "How far the deal has come.",
        "quote": "The words that the deal as a whole rests on: one text or passage, or a list.",
        "note": "The encoder's remark on the deal as a whole.",
        "sources": "The texts that are quoted; a quote that names no source is from the first.",
        "parties": "Who takes part in the deal.",
        "joint_ventures": "The companies that the parties found together.",
        "holdings": "Stakes in companies that are themselves parties.",
        "facilities": "The plants, of a venture or of a party.",
        "terms": "What the parties agreed beyond equity: supply, licences, exclusivity and more.",
        "payments": "Who pays whom, how much and on what trigger.",
        "market": "Figures about markets, and who made them.",
        "aims": "What the parties say that the deal is for.",
        "statements": "What people are quoted as saying.",
        "caveats": "Conditions and hedges.",
        "open_questions": "What the source leaves unsaid or unclear.",
        "set_aside": "Passages that no record needs, each with the reason.",
    },
    model.Passage: {
        "exact": "The words, verbatim.",
        "prefix": "What stands in the source right before the words.",
        "suffix": "What stands in the source right after the words.",
        "source": "The source that the words are from, by its id; without it the first.",
    },
    model.Quantity: {
        "exact": "The figure, where the source gives it as exact.",
        "about": "The figure, where the source gives it as approximate.",
        "above": "What the figure is more than.",
        "below": "What the figure is less than.",
        "at_least": "What the figure is no less than.",
        "up_to": "What the figure is no more than.",
        "from": "The lower end of a range; goes with to.",
        "to": "The upper end of a range; goes with from.",
        "unit": "The unit as the source prints it: USD billion, $ billion, GWh.",
        "also": "The same figure in the source's other units; never converted.",
    },
    model.Moment: {
        "by": "The time by which it is to be.",
        "not_before": "The time before which it is not to be.",
        "about": "The time, where the source gives it as approximate.",
        "from": "The start of a stretch of time; goes with to.",
        "to": "The end of a stretch of time; goes with from.",
        "text": "The time in the source's own words: near term.",
    },
    model.Figure: {
        "what": "What the figure is of, or which part of it.",
        "when": f"The time that the figure is for. {_WHEN}",
        **_EVERY_RECORD,
    },
    model.Source: {
        "id": "A name for the source, by which a passage names it.",
        "title": "What the source is called.",
        "publisher": "Who published it.",
        "place": "Where it was published, as its dateline has it.",
        "published": "The day on which it was published.",
        "file": "The file with its text, relative to the deal file; quotes are looked up in it.",
        "sha256": "The SHA-256 of that file, recorded only.",
        "url": "Where it is on the web.",
    },
    model.Listing: {
        "exchange": "The exchange, as printed: NASDAQ.",
        "ticker": "The ticker, as printed.",
    },
    model.Fact: {"text": "What the source says, in the encoder's words."},
    model.Party: {
        "id": "A name for the party, by which other records name it.",
        "name": "The party's name in full.",
        "kind": "What kind of party it is.",
        "aka": "Other names that it goes by; the first is the short one, for where room is scarce.",
        "called": "What the source says instead of a name: the Company, we.",
        "listings": "Where its shares trade.",
        "parent": "The party that it belongs to, by its id.",
        "headquarters": "Where its head office is.",
        "role": "Its part in the deal, in the encoder's words.",
        "facts": "What else the source says of it.",
    },
    model.Stake: {
        "holder": "The party that holds the share, by its id.",
        "percent": f"The share in percent; left out where it is not disclosed. {_AMOUNT}",
        "basis": "Whether the source states the share or only implies it.",
        "because": "What an implied share is inferred from; needed when the basis is implied.",
        "class": "The class of shares.",
        "through": "The vehicle that the share is held through.",
        "steps": "What the share can become, step by step.",
    },
    model.StakeStep: {
        "percent": f"The share that it becomes, in percent. {_AMOUNT}",
        "on": "The trigger.",
        "amount": f"What is paid for it. {_AMOUNT}",
        "by": f"When it becomes so, or the last day for it. {_WHEN}",
    },
    model.JointVenture: {
        "id": "A name for the venture, by which other records name it.",
        "name": "The venture's name; or, where the source gives none, a description.",
        "purpose": "What the venture is for.",
        "lead": "The party that leads it, by its id.",
        "stage": "How far the venture has come.",
        "stakes": "Who holds how much; one holder may stand twice, in two classes.",
        "investment": "What is invested in it: numbers or figures.",
    },
    model.Holding: {
        "id": "A name for the holding, by which other records name it.",
        "in": "The party that the stake is in, by its id.",
    },
    model.Location: {
        "country": "The country.",
        "region": "The region, of a country or of the world.",
        "site": "The town or the site.",
    },
    model.Milestone: {"event": "What happens.", "when": f"The time of it. {_WHEN}"},
    model.Facility: {
        "id": "A name for the facility, by which other records name it.",
        "name": "The facility's name; or, where the source gives none, a description.",
        "makes": "What it makes.",
        "venture": "The venture that it belongs to, by its id.",
        "owner": "The party that owns it, by its id, where that is no venture.",
        "horizon": "Whether the source puts it in the near or in the longer term.",
        "status": "How far it has come, in the words of Global Energy Monitor.",
        "place": "Where it is: {country: United States}.",
        "capacity": "What it can make: numbers or figures.",
        "investment": "What is invested in it: numbers or figures.",
        "milestones": "Events in its life, each with its time.",
        "facts": "What else the source says of it.",
    },
    model.Term: {
        "id": "A name for the term, by which other records name it.",
        "kind": (
            "What kind of term it is, in a word: supply, offtake, licence, governance, "
            "exclusivity, royalty, development, profit-share."
        ),
        "from": "The party or parties that give, by their ids.",
        "to": "The party or parties that get, by their ids.",
        "what": "What is supplied, licensed or agreed.",
        "price": "The price in words (market rates) or as a mapping: {exact: 5, unit: USD}.",
        "share": f"A share that the term is about, such as a royalty's. {_AMOUNT}",
        "when": f"The time that the term is for. {_WHEN}",
        "steps": "The stages of the term.",
    },
    model.TermStep: {
        "text": "The stage, in the encoder's words.",
        "when": f"The time of the stage. {_WHEN}",
    },
    model.Payment: {
        "id": "A name for the payment, by which other records name it.",
        "form": "In what form it is paid.",
        "from": "The party or parties that pay, by their ids.",
        "to": "The party or parties that are paid, by their ids.",
        "what": "What it is paid for.",
        "amount": f"How much is paid. {_AMOUNT}",
        "on": "The trigger.",
        "when": f"The time of the payment. {_WHEN}",
    },
    model.Market: {
        "what": "The market that the figures are about.",
        "region": "Where the market is.",
        "points": "The figures, year by year.",
        "attribution": "Who made the figures, as the source says.",
    },
    model.Point: {
        "year": "The year that the figure is for; any other time is a mapping: {by: 2030}.",
        "amount": f"The figure. {_AMOUNT}",
    },
    model.Aim: {
        "text": "The aim, in the encoder's words.",
        "party": "The party whose aim it is, by its id; without it the parties say it together.",
    },
    model.Statement: {
        "speaker": "The person who is quoted.",
        "title": "The person's position.",
        "party": "The party that the person speaks for, by its id.",
        "text": "The gist, in the encoder's words; the words themselves are the quote.",
    },
    model.Caveat: {
        "id": "A name for the caveat.",
        "kind": (
            "What kind of caveat it is, in a word: condition, evaluation, timing, location, "
            "hedge, disclaimer."
        ),
        "text": "The caveat, in the encoder's words.",
        "applies_to": "The records that it concerns, by their ids; none: the whole deal.",
    },
    model.OpenQuestion: {
        "text": "The question, in the encoder's words.",
        "about": "The records that it is about, by their ids.",
    },
    model.SetAside: {
        "quote": "The passage, verbatim: one text or passage, or a list.",
        "why": "Why no record needs it.",
        "note": _NOTE,
    },
}
"""What each key holds, by the class that the key is first in."""


def of_field(part: type[model.Part], key: str) -> str:
    """What a key of a part holds; of a key that every record has, what it holds there.

    Args:
        part: the class of the part.
        key: the key as the deal file has it.

    Raises:
        KeyError: when nothing is said of it.
    """
    for cls in part.__mro__:
        if key in FIELDS.get(cls, ()):
            return FIELDS[cls][key]
    raise KeyError(f"{part.__name__}.{key} has no description")


def title(part: type[model.Part]) -> str:
    """The name of a part in words: JointVenture, Joint venture."""
    return part.kind_in_words().capitalize()
