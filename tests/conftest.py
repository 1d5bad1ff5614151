"""Snapshots as plain files: what is printed is what is in them; and tests without a clock."""

import pytest
from hypothesis import settings
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

# Speed is measured in benchmarks, not in tests: a busy machine must not fail them.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
# CI tries the same examples each time: a commit passes or fails, whenever it is tried.
settings.register_profile("repeatable", deadline=None, derandomize=True)


class Plain(SingleFileSnapshotExtension):
    """A page as it goes into a pipe."""

    _write_mode = WriteMode.TEXT
    file_extension = _file_extension = "txt"


class Painted(Plain):
    """A page as it goes to a terminal."""

    file_extension = _file_extension = "ansi"


class Document(Plain):
    """A page as JSON."""

    file_extension = _file_extension = "json"


@pytest.fixture
def plain(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Plain)


@pytest.fixture
def painted(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Painted)


@pytest.fixture
def document(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Document)
