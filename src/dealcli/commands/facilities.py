"""`dealcli facilities`."""

from dealcli.commands.options import Deals, Json, OfHorizon, Who
from dealcli.commands.show import show
from dealcli.views.view import View

VIEW = View("facilities", ("facilities",))


def facilities(
    deals: Deals = None, who: Who = None, horizon: OfHorizon = None, as_json: Json = False
) -> None:
    """The plants, near-term and longer-term."""
    show(VIEW, deals, who=who, horizon=horizon, as_json=as_json)
