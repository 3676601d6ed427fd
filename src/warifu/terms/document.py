"""Documents as other rooms see them: what is known of each, what is wrong with it, and whose copy it is.

Made by `documents.records.records`. `DocumentRecord.group` is the digest of the document that stands for the original
a document derives from; equal groups are one witness.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CopyKind = Literal["alone", "original", "exact", "syndicated", "cut", "rewritten", "translated", "mosaic", "spun"]
"""What a document is in its group. `alone`: it has no relative in the store. `original`: it stands for its group."""


@dataclass(frozen=True, slots=True)
class DocumentFlag:
    """Something a reader of the document should know.

    Attributes:
        name: ``spun``, ``suspect``, ``garbled-figures``, ``hidden:REASON``, ``needs-ocr``, ``read-by-ocr``,
            ``cut-short`` or ``unread``.
        amount: How many signs, figures, characters or pages it is about.
        why: One sentence.
        signs: What it rests on, one line a sign, the heaviest first.
    """

    name: str
    amount: int
    why: str
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DoubtfulFigure:
    """A figure of a document that should not be believed as it stands; nothing is ever repaired.

    Attributes:
        start: Offset of its first character in the document's text.
        end: Offset after its last character.
        words: The text between the two.
        rule: Name of the rule that doubts it.
        why: The reason, in words for a reader.
        likely: What it probably said; None where nothing tells.
    """

    start: int
    end: int
    words: str
    rule: str
    why: str
    likely: str | None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document: bytes by digest, what is known of them, and what they count for.

    Dates are EDTF strings, as partial as they are known, and None where nobody says: `published` and `modified` as the
    publication says, `captured` when these bytes were got, `stated` the day that the document itself bears.

    Attributes:
        digest: SHA-256 of its bytes; the `document` column of a workspace's sources names it, or its beginning.
        source: The publication it is a capture of: an address, or ``file:`` and a name.
        sources: All publications these bytes were got from, sorted; more than one where the same bytes came twice.
        capture: Which capture of its source it is, from 1.
        side, kind, rank: What the table of publishers says of its publisher; None is unknown.
        unread: Why there is no text; None where there is one.
        flags: Sorted by name.
        figures: Doubtful figures, in order of place.
        group: Digest of the document that stands for its original; its own digest where it stands for itself.
        copy: What it is beside that document.
        copy_why: Why it was put there, one sentence; empty for `alone` and `original`.
        likeness: Score beside the representative, 0 to 3 (1.1 and more is kin); for a translation the share of facts.
        spun: The text is machine-spun: it supports nothing alone.
        origin_spun: No document of its group is anything but spun: the whole origin supports nothing.
    """

    digest: str
    source: str
    sources: tuple[str, ...]
    capture: int
    address: str | None
    publisher: str | None
    side: str | None
    kind: str | None
    rank: int | None
    title: str | None
    language: str | None
    published: str | None
    modified: str | None
    captured: str | None
    stated: str | None
    recorded_at: str
    licence: str | None
    media_type: str
    size: int
    unread: str | None
    flags: tuple[DocumentFlag, ...]
    figures: tuple[DoubtfulFigure, ...]
    group: str
    copy: CopyKind
    copy_why: str
    likeness: float
    spun: bool
    origin_spun: bool


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """Documents that derive from one original, and so are one witness.

    Attributes:
        representative: Digest of the document that stands for the group.
        members: All of them, the representative first, then by digest.
        spun_only: Every member is spun: such an origin supports nothing alone.
    """

    representative: str
    members: tuple[DocumentRecord, ...]
    spun_only: bool
