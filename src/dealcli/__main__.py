"""The start of the program: `dealcli`, and `python -m dealcli`."""

import gc
import os
import signal
import sys
from typing import Any

_GARBAGE = 50_000
"""Objects between two garbage collections: a short run makes few cycles, and start-up none."""


def main() -> None:
    """Run the program and exit; Ctrl-C ends it without a message, from the first import on."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where it is ignored
        signal.signal(signal.SIGINT, _interrupt)
    gc.set_threshold(_GARBAGE)
    try:
        from dealcli import cli

        code = cli.main()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Python's own end has another exit code
    sys.exit(code)


def _interrupt(number: int, frame: Any) -> None:
    """End at once: Python drops a `KeyboardInterrupt` where nobody can catch it, as in imports."""
    os._exit(128 + number)


if __name__ == "__main__":
    main()
