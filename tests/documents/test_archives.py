# ruff: noqa: E501  tables of cases read best with one case a line
"""Opening archives: every member within limits, no path out of them, and every refusal said."""

from __future__ import annotations

import errno
import gzip
import os
import zipfile
from io import BytesIO
from pathlib import Path

import papers
import pytest

from warifu.documents import media
from warifu.documents.archives import Arrival, Dropped, Sizes, open_path

PAGE = b"<html><body><p>Signed in Tokyo.</p></body></html>"
LETTER = (
    b"From: Office <office@mofa.go.jp>\nTo: x@example.com\nSubject: Signing\nMessage-ID: <%d@mofa.go.jp>\n"
    b"Date: Fri, 16 Dec 2016 10:00:00 +0900\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
    b"--B\nContent-Type: text/plain; charset=utf-8\n\nThe memorandum was signed.\n--B\nContent-Type: text/plain\n"
    b'Content-Disposition: attachment; filename="../../etc/annex.txt"\n\nAnnex to the memorandum.\n--B--\n'
)


def opened(path: Path, sizes: Sizes | None = None) -> tuple[dict[str, Arrival], dict[str, str]]:
    came = list(open_path(str(path), sizes or Sizes()))
    return (
        {one.name: one for one in came if isinstance(one, Arrival)},
        {one.name: one.why for one in came if isinstance(one, Dropped)},
    )


