"""`dealcli aims`."""

from dealcli.commands.show import showing
from dealcli.views.view import View

VIEW = View("aims", ("aims",))

aims = showing(VIEW, "What the parties say the deal is for.")
