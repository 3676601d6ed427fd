"""What the other rooms read of a workspace's documents: one frozen record each, with flags, figures and copy group.

    records(workspace)           every document, sorted by digest
    groups(records)              those that have relatives, as groups; the site's picture of copies is made of them
    judged(sources, records)     the workspace's sources, with `original` and `doubtful` set from their documents
    unknown_documents(...)       problems: sources that name a document which is not there

A function of the kept documents alone: the order in which they were added, the clock and the machine never show.
What is read off each text is put under `build/`, so that a run after a small change reads only what is new.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from warifu.documents.hidden import REASONS
from warifu.documents.index import current
from warifu.terms.document import DocumentFlag, DocumentGroup, DocumentRecord, DoubtfulFigure
from warifu.terms.evidence import Source
from warifu.terms.problem import Problem, Severity

if TYPE_CHECKING:
    from warifu.documents.copies import Member
    from warifu.documents.index import Capture
    from warifu.documents.prepared import Reading
    from warifu.documents.publishers import Publishers
    from warifu.documents.store import Store

__all__ = ["FLAGS", "groups", "judged", "records", "unknown_documents"]

FLAGS: Final[Mapping[str, str]] = {
    "needs-ocr": "pages are scans; install Tesseract and read the document again",
    "read-by-ocr": "pages were read by Tesseract: look at the page before you quote a figure",
    "cut-short": "only the first pages were read",
    "spun": "the text was rewritten by a machine: it supports nothing alone, and none of its figures can be used",
    "suspect": "the text has some signs of machine rewriting: look before you rely on it",
    "garbled-figures": "figures that were probably garbled; nothing was repaired",
    "unread": "the bytes are kept, but have no text",
}
"""What each flag means; those about hidden text are in `hidden.REASONS`."""
SHORTEST: Final = 8
"""Fewest characters of a digest that name a document."""


def records(workspace: Path, *, engine: bool = False) -> tuple[DocumentRecord, ...]:
    """Every document of a workspace, one a digest, sorted by digest; empty where there are none.

    Documents are read, judged and grouped where `build/` does not hold that already; with `engine` over
    `documents.engine`, on all cores or a cluster, to the same outcome.

    Raises:
        BrokenIndexError: The index was altered by another hand.
        AlteredDocumentError: Kept bytes have changed.
    """
    workspace = Path(workspace)
    if not (workspace / "documents" / "index.jsonl").exists():
        return ()
    from warifu.documents.copies import drifts, grouped, regrouped, spun_beside
    from warifu.documents.prepared import beside, readings
    from warifu.documents.publishers import load_publishers
    from warifu.documents.store import open_store

    with open_store(workspace) as store:

        def text_of(digest: str) -> str:
            return store.text_of(digest).body

        publishers = load_publishers(workspace)
        captures = _by_digest(store)
        read = readings(store, engine=engine)
        found = grouped((reading.prepared for reading in read.values()), engine=engine)
        known = {digest: reading.prepared for digest, reading in read.items()}
        swapped = spun_beside(found, known, text_of)
        for digest, seen in swapped.items():
            read[digest] = beside(read[digest], text_of(digest), seen.relative, seen.swaps)
        found = regrouped(found, known, swapped)
        doubted = drifts(found, text_of)
        places = {member.id: (group, member) for group in found for member in group.members}
        numbers = _numbers(store)
        made = []
        for digest in sorted(captures):
            record = _record(captures[digest], numbers[captures[digest][0].source, digest], publishers)
            reading = read.get(digest)
            if reading is not None:
                group, member = places[digest]
                alone = len(group.members) == 1
                figures = _figures(reading, doubted.get(digest, ()))
                record = replace(
                    record,
                    flags=tuple(sorted((*record.flags, *_judgement(reading, figures)), key=lambda flag: flag.name)),
                    figures=figures,
                    group=group.representative,
                    copy="alone" if alone and member.kind == "original" else member.kind,
                    copy_why=_why(member, text_of),
                    likeness=member.likeness,
                    spun=reading.prepared.spun,
                    origin_spun=group.spun_only,
                )
            made.append(record)
    return tuple(made)


def _why(member: Member, text_of: Callable[[str], str]) -> str:
    """Why a document stands in its group; of a mosaic, which passage is from where."""
    if member.kind != "mosaic":
        return member.why
    from warifu.documents.mosaics import passages

    found = passages(text_of(member.id), {one: text_of(one) for one in member.pieces})
    told = [f"characters {start} to {end} from {one[:16]}" for start, end, one in found]
    return f"{member.why}: {'; '.join(told)}" if told else member.why


def groups(found: Iterable[DocumentRecord]) -> tuple[DocumentGroup, ...]:
    """The groups of two documents and more, sorted by their representative."""
    members: defaultdict[str, list[DocumentRecord]] = defaultdict(list)
    for record in found:
        members[record.group].append(record)
    return tuple(
        DocumentGroup(
            head,
            tuple(sorted(members[head], key=lambda one: (one.digest != head, one.digest))),
            members[head][0].origin_spun,
        )
        for head in sorted(members)
        if len(members[head]) > 1
    )


def judged(sources: Sequence[Source], found: Sequence[DocumentRecord]) -> tuple[Source, ...]:
    """The sources, with `original` and `doubtful` set by what their documents show.

    Sources whose documents stand in one copy group, or that cite one document, or that a coder tied by `original`, have
    one origin: the source that a coder named, else the soundest of them (not doubtful, not a copy, published first, by
    id). Nothing that a coder wrote is taken away: a source marked doubtful stays so.
    """
    by_digest = {record.digest: record for record in found}
    document = {one.id: cited for one in sources if (cited := _cited(one, by_digest)) is not None}
    doubtful = {
        one.id for one in sources if one.doubtful or (one.id in document and _supports_nothing(document[one.id]))
    }
    family = _Family()
    for one in sources:
        if one.original:
            family.tie(one.id, one.original)
        if one.id in document:
            family.tie(one.id, f"group of {document[one.id].group}")
    by_id = {one.id: one for one in sources}
    named = {one.original for one in sources if one.original}
    heads: dict[str, str] = {}
    for members in family.parts():
        own = [name for name in members if name in by_id]
        outside = [name for name in members if name in named and name not in by_id]
        if own:
            heads |= dict.fromkeys(
                own,
                outside[0]
                if outside
                else min(own, key=lambda name: _soundness(by_id[name], named, doubtful, document)),
            )
    return tuple(
        replace(
            one,
            original="" if heads.get(one.id, one.id) == one.id else heads[one.id],
            doubtful=one.id in doubtful,
        )
        for one in sources
    )


def _supports_nothing(record: DocumentRecord) -> bool:
    """Whether all that a document says is better said elsewhere: it is spun, or a mosaic of other documents."""
    return record.spun or record.copy == "mosaic"


def unknown_documents(sources: Iterable[Source], found: Sequence[DocumentRecord]) -> tuple[Problem, ...]:
    """A problem for each source that names a document which the workspace does not hold."""
    by_digest = {record.digest: record for record in found}
    return tuple(
        Problem(
            about=one.id,
            rule="unknown-document",
            message=f"names the document {one.document}, which is not there. Add it (warifu add), or mend the digest",
            severity=Severity.LOOK,
        )
        for one in sources
        if one.document and _cited(one, by_digest) is None
    )


def _cited(source: Source, by_digest: Mapping[str, DocumentRecord]) -> DocumentRecord | None:
    name = source.document.removeprefix("sha256:").lower()
    if name in by_digest or len(name) < SHORTEST:
        return by_digest.get(name)
    hits = [digest for digest in by_digest if digest.startswith(name)]
    return by_digest[hits[0]] if len(hits) == 1 else None


def _soundness(
    one: Source, named: set[str], doubtful: set[str], document: Mapping[str, DocumentRecord]
) -> tuple[object, ...]:
    record = document.get(one.id)
    copy = record is not None and record.copy not in ("alone", "original")
    day = str(one.published) if one.published is not None else "9999"
    return (bool(one.original), one.id not in named, one.id in doubtful, copy, day, one.id)


class _Family:
    """Names tied to each other, directly or through others."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def _root(self, name: str) -> str:
        self._parent.setdefault(name, name)
        while self._parent[name] != name:
            name = self._parent[name]
        return name

    def tie(self, one: str, other: str) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        self._parent[high] = low

    def parts(self) -> list[list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(self._parent):
            found[self._root(name)].append(name)
        return [found[root] for root in sorted(found)]


def _by_digest(store: Store) -> dict[str, list[Capture]]:
    """Captures by digest, sorted by their content, so that the order of adding does not show."""
    found: defaultdict[str, list[Capture]] = defaultdict(list)
    for capture in current(store):
        found[capture.digest].append(capture)
    return {
        digest: sorted(ones, key=lambda one: (one.address is None, one.source, one.captured or "", one.recorded_at))
        for digest, ones in found.items()
    }


def _numbers(store: Store) -> dict[tuple[str, str], int]:
    """Which capture of its source each one is, by the day it was captured, or where nobody said so, recorded."""
    count: Counter[str] = Counter()
    numbers: dict[tuple[str, str], int] = {}
    for capture in sorted(store, key=lambda one: (one.captured or one.recorded_at, one.recorded_at, one.digest)):
        if (capture.source, capture.digest) not in numbers:
            count[capture.source] += 1
            numbers[capture.source, capture.digest] = count[capture.source]
    return numbers


def _record(captures: Sequence[Capture], number: int, publishers: Publishers) -> DocumentRecord:
    first = captures[0]
    publisher = publishers.of(first.address, first.publisher)
    flags = [
        DocumentFlag(flag.name, flag.amount, _meaning(flag.name), (flag.sample,) if flag.sample else ())
        for flag in first.flags
    ]
    if first.unread is not None:
        flags.append(DocumentFlag("unread", 1, f"{FLAGS['unread']}: {first.unread}"))
    return DocumentRecord(
        digest=first.digest,
        source=first.source,
        sources=tuple(sorted({one.source for one in captures})),
        capture=number,
        address=first.address,
        publisher=publisher.name if publisher is not None else first.publisher,
        side=publisher.side if publisher is not None else None,
        kind=publisher.kind if publisher is not None else None,
        rank=publisher.rank if publisher is not None else None,
        title=first.title,
        language=first.language,
        published=first.published,
        modified=first.modified,
        captured=first.captured,
        stated=first.stated,
        recorded_at=first.recorded_at,
        licence=first.licence,
        media_type=first.media_type,
        size=first.size,
        unread=first.unread,
        flags=tuple(sorted(flags, key=lambda flag: flag.name)),
        figures=(),
        group=first.digest,
        copy="alone",
        copy_why="",
        likeness=0.0,
        spun=False,
        origin_spun=False,
    )


def _meaning(name: str) -> str:
    if name.startswith("hidden:"):
        reason = REASONS.get(name.removeprefix("hidden:"), "not to be seen")
        return f"characters that a person would not see were cut off ({reason})"
    return FLAGS.get(name, name)


def _judgement(reading: Reading, figures: Sequence[DoubtfulFigure]) -> list[DocumentFlag]:
    verdict = reading.verdict
    flags = []
    if verdict.verdict != "none":
        flags.append(DocumentFlag(verdict.verdict, len(verdict.signs), FLAGS[verdict.verdict], verdict.reasons))
    shown = [one for one in figures if one.rule != "spun-text"]
    if shown:
        lines = tuple(f"“{one.words}”: {one.why}" + (f"; probably {one.likely}" if one.likely else "") for one in shown)
        flags.append(DocumentFlag("garbled-figures", len(shown), FLAGS["garbled-figures"], lines))
    return flags


def _figures(reading: Reading, drifted: Sequence[DoubtfulFigure]) -> tuple[DoubtfulFigure, ...]:
    own = [DoubtfulFigure(one.start, one.end, one.words, one.rule, one.reason, one.likely) for one in reading.doubtful]
    garbled = [(one.start, one.end) for one in own if one.rule != "spun-text"]
    more = [one for one in drifted if not any(start < one.end and one.start < end for start, end in garbled)]
    taken = [(one.start, one.end) for one in more]
    kept = [
        one
        for one in own
        if one.rule != "spun-text" or not any(start < one.end and one.start < end for start, end in taken)
    ]
    return tuple(sorted([*kept, *more], key=lambda one: (one.start, one.end, one.rule)))
