"""`dealcli parties`."""

from dealcli.commands.options import Deals, Json, Who
from dealcli.commands.show import show
from dealcli.views.view import View

VIEW = View("parties", ("parties",))


def parties(deals: Deals = None, who: Who = None, as_json: Json = False) -> None:
    """The parties: names, listings, role, background."""
    show(VIEW, deals, who=who, as_json=as_json)
