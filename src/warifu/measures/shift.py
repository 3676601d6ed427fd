"""Shift of strategy: did the mix of deals change, did their size, did the kind of owner, and when.

Two mixes always differ a little, so the distance between them (Jensen-Shannon, in bits) is shown with what chance
alone would give, from moving deals between the periods, and as the excess over that. A split in size is always found,
so it is shown with the test that takes the search into account, how sure its place is, and a plain trend beside it:
anything that drifts yields a "change point".

Sources: Lin 1991 (JSD); Bai 1994 and the posterior over one split with reference priors; Jackson et al. 2005 (exact
segmentation); Cobb 1978 (the Nile). Scipy's function gives the square root of the distance used here.
Example: the flow of the Nile, 1871 to 1970, has its best split after the 28th year (1898), means 1097.75 and 849.97.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from warifu.measures.conversion import percentile_interval
from warifu.measures.result import Interval, Result, left_out

DRAWS: Final = 8000
SPLIT_DRAWS: Final = 4000
LEVEL: Final = 0.9
STEADY: Final = 20  # deals a period from which the bootstrap interval of the distance is not called unstable
FEWEST: Final = 12  # deals from which a split is tested
LARGE: Final = 2000  # from so many deals on, resampled totals are drawn from their normal limit
FEWER: Final = 2000  # draws for so many deals: each costs more, and chance gives them little room
BLOCKS: Final = 500  # a longer series is tested on the means of so many consecutive blocks
COUNT, AMOUNT = "count", "amount"


class Mixed(NamedTuple):
    """One deal as part of a mix: its category (area, owner type, instrument …) and its sum; None: not known."""

    deal: str
    category: str
    amount: float | None


def divergence(first: Mapping[str, float], second: Mapping[str, float]) -> float | None:
    """Jensen-Shannon divergence of two mixes, in bits: 0 the same, 1 nothing in common. None: one has no total."""
    a, b = math.fsum(sorted(first.values())), math.fsum(sorted(second.values()))
    if a <= 0 or b <= 0 or min(*first.values(), *second.values()) < 0:
        return None
    keys = sorted({*first, *second})
    return _jsd([first.get(key, 0.0) / a for key in keys], [second.get(key, 0.0) / b for key in keys])


def _jsd(p: Sequence[float], q: Sequence[float]) -> float:
    terms = []
    for x, y in zip(p, q, strict=True):
        middle = (x + y) / 2
        if x > 0:
            terms.append(x * math.log2(x / middle))
        if y > 0:
            terms.append(y * math.log2(y / middle))
    return min(1.0, max(0.0, math.fsum(terms) / 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class MixChange(Result):
    """How far two mixes lie apart. All figures None where the distance is undefined; a warning says why.

    Attributes:
        by: "count" or "amount".
        distance: Jensen-Shannon divergence in bits.
        by_chance: Its mean when deals are moved between the periods.
        excess: Distance less `by_chance`: about 0 where nothing changed.
        p: How often moving deals gives a distance as large.
        interval: Bootstrap, 90 %; biased upward and never reaching 0.
        before: Shares by category.
        after: Shares by category.
    """

    by: str
    distance: float | None
    by_chance: float | None
    excess: float | None
    p: float | None
    interval: Interval | None
    before: tuple[tuple[str, float], ...]
    after: tuple[tuple[str, float], ...]


def mix_change(
    before: Iterable[Mixed], after: Iterable[Mixed], by: str, seed: int = 0, draws: int = DRAWS
) -> MixChange:
    """The change of mix between two periods; always give it by count and by amount, for they may disagree."""
    periods = [list(rows) for rows in (before, after)]
    if sum(map(len, periods)) <= LARGE:  # deals are drawn one by one, so their order must not be that of arrival
        periods = [sorted(rows, key=lambda row: (row.category, row.deal, row.amount or 0.0)) for rows in periods]
    told = [[row for row in rows if by == COUNT or row.amount is not None] for rows in periods]
    missing = sum(map(len, periods)) - sum(map(len, told))
    warnings = [left_out(missing)] if missing else []
    masses = [[(row.category, 1.0 if by == COUNT else row.amount or 0.0) for row in rows] for rows in told]
    sums = [_totals(mass) for mass in masses]
    categories = sorted({*sums[0], *sums[1]})
    distance = None
    if not all(masses):
        warnings.append("A period has no deal that can be used, so there is no distance.")
    elif len(categories) < 2:
        warnings.append("There is one category only, so there is no distance.")
    else:
        distance = divergence(*sums)
        if distance is None:
            warnings.append("A period adds up to nothing, or a sum is negative, so there is no distance.")
    chance, p, interval = None, None, None
    if distance is not None:
        rng = random.Random(seed)
        if sum(map(len, masses)) > LARGE:
            draws = min(draws, FEWER)
        null = _by_moving(masses, categories, rng, draws)
        chance = math.fsum(null) / len(null)
        p = (sum(1 for value in null if value >= distance - 1e-12) + 1) / (len(null) + 1)
        interval = percentile_interval(_by_resampling(masses, categories, rng, draws // 2), LEVEL)
        if min(map(len, masses)) < STEADY:
            warnings.append(f"The interval is unstable below {STEADY} deals a period, and it cannot reach 0.")
    return MixChange(
        n=sum(map(len, masses)),
        method=f"Jensen-Shannon divergence by {by}, deals permuted between periods",
        assumption="were there no change, any deal could have come in either period",
        seed=seed,
        warnings=tuple(warnings),
        by=by,
        distance=distance,
        by_chance=chance,
        excess=None if distance is None or chance is None else distance - chance,
        p=p,
        interval=interval,
        before=_shares(sums[0]),
        after=_shares(sums[1]),
    )


def _totals(mass: Iterable[tuple[str, float]]) -> dict[str, float]:
    parts: dict[str, list[float]] = {}
    for key, value in mass:
        parts.setdefault(key, []).append(value)
    return {key: math.fsum(values) for key, values in sorted(parts.items())}


def _shares(sums: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    total = math.fsum(sums.values())
    return tuple((key, value / total) for key, value in sums.items()) if total > 0 else ()


Masses = Sequence[Sequence[tuple[str, float]]]


def _by_moving(
    masses: Masses, categories: Sequence[str], rng: random.Random, draws: int, large: int = LARGE
) -> list[float]:
    """Distances with the deals dealt out anew between the periods."""
    pool = [*masses[0], *masses[1]]
    number = {category: index for index, category in enumerate(categories)}
    size, first = len(pool), len(masses[0])
    whole, squares = _moments(pool, number)
    if size > large:  # a random part of so many deals has normal totals
        spread = math.sqrt(first * (size - first) / size / (size - 1))
        shape = _Shape.of(whole, squares, size)
        found = []
        for _ in range(draws):
            noise = shape.noise(rng, spread)
            part = [max(0.0, t * first / size + e) for t, e in zip(whole, noise, strict=True)]
            found.append(_distance(part, [max(0.0, t - x) for t, x in zip(whole, part, strict=True)]))
        return found
    indexed = [(number[category], value) for category, value in pool]
    found = []
    for _ in range(draws):
        part = [0.0] * len(categories)
        for index, value in rng.sample(indexed, first):
            part[index] += value
        found.append(_distance(part, [max(0.0, t - x) for t, x in zip(whole, part, strict=True)]))
    return found


def _by_resampling(masses: Masses, categories: Sequence[str], rng: random.Random, draws: int) -> list[float]:
    """Distances with each period's deals drawn again with replacement."""
    number = {category: index for index, category in enumerate(categories)}
    drawing = [
        (_from_the_limit if len(mass) > LARGE else _one_by_one)(
            [(number[key], value) for key, value in mass], len(number)
        )
        for mass in masses
    ]
    found = []
    for _ in range(draws):
        pair = [draw(rng) for draw in drawing]
        if sum(pair[0]) > 0 and sum(pair[1]) > 0:
            found.append(_distance(*pair))
    return found


