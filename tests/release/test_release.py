"""Releases: refused while something stands against them, told what changed, and rebuilt byte for byte from git."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from warifu import cli
from warifu.cli.workspace import make
from warifu.decisions import log
from warifu.desk import signing
from warifu.desk.book import Book
from warifu.errors import HistoryError, NoReleaseError, NotReadyError, NotTheSameError
from warifu.exports import freeze
from warifu.exports.book import Book as ExportBook
from warifu.ledger import Ledger, digest, open_ledger
from warifu.release import history, record, redirects
from warifu.tables import contract as c
from warifu.tables import rows
from warifu.tables.files import Tables

SHEET = "sheets/deals/example-001.yaml"
OTHER = "sheets/deals/example-002.yaml"


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


def run(*words: str) -> Result:
    """A command, as typed; its fault, if it has one, is raised."""
    done = CliRunner().invoke(cli.warifu, list(words), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all", ".")
    git(folder, "commit", "--quiet", "--message", message)


def begin(top: Path) -> Path:
    """A new workspace, in a folder of a repository that holds something else too."""
    top.mkdir()
    git(top, "init", "--quiet")
    git(top, "config", "user.name", "Mori")
    git(top, "config", "user.email", "mori@example.org")
    (top / "elsewhere.txt").write_text("not of the workspace\n")
    run("new", str(top / "tracker"))
    commit(top, "Begin")
    return top / "tracker"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return begin(tmp_path / "repository")


def change(folder: Path, old: str, new: str) -> None:
    path = folder / SHEET
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for name in ("tables", "exports", "site")
        for path in sorted((folder / name).rglob("*"))
        if path.is_file()
    }


@dataclass(frozen=True)
class Story:
    """
    release 1: two deals; the first is delivered and renamed, the second taken out; refused; a redirect; release 2
    """

    workspace: Path
    first: dict[str, str]
    second: dict[str, str]
    refusal: str
    source: str


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    workspace = begin(tmp_path_factory.mktemp("story") / "repository")
    other = workspace / OTHER
    other.write_text((workspace / SHEET).read_text(encoding="utf-8").replace("example-001", "example-002"))
    commit(workspace, "Two deals")
    run("release", str(workspace), "--signed-by", "mori", "--words", "Checked line by line", "--on", "2026-11-26")
    first = bytes_of(workspace / "build")
    tables = Tables(workspace / "build")
    source, day = tables.rows(c.SourceRow)[0].source, tables.rows(c.ProgrammeRow)[0].as_of
    change(workspace, "stages:\n", f"stages:\n  - stage: delivered\n    on: {day}\n    sources: [{source}]\n")
    other.unlink()
    commit(workspace, "One is done, one is gone")
    with pytest.raises(NotReadyError) as refusal:
        run("release", str(workspace), "--signed-by", "mori")
    (workspace / "reference").mkdir(exist_ok=True)
    (workspace / redirects.FILE).write_text(
        "old,new,on,by,why\nexample-002,example-001,2026-12-01,mori,The same deal told twice\n"
    )
    commit(workspace, "Say where it went")
    run("release", str(workspace), "--signed-by", "mori", "--on", "2026-12-26")
    return Story(workspace, first, bytes_of(workspace / "build"), str(refusal.value), source)


def test_a_past_release_is_rebuilt_byte_for_byte_from_git(story: Story, tmp_path: Path) -> None:
    told = run("rebuild", "1", str(story.workspace), "--into", str(tmp_path / "one"))
    assert "the same byte for byte" in told.output
    assert bytes_of(tmp_path / "one") == story.first
    assert story.first != story.second
    assert bytes_of(story.workspace / "build") == story.second  # the workspace itself was not touched


def test_a_release_tells_what_changed_and_who_says_so(story: Story) -> None:
    changed = record.changes_of(story.workspace, 2)
    stage = next(one for one in changed if one.kind == "stage")
    assert stage.after == "delivered"
    assert story.source in stage.sources
    told = run("releases", str(story.workspace), "--changes", "2").output
    assert "Moved stage" in told
    assert story.source in told
    assert len(run("releases", str(story.workspace)).output.splitlines()) == 2
    assert not [one for one in changed if one.kind.startswith("sum")]
    rows = Tables(story.workspace / "build").rows(c.ChangeRow)
    assert [(row.release, row.kind) for row in rows] == [(2, one.kind) for one in changed]


def test_an_id_never_disappears_without_a_word(story: Story) -> None:
    assert "example-002" in story.refusal
    assert redirects.FILE in story.refusal
    gone = next(one for one in record.changes_of(story.workspace, 2) if one.deal == "example-002")
    assert (gone.kind, gone.after, gone.why) == ("joined", "example-001", "The same deal told twice")
    assert [row.new for row in Tables(story.workspace / "build").rows(c.RedirectRow)] == [("example-001",)]


def test_the_method_snapshot_holds_the_method_of_every_figure(story: Story) -> None:
    text = (record.place(story.workspace, 2) / record.METHODS).read_text(encoding="utf-8")
    methods = {row.method for row in Tables(story.workspace / "build").rows(c.FigureRow)}
    assert methods
    assert all(f"## {method}\n" in text for method in methods)


def test_the_record_is_committed_and_names_who_signed(story: Story) -> None:
    assert history.uncommitted(story.workspace) == ()
    made = record.read(story.workspace, 1)
    assert (made.signed_by, made.words, str(made.on)) == ("mori", "Checked line by line", "2026-11-26")
    row = Tables(story.workspace / "build").rows(c.ReleaseRow)[0]
    assert (row.release, row.signed_by, row.words, row.deals) == (1, "mori", "Checked line by line", 2)


def test_a_rebuild_that_comes_out_different_is_told(story: Story) -> None:
    wanted = record.digests_of(story.workspace, 1)
    found = dict(story.first) | {"warifu.duckdb": wanted["warifu.duckdb"]}
    assert freeze.differing(wanted, found) == ()
    assert freeze.differing(wanted, {**found, "tables/deals.parquet": "0" * 64}) == ("tables/deals.parquet",)
    assert freeze.differing(wanted, {**found, "site/stray.html": "0" * 64}) == ("site/stray.html",)
    assert "install that one" in str(NotTheSameError(1, ["x"], "install that one"))
    with pytest.raises(NoReleaseError, match="There are: 1, 2"):
        run("rebuild", "7", str(story.workspace))


def test_nothing_is_released_twice(story: Story) -> None:
    with pytest.raises(NotReadyError, match="nothing has changed since release 2"):
        run("release", str(story.workspace), "--signed-by", "mori")


def test_the_tables_name_the_release_until_something_kept_changes(story: Story, tmp_path: Path) -> None:
    def meta(ledger: Ledger) -> dict[str, str]:
        found = rows.rows(ledger, {"kept": digest(ledger.kept.folder)})
        return {row.name: row.value for row in found["meta"]}

    shutil.copytree(story.workspace, tmp_path / "copy", ignore=shutil.ignore_patterns("build"))
    told = meta(open_ledger(tmp_path / "copy"))
    assert (told["release"], told["released"]) == ("2", "2026-12-26")
    change(tmp_path / "copy", "title:", "note: Looked again.\ntitle:")
    assert "release" not in meta(open_ledger(tmp_path / "copy"))


def test_nothing_is_released_while_a_file_is_not_committed(workspace: Path) -> None:
    change(workspace, "title:", "note: Not committed.\ntitle:")
    with pytest.raises(HistoryError, match=r"example-001\.yaml"):
        run("release", str(workspace), "--signed-by", "mori")


def test_nothing_is_released_while_git_lacks_a_kept_file(workspace: Path) -> None:
    """An ignored file would be missing from every rebuild."""
    (workspace / ".gitignore").write_text("build/\nsheets/private.csv\n")
    (workspace / "sheets/private.csv").write_text("id\n")
    commit(workspace, "Ignore it")
    with pytest.raises(HistoryError, match=r"private\.csv"):
        run("release", str(workspace), "--signed-by", "mori")


def test_nothing_is_released_unsigned_or_outside_git(workspace: Path, tmp_path: Path) -> None:
    with pytest.raises(NotReadyError, match="signed"):
        run("release", str(workspace))
    run("new", str(tmp_path / "loose"))
    with pytest.raises(HistoryError, match="git"):
        run("release", str(tmp_path / "loose"), "--signed-by", "mori")


def test_whoever_signed_just_this_off_on_the_desk_answers_for_it(workspace: Path) -> None:
    """
    mori signs the preview off; a sheet changes; refused; mori signs again; released in mori's name
    """

    def sign() -> None:
        desk = Book(workspace)
        shown = signing.preview(desk)
        value = signing.SignOff(shown.digest, str(shown.ledger.as_of), len(shown.ledger.deals), 0, ("mori",))
        path = log.path_of(workspace / "decisions", "mori")
        decision = log.Decision(
            about=f"{signing.ABOUT}:{shown.digest}",
            action="sign-off",
            analyst="mori",
            at=desk.clock().isoformat(),
            reason="Read every line",
            value=msgspec.json.encode(value).decode(),
        )
        log.append(path, decision, after=log.head(path))
        commit(workspace, "Sign off")

    sign()
    change(workspace, "title:", "note: Another word.\ntitle:")
    commit(workspace, "A change after the signature")
    with pytest.raises(NotReadyError, match="signed off just this"):
        run("release", str(workspace))
    sign()
    run("release", str(workspace), "--no-commit")
    made = record.read(workspace, 1)
    assert (made.signed_by, made.words) == ("mori", "Read every line")
    written = (record.CHANGES, record.DEALS, record.METHODS, record.RECORD, record.DIGESTS)
    assert set(history.uncommitted(workspace)) == {f"releases/1/{name}" for name in written}


def test_a_severe_problem_refuses_the_release(workspace: Path) -> None:
    """The date of the act lies after its publication."""

    class Ill(ExportBook):
        def rows(self, row):  # type: ignore[no-untyped-def]
            ill = c.ProblemRow(1, "example-001", "future-date", "severe", "told before it happened", f"{SHEET}:9")
            return (ill,) if row is c.ProblemRow else super().rows(row)

    build = make(workspace, rooms=())
    assert freeze.against(Ill(Tables(build)), workspace, 0) == (f"{SHEET}:9: told before it happened [future-date]",)
    assert "2 proposals wait to be judged" in freeze.against(ExportBook(Tables(build)), workspace, 2)[0]
