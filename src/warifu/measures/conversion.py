"""Conversion: what share of the papers came to bind, to be paid, to be delivered, and how soon.

Deals end in two ways: they are delivered, or they are dropped (cancelled, lapsed). A curve that treats a dropped deal
as one that may still come overstates; so the shares of all states are estimated together (Aalen and Johansen 1978), by
the product of (I + dA(t)) over the exact times at which something happened. Ties need no jitter: deals dated to the
month tie all the time, and the matrix takes them as they are.

Sources: Aalen and Johansen 1978; Greenwood 1926 (variance); Kalbfleisch and Prentice (log-log limits); Wilson 1927.
Example: of eight memoranda 3 were dropped, 2 delivered, 1 bound and 2 stayed as they were: `state_shares` gives
.375, .25, .125 and .25, whatever the order in which they were heard of.
"""

from __future__ import annotations

import math
import random
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import NormalDist
from typing import Final, NamedTuple

from warifu.measures.result import Interval, Result, count_of, left_out

MEMORANDUM: Final = "memorandum"
BINDING: Final = "binding"
PAID: Final = "paid"
DELIVERED: Final = "delivered"
CANCELLED: Final = "cancelled"
LAPSED: Final = "lapsed"

STAGES: Final = (MEMORANDUM, BINDING, PAID, DELIVERED)
DROPPED: Final = (CANCELLED, LAPSED)
GONE: Final = "dropped"  # whichever way a deal ended before it came so far
STATES: Final = (*STAGES, *DROPPED)
ENDS: Final = frozenset({DELIVERED, *DROPPED})

YEAR: Final = 365.25  # days
SILENT_MONTHS: Final = 24
LARGE: Final = 1000  # from so many deals on, intervals are by the delta method; it agrees with the bootstrap there
BOOTSTRAP: Final = 2_000_000  # draws times deals at most: about a second
THIN: Final = 5  # fewer at risk than this: the curve is drawn grey


class Silence(StrEnum):
    """What is supposed of a deal that has not been heard of for two years."""

    CENSORED = "left out once last seen"
    DROPPED = "taken as dropped when last seen"
    OPEN = "taken as still open"


@dataclass(frozen=True, slots=True)
class Path:
    """The stages of one deal, each with its day.

    Attributes:
        deal: The deal's identifier.
        entries: Day and stage (one of `STATES`); any order. Of several on one day the furthest counts, and a further
            paper at an earlier stage undoes nothing. A deal revived after its end is a path of its own.
        last_seen: The last day on which any source spoke of the deal.
        origin: The day its first stage was reached, where that is known though the deal was heard of only later: the
            deal is then counted from the day it was first heard of (left truncation), at its true age.
    """

    deal: str
    entries: tuple[tuple[date, str], ...]
    last_seen: date
    origin: date | None = None


class Spell(NamedTuple):
    """A stay in one state over the time (entered, left]; `then` is the next state, None when the watching ended."""

    entered: float
    left: float
    state: str
    then: str | None


@dataclass(frozen=True, slots=True)
class Point:
    """The shares of the states right after a time at which something happened.

    Attributes:
        time: In the unit of the spells.
        shares: By state; they add up to 1.
        errors: The standard error of each share.
        at_risk: How many were being watched in each state just before.
    """

    time: float
    shares: Mapping[str, float]
    errors: Mapping[str, float]
    at_risk: Mapping[str, int]

    @property
    def thin(self) -> bool:
        """Whether fewer than five were at risk: draw the curve grey from here on."""
        return sum(self.at_risk.values()) < THIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve(Result):
    """State shares over time. `n` counts the spells in the starting states that were watched for any time."""

    states: tuple[str, ...]
    points: tuple[Point, ...]

    def at(self, time: float) -> Point:
        """The point in force at `time`."""
        return self.points[max(0, bisect_right(self.points, time, key=lambda point: point.time) - 1)]

    def share(self, states: Iterable[str], time: float) -> float:
        point = self.at(time)
        return math.fsum(point.shares[state] for state in states)

    def median(self, states: Sequence[str]) -> float | None:
        """The first time at which half or more are in one of `states`; None: not reached."""
        for point in self.points:
            if math.fsum(point.shares[state] for state in states) >= 0.5 - 1e-12:
                return point.time
        return None

    def interval(self, state: str, time: float, level: float = 0.95) -> Interval:
        """Log-log limits of one share; Wilson's where the share is 0 or 1 and the variance says nothing."""
        point = self.at(time)
        return limits(point.shares[state], point.errors[state], self.n, level)


