"""Opens what was given (files, folders, globs, ZIP, WARC, mailboxes) and hands on one document after the other.

Nothing is unpacked to the disk, so no path inside an archive can lead anywhere. Links are not followed out of a
folder. Limits hold for every member and for the whole, and are checked while reading, not by what a header claims.
What is passed over is handed on as well, as a `Dropped` with its reason: nothing goes missing in silence.
"""

from __future__ import annotations

import email
import email.policy
import errno
import glob
import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from warifu.documents import media


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much one document, one archive and one run of members may hold."""

    document: int = 64 << 20
    """Bytes of one document, as it is after decompression."""
    members: int = 200_000
    """Members of one archive."""
    whole: int = 8 << 30
    """Bytes of one archive after decompression."""
    ratio: int = 200
    """How many times larger than its packed self a member of over 1 MB may be."""
    depth: int = 3
    """Archives within archives."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One document on its way in: its bytes, and all that is known of it from outside the bytes."""

    data: bytes
    source: str
    came: str
    name: str
    address: str | None = None
    said: str | None = None
    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: str | None = None
    modified: str | None = None
    captured: str | None = None
    stated: str | None = None
    licence: str | None = None
    headers: dict[str, str] = field(default_factory=dict)


class Dropped(NamedTuple):
    """Something that was not taken in, and why."""

    name: str
    why: str


KEPT_HEADERS: Final = frozenset({
    "content-type", "content-language", "last-modified", "etag", "date", "server", "content-location", "link",
    "content-encoding", "location", "x-archive-orig-last-modified", "memento-datetime",
})  # fmt: skip
"""Headers of an answer that say something of the document; cookies and the rest are not kept."""


def open_path(given: str, sizes: Sizes) -> Iterator[Arrival | Dropped]:
    """The documents in a file, a folder, or all that a glob finds, in the order of their names."""
    path = Path(given)
    try:
        there, folder = path.exists() or path.is_symlink(), path.is_dir()
    except (OSError, ValueError) as error:
        yield _unreadable(given, error)
        return
    if there:
        yield from _folder(path, sizes) if folder else _file(path, _short(path), sizes)
        return
    found = sorted(glob.glob(given, recursive=True)) if glob.has_magic(given) else []
    if not found and re.match(r"[a-z][a-z0-9+.-]+://", given, re.IGNORECASE):
        yield Dropped(given, "only http and https addresses are fetched; save the document and add the file")
    elif not found:
        yield Dropped(given, "there is no such file, folder or match")
    for one in map(Path, found):
        if not one.is_dir():
            yield from _file(one, _short(one), sizes)
        elif "**" not in given:
            yield from _folder(one, sizes)


def _unreadable(name: str, error: OSError | ValueError) -> Dropped:
    """Why a file cannot be read, and what to do about it."""
    number = (error.errno if isinstance(error, OSError) else None) or 0
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Dropped(name, f"cannot be read ({why}); {_ADVICE.get(number, 'copy it to a local disk and add the copy')}")


_ADVICE: Final = {
    errno.EACCES: "ask for the right to read it, or add a copy of your own",
    errno.EPERM: "ask for the right to read it, or add a copy of your own",
    errno.ENOENT: "it went while it was being added; add it again when it is there",
    errno.ESTALE: "it went while it was being added; add it again when it is there",
    errno.ELOOP: "it is a link to itself; give the file that is meant",
    errno.ENAMETOOLONG: "the name is too long; check that it is a file's name",
}


def _short(path: Path) -> str:
    """A file is named by its folder and its name: enough to tell two apart, and no path of the machine is kept."""
    parent = path.absolute().parent.name
    return f"{parent}/{path.name}" if parent else path.name


def _folder(folder: Path, sizes: Sizes) -> Iterator[Arrival | Dropped]:
    top = folder.absolute().name
    locked: list[OSError] = []
    found = [
        Path(where) / name
        for where, folders, inside in os.walk(folder, onerror=locked.append)
        for name in [*inside, *(one for one in folders if os.path.islink(os.path.join(where, one)))]
    ]
    for path in sorted(found):
        inside = path.relative_to(folder)
        name = f"{top}/{inside.as_posix()}"
        if any(part.startswith(".") for part in inside.parts):
            continue
        if path.is_symlink():
            yield Dropped(name, "a link; give the file it points to")
        else:
            yield from _file(path, name, sizes)
    for error in locked:
        yield _unreadable(f"{top}/{Path(error.filename).relative_to(folder).as_posix()}", error)


