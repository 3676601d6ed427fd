"""Which proposals are one reading made again, so that no judgement is asked for twice and none is ever lost.

A judgement holds for a later reading as long as the document or what was read is still the same; only where both have
changed is it asked for again. Copies of one original that say the same are one question. Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from warifu.decisions.judgement import outcomes, reading
from warifu.decisions.log import Decision
from warifu.proposals.proposal import Proposal


def folded(proposals: Iterable[Proposal], judged: Collection[str] = ()) -> dict[str, str]:
    """For each proposal, the one whose judgement answers for it too: itself, where nobody else's does.

    Args:
        proposals: All proposals, of whatever runs, in any order.
        judged: The ids that somebody has judged: they answer for themselves and go before all others.
    """
    kept = list(proposals)
    families = _families(kept)
    buckets: dict[tuple[str, str], list[Proposal]] = defaultdict(list)
    for one in kept:
        buckets[families[one.source, one.copy_group], one.kind].append(one)
    heads: dict[str, str] = {}
    for bucket in buckets.values():
        if len(bucket) == 1:
            heads[bucket[0].id] = bucket[0].id
        else:
            heads.update(_bucket(sorted(bucket, key=lambda one: _preference(one, judged)), judged))
    return heads


def unsettled(
    proposals: Sequence[Proposal], decisions: Iterable[Decision], needed: Mapping[str, int] | None = None
) -> tuple[str, ...]:
    """The ids of the questions that nothing settles yet, each question once, however often it was read."""
    came = outcomes(proposals, decisions, needed)
    judged = {name for name, one in came.items() if one.judgements}
    heads = folded(proposals, judged)
    return tuple(sorted(name for name in set(heads.values()) if not came[name].settled))


def _preference(one: Proposal, judged: Collection[str]) -> tuple[object, ...]:
    """Judged ones first, then the newest reader, the original before its copies, and the order of the document."""
    version = tuple(-int(part) for part in re.findall(r"\d+", one.reader))
    copy = bool(one.copy_group) and one.copy_group != one.document
    return (one.id not in judged, version, one.reader, copy, one.document, one.start, one.id)


def _bucket(ordered: Sequence[Proposal], judged: Collection[str]) -> dict[str, str]:
    heads: dict[str, str] = {}
    taken: set[tuple[str, str, str]] = set()
    by_reading: dict[tuple[object, ...], list[Proposal]] = defaultdict(list)
    by_document: dict[str, dict[str, list[Proposal]]] = defaultdict(lambda: defaultdict(list))
    for one in ordered:
        says = reading(one)
        head = None
        if one.id not in judged:
            near = [
                (_overlap(one, other), other.id)
                for reader, others in by_document[one.document].items()
                if reader != one.reader
                for other in others
                if (other.id, one.reader, one.document) not in taken
            ]
            best = max(near, default=(0, ""), key=lambda pair: (pair[0], pair[1]))
            if best[0]:
                head = best[1]
            else:
                head = next(
                    (
                        other.id
                        for other in by_reading[says]
                        if other.document != one.document and (other.id, one.reader, one.document) not in taken
                    ),
                    None,
                )
        if head is None:
            heads[one.id] = one.id
            by_reading[says].append(one)
            by_document[one.document][one.reader].append(one)
        else:
            heads[one.id] = head
            taken.add((head, one.reader, one.document))
    return heads


def _overlap(one: Proposal, other: Proposal) -> int:
    """How many characters of the passages, and of the quotes a hundredfold, two readings of one document share."""
    passage = min(one.end, other.end) - max(one.start, other.start)
    if passage <= 0:
        return 0
    theirs = other.quotes()
    quotes = sum(
        max(0, min(end, its_end) - max(start, its_start))
        for start, end, _ in one.quotes()
        for its_start, its_end, _ in theirs
    )
    return passage + 100 * quotes


def _families(proposals: Iterable[Proposal]) -> dict[tuple[str, str], str]:
    """A name for all documents that are captures of one source or copies of one original."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    pairs = {(one.source, one.copy_group) for one in proposals}
    for source, group in sorted(pairs):
        here = root(f"source {source}")
        if group:
            low, high = sorted((here, root(f"group {group}")))
            parent[high] = low
    return {pair: root(f"source {pair[0]}") for pair in pairs}