Rows = Sequence[tuple[int, float]]
"""Deals, each as the number of its category and its weight."""


def _from_the_limit(rows: Rows, size: int) -> Callable[[random.Random], list[float]]:
    """Resampled totals by category, from their normal limit."""
    whole, squares = _sums(rows, size)
    shape = _Shape.of(whole, squares, len(rows))
    return lambda rng: [max(0.0, t + e) for t, e in zip(whole, shape.noise(rng, 1.0), strict=True)]


def _one_by_one(rows: Rows, size: int) -> Callable[[random.Random], list[float]]:
    """Resampled totals by category: the very deals that `random.choices` draws, taken and added all at once."""
    import numpy as np

    kinds, weights = np.array([kind for kind, _ in rows]), np.array([weight for _, weight in rows], dtype=float)

    def draw(rng: random.Random) -> list[float]:
        words = np.frombuffer(rng.randbytes(8 * len(rows)), dtype="<u4").reshape(-1, 2).astype(np.int64)
        part = ((words[:, 0] >> 5) * 67108864.0 + (words[:, 1] >> 6)) * (1.0 / 9007199254740992.0)  # as in random()
        taken = np.floor(part * float(len(rows))).astype(np.int64)
        totals: list[float] = np.bincount(kinds[taken], weights=weights[taken], minlength=size).tolist()
        return totals

    return draw


