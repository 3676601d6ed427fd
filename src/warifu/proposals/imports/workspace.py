"""The imports of a workspace: every mapping file in `imports/`, read with its table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple, TypeVar

import msgspec

from warifu.proposals.imports import mapping as mappings
from warifu.proposals.imports import series, tables
from warifu.proposals.imports.fields import Ground
from warifu.proposals.imports.iati import reading
from warifu.proposals.imports.mapping import Mapping
from warifu.proposals.imports.rows import Rowwise
from warifu.proposals.imports.tables import Table
from warifu.proposals.lists import Listed, PartyListRow, RateRow, SourceRow
from warifu.proposals.sheets import SheetFile
from warifu.proposals.yaml_text import file_fault
from warifu.terms.problem import Problem
from warifu.terms.series import Entry

FOLDER: Final = "imports"

L = TypeVar("L", Listed[SourceRow], Listed[PartyListRow])


class Imported(NamedTuple):
    """What was read from tables: sheets like those that analysts write, and what they lean on."""

    sheets: list[SheetFile]
    sources: list[Listed[SourceRow]]
    parties: list[Listed[PartyListRow]]
    rates: list[Listed[RateRow]]
    problems: list[Problem]


def read_all(folder: Path) -> Imported:
    """Read every mapping file of an `imports/` folder, with its table; a folder that is not there holds none.

    Args:
        folder: The folder, such as `my-tracker/imports`.

    Returns:
        Everything read, in the order of the mapping files' names; of two sources or parties with one id the first.
        Any severe problem means that the whole must not be used.
    """
    result = Imported([], [], [], [], [])
    if not folder.is_dir():
        return result
    for path in sorted(item for item in folder.iterdir() if item.suffix in mappings.SUFFIXES and item.is_file()):
        found = read_one(path, f"{folder.name}/{path.name}")
        result.sheets.extend(found.sheets)
        result.sources.extend(found.sources)
        result.parties.extend(found.parties)
        result.rates.extend(found.rates)
        result.problems.extend(found.problems)
    return result._replace(sources=_once(result.sources), parties=_once(result.parties))


def read_series(folder: Path) -> tuple[list[Entry], list[Problem]]:
    """The entries of every series that the mapping files of an `imports/` folder give, sorted, and every problem."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in sorted(item for item in folder.glob("*") if item.suffix in mappings.SUFFIXES and item.is_file()):
        found, faults = read_series_of(path, f"{folder.name}/{path.name}")
        entries.extend(found)
        problems.extend(faults)
    return sorted(entries, key=lambda entry: entry.sort_key), problems


def read_series_of(path: Path, name: str, table: Path | None = None) -> tuple[list[Entry], list[Problem]]:
    """The series of one mapping file; see `read_one`. The table of a mapping without series is not opened."""
    mapping, _, problems = mappings.read(path, name)
    if mapping is None or not mapping.series:
        return [], problems
    opened = _open(path, name, table)
    if isinstance(opened, list):
        return [], opened
    if isinstance(opened, _Iati):
        return [], []
    entries = series.read(opened.mapping, opened.table, opened.ground)
    return entries, [*opened.table.problems, *opened.ground.problems]


def count_rows(path: Path, name: str, table: Path) -> int:
    """How many rows a table has, or activities a file, that are not blank."""
    opened = _open(path, name, table)
    if isinstance(opened, _Opened):
        return len(opened.table.rows)
    return 0 if isinstance(opened, list) else reading.count(opened.path, opened.name)


def read_one(path: Path, name: str, table: Path | None = None) -> Imported:
    """Read one mapping file with its table.

    Args:
        path: The mapping file.
        name: How to call it in messages and in the ledger.
        table: The table, where it is not the one that the mapping names: its digest is then not asked for, so that a
            new version can be read with the mapping of the old one. Its floors are.
    """
    mapping, _, problems = mappings.read(path, name)
    if mapping is not None and mapping.series and mapping.deals is None and not mapping.rates:
        return Imported([], [Listed(mapping.release, name, 1)], [], [], [])  # `read_series` opens its table
    opened = _open(path, name, table)
    if isinstance(opened, list):
        return Imported([], [], [], [], opened)
    if isinstance(opened, _Iati):
        sheets, parties, problems = reading.read(opened.path, opened.mapping, opened.name)
        return Imported(sheets, [Listed(opened.mapping.release, opened.name, 1)], parties, [], problems)
    mapping, table_read, ground = opened.mapping, opened.table, opened.ground
    rowwise = Rowwise(mapping, ground, table_read.name)
    if ground.problems:  # the mapping does not fit the table: the rows would all be told to be wrong
        return Imported([], [], [], [], [*table_read.problems, *ground.problems])
    sheets = rowwise.sheets(table_read.rows)
    return Imported(
        sheets,
        list(rowwise.sources.values()),
        list(rowwise.parties.values()),
        list(rowwise.rates.values()),
        [*table_read.problems, *ground.problems],
    )


@dataclass(frozen=True, slots=True)
class _Opened:
    mapping: Mapping
    table: Table
    ground: Ground


@dataclass(frozen=True, slots=True)
class _Iati:
    mapping: Mapping
    path: Path
    name: str


def _open(path: Path, name: str, table: Path | None) -> _Opened | _Iati | list[Problem]:
    """A mapping with its table; the problems where one of the two cannot be read."""
    mapping, lines, problems = mappings.read(path, name)
    if mapping is None:
        return problems
    where = table if table is not None else path.parent / mapping.table.file
    if table is None and not mapping.table.file:
        message = (
            "it names no table: write file: under table:, or import with the table: warifu import TABLE --mapping …"
        )
        return [file_fault(name, lines.get(("table",), 1), "no-table", message)]
    if not where.is_file():
        message = f"there is no file {where}: put it there, or correct file: under table:"
        return [file_fault(name, lines.get(("table", "file"), 1), "no-table", message)]
    if table is not None:
        own = msgspec.structs.replace(mapping.table, digest="", resource_digest="")
        mapping = msgspec.structs.replace(mapping, table=own)
    called = (PurePosixPath(name).parent / where.name).as_posix()
    if mapping.iati is not None:
        return _Iati(mapping, where, called)
    found = tables.read(where, mapping.table, called)
    if not found.header:
        return found.problems
    return _Opened(mapping, found, Ground(found, name, lines, mapping.table.blank))


def _once(rows: list[L]) -> list[L]:
    found: dict[str, L] = {}
    for item in rows:
        found.setdefault(item.row.id, item)
    return list(found.values())
