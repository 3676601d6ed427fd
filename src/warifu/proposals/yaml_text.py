"""YAML as an analyst writes it: every value text, every value with its line, nothing clever.

Aliases, tags and repeated keys are refused: the first can blow up a file, the second can run code, the third lose a
value without a word.
"""

from __future__ import annotations

import difflib
import re
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, Final, TypeVar

import msgspec
import yaml

from warifu.errors import DateError, MoneyError
from warifu.terms.dates import PartialDate
from warifu.terms.money import Money
from warifu.terms.problem import Problem, Severity

Path = tuple[str | int, ...]
Lines = Mapping[Path, int]
T = TypeVar("T")
LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
ID: Final = re.compile(r"[^\W_][\w.+-]{0,119}")
"""What an id may be: it becomes part of addresses, file names and the ids of statements and figures."""
NO_YEAR: Final = re.compile(
    r"(?:--)?[0-9]{1,2}[-/. ][0-9]{1,2}\.?|[0-9]{1,2}(?:st|nd|rd|th)? [^\W\d]+|[^\W\d]+ [0-9]{1,2}"
    r"|[0-9]{1,2}月[0-9]{1,2}日"
)
"""A day and a month, in the ways that people write them, with no year."""
EMPTY: Final = frozenset({"", "null", "~"})


def load(data: bytes, name: str) -> tuple[Any, dict[Path, int], list[Problem]]:
    """Bytes of a YAML file as nested dicts, lists and texts.

    Returns:
        The value, the line (from 1) of each path in it, and the problems; the value is None if there are any.
    """
    text, problem = decoded(data, name)
    if problem is not None:
        return None, {}, [problem]
    lines: dict[Path, int] = {}
    problems: list[Problem] = []
    try:
        node = yaml.compose(text, Loader=LOADER)
        if node is None:
            message = "the file is empty: copy another sheet into it or delete it"
            return None, {}, [file_fault(name, 1, "empty-file", message)]
        value = _plain(node, (), lines, problems, name, set())
    except yaml.YAMLError as fault:
        return None, {}, [_broken(fault, name)]
    except RecursionError:
        message = "this is not YAML of ours: it is nested hundreds of levels deep; check the brackets and indentation"
        return None, {}, [file_fault(name, 1, "broken-yaml", message)]
    return (None if problems else value), lines, problems


def decoded(data: bytes, name: str) -> tuple[str, Problem | None]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", file_fault(name, 1, "wrong-encoding", "the file is UTF-16; save it as UTF-8")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"byte {fault.start} (0x{data[fault.start]:02x}) is not UTF-8; save the file as UTF-8"
        return "", file_fault(name, line, "wrong-encoding", message)


def _broken(fault: yaml.YAMLError, name: str) -> Problem:
    mark = getattr(fault, "problem_mark", None)
    line = 1 if mark is None else mark.line + 1
    what = getattr(fault, "problem", None) or str(fault).splitlines()[0]
    remedy = "check the indentation, and put quotes around a text that holds ': ' or starts with a bracket"
    return file_fault(name, line, "broken-yaml", f"this is not YAML: {what}; {remedy}")


def _plain(node: Any, path: Path, lines: dict[Path, int], problems: list[Problem], name: str, seen: set[int]) -> Any:
    line = node.start_mark.line + 1
    lines[path] = line
    if id(node) in seen:
        problems.append(file_fault(name, line, "yaml-alias", "aliases (*name) are not read: write the value out"))
        return None
    seen.add(id(node))
    if not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag:
        problems.append(file_fault(name, line, "yaml-tag", f"the tag {node.tag} is not read: write a plain value"))
        return None
    if isinstance(node, yaml.ScalarNode):
        return None if node.value in EMPTY and not node.style else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, i), lines, problems, name, seen) for i, item in enumerate(node.value)]
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        at = key_node.start_mark.line + 1
        if key in result:
            first = lines[(*path, key)]
            message = f"{key!r} stands here and on line {first}: keep one of them, or nothing says which is meant"
            problems.append(file_fault(name, at, "repeated-key", message))
            continue
        result[key] = _plain(value_node, (*path, key), lines, problems, name, seen)
        lines[(*path, key)] = at
    return result


def shape(value: Any, kind: type[T], name: str, lines: Lines) -> tuple[T | None, list[Problem]]:
    """Give a loaded value its type, or say everything that keeps it from having one."""
    try:
        found = msgspec.convert(_without_none(value), kind, strict=False, dec_hook=hook)
        faults = list(_not_finite(found, ()))
        if not faults:
            return found, []
    except (msgspec.ValidationError, DateError, MoneyError) as fault:
        faults = list(_faults(_without_none(value), kind, ()))
        if not faults:  # nothing is ever dropped without a word
            faults = [((), "wrong-shape", str(fault))]
    return None, [file_fault(name, _line(lines, path), rule, message) for path, rule, message in faults]


