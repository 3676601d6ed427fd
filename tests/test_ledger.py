"""The ledger walks the chain once and gives the same, whatever the machine, the order or the day it is asked on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from warifu import ledger
from warifu.errors import BadInputError, NoWorkspaceError
from warifu.proposals import shelf

HARBOUR = Path(__file__).parent / "books" / "harbour" / "kept"


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    shutil.copytree(HARBOUR, tmp_path / "harbour", ignore=shutil.ignore_patterns("build"))
    return tmp_path / "harbour"


def figure(opened: ledger.Ledger, name: str) -> Decimal | None:
    return next(item.value for item in opened.figures if item.id == f"harbour/{name}")


def test_an_umbrella_is_in_no_total_and_a_second_version_widens_the_range(harbour: Path) -> None:
    opened = ledger.open_ledger(harbour)
    committed = next(item for item in opened.figures if item.id == "harbour/all/money-committed")
    assert committed.sums == ("hb-002/sums-2",)
    assert committed.low is not None
    assert committed.value is not None
    assert committed.low < committed.value == committed.high


def test_a_day_shows_what_was_known_on_it(harbour: Path) -> None:
    """Before November 2020 only the Japanese ministry had spoken of the contract; nobody of the harbour's opening."""
    then, now = ledger.open_ledger(harbour, date(2020, 1, 1)), ledger.open_ledger(harbour)
    assert figure(then, "all/delivered") == 0
    assert figure(now, "all/delivered") == 1
    assert {deal.id for deal in then.deals} <= {deal.id for deal in now.deals}


def test_a_folder_without_a_programme_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspaceError, match=r"no programme\.yaml"):
        ledger.open_ledger(tmp_path)


def test_every_fault_of_every_file_is_told_in_one_run(harbour: Path) -> None:
    """
    hb-002: an unknown stage; hb-003: a source that is not listed; parties.csv: two ids alike; a half-written log line
    """
    deals = harbour / "sheets" / "deals"
    path = deals / "hb-002.yaml"
    path.write_text(path.read_text().replace("stage: delivered", "stage: deliverd"))
    path = deals / "hb-003.yaml"
    path.write_text(path.read_text().replace("sources: [wire]", "sources: [wires]", 1))
    path = harbour / "sheets" / "parties.csv"
    path.write_text(path.read_text() + "bank,Another Bank,JP,private company,,,,wire\n")
    (harbour / "decisions").mkdir(exist_ok=True)
    (harbour / "decisions" / "mori.jsonl").write_bytes(b'{"after":"00')
    with pytest.raises(BadInputError) as caught:
        ledger.open_ledger(harbour)
    rules = {problem.rule for problem in caught.value.problems}  # type: ignore[attr-defined]
    assert {"unknown-code", "dangling-source", "same-id", "broken-log"} <= rules
    assert not (harbour / "build" / "tables").exists()


def test_a_sheet_that_did_not_change_is_taken_from_the_shelf(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ledger.open_ledger(harbour)
    path = harbour / "sheets" / "deals" / "hb-003.yaml"
    path.write_text(path.read_text().replace("Cranes for", "Two cranes for"))
    parsed: list[str] = []
    read = shelf.sheets.read
    monkeypatch.setattr(shelf.sheets, "read", lambda path, name: parsed.append(name) or read(path, name))
    second = ledger.open_ledger(harbour)
    assert parsed == ["sheets/deals/hb-003.yaml"]
    assert [deal.id for deal in second.deals] == [deal.id for deal in first.deals]
    assert [deal for deal in second.deals if deal.id != "hb-003"] == [
        deal for deal in first.deals if deal.id != "hb-003"
    ]


def test_a_damaged_shelf_is_only_a_memory_lost(harbour: Path) -> None:
    whole = ledger.open_ledger(harbour)
    (harbour / "build" / shelf.SHELF).write_bytes(b"\x93half")
    assert ledger.open_ledger(harbour).deals == whole.deals


PROGRAM = """
import hashlib, sys
from pathlib import Path
from warifu import ledger
from warifu.tables import files, rows
folder = Path(sys.argv[1])
files.write(rows.rows(ledger.open_ledger(folder), {}), folder / "build")
made = sorted((folder / "build" / "tables").glob("*.parquet")) + [folder / "build" / "warifu.duckdb"]
print(hashlib.sha256(b"".join(path.read_bytes() for path in made)).hexdigest())
"""


def test_a_rebuild_gives_the_same_bytes_whatever_the_hash_seed(harbour: Path) -> None:
    digests = set()
    for seed in ("0", "1", "77"):
        shutil.rmtree(harbour / "build", ignore_errors=True)
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(harbour)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        )
        digests.add(done.stdout)
    assert len(digests) == 1
