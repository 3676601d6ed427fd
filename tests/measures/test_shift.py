"""The Nile and other known answers, and the laws of the distance between two mixes."""

from __future__ import annotations

import math
import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.measures import shift
from warifu.measures.shift import Mixed, Sized

# Annual flow at Aswan, 1871 to 1970, 10^8 m3 (Cobb 1978; public data).
NILE = [1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740]  # fmt: skip


def mix(*shares: float) -> dict[str, float]:
    return {str(number): share for number, share in enumerate(shares)}


def test_known_distances() -> None:
    assert shift.divergence(mix(0.5, 0.5), mix(1, 0)) == pytest.approx(0.311278, abs=5e-7)
    assert shift.divergence(mix(0.4, 0.4, 0.2), mix(0.1, 0.3, 0.6)) == pytest.approx(0.150177, abs=5e-7)
    assert shift.divergence(mix(1, 0), mix(0, 1)) == 1
    assert shift.divergence(mix(0.3, 0.7), mix(0.3, 0.7)) == 0
    assert shift.divergence(mix(0, 0), mix(1, 0)) is None


def test_the_nile_dropped_after_1898() -> None:
    assert len(NILE) == 100
    split = shift.best_split(NILE)
    assert split is not None
    assert 1871 + split.after - 1 == 1898
    assert (round(split.mean_before, 2), round(split.mean_after, 2)) == (1097.75, 849.97)
    posterior = shift.split_posterior(NILE)
    assert posterior[27] == pytest.approx(0.7643, abs=5e-5)
    assert shift.likely_set(posterior) == (26, 27, 28)
    assert math.fsum(posterior) == pytest.approx(1)


def test_the_exact_segmentation_of_the_nile_finds_the_one_change() -> None:
    noise = shift.noise_variance(NILE)
    assert noise is not None
    for factor in (2, 3):
        assert shift.segments(NILE, factor * noise * math.log(100)) == (28,)


def test_a_change_at_a_place_that_is_no_multiple_of_five_is_found_there() -> None:
    values = [1.0, 1.2, 0.9, 1.1] * 3 + [1.0] + [5.0, 5.2, 4.9, 5.1] * 3
    assert shift.segments(values, 1.0) == (13,)


@given(st.lists(st.floats(-10, 10), min_size=2, max_size=9), st.floats(0.1, 20))
def test_the_pruned_segmentation_is_the_best_of_all(values: list[float], penalty: float) -> None:
    def cost(cuts: tuple[int, ...]) -> float:
        ends = [0, *cuts, len(values)]
        parts = [values[a:b] for a, b in pairwise(ends)]
        return sum(sum((v - sum(p) / len(p)) ** 2 for v in p) for p in parts) + penalty * len(cuts)

    n = len(values)
    every = [tuple(k for k in range(1, n) if mask >> (k - 1) & 1) for mask in range(2 ** (n - 1))]
    assert cost(shift.segments(values, penalty)) == pytest.approx(min(map(cost, every)), abs=1e-6)


def deals(prefix: str, *rows: tuple[str, float | None]) -> list[Mixed]:
    return [Mixed(f"{prefix}{number}", category, amount) for number, (category, amount) in enumerate(rows)]


def test_count_and_amount_may_disagree() -> None:
    """Many small health deals and one large oil deal: by count little changed, by amount nearly all."""
    before = deals("b", *[("health", 1.0)] * 8, *[("oil", 1.0)] * 4)
    after = deals("a", *[("health", 1.0)] * 5, *[("oil", 60.0)] * 3)
    by_count = shift.mix_change(before, after, shift.COUNT, seed=1, draws=800)
    by_amount = shift.mix_change(before, after, shift.AMOUNT, seed=1, draws=800)
    assert by_count.distance is not None
    assert by_amount.distance is not None
    assert by_amount.distance > 20 * by_count.distance
    assert by_count.p is not None
    assert by_count.p > 0.5
    assert by_count.excess is not None
    assert by_count.excess < 0
    assert any("unstable below 20" in warning for warning in by_count.warnings)


def test_the_chance_distance_is_the_mean_over_all_ways_to_deal_out() -> None:
    """Two of x and two of y in pairs: of the 6 pairings 2 are disjoint (1 bit) and 4 equal (0)."""
    found = shift.mix_change(deals("b", ("x", 1), ("x", 1)), deals("a", ("y", 1), ("y", 1)), shift.COUNT, draws=6000)
    assert found.distance == 1
    assert found.by_chance == pytest.approx(1 / 3, abs=0.02)
    assert found.p == pytest.approx(1 / 3, abs=0.02)


