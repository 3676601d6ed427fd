"""A book: the tables of a build, with what belongs together gathered once, and who publishes them."""

from __future__ import annotations

import hashlib
import itertools
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Generic, Protocol, TypeVar, runtime_checkable

from warifu.exports import addresses
from warifu.tables import contract as c
from warifu.tables.files import Tables
from warifu.terms.money import plain

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


@runtime_checkable
class Noting(Protocol):
    """Tables that note what was asked of them."""

    asked: set[str]


HOME: Final = "https://w3id.org/warifu"
"""Where warifu's own terms and, unless a workspace names its own address, its ledgers are addressed."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Who publishes a ledger, where, under which licence, and which release it is.

    `organisation` is the publisher's identifier in IATI's list; `release` is empty for what was never released.
    """

    publisher: str
    address: str
    licence: str
    contact: str
    organisation: str
    release: str
    released: str

    @property
    def licence_address(self) -> str:
        return LICENCES.get(self.licence, self.licence)


LICENCES: Final[Mapping[str, str]] = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "ODC-BY-1.0": "https://opendatacommons.org/licenses/by/1-0/",
}


class Book:
    """What the formats read: every table, and the rows of a deal together.

    `before` is where the last exports lie, if anywhere, for a format that can take over what did not change; `same` are
    the tables that are as they were then.
    """

    def __init__(self, tables: Tables, before: Path | None = None, same: frozenset[str] = frozenset()) -> None:
        self.tables = tables
        self.before = before
        self.same = same

    def rows(self, row: type[R]) -> tuple[R, ...]:
        return self.tables.rows(row)

    @cached_property
    def programme(self) -> c.ProgrammeRow:
        return self.rows(c.ProgrammeRow)[0]

    @cached_property
    def meta(self) -> Mapping[str, str]:
        """What the tables say of themselves, but for the digest of what is kept."""
        return {row.name: row.value for row in self.rows(c.MetaRow) if row.name != "kept"}

    @property
    def kept(self) -> str:
        """The digest of what is kept; whoever tells it is made anew with every change."""
        if isinstance(self.tables, Noting):
            self.tables.asked.add("kept")
        return next((row.value for row in self.rows(c.MetaRow) if row.name == "kept"), "")

    @cached_property
    def publication(self) -> Publication:
        meta, programme = self.meta, self.programme
        return Publication(
            publisher=meta.get("publisher", "") or f"The makers of the ledger “{programme.name_en}”",
            address=(meta.get("address", "") or f"{HOME}/ledgers/{programme.programme}").rstrip("/"),
            licence=meta.get("licence", "") or "CC-BY-4.0",
            contact=meta.get("contact", ""),
            organisation=meta.get("organisation", ""),
            release=meta.get("release", ""),
            released=meta.get("released", ""),
        )

    @property
    def version(self) -> str:
        """The number of the release; for what was never released, the reader's day."""
        return self.publication.release or f"unreleased-{self.programme.as_of}"

    @property
    def dated(self) -> str:
        """The day these exports bear: the release's, else the reader's. Never the clock's."""
        return self.publication.released or self.programme.as_of.isoformat()

    @cached_property
    def deals(self) -> Mapping[str, c.DealRow]:
        return {row.deal: row for row in self.rows(c.DealRow)}

    @cached_property
    def areas(self) -> Mapping[str, c.AreaRow]:
        return {row.area: row for row in self.rows(c.AreaRow)}

    @cached_property
    def parties(self) -> Mapping[str, c.PartyRow]:
        return {row.party: row for row in self.rows(c.PartyRow)}

    @cached_property
    def sources(self) -> Mapping[str, c.SourceRow]:
        return {row.source: row for row in self.rows(c.SourceRow)}

    def each(self, row: type[R]) -> Iterator[R]:
        """The rows of a table one after the other, for whoever needs each once."""
        return self.tables.each(row) if self.tables.count(row) > MANY else iter(self.rows(row))

    def count(self, row: type[Any]) -> int:
        return self.tables.count(row)

    def _grouped(self, row: type[R]) -> Groups[R]:
        many = self.tables.count(row) > MANY
        return Walked(lambda: self.tables.each(row)) if many else Held(self.rows(row))

    @cached_property
    def deal_parties(self) -> Groups[c.DealPartyRow]:
        return self._grouped(c.DealPartyRow)

    @cached_property
    def sums(self) -> Groups[c.SumRow]:
        return self._grouped(c.SumRow)

    @cached_property
    def stages(self) -> Groups[c.StageRow]:
        return self._grouped(c.StageRow)

    @cached_property
    def statements(self) -> Groups[c.StatementRow]:
        return self._grouped(c.StatementRow)

    @cached_property
    def versions(self) -> Groups[c.VersionRow]:
        return self._grouped(c.VersionRow)

    @cached_property
    def gaps(self) -> Groups[c.GapRow]:
        return self._grouped(c.GapRow)

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The parts of each umbrella."""
        found: dict[str, list[str]] = defaultdict(list)
        for deal in self.each(c.DealRow):
            if deal.part_of:
                found[deal.part_of].append(deal.deal)
        return {name: tuple(sorted(deals)) for name, deals in found.items()}

    @cached_property
    def former(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of deals that are no more and lead to each deal."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.rows(c.RedirectRow):
            for name in row.new:
                found[name].append(row.old)
        return {name: tuple(sorted(old)) for name, old in found.items()}

    def address(self, kind: str, name: str) -> str:
        """The permanent address of a deal, area, party, source, document, sum, statement or figure."""
        return f"{self.publication.address}/{addresses.path(kind, name)}"

    def evidence(self, deal: str) -> Iterator[c.SourceRow]:
        """The sources of a deal, by id."""
        names = {row.source for row in self.statements.get(deal, ()) if row.source}
        return (self.sources[name] for name in sorted(names) if name in self.sources)


MANY: Final = 100_000
"""Rows above which a table is walked through in its order and not held in memory."""


class Groups(Protocol[R_co]):
    """The rows of each deal."""

    def get(self, deal: str, missing: tuple[()] = (), /) -> tuple[R_co, ...]: ...


class Held(Generic[R]):
    """The rows of each deal, all in memory."""

    def __init__(self, rows: Iterable[R]) -> None:
        found: dict[str, list[R]] = defaultdict(list)
        for row in rows:
            found[deal_of(row)].append(row)
        self._rows = {name: tuple(items) for name, items in found.items()}

    def get(self, deal: str, missing: tuple[()] = (), /) -> tuple[R, ...]:
        return self._rows.get(deal, missing)


class Walked(Generic[R]):
    """The rows of each deal, from a table that lies in the order of its deals, walked through once.

    Asked in that order, as the formats do, it holds one deal at a time; asked for an earlier deal, it begins anew.
    """

    def __init__(self, begin: Callable[[], Iterator[R]]) -> None:
        self._begin = begin
        self._asked: str | None = None
        self._walk: Iterator[tuple[str, Iterator[R]]] = iter(())
        self._deal: str | None = None
        self._rows: tuple[R, ...] = ()

    def get(self, deal: str, missing: tuple[()] = (), /) -> tuple[R, ...]:
        if self._asked is None or deal < self._asked:
            self._walk = itertools.groupby(self._begin(), deal_of)
            self._step()
        self._asked = deal
        while self._deal is not None and self._deal < deal:
            self._step()
        return self._rows if self._deal == deal else missing

    def _step(self) -> None:
        self._deal, rows = next(self._walk, (None, iter(())))
        self._rows = tuple(rows)


def deal_of(row: Any) -> str:
    return str(row.deal)


def digest_of(path: Path) -> str:
    """The digest of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def take(old: Path, new: Path) -> None:
    """Take a file over as it is: under a second name, or as a copy where the disk knows no second names."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def number(value: Decimal) -> str:
    """A number as every reader of numbers reads it: exact, no exponent, no zeros behind."""
    return f"{plain(value):f}"


def moves(sum_: c.SumRow, deal: c.DealRow) -> bool:
    """Whether a sum of a deal may be added to others: counted, soundly told, and not an umbrella's."""
    return sum_.standing == "counted" and not sum_.doubtful and not deal.umbrella