def _moments(mass: Iterable[tuple[str, float]], number: Mapping[str, int]) -> tuple[list[float], list[float]]:
    """The sums of values and of their squares by category, exact whatever the order."""
    return _sums(((number[category], value) for category, value in mass), len(number))


def _sums(rows: Iterable[tuple[int, float]], size: int) -> tuple[list[float], list[float]]:
    parts: list[list[float]] = [[] for _ in range(size)]
    for kind, value in rows:
        parts[kind].append(value)
    return [math.fsum(values) for values in parts], [math.fsum(value * value for value in values) for values in parts]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What normal noise with covariance diag(squares) - whole whole' / size is made of; drawn from many times."""

    roots: list[float]
    lean: list[float]
    length: float
    gain: float

    @classmethod
    def of(cls, whole: Sequence[float], squares: Sequence[float], size: int) -> _Shape:
        roots = [math.sqrt(value) for value in squares]
        lean = [t / math.sqrt(size) / root if root else 0.0 for t, root in zip(whole, roots, strict=True)]
        length = sum(value * value for value in lean)
        return cls(roots, lean, length, 1 - math.sqrt(max(0.0, 1 - length)))

    def noise(self, rng: random.Random, spread: float) -> list[float]:
        """One draw, `spread` times as wide."""
        noise = [rng.gauss(0, 1) for _ in self.roots]
        along = sum(x * y for x, y in zip(noise, self.lean, strict=True))
        pull = self.gain * along / self.length if self.length else 0.0
        return [spread * root * (x - pull * y) for root, x, y in zip(self.roots, noise, self.lean, strict=True)]


def _distance(first: Sequence[float], second: Sequence[float]) -> float:
    a, b = sum(first), sum(second)
    return 0.0 if a <= 0 or b <= 0 else _jsd([x / a for x in first], [y / b for y in second])


# --- size ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Split:
    """The best cut of a series in two: after the first `after` values."""

    after: int
    mean_before: float
    mean_after: float
    residual: float


def best_split(values: Sequence[float]) -> Split | None:
    """The cut that leaves the least sum of squares. None: fewer than two values."""
    residuals = _residuals(values)
    if not residuals:
        return None
    k = min(range(1, len(values)), key=lambda cut: (residuals[cut - 1], cut))
    return Split(k, math.fsum(values[:k]) / k, math.fsum(values[k:]) / (len(values) - k), residuals[k - 1])


def _residuals(values: Sequence[float]) -> list[float]:
    """The residual sum of squares for a cut after 1, 2, … n - 1 values."""
    n = len(values)
    middle = math.fsum(values) / n if n else 0.0
    total = math.fsum((value - middle) ** 2 for value in values)
    found, running = [], 0.0
    for k, value in enumerate(values[:-1], start=1):
        running += value - middle
        found.append(max(0.0, total - running * running * n / (k * (n - k))))
    return found


