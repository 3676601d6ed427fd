"""Rivals: what others put into the same region in the same years, set beside each other only where like meets like.

Two figures may be compared when they speak of the same region, period, what was measured (a flow, a stock, a count …),
whether it was planned or actual, and the currency or unit. Everything else stands alone; a comparison asked for across
bases is refused, and the refusal says which basis differs.

Source: the rule is warifu's own; the trap it is made for is a rival's planned billions set beside one's own paid ones.
Example: planned Chinese investment of RUB 33.6 bn in the Far East zones and the RUB 1.4 bn that came are two groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from warifu.measures.result import Result
from warifu.terms.problem import Problem, Severity


@dataclass(frozen=True, slots=True, order=True)
class Basis:
    """What two figures must share before they may be compared.

    Attributes:
        region: Where.
        period: EDTF, such as 2019 or 2015/2020.
        measured: What was measured: "investment, flow", "FDI stock", "projects" …
        standing: "planned" or "actual" (or the source's own word, kept).
        unit: Currency code or unit.
    """

    region: str
    period: str
    measured: str
    standing: str
    unit: str


NAMES: Final = {
    "region": "the region",
    "period": "the period",
    "measured": "what was measured",
    "standing": "planned or actual",
    "unit": "the currency or unit",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One source's figure for one country.

    Attributes:
        id: The row's identifier.
        who: The country, the rival's or one's own.
        basis: What it is a figure of.
        low: The value, or its lower end; None: open, or not known.
        high: The value, or its upper end.
        source: Whose figure it is.
    """

    id: str
    who: str
    basis: Basis
    low: Decimal | None
    high: Decimal | None
    source: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One country in a group: the figure of each source, and their hull. None: open or unknown."""

    who: str
    told: tuple[Told, ...]
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Result):
    """Figures of one basis, largest first; `n` counts the countries. One country alone is shown, not compared.

    Attributes:
        basis: What all of them are figures of.
        rows: One a country.
        order: The countries, largest first, where the ranges do not overlap; None: they do, or one is unknown.
    """

    basis: Basis
    rows: tuple[Standing, ...]
    order: tuple[str, ...] | None

    @property
    def comparable(self) -> bool:
        return self.n > 1


def groups(figures: Iterable[Told]) -> tuple[Group, ...]:
    """All figures, grouped so that only like is set beside like; sources stay apart within a country."""
    by_basis: dict[Basis, list[Told]] = defaultdict(list)
    for figure in sorted(figures, key=lambda row: (row.basis, row.who, row.source, row.id)):
        by_basis[figure.basis].append(figure)
    return tuple(_group(basis, rows) for basis, rows in sorted(by_basis.items()))


def _group(basis: Basis, figures: list[Told]) -> Group:
    by_country: dict[str, list[Told]] = defaultdict(list)
    for figure in figures:
        by_country[figure.who].append(figure)
    rows = [_standing(who, told) for who, told in by_country.items()]
    rows.sort(key=lambda row: (row.low is None, -(row.low or Decimal(0)), row.who))
    warnings = []
    if len(rows) == 1:
        warnings.append(f"Only {rows[0].who} has a figure on this basis: there is nothing to compare it with.")
    for row in rows:
        if row.low != row.high and len({(told.low, told.high) for told in row.told}) > 1:
            warnings.append(f"Sources differ on {row.who}: {'; '.join(told.source for told in row.told)}.")
    order = tuple(row.who for row in rows) if len(rows) > 1 and _apart(rows) else None
    if len(rows) > 1 and order is None:
        warnings.append("The ranges overlap or one is unknown, so no order is given.")
    return Group(
        n=len(rows),
        method="grouped by region, period, what was measured, planned or actual, and unit",
        assumption="the sources mean the same thing by the same words",
        warnings=tuple(warnings),
        basis=basis,
        rows=tuple(rows),
        order=order,
    )


def _standing(who: str, told: list[Told]) -> Standing:
    lows, highs = [row.low for row in told], [row.high for row in told]
    low = None if None in lows else min(value for value in lows if value is not None)
    high = None if None in highs else max(value for value in highs if value is not None)
    return Standing(who, tuple(told), low, high)


def _apart(rows: list[Standing]) -> bool:
    """Whether each range lies wholly above the next; the first may be open upward."""
    for upper, lower in pairwise(rows):
        if upper.low is None or lower.low is None or lower.high is None or upper.low <= lower.high:
            return False
    return True


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure over another of the same basis, as a range; None: open."""

    over: str
    under: str
    basis: Basis
    low: Decimal | None
    high: Decimal | None


def ratio(one: Told, other: Told) -> Ratio | Problem:
    """How many times `other` goes into `one`, or the problem that says why they must not be compared."""
    differs = differing(one.basis, other.basis)
    if differs:
        return Problem(
            about=one.id,
            rule="mixed-basis",
            message=(
                f"{one.id} and {other.id} cannot be compared: {', '.join(differs)}. "
                "Find a figure on the same basis, or show each alone."
            ),
            severity=Severity.LOOK,
        )
    low = None if one.low is None or not other.high else one.low / other.high
    high = None if one.high is None or not other.low else one.high / other.low
    return Ratio(one.who, other.who, one.basis, low, high)


def differing(one: Basis, other: Basis) -> tuple[str, ...]:
    """In what two bases differ, in words; empty where they are the same."""
    pairs = [(name, str(getattr(one, name)), str(getattr(other, name))) for name in NAMES]
    return tuple(f"{NAMES[name]} differs ({a} / {b})" for name, a, b in pairs if a != b)
