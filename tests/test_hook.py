"""The pre-commit hook: it checks every deal file of a repository, whatever has changed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from running import ROOT, environment

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="Git is not installed")

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
TEXT = "Alder plc (LSE: ALDR) plans a plant.\n"
DEAL = """\
format: 1
id: plant
title: Alder plans a plant
sources: [{id: release, title: The announcement, file: release.txt}]
parties: [{id: alder, name: Alder plc, quote: Alder plc}]
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def add(repository: Path, name: str, text: str) -> None:
    path = repository / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    git(repository, "add", "--", name)


def hook(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """Run the hook as pre-commit does; its exit code, and the lines that it prints."""
    python, *entry = HOOK["entry"].split()
    assert python == "python"
    done = subprocess.run(
        [sys.executable, *entry, *arguments],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.splitlines()


def checked(lines: list[str]) -> list[str]:
    """The deal files in the last line of each check."""
    found = (re.match(r"([^:]+): (?:no error|\d+ error)", line) for line in lines)
    return [match[1] for match in found if match]


def test_it_runs_on_every_commit_and_finds_the_deal_files_itself():
    assert (HOOK["always_run"], HOOK["pass_filenames"], HOOK["language"]) == (True, False, "python")


def test_a_change_of_the_text_alone_is_found(repository):
    add(repository, "deal.yaml", DEAL)
    add(repository, "release.txt", TEXT)
    assert hook(repository)[0] == 0
    add(repository, "release.txt", TEXT.replace("Alder plc", "Birch plc"))
    code, lines = hook(repository)
    assert code == 1
    assert lines[0].startswith("deal.yaml:5:47: error[quote-not-found]: ")


def test_a_deleted_text_is_found(repository):
    add(repository, "deal.yaml", DEAL)
    add(repository, "release.txt", TEXT)
    git(repository, "rm", "--quiet", "--force", "release.txt")
    code, lines = hook(repository, "--strict")
    assert code == 1
    assert any("release.txt" in line for line in lines)


def test_the_deal_files_are_those_whose_names_say_so(repository):
    names = ["deal.yaml", "a b/deal.yml", "my-deal.yaml", "of/2031_deal.yml", "-deal.yaml"]
    for name in [*names, "ideal.yaml", "deal.yaml.txt", "deals/alder.yaml"]:
        add(repository, name, DEAL.replace("file: release.txt", "url: x"))
    (repository / "untracked-deal.yaml").write_text("")
    code, lines = hook(repository)
    assert (code, sorted(checked(lines))) == (0, sorted(names))


def test_options_and_patterns_may_be_given(repository):
    for name in ("deal.yaml", "deals/alder.yaml", "deals/old/birch.yaml"):
        add(repository, name, DEAL)
        add(repository, str(Path(name).with_name("release.txt")), f"{TEXT}Nobody quotes this.\n")
    patterns = ("--", "deals/*.yaml", ":!deals/old/*")
    code, lines = hook(repository, *patterns)
    assert (code, checked(lines)) == (0, ["deals/alder.yaml"])
    code, lines = hook(repository, "--strict", *patterns)
    assert (code, checked(lines)) == (1, ["deals/alder.yaml"])


def test_a_repository_without_deals_has_nothing_to_check(repository):
    add(repository, "README.md", "")
    assert hook(repository) == (0, [])


def test_without_a_repository_git_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    code, lines = hook(tmp_path)
    assert code == 2
    assert lines[0].startswith("fatal: not a git repository")
