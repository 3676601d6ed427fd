"""What every test may use: the real data beside the project, where it is there, and the books."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden", action="store_true", help="write what is made as what is expected; read the diff"
    )


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with published data beside the project; tests that need it are skipped where it is not."""
    folder = Path(os.environ.get("WARIFU_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"needs the published data in {folder}, which is not there")
    return folder


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-golden"))
