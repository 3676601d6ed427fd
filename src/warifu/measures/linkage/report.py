"""The linkage test as it is published: the difference, every doubt about it, and the sentence that may be said."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from warifu.errors import MeasureError
from warifu.measures.linkage import chance, past, power
from warifu.measures.linkage.exposure import Exposure, expose, expose_days
from warifu.measures.linkage.protocol import ORDER, DealEvent, Meeting, Protocol, Strata, strata_of
from warifu.measures.linkage.rates import Bayes, Table, companion, fisher
from warifu.measures.result import Interval, Result, count_of

LEAST_ALPHA: Final = 0.667
TENTATIVE_ALPHA: Final = 0.8
SIGNIFICANT: Final = 0.05
WINDOWS: Final = (90, 180, 365)

METHOD: Final = "Difference of mean coded movement after deals, permuted within strata"
ASSUMPTION: Final = (
    "Within a stratum any meeting could as well have followed the deals; deals signed at a meeting are left out."
)

SENTENCES: Final[Mapping[str, str]] = {
    "unreliable": "Not tested: {why}.",
    "too few": (
        "Too few to test: {exposed} of {n} meetings followed a deal and {other} did not; at least {least} of each are "
        "needed, and {least_strata} strata with both (there are {both})."
    ),
    "differs": (
        "After a deal that had come as far as {stage} the coded movement was {direction} by {size:.2f} ({level:.0%} "
        "interval {low} to {high}). With {n} meetings an effect below {smallest:.2f} would usually be missed."
    ),
    "small": (
        "The record is at odds with a difference of {margin:g} or more ({level:.0%} interval {low} to {high}); a "
        "smaller one is not excluded."
    ),
    "silent": (
        "The record does not discriminate. With {n} meetings an effect below {smallest:.2f} would usually be missed."
    ),
}
"""What may be said, by verdict. Nothing else may."""


class Never(NamedTuple):
    """A claim that is never made, and why."""

    claim: str
    why: str


NEVER: Final = (
    Never("that deals caused, or failed to cause, movement", "a difference is no cause, and its absence no proof"),
    Never("no linkage, because p is above .05", "it needs an interval inside a margin stated beforehand"),
    Never("the best lag", "searching seven lags finds a link in 29 to 47 % of cases without one"),
    Never("a total of Goldstein values", "they rise with every summit, whether or not a text moved"),
    Never("a p below the floor of its test", "so few relabellings cannot give it"),
    Never("anything from bundled deals", "a deal signed at a meeting is part of a package, not a cause of it"),
    Never("one p value alone", "each rests on its own assumption"),
    Never("a test on a window chosen after looking", "it is then an exploration, and is called one"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One meeting as the test saw it."""

    meeting: str
    date: str
    stratum: str
    movement: float
    forward: bool
    reverse: bool
    precision_decides: bool


@dataclass(frozen=True, slots=True)
class Spread:
    """A statistic over the days that partial dates can mean: median, 5th and 95th percentile."""

    median: float
    low: float
    high: float
    placements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Placebo(Result):
    """False deal dates drawn in the same strata.

    Attributes:
        share: The share of false calendars with |T| at least as large as the true one's; None without any to compare.
        compared: How many false calendars gave a T at all.
    """

    share: float | None
    compared: int


