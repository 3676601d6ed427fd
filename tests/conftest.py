"""What every test may use: the real data beside the project, where it is there, and the books."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chromium import CHROMIUM, FLAGS

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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One real browser for all tests of a process: Playwright runs only once at a time in one."""
    if not CHROMIUM.exists():
        pytest.skip(f"needs a Chromium at {CHROMIUM}, which is not there")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-golden"))
