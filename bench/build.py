"""How long a ledger takes: the example, one changed sheet, and generated ledgers of growing size.

    python bench/build.py                   the example, 1,000 and 20,000 deals
    python bench/build.py 1000 20000 200000

Prints seconds of processor time, records a second and peak memory, stage by stage; the growth from size to size beside
n log n; and the scorecard's sums beside the same sums asked of DuckDB over the same rows in the same run.
"""

from __future__ import annotations

import math
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import generate

from warifu import ledger
from warifu.tables import files, rows

EXAMPLE = Path(__file__).parents[1] / "examples" / "eight-point-plan"
SIZES = (1_000, 20_000)
STEPS = ("walk", "scorecard", "measures", "rows", "write")


@contextmanager
def timed(found: dict[str, float], name: str) -> Iterator[None]:
    start = time.process_time()
    yield
    found[name] = time.process_time() - start


def example() -> None:
    """Build the example in a copy: all of it, again, and after one sheet changed; each in a process of its own."""
    with tempfile.TemporaryDirectory() as tmp:
        folder = Path(tmp) / "eight-point-plan"
        shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("build"))
        sheet = folder / "sheets" / "deals" / "ep-001.yaml"
        print("\neight-point-plan, whole `warifu build`, wall seconds with the start of Python:")
        print(f"  first build            {_built(folder):6.2f}")
        print(f"  nothing changed        {_built(folder):6.2f}")
        before = {path: path.stat().st_mtime_ns for path in (folder / "build").rglob("*") if path.is_file()}
        sheet.write_text(sheet.read_text(encoding="utf-8").replace("USD 1bn joint", "USD 1bn common"), encoding="utf-8")
        print(f"  one sheet changed      {_built(folder):6.2f}")
        after = {path: path.stat().st_mtime_ns for path in (folder / "build").rglob("*") if path.is_file()}
        written = sum(after[path] != before.get(path) for path in after)
        print(f"  files written then     {written:6d} of {len(after)}")


def _built(folder: Path) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-c", "from warifu.cli import main; main()", "build", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def generated(n: int) -> dict[str, float]:
    """Walk a generated ledger of `n` deals in memory, then write its tables."""
    found: dict[str, float] = {}
    kept = ledger.Kept(
        folder=Path("generated"),
        programme=generate.programme(),
        lines={},
        sheets=tuple(generate.sheet_files(n)),
        sources=generate.sources(n),
        parties=generate.parties(n),
        lists=ledger.Lists((), (), (), (), (), ()),
        rates=(),
        decisions=(),
        documents=(),
        problems=(),
    )
    with timed(found, "walk"):
        opened = ledger.walk(kept, date(2021, 12, 31))
    statements = sum(len(case.statements) for case in opened.cases)
    with timed(found, "scorecard"):
        figures = opened.scored
    with timed(found, "measures"):
        figures = opened.figures
    with timed(found, "rows"):
        made = rows.rows(opened, {})
    records = sum(map(len, made.values()))
    with tempfile.TemporaryDirectory() as tmp:
        with timed(found, "write"):
            files.write(made, Path(tmp))
        plain = _by_duckdb(Path(tmp), found)
    ours = {item.measure: item.value for item in figures if item.slice == "all" and item.measure.startswith("money-")}
    agree = all(ours[f"money-{name}"] == value for name, value in plain.items())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    total = sum(found[name] for name in STEPS)
    print(
        f"\n{n:,} deals, {statements:,} statements, {len(figures):,} figures: {total:.1f} s of processor time ("
        + ", ".join(f"{name} {found[name]:.1f}" for name in STEPS)
        + "), "
        f"{records / total:,.0f} records/s, peak memory {peak:,.0f} MB\n"
        f"  the whole programme's sums by DuckDB alone: {found['duckdb']:.3f} s; "
        f"{'the same to the cent' if agree else 'NOT THE SAME'}"
    )
    return {"n": n, "total": total}


def _by_duckdb(build: Path, found: dict[str, float]) -> dict[str, Decimal]:
    import duckdb

    kinds = {"pledge": "pledged", "commitment": "committed", "disbursement": "paid"}
    with timed(found, "duckdb"), duckdb.connect(str(build / files.DUCKDB), read_only=True) as base:
        told = base.execute("select kind, sum(converted) from sums where counted group by kind").fetchall()
    return {kinds[kind]: value for kind, value in told if kind in kinds and value is not None}


def main() -> None:
    example()
    seen: list[dict[str, float]] = []
    for n in [int(word) for word in sys.argv[1:]] or SIZES:
        seen.append(generated(n))
    for small, large in pairwise(seen):
        a, b = small["n"], large["n"]
        bound = b * math.log(b) / (a * math.log(a))
        ratio = large["total"] / small["total"]
        print(f"\nfrom {a:,.0f} to {b:,.0f}: {ratio:.1f} times the time; n log n would be {bound:.1f} times")


if __name__ == "__main__":
    main()
