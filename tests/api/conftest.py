"""A built workspace, and a client that asks its API."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from warifu import exports
from warifu.ledger import digest, open_ledger
from warifu.tables import files, rows
from warifu.tables.files import Tables

EXAMPLE = Path(__file__).parents[2] / "examples" / "us-japan-550"


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An example with its tables, an export and a page of a site."""
    folder = tmp_path_factory.mktemp("api") / "us-japan-550"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("build"))
    (folder / "reference" / "redirects.csv").write_text(
        "old,new,on,by,why\n"
        "uj-old,uj-001,2026-01-01,mori,Told twice\n"
        "uj-split,uj-001; uj-002,2026-01-01,mori,Two deals\n"
        "uj-gone,,2026-01-01,mori,It was never agreed\n"
    )
    build = folder / "build"
    files.write(rows.rows(open_ledger(folder), {"kept": digest(folder)}), build)
    exports.build(Tables(build), build / "exports", formats=("statements",))
    (build / "site").mkdir()
    (build / "site" / "index.html").write_text("<!doctype html><title>x</title>")
    return folder
