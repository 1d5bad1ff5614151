"""The commands, one module each, whose function of the same name is the command."""

PARTS = (
    "summary",
    "parties",
    "chart",
    "jv",
    "facilities",
    "terms",
    "market",
    "aims",
    "statements",
    "caveats",
)
"""The commands that show a part of deals."""

COMMANDS = (*PARTS, "source", "check", "schema")
"""Every command, in the order of the help; each is imported when it is run."""
