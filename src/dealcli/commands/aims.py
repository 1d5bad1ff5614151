"""`dealcli aims`."""

from dealcli.commands.options import Deals, Json, Who
from dealcli.commands.show import show
from dealcli.views.view import View

VIEW = View("aims", ("aims",))


def aims(deals: Deals = None, who: Who = None, as_json: Json = False) -> None:
    """What the parties say the deal is for."""
    show(VIEW, deals, who=who, as_json=as_json)
