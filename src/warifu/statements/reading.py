"""A case laid out by what is told, once, for everything that reads it: checks, resolving, health.

Two laws are kept here, so that no reader can break them: the order in which statements arrive never shows, and what is
told twice is one thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from operator import lt

from warifu.terms.codelist import Stage, Standing, SumKind
from warifu.terms.deal import Case
from warifu.terms.statement import (
    InstrumentTold,
    PaperTold,
    PartyTold,
    StageTold,
    Statement,
    StatusTold,
    SumTold,
)


@dataclass(frozen=True, slots=True)
class SumOfCase:
    """One sum: what is told of it, and every statement that tells it. `again` are later rows that repeat it."""

    told: SumTold
    statements: tuple[Statement, ...]
    again: tuple[Statement, ...] = ()

    @property
    def first(self) -> Statement:
        return self.statements[0]

    @property
    def counted(self) -> bool:
        return self.told.standing is Standing.COUNTED


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything told of one deal, each kind of telling by itself, in the order of days and ids."""

    case: Case
    statements: tuple[Statement, ...]
    stages: tuple[tuple[Statement, StageTold], ...]
    statuses: tuple[tuple[Statement, StatusTold], ...]
    papers: tuple[tuple[Statement, PaperTold], ...]
    parties: tuple[tuple[Statement, PartyTold], ...]
    instruments: tuple[tuple[Statement, InstrumentTold], ...]
    sums: tuple[SumOfCase, ...]

    def at(self, *stages: Stage) -> list[Statement]:
        """The statements that tell one of these stages."""
        return [item for item, told in self.stages if told.stage in stages]

    def of_kind(self, *kinds: SumKind) -> list[SumOfCase]:
        return [one for one in self.sums if one.told.kind in kinds]


def read(case: Case) -> Reading:
    """Lay out a case; statements with one id are one statement."""
    told = _in_order(case.statements)
    stages: list[tuple[Statement, StageTold]] = []
    statuses: list[tuple[Statement, StatusTold]] = []
    papers: list[tuple[Statement, PaperTold]] = []
    parties: list[tuple[Statement, PartyTold]] = []
    instruments: list[tuple[Statement, InstrumentTold]] = []
    sums: list[tuple[Statement, SumTold]] = []
    for item in told:
        match item.told:
            case StageTold():
                stages.append((item, item.told))
            case StatusTold():
                statuses.append((item, item.told))
            case PaperTold():
                papers.append((item, item.told))
            case PartyTold():
                parties.append((item, item.told))
            case InstrumentTold():
                instruments.append((item, item.told))
            case SumTold():
                sums.append((item, item.told))
    parties.sort(key=lambda entry: (entry[0].place.line, entry[0].id))
    return Reading(
        case,
        told,
        tuple(stages),
        tuple(statuses),
        tuple(papers),
        tuple(parties),
        tuple(instruments),
        _sums(sums) if sums else (),
    )


def read_all(cases: Iterable[Case]) -> tuple[Reading, ...]:
    """Every case laid out, by id: the order in which cases arrive never shows."""
    return tuple(read(case) for case in sorted(cases, key=lambda case: case.id))


def _in_order(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """By day and id, each id once; `fold` hands them over so already, and then nothing is copied."""
    keys = [item.sort_key for item in statements]
    if all(map(lt, keys, islice(keys, 1, None))):
        return statements
    ordered = sorted(statements, key=lambda item: item.sort_key)
    return tuple({item.id: item for item in ordered}.values())


def _sums(found: Iterable[tuple[Statement, SumTold]]) -> tuple[SumOfCase, ...]:
    """One sum for each row, and rows that tell the very same sum on the same day are one: money is counted once."""
    rows: dict[int, list[tuple[Statement, SumTold]]] = {}
    for item, told in found:
        rows.setdefault(told.row, []).append((item, told))
    merged: dict[tuple[object, ...], list[list[tuple[Statement, SumTold]]]] = {}
    for row in sorted(rows):
        item, told = rows[row][0]
        key = (told.kind, told.standing, told.money, told.bound, told.upper, item.on)
        merged.setdefault(key, []).append(rows[row])
    return tuple(
        SumOfCase(
            told=same[0][0][1],
            statements=tuple(item for row in same for item, _ in row),
            again=tuple(row[0][0] for row in same[1:]),
        )
        for same in merged.values()
    )
