"""A few of the trials that `benchmarks/hostile_system.py` makes by the thousand."""

import sys
from random import Random

import pytest

from hostile import signals, system

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
