"""`dealcli chart`."""

from dealcli.commands.options import Deals, Drawing, Json, Output, Who
from dealcli.commands.show import Way, show
from dealcli.views.view import View

VIEW = View("chart", ("parties", "joint_ventures", "holdings", "facilities", "terms", "payments"))


def chart(
    deals: Deals = None,
    who: Who = None,
    form: Drawing = None,
    as_json: Json = False,
    to: Output = None,
) -> None:
    """The structure chart: holdings, plants and what is supplied."""
    show(VIEW, deals, Way(form, as_json, to), who=who)
