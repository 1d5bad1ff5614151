"""A field says what it means where it is defined, and every check knows it by that."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import keys
import pytest
from hostile.trials import unmeasured

from dealcli import meanings, model
from dealcli.checks.references import kinds_named
from dealcli.model import Part, Text, meanings_of, parts

PACKAGE = Path(model.__file__).parent
PLACE = "    makes: Annotated["
RELEASE = "Alder will supply 40 tonnes of lime from the Birch quarry near Oslo in 2031.\n"
DEAL = """\
format: 1
id: lime
title: Lime from Alder
sources: [{id: release, title: The announcement, file: release.txt}]
parties: [{id: alder, name: Alder, quote: Alder}]
facilities:
- {id: quarry, name: Birch quarry, added: VALUE, quote: RELEASE}
set_aside: [{quote: RELEASE, why: the whole text}]
"""
FIELDS = {
    "Identifier": ("Id", 'Identifier("A second name.")', "birch", "alder", "duplicate-id"),
    "Reference": ("Id", 'Reference("The operator.", "Party")', "alder", "nobody", "unknown-id"),
    "Reference to another kind": (
        "Id",
        'Reference("The operator.", "Party")',
        "alder",
        "quarry",
        "wrong-kind",
    ),
    "Verbatim": ("Text", 'Verbatim("The town.")', "Oslo", "Bergen", "ungrounded-name"),
    "Verbatim anywhere": (
        "Text",
        'Verbatim("What it is called.", anywhere=True)',
        "the Birch quarry",
        "the Company",
        "ungrounded-name",
    ),
    "SourceWords": ("Text", 'SourceWords("Input.")', "lime", "unobtainium", "ungrounded-name"),
    "Paraphrase": (
        "Text",
        'Paraphrase("What it takes.")',
        "40 tonnes of lime",
        "900 tonnes of lime",
        "ungrounded-text",
    ),
    "Remark": ("Text", 'Remark("A remark.")', "by 2031", "by 2035", "ungrounded-text"),
    "Vocabulary": (
        "Word",
        'Vocabulary("What it digs.", "minerals")',
        "lime",
        "chalk",
        "unsupported-word",
    ),
    "Number": ("Amount", 'Number("How much.")', "40", "41", "ungrounded-number"),
    "Number with a unit": (
        "Amount",
        'Number("How much.", "%")',
        "{exact: 40, unit: tonnes}",
        "40",
        "wrong-unit",
    ),
    "Time": ("When", 'Time("When it opens.")', "2031", "2032", "ungrounded-date"),
}
"""The type and meaning of a field, a value that the release supports, a lie, and its code."""


def codes(package: Path, folder: Path, value: str) -> set[str]:
    """The codes of what a copy of the program finds in a deal whose facility has a value."""
    (folder / "release.txt").write_text(RELEASE, encoding="utf-8")
    deal = DEAL.replace("RELEASE", f'"{RELEASE.strip()}"').replace("VALUE", value)
    (folder / "deal.yaml").write_text(deal, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "dealcli", "check", "--json", "deal.yaml"],
        cwd=folder,
        env=unmeasured() | {"PYTHONPATH": str(package)},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    problems = json.loads(done.stdout)["problems"]
    return {one["code"] for one in problems if one["address"].startswith("/facilities/0/added")}


@pytest.mark.parametrize("name", FIELDS)
def test_a_lie_in_a_new_field_is_caught_without_a_change_to_a_check(name, tmp_path):
    kind, meaning, honest, lie, code = FIELDS[name]
    shutil.copytree(PACKAGE, tmp_path / "copy" / "dealcli")
    path = tmp_path / "copy" / "dealcli" / "model.py"
    text = path.read_text(encoding="utf-8")
    assert text.count(PLACE) == 1
    added = f"    added: Annotated[{kind} | None, {meaning}] = None\n"
    path.write_text(text.replace(PLACE, added + PLACE), encoding="utf-8")
    assert codes(tmp_path / "copy", tmp_path, honest) == set()
    assert codes(tmp_path / "copy", tmp_path, lie) == {code}


@pytest.mark.parametrize("annotation", [Text | None, Annotated[Text | None, "the town"]])
def test_a_field_that_declares_no_meaning_cannot_be_defined(annotation):
    members = {"__annotations__": {"town": annotation}, "town": None, "__module__": __name__}
    with pytest.raises(TypeError, match=r"^Quarry\.town does not declare its meaning$"):
        type(Part)("Quarry", (Part,), members)


def test_every_meaning_is_one_of_a_field_and_none_is_without_a_description():
    found = [meaning for part in parts() for meaning in meanings_of(part).values()]
    every = set(meanings.Meaning.__subclasses__())
    assert {type(one) for one in found} == every
    assert all(one.description[-1:] == "." for one in found)


def test_a_reference_names_a_type_of_the_model():
    for part in parts():
        for meaning in meanings_of(part).values():
            if isinstance(meaning, meanings.Reference):
                assert set(kinds_named(meaning)) <= set(parts())


def test_the_keys_in_the_document_are_those_of_the_model():
    (written,) = keys.MARKED.findall(keys.DOCUMENT.read_text(encoding="utf-8"))
    assert written == keys.made()
