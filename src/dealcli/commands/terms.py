"""`dealcli terms`."""

from dealcli.commands.options import Deals, Json, Who
from dealcli.commands.show import show
from dealcli.views.view import View

VIEW = View("terms", ("terms", "payments"))


def terms(deals: Deals = None, who: Who = None, as_json: Json = False) -> None:
    """Supply, licences and other terms, and who pays whom."""
    show(VIEW, deals, who=who, as_json=as_json)