def split_posterior(values: Sequence[float]) -> tuple[float, ...]:
    """How likely each cut is, given that there is one: p(k) in proportion to (k(n-k))^-1/2 RSS_k^-(n-2)/2."""
    n = len(values)
    residuals = _residuals(values)
    if n < 3 or max(residuals) == 0:
        return ()
    floor = max(residuals) * 1e-15  # a cut that leaves nothing over is as good as certain
    logs = [
        -0.5 * math.log(k * (n - k)) - (n - 2) / 2 * math.log(max(residual, floor))
        for k, residual in enumerate(residuals, start=1)
    ]
    top = max(logs)
    weights = [math.exp(value - top) for value in logs]
    total = math.fsum(weights)
    return tuple(weight / total for weight in weights)


def likely_set(posterior: Sequence[float], level: float = LEVEL) -> tuple[int, ...]:
    """The cuts that together are likely to `level`, likeliest first taken, in order."""
    taken: list[int] = []
    held = 0.0
    for k in sorted(range(1, len(posterior) + 1), key=lambda cut: (-posterior[cut - 1], cut)):
        if held >= level:
            break
        taken.append(k)
        held += posterior[k - 1]
    return tuple(sorted(taken))


def segments(values: Sequence[float], penalty: float) -> tuple[int, ...]:
    """All cuts of the exact best segmentation into means, each cut costing `penalty`; pruned as in PELT."""
    n = len(values)
    sums, squares = [0.0], [0.0]
    middle = math.fsum(values) / n if n else 0.0
    for value in values:
        sums.append(sums[-1] + value - middle)
        squares.append(squares[-1] + (value - middle) ** 2)

    def cost(start: int, end: int) -> float:
        return squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / (end - start)

    best, last = [-penalty], [0] * (n + 1)
    open_starts = [0]
    for end in range(1, n + 1):
        tried = [(best[start] + cost(start, end), start) for start in open_starts]
        least, last[end] = min(tried)
        best.append(least + penalty)
        open_starts = [start for value, start in tried if value <= best[end] + 1e-9] + [end]
    cuts, end = [], n
    while last[end]:
        end = last[end]
        cuts.append(end)
    return tuple(reversed(cuts))


def noise_variance(values: Sequence[float]) -> float | None:
    """The variance within segments, from differences of neighbours, which a few jumps hardly touch."""
    steps = [later - earlier for earlier, later in pairwise(values)]
    if len(steps) < 2:
        return None
    mean = math.fsum(steps) / len(steps)
    return math.fsum((step - mean) ** 2 for step in steps) / (len(steps) - 1) / 2


class Sized(NamedTuple):
    """One deal with its place in time (any number that grows: days, years) and its sum; None: not known."""

    deal: str
    time: float
    amount: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeChange(Result):
    """A change in the logarithm of deal size. Figures None where there are too few deals: then look at the plot.

    Attributes:
        series: Time and natural logarithm of the amount, in order of time.
        split: The best cut; means are of logarithms.
        first_after: The first deal after the cut.
        p: Permuting deals, the search for the cut inside the permutation.
        posterior: How likely each cut is, given that there is one.
        likely: The cuts that hold 90 %.
        cuts: Several cuts by exact segmentation, for a penalty of 2 and of 3 sigma^2 ln n.
        slope: Of a straight line through the logarithms, a unit of time.
        residual_of_slope: Its sum of squares, beside `split.residual`: if as small, a drift explains as much.
        unpriced: Deals without an amount or with none above zero.
    """

    series: tuple[tuple[float, float], ...]
    split: Split | None
    first_after: str | None
    p: float | None
    posterior: tuple[float, ...]
    likely: tuple[int, ...]
    cuts: Mapping[int, tuple[int, ...]]
    slope: float | None
    residual_of_slope: float | None
    unpriced: int


