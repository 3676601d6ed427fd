"""Order, doubling and the machine's hash seed never change what an import gives."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from warifu.statements import fold
from warifu.terms.codelist import SourceKind
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Case
from warifu.terms.evidence import Place, Source

from .conftest import DEALS, RELEASE, Importer

HEAD = "id,title,status,date,amount,currency,who\n"
ROWS = [
    f"d{number},Deal {number},Signed,20{number:02d},{number}000.50,USD,Bank {number % 3}\n" for number in range(1, 20)
]
MAPPING = DEALS + "  parties:\n    - {name: {column: who}, roles: [provider]}\n"
SOURCES = {"rel": Source("rel", "A publisher", PartialDate.parse("2020-01-01"), "", SourceKind.DATASET, "third", "")}
NOWHERE = Place("", 0)


def cases(read: Importer, rows: list[str]) -> list[Case]:
    found = read(HEAD + "".join(rows), deals=MAPPING)
    assert found.problems == []
    folded, problems = fold.fold(found.sheets, SOURCES)
    assert problems == ()
    return [
        replace(case, at=NOWHERE, statements=tuple(replace(item, place=NOWHERE) for item in case.statements))
        for case in folded
    ]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_never_matters(read: Importer, seed: int) -> None:
    shuffled = Random(seed).sample(ROWS, len(ROWS))
    assert cases(read, shuffled) == cases(read, ROWS)


def test_a_row_that_stands_twice_is_told_and_counted_once(read: Importer) -> None:
    found = read(HEAD + "".join([*ROWS, ROWS[3]]), deals=MAPPING)
    folded, problems = fold.fold(found.sheets, SOURCES)
    assert len(folded) == len(ROWS)
    [problem] = problems
    assert (problem.rule, problem.severity) == ("same-id", "severe")
    assert problem.where == 'imports/deals.csv:row 21, column "id"'
    assert 'imports/deals.csv:row 5, column "id"' in problem.message


PRINT = """
import sys
from pathlib import Path
from datetime import date
from warifu.proposals import imports
from warifu.proposals.imports import assistant
folder = Path(sys.argv[1])
found = imports.read_one(folder / "map.yaml", "imports/map.yaml", folder / "deals.csv")
print([(file.sheet, dict(file.lines)) for file in found.sheets], found[1:])
print(assistant.propose(folder / "deals.csv", date(2026, 1, 1)))
"""


def test_the_hash_seed_never_shows(tmp_path: Path) -> None:
    (tmp_path / "deals.csv").write_text(HEAD + "".join(ROWS), encoding="utf-8")
    (tmp_path / "map.yaml").write_text(RELEASE + "table: {at_least: 1}\n" + MAPPING, encoding="utf-8")
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }  # fmt: skip
    assert len(printed) == 1
    assert len(printed.pop()) > 1000
