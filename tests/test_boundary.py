"""Which files a deal may name: those inside the boundary; nothing is asked about any other."""

import os
from unittest.mock import patch

import pytest

from dealcli.boundary import Boundary


@pytest.fixture
def deals(tmp_path):
    """A folder for deals, with a text in it and one beside it."""
    folder = tmp_path / "deals"
    folder.mkdir()
    (folder / "in.txt").write_text("inside")
    (tmp_path / "out.txt").write_text("outside")
    return folder


def found(folder, name: str) -> str | None:
    """A resolved path, relative to the folder around the deal's."""
    path = Boundary(str(folder)).resolve(name)
    return path and os.path.relpath(path, folder.parent)


@pytest.mark.parametrize("name", ["in.txt", "./in.txt", "no/../in.txt", "../deals/in.txt"])
def test_a_file_in_the_folder(name, deals):
    assert found(deals, name) == "deals/in.txt"
    assert found(deals, str(deals / name)) == "deals/in.txt"


@pytest.mark.parametrize(
    "name", ["../out.txt", "no/../../out.txt", "../deals2", "..", "/", "/proc/self/environ"]
)
def test_a_file_outside(name, deals):
    assert found(deals, name) is None


def test_the_folder_itself_is_inside(deals):
    assert found(deals, ".") == "deals"


@pytest.mark.parametrize(
    "target", ["../out.txt", "/etc/passwd", "..", "../no-such-file", "/no/such/file"]
)
def test_a_link_to_the_outside_leads_nowhere_whether_something_is_there_or_not(target, deals):
    (deals / "link").symlink_to(target)
    assert found(deals, "link") is None
    assert found(deals, "link/../in.txt") == "deals/in.txt"  # as in a URL


@pytest.mark.parametrize("rest", ["out.txt", "no-such-file"])
def test_a_link_to_a_folder_outside(rest, deals):
    (deals / "link").symlink_to("..")
    assert found(deals, f"link/{rest}") is None


def test_a_link_inside_is_followed(deals):
    (deals / "link").symlink_to("in.txt")
    assert found(deals, "link") == "deals/in.txt"


def test_a_link_to_itself(deals):
    (deals / "link").symlink_to("link")
    with pytest.raises(OSError, match="symbolic links"):
        found(deals, "link")


def test_a_file_that_is_not_there(deals):
    with pytest.raises(FileNotFoundError):
        found(deals, "no/such/file")


def test_a_deal_in_a_folder_that_is_a_link(deals):
    (deals.parent / "alias").symlink_to("deals")
    assert found(deals.parent / "alias", "in.txt") == "deals/in.txt"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("dealcli.toml", ""),
        ("pyproject.toml", "[project]\nname = 'x'\n[tool.dealcli]\n"),
        ("pyproject.toml", "  [ tool . dealcli ] # ours\r\n"),
    ],
)
def test_a_collection_is_one_boundary(name, text, deals):
    (deals.parent / name).write_text(text)
    (deals / "2025").mkdir()
    assert found(deals, "../out.txt") == "out.txt"
    assert Boundary(str(deals / "2025")).resolve("../../out.txt") == str(deals.parent / "out.txt")
    assert Boundary(str(deals / "2025")).resolve("../../../x") is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", "[tool.dealcli2]\n"),
        ("pyproject.toml", "# [tool.dealcli]\n"),
        ("pyproject.toml", "[tool]\nother = 1\n"),
        ("dealcli.yaml", ""),
    ],
)
def test_what_marks_no_collection(name, text, deals):
    (deals.parent / name).write_text(text)
    assert found(deals, "../out.txt") is None


def test_the_nearest_collection_counts(deals):
    (deals.parent / "dealcli.toml").touch()
    (deals / "dealcli.toml").touch()
    assert found(deals, "../out.txt") is None


def test_a_marker_that_is_no_file(deals):
    (deals.parent / "dealcli.toml").mkdir()
    os.mkfifo(deals.parent / "pyproject.toml")
    assert found(deals, "../out.txt") is None


def test_nothing_outside_is_asked_about(deals):
    boundary = Boundary(str(deals))
    with patch("os.path.realpath", side_effect=AssertionError), patch("os.open") as opened:
        assert boundary.resolve("../out.txt") is None
    assert {call.args[0] for call in opened.mock_calls if call.args} <= {
        str(folder / "pyproject.toml") for folder in (deals, *deals.parents)
    }


@pytest.mark.parametrize(
    "name", ["\\\\server\\share\\x", "//server/share/x", "\\\\?\\C:\\x", "\\\\.\\pipe\\x"]
)
def test_a_share_is_never_contacted(name, deals):
    boundary = Boundary(str(deals))
    with patch("os.name", "nt"), patch("os.path.realpath", side_effect=AssertionError):
        assert boundary.resolve(name) is None
