"""From fingerprints to groups: candidates by an index of rare pairs, then average linkage.

No document is held against every other. Two become candidates when they share three skeleton pairs that few others
hold, or when parts of their sketches are equal; only candidates are scored. Everything here works on whole arrays, so
that a million documents fit one machine, and gives the same groups in whatever pieces it is done (`engine`).
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warifu.documents.fingerprint import Fingerprint, Hashes, mixed
from warifu.documents.mosaics import mosaics, neighbours

__all__ = ["KIN", "Clusters", "Corpus", "candidates", "clusters", "corpus", "likeness", "scores"]

KIN: Final = 1.1
"""Average likeness at which groups merge; a study found F1 above 0.96 anywhere from 0.9 to 1.3."""
SCALES: Final = (0.10, 0.085, 0.06)
"""Overlap of skeleton, content pairs and shingles at which kinship begins; from a study of 91 related pairs."""
CAP: Final = 3.0
BACKGROUND: Final = 20_000.0
"""Documents imagined beside those at hand, so that in a small store every pair still counts as rare."""
HELD_BY: Final = 24
"""A pair that more documents hold than this is boilerplate: it makes no candidates."""
SHARED: Final = 3
SAME: Final = 0.8
"""Overlap of shingles from which two texts are one before linkage, so that a wire printed 500 times costs like one."""
BUCKETS: Final = 16
"""Parts into which a sketch is cut; two texts whose parts begin alike are candidates however common their words."""
SHORT: Final = 5
"""Texts of fewer tokens (an empty page, “Not found”) are nobody's copies."""
LARGE: Final = 400
"""In a connected part of more texts than this only candidates are scored, all other pairs counting 0."""
AT_ONCE: Final = 4096
SLICES: Final = 16
"""Parts of the range of hashes that are counted one after the other, to bound memory."""

