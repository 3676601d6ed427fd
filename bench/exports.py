"""How long the export of many deals takes, and how much memory, beside writing the same table plainly.

    python bench/exports.py [deals [format …]]      200,000 and the formats below without

The deals are those of the Eight-Point Plan told again and again under new ids, with their sums, stages, parties and
statements. Every format runs in a process of its own. CPU seconds, not wall time; peak memory of the process.
"""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from warifu.exports.book import Book
from warifu.ledger import open_ledger
from warifu.tables import contract, files, rows
from warifu.tables.files import Tables

EXAMPLE = Path(__file__).parents[1] / "examples" / "eight-point-plan"
FORMATS = ("package", "statements", "iati", "followthemoney", "plover", "workbook")
REPEATED = ("deals", "deal_parties", "stages", "sums", "statements", "versions", "gaps", "looks")
POINTING = frozenset({"deal", "part_of", "sum", "statement", "statements"})
"""Columns that hold ids of a deal or of something in it."""


def many(build: Path, deals: int) -> None:
    """Tables with that many deals."""
    made = rows.rows(open_ledger(EXAMPLE), {"kept": "bench"})
    folder = build / files.FOLDER
    folder.mkdir(parents=True)
    times = -(-deals // len(made["deals"]))
    for name in contract.TABLES:
        table = files.arrow(name, made[name])
        with pq.ParquetWriter(folder / f"{name}.parquet", table.schema, compression="zstd") as out:
            for number in range(times if name in REPEATED else 1):
                out.write_table(renamed(table, f"{number:05}-") if name in REPEATED else table)


def renamed(table: pa.Table, prefix: str) -> pa.Table:
    """The same rows under new ids."""
    for place, field in enumerate(table.schema):
        if field.name not in POINTING:
            continue
        column = table.column(place).combine_chunks()
        if pa.types.is_list(field.type):
            values = pc.binary_join_element_wise(prefix, column.flatten(), "")
            column = pa.ListArray.from_arrays(column.offsets, values)
        else:
            told = pc.not_equal(column, "")
            column = pc.if_else(told, pc.binary_join_element_wise(prefix, column, ""), column)
        table = table.set_column(place, field, column.cast(field.type))
    return table


def plain_arrow(build: Path, out: Path) -> None:
    """The alternative: the statements through pyarrow's own CSV writer."""
    table = Tables(build).arrow("statements")
    pyarrow.csv.write_csv(table, out / "statements.csv")


def plain_csv(build: Path, out: Path) -> None:
    """The alternative: the statements through Python's CSV writer, batch by batch."""
    with (
        (out / "statements.csv").open("w", newline="") as file,
        pq.ParquetFile(build / files.FOLDER / "statements.parquet") as source,
    ):
        writer = csv.writer(file)
        for batch in source.iter_batches():
            writer.writerows(zip(*(column.to_pylist() for column in batch.columns), strict=True))


def one_format(name: str, build: Path, out: Path) -> None:
    import importlib

    importlib.import_module(f"warifu.exports.{name}").write(Book(Tables(build)), out)


def measured(job: str, build: Path) -> dict[str, Any]:
    """Run one job here and say what it took."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place)
        began = time.process_time()
        if job == "plain pyarrow":
            plain_arrow(build, out)
        elif job == "plain csv":
            plain_csv(build, out)
        else:
            one_format(job, build, out)
        took = time.process_time() - began
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    return {"cpu": took, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "mb": size / 1e6}


def main(deals: int, formats: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as place:
        build = Path(place)
        many(build, deals)
        tables = Tables(build)
        counts = {name: tables.count(contract.TABLES[name]) for name in ("deals", "sums", "statements")}
        print(", ".join(f"{count:,} {name}" for name, count in counts.items()))
        for job in ("plain pyarrow", "plain csv", *formats):
            command = [sys.executable, __file__, "--job", job, str(build)]
            told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            rate = counts["deals"] / told["cpu"]
            print(
                f"{job:16} {told['cpu']:8.1f} CPU s  {rate:10,.0f} deals/s  peak {told['peak']:7.0f} MB  "
                f"{told['mb']:8.1f} MB written",
                flush=True,
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--job"]:
        print(json.dumps(measured(sys.argv[2], Path(sys.argv[3]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000, tuple(sys.argv[2:]) or FORMATS)
