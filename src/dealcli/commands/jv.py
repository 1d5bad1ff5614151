"""`dealcli jv`."""

from dealcli.commands.show import showing
from dealcli.views.view import View

VIEW = View("ventures", ("joint_ventures", "holdings"))

jv = showing(VIEW, "Ventures and holdings; --who: one party's position.")