def _file(path: Path, name: str, sizes: Sizes) -> Iterator[Arrival | Dropped]:
    try:
        if not path.is_file():
            yield Dropped(name, "a device, pipe or socket; give a file or a folder")
            return
        with path.open("rb") as file:
            head = file.read(4096)
            zipped = head.startswith((b"PK\x03\x04", b"PK\x05\x06"))
            kind = media.zip_kind(file) if zipped else media.media_type(head, path.name)
            if kind == media.ZIP:
                yield from _zip(Arrival(b"", f"file:{name}", "file", name), sizes, 0, file)
                return
            if kind == media.WARC:
                file.seek(0)
                yield from _warc(file, name, sizes)
                return
            if kind == media.MBOX:
                file.seek(0)
                yield from _mbox(file, name, sizes)
                return
            file.seek(0)
            data = file.read(sizes.document + 1)
    except OSError as error:
        yield _unreadable(name, error)
        return
    yield from opened(Arrival(data, f"file:{name}", "file", name), sizes)


def opened(arrival: Arrival, sizes: Sizes, depth: int = 0) -> Iterator[Arrival | Dropped]:
    """The document itself, or the documents in it if it is an archive; parts attached to a letter as well."""
    kind = media.media_type(arrival.data, arrival.name, arrival.said)
    if kind in media.CONTAINERS and depth >= sizes.depth:
        yield Dropped(arrival.name, f"archives within archives, more than {sizes.depth} deep")
    elif kind == media.ZIP:
        yield from _zip(arrival, sizes, depth)
    elif kind == media.WARC:
        yield from _warc(BytesIO(arrival.data), arrival.name, sizes)
    elif kind == media.MBOX:
        yield from _mbox(BytesIO(arrival.data), arrival.name, sizes)
    elif len(arrival.data) > sizes.document:
        yield Dropped(arrival.name, f"larger than {sizes.document >> 20} MB")
    elif not arrival.data:
        yield Dropped(arrival.name, "empty")
    elif kind == media.UNKNOWN:
        yield Dropped(arrival.name, "of no kind that can be read (not text, HTML, PDF, office, mail or an archive)")
    else:
        yield arrival
        if kind == media.MAIL:
            yield from _attached(arrival, sizes, depth)


def _zip(outer: Arrival, sizes: Sizes, depth: int, file: BinaryIO | None = None) -> Iterator[Arrival | Dropped]:
    try:
        archive = zipfile.ZipFile(BytesIO(outer.data) if file is None else file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield Dropped(outer.name, f"a broken ZIP ({error})")
        return
    with archive:
        members = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
        if len(members) > sizes.members:
            yield Dropped(outer.name, f"more than {sizes.members} members")
            return
        whole = 0
        for info in members:
            name = f"{outer.name}!/{_plain(info.filename)}"
            if info.filename.startswith("__MACOSX/") or _plain(info.filename).rpartition("/")[2].startswith("."):
                continue
            got = _member(archive, info, sizes)
            if isinstance(got, str):
                yield Dropped(name, got)
                continue
            whole += len(got)
            if whole > sizes.whole:
                yield Dropped(outer.name, f"more than {sizes.whole >> 20} MB in all; the rest was left")
                return
            came = outer.came if outer.address else "zip"
            inner = Arrival(got, f"{outer.source}!/{_plain(info.filename)}", came, name)
            yield from opened(inner, sizes, depth + 1)


def _plain(name: str) -> str:
    """A member's name without the steps that would lead out of the archive."""
    parts = [part for part in re.split(r"[/\\]", name) if part not in {"", ".", ".."}]
    return "/".join(parts) or "unnamed"


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, sizes: Sizes) -> bytes | str:
    if info.flag_bits & 1:
        return "locked with a password"
    if (info.external_attr >> 16) & 0o170000 == 0o120000:
        return "a link"
    cap = sizes.document
    if info.file_size > 1 << 20 or info.compress_size * sizes.ratio < 1 << 20:
        cap = min(cap, max(info.compress_size * sizes.ratio, 1 << 20))
    try:
        with archive.open(info) as file:
            data = file.read(cap + 1)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error, EOFError) as error:
        return f"cannot be unpacked ({error})"
    return (
        data
        if len(data) <= cap
        else f"unpacks to more than {cap >> 20} MB, {sizes.ratio} times its packed size or the limit"
    )


def _warc(file: BinaryIO, name: str, sizes: Sizes) -> Iterator[Arrival | Dropped]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield Dropped(name, "WARC archives need fastwarc: pip install 'warifu[archives]'")
        return
    kinds = WarcRecordType.response | WarcRecordType.resource
    count = whole = 0
    try:
        for record in ArchiveIterator(file, record_types=kinds, parse_http=True):
            count += 1
            address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
            if count > sizes.members:
                yield Dropped(name, f"more than {sizes.members} records; the rest was left")
                return
            got = _record(record, sizes)
            if isinstance(got, str):
                yield Dropped(f"{name}!/{address}", got)
                continue
            whole += len(got)
            if whole > sizes.whole:
                yield Dropped(name, f"more than {sizes.whole >> 20} MB in all; the rest was left")
                return
            headers = _kept(record.http_headers.asdict() if record.http_headers is not None else {})
            day = re.match(r"\d{4}-\d\d-\d\d", record.headers.get("WARC-Date") or "")
            arrival = Arrival(
                got,
                address,
                "warc",
                f"{name}!/{address}",
                address=address,
                said=headers.get("content-type"),
                captured=day.group() if day else None,
                headers=headers,
            )
            yield from opened(arrival, sizes, 1)
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        yield Dropped(name, f"the archive breaks off after record {count} ({error})")


