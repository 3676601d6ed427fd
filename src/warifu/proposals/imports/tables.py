"""Tables: CSV, XLSX and JSON as rows of text, each with its number as a spreadsheet shows it.

Every value is read as text, so that 007 keeps its zeros and 0.1 its exactness. What is cut off, ragged, in another
encoding, or another file than the one that was imported is a problem with its row.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from warifu.errors import TooMuchError
from warifu.proposals import yaml_text
from warifu.proposals.imports.mapping import TableMap
from warifu.proposals.imports.places import fault
from warifu.terms.problem import Problem

MOST_BYTES: Final = 2 << 30
"""No table is unpacked beyond this: a small file that swells to more is an attack, or belongs in a database."""

BROKEN: Final = (EOFError, zlib.error, gzip.BadGzipFile)
"""What a packed file that is cut off or altered raises."""

MOST_CELL: Final = 1 << 24
CHUNK: Final = 1 << 20

Row = tuple[int, Sequence[str]]


@dataclass(slots=True)
class Table:
    """A table as read. `rows` carry their number as the user sees it; a row of blanks only is left out."""

    name: str
    header: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def fault(self, row: int, column: str, rule: str, message: str) -> None:
        self.problems.append(fault(self.name, row, column, rule, message))


def digest_of(path: Path) -> str:
    """The digest that a mapping pins, `sha256:…`."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return f"sha256:{found.hexdigest()}"


def kind_of(path: Path, said: str = "") -> str:
    """csv, xlsx, json, jsonl, iati: as the mapping says, else by the end of the name; empty where neither tells."""
    if said:
        return said
    name = path.name.lower().removesuffix(".gz")
    return next((kind for ending, kind in ENDINGS.items() if name.endswith(ending)), "")


ENDINGS: Final = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".xlsx": "xlsx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    "datapackage.json": "frictionless",
    ".json": "json",
    ".xml": "iati",
}


def read(path: Path, spec: TableMap, name: str) -> Table:
    """Read a table.

    Args:
        path: The file; `.gz` is unpacked.
        spec: How it is written, and what it must hold to be whole.
        name: How to call it in messages and in the ledger.

    Returns:
        Its rows, and every problem; where a problem says that it is not whole, nothing of it should be used.
    """
    kind = kind_of(path, spec.format)
    reader = READERS.get(kind)
    table = Table(name if not spec.sheet else f'{name}, sheet "{spec.sheet}"')
    if reader is None:
        words = ", ".join(sorted(READERS))
        message = f"its name does not tell what it is: write format: under table: in the mapping ({words})"
        table.fault(1, "", "unknown-format", message)
        return table
    if spec.digest and digest_of(path) != spec.digest:
        message = (
            f"these are not the bytes that were imported ({spec.digest[:19]}…): "
            "put the old file back, or import the new one: warifu import"
        )
        table.fault(1, "", "table-changed", message)
    try:
        reader(path, spec, table)
    except BROKEN as error:
        message = f"the packed file is cut off or broken ({error}): fetch it again"
        table.fault(table.rows[-1][0] if table.rows else 1, "", "cut-off", message)
    _check_whole(table, spec)
    return table


def _check_whole(table: Table, spec: TableMap) -> None:
    if table.problems and not table.header:
        return  # it could not be opened at all, and that was told
    last = table.rows[-1][0] if table.rows else spec.header
    if not table.rows and not table.problems:
        table.fault(last, "", "no-rows", "the table has a header and no rows: fetch it again, or delete its mapping")
    if spec.at_least is not None and len(table.rows) < spec.at_least:
        message = (
            f"{len(table.rows):,} rows, and at_least says {spec.at_least:,}: the file is cut off, or its publisher "
            "took rows away; fetch it again, or lower at_least in the mapping if you know why"
        )
        table.fault(last, "", "too-few-rows", message)
    if table.problems:
        return
    for control in spec.control:
        if control.column not in table.header:
            near = yaml_text.nearest(control.column, table.header)
            table.fault(
                spec.header, "", "no-column", f"control names a column {control.column!r} that is not there{near}"
            )
            continue
        place = table.header.index(control.column)
        total = sum((number for _, cells in table.rows if (number := _number(cells[place])) is not None), Decimal(0))
        if abs(total - control.total) > control.slack:
            message = (
                f"the column adds up to {total}, and control says {control.total}: rows are missing, doubled or "
                "altered; fetch the file again"
            )
            table.fault(last, control.column, "control-total", message)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip()) if text.strip() else None
    except ArithmeticError:
        return None


def opened(path: Path) -> Iterator[bytes]:
    """The bytes of a file, unpacked, piece by piece.

    Raises:
        TooMuchError: It unpacks to more than the limit.
    """
    many = 0
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        while chunk := file.read(CHUNK):
            many += len(chunk)
            if many > MOST_BYTES:
                raise TooMuchError(str(path), f"{MOST_BYTES >> 30} GB when unpacked")
            yield chunk


def head(path: Path) -> bytes:
    """The first megabyte of a file, unpacked; less where it is shorter or broken there."""
    found = b""
    try:
        for chunk in opened(path):
            found += chunk
            if len(found) >= CHUNK:
                break
    except BROKEN:
        return found
    return found


