"""Whether coders who did not see each other's answers agree more than chance would make them.

Source: Krippendorff, Content Analysis (2004), chapter 11; "Computing Krippendorff's Alpha-Reliability" (2011).
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

TOO_LOW: Final = 0.667
TENTATIVE: Final = 0.8
RESAMPLES: Final = 1_000
SEED: Final = 1956
NO_VARIATION: Final = (
    "No variation: all coders gave one and the same answer everywhere, so agreement is 1 by convention."
)


class Scale(StrEnum):
    """What the codes are: names, an order, or steps of equal size."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far coders agree.

    Attributes:
        alpha: 1 perfect, 0 as by chance, below 0 systematic disagreement; None where no unit has two codes.
        low: Lower end of the range from resampled units; None likewise, or where there was no variation.
        high: Upper end.
        level: The share of resamples between the two ends.
        n: Units coded by at least two coders.
        codes: Codes in these units.
        disputed: Units, by their place in the input, whose coders differ: what there is to talk over.
        scale: What the codes are.
        method: The name of the method.
        assumption: What must hold for the figure to mean what it says.
        seed: Of the resampling.
        warnings: To be printed beside the figure.
    """

    alpha: float | None
    low: float | None
    high: float | None
    level: float
    n: int
    codes: int
    disputed: tuple[int, ...]
    scale: Scale
    method: str
    assumption: str
    seed: int
    warnings: tuple[str, ...] = ()

    @property
    def may_be_used(self) -> bool:
        """Whether it reaches .667, the least with which anything may be concluded."""
        return self.alpha is not None and self.alpha >= TOO_LOW

    @property
    def tentative(self) -> bool:
        """Whether conclusions must be called tentative: from .667 up to .8."""
        return self.alpha is not None and TOO_LOW <= self.alpha < TENTATIVE


def agreement(
    units: Sequence[Sequence[float | None]],
    scale: Scale = Scale.ORDINAL,
    resamples: int = RESAMPLES,
    seed: int = SEED,
    level: float = 0.95,
) -> Agreement:
    """Krippendorff's alpha, 1 - observed / expected disagreement, with missing codes.

    Args:
        units: For each unit, the code of each coder; None where a coder gave none. Units with one code do not count.
        scale: How far apart two codes are.
        resamples: How often units are drawn anew for the range; 0 for none.
        seed: Of that drawing.
        level: How much of the resamples the range holds.
    """
    coded = [[code for code in unit if code is not None] for unit in units]
    pairable = [unit for unit in coded if len(unit) >= 2]
    alpha, varied = _alpha(pairable, scale)
    low, high = _range(pairable, scale, resamples, seed, level) if varied and resamples else (None, None)
    return Agreement(
        alpha=alpha,
        low=low,
        high=high,
        level=level,
        n=len(pairable),
        codes=sum(map(len, pairable)),
        disputed=tuple(place for place, unit in enumerate(coded) if len(set(unit)) > 1),
        scale=scale,
        method=f"Krippendorff's alpha, {scale}",
        assumption="The coders worked alone and without knowing what the codes would be used to show.",
        seed=seed,
        warnings=_warnings(alpha, varied, len(pairable)),
    )


def _alpha(units: Sequence[Sequence[float]], scale: Scale) -> tuple[float | None, bool]:
    """Alpha (None without pairs, 1 without variation), and whether the codes vary."""
    if not units:
        return None, False
    counts: dict[float, int] = {}
    for unit in units:
        for code in unit:
            counts[code] = counts.get(code, 0) + 1
    if len(counts) == 1:
        return 1.0, False
    values = sorted(counts)
    apart = _distance(scale, values, counts)
    observed = math.fsum(
        apart(unit[first], unit[second]) * 2 / (len(unit) - 1)
        for unit in units
        for first in range(len(unit))
        for second in range(first)
    )
    expected = math.fsum(
        2 * counts[values[first]] * counts[values[second]] * apart(values[first], values[second])
        for first in range(len(values))
        for second in range(first)
    )
    return 1 - (sum(counts.values()) - 1) * observed / expected, True


def _distance(scale: Scale, values: Sequence[float], counts: Mapping[float, int]) -> Callable[[float, float], float]:
    """The squared distance of two codes."""
    if scale is Scale.NOMINAL:
        return lambda one, other: float(one != other)
    if scale is Scale.INTERVAL:
        return lambda one, other: (one - other) ** 2
    # Ordinal: all codes given from the one to the other, the two ends counted half.
    rank: dict[float, float] = {}
    below = 0
    for value in values:
        rank[value] = below + counts[value] / 2
        below += counts[value]
    return lambda one, other: (rank[one] - rank[other]) ** 2


def _range(
    units: Sequence[Sequence[float]], scale: Scale, resamples: int, seed: int, level: float
) -> tuple[float | None, float | None]:
    """Percentiles of alpha over units drawn anew, draws without variation left out."""
    rng = random.Random(seed)
    found: list[float] = []
    for _ in range(resamples):
        alpha, varied = _alpha([units[rng.randrange(len(units))] for _ in units], scale)
        if varied and alpha is not None:
            found.append(alpha)
    if not found:
        return None, None
    found.sort()
    tail = (1 - level) / 2
    return found[math.floor(tail * len(found))], found[min(len(found) - 1, math.ceil((1 - tail) * len(found)) - 1)]


def _warnings(alpha: float | None, varied: bool, count: int) -> tuple[str, ...]:
    if alpha is None:
        return ("No unit was coded by two people, so agreement is not known. Have a second person code them.",)
    found: list[str] = []
    if not varied:
        found.append(NO_VARIATION)
    elif alpha < TOO_LOW:
        found.append(f"Agreement of {alpha:.2f} is below {TOO_LOW}: nothing may be concluded from these codes.")
    elif alpha < TENTATIVE:
        found.append(f"Agreement of {alpha:.2f} is below {TENTATIVE}: conclusions are tentative.")
    if count < 10:
        found.append(f"Only {count} units were coded by two people: the figure is itself uncertain.")
    return tuple(found)