def aalen_johansen(spells: Iterable[Spell], start: Mapping[str, float], states: Sequence[str] = STATES) -> Curve:
    """The share in each state over time, and its standard error.

    The risk set at t holds the spells with entered < t <= left. Variance by the Greenwood recursion for matrices:
    V(t) = (I + dA)' V(t-) (I + dA) + sum over h of p_h(t-)^2 cov(dA_h), with multinomial cov. With one cause of
    leaving it is Greenwood's variance, and with no censoring the binomial one.

    Args:
        spells: Stays in states; their order does not matter.
        start: The shares of the states at time 0; they add up to 1.
        states: All states, in the order to show them.
    """
    stays = list(spells)
    index = {state: number for number, state in enumerate(states)}
    entered: dict[int, list[float]] = defaultdict(list)
    left: dict[int, list[float]] = defaultdict(list)
    moves: dict[float, dict[tuple[int, int], int]] = defaultdict(lambda: defaultdict(int))
    for stay in stays:
        if stay.left <= stay.entered:
            continue
        state = index[stay.state]
        entered[state].append(stay.entered)
        left[state].append(stay.left)
        if stay.then is not None:
            moves[stay.left][state, index[stay.then]] += 1
    for times in (*entered.values(), *left.values()):
        times.sort()

    size = len(states)
    share = [start.get(state, 0.0) for state in states]
    cov = [[0.0] * size for _ in range(size)]

    def watched(time: float) -> list[int]:
        return [bisect_left(entered[s], time) - bisect_left(left[s], time) if s in entered else 0 for s in range(size)]

    def point(time: float, risk: list[int]) -> Point:
        return Point(
            time,
            dict(zip(states, share, strict=True)),
            {state: math.sqrt(max(0.0, cov[number][number])) for number, state in enumerate(states)},
            dict(zip(states, risk, strict=True)),
        )

    points = [point(0.0, [sum(1 for t in entered[s] if t <= 0) if s in entered else 0 for s in range(size)])]
    for time in sorted(moves):
        risk = watched(time)
        _step(share, cov, moves[time], risk)
        points.append(point(time, risk))
    return Curve(
        n=sum(1 for stay in stays if stay.state in start and stay.left > stay.entered),
        method="Aalen-Johansen",
        assumption="those no longer watched would have gone on like those still watched",
        states=tuple(states),
        points=tuple(points),
    )


def _step(
    share: list[float], cov: list[list[float]], moved: Mapping[tuple[int, int], int], risk: Sequence[int]
) -> None:
    """Apply (I + dA) at one time to the shares and to their covariance, in place."""
    size = len(share)
    rows: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (origin, target), count in sorted(moved.items()):
        rows[origin].append((target, count / risk[origin]))
    for matrix_row in cov:  # cov (I + dA)
        _push(matrix_row, rows)
    for column in range(size):  # (I + dA)' cov
        values = [cov[row][column] for row in range(size)]
        _push(values, rows)
        for row in range(size):
            cov[row][column] = values[row]
    for origin, targets in rows.items():  # + p^2 cov(dA of this row), multinomial
        chances = [*targets, (origin, 1.0 - math.fsum(chance for _, chance in targets))]
        scale = share[origin] ** 2 / risk[origin]
        for first, p in chances:
            cov[first][first] += scale * p
            for second, q in chances:
                cov[first][second] -= scale * p * q
    _push(share, rows)


def _push(vector: list[float], rows: Mapping[int, Sequence[tuple[int, float]]]) -> None:
    before = {origin: vector[origin] for origin in rows}
    for origin, targets in rows.items():
        for target, chance in targets:
            vector[target] += before[origin] * chance
            vector[origin] -= before[origin] * chance


