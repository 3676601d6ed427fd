"""Record health: how well a deal's record is founded, in four marks of 0 to 5 (CODEBOOK, "Record health")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from warifu.statements.reading import Reading
from warifu.terms.codelist import Form, Stage
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Case, DealSum, Gap, Health, Version
from warifu.terms.evidence import Source
from warifu.terms.statement import Statement

OFFICIAL_RANK: Final = 3
FOLLOW_UP_YEARS: Final = (1, 2, 3, 5, 8)
"""A record looked at within 1, 2, 3, 5 or 8 years keeps 5, 4, 3, 2 or 1 marks for follow-up; older keeps none."""


def of(
    reading: Reading,
    sums: Sequence[DealSum],
    form: Form,
    last: PartialDate | None,
    gaps: Sequence[Gap],
    versions: Sequence[Version],
    sources: Mapping[str, Source],
    as_of: date,
) -> Health:
    missing = _missing(reading, sums, form)
    return Health(
        sources=_source_mark(reading.statements, sources),
        completeness=5 - len(missing),
        follow_up=_follow_up_mark(reading.case, last, as_of),
        agreement=max(0, 5 - len({gap.field for gap in gaps})) if len(versions) > 1 else None,
        missing=missing,
    )


def _source_mark(told: Sequence[Statement], sources: Mapping[str, Source]) -> int:
    """5 two official and independent; 4 an official and another; 3 one official; 2 others above media; 1 media only."""
    names = {item.source for item in told}
    sound = [sources[name] for name in names if name in sources and sources[name].rank is not None]
    official = {source.origin for source in sound if (source.rank or 9) <= OFFICIAL_RANK}
    origins = {source.origin for source in sound}
    if len(official) >= 2:
        return 5
    if official:
        return 4 if len(origins) >= 2 else 3
    if any((source.rank or 9) < 7 for source in sound):
        return 2
    return 1 if sound else 0


def _missing(reading: Reading, sums: Sequence[DealSum], form: Form) -> tuple[str, ...]:
    """Which of the five basics are missing: parties, area, date, sum, form."""
    have = {
        "parties": bool(reading.parties),
        "area": bool(reading.case.areas),
        "date": any(item.on is not None for item, _ in reading.stages),
        "sum": bool(sums),
        "form": form is not Form.NONE,
    }
    if all(told.stage is Stage.PROPOSED for _, told in reading.stages):
        have["form"] = True  # a mere proposal has no paper to miss
    return tuple(name for name, there in have.items() if not there)


def _follow_up_mark(case: Case, last: PartialDate | None, as_of: date) -> int:
    days = [look.on.last for look in case.looks] + ([last.last] if last is not None else [])
    if not days:
        return 0
    years = (as_of - min(max(days), as_of)).days / 365.25
    return sum(years <= limit for limit in FOLLOW_UP_YEARS)
