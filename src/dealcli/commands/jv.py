"""`dealcli jv`."""

from dealcli.commands.options import Deals, Form, Json, Output, Who
from dealcli.commands.show import Way, show
from dealcli.views.view import View

VIEW = View("ventures", ("joint_ventures", "holdings"))


def jv(
    deals: Deals = None,
    who: Who = None,
    form: Form = None,
    as_json: Json = False,
    to: Output = None,
) -> None:
    """Ventures and holdings; --who: one party's position."""
    show(VIEW, deals, Way(form, as_json, to), who=who)