Pairs = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sets:
    """A set of hashes a document, one after the other: document `i` holds `flat[start[i]:start[i + 1]]`, ascending."""

    flat: Hashes
    start: NDArray[np.int64]

    @property
    def sizes(self) -> NDArray[np.int64]:
        return np.diff(self.start)

    def of(self, at: int) -> Hashes:
        """The hashes of one document."""
        return self.flat[self.start[at] : self.start[at + 1]]

    def owners(self) -> NDArray[np.int64]:
        """The document of each place of `flat`."""
        return np.repeat(np.arange(len(self.start) - 1), self.sizes)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The fingerprints of some documents as arrays, and how many of them hold each of their pairs."""

    skeleton: Sets
    content: Sets
    shingles: Sets
    sketch: Sets
    length: NDArray[np.int64]
    skeleton_held: NDArray[np.uint16]
    content_held: NDArray[np.uint16]
    documents: int
    """How many the counts were made over."""

    def __len__(self) -> int:
        return len(self.length)


def corpus(prints: Sequence[Fingerprint]) -> Corpus:
    """Fingerprints as arrays."""
    skeleton, content, shingles, sketch = (
        _sets([getattr(one, part) for one in prints]) for part in ("skeleton", "content", "shingles", "sketch")
    )
    length = np.array([one.length for one in prints], dtype=np.int64)
    return corpus_of(skeleton, content, shingles, sketch, length)


def corpus_of(skeleton: Sets, content: Sets, shingles: Sets, sketch: Sets, length: NDArray[np.int64]) -> Corpus:
    """A corpus of sets that are arrays already; what holds what is counted here."""
    return Corpus(skeleton, content, shingles, sketch, length, _held(skeleton), _held(content), len(length))


def _sets(packed: Sequence[bytes]) -> Sets:
    start = np.zeros(len(packed) + 1, dtype=np.int64)
    np.cumsum([len(one) // 8 for one in packed], out=start[1:])
    return Sets(np.frombuffer(b"".join(packed), dtype="<u8"), start)


def _slices(flat: Hashes) -> Iterable[NDArray[np.int64]]:
    """Places of `flat`, by the range their hash falls in."""
    which = (flat >> np.uint64(60)).astype(np.uint8)
    for part in range(SLICES):
        yield np.flatnonzero(which == part)


def _held(sets: Sets) -> NDArray[np.uint16]:
    """For each place of `flat`, how many documents hold that hash (65,535 at most)."""
    held = np.ones(len(sets.flat), dtype=np.uint16)
    for places in _slices(sets.flat):
        _, inverse, counts = np.unique(sets.flat[places], return_inverse=True, return_counts=True)
        held[places] = np.minimum(counts, 65_535)[inverse]
    return held


def candidates(sketch: Sets) -> Pairs:
    """Pairs of documents worth scoring, as rows of two places, the lower first, sorted.

    Args:
        sketch: The sketches of all documents.
    """
    return chosen(sketch, (counted(*one) for one in sliced(sketch)))


Slice = tuple[Hashes, NDArray[np.int64], np.int64]


def sliced(sketch: Sets) -> Iterator[Slice]:
    """The sketches by range of hashes: hashes, the document of each, and the number of documents."""
    owners = sketch.owners()
    for places_here in _slices(sketch.flat):
        yield sketch.flat[places_here], owners[places_here], np.int64(len(sketch.start) - 1)


def counted(values: Hashes, owners: NDArray[np.int64], size: np.int64) -> tuple[Pairs, Pairs]:
    """Of one slice: codes of the pairs that share rare hashes, ascending, and how many they share."""
    codes, counts = np.unique(_together(values, owners, size), return_counts=True)
    return codes, counts.astype(np.int64)


def chosen(sketch: Sets, slices: Iterable[tuple[Pairs, Pairs]]) -> Pairs:
    """The candidates that all slices together make."""
    owners = sketch.owners()
    size = np.int64(len(sketch.start) - 1)
    codes, counts = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    for more, seen in slices:
        codes, counts = _added(codes, counts, more, seen)
    least = np.minimum(sketch.sizes[codes // size], sketch.sizes[codes % size]) if len(codes) else counts
    kept = codes[counts >= np.minimum(least, SHARED)]
    kept = np.unique(np.concatenate([kept, _alike_in_part(sketch, owners, size)]))
    return np.stack([kept // size, kept % size], axis=1)


def _added(codes: Pairs, counts: Pairs, more: Pairs, seen: Pairs) -> tuple[Pairs, Pairs]:
    every = np.concatenate([codes, more])
    distinct, inverse = np.unique(every, return_inverse=True)
    total = np.bincount(inverse, weights=np.concatenate([counts, seen]), minlength=len(distinct))
    return distinct, total.astype(np.int64)


def _together(values: Hashes, owners: NDArray[np.int64], size: np.int64) -> Pairs:
    """A code (lower * size + higher) for each two documents that hold one hash, once a hash."""
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    run, place = _runs(values)
    kept = (run[1] >= 2) & (run[1] <= HELD_BY)
    inside = kept[place]
    values, owners = values[inside], owners[inside]
    found = []
    for step in range(1, HELD_BY):
        if step >= len(values):
            break
        same = values[:-step] == values[step:]
        found.append(owners[:-step][same] * size + owners[step:][same])
    return np.concatenate(found) if found else np.empty(0, dtype=np.int64)


def _runs(values: NDArray[np.uint64]) -> tuple[tuple[NDArray[np.int64], NDArray[np.int64]], NDArray[np.int64]]:
    """Starts and lengths of the runs of equal values, and the run of each place."""
    if not len(values):
        empty = np.empty(0, dtype=np.int64)
        return (empty, empty), empty
    first = np.concatenate([[True], values[1:] != values[:-1]])
    starts = np.flatnonzero(first)
    lengths = np.diff(np.append(starts, len(values)))
    return (starts, lengths), np.cumsum(first) - 1


def _alike_in_part(sketch: Sets, owners: NDArray[np.int64], size: np.int64) -> Pairs:
    """Neighbours among the documents whose sketches have the same three smallest hashes in one of their parts."""
    part = (sketch.flat % np.uint64(BUCKETS)).astype(np.int64)
    order = np.argsort(owners * BUCKETS + part, kind="stable")
    flat, owner, part = sketch.flat[order], owners[order], part[order]
    (starts, lengths), _ = _runs((owner * BUCKETS + part).astype(np.uint64))
    starts = starts[lengths >= 3]
    key = mixed(mixed(flat[starts], flat[starts + 1], 5), flat[starts + 2], 7) + part[starts].astype(np.uint64)
    by_key = np.argsort(key, kind="stable")
    key, owner = key[by_key], owner[starts][by_key]
    same = key[:-1] == key[1:]
    return np.unique(owner[:-1][same] * size + owner[1:][same])


def scores(made: Corpus, pairs: Pairs) -> tuple[Floats, Floats]:
    """For each pair its likeness, 0 to 3 (kin from about 1.1), and the overlap of its shingles.

    *Source*: S = mean(min(part / scale, 3)) over skeleton, content pairs (both weighted by rarity) and 3-word
    shingles, with quotations out; the untrained score of the study behind `SCALES`.
    """
    like, same = np.empty(len(pairs)), np.empty(len(pairs))
    weight = _weights(made.documents)
    for at in range(0, len(pairs), AT_ONCE):
        some = pairs[at : at + AT_ONCE]
        words = _overlaps(made.shingles, None, weight, some)
        parts = (
            _overlaps(made.skeleton, made.skeleton_held, weight, some),
            _overlaps(made.content, made.content_held, weight, some),
            words,
        )
        total = np.zeros(len(some))
        for part, scale in zip(parts, SCALES, strict=True):
            total += np.minimum(part / scale, CAP)
        like[at : at + AT_ONCE] = total / len(SCALES)
        same[at : at + AT_ONCE] = words
    return like, same


def _weights(documents: int) -> Floats:
    """The weight of a pair by how many documents hold it."""
    held = np.arange(65_536, dtype=np.float64)
    held[0] = 1.0
    weights: Floats = np.log((documents + BACKGROUND) / 0.5) - np.log(held + 0.5)
    return weights


def _overlaps(sets: Sets, held: NDArray[np.uint16] | None, weight: Floats, pairs: Pairs) -> Floats:
    """Jaccard overlap of each pair, weighted by rarity where `held` is given."""
    keys, worth, owner = [], [], []
    for side in (0, 1):
        place, number = places(sets, pairs[:, side])
        keys.append((number.astype(np.uint64) << np.uint64(40)) | (sets.flat[place] >> np.uint64(24)))
        worth.append(np.ones(len(place)) if held is None else weight[held[place]])
        owner.append(number)
    total = np.bincount(np.concatenate(owner), np.concatenate(worth), minlength=len(pairs))
    every = np.concatenate(keys)
    order = np.argsort(every, kind="stable")
    twice = order[:-1][every[order[:-1]] == every[order[1:]]]
    number = np.concatenate(owner)[twice]
    shared = np.bincount(number, np.concatenate(worth)[twice], minlength=len(pairs))
    found: Floats = np.divide(shared, total - shared, out=np.zeros(len(pairs)), where=shared > 0)
    return found


def places(sets: Sets, docs: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The places in `flat` of each document in turn, and the number of the turn of each place."""
    size = sets.start[docs + 1] - sets.start[docs]
    number = np.repeat(np.arange(len(docs)), size)
    before = np.cumsum(size) - size
    return np.arange(len(number)) + np.repeat(sets.start[docs] - before, size), number