@dataclass(frozen=True, slots=True)
class Explored:
    """The test with another window: an exploration, never a finding."""

    window: int
    exposed: int
    effect: float | None
    p: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkage(Result):
    """The linkage test. Where the verdict is "too few" or "unreliable" only the rows and the tables are given.

    Attributes:
        protocol: What was asked.
        digest: Of the protocol.
        explored: Whether the protocol is not the one fixed before the first run.
        alpha: Agreement of the coders, ordinal; None where not known.
        rows: Every coded meeting, in order of date.
        exposed: How many followed a deal.
        strata_with_both: How many strata hold meetings of both kinds.
        counting: Deal events that reach the stage.
        bundled: How many of them were signed at a meeting, and so left out.
        table: Moved forward or not, by exposure.
        reverse_table: The same by deals that came after.
        effect: T, in steps of the movement code.
        effect_spread: T over partial dates; None where all days are known.
        reverse_effect: The same for deals that came after the meeting.
        interval: Around T; its ends are None where the test cannot exclude anything on that side.
        half_width: Of the textbook interval, in standard deviations.
        smallest_effect: What would have been seen four times in five, in standard deviations.
        deviation: The standard deviation within the two kinds, in steps of the code.
        tests: The primary test, the circular shift, the plain permutation.
        reverse: The primary test in the other direction.
        holm: The two primary p values, adjusted for both being asked.
        fisher: Of the table.
        bayes: Under three priors.
        leave_one_out: The least and the largest T with one meeting left out.
        windows: Other windows, as exploration.
        placebo: False deal dates.
        granger: Diagnostics at lag 1 and 2, where there are enough meetings.
        lead_lag: The picture of leads and lags.
        verdict: A key of `SENTENCES`.
        sentence: What may be said.
    """

    protocol: Protocol
    digest: str
    explored: bool
    alpha: float | None
    rows: tuple[Row, ...]
    exposed: int
    strata_with_both: int
    counting: int
    bundled: int
    table: Table
    reverse_table: Table
    effect: float | None = None
    effect_spread: Spread | None = None
    reverse_effect: float | None = None
    interval: Interval | None = None
    half_width: float | None = None
    smallest_effect: float | None = None
    deviation: float | None = None
    tests: tuple[chance.Chance, ...] = ()
    reverse: chance.Chance | None = None
    holm: tuple[tuple[str, float | None], ...] = ()
    fisher: float | None = None
    bayes: tuple[Bayes, ...] = ()
    leave_one_out: tuple[float, float] | None = None
    windows: tuple[Explored, ...] = ()
    placebo: Placebo | None = None
    granger: tuple[past.Granger, ...] = ()
    lead_lag: past.LeadLag | None = None
    verdict: str = "too few"
    sentence: str = ""


def link(
    meetings: Sequence[Meeting],
    events: Sequence[DealEvent],
    protocol: Protocol,
    alpha: float | None,
    fixed: str | None = None,
) -> Linkage:
    """Run the test as the protocol says, or refuse.

    Args:
        meetings: All scheduled meetings, those without movement and the cancelled ones too.
        events: All deal events; the protocol picks the stage.
        protocol: What is asked.
        alpha: Ordinal agreement of coders who had not seen the deals (`decisions.agreement`); None if not known.
        fixed: The digest of the protocol that the ledger recorded before the first run; with another, or none, the
            result is marked as explored.
    """
    order = sorted(meetings, key=lambda meeting: (meeting.date.sort_key, meeting.name))
    exposure = expose(order, events, protocol)
    coded = [place for place, meeting in enumerate(order) if meeting.movement is not None]
    strata = strata_of(order, protocol.strata)
    rows = tuple(
        Row(
            order[place].name,
            order[place].date.text,
            strata[place],
            moved,
            exposure.forward[place],
            exposure.reverse[place],
            exposure.unstable[place],
        )
        for place in coded
        if (moved := order[place].movement) is not None
    )
    digest = protocol.digest()
    movement = [row.movement for row in rows]
    forward = [row.forward for row in rows]
    both = _strata_with_both(rows)
    result = Linkage(
        n=len(rows),
        method=METHOD,
        assumption=ASSUMPTION,
        seed=protocol.seed,
        warnings=_warnings(rows, exposure, len(order) - len(rows), alpha, digest, fixed),
        protocol=protocol,
        digest=digest,
        explored=digest != fixed,
        alpha=alpha,
        rows=rows,
        exposed=sum(forward),
        strata_with_both=both,
        counting=exposure.counting,
        bundled=exposure.bundled,
        table=Table.of(movement, forward),
        reverse_table=Table.of(movement, [row.reverse for row in rows]),
    )
    if alpha is None or alpha < LEAST_ALPHA:
        result = replace(result, verdict="unreliable")
    elif min(sum(forward), len(rows) - sum(forward)) >= protocol.least and both >= protocol.least_strata:
        result = _tested(result, order, events, exposure, coded)
    return replace(result, sentence=allowed_sentence(result))


def allowed_sentence(result: Linkage) -> str:
    """Turn a result into the one sentence of `SENTENCES` that may be said of it."""
    protocol = result.protocol
    ends = result.interval
    words = SENTENCES[result.verdict].format(
        why=_why_unreliable(result.alpha),
        n=result.n,
        exposed=result.exposed,
        other=result.n - result.exposed,
        least=protocol.least,
        least_strata=protocol.least_strata,
        both=result.strata_with_both,
        stage=protocol.stage.value,
        direction="higher" if (result.effect or 0.0) > 0 else "lower",
        size=abs(result.effect or 0.0),
        level=protocol.level,
        low="no end" if ends is None or ends.low is None else f"{ends.low:.2f}",
        high="no end" if ends is None or ends.high is None else f"{ends.high:.2f}",
        smallest=(result.smallest_effect or 0.0) * (result.deviation or 0.0),
        margin=protocol.margin or 0.0,
    )
    tested = result.verdict not in ("too few", "unreliable")
    if tested and result.explored:
        words = f"Explored, not tested: {words}"
    if tested and result.alpha is not None and result.alpha < TENTATIVE_ALPHA:
        words += f" The coding is tentative (agreement {result.alpha:.2f})."
    return words