def limits(share: float, error: float, n: int, level: float = 0.95, scale: str = "log-log") -> Interval:
    """Limits of an estimated share.

    Args:
        share: The estimate, in [0, 1].
        error: Its standard error.
        n: On how many it rests; used by Wilson's limits where the share is 0 or 1.
        level: Coverage.
        scale: "log-log", or "log" (what R's survfit gives unless told otherwise).
    """
    if not 0 < share < 1 or error == 0:
        return wilson(round(share * n), n, level)
    z = NormalDist().inv_cdf(0.5 + level / 2)
    if scale == "log":
        width = z * error / share
        return Interval(share * math.exp(-width), min(1.0, share * math.exp(width)), level, "Greenwood, log")
    width = z * error / (share * abs(math.log(share)))
    return Interval(share ** math.exp(width), share ** math.exp(-width), level, "Greenwood, log-log")


def wilson(hits: int, n: int, level: float = 0.95) -> Interval:
    """Wilson's interval of a share: `hits` of `n`. Nothing is known of 0 of 0."""
    if n == 0:
        return Interval(None, None, level, "Wilson")
    z = NormalDist().inv_cdf(0.5 + level / 2)
    share, spread = hits / n, z * z / n
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * math.sqrt(share * (1 - share) / n + spread / (4 * n))
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == n else min(1.0, middle + half)
    return Interval(low, high, level, "Wilson")


@dataclass(frozen=True, slots=True)
class Survivor:
    """The survivor curve right after one event time."""

    time: float
    share: float
    error: float
    at_risk: int


def kaplan_meier(times: Sequence[tuple[float, bool]]) -> tuple[Survivor, ...]:
    """The share not yet ended, where there is one way of ending: the one-cause case of `aalen_johansen`.

    Args:
        times: For each case how long it was watched, and whether it then ended (False: still running).
    """
    curve = aalen_johansen(
        (Spell(0.0, time, "open", "ended" if ended else None) for time, ended in times),
        {"open": 1.0},
        ("open", "ended"),
    )
    return tuple(Survivor(p.time, p.shares["open"], p.errors["open"], p.at_risk["open"]) for p in curve.points[1:])


def restricted_mean(curve: Sequence[Survivor], until: float) -> float:
    """The mean time open within `until`: the area under the survivor curve up to there."""
    steps = [(0.0, 1.0), *((point.time, point.share) for point in curve if point.time < until)]
    ends = [time for time, _ in steps[1:]] + [until]
    return math.fsum(share * (end - time) for (time, share), end in zip(steps, ends, strict=True))


def incidence(cases: Sequence[tuple[float, int]]) -> Curve:
    """The share that has ended by each cause; states are "open" and the causes.

    Args:
        cases: How long each was watched and the cause of its end, a number from 1; 0: still running.
    """
    causes = sorted({cause for _, cause in cases if cause})
    states = ("open", *(str(cause) for cause in causes))
    return aalen_johansen(
        (Spell(0.0, time, "open", str(cause) if cause else None) for time, cause in cases), {"open": 1.0}, states
    )


# --- deals ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion(Result):
    """Three curves, one for each thing that silence may mean. The band between them is the honest answer.

    Attributes:
        start: The stage the clock starts at.
        curves: State shares by treatment of silent deals; time in days since the start.
        reached: For each treatment and each later stage, the share that ever reached it or went beyond.
        silent: Deals not heard of for 24 months and not ended.
        direct: Deals that began at a later stage (a contract with no memorandum): not part of the curves.
    """

    start: str
    curves: Mapping[Silence, Curve]
    reached: Mapping[tuple[Silence, str], Curve]
    silent: tuple[str, ...]
    direct: tuple[str, ...]

    def band(self, stage: str, years: float, level: float = 0.95) -> tuple[float, float, Interval]:
        """Lowest and highest share to have reached `stage` within `years`, and the hull of the three intervals."""
        found = [self.reached[silence, stage] for silence in Silence]
        shares = [curve.share([stage], years * YEAR) for curve in found]
        ends = [curve.interval(stage, years * YEAR, level) for curve in found]
        lows = [end.low for end in ends if end.low is not None]
        highs = [end.high for end in ends if end.high is not None]
        hull = Interval(min(lows, default=None), max(highs, default=None), level, "hull over three readings of silence")
        return min(shares), max(shares), hull


