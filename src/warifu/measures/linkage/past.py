"""Diagnostics that test nothing: does the past of deals help to foretell talks, and what leads what."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from warifu.errors import MeasureError
from warifu.measures.result import Result

FEWEST: Final = 15
MOST_LAG: Final = 3
BAND: Final = 0.95
NO_TEST: Final = "A diagnostic, not a test: it foretells the next meeting only, and a best lag is never reported."


@dataclass(frozen=True, slots=True, kw_only=True)
class Granger(Result):
    """Whether past exposure helps to foretell movement, given past movement.

    Attributes:
        lag: How many meetings back.
        f: The F statistic; None where one side does not vary.
        freedom: Its degrees of freedom.
        p: From relabelling within strata; None likewise.
    """

    lag: int
    f: float | None
    freedom: tuple[int, int]
    p: float | None


def granger_f(effect: Sequence[float], cause: Sequence[float], lag: int) -> tuple[float | None, tuple[int, int]]:
    """F of `lag` past values of the cause for the effect, given as many past values of the effect and a constant.

    None where the cause's past adds no direction of its own, or nothing is left unexplained.

    Source: Granger 1969; the same figure as R's lmtest::grangertest and the ssr F test of statsmodels.
    """
    count = len(effect)
    after = list(effect[lag:])
    constant = [1.0] * (count - lag)
    own = [list(effect[lag - back : count - back]) for back in range(1, lag + 1)]
    others = [list(cause[lag - back : count - back]) for back in range(1, lag + 1)]
    basis = _orthonormal([constant, *own])
    fuller = _orthonormal([constant, *own, *others])
    freedom = (lag, count - lag - 2 * lag - 1)
    without = _left(after, basis)
    with_cause = _left(after, fuller)
    if len(fuller) == len(basis) or freedom[1] < 1 or with_cause <= 1e-12 * max(1.0, without):
        return None, freedom
    return (without - with_cause) / lag / (with_cause / freedom[1]), freedom


def granger(
    movement: Sequence[float],
    exposed: Sequence[bool],
    strata: Sequence[str],
    lag: int = 1,
    draws: int = 999,
    seed: int = 1956,
) -> Granger:
    """The diagnostic with p from relabelling within strata, not from tables of F.

    Raises:
        MeasureError: Fewer than 15 values would be left: n - 2 lag - 1.
    """
    left = len(movement) - 2 * lag - 1
    if left < FEWEST:
        raise MeasureError(
            "Granger diagnostic", f"{len(movement)} meetings leave {left} values at lag {lag}", "Leave it out."
        )
    cause = [float(is_exposed) for is_exposed in exposed]
    seen, freedom = granger_f(movement, cause, lag)
    p: float | None = None
    if seen is not None:
        rng = random.Random(f"{seed}:granger:{lag}")
        hits = 0
        for _ in range(draws):
            found, _freedom = granger_f(movement, _shuffled(cause, strata, rng), lag)
            hits += found is not None and found >= seen - 1e-12
        p = (hits + 1) / (draws + 1)
    return Granger(
        n=len(movement),
        method=f"Granger form, lag {lag}, {draws} relabellings within strata",
        assumption="Linear; meetings evenly spaced; within a stratum any meeting could as well have followed a deal.",
        seed=seed,
        warnings=(NO_TEST,),
        lag=lag,
        f=seen,
        freedom=freedom,
        p=p,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadLag(Result):
    """Correlation of movement with exposure some meetings earlier or later.

    Attributes:
        correlations: By lag: at lag 1 the exposure of the meeting before; below 0, of meetings after. None where a side
            does not vary.
        band: The 95th percentile of the largest |r| over all lags, over all circular shifts; None likewise.
    """

    correlations: tuple[tuple[int, float | None], ...]
    band: float | None


def lead_lag(movement: Sequence[float], exposed: Sequence[bool], most: int = MOST_LAG) -> LeadLag:
    """The picture of leads and lags with one band for all bars. To report its best lag would be a false link."""
    cause = [float(is_exposed) for is_exposed in exposed]
    count = len(movement)
    largest = sorted(
        max((abs(r) for _, r in _correlations(_turned(movement, shift), cause, most) if r is not None), default=0.0)
        for shift in range(count)
    )
    found = _correlations(movement, cause, most)
    defined = any(r is not None for _, r in found)
    return LeadLag(
        n=count,
        method="Correlation by lag, simultaneous band from circular shifts",
        assumption="No trend; the band holds for all bars together.",
        warnings=(NO_TEST,),
        correlations=found,
        band=largest[math.ceil(BAND * count) - 1] if defined else None,
    )


def _correlations(movement: Sequence[float], cause: Sequence[float], most: int) -> tuple[tuple[int, float | None], ...]:
    count = len(movement)
    return tuple(
        (
            lag,
            _correlation(movement[max(lag, 0) : count + min(lag, 0)], cause[max(-lag, 0) : count - max(lag, 0)]),
        )
        for lag in range(-most, most + 1)
    )


def _correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    count = len(one)
    if count < 3:
        return None
    mean, also = math.fsum(one) / count, math.fsum(other) / count
    left = [value - mean for value in one]
    right = [value - also for value in other]
    spread = math.fsum(value * value for value in left) * math.fsum(value * value for value in right)
    if spread <= 1e-18:
        return None
    return math.fsum(a * b for a, b in zip(left, right, strict=True)) / math.sqrt(spread)


def _turned(values: Sequence[float], shift: int) -> list[float]:
    return [*values[shift:], *values[:shift]]


def _shuffled(cause: Sequence[float], strata: Sequence[str], rng: random.Random) -> list[float]:
    mixed = list(cause)
    for one in sorted(set(strata)):
        places = [place for place, own in enumerate(strata) if own == one]
        drawn = rng.sample([cause[place] for place in places], len(places))
        for place, value in zip(places, drawn, strict=True):
            mixed[place] = value
    return mixed


def _orthonormal(columns: Sequence[Sequence[float]]) -> list[list[float]]:
    """Gram-Schmidt, each column cleaned twice; columns that bring no direction of their own are left out."""
    basis: list[list[float]] = []
    for column in columns:
        size = math.sqrt(math.fsum(value * value for value in column))
        rest = _cleaned(_cleaned(column, basis), basis)
        length = math.sqrt(math.fsum(value * value for value in rest))
        if length > 1e-10 * size:
            basis.append([value / length for value in rest])
    return basis


def _cleaned(column: Sequence[float], basis: Sequence[Sequence[float]]) -> list[float]:
    rest = list(column)
    for direction in basis:
        along = math.fsum(a * b for a, b in zip(rest, direction, strict=True))
        rest = [value - along * part for value, part in zip(rest, direction, strict=True)]
    return rest


def _left(values: Sequence[float], basis: Sequence[Sequence[float]]) -> float:
    """The sum of squares that the basis leaves unexplained."""
    rest = _cleaned(_cleaned(values, basis), basis)
    return math.fsum(value * value for value in rest)
