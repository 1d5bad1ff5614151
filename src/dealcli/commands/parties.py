"""`dealcli parties`."""

from dealcli.commands.show import showing
from dealcli.views.view import View

VIEW = View("parties", ("parties",))

parties = showing(VIEW, "The parties: names, listings, role, background.")
