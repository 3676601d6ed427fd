"""Known values of concentration, and the laws that it obeys."""

from __future__ import annotations

import csv
import gzip
import math
import os
import random
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.measures import dependence
from warifu.measures.dependence import Weight

SHARED = Path(os.environ.get("WARIFU_SHARED", Path(__file__).parents[3] / "shared"))
GCOF = SHARED / "data" / "aiddata_gcof_1_0" / "gcof_v1.0.csv.gz"


def test_three_unequal_parts() -> None:
    parts = [50, 30, 20]
    h = dependence.herfindahl(parts)
    assert h == pytest.approx(0.38)
    assert dependence.normalised(0.38, 3) == pytest.approx(0.07)
    assert dependence.hill(parts, 2) == pytest.approx(2.6316, abs=5e-5)
    assert dependence.hill(parts, 1) == pytest.approx(2.8001, abs=5e-5)
    assert dependence.hill(parts, math.inf) == pytest.approx(2)
    assert dependence.hill(parts, 0) == pytest.approx(3)
    assert dependence.without({"a": 50, "b": 30, "c": 20}, "a") == pytest.approx(0.52)


def test_equal_parts_and_one_part() -> None:
    four = dependence.herfindahl([1, 1, 1, 1])
    assert four == pytest.approx(0.25)
    assert dependence.normalised(0.25, 4) == 0
    assert dependence.hill([1, 1, 1, 1], 2) == pytest.approx(4)
    assert dependence.herfindahl([7]) == 1
    assert dependence.normalised(1, 1) == 1
    assert dependence.without({"a": 7}, "a") is None


@pytest.mark.parametrize(
    ("named", "rest", "low", "high"),
    [([50, 30], 20, 0.34, 0.38), ([40, 10], 50, 0.17, 0.22), ([23, 15, 14, 13, 6], 9, 0.1805, 0.1875)],
)
def test_the_undivided_rest_gives_bounds(named: list[float], rest: float, low: float, high: float) -> None:
    found = dependence.with_rest(named, rest)
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_the_five_listed_points_alone_would_overstate() -> None:
    assert dependence.herfindahl([23, 15, 14, 13, 6]) == pytest.approx(0.229, abs=5e-4)
    found = dependence.with_rest([23, 15, 14, 13, 6], 9)
    assert (round(1 / (found.high or 1), 1), round(1 / (found.low or 1), 1)) == (5.3, 5.5)


def test_counts_of_a_sample_are_not_shares() -> None:
    assert dependence.from_counts([5, 3, 2]) == pytest.approx(0.3111, abs=5e-5)
    assert dependence.herfindahl([5, 3, 2]) == pytest.approx(0.38)
    assert dependence.from_counts([1]) is None


def test_trade_intensity_and_its_undefined_cases() -> None:
    assert dependence.trade_intensity(8, 100, 50, 1000, 120) == pytest.approx(1.408)
    assert dependence.trade_intensity(8, 0, 50, 1000, 120) is None
    assert dependence.trade_intensity(8, 100, 0, 1000, 120) is None


def test_net_flows_have_no_shares() -> None:
    found = dependence.concentration([Weight("a", "a", 5.0), Weight("b", "b", -2.0)])
    assert found.h is None
    assert "negative" in found.warnings[0]


def test_flows_and_stocks_are_not_mixed() -> None:
    found = dependence.concentration([Weight("a", "a", 5.0, "flow"), Weight("b", "b", 2.0, "stock")])
    assert found.h is None
    assert found.warnings == ("flow and stock sums are mixed: give one kind at a time.",)


def gcof() -> list[dict[str, str]]:
    if not GCOF.exists():
        pytest.skip(f"{GCOF} is not there: set WARIFU_SHARED to the folder that holds data/aiddata_gcof_1_0")
    with gzip.open(GCOF, "rt", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["recommended_for_research"].upper() == "TRUE"]


