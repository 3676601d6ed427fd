"""What the ledger knows of one programme on a day, laid out for the measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final, Protocol, TypeVar

from warifu.measures.rates import Rates
from warifu.measures.scorecard import Size, counted_in, promised, size_of
from warifu.proposals.assumptions import LinkageFile, WhatIfFile
from warifu.proposals.lists import (
    ClaimRow,
    ContextRow,
    MovementRow,
    QuestionRow,
    RivalRow,
    SaidRow,
    TalkRow,
    TargetRow,
    names,
)
from warifu.proposals.programme import Count, Headline, Hope, Programme, Turn
from warifu.terms.codelist import Stage
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Deal
from warifu.terms.evidence import Source
from warifu.terms.figure import Figure
from warifu.terms.money import Money
from warifu.terms.series import Entry

BILLION: Final = Decimal(10) ** 9


class _Listed(Protocol):
    @property
    def sources(self) -> str: ...


L = TypeVar("L", bound=_Listed)


@dataclass(frozen=True)
class Board:
    """What the ledger knows, as the measures want it; everything in it is frozen.

    Give rows as they are kept: what was published only after `as_of` is left out here. Whatever a workspace does not
    have stays empty, and the measure that needs it says so.

    Attributes:
        programme: The programme file.
        as_of: The reader's day.
        deals: All deals as resolved on that day, umbrellas and adjacent ones too.
        sources: Every source by id.
        rates: Exchange rates, for the score under another currency basis and for checking told conversions.
        said: What was said of the programme (`sheets/said.csv`), likewise the next five.
        talks: Steps of the linked talks.
        rivals: Figures of other investors.
        context: Figures and dates of the surroundings, sanctions among them.
        questions: Answers on which sources differ.
        targets: Targets and what came, in somebody's statistics.
        codes: Movement as coded blind (`sheets/movement.csv`); empty: one coder's reading in `talks` only.
        linkage: The linkage protocols (`reference/linkage.yaml`); None: the standing one, so any test is explored only.
        what_if: The bargain asked about and the reasoned priors (`reference/what-if.yaml`); None: no what-if.
        claims: Published numbers to check for themselves (`sheets/claims.csv`).
        series: What imported statistics count, month by month, each value with its day of publication.
        scored: The scorecard's figures where they have been made already; empty: the board makes those it shows.
    """

    programme: Programme
    as_of: date
    deals: tuple[Deal, ...]
    sources: Mapping[str, Source]
    rates: Rates
    said: tuple[SaidRow, ...] = ()
    talks: tuple[TalkRow, ...] = ()
    rivals: tuple[RivalRow, ...] = ()
    context: tuple[ContextRow, ...] = ()
    questions: tuple[QuestionRow, ...] = ()
    targets: tuple[TargetRow, ...] = ()
    codes: tuple[MovementRow, ...] = ()
    linkage: LinkageFile | None = None
    what_if: WhatIfFile | None = None
    claims: tuple[ClaimRow, ...] = ()
    series: tuple[Entry, ...] = ()
    scored: tuple[Figure, ...] = ()

    # --- the programme ---------------------------------------------------------------------------------------------

    @property
    def id(self) -> str:
        return self.programme.id

    @property
    def currency(self) -> str:
        return self.programme.account_currency

    @property
    def sides(self) -> tuple[str, str]:
        return self.programme.sides

    @cached_property
    def inside(self) -> tuple[Deal, ...]:
        """The deals that figures count: part of the programme, no umbrella over others."""
        return tuple(deal for deal in self.deals if counted_in(deal))

    @cached_property
    def promised(self) -> tuple[Deal, ...]:
        """The counted deals that were announced, signed or further."""
        return tuple(deal for deal in self.inside if promised(deal))

    @cached_property
    def sizes(self) -> dict[str, Size]:
        """How large each counted deal is; one without a sum that can be compared is not in it."""
        return {deal.case.id: size for deal in self.inside if (size := size_of(deal)) is not None}

    @cached_property
    def amounts(self) -> dict[str, float]:
        """The same as plain numbers, for weighing deals against each other."""
        return {deal: float(size.number) for deal, size in self.sizes.items()}

    @cached_property
    def days(self) -> dict[str, date]:
        """The day each counted deal was first announced, signed or further; one without a dated act is not in it."""
        return {deal.case.id: day for deal in self.inside if (day := promised_on(deal)) is not None}

    @cached_property
    def titles(self) -> dict[str, str]:
        """What a deal or an area is called."""
        return {deal.case.id: deal.case.title for deal in self.deals} | self.areas

    @cached_property
    def areas(self) -> dict[str, str]:
        return {area.id: area.names.get("en", area.id) for area in self.programme.areas}

    # --- rows that were published by the reader's day ----------------------------------------------------------------

    @cached_property
    def heard(self) -> tuple[SaidRow, ...]:
        return tuple(row for row in self.said if self._out(names(row.sources), row.on))

    @cached_property
    def steps(self) -> tuple[TalkRow, ...]:
        """The steps of the talks, by day."""
        found = [row for row in self.talks if self._out(names(row.sources), row.on)]
        return tuple(sorted(found, key=lambda row: (row.on.sort_key, row.id)))

    @cached_property
    def others(self) -> tuple[RivalRow, ...]:
        return self._listed(self.rivals)

    @cached_property
    def surroundings(self) -> tuple[ContextRow, ...]:
        return self._listed(self.context)

    @cached_property
    def disputes(self) -> tuple[QuestionRow, ...]:
        return self._listed(self.questions)

    @cached_property
    def aims(self) -> tuple[TargetRow, ...]:
        return tuple(row for row in self.targets if self._out(names(row.sources), row.as_of))

    @cached_property
    def headlines(self) -> tuple[Headline, ...]:
        return tuple(row for row in self.programme.headlines if self._out(row.sources, row.on))

    @cached_property
    def hopes(self) -> tuple[Hope, ...]:
        return tuple(row for row in self.programme.hopes if self._out(row.sources, None))

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        found = [row for row in self.programme.counts if self._out(row.sources, row.on)]
        return tuple(sorted(found, key=lambda row: (row.on.sort_key, row.voice)))

    @cached_property
    def rationales(self) -> tuple[Turn, ...]:
        return tuple(row for row in self.programme.rationales if self._out(row.sources, row.on))

    def _listed(self, rows: tuple[L, ...]) -> tuple[L, ...]:
        return tuple(row for row in rows if self._out(names(row.sources), None))

    def _out(self, sources: Iterable[str], on: PartialDate | None) -> bool:
        """Whether something was surely published by the reader's day; without any date it is shown, never lost."""
        days = [day for name in sources if name in self.sources and (day := self.sources[name].published) is not None]
        if on is not None and on.surely_after(self.as_of):
            return False
        if days:
            return any(day.surely_by(self.as_of) for day in days)
        return on is None or on.surely_by(self.as_of)

    # --- small questions that several measures ask -------------------------------------------------------------------

    def doubtful(self, sources: Iterable[str]) -> bool:
        """Whether only spun or garbled sources stand behind something."""
        known = [self.sources[name] for name in sources if name in self.sources]
        return bool(known) and all(source.doubtful for source in known)

    def voices(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Whose words these sources carry, each once, in order of name."""
        return tuple(sorted({self.sources[name].voice for name in sources if name in self.sources}))

    def in_account_currency(self, money: Money | None, on: PartialDate | None) -> Decimal | None:
        """An amount in the programme's currency; None where there is no rate of the day."""
        found = None if money is None else self.rates.convert(money, on, self.currency)
        return None if found is None else found.money.number


NOT_A_PROMISE: Final = frozenset({Stage.PROPOSED, Stage.CANCELLED})


def promised_on(deal: Deal) -> date | None:
    """The day a deal was first announced, signed or further; None where no act has a date."""
    acts = [item.on for item in deal.reached if item.on is not None and item.stage not in NOT_A_PROMISE]
    return min(map(middle, acts), default=None)


def middle(day: PartialDate) -> date:
    """The middle of what a partial date can mean: the day a deal is put at where a curve needs one."""
    if day.first == day.last:
        return day.first
    first = max(day.first, date(1900, 1, 1))
    last = min(day.last, date(2200, 1, 1))
    return date.fromordinal((first.toordinal() + last.toordinal()) // 2)
