"""Every test of the checks reads its texts anew: what was read before could hide a change."""

import pytest

from dealcli.checks import wording


@pytest.fixture(autouse=True)
def _nothing_remembered():
    wording.mentions.cache_clear()
    wording.words_of.cache_clear()