def size_change(deals: Iterable[Sized], seed: int = 0, draws: int = SPLIT_DRAWS) -> SizeChange:
    """Whether deals became larger or smaller, when, and whether a drift would say as much."""
    rows = sorted(deals, key=lambda row: (row.time, row.deal))
    priced = [row for row in rows if row.amount is not None and row.amount > 0]
    missing = len(rows) - len(priced)
    warnings = [left_out(missing, len(rows))] if missing else []
    logs = [math.log(row.amount) for row in priced if row.amount is not None]
    times = [row.time for row in priced]
    split, p, slope, residual = None, None, None, None
    posterior: tuple[float, ...] = ()
    likely: tuple[int, ...] = ()
    cuts: dict[int, tuple[int, ...]] = {}
    if len(logs) < FEWEST:
        warnings.append(f"{len(logs)} priced deals: below {FEWEST} there is only the plot.")
    else:
        split = best_split(logs)
        tested = _blocks(logs)
        p = _split_p(tested, seed, draws)
        if len(tested) < len(logs):
            warnings.append(f"The test, the likely places and the cuts use the means of {len(tested)} blocks of deals.")
        posterior = split_posterior(tested)
        likely = likely_set(posterior)
        noise = noise_variance(tested)
        if noise:
            cuts = {factor: segments(tested, factor * noise * math.log(len(tested))) for factor in (2, 3)}
        slope, residual = _line(times, logs)
        if split is not None and residual is not None and residual <= split.residual:
            warnings.append("A straight drift fits as well as the split: do not call it a change of course.")
    return SizeChange(
        n=len(priced),
        method="least-squares split of log size, deals permuted over time; posterior over the split",
        assumption="one change at most, equal spread on both sides; were there none, any order is as likely",
        seed=seed,
        warnings=tuple(warnings),
        series=tuple(zip(times, logs, strict=True)),
        split=split,
        first_after=None if split is None else priced[split.after].deal,
        p=p,
        posterior=posterior,
        likely=likely,
        cuts=cuts,
        slope=slope,
        residual_of_slope=residual,
        unpriced=missing,
    )


def _blocks(values: Sequence[float]) -> list[float]:
    if len(values) <= LARGE:
        return list(values)
    size = len(values) // BLOCKS
    return [math.fsum(values[i * size : (i + 1) * size]) / size for i in range(BLOCKS)]


