"""From fingerprints to groups: candidates by an index of rare pairs, then average linkage.

No document is held against every other. Two become candidates when they share three skeleton pairs that few others
hold, or when their sketches are alike in part; only candidates are scored.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Final

from warifu.documents.fingerprint import Fingerprint, likeness, overlap, rarity

__all__ = ["KIN", "candidates", "clusters", "likeness"]

KIN: Final = 1.1
"""Average likeness at which groups merge; a study found F1 above 0.96 anywhere from 0.9 to 1.3."""
HELD_BY: Final = 24
"""A pair that more documents hold than this is boilerplate: it makes no candidates."""
SHARED: Final = 3
SAME: Final = 0.8
"""Overlap of shingles from which two texts are one before linkage, so that a wire printed 500 times costs like one."""
BAND: Final = 4
SHORT: Final = 5
"""Texts of fewer tokens (an empty page, “Not found”) are nobody's copies."""


def candidates(prints: Mapping[str, Fingerprint]) -> list[tuple[str, str]]:
    """Pairs of ids worth scoring, sorted.

    Args:
        prints: Fingerprints by document id.
    """
    index: defaultdict[int, list[str]] = defaultdict(list)
    bands: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    for name in sorted(prints):
        one = prints[name]
        for pair in one.sketch:
            index[pair].append(name)
        for at in range(0, len(one.sketch) - BAND + 1, BAND):
            bands[(at, *one.sketch[at : at + BAND])].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for holders in index.values():
        if 2 <= len(holders) <= HELD_BY:
            shared.update(combinations(holders, 2))
    found = {
        pair for pair, count in shared.items() if count >= min(SHARED, *(len(prints[name].sketch) for name in pair))
    }
    for holders in bands.values():
        if len(holders) > HELD_BY:
            found.update(pairwise(holders))
    return sorted(found)


def clusters(prints: Mapping[str, Fingerprint]) -> list[list[str]]:
    """Documents grouped by origin: sorted lists of ids, sorted.

    Copies that share nearly all their wording are made one first; the rest is merged by average linkage, the nearest
    two groups first, ties by id, while their mean likeness is at least `KIN`.
    """
    alike = _exact(prints)
    one_each = {names[0]: prints[names[0]] for names in alike}
    edges = candidates(one_each)
    held_by, documents = rarity(one_each.values()), len(one_each)
    twins = [(a, b) for a, b in edges if overlap(one_each[a].shingles, one_each[b].shingles) >= SAME]
    bundles = _components(one_each, twins)
    chief = {name: max(names, key=lambda n: (one_each[n].length, n)) for names in bundles for name in names}
    links = sorted({tuple(sorted((chief[a], chief[b]))) for a, b in edges if chief[a] != chief[b]})
    kin = [(a, b) for a, b in links if likeness(one_each[a], one_each[b], held_by, documents) >= KIN / 2]
    merged: list[list[str]] = []
    for component in _components(sorted(set(chief.values())), kin):
        merged.extend(_linked(component, one_each, held_by, documents))
    by_chief: defaultdict[str, list[str]] = defaultdict(list)
    for names in alike:
        by_chief[chief[names[0]]].extend(names)
    return sorted(sorted(name for head in heads for name in by_chief[head]) for heads in merged)


def _exact(prints: Mapping[str, Fingerprint]) -> list[list[str]]:
    by_digest: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(prints):
        one = prints[name]
        by_digest[one.digest if one.length >= SHORT else name].append(name)
    return [by_digest[digest] for digest in sorted(by_digest)]


def _components(names: Iterable[str], links: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Connected parts, each sorted, in order of their first name."""
    parent = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for a, b in links:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(parent):
        parts[root(name)].append(name)
    return [parts[head] for head in sorted(parts)]


def _linked(
    names: Sequence[str], prints: Mapping[str, Fingerprint], held_by: Mapping[int, int], documents: int
) -> list[list[str]]:
    """Average linkage over one connected part; every pair in it is scored once."""
    groups: dict[str, list[str]] = {name: [name] for name in names}
    total = {(a, b): likeness(prints[a], prints[b], held_by, documents) for a, b in combinations(sorted(names), 2)}
    while total:
        (a, b), best = min(
            total.items(), key=lambda item: (-item[1] / (len(groups[item[0][0]]) * len(groups[item[0][1]])), item[0])
        )
        if best / (len(groups[a]) * len(groups[b])) < KIN:
            break
        groups[a] += groups.pop(b)
        del total[a, b]
        for other in [name for name in groups if name != a]:
            gone: tuple[str, str] = (b, other) if b < other else (other, b)
            kept: tuple[str, str] = (a, other) if a < other else (other, a)
            total[kept] += total.pop(gone)
    return list(groups.values())
