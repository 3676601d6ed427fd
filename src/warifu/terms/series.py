"""Series: what somebody's statistics count, period by period, each as published on a day."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from warifu.terms.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a series.

    `measure` is what is counted (exports, base, increase, rate); `basis` whose statistics and which scope; `published`
    when the value was made public: a later publication of the same period revises it. `rows` is how many rows of the
    source's table were added up to it, and `place` the first of them.
    """

    measure: str
    category: str
    period: PartialDate
    value: Decimal
    unit: str
    basis: str
    published: PartialDate | None
    source: str
    rows: int
    place: str

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What two publications of one value have in common."""
        return (self.measure, self.category, self.period.text, self.unit, self.basis)

    @property
    def sort_key(self) -> tuple[object, ...]:
        when = self.published.sort_key if self.published is not None else ()
        return (*self.key, when, self.source, self.value)
