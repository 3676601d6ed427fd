"""Which meeting followed a deal, which preceded one, and which deals were signed at a meeting."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from warifu.measures.linkage.protocol import ORDER, DealEvent, Meeting, Protocol
from warifu.terms.dates import PartialDate

UNSTABLE: Final = 0.2
"""If a meeting's exposure changes in more than this share of placements, the precision of dates decides its row."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Exposure of every meeting with all days fixed.

    Attributes:
        forward: Whether a counting deal lies in (t - window, t - gap].
        reverse: Whether one lies in [t + gap, t + window).
        bundled: For each deal event, whether it lies nearer than the gap to some meeting.
    """

    forward: tuple[bool, ...]
    reverse: tuple[bool, ...]
    bundled: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Exposure:
    """Exposure of every meeting over the days its dates and the deals' dates can mean.

    Attributes:
        forward: What most placements say.
        reverse: Likewise.
        unstable: Whether a row changes in more than a fifth of placements.
        bundled: How many deal events are bundled in most placements.
        counting: How many deal events reach the stage and have a date at all.
        undated: How many reach the stage, but their date has an open end.
        placements: Every placement; one where all days are known.
    """

    forward: tuple[bool, ...]
    reverse: tuple[bool, ...]
    unstable: tuple[bool, ...]
    bundled: int
    counting: int
    undated: int
    placements: tuple[Placed, ...]


def expose(meetings: Sequence[Meeting], events: Sequence[DealEvent], protocol: Protocol) -> Exposure:
    """Place every date, as often as their precision asks for, and see what follows what."""
    reached = [event for event in events if ORDER[event.stage] >= ORDER[protocol.stage]]
    dated = sorted(
        (event for event in reached if not _open(event.date)), key=lambda event: (event.date.sort_key, event.deal)
    )
    days = [meeting.date for meeting in meetings] + [event.date for event in dated]
    times = 1 if all(day.known_to_the_day for day in days) else protocol.placements
    rng = random.Random(f"{protocol.seed}:placements")
    placed: list[Placed] = []
    for _ in range(times):
        put = [_place(day, rng) for day in days]
        placed.append(expose_days(put[: len(meetings)], put[len(meetings) :], protocol.window, protocol.gap))
    forward = [[one.forward[place] for one in placed] for place in range(len(meetings))]
    reverse = [[one.reverse[place] for one in placed] for place in range(len(meetings))]
    return Exposure(
        forward=tuple(_mostly(row) for row in forward),
        reverse=tuple(_mostly(row) for row in reverse),
        unstable=tuple(_changes(row) > UNSTABLE for row in forward),
        bundled=sum(_mostly([one.bundled[place] for one in placed]) for place in range(len(dated))),
        counting=len(dated),
        undated=len(reached) - len(dated),
        placements=tuple(placed),
    )


def expose_days(meetings: Sequence[int], events: Sequence[int], window: int, gap: int) -> Placed:
    """Exposure with days as ordinals. A bundled event counts neither way, for any meeting."""
    held = sorted(meetings)
    bundled = tuple(bisect_left(held, day + gap) > bisect_right(held, day - gap) for day in events)
    free = sorted(day for day, is_bundled in zip(events, bundled, strict=True) if not is_bundled)
    return Placed(
        tuple(bisect_right(free, day - gap) > bisect_right(free, day - window) for day in meetings),
        tuple(bisect_left(free, day + window) > bisect_left(free, day + gap) for day in meetings),
        bundled,
    )


def _open(day: PartialDate) -> bool:
    return day.first == date.min or day.last == date.max


def _place(day: PartialDate, rng: random.Random) -> int:
    first, last = day.first.toordinal(), day.last.toordinal()
    return first if first == last else rng.randint(first, last)


def _mostly(row: Sequence[bool]) -> bool:
    return 2 * sum(row) > len(row)


def _changes(row: Sequence[bool]) -> float:
    """The share of placements that differ from what most say."""
    said = sum(row)
    return min(said, len(row) - said) / len(row)