def placebo(meetings: Sequence[Meeting], events: Sequence[DealEvent], protocol: Protocol, draws: int = 999) -> Placebo:
    """Draw false deal dates, as many in each stratum as there were, and compare |T|.

    With `Strata.YEAR` a date moves anywhere in its own year; otherwise anywhere from the first to the last meeting of
    the stratum whose meetings lie nearest to it. Partial dates are taken at the middle of what they can mean.
    """
    order = sorted(meetings, key=lambda meeting: (meeting.date.sort_key, meeting.name))
    strata = strata_of(order, protocol.strata)
    days = [_middle(meeting.date.first, meeting.date.last) for meeting in order]
    coded = [place for place, meeting in enumerate(order) if meeting.movement is not None]
    movement = [moved for meeting in order if (moved := meeting.movement) is not None]
    true = [
        _middle(event.date.first, event.date.last)
        for event in events
        if ORDER[event.stage] >= ORDER[protocol.stage] and event.date.first != date.min and event.date.last != date.max
    ]
    true.sort()
    spans = [_span(day, days, strata, protocol.strata) for day in true]

    def effect(calendar: Sequence[int]) -> float | None:
        forward = expose_days(days, calendar, protocol.window, protocol.gap).forward
        return chance.difference(movement, [forward[place] for place in coded])

    seen = effect(true)
    rng = random.Random(f"{protocol.seed}:placebo")
    found = [effect([rng.randint(first, last) for first, last in spans]) for _ in range(draws)]
    compared = [abs(one) for one in found if one is not None]
    hits = 0 if seen is None else sum(one >= abs(seen) - 1e-12 for one in compared)
    return Placebo(
        n=len(true),
        method=f"{draws} calendars of false deal dates in the same strata",
        assumption="Within its stratum a deal could as well have fallen on any other day.",
        seed=protocol.seed,
        share=None if seen is None or not compared else (hits + 1) / (len(compared) + 1),
        compared=len(compared),
    )


def _tested(
    result: Linkage,
    order: Sequence[Meeting],
    events: Sequence[DealEvent],
    exposure: Exposure,
    coded: Sequence[int],
) -> Linkage:
    protocol = result.protocol
    movement = [row.movement for row in result.rows]
    forward = [row.forward for row in result.rows]
    backward = [row.reverse for row in result.rows]
    strata = [row.stratum for row in result.rows]
    exposed, other = result.exposed, result.n - result.exposed
    primary = chance.within_strata(movement, forward, strata, protocol.draws, protocol.seed)
    reverse = chance.within_strata(movement, backward, strata, protocol.draws, protocol.seed)
    holm = chance.holm({"forward": primary.p, "reverse": reverse.p})
    effect = chance.difference(movement, forward)
    ends = chance.interval(movement, forward, strata, protocol.level)
    tested = replace(
        result,
        effect=effect,
        effect_spread=_spread(movement, exposure, coded),
        reverse_effect=chance.difference(movement, backward),
        interval=ends,
        half_width=power.half_width(exposed, other, protocol.level),
        smallest_effect=power.smallest_effect(exposed, other),
        deviation=power.pooled_deviation(movement, forward),
        tests=(
            primary,
            chance.circular(movement, forward),
            chance.plain(movement, forward, protocol.draws, protocol.seed),
        ),
        reverse=reverse,
        holm=tuple(holm.items()),
        fisher=fisher(result.table),
        bayes=companion(result.table, seed=protocol.seed),
        leave_one_out=_leave_one_out(movement, forward),
        windows=_windows(order, events, protocol, coded, movement, strata),
        placebo=placebo(order, events, protocol),
        granger=_granger(movement, forward, strata, protocol.seed),
        lead_lag=past.lead_lag(movement, forward),
    )
    return replace(tested, verdict=_verdict(effect, holm["forward"], ends, protocol.margin))


