"""warifu's own export becomes a workspace again, with the same statements in the same rows."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from warifu import ledger
from warifu.cli.imports import import_table
from warifu.errors import BadInputError, WorkspaceExistsError
from warifu.exports import package
from warifu.exports.book import Book
from warifu.proposals.imports import own
from warifu.statements import fold
from warifu.tables import files, rows
from warifu.tables.files import Tables
from warifu.terms.deal import Case
from warifu.terms.evidence import Place
from warifu.terms.statement import InstrumentTold, PartyTold

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "us-japan-550"
DEALS = len(list((EXAMPLE / "sheets" / "deals").glob("*.yaml")))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data package of an example."""
    folder = tmp_path_factory.mktemp("own")
    files.write(rows.rows(ledger.open_ledger(EXAMPLE), {}), folder / "build")
    package.write(Book(Tables(folder / "build")), folder)
    return folder / "data-package" / "datapackage.json"


NOWHERE = Place("", 0)


def cases(folder: Path) -> list[Case]:
    """Every case, without where its statements stand."""
    kept = ledger.read(folder)
    assert [problem for problem in kept.problems if problem.severity == "severe"] == []
    found, _ = fold.fold(kept.sheets, kept.sources)
    return [
        replace(case, at=NOWHERE, statements=tuple(replace(item, place=NOWHERE) for item in case.statements))
        for case in found
    ]


def told_by_rows(case: Case) -> Case:
    """A case without when its parties and instrument became known.

    That is the day of the first of all sources of the sheet; the export tells only those that a row names.
    """
    return replace(
        case,
        statements=tuple(
            replace(item, published=None) if isinstance(item.told, PartyTold | InstrumentTold) else item
            for item in case.statements
        ),
    )


def test_every_statement_comes_back_to_its_row(exported: Path, tmp_path: Path) -> None:
    own.restore(exported, tmp_path / "again")
    before, after = cases(EXAMPLE), cases(tmp_path / "again")
    assert len(before) == DEALS
    assert list(map(told_by_rows, after)) == list(map(told_by_rows, before))
    old, new = ledger.read(EXAMPLE), ledger.read(tmp_path / "again")
    assert new.sources == old.sources
    assert new.parties == old.parties
    for name in ("said", "talks", "context", "questions"):
        theirs, ours = getattr(old.lists, name), getattr(new.lists, name)
        assert len(ours) == len(theirs)
    told = [(item.label, item.kind, item.on, item.amount, item.bound, item.sources) for item in new.programme.headlines]
    assert told == [
        (item.label, item.kind, item.on, item.amount, item.bound, item.sources) for item in old.programme.headlines
    ]
    assert new.programme.mandates == old.programme.mandates
    assert new.programme.areas == old.programme.areas


def test_the_same_export_gives_the_same_bytes(exported: Path, tmp_path: Path) -> None:
    first = own.restore(exported, tmp_path / "one")
    second = own.restore(exported, tmp_path / "two")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert len(first) > DEALS


def test_an_export_that_was_altered_is_refused_and_nothing_is_written(exported: Path, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    shutil.copytree(exported.parent, folder)
    sums = folder / "sums.csv"
    sums.write_bytes(sums.read_bytes().replace(b"550000000000", b"950000000000"))
    with pytest.raises(BadInputError) as told:
        own.restore(folder / "datapackage.json", tmp_path / "again")
    assert "table-changed" in {problem.rule for problem in told.value.problems}  # type: ignore[attr-defined]
    assert not (tmp_path / "again").exists()


def test_the_command_makes_a_workspace_and_never_writes_over_one(exported: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(import_table, [str(exported), str(tmp_path / "again")], catch_exceptions=False)
    assert f"is a workspace now: {DEALS} sheets" in done.output
    with pytest.raises(WorkspaceExistsError):
        CliRunner().invoke(import_table, [str(exported), str(tmp_path / "again")], catch_exceptions=False)
