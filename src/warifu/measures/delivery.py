"""Delivery from independent statistics: what was promised beside somebody else's count of what came.

A promise of "so much more than in a base year" becomes a target only with a base, and the two sides may count the base
differently. Every base is kept, each with its own rate; a rate is given only where promise and count share the basis
(whose statistics, which goods), and refused where they do not.

A part of a year is measured against a part of the target: by months, or by the weight of those months in the base year
where the trade is seasonal.

Sources: PIIE's method for the Phase One purchases (Bown 2020 to 2022); monthly weights as in its seasonal adjustment.
Example: base 78.77 and increase 63.9 give a target of 142.67; by March a quarter of it, 35.7, against 14.5 come: 41 %.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from warifu.measures.result import Result
from warifu.terms.problem import Problem, Severity

MIXED: Final = "mixed"


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised for a category in a period, on one base.

    Attributes:
        id: Its row.
        category: Of goods or areas.
        period: Such as "2020"; a promise and a count meet only in the same period.
        basis: Whose statistics and which scope, such as "US exports, no aircraft". "mixed" refuses a rate.
        increase: By how much more than the base; None: the promise is a level.
        base: The base; None: not known, or not needed.
        level: The level promised outright; None: base and increase make it.
        unit: Currency or unit.
    """

    id: str
    category: str
    period: str
    basis: str
    unit: str
    increase: Decimal | None = None
    base: Decimal | None = None
    level: Decimal | None = None

    @property
    def target(self) -> Decimal | None:
        """The level to be reached; None where the base is missing: never taken for 0."""
        if self.level is not None:
            return self.level
        if self.increase is None or self.base is None:
            return None
        return self.base + self.increase


@dataclass(frozen=True, slots=True)
class Count:
    """What came, by somebody's statistics.

    Attributes:
        id: Its row.
        category: As in the promise.
        period: As in the promise.
        basis: As in the promise.
        unit: As in the promise.
        value: What came so far.
        through: The last month counted, 1 to 12; 12 is the whole year.
        source: Whose statistics.
    """

    id: str
    category: str
    period: str
    basis: str
    unit: str
    value: Decimal
    through: int = 12
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """One promise against one count.

    Attributes:
        promise: The promise.
        count: The count.
        expected: The part of the target due by then; None: the target is not known.
        rate: Count over expected; over 1 is over-delivery and is not cut off. None: undefined.
        of_increase: Share of the promised increase that came, which may be negative; None: there is no base or no
            full year.
    """

    promise: Promise
    count: Count
    expected: Decimal | None
    rate: Decimal | None
    of_increase: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Result):
    """All rates that may be given; `n` counts them.

    Attributes:
        rates: By category, period and basis; every base has its own.
        refused: Pairs that must not be divided, and why.
        unmatched: Promises that nobody's statistics answer.
    """

    rates: tuple[Rate, ...]
    refused: tuple[Problem, ...]
    unmatched: tuple[str, ...]

    def spread(self, category: str, period: str, through: int) -> tuple[Decimal, Decimal] | None:
        """The least and largest rate over the bases; None: there is none."""
        found = [
            item.rate
            for item in self.rates
            if item.rate is not None
            and (item.promise.category, item.promise.period, item.count.through) == (category, period, through)
        ]
        return (min(found), max(found)) if found else None


def delivery(
    promises: Iterable[Promise],
    counts: Iterable[Count],
    base_months: Mapping[tuple[str, str], Sequence[Decimal]] | None = None,
) -> Delivery:
    """Divide every count by every promise of the same category, period, basis and unit.

    Args:
        promises: Each on one base.
        counts: Each from one source.
        base_months: By category and basis, twelve monthly values of the base year: the target is then due in their
            proportion, else in equal parts.
    """
    by_key: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in sorted(counts, key=lambda row: (row.category, row.period, row.basis, row.through, row.id)):
        by_key[count.category, count.period].append(count)
    rates: list[Rate] = []
    refused: list[Problem] = []
    unmatched: list[str] = []
    for promise in sorted(promises, key=lambda row: (row.category, row.period, row.basis, row.id)):
        met = False
        for count in by_key[promise.category, promise.period]:
            why = _differs(promise, count)
            if why:
                refused.append(_refusal(promise, count, why))
                continue
            met = True
            months = (base_months or {}).get((promise.category, promise.basis))
            rates.append(_rate(promise, count, months))
        if not met:
            unmatched.append(promise.id)
    warnings = []
    if refused:
        warnings.append(f"{len(refused)} pairs of promise and count stand on different bases and were not divided.")
    if any(item.expected is None for item in rates):
        warnings.append("A target without a known base has no rate.")
    return Delivery(
        n=sum(1 for item in rates if item.rate is not None),
        method="count over target of the same basis",
        assumption="due in proportion to the months of the base year where they are given, else in equal parts",
        warnings=tuple(warnings),
        rates=tuple(rates),
        refused=tuple(refused),
        unmatched=tuple(unmatched),
    )


def due(target: Decimal, through: int, months: Sequence[Decimal] | None = None) -> Decimal | None:
    """The part of a year's target due by the end of a month. None: the weights are not twelve or add up to nothing."""
    if months is None:
        return target * through / 12
    whole = sum(months, Decimal(0))
    if len(months) != 12 or whole <= 0:
        return None
    return target * sum(months[:through], Decimal(0)) / whole


def together(promises: Iterable[Promise], id_: str, category: str) -> Promise | None:
    """Several promises of one period, basis and unit as one; None where these differ or a target is missing."""
    rows = list(promises)
    kinds = {(row.period, row.basis, row.unit) for row in rows}
    targets = [row.target for row in rows]
    if len(kinds) != 1 or None in targets:
        return None
    period, basis, unit = kinds.pop()
    bases, increases = [row.base for row in rows], [row.increase for row in rows]
    return Promise(
        id_,
        category,
        period,
        basis,
        unit,
        increase=None if None in increases else sum((value for value in increases if value is not None), Decimal(0)),
        base=None if None in bases else sum((value for value in bases if value is not None), Decimal(0)),
        level=sum((value for value in targets if value is not None), Decimal(0)),
    )


def _differs(promise: Promise, count: Count) -> str:
    if MIXED in (promise.basis, count.basis):
        return "one of the two mixes statistics of two countries"
    if promise.basis != count.basis:
        return f"the promise is on {promise.basis}, the count on {count.basis}"
    if promise.unit != count.unit:
        return f"the promise is in {promise.unit}, the count in {count.unit}"
    return ""


def _refusal(promise: Promise, count: Count, why: str) -> Problem:
    return Problem(
        about=promise.id,
        rule="mixed-basis",
        message=f"{count.id} must not be divided by {promise.id}: {why}. Find a count on the basis of the promise.",
        severity=Severity.NOTE,
    )


def _rate(promise: Promise, count: Count, months: Sequence[Decimal] | None) -> Rate:
    target = promise.target
    expected = None if target is None else due(target, count.through, months)
    rate = None if not expected else count.value / expected
    of_increase = None
    if count.through == 12 and promise.base is not None and promise.increase:
        of_increase = (count.value - promise.base) / promise.increase
    return Rate(promise, count, expected, rate, of_increase)
