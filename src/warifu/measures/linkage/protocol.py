"""What is asked, of which meetings and deals, settled before anyone looks at the answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

from warifu.errors import MeasureError
from warifu.terms.dates import PartialDate

CODES: Final[dict[int, str]] = {
    -2: "position withdrawn or hardened in text",
    -1: "hardened in words",
    0: "restated",
    1: "procedure: new channel, deadline, expert group",
    2: "substance: text, map, number narrowed",
}
"""The movement code. Two people code it from the record of the talks, without the list of deals."""


class DealStage(StrEnum):
    """How far a deal had come by an event, as far as the test asks."""

    ANNOUNCED = "announced"
    MEMORANDUM = "memorandum"
    BINDING = "binding"
    FINANCED = "financed"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


ORDER: Final[dict[DealStage, int]] = {
    DealStage.ANNOUNCED: 1,
    DealStage.MEMORANDUM: 2,
    DealStage.BINDING: 3,
    DealStage.FINANCED: 4,
    DealStage.DELIVERED: 5,
    DealStage.CANCELLED: 0,
}
"""A cancellation reaches no stage, so it never counts as a deal before a meeting."""


class Strata(StrEnum):
    """Within what meetings are compared."""

    YEAR = "year"
    LEADERS = "leaders"
    FIVES = "fives"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One scheduled meeting; a cancelled one counts too, its movement coded from the cancellation.

    Attributes:
        name: Which meeting.
        date: When it was, or was to be.
        movement: Between -2 and 2 as in `CODES`, or a mean of coders; None where not coded.
        leaders: The pair of leaders, where `Strata.LEADERS` is asked.
    """

    name: str
    date: PartialDate
    movement: float | None
    leaders: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealEvent:
    """A deal reaches a stage."""

    deal: str
    stage: DealStage
    date: PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol:
    """Everything that could be tuned, fixed before the first run; its digest goes to the ledger.

    Attributes:
        window: A deal counts for meetings up to this many days after it.
        gap: A deal nearer than this many days to any meeting is bundled with it, and counts for none.
        stage: The least stage that counts.
        strata: Within what meetings are compared.
        least: How many meetings must follow a deal, and how many not.
        least_strata: How many strata must hold both kinds.
        draws: Relabellings drawn where they cannot all be counted, and false deal dates drawn.
        placements: How often an unknown day is placed in its month or year.
        level: Of the interval. At 0.9 an interval inside the margin is a test at 5 % that the difference is small.
        margin: A difference small enough to be called none; None where nobody stated one.
        seed: Of all random numbers.

    Raises:
        MeasureError: The window does not reach beyond the gap, or a number is out of range.
    """

    window: int = 180
    gap: int = 14
    stage: DealStage = DealStage.BINDING
    strata: Strata = Strata.YEAR
    least: int = 5
    least_strata: int = 3
    draws: int = 9_999
    placements: int = 200
    level: float = 0.9
    margin: float | None = None
    seed: int = 1956

    def __post_init__(self) -> None:
        if not 1 <= self.gap < self.window:
            raise MeasureError(
                "linkage", f"a window of {self.window} days does not reach beyond a gap of {self.gap}", "Widen it."
            )
        if self.stage is DealStage.CANCELLED:
            raise MeasureError("linkage", "a cancellation is no deal that could move talks", "Name another stage.")
        if not 0.5 <= self.level < 1 or min(self.draws, self.placements, self.least, self.least_strata) < 1:
            raise MeasureError("linkage", "a count is below 1 or the level is not in [0.5, 1)", "Mend the protocol.")

    def digest(self) -> str:
        """A SHA-256 of all of it: the same for the same choices, on every machine."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def strata_of(meetings: Sequence[Meeting], strata: Strata) -> list[str]:
    """The stratum of each meeting: its year, its pair of leaders, or its run of five in order of date.

    Raises:
        MeasureError: A meeting has no leaders where these are asked.
    """
    if strata is Strata.YEAR:
        return [str(meeting.date.first.year) for meeting in meetings]
    if strata is Strata.LEADERS:
        for meeting in meetings:
            if not meeting.leaders:
                raise MeasureError("linkage", f"meeting {meeting.name!r} names no leaders", "Name them.")
        return [meeting.leaders for meeting in meetings]
    order = sorted(range(len(meetings)), key=lambda place: (meetings[place].date.sort_key, meetings[place].name))
    run = {place: position // 5 for position, place in enumerate(order)}
    return [f"run {run[place] + 1}" for place in range(len(meetings))]
