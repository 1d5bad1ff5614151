"""`dealcli market`."""

from dealcli.commands.options import Deals, Json
from dealcli.commands.show import show
from dealcli.views.view import View

VIEW = View("market", ("market",))


def market(deals: Deals = None, as_json: Json = False) -> None:
    """Figures about the market, and who made them."""
    show(VIEW, deals, as_json=as_json)
