"""Imports beside the plain alternative in the same run: CPU seconds, MB a second, peak memory.

    python bench/imports.py [--only gcof|iati|growth] [--megabytes 200]

Each line is measured in a process of its own, on CPU time. "gcof" needs the shared data beside the repository: the
table through every room to its scorecard, beside DuckDB that reads and adds up the same columns, with the two totals,
which must be equal. "iati" reads a file made here, beside a bare `iterparse` over the same file that looks at nothing.
"growth" imports ever longer tables.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
GCOF = DATA / "aiddata_gcof_1_0" / "gcof_v1.0.csv.gz"


def gcof_scorecard(path: str) -> dict[str, object]:
    """Import, fold, resolve, and the scorecard of what is safe to add, in dollars of 2014."""
    from datetime import date

    from warifu.deals import resolve, timeline
    from warifu.measures import aggregates, scorecard
    from warifu.measures.rates import Rate, Rates
    from warifu.proposals import imports
    from warifu.statements import fold
    from warifu.terms.deal import Party
    from warifu.terms.evidence import Source

    found = imports.read_one(ROOT / "examples/mappings/gcof-1.0.yaml", "gcof-1.0.yaml", Path(path))
    sources = {
        one.row.id: Source(one.row.id, one.row.publisher, one.row.published, one.row.language, one.row.kind, None, "")
        for one in found.sources
    }
    parties = {one.row.id: Party(one.row.id, one.row.name, one.row.country, one.row.type) for one in found.parties}
    rates = Rates(Rate(one.row.currency, one.row.base, one.row.on, one.row.rate, one.row.source) for one in found.rates)
    cases, _ = fold.fold(found.sheets, sources)
    as_of = date(2017, 10, 11)
    known = timeline.known(cases, as_of)
    deals = resolve.resolve(known, parties, sources, lambda money, on: rates.convert(money, on, "USD"), as_of)
    restated = aggregates.in_prices(deals, "USD", "2014")
    part = scorecard.Slice("safe", "Safe to add", aggregates.safe(restated))
    figures = {figure.measure: figure for figure in scorecard.score("gcof", part, "USD")}
    total = figures["money-committed"].value
    assert total is not None
    return {"rows": len(deals), "total": f"{total:.2f}"}


def gcof_duckdb(path: str) -> dict[str, object]:
    """The same rows and the same total in one query, without sources, checks, places or versions."""
    import duckdb

    query = (
        "select count(*), sum(try_cast(usd_defl_2014 as decimal(38, 15))) filter (umbrella = '0' and "
        "status not in ('Pipeline: Pledge', 'Cancelled', 'Suspended')) from read_csv(?, all_varchar = true)"
    )
    row = duckdb.connect().execute(query, [path]).fetchone()
    assert row is not None
    return {"rows": row[0], "total": f"{Decimal(row[1]):.2f}"}


def iati_sheets(path: str) -> dict[str, object]:
    """Every activity as a sheet, one at a time."""
    from warifu.proposals.imports.iati import reading, stream
    from warifu.proposals.imports.iati.activity import Reader
    from warifu.terms.dates import PartialDate

    reader = Reader("bench.xml", "rel", PartialDate.parse("2020"))
    count = sums = 0
    for file in reading.sheets(stream.File(Path(path), "bench.xml"), reader):
        count += 1
        sums += len(file.sheet.sums)
    return {"rows": count, "sums": sums}


def iati_bare(path: str) -> dict[str, object]:
    """A bare `iterparse` that only counts activities, and empties each."""
    from lxml import etree

    count = 0
    for _, element in etree.iterparse(path, events=("end",), tag="iati-activity"):
        count += 1
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return {"rows": count}


def iati_naive(path: str) -> dict[str, object]:
    """What a script of ten lines does: `iterparse`, and the total of each type of transaction in a dict."""
    from lxml import etree

    totals: dict[str, Decimal] = {}
    count = 0
    for _, element in etree.iterparse(path, events=("end",), tag="iati-activity"):
        count += 1
        for transaction in element.findall("transaction"):
            code = transaction.find("transaction-type").get("code")
            totals[code] = totals.get(code, Decimal(0)) + Decimal(transaction.findtext("value"))
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return {"rows": count}


def table_sheets(path: str) -> dict[str, object]:
    """A plain table of deals, imported."""
    from warifu.proposals import imports

    found = imports.read_one(Path(path).with_suffix(".yaml"), "bench.yaml", Path(path))
    assert not found.problems
    return {"rows": len(found.sheets)}


def table_csv(path: str) -> dict[str, object]:
    """The same table by the csv module, each amount a Decimal."""
    import csv

    with open(path, encoding="utf-8", newline="") as file:
        rows = [(row["id"], Decimal(row["amount"]), row["currency"]) for row in csv.DictReader(file)]
    return {"rows": len(rows)}


JOBS: dict[str, Callable[[str], dict[str, object]]] = {
    job.__name__: job
    for job in (gcof_scorecard, gcof_duckdb, iati_sheets, iati_bare, iati_naive, table_sheets, table_csv)
}


def measured(job: str, path: Path) -> dict[str, object]:
    """One job in a process of its own: its answer, CPU seconds and peak memory in MB."""
    done = subprocess.run(
        [sys.executable, __file__, "--job", job, "--path", str(path)], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def show(job: str, path: Path) -> dict[str, object]:
    found = measured(job, path)
    size = path.stat().st_size / 1e6
    seconds = float(str(found["seconds"]))
    print(
        f"  {job:<16}{found['rows']:>10,} rows  {seconds:>7.2f} s  {size / seconds:>7.1f} MB/s  "
        f"{float(str(found['rows'])) / seconds:>10,.0f} rows/s  peak {found['peak']:>6} MB"
        + (f"  total {found['total']}" if "total" in found else "")
    )
    return found


def make_iati(path: Path, megabytes: int) -> None:
    """Activities as real publishers write them: some 2.5 kB, six transactions each."""
    transaction = (
        '<transaction><transaction-type code="{code}"/><transaction-date iso-date="20{year:02d}-03-01"/>'
        '<value currency="USD" value-date="20{year:02d}-03-01">{value}</value></transaction>\n'
    )
    size = number = 0
    with path.open("w", encoding="utf-8") as out:
        out.write('<?xml version="1.0"?>\n<iati-activities version="2.03" generated-datetime="2020-06-07T00:00:00">\n')
        while size < megabytes * 1_000_000:
            number += 1
            money = "".join(
                transaction.format(code=2 if step == 0 else 3, year=10 + step, value=number * 1000 + step)
                for step in range(6)
            )
            text = (
                '<iati-activity default-currency="USD" xml:lang="en">\n'
                f"<iati-identifier>XM-DAC-1-{number}</iati-identifier>\n"
                '<reporting-org ref="XM-DAC-1" type="10"><narrative>A ministry</narrative></reporting-org>\n'
                f"<title><narrative>Activity {number}: roads, ports and clinics</narrative></title>\n"
                f"<description><narrative>{'What is to be built and why here. ' * 16}</narrative></description>\n"
                '<participating-org role="1" ref="XM-DAC-1"><narrative>A ministry</narrative></participating-org>\n'
                f'<participating-org role="4"><narrative>Builders {number % 97}</narrative></participating-org>\n'
                '<activity-status code="2"/><activity-date type="2" iso-date="2010-03-01"/>\n'
                '<recipient-country code="ID"/><sector vocabulary="1" code="21040"/>\n'
                f"{money}</iati-activity>\n"
            )
            size += len(text)
            out.write(text)
        out.write("</iati-activities>\n")


MAPPING = """\
release: {id: bench, publisher: Bench, published: 2020}
coder: bench
coded: 2020
table: {at_least: 1}
deals:
  id: {column: id}
  title: {column: title}
  stages: [{stage: {column: status, values: {Signed: signed, Done: delivered}}, on: {column: date}}]
  sums: [{kind: {text: commitment}, amount: {column: amount}, currency: {column: currency}, on: {column: date}}]