def likeness(left: Fingerprint, right: Fingerprint) -> float:
    """The likeness of two fingerprints by themselves, 0 to 3."""
    return float(scores(corpus([left, right]), np.array([[0, 1]]))[0][0])


Scored = Callable[[Corpus, Pairs], tuple[Floats, Floats]]


@dataclass(frozen=True, slots=True)
class Clusters:
    """Documents by origin.

    Attributes:
        groups: Every document in exactly one; sorted lists of ids, sorted. A mosaic is a group of its own.
        mosaics: The documents that were pieced together from several originals, with these.
    """

    groups: list[list[str]]
    mosaics: Mapping[str, tuple[str, ...]]


def clusters(
    prints: Mapping[str, Fingerprint],
    *,
    days: Mapping[str, str] | None = None,
    find: Callable[[Sets], Pairs] = candidates,
    score: Scored = scores,
) -> Clusters:
    """Documents grouped by origin.

    Copies that share nearly all their wording are made one first; mosaics are taken out (`mosaics`); the rest is merged
    by average linkage, the nearest two groups first, ties by id, while their mean likeness is at least `KIN`.

    Args:
        prints: Fingerprints by document id.
        days: Days of publication, where known: the first of all is no mosaic of those that came later.
        find: What finds candidates; another one may do it in pieces on other machines.
        score: What scores them; likewise.
    """
    alike = _exact(prints)
    first = [min((days or {}).get(name, "") for name in names) for names in alike]
    merged, pieced = grouped(corpus([prints[names[0]] for names in alike]), days=first, find=find, score=score)
    return Clusters(
        sorted(sorted(name for at in places for name in alike[at]) for places in merged),
        {name: tuple(alike[one][0] for one in pieced[at]) for at in sorted(pieced) for name in alike[at]},
    )


def grouped(
    made: Corpus,
    *,
    days: Sequence[str] = (),
    find: Callable[[Sets], Pairs] = candidates,
    score: Scored = scores,
) -> tuple[list[list[int]], dict[int, tuple[int, ...]]]:
    """`clusters` for documents that are arrays already, no two of them exactly alike; groups and mosaics of places."""
    edges = find(made.sketch)
    like, same = score(made, edges)
    chief = _chiefs(made, edges[same >= SAME])
    links, like = _between(chief, edges, like, made, score)
    links, like = links[like >= KIN / 2], like[like >= KIN / 2]
    pieced = mosaics(
        neighbours(links, like),
        (made.shingles.of, made.skeleton.of),
        lambda at: days[at] if days else "",
    )
    whole = ~np.isin(links, list(pieced)).any(axis=1)
    groups = _linked(len(made), chief, links[whole], like[whole], made, score)
    return groups, {at: pieced[int(chief[at])] for at in range(len(made)) if pieced and int(chief[at]) in pieced}


