"""`dealcli terms`."""

from dealcli.commands.show import showing
from dealcli.views.view import View

VIEW = View("terms", ("terms", "payments"))

terms = showing(VIEW, "Supply, licences and other terms, and who pays whom.")
