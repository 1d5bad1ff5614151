"""`dealcli market`."""

from dealcli.commands.options import Deals, Form, Json, Output
from dealcli.commands.show import Way, show
from dealcli.views.view import View

VIEW = View("market", ("market",))


def market(
    deals: Deals = None, form: Form = None, as_json: Json = False, to: Output = None
) -> None:
    """Figures about the market, and who made them."""
    show(VIEW, deals, Way(form, as_json, to))
