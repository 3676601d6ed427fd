"""What so few meetings could have shown: the smallest effect and correlation seen four times in five."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist
from typing import Final

POWER: Final = 0.8
LEVEL: Final = 0.975
"""Two-sided 5 %."""


def smallest_effect(exposed: int, other: int) -> float:
    """The smallest effect seen four times in five, in standard deviations.

    (t.975 + t.8) sqrt(1/n1 + 1/n0), t with n1 + n0 - 2 degrees of freedom.
    """
    freedom = exposed + other - 2
    return (t_quantile(LEVEL, freedom) + t_quantile(POWER, freedom)) * math.sqrt(1 / exposed + 1 / other)


def smallest_correlation(n: int) -> float:
    """The smallest correlation seen four times in five: tanh((z.975 + z.8) / sqrt(n - 3)), for n above 3."""
    normal = NormalDist()
    return math.tanh((normal.inv_cdf(LEVEL) + normal.inv_cdf(POWER)) / math.sqrt(n - 3))


def half_width(exposed: int, other: int, level: float = 0.9) -> float:
    """Half the width of the interval T +- t s sqrt(1/n1 + 1/n0), in standard deviations s."""
    return t_quantile((1 + level) / 2, exposed + other - 2) * math.sqrt(1 / exposed + 1 / other)


def pooled_deviation(movement: Sequence[float], exposed: Sequence[bool]) -> float:
    """The standard deviation within the two kinds of meetings."""
    squares = 0.0
    for kind in (True, False):
        own = [moved for moved, is_exposed in zip(movement, exposed, strict=True) if is_exposed is kind]
        mean = math.fsum(own) / len(own)
        squares += math.fsum((moved - mean) ** 2 for moved in own)
    return math.sqrt(squares / (len(movement) - 2))


def t_quantile(chance: float, freedom: int) -> float:
    """The quantile of Student's t for a chance of at least one half, by halving."""
    low, high = 0.0, 1e6
    for _ in range(200):
        middle = (low + high) / 2
        below = 1 - incomplete_beta(freedom / (freedom + middle * middle), freedom / 2, 0.5) / 2
        low, high = (middle, high) if below < chance else (low, middle)
    return (low + high) / 2


def f_tail(f: float, above: int, below: int) -> float:
    """The chance that F with these degrees of freedom is at least f."""
    return incomplete_beta(below / (below + above * f), below / 2, above / 2)


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by its continued fraction.

    Source: DLMF 8.17.22, evaluated by the modified Lentz method.
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(1 - x, b, a)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    above = 1.0
    below = 1 / (1 - (a + b) * x / (a + 1))
    value = below
    for step in range(1, 1000):
        for term in (
            step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step)),
            -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1)),
        ):
            above = 1 + term / above
            below = 1 / (1 + term * below)
            value *= above * below
        if abs(above * below - 1) < 1e-15:
            break
    return front * value / a
