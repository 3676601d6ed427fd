"""The ledger: opens a workspace, walks the chain once, holds what came of it.

In:   a workspace folder, and the day to look from (`as_of`; by default the day until which the programme was followed)
Out:  a `Ledger`: sources, cases, deals, problems and figures, all from kept files
Not here: reading the files (`workspace`), any rule of the field, writing (`tables`, `site`, `exports`)

Reading and judging are apart: `workspace.read` collects everything that is kept and every fault in it, `walk` is a pure
function of that and of a day.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from warifu.deals import resolve, timeline
from warifu.decisions import judgement, movement, policy, rereading
from warifu.decisions.standing import standing
from warifu.errors import BadInputError, DateError, MoneyError
from warifu.measures import aggregates, board, headlines, scorecard
from warifu.measures.board import Board
from warifu.measures.rates import Rate, Rates
from warifu.measures.scorecard import Slice
from warifu.proposals import ecb, runs
from warifu.proposals.lists import (
    Listed,
)
from warifu.proposals.programme import Programme
from warifu.proposals.proposal import Proposal
from warifu.statements import checks, fold, judged_lists, reading, references
from warifu.statements import judged as judging
from warifu.terms.currencies import CURRENCIES
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Case, Converted, Deal
from warifu.terms.figure import Figure
from warifu.terms.money import Money
from warifu.terms.problem import Problem, Severity, in_order
from warifu.terms.report import Report
from warifu.workspace import BUILD, DECISIONS, SHEETS, Kept, Lists, Told, aside, digest, read

R = TypeVar("R", bound=msgspec.Struct)

__all__ = [
    "BUILD",
    "DECISIONS",
    "SHEETS",
    "Kept",
    "Ledger",
    "Lists",
    "Told",
    "aside",
    "digest",
    "open_ledger",
    "read",
    "unjudged",
    "waiting",
    "walk",
    "worth_of",
]
"""What others may use; the reading itself is in `workspace`."""


@contextmanager
def no_collecting() -> Iterator[None]:
    """Millions of values are made here and no cycle among them; the collector would walk them again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