def state_shares(paths: Iterable[Path], as_of: date, start: str = MEMORANDUM) -> Conversion:
    """How the deals that began at `start` fared, as known on `as_of`.

    Whoever is not silent is watched until last seen; under "still open" every deal not ended is watched until `as_of`.
    A deal dropped when last seen is dropped on the day after, so that one never heard of again still counts as dropped.

    Args:
        paths: One for each deal; their order does not matter. Entries after `as_of` are not seen.
        as_of: The reader's day.
        start: The stage at which the clock starts.
    """
    known = sorted((path for path in (_seen(p, as_of) for p in paths) if path.entries), key=lambda path: path.deal)
    begun = [path for path in known if path.origin is not None or path.entries[0][1] == start]
    direct = tuple(path.deal for path in known if path.origin is None and path.entries[0][1] != start)
    silent = tuple(path.deal for path in begun if _is_silent(path, as_of))
    hushed = frozenset(silent)

    warnings = []
    if silent:
        have = "has" if len(silent) == 1 else "have"
        whole = count_of(len(begun), "deal")
        warnings.append(f"{len(silent)} of {whole} {have} not been heard of for {SILENT_MONTHS} months.")
    unfollowed = sum(1 for path in begun if path.entries[-1][1] not in ENDS and path.last_seen <= _began(path))
    if unfollowed:
        one = "deal was never heard of after its first day and carries no follow-up."
        many = "deals were never heard of after their first day and carry no follow-up."
        warnings.append(count_of(unfollowed, one, many))
    if direct:
        are = "is" if len(direct) == 1 else "are"
        warnings.append(
            f"{count_of(len(direct), 'deal')} began at another stage than {start} and {are} not in the curves."
        )
    if begun and len(begun) < THIN:
        warnings.append(f"Only {len(begun)} deals: the curve cannot tell much.")

    curves: dict[Silence, Curve] = {}
    reached: dict[tuple[Silence, str], Curve] = {}
    later = STAGES[STAGES.index(start) + 1 :]
    arrived = {
        stage: [_first_passage(path, start, stage, frozenset(STAGES[STAGES.index(stage) :])) for path in begun]
        for stage in later
    }
    for silence in Silence:
        followed = [(path, *_followed(path, as_of, silence, path.deal in hushed)) for path in begun]
        curves[silence] = aalen_johansen(
            (spell for path, days, end in followed for spell in _spells(path, days, end)), {start: 1.0}
        )
        for stage in later:
            spells = [
                _watched(path, days, end, start) if came is None else came
                for came, (path, days, end) in zip(arrived[stage], followed, strict=True)
            ]
            reached[silence, stage] = aalen_johansen(spells, {start: 1.0}, (start, stage, GONE))
    return Conversion(
        n=len(begun),
        method="Aalen-Johansen, cancellation as a competing end",
        assumption="deals no longer watched would have gone on like those still watched; three readings of silence",
        warnings=tuple(warnings),
        start=start,
        curves=curves,
        reached=reached,
        silent=silent,
        direct=direct,
    )


def _seen(path: Path, as_of: date) -> Path:
    """The path in order, as known on `as_of`: one entry a day, nothing after its end."""
    by_day: dict[date, str] = {}
    for day, stage in sorted(path.entries, key=lambda entry: (entry[0], STATES.index(entry[1]))):
        if day <= as_of:
            by_day[day] = stage
    entries: list[tuple[date, str]] = []
    for day, stage in by_day.items():
        if entries and (entries[-1][1] in ENDS or STATES.index(stage) <= STATES.index(entries[-1][1])):
            continue
        entries.append((day, stage))
    last = max([min(path.last_seen, as_of), *(day for day, _ in entries)])
    return Path(path.deal, tuple(entries), last, path.origin)


def _began(path: Path) -> date:
    return path.entries[0][0] if path.origin is None else path.origin


def _is_silent(path: Path, as_of: date) -> bool:
    return path.entries[-1][1] not in ENDS and _months_between(path.last_seen, as_of) >= SILENT_MONTHS


def _months_between(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)


def _followed(path: Path, as_of: date, silence: Silence, silent: bool) -> tuple[date, str | None]:
    """The last day on which the deal is watched, and the end supposed on it."""
    if path.entries[-1][1] in ENDS:
        return path.entries[-1][0], None
    if silence is Silence.OPEN:
        return as_of, None
    if silence is Silence.DROPPED and silent:
        return path.last_seen + timedelta(days=1), LAPSED
    return path.last_seen, None


