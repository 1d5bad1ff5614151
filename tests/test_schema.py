"""The JSON Schema: an editor refuses nothing that the reader takes, and explains every key."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from damage import damaged_deals
from generating import as_text, plain_deals
from hypothesis import HealthCheck, event, given, settings
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from reading import HEAD, issues
from running import DEALS, ROOT, deal, shown
from test_documents import blocks

from dealcli.schema import schema

FILE = ROOT / "data" / "deal.schema.json"
SCHEMA = schema()

thorough = settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def seen(text: str) -> Any:
    """What an editor sees in an unquoted text: the core schema of YAML 1.2.2, section 10.3.2."""
    if re.fullmatch("null|Null|NULL|~|", text):
        return None
    if re.fullmatch("true|True|TRUE|false|False|FALSE", text):
        return text.lower() == "true"
    if re.fullmatch("[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch("0o[0-7]+|0x[0-9a-fA-F]+", text):
        return int(text, 0)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    if re.fullmatch(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", text):
        return float(text.replace(".", ""))
    return text


class Editor(yaml.SafeLoader):
    """Reads a file as an editor does."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.style else seen(node.value)
        return super().construct_object(node, deep)


def ecma(_: Any, pattern: str, text: Any, __: Any) -> Iterator[ValidationError]:
    """A pattern as ECMA 262 has it, where `$` is the very end; Python's is before a newline too."""
    if isinstance(text, str) and not re.search(pattern.replace("$", r"\Z"), text):
        yield ValidationError(f"{text!r} does not match {pattern!r}")


VALIDATOR = extend(Draft7Validator, {"pattern": ecma})(SCHEMA)


def faults(text: str) -> list[str]:
    """What an editor tells of a text."""
    return [each.message for each in VALIDATOR.iter_errors(yaml.load(text, Editor))]


def unquoted(value: Any) -> Any:
    """Plain data as an editor sees it where no text is quoted, but what would be no text then."""
    if isinstance(value, dict):
        return {key: unquoted(each) for key, each in value.items()}
    if isinstance(value, list):
        return [unquoted(each) for each in value]
    return value if value is None or seen(value) is None else seen(value)


