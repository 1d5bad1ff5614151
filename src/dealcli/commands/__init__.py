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
"""Every command; each is imported when it is run."""

GROUPS = {
    "Read a deal": (*(name for name in PARTS if name != "chart"), "source"),
    "Check it": ("check",),
    "Pictures": ("chart",),
    "Files": ("schema",),
}
"""The commands by purpose, in the order of the help."""
