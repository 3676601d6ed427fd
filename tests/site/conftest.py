"""Sites to look at: a tiny programme made of rows, one whose every text is hostile, and the Eight-Point Plan."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from harbour_rows import harbour, hostile, tables

from warifu.ledger import open_ledger
from warifu.site import build
from warifu.tables import files, rows
from warifu.tables.files import Tables

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the harbour programme."""
    folder = tmp_path_factory.mktemp("harbour")
    build(tables(harbour(), folder), folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a programme whose every text is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    build(tables(hostile(), folder), folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def eight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the Eight-Point Plan, from its kept files."""
    folder = tmp_path_factory.mktemp("eight")
    shutil.copytree(
        ROOT / "examples" / "eight-point-plan", folder / "kept", ignore=shutil.ignore_patterns("build", "*.lock")
    )
    files.write(rows.rows(open_ledger(folder / "kept"), {}), folder)
    build(Tables(folder), folder / "site")
    return folder / "site"
