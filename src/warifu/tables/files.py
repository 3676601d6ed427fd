"""Tables as files: Parquet by table, one DuckDB file with all of them, and back again.

Equal rows give equal bytes whatever the machine or the number of cores: nothing is written that a clock or a random
number had a hand in. DuckDB marks each new file with a random identifier; here that is the digest of the tables.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from warifu.errors import NoTablesError, TableContractError
from warifu.tables import contract

FOLDER: Final = "tables"
DUCKDB: Final = "warifu.duckdb"

ARROW: Final[Mapping[str, pa.DataType]] = {
    "text": pa.string(),
    "whole": pa.int64(),
    "decimal": pa.decimal128(38, 10),
    "number": pa.float64(),
    "yes-no": pa.bool_(),
    "day": pa.date32(),
    "list": pa.list_(pa.string()),
}

R = TypeVar("R")

BATCH: Final = 8192
"""Rows read at a time where a table is walked through."""


def schema(name: str) -> pa.Schema:
    """The Arrow schema of a table, with the meaning of every column in its metadata."""
    row = contract.TABLES[name]
    return pa.schema(
        [
            pa.field(item.name, ARROW[item.kind], nullable=item.empty, metadata={"meaning": item.column.meaning})
            for item in contract.fields(row)
        ],
        metadata={"table": name, "contract": contract.VERSION, "row": (row.__doc__ or "").strip()},
    )


def arrow(name: str, rows: Sequence[Any]) -> pa.Table:
    """Rows of a table as Arrow columns."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(contract.fields(contract.TABLES[name]))
    form = schema(name)
    return pa.Table.from_arrays(
        [pa.array(column, type=field.type) for column, field in zip(columns, form, strict=True)], schema=form
    )


def write(rows: Mapping[str, Sequence[Any]], build: Path) -> dict[str, str]:
    """Write every table, and the DuckDB file when any of them changed.

    Args:
        rows: The rows of every table of the contract.
        build: The workspace's `build` folder.

    Returns:
        The digest of each Parquet file by table.
    """
    folder = build / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    tables = {name: arrow(name, rows[name]) for name in contract.TABLES}
    digests: dict[str, str] = {}
    changed = not (build / DUCKDB).exists()
    for name, table in tables.items():
        data = _parquet(table)
        digests[name] = hashlib.sha256(data).hexdigest()
        changed |= _put(folder / f"{name}.parquet", data)
    for stray in sorted(set(folder.glob("*.parquet")) - {folder / f"{name}.parquet" for name in tables}):
        stray.unlink()
    if changed:
        _write_duckdb(tables, digests, build / DUCKDB)
    return digests


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", use_dictionary=True, write_statistics=True, row_group_size=1 << 17)
    return bytes(sink.getvalue())


def _put(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all; whether its bytes are new."""
    if path.exists() and path.read_bytes() == data:
        return False
    partial = path.with_suffix(".part")
    partial.write_bytes(data)
    partial.replace(path)
    return True


def _write_duckdb(tables: Mapping[str, pa.Table], digests: Mapping[str, str], path: Path) -> None:
    import duckdb  # 0.3 s: not before it is needed

    work = path.parent / "work"
    work.mkdir(exist_ok=True)
    partial = work / path.name  # DuckDB writes the file's own name into it, so the name must be the final one
    partial.unlink(missing_ok=True)
    with duckdb.connect(str(partial), config={"threads": 1}) as base:
        for name, table in tables.items():
            base.register("incoming", table)
            base.execute(f'create table "{name}" as select * from incoming')
            base.unregister("incoming")
            base.execute(f'comment on table "{name}" is {_quoted(contract.TABLES[name].__doc__ or "")}')
            for item in contract.fields(contract.TABLES[name]):
                base.execute(f'comment on column "{name}"."{item.name}" is {_quoted(item.column.meaning)}')
        base.execute("checkpoint")
    identify(partial, hashlib.sha256("".join(digests[name] for name in sorted(digests)).encode()).digest()[:16])
    partial.replace(path)
    work.rmdir()


def _quoted(text: str) -> str:
    return "'" + text.strip().replace("'", "''") + "'"


HEADER: Final = 4096
IDENTIFIER: Final = slice(124, 140)
"""Where a DuckDB file (storage version 64 and later) keeps the random bytes that tell one database from another."""


def identify(path: Path, identifier: bytes) -> None:
    """Give a DuckDB file this identifier in the place of its random one, and its header the checksum that follows."""
    with path.open("r+b") as file:
        header = bytearray(file.read(HEADER))
        if int.from_bytes(header[:8], "little") != _checksum(header[8:]):
            raise TableContractError("warifu.duckdb", "this DuckDB writes a header that warifu does not know")
        header[IDENTIFIER] = identifier
        header[:8] = _checksum(header[8:]).to_bytes(8, "little")
        file.seek(0)
        file.write(header)


def _checksum(data: bytes | bytearray) -> int:
    """DuckDB's checksum of a block: the words times a constant, all of them xored.

    Source: DuckDB, `src/common/checksum.cpp`.
    """
    result = 5381
    for start in range(0, len(data), 8):
        result ^= int.from_bytes(data[start : start + 8], "little") * 0xBF58476D1CE4E5B9 & (1 << 64) - 1
    return result


class Tables:
    """The tables of a built workspace, read when asked for, each once."""

    def __init__(self, build: Path) -> None:
        self.build = build
        self._read: dict[str, tuple[Any, ...]] = {}
        if not (build / FOLDER).is_dir():
            raise NoTablesError(build)

    def rows(self, row: type[R]) -> tuple[R, ...]:
        """Every row of the table with this row type, as values of that type."""
        name = NAMES[row]
        if name not in self._read:
            self._read[name] = self._load(name, row)
        return self._read[name]

    def _load(self, name: str, row: type[Any]) -> tuple[Any, ...]:
        table = self.arrow(name)
        wanted = [item.name for item in contract.fields(row)]
        if table.column_names != wanted:
            raise TableContractError(name, "its columns are not those of this warifu")
        columns = [_plain(item.kind, table.column(item.name)) for item in contract.fields(row)]
        return tuple(row(*cells) for cells in zip(*columns, strict=True))

    def count(self, row: type[Any]) -> int:
        """How many rows the table with this row type has, without reading it."""
        return int(pq.read_metadata(self._path(NAMES[row])).num_rows)

    def each(self, row: type[R]) -> Iterator[R]:
        """The rows of a table one after the other, a few thousand in memory at a time, in the order of the table."""
        fields = contract.fields(row)
        with pq.ParquetFile(self._path(NAMES[row]), memory_map=False) as file:
            if file.schema_arrow.names != [item.name for item in fields]:
                raise TableContractError(NAMES[row], "its columns are not those of this warifu")
            for batch in file.iter_batches(batch_size=BATCH):
                columns = [_plain(item.kind, batch.column(item.name)) for item in fields]
                yield from (row(*cells) for cells in zip(*columns, strict=True))

    def _path(self, name: str) -> Path:
        path = self.build / FOLDER / f"{name}.parquet"
        if not path.exists():
            raise NoTablesError(self.build)
        return path

    def arrow(self, name: str) -> pa.Table:
        """A table as Arrow holds it, for whoever reads columns (Polars, pandas, DuckDB)."""
        return pq.read_table(self._path(name), memory_map=False)


NAMES: Final[Mapping[type[Any], str]] = {row: name for name, row in contract.TABLES.items()}


def _plain(kind: str, column: Any) -> Iterable[Any]:
    values = column.to_pylist()
    if kind == "list":
        return [tuple(value) for value in values]
    return values  # type: ignore[no-any-return]
