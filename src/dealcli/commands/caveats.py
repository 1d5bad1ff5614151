"""`dealcli caveats`."""

from dealcli.commands.show import showing
from dealcli.views.view import View

VIEW = View("caveats", ("caveats", "open_questions"))

caveats = showing(VIEW, "Conditions and hedges, and what is left open.")
