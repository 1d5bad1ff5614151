"""`dealcli chart`."""

from dealcli.commands.options import Deals, Json, Who
from dealcli.commands.show import show
from dealcli.views.view import View

VIEW = View("chart", ("parties", "joint_ventures", "holdings", "facilities", "terms"))


def chart(deals: Deals = None, who: Who = None, as_json: Json = False) -> None:
    """The structure chart: who holds what, the plants, what is supplied."""
    show(VIEW, deals, who=who, as_json=as_json)
