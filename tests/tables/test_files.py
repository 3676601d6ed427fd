"""Tables come back from their files as they went in, and any engine can read them."""

from __future__ import annotations

import hashlib
import shutil
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from warifu import ledger
from warifu.errors import NoTablesError, TableContractError
from warifu.tables import contract, files, rows

HARBOUR = Path(__file__).parents[1] / "books" / "harbour" / "kept"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, object], Path]:
    folder = tmp_path_factory.mktemp("harbour") / "kept"
    shutil.copytree(HARBOUR, folder, ignore=shutil.ignore_patterns("build"))
    built = rows.rows(ledger.open_ledger(folder), {"kept": "digest"})
    files.write(built, folder / "build")
    return dict(built), folder / "build"


@pytest.mark.parametrize("name", contract.TABLES)
def test_a_table_comes_back_as_it_went_in(name: str, made: tuple[dict[str, object], Path]) -> None:
    built, build = made
    assert files.Tables(build).rows(contract.TABLES[name]) == tuple(built[name])  # type: ignore[arg-type]


def test_duckdb_answers_with_the_meaning_of_every_column(made: tuple[dict[str, object], Path]) -> None:
    _, build = made
    with duckdb.connect(str(build / files.DUCKDB), read_only=True) as base:
        told = base.execute("select comment from duckdb_columns() where not internal").fetchall()
        assert told
        assert all(comment for (comment,) in told)
        total = base.execute("select sum(converted) from sums where counted and kind = 'commitment'").fetchone()
    assert total is not None
    assert total[0] == Decimal("234636767.5")


def test_writing_again_changes_no_byte_and_touches_no_file(made: tuple[dict[str, object], Path]) -> None:
    built, build = made
    before = {
        path: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).digest()) for path in build.rglob("*.*")
    }
    files.write(built, build)  # type: ignore[arg-type]
    after = {path: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).digest()) for path in build.rglob("*.*")}
    assert after == before


def test_a_duckdb_file_of_an_unknown_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    path.write_bytes(b"\x01" * 8192)
    with pytest.raises(TableContractError, match="header"):
        files.identify(path, bytes(16))


def test_tables_that_are_not_there_are_asked_for_by_name(tmp_path: Path) -> None:
    with pytest.raises(NoTablesError, match="warifu build"):
        files.Tables(tmp_path / "build")


def test_tables_of_another_contract_are_refused(made: tuple[dict[str, object], Path], tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    _, build = made
    shutil.copytree(build, tmp_path / "build")
    path = tmp_path / "build" / "tables" / "looks.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["by"]), path)
    with pytest.raises(TableContractError, match="looks"):
        files.Tables(tmp_path / "build").rows(contract.LookRow)


def test_every_column_says_what_it_means_and_points_to_a_table_that_is_there() -> None:
    for name, row in contract.TABLES.items():
        assert row.__doc__, name
        for field in contract.fields(row):
            assert field.column.meaning, (name, field.name)
            if field.column.to:
                table, _, column = field.column.to.partition(".")
                assert column in contract.TABLES[table]._fields, (name, field.name)