def _record(record: Any, sizes: Sizes) -> bytes | str:
    headers = record.http_headers
    if headers is not None and record.http_headers.status_code not in {200, 203, 206, None}:
        return f"the answer was {record.http_headers.status_code}"
    raw: bytes = record.reader.read(sizes.document + 1)
    if len(raw) > sizes.document:
        return f"larger than {sizes.document >> 20} MB"
    lower = {key.lower(): value for key, value in headers.asdict().items()} if headers is not None else {}
    if "chunked" in lower.get("transfer-encoding", "").lower():
        raw = _unchunked(raw)
    return unpacked(raw, lower.get("content-encoding", ""), sizes)


def _unchunked(raw: bytes) -> bytes:
    """The chunks joined; bytes that are not chunked after all (many archives say so wrongly) stay as they are."""
    parts: list[bytes] = []
    at = 0
    while True:
        line = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r\n").match(raw, at)
        if line is None:
            return raw if not parts else b"".join(parts)
        size = int(line.group(1), 16)
        if size == 0:
            return b"".join(parts)
        parts.append(raw[line.end() : line.end() + size])
        at = line.end() + size + 2


def unpacked(raw: bytes, encoding: str, sizes: Sizes) -> bytes | str:
    """The body of an answer without its content encoding, or a sentence when it swells beyond the limits."""
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        if name in {"identity", "none"}:
            continue
        if name not in {"gzip", "x-gzip", "deflate"}:
            return f"packed as {name}, which is not read"
        if name != "deflate" and not raw.startswith(b"\x1f\x8b"):
            continue
        cap = min(sizes.document, max(len(raw) * sizes.ratio, 1 << 20))
        for window in (31,) if name != "deflate" else (15, -15):
            unpacker = zlib.decompressobj(window)
            try:
                out = unpacker.decompress(raw, cap + 1)
            except zlib.error:
                continue
            if len(out) > cap:
                return f"unpacks to more than {cap >> 20} MB, {sizes.ratio} times its packed size or the limit"
            raw = out
            break
        else:
            return "its packing is broken"
    return raw


def _kept(headers: dict[str, str]) -> dict[str, str]:
    return {
        key.lower(): " ".join(value.split()) for key, value in sorted(headers.items()) if key.lower() in KEPT_HEADERS
    }


def _mbox(file: BinaryIO, name: str, sizes: Sizes) -> Iterator[Arrival | Dropped]:
    """The letters of a mailbox: each begins after a line that starts with `From `, below an empty line."""
    letter: list[bytes] = []
    size = number = 0
    blank = True

    def letters() -> Iterator[Arrival | Dropped]:
        nonlocal letter, size, number
        if size:
            number += 1
            label = f"{name}!/{number}"
            if size > sizes.document:
                yield Dropped(label, f"larger than {sizes.document >> 20} MB")
            else:
                data = b"".join(letter)
                yield from opened(
                    Arrival(data, _letter_source(data, f"file:{label}"), "mbox", label, said=media.MAIL), sizes, 1
                )
        letter, size = [], 0

    while line := file.readline(1 << 20):
        if blank and line.startswith(b"From "):
            yield from letters()
        else:
            size += len(line)
            if size <= sizes.document:
                letter.append(line)
        blank = not line.strip()
    yield from letters()


def _letter_source(data: bytes, otherwise: str) -> str:
    found = re.search(rb"^Message-ID:\s*<([^>\s]{3,200})>", data[:20_000], re.I | re.M)
    return f"mid:{found.group(1).decode('ascii', 'replace')}" if found else otherwise


def _attached(letter: Arrival, sizes: Sizes, depth: int) -> Iterator[Arrival | Dropped]:
    message = email.message_from_bytes(letter.data, policy=email.policy.default)
    for number, part in enumerate(message.walk(), start=1):
        if part.is_multipart() or part.get_content_disposition() != "attachment":
            continue
        file_name = _plain(part.get_filename() or f"part-{number}")
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload:
            inner = Arrival(payload, f"{letter.source}!/{file_name}", "attachment", f"{letter.name}!/{file_name}")
            yield from opened(inner, sizes, depth + 1)


def names(given: Iterable[str]) -> list[str]:
    """The inputs without repetition, in the order given."""
    return list(dict.fromkeys(given))
