"""`dealcli statements`."""

from dealcli.commands.options import Deals, Json, Who
from dealcli.commands.show import show
from dealcli.views.view import View

VIEW = View("statements", ("statements",))


def statements(deals: Deals = None, who: Who = None, as_json: Json = False) -> None:
    """What people are quoted as saying."""
    show(VIEW, deals, who=who, as_json=as_json)
