"""`dealcli caveats`."""

from dealcli.commands.options import Deals, Form, Json, Output, Who
from dealcli.commands.show import Way, show
from dealcli.views.view import View

VIEW = View("caveats", ("caveats", "open_questions"))


def caveats(
    deals: Deals = None,
    who: Who = None,
    form: Form = None,
    as_json: Json = False,
    to: Output = None,
) -> None:
    """Conditions and hedges, and what is left open."""
    show(VIEW, deals, Way(form, as_json, to), who=who)
