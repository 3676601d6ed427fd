"""Aggregates over a whole ledger: which sums are safe to add, and in the prices of which year.

Adding every row of a table of deals counts frames together with their parts, pledges together with contracts, and
money that was cancelled. `safe` keeps what can be added: what was committed to leaf deals that still stand. Each deal
left out carries the name of the rule that leaves it out.

Source: AidData's rule for "recommended for aggregates" (TUFF 3.0, 2023): no umbrellas, pledges, suspensions or
cancellations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from warifu.measures import scorecard
from warifu.measures.scorecard import Slice
from warifu.terms.codelist import Belongs, Role, Stage, Status
from warifu.terms.deal import Converted, Deal, DealSum
from warifu.terms.figure import Figure
from warifu.terms.money import Money, Range

Rule = Callable[[Deal], bool]


def is_umbrella(deal: Deal) -> bool:
    """A frame, list or credit line: its money stands in its parts."""
    return not deal.leaf


def is_cancelled(deal: Deal) -> bool:
    """Refused, withdrawn or decided against."""
    return deal.stage is Stage.CANCELLED


def is_suspended(deal: Deal) -> bool:
    """Its work stopped, by the latest word on it."""
    return deal.status is Status.STALLED


def is_only_promised(deal: Deal) -> bool:
    """Proposed or announced, and nothing signed: a pledge is no commitment."""
    return not deal.has_reached(Stage.SIGNED)


UNSAFE: Final[Mapping[str, Rule]] = {
    "umbrella": is_umbrella,
    "cancelled": is_cancelled,
    "suspended": is_suspended,
    "only promised": is_only_promised,
}
"""Why a deal's sums are not safe to add, by the name of the rule; the first that holds is given."""


def why_unsafe(deal: Deal) -> str | None:
    """The rule that keeps a deal's sums out of totals; None: they are safe to add."""
    return next((name for name, rule in UNSAFE.items() if rule(deal)), None)


def safe(deals: Iterable[Deal]) -> tuple[Deal, ...]:
    """The deals whose sums may be added."""
    return tuple(deal for deal in deals if why_unsafe(deal) is None)


def left_out(deals: Iterable[Deal]) -> Mapping[str, tuple[str, ...]]:
    """The deals left out, by the rule that leaves them out."""
    found: dict[str, list[str]] = {name: [] for name in UNSAFE}
    for deal in deals:
        rule = why_unsafe(deal)
        if rule is not None:
            found[rule].append(deal.id)
    return {name: tuple(ids) for name, ids in found.items()}


def in_prices(deals: Iterable[Deal], currency: str, prices: str) -> tuple[Deal, ...]:
    """The same deals with each sum as its source restates it in the prices of a year; None where it does not.

    Nothing is deflated here: a deflator is its source's judgement, and it is the source's figure that is shown. The
    rate beside it is the one that the two figures give.
    """
    return tuple(replace(deal, sums=tuple(_in_prices(item, currency, prices) for item in deal.sums)) for deal in deals)


def _in_prices(item: DealSum, currency: str, prices: str) -> DealSum:
    told = next((one for one in item.restated if one.prices == prices and one.money.currency == currency), None)
    if told is None:
        return replace(item, converted=None, converted_range=None)
    if item.money.number == 0:
        exact = Range(told.money.number, told.money.number)
        return replace(item, converted=_restated(told.money, Decimal(1), item, prices), converted_range=exact)
    rate = told.money.number / item.money.number
    span = Range(
        told.money.number if item.range.low == item.money.number else _scaled(item.range.low, rate),
        told.money.number if item.range.high == item.money.number else _scaled(item.range.high, rate),
    )
    return replace(item, converted=_restated(told.money, rate, item, prices), converted_range=span)


def _restated(money: Money, rate: Decimal, item: DealSum, prices: str) -> Converted:
    return Converted(money, rate, f"prices of {prices}", f"as restated by {', '.join(item.sources)}")


def _scaled(number: Decimal | None, rate: Decimal) -> Decimal | None:
    return None if number is None else number * rate


def everything_told(deals: Iterable[Deal]) -> Decimal | None:
    """What adding every sum gives, frames, pledges and cancelled money included: a warning, and no total.

    It is shown beside the safe total, so that a reader sees how much double counting and hope would add. None where no
    sum is converted.
    """
    found = [item.converted.money.number for deal in deals for item in deal.sums if item.converted is not None]
    return sum(found, Decimal(0)) if found else None


LABEL: Final = "Safe to add by AidData's rule, not warifu's: committed"


def score(programme: str, deals: Iterable[Deal], currency: str) -> tuple[Figure, ...]:
    """The safe total as a figure of its own, as told and as its sources restate it in the prices of a year.

    Only for a ledger that was imported with another ledger's classifications: its publisher's readers expect that total
    to be there. It is no total of the scorecard, whose own rule is another.
    """
    core = tuple(deal for deal in deals if deal.case.belongs is Belongs.CORE)
    if not any(deal.case.labels for deal in core):
        return ()
    found = [_committed(programme, core, currency, "", LABEL)]
    restated = {(one.money.currency, one.prices) for deal in core for item in deal.sums for one in item.restated}
    for money, year in sorted(pair for pair in restated if pair[1]):
        ending, label = f"-{money.lower()}-{year}", f"{LABEL}, in prices of {year}"
        found.append(_committed(programme, in_prices(core, money, year), money, ending, label))
    return tuple(found)


def _committed(programme: str, deals: tuple[Deal, ...], currency: str, ending: str, label: str) -> Figure:
    figure = scorecard.money(programme, Slice("all", "All", safe(deals)), "money-committed", currency)
    out = ", ".join(f"{len(ids)} {name}" for name, ids in left_out(deals).items() if ids)
    notes = (f"deals left out: {out}" if out else "", figure.note)
    measure = f"safe-to-add{ending}"
    return replace(
        figure,
        id=f"{programme}/all/{measure}",
        measure=measure,
        label=label,
        method="aggregates.score",
        note="; ".join(note for note in notes if note),
    )


def by_label(deals: Iterable[Deal], label: str) -> tuple[Slice, ...]:
    """A slice for each word of another ledger's own classification, as imported."""
    groups: dict[str, list[Deal]] = {}
    for deal in deals:
        for key, word in deal.case.labels:
            if key == label:
                groups.setdefault(word, []).append(deal)
    return tuple(Slice(f"{label}-{word}", word, tuple(groups[word])) for word in sorted(groups))


def by_party(deals: Iterable[Deal], role: Role) -> tuple[Slice, ...]:
    """A slice for each party in a role."""
    groups: dict[str, list[Deal]] = {}
    names: dict[str, str] = {}
    for deal in deals:
        for party, roles in deal.parties:
            if role in roles:
                names[party.id] = party.name
                groups.setdefault(party.id, []).append(deal)
    return tuple(Slice(f"{role}-{party}", names[party], tuple(groups[party])) for party in sorted(groups))


def ranked(
    parts: Sequence[Slice], value: Callable[[Slice], Decimal | None], most: int
) -> tuple[tuple[Slice, Decimal], ...]:
    """The largest slices, by a figure and then by name; those without the figure are left out, not put last."""
    found = [(part, amount) for part in parts if (amount := value(part)) is not None]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0].label))[:most])
