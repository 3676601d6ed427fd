"""Copies: which documents derive from one original, and how many witnesses a set of documents is.

In:   documents as plain values (`Doc`)
Out:  copy groups, each with its members' kinds, the one that stands for it, and why
Not here: the signs of spinning (`spun`), doubtful figures (`figures`), how candidates are found (`grouping`)

Grouping is a function of the set of documents: the order of arrival never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from warifu.documents import grouping, translated
from warifu.documents.fingerprint import Fingerprint, containment, fingerprint, overlap
from warifu.documents.spun import judge

__all__ = ["CopyGroup", "Doc", "Kind", "Member", "group", "independent_origins"]

Kind = Literal["original", "exact", "syndicated", "cut", "rewritten", "translated", "spun"]

CUT_LENGTH: Final = 0.75
"""A copy shorter than this share of the one it is held against, whose words are in it, is cut."""
CUT_WORDS: Final = 0.6
SYNDICATED_WORDS: Final = 0.5
"""Share of 3-word runs in common from which a copy counts as the same text; rewrites have a median of 0.24."""
EVIDENCE: Final = 8


@dataclass(frozen=True, slots=True)
class Doc:
    """A document as the copy finder sees it.

    Attributes:
        id: Its digest or any name of its own.
        text: Its main text.
        language: BCP 47 tag; None where unknown.
        published: Day of publication, ISO 8601 or EDTF; None where unknown.
        publisher: None where unknown.
    """

    id: str
    text: str
    language: str | None = None
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a group.

    Attributes:
        id: The document.
        kind: What it is beside the group's representative, which is ``original`` unless itself spun.
        likeness: Score beside the representative, 0 to 3; for a translation the share of facts in common.
    """

    id: str
    kind: Kind
    likeness: float


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Documents that derive from one original, and so are one witness.

    Attributes:
        members: Sorted by id.
        representative: The member that stands for the group: not spun if there is such a one, then the earliest
            published, then the longest.
        why: Evidence the members share, a sentence each.
        spun_only: Every member is spun: such an origin supports nothing alone.
    """

    members: tuple[Member, ...]
    representative: str
    why: tuple[str, ...]
    spun_only: bool


def group(docs: Iterable[Doc]) -> list[CopyGroup]:
    """Group documents by the original they derive from; a document with no relative is a group of its own.

    Args:
        docs: The documents, in any order. Equal ids must be equal documents.

    Returns:
        Groups sorted by their first member's id; every document in exactly one.
    """
    by_id = {doc.id: doc for doc in docs}
    ordered = [by_id[name] for name in sorted(by_id)]
    prints = {doc.id: fingerprint(doc.text) for doc in ordered}
    spun = {doc.id for doc in ordered if judge(doc.text).verdict == "spun"}
    clusters = grouping.clusters(prints)
    clusters = translated.joined(clusters, ordered)
    groups = [_group([by_id[name] for name in cluster], prints, spun) for cluster in clusters]
    return sorted(groups, key=lambda one: one.members[0].id)


def independent_origins(doc_ids: Iterable[str], groups: Sequence[CopyGroup]) -> int:
    """How many independent witnesses the documents are: one an origin, none for an origin that is only spun.

    A document that stands in no group is a witness of its own.
    """
    home = {member.id: at for at, one in enumerate(groups) for member in one.members}
    asked = set(doc_ids)
    origins = {home[name] for name in asked if name in home and not groups[home[name]].spun_only}
    return len(origins) + sum(name not in home for name in asked)


def _group(docs: Sequence[Doc], prints: Mapping[str, Fingerprint], spun: set[str]) -> CopyGroup:
    chief = min(docs, key=lambda doc: (doc.id in spun, doc.published or "9999", -len(doc.text), doc.id))
    members = tuple(_member(doc, chief, prints, spun) for doc in sorted(docs, key=lambda doc: doc.id))
    return CopyGroup(members, chief.id, tuple(_why(docs, chief, members, prints)), all(doc.id in spun for doc in docs))


def _member(doc: Doc, chief: Doc, prints: Mapping[str, Fingerprint], spun: set[str]) -> Member:
    if doc.id == chief.id:
        return Member(doc.id, "spun" if doc.id in spun else "original", 3.0)
    mine, theirs = prints[doc.id], prints[chief.id]
    if translated.tongue(doc) != translated.tongue(chief):
        return Member(doc.id, "translated", round(translated.agreement(doc, chief), 3))
    score = round(grouping.likeness(mine, theirs, {}, 2), 3)
    if doc.id in spun:
        return Member(doc.id, "spun", score)
    return Member(doc.id, _kind(mine, theirs), score)


def _kind(mine: Fingerprint, theirs: Fingerprint) -> Kind:
    if mine.digest == theirs.digest:
        return "exact"
    if mine.length < CUT_LENGTH * theirs.length and containment(mine.shingles, theirs.shingles) >= CUT_WORDS:
        return "cut"
    if theirs.length < CUT_LENGTH * mine.length and containment(theirs.shingles, mine.shingles) >= CUT_WORDS:
        return "cut"  # of the two the later is the fuller: both were cut from a text that is not stored
    return "syndicated" if overlap(mine.shingles, theirs.shingles) >= SYNDICATED_WORDS else "rewritten"


def _why(docs: Sequence[Doc], chief: Doc, members: Sequence[Member], prints: Mapping[str, Fingerprint]) -> list[str]:
    lines = []
    for member, doc in zip(members, sorted(docs, key=lambda doc: doc.id), strict=True):
        if doc.id == chief.id:
            continue
        mine, theirs = prints[doc.id], prints[chief.id]
        if member.kind == "translated":
            shared = translated.shared_facts(doc, chief)[:EVIDENCE]
            lines.append(f"{doc.id} tells the facts of {chief.id} in the same order: {', '.join(shared)}")
            continue
        if member.kind == "exact":
            lines.append(f"{doc.id} has the words of {chief.id}, every one")
            continue
        shared_words = round(100 * overlap(mine.shingles, theirs.shingles))
        skeleton = round(100 * overlap(mine.skeleton, theirs.skeleton))
        common = [word for word in dict.fromkeys(mine.anchors) if word in set(theirs.anchors)][:EVIDENCE]
        lines.append(
            f"{doc.id} shares {skeleton} % of the skeleton and {shared_words} % of the wording of {chief.id}: "
            f"{', '.join(common)}"
        )
    return lines
