"""Dependence: how much hangs on one partner or one deal, and what the undivided rest could change about that.

The sum of squared shares (H) has bounds where a source lumps the rest together, and 1/H says how many equal deals the
sums weigh like. No label such as "highly concentrated" is given: no threshold fits packages between governments.

Sources: Herfindahl and Hirschman; Hill 1973 (numbers of order q); IMF and WITS notes on trade intensity.
Example: five of the eight points list 23, 15, 14, 13 and 6 of 80 documents. The listed five alone would give .229; with
the nine others placed anywhere, H lies between .1805 and .1875: between 5.3 and 5.5 equal areas.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final, NamedTuple

from warifu.measures.conversion import BOOTSTRAP, LARGE, percentile_interval
from warifu.measures.result import Interval, Result, left_out

DRAWS: Final = 4000
LEVEL: Final = 0.9


class Weight(NamedTuple):
    """One deal as a weight.

    Attributes:
        deal: Its identifier.
        key: Whose it is: partner, area, owner type …
        amount: Its sum in one currency; None: not known.
        kind: "flow" or "stock" where that is known; the two are never mixed.
    """

    deal: str
    key: str
    amount: float | None
    kind: str = ""


def herfindahl(amounts: Iterable[float]) -> float | None:
    """The sum of squared shares. None where nothing is there, or where a net flow is negative: give gross or stock."""
    values = sorted(amounts)
    total = math.fsum(values)
    if not values or values[0] < 0 or total <= 0:
        return None
    return math.fsum((value / total) ** 2 for value in values)


def normalised(h: float, n: int) -> float:
    """H on a scale from 0 (n equal parts) to 1; 1 where there is one part."""
    return 1.0 if n == 1 else (h - 1 / n) / (1 - 1 / n)


def hill(amounts: Iterable[float], order: float) -> float | None:
    """The effective number of parts of order q: 0 counts them, 1 is exp of entropy, 2 is 1/H, infinity is 1/largest."""
    values = [value for value in sorted(amounts) if value != 0]
    total = math.fsum(values)
    if not values or values[0] < 0 or total <= 0:
        return None
    shares = [value / total for value in values]
    if order == 1:
        return math.exp(-math.fsum(share * math.log(share) for share in shares))
    if math.isinf(order):
        return 1 / max(shares)
    return math.pow(math.fsum(share**order for share in shares), 1 / (1 - order))


def without(amounts: Mapping[str, float], partner: str) -> float | None:
    """H with one partner gone, shares recomputed as if the rest stayed the same. None: nobody else is there."""
    h = herfindahl(amounts.values())
    if h is None:
        return None
    share = amounts[partner] / math.fsum(sorted(amounts.values()))
    rest = 1 - share
    return None if rest <= 1e-12 else (h - share**2) / rest**2


def with_rest(named: Sequence[float], rest: float) -> Interval:
    """Bounds of H where `rest` is told only as a lump.

    Low: the rest is infinitely many. High: it comes in parts no larger than the smallest that is named.
    """
    total = math.fsum([*named, rest])
    if not named or min(named) <= 0 or rest < 0:
        return Interval(None, None, 1.0, "no bounds: a named part is missing, zero or negative")
    known = math.fsum(value**2 for value in sorted(named))
    smallest = min(named)
    whole = math.floor(rest / smallest + 1e-12)
    over = max(0.0, rest - whole * smallest)
    high = known + whole * smallest**2 + over**2
    return Interval(
        known / total**2, high / total**2, 1.0, "the rest as infinitely many, or as parts up to the smallest named"
    )


def from_counts(counts: Iterable[int]) -> float | None:
    """H without the bias of a small sample: the chance that two different draws are of one kind. None below two."""
    values = list(counts)
    n = sum(values)
    return None if n < 2 else sum(c * (c - 1) for c in values) / (n * (n - 1))


def trade_intensity(flow: float, exports: float, imports: float, world: float, own_imports: float) -> float | None:
    """(x_ij / X_i) / (M_j / (M_w - M_i)): how much more i sells to j than j's weight in the market open to i.

    The form common at WITS divides by x_wj / X_wt instead: store which was used. None where a denominator is zero.

    Args:
        flow: Exports from i to j.
        exports: All exports of i.
        imports: All imports of j.
        world: World imports.
        own_imports: Imports of i, which i cannot sell into.
    """
    if exports == 0 or imports == 0 or world == own_imports:
        return None
    return (flow / exports) / (imports / (world - own_imports))


@dataclass(frozen=True, slots=True, kw_only=True)
class Concentration(Result):
    """How concentrated the sums are. `n` is the number of priced deals.

    Attributes:
        h: The sum of squared shares over the keys; None: undefined, a warning says why.
        interval: Bootstrap over deals, 90 %.
        normalised: H on a scale from 0 to 1.
        effective: 1/H, the number of equal parts that the sums weigh like.
        numbers: Hill numbers of order 0, 1, 2 and infinity.
        shares: By key, largest first.
        top: The key with the largest share.
        without_top: H with that key gone.
        effective_deals: 1/H over the deals themselves.
        unpriced: Deals without an amount.
    """

    h: float | None
    interval: Interval | None
    normalised: float | None
    effective: float | None
    numbers: tuple[float | None, float | None, float | None, float | None]
    shares: tuple[tuple[str, float], ...]
    top: str | None
    without_top: float | None
    effective_deals: float | None
    unpriced: int


def concentration(weights: Iterable[Weight], seed: int = 0, draws: int = DRAWS, level: float = LEVEL) -> Concentration:
    """Concentration over the keys, with an interval from resampling deals (not money).

    For concentration over the deals themselves give each deal its own key: a deal drawn twice then counts as two.
    """
    rows = _ordered(weights)
    deals = _deals(rows)
    priced = [part for parts in deals for part in parts]
    every = len({row.deal for row in rows})
    missing = every - len(deals)
    warnings = [left_out(missing, every)] if missing else []
    sums = totals(priced)
    kinds = sorted({row.kind for row in rows if row.amount is not None})
    h = herfindahl(sums.values()) if len(kinds) < 2 else None
    each = herfindahl(math.fsum(amount for _, amount in parts) for parts in deals) if h is not None else None
    if len(kinds) > 1:
        warnings.append(
            f"{' and '.join(kind or 'unstated' for kind in kinds)} sums are mixed: give one kind at a time."
        )
    elif h is None:
        negative = any(amount < 0 for _, amount in priced)
        warnings.append(
            "A sum is negative (a net flow), so shares mean nothing: give gross flows or stocks."
            if negative
            else "No deal has an amount above zero, so there are no shares."
        )
    elif each is not None and 1 / each < 5:
        warnings.append(
            f"{len(deals)} priced deals weigh like {1 / each:.1f} equal ones: one deal more could change this."
        )
    total = math.fsum(sums.values())
    ranked = sorted(sums, key=lambda key: (-sums[key], key)) if h is not None else []
    by_deal = len(sums) == len(deals) == len(priced)
    used = list(sums.values()) if h is not None else []
    return Concentration(
        n=len(deals),
        method="sum of squared shares; interval by "
        + ("delta method" if len(deals) > LARGE else "bootstrap over deals"),
        assumption="the deals are draws from those that might have been made; without the top, the rest stay the same",
        seed=seed,
        warnings=tuple(warnings),
        h=h,
        interval=None if h is None or len(deals) < 2 else _interval(deals, by_deal, seed, draws, level),
        normalised=None if h is None else normalised(h, len(sums)),
        effective=None if h is None else 1 / h,
        numbers=(hill(used, 0), hill(used, 1), hill(used, 2), hill(used, math.inf)),
        shares=tuple((key, sums[key] / total) for key in ranked),
        top=ranked[0] if ranked else None,
        without_top=without(sums, ranked[0]) if ranked else None,
        effective_deals=None if each is None else 1 / each,
        unpriced=missing,
    )


def totals(priced: Iterable[tuple[str, float]]) -> dict[str, float]:
    """The sum for each key."""
    parts: dict[str, list[float]] = defaultdict(list)
    for key, amount in priced:
        parts[key].append(amount)
    return {key: math.fsum(values) for key, values in sorted(parts.items())}


Parts = Sequence[tuple[str, float]]
"""One deal: its sum by key; most deals have one key."""


def _deals(rows: Iterable[Weight]) -> list[Parts]:
    """The priced rows by deal, so that a deal is drawn with all its parts or not at all."""
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for deal, key, amount, _ in rows:
        if amount is not None:
            found[deal].append((key, amount))
    return list(found.values())


def _interval(deals: Sequence[Parts], by_deal: bool, seed: int, draws: int, level: float) -> Interval:
    if len(deals) > LARGE:
        return _delta(deals, by_deal, level)
    rng = random.Random(seed)
    found = []
    for _ in range(min(draws, max(400, BOOTSTRAP // len(deals)))):
        h = _drawn_h(rng.choices(deals, k=len(deals)), by_deal)
        if h is not None:
            found.append(h)
    return percentile_interval(found, level)


def _drawn_h(sample: Sequence[Parts], by_deal: bool) -> float | None:
    """H of a resample; over the deals themselves a deal drawn twice counts as two."""
    if by_deal:
        return _plain([parts[0][1] for parts in sample])
    sums: dict[str, float] = defaultdict(float)
    for parts in sample:
        for key, amount in parts:
            sums[key] += amount
    return _plain(list(sums.values()))


def _plain(values: Sequence[float]) -> float | None:
    total = sum(values)
    return None if total <= 0 else sum(value * value for value in values) / total**2


def _delta(deals: Sequence[Parts], by_deal: bool, level: float) -> Interval:
    """Normal limits from the influence of each deal on H."""
    priced = [part for parts in deals for part in parts]
    total = math.fsum(amount for _, amount in priced)
    sums = totals(priced)
    h = herfindahl(amount for _, amount in priced) if by_deal else herfindahl(sums.values())
    assert h is not None  # the caller has found it
    if by_deal:
        pull = [
            (amount / total) ** 2 - h / len(priced) - 2 * h * (amount / total - 1 / len(priced)) for _, amount in priced
        ]
    else:
        pull = [math.fsum(2 * amount / total * (sums[key] / total - h) for key, amount in parts) for parts in deals]
    half = NormalDist().inv_cdf(0.5 + level / 2) * math.sqrt(math.fsum(value**2 for value in pull))
    return Interval(max(0.0, h - half), min(1.0, h + half), level, "delta method")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Result):
    """Concentration before and after a day. `difference` is after minus before; None where either is undefined."""

    before: Concentration
    after: Concentration
    difference: float | None
    interval: Interval | None


def before_and_after(before: Iterable[Weight], after: Iterable[Weight], seed: int = 0, draws: int = DRAWS) -> Change:
    """Whether concentration differs between two sets of deals; each is resampled by itself."""
    first, second = _ordered(before), _ordered(after)
    old, new = concentration(first, seed, draws), concentration(second, seed, draws)
    difference = None if old.h is None or new.h is None else new.h - old.h
    interval = None
    if difference is not None and old.interval is not None and new.interval is not None:
        rng = random.Random(seed)
        interval = _difference(first, second, difference, rng, draws, (old.interval, new.interval))
    warnings = [f"before: {text}" for text in old.warnings] + [f"after: {text}" for text in new.warnings]
    if (
        interval is not None
        and interval.low is not None
        and interval.high is not None
        and interval.low <= 0 <= interval.high
    ):
        warnings.append("The interval of the change holds zero: the deals do not tell whether concentration changed.")
    return Change(
        n=old.n + new.n,
        method="difference of sums of squared shares, bootstrap over deals",
        assumption="the deals of each time are draws from those that might have been made",
        seed=seed,
        warnings=tuple(warnings),
        before=old,
        after=new,
        difference=difference,
        interval=interval,
    )


def _ordered(rows: Iterable[Weight]) -> list[Weight]:
    """In an order that is not that of arrival, where deals are drawn one by one; the sums of more are exact anyway."""
    found = list(rows)
    return sorted(found, key=_order) if len(found) <= LARGE else found


def _order(row: Weight) -> tuple[str, str, bool, float]:
    return (row.key, row.deal, row.amount is None, row.amount or 0.0)


def _difference(
    before: Sequence[Weight],
    after: Sequence[Weight],
    difference: float,
    rng: random.Random,
    draws: int,
    ends: tuple[Interval, Interval],
) -> Interval:
    sides = [_deals(rows) for rows in (before, after)]
    if max(len(side) for side in sides) > LARGE:
        halves = [(end.high - end.low) / 2 for end in ends if end.low is not None and end.high is not None]
        half = math.hypot(*halves)
        return Interval(difference - half, difference + half, LEVEL, "from the two intervals")
    found = []
    distinct = all(len({part[0] for parts in side for part in parts}) == sum(map(len, side)) for side in sides)
    for _ in range(min(draws, max(400, BOOTSTRAP // sum(len(side) for side in sides)))):
        pair = [_drawn_h(rng.choices(side, k=len(side)), distinct) for side in sides]
        if pair[0] is not None and pair[1] is not None:
            found.append(pair[1] - pair[0])
    return percentile_interval(found, LEVEL)