def _verdict(effect: float | None, p: float | None, ends: Interval | None, margin: float | None) -> str:
    if effect and p is not None and p <= SIGNIFICANT:
        return "differs"
    if margin is not None and ends is not None and ends.low is not None and ends.high is not None:
        return "small" if -margin < ends.low and ends.high < margin else "silent"
    return "silent"


def _strata_with_both(rows: Sequence[Row]) -> int:
    kinds: dict[str, set[bool]] = {}
    for row in rows:
        kinds.setdefault(row.stratum, set()).add(row.forward)
    return sum(len(kind) == 2 for kind in kinds.values())


def _warnings(
    rows: Sequence[Row], exposure: Exposure, uncoded: int, alpha: float | None, digest: str, fixed: str | None
) -> tuple[str, ...]:
    found: list[str] = []
    if fixed is None:
        found.append("No protocol was fixed before the first run, so this is an exploration.")
    elif fixed != digest:
        found.append("The protocol was changed after it was fixed, so this is an exploration.")
    if alpha is not None and LEAST_ALPHA <= alpha < TENTATIVE_ALPHA:
        found.append(f"Agreement of the coders is {alpha:.2f}: tentative.")
    if uncoded:
        found.append(
            f"{count_of(uncoded, 'meeting has', 'meetings have')} no coded movement, and no place in the test."
        )
    if exposure.bundled:
        found.append(
            count_of(exposure.bundled, "deal event was", "deal events were")
            + " signed at a meeting: counted, shown, and left out both ways."
        )
    if exposure.undated:
        undated = count_of(exposure.undated, "deal event has", "deal events have")
        found.append(f"{undated} a date with an open end, and no place in the test.")
    found.extend(f"{row.meeting}: date precision decides this row." for row in rows if row.precision_decides)
    return tuple(found)


def _why_unreliable(alpha: float | None) -> str:
    if alpha is None:
        return "agreement of two coders is not known; two people must code the meetings without the list of deals"
    return f"the coders' agreement of {alpha:.2f} is below {LEAST_ALPHA}"


def _spread(movement: Sequence[float], exposure: Exposure, coded: Sequence[int]) -> Spread | None:
    if len(exposure.placements) == 1:
        return None
    found = sorted(
        effect
        for placed in exposure.placements
        if (effect := chance.difference(movement, [placed.forward[place] for place in coded])) is not None
    )
    if not found:
        return None
    return Spread(_percentile(found, 0.5), _percentile(found, 0.05), _percentile(found, 0.95), len(exposure.placements))


def _percentile(ordered: Sequence[float], share: float) -> float:
    """Between the two nearest values, in proportion."""
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def _leave_one_out(movement: Sequence[float], exposed: Sequence[bool]) -> tuple[float, float] | None:
    found = [
        effect
        for out in range(len(movement))
        if (effect := chance.difference([*movement[:out], *movement[out + 1 :]], [*exposed[:out], *exposed[out + 1 :]]))
        is not None
    ]
    return (min(found), max(found)) if found else None


def _windows(
    order: Sequence[Meeting],
    events: Sequence[DealEvent],
    protocol: Protocol,
    coded: Sequence[int],
    movement: Sequence[float],
    strata: Sequence[str],
) -> tuple[Explored, ...]:
    found: list[Explored] = []
    for window in WINDOWS:
        if window <= protocol.gap:
            continue
        exposure = expose(order, events, replace(protocol, window=window))
        forward = [exposure.forward[place] for place in coded]
        p = chance.within_strata(movement, forward, strata, protocol.draws, protocol.seed).p
        found.append(Explored(window, sum(forward), chance.difference(movement, forward), p))
    return tuple(found)


def _granger(
    movement: Sequence[float], forward: Sequence[bool], strata: Sequence[str], seed: int
) -> tuple[past.Granger, ...]:
    found: list[past.Granger] = []
    for lag in (1, 2):
        try:
            found.append(past.granger(movement, forward, strata, lag, seed=seed))
        except MeasureError:
            continue  # too few meetings for this lag: there is then no such diagnostic
    return tuple(found)


def _middle(first: date, last: date) -> int:
    return (first.toordinal() + last.toordinal()) // 2


def _span(day: int, days: Sequence[int], strata: Sequence[str], kind: Strata) -> tuple[int, int]:
    if kind is Strata.YEAR:
        year = date.fromordinal(day).year
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    nearest = min(range(len(days)), key=lambda place: (abs(days[place] - day), place))
    own = [held for held, stratum in zip(days, strata, strict=True) if stratum == strata[nearest]]
    return min(own), max(own)
