"""Mapping files: which column of a table gives which field of a deal, in YAML.

A value is `{column: amount}` or `{text: CN}`. `values` is a table from the cell's words to warifu's; `none` lists cells
that say nothing; `otherwise` is for cells in neither, and `keep` leaves these as they are. A row of a deal (a paper, a
stage, a sum) may carry `when`: the conditions under which the table's row gives one. Nothing in a mapping runs, and a
word that is not in its table is a problem with its row and column, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

import msgspec

from warifu.proposals import yaml_text
from warifu.proposals.lists import SourceRow
from warifu.proposals.yaml_text import Lines
from warifu.terms.codelist import PartyType, Role, SourceKind
from warifu.terms.dates import PartialDate
from warifu.terms.problem import Problem


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a value comes from.

    `before` is written before it; `split` parts a cell into several values; `date` is the pattern of its days
    (`%d/%m/%Y`; nothing: EDTF such as 2016-12); `decimal` and `thousands` say how numbers are written, `times` what
    they count in (1000000 for millions).
    """

    column: str = ""
    text: str = ""
    values: dict[str, str] | None = None
    none: tuple[str, ...] = ()
    otherwise: str = ""
    keep: bool = False
    before: str = ""
    split: str = ""
    date: str = ""
    decimal: str = "."
    thousands: str = ""
    times: Decimal = Decimal(1)


class When(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A condition on the table's row: its cell is one of `among`, is none of `apart`, or says anything (`filled`)."""

    column: str
    among: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    filled: bool | None = None


class RowMap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every row of a deal may carry. `sources` are ids; without them the table itself is the source."""

    when: tuple[When, ...] = ()
    on: Value | None = None
    note: Value | None = None
    quote: Value | None = None
    voice: Value | None = None
    sources: Value | None = None


class PaperMap(RowMap, frozen=True, kw_only=True, forbid_unknown_fields=True):
    form: Value
    binding: Value | None = None
    basis: Value | None = None


class StageMap(RowMap, frozen=True, kw_only=True, forbid_unknown_fields=True):
    stage: Value


class StatusMap(RowMap, frozen=True, kw_only=True, forbid_unknown_fields=True):
    status: Value


class RestatedMap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table's own restatement of a sum; see `terms.statement.Restated`."""

    amount: Value
    currency: Value
    rate: Value | None = None
    prices: str = ""
    deflator: Value | None = None


class SumMap(RowMap, frozen=True, kw_only=True, forbid_unknown_fields=True):
    kind: Value
    amount: Value
    currency: Value
    to: Value | None = None
    bound: Value | None = None
    standing: Value | None = None
    restated: tuple[RestatedMap, ...] = ()


class PartyMap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Parties named in a cell. `endings` are words after the name that tell its type (", Private Sector")."""

    name: Value
    roles: tuple[Role, ...]
    id: Value | None = None
    country: Value | None = None
    type: Value | None = None
    endings: dict[str, PartyType] = {}


class CitedMap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sources that a row cites. `endings` are words after the address that tell the kind of source."""

    address: Value
    publisher: Value | None = None
    published: Value | None = None
    language: str = ""
    endings: dict[str, SourceKind] = {}


class RateMap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Rates that the rows use: units of `currency` for one of `base`."""

    currency: Value
    base: str
    on: Value
    rate: Value


class DealMap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a row becomes a deal's sheet. `many_rows`: rows with one id are one deal, its sums and stages from all."""

    id: Value
    title: Value
    many_rows: bool = False
    programme: Value | None = None
    areas: tuple[Value, ...] = ()
    belongs: Value | None = None
    umbrella: Value | None = None
    part_of: Value | None = None
    confidence: Value | None = None
    place: Value | None = None
    country: Value | None = None
    region: Value | None = None
    instrument: Value | None = None
    note: Value | None = None
    parties: tuple[PartyMap, ...] = ()
    papers: tuple[PaperMap, ...] = ()
    stages: tuple[StageMap, ...] = ()
    status: tuple[StatusMap, ...] = ()
    sums: tuple[SumMap, ...] = ()
    cited: tuple[CitedMap, ...] = ()
    labels: dict[str, Value] = {}


class SeriesMap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How rows become entries of a series: what was counted, of which period, when it was published.

    Rows of one measure, category, period and publication are added up: monthly exports by product to those by group.
    """

    category: Value
    period: Value
    value: Value
    unit: str
    basis: str
    measure: Value
    when: tuple[When, ...] = ()
    published: Value | None = None


class IatiMap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an IATI file needs besides itself: a programme, and a currency for amounts that tell none."""

    programme: str = ""
    currency: str = ""


class Control(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column's total, as its publisher gives it: the import is refused where the rows do not add up to it."""

    column: str
    total: Decimal
    slack: Decimal = Decimal(0)


class TableMap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table: where it is, how it is written, and what it must hold to be whole.

    `file` stands beside the mapping, or elsewhere; `digest` pins its bytes. `at_least` is the least number of rows.
    `sheet` is the sheet of a workbook, or the resource of a data package, whose own bytes `resource_digest` pins.
    """

    file: str = ""
    format: str = ""
    sheet: str = ""
    header: int = 1
    delimiter: str = ","
    encoding: str = "utf-8"
    records: str = ""
    blank: tuple[str, ...] = ()
    digest: str = ""
    resource_digest: str = ""
    at_least: int | None = None
    control: tuple[Control, ...] = ()


class Mapping(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table and what its rows give: deals, or entries of series, and rates; or an IATI file.

    `release` is the table as a source: every statement rests on it. `coder` is who coded it, `coded` when.
    """

    release: SourceRow
    coder: str
    coded: PartialDate
    table: TableMap
    deals: DealMap | None = None
    iati: IatiMap | None = None
    series: tuple[SeriesMap, ...] = ()
    rates: tuple[RateMap, ...] = ()


SUFFIXES: Final = (".yaml", ".yml")


def read(path: Path, name: str) -> tuple[Mapping | None, Lines, list[Problem]]:
    """Read one mapping file; the lines say where each value stands."""
    value, lines, problems = yaml_text.load(path.read_bytes(), name)
    if problems:
        return None, lines, problems
    problems = [
        yaml_text.file_fault(name, lines.get(path, 1), "unanswered", f"{ASKED} is a question: write the answer there")
        for path in _asked(value, ())
    ]
    if problems:
        return None, lines, problems
    found, problems = yaml_text.shape(value, Mapping, name, lines)
    if found is not None and not (found.deals or found.iati or found.series or found.rates):
        message = "it gives neither deals, iati, series nor rates, so nothing would be imported: add one of them"
        problems = [yaml_text.file_fault(name, 1, "empty-mapping", message)]
    return (None if problems else found), lines, problems


ASKED: Final = "???"
"""What the first-run assistant writes where it could not guess."""


def _asked(value: object, path: yaml_text.Path) -> Iterator[yaml_text.Path]:
    """Where a question of the assistant still stands."""
    if isinstance(value, dict):
        for key, item in value.items():
            if ASKED in str(key):
                yield (*path, key)
            yield from _asked(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _asked(item, (*path, number))
    elif isinstance(value, str) and ASKED in value:
        yield path
