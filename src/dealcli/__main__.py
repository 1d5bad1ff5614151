"""The start of the program: `dealcli`, and `python -m dealcli`; and its last resort."""

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import Any

from dealcli.errors import BUG, outcome

_GARBAGE = 50_000
"""Objects between two garbage collections: a short run makes few cycles, and start-up none."""

_LEAST = 6 * 1024 * 1024
"""Bytes that every command needs, asked for before anything is imported.

CPython can loop for ever in an import that runs out of memory: it handles the exception with a new
integer, for which there is no memory either, which is an exception (`exception_unwind` in ceval.c).
"""

_RESERVE = 512 * 1024
"""Bytes that are kept free, so that running out of memory can be reported."""


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
        reserve = bytes(_LEAST)
        reserve = bytes(_RESERVE)
        from dealcli import cli

        code = cli.main()
    except Exception as error:
        del reserve
        code = BUG
        with suppress(Exception):  # There may be nowhere to write to, or no memory for the line.
            code = _report(error)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Python's own end has another exit code
        gc.freeze()  # so that Python's own end does not look for garbage: an eighth of a short run
    sys.exit(code)


def _interrupt(number: int, frame: Any) -> None:
    """End at once: Python drops a `KeyboardInterrupt` where nobody can catch it, as in imports."""
    os._exit(128 + number)


def _report(error: Exception) -> int:
    """Write what went wrong to standard error, in one line; the exit code."""
    if os.environ.get("DEALCLI_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    message, code = outcome(error)
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    main()
