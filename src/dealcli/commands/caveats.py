"""`dealcli caveats`."""

from dealcli.commands.options import Deals, Json, Who
from dealcli.commands.show import show
from dealcli.views.view import View

VIEW = View("caveats", ("caveats", "open_questions"))


def caveats(deals: Deals = None, who: Who = None, as_json: Json = False) -> None:
    """Conditions and hedges, and what is left open."""
    show(VIEW, deals, who=who, as_json=as_json)
