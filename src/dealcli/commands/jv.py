"""`dealcli jv`."""

from dealcli.commands.options import Deals, Json, Who
from dealcli.commands.show import show
from dealcli.views.view import View

VIEW = View("ventures", ("joint_ventures", "holdings"))


def jv(deals: Deals = None, who: Who = None, as_json: Json = False) -> None:
    """Ventures and holdings; --who: one party's position."""
    show(VIEW, deals, who=who, as_json=as_json)
