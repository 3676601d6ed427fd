"""The three example programmes as tables and books, each built once a session; and where the public validators lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from filelock import FileLock

from warifu.exports.book import Book
from warifu.ledger import digest, open_ledger
from warifu.tables import files, rows
from warifu.tables.files import Tables

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
EXAMPLES = ("eight-point-plan", "us-japan-550", "phase-one")


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The build folder of each example, made once for all workers of a run."""
    shared = tmp_path_factory.getbasetemp().parent
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    found = {}
    for name in EXAMPLES:
        folder, build = ROOT / "examples" / name, shared / f"exports-{run}-{name}"
        with FileLock(shared / f"exports-{run}-{name}.lock"):
            if not (build / files.DUCKDB).exists():
                build.mkdir(exist_ok=True)
                files.write(rows.rows(open_ledger(folder), {"kept": digest(folder)}), build)
        found[name] = build
    return found


@pytest.fixture(scope="session")
def books(builds: dict[str, Path]) -> dict[str, Book]:
    return {name: Book(Tables(build)) for name, build in builds.items()}


@pytest.fixture(scope="session")
def book(books: dict[str, Book]) -> Book:
    return books["eight-point-plan"]


@pytest.fixture(scope="session")
def iati_files() -> Path:
    """The IATI standard's own schemas, codelists and rulesets."""
    folder = SHARED / "data" / "iati"
    if not folder.is_dir():
        pytest.skip("the IATI schemas, codelists and rulesets lie beside the project, and are not here")
    return folder
