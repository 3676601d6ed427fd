"""The documents of a workspace: bytes filed by digest, never changed, and the index that says what they are.

documents/index.jsonl       one line a capture                            kept
documents/bytes/ab/cdef…    the bytes whose SHA-256 is abcdef…            kept
documents/incoming/         bytes on their way in; emptied by the next run
build/text/ab/cdef….json    the text as read, made again when missing     derived
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec
from filelock import FileLock, Timeout

from warifu.documents import index
from warifu.documents.index import Capture
from warifu.documents.text.model import Text
from warifu.documents.worker import Limits, Reader
from warifu.errors import AlteredDocumentError, NoDocumentError, StoreBusyError, UnreadableError

READER_VERSION: Final = 1
"""Raise when a reader gives another text for the same bytes: cached texts are then made again."""


class _Kept(msgspec.Struct, frozen=True):
    version: int
    digest: str
    text: Text


def digest_of(data: bytes) -> str:
    """The name by which bytes are filed: their SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


class Store:
    """The documents of one workspace, to read and (under `writing`) to add to."""

    def __init__(self, workspace: Path, limits: Limits | None = None) -> None:
        self.workspace = workspace
        self.folder = workspace / "documents"
        self.index_path = self.folder / "index.jsonl"
        self.limits = limits or Limits()
        self._reader: Reader | None = None
        self._captures, self._head = index.read_index(self.index_path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[Capture]:
        """Every capture, in the order in which they were added."""
        return iter(self._captures)

    def __len__(self) -> int:
        return len(self._captures)

    def close(self) -> None:
        """End the reading process, if one was started."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    @property
    def reader(self) -> Reader:
        if self._reader is None:
            self._reader = Reader(self.limits)
        return self._reader

    def captures_of(self, source: str) -> list[Capture]:
        """The captures of one source, oldest first."""
        return [capture for capture in self._captures if capture.source == source]

    def find(self, prefix: str) -> Capture:
        """The first capture of the one document whose digest begins with `prefix` (4 characters or more).

        Raises:
            NoDocumentError: There is none, or more than one.
        """
        found: dict[str, Capture] = {}
        if re.fullmatch(r"[0-9a-f]{4,64}", prefix):
            for capture in self._captures:
                if capture.digest.startswith(prefix):
                    found.setdefault(capture.digest, capture)
        if len(found) != 1:
            raise NoDocumentError(prefix, self.folder, len(found))
        return next(iter(found.values()))

    def path_of(self, digest: str) -> Path:
        return self.folder / "bytes" / digest[:2] / digest[2:]

    def bytes_of(self, digest: str) -> bytes:
        """The bytes as they came.

        Raises:
            NoDocumentError: They are not here.
            AlteredDocumentError: They are no longer what was filed.
        """
        path = self.path_of(digest)
        if re.fullmatch(r"[0-9a-f]{64}", digest) is None or not path.exists():
            raise NoDocumentError(digest, self.folder)
        data = path.read_bytes()
        if digest_of(data) != digest:
            raise AlteredDocumentError(path, digest)
        return data

    def text_of(self, digest: str) -> Text:
        """The text of a document: from `build/text` if it was read before, else read now in the bounded process.

        Raises:
            UnreadableError: It cannot be read, or not within the limits.
        """
        kept = self.kept_text(digest)
        if kept is not None:
            return kept
        capture = self.find(digest)
        path = self.path_of(digest)
        self.bytes_of(digest)
        outcome = self.reader.read(path, capture.media_type, capture.headers.get("content-type"), capture.address)
        if isinstance(outcome, str):
            raise UnreadableError(capture.media_type, outcome)
        self.keep_text(digest, outcome)
        return outcome

    def texts(self) -> Iterator[tuple[Capture, Text]]:
        """Each document that can be read, with its text, in the order of adding; one capture a digest."""
        seen: set[str] = set()
        for capture in self._captures:
            if capture.digest not in seen and capture.unread is None:
                seen.add(capture.digest)
                try:
                    text = self.text_of(capture.digest)
                except UnreadableError:
                    continue
                yield capture, text

    def verify(self) -> list[str]:
        """Every fault of the kept files, as sentences; none when all is as it was filed."""
        faults = []
        for digest in sorted({capture.digest for capture in self._captures}):
            try:
                self.bytes_of(digest)
            except (NoDocumentError, AlteredDocumentError) as error:
                faults.append(str(error))
        return faults

    def _text_path(self, digest: str) -> Path:
        return self.workspace / "build" / "text" / digest[:2] / f"{digest[2:]}.json"

    def kept_text(self, digest: str) -> Text | None:
        """The text under `build/`, if it is there and was read by this version of the readers."""
        try:
            kept = msgspec.json.decode(self._text_path(digest).read_bytes(), type=_Kept)
        except (OSError, msgspec.DecodeError):
            return None
        return kept.text if (kept.version, kept.digest) == (READER_VERSION, digest) else None

    def keep_text(self, digest: str, text: Text) -> None:
        """Put a text under `build/`, where it may be deleted at any time."""
        path = self._text_path(digest)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}")
        part.write_bytes(msgspec.json.encode(_Kept(READER_VERSION, digest, text)))
        part.replace(path)

    @contextmanager
    def writing(self, wait: float = 60.0) -> Iterator[Writer]:
        """Hold the store alone, mend what a killed run left, and file documents.

        Raises:
            StoreBusyError: Another run still held the store after `wait` seconds.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / ".lock")
        try:
            lock.acquire(timeout=wait)
        except Timeout as error:
            raise StoreBusyError(self.folder, wait) from error
        try:
            index.mend(self.index_path)
            incoming = self.folder / "incoming"
            incoming.mkdir(exist_ok=True)
            for left in incoming.iterdir():
                left.unlink()
            self._captures, self._head = index.read_index(self.index_path)
            yield Writer(self)
        finally:
            lock.release()

    def _append(self, captures: Sequence[Capture]) -> None:
        written, self._head = index.append(self.index_path, captures, self._head)
        self._captures.extend(written)


class Writer:
    """Files bytes and index lines in an order in which no moment leaves a line without its bytes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folders: set[Path] = set()
        self._count = 0

    def file(self, data: bytes) -> str:
        """Put bytes in their place, whole and on the disk, and return their digest. Bytes already there stay."""
        digest = digest_of(data)
        path = self._store.path_of(digest)
        if path.exists() and path.stat().st_size == len(data):
            return digest
        self._count += 1
        part = self._store.folder / "incoming" / f"{os.getpid()}-{self._count}"
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.update((path.parent.parent, path.parent.parent.parent))
        part.replace(path)
        self._folders.add(path.parent)
        return digest

    def index(self, captures: Sequence[Capture]) -> None:
        """Write the lines of captures whose bytes have all been filed."""
        for folder in sorted(self._folders):
            index.sync_folder(folder)
        self._folders.clear()
        if captures:
            self._store._append(captures)


def open_store(workspace: Path, limits: Limits | None = None) -> Store:
    """The documents of a workspace, empty if it has none yet; nothing is written by opening.

    Raises:
        BrokenIndexError: The index was altered by another hand.
    """
    return Store(Path(workspace), limits)
