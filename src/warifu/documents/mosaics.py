"""Mosaics: pages pieced together from several originals that have nothing to do with each other.

Such a page is akin to each of its originals, and by average linkage would either tie them together, which makes two
witnesses one, or stand alone, which makes one more. It is taken out before groups are made, and its originals named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warifu.documents.fingerprint import Hashes, fingerprint, hashes

__all__ = ["COVERED", "mosaics", "passages"]

COVERED: Final = 0.6
"""Share of a page that its originals must give together. Fixed before the evaluation was first run."""
EACH: Final = 0.15
"""Least share that each of them gives by itself."""
WHOLE: Final = 0.8
"""An original of which more than this stands in the page is no source of pieces: rather a cut of the page."""
SENTENCE: Final = 0.5
"""Share of a sentence's wording that must stand in an original for the sentence to be from it."""


def mosaics(
    near: Mapping[int, Mapping[int, float]],
    held: Sequence[Callable[[int], Hashes]],
    day: Callable[[int], str],
) -> dict[int, tuple[int, ...]]:
    """The documents that are mosaics, each with its originals, the one that gives most first.

    Args:
        near: For each document the others that may be kin, with their likeness.
        held: A document's hashes, ascending: of its wording, of its skeleton.
        day: The day it was published, or an empty string: who came before all others has copied from none of them.
    """
    found: dict[int, tuple[int, ...]] = {}
    for doc in sorted(near):
        originals = next(filter(None, (_originals(doc, near, one) for one in held)), ())
        if originals and not (day(doc) and all(day(doc) < day(one) for one in originals)):
            found[doc] = originals
    # Mosaics share passages with each other: name their originals, where these are at hand, and no other mosaic.
    sound = {doc: {other: like for other, like in near[doc].items() if other not in found} for doc in found}
    return {
        doc: next(filter(None, (_originals(doc, {**near, doc: sound[doc]}, one) for one in held)), found[doc])
        for doc in found
    }


def _originals(doc: int, near: Mapping[int, Mapping[int, float]], held: Callable[[int], Hashes]) -> tuple[int, ...]:
    """The unrelated documents that give most of what `doc` holds; none where that cannot be said."""
    own = held(doc)
    least = EACH * len(own)
    marks: dict[int, NDArray[np.bool_]] = {}
    for other in sorted(near[doc]) if len(near[doc]) > 1 else ():
        shared = np.isin(own, held(other), assume_unique=True)
        if max(least, 1) <= shared.sum() <= WHOLE * len(held(other)):
            marks[other] = shared
    chosen: list[int] = []
    covered = np.zeros(len(own), dtype=bool)
    while marks:
        best = max(sorted(marks), key=lambda other: int((marks[other] & ~covered).sum()))
        fresh = marks.pop(best)
        if (fresh & ~covered).sum() < least:
            break
        chosen.append(best)
        covered |= fresh
        marks = {other: mark for other, mark in marks.items() if other not in near[best]}
    return tuple(chosen) if len(chosen) > 1 and covered.sum() >= COVERED * len(own) else ()


def neighbours(links: NDArray[np.int64], like: NDArray[np.float64]) -> dict[int, dict[int, float]]:
    """Links as a table, both ways."""
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), value in zip(links.tolist(), like.tolist(), strict=True):
        near[a][b] = near[b][a] = value
    return near


def passages(text: str, originals: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Which passage of a mosaic is from which original: start, end and the original, sentences in a row made one.

    Args:
        text: The mosaic's text.
        originals: The originals' texts by id.
    """
    from warifu.documents.figures import sentences

    wording = {name: hashes(fingerprint(words).shingles) for name, words in sorted(originals.items())}
    last: tuple[int, int, str] | None = None
    for start, end in sentences(text):
        own = hashes(fingerprint(text[start:end]).shingles)
        if not len(own):
            continue
        share = {name: np.isin(own, theirs).sum() / len(own) for name, theirs in wording.items()}
        best = max(sorted(share), key=lambda name: share[name])
        if share[best] < SENTENCE:
            continue
        if last is not None and last[2] == best:
            last = (last[0], end, best)
        else:
            if last is not None:
                yield last
            last = (start, end, best)
    if last is not None:
        yield last
