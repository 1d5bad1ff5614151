"""`dealcli terms`."""

from dealcli.commands.options import Deals, Form, Json, Output, Who
from dealcli.commands.show import Way, show
from dealcli.views.view import View

VIEW = View("terms", ("terms", "payments"))


def terms(
    deals: Deals = None,
    who: Who = None,
    form: Form = None,
    as_json: Json = False,
    to: Output = None,
) -> None:
    """Supply, licences and other terms, and who pays whom."""
    show(VIEW, deals, Way(form, as_json, to), who=who)
