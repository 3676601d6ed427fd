"""What was known on a day: statements published later are not seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from warifu.terms.deal import Case
from warifu.terms.statement import Statement


def seen(statement: Statement, as_of: date) -> bool:
    """Whether a statement was surely published by `as_of`.

    A source dated "2019" is seen from the last day of 2019 on. A source without a date is seen from the act's own
    date; where neither is known, from the day on which it was coded, for then at the latest it was known.
    """
    for day in (statement.published, statement.on, statement.recorded):
        if day is not None:
            return day.surely_by(as_of)
    return True


def known(cases: Iterable[Case], as_of: date) -> tuple[Case, ...]:
    """The cases as they were known on a day: only what had been said, only deals of which something had been said."""
    found = []
    for case in cases:
        told = tuple(item for item in case.statements if seen(item, as_of))
        if told:
            looks = tuple(look for look in case.looks if look.on.surely_by(as_of))
            all_seen = len(told) == len(case.statements) and len(looks) == len(case.looks)
            found.append(case if all_seen else replace(case, statements=told, looks=looks))
    return tuple(found)
