"""Several programmes side by side, like with like: what may be set beside what, and what may be said of it.

Programmes differ in size, age and kind, so sums are set side by side only in one currency, and shares only where both
count the same thing. Two figures are put in order only where their ranges do not overlap; otherwise the deals do not
tell them apart, whatever the two middles are. A figure that one programme cannot have ("not applicable") leaves the
row standing, without an order.

Source: the rule is warifu's own; ranges are those of the figures (Wilson, bootstrap, bounds for silence).
Example: 24 % binding (16 to 47) and 67 % (35 to 88) overlap: nobody can say which programme binds more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from warifu.measures.result import Result
from warifu.terms.codelist import Answer
from warifu.terms.figure import Figure

ROWS: Final = (
    "deals", "promised", "signed", "binding", "paid", "delivered", "cancelled", "silent", "share-signed",
    "share-binding", "share-paid", "share-delivered", "conversion-binding-1y", "conversion-binding-3y",
    "conversion-delivered-3y", "money-pledged", "money-committed", "money-paid", "top-share-deals", "effective-deals",
    "concentration-areas", "versions-deals", "versions-questions", "links-gap-own", "links-gap-all", "one-origin",
    "choices-share-binding", "linkage-effect",
)  # fmt: skip
"""The measures that are set side by side, in this order; everything else stands on each programme's own page."""
SIZES: Final = frozenset({
    "deals", "promised", "signed", "binding", "paid", "delivered", "cancelled", "silent", "one-origin", "money-pledged",
    "money-committed", "money-paid", "versions-deals", "versions-questions", "effective-deals",
})  # fmt: skip
"""How much there is of something: it follows from a programme's size, so no order is drawn from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside(Result):
    """One measure over several programmes; `n` counts the programmes that have a value.

    Attributes:
        measure: Its name.
        label: In words.
        unit: Of all values; empty: they differ, and each stands alone.
        figures: One a programme, in the order given; None: the programme has no such figure.
        apart: Pairs of programmes whose ranges do not overlap, the larger first.
        says: What may be said of it.
    """

    measure: str
    label: str
    unit: str
    figures: tuple[Figure | None, ...]
    apart: tuple[tuple[str, str], ...]
    says: str


def beside(programmes: Sequence[str], figures: Sequence[Sequence[Figure]]) -> tuple[Beside, ...]:
    """Set programmes side by side.

    Args:
        programmes: Their names, in the order to show them.
        figures: For each its figures; those of the whole programme are taken.
    """
    by_measure = [{item.measure: item for item in found if item.slice == "all"} for found in figures]
    rows = []
    for measure in ROWS:
        found = tuple(one.get(measure) for one in by_measure)
        known = [item for item in found if item is not None]
        if known:
            rows.append(_row(measure, programmes, found, known))
    return tuple(rows)


def _row(measure: str, programmes: Sequence[str], found: tuple[Figure | None, ...], known: Sequence[Figure]) -> Beside:
    units = {item.unit for item in known}
    told = [(name, item) for name, item in zip(programmes, found, strict=True) if item is not None and _told(item)]
    apart: tuple[tuple[str, str], ...] = ()
    if len(units) > 1:
        says = "Each alone: the units differ."
    elif measure in SIZES:
        says = "Sizes, set side by side; no order is drawn from them."
    elif len(told) < 2:
        says = "Nothing to compare: fewer than two programmes have it."
    else:
        apart = _apart(told)
        says = _says(apart, told)
    return Beside(
        n=len(told),
        method="figures of the same measure, in order only where ranges do not overlap",
        assumption="the programmes were followed with equal care; a share of few deals says little beyond them",
        measure=measure,
        label=known[0].label,
        unit=units.pop() if len(units) == 1 else "",
        figures=found,
        apart=apart,
        says=says,
    )


def _told(figure: Figure) -> bool:
    return figure.value is not None and figure.answer in (Answer.FOUND, Answer.CONTESTED)


def _apart(told: Sequence[tuple[str, Figure]]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (upper, lower)
        for upper, one in told
        for lower, other in told
        if one.low is not None and other.high is not None and one.low > other.high
    )


def _says(apart: Sequence[tuple[str, str]], told: Sequence[tuple[str, Figure]]) -> str:
    if all(item.low is None or item.high is None for _, item in told):
        return "No ranges are known, so no order is drawn."
    if not apart:
        return "Cannot be told apart: the ranges overlap."
    pairs = len(told) * (len(told) - 1) // 2
    words = "; ".join(f"{upper} above {lower}" for upper, lower in apart)
    return f"{words}." if len(apart) == pairs else f"{words}; the others cannot be told apart."
