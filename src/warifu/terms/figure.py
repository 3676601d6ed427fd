"""Figures: what is published, with everything that a reader may ask about it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from warifu.terms.codelist import Answer


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure.

    `id` is its address: programme/slice/measure. `value` is None where there is no answer, and `answer` says which of
    the answers that are not zero it is. `low` and `high` are the ends of its range; None is an open end. `n` counts the
    cases it rests on. `deals` are the deals in it, `sums` the sums ("ep-001/sums-1") that were added, `missing` the
    deals that belong in it and tell no value; `sources` the sources and `rows` the rows of the lists (sayings, talks,
    rivals, surroundings, targets: "ep-s012") that it rests on beside the deals. `method` names the function whose
    docstring is its method page.
    """

    id: str
    programme: str
    slice: str
    measure: str
    label: str
    value: Decimal | None
    unit: str
    low: Decimal | None
    high: Decimal | None
    n: int
    answer: Answer
    method: str
    deals: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""
    rows: tuple[str, ...] = ()
