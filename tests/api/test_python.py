"""The Python API in ten lines, and the notebook that shows it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import warifu
from warifu.errors import NoWorkspaceError
from warifu.tables import contract as c
from warifu.tables.files import Tables

ROOT = Path(__file__).parents[2]


def test_ten_lines_from_a_folder_to_a_data_frame(workspace: Path) -> None:
    polars = pytest.importorskip("polars", reason="Polars is not installed")
    view = warifu.open(workspace).as_of("2025-10-01")
    deals = polars.from_arrow(view["deals"])
    assert deals.height == view["deals"].num_rows == len(view.rows(c.DealRow))
    assert deals.height < len(warifu.open(workspace).as_of().rows(c.DealRow))
    assert view.as_of == date(2025, 10, 1)
    assert "deals" in view.tables
    assert str(deals.height) in repr(view)


def test_pandas_reads_the_same(workspace: Path) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    view = warifu.open(workspace).as_of()
    frame = view["sums"].to_pandas()
    assert list(frame["amount"]) == [row.amount for row in view.rows(c.SumRow)]


def test_a_view_holds_what_a_build_writes(workspace: Path) -> None:
    view = warifu.open(workspace).as_of()
    built = Tables(workspace / "build")
    for name, row in c.TABLES.items():
        assert view.rows(row) == warifu.open(workspace).built.rows(row), name
        assert view[name].equals(built.arrow(name)), name
    assert view.figure("binding") in built.rows(c.FigureRow)
    assert view.why("binding").steps


def test_a_folder_that_is_no_workspace_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspaceError, match=r"programme\.yaml"):
        warifu.open(tmp_path)


def test_a_table_that_there_is_none_of_is_told(workspace: Path) -> None:
    with pytest.raises(KeyError, match="there are: programmes"):
        warifu.open(workspace).as_of()["projects"]


def test_importing_loads_nothing_heavy() -> None:
    heavy = "{'pyarrow', 'duckdb', 'lxml', 'msgspec', 'yaml', 'starlette', 'pandas'}"
    code = f"import sys, warifu; print(sorted({heavy} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_version_is_that_of_the_package() -> None:
    import tomllib

    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert warifu.__version__ == told["project"]["version"]


def test_every_cell_of_the_notebook_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("polars", reason="Polars is not installed")
    monkeypatch.chdir(ROOT / "examples")
    notebook = json.loads((ROOT / "examples" / "notebook.ipynb").read_text(encoding="utf-8"))
    room: dict[str, object] = {}
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert len(cells) >= 5
    for number, cell in enumerate(cells):
        exec(compile(cell, f"cell {number + 1}", "exec"), room)
    assert all(not cell.get("outputs") for cell in notebook["cells"])
