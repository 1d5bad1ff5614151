"""The commands that show one part of deals, and the table of these parts."""

from collections.abc import Callable

from dealcli.commands.options import ChartForm, Deals, Form, Json, OfHorizon, Output, Who
from dealcli.commands.show import OutputOptions, show
from dealcli.model import LISTS
from dealcli.views.selection import Selection
from dealcli.views.view import View

_ALL = "chart parties ventures facilities terms market aims statements caveats"
_CHARTED = "parties joint_ventures holdings facilities terms payments"

VIEWS = {
    "summary": View(
        "summary", ("kind", "announced", "stage", "quote", "note", *LISTS), tuple(_ALL.split())
    ),
    "parties": View("parties", ("parties",)),
    "chart": View("chart", tuple(_CHARTED.split())),
    "jv": View("ventures", ("joint_ventures", "holdings")),
    "facilities": View("facilities", ("facilities",)),
    "terms": View("terms", ("terms", "payments")),
    "market": View("market", ("market",)),
    "aims": View("aims", ("aims",)),
    "statements": View("statements", ("statements",)),
    "caveats": View("caveats", ("caveats", "open_questions")),
}
"""What each command shows, by the command's name."""


def summary(
    deals: Deals = None, form: Form = None, as_json: Json = False, to: Output = None
) -> None:
    """The whole deal on one screen."""
    show(VIEWS["summary"], deals, OutputOptions(form, as_json, to))


def market(
    deals: Deals = None, form: Form = None, as_json: Json = False, to: Output = None
) -> None:
    """Figures about the market, and who made them."""
    show(VIEWS["market"], deals, OutputOptions(form, as_json, to))


def chart(
    deals: Deals = None,
    who: Who = None,
    form: ChartForm = None,
    as_json: Json = False,
    to: Output = None,
) -> None:
    """The structure chart: holdings, plants and what is supplied."""
    show(VIEWS["chart"], deals, OutputOptions(form, as_json, to), who=who)


def facilities(
    deals: Deals = None,
    who: Who = None,
    horizon: OfHorizon = None,
    form: Form = None,
    as_json: Json = False,
    to: Output = None,
) -> None:
    """The plants, near-term and longer-term."""
    show(
        VIEWS["facilities"],
        deals,
        OutputOptions(form, as_json, to),
        who=who,
        selection=Selection(horizon=horizon),
    )


def _with_who(name: str, help_: str) -> Callable[..., None]:
    """Return the command that shows a part, all of it or what concerns a party."""

    def command(
        deals: Deals = None,
        who: Who = None,
        form: Form = None,
        as_json: Json = False,
        to: Output = None,
    ) -> None:
        show(VIEWS[name], deals, OutputOptions(form, as_json, to), who=who)

    command.__doc__ = help_
    return command


parties = _with_who("parties", "The parties: names, listings, role, background.")
jv = _with_who("jv", "Ventures and holdings; --who: one party's position.")
terms = _with_who("terms", "Supply, licences and other terms, and who pays whom.")
aims = _with_who("aims", "What the parties say the deal is for.")
statements = _with_who("statements", "What people are quoted as saying.")
