"""`dealcli statements`."""

from dealcli.commands.show import showing
from dealcli.views.view import View

VIEW = View("statements", ("statements",))

statements = showing(VIEW, "What people are quoted as saying.")
