"""Series from a table: rows of one category and period added up to one entry, as the mapping says."""

from __future__ import annotations

from decimal import Decimal

from warifu.proposals.imports.fields import Conditions, Field, Ground
from warifu.proposals.imports.mapping import Mapping, SeriesMap
from warifu.proposals.imports.places import Cell
from warifu.proposals.imports.tables import Table
from warifu.proposals.yaml_text import Path
from warifu.terms.dates import PartialDate
from warifu.terms.series import Entry


class _Series:
    """The fields of one series, made ready."""

    def __init__(self, told: SeriesMap, ground: Ground, path: Path) -> None:
        self.told = told
        self.when = Conditions(told.when, ground, path)
        self.measure = Field(told.measure, ground, (*path, "measure"))
        self.category = Field(told.category, ground, (*path, "category"))
        self.period = Field(told.period, ground, (*path, "period"))
        self.value = Field(told.value, ground, (*path, "value"))
        self.published = None if told.published is None else Field(told.published, ground, (*path, "published"))


def read(mapping: Mapping, table: Table, ground: Ground) -> list[Entry]:
    """The entries that a table's rows give, sorted. A row whose cell is empty gives none: unknown is not zero."""
    found: list[Entry] = []
    for number, told in enumerate(mapping.series):
        own = _Series(told, ground, ("series", number))
        if not ground.problems:
            found.extend(_added(own, mapping, table))
    return sorted(found, key=lambda entry: entry.sort_key)


def _added(own: _Series, mapping: Mapping, table: Table) -> list[Entry]:
    sums: dict[tuple[str, str, PartialDate, PartialDate | None], tuple[Decimal, int, int]] = {}
    for row in table.rows:
        if not own.when.hold(row):
            continue
        value = own.value.number(row)
        period = own.period.day(row)
        category = own.category.text(row)
        if value is None or period is None or not category:
            continue
        published = mapping.release.published if own.published is None else own.published.day(row)
        key = (own.measure.text(row), category, period, published)
        so_far = sums.get(key)
        if so_far is None:
            sums[key] = value, 1, row[0]
        else:
            sums[key] = so_far[0] + value, so_far[1] + 1, so_far[2]
    return [
        Entry(
            measure, category, period, value, own.told.unit, own.told.basis, published, mapping.release.id, rows,
            f"{table.name}:{Cell(first, own.value.column)}",
        )
        for (measure, category, period, published), (value, rows, first) in sums.items()
    ]  # fmt: skip