def _spells(path: Path, until: date, end: str | None) -> Iterable[Spell]:
    began = _began(path)
    for number, (day, stage) in enumerate(path.entries):
        if stage in ENDS:
            return
        after = path.entries[number + 1] if number + 1 < len(path.entries) else (until, end)
        yield Spell((day - began).days, (after[0] - began).days, stage, after[1])


def _first_passage(path: Path, start: str, stage: str, beyond: frozenset[str]) -> Spell | None:
    """The time to the first entry at `stage` or further, or to the drop, whichever came first; None: neither came."""
    for day, reached in path.entries:
        if reached in beyond or reached in DROPPED:
            began = _began(path)
            entered = (path.entries[0][0] - began).days
            return Spell(entered, (day - began).days, start, stage if reached in beyond else GONE)
    return None


def _watched(path: Path, until: date, end: str | None, start: str) -> Spell:
    """The time over which neither came, as far as the deal was watched."""
    began = _began(path)
    return Spell((path.entries[0][0] - began).days, (until - began).days, start, GONE if end else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightedShare(Result):
    """A share of money; descriptive. `effective` is how many equal deals the sums weigh like (1/H)."""

    share: float | None
    interval: Interval | None
    effective: float | None
    unpriced: int


def share_of_money(
    deals: Iterable[tuple[str, float | None, bool]], seed: int = 0, draws: int = 4000, level: float = 0.9
) -> WeightedShare:
    """Which share of the money lies in deals that reached a stage; interval by bootstrap over deals.

    Args:
        deals: Identifier, amount in one currency (None: not known), and whether the stage was reached.
        seed: Of the bootstrap.
        draws: Resamples; fewer for more than 2,000 deals. Above 5,000 the delta method takes their place.
        level: Coverage of the percentile interval.
    """
    rows = sorted(deals)
    priced = [(amount, reached) for _, amount, reached in rows if amount is not None]
    total = math.fsum(amount for amount, _ in priced)
    missing = len(rows) - len(priced)
    warnings = [left_out(missing, len(rows))] if missing else []
    share, interval, effective = None, None, None
    if total > 0:
        share = math.fsum(amount for amount, reached in priced if reached) / total
        effective = total**2 / math.fsum(amount**2 for amount, _ in priced)
        if len(priced) > 1:
            few = len(priced) <= LARGE
            rng = random.Random(seed)
            resamples = min(draws, max(400, BOOTSTRAP // len(priced)))
            interval = (
                _bootstrap_share(priced, rng, resamples, level) if few else _delta_share(priced, share, total, level)
            )
        if effective < THIN:
            warnings.append(f"The sums weigh like {effective:.1f} equal deals: a few deals decide this share.")
    return WeightedShare(
        n=len(priced),
        method="share of money, bootstrap over deals",
        assumption="the deals are draws from those that might have been made",
        seed=seed,
        warnings=tuple(warnings),
        share=share,
        interval=interval,
        effective=effective,
        unpriced=missing,
    )


def _delta_share(priced: Sequence[tuple[float, bool]], share: float, total: float, level: float) -> Interval:
    """Normal limits of a ratio of sums, from the influence of each deal on it."""
    pull = math.fsum((amount * (reached - share) / total) ** 2 for amount, reached in priced)
    half = NormalDist().inv_cdf(0.5 + level / 2) * math.sqrt(pull)
    return Interval(max(0.0, share - half), min(1.0, share + half), level, "delta method")


def _bootstrap_share(priced: Sequence[tuple[float, bool]], rng: random.Random, draws: int, level: float) -> Interval:
    shares = []
    for _ in range(draws):
        sample = rng.choices(priced, k=len(priced))
        total = sum(amount for amount, _ in sample)
        if total > 0:
            shares.append(sum(amount for amount, reached in sample if reached) / total)
    return percentile_interval(shares, level)


def percentile_interval(values: Iterable[float], level: float) -> Interval:
    """The middle `level` of resampled values."""
    ordered = sorted(values)
    if not ordered:
        return Interval(None, None, level, "bootstrap, percentile")
    low = int((1 - level) / 2 * len(ordered))
    return Interval(ordered[low], ordered[max(low, len(ordered) - 1 - low)], level, "bootstrap, percentile")
