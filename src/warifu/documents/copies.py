"""Copies: which documents derive from one original, and how many witnesses a set of documents is.

In:   documents as plain values (`Doc`), or prepared before (`prepared.Prepared`)
Out:  copy groups, each with its members' kinds, the one that stands for it, and why
Not here: the signs of spinning (`spun`), doubtful figures (`figures`, `drift`), how candidates are found (`grouping`)

Grouping is a function of the set of documents: the order of arrival never matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from warifu.documents import grouping, translated
from warifu.documents.drift import drifting_figures
from warifu.documents.fingerprint import Fingerprint, containment, overlap
from warifu.documents.prepared import Prepared, prepare
from warifu.documents.swaps import Swaps, swaps
from warifu.terms.document import DoubtfulFigure

__all__ = [
    "Beside", "CopyGroup", "Doc", "Kind", "Member", "drifts", "group", "grouped", "independent_origins", "regrouped",
    "spun_beside",
]  # fmt: skip

Kind = Literal["original", "exact", "syndicated", "cut", "rewritten", "translated", "mosaic", "spun"]

CUT_LENGTH: Final = 0.75
"""A copy shorter than this share of the one it is held against, whose words are in it, is cut."""
CUT_WORDS: Final = 0.6
SYNDICATED_WORDS: Final = 0.5
"""Share of 3-word runs in common from which a copy counts as the same text; rewrites have a median of 0.24."""
EVIDENCE: Final = 8


UNCHANGED: Final = 0.95
"""Overlap of wording above which nothing that matters was swapped."""


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
        why: The evidence it shares with the representative, one sentence; empty for the representative.
        pieces: The originals that a ``mosaic`` was pieced together from; it stands in the group of the first.
    """

    id: str
    kind: Kind
    likeness: float
    why: str
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Documents that derive from one original, and so are one witness.

    Attributes:
        members: Sorted by id.
        representative: The member that stands for the group: not spun if there is such a one, then the earliest
            published, then the longest.
        spun_only: Every member is spun: such an origin supports nothing alone.
    """

    members: tuple[Member, ...]
    representative: str
    spun_only: bool

    @property
    def why(self) -> tuple[str, ...]:
        """Evidence the members share, a sentence each."""
        return tuple(f"{member.id} {member.why}" for member in self.members if member.why)


@dataclass(frozen=True, slots=True)
class Beside:
    """A document that is spun, as it shows beside a relative that is not.

    Attributes:
        relative: The relative.
        swaps: What stands in the document instead of the relative's words.
    """

    relative: str
    swaps: Swaps


def group(docs: Iterable[Doc]) -> list[CopyGroup]:
    """Group documents by the original they derive from; a document with no relative is a group of its own.

    Args:
        docs: The documents, in any order. Equal ids must be equal documents.

    Returns:
        Groups sorted by their first member's id; every document in exactly one.
    """
    texts = {doc.id: doc for doc in docs}
    by_id = {name: prepare(name, doc.text, doc.language, doc.published) for name, doc in texts.items()}
    found = grouped(by_id.values())
    return regrouped(found, by_id, spun_beside(found, by_id, lambda name: texts[name].text))


def grouped(prepared: Iterable[Prepared], *, engine: bool = False) -> list[CopyGroup]:
    """`group` for documents whose texts were read before; with `engine` over `documents.engine`."""
    by_id = {one.id: one for one in prepared}
    prints = {name: by_id[name].print for name in sorted(by_id)}
    days = {name: one.published or "" for name, one in by_id.items()}
    if engine:
        from warifu.documents.engine import clusters

        return described(clusters(prints, days=days), by_id)
    return described(grouping.clusters(prints, days=days), by_id)


def described(found: grouping.Clusters, by_id: Mapping[str, Prepared]) -> list[CopyGroup]:
    """The groups that some clusters are, translations joined to them and mosaics put beside their originals."""
    tongues = {name: one.tongue for name, one in by_id.items() if name not in found.mosaics}
    facts = {name: by_id[name].facts for name in tongues}
    whole = [names for names in found.groups if names[0] not in found.mosaics]
    groups = {names[0]: _group([by_id[name] for name in names]) for names in translated.joined(whole, tongues, facts)}
    home = {member.id: first for first, one in groups.items() for member in one.members}
    for name, pieces in sorted(found.mosaics.items()):
        doc = by_id[name]
        host = next((home[one] for one in pieces if one in home), None)
        originals = list(dict.fromkeys(groups[home[one]].representative if one in home else one for one in pieces))
        if host is None:
            groups[name] = _group([doc])
        else:
            groups[host] = replace(
                groups[host],
                members=tuple(sorted((*groups[host].members, _mosaic(doc, originals, by_id)), key=lambda one: one.id)),
            )
    return sorted(groups.values(), key=lambda one: one.members[0].id)


def _mosaic(doc: Prepared, originals: Sequence[str], by_id: Mapping[str, Prepared]) -> Member:
    chief = by_id[originals[0]]
    shares = [max(containment(doc.print.shingles, by_id[one].print.shingles),
                  containment(doc.print.skeleton, by_id[one].print.skeleton)) for one in originals]  # fmt: skip
    parts = ", ".join(f"{round(100 * share)} % from {one[:16]}" for one, share in zip(originals, shares, strict=True))
    why = f"holds passages of originals that have nothing to do with each other: {parts}"
    return Member(doc.id, "mosaic", round(grouping.likeness(doc.print, chief.print), 3), why, tuple(originals))


def spun_beside(
    groups: Iterable[CopyGroup], by_id: Mapping[str, Prepared], text_of: Callable[[str], str]
) -> dict[str, Beside]:
    """Members that are no more than a sound relative with its words swapped, by what was swapped.

    Each member is held against the soundest of the others. English alone is judged, as in `spun`.
    """
    found: dict[str, Beside] = {}
    for one in groups:
        sound = [
            by_id[member.id]
            for member in one.members
            if by_id[member.id].tongue == "en" and not by_id[member.id].spun and member.kind != "mosaic"
        ]
        sound.sort(key=_soundness)
        at = 0
        while len(sound) > 1 and at < len(sound):
            doc, relative = sound[at], sound[0 if at else 1]
            seen = _beside(doc, relative, text_of)
            if seen is None:
                at += 1
                continue
            found[doc.id] = seen
            del sound[at]
    return found


def _beside(doc: Prepared, relative: Prepared, text_of: Callable[[str], str]) -> Beside | None:
    if overlap(doc.print.shingles, relative.print.shingles) > UNCHANGED:
        return None
    seen = swaps(text_of(doc.id), text_of(relative.id))
    return Beside(relative.id, seen) if seen.is_spun else None


def regrouped(groups: Sequence[CopyGroup], by_id: Mapping[str, Prepared], spun: Collection[str]) -> list[CopyGroup]:
    """The same groups, once some of their members are known to be spun."""
    told = {name: replace(one, spun=True) if name in spun else one for name, one in by_id.items()}
    whole = [
        _group([told[member.id] for member in one.members if member.kind != "mosaic"])
        if any(member.id in spun for member in one.members)
        else one
        for one in groups
    ]
    stands = {member.id: one.representative for one in whole for member in one.members if member.kind != "mosaic"}
    made = []
    for one, old in zip(whole, groups, strict=True):
        pieced = [
            _mosaic(told[member.id], list(dict.fromkeys(stands.get(piece, piece) for piece in member.pieces)), told)
            for member in old.members
            if member.kind == "mosaic"
        ]
        own = [member for member in one.members if member.kind != "mosaic"]
        made.append(replace(one, members=tuple(sorted([*own, *pieced], key=lambda member: member.id))))
    return made


def independent_origins(doc_ids: Iterable[str], groups: Sequence[CopyGroup]) -> int:
    """How many independent witnesses the documents are: one an origin, none for an origin that is only spun.

    A document that stands in no group is a witness of its own; a mosaic is none, for all it says is in its originals.
    """
    home = {member.id: at for at, one in enumerate(groups) for member in one.members}
    asked = set(doc_ids) - {member.id for one in groups for member in one.members if member.kind == "mosaic"}
    origins = {home[name] for name in asked if name in home and not groups[home[name]].spun_only}
    return len(origins) + sum(name not in home for name in asked)


def drifts(groups: Iterable[CopyGroup], text_of: Callable[[str], str]) -> dict[str, tuple[DoubtfulFigure, ...]]:
    """Figures that members of one group tell differently, by document.

    Args:
        groups: The groups; those of one document have nothing to say here.
        text_of: The text of a document.
    """
    found: defaultdict[str, list[DoubtfulFigure]] = defaultdict(list)
    for one in groups:
        if len(one.members) == 1:
            continue
        texts = {member.id: text_of(member.id) for member in one.members if member.kind not in ("translated", "mosaic")}
        for drift in drifting_figures(texts, {member.id for member in one.members if member.kind == "spun"}):
            why = f"{drift.other_id[:16]}, of the same origin, says “{drift.other_words}” ({drift.kind})"
            found[drift.doc_id].append(
                DoubtfulFigure(drift.start, drift.end, drift.words, f"drift-{drift.kind}", why, drift.likely)
            )
    return {name: tuple(ones) for name, ones in found.items()}


def _group(docs: Sequence[Prepared]) -> CopyGroup:
    chief = min(docs, key=_soundness)
    members = tuple(_member(doc, chief) for doc in sorted(docs, key=lambda doc: doc.id))
    return CopyGroup(members, chief.id, all(doc.spun for doc in docs))


def _soundness(doc: Prepared) -> tuple[bool, str, int, str]:
    return doc.spun, doc.published or "9999", -doc.length, doc.id


def _member(doc: Prepared, chief: Prepared) -> Member:
    if doc.id == chief.id:
        return Member(doc.id, "spun" if doc.spun else "original", 3.0, "")
    if doc.tongue != chief.tongue:
        shared = translated.shared_facts(doc.facts, chief.facts)[:EVIDENCE]
        why = f"tells the facts of {chief.id[:16]} in the same order: {', '.join(shared)}"
        return Member(doc.id, "translated", round(translated.agreement(doc.facts, chief.facts), 3), why)
    mine, theirs = doc.print, chief.print
    score = round(grouping.likeness(mine, theirs), 3)
    if mine.digest == theirs.digest:
        return Member(doc.id, "spun" if doc.spun else "exact", score, f"has the words of {chief.id[:16]}, every one")
    return Member(doc.id, "spun" if doc.spun else _kind(mine, theirs), score, _why(mine, theirs, chief.id[:16]))


def _kind(mine: Fingerprint, theirs: Fingerprint) -> Kind:
    if mine.length < CUT_LENGTH * theirs.length and containment(mine.shingles, theirs.shingles) >= CUT_WORDS:
        return "cut"
    if theirs.length < CUT_LENGTH * mine.length and containment(theirs.shingles, mine.shingles) >= CUT_WORDS:
        return "cut"  # of the two the later is the fuller: both were cut from a text that is not stored
    return "syndicated" if overlap(mine.shingles, theirs.shingles) >= SYNDICATED_WORDS else "rewritten"


def _why(mine: Fingerprint, theirs: Fingerprint, chief: str) -> str:
    words = round(100 * overlap(mine.shingles, theirs.shingles))
    skeleton = round(100 * overlap(mine.skeleton, theirs.skeleton))
    there = set(theirs.anchors)
    common = [word for word in dict.fromkeys(mine.anchors) if word in there][:EVIDENCE]
    return f"shares {skeleton} % of the skeleton and {words} % of the wording of {chief}: {', '.join(common)}"
