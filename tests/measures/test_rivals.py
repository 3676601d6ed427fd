"""Only like is set beside like."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.measures import rivals
from warifu.measures.rivals import Basis, Ratio, Told
from warifu.terms.problem import Problem

STOCK = Basis("Russia", "2016", "FDI stock", "actual", "USD bn")


def told(who: str, value: str | None, basis: Basis = STOCK, source: str = "Eurasian Development Bank") -> Told:
    number = None if value is None else Decimal(value)
    return Told(f"{who}-{source}-{value}", who, basis, number, number, source)


def test_the_same_basis_gives_an_order() -> None:
    (group,) = rivals.groups([told("CN", "3.37"), told("JP", "14.4"), told("IN", "3.5"), told("TR", "5.7")])
    assert group.order == ("JP", "TR", "IN", "CN")
    assert group.comparable
    assert group.warnings == ()


def test_planned_and_actual_are_never_in_one_group() -> None:
    plan = Basis("Far East zones", "2019", "investment", "planned", "RUB bn")
    actual = replace(plan, standing="actual")
    found = rivals.groups([told("CN", "33.625", plan), told("CN", "1.415", actual)])
    assert [group.basis.standing for group in found] == ["actual", "planned"]
    assert not any(group.comparable for group in found)
    refused = rivals.ratio(told("CN", "1.415", actual), told("JP", "33.625", plan))
    assert isinstance(refused, Problem)
    assert refused.rule == "mixed-basis"
    assert "planned or actual differs (actual / planned)" in refused.message


@pytest.mark.parametrize("part", ["region", "period", "measured", "standing", "unit"])
def test_every_part_of_the_basis_stops_a_comparison(part: str) -> None:
    other = replace(STOCK, **{part: "another"})
    assert isinstance(rivals.ratio(told("JP", "2"), told("CN", "1", other)), Problem)
    assert len(rivals.groups([told("JP", "2"), told("CN", "1", other)])) == 2


def test_a_ratio_of_like_with_like() -> None:
    found = rivals.ratio(told("JP", "14.4"), told("CN", "3.37"))
    assert isinstance(found, Ratio)
    assert found.low is not None
    assert round(found.low, 2) == Decimal("4.27")
    open_ = rivals.ratio(Told("x", "CN", STOCK, Decimal(80), None, "s"), told("JP", "0"))
    assert isinstance(open_, Ratio)
    assert (open_.low, open_.high) == (None, None)


def test_sources_that_differ_make_a_range_and_overlap_gives_no_order() -> None:
    rows = [told("CN", "3"), told("CN", "9", source="central bank"), told("KR", "5")]
    (group,) = rivals.groups(rows)
    china = next(row for row in group.rows if row.who == "CN")
    assert (china.low, china.high) == (Decimal(3), Decimal(9))
    assert group.order is None
    assert any("Sources differ on CN: Eurasian Development Bank; central bank" in text for text in group.warnings)


def test_an_unknown_value_is_no_zero() -> None:
    (group,) = rivals.groups([told("CN", None), told("KR", "5")])
    assert [row.who for row in group.rows] == ["KR", "CN"]
    assert group.order is None


@given(st.permutations([told("CN", "3"), told("KR", "5"), told("JP", "3"), told("CN", "4", source="b")]))
def test_the_order_of_arrival_never_matters(rows: list[Told]) -> None:
    assert rivals.groups(rows) == rivals.groups(sorted(rows, key=lambda row: row.id))