def test_chinese_finance_to_russia_weighs_like_two_deals() -> None:
    rows = [row for row in gcof() if row["recipient_condensed"].startswith("Russia")]
    weights = [
        Weight(
            row["project_id"], row["project_id"], float(row["usd_defl_2014"]) if row["usd_defl_2014"].strip() else None
        )
        for row in rows
    ]
    found = dependence.concentration(weights, seed=1)
    assert (len(rows), found.n, found.unpriced) == (15, 12, 3)
    assert found.h == pytest.approx(0.4474, abs=5e-5)
    assert found.effective == pytest.approx(2.23, abs=5e-3)
    assert found.shares[0][1] == pytest.approx(0.556, abs=5e-4)
    assert found.without_top == pytest.approx(0.70, abs=5e-3)
    assert found.interval is not None
    assert found.interval.low == pytest.approx(0.17, abs=0.01)
    assert found.interval.high == pytest.approx(0.80, abs=0.01)


def test_recipients_of_chinese_finance() -> None:
    sums: dict[str, float] = defaultdict(float)
    for row in gcof():
        if row["usd_defl_2014"].strip():
            sums[row["recipient_iso3"]] += float(row["usd_defl_2014"])
    assert len(sums) == 143
    assert dependence.herfindahl(sums.values()) == pytest.approx(0.03234, abs=5e-6)
    assert dependence.hill(sums.values(), 2) == pytest.approx(30.9, abs=0.05)


def test_a_change_that_the_deals_cannot_tell_is_said_so() -> None:
    before = [Weight(f"b{n}", key, amount) for n, (key, amount) in enumerate([("x", 5.0), ("y", 3.0), ("z", 2.0)])]
    after = [Weight(f"a{n}", key, amount) for n, (key, amount) in enumerate([("x", 6.0), ("y", 3.0), ("z", 2.0)])]
    found = dependence.before_and_after(before, after, seed=3, draws=500)
    assert found.difference is not None
    assert 0 < found.difference < 0.05
    assert any("holds zero" in warning for warning in found.warnings)


@pytest.mark.parametrize("by_deal", [False, True])
def test_many_deals_take_the_delta_method_and_it_agrees_with_the_bootstrap(by_deal: bool) -> None:
    rng = random.Random(5)
    weights = [
        Weight(str(n), str(n) if by_deal else rng.choice("aaabbc"), rng.lognormvariate(0, 0.7)) for n in range(6000)
    ]
    found = dependence.concentration(weights)
    priced = [(row.key, row.amount or 0.0) for row in weights]
    sampled = []
    for _ in range(150):
        sample = rng.choices(priced, k=len(priced))
        values = [amount for _, amount in sample] if by_deal else list(dependence.totals(sample).values())
        sampled.append(dependence.herfindahl(values) or 0.0)
    sampled.sort()
    assert found.interval is not None
    assert found.interval.low is not None
    assert found.interval.high is not None
    assert found.interval.high - found.interval.low == pytest.approx(sampled[142] - sampled[7], rel=0.3)


amounts = st.lists(st.floats(0.01, 1e9), min_size=1, max_size=20)


@given(amounts, st.floats(0.001, 1000))
def test_h_does_not_depend_on_the_unit_and_keeps_its_range(values: list[float], unit: float) -> None:
    h = dependence.herfindahl(values)
    assert h is not None
    assert dependence.herfindahl([value * unit for value in values]) == pytest.approx(h)
    assert 1 / len(values) - 1e-12 <= h <= 1 + 1e-12


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0.1, 100)), min_size=1, max_size=8), st.randoms())
def test_the_order_of_arrival_never_matters(rows: list[tuple[str, float]], rng: random.Random) -> None:
    weights = [Weight(str(n), key, amount) for n, (key, amount) in enumerate(rows)]
    once = dependence.concentration(weights, draws=50)
    assert dependence.concentration(rng.sample(weights, len(weights)), draws=50) == once
