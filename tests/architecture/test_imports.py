"""The import contracts hold, and each of them bites: a rule that silently stopped biting is worse than none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLANTED = "planted_violation"

VIOLATIONS = {
    # the room of the violation, what it imports, the contract that must break
    "terms-above": ("terms", "import warifu.deals.resolve", "Figures travel one way"),
    "statements-above": ("statements", "from warifu.deals import resolve", "Figures travel one way"),
    "documents-above": ("documents", "from warifu.proposals import sheets", "Figures travel one way"),
    "measures-above": ("measures", "import warifu.ledger", "Figures travel one way"),
    "terms-disk": ("terms", "import pathlib", "The judging rooms touch no disk"),
    "statements-disk": ("statements", "import os", "The judging rooms touch no disk"),
    "deals-clock": ("deals", "import time", "The judging rooms touch no disk"),
    "measures-network": ("measures", "import socket", "The judging rooms touch no disk"),
    "duckdb": ("measures", "import duckdb", "Only tables imports duckdb and pyarrow"),
    "pyarrow": ("documents", "from pyarrow import parquet", "Only tables imports duckdb and pyarrow"),
    "connection": ("documents", "import socket", "Only documents.fetch opens a connection"),
    "connection-by-library": ("proposals", "import requests", "Only documents.fetch opens a connection"),
    "pages-from-the-ledger": ("site", "import warifu.ledger", "Pages and exports are made from the tables"),
    "exports-from-the-ledger": ("exports", "from warifu import ledger", "Pages and exports are made from the tables"),
    "room-without-a-place": ("gossip", "import warifu.terms", "Figures travel one way"),
}


def lint(source: Path, cache: Path) -> tuple[int, str]:
    """Run the contracts over the package that lies in `source`."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()",
         "--config", str(ROOT / "pyproject.toml"), "--cache-dir", str(cache)],
        env={**os.environ, "PYTHONPATH": str(source), "PYTHONUTF8": "1"},
        cwd=source, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "src" / "warifu", folder / "warifu", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def test_the_contracts_hold(copy: Path, cache: Path) -> None:
    status, said = lint(copy, cache)
    assert status == 0, said


@pytest.mark.parametrize("name", VIOLATIONS)
def test_a_planted_violation_is_caught(name: str, copy: Path, cache: Path) -> None:
    room, line, contract = VIOLATIONS[name]
    folder = copy / "warifu" / room
    made = not folder.exists()
    folder.mkdir(exist_ok=True)
    planted = [folder / f"{PLANTED}.py", *(path for path in [folder / "__init__.py"] if not path.exists())]
    try:
        for path in planted:
            path.write_text(f"{line}\n" if path.stem == PLANTED else "", "utf-8")
        status, said = lint(copy, cache)
    finally:
        for path in planted:
            path.unlink()
        if made:
            shutil.rmtree(folder)
    assert status == 1, said
    broken = next(text for text in said.splitlines() if text.startswith(contract) and "BROKEN" in text)
    assert broken
    assert f"{PLANTED}" in said or room in said


def test_each_contract_is_broken_by_some_planted_violation() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    names = [line.partition('"')[2].rstrip('"') for line in text.splitlines() if line.startswith("name = ")][1:]
    assert len(names) == text.count("[[tool.importlinter.contracts]]")
    for contract in names:
        assert any(contract.startswith(broken) for _, _, broken in VIOLATIONS.values()), contract
