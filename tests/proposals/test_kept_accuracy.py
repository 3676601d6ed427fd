"""The scores of a reader are kept in a workspace, and reach its tables."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from warifu import ledger
from warifu.cli import warifu
from warifu.proposals.reader import NAME, VERSION
from warifu.tables import trust

ROOT = Path(__file__).resolve().parents[2]
MARKED = ROOT / "eval" / "reading" / "test"
HARBOUR = ROOT / "tests" / "books" / "harbour" / "kept"
FEW = 6


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The first few marked texts, as a marked folder of their own."""
    folder = tmp_path / "marked"
    (folder / "texts").mkdir(parents=True)
    lines = (MARKED / "gold.jsonl").read_text(encoding="utf-8").splitlines()[:FEW]
    for line in lines:
        name = f"{json.loads(line)['id']}.txt"
        shutil.copy(MARKED / "texts" / name, folder / "texts" / name)
    (folder / "gold.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_scores_are_kept_once_beside_those_of_others_and_reach_the_tables(tmp_path: Path, gold: Path) -> None:
    workspace = tmp_path / "kept"
    shutil.copytree(HARBOUR, workspace, ignore=shutil.ignore_patterns("build"))
    path = workspace / "reference" / "accuracy.csv"
    head = "reader,set,language,field,right,found,marked\n"
    path.write_text(f"{head}{NAME} 0,{tmp_path.name}/marked,all,quotes,1,9,\nother 1,x,all,quotes,1,2,\n")
    done = CliRunner().invoke(warifu, ["evaluate", str(gold), "--to", str(workspace)])
    assert done.exit_code == 0, done.output
    assert f"Texts: {FEW}" in done.output
    first = path.read_bytes()
    CliRunner().invoke(warifu, ["evaluate", str(gold), "--to", str(workspace)])
    assert path.read_bytes() == first
    made = list(trust.accuracy(ledger.read(workspace)))
    assert {row.reader for row in made} == {f"{NAME} {VERSION}", "other 1"}
    quotes = next(row for row in made if row.reader != "other 1" and (row.field, row.language) == ("quotes", "all"))
    assert (quotes.precision, quotes.recall) == (1, None)
    statements = next(row for row in made if (row.field, row.language) == ("statements", "all"))
    assert statements.marked == statements.n > 0


def test_a_folder_that_is_no_workspace_keeps_nothing(tmp_path: Path, gold: Path) -> None:
    done = CliRunner().invoke(warifu, ["evaluate", str(gold), "--to", str(tmp_path / "nowhere")])
    assert done.exit_code != 0
    assert not (tmp_path / "nowhere").exists()
