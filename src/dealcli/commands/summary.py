"""`dealcli summary`."""

from dealcli.commands.options import Deals, Form, Json, Output
from dealcli.commands.show import Way, show
from dealcli.model import LISTS
from dealcli.views.view import View

PARTS = "chart parties ventures facilities terms market aims statements caveats"
VIEW = View(
    "summary",
    ("kind", "announced", "stage", "quote", "note", *LISTS),
    tuple(PARTS.split()),
)


def summary(
    deals: Deals = None, form: Form = None, as_json: Json = False, to: Output = None
) -> None:
    """The whole deal on one screen."""
    show(VIEW, deals, Way(form, as_json, to))
