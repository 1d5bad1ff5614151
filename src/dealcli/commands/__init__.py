"""The names of the commands: each is a function of that name, in `parts` or a module of its own."""

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
"""Every command; its module is imported when it is run."""

OWN_MODULE = ("caveats", "source", "check", "schema")
"""The commands with a module of their own, of the same name."""

GROUPS = {
    "Read a deal": (*(name for name in PARTS if name != "chart"), "source"),
    "Check it": ("check",),
    "Pictures": ("chart",),
    "Files": ("schema",),
}
"""The commands by purpose, in the order of the help."""
