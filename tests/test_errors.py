"""What each error ends a run with: its message and its exit code."""

import pytest

from dealcli.errors import (
    AbsentPartyError,
    DealcliError,
    OutputError,
    ReaderGoneError,
    UnreadableDealError,
    UsageError,
    outcome,
)


@pytest.mark.parametrize(
    ("error", "message", "code"),
    [
        (DealcliError("no\nfile"), "dealcli: no\\nfile", 2),
        (AbsentPartyError("no party", ""), "dealcli: no party", 2),
        (UnreadableDealError("a.yaml", []), "dealcli: a.yaml cannot be read as a deal file", 2),
        (UsageError("no option\nTry --help.", 2), "dealcli: no option\nTry --help.", 2),
        (OutputError("disk full"), "dealcli: disk full", 74),
        (ReaderGoneError(), "", 141),
        (KeyboardInterrupt(), "", 130),
        (MemoryError(), "dealcli: out of memory", 70),
    ],
)
def test_the_message_and_exit_code_of_an_error(error, message, code):
    assert outcome(error) == (message, code)


def test_the_message_of_a_bug_is_short_and_in_one_line():
    message, code = outcome(KeyError("x\n" * 1000))
    assert code == 70
    assert message.startswith("dealcli: internal error (KeyError: ")
    assert len(message) < 700
    assert "\n" not in message
