"""`dealcli facilities`."""

from dealcli.commands.options import Deals, Form, Json, OfHorizon, Output, Who
from dealcli.commands.show import Way, show
from dealcli.views.view import View

VIEW = View("facilities", ("facilities",))


def facilities(
    deals: Deals = None,
    who: Who = None,
    horizon: OfHorizon = None,
    form: Form = None,
    as_json: Json = False,
    to: Output = None,
) -> None:
    """The plants, near-term and longer-term."""
    show(VIEW, deals, Way(form, as_json, to), who=who, horizon=horizon)
