"""The commands, one module each, whose function of the same name is the command."""

COMMANDS = (
    "summary",
    "parties",
    "jv",
    "facilities",
    "terms",
    "market",
    "aims",
    "statements",
    "caveats",
)
"""Every command, in the order of the help; each is imported when it is run."""
