"""The documents: what they show is what is printed, and what they name is there.

`python tests/test_documents.py --write` puts what is printed now into the `console` blocks.
"""

import re
import shutil
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path
from textwrap import indent
from typing import NamedTuple
from urllib.parse import unquote

import pytest
import typer
from markdown_it import MarkdownIt
from markdown_it.token import Token
from running import ROOT, environment, run

from dealcli.cli import app
from dealcli.commands import COMMANDS
from dealcli.loading import load

JSON = ROOT / "docs" / "json.md"
NAMES = ("README.md", "CONTRIBUTING.md", "docs/*.md")
DOCUMENTS = sorted(path for name in NAMES for path in ROOT.glob(name))
MODULES = [f"/{path.relative_to(ROOT).as_posix()}" for path in ROOT.glob("[!.]*/**/*.py")]
ANY_LINES = "..."
END = "\N{INFORMATION SEPARATOR TWO}"
SIGNS_OF_A_MISTAKE = re.compile(r"^Traceback|: command not found$", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: where its fences stand in its document, what it is marked as, its text."""

    document: Path
    first: int
    last: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.document.name}:{self.first + 1}"


def tokens(document: Path) -> list[Token]:
    """The pieces of a document, nested or not."""
    outer = MarkdownIt("commonmark").enable("table").parse(document.read_text(encoding="utf-8"))
    return [each for token in outer for each in (token, *(token.children or ()))]


def blocks(*documents: Path, language: str = "") -> list[Block]:
    """The fenced blocks of documents that are marked as one language, or all."""
    return [
        Block(document, token.map[0], token.map[1] - 1, token.info, token.content)
        for document in documents
        for token in tokens(document)
        if token.type == "fence" and token.map and language in ("", token.info)
    ]


def commands(block: Block) -> list[str]:
    """What is typed in a console block: after `$ `, and after `> ` where a command goes on."""
    found: list[str] = []
    typing = False
    for line in block.text.split("\n"):
        if line.startswith("$ "):
            found.append(line)
            typing = True
        elif typing and (line == ">" or line.startswith("> ")):
            found[-1] += f"\n{line}"
        else:
            typing = False
    return found


def rerun(block: Block) -> str:
    """A console block as it should be: its commands, run in one bash, and what they print."""
    typed = commands(block)
    script = "".join(
        # What parts the outputs leaves `$?` to the next command.
        re.sub(r"^(\$ |> ?)", "", each, flags=re.MULTILINE)
        + "\n_code=$?; printf '\\036'; (exit $_code)\n"
        for each in typed
    )
    path = f"{Path(sys.executable).parent}:{environment()['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        env=environment(PATH=path, COLUMNS="80", NO_COLOR="1", PYTHONUTF8="1"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    *printed, rest = ran.stdout.decode().split(END)
    assert len(printed) == len(typed), f"{block}: stopped after {len(printed)} commands: {rest}"
    assert not SIGNS_OF_A_MISTAKE.search(ran.stdout.decode()), f"{block}: {ran.stdout.decode()}"
    return "".join(
        f"{command}\n{output}" + ("\n" if output and output[-1] != "\n" else "")
        for command, output in zip(typed, printed, strict=True)
    )


def check(block: Block) -> None:
    """Fail when a console block does not show what is printed; `...` stands for any lines."""
    pattern = "".join(
        r"(?:.*\n)*" if line == f"{ANY_LINES}\n" else re.escape(line)
        for line in block.text.splitlines(keepends=True)
    )
    printed = rerun(block)
    difference = unified_diff(block.text.splitlines(), printed.splitlines(), lineterm="")
    assert re.fullmatch(pattern, printed), "\n".join((str(block), *difference))


def write(document: Path) -> bool:
    """Put what is printed now into a document, but for blocks with `...`; whether it changed."""
    lines = (before := document.read_text(encoding="utf-8")).split("\n")
    for block in reversed(blocks(document, language="console")):
        if ANY_LINES not in block.text.split("\n"):
            margin = re.match(" *", lines[block.first])
            assert margin
            lines[block.first + 1 : block.last] = indent(rerun(block), margin[0])[:-1].split("\n")
    document.write_text(after := "\n".join(lines), encoding="utf-8")
    return after != before


def targets(document: Path) -> list[str]:
    """The files that a document links to, as it writes them."""
    found: list[str] = []
    for token in tokens(document):
        if token.type.startswith("html"):
            found += re.findall(r'(?:src|srcset|href)="([^"]+)"', token.content)
        found += [str(token.attrs[name]) for name in ("href", "src") if name in token.attrs]
    return [unquote(each.partition("#")[0]) for each in found if not re.match(r"\w+:|#", each)]


def modules_named(document: Path) -> list[str]:
    """The Python files and the paths in src that a document names as code, but for a NAME."""
    code = (
        token.content
        for token in tokens(document)
        if "code" in token.type or (token.type == "fence" and token.info != "console")
    )
    found = re.findall(r"[\w./-]+\.py\b|\bsrc/[\w./-]+", "\n".join(code))
    return [name for name in found if "NAME" not in name]


def exists(module: str) -> bool:
    return (ROOT / module).exists() or any(path.endswith(f"/{module}") for path in MODULES)


@pytest.mark.parametrize("block", blocks(*DOCUMENTS, language="console"), ids=str)
def test_what_is_shown_is_what_is_printed(block):
    if re.search(r"\bjq\b", block.text) and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    check(block)


@pytest.mark.parametrize("block", blocks(*DOCUMENTS, language="sh"), ids=str)
def test_what_is_not_run_is_bash_all_the_same(block):
    subprocess.run(["bash", "-n"], input=block.text.encode(), check=True)


@pytest.mark.parametrize("block", blocks(*DOCUMENTS), ids=str)
def test_what_is_shown_after_a_prompt_is_run(block):
    assert block.text.startswith("$ ") == (block.language == "console")


@pytest.mark.parametrize("block", blocks(*DOCUMENTS, language="yaml"), ids=str)
def test_a_deal_file_that_is_shown_reads(block, tmp_path):
    path = tmp_path / "deal.yaml"
    path.write_text(block.text, encoding="utf-8")
    assert load(str(path)).deal.format == 1


def test_the_calls_of_jq_are_run():
    calling = [block for block in blocks(JSON) if "jq" in block.text]
    assert {block.language for block in calling} == {"console"}


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_command_is_shown_with_every_option(name):
    program = typer.main.get_command(app)
    command = program.get_command(None, name) if name else program
    options = {option for param in command.params for option in param.opts if option[0] == "-"}
    call = " ".join(("$ dealcli", *name.split(), "--help\n"))
    shown = "".join(block.text for block in blocks(*DOCUMENTS) if block.text.startswith(call))
    assert options - set(re.findall(r"(?<!\S)-[\w-]+", shown)) == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_links_lead_somewhere(document):
    assert [each for each in targets(document) if not (document.parent / each).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_modules_named_exist(document):
    assert [each for each in modules_named(document) if not exists(each)] == []


# What the tests above rest on.


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "document.md"


def console(document: Path, text: str) -> Block:
    document.write_text(f"# A title\n\n```console\n{text}```\n", encoding="utf-8")
    (block,) = blocks(document)
    return block


@pytest.mark.parametrize(
    "text",
    [
        "$ echo a\na\n",
        "$ printf a\na\n",
        "$ true\n",
        "$ echo a\na\n$ echo b; echo\nb\n\n",
        "$ echo a >&2; echo b\na\nb\n",
        "$ (exit 3)\n$ echo $?\n3\n$ echo $?\n0\n",
        "$ cat <<'X'\n> $a\n>\n> X\n$a\n\n",
        "$ echo a |\n>   tr a b\nb\n",
        "$ echo; echo '> a'\n\n> a\n",
        "$ a=1\n$ echo $a\n1\n",
        "$ echo $COLUMNS $NO_COLOR $FORCE_COLOR $DEALCLI_DEAL\n80 1\n",
        "$ COLUMNS=100 bash -c 'echo $COLUMNS'\n100\n",
        "$ ls pyproject.toml; cat\npyproject.toml\n",
        "$ seq 9\n1\n...\n9\n",
        "$ seq 9\n...\n5\n...\n",
        "$ seq 2\n1\n...\n2\n$ echo a\na\n",
        "$ dealcli --version\n...\n",
        "$ cut -d. -f1 <<< a.b\na\n",
    ],
)
def test_a_block_that_is_true(document, text):
    check(console(document, text))


@pytest.mark.parametrize(
    "text",
    [
        "$ echo a\nb\n",
        "$ echo a\n",
        "$ echo a\na\nb\n",
        "$ echo a\na \n",
        "$ echo a\na\n\n",
        "$ true\na\n",
        "a\n$ echo a\na\n",
        "$ echo abc\na.c\n",
        "$ seq 9\n1\n...\n8\n",
        "$ seq 9\n2\n...\n9\n",
        "$ echo ab\na...\n",
        "$ echo a\n\N{HORIZONTAL ELLIPSIS}\n",
        "$ exit 0\n$ echo a\na\n",
        "$ echo 'a\na\n",
        "$ no-such-program\n...\n",
        "$ python -c 'import no_such_module'\n...\n",
    ],
)
def test_a_block_that_is_not_true(document, text):
    block = console(document, text)
    with pytest.raises(AssertionError, match=r"document\.md:3"):
        check(block)


def test_the_output_is_put_into_a_document_and_nothing_else_is_changed(document):
    before = """\
- An item

  ```console
  $ printf 'a\\n\\n  b\\n'
  old
  $ true
  older
  ```

```console
$ seq 3
...
```

```sh
$ echo a
```

```console
$ echo \u00d7
```
"""
    after = before.replace("  old\n", "  a\n\n    b\n").replace("  older\n", "")
    after = after.replace("echo \u00d7\n", "echo \u00d7\n\u00d7\n")
    document.write_text(before, encoding="utf-8")
    assert write(document)
    assert document.read_text(encoding="utf-8") == after
    assert not write(document)


def test_a_document_whose_commands_fail_is_not_written(document):
    console(document, "$ echo a\n$ no-such-program\n")
    before = document.read_bytes()
    with pytest.raises(AssertionError):
        write(document)
    assert document.read_bytes() == before


def test_what_a_document_links_to(document):
    document.write_text(
        "[a](a.md#b) [b](#b) [c](https://a.b/c) ![d](d%20e.svg)\n\n| [e](e/) |\n|--|\n| [f] |\n\n"
        '<img src="g.svg"> <source srcset="h.svg">\n\n[f]: f.md\n\n`[no](no.md)`\n',
        encoding="utf-8",
    )
    assert targets(document) == ["a.md", "d e.svg", "e/", "f.md", "g.svg", "h.svg"]


def test_which_modules_a_document_names(document):
    document.write_text(
        "`src/dealcli/` `cli.py` no.py `views/NAME.py`\n\n"
        "```text\nrenderers/theme.py is one\n```\n\n"
        "```console\n$ python no.py\n```\n\n    src/gone.py\n",
        encoding="utf-8",
    )
    named = modules_named(document)
    assert named == ["src/dealcli/", "cli.py", "renderers/theme.py", "src/gone.py"]
    assert [exists(each) for each in named] == [True, True, True, False]
    assert not exists("li.py")


def test_the_first_deal_of_the_readme_passes_its_check(tmp_path):
    (block,) = blocks(ROOT / "README.md", language="yaml")
    (release,) = re.findall(r"as `release.txt`, here:\n\n> (.+)", block.document.read_text("utf-8"))
    (tmp_path / "release.txt").write_text(release, encoding="utf-8")
    (tmp_path / "deal.yaml").write_text(block.text, encoding="utf-8")
    done = run("check", str(tmp_path / "deal.yaml"), "--strict")
    assert (done.code, done.err) == (0, ""), done.out


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python tests/test_documents.py --write")
    for path in DOCUMENTS:
        sys.stdout.write(f"{path.name}: {'written' if write(path) else 'as it was'}\n")
