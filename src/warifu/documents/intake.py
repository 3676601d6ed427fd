"""`add`: takes in whatever is given, and says what became of each thing.

Documents are filed in batches: the bytes of a batch first, then its lines of the index in one write. A run may be
killed at any moment; the next one finds the bytes in their place, adds the missing lines, and adds nothing twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from warifu.documents import media
from warifu.documents.archives import Arrival, Dropped, Sizes, names, open_path, opened
from warifu.documents.index import TOLD, Capture, current
from warifu.documents.publishers import Publishers, load_publishers
from warifu.documents.store import Store, digest_of
from warifu.documents.text.model import Text
from warifu.documents.worker import Limits

BATCH: Final = 32
"""Documents whose lines are written together: a killed run does at most so many again."""
ENGINE_BATCH: Final = 512
BATCH_BYTES: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class Details:
    """What you know of an input that its bytes do not say; each field given here stands before what was read."""

    source: str | None = None
    address: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    modified: str | None = None
    captured: str | None = None
    stated: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something about one input that a person should know: it was dropped, or kept without text, or flagged."""

    name: str
    what: str
    why: str


@dataclass(slots=True)
class AddReport:
    """What a run of `add` did. `added` + `known` + `dropped` = all documents met."""

    added: list[Capture] = field(default_factory=list)
    recaptured: int = 0
    """Of the added: new captures of a source that was already there with other bytes."""
    known: int = 0
    """Already there, byte for byte."""
    corrected: int = 0
    """Of the known: documents of which something was told anew."""
    notes: list[Note] = field(default_factory=list)

    @property
    def dropped(self) -> int:
        return sum(note.what == "dropped" for note in self.notes)

    @property
    def unread(self) -> int:
        """Kept, but without text."""
        return sum(note.what == "unread" for note in self.notes)

    @property
    def flagged(self) -> int:
        return sum(bool(capture.flags) for capture in self.added)

    def kinds(self) -> dict[str, int]:
        """How many were added of each media type."""
        return dict(sorted(Counter(capture.media_type for capture in self.added).items()))

    def sentences(self) -> list[str]:
        """The report as lines for a person."""
        lines = [f"{len(self.added)} added, {self.known} already there, {self.dropped} dropped"]
        if self.recaptured:
            lines.append(f"{self.recaptured} of the added are new captures of a source that was already there")
        if self.corrected:
            lines.append(f"{self.corrected} of those already there now say what you told of them")
        if self.flagged:
            lines.append(f"{self.flagged} carry flags: text that a reader would not see was cut off, or pages need OCR")
        return lines + [f"{note.name}: {note.what}: {note.why}" for note in self.notes]


def utc_now() -> datetime:
    return datetime.now(UTC)


def add(
    workspace: Path,
    inputs: Iterable[str | Path],
    *,
    details: Mapping[str, Details] | None = None,
    sizes: Sizes | None = None,
    limits: Limits | None = None,
    fetch: Callable[[str], Iterator[Arrival | Dropped]] | None = None,
    now: Callable[[], datetime] = utc_now,
    wait: float = 60.0,
    told: Callable[[AddReport], None] | None = None,
    engine: bool = False,
) -> AddReport:
    """Add documents to a workspace.

    Args:
        workspace: The workspace folder; its `documents/` is made if absent.
        inputs: Files, folders, globs, archives, and http(s) addresses.
        details: What you know of an input, by the input as given. For an archive or folder they hold for every member,
            except `source`, `address` and `title`.
        sizes: Limits on documents and archives.
        limits: Limits on reading one document.
        fetch: How addresses are got; `fetch.Fetcher()` with its defaults when None.
        now: The clock, for `recorded_at` and the capture day of fetched pages.
        wait: Seconds to wait for another run to finish.
        told: Called with the report as it grows, for a progress bar.
        engine: Read documents over `documents.engine`, on all cores or a cluster; the outcome is the same.

    Raises:
        StoreBusyError: Another run held the store for longer than `wait`.
        BrokenIndexError: The index was altered by another hand; nothing was added.
    """
    sizes = sizes or Sizes()
    report = AddReport()
    told_of = [name for name in TOLD if any(getattr(one, name) is not None for one in (details or {}).values())]
    with Store(Path(workspace), limits) as store, store.writing(wait) as writer:
        desk = _Desk(store, load_publishers(Path(workspace)), report, now)
        batch: list[tuple[Arrival, str]] = []
        size = 0
        for arrival in _arrivals(names(str(one) for one in inputs), details or {}, sizes, fetch):
            if told is not None:
                told(report)
            if isinstance(arrival, Dropped):
                report.notes.append(Note(arrival.name, "dropped", arrival.why))
                continue
            digest = digest_of(arrival.data)
            if not desk.is_new(arrival, digest):
                report.known += 1
                writer.index(desk.corrections(arrival, digest, told_of))
                continue
            writer.file(arrival.data)
            batch.append((replaced(arrival, data=arrival.data[:0]), digest))
            size += len(arrival.data)
            desk.sizes[digest] = len(arrival.data)
            desk.kinds[digest] = media.media_type(arrival.data, arrival.name, arrival.said)
            if len(batch) >= (ENGINE_BATCH if engine else BATCH) or size >= BATCH_BYTES:
                writer.index(desk.captures(batch, engine))
                batch, size = [], 0
        writer.index(desk.captures(batch, engine))
    return report