@dataclass(frozen=True)
class Ledger:
    """A programme as it was known on a day; its figures are computed when they are first asked for."""

    kept: Kept
    as_of: date
    cases: tuple[Case, ...]
    deals: tuple[Deal, ...]
    board: Board
    problems: tuple[Problem, ...]

    @cached_property
    def slices(self) -> tuple[Slice, ...]:
        """The parts of the programme that figures are given for."""
        return scorecard.slices(self.deals, self.programme.sides, self.board.areas)

    @cached_property
    @no_collecting()
    def scored(self) -> tuple[Figure, ...]:
        """The scorecard of every part."""
        currency = self.programme.account_currency
        return tuple(figure for part in self.slices for figure in scorecard.score(self.programme.id, part, currency))

    @cached_property
    @no_collecting()
    def report(self) -> Report:
        """What the measures say."""
        return board.run(replace(self.board, scored=self.scored))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every published figure: the scorecard's, by another ledger's rule, then the other measures'."""
        it = self.programme
        return (*self.scored, *aggregates.score(it.id, self.deals, it.account_currency), *self.report.figures)

    @property
    def slice_labels(self) -> dict[str, str]:
        """Each part of the programme that figures are given for, in words."""
        return {part.id: part.label for part in self.slices}

    @property
    def programme(self) -> Programme:
        return self.kept.programme

    @property
    def severe(self) -> tuple[Problem, ...]:
        """What keeps a release from being published."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.SEVERE)


def open_ledger(folder: Path, as_of: date | None = None, *, told: Told | None = None) -> Ledger:
    """Read a workspace and walk the chain.

    Args:
        folder: The workspace: the folder with `programme.yaml`.
        as_of: The day to look from; statements published later are not seen. By default the last day until which the
            programme says it was followed, so that a build does not depend on the clock.
        told: Told of progress.

    Raises:
        NoWorkspaceError: There is no programme file.
        BadInputError: Files cannot be read as they stand; it carries every problem of every file.
    """
    kept = read(folder, told=told)
    ledger = walk(kept, as_of)
    broken = tuple(problem for problem in ledger.problems if problem.rule in STOPPING or problem in kept.stopping)
    if broken:
        raise BadInputError(broken)
    return ledger


STOPPING: Final = frozenset({"same-id", "dangling-source", "dangling-deal", "umbrella-unmarked", "umbrella-circle"})
"""Faults between files after which a figure could be wrong: no build while one stands."""


@no_collecting()
def walk(kept: Kept, as_of: date | None = None) -> Ledger:
    """Everything that follows from what is kept, as known on a day; pure."""
    day = as_of or kept.programme.looked_until.last
    cases, problems = fold.fold(kept.sheets, kept.sources, kept.decisions)
    kept, cases, faults = _judged(kept, cases)
    rates = _rates(kept, cases)
    known = timeline.known(cases, day)
    readings = reading.read_all(known)
    currency = kept.programme.account_currency
    deals = resolve.of_readings(readings, kept.parties, kept.sources, partial(_convert, rates, currency), day)
    evidence = checks.Evidence(known, kept.sources, rates.gap, day, partial(_in_dollars, rates), readings)
    found = {
        *kept.problems,
        *problems,
        *faults,
        *checks.run(evidence),
        *_missing_rates(deals, currency),
        *_references(kept),
        *headlines.clashes(kept.programme.headlines, deals, currency, partial(_convert, rates, currency), kept.lines),
    }
    return Ledger(
        kept=kept,
        as_of=day,
        cases=known,
        deals=deals,
        board=_board(kept, day, deals, rates),
        problems=in_order(found),
    )


def _board(kept: Kept, day: date, deals: tuple[Deal, ...], rates: Rates) -> Board:
    """What is known, laid out for the measures."""
    it = kept.lists
    return Board(
        programme=kept.programme,
        as_of=day,
        deals=deals,
        sources=kept.sources,
        rates=rates,
        said=_plain(it.said),
        talks=_plain(it.talks),
        rivals=_plain(it.rivals),
        context=_plain(it.context),
        questions=_plain(it.questions),
        targets=_plain(it.targets),
        codes=movement.rows(standing(kept.decisions), _plain(it.movement)),
        linkage=kept.linkage,
        what_if=kept.what_if,
        claims=_plain(it.claims),
        series=kept.series,
    )


def _plain(rows: tuple[Listed[R], ...]) -> tuple[R, ...]:
    return tuple(item.row for item in rows)


def waiting(kept: Kept) -> tuple[tuple[Proposal, judgement.State], ...]:
    """The proposals of a workspace that still wait for a judgement, each question once, and how far each has come."""
    proposals = {one.id: one for one in [*runs.proposals_of(kept.folder), *judgement.added(kept.decisions)][::-1]}
    every = list(proposals.values())[::-1]
    worth = worth_of(kept, every) if kept.policy.above is not None else lambda one: None
    needed = {one.id: kept.policy.needed(one, worth(one)) for one in every}
    came = judgement.outcomes(every, kept.decisions, needed)
    return tuple((proposals[name], came[name].state) for name in rereading.unsettled(every, kept.decisions, needed))


def unjudged(kept: Kept) -> tuple[str, ...]:
    """Their ids: no release while there is one."""
    return tuple(one.id for one, _ in waiting(kept))


def _judged(kept: Kept, cases: tuple[Case, ...]) -> tuple[Kept, tuple[Case, ...], tuple[Problem, ...]]:
    """What people accepted of the machines' readings, put in its place among cases, sources and lists."""
    if not kept.decisions:
        return kept, cases, ()
    proposals = [one for one, _ in kept.proposals]
    worth = worth_of(kept, proposals) if kept.policy.above is not None else lambda one: None
    needed = {one.id: kept.policy.needed(one, worth(one)) for one in proposals}
    came = judgement.outcomes(proposals, kept.decisions, needed)
    counting = judging.accepted(proposals, came, {one.id: place for one, place in kept.proposals})
    documents = {record.digest: record for record in kept.documents}
    areas = frozenset(area.id for area in kept.programme.areas)
    found = judging.fold_in(
        cases, counting, kept.sources, documents, standing(kept.decisions), kept.programme.id, areas, kept.parties
    )
    rows = judged_lists.rows(found.others)
    said, talks = _besides(kept.lists.said, rows.said), _besides(kept.lists.talks, rows.talks)
    lists_kept = replace(kept.lists, said=said, talks=talks)
    known = kept.programme.mandates
    mandates = (*known, *(one for one in rows.mandates if one not in known))
    changed = replace(
        kept,
        sources=found.sources,
        parties={**found.parties, **kept.parties},
        lists=lists_kept,
        programme=msgspec.structs.replace(kept.programme, mandates=mandates),
    )
    return changed, found.cases, (*found.problems, *rows.problems)


