"""The registry of formats: each is there, and imported only when it is asked for."""

import io

import pytest
from reading import SAMPLE, read
from viewing import VIEWS, Given

from dealcli.renderers import FORMATS, renderer


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_renders_a_page(name):
    page = VIEWS["summary"].page(Given(read(SAMPLE)))
    text = renderer(name)(page, io.TextIOWrapper(io.BytesIO(), "utf-8"))
    assert "Sample and Example" in text
    assert text.endswith("\n")


def test_a_format_that_is_not_there():
    with pytest.raises(KeyError):
        renderer("telepathy")
