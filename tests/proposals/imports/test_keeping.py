"""An import is kept pinned: the table beside its mapping, with its digest and its number of rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from warifu.cli.imports import import_table
from warifu.errors import BadInputError, NoWorkspaceError
from warifu.proposals import imports
from warifu.proposals.imports import keeping, tables

from .conftest import DEALS, RELEASE

TABLE = "id,title,status,date,amount,currency\nd1,A harbour,Signed,2019-03-04,1000000,JPY\n"
MAPPING = f"# Keep this comment.\n{RELEASE}table:\n  format: csv   # and this one\n{DEALS}"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "tracker"
    folder.mkdir()
    (folder / "programme.yaml").write_text("id: p\n", encoding="utf-8")
    (tmp_path / "aid.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "aid.yaml").write_text(MAPPING, encoding="utf-8")
    return folder


def run(*words: object) -> str:
    done = CliRunner().invoke(import_table, [str(word) for word in words], catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


@pytest.mark.parametrize(
    "table",
    [
        "table:\n  format: csv\n",
        "table: {format: csv}\n",
        "",
        "table:\n  file: old.csv\n  digest: sha256:00\n  at_least: 1\n",
    ],
)
def test_the_pins_go_under_table_and_all_else_stays(table: str) -> None:
    text = keeping.pinned(f"# a comment\n{table}deals:\n  id: {{column: id}}\n", "aid.csv", ["digest: sha256:ab"], 7)
    assert text.startswith("# a comment\n")
    assert "deals:\n  id: {column: id}\n" in text
    for line in ('  file: "aid.csv"', "  digest: sha256:ab", "  at_least: 7"):
        assert text.count(line) == 1
    assert text.count("file:") == text.count("digest:") == text.count("at_least:") == 1
    assert keeping.pinned(text, "aid.csv", ["digest: sha256:ab"], 7) == text


def test_a_floor_that_was_set_higher_is_not_lowered() -> None:
    text = "table:\n  at_least: 9   # the publisher says nine\n"
    assert "at_least: 9   # the publisher says nine" in keeping.pinned(text, "a.csv", ["digest: sha256:ab"], 7)


def test_a_table_is_kept_beside_its_mapping_and_read_from_there(workspace: Path) -> None:
    said = run(workspace.parent / "aid.csv", workspace, "--mapping", workspace.parent / "aid.yaml")
    assert "1 deals, 0 parties, 1 sources, 0 rates." in said
    kept = (workspace / "imports" / "aid.yaml").read_text(encoding="utf-8")
    assert "# Keep this comment." in kept
    assert "format: csv   # and this one" in kept
    assert tables.digest_of(workspace / "imports" / "aid.csv") in kept
    found = imports.read_all(workspace / "imports")
    assert found.problems == []
    assert [file.sheet.deal for file in found.sheets] == ["d1"]
    (workspace / "imports" / "aid.csv").write_text(TABLE.replace("1000000", "9"), encoding="utf-8")
    assert [problem.rule for problem in imports.read_all(workspace / "imports").problems] == ["table-changed"]


def test_a_table_that_stays_where_it_is_is_pinned_there(workspace: Path) -> None:
    run(workspace.parent / "aid.csv", workspace, "--mapping", workspace.parent / "aid.yaml", "--link")
    assert sorted(path.name for path in (workspace / "imports").iterdir()) == ["aid.yaml"]
    assert imports.read_all(workspace / "imports").problems == []


def test_a_table_with_faults_is_not_kept(workspace: Path) -> None:
    (workspace.parent / "aid.csv").write_text(TABLE.replace("JPY", "YEN"), encoding="utf-8")
    with pytest.raises(BadInputError) as told:
        run(workspace.parent / "aid.csv", workspace, "--mapping", workspace.parent / "aid.yaml")
    assert "'YEN' is not a currency code" in told.value.problems[0].message  # type: ignore[attr-defined]
    assert not (workspace / "imports").exists()


def test_without_a_mapping_one_is_proposed_and_nothing_is_imported(workspace: Path) -> None:
    said = run(workspace.parent / "aid.csv", workspace)
    assert "Nothing is imported yet." in said
    assert "who published the table" in said
    draft = workspace / "imports" / "aid.draft"
    assert draft.is_file()
    assert imports.read_all(workspace / "imports").sheets == []
    answers = (
        draft.read_text(encoding="utf-8").replace('published: "???"', "published: 2020").replace('"???"', "A ministry")
    )
    draft.write_text(answers, encoding="utf-8")
    assert "is left as it is" in run(workspace.parent / "aid.csv", workspace)
    run(workspace.parent / "aid.csv", workspace, "--mapping", draft)
    assert [file.sheet.deal for file in imports.read_all(workspace / "imports").sheets] == ["d1"]


def test_a_try_keeps_nothing(workspace: Path) -> None:
    run(workspace.parent / "aid.csv", workspace, "--mapping", workspace.parent / "aid.yaml", "--try")
    run(workspace.parent / "aid.csv", workspace, "--try")
    assert not (workspace / "imports").exists()


def test_a_folder_that_is_no_workspace_is_refused(workspace: Path) -> None:
    with pytest.raises(NoWorkspaceError):
        run(workspace.parent / "aid.csv", workspace.parent / "nowhere", "--mapping", workspace.parent / "aid.yaml")


def test_a_data_package_is_kept_with_its_table_and_both_are_pinned(workspace: Path) -> None:
    package = workspace.parent / "package"
    (package / "data").mkdir(parents=True)
    (package / "data" / "aid.csv").write_text(TABLE, encoding="utf-8")
    (package / "datapackage.json").write_text(
        '{"resources": [{"name": "aid", "path": "data/aid.csv"}]}', encoding="utf-8"
    )
    mapping = workspace.parent / "package.yaml"
    mapping.write_text(f"{RELEASE}table:\n  format: frictionless\n  sheet: aid\n{DEALS}", encoding="utf-8")
    run(package / "datapackage.json", workspace, "--mapping", mapping)
    found = imports.read_all(workspace / "imports")
    assert found.problems == []
    assert [file.sheet.deal for file in found.sheets] == ["d1"]
    (workspace / "imports" / "data" / "aid.csv").write_text(TABLE.replace("1000000", "9"), encoding="utf-8")
    assert [problem.rule for problem in imports.read_all(workspace / "imports").problems] == ["table-changed"]


def test_a_new_version_is_read_with_the_mapping_of_the_old_one_but_not_if_rows_are_gone(workspace: Path) -> None:
    aid, kept = workspace.parent / "aid.csv", workspace / "imports" / "aid.yaml"
    run(aid, workspace, "--mapping", workspace.parent / "aid.yaml")
    aid.write_text(TABLE + TABLE.splitlines()[1].replace("d1", "d2") + "\n", encoding="utf-8")
    run(aid, workspace, "--mapping", kept)
    assert [file.sheet.deal for file in imports.read_all(workspace / "imports").sheets] == ["d1", "d2"]
    aid.write_text(TABLE, encoding="utf-8")
    with pytest.raises(BadInputError) as told:
        run(aid, workspace, "--mapping", kept)
    assert [problem.rule for problem in told.value.problems] == ["too-few-rows"]  # type: ignore[attr-defined]
    assert [file.sheet.deal for file in imports.read_all(workspace / "imports").sheets] == ["d1", "d2"]
