"""The imports of a workspace: every mapping file in `imports/`, read with its table."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from warifu.proposals.imports import mapping as mappings
from warifu.proposals.imports import tables
from warifu.proposals.imports.fields import Ground
from warifu.proposals.imports.mapping import Mapping
from warifu.proposals.imports.rows import Rowwise
from warifu.proposals.lists import Listed, PartyListRow, RateRow, SourceRow
from warifu.proposals.sheets import SheetFile
from warifu.proposals.yaml_text import Lines, file_fault
from warifu.terms.problem import Problem

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


def read_one(path: Path, name: str, table: Path | None = None) -> Imported:
    """Read one mapping file with its table.

    Args:
        path: The mapping file.
        name: How to call it in messages and in the ledger.
        table: The table, where it is not the one that the mapping names.
    """
    mapping, lines, problems = mappings.read(path, name)
    if mapping is None:
        return Imported([], [], [], [], problems)
    where = table if table is not None else path.parent / mapping.table.file
    if table is None and not mapping.table.file:
        message = (
            "it names no table: write file: under table:, or import with the table: warifu import TABLE --mapping …"
        )
        return Imported([], [], [], [], [file_fault(name, lines.get(("table",), 1), "no-table", message)])
    if not where.is_file():
        message = f"there is no file {where}: put it there, or correct file: under table:"
        return Imported([], [], [], [], [file_fault(name, lines.get(("table", "file"), 1), "no-table", message)])
    return read_table(where, mapping, name, lines, f"{Path(name).parent.as_posix()}/{where.name}".removeprefix("./"))


def read_table(path: Path, mapping: Mapping, name: str, lines: Lines, table_name: str) -> Imported:
    """Read a table as a mapping says; `name` and `table_name` are how to call the two in messages."""
    table = tables.read(path, mapping.table, table_name)
    if table.problems and not table.header:
        return Imported([], [], [], [], table.problems)
    ground = Ground(table, name, lines, mapping.table.blank)
    rowwise = Rowwise(mapping, ground, table.name)
    problems = [*table.problems, *ground.problems]
    if ground.problems:  # the mapping does not fit the table: the rows would all be told to be wrong
        return Imported([], [], [], [], problems)
    sheets = rowwise.sheets(table.rows)
    return Imported(
        sheets,
        list(rowwise.sources.values()),
        list(rowwise.parties.values()),
        list(rowwise.rates.values()),
        [*problems, *ground.problems],
    )


def _once(rows: list[L]) -> list[L]:
    found: dict[str, L] = {}
    for item in rows:
        found.setdefault(item.row.id, item)
    return list(found.values())