def _exact(prints: Mapping[str, Fingerprint]) -> list[list[str]]:
    by_digest: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(prints):
        one = prints[name]
        by_digest[one.digest if one.length >= SHORT else name].append(name)
    return sorted(by_digest.values())


def _chiefs(made: Corpus, twins: Pairs) -> NDArray[np.int64]:
    """For each document the longest of those that share nearly all its wording, directly or through others."""
    chief = np.arange(len(made))
    for part in components(np.unique(twins), twins):
        chief[part] = max(part, key=lambda at: (made.length[at], at))
    return chief


def _between(chief: NDArray[np.int64], edges: Pairs, like: Floats, made: Corpus, score: Scored) -> tuple[Pairs, Floats]:
    """Each pair of chiefs that candidates link, once, with its likeness."""
    moved = np.sort(chief[edges], axis=1)
    apart = moved[:, 0] != moved[:, 1]
    asis = apart & (moved == edges).all(axis=1)
    size = len(chief)
    known = edges[asis]
    codes = np.setdiff1d(moved[apart & ~asis] @ np.array([size, 1]), known @ np.array([size, 1]))
    rest = np.stack([codes // size, codes % size], axis=1)
    links = np.concatenate([known, rest])
    scored = np.concatenate([like[asis], score(made, rest)[0]])
    order = np.lexsort((links[:, 1], links[:, 0]))
    return links[order], scored[order]


def components(names: Iterable[int], links: Pairs) -> list[list[int]]:
    """Connected parts, each sorted, in order of their first member."""
    parent = {int(name): int(name) for name in names}

    def root(name: int) -> int:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for a, b in links.tolist():
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for name in sorted(parent):
        parts[root(name)].append(name)
    return [parts[head] for head in sorted(parts)]


def _linked(
    size: int, chief: NDArray[np.int64], links: Pairs, like: Floats, made: Corpus, score: Scored
) -> list[list[int]]:
    """Groups of documents: average linkage inside each connected part of the chiefs."""
    parts = components(np.unique(links), links)
    home = {name: at for at, part in enumerate(parts) for name in part}
    inside: defaultdict[int, list[tuple[int, int, float]]] = defaultdict(list)
    for (a, b), value in zip(links.tolist(), like.tolist(), strict=True):
        inside[home[a]].append((a, b, value))
    middling = [at for at, part in enumerate(parts) if 2 < len(part) <= LARGE]
    full = [np.array(parts[at])[np.stack(np.triu_indices(len(parts[at]), 1), axis=1)] for at in middling]
    if full:
        every = np.concatenate(full)
        values = score(made, every)[0]
        bounds = np.cumsum([len(one) for one in full])[:-1]
        for at, pairs, found in zip(middling, full, np.split(values, bounds), strict=True):
            inside[at] = [(a, b, value) for (a, b), value in zip(pairs.tolist(), found.tolist(), strict=True)]
    heads = [group for at, part in enumerate(parts) for group in average_linkage(part, inside[at])]
    led: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(size):
        led[int(chief[at])].append(at)
    done = {name for group in heads for name in group}
    heads += [[name] for name in sorted(led) if name not in done]
    return [sorted(at for name in group for at in led[name]) for group in heads]


def average_linkage(names: Sequence[int], edges: Iterable[tuple[int, int, float]]) -> list[list[int]]:
    """Groups by average linkage at `KIN`; a pair without an edge counts 0. The nearest first, ties by name."""
    groups = {name: [name] for name in names}
    total: dict[int, dict[int, float]] = {name: {} for name in names}
    heap: list[tuple[float, int, int]] = []
    for a, b, value in edges:
        total[a][b] = total[b][a] = value
        if value >= KIN:
            heap.append((-value, min(a, b), max(a, b)))
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups or -total[a].get(b, 0.0) / (len(groups[a]) * len(groups[b])) != negative:
            continue  # one of the two has been merged since
        groups[a] += groups.pop(b)
        del total[a][b]
        for other, value in total.pop(b).items():
            if other == a:
                continue
            del total[other][b]
            joint = total[a].get(other, 0.0) + value
            total[a][other] = total[other][a] = joint
        for other, value in total[a].items():
            mean = value / (len(groups[a]) * len(groups[other]))
            if mean >= KIN:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return [groups[name] for name in sorted(groups)]
