"""`dealcli summary`."""

from dealcli.commands.options import Deals, Json
from dealcli.commands.show import show
from dealcli.model import LISTS
from dealcli.views.view import View

VIEW = View("summary", ("kind", "announced", "stage", "quote", "note", *LISTS))


def summary(deals: Deals = None, as_json: Json = False) -> None:
    """The whole deal on one screen."""
    show(VIEW, deals, as_json=as_json)
