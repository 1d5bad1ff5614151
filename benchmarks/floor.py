"""The floor that dealcli is measured against: the same libraries, the same file, nothing more.

A Typer app that reads a deal file with PyYAML's C loader and prints bare Rich tables, or JSON.
"""

import json as _json
from pathlib import Path
from typing import Annotated

import typer
import yaml

TABLES = {
    "parties": ("name", "kind", "role"),
    "joint_ventures": ("name", "lead", "purpose", "firmness"),
    "stakes": ("holder", "percent", "basis", "firmness"),
    "facilities": ("name", "horizon", "status", "firmness"),
    "terms": ("kind", "from", "to", "what", "price"),
    "market": ("what", "region", "attribution"),
    "caveats": ("kind", "text"),
}

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


def read(path: Path) -> dict:
    """The file as PyYAML reads it."""
    return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def tables(deal: dict, names: list[str]) -> None:
    """One bare table a part."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    deal["stakes"] = [stake for venture in deal["joint_ventures"] for stake in venture["stakes"]]
    for name in names:
        table = Table(*TABLES[name], title=name)
        for record in deal[name]:
            table.add_row(*(str(record.get(column, "")) for column in TABLES[name]))
        console.print(table)


@app.command()
def summary(path: Path, json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Every part, or the whole as JSON."""
    deal = read(path)
    if json:
        print(_json.dumps(deal, indent=2, ensure_ascii=False, default=str))
    else:
        tables(deal, list(TABLES))


@app.command()
def jv(path: Path) -> None:
    """The ventures, their stakes, facilities and terms."""
    tables(read(path), ["joint_ventures", "stakes", "facilities", "terms", "caveats"])


if __name__ == "__main__":
    app()