def written(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / "in" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def test_members_of_a_zip_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    inner = papers.zipped({"c.txt": b"Third."})
    arrived, dropped = opened(
        written(tmp_path, "x.zip", papers.zipped({"b.html": PAGE, "a.txt": b"First.", "d.zip": inner}))
    )
    assert list(arrived) == ["in/x.zip!/a.txt", "in/x.zip!/b.html", "in/x.zip!/d.zip!/c.txt"]
    assert arrived["in/x.zip!/b.html"].source == "file:in/x.zip!/b.html"
    assert dropped == {}


def test_paths_that_lead_out_of_a_zip_are_only_names(tmp_path: Path) -> None:
    arrived, _ = opened(
        written(tmp_path, "x.zip", papers.zipped({"../../etc/cron.d/job.txt": b"Words.", "/abs.txt": b"More."}))
    )
    assert list(arrived) == ["in/x.zip!/etc/cron.d/job.txt", "in/x.zip!/abs.txt"]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["x.zip"]


def test_a_zip_that_swells_is_dropped_member_by_member(tmp_path: Path) -> None:
    data = papers.zipped({"bomb.txt": bytes(50 << 20), "good.txt": b"Signed in Tokyo."})
    arrived, dropped = opened(written(tmp_path, "x.zip", data))
    assert list(arrived) == ["in/x.zip!/good.txt"]
    assert "unpacks to more than" in dropped["in/x.zip!/bomb.txt"]


def test_a_zip_whose_header_lies_about_its_size_is_still_bounded(tmp_path: Path) -> None:
    data = bytearray(papers.zipped({"bomb.txt": b"a" * (40 << 20)}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    arrived, dropped = opened(written(tmp_path, "x.zip", bytes(data)))
    assert arrived.keys() | dropped.keys() == {"in/x.zip!/bomb.txt"}
    assert all(len(one.data) <= 100 for one in arrived.values())


def test_zips_within_zips_end_somewhere(tmp_path: Path) -> None:
    data = b"Deep words."
    for _ in range(6):
        data = papers.zipped({"inner.zip" if data[:2] == b"PK" else "x.txt": data})
    arrived, dropped = opened(written(tmp_path, "x.zip", data))
    assert arrived == {}
    assert "deep" in next(iter(dropped.values()))


def test_too_many_members_too_much_in_all_links_and_locks_are_dropped(tmp_path: Path) -> None:
    many = papers.zipped({f"{number}.txt": b"Words of a document. " * 50 for number in range(20)})
    assert opened(written(tmp_path, "a.zip", many), Sizes(members=5))[1] == {"in/a.zip": "more than 5 members"}
    _, dropped = opened(written(tmp_path, "b.zip", many), Sizes(whole=5000))
    assert "in all" in dropped["in/b.zip"]
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert opened(written(tmp_path, "c.zip", out.getvalue()))[1] == {"in/c.zip!/link.txt": "a link"}


@pytest.mark.parametrize("packed", [False, True])
def test_answers_in_a_warc_come_with_address_day_and_headers(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("fastwarc", reason="WARC archives need the extra warifu[archives]")
    data = papers.warc(
        ("https://www.meti.go.jp/a.html", b"Content-Type: text/html\r\nSet-Cookie: a=b\r\n", PAGE),
        ("https://www.meti.go.jp/b.html", b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gzip.compress(PAGE)),
        ("https://x.example/c", b"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n",
         b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
        ("https://x.example/bomb", b"Content-Encoding: gzip\r\n", gzip.compress(bytes(70 << 20))),
    )  # fmt: skip
    path = written(tmp_path, "x.warc.gz" if packed else "x.warc", gzip.compress(data) if packed else data)
    arrived, dropped = opened(path)
    assert [one.data for one in arrived.values()] == [PAGE] * 3
    first = next(iter(arrived.values()))
    assert (first.source, first.captured, first.came) == ("https://www.meti.go.jp/a.html", "2016-12-17", "warc")
    assert first.headers == {"content-type": "text/html"}
    assert "unpacks to more than" in next(iter(dropped.values()))


def test_letters_of_a_mailbox_are_told_apart_with_their_annexes(tmp_path: Path) -> None:
    box = b"".join(b"From office Fri Dec 16 10:00:00 2016\n%s\n" % (LETTER % number) for number in (1, 2))
    arrived, dropped = opened(written(tmp_path, "x.mbox", box))
    assert [one.source for one in arrived.values()] == [
        "mid:1@mofa.go.jp", "mid:1@mofa.go.jp!/etc/annex.txt", "mid:2@mofa.go.jp", "mid:2@mofa.go.jp!/etc/annex.txt",
    ]  # fmt: skip
    assert dropped == {}


def test_a_link_given_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "out").symlink_to("/etc")
    assert opened(folder) == ({}, {"in/out": "a link; give the file it points to"})


@pytest.mark.parametrize(("data", "name", "said", "kind"), [
    (b"%PDF-1.4 ...", "x.html", None, media.PDF), (PAGE, "x", None, media.HTML), (b"\n<!DOCTYPE html><p>", "", None, media.HTML),
    (b"{\\rtf1 x}", "x.doc", None, media.RTF), (b"<?xml version='1.0'?><rss><channel/></rss>", "", None, media.RSS),
    (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "", None, media.ATOM), (b"a,b\n1,2\n", "x.csv", None, media.CSV),
    ("Подписан".encode("cp1251"), "x.txt", None, media.PLAIN), (b"some words", "", "text/html; charset=x", media.HTML),
    (b"\x7fELF\x01\x02\x00\x00\x00", "x", None, media.UNKNOWN), (LETTER % 1, "x.eml", None, media.MAIL),
    ("Signed.".encode("utf-16"), "x.txt", None, media.PLAIN),
])  # fmt: skip
def test_the_kind_is_told_from_the_bytes_first(data: bytes, name: str, said: str | None, kind: str) -> None:
    assert media.media_type(data, name, said) == kind


def test_a_pipe_a_link_to_itself_and_an_endless_name_are_dropped_with_advice(tmp_path: Path) -> None:
    """Once an error of the system ended the whole run here, and the good files beside it were not added."""
    folder = written(tmp_path, "good.txt", b"Signed in Tokyo.").parent
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder / "loop")
    arrived, dropped = opened(folder)
    assert list(arrived) == ["in/good.txt"]
    assert dropped["in/pipe"] == "a device, pipe or socket; give a file or a folder"
    assert dropped["in/loop"].startswith("a link")
    (_, (name, why)) = opened(folder / "loop")[1].popitem(), opened(Path("x" * 300))[1].popitem()
    assert name == "x" * 300
    assert "the name is too long" in why


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named_with_advice(tmp_path: Path) -> None:
    locked = written(tmp_path, "locked.txt", b"Words.")
    written(tmp_path, "good.txt", b"Words.")
    locked.chmod(0)
    arrived, dropped = opened(locked.parent)
    assert list(arrived) == ["in/good.txt"]
    assert "ask for the right to read it" in dropped["in/locked.txt"]


def test_a_file_that_goes_while_it_is_read_is_named_with_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "gone.txt", b"Words.")

    def gone(self: Path, *_: object) -> object:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self))

    monkeypatch.setattr(Path, "open", gone)
    _, dropped = opened(path)
    assert dropped["in/gone.txt"] == (
        "cannot be read (No such file or directory); it went while it was being added; add it again when it is there"
    )


def test_a_folder_that_a_pattern_finds_is_taken_with_all_that_is_in_it(tmp_path: Path) -> None:
    folder = written(tmp_path, "one.txt", b"Words.").parent
    arrived, dropped = opened(tmp_path / "i*")
    assert (list(arrived), dropped) == ([f"{folder.name}/one.txt"], {})


def test_an_address_that_is_not_of_the_web_is_said_to_be_one() -> None:
    (one,) = open_path("ftp://example.org/a.pdf", Sizes())
    assert one == (
        "ftp://example.org/a.pdf",
        "only http and https addresses are fetched; save the document and add the file",
    )