def _not_finite(value: object, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Numbers that read as numbers and are none: NaN and Infinity."""
    if isinstance(value, Decimal):
        if not value.is_finite():
            yield path, "bad-number", f"{_dotted(path)}: {value} is not a number"
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _not_finite(getattr(value, field), (*path, field))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _not_finite(item, (*path, number))


def hook(kind: type, value: Any) -> Any:
    """Words to partial dates and money, for msgspec."""
    if kind is PartialDate:
        return PartialDate.parse(str(value))
    if kind is Money:
        return Money.parse(str(value))
    raise NotImplementedError(kind)  # pragma: no cover - no other kind is used in a sheet


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_none(item) for item in value]
    return value


def _line(lines: Lines, path: Path) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _faults(value: Any, kind: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Walk value and type together and name each place where they part."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        kind = next(item for item in inner if item is not type(None))
        yield from _faults(value, kind, path)
    elif origin is dict:
        if isinstance(value, dict):
            for key, item in value.items():
                yield from _faults(item, inner[1], (*path, key))
        else:
            yield path, "wrong-shape", f"{_dotted(path)} needs names and values under it"
    elif origin is tuple:
        if isinstance(value, list):
            if inner[-1] is not Ellipsis and len(value) != len(inner):
                yield path, "wrong-shape", f"{_dotted(path)} takes {len(inner)} values, and has {len(value)}"
            for i, item in enumerate(value):
                yield from _faults(item, inner[0], (*path, i))
        else:
            yield path, "wrong-shape", f"{_dotted(path)} is a list: write [a, b], or one '- ' line for each"
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield from _struct_faults(value, kind, path)
    else:
        yield from _leaf_faults(value, kind, path)


def _struct_faults(value: Any, kind: type[msgspec.Struct], path: Path) -> Iterator[tuple[Path, str, str]]:
    if not isinstance(value, dict):
        yield path, "wrong-shape", f"{_dotted(path)} needs fields under it, such as {kind.__struct_fields__[0]}: …"
        return
    hints = typing.get_type_hints(kind)
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    for key in value:
        if key not in fields:
            near = nearest(key, list(fields))
            yield (*path, key), "unknown-field", f"there is no field {key!r} here{near}"
    for field_name, field in fields.items():
        if field_name in value:
            yield from _faults(value[field_name], hints[field_name], (*path, field_name))
        elif field.required:
            yield path, "missing-field", f"{_dotted((*path, field_name))} is missing: add a line '{field_name}: …'"


def _leaf_faults(value: Any, kind: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    try:
        msgspec.convert(value, kind, strict=False, dec_hook=hook)
    except (msgspec.ValidationError, DateError, MoneyError) as fault:
        if isinstance(value, dict | list):
            yield path, "wrong-shape", f"{_dotted(path)} takes one value, not a list or fields"
        elif isinstance(kind, type) and issubclass(kind, Enum):
            allowed = [str(word.value) for word in kind]
            near = nearest(str(value), allowed)
            yield path, "unknown-code", f"{_dotted(path)}: {value!r} is not one of {', '.join(allowed)}{near}"
        elif kind is PartialDate and NO_YEAR.fullmatch(str(value).strip()):
            yield (
                path,
                "day-without-year",
                (
                    f"{_dotted(path)}: {value!r} tells a day and no year: find the year, or leave it empty; "
                    "never take it from an address"
                ),
            )
        elif kind is PartialDate:
            yield path, "bad-date", f"{_dotted(path)}: {re.sub(' at `.*`$', '', str(fault))}"
        elif kind is Money:
            yield path, "bad-amount", f"{_dotted(path)}: {re.sub(' at `.*`$', '', str(fault))}"
        elif kind in (int, Decimal, float):
            yield path, "bad-number", f"{_dotted(path)}: {value!r} is not a number; write digits, such as 0.5 or 1200"
        elif kind is bool:
            yield path, "wrong-shape", f"{_dotted(path)}: {value!r} does not fit; write true or false"
        else:
            yield path, "wrong-shape", f"{_dotted(path)}: {value!r} does not fit ({kind.__name__} is wanted)"


def nearest(word: str, words: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.5)
    return f". Did you mean {near[0]!r}?" if near else ""


def _dotted(path: Path) -> str:
    """("stages", 0, "on") as "stages 1, on"."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int) and words:
            words[-1] += f" {step + 1}"
        else:
            words.append(str(step))
    return ", ".join(words) or "the file"


def no_id(field: str, text: str) -> str:
    return (
        f"{field}: {text!r} cannot be an id: it becomes part of addresses and file names, so write letters, digits and "
        ". _ - only, beginning with a letter or digit"
    )


def at(name: str, lines: Lines, path: Path, rule: str, message: str) -> Problem:
    """A fault at a path of a loaded file, at the nearest line that is known."""
    return file_fault(name, _line(lines, path), rule, message)


def file_fault(name: str, line: int, rule: str, message: str) -> Problem:
    return Problem(about=name, rule=rule, message=message, severity=Severity.SEVERE, where=f"{name}:{line}")