def _split_p(values: Sequence[float], seed: int, draws: int) -> float:
    rng = random.Random(seed)
    least = min(_residuals(values))
    order, hits = list(values), 0
    draws = min(draws, max(400, 2_000_000 // len(values)))
    for _ in range(draws):
        rng.shuffle(order)
        hits += min(_residuals(order)) <= least * (1 + 1e-12)
    return (hits + 1) / (draws + 1)


def _line(times: Sequence[float], values: Sequence[float]) -> tuple[float | None, float | None]:
    n = len(times)
    mid_time, middle = math.fsum(times) / n, math.fsum(values) / n
    spread = math.fsum((time - mid_time) ** 2 for time in times)
    if spread == 0:
        return None, None
    slope = math.fsum((t - mid_time) * (v - middle) for t, v in zip(times, values, strict=True)) / spread
    residual = math.fsum((v - middle - slope * (t - mid_time)) ** 2 for t, v in zip(times, values, strict=True))
    return slope, residual


# --- kind of owner -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class KindChange(Result):
    """The cut over the order of deals at which the mix of kinds differs most. Figures None below twelve deals.

    Attributes:
        after: How many deals lie before the cut.
        first_after: The first deal after it.
        distance: The largest Jensen-Shannon divergence.
        p: Permuting deals, the search inside the permutation.
        before: Shares by kind before the cut.
        behind: Shares by kind after it.
    """

    after: int | None
    first_after: str | None
    distance: float | None
    p: float | None
    before: tuple[tuple[str, float], ...]
    behind: tuple[tuple[str, float], ...]


def kind_change(deals: Iterable[tuple[float, str, str]], seed: int = 0, draws: int = SPLIT_DRAWS) -> KindChange:
    """Whether the kinds (private firm, state company, public bank …) changed over time, searching for the cut.

    Args:
        deals: Time, deal and kind.
        seed: Of the permutations.
        draws: Permutations; fewer for long series. Above 2,000 deals only 500 places are tried, and the shuffles are
            drawn from their normal limit.
    """
    rows = sorted(deals)
    kinds = [kind for _, _, kind in rows]
    names = sorted(set(kinds))
    warnings: list[str] = []
    best: tuple[float, int] | None = None
    p = None
    if len(rows) < FEWEST:
        warnings.append(f"{len(rows)} deals: below {FEWEST} there is only the plot.")
    elif len(names) < 2:
        warnings.append("All deals are of one kind, so nothing can have changed.")
    else:
        number = {name: index for index, name in enumerate(names)}
        order = [number[kind] for kind in kinds]
        stride = max(1, len(rows) // BLOCKS) if len(rows) > LARGE else 1
        best = _largest(order, len(names), stride)
        rng = random.Random(seed)
        draws = min(draws, max(199, 2_000_000 // len(rows)))
        if len(rows) > LARGE:  # shuffled blocks of so many deals have normal counts
            found = [_largest_bridged(order, len(names), stride, rng) for _ in range(draws)]
        else:
            found = []
            for _ in range(draws):
                rng.shuffle(order)
                found.append(_largest(order, len(names), stride)[0])
        hits = sum(1 for value in found if value >= best[0] - 1e-12)
        p = (hits + 1) / (draws + 1)
    cut = None if best is None else best[1]
    return KindChange(
        n=len(rows),
        method="largest Jensen-Shannon divergence over all cuts, deals permuted over time",
        assumption="were there no change, any order of the deals is as likely; a drift gives a cut too",
        seed=seed,
        warnings=tuple(warnings),
        after=cut,
        first_after=None if cut is None else rows[cut][1],
        distance=None if best is None else best[0],
        p=p,
        before=() if cut is None else _shares(dict(sorted((k, float(v)) for k, v in Counter(kinds[:cut]).items()))),
        behind=() if cut is None else _shares(dict(sorted((k, float(v)) for k, v in Counter(kinds[cut:]).items()))),
    )


def _largest(order: Sequence[int], size: int, stride: int) -> tuple[float, int]:
    """The largest distance over the cuts that leave three deals or more on either side, and the first such cut."""
    after = [0.0] * size
    for kind in order:
        after[kind] += 1
    before = [0.0] * size
    best = (-1.0, 1)
    n = len(order)
    for cut, kind in enumerate(order[:-1], start=1):
        before[kind] += 1
        after[kind] -= 1
        if cut % stride == 0 and min(cut, n - cut) >= min(3, n // 2):
            found = _distance(before, after)
            if found > best[0] + 1e-12:
                best = (found, cut)
    return best


def _largest_bridged(order: Sequence[int], size: int, stride: int, rng: random.Random) -> float:
    """The largest distance of one shuffle, its counts at each stride drawn from their normal limit.

    Counts in blocks of a shuffle are independent but for their total, which is known: independent normal blocks, each
    less its part of the surplus.
    """
    n = len(order)
    whole = [0.0] * size
    for kind in order:
        whole[kind] += 1
    part = [count * stride / n for count in whole]
    blocks = n // stride
    shape = _Shape.of(part, part, stride)
    noise = [shape.noise(rng, 1.0) for _ in range(blocks)]
    surplus = [math.fsum(column) / blocks for column in zip(*noise, strict=True)]
    before = [0.0] * size
    best = 0.0
    for place, one in enumerate(noise[:-1], start=1):
        before = [held + mean + step - over for held, mean, step, over in zip(before, part, one, surplus, strict=True)]
        if min(place, blocks - place) * stride >= 3:
            first = [max(0.0, count) for count in before]
            rest = [max(0.0, total - count) for total, count in zip(whole, first, strict=True)]
            best = max(best, _distance(first, rest))
    return best
