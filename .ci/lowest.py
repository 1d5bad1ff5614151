"""Prints the lowest versions that `pyproject.toml` allows, as constraints for pip.

They cover what dealcli and its tests require, not what those packages require in turn.
"""

import re
import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"


def lowest(requirement: str) -> str:
    """The lower bound of a requirement: of `typer>=0.28,<0.29`, `typer==0.28`."""
    found = re.fullmatch(r"([\w.-]+)>=([\w.]+)(?:,<[\w.]+)?", requirement)
    if not found:
        raise ValueError(f"pyproject.toml: {requirement!r} has no lower bound")
    return f"{found[1]}=={found[2]}"


def main() -> None:
    """Print a line for each requirement."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    requirements = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    sys.stdout.writelines(f"{lowest(each)}\n" for each in requirements)


if __name__ == "__main__":
    main()
