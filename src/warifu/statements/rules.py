"""What a rule is given and what it gives: shared by all checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from warifu.statements.reading import Reading, read_all
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Case
from warifu.terms.evidence import Source
from warifu.terms.money import Money
from warifu.terms.problem import Problem, Severity
from warifu.terms.statement import Statement

Spread = Callable[[Money, Money, PartialDate], Decimal | None]
"""How far two amounts of one sum lie apart at the day's rate: 0.05 is five per cent; None without a rate."""

Dollars = Callable[[Money, PartialDate | None], Decimal | None]
"""An amount in US dollars at the day's rate; None without a rate."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What every check may look at; nothing else.

    `readings` are the cases laid out; they are made where they are not given. Without `dollars`, limits that the
    codebook gives in US dollars are applied to sums told in US dollars only.
    """

    cases: tuple[Case, ...]
    sources: Mapping[str, Source]
    spread: Spread
    as_of: date
    dollars: Dollars | None = None
    readings: tuple[Reading, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.readings) != len(self.cases):
            object.__setattr__(self, "readings", read_all(self.cases))

    @property
    def by_id(self) -> Mapping[str, Reading]:
        return {reading.case.id: reading for reading in self.readings}

    def in_dollars(self, money: Money, on: PartialDate | None) -> Decimal | None:
        if money.currency == "USD":
            return money.number
        return None if self.dollars is None else self.dollars(money, on)


Check = Callable[[Evidence], Iterator[Problem]]


def at_row(item: Statement, rule: str, message: str, severity: Severity = Severity.LOOK) -> Problem:
    """A problem that a row of the sheet shows."""
    return Problem(item.deal, rule, message, severity, str(item.place))


def at_deal(case: Case, rule: str, message: str, severity: Severity = Severity.LOOK) -> Problem:
    """A problem of the deal as a whole."""
    return Problem(case.id, rule, message, severity, str(case.at))
