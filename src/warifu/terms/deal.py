"""Deals: a deal as told (a case), and a deal as resolved on a day."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from warifu.terms.codelist import (
    Basis,
    Belongs,
    Binding,
    Bound,
    Form,
    Instrument,
    PartyType,
    Role,
    Stage,
    Standing,
    Status,
    SumKind,
)
from warifu.terms.dates import PartialDate
from warifu.terms.evidence import THIRD, Place
from warifu.terms.money import Money, Range
from warifu.terms.statement import Restated, Statement


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: `country` is ISO 3166-1, empty where unknown."""

    id: str
    name: str
    country: str
    type: PartyType
    name_ja: str = ""
    name_ru: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked for news of the deal on this day; what was found, in words ("nothing")."""

    on: PartialDate
    by: str
    found: str


@dataclass(frozen=True, slots=True)
class Case:
    """A deal as told: what its coder says about it as a whole, and every statement about it, none left out."""

    id: str
    title: str
    programme: str
    areas: tuple[str, ...]
    belongs: Belongs
    umbrella: bool
    part_of: str
    place: str
    country: str
    confidence: str
    coder: str
    coded: PartialDate
    looks: tuple[Look, ...]
    judged: tuple[str, ...]
    note: str
    at: Place
    statements: tuple[Statement, ...]
    labels: tuple[tuple[str, str], ...] = ()
    """Another ledger's own classifications of the deal, by their name there, as imported."""
    partial: bool = False
    """Whether some parts of this umbrella are known to be missing from the ledger."""


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in another currency. The rate, its day and its source stand beside it."""

    money: Money
    rate: Decimal
    rate_on: str
    rate_source: str


@dataclass(frozen=True, slots=True)
class DealSum:
    """One sum of a deal: told once or many times, counted once.

    `range` is what the bound leaves open, in the told currency. `converted` is in the programme's currency; None where
    no rate is at hand. `support` counts independent origins; `doubtful` when only doubtful sources tell it.
    """

    row: int
    kind: SumKind
    money: Money
    bound: Bound
    upper: Decimal | None
    standing: Standing
    on: PartialDate | None
    range: Range
    converted: Converted | None
    converted_range: Range | None
    statements: tuple[str, ...]
    sources: tuple[str, ...]
    support: int
    doubtful: bool
    note: str
    restated: tuple[Restated, ...] = ()


@dataclass(frozen=True, slots=True)
class StageReached:
    """A stage and when; `on` is None where no source gives a day."""

    stage: Stage
    on: PartialDate | None
    statements: tuple[str, ...]
    sources: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Version:
    """The deal in one voice's own words: only what this voice says, so much may be missing."""

    voice: str
    side: str | None
    stage: Stage | None
    stage_on: PartialDate | None
    form: Form | None
    binding: Binding | None
    sums: tuple[tuple[SumKind, Money, Bound], ...]
    statements: tuple[str, ...]
    ranges: tuple[Range, ...] = ()
    """What the bound of each of `sums` leaves open."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Where two voices differ: `field` is sum, form, binding or timing; `left` and `right` what each says.

    The sides are those the voices speak for: a country, `third`, or None where nobody judged it.
    """

    field: str
    left_voice: str
    left: str
    right_voice: str
    right: str
    left_side: str | None = None
    right_side: str | None = None

    @property
    def between_sides(self) -> bool:
        """Whether the halves of the tally differ: the voices speak for two different sides, neither of them third."""
        return self.left_side != self.right_side and not {self.left_side, self.right_side} & {None, THIRD}


@dataclass(frozen=True, slots=True)
class Health:
    """How well the record is founded, each 0 to 5 (CODEBOOK, "Record health"). `agreement` is None with one voice."""

    sources: int
    completeness: int
    follow_up: int
    agreement: int | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """A deal as it was known on a day.

    `stage` is the furthest stage reached, or cancelled when that came last; `first_promised` the first day it was
    announced or signed. `silent_since` is the last evidence when the deal is open and nobody looked for a year.
    """

    case: Case
    parties: tuple[tuple[Party, tuple[Role, ...]], ...]
    instrument: Instrument
    form: Form
    binding: Binding
    basis: Basis | None
    stage: Stage
    reached: tuple[StageReached, ...]
    status: Status
    status_on: PartialDate | None
    sums: tuple[DealSum, ...]
    versions: tuple[Version, ...]
    gaps: tuple[Gap, ...]
    last_evidence: PartialDate | None
    silent_since: PartialDate | None
    health: Health
    support: int
    statements: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.case.id

    @property
    def leaf(self) -> bool:
        """Whether its sums may be added: an umbrella's may not."""
        return not self.case.umbrella

    def first(self, *stages: Stage) -> StageReached | None:
        """The earliest of these stages reached, by day; undated ones last."""
        hits = [item for item in self.reached if item.stage in stages]
        return min(hits, key=lambda item: (item.on is None, item.on.sort_key if item.on else ()), default=None)

    def has_reached(self, stage: Stage) -> bool:
        """Whether it came as far as `stage` at any time."""
        far = ORDER[stage]
        for item in self.reached:  # noqa: SIM110 (asked of every deal many times)
            if item.stage is not Stage.CANCELLED and ORDER[item.stage] >= far:
                return True
        return False

    def counted_sums(self) -> dict[SumKind, list[DealSum]]:
        """All of them, by kind; a kind of which none counts is not in it."""
        found: dict[SumKind, list[DealSum]] = {}
        if self.leaf:
            for one in self.sums:
                if one.standing is Standing.COUNTED and not one.doubtful:
                    found.setdefault(one.kind, []).append(one)
        return found

    def counted(self, kind: SumKind) -> tuple[DealSum, ...]:
        """The sums of a kind that totals take; none for an umbrella, none told only by doubtful sources."""
        if not self.leaf:
            return ()
        counted = Standing.COUNTED
        return tuple([one for one in self.sums if one.kind is kind and one.standing is counted and not one.doubtful])


ORDER: dict[Stage, int] = {stage: number for number, stage in enumerate(Stage) if stage is not Stage.CANCELLED}
"""How far each stage is; cancelled has no place in the order."""
