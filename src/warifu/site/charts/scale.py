"""Scales: from values to places on a drawing, and the round numbers that stand beside them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from warifu.site.writing import CURRENCY, Writer

APART: Final = 200.0
"""Sums further apart than this many times are drawn on a scale of powers of ten; else the small ones vanish."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight or logarithmic scale from values to places."""

    low: float
    high: float
    start: float
    end: float
    powers: bool = False

    def at(self, value: float) -> float:
        """The place of a value; values beyond the scale stand at its end."""
        if self.powers:
            part = (math.log10(max(value, self.low)) - math.log10(self.low)) / (
                math.log10(self.high) - math.log10(self.low)
            )
        else:
            part = (value - self.low) / (self.high - self.low)
        return self.start + (self.end - self.start) * max(0.0, min(1.0, part))

    def ticks(self, about: int = 4) -> list[float]:
        """Round numbers along the scale."""
        if self.powers:
            first, last = math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9)
            return [10.0**power for power in range(first, last + 1)]
        step = round_step((self.high - self.low) / about)
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [place * step for place in range(first, last + 1)]


def round_step(rough: float) -> float:
    """The next step of 1, 2 or 5 times a power of ten."""
    if rough <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= rough * 0.999)


def amounts(values: Sequence[float], start: float, end: float, unit: str) -> Scale:
    """A scale for values: from nought where they allow it, in powers of ten where sums lie very far apart."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if low > 0 and CURRENCY.fullmatch(unit) and high / low > APART:
        return Scale(10.0 ** math.floor(math.log10(low)), 10.0 ** math.ceil(math.log10(high)), start, end, powers=True)
    low = min(0.0, low)
    if unit == "share" and 0.5 < high <= 1.0:
        high = 1.0
    if high <= low:
        high = low + 1.0
    step = round_step((high - low) / 4)
    return Scale(math.floor(low / step) * step, math.ceil(high / step - 1e-9) * step, start, end)


def written(w: Writer, value: float, unit: str) -> str:
    """A value as it stands at an axis or a mark: short, since the table behind has it whole."""
    number = Decimal(repr(round(value, 6)))
    if unit == "share":
        return w.percent(number) if number * 100 % 1 else w.number(number * 100, 0) + "%"
    if abs(number) >= 10000 or CURRENCY.fullmatch(unit):
        return w.short(number)
    return w.number(number, None if number == number.to_integral_value() else 2 if abs(number) < 10 else 1)


def years(low: float, high: float) -> list[tuple[float, str]]:
    """The first days of the years between two days, as proleptic ordinals; months where years are few."""
    first, last = date.fromordinal(int(low)), date.fromordinal(int(high))
    if (last - first).days < 800:
        found = []
        year, month = first.year, first.month
        while (year, month) <= (last.year, last.month):
            if month in (1, 4, 7, 10):
                found.append((float(date(year, month, 1).toordinal()), f"{year}-{month:02d}"))
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return [item for item in found if low <= item[0] <= high]
    every = max(1, -(-(last.year - first.year) // 12))
    return [
        (float(date(year, 1, 1).toordinal()), str(year))
        for year in range(first.year, last.year + 1)
        if (year - first.year) % every == 0 and low <= date(year, 1, 1).toordinal() <= high
    ]
