"""Every test of the checks reads its texts anew: what was read before could hide a change."""

import pytest

from dealcli.reading import names, numbers, words


@pytest.fixture(autouse=True)
def _nothing_remembered():
    numbers.numbers.cache_clear()
    numbers.values.cache_clear()
    names.names.cache_clear()
    words.words_of.cache_clear()
