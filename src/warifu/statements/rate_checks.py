"""Rate checks: a source's own conversion against the rate and the deflator that it names itself.

A table of thousands of sums carries slips: a rate of another year, a deflator left out. They are flagged and never
mended, since only the publisher can say which of the three numbers is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from warifu.terms.problem import Problem, Severity

if TYPE_CHECKING:
    from warifu.statements.rules import Evidence
    from warifu.terms.deal import Case
    from warifu.terms.money import Money
    from warifu.terms.statement import Restated

RESTATED_SLACK: Final = Decimal("0.001")
"""A restated sum may differ by this share from what its rate gives: printed rates are rounded."""


def rate_slip(evidence: Evidence) -> Iterator[Problem]:
    """A sum in another currency that the rate named beside it does not give."""
    for case, row, before, after in _steps(evidence):
        if after.rate is None or after.deflator is not None:
            continue
        if after.rate <= 0 or _apart(before.number / after.rate, after.money.number):
            given = f"gives {before.number / after.rate:,.2f}" if after.rate > 0 else "is no rate"
            yield Problem(case.id, "rate-slip", (
                f"{before} is told to be {after.money}, but the rate told with it, {after.rate}, {given}: "
                "ask the publisher which number is wrong; the sum is kept as told"
            ), Severity.LOOK, row)  # fmt: skip


def deflator_slip(evidence: Evidence) -> Iterator[Problem]:
    """A sum in the prices of another year that the deflator named beside it does not give."""
    for case, row, before, after in _steps(evidence):
        if after.deflator is None:
            continue
        level = after.deflator * (after.rate if after.rate is not None else 1)
        if level <= 0 or _apart(before.number / level, after.money.number):
            given = f"gives {before.number / level:,.2f}" if level > 0 else "is no deflator"
            yield Problem(case.id, "deflator-slip", (
                f"{before} is told to be {after.money} in prices of {after.prices or 'another year'}, but the deflator "
                f"told with it, {after.deflator}, {given}: ask the publisher which number is wrong; it is kept as told"
            ), Severity.LOOK, row)  # fmt: skip


def _steps(evidence: Evidence) -> Iterator[tuple[Case, str, Money, Restated]]:
    """Each restatement with the amount that it restates, once for each sum."""
    for reading in evidence.readings:
        for one in reading.sums:
            before = one.told.money
            for after in one.told.restated:
                yield reading.case, str(one.first.place), before, after
                before = after.money


def _apart(given: Decimal, told: Decimal) -> bool:
    return given != told if told == 0 else abs(given / told - 1) >= RESTATED_SLACK
