"""Series: monthly counts as targets and deliveries, replayed as they were known on a day.

A statistic is revised: the same period is published again with another value. On any day the latest publication up to
that day counts, and each change is listed as a revision, so that 57 % and later 58 % of one promise are both right,
each on its day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from warifu.measures.delivery import Count, Promise
from warifu.measures.delivery import together as as_one
from warifu.terms.dates import PartialDate
from warifu.terms.series import Entry

MONTHS: Final = 12


def seen(entry: Entry, as_of: date) -> bool:
    """Whether a value was surely public by a day; one whose publication has no day is seen from its period's end on."""
    day = entry.published if entry.published is not None else entry.period
    return day.surely_by(as_of)


def known(entries: Iterable[Entry], as_of: date) -> tuple[Entry, ...]:
    """The entries as they were known on a day: of each value its latest publication, sorted."""
    latest: dict[tuple[str, ...], Entry] = {}
    for entry in sorted(entries, key=lambda item: item.sort_key):
        if not seen(entry, as_of):
            continue
        have = latest.get(entry.key)
        if have is None or _when(entry) >= _when(have):
            latest[entry.key] = entry
    return tuple(sorted(latest.values(), key=lambda item: item.sort_key))


def _when(entry: Entry) -> date:
    return entry.published.last if entry.published is not None else date.min


@dataclass(frozen=True, slots=True)
class Revision:
    """One value published again with another number."""

    before: Entry
    after: Entry

    @property
    def change(self) -> Decimal:
        return self.after.value - self.before.value


def revisions(entries: Iterable[Entry]) -> tuple[Revision, ...]:
    """Every change of a value from one publication to the next."""
    by_key: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        by_key[entry.key].append(entry)
    found: list[Revision] = []
    for key in sorted(by_key):
        told = sorted(by_key[key], key=lambda item: (_when(item), item.sort_key))
        found += [Revision(a, b) for a, b in pairwise(told) if a.value != b.value]
    return tuple(found)


def months(entries: Iterable[Entry], measure: str, categories: Sequence[str], year: int) -> tuple[Decimal, ...] | None:
    """The twelve monthly values of a year over some categories; None where a month is missing in one of them.

    A month that is missing is not a month of nothing: no year is made of eleven.
    """
    found: dict[str, dict[int, Decimal]] = {category: {} for category in categories}
    for entry in entries:
        month = _month(entry.period, year)
        if entry.measure == measure and entry.category in found and month is not None:
            own = found[entry.category]
            own[month] = own.get(month, Decimal(0)) + entry.value
    if any(len(own) != MONTHS for own in found.values()):
        return None
    return tuple(sum((own[month] for own in found.values()), Decimal(0)) for month in range(1, MONTHS + 1))


def _month(period: PartialDate, year: int) -> int | None:
    one = period.first.year == period.last.year == year and period.first.month == period.last.month
    return period.first.month if one else None


def year_to_date(entries: Iterable[Entry], measure: str, category: str, year: int, through: int) -> Entry | None:
    """What was counted from January to a month: as told, else its months added up; None where a month is missing."""
    rows = [item for item in entries if item.measure == measure and item.category == category]
    wanted = (date(year, 1, 1), through)
    for entry in rows:
        if (entry.period.first, entry.period.last.month) == wanted and entry.period.last.year == year:
            return entry
    by_month = {month: item for item in rows if (month := _month(item.period, year)) is not None}
    told = [by_month.get(month) for month in range(1, through + 1)]
    own = [item for item in told if item is not None]
    if len(own) != through or not own or len({(item.unit, item.basis) for item in own}) != 1:
        return None
    first = own[0]
    return Entry(
        measure=measure,
        category=category,
        period=PartialDate.parse(f"{year}-01/{year}-{through:02d}"),
        value=sum((item.value for item in own), Decimal(0)),
        unit=first.unit,
        basis=first.basis,
        published=max((item.published for item in own if item.published is not None), default=None),
        source=first.source,
        rows=sum(item.rows for item in own),
        place=first.place,
    )


def promise(entries: Iterable[Entry], category: str, year: int, basis: str) -> Promise | None:
    """A promise for a year, from the entries `base`, `increase` and `level`; None where none of them is told.

    Where a level and an increase are told and no base, the base is what lies between them.
    """
    told = [item for item in entries if item.category == category and item.basis == basis]
    base = next((item for item in told if item.measure == "base"), None)
    increase = next((item for item in told if item.measure == "increase" and item.period.year == year), None)
    level = next((item for item in told if item.measure == "level" and item.period.year == year), None)
    have = [item for item in (increase, level, base) if item is not None]
    if not have or len({item.unit for item in have}) != 1:
        return None
    under = None if base is None else base.value
    if under is None and level is not None and increase is not None:
        under = level.value - increase.value
    return Promise(
        id=f"{category}-{year}",
        category=category,
        period=str(year),
        basis=basis,
        unit=have[0].unit,
        increase=None if increase is None else increase.value,
        base=under,
        level=None if level is None else level.value,
    )


def over_years(promises: Sequence[Promise | None], id_: str, period: str) -> Promise | None:
    """Promises for several years as one over all of them; None where one is missing or their bases differ."""
    rows = [replace(item, period=period) for item in promises if item is not None]
    if not rows or len(rows) != len(promises):
        return None
    return as_one(rows, id_, rows[0].category)


def count(entries: Iterable[Entry], measure: str, category: str, year: int, through: int, basis: str) -> Count | None:
    """What came by a month, to be set against a promise on the same basis; None where a month is missing."""
    found = year_to_date([item for item in entries if item.basis == basis], measure, category, year, through)
    if found is None:
        return None
    return Count(
        id=f"{category}-{year}-{through:02d}",
        category=category,
        period=str(year),
        basis=basis,
        unit=found.unit,
        value=found.value,
        through=through,
        source=found.source,
    )


def together(counts: Sequence[Count | None], id_: str, category: str) -> Count | None:
    """Several counts of one period, basis and unit as one; None where one is missing or they differ."""
    rows = [item for item in counts if item is not None]
    kinds = {(row.period, row.basis, row.unit, row.through) for row in rows}
    if len(rows) != len(counts) or len(kinds) != 1:
        return None
    period, basis, unit, through = kinds.pop()
    source = "; ".join(dict.fromkeys(row.source for row in rows))
    value = sum((row.value for row in rows), Decimal(0))
    return Count(id_, category, period, basis, unit, value, through, source)
