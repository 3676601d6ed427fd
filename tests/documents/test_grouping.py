# ruff: noqa: E501  stories and sets read best unbroken
"""Candidates and linkage on whole arrays, held against the plain way of doing the same."""

from __future__ import annotations

from itertools import combinations
from random import Random

import numpy as np
import pytest
import stories

from warifu.documents import grouping
from warifu.documents.fingerprint import Fingerprint, fingerprint, hashes
from warifu.documents.grouping import KIN, average_linkage, candidates, clusters, corpus, likeness, scores

WORDS = [
    f"{a}{b}{c}" for a in "bdgklmnprt" for b in ("a", "e", "io", "ou") for c in ("lor", "mak", "sen", "tiv", "rund")
]


def made(count: int, copies: int, seed: int = 5) -> dict[str, Fingerprint]:
    """`count` unrelated texts of invented words, and `copies` of each with a tenth of the words changed."""
    chance = Random(seed)
    found = {}
    for number in range(count):
        words = [
            chance.choice(WORDS) + (str(chance.randint(10, 99)) if chance.random() < 0.2 else "") for _ in range(120)
        ]
        found[f"{number:04}-0"] = fingerprint(" ".join(words))
        for copy in range(copies):
            edited = [chance.choice(WORDS) if chance.random() < 0.1 else word for word in words]
            found[f"{number:04}-{copy + 1}"] = fingerprint(" ".join(edited))
    return found


def test_edited_copies_are_grouped_and_nothing_else_is() -> None:
    found = clusters(made(60, 2)).groups
    assert [[name[:4] for name in names] for names in found] == [[f"{at:04}"] * 3 for at in range(60)]


def test_scores_are_what_the_definition_says() -> None:
    """The study's S, written out with Python's sets, for every pair of a few texts."""
    texts = [stories.ORIGINAL, stories.SPUN, stories.REWRITTEN, stories.INDEPENDENT, stories.OTHER, stories.CUT]
    prints = [fingerprint(text) for text in texts]
    pairs = list(combinations(range(len(prints)), 2))
    like, same = scores(corpus(prints), np.array(pairs))
    held = {
        part: {value: sum(value in hashes(getattr(one, part)) for one in prints) for one in prints for value in hashes(getattr(one, part))}
        for part in ("skeleton", "content")
    }  # fmt: skip
    top = np.log((len(prints) + grouping.BACKGROUND) / 0.5)

    def weighted(part: str, left: Fingerprint, right: Fingerprint) -> float:
        a, b = set(hashes(getattr(left, part))), set(hashes(getattr(right, part)))
        worth = {value: top - np.log(held[part][value] + 0.5) for value in a | b}
        return sum(worth[value] for value in a & b) / sum(worth.values())

    for (a, b), found, words in zip(pairs, like, same, strict=True):
        left, right = set(hashes(prints[a].shingles)), set(hashes(prints[b].shingles))
        plain = len(left & right) / len(left | right)
        parts = (weighted("skeleton", prints[a], prints[b]), weighted("content", prints[a], prints[b]), plain)
        expected = sum(min(part / scale, 3.0) for part, scale in zip(parts, grouping.SCALES, strict=True)) / 3
        assert found == pytest.approx(expected)
        assert words == pytest.approx(plain)


def test_kin_and_strangers_fall_on_their_sides_of_the_threshold() -> None:
    original = fingerprint(stories.ORIGINAL)
    assert all(likeness(original, fingerprint(text)) >= KIN for text in (stories.SPUN, stories.REWRITTEN, stories.CUT))
    assert all(likeness(original, fingerprint(text)) < KIN for text in (stories.INDEPENDENT, stories.OTHER))


def test_a_pair_that_many_hold_makes_no_candidates_but_the_same_wire_printed_often_does() -> None:
    """500 papers print one wire: the pairs of its skeleton are no longer rare, and it is one group all the same."""
    prints = {
        f"{at:03}": fingerprint(f"{stories.ORIGINAL} Printed in town {at} by press number {at * 7}.")
        for at in range(500)
    }
    assert len(clusters(prints).groups) == 1


def test_candidates_come_in_order_the_lower_first_each_once() -> None:
    found = candidates(corpus(list(made(20, 3).values())).sketch)
    assert (found[:, 0] < found[:, 1]).all()
    assert found.tolist() == sorted({tuple(row) for row in found.tolist()} and found.tolist())
    assert len({tuple(row) for row in found.tolist()}) == len(found)


def test_average_linkage_merges_the_nearest_first_and_stops_below_the_mean() -> None:
    """
    1 - 2 - 3 in a chain: 2.0, 1.5; and 1 - 3 only 0.2. After 1 and 2 are one, 3 is at (1.5 + 0.2) / 2 < 1.1.
    """
    assert average_linkage([1, 2, 3], [(1, 2, 2.0), (2, 3, 1.5), (1, 3, 0.2)]) == [[1, 2], [3]]
    assert average_linkage([1, 2, 3], [(1, 2, 2.0), (2, 3, 1.5), (1, 3, 0.8)]) == [[1, 2, 3]]


def test_linkage_agrees_with_the_plain_way_on_random_graphs() -> None:
    chance = Random(11)
    for _ in range(40):
        names = list(range(chance.randint(2, 9)))
        value = {pair: round(chance.uniform(0, 2.5), 3) for pair in combinations(names, 2)}
        assert sorted(map(sorted, average_linkage(names, [(a, b, v) for (a, b), v in value.items()]))) == plainly(
            names, value
        )


def plainly(names: list[int], value: dict[tuple[int, int], float]) -> list[list[int]]:
    groups = [[name] for name in names]
    while len(groups) > 1:
        means = [
            (-sum(value[min(x, y), max(x, y)] for x in a for y in b) / (len(a) * len(b)), a[0], b[0], a, b)
            for a, b in combinations(sorted(groups), 2)
        ]
        best, _, _, a, b = min(means)
        if -best < KIN:
            break
        groups = [one for one in groups if one not in (a, b)] + [sorted(a + b)]
    return sorted(groups)


def test_nothing_has_no_candidates_and_no_groups() -> None:
    assert clusters({}).groups == []
    assert clusters({"a": fingerprint("")}).groups == [["a"]]
