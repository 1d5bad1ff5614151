"""What a tree gets wrong against the model: every structural issue of a file, at once.

msgspec converts fast but stops at the first error; this walks the same types, described by
`msgspec.inspect`, and runs only when a conversion failed or could have been too lenient.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any, NamedTuple, cast

import msgspec
from msgspec import inspect

from dealcli.characters import beginning
from dealcli.decoding import MAX_ISSUES
from dealcli.issues import Code, Issue
from dealcli.model import PLAIN_NUMBER, Deal, Part, in_words
from dealcli.yamltree import Tree, pointer

_NUMBER = re.compile(PLAIN_NUMBER)

_Found = Iterator[Issue]


def issues(tree: Tree) -> list[Issue]:
    """Every way in which a tree is not a deal, sorted by place; of very many, the first."""
    found = _Walk(tree).value(tree.root, inspect.type_info(Deal), "")
    return sorted(islice(found, MAX_ISSUES), key=lambda issue: issue.where)


def given(value: Any) -> Any:
    """A value without the keys that have none: an empty list may be written as nothing."""
    if isinstance(value, dict):
        return {key: given(item) for key, item in value.items() if item is not None}
    return [given(item) for item in value] if isinstance(value, list) else value


def nearest(word: str, known: Mapping[str, Any] | list[str]) -> str:
    """The known word that a wrong one was most likely meant to be, or nothing."""
    low = word[:60].lower()
    close = get_close_matches(low.replace("-", "_"), list(known), 1, 0.6)
    close = close or get_close_matches(low.replace("_", "-"), list(known), 1, 0.6)
    return close[0] if close else ""


class _Form(NamedTuple):
    """What the text of a field should be, in words and as a pattern."""

    noun: str
    pattern: str


class _Walk:
    """One walk over a tree; each method yields the issues of a value at an address."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def issue(
        self, address: str, code: Code, message: str, hint: str = "", *, of_key: bool = False
    ) -> Issue:
        return self.tree.located(
            Issue(address=address, code=code, message=message, hint=hint, of_key=of_key)
        )

    def value(self, value: Any, kind: inspect.Type, address: str) -> _Found:
        noun = pattern = ""
        while isinstance(kind, inspect.Metadata):
            noun = (kind.extra or {}).get("noun", noun)
            pattern = (kind.extra_json_schema or {}).get("pattern", pattern)
            kind = kind.type
        if isinstance(kind, inspect.UnionType):
            yield from self.value(value, _branch(kind, value), address)
        elif isinstance(kind, inspect.VarTupleType):
            yield from self.items(value, kind, address)
        elif value is None:
            hint = "write one, or leave the key out"
            yield self.issue(address, "no-value", f"{_name(address)} has no value", hint)
        elif isinstance(kind, inspect.StructType):
            yield from self.mapping(value, kind, address)
        elif not isinstance(value, str):
            wanted = noun or _LEAVES.get(type(kind), "one word")
            message = f"{_name(address)} is {_shape(value)}; it should be {wanted}"
            yield self.issue(address, "wrong-type", message)
        else:
            yield from self.leaf(value, kind, _Form(noun, pattern), address)

    def items(self, value: Any, kind: inspect.VarTupleType, address: str) -> _Found:
        if value is None:
            return
        if not isinstance(value, list):
            message = f"{_name(address)} is {_shape(value)}; it should be a list"
            hint = "start each item on a line of its own with '- '"
            yield self.issue(address, "wrong-type", message, hint)
            return
        for index, item in enumerate(value):
            yield from self.value(item, kind.item_type, pointer(address, index))

    def mapping(self, value: Any, kind: inspect.StructType, address: str) -> _Found:
        known = {field.encode_name: field for field in kind.fields}
        subject = noun(cast(type[Part], kind.cls))
        if not isinstance(value, dict):
            message = (
                f"{_name(address)} is {_shape(value)}; it should be {subject}, as 'key: value'"
            )
            hint = f"its keys: {', '.join(known)}"
            yield self.issue(address, "wrong-type", message, hint)
            return
        clean = True
        for issue in self.fields(value, known, subject, address):
            clean = False
            yield issue
        if clean and hasattr(kind.cls, "__post_init__"):
            yield from self.whole(value, kind.cls, address)

    def fields(
        self, value: dict[str, Any], known: dict[str, inspect.Field], subject: str, address: str
    ) -> _Found:
        for key, item in value.items():
            below = pointer(address, key)
            if key in known:
                yield from self.value(item, known[key].type, below)
                continue
            close = nearest(key, known)
            hint = f"did you mean '{close}'?" if close else f"its keys: {', '.join(known)}"
            message = f"{subject} has no key '{beginning(key)}'"
            yield self.issue(below, "unknown-key", message, hint, of_key=True)
        for key, field in known.items():
            if field.required and key not in value:
                message = f"{subject} needs the key '{key}'"
                yield self.issue(address, "missing-key", message, f"add a line '{key}: ...' here")

    def whole(self, value: dict[str, Any], cls: type, address: str) -> _Found:
        """What only a mapping as a whole can get wrong: the model's own `__post_init__`."""
        try:
            msgspec.convert(given(value), cls, strict=False)
        except msgspec.ValidationError as error:
            message = str(error).partition(" - at `")[0]
            yield self.issue(address, "incomplete", message)

    def leaf(self, text: str, kind: inspect.Type, form: _Form, address: str) -> _Found:
        shown = beginning(text)
        message = f"'{shown}' is not {form.noun or _LEAVES.get(type(kind), 'a known word')}"
        if isinstance(kind, inspect.LiteralType):
            words = [str(word) for word in kind.values]
            if text not in words:
                message = f"'{shown}' is not a word that {_name(address)} can have"
                yield self.issue(address, "unknown-word", message, _choice(text, words))
        elif isinstance(kind, inspect.DecimalType):
            if not _NUMBER.fullmatch(text):
                yield self.issue(address, "bad-number", message, _number_hint(text))
        elif isinstance(kind, inspect.IntType):
            number = int(text) if re.fullmatch("0|[1-9][0-9]{0,8}", text) else -1
            if not (kind.ge or 0) <= number <= (kind.le or number):
                yield self.issue(address, "bad-number", message)
        elif isinstance(kind, inspect.StrType):
            if form.pattern and not re.fullmatch(form.pattern, text):
                code, hint = _pattern_code(form.noun), _form_hint(form.noun)
                yield self.issue(address, code, message, hint)
            elif kind.min_length and not text:
                yield self.issue(address, "no-value", f"{_name(address)} is empty text")


