"""Coding sheets: what an analyst writes about one deal, one readable YAML file a deal.

Copy a file to add a deal. Comments are kept by your editor, not needed by warifu. Every value is read as text first,
so `no` is the word no and 2016 is not a number until a field asks for one. Every fault is reported with its file and
line, all in one run; a sheet with a fault is left out of the ledger as a whole and the build stops, so that nothing
half-read is ever published.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

import msgspec

from warifu.proposals import yaml_text
from warifu.proposals.yaml_text import Lines
from warifu.terms.codelist import (
    Basis,
    Belongs,
    Binding,
    Bound,
    Form,
    Instrument,
    Role,
    Stage,
    Standing,
    Status,
    SumKind,
)
from warifu.terms.dates import PartialDate
from warifu.terms.money import Money
from warifu.terms.problem import Problem


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every row of a sheet may carry.

    `sources` are ids of the source list; `note` is the coder's wording; `quote` the source's own words; `voice`
    whose word it is when it is not the source's own ("JP government", "RU firm").
    """

    on: PartialDate | None = None
    note: str = ""
    quote: str = ""
    voice: str = ""
    sources: tuple[str, ...] = ()


class PartyRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    party: str
    roles: tuple[Role, ...]


class PaperRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    form: Form
    binding: Binding = Binding.UNKNOWN
    basis: Basis = Basis.RULE


class StageRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    stage: Stage


class StatusRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    status: Status


class RestatedRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The sum as its source restates it: `rate` units of the amount before make one of this currency; `prices` is the
    year whose prices it is in, `deflator` the level of prices at the sum's day where that year's is 1."""

    amount: Money
    rate: Decimal | None = None
    prices: str = ""
    deflator: Decimal | None = None


class SumRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    kind: SumKind
    amount: Money
    to: Money | None = None
    bound: Bound = Bound.EXACT
    standing: Standing = Standing.COUNTED
    restated: tuple[RestatedRow, ...] = ()


class LookRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody looked for news of the deal on a day."""

    on: PartialDate
    by: str
    found: str = "nothing"


class Spot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the deal lies: a name, an ISO 3166-1 country, an ISO 3166-2 region."""

    name: str = ""
    country: str = ""
    region: str = ""


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One deal as its coder reads it.

    `umbrella` marks a frame, list or tranche whose parts are deals of their own: its sums are never added; `partial`
    says that some of its parts are known to be missing here. `part_of` names that umbrella deal. `judged` says in words
    which rows were a judgement of the coder. `labels` are another ledger's own classifications, by their name there.
    """

    deal: str
    title: str
    coder: str
    coded: PartialDate
    programme: str = ""
    areas: tuple[str, ...] = ()
    belongs: Belongs = Belongs.CORE
    umbrella: bool = False
    part_of: str = ""
    confidence: str = ""
    place: Spot = Spot()
    parties: tuple[PartyRow, ...] = ()
    instrument: Instrument = Instrument.UNSPECIFIED
    papers: tuple[PaperRow, ...] = ()
    stages: tuple[StageRow, ...] = ()
    status: tuple[StatusRow, ...] = ()
    sums: tuple[SumRow, ...] = ()
    looks: tuple[LookRow, ...] = ()
    sources: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    note: str = ""
    labels: dict[str, str] = {}
    partial: bool = False


class SheetFile(msgspec.Struct, frozen=True):
    """A sheet and where each of its values stands: `lines` maps ("stages", 0) to the line of the first stage."""

    file: str
    sheet: Sheet
    lines: Lines


SUFFIXES: Final = (".yaml", ".yml")


def read(path: Path, name: str) -> tuple[SheetFile | None, list[Problem]]:
    """Read one sheet.

    Args:
        path: The file.
        name: How to call it in messages and in the ledger (its path inside the workspace).

    Returns:
        The sheet, or None, and every problem found in it.
    """
    value, lines, problems = yaml_text.load(path.read_bytes(), name)
    if problems:
        return None, problems
    sheet, problems = yaml_text.shape(value, Sheet, name, lines)
    if sheet is not None:
        problems = [yaml_text.at(name, lines, path, rule, message) for path, rule, message in _meaningless(sheet)]
        if problems:
            return None, problems
    return (None if sheet is None else SheetFile(name, sheet, lines)), problems


def _meaningless(sheet: Sheet) -> Iterator[tuple[yaml_text.Path, str, str]]:
    """What a sheet may not say though each of its values is well formed."""
    if yaml_text.ID.fullmatch(sheet.deal) is None:
        yield ("deal",), "bad-id", yaml_text.no_id("deal", sheet.deal)
    for number, row in enumerate(sheet.sums):
        path, named = ("sums", number), f"sums {number + 1}"
        if row.amount.number < 0:
            yield (*path, "amount"), "bad-amount", f"{named}, amount: {row.amount} is below zero: name its kind instead"
        if (row.bound is Bound.RANGE) is not (row.to is not None):
            yield (
                path,
                "bad-range",
                f"{named}: a range needs bound: range and both amount and to; write both or neither",
            )
        elif row.to is not None and row.to.currency != row.amount.currency:
            yield (*path, "to"), "bad-range", f"{named}, to: {row.to} is in another currency than {row.amount}"
        elif row.to is not None and row.to.number < row.amount.number:
            yield (*path, "to"), "bad-range", f"{named}, to: {row.to} is less than {row.amount}: turn the two round"


def paths(folder: Path) -> list[Path]:
    """Every sheet below a folder, in the order of their names whatever the disk says."""
    return sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())
