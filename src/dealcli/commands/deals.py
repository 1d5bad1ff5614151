"""The deals of one run: each by itself, so that an error in one does not hide the others."""

from collections.abc import Callable, Sequence

from dealcli.commands import output
from dealcli.errors import USAGE, DealcliError, OutputError
from dealcli.loading import Found


def for_each(found: Sequence[Found], act: Callable[[Found], int | None]) -> int:
    """Do something with each deal file, and report the error of one before the next.

    Args:
        found: the files.
        act: returns an exit code; None for a file that is no deal file, which is skipped.

    Returns:
        The highest exit code; a usage error if all files are skipped.

    Raises:
        OutputError: when the output could not be written; the other files are then left.
    """
    codes, skipped = [0], 0
    for file in found:
        try:
            code = act(file)
        except OutputError:
            raise
        except DealcliError as error:
            code = output.report(error)
        if code is None:
            skipped += 1
        else:
            codes.append(code)
    output.report_skipped(skipped)
    return USAGE if skipped == len(found) else max(codes)
