"""`warifu read` on a workspace: files proposals with their deals, shows them, says when there is nothing to read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from warifu.cli import warifu
from warifu.documents.intake import Details, add
from warifu.proposals import runs

EXAMPLE = Path(__file__).parents[2] / "examples" / "eight-point-plan"
TEXT = (
    "The Japan Bank for International Cooperation (JBIC) and the Russian Direct Investment Fund (RDIF) signed a"
    " memorandum on Friday to set up a joint fund of up to $1 billion, RDIF said in a statement.\n"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "tracker"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("build", "proposals", "documents"))
    return folder


def test_a_workspace_without_documents_is_told_how_to_add_some(workspace: Path) -> None:
    done = CliRunner().invoke(warifu, ["read", str(workspace)])
    assert done.exit_code == 0
    assert "warifu add" in done.output


def test_a_document_is_read_matched_and_filed_the_same_each_time(workspace: Path, tmp_path: Path) -> None:
    source = tmp_path / "fund.txt"
    source.write_text(TEXT, encoding="utf-8")
    add(workspace, (str(source),), details={str(source): Details(published="2016-12-16", language="en")})
    done = CliRunner().invoke(warifu, ["read", str(workspace)])
    assert done.exit_code == 0, done.output
    (path,) = runs.paths(workspace)
    first = path.read_bytes()
    run, proposals = runs.read(path)
    assert run.reader == "offline"
    deal = next(one for one in proposals if one.kind == "deal")
    assert deal.match is not None
    assert deal.match.deal == "ep-001"
    assert deal.source.endswith("fund.txt")
    CliRunner().invoke(warifu, ["read", str(workspace)])
    assert path.read_bytes() == first
    shown = CliRunner().invoke(warifu, ["read", str(workspace), "--show"])
    assert "“memorandum”" in shown.output


def test_the_score_of_a_marked_folder_is_printed() -> None:
    done = CliRunner().invoke(warifu, ["evaluate", str(Path(__file__).parents[2] / "eval" / "reading" / "nowhere")])
    assert done.exit_code != 0