"""


def make_table(path: Path, rows: int) -> None:
    path.with_suffix(".yaml").write_text(MAPPING, encoding="utf-8")
    with path.open("w", encoding="utf-8") as out:
        out.write("id,title,status,date,amount,currency\n")
        for number in range(rows):
            status = "Done" if number % 3 else "Signed"
            out.write(f"d{number},Deal {number},{status},20{number % 20:02d}-0{number % 9 + 1}-11,{number}000.50,USD\n")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--only", choices=["gcof", "iati", "growth"])
    asked.add_argument("--megabytes", type=int, default=100)
    asked.add_argument("--job", help=argparse.SUPPRESS)
    asked.add_argument("--path", help=argparse.SUPPRESS)
    told = asked.parse_args()
    if told.job:
        start = time.process_time()
        found = JOBS[told.job](told.path)
        found["seconds"] = round(time.process_time() - start, 3)
        found["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps(found))
        return
    if told.only in (None, "gcof"):
        print("GCOF 1.0, the table to its scorecard:")
        if GCOF.exists():
            ours, theirs = show("gcof_scorecard", GCOF), show("gcof_duckdb", GCOF)
            assert (ours["rows"], ours["total"]) == (theirs["rows"], theirs["total"]), "the two do not agree"
        else:
            print(f"  skipped: {GCOF} is not there")
    with tempfile.TemporaryDirectory() as folder:
        if told.only in (None, "iati"):
            for megabytes in (told.megabytes // 10, told.megabytes):
                path = Path(folder) / f"{megabytes}.xml"
                make_iati(path, megabytes)
                print(f"IATI, {megabytes} MB:")
                for job in ("iati_sheets", "iati_naive", "iati_bare"):
                    show(job, path)
        if told.only in (None, "growth"):
            for rows in (1_000, 20_000, 200_000):
                path = Path(folder) / f"{rows}.csv"
                make_table(path, rows)
                print(f"A table of {rows:,} rows:")
                show("table_sheets", path)
                show("table_csv", path)


if __name__ == "__main__":
    main()