def _arrivals(
    inputs: list[str],
    details: Mapping[str, Details],
    sizes: Sizes,
    fetch: Callable[[str], Iterator[Arrival | Dropped]] | None,
) -> Iterator[Arrival | Dropped]:
    for given in inputs:
        known = details.get(given)
        if given.lower().startswith(("http://", "https://")):
            if fetch is None:
                from warifu.documents.fetch import Fetcher

                fetch = Fetcher().arrivals
            for came in fetch(given):
                for arrival in [came] if isinstance(came, Dropped) else opened(came, sizes):
                    yield _told(arrival, known)
        else:
            single = Path(given).is_file()
            for arrival in open_path(given, sizes):
                yield _told(arrival, known, whole=single)


def _told(arrival: Arrival | Dropped, known: Details | None, *, whole: bool = True) -> Arrival | Dropped:
    if known is None or isinstance(arrival, Dropped):
        return arrival
    own = whole and "!/" not in arrival.name
    source = known.source or known.address or arrival.source if own else arrival.source
    return replaced(
        arrival,
        source=source,
        address=(known.address if own else None) or arrival.address,
        title=(known.title if own else None) or arrival.title,
        publisher=known.publisher or arrival.publisher,
        language=known.language or arrival.language,
        published=known.published or arrival.published,
        modified=known.modified or arrival.modified,
        captured=known.captured or arrival.captured,
        stated=known.stated or arrival.stated,
        licence=known.licence or arrival.licence,
    )


class _Desk:
    """Knows what is there already, and writes the index line of what is new."""

    def __init__(self, store: Store, publishers: Publishers, report: AddReport, now: Callable[[], datetime]) -> None:
        self._store = store
        self._publishers = publishers
        self._report = report
        self._now = now
        self._sources: dict[str, set[str]] = {}
        self._digests: dict[str, set[str]] = {}
        for capture in store:
            self._remember(capture.source, capture.digest)
        self.sizes: dict[str, int] = {}
        self.kinds: dict[str, str] = {}

    def _remember(self, source: str, digest: str) -> None:
        self._sources.setdefault(source, set()).add(digest)
        self._digests.setdefault(digest, set()).add(source)

    def is_new(self, arrival: Arrival, digest: str) -> bool:
        """Whether these bytes are new for their source. A local file is known by its bytes, wherever it now lies."""
        sources = self._digests.get(digest, set())
        if arrival.source in sources or (arrival.source.startswith("file:") and sources):
            return False
        if arrival.source in self._sources:
            self._report.recaptured += 1
        self._remember(arrival.source, digest)
        return True

    def corrections(self, arrival: Arrival, digest: str, about: Sequence[str]) -> list[Capture]:
        """Lines that say what a person now tells of a document that is there already; none where nothing is new."""
        if not about:
            return []
        own = [one for one in current(self._store) if one.digest == digest]
        named = self._publishers.of(arrival.address, arrival.publisher)
        told = {name: value for name in about if (value := getattr(arrival, name)) is not None}
        if named is not None and "publisher" in told:
            told["publisher"] = named.name
        today = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        lines = [
            msgspec.structs.replace(one, **told, recorded_at=today)
            for one in own
            if any(getattr(one, name) != value for name, value in told.items())
        ]
        self._report.corrected += bool(lines)
        return lines

    def captures(self, batch: Sequence[tuple[Arrival, str]], engine: bool) -> list[Capture]:
        """The index lines of a batch whose bytes are filed."""
        outcomes: dict[str, Text | str] = {}
        if engine:
            from warifu.documents.engine import Job, read

            new = {digest: arrival for arrival, digest in batch if self._store.kept_text(digest) is None}
            jobs = [
                Job(self._store.bytes_of(digest), self.kinds[digest], one.said, one.address, self._store.limits)
                for digest, one in new.items()
            ]
            outcomes = dict(zip(new, read(jobs), strict=True))
        return [self._capture(arrival, digest, outcomes.get(digest)) for arrival, digest in batch]

    def _capture(self, arrival: Arrival, digest: str, outcome: Text | str | None) -> Capture:
        kind = self.kinds[digest]
        if outcome is None:
            outcome = self._store.kept_text(digest) or self._store.reader.read(
                self._store.path_of(digest), kind, arrival.said, arrival.address
            )
        text = outcome if isinstance(outcome, Text) else None
        if isinstance(outcome, str):
            self._report.notes.append(Note(arrival.name, "unread", f"kept, but without text: {outcome}"))
        if text is not None:
            self._store.keep_text(digest, text)
            self._report.notes.extend(
                Note(arrival.name, "flagged", f"{flag.name} ({flag.amount})")
                for flag in text.flags
                if flag.name.startswith("needs-")
            )
        if kind in (media.RSS, media.ATOM) and arrival.came == "file":
            why = "the pages that it lists are fetched only when you add the feed by its address"
            self._report.notes.append(Note(arrival.name, "a feed", why))
        named = self._publishers.of(arrival.address, arrival.publisher)
        capture = Capture(
            digest=digest,
            source=arrival.source,
            media_type=kind,
            size=self.sizes[digest],
            came=arrival.came,
            recorded_at=self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            address=arrival.address,
            publisher=named.name if named is not None else arrival.publisher,
            title=arrival.title or (text.title if text else None),
            language=arrival.language or (text.language if text else None),
            published=arrival.published or (text.published if text else None),
            modified=arrival.modified or (text.modified if text else None),
            captured=arrival.captured,
            stated=arrival.stated or (text.stated if text else None),
            licence=arrival.licence,
            headers=dict(arrival.headers) | ({"content-type": arrival.said} if arrival.said else {}),
            flags=text.flags if text else (),
            unread=outcome if isinstance(outcome, str) else None,
        )
        self._report.added.append(capture)
        return capture
