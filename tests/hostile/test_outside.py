"""A deal that names files which are none of its business: nothing of them is opened or shown."""

from pathlib import Path

import pytest
from running import ROOT, run

SECRET = "Xyzzy opens every door of the castle."
FORMATS = ("table", "markdown", "html", "json")
COMMANDS = [
    ("source",),
    ("check",),
    ("check", "--json"),
    *((view, "--format", form) for view in ("summary", "aims", "source") for form in FORMATS),
    ("chart", "--format", "html"),
]


@pytest.fixture
def mailed(tmp_path, monkeypatch):
    """A function that makes a mailed deal whose source is a file of some name; its path.

    Its quotes are parts of the secret, and one is nearly so, for the hint to show the rest.
    """
    (tmp_path / "secret.txt").write_text(SECRET)
    folder = tmp_path / "mailed"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "folder").symlink_to(tmp_path)

    def make(name: str) -> str:
        path = folder / "deal.yaml"
        path.write_text(
            f"format: 1\nid: a\ntitle: T\nsources:\n- {{id: s, title: S, file: {name!r}}}\n"
            "aims:\n- {text: x, quote: opens every}\n- {text: x, quote: opens any door of the}\n"
        )
        return str(path)

    make.folder = tmp_path  # type: ignore[attr-defined]
    return make


def names(folder: Path) -> list[str]:
    return [
        str(folder / "secret.txt"),
        "../secret.txt",
        "link.txt",
        "folder/secret.txt",
        "folder/../../secret.txt",
    ]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_outside_is_not_shown(command, mailed):
    for name in names(mailed.folder):
        result = run(*command, mailed(name))
        assert "castle" not in result.out + result.err
        assert result.code == (1 if command[0] == "check" else 0)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_it_is_not_told_whether_the_file_exists(command, mailed):
    for name in names(mailed.folder):
        there = run(*command, mailed(name))
        (mailed.folder / "secret.txt").rename(mailed.folder / "moved")
        assert run(*command, mailed(name)) == there
        (mailed.folder / "moved").rename(mailed.folder / "secret.txt")


@pytest.mark.parametrize("name", ["/proc/self/environ", "/proc/self/fd/0", "/dev/zero", "/dev/tty"])
def test_what_the_system_offers(name, mailed):
    result = run("check", mailed(name), PATH_OF_THE_CASTLE="x")
    assert "CASTLE" not in result.out
    assert "error[source-outside]" in result.out


def test_the_rule_is_named_once_on_standard_error(mailed):
    path = mailed("../secret.txt")
    for command in ("aims", "source", "summary"):
        result = run(command, path)
        assert result.err == (
            f"{path}: source 's' not opened: a source is a file in the deal's folder, or below the "
            "nearest folder above it that has a dealcli.toml or a [tool.dealcli] table in its "
            "pyproject.toml\n"
        )
    assert "¶?" in run("aims", path).out


def test_several_sources_are_one_line(mailed):
    path = Path(mailed("../secret.txt"))
    path.write_text(path.read_text().replace("aims:", "- {id: t, title: T, file: /x}\naims:"))
    assert run("source", str(path)).err.partition(": a source")[0] == (
        f"{path}: source 's' and 1 more not opened"
    )


def test_check_names_the_rule(mailed):
    out = run("check", mailed("../secret.txt")).out
    assert "deal.yaml:5:27: error[source-outside]: ../secret.txt: outside the deal's folder" in out
    assert "hint: a source is a file in the deal's folder, or below the nearest folder" in out


def test_data_alone_reads_no_source(mailed):
    assert run("summary", "--json", mailed("../secret.txt")).err == ""


def test_a_collection_is_read(mailed):
    (mailed.folder / "dealcli.toml").touch()
    result = run("source", mailed("../secret.txt"))
    assert (result.code, result.err) == (0, "")
    assert "castle" in result.out


def test_a_deal_on_standard_input_may_use_the_current_folder(mailed, monkeypatch):
    text = Path(mailed("secret.txt")).read_text()
    with monkeypatch.context() as context:
        context.setattr("running.ROOT", mailed.folder)
        assert "castle" in run("source", "-", stdin=text).out
        context.setattr("running.ROOT", mailed.folder / "mailed")
        outside = run("source", "-", stdin=Path(mailed("../secret.txt")).read_text())
    assert "castle" not in outside.out
    assert outside.err.startswith("<stdin>: source 's' not opened: ")


def test_the_repository_is_a_collection():
    assert run("check").out.count("91 of 91 quotes found") == 1
    assert (ROOT / "dealcli.toml").is_file()
