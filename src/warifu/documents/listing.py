"""What `warifu documents` shows: the documents that fit some conditions, and why each says what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from warifu.documents.index import Capture, current
from warifu.documents.store import Store
from warifu.documents.text.model import Text
from warifu.errors import UnreadableError
from warifu.terms.document import DocumentFlag, DocumentRecord

Subject = Literal["origin", "dates", "voice", "flags", "figures", "group"]
SUBJECTS: Final[tuple[Subject, ...]] = ("origin", "dates", "voice", "flags", "figures", "group")
"""What `why` can be asked about, in the order in which it answers."""


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
    copy: str | None = None
    group: str | None = None


def listed(found: Iterable[DocumentRecord], wanted: Wanted | None = None) -> list[DocumentRecord]:
    """The documents that meet every condition, by day of publication, undated ones last.

    A document without a day of publication meets no condition on it. A partial day meets a bound that it may meet:
    2016 is listed from 2016-06-01.
    """
    wanted = wanted or Wanted()
    fitting = [record for record in found if _fits(record, wanted)]
    return sorted(fitting, key=lambda one: (one.published or "9999", one.source, one.digest))


def _fits(record: DocumentRecord, wanted: Wanted) -> bool:
    asked: list[tuple[object, object]] = [
        (wanted.side, record.side),
        (wanted.kind, record.kind),
        (wanted.rank, record.rank),
        (wanted.language, record.language),
        (wanted.media_type, record.media_type),
        (wanted.unread, record.unread is not None),
        (wanted.copy, record.copy),
    ]
    if any(want is not None and want != there for want, there in asked):
        return False
    if wanted.flag is not None and not any(flag.name.startswith(wanted.flag) for flag in record.flags):
        return False
    if wanted.source is not None and not any(wanted.source in source for source in record.sources):
        return False
    if wanted.group is not None and not record.group.startswith(wanted.group):
        return False
    return _within(record.published, wanted.published_from, wanted.published_to)


def _within(day: str | None, first: str | None, last: str | None) -> bool:
    if first is None and last is None:
        return True
    if day is None:
        return False
    late_enough = first is None or day >= first[: len(day)]
    return late_enough and (last is None or day[: len(last)] <= last[: len(day)])


def why(
    store: Store, digest: str, found: Sequence[DocumentRecord], about: Iterable[Subject] = SUBJECTS
) -> list[tuple[Subject, str]]:
    """Sentences that say what each thing known of a document rests on, with the subject of each.

    Args:
        store: The documents.
        digest: The document's digest or its beginning.
        found: The workspace's records.
        about: The subjects asked about.

    Raises:
        NoDocumentError: There is no document whose digest begins so.
    """
    found_by = store.find(digest)
    capture = next(one for one in current(store) if (one.source, one.digest) == (found_by.source, found_by.digest))
    record = next(one for one in found if one.digest == capture.digest)
    asked = set(about)
    said: dict[Subject, Iterable[str]] = {
        "origin": _origin(store, capture, record),
        "dates": _dates(store, capture),
        "voice": _voice(record),
        "flags": _flags(record.flags),
        "figures": _figures(record),
        "group": _group(record, found),
    }
    return [(subject, line) for subject in SUBJECTS if subject in asked for line in said[subject]]


def _origin(store: Store, capture: Capture, record: DocumentRecord) -> Iterator[str]:
    yield f"{capture.digest[:16]} is {capture.size} bytes of {capture.media_type}, filed {capture.recorded_at}"
    yield f"it came by {capture.came} as {capture.source}"
    captures = len({one.digest for one in store.captures_of(capture.source)})
    if captures > 1:
        yield f"it is capture {record.capture} of {captures} of that source"
    others = [source for source in record.sources if source != capture.source]
    if others:
        yield f"the same bytes came from {', '.join(others)} too"
    yield f"its line follows the line {capture.after[:16]}"


def _dates(store: Store, capture: Capture) -> Iterator[str]:
    text: Text | None = None
    if capture.unread is None:
        try:
            text = store.text_of(capture.digest)
        except UnreadableError:
            text = None
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


def _voice(record: DocumentRecord) -> Iterator[str]:
    if record.kind is None and record.side is None and record.rank is None:
        name = record.publisher or record.address or record.source
        yield f"publisher: the table knows neither the name nor the address ({name}); side, kind and rank are unknown"
    else:
        known = f"side {record.side or 'unknown'}, {record.kind or 'kind unknown'}, rank {record.rank or 'none'}"
        yield f"publisher {record.publisher}: {known}"


def _flags(flags: Sequence[DocumentFlag]) -> Iterator[str]:
    for flag in flags:
        if flag.name.startswith("hidden:"):
            yield f"{flag.name}: {flag.amount} {flag.why}" + (f", beginning “{flag.signs[0]}”" if flag.signs else "")
            continue
        yield f"{flag.name} ({flag.amount}): {flag.why}"
        yield from (f"  {sign}" for sign in flag.signs)


def _figures(record: DocumentRecord) -> Iterator[str]:
    for one in record.figures:
        likely = f"; probably {one.likely}" if one.likely is not None else ""
        yield f"“{one.words}” at {one.start}: {one.why} [{one.rule}]{likely}"


def _group(record: DocumentRecord, found: Sequence[DocumentRecord]) -> Iterator[str]:
    kin = [one for one in found if one.group == record.group and one.digest != record.digest]
    if not kin:
        rest = "it is spun, so it supports nothing alone" if record.spun else "it is a witness of its own"
        yield f"no document of this workspace derives from the same original: {rest}"
        return
    if record.group == record.digest:
        yield f"it stands for an original from which {len(kin)} more derive; together they are one witness"
    else:
        yield f"{record.copy}, likeness {record.likeness:g}: it {record.copy_why}"
    for one in sorted(kin, key=lambda one: (one.digest != record.group, one.source, one.digest)):
        reason = f": {one.copy_why}" if one.copy_why else ", stands for the group"
        yield f"  {one.digest[:16]} {one.copy} ({one.source}){reason}"
    if record.origin_spun:
        yield "every one of them is spun: this origin supports nothing alone"
