"""All pages of the report, in their order, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from warifu.measures.board import (
    bargain,
    choices,
    claims,
    conversion,
    delivery,
    dependence,
    expectations,
    rivals,
    score,
    shift,
    talks,
    versions,
)
from warifu.measures.board.page import Page
from warifu.measures.board.record import Board
from warifu.terms.report import Report

PAGES: Final[tuple[Callable[[Board], Page], ...]] = (
    score.page,
    conversion.page,
    expectations.page,
    versions.page,
    dependence.page,
    shift.page,
    rivals.page,
    talks.page,
    bargain.page,
    choices.page,
    delivery.page,
    claims.page,
)
"""Every measure's page, in the order of the report."""


def run(board: Board) -> Report:
    """Everything the measures say of a programme as known on a day; the same board gives the same report.

    Raises:
        MeasureError: A kept assumption (`reference/what-if.yaml`, `reference/linkage.yaml`) cannot be used.
    """
    pages = [page(board) for page in PAGES]
    return Report(
        programme=board.id,
        as_of=board.as_of,
        figures=tuple(item for page in pages for item in page.figures),
        sections=tuple(item for page in pages for item in page.sections),
        series=tuple(item for page in pages for item in page.series),
        tables=tuple(item for page in pages for item in page.tables),
        grids=tuple(item for page in pages for item in page.grids),
    )
