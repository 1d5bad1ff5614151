"""The start of the program: `dealcli`, and `python -m dealcli`."""

import gc
import sys

_GARBAGE = 50_000
"""Objects between two garbage collections: a short run makes few cycles, and start-up none."""


def main() -> None:
    """Run the program and exit; Ctrl-C is quiet from the first import on."""
    gc.set_threshold(_GARBAGE)
    try:
        from dealcli import cli

        code = cli.main()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
