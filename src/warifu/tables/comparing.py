"""Rows of this programme beside those of other ledgers, whose figures were taken over into `reference/`.

The comparison is that of `warifu compare`; nothing outside the workspace is read, so that a release that compares can
be rebuilt like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from warifu.ledger import Ledger
from warifu.measures.compare import SIZES, beside
from warifu.proposals.beside import figure_of
from warifu.proposals.lists import BesideFigureRow
from warifu.tables import contract as c


def rows(ledger: Ledger) -> dict[str, Sequence[Any]]:
    """The programmes beside this one, their figures, and what may be said of each measure."""
    kept = ledger.kept
    by_programme: dict[str, list[BesideFigureRow]] = {row.programme: [] for row in kept.beside}
    for item in kept.beside_figures:
        by_programme.setdefault(item.programme, []).append(item)
    if not kept.beside:
        return {"beside": [], "beside_figures": [], "comparisons": []}
    others = [[figure_of(item) for item in by_programme[row.programme]] for row in kept.beside]
    compared = beside([ledger.programme.id, *(row.programme for row in kept.beside)], [ledger.figures, *others])
    return {
        "beside": [
            c.BesideRow(
                programme=row.programme,
                place=place,
                name_en=row.name,
                name_ja=row.name_ja,
                name_ru=row.name_ru,
                as_of_text=row.as_of.text,
                kept=row.kept,
                release=row.release,
                address=row.address,
            )
            for place, row in enumerate(kept.beside, start=1)
        ],
        "beside_figures": [
            c.BesideFigureRow(
                programme=item.programme,
                measure=item.measure,
                label=item.label,
                value=item.value,
                unit=item.unit,
                low=item.low,
                high=item.high,
                n=item.n,
                answer=item.answer,
                method=item.method,
            )
            for row in kept.beside
            for item in by_programme[row.programme]
        ],
        "comparisons": [
            c.ComparisonRow(
                measure=row.measure,
                place=place,
                label=row.label,
                unit=row.unit,
                size=row.measure in SIZES,
                n=row.n,
                apart=tuple(f"{upper} above {lower}" for upper, lower in row.apart),
                says=row.says,
            )
            for place, row in enumerate(compared, start=1)
        ],
    }
