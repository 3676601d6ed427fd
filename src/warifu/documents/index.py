"""`documents/index.jsonl`: one line a capture, each with the digest of the line before, so none can be altered unseen.

Lines are only ever appended, whole batches at a time, and flushed to the disk before anybody is told. A run that is
killed while it writes leaves at most one line without its end: the next run cuts it off, and the document is added
again, because its bytes are filed already.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import msgspec

from warifu.documents.text.model import Flag
from warifu.errors import BrokenIndexError

FIRST: Final = "0" * 64
"""What the first line of an index follows."""


class Capture(msgspec.Struct, frozen=True, omit_defaults=True):
    """One capture of one source: what was got, from where, when, and how.

    The four dates are EDTF strings, apart and optional: `published` and `modified` as the publication says, `captured`
    when these bytes were got from the source, `stated` the day the document itself bears. `recorded_at` is the clock
    when the line was written. `source` names the publication: two captures of one source are two states of one page.
    """

    digest: str
    source: str
    media_type: str
    size: int
    came: str
    recorded_at: str
    address: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    modified: str | None = None
    captured: str | None = None
    stated: str | None = None
    licence: str | None = None
    headers: dict[str, str] = {}
    flags: tuple[Flag, ...] = ()
    unread: str | None = None
    after: str = FIRST


TOLD: Final = ("address", "publisher", "title", "language", "published", "modified", "captured", "stated", "licence")
"""What a person may tell of a document; told again later, the later word stands."""


def current(captures: Iterable[Capture]) -> list[Capture]:
    """One capture a source and digest: where a later line tells more of it, with what that line tells."""
    found: dict[tuple[str, str], Capture] = {}
    for capture in captures:
        known = found.get((capture.source, capture.digest))
        if known is not None:
            told = {name: value for name in TOLD if (value := getattr(capture, name)) is not None}
            capture = msgspec.structs.replace(known, **told)
        found[capture.source, capture.digest] = capture
    return list(found.values())


_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(Capture, strict=True)


def line_of(capture: Capture) -> bytes:
    """The line of a capture, with its end; equal captures are equal lines."""
    return _ENCODER.encode(capture) + b"\n"


def head_of(line: bytes) -> str:
    """The digest by which the next line names this one."""
    return hashlib.sha256(line.rstrip(b"\n")).hexdigest()


def read_index(path: Path) -> tuple[list[Capture], str]:
    """All captures in order, and the head that the next line must follow.

    A last line without its end (a run was killed) is passed over; `mend` removes it.

    Raises:
        BrokenIndexError: A line is no capture, or does not follow the one before it.
    """
    captures: list[Capture] = []
    head = FIRST
    if not path.exists():
        return captures, head
    whole, _, _ = path.read_bytes().rpartition(b"\n")
    for number, line in enumerate(whole.split(b"\n") if whole else [], start=1):
        try:
            capture = _DECODER.decode(line)
        except msgspec.DecodeError as error:
            raise BrokenIndexError(path, number, f"this line is no capture ({error})") from error
        if capture.after != head:
            raise BrokenIndexError(
                path, number, f"this line follows {capture.after[:12]}, but the one before is {head[:12]}"
            )
        captures.append(capture)
        head = head_of(line)
    return captures, head


def mend(path: Path) -> int:
    """Cut off a last line that was left without its end; returns how many bytes went. Call under the lock."""
    if not path.exists():
        return 0
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        keep, block = size, 1 << 16
        while keep > 0:
            start = max(0, keep - block)
            file.seek(start)
            found = file.read(keep - start).rfind(b"\n")
            if found >= 0:
                keep = start + found + 1
                break
            keep = start
        if keep < size:
            file.truncate(keep)
            os.fsync(file.fileno())
    return size - keep


def append(path: Path, captures: Sequence[Capture], after: str) -> tuple[list[Capture], str]:
    """Write captures to the end, chained to `after`, in one write that reaches the disk before this returns.

    Returns:
        The captures as written, and the new head.
    """
    chained: list[Capture] = []
    lines: list[bytes] = []
    for capture in captures:
        capture = msgspec.structs.replace(capture, after=after)
        line = line_of(capture)
        after = head_of(line)
        chained.append(capture)
        lines.append(line)
    new = not path.exists()
    with path.open("ab") as file:
        file.write(b"".join(lines))
        file.flush()
        os.fsync(file.fileno())
    if new:
        sync_folder(path.parent)
    return chained, after


def sync_folder(folder: Path) -> None:
    """Make new names in a folder reach the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
