# ruff: noqa: E501  tables of cases read best with one case a line
"""Taking documents in: nothing twice, nothing lost, nothing in silence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import papers
import pytest

from warifu.documents import index
from warifu.documents.archives import Arrival, Dropped, Sizes
from warifu.documents.index import Capture
from warifu.documents.intake import AddReport, Details, add
from warifu.documents.records import records
from warifu.documents.store import digest_of, open_store
from warifu.documents.worker import Limits
from warifu.errors import AlteredDocumentError, BrokenIndexError, NoDocumentError, StoreBusyError

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
STORY = "<html><body><article><h1>{0}</h1><p>Japan and Russia signed {0} on 16 December 2016 in Tokyo.</p></article></body></html>"


def take_in(workspace: Path, *inputs: str | Path, **more: object) -> AddReport:
    return add(workspace, inputs, now=lambda: NOON, **more)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "given"
    made.mkdir()
    (made / "a.html").write_text(STORY.format("a memorandum"))
    (made / "b.txt").write_bytes("Подписан меморандум о сотрудничестве в области энергетики.".encode("cp1251"))
    (made / "c.pdf").write_bytes(papers.pdf(papers.words("A contract was signed in Vladivostok today.", 72, 700)))
    return made


def test_documents_are_filed_unchanged_by_their_digest(tmp_path: Path, folder: Path) -> None:
    report = take_in(tmp_path / "w", folder)
    assert [capture.source for capture in report.added] == ["file:given/a.html", "file:given/b.txt", "file:given/c.pdf"]
    store = open_store(tmp_path / "w")
    for capture, path in zip(store, sorted(folder.iterdir()), strict=True):
        assert store.bytes_of(capture.digest) == path.read_bytes()
        assert store.path_of(capture.digest).parent.name == capture.digest[:2]
    assert store.verify() == []


def test_adding_twice_changes_nothing(tmp_path: Path, folder: Path) -> None:
    take_in(tmp_path / "w", folder)
    before = (tmp_path / "w/documents/index.jsonl").read_bytes()
    again = take_in(tmp_path / "w", folder, folder / "a.html", str(folder / "*.txt"))
    assert (len(again.added), again.known) == (0, 5)
    assert (tmp_path / "w/documents/index.jsonl").read_bytes() == before


def test_what_is_told_later_of_a_document_stands_and_is_told_once(tmp_path: Path, folder: Path) -> None:
    """Who forgot the publisher could once not say it any more: the document was “already there”."""
    page = str(folder / "a.html")
    take_in(tmp_path / "w", page)
    told = {page: Details(publisher="meti.go.jp", published="2016-12-16")}
    assert take_in(tmp_path / "w", page, details=told).sentences() == [
        "0 added, 1 already there, 0 dropped", "1 of those already there now say what you told of them",
    ]  # fmt: skip
    assert take_in(tmp_path / "w", page, details=told).corrected == 0
    (record,) = records(tmp_path / "w")
    known = (record.publisher, record.side, record.rank, record.published, record.title)
    assert known == ("Ministry of Economy, Trade and Industry", "JP", 1, "2016-12-16", "a memorandum")
    with open_store(tmp_path / "w") as store:
        assert store.verify() == []


def test_a_changed_page_is_a_second_capture_of_one_source(tmp_path: Path, folder: Path) -> None:
    take_in(tmp_path / "w", folder)
    (folder / "a.html").write_text(STORY.format("a contract"))
    report = take_in(tmp_path / "w", folder)
    assert (len(report.added), report.recaptured, report.known) == (1, 1, 2)
    captures = open_store(tmp_path / "w").captures_of("file:given/a.html")
    assert [capture.title for capture in captures] == ["a memorandum", "a contract"]


def test_the_index_tells_dates_language_and_publisher_apart(tmp_path: Path, folder: Path) -> None:
    known = Details(address="https://www.mofa.go.jp/x.html", captured="2017", licence="GJSTU-2.0")
    page = "<meta property='article:published_time' content='2016-12-16T09:00:00+09:00'><p>2016年12月</p>"
    (folder / "a.html").write_text(
        f"<html><body>{page}<p>日本とロシアは協力プランに合意した。</p></body></html>", "utf-8"
    )
    (capture,) = take_in(tmp_path / "w", folder / "a.html", details={str(folder / "a.html"): known}).added
    assert (capture.published, capture.modified, capture.captured, capture.stated) == (
        "2016-12-16",
        None,
        "2017",
        "2016-12",
    )
    assert (capture.language, capture.licence) == ("ja", "GJSTU-2.0")
    assert (capture.source, capture.publisher) == (known.address, "Ministry of Foreign Affairs of Japan")
    assert capture.recorded_at == "2026-01-02T12:00:00Z"


def test_a_line_altered_by_hand_breaks_the_chain(tmp_path: Path, folder: Path) -> None:
    take_in(tmp_path / "w", folder)
    path = tmp_path / "w/documents/index.jsonl"
    path.write_bytes(path.read_bytes().replace(b"a memorandum", b"a contract!!", 1))
    with pytest.raises(BrokenIndexError, match=r"index\.jsonl:2: .* Restore the file"):
        open_store(tmp_path / "w")


def test_altered_bytes_are_found(tmp_path: Path, folder: Path) -> None:
    (capture, *_) = take_in(tmp_path / "w", folder).added
    store = open_store(tmp_path / "w")
    store.path_of(capture.digest).write_bytes(b"other")
    with pytest.raises(AlteredDocumentError):
        store.bytes_of(capture.digest)
    assert len(store.verify()) == 1


def test_a_digest_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoDocumentError, match="abcdef"):
        open_store(tmp_path).find("abcdef0123")


def test_a_text_deleted_from_build_is_made_again_the_same(tmp_path: Path, folder: Path) -> None:
    (capture, *_) = take_in(tmp_path / "w", folder).added
    with open_store(tmp_path / "w") as store:
        before = store.text_of(capture.digest)
        for path in (tmp_path / "w/build").rglob("*.json"):
            path.unlink()
        assert store.text_of(capture.digest) == before
        assert next(text for _, text in store.texts()) == before


def test_a_line_left_half_written_is_cut_off_and_written_again(tmp_path: Path, folder: Path) -> None:
    take_in(tmp_path / "w", folder)
    path = tmp_path / "w/documents/index.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[:-40])
    assert len(open_store(tmp_path / "w")) == 2
    assert len(take_in(tmp_path / "w", folder).added) == 1
    assert path.read_bytes() == whole


def test_a_second_run_waits_and_then_says_so(tmp_path: Path, folder: Path) -> None:
    with open_store(tmp_path / "w") as store, store.writing(), pytest.raises(StoreBusyError, match="another run"):
        take_in(tmp_path / "w", folder, wait=0.05)


def test_what_is_dropped_is_said_with_its_reason(tmp_path: Path, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 8)
    (folder / "link.txt").symlink_to("/etc/passwd")
    report = take_in(tmp_path / "w", folder, tmp_path / "nowhere")
    assert len(report.added) == 3
    assert {note.name: note.why.split(";")[0].split(" (")[0] for note in report.notes} == {
        "given/empty.txt": "empty",
        "given/noise.bin": "of no kind that can be read",
        "given/link.txt": "a link",
        str(tmp_path / "nowhere"): "there is no such file, folder or match",
    }
    assert report.sentences()[0] == "3 added, 0 already there, 4 dropped"


def test_a_broken_file_is_kept_without_text_and_stops_nobody(tmp_path: Path, folder: Path) -> None:
    (folder / "aa.pdf").write_bytes(b"%PDF-1.7\nnot a pdf at all")
    report = take_in(tmp_path / "w", folder)
    assert (len(report.added), report.unread) == (4, 1)
    broken = next(capture for capture in report.added if capture.unread is not None)
    assert open_store(tmp_path / "w").bytes_of(broken.digest).startswith(b"%PDF")


def test_a_file_too_costly_to_read_is_given_up(tmp_path: Path, folder: Path) -> None:
    (folder / "deep.html").write_bytes(b"<html><body>" + b"<div a='1' b='2'>words " * 400_000)
    report = take_in(tmp_path / "w", folder, limits=Limits(seconds=3.0))
    assert len(report.added) == 4
    assert sum(capture.unread is None for capture in report.added) >= 3


def test_fetched_pages_carry_their_capture_day_and_headers(tmp_path: Path) -> None:
    def fetch(address: str):  # type: ignore[no-untyped-def]
        yield Arrival(
            STORY.format("a memorandum").encode(), address, "fetch", address, address=address, captured="2026-01-02",
            headers={"etag": "x"},
        )  # fmt: skip
        yield Dropped(address + "/other", "the server answered 404")

    report = take_in(tmp_path / "w", "https://www.kremlin.ru/x", fetch=fetch)
    (capture,) = report.added
    assert (capture.captured, capture.headers, capture.publisher) == (
        "2026-01-02",
        {"etag": "x"},
        "President of Russia",
    )
    assert report.dropped == 1


def test_the_same_bytes_from_two_addresses_are_two_sources(tmp_path: Path) -> None:
    def fetch(address: str):  # type: ignore[no-untyped-def]
        yield Arrival(b"The same words everywhere.", address, "fetch", address, address=address)

    report = take_in(tmp_path / "w", "https://a.example/", "https://b.example/", fetch=fetch)
    assert len({capture.digest for capture in report.added}) == 1
    assert len({capture.source for capture in report.added}) == 2


CRASH = """
import os, signal, sys
from pathlib import Path
from warifu.documents import index, intake, store
from warifu.documents.intake import add
intake.BATCH = 8
left = int(sys.argv[3])
def dying(real):
    def step(*given, **more):
        global left
        left -= 1
        if left == 0:
            if real is os.fsync:
                os.kill(os.getpid(), signal.SIGKILL)
            out = real(*given, **more)
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given, **more)
    return step
