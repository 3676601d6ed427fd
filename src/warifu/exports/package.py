"""The tables as a Frictionless Data Package (version 2): one CSV a table, and a descriptor that says what they mean.

Empty cells are "not told" for numbers, days and yes-or-no; for text they are the empty text. Lists are JSON arrays in
their cell. `read` gives every table back row by row, so nothing is lost on the way out.
"""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from warifu.exports.book import LICENCES, Book, digest_of, number, take
from warifu.tables import contract as c
from warifu.tables.contract import Field

FOLDER: Final = "data-package"
PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
SCHEMA: Final = "https://datapackage.org/profiles/2.0/tableschema.json"

TYPES: Final[Mapping[str, str]] = {
    "text": "string",
    "whole": "integer",
    "decimal": "number",
    "number": "number",
    "yes-no": "boolean",
    "day": "date",
    "list": "array",
}
"""What each kind of column is called in a table schema."""

WRITE: Final[Mapping[str, Callable[[Any], str]]] = {
    "text": str,
    "whole": str,
    "decimal": number,
    "number": repr,
    "yes-no": lambda value: "true" if value else "false",
    "day": lambda value: value.isoformat(),
    "list": lambda value: json.dumps(value, ensure_ascii=False),
}

READ: Final[Mapping[str, Callable[[str], Any]]] = {
    "text": str,
    "whole": int,
    "decimal": Decimal,
    "number": float,
    "yes-no": lambda cell: {"true": True, "false": False}[cell],
    "day": date.fromisoformat,
    "list": lambda cell: tuple(json.loads(cell)),
}


def write(book: Book, folder: Path) -> None:
    """Write the package."""
    inside = folder / FOLDER
    inside.mkdir(parents=True, exist_ok=True)
    codes = _codes(book)
    resources = []
    for name, row in c.TABLES.items():
        book.count(row)  # a table whose file is taken over is asked for all the same
        size, digest = _take_csv(book, name, inside) or _write_csv(book, row, inside / f"{name}.csv")
        resources.append(_resource(name, row, size, digest, codes))
    text = json.dumps(_descriptor(book, resources), ensure_ascii=False, indent=1) + "\n"
    (inside / "datapackage.json").write_text(text, encoding="utf-8")


def _take_csv(book: Book, name: str, inside: Path) -> tuple[int, str] | None:
    """The file of a table that is as it was, taken over; None where it must be written."""
    if book.before is None or name not in book.same:
        return None
    old, descriptor = book.before / FOLDER / f"{name}.csv", book.before / FOLDER / "datapackage.json"
    if name == "meta" or not old.is_file() or not descriptor.is_file():
        return None
    told = {one["path"]: one["hash"] for one in json.loads(descriptor.read_bytes())["resources"]}
    digest = digest_of(old)
    if told.get(old.name) != f"sha256:{digest}":
        return None
    take(old, inside / old.name)
    return old.stat().st_size, digest


def _write_csv(book: Book, row: type[Any], path: Path) -> tuple[int, str]:
    """The size and the digest of the file, taken as it is written."""
    fields = c.fields(row)
    writers = [(WRITE[field.kind], field.kind == "text") for field in fields]
    total, size = hashlib.sha256(), 0
    with path.open("wb") as file:
        for block in _blocks(fields, writers, book.each(row)):
            file.write(block)
            total.update(block)
            size += len(block)
    return size, total.hexdigest()


BLOCK: Final = 4096
"""Rows written at once: enough that the digest and the disk cost nothing beside the making of the cells."""


def _blocks(fields: tuple[Field, ...], writers: list[tuple[Any, bool]], rows: Iterator[Any]) -> Iterator[bytes]:
    buffer = io.StringIO(newline="")
    out = csv.writer(buffer, lineterminator="\n")
    out.writerow([field.name for field in fields])
    block: list[Any] = [None]
    while block:
        block = list(itertools.islice(rows, BLOCK))
        for cells in block:
            out.writerow(
                [
                    cell if plain else "" if cell is None else to_text(cell)
                    for cell, (to_text, plain) in zip(cells, writers, strict=True)
                ]
            )
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()


