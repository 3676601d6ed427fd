"""The course of a deal as its statements tell it: how far it came, how it goes, when it was last heard of.

Pure: the day to look from comes in as `as_of`. Acts dated after it are plans and no facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from warifu.statements.reading import Reading
from warifu.terms.codelist import Stage, Status
from warifu.terms.dates import PartialDate
from warifu.terms.deal import ORDER
from warifu.terms.statement import StageTold, Statement

SILENT_AFTER: Final = timedelta(days=365)
"""An open deal without news or a look for this long is silent (CODEBOOK, "silent deal")."""


def happened(reading: Reading, as_of: date) -> list[tuple[Statement, StageTold]]:
    """The stages that were reached by a day; an act of unknown day has happened."""
    return [entry for entry in reading.stages if entry[0].on is None or not entry[0].on.surely_after(as_of)]


def stage_of(reached: Iterable[tuple[Stage, PartialDate | None]]) -> Stage:
    """The furthest stage; cancelled unless something surely came after the last cancellation.

    A revived deal starts again from the bottom: only what came after the cancellation counts for its stage. A
    cancellation of unknown day stands, for nothing can be shown to have come after it.
    """
    entries = list(reached)
    ends = [on for stage, on in entries if stage is Stage.CANCELLED]
    alive = [(stage, on) for stage, on in entries if stage is not Stage.CANCELLED]
    if ends:
        known = [on for on in ends if on is not None]
        if len(known) < len(ends):
            return Stage.CANCELLED
        last = max(on.last for on in known)
        alive = [(stage, on) for stage, on in alive if on is not None and on.surely_after(last)]
        if not alive:
            return Stage.CANCELLED
    return max((stage for stage, _ in alive), key=lambda stage: ORDER[stage], default=Stage.PROPOSED)


def status_of(reading: Reading, as_of: date) -> tuple[Status, PartialDate | None]:
    """The latest word on how the work goes, not after `as_of`."""
    rows = [entry for entry in reading.statuses if entry[0].on is None or not entry[0].on.surely_after(as_of)]
    if not rows:
        return Status.UNKNOWN, None
    item, told = max(
        rows, key=lambda entry: (entry[0].on is not None, entry[0].on.sort_key if entry[0].on else (), entry[0].id)
    )
    return told.status, item.on


def last_evidence(statements: Sequence[Statement], as_of: date) -> PartialDate | None:
    """The latest day of which anything about the deal is known, not after `as_of`."""
    days = [item.on for item in statements if item.on is not None and not item.on.surely_after(as_of)]
    return max(days, key=lambda day: (day.last, day.text), default=None)


def silent_since(reading: Reading, as_of: date) -> PartialDate | None:
    """The last evidence of an open deal that nobody has heard of or looked at for a year; None if it is not silent."""
    last = last_evidence(reading.statements, as_of)
    if last is None or as_of - min(last.last, as_of) <= SILENT_AFTER:
        return None
    stage = stage_of((told.stage, item.on) for item, told in happened(reading, as_of))
    return silence(reading, stage, status_of(reading, as_of)[0], last, as_of)


def silence(
    reading: Reading, stage: Stage, status: Status, last: PartialDate | None, as_of: date
) -> PartialDate | None:
    """The same, of a deal whose stage, status and last evidence are known already."""
    if last is None or reading.case.umbrella:
        return None
    if stage in (Stage.DELIVERED, Stage.CANCELLED) or status is Status.OVER:
        return None
    latest = max([last.last, *(look.on.last for look in reading.case.looks)])
    return last if as_of - min(latest, as_of) > SILENT_AFTER else None
