"""The Phase One purchases, as published, and the pairs that must not be divided."""

from __future__ import annotations

import csv
import os
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.measures import delivery
from warifu.measures.delivery import Count, Promise

SHARED = Path(os.environ.get("WARIFU_SHARED", Path(__file__).parents[3] / "shared"))
EXPORTS = "US exports, no aircraft"
AIRCRAFT = "US exports, with aircraft"


def promise(base: str | None, basis: str = EXPORTS, increase: str = "63.9", name: str = "all") -> Promise:
    number = None if base is None else Decimal(base)
    return Promise(f"{name}-{basis}", name, "2020", basis, "USD bn", increase=Decimal(increase), base=number)


def count(value: str, through: int = 12, basis: str = EXPORTS, name: str = "all") -> Count:
    return Count(
        f"{name}-{through}-{basis}", name, "2020", basis, "USD bn", Decimal(value), through, "US Census Bureau"
    )


def test_both_bases_give_their_own_target_and_rate() -> None:
    bases = [promise("78.77"), promise("95.04", AIRCRAFT)]
    assert [round(item.target or 0, 2) for item in bases] == [Decimal("142.67"), Decimal("158.94")]
    found = delivery.delivery(bases, [count("14.49", 3), count("20.50", 4), count("70.0", 10, AIRCRAFT)])
    shown = {item.count.through: item for item in found.rates}
    assert (round(shown[3].expected or 0, 1), round(shown[3].rate or 0, 2)) == (Decimal("35.7"), Decimal("0.41"))
    assert (round(shown[4].expected or 0, 1), round(shown[4].rate or 0, 2)) == (Decimal("47.6"), Decimal("0.43"))
    assert len(found.refused) == 3
    assert (
        "the promise is on US exports, no aircraft, the count on US exports, with aircraft" in found.refused[0].message
    )


def test_both_bases_show_as_a_spread() -> None:
    one = Promise("a", "all", "2020", EXPORTS, "USD bn", level=Decimal(100))
    other = Promise("b", "all", "2020", EXPORTS, "USD bn", level=Decimal(200))
    found = delivery.delivery([one, other], [count("50")])
    assert found.spread("all", "2020", 12) == (Decimal("0.25"), Decimal("0.5"))
    assert found.spread("all", "2021", 12) is None


def test_two_years_of_goods_and_services() -> None:
    pair = Promise("p", "goods and services", "2020-2021", EXPORTS, "USD bn", Decimal(200), 2 * Decimal("151.2"))
    assert pair.target == Decimal("502.4")
    came = Count("c", "goods and services", "2020-2021", EXPORTS, "USD bn", Decimal("288.8"))
    (rate,) = delivery.delivery([pair], [came]).rates
    assert rate.rate is not None
    assert round(rate.rate, 3) == Decimal("0.575")
    assert rate.of_increase is not None
    assert rate.of_increase < 0


def test_the_full_year_from_the_december_vintage() -> None:
    path = SHARED / "data" / "phase_one" / "phaseone_goals_by_vintage.csv"
    if not path.exists():
        pytest.skip(f"{path} is not there: set WARIFU_SHARED to the folder that holds data/phase_one")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["data_through"] == "2020-12"]
    promises, counts = [], []
    for row in rows:
        if row["additional_commitment_2020_usd"]:
            name = row["category"][3:]
            billion = Decimal(10) ** 9
            increase = Decimal(row["additional_commitment_2020_usd"]) / billion
            promises.append(
                promise(str(Decimal(row["baseline_2017_usd"]) / billion), increase=str(increase), name=name)
            )
            counts.append(count(str(Decimal(row["cumulative_2020_usd"]) / billion), name=name))
    whole = delivery.together(promises, "all", "all")
    assert whole is not None
    total = count(str(sum((item.value for item in counts), Decimal(0))))
    found = delivery.delivery([*promises, whole], [*counts, total])
    assert {item.promise.category: round(item.rate or 0, 3) for item in found.rates} == {
        "Manufactured Goods": Decimal("0.630"),
        "Agriculture": Decimal("0.816"),
        "Energy": Decimal("0.336"),
        "all": Decimal("0.620"),
    }


def test_seasonal_goods_are_due_in_their_season() -> None:
    months = [Decimal(0)] * 8 + [Decimal(25)] * 4
    assert delivery.due(Decimal(100), 6, months) == 0
    assert delivery.due(Decimal(100), 10, months) == 50
    assert delivery.due(Decimal(100), 6) == 50
    assert delivery.due(Decimal(100), 6, months[:3]) is None
    found = delivery.delivery([promise("100", increase="0")], [count("3", 6)], {("all", EXPORTS): months})
    assert found.rates[0].expected == 0
    assert found.rates[0].rate is None


def test_a_count_on_the_other_countrys_statistics_is_not_divided() -> None:
    found = delivery.delivery([promise("78.77")], [count("100", basis="CN imports"), count("90", basis="mixed")])
    assert found.rates == ()
    assert found.n == 0
    assert [problem.rule for problem in found.refused] == ["mixed-basis", "mixed-basis"]
    assert found.unmatched == ("all-US exports, no aircraft",)


def test_a_missing_base_is_not_zero() -> None:
    found = delivery.delivery([promise(None)], [count("90")])
    assert found.rates[0].rate is None
    assert found.rates[0].expected is None
    assert found.n == 0
    assert found.warnings == ("A target without a known base has no rate.",)
    assert delivery.together([promise(None), promise("3")], "x", "x") is None


def test_over_delivery_is_shown() -> None:
    (rate,) = delivery.delivery([promise("10", increase="10")], [count("25")]).rates
    assert (rate.rate, rate.of_increase) == (Decimal("1.25"), Decimal("1.5"))


@given(st.permutations([count("1", 3), count("2", 4), count("3", 5), count("4", 3, AIRCRAFT)]))
def test_the_order_of_arrival_never_matters(rows: list[Count]) -> None:
    promises = [promise("78.77"), promise("95.04", AIRCRAFT)]
    ordered = sorted(rows, key=lambda row: row.id)
    assert delivery.delivery(promises, rows) == delivery.delivery(promises, ordered)
