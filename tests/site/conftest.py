"""Sites to look at: a tiny programme made of rows, one whose every text is hostile, and the Eight-Point Plan."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock
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
    """The site of the Eight-Point Plan, from its kept files; made once, by whichever worker asks first."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "eight-point-plan-site"
    with FileLock(f"{folder}.lock"):
        if not (folder / "made").exists():
            kept = folder / "kept"
            shutil.copytree(
                ROOT / "examples" / "eight-point-plan", kept, ignore=shutil.ignore_patterns("build", "*.lock")
            )
            files.write(rows.rows(open_ledger(kept), {}), folder)
            build(Tables(folder), folder / "site")
            (folder / "made").touch()
    return folder / "site"
