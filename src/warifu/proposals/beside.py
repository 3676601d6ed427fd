"""Keeps in a workspace the figures of the programmes that it is set beside, as their own ledgers gave them.

They lie in `reference/`, so that the comparison is in every build and release of this ledger, and changes only when
somebody takes the others' figures over anew.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

import msgspec

from warifu.proposals.lists import BesideFigureRow, BesideRow
from warifu.terms.dates import PartialDate
from warifu.terms.figure import Figure
from warifu.terms.money import plain

FILE: Final = "reference/beside.csv"
FIGURES: Final = "reference/beside-figures.csv"


def keep(workspace: Path, programmes: Sequence[BesideRow], figures: Sequence[BesideFigureRow]) -> tuple[Path, Path]:
    """Write the programmes and their figures, in the order in which the page is to show them."""
    return (
        _write(workspace / FILE, BesideRow, programmes),
        _write(workspace / FIGURES, BesideFigureRow, figures),
    )


def row_of(figure: Figure) -> BesideFigureRow:
    """A figure as it is kept."""
    return BesideFigureRow(
        programme=figure.programme,
        measure=figure.measure,
        label=figure.label,
        unit=figure.unit,
        n=figure.n,
        answer=figure.answer,
        method=figure.method,
        value=figure.value,
        low=figure.low,
        high=figure.high,
    )


def figure_of(row: BesideFigureRow) -> Figure:
    """A kept figure as the measures hold one."""
    return Figure(
        id=f"{row.programme}/all/{row.measure}",
        programme=row.programme,
        slice="all",
        measure=row.measure,
        label=row.label,
        value=row.value,
        unit=row.unit,
        low=row.low,
        high=row.high,
        n=row.n,
        answer=row.answer,
        method=row.method,
    )


def _write(path: Path, kind: type[msgspec.Struct], rows: Sequence[msgspec.Struct]) -> Path:
    told = io.StringIO(newline="")
    out = csv.writer(told, lineterminator="\n")
    out.writerow(kind.__struct_fields__)
    out.writerows([_cell(value) for value in msgspec.structs.astuple(row)] for row in rows)
    path.parent.mkdir(exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_text(told.getvalue(), encoding="utf-8", newline="\n")
    os.replace(part, path)
    return path


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return f"{plain(value):f}"
        case PartialDate():
            return value.text
        case _:
            return str(value)