def test_twelve_deals_against_eight_agree_with_all_ways_to_deal_them_out() -> None:
    """The chance mean .0875 and p .1637 are by enumeration of all tables with these margins (hypergeometric)."""
    before = deals("b", *[("x", 1.0)] * 6, *[("y", 1.0)] * 2, *[("z", 1.0)] * 4)
    after = deals("a", *[("x", 1.0)] * 2, *[("y", 1.0)] * 5, *[("z", 1.0)] * 1)
    found = shift.mix_change(before, after, shift.COUNT, seed=1)
    assert found.distance == pytest.approx(0.168, abs=5e-4)
    assert found.by_chance == pytest.approx(0.0875, abs=0.004)
    assert found.p == pytest.approx(0.1637, abs=0.015)


def test_where_there_is_no_mix_there_is_no_distance() -> None:
    one = deals("b", ("x", 1.0))
    assert shift.mix_change(one, [], shift.COUNT).distance is None
    assert "one category only" in shift.mix_change(one, deals("a", ("x", 2.0)), shift.COUNT).warnings[0]
    assert shift.mix_change(one, deals("a", ("y", None)), shift.AMOUNT).distance is None


def test_many_deals_take_the_normal_limit_and_it_agrees_with_permuting() -> None:
    rng = random.Random(2)
    rows = [(rng.choice("aabc"), rng.lognormvariate(0, 0.5)) for _ in range(1950)]
    before, after = deals("b", *rows[:900]), deals("a", *rows[900:])
    exact = shift.mix_change(before, after, shift.AMOUNT, draws=400)
    masses = [[(row.category, row.amount or 0.0) for row in side] for side in (before, after)]
    categories = ["a", "b", "c"]
    limit = shift._by_moving(masses, categories, random.Random(1), 4000, large=100)
    assert exact.by_chance == pytest.approx(math.fsum(limit) / len(limit), rel=0.15)


def test_a_drift_is_not_called_a_change_of_course() -> None:
    drift = [Sized(f"d{n:02}", float(n), math.exp(0.1 * n)) for n in range(30)]
    found = shift.size_change(drift, draws=200)
    assert found.p is not None
    assert found.p < 0.01
    assert any("straight drift fits as well" in warning for warning in found.warnings)
    assert found.slope == pytest.approx(0.1)


def test_a_jump_is_dated_by_its_first_deal() -> None:
    rng = random.Random(4)
    rows = [Sized(f"d{n:02}", float(n), math.exp(rng.gauss(0 if n < 13 else 4, 0.5))) for n in range(26)]
    found = shift.size_change([*rows, Sized("no-sum", 3.0, None)], draws=200)
    assert found.first_after == "d13"
    assert found.unpriced == 1
    assert found.cuts == {2: (13,), 3: (13,)}
    assert not any("drift" in warning for warning in found.warnings)


def test_few_deals_give_only_the_plot() -> None:
    found = shift.size_change([Sized(f"d{n}", float(n), 1.0 + n) for n in range(11)])
    assert found.split is None
    assert len(found.series) == 11


def test_the_kind_of_owner_changed_between_two_deals() -> None:
    rows = [(float(n), f"d{n:02}", "private" if n < 9 else "state company") for n in range(18)]
    found = shift.kind_change(rows, draws=400)
    assert (found.after, found.first_after, found.distance) == (9, "d09", 1)
    assert found.p is not None
    assert found.p < 0.01
    assert shift.kind_change([(t, d, "private") for t, d, _ in rows]).distance is None


mixes = st.lists(st.floats(0, 100), min_size=3, max_size=3).filter(lambda values: sum(values) > 0.01)


@given(mixes, mixes, st.permutations(["x", "y", "z"]))
def test_the_distance_is_symmetric_within_bounds_and_blind_to_names(
    p: list[float], q: list[float], names: list[str]
) -> None:
    one, other = mix(*p), mix(*q)
    found = shift.divergence(one, other)
    assert found is not None
    assert 0 <= found <= 1
    assert shift.divergence(other, one) == pytest.approx(found)
    renamed = shift.divergence(dict(zip(names, p, strict=True)), dict(zip(names, q, strict=True)))
    assert renamed == pytest.approx(found, abs=1e-12)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("xyz"), st.floats(0.1, 9)), min_size=4, max_size=9), st.randoms())
def test_the_order_of_arrival_never_matters(rows: list[tuple[str, float]], rng: random.Random) -> None:
    before, after = deals("b", *rows[:2]), deals("a", *rows[2:])
    once = shift.mix_change(before, after, shift.AMOUNT, draws=40)
    again = shift.mix_change(rng.sample(before, len(before)), rng.sample(after, len(after)), shift.AMOUNT, draws=40)
    assert once == again


def test_many_deals_take_the_normal_limit_of_shuffles_and_it_agrees_with_shuffling() -> None:
    rng = random.Random(5)
    order = [rng.choices((0, 1, 2), (6, 3, 1))[0] for _ in range(3_000)]
    shuffled = []
    for _ in range(150):
        rng.shuffle(order)
        shuffled.append(shift._largest(order, 3, 6)[0])
    limit = [shift._largest_bridged(order, 3, 6, rng) for _ in range(150)]
    assert math.fsum(shuffled) / 150 == pytest.approx(math.fsum(limit) / 150, rel=0.25)
