"""Statements: what one source says about one deal, in somebody's voice, once a person stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from warifu.terms.codelist import (
    Basis,
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
from warifu.terms.evidence import Place
from warifu.terms.money import Money, Range, bounded


@dataclass(frozen=True, slots=True)
class StageTold:
    """The deal reached this stage."""

    stage: Stage


@dataclass(frozen=True, slots=True)
class StatusTold:
    """The work goes like this."""

    status: Status


@dataclass(frozen=True, slots=True)
class PaperTold:
    """The deal stands on this paper, which binds or not, on this ground."""

    form: Form
    binding: Binding
    basis: Basis


@dataclass(frozen=True, slots=True)
class InstrumentTold:
    """Value moves this way."""

    instrument: Instrument


@dataclass(frozen=True, slots=True)
class PartyTold:
    """This party takes these roles."""

    party: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Restated:
    """The same sum as its source itself restates it: in another currency, or in the prices of another year.

    `rate` is how many units of the money before it one unit of this currency is; `deflator` the level of prices at the
    sum's day where that of `prices` (a year) is 1. Kept as told and checked (`statements.rate_checks`), never mended.
    """

    money: Money
    rate: Decimal | None = None
    prices: str = ""
    deflator: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SumTold:
    """An amount of a kind. `row` tells apart the sums of one deal: statements of one row tell one sum.

    Each of `restated` restates the amount before it, the first one `money`.
    """

    kind: SumKind
    money: Money
    bound: Bound
    standing: Standing
    row: int
    upper: Decimal | None = None
    restated: tuple[Restated, ...] = ()

    @property
    def range(self) -> Range:
        return bounded(self.money.number, self.bound, self.upper)


Told = StageTold | StatusTold | PaperTold | InstrumentTold | PartyTold | SumTold


@dataclass(frozen=True, slots=True)
class Statement:
    """What `source` says about `deal`.

    Four dates are kept apart: `on` is the act's (may be partial or unknown), `published` the source's, `recorded` the
    coder's; the day a document was captured stays with the document.
    """

    id: str
    deal: str
    told: Told
    on: PartialDate | None
    source: str
    voice: str
    side: str | None
    published: PartialDate | None
    note: str
    quote: str
    by: str
    place: Place
    recorded: PartialDate | None = None
    read_by: str = ""
    """The machine that read it before `by` accepted it; empty where a person read it."""

    @property
    def sort_key(self) -> tuple[str, tuple[object, ...], str]:
        return (self.deal, self.on.sort_key if self.on is not None else (), self.id)
