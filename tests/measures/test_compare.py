"""Programmes side by side: an order only where the ranges lie apart."""

from __future__ import annotations

from decimal import Decimal

from warifu.measures.compare import beside
from warifu.terms.codelist import Answer
from warifu.terms.figure import Figure


def share(
    programme: str, value: str, low: str, high: str, measure: str = "share-binding", unit: str = "share"
) -> Figure:
    return Figure(
        id=f"{programme}/all/{measure}",
        programme=programme,
        slice="all",
        measure=measure,
        label="Binding, of promised",
        value=Decimal(value),
        unit=unit,
        low=Decimal(low),
        high=Decimal(high),
        n=10,
        answer=Answer.FOUND,
        method="scorecard._share",
    )


def test_ranges_that_overlap_are_not_put_in_order() -> None:
    (row,) = beside(["a", "b"], [[share("a", "0.24", "0.16", "0.47")], [share("b", "0.67", "0.35", "0.88")]])
    assert row.apart == ()
    assert row.says == "Cannot be told apart: the ranges overlap."


def test_ranges_that_lie_apart_are() -> None:
    rows = [
        [share("a", "0.24", "0.16", "0.47")],
        [share("b", "0.67", "0.35", "0.88")],
        [share("c", "0.9", "0.72", "1")],
    ]
    (row,) = beside(["a", "b", "c"], rows)
    assert row.apart == (("c", "a"),)
    assert row.says == "c above a; the others cannot be told apart."


def test_sizes_are_never_ranked() -> None:
    rows = [[share(name, value, value, value, "deals", "deals")] for name, value in (("a", "1"), ("b", "9"))]
    (row,) = beside(["a", "b"], rows)
    assert row.apart == ()
    assert "no order is drawn" in row.says


def test_sums_in_two_currencies_stand_each_alone() -> None:
    rows = [[share(name, "1", "1", "1", "top-share-deals", unit)] for name, unit in (("a", "USD"), ("b", "JPY"))]
    (row,) = beside(["a", "b"], rows)
    assert (row.unit, row.says) == ("", "Each alone: the units differ.")


def test_a_programme_without_the_figure_keeps_its_empty_place() -> None:
    (row,) = beside(["a", "b"], [[share("a", "0.24", "0.16", "0.47")], []])
    assert row.figures[1] is None
    assert row.n == 1
    assert "fewer than two" in row.says