def _besides(rows: tuple[Listed[R], ...], more: tuple[Listed[R], ...]) -> tuple[Listed[R], ...]:
    """The rows, and those of `more` that are not among them: a ledger's own `kept` may be walked again."""
    known = {item.row for item in rows}
    return (*rows, *(item for item in more if item.row not in known))


def worth_of(kept: Kept, proposals: Iterable[Proposal]) -> policy.Worth:
    """How much money a proposal tells of, in the currency of the coding policy, else the programme's.

    At the rate of the act's day, else of the day its document was published.
    """
    above = kept.policy.above
    currency = kept.programme.account_currency if above is None else above.currency
    rates = _rates(kept, (), {item.currency for one in proposals for item in one.sums} & CURRENCIES.keys())
    published = {record.digest: record.published or "" for record in kept.documents}

    def worth(one: Proposal) -> Decimal | None:
        found = []
        for item in one.sums:
            try:
                day = one.value("on") or published.get(one.document, "")
                on = PartialDate.parse(day) if day else None
                converted = rates.convert(Money(item.value, item.currency), on, currency)
            except (DateError, MoneyError, InvalidOperation):
                continue
            if converted is not None:
                found.append(converted.money.number)
        return max(found, default=None)

    return worth


def _rates(kept: Kept, cases: tuple[Case, ...], besides: Iterable[str] = ()) -> Rates:
    """The workspace's own rates go before the ECB's."""
    currencies = {kept.programme.account_currency, "USD", *besides}
    for case in cases:
        currencies.update(item.told.money.currency for item in case.statements if hasattr(item.told, "money"))
    rows = [*kept.rates, *ecb.rates(currencies)]
    return Rates(Rate(row.currency, row.base, row.on, row.rate, row.source) for row in rows)


def _in_dollars(rates: Rates, money: Money, on: PartialDate | None) -> Decimal | None:
    found = rates.convert(money, on, "USD")
    return None if found is None else found.money.number


def _references(kept: Kept) -> tuple[Problem, ...]:
    """What kept files name and no list holds."""
    it = kept.lists
    rows: list[Listed[Any]] = [*kept.named, *it.said, *it.talks, *it.rivals, *it.context, *it.questions, *it.targets]
    rows += [*it.movement, *it.claims]
    return references.check(kept.programme, kept.lines, kept.sheets, kept.sources, kept.parties, rows)


def _convert(rates: Rates, currency: str, money: Money, on: PartialDate | None) -> Converted | None:
    return rates.convert(money, on, currency)


def _missing_rates(deals: tuple[Deal, ...], currency: str) -> list[Problem]:
    """Sums that no rate of their day brings into the programme's currency: they stay out of totals, and are told."""
    return [
        Problem(
            deal.id,
            "missing-rate",
            f"no rate of {item.on or 'an unknown day'} brings {item.money} into {currency}, so it is in no total: "
            "add one to reference/rates.csv with its source, or give the sum its day",
            Severity.NOTE,
            str(deal.case.at),
        )
        for deal in deals
        for item in deal.sums
        if item.converted is None
    ]