def _text(path: Path, spec: TableMap, table: Table) -> str | None:
    data = b"".join(opened(path))
    if spec.encoding.lower().replace("-", "") in ("utf8", "utf8sig"):
        text, problem = yaml_text.decoded(data, table.name)
        if problem is None:
            return text
        line = data.count(b"\n", 0, _bad_byte(data)) + 1
        message = (
            f"it is not UTF-8 ({problem.message.split(';')[0]}): save it as UTF-8, or write encoding: under table: "
            "in the mapping (cp932 for Japanese, cp1251 for Russian, cp1252 for Western, utf-16 from Excel)"
        )
        table.fault(line, "", "wrong-encoding", message)
        return None
    try:
        return data.decode(spec.encoding)
    except LookupError:
        message = (
            f"encoding {spec.encoding!r} of the mapping is not known: write utf-8, cp932, cp1251, cp1252 or utf-16"
        )
        table.fault(1, "", "wrong-encoding", message)
    except UnicodeDecodeError as error:
        message = (
            f"it is not {spec.encoding} (byte {error.start}): write the right encoding: under table: in the mapping"
        )
        table.fault(data.count(b"\n", 0, error.start) + 1, "", "wrong-encoding", message)
    return None


def _bad_byte(data: bytes) -> int:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _read_csv(path: Path, spec: TableMap, table: Table) -> None:
    text = _text(path, spec, table)
    if text is None:
        return
    csv.field_size_limit(min(MOST_CELL, sys.maxsize))
    delimiter = "\t" if kind_of(path, spec.format) == "tsv" and spec.delimiter == "," else spec.delimiter
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    number = 0
    try:
        for number, cells in enumerate(rows, 1):
            _take(table, spec, number, cells)
    except csv.Error as error:
        message = f"{error}: a quote on this row is never closed, or the file is cut off; mend it or fetch it again"
        table.fault(number + 1, "", "cut-off", message)


def _take(table: Table, spec: TableMap, number: int, cells: Sequence[str]) -> None:
    """Take a row: the header, or one of the rows under it."""
    if number < spec.header:
        return
    if number == spec.header:
        table.header = tuple(cell.strip() for cell in cells)
        for column in sorted({cell for cell in table.header if cell and table.header.count(cell) > 1}):
            message = f"two columns are called {column!r}: rename one, so that it is plain which is meant"
            table.fault(number, column, "same-column", message)
    elif not any(cell.strip() for cell in cells):
        return
    elif len(cells) != len(table.header):
        message = (
            f"{len(cells)} cells under {len(table.header)} columns: a {spec.delimiter!r} too few, too many, or outside "
            "quotes, or the file is cut off here; mend the row"
        )
        table.fault(number, "", "cell-count", message)
    else:
        table.rows.append((number, cells))


def _read_xlsx(path: Path, spec: TableMap, table: Table) -> None:
    from warifu.proposals.imports import workbook

    workbook.read(path, spec, table, _take)


def _read_json(path: Path, spec: TableMap, table: Table) -> None:
    text = _text(path, spec, table)
    if text is None:
        return
    try:
        value: Any = _json(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        message = f"this is not JSON, or it is cut off ({getattr(error, 'msg', error)}): fetch it again"
        table.fault(line, "", "broken-json", message)
        return
    for step in spec.records.split(".") if spec.records else ():
        value = value.get(step) if isinstance(value, dict) else None
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        where = f"under {spec.records!r}" if spec.records else "at its top"
        message = f"{where} stands no list of objects: write records: under table: in the mapping, such as data.items"
        table.fault(1, "", "no-records", message)
        return
    _take_objects(table, spec, enumerate(value, 1))


def _read_jsonl(path: Path, spec: TableMap, table: Table) -> None:
    text = _text(path, spec, table)
    if text is None:
        return
    found: list[tuple[int, dict[str, Any]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            item = _json(line)
        except (ValueError, RecursionError) as error:
            message = f"this line is not JSON, or it is cut off ({error}): mend it or fetch the file again"
            table.fault(number, "", "broken-json", message)
            continue
        if isinstance(item, dict):
            found.append((number, item))
        else:
            table.fault(number, "", "broken-json", "this line is no JSON object: each line needs { … }")
    _take_objects(table, spec, found)


def _json(text: str) -> Any:
    return json.loads(text, parse_float=str, parse_int=str, parse_constant=_no_constant)


def _no_constant(word: str) -> Any:
    raise ValueError(f"{word} is no value")


def _take_objects(table: Table, spec: TableMap, objects: Iterable[tuple[int, dict[str, Any]]]) -> None:
    """Objects as rows: the fields of all of them are the columns, `a.b` where one stands in another."""
    flat = [(number, dict(_leaves(item, ""))) for number, item in objects]
    header: dict[str, None] = {}
    for _, fields in flat:
        header.update(dict.fromkeys(fields))
    table.header = tuple(header)
    for number, fields in flat:
        if fields:
            table.rows.append((number, [fields.get(column, "") for column in table.header]))


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        for number, item in enumerate(value):
            yield from _leaves(item, f"{path}.{number}")
    elif isinstance(value, list):
        yield path, "; ".join(_word(item) for item in value)
    else:
        yield path, _word(value)


def _word(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value)


Reader = Callable[[Path, TableMap, Table], None]


def _read_package(path: Path, spec: TableMap, table: Table) -> None:
    from warifu.proposals.imports import frictionless

    frictionless.read(path, spec, table)


READERS: Final[dict[str, Reader]] = {
    "frictionless": _read_package,
    "csv": _read_csv,
    "tsv": _read_csv,
    "xlsx": _read_xlsx,
    "json": _read_json,
    "jsonl": _read_jsonl,
}
