"""Lists: the tables of a workspace that are longer than they are deep, one CSV a list, one row a thing.

Sources, parties, sayings, talks, rivals, context, open questions, targets and rates. The header names the columns; an
unknown or missing column, a short row or a bad value is a problem with its file, line and column.
"""

from __future__ import annotations

import csv
import io
import typing
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from warifu.proposals import yaml_text
from warifu.terms.codelist import Answer, PartyType, SaidKind, SourceKind
from warifu.terms.currencies import CURRENCIES
from warifu.terms.dates import PartialDate
from warifu.terms.problem import Problem

ListRow = msgspec.Struct
R = TypeVar("R", bound=msgspec.Struct)


class SourceRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A publication. `side` is the side its publisher speaks for: an ISO 3166-1 code, `third`, or empty: unjudged."""

    id: str
    publisher: str
    published: PartialDate | None = None
    language: str = ""
    kind: SourceKind = SourceKind.UNKNOWN
    side: str | None = None
    url: str = ""
    note: str = ""
    original: str = ""
    doubtful: str = ""
    document: str = ""


class PartyListRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A party: `country` is ISO 3166-1; names in other scripts are looked up by the readers."""

    id: str
    name: str
    country: str = ""
    type: PartyType = PartyType.UNKNOWN
    name_ja: str = ""
    name_ru: str = ""
    note: str = ""
    sources: str = ""


class SaidRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something somebody said about the programme. `paraphrase` is the coder's wording, `quote` the speaker's.

    `topic` is what it is about; `ties_to` is the topic it is made conditional on, and `tie` how (conditional,
    creates conditions, kept apart); with the tie "takes it for", `ties_to` is what the programme is taken for
    (leverage, aid, commerce, confidence-building). `hoped_low`, `hoped_high`, `unit` are a number hoped for; with the
    tie "can order", the share of private money that the other side's government is thought to command. `about` is the
    side whose position is told where somebody tells another's; empty: the speaker's own.
    """

    id: str
    on: PartialDate | None = None
    speaker: str
    office: str = ""
    side: str
    kind: SaidKind
    topic: str = ""
    paraphrase: str
    quote: str = ""
    ties_to: str = ""
    tie: str = ""
    hoped_low: Decimal | None = None
    hoped_high: Decimal | None = None
    unit: str = ""
    confidence: str = ""
    about: str = ""
    sources: str = ""


class TalkRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step on the linked talks. `movement` is -2 to +2; empty where it was not coded."""

    id: str
    on: PartialDate
    kind: str
    title: str
    place: str = ""
    country: str = ""
    meeting_no: str = ""
    movement: int | None = None
    reason: str = ""
    confidence: str = ""
    sources: str = ""


class RivalRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure about another investor in the same region. `basis` is planned, actual, or empty for unknown.

    `measured` is what was measured, in words that rows of other investors share ("loan to Yamal LNG"); only rows with
    the same words can be set beside each other. Empty: `metric` itself.
    """

    id: str
    rival: str
    period: str = ""
    metric: str
    value: Decimal | None = None
    unit: str = ""
    currency: str = ""
    scope: str = ""
    basis: str = ""
    measured: str = ""
    note: str = ""
    confidence: str = ""
    sources: str = ""


class ContextRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure or date of the surroundings: trade, visitors, budget, sanctions, counts of documents."""

    id: str
    series: str
    period: str = ""
    value: Decimal | None = None
    unit: str = ""
    currency: str = ""
    note: str = ""
    confidence: str = ""
    sources: str = ""


class MovementRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one coder, who had not seen the deals, read off one step of the talks: -2 to 2, with the reason in words."""

    talk: str
    coder: str
    movement: int
    on: PartialDate | None = None
    reason: str = ""


class ClaimRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One published number to be checked for itself.

    `unit` holds scale and bound as printed ("USD bn (about)"); `note` may give the same sum in another currency
    ("about JPY 88.5bn"). `total` names the claim that this one is a part of, and `complete` is yes on the total where
    the source says that the parts are all; `part` and `whole` are given for a percentage of two other claims.
    """

    id: str
    on: str
    voice: str
    subject: str
    item: str
    value: Decimal
    unit: str
    total: str = ""
    complete: str = ""
    part: str = ""
    whole: str = ""
    note: str = ""
    sources: str = ""


class QuestionRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version of an answer on which sources differ."""

    id: str
    topic: str = ""
    question: str
    version: str
    claim: str
    treatment: str = ""
    sources: str = ""


class TargetRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A target and what came of it in somebody's statistics, in billions of US dollars (column names say so)."""

    id: str
    category: str
    period: str
    basis: str
    increase_usd_bn: Decimal | None = None
    target_usd_bn: Decimal | None = None
    actual_usd_bn: Decimal | None = None
    ratio: Decimal | None = None
    as_of: PartialDate | None = None
    note: str = ""
    sources: str = ""


class RateRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Units of `currency` for one unit of `base` on a day, month or year, and who says so."""

    currency: str
    base: str
    on: PartialDate
    rate: Decimal
    source: str


class AccuracyRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How well a reader reads one field in one language, in counts; `warifu evaluate GOLD --to WORKSPACE` writes it.

    `marked` is empty where nothing can be missed: the share that is right of what was found is all there is.
    """

    reader: str
    set: str
    language: str
    field: str
    right: int
    found: int
    marked: int | None = None


class SeriesRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One value of somebody's statistics, as `terms.series.Entry` has it; a large series is imported by a mapping."""

    measure: str
    category: str
    period: PartialDate
    value: Decimal
    unit: str
    source: str
    basis: str = ""
    published: PartialDate | None = None
    rows: int = 1


class BesideRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A programme of another workspace that this one is set beside; `warifu compare --keep` writes it.

    `kept` is the digest of that workspace as its figures were taken over, `release` its release, `address` its site.
    """

    programme: str
    name: str
    as_of: PartialDate
    kept: str
    name_ja: str = ""
    name_ru: str = ""
    release: str = ""
    address: str = ""


class BesideFigureRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure of such a programme, as its own ledger gave it."""

    programme: str
    measure: str
    label: str
    unit: str
    n: int
    answer: Answer
    method: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


class Listed(msgspec.Struct, typing.Generic[R], frozen=True):
    """A row and where it stands."""

    row: R
    file: str
    line: int


SEPARATOR: Final = ";"


def names(cell: str) -> tuple[str, ...]:
    """The ids of a cell such as "mofa-20160507; nhk-20160719"."""
    return tuple(part.strip() for part in cell.split(SEPARATOR) if part.strip())


def read(path: Path, kind: type[R], name: str) -> tuple[list[Listed[R]], list[Problem]]:
    """Read one list; a file that is not there is an empty list.

    Args:
        path: The CSV file, in UTF-8.
        kind: The row's type; its fields are the columns.
        name: How to call the file in messages and in the ledger.

    Returns:
        The rows that could be read, and every problem.
    """
    if not path.exists():
        return [], []
    text, problem = yaml_text.decoded(path.read_bytes(), name)
    if problem is not None:
        return [], [problem]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Listed[R]] = []
    problems: list[Problem] = []
    start, header = 1, None
    try:
        for cells in reader:
            line, start = start, reader.line_num + 1
            if header is None:
                header = cells
                problems.extend(_header_faults(cells, kind, name))
                if problems:
                    return [], problems
            elif any(cells):
                row, faults = _row(cells, header, kind, name, line)
                problems.extend(faults)
                if row is not None:
                    rows.append(Listed(row, name, line))
    except csv.Error as fault:
        message = f"{fault}; check the quotes on this line"
        problems.append(yaml_text.file_fault(name, reader.line_num, "broken-csv", message))
    return rows, problems


def _header_faults(header: list[str], kind: type[R], name: str) -> list[Problem]:
    known = kind.__struct_fields__
    required = [field.name for field in msgspec.structs.fields(kind) if field.required]
    faults = [
        f"there is no column {column!r}{yaml_text.nearest(column, known)}" for column in header if column not in known
    ]
    faults += [f"the column {column!r} is missing" for column in required if column not in header]
    faults += [f"the column {column!r} stands twice" for column in sorted({c for c in header if header.count(c) > 1})]
    return [yaml_text.file_fault(name, 1, "bad-column", message) for message in faults]


def _row(cells: list[str], header: list[str], kind: type[R], name: str, line: int) -> tuple[R | None, list[Problem]]:
    if len(cells) != len(header):
        message = f"{len(cells)} cells under {len(header)} columns: a comma too few, too many, or outside quotes"
        return None, [yaml_text.file_fault(name, line, "cell-count", message)]
    value: dict[str, Any] = {column: cell.strip() or None for column, cell in zip(header, cells, strict=True)}
    row, faults = yaml_text.shape(value, kind, name, {(): line})
    if row is not None:
        faults = [yaml_text.file_fault(name, line, rule, message) for rule, message in _meaningless(row)]
    return (None if faults else row), faults


def _meaningless(row: msgspec.Struct) -> Iterator[tuple[str, str]]:
    """What a row may not say though each of its cells is well formed."""
    named = getattr(row, "id", None)
    if named is not None and yaml_text.ID.fullmatch(named) is None:
        yield "bad-id", yaml_text.no_id("id", named)
    if isinstance(row, AccuracyRow):
        counts = [row.found] if row.marked is None else [row.found, row.marked]
        if row.right < 0 or any(row.right > count for count in counts):
            yield "bad-number", f"right: {row.right} is more than was found or marked: run warifu evaluate again"
    if isinstance(row, RateRow):
        if row.rate <= 0:
            yield "bad-rate", f"rate: {row.rate} is no rate: write how many {row.currency} one {row.base} was"
        for column, code in (("currency", row.currency), ("base", row.base)):
            if code not in CURRENCIES:
                yield "unknown-code", f"{column}: {code!r} is no currency code of ISO 4217, such as JPY, USD or RUB"