_LEAVES: dict[type, str] = {inspect.DecimalType: "a number", inspect.StrType: "text"}


def _branch(kind: inspect.UnionType, value: Any) -> inspect.Type:
    """The alternative of a union that a value can only have been meant for, by its shape."""
    wanted: tuple[type, ...] = (inspect.Metadata, inspect.StrType, inspect.DecimalType)
    if isinstance(value, dict):
        wanted = (inspect.StructType,)
    elif isinstance(value, list):
        wanted = (inspect.VarTupleType,)
    options = [option for option in kind.types if not isinstance(option, inspect.NoneType)]
    for option in options:
        bare = option.type if isinstance(option, inspect.Metadata) else option
        if isinstance(bare, wanted) or isinstance(option, wanted):
            return option
    return options[0]


def _name(address: str) -> str:
    """What to call the value at an address: its key, or its place in a list."""
    around, _, last = address.rpartition("/")
    if not address:
        return "the file"
    if last.isdecimal():
        return f"item {int(last) + 1} of '{around.rpartition('/')[2]}'"
    return f"'{last}'"


def _shape(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, str):
        return "text"
    return "a mapping" if isinstance(value, dict) else "a list"


def noun(part: type[Part]) -> str:
    """A model class as words with an article: JointVenture, a joint venture."""
    words = in_words(part)
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _choice(text: str, words: list[str]) -> str:
    close = nearest(text, words)
    known = f"it can be: {', '.join(words)}"
    return f"did you mean '{close}'? {known}" if close else known


def _number_hint(text: str) -> str:
    if text.endswith("%"):
        return "write the number without the % sign"
    if "," in text:
        return "write digits, with a point before decimals: 1000, 16.7"
    if re.fullmatch(r"-?0(?:\.0*[0-9]*)?", text):
        return "the smallest number is 0.000001, and zero is 0"
    if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", text):
        return "a number has no leading zero and at most 20 digits on either side of the point"
    return "digits only, such as 90 or 16.7; more is said as {about: 10, unit: $ million}"


def _form_hint(noun: str) -> str:
    if noun.startswith("a time"):
        return "what the source says in words goes in a mapping: {text: ...}, or {by: 2027-Q3}"
    return ""


def _pattern_code(noun: str) -> Code:
    return "bad-date" if "exists" in noun else "bad-text"
