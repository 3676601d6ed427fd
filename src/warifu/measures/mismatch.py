"""Mismatch of expectations: what each side wanted, hoped for and tied to what, and where the two do not meet.

Reported goal by goal, with bounds for silence: a side that said nothing has not denied anything. One index over all is
off unless asked for, and refused where the sides spoke on less than half of the same things.

Every statement gives a range: "more than x" is [x, open), "up to x" is [0, x], "about x" is [.9x, 1.1x].

Sources: total variation distance; Shapley 1953 (who moved); the rules of silence are warifu's own.
Example: one side ties the economy to the territory (1), the other denies the tie (0); each names one further tie on
which the other is silent. On the pair both spoke of the gap is 1; they spoke on a third of the pairs; over all pairs
the gap lies between .333 and 1.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import Final

from warifu.errors import MoversError
from warifu.measures.result import Interval, Result

CONDITIONAL: Final = 1.0  # y is a condition of x
CREATES_CONDITIONS: Final = 0.5  # x "creates conditions" for y
DENIED: Final = 0.0  # denied, or kept separate
WORLD: Final = "world"  # the mover of what came, as against what was said
MOST_MOVERS: Final = 8
LEAST_COVERAGE: Final = 0.5


class Kind(StrEnum):
    """What an utterance is about."""

    GOAL = "goal"  # the side wants this, with a weight
    TARGET = "target"  # how much it hopes for or promises, in a unit
    LINK = "link"  # whether it ties `goal` to `link_to`: 1, .5 or 0
    CONTROL = "control"  # the share of the other side's firms or acts it believes the other can command
    FRAME = "frame"  # what it takes the programme for: leverage, aid, commerce, confidence-building


@dataclass(frozen=True, slots=True)
class Span:
    """A value known to lie in a range; None: open on that side."""

    low: float | None
    high: float | None

    def hull(self, other: Span) -> Span:
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Span(low, high)


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker of a side said on one thing.

    Attributes:
        id: The statement's identifier.
        side: A side of the programme, or `WORLD` for what came.
        kind: What it is about.
        goal: The goal, or for a link its first end.
        made_on: The day it was said.
        low: Lower end of the value; for a goal its weight. None: open, or no number given.
        high: Upper end.
        unit: Of a target, such as "USD bn".
        link_to: For a link its second end.
        word: For a frame the word.
        due_on: The day it is due by.
        speaker: Who spoke.
        rank: 1 speaks for the whole side (a head of government), larger numbers for less of it.
        retracts: Ends what the same speaker, or one of lower rank, said on this.
        ordinal: Whether the weight of a goal is its place in a list (1 is first).
    """

    id: str
    side: str
    kind: Kind
    goal: str
    made_on: date
    low: float | None = None
    high: float | None = None
    unit: str = ""
    link_to: str = ""
    word: str = ""
    due_on: date | None = None
    speaker: str = ""
    rank: int = 1
    retracts: bool = False
    ordinal: bool = False

    @property
    def topic(self) -> tuple[Kind, str, str]:
        """What two utterances must share to be about the same thing."""
        return (self.kind, self.goal, self.link_to)

    @property
    def span(self) -> Span:
        return Span(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Position:
    """What a side held on one topic on a day.

    Attributes:
        said: The utterances it rests on: the last of the highest rank; more than one where a day contradicts itself.
        span: Their value, or the hull of values.
        contradicts: Whether the side said two things on one day.
        within: The hull over all its speakers' last words; wider than `span` where ministries disagree.
    """

    said: tuple[Utterance, ...]
    span: Span
    contradicts: bool
    within: Span


def positions(
    utterances: Iterable[Utterance], side: str, as_of: date, unit: str | None = None
) -> dict[tuple[Kind, str, str], Position]:
    """What a side held on `as_of`, by topic. A topic that is not there: it was silent.

    Args:
        utterances: Of any side, in any order.
        side: Whose positions.
        as_of: Utterances after this day are not heard.
        unit: Hear only targets in this unit; values in other units are no answer to it.
    """
    heard = [
        item
        for item in utterances
        if item.side == side
        and item.made_on <= as_of
        and (unit is None or item.kind is not Kind.TARGET or item.unit == unit)
    ]
    by_topic: dict[tuple[Kind, str, str], list[Utterance]] = defaultdict(list)
    for item in sorted(heard, key=lambda item: (item.made_on, item.retracts, item.rank, item.speaker, item.id)):
        by_topic[item.topic].append(item)
    found = {topic: _position(items) for topic, items in sorted(by_topic.items())}
    return {topic: position for topic, position in found.items() if position is not None}


def _position(items: Sequence[Utterance]) -> Position | None:
    standing: list[Utterance] = []
    for item in items:  # in order of day; a speaker's later word replaces the earlier
        if item.retracts:
            standing = [old for old in standing if old.speaker != item.speaker and old.rank <= item.rank]
        else:
            standing = [old for old in standing if old.speaker != item.speaker or old.made_on == item.made_on]
            standing.append(item)
    if not standing:
        return None
    top = min(item.rank for item in standing)
    highest = [item for item in standing if item.rank == top]
    last = max(item.made_on for item in highest)
    said = tuple(item for item in highest if item.made_on == last)
    contradicts = len({(item.low, item.high, item.word) for item in said}) > 1
    return Position(said, _hull(said), contradicts, _hull(standing))


def _hull(items: Sequence[Utterance]) -> Span:
    span = items[0].span
    for item in items[1:]:
        span = span.hull(item.span)
    return span


# --- numbers ---------------------------------------------------------------------------------------------------------


def distance(a: Span, b: Span) -> Span:
    """How far apart two ranges are at least and at most; None above: at least that much."""
    apart = [0.0]
    if a.low is not None and b.high is not None:
        apart.append(a.low - b.high)
    if b.low is not None and a.high is not None:
        apart.append(b.low - a.high)
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return Span(max(apart), None)
    return Span(max(apart), max(a.high - b.low, b.high - a.low))


def signed_gap(a: float, b: float) -> float:
    """(a - b) / (|a| + |b|), from -1 to 1; two zeros agree."""
    return 0.0 if a == b == 0 else (a - b) / (abs(a) + abs(b))


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """What came of what was hoped for: a ratio with its bounds, its logarithm, and the signed gap of the middles.

    `ratio` and `log` are None where either value is a range with an open end, or nothing was hoped for.
    """

    ratio: float | None
    log: float | None
    bounds: Span
    gap: float | None


def fulfilment(came: Span, hoped: Span) -> Fulfilment:
    """What came over what was hoped for. Undefined (all None) where nothing above 0 was hoped for."""
    low = None if came.low is None or not hoped.high else came.low / hoped.high
    high = None if came.high is None or not hoped.low else came.high / hoped.low
    middle_came, middle_hoped = _middle(came), _middle(hoped)
    gap = None if middle_came is None or middle_hoped is None else signed_gap(middle_hoped, middle_came)
    ratio = None if middle_came is None or not middle_hoped else middle_came / middle_hoped
    return Fulfilment(ratio, math.log(ratio) if ratio else None, Span(low, high), gap)


def _middle(span: Span) -> float | None:
    return None if span.low is None or span.high is None else (span.low + span.high) / 2


@dataclass(frozen=True, slots=True)
class TargetGap:
    """Two sides' values for one goal in one unit, what came, and how far they lie apart.

    Attributes:
        goal: The goal.
        unit: Of the values.
        values: By side, and `WORLD` for what came; a side not in it was silent.
        apart: The least and largest distance of the two sides.
        signed: (a - b) / (|a| + |b|) of the middles; None where an end is open or a side silent.
        fulfilled: By side, what came of its value.
        days_apart: Days from the first side's due date to the second's.
        overdue: By side, days since its due date where less came than was said at least.
    """

    goal: str
    unit: str
    values: Mapping[str, Position]
    apart: Span | None
    signed: float | None
    fulfilled: Mapping[str, Fulfilment]
    days_apart: int | None
    overdue: Mapping[str, int]


def target_gaps(utterances: Iterable[Utterance], a: str, b: str, as_of: date) -> tuple[TargetGap, ...]:
    """Hoped, promised and came, for every goal and unit that any side put a number on."""
    by_key: dict[tuple[str, str], list[Utterance]] = defaultdict(list)
    for item in utterances:
        if item.kind is Kind.TARGET:
            by_key[item.goal, item.unit].append(item)
    found = []
    for (goal, unit), heard in sorted(by_key.items()):
        topic = (Kind.TARGET, goal, "")
        held = {side: positions(heard, side, as_of, unit).get(topic) for side in (a, b, WORLD)}
        values = {side: position for side, position in held.items() if position is not None}
        if not values:
            continue
        first, second, came = held[a], held[b], held[WORLD]
        apart = signed = days = None
        if first is not None and second is not None:
            apart = distance(first.span, second.span)
            middles = _middle(first.span), _middle(second.span)
            if middles[0] is not None and middles[1] is not None:
                signed = signed_gap(middles[0], middles[1])
            due = _due(first), _due(second)
            days = None if due[0] is None or due[1] is None else (due[1] - due[0]).days
        sides = {side: position for side, position in values.items() if side != WORLD}
        fulfilled = {} if came is None else {side: fulfilment(came.span, held.span) for side, held in sides.items()}
        overdue = {side: late for side, position in sides.items() if (late := _overdue(position, came, as_of))}
        found.append(TargetGap(goal, unit, values, apart, signed, fulfilled, days, overdue))
    return tuple(found)


def _due(position: Position) -> date | None:
    return min((item.due_on for item in position.said if item.due_on is not None), default=None)


def _overdue(position: Position, came: Position | None, as_of: date) -> int | None:
    due = _due(position)
    if due is None or due >= as_of:
        return None
    short = came is None or position.span.low is None or came.span.high is None or came.span.high < position.span.low
    return (as_of - due).days if short else None


# --- goals -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class GoalGap:
    """One goal's weight for each side (None: not listed by it), the gap, and what silence leaves open."""

    goal: str
    weight_a: float | None
    weight_b: float | None
    gap: float
    bounds: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalMismatch(Result):
    """How differently two sides weigh their goals; `n` counts the goals that either lists.

    Attributes:
        rows: One a goal.
        total: Half the sum of gaps (total variation), 0 to 1, a goal not listed weighing 0. None: a side lists none.
        interval: Low: each side gives an unlisted goal the other's weight. High: it gives it none.
    """

    rows: tuple[GoalGap, ...]
    total: float | None
    interval: Interval | None


def goal_mismatch(weights_a: Mapping[str, float], weights_b: Mapping[str, float]) -> GoalMismatch:
    """Gaps between two sides' weights, each normalised to add up to 1."""
    a, b = _normalised(weights_a), _normalised(weights_b)
    goals = sorted({*a, *b})
    if not a or not b:
        return _goal_result(goals, (), None, None, ("One side lists no goal, so there is no gap to give.",))
    rows = []
    for goal in goals:
        one, other = a.get(goal), b.get(goal)
        gap = abs((one or 0.0) - (other or 0.0))
        both = one is not None and other is not None
        rows.append(GoalGap(goal, one, other, gap, Span(gap if both else 0.0, gap)))
    total = math.fsum(row.gap for row in rows) / 2
    filled_a, filled_b = _adopting(a, b), _adopting(b, a)
    low = min(total, math.fsum(abs(filled_a.get(g, 0.0) - filled_b.get(g, 0.0)) for g in goals) / 2)
    return _goal_result(goals, tuple(rows), total, Interval(low, total, 1.0, "silence as agreement, as no weight"), ())


def _goal_result(
    goals: Sequence[str],
    rows: tuple[GoalGap, ...],
    total: float | None,
    interval: Interval | None,
    warnings: tuple[str, ...],
) -> GoalMismatch:
    return GoalMismatch(
        n=len(goals),
        method="total variation of normalised weights",
        assumption="weights of the two sides are on one scale once they add up to 1",
        warnings=warnings,
        rows=rows,
        total=total,
        interval=interval,
    )


def _normalised(weights: Mapping[str, float]) -> dict[str, float]:
    total = math.fsum(weights.values())
    return {goal: weight / total for goal, weight in sorted(weights.items())} if total > 0 else {}


def _adopting(own: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """A side's weights had it given each goal it is silent on the other's weight."""
    silent = {goal: weight for goal, weight in other.items() if goal not in own}
    room = 1 - math.fsum(silent.values())
    return {**{goal: weight * room for goal, weight in own.items()}, **silent}


def goal_weights(utterances: Iterable[Utterance], side: str, as_of: date) -> tuple[dict[str, float], str]:
    """A side's goals with raw weights, and how they were got: "stated", "from order", or "equal, none stated"."""
    held = {
        goal: position
        for (kind, goal, _), position in positions(utterances, side, as_of).items()
        if kind is Kind.GOAL
    }  # fmt: skip
    given = {goal: _middle(position.span) for goal, position in held.items()}
    stated = {goal: weight for goal, weight in given.items() if weight is not None}
    if not stated:
        return dict.fromkeys(given, 1.0), "equal, none stated"
    if any(item.ordinal for position in held.values() for item in position.said):
        last = max(stated.values())
        return {goal: last + 1 - place for goal, place in stated.items()}, "from order"
    return stated, "stated"


def frame_gap(utterances: Iterable[Utterance], a: str, b: str, as_of: date) -> tuple[int | None, str, str]:
    """Whether the sides take the programme for different things: 1, 0, or None where one is silent; and their words."""
    heard = list(utterances)
    words = []
    for side in (a, b):
        held = positions(heard, side, as_of)
        words.append(
            sorted({item.word for (kind, _, _), place in held.items() if kind is Kind.FRAME for item in place.said})
        )
    gap = None if not words[0] or not words[1] else int(words[0] != words[1])
    return gap, " and ".join(words[0]), " and ".join(words[1])


def control_gap(believed: Span, delivered: Interval) -> Span:
    """The other side's belief about what a government can command, less the share delivered; positive: overrated.

    Delivered is the share of the money that private firms announced which was paid, with its interval; the belief is
    what somebody told of it. A belief of .7 where .1 to .3 came: overrated by .4 to .6.
    """
    low = None if believed.low is None or delivered.high is None else believed.low - delivered.high
    high = None if believed.high is None or delivered.low is None else believed.high - delivered.low
    return Span(low, high)


# --- links -----------------------------------------------------------------------------------------------------------

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LinkGap:
    """One ordered pair: what each side said (None: silent) and the bounds of their gap."""

    pair: Pair
    a: Span | None
    b: Span | None
    bounds: Span

    @property
    def both(self) -> bool:
        return self.a is not None and self.b is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMismatch(Result):
    """Whether the sides tie the same things together; `n` counts the pairs.

    Attributes:
        rows: One an ordered pair.
        gap: Weighted mean over the pairs both spoke on; None where there is none. With its range in `gap_range`.
        gap_range: The range of that mean where a side contradicted itself.
        coverage: The weight of the pairs both spoke on.
        interval: Over all pairs: silence as agreement, silence as disagreement.
    """

    rows: tuple[LinkGap, ...]
    gap: float | None
    gap_range: Span | None
    coverage: float | None
    interval: Interval | None


def link_mismatch(
    links_a: Mapping[Pair, Span], links_b: Mapping[Pair, Span], weights: Mapping[Pair, float] | None = None
) -> LinkMismatch:
    """Compare two sides' link matrices.

    Args:
        links_a: Ordered pair (x, y) to 1 (conditional), .5 (creates conditions) or 0 (denied), as a span.
        links_b: Likewise.
        weights: Pairs to go over and their weights; without it, the pairs that either spoke on, equally.
    """
    pairs = sorted(weights) if weights is not None else sorted({*links_a, *links_b})
    weight = {pair: 1.0 if weights is None else weights[pair] for pair in pairs}
    rows = tuple(_link(pair, links_a.get(pair), links_b.get(pair)) for pair in pairs)
    total = math.fsum(weight.values())
    spoken = [row for row in rows if row.both]
    heard = math.fsum(weight[row.pair] for row in spoken)
    gap, gap_range, interval = None, None, None
    if heard > 0:
        low = math.fsum(weight[row.pair] * (row.bounds.low or 0.0) for row in spoken) / heard
        high = math.fsum(weight[row.pair] * (row.bounds.high or 0.0) for row in spoken) / heard
        gap, gap_range = (low + high) / 2, Span(low, high)
    if total > 0:
        interval = Interval(
            math.fsum(weight[row.pair] * (row.bounds.low or 0.0) for row in rows) / total,
            math.fsum(weight[row.pair] * (row.bounds.high or 0.0) for row in rows) / total,
            1.0,
            "silence as agreement, as disagreement",
        )
    warnings = (
        () if heard > 0 else ("The sides spoke on no pair in common: silence is not denial, so no gap is given.",)
    )
    return LinkMismatch(
        n=len(rows),
        method="mean difference of stated links over ordered pairs",
        assumption="'creates conditions' lies half-way between a condition and a denial",
        warnings=warnings,
        rows=rows,
        gap=gap,
        gap_range=gap_range,
        coverage=heard / total if total > 0 else None,
        interval=interval,
    )


def _link(pair: Pair, a: Span | None, b: Span | None) -> LinkGap:
    if a is not None and b is not None:
        return LinkGap(pair, a, b, distance(a, b))
    told = a if a is not None else b
    if told is None or told.low is None or told.high is None:
        return LinkGap(pair, a, b, Span(0.0, 1.0))
    return LinkGap(pair, a, b, Span(0.0, max(told.high, 1 - told.low)))


def links_of(utterances: Iterable[Utterance], side: str, as_of: date) -> dict[Pair, Span]:
    """A side's link matrix as of a day."""
    return {
        (goal, link_to): position.span
        for (kind, goal, link_to), position in positions(utterances, side, as_of).items()
        if kind is Kind.LINK
    }


# --- one figure, if asked --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Component:
    """One gap that goes into the composite; `both`: whether both sides spoke."""

    name: str
    weight: float
    bounds: Span
    both: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Composite(Result):
    """The weighted mean of the components, never printed without them. `value` None: refused, a warning says why."""

    value: float | None
    coverage: float
    interval: Interval | None
    without_one: Span | None
    components: tuple[Component, ...]


def composite(components: Iterable[Component]) -> Composite:
    """One figure over all gaps; refused below half coverage. Off unless asked for."""
    rows = sorted(components, key=lambda row: row.name)
    total = math.fsum(row.weight for row in rows)
    heard = math.fsum(row.weight for row in rows if row.both)
    coverage = heard / total if total > 0 else 0.0
    refused = coverage < LEAST_COVERAGE
    value, interval, without = None, None, None
    if not refused:
        spoken = [row for row in rows if row.both]
        value = _mean(spoken)
        low = math.fsum(row.weight * (row.bounds.low or 0.0) for row in rows) / total
        high = math.fsum(row.weight * (1.0 if row.bounds.high is None else row.bounds.high) for row in rows) / total
        interval = Interval(low, high, 1.0, "silence as agreement, as disagreement")
        left = [_mean([row for row in spoken if row is not out]) for out in spoken if len(spoken) > 1]
        without = Span(min(left), max(left)) if left else None
    return Composite(
        n=len(rows),
        method="weighted mean of gaps",
        assumption="gaps of different kinds can be weighed against each other",
        warnings=(f"Refused: both sides spoke on {coverage:.0%} only.",) if refused else (),
        value=value,
        coverage=coverage,
        interval=interval,
        without_one=without,
        components=tuple(rows),
    )


def _mean(rows: Sequence[Component]) -> float:
    total = math.fsum(row.weight for row in rows)
    middles = [(row.weight, (row.bounds.low or 0.0), row.bounds.high) for row in rows]
    return math.fsum(weight * (low + (1.0 if high is None else high)) / 2 for weight, low, high in middles) / total


# --- who moved -------------------------------------------------------------------------------------------------------

Values = Mapping[str, float]
Gap = Callable[[Values], float]


def shapley(before: Values, after: Values, gap: Gap) -> dict[str, float]:
    """Split the change of a gap between two days among the movers, exactly; the parts add up to the change.

    Args:
        before: By mover, its value on the first day.
        after: The same movers on the second day; at most eight.
        gap: The gap for given values.

    Raises:
        MoversError: The movers differ between the days, or are more than eight.
    """
    movers = sorted(before)
    if movers != sorted(after) or len(movers) > MOST_MOVERS:
        raise MoversError(movers, sorted(after), MOST_MOVERS)
    worth = {
        frozenset(moved): gap({mover: (after if mover in moved else before)[mover] for mover in movers})
        for size in range(len(movers) + 1)
        for moved in combinations(movers, size)
    }
    n = len(movers)
    split = {}
    for mover in movers:
        others = [other for other in movers if other != mover]
        split[mover] = math.fsum(
            (worth[frozenset({*moved, mover})] - worth[frozenset(moved)])
            * (math.factorial(size) * math.factorial(n - size - 1) / math.factorial(n))
            for size in range(n)
            for moved in combinations(others, size)
        )
    return split


def who_moved(
    before: Mapping[str, Span], after: Mapping[str, Span], gap: Gap
) -> tuple[dict[str, float] | None, dict[str, float] | None]:
    """The Shapley split run at the low ends and at the high ends; None for an end that is open."""
    runs: list[dict[str, float] | None] = []
    for end in ("low", "high"):
        then = {mover: getattr(span, end) for mover, span in before.items()}
        now = {mover: getattr(span, end) for mover, span in after.items()}
        closed = all(value is not None for value in (*then.values(), *now.values()))
        runs.append(shapley(then, now, gap) if closed else None)
    return runs[0], runs[1]


class Act(StrEnum):
    """What a mover did to a gap."""

    ENTRY = "entry"  # spoke first, or again after a retraction: creates the gap, is no move
    MOVE = "move"
    RESTATEMENT = "restatement"
    EXIT = "exit"  # took its word back: the gap is gone


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a running gap. `change` is None for an entry or an exit; `gap` is the gap right after."""

    on: date
    mover: str
    act: Act
    change: float | None
    gap: float | None


def moves(
    utterances: Iterable[Utterance],
    kind: Kind,
    goal: str,
    sides: Sequence[str],
    gap: Gap,
    link_to: str = "",
    unit: str = "",
) -> tuple[Move, ...]:
    """The running ledger of one gap: who changed it when.

    From the day on which all `sides` have spoken, every change belongs to its mover and the changes add up exactly to
    the last gap less the first. What several did on one day is split by Shapley. Values in another unit are not heard:
    a change of unit is no move.

    Args:
        utterances: In any order.
        kind: Target or link.
        goal: The goal, or the first end of the link.
        sides: Whose values make the gap; may hold `WORLD`.
        gap: The gap for given values (middles of ranges).
        link_to: The second end of the link.
        unit: Of the target.
    """
    topic = (kind, goal, link_to)
    heard = [
        u for u in utterances if u.topic == topic and u.side in sides and (kind is not Kind.TARGET or u.unit == unit)
    ]
    found: list[Move] = []
    values: dict[str, float] = {}
    for day in sorted({item.made_on for item in heard}):
        spoke = sorted({item.side for item in heard if item.made_on == day})
        now = dict(values)
        for side in spoke:
            position = positions(heard, side, day).get(topic)
            value = None if position is None else _nearest(position.span)
            if value is None:
                now.pop(side, None)
            else:
                now[side] = value
        stood, stands = len(values) == len(sides), len(now) == len(sides)
        after = gap(now) if stands else None
        shares = shapley(values, now, gap) if stood and stands else {}
        for side in spoke:
            act = _act(values.get(side), now.get(side))
            change = shares.get(side) if act in (Act.MOVE, Act.RESTATEMENT) else None
            found.append(Move(day, side, act, change, after))
        values = now
    return tuple(found)


def _nearest(span: Span) -> float | None:
    """The middle of a range, or its one closed end ("more than x" is taken at x)."""
    middle = _middle(span)
    if middle is not None:
        return middle
    return span.low if span.low is not None else span.high


def _act(before: float | None, after: float | None) -> Act:
    if after is None:
        return Act.EXIT
    if before is None:
        return Act.ENTRY
    return Act.RESTATEMENT if before == after else Act.MOVE
