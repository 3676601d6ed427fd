"""What `warifu documents` shows: the captures that fit some conditions, and why a document says what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warifu.documents.hidden import REASONS
from warifu.documents.index import Capture
from warifu.documents.publishers import Publisher, Publishers
from warifu.documents.records import FLAGS
from warifu.documents.store import Store
from warifu.documents.text.model import Flag, Text
from warifu.errors import UnreadableError


@dataclass(frozen=True, slots=True)
class Entry:
    """One capture, and its publisher as the table knows it today."""

    capture: Capture
    publisher: Publisher | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Conditions on a listing; None asks nothing. `flag` is a flag's name or its beginning, such as `hidden`."""

    side: str | None = None
    kind: str | None = None
    rank: int | None = None
    language: str | None = None
    media_type: str | None = None
    flag: str | None = None
    source: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    unread: bool | None = None


def listed(store: Store, publishers: Publishers, wanted: Wanted | None = None) -> list[Entry]:
    """The captures that meet every condition, in the order in which they were added.

    A document without a day of publication meets no condition on it. A partial day meets a bound that it may meet:
    2016 is listed from 2016-06-01.
    """
    wanted = wanted or Wanted()
    entries = (Entry(capture, publishers.of(capture.address, capture.publisher)) for capture in store)
    return [entry for entry in entries if _fits(entry, wanted)]


def _fits(entry: Entry, wanted: Wanted) -> bool:
    capture, publisher = entry.capture, entry.publisher
    asked: list[tuple[object, object]] = [
        (wanted.side, None if publisher is None else publisher.side),
        (wanted.kind, None if publisher is None else publisher.kind),
        (wanted.rank, None if publisher is None else publisher.rank),
        (wanted.language, capture.language),
        (wanted.media_type, capture.media_type),
        (wanted.unread, capture.unread is not None),
    ]
    if any(want is not None and want != found for want, found in asked):
        return False
    if wanted.flag is not None and not any(flag.name.startswith(wanted.flag) for flag in capture.flags):
        return False
    if wanted.source is not None and wanted.source not in capture.source:
        return False
    return _within(capture.published, wanted.published_from, wanted.published_to)


def _within(day: str | None, first: str | None, last: str | None) -> bool:
    if first is None and last is None:
        return True
    if day is None:
        return False
    late_enough = first is None or day >= first[: len(day)]
    return late_enough and (last is None or day[: len(last)] <= last[: len(day)])


def why(store: Store, digest: str, publishers: Publishers) -> list[str]:
    """Sentences that say where a document came from and what each thing known of it rests on.

    Raises:
        NoDocumentError: There is no document whose digest begins so.
    """
    capture = store.find(digest)
    text: Text | None = None
    if capture.unread is None:
        try:
            text = store.text_of(capture.digest)
        except UnreadableError:
            text = None
    return [
        line
        for part in (_origin(store, capture), _dates(capture, text), _voice(capture, publishers), _faults(capture))
        for line in part
    ]


def _origin(store: Store, capture: Capture) -> Iterator[str]:
    yield f"{capture.digest[:16]} is {capture.size} bytes of {capture.media_type}, filed {capture.recorded_at}"
    yield f"it came by {capture.came} as {capture.source}"
    captures = store.captures_of(capture.source)
    if len(captures) > 1:
        place = [one.digest for one in captures].index(capture.digest) + 1
        yield f"it is capture {place} of {len(captures)} of that source"
    others = sorted({one.source for one in store if one.digest == capture.digest} - {capture.source})
    if others:
        yield f"the same bytes came from {', '.join(others)} too"
    yield f"its line follows the line {capture.after[:16]}"


def _dates(capture: Capture, text: Text | None) -> Iterator[str]:
    for name in ("published", "modified", "stated"):
        day = getattr(capture, name)
        if day is None:
            yield f"{name}: the document does not say"
        elif text is not None and getattr(text, name) == day:
            yield f"{name} {day}: read in the document"
        else:
            yield f"{name} {day}: given from outside (a feed, or whoever added it)"
    yield (
        "captured: nobody said" if capture.captured is None else f"captured {capture.captured}: told by {capture.came}"
    )


def _voice(capture: Capture, publishers: Publishers) -> Iterator[str]:
    found = publishers.of(capture.address, capture.publisher)
    if found is None:
        name = capture.publisher or capture.address or capture.source
        yield f"publisher: the table knows neither the name nor the address ({name}); side, kind and rank are unknown"
    else:
        known = f"side {found.side or 'unknown'}, {found.kind or 'kind unknown'}, rank {found.rank or 'none'}"
        yield f"publisher {found.name}: {known}"


def _faults(capture: Capture) -> Iterator[str]:
    if capture.unread is not None:
        yield f"it has no text: {capture.unread}"
    for flag in capture.flags:
        yield _flag(flag)


def _flag(flag: Flag) -> str:
    if flag.name.startswith("hidden:"):
        reason = REASONS.get(flag.name.removeprefix("hidden:"), "not to be seen")
        return f"{flag.amount} characters were cut off ({reason}), beginning “{flag.sample}”"
    return f"{flag.name}, {flag.amount}: {FLAGS.get(flag.name, 'no explanation')}" + (
        f" ({flag.sample})" if flag.sample else ""
    )
