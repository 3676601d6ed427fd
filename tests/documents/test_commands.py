"""`warifu add` and `warifu documents`, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from warifu.cli.documents import add, documents
from warifu.errors import NoWorkspaceError

SPUN = (
    "Brand new METI told you inside the , that the newest venture package try based good $2-million financing "
    "financing that have RDIF, and you will Japan is out-of money to possess Russia when you look at the region. "
    "Originally wished to get 9 million USD, by the it brought in merely dos.six mil USD to possess Russia."
)


def run(command: object, *words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words], catch_exceptions=False)  # type: ignore[arg-type]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "w"
    folder.mkdir()
    (folder / "programme.yaml").write_text("title: test\n")
    (tmp_path / "spun.txt").write_text(SPUN)
    (tmp_path / "note.txt").write_text("The ministry said on 3 March that nothing was decided on the loan.")
    return folder


def test_documents_are_added_listed_and_explained(workspace: Path, tmp_path: Path) -> None:
    added = run(add, tmp_path / "spun.txt", tmp_path / "note.txt", "--to", workspace, "--published", "2017-02")
    assert added.output == "2 added, 0 already there, 0 dropped\n"
    assert run(add, tmp_path / "spun.txt", "--to", workspace).output == "0 added, 1 already there, 0 dropped\n"
    listing = run(documents, workspace)
    assert listing.exit_code == 0
    assert "spun.txt" in listing.output
    assert "The ministry said on 3 March" in listing.output
    flagged = run(documents, "list", workspace, "--flag", "spun").stdout
    assert "The ministry said" not in flagged
    digest = flagged[:12]
    reasons = run(documents, "why", digest, workspace).output
    assert "lost-date" in reasons
    assert "probably 2.6 billion USD" in reasons
    assert "it is spun, so it supports nothing alone" in reasons
    assert "dates:" not in run(documents, "why", digest, workspace, "--about", "group").output
    assert run(documents, "verify", workspace).output == "2 captures, all as they were filed\n"


def test_a_listing_can_be_read_by_programs(workspace: Path, tmp_path: Path) -> None:
    run(add, tmp_path / "spun.txt", "--to", workspace)
    record = json.loads(run(documents, workspace, "--json").output)
    assert record["spun"] is True
    assert {one["likely"] for one in record["figures"]} >= {"2.6 billion USD", "9 billion USD"}


def test_an_altered_document_is_told(workspace: Path, tmp_path: Path) -> None:
    run(add, tmp_path / "note.txt", "--to", workspace)
    kept = next((workspace / "documents/bytes").rglob("*/*"))
    kept.write_bytes(b"other words")
    result = run(documents, "verify", workspace)
    assert result.exit_code == 1
    assert "have changed since they were filed" in result.output


def test_a_folder_that_is_no_workspace_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspaceError, match="make one: warifu new"):
        run(documents, tmp_path)