os.fsync = dying(os.fsync)
Path.replace = dying(Path.replace)
add(Path(sys.argv[1]), [sys.argv[2]])
"""


@pytest.mark.parametrize("step", [1, 2, 3, 5, 9, 16, 17, 18, 24, 25, 26, 27, 30, 41, 52, 63, 90])
def test_a_run_killed_at_any_step_loses_nothing_and_doubles_nothing(tmp_path: Path, step: int) -> None:
    """The run is killed with SIGKILL before the n-th flush to the disk, or after the n-th renaming."""
    given = tmp_path / "given"
    given.mkdir()
    for number in range(24):
        (given / f"{number:03}.txt").write_text(f"Memorandum number {number} was signed in Tokyo.")
    workspace = tmp_path / "w"
    ended = subprocess.run([sys.executable, "-c", CRASH, workspace, given, str(step)], capture_output=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    _whole_after_another_run(workspace, given, 24)


def _whole_after_another_run(workspace: Path, given: Path, count: int) -> None:
    before = _readable(workspace / "documents/index.jsonl")
    for capture in before:
        assert (
            digest_of((workspace / "documents/bytes" / capture.digest[:2] / capture.digest[2:]).read_bytes())
            == capture.digest
        )
    report = add(workspace, [given])
    assert len(report.added) + len(before) == count
    store = open_store(workspace)
    assert Counter(capture.source for capture in store) == Counter(
        f"file:given/{path.name}" for path in given.iterdir()
    )
    assert {capture.digest for capture in store} == {digest_of(path.read_bytes()) for path in given.iterdir()}
    assert store.verify() == []
    assert list((workspace / "documents/incoming").iterdir()) == []


def _readable(path: Path) -> list[Capture]:
    return index.read_index(path)[0]


def test_a_run_killed_from_outside_again_and_again_ends_whole(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    count = int(os.environ.get("WARIFU_CRASH_DOCUMENTS", "150"))
    for number in range(count):
        (given / f"{number:04}.txt").write_text(f"Memorandum number {number} was signed in Tokyo.")
    workspace = tmp_path / "w"
    code = "import sys; from warifu.documents.intake import add; add(sys.argv[1], [sys.argv[2]])"
    kills = 0
    for patience in (0.25, 0.4, 0.55, 0.7):
        run = subprocess.Popen([sys.executable, "-c", code, workspace, given])
        time.sleep(patience)
        if run.poll() is None:
            run.kill()
            kills += 1
        run.wait()
    assert kills > 0
    _whole_after_another_run(workspace, given, count)


def test_limits_on_a_document_hold(tmp_path: Path, folder: Path) -> None:
    (folder / "big.txt").write_bytes(b"word " * 1000)
    report = take_in(tmp_path / "w", folder / "big.txt", sizes=Sizes(document=1000))
    assert (len(report.added), report.notes[0].what) == (0, "dropped")
