"""A few of the trials that `benchmarks/hostile_system.py` makes by the thousand."""

import sys
from random import Random

import pytest

from dealcli.errors import BUG
from hostile import signals, system
from hostile.trials import ended, wrapped

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="has no /dev/full and other limits than Linux"
)


@pytest.mark.parametrize(
    ("area", "count"),
    [
        (signals.random_moments, 10),
        (signals.instructions, 40),
        (system.full_streams, 8),
        (system.file_size_limit, 8),
        (system.closed_streams, 14),
        (system.memory_limit, 10),
        (system.open_file_limit, 10),
        (system.many_files, 60),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_the_promise_is_kept(area, count):
    broken = [*area(Random(0), count)]
    assert len(broken) >= 4
    assert "".join(broken) == ""


@pytest.mark.parametrize("limit", range(0, 6 << 20, 1 << 19))
def test_a_run_without_the_memory_that_every_command_needs_ends_at_once(limit):
    """In an import Python could loop for ever, as it did in 1 of 10 runs at 2.25 MiB."""
    run = ended(wrapped(system.MEMORY.format(limit), "summary"))
    assert (run.code, run.out, run.err) == (BUG, "", "dealcli: out of memory\n")
