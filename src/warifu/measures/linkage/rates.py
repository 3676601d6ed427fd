"""The two by two table: meetings that moved forward, after a deal and otherwise."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from warifu.measures.result import Result

PRIORS: Final = (1.0, 0.5, 2.0)
"""The same a in Beta(a, a) for both rates; all three are printed, so that none can be picked."""
BY: Final = 0.1


@dataclass(frozen=True, slots=True)
class Table:
    """Meetings that moved forward and that did not, after a deal and otherwise."""

    moved_after: int
    still_after: int
    moved_other: int
    still_other: int

    @classmethod
    def of(cls, movement: Sequence[float], exposed: Sequence[bool]) -> Table:
        cells = [0, 0, 0, 0]
        for moved, is_exposed in zip(movement, exposed, strict=True):
            cells[(0 if is_exposed else 2) + (0 if moved > 0 else 1)] += 1
        return cls(*cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bayes(Result):
    """Two rates against one rate, under Beta(a, a).

    Attributes:
        a: Of the prior.
        factor: How many times better two rates foretell the table than one rate does.
        higher: The chance that the rate after deals is higher by more than 0.1.
        words: What the factor amounts to.
    """

    a: float
    factor: float
    higher: float
    words: str


def fisher(table: Table) -> float:
    """Fisher's exact test, two-sided: all tables with the same margins that are no likelier than this one."""
    after = table.moved_after + table.still_after
    other = table.moved_other + table.still_other
    moved = table.moved_after + table.moved_other
    ways = {
        one: math.comb(after, one) * math.comb(other, moved - one)
        for one in range(max(0, moved - other), min(after, moved) + 1)
    }
    seen = ways[table.moved_after]
    return sum(way for way in ways.values() if way <= seen) / math.comb(after + other, moved)


def bayes_factor(table: Table, a: float = 1.0) -> float:
    """B(a + s1, a + f1) B(a + s0, a + f0) / (B(a, a) B(a + s, a + f)): two rates against one.

    With a = 1 this is B(1 + s1, 1 + f1) B(1 + s0, 1 + f0) / B(1 + s1 + s0, 1 + f1 + f0).
    """
    return math.exp(
        _log_beta(a + table.moved_after, a + table.still_after)
        + _log_beta(a + table.moved_other, a + table.still_other)
        - _log_beta(a, a)
        - _log_beta(a + table.moved_after + table.moved_other, a + table.still_after + table.still_other)
    )


def chance_higher(table: Table, a: float = 1.0, by: float = BY, draws: int = 20_000, seed: int = 1956) -> float:
    """The chance that the rate after deals exceeds the other by more than `by`, by drawing both."""
    rng = random.Random(f"{seed}:rates")
    hits = 0
    for _ in range(draws):
        after = rng.betavariate(a + table.moved_after, a + table.still_after)
        other = rng.betavariate(a + table.moved_other, a + table.still_other)
        hits += after > other + by
    return hits / draws


def companion(table: Table, draws: int = 20_000, seed: int = 1956) -> tuple[Bayes, ...]:
    """The Bayesian companion under all three priors. It cures none of the confounds."""
    return tuple(
        Bayes(
            n=table.moved_after + table.still_after + table.moved_other + table.still_other,
            method=f"Bayes factor, two rates against one, Beta({a:g}, {a:g})",
            assumption="Meetings are independent given the rates; nothing else moved both deals and talks.",
            seed=seed,
            a=a,
            factor=(factor := bayes_factor(table, a)),
            higher=chance_higher(table, a, draws=draws, seed=seed),
            words=words(factor),
        )
        for a in PRIORS
    )


def words(factor: float) -> str:
    """From a third to three: does not discriminate."""
    if 1 / 3 <= factor <= 3:
        return "does not discriminate"
    return "speaks for two rates" if factor > 3 else "speaks for one rate"


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
