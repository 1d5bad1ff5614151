"""A wheel, an sdist's wheel and an editable install: what they hold, and that they run anywhere."""

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
from importlib import metadata
from pathlib import Path
from zipfile import ZipFile

import pytest
import versions
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DATA = (
    *("data/deal.yaml", "data/deal.schema.json", "seeds/000_1509d2c17570ff03.txt"),
    "dealcli.toml",
)


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints, with nothing of our own environment or of pip's configuration."""
    environment = {"PATH": os.defpath, "PIP_CONFIG_FILE": os.devnull}
    result = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout.decode()


def needed(names: list[str]) -> dict[str, metadata.Distribution]:
    """The distributions that requirements ask for, and those that these ask for in turn."""
    found: dict[str, metadata.Distribution] = {}
    wanted = [Requirement(name) for name in names]
    while wanted:
        requirement = wanted.pop()
        marker = requirement.marker
        if requirement.name not in found and (not marker or marker.evaluate({"extra": ""})):
            distribution = metadata.distribution(requirement.name)
            found[requirement.name] = distribution
            wanted += [Requirement(line) for line in distribution.requires or ()]
    return found


def environment(folder: Path, requirements: list[str]) -> Path:
    """A fresh venv that has what is required and nothing else; its folder of programs.

    What is required is linked from where the tests run, not installed anew: that is quick and needs
    no network. It is sound: the interpreter is the same, so compiled modules fit; only what is
    declared and what that requires is linked, so a requirement that is not declared is missed here
    as it would be by a user; and pip, told to use no index, fails if one is not there or too old.
    """
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    (site,) = folder.glob("lib/python*/site-packages")
    for distribution in needed(requirements).values():
        for top in {file.parts[0] for file in distribution.files or ()} - {"..", "__pycache__"}:
            (site / top).symlink_to(Path(str(distribution.locate_file(top))).resolve())
    return folder / "bin"


def pip_install(programs: Path, *arguments: str | Path) -> None:
    pip = (sys.executable, "-m", "pip", "--python", programs / "python", "install")
    run(*pip, "--no-index", "--no-cache-dir", *arguments, cwd=programs)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A wheel from the tree, an sdist, and the wheel from that sdist."""
    folder = tmp_path_factory.mktemp("built")
    build = (sys.executable, "-m", "build", "--no-isolation", ROOT, "--outdir")
    run(*build, folder / "tree", "--wheel", cwd=folder)
    run(*build, folder / "sdist", cwd=folder)
    return {
        "wheel": next(folder.glob("tree/*.whl")),
        "sdist": next(folder.glob("sdist/*.tar.gz")),
        "wheel of the sdist": next(folder.glob("sdist/*.whl")),
    }


@pytest.fixture(scope="module", params=["wheel", "wheel of the sdist", "editable"])
def programs(
    request: pytest.FixtureRequest, built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of programs of a venv in which dealcli is installed."""
    folder = tmp_path_factory.mktemp("venv")
    requirements = PROJECT["dependencies"]
    if request.param == "editable":
        folder = environment(folder, [*requirements, "editables", "hatchling"])
        pip_install(folder, "--no-build-isolation", "--editable", ROOT)
    else:
        folder = environment(folder, requirements)
        pip_install(folder, built[request.param])
    code = "import dealcli; print(dealcli.__file__)"
    where = Path(run(folder / "python", "-c", code, cwd=folder).strip())
    assert where.is_relative_to(ROOT / "src" if request.param == "editable" else folder.parent)
    return folder


def test_summary_of_the_bundled_deal_cites_the_release(programs, tmp_path):
    assert re.search(r"¶\d", run(programs / "dealcli", "summary", cwd=tmp_path))


def test_json(programs, tmp_path):
    assert json.loads(run(programs / "dealcli", "summary", "--json", cwd=tmp_path))["format"] == 1


def test_the_program_and_the_module_are_one(programs, tmp_path):
    module = (programs / "python", "-m", "dealcli")
    assert run(*module, "--version", cwd=tmp_path) == f"dealcli {PROJECT['version']}\n"
    assert run(programs / "dealcli", "--version", cwd=tmp_path) == f"dealcli {PROJECT['version']}\n"
    assert run(*module, "jv", cwd=tmp_path) == run(programs / "dealcli", "jv", cwd=tmp_path)


def files(*tops: Path) -> list[Path]:
    """The files under folders, without what tools leave there."""
    paths = [path for top in tops for path in (top.rglob("*") if top.is_dir() else [top])]
    left = re.compile(r"/(__pycache__|node_modules|\.[^/]+)/")
    return [
        each for each in paths if each.is_file() and not left.search(str(each.relative_to(ROOT)))
    ]


@pytest.mark.parametrize("kind", ["wheel", "wheel of the sdist"])
def test_a_wheel_holds_the_package_the_deal_and_its_release(kind, built):
    source = ROOT / "src"
    expected = {str(path.relative_to(source)): path for path in files(source / "dealcli")}
    expected |= {f"dealcli/{name}": ROOT / name for name in DATA}
    with ZipFile(built[kind]) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
        assert held == set(expected)
        assert [n for n in held if archive.read(n) != expected[n].read_bytes()] == []


def test_an_sdist_holds_what_its_own_tests_need(built):
    names = (".ci", ".github", "data", "docs", "seeds", "src", "tests", "LICENSE", "pyproject.toml")
    names += (".pre-commit-hooks.yaml", "constraints.txt")
    expected = files(*(ROOT / name for name in names), *ROOT.glob("*.md"))
    with tarfile.open(built["sdist"]) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert {str(path.relative_to(ROOT)) for path in expected} - held == set()


def test_the_constraints_pin_a_version_of_all_that_is_required():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = (line.split("==") for line in lines)
    pinned = {canonicalize_name(name): version for name, version in pins}
    extras = PROJECT["optional-dependencies"]
    for text in [*PROJECT["dependencies"], *extras["test"], *extras["dev"]]:
        requirement = Requirement(text)
        if requirement.name not in ("dealcli", "pip"):  # pip comes with every environment
            assert pinned[canonicalize_name(requirement.name)] in requirement.specifier, text


def test_every_requirement_has_a_lower_bound():
    command = (sys.executable, ROOT / ".ci" / "lowest.py")
    assert "jinja2==3.1.6\n" in run(*command, cwd=ROOT)


def test_the_workflow_and_the_classifiers_name_the_same_versions():
    workflow = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))
    assert workflow["jobs"]["linux"]["strategy"]["matrix"]["python"] == versions.supported()
