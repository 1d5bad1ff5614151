"""What a file says cannot pass for what the program says: in messages it is one line."""

import pytest
from running import refused, run

FORGED = (
    "x\n::error file=a::forged",
    "x\r::error::forged",
    "x\ndeal.yaml: no error; 59 records",
    "x\n##[error]forged",
    "x\u2028y\x85z\x0bw",
)


def lines(out: str) -> list[str]:
    """The lines of an output as any program may cut them."""
    return out.splitlines()


def in_yaml(text: str) -> str:
    return (
        '"' + "".join(f"\\u{ord(one):04x}" if one < " " or one > "~" else one for one in text) + '"'
    )


@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("form", ["text", "github"])
@pytest.mark.parametrize(
    "deal",
    [
        "parties:\n- {id: a, name: {}, quote: nothing like it}\n",
        "parties:\n- {id: a, name: A, quote: {}}\n",
        "parties:\n- {id: a, name: A, headquarters: {}, quote: text}\n",
        "aims:\n- {text: {}, quote: text}\n",
        "caveats:\n- {id: c, kind: hedge, text: x, applies_to: [a], note: {}, quote: text}\n",
    ],
)
def test_in_a_value(forged, form, deal, tmp_path):
    path = tmp_path / "deal.yaml"
    source = "sources:\n- {id: s, title: T, file: release.txt}\n"
    (tmp_path / "release.txt").write_text("Some text, that is it.\n")
    path.write_text(f"format: 1\nid: a\ntitle: T\n{source}{deal.replace('{}', in_yaml(forged), 1)}")
    result = run("check", "--format", form, str(path))
    assert result.code in (0, 1)
    for line in lines(result.out):
        ours = line.startswith((f"{path}:", f"{tmp_path}/release.txt:", "  "))
        assert (
            ours
            or (form == "github" and f"file={path}," in line.replace("%3A", ":"))
            or (form == "github" and "release.txt" in line and line.startswith("::"))
        ), line


@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("form", ["text", "github"])
def test_in_the_name_of_a_source(forged, form, tmp_path):
    path = tmp_path / "deal.yaml"
    name = forged.replace("/", "")
    (tmp_path / name).write_text("Some text, that may be it. And more of it.\n")
    path.write_text(
        f"format: 1\nid: a\ntitle: T\nsources:\n- {{id: s, title: T, file: {in_yaml(name)}}}\n"
        "aims:\n- {text: x, quote: Some text}\n"
    )
    out = run("check", "--format", form, str(path)).out
    starts = ("::warning file=", "::error file=") if form == "github" else ("  ",)
    assert all(line.startswith((*starts, f"{tmp_path}/")) for line in lines(out))


@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("form", ["text", "github"])
def test_in_the_name_of_a_deal(forged, form, tmp_path):
    path = tmp_path / forged.replace("/", "")
    path.write_text("format: 1\nid: a\ntitle: T\nkind: nothing\n")
    out = run("check", "--format", form, str(path)).out
    starts = ("::error file=",) if form == "github" else ("  ",)
    assert all(line.startswith((*starts, f"{tmp_path}/")) for line in lines(out))
    told = refused("summary", str(path))
    assert all(line.startswith(("  ", f"{tmp_path}/")) for line in lines(told))


@pytest.mark.parametrize("name", ["::error::x.yaml", " ::error::x.yaml", "##[error]x.yaml"])
def test_a_name_that_a_workflow_takes_for_a_command(name, tmp_path, monkeypatch):
    monkeypatch.setattr("running.ROOT", tmp_path)
    (tmp_path / name).write_text("format: 1\nid: a\ntitle: T\nkind: nothing\n")
    for form in ("text", "github"):
        out = run("check", "--format", form, name).out
        assert lines(out)[-1] == f"./{name}: 1 error"
        assert not any(line.lstrip().startswith(("::error::x", "##")) for line in lines(out))
    assert refused("summary", name).startswith(f"./{name}:4:7: error")


@pytest.mark.parametrize("forged", FORGED)
def test_in_a_message(forged, tmp_path):
    path = tmp_path / "deal.yaml"
    path.write_text(f"format: 1\nid: a\ntitle: T\nparties: [{{id: p, name: {in_yaml(forged)}}}]\n")
    for call in (("jv", "--who", f"{forged}!"), ("source", str(path), forged)):
        told = refused(*call[:1], *([str(path)] if call[0] == "jv" else []), *call[1:])
        assert len(lines(told)) == 1
