"""`dealcli aims`."""

from dealcli.commands.options import Deals, Form, Json, Output, Who
from dealcli.commands.show import Way, show
from dealcli.views.view import View

VIEW = View("aims", ("aims",))


def aims(
    deals: Deals = None,
    who: Who = None,
    form: Form = None,
    as_json: Json = False,
    to: Output = None,
) -> None:
    """What the parties say the deal is for."""
    show(VIEW, deals, Way(form, as_json, to), who=who)