def schemas(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in the schema."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from schemas(each)


PATTERNS = sorted({each["pattern"] for each in schemas(SCHEMA) if type(each.get("pattern")) is str})


def test_it_is_a_schema_of_the_draft_that_it_names():
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(SCHEMA)


def test_the_file_is_what_the_command_prints():
    """Remade with `dealcli schema > data/deal.schema.json`."""
    assert FILE.read_text(encoding="utf-8") == shown("schema", encoding="ascii", reads="utf-8")


def test_the_bundled_deal_points_to_the_file():
    first = (ROOT / "data" / "deal.yaml").read_text(encoding="utf-8").splitlines()[0]
    comment, _, path = first.partition("=")
    assert comment == "# yaml-language-server: $schema"
    assert FILE.samefile(ROOT / "data" / path)


@pytest.mark.parametrize("path", ["data/deal.yaml", *map(deal, DEALS)])
def test_a_deal_shows_no_fault(path):
    assert faults((ROOT / path).read_text(encoding="utf-8")) == []
    assert faults(shown("summary", path, "--json")) == []


def test_the_start_of_a_new_file_shows_no_fault():
    assert faults(HEAD) == []
    assert faults(f"# yaml-language-server: $schema=deal.schema.json\n{HEAD}") == []


@pytest.mark.parametrize("block", blocks(ROOT / "README.md", language="yaml"), ids=str)
def test_a_file_is_told_of_line_by_line_as_the_reader_would(block):
    lines = block.text.splitlines(keepends=True)
    for end in range(1, len(lines) + 1):
        start = "".join(lines[:end])
        assert (faults(start) == []) == (issues(start) == []), start
    assert faults(block.text) == []


@pytest.mark.parametrize(
    "text",
    [
        "title: 2024",
        "title: 1e5",
        "title: no",
        "title: true",
        "title: .inf",
        "id: 007",
        "id: 1e-5",
        "id: true",
        'format: "1"',
        "sources:",
        "parties: ~",
        "parties: [{id: a, name: A, listings: [{ticker: 600519}]}]",
        "sources: [{id: a, title: A, published: 2025-04-14}]",
        f"sources: [{{id: a, title: A, sha256: {'1' * 64}}}]",
        "payments: [{when: 2027}, {when: 2024-06}, {when: {by: 2027}}, {when: '2027'}]",
        "payments: [{amount: '5'}, {amount: -0.5}, {from: 1}, {to: [1, a-b]}]",
        "terms: [{id: a, kind: false, price: 5}]",
        "market: [{what: a, points: [{year: '2030', amount: {up_to: 1, also: ~}}]}]",
        "quote: 90",
        "quote: [90, {exact: 5}]",
    ],
)
def test_what_is_not_quoted_shows_no_fault(text):
    key = text.partition(":")[0]
    text = "".join(f"{line}\n" for line in HEAD.splitlines() if not line.startswith(key)) + text
    assert issues(text) == []
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "annouced: 2025-04-14",
        "kind: jv",
        "kind:",
        "note:",
        "note: ''",
        "note: [a]",
        "announced: 2025-02-29",
        "announced: 2025",
        "parties: {a: b}",
        "parties: [a]",
        "parties: [{id: a}]",
        "parties: [{id: A b, name: A}]",
        "parties: [{id: -7, name: A}]",
        "parties: [{id: a, name: A, nmae: B}]",
        "parties:\n-",
        "quote: {exct: a}",
        "quote: [a, ~]",
        "facilities: [{id: a, name: A, place: here}]",
        "facilities: [{id: a, name: A, horizon: near_term}]",
        "terms: [{id: a, kind: Big deal}]",
        "terms: [{id: a, kind: supply, price: {about: cheap}}]",
        "payments: [{amount: 90%}]",
        "payments: [{amount: '1,000'}]",
        "payments: [{amount: [1]}]",
        "payments: [{amount: {unit: GWh}}]",
        "payments: [{amount: {exact: 1, about: 1}}]",
        "payments: [{amount: {from: 1}}]",
        "payments: [{amount: {exact: 1, to: 2}}]",
        "payments: [{when: 2027-Q5}]",
        "payments: [{when: 27}]",
        "payments: [{when: {}}]",
        "payments: [{when: {to: 2027}}]",
        "market: [{what: a, points: [{year: 2030-06, amount: 1}]}]",
        "sources: [{id: a, title: A, sha256: 0f}]",
        "holdings: [{holder: a, in: b, basis: implied}]",
        "joint_ventures: [{id: a, name: A, investment: [{whta: b}]}]",
    ],
)
def test_a_fault_is_shown(text):
    assert issues(f"{HEAD}{text}")
    assert faults(f"{HEAD}{text}")


@pytest.mark.parametrize("missing", ["format", "id", "title"])
def test_a_key_that_is_missing_is_shown(missing):
    text = "".join(f"{line}\n" for line in HEAD.splitlines() if not line.startswith(missing))
    assert any(missing in each for each in faults(text))


@thorough
@given(plain_deals())
def test_no_deal_shows_a_fault_quoted_or_not(plain):
    assert list(VALIDATOR.iter_errors(plain)) == []
    assert list(VALIDATOR.iter_errors(unquoted(plain))) == []


@thorough
@given(damaged_deals())
def test_of_quoted_values_the_schema_and_the_reader_say_the_same(plain):
    read = issues(as_text(plain)) == []
    event("read" if read else "refused")
    assert VALIDATOR.is_valid(plain) == read
    assert VALIDATOR.is_valid(unquoted(plain)) or not read


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_one_in_ecma_262_too(pattern):
    """Of what the two write differently it has nothing: escapes, groups, quantifiers."""
    assert pattern[0] + pattern[-1] == "^$"
    assert set(re.findall(r"\\.", pattern)) <= {r"\."}
    assert set(re.findall(r"\((?:\?[^\w(\[]?)?", pattern)) <= {"(?:", "(?!"}
    assert not re.search(r"[*+?}][+?]", pattern)


def test_every_key_and_every_record_is_explained():
    properties = [each["properties"] for each in (SCHEMA, *SCHEMA["definitions"].values())]
    for each in properties:
        for key, value in each.items():
            assert re.fullmatch(r"[A-Z].*\.", value["description"]), key
    untold = {name for name, each in SCHEMA["definitions"].items() if "description" not in each}
    assert untold == {"Location", "Moment", "Passage", "Quantity"}


def test_every_firmness_is_explained():
    told = SCHEMA["definitions"]["Stake"]["properties"]["firmness"]
    assert all(word in told["description"] for word in told["enum"])
