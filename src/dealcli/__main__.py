"""The start of the program: `dealcli`, and `python -m dealcli`; and its last resort."""

import gc
import os
import sys
from contextlib import suppress

_GARBAGE = 50_000
"""Objects between two garbage collections: a short run makes few cycles, and start-up none."""

BUG = 70
"""Exit code: an error of the program itself (``EX_SOFTWARE`` in sysexits.h)."""


def main() -> None:
    """Run the program and exit.

    Ctrl-C is quiet from the first import on. An exception that nobody expected is one line and
    exit code 70; with DEALCLI_DEBUG=1 its traceback too.
    """
    gc.set_threshold(_GARBAGE)
    try:
        from dealcli import cli

        code = cli.main()
    except KeyboardInterrupt:
        code = 130
    except Exception as error:
        _report(error)
        code = BUG
    sys.exit(code)


def _report(error: Exception) -> None:
    """Say in one line that the program failed, and what to do."""
    if sys.stderr is None:
        return
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
    with suppress(OSError, ValueError):  # there may be nowhere left to say so
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


if __name__ == "__main__":
    main()
