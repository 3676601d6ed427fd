"""The embedded engine reads what this process reads; the cluster's run is `python bench/reader_engine.py --cluster`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[3] / "bench" / "reader_engine.py"


@pytest.mark.slow
def test_the_embedded_engine_gives_the_same_proposals_byte_for_byte() -> None:
    pytest.importorskip("daft", reason="needs the engine: pip install 'warifu[engine]'")
    done = subprocess.run(
        [sys.executable, str(BENCH), "--texts", "9"], capture_output=True, text=True, check=False, timeout=240
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "equal over 2 ways" in done.stdout
