"""Data packages (Frictionless, versions 1 and 2): a table with what its publisher promises about it.

The package says how its table is written and what each column holds; the table is read so, and every promise is
checked: size and digest of the file, names and types of the columns, required values, allowed words, unique keys. A
resource at an address on the web is not fetched.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path, PurePosixPath
from typing import Any, Final

import msgspec

from warifu.errors import DateError
from warifu.proposals import yaml_text
from warifu.proposals.imports import tables
from warifu.proposals.imports.mapping import TableMap
from warifu.proposals.imports.tables import Table
from warifu.terms.dates import PartialDate

DIGESTS: Final = frozenset({"md5", "sha1", "sha256", "sha512"})
MISSING: Final = ("",)


def read(path: Path, spec: TableMap, table: Table) -> None:
    """Read one resource of a package into `table`; `spec.sheet` names it, else it is the only one."""
    package = _package(path, table)
    if package is None:
        return
    resource = _resource(package, spec, table)
    if resource is None:
        return
    where = _path(path, resource, table)
    if where is None:
        return
    if spec.resource_digest and tables.digest_of(where) != spec.resource_digest:
        message = (
            f"{where.name} is not the file that was imported: put the old one back, or import again: warifu import"
        )
        table.fault(1, "", "table-changed", message)
    table.name = (PurePosixPath(table.name.partition(", sheet")[0]).parent / where.name).as_posix()
    _check_bytes(where, resource, table)
    schema = resource.get("schema") if isinstance(resource.get("schema"), dict) else {}
    dialect = resource.get("dialect") if isinstance(resource.get("dialect"), dict) else {}
    assert isinstance(schema, dict)
    assert isinstance(dialect, dict)
    missing = schema.get("missingValues", MISSING)
    blank = tuple(item["value"] if isinstance(item, dict) else str(item) for item in missing)
    told = msgspec.structs.replace(
        spec,
        format=_format(resource, where),
        sheet="",
        encoding=str(resource.get("encoding", "utf-8")),
        delimiter=str(dialect.get("delimiter", ",")),
        digest="",
        resource_digest="",
        at_least=None,
        control=(),
    )
    tables.READERS[told.format](where, told, table)
    fields = [item for item in schema.get("fields", ()) if isinstance(item, dict) and item.get("name")]
    if fields and table.header and not table.problems:
        _check_fields(fields, schema, blank, table)
        empty = frozenset(blank) - {""}
        if empty:
            table.rows[:] = [
                (number, ["" if cell in empty else cell for cell in cells]) for number, cells in table.rows
            ]


def _package(path: Path, table: Table) -> dict[str, Any] | None:
    try:
        value = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        table.fault(getattr(error, "lineno", 1), "", "broken-json", f"this is no JSON ({error}): fetch it again")
        return None
    if not isinstance(value, dict) or not isinstance(value.get("resources"), list):
        table.fault(1, "", "no-resources", "it has no list of resources, so it is no data package")
        return None
    return value


def _resource(package: dict[str, Any], spec: TableMap, table: Table) -> dict[str, Any] | None:
    found = [item for item in package["resources"] if isinstance(item, dict)]
    names = [str(item.get("name", "")) for item in found]
    if not spec.sheet and len(found) == 1:
        return found[0]
    if spec.sheet in names:
        return found[names.index(spec.sheet)]
    near = yaml_text.nearest(spec.sheet, names) if spec.sheet else ""
    message = f"write sheet: under table: in the mapping, one of {', '.join(names)}{near}"
    table.fault(1, "", "no-resource", message)
    return None


def _path(package: Path, resource: dict[str, Any], table: Table) -> Path | None:
    """Where the resource lies: below the package, whatever the package says."""
    told = resource.get("path")
    if isinstance(told, list) and len(told) == 1:
        told = told[0]
    if not isinstance(told, str):
        table.fault(1, "", "no-path", "the resource has no single path: join its parts into one file, and name that")
        return None
    pure = PurePosixPath(told)
    if re.match(r"[a-z][a-z0-9+.-]*:", told, re.IGNORECASE) or pure.is_absolute() or ".." in pure.parts or "\\" in told:
        message = f"the path {told!r} leads out of the package: fetch the file yourself, put it beside, and name it"
        table.fault(1, "", "outside-path", message)
        return None
    where = package.parent / pure
    if not where.is_file() or not where.resolve().is_relative_to(package.parent.resolve()):
        table.fault(1, "", "no-table", f"there is no file {told!r} beside the package: fetch the whole package again")
        return None
    return where


def _format(resource: dict[str, Any], where: Path) -> str:
    told = str(resource.get("format", "")).lower()
    return told if told in ("csv", "tsv", "xlsx", "json", "jsonl") else tables.kind_of(where) or "csv"


def _check_bytes(where: Path, resource: dict[str, Any], table: Table) -> None:
    size = resource.get("bytes")
    if isinstance(size, int) and size != where.stat().st_size:
        message = f"it has {where.stat().st_size:,} bytes, and the package says {size:,}: it is cut off or another file"
        table.fault(1, "", "cut-off", message)
    told = str(resource.get("hash", ""))
    kind, _, digest = told.rpartition(":")
    kind = kind.lower().replace("-", "") or "md5"
    if digest and kind in DIGESTS:
        found = hashlib.new(kind, usedforsecurity=False)
        with where.open("rb") as file:
            while chunk := file.read(tables.CHUNK):
                found.update(chunk)
        if found.hexdigest() != digest.lower():
            table.fault(1, "", "table-changed", f"its {kind} is not the one in the package: fetch the package again")


def _check_fields(fields: Sequence[dict[str, Any]], schema: dict[str, Any], blank: Sequence[str], table: Table) -> None:
    names = [str(field["name"]) for field in fields]
    if list(table.header) != names and schema.get("fieldsMatch", "exact") in ("exact", ["exact"]):
        missing = [name for name in names if name not in table.header]
        more = [name for name in table.header if name not in names]
        message = f"the columns are not those of the schema: missing {missing}, not in the schema {more}"
        table.fault(1, "", "bad-column", message)
        return
    for field in fields:
        if field["name"] in table.header:
            _check_column(field, table.header.index(field["name"]), frozenset(blank), table)
    _check_key(schema.get("primaryKey"), table)


def _check_column(field: dict[str, Any], place: int, blank: frozenset[str], table: Table) -> None:
    raw = field.get("constraints")
    limits = raw if isinstance(raw, dict) else {}
    own = field.get("missingValues")
    empty = frozenset(map(str, own)) if isinstance(own, list) else blank
    allowed = frozenset(map(str, limits["enum"])) if isinstance(limits.get("enum"), list) else None
    fits = TYPES.get(str(field.get("type", "string")), _any)
    if field.get("format") not in (None, "default", "any"):
        fits = _any  # a pattern of the publisher's own: the mapping says how it is read
    for number, cells in table.rows:
        word = cells[place]
        if word in empty:
            if limits.get("required") is True:
                table.fault(number, table.header[place], "missing-value", "the schema requires a value: type one")
        elif not fits(word):
            message = f"{word[:60]!r} is no {field.get('type')}, which the schema says it is: correct the cell"
            table.fault(number, table.header[place], "wrong-type", message)
        elif allowed is not None and word not in allowed:
            near = yaml_text.nearest(word, sorted(allowed))
            table.fault(number, table.header[place], "unknown-code", f"{word[:60]!r} is not in the schema's list{near}")


def _check_key(key: object, table: Table) -> None:
    names = [key] if isinstance(key, str) else key
    if not isinstance(names, list) or not names or any(name not in table.header for name in names):
        return
    places = [table.header.index(name) for name in names]
    seen: dict[tuple[str, ...], int] = {}
    for number, cells in table.rows:
        own = tuple(cells[place] for place in places)
        if own in seen:
            message = f"{', '.join(own)} stands here and on row {seen[own]}, and the schema says it is unique"
            table.fault(number, str(names[0]), "same-key", message)
        seen.setdefault(own, number)


def _any(word: str) -> bool:
    return True


def _is_number(word: str) -> bool:
    try:
        return Decimal(word).is_finite()
    except InvalidOperation:
        return False


def _is_whole(word: str) -> bool:
    return re.fullmatch(r"[+-]?\d+", word) is not None


def _is_truth(word: str) -> bool:
    return word in {"true", "True", "TRUE", "1", "false", "False", "FALSE", "0"}


def _is_day(word: str) -> bool:
    try:
        return PartialDate.parse(word).known_to_the_day
    except DateError:
        return False


def _is_year(word: str) -> bool:
    return re.fullmatch(r"-?\d{4,}", word) is not None


TYPES: Final[dict[str, Callable[[str], bool]]] = {
    "integer": _is_whole,
    "number": _is_number,
    "boolean": _is_truth,
    "date": _is_day,
    "year": _is_year,
}
"""How the values of the schema's types look; types not named here are taken as they are."""


def resource_file(path: Path, sheet: str) -> Path | None:
    """The file of a resource, as `read` would open it; None where `read` tells why not."""
    table = Table(path.name)
    package = _package(path, table)
    resource = None if package is None else _resource(package, TableMap(sheet=sheet), table)
    return None if resource is None else _path(path, resource, table)


def resources(path: Path) -> Iterator[str]:
    """The names of a package's resources; none where it cannot be read, which `read` tells."""
    package = _package(path, Table(path.name))
    for item in package["resources"] if package is not None else ():
        if isinstance(item, dict):
            yield str(item.get("name", ""))
