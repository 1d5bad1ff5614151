"""Every test of the checks reads its texts anew: what was read before could hide a change."""

import pytest

from dealcli.checks import matching
from dealcli.reading import names, words


@pytest.fixture(autouse=True)
def _nothing_remembered():
    matching.printed_numbers.cache_clear()
    names.names.cache_clear()
    words.words_of.cache_clear()
