"""The Data Package: valid by the field's own validator, and read back without loss."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from warifu.exports import package
from warifu.exports.book import Book
from warifu.tables import contract as c


@pytest.fixture(scope="module")
def packages(books: dict[str, Book], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    found = {}
    for name, book in books.items():
        folder = tmp_path_factory.mktemp(name)
        package.write(book, folder)
        found[name] = folder / package.FOLDER
    return found


def test_the_frictionless_validator_finds_no_fault(packages: dict[str, Path]) -> None:
    """Bytes, digests, types, keys, foreign keys and words of codelists, in every table of every example."""
    frictionless = pytest.importorskip("frictionless", reason="the validator is not installed")
    for folder in packages.values():
        report = frictionless.validate(str(folder / "datapackage.json"))
        assert report.valid, report.flatten(["type", "note"])[:5]
        assert len(report.tasks) == len(c.TABLES)


def test_the_validator_bites(packages: dict[str, Path], tmp_path: Path) -> None:
    """A word that is in no codelist, in a file that is no longer the one described, is found."""
    frictionless = pytest.importorskip("frictionless", reason="the validator is not installed")
    folder = tmp_path / "package"
    shutil.copytree(packages["phase-one"], folder)
    path = folder / "sums.csv"
    text = path.read_text(encoding="utf-8").replace(",exact,", ",perhaps,", 1)
    path.write_text(text, encoding="utf-8")
    kinds = {item[0] for item in frictionless.validate(str(folder / "datapackage.json")).flatten(["type"])}
    assert {"hash-count", "constraint-error"} <= kinds


def test_every_table_is_read_back_row_by_row(books: dict[str, Book], packages: dict[str, Path]) -> None:
    for name, book in books.items():
        found = package.read(packages[name])
        for table, row in c.TABLES.items():
            assert found[table] == book.rows(row), table


def test_every_column_says_what_it_means(packages: dict[str, Path]) -> None:
    told = json.loads((packages["us-japan-550"] / "datapackage.json").read_text(encoding="utf-8"))
    fields = [field for resource in told["resources"] for field in resource["schema"]["fields"]]
    assert len(fields) > 300
    assert all(field["description"] for field in fields)


def test_the_same_tables_give_the_same_bytes(book: Book, packages: dict[str, Path], tmp_path: Path) -> None:
    package.write(book, tmp_path)
    for path in sorted((tmp_path / package.FOLDER).iterdir()):
        assert path.read_bytes() == (packages["eight-point-plan"] / path.name).read_bytes(), path.name
