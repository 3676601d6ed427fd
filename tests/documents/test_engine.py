"""Adding and grouping over daft gives what adding and grouping without it gives, embedded and on a cluster."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import papers
import pytest
import stories

from warifu.documents.intake import add
from warifu.documents.records import records

daft = pytest.importorskip("daft", reason="the extra 'engine' is not installed")

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def given(folder: Path) -> Path:
    """Some pages, papers and copies, one of them broken."""
    folder.mkdir()
    chance = Random(3)
    for at, text in enumerate([stories.ORIGINAL, stories.SYNDICATED, stories.SPUN, stories.RUSSIAN, stories.OTHER]):
        (folder / f"story-{at}.html").write_text(f"<html><body><article><p>{text}</p></article></body></html>", "utf-8")
    for at in range(12):
        words = " ".join(chance.choices(stories.INDEPENDENT.split(), k=80))
        (folder / f"note-{at:02}.txt").write_text(words, "utf-8")
    (folder / "paper.pdf").write_bytes(papers.pdf(papers.words("A contract was signed in Vladivostok today.", 72, 700)))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing here")
    return folder


def kept(workspace: Path) -> dict[str, bytes]:
    """Every file of a workspace but the lock, by name."""
    return {
        str(path.relative_to(workspace)): path.read_bytes()
        for path in sorted(workspace.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


@pytest.mark.slow
def test_the_engine_gives_the_same_bytes_as_no_engine(tmp_path: Path) -> None:
    folder = given(tmp_path / "given")
    for name, engine in (("plain", False), ("engine", True)):
        add(tmp_path / name, [folder], now=lambda: NOON, engine=engine)
    assert records(tmp_path / "engine", engine=True) == records(tmp_path / "plain")
    assert kept(tmp_path / "engine") == kept(tmp_path / "plain")


CLUSTER = """
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

os.environ["RAY_worker_niceness"] = "0"  # on a busy machine the default of 15 starves them
os.environ["RAY_raylet_start_wait_time_s"] = "180"
from ray.cluster_utils import Cluster

cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
cluster.add_node(num_cpus=1)
import ray
ray.init(address=cluster.address, runtime_env={"env_vars": {"PYTHONPATH": sys.argv[3]}}, log_to_driver=False)
assert len([node for node in ray.nodes() if node["Alive"]]) == 2

import daft
daft.set_runner_ray()
from warifu.documents.intake import add
from warifu.documents.records import records

workspace = Path(sys.argv[1])
add(workspace, [sys.argv[2]], now=lambda: datetime(2026, 1, 2, 12, tzinfo=UTC), engine=True)
records(workspace, engine=True)
"""


@pytest.mark.slow
def test_the_same_code_on_a_cluster_of_two_nodes_gives_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="the extra 'cluster' is not installed")
    if "WARIFU_CLUSTER" not in os.environ:
        pytest.skip("starting a cluster takes a minute and 2 GB: set WARIFU_CLUSTER=1 to run this")
    folder = given(tmp_path / "given")
    add(tmp_path / "plain", [folder], now=lambda: NOON)
    records(tmp_path / "plain")
    places = os.pathsep.join(place for place in sys.path if place)
    command = [sys.executable, "-c", CLUSTER, str(tmp_path / "cluster"), str(folder), places]
    subprocess.run(command, check=True, timeout=1800)
    assert kept(tmp_path / "cluster") == kept(tmp_path / "plain")