def _codes(book: Book) -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {}
    for row in book.rows(c.CodeRow):
        codes.setdefault(row.codelist, []).append(row.code)
    return codes


def _resource(name: str, row: type[Any], size: int, digest: str, codes: Mapping[str, list[str]]) -> dict[str, Any]:
    return {
        "name": name.replace("_", "-"),
        "type": "table",
        "path": f"{name}.csv",
        "title": name.replace("_", " ").capitalize(),
        "description": (row.__doc__ or "").strip(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "dialect": {"lineTerminator": "\n"},
        "schema": _schema(name, row, codes),
    }


def _schema(name: str, row: type[Any], codes: Mapping[str, list[str]]) -> dict[str, Any]:
    fields = c.fields(row)
    schema: dict[str, Any] = {
        "$schema": SCHEMA,
        "fields": [_field(field, codes) for field in fields],
        "missingValues": [""],
        "primaryKey": [field.name for field in fields if field.column.key],
    }
    keys = [_foreign(name, field) for field in fields if field.column.to and field.kind != "list"]
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _field(field: Field, codes: Mapping[str, list[str]]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": field.name,
        "type": TYPES[field.kind],
        "description": field.column.meaning,
    }
    rules: dict[str, Any] = {}
    if field.column.key or (not field.empty and field.kind != "text"):
        rules["required"] = True
    if field.column.codelist in codes and field.kind == "text":
        rules["enum"] = codes[field.column.codelist]
    if rules:
        found["constraints"] = rules
    if field.kind == "yes-no":
        found |= {"trueValues": ["true"], "falseValues": ["false"]}
    if field.column.to and field.kind == "list":
        found["warifu:to"] = field.column.to
    return found


def _foreign(name: str, field: Field) -> dict[str, Any]:
    table, _, column = field.column.to.partition(".")
    elsewhere = {} if table == name else {"resource": table.replace("_", "-")}
    return {"fields": [field.name], "reference": {**elsewhere, "fields": [column]}}


def _descriptor(book: Book, resources: list[dict[str, Any]]) -> dict[str, Any]:
    programme, publication = book.programme, book.publication
    return {
        "$schema": PROFILE,
        "name": programme.programme,
        "id": f"{publication.address}/data-package/{book.version}",
        "title": programme.name_en,
        "description": programme.summary_en or f"The ledger of {programme.name_en}, by warifu.",
        "homepage": publication.address,
        "version": book.version,
        "created": f"{book.dated}T00:00:00Z",
        "keywords": ["agreements", "pledges", programme.side_left, programme.side_right],
        "licenses": [
            {
                "name": publication.licence,
                **({"path": publication.licence_address} if publication.licence in LICENCES else {}),
            }
        ],
        "contributors": [{"title": publication.publisher, "roles": ["publisher"]}],
        "sources": [_source(row) for row in book.rows(c.SourceRow)],
        "warifu:contract": book.meta.get("contract", ""),
        "warifu:as_of": programme.as_of.isoformat(),
        "warifu:kept": book.kept,
        "resources": resources,
    }


def _source(row: c.SourceRow) -> dict[str, str]:
    title = f"{row.publisher}, {row.published_text}" if row.published_text else row.publisher
    found = {"title": title or row.source, "warifu:source": row.source}
    return {**found, "path": row.url} if row.url.startswith(("http://", "https://")) else found


def read(folder: Path) -> dict[str, tuple[Any, ...]]:
    """Every table of a package that `write` wrote, as rows of the contract."""
    found: dict[str, tuple[Any, ...]] = {}
    for name, row in c.TABLES.items():
        fields = c.fields(row)
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file)
            next(lines)
            found[name] = tuple(
                row(*(_read_cell(field, cell) for field, cell in zip(fields, line, strict=True))) for line in lines
            )
    return found


def _read_cell(field: Field, cell: str) -> Any:
    return None if cell == "" and field.kind != "text" else READ[field.kind](cell)
