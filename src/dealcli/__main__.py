"""The start of the program: `dealcli`, and `python -m dealcli`; and its last resort."""

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import Any

_GARBAGE = 50_000
"""Objects between two garbage collections: a short run makes few cycles, and start-up none."""

_RESERVE = 512 * 1024
"""Bytes that are kept free, so that running out of memory can be reported."""

BUG = 70
"""Exit code: an error of the program itself (``EX_SOFTWARE`` in sysexits.h)."""


def main() -> None:
    """Run the program and exit.

    Ctrl-C ends it without a message, from the first import on. An exception that nobody expected
    is one line and exit code 70; with DEALCLI_DEBUG=1 its traceback too.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where it is ignored
        signal.signal(signal.SIGINT, _interrupt)
    gc.set_threshold(_GARBAGE)
    reserve = b""
    try:
        reserve = bytes(_RESERVE)
        from dealcli import cli

        code = cli.main()
    except Exception as error:
        del reserve
        code = BUG
        with suppress(Exception):  # There may be nowhere to write to, or no memory for the line.
            _report(error)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Python's own end has another exit code
    sys.exit(code)


def _interrupt(number: int, frame: Any) -> None:
    """End at once: Python drops a `KeyboardInterrupt` where nobody can catch it, as in imports."""
    os._exit(128 + number)


def _report(error: Exception) -> None:
    """Say in one line that the program failed, and what to do."""
    if os.environ.get("DEALCLI_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    if isinstance(error, MemoryError):
        line = "dealcli: out of memory"
    else:
        what = f"{type(error).__name__}: {str(error)[:200]!a}"
        line = (
            f"dealcli: internal error ({what}). This is a bug: please report it with the command "
            "and the output that DEALCLI_DEBUG=1 adds"
        )
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
