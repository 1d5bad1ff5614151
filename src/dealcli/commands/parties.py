"""`dealcli parties`."""

from dealcli.commands.options import Deals, Form, Json, Output, Who
from dealcli.commands.show import Way, show
from dealcli.views.view import View

VIEW = View("parties", ("parties",))


def parties(
    deals: Deals = None,
    who: Who = None,
    form: Form = None,
    as_json: Json = False,
    to: Output = None,
) -> None:
    """The parties: names, listings, role, background."""
    show(VIEW, deals, Way(form, as_json, to), who=who)
