"""Published survival examples, and the laws that state shares obey."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.measures import conversion
from warifu.measures.conversion import Path, Silence, Spell, state_shares

AML = [(9, True), (13, True), (13, False), (18, True), (23, True), (28, False), (31, True), (34, True), (45, False),
       (48, True), (161, False)]  # fmt: skip
SIX_MP = [(6, True), (6, True), (6, True), (6, False), (7, True), (9, False), (10, True), (10, False), (11, False),
          (13, True), (16, True), (17, False), (19, False), (20, False), (22, True), (23, True), (25, False),
          (32, False), (32, False), (34, False), (35, False)]  # fmt: skip
START = date(2016, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def test_the_leukaemia_trial_gives_its_published_survivor_curve() -> None:
    curve = conversion.kaplan_meier(AML)
    assert [round(p.share, 4) for p in curve] == [0.9091, 0.8182, 0.7159, 0.6136, 0.4909, 0.3682, 0.1841]
    assert [round(p.error, 4) for p in curve] == [0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535]
    intervals = [conversion.limits(p.share, p.error, 11) for p in curve[:3]]
    assert [(round(i.low or 0, 4), round(i.high or 0, 4)) for i in intervals] == [
        (0.5081, 0.9867), (0.4474, 0.9512), (0.3502, 0.8990)]  # fmt: skip
    logs = [conversion.limits(p.share, p.error, 11, scale="log").low for p in curve[:2]]
    assert logs == pytest.approx([0.7541, 0.6192], abs=5e-5)
    assert next(p.time for p in curve if p.share <= 0.5) == 31
    assert conversion.restricted_mean(curve, 48) == pytest.approx(31.8432, abs=5e-5)


def test_the_6_mp_arm_gives_its_published_survivor_curve() -> None:
    curve = conversion.kaplan_meier(SIX_MP)
    assert [round(p.share, 4) for p in curve] == [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]
    assert [round(p.error, 4) for p in curve] == [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]


def test_a_competing_end_is_not_a_censored_one() -> None:
    curve = conversion.incidence([(1, 0), (2, 1), (3, 1), (4, 2), (5, 2), (6, 0)])
    assert curve.share(["2"], 4) == pytest.approx(0.2)
    assert curve.share(["2"], 5) == pytest.approx(0.4)
    assert curve.at(4).errors["2"] ** 2 == pytest.approx(0.032)
    assert curve.at(5).errors["2"] ** 2 == pytest.approx(0.048)
    naive = conversion.kaplan_meier([(1, False), (2, False), (3, False), (4, True), (5, True), (6, False)])
    assert 1 - naive[-1].share == pytest.approx(0.6667, abs=5e-5)


def test_tied_times_give_one_answer() -> None:
    times = [5, 3, 6, 1, 3, 2, 5, 2, 3, 6, 1]
    causes = [1, 1, 1, 2, 1, 0, 1, 0, 2, 2, 0]
    cases = list(zip(times, causes, strict=True))
    for seed in range(5):
        random.Random(seed).shuffle(cases)
        curve = conversion.incidence(cases)
        assert [round(curve.share(["1"], t), 4) for t in (3, 5, 6)] == [0.2597, 0.5195, 0.6494]


def eight_paths() -> list[Path]:
    rows = [
        [(0, "memorandum")],
        [(0, "memorandum")],
        [(0, "memorandum"), (3, "binding")],
        [(0, "memorandum"), (2, "binding"), (7, "delivered")],
        [(0, "memorandum"), (4, "binding"), (6, "paid"), (11, "delivered")],
        [(0, "memorandum"), (5, "cancelled")],
        [(0, "memorandum"), (1, "binding"), (9, "cancelled")],
        [(0, "memorandum"), (8, "lapsed")],
    ]
    return [
        Path(f"deal-{number}", tuple((day(time), stage) for time, stage in row), day(12))
        for number, row in enumerate(rows)
    ]


def test_eight_paths_give_the_shares_of_all_states() -> None:
    found = state_shares(eight_paths(), day(12))
    shares = found.curves[Silence.CENSORED].at(11).shares
    assert shares["memorandum"] == pytest.approx(0.25)
    assert shares["binding"] == pytest.approx(0.125)
    error = found.curves[Silence.CENSORED].at(11).errors["memorandum"]
    assert error**2 == pytest.approx(0.25 * 0.75 / 8)
    assert shares["delivered"] == pytest.approx(0.25)
    assert shares["cancelled"] + shares["lapsed"] == pytest.approx(0.375)
    assert found.reached[Silence.CENSORED, "binding"].share(["binding"], 11) == pytest.approx(0.5)
    assert found.n == 8
    assert found.warnings == ()


def test_silent_deals_make_a_band() -> None:
    """Ten memoranda: two bind after a year, eight were never heard of again, read six years later."""
    paths = [Path(f"b{n}", ((day(0), "memorandum"), (day(365), "binding")), day(2100)) for n in range(2)]
    paths += [Path(f"s{n}", ((day(0), "memorandum"),), day(0)) for n in range(8)]
    found = state_shares(paths, day(2190))
    low, high, hull = found.band("binding", 3)
    assert (low, high) == (pytest.approx(0.2), pytest.approx(1.0))
    assert hull.low is not None
    assert hull.low < 0.2
    assert len(found.silent) == 8
    assert found.curves[Silence.DROPPED].share(["lapsed"], 2) == pytest.approx(0.8)
    assert any("8 deals were never heard of after their first day" in warning for warning in found.warnings)


def test_a_deal_first_heard_of_late_enters_at_its_true_age() -> None:
    """Known only from day 10 on: it is no proof that deals survive the first ten days."""
    early = Path("early", ((day(0), "memorandum"), (day(5), "cancelled")), day(20))
    late = Path("late", ((day(10), "memorandum"), (day(15), "binding")), day(20), origin=day(0))
    curve = state_shares([early, late], day(20)).curves[Silence.CENSORED]
    assert curve.at(5).at_risk["memorandum"] == 1
    assert curve.at(5).shares["cancelled"] == pytest.approx(1.0)


def test_a_further_memorandum_does_not_undo_a_contract() -> None:
    once = Path("x", ((day(0), "memorandum"), (day(5), "binding")), day(30))
    again = Path("x", ((day(0), "memorandum"), (day(5), "binding"), (day(20), "memorandum")), day(30))
    assert state_shares([again], day(30)) == state_shares([once], day(30))


def test_a_contract_without_a_memorandum_is_counted_apart() -> None:
    found = state_shares([Path("x", ((day(0), "binding"), (day(5), "paid")), day(9))], day(9))
    assert found.direct == ("x",)
    assert found.n == 0


def test_what_comes_after_the_readers_day_is_not_seen() -> None:
    paths = eight_paths()
    assert state_shares(paths, day(6)).curves[Silence.OPEN].share(["delivered"], 12) == 0


def test_wilson_where_the_variance_says_nothing() -> None:
    assert conversion.wilson(0, 12).high == pytest.approx(0.2425, abs=5e-5)
    three = conversion.wilson(3, 12)
    assert (three.low, three.high) == (pytest.approx(0.0889, abs=5e-5), pytest.approx(0.5323, abs=5e-5))
    assert conversion.limits(1.0, 0.0, 12).high == 1.0


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"), [(40, 100, 0.31, 0.50), (60, 130, 0.38, 0.55), (100, 200, 0.43, 0.57)]
)
def test_press_counts_get_intervals_and_no_curve(hits: int, n: int, low: float, high: float) -> None:
    found = conversion.wilson(hits, n)
    assert (round(found.low or 0, 2), round(found.high or 0, 2)) == (low, high)


def test_a_share_of_money_says_when_a_few_deals_decide_it() -> None:
    found = conversion.share_of_money([("a", 90.0, True), ("b", 5.0, False), ("c", 5.0, False), ("d", None, True)])
    assert found.share == pytest.approx(0.9)
    assert found.unpriced == 1
    assert any("weigh like 1.2 equal deals" in warning for warning in found.warnings)
    assert found == conversion.share_of_money(
        [("d", None, True), ("c", 5.0, False), ("b", 5.0, False), ("a", 90.0, True)]
    )
    assert conversion.share_of_money([("d", None, True)]).share is None


def test_many_deals_take_the_delta_method_and_it_agrees_with_the_bootstrap() -> None:
    rng = random.Random(3)
    rows = [(str(n), rng.lognormvariate(0, 1), rng.random() < 0.3) for n in range(5200)]
    found = conversion.share_of_money(rows)
    priced = [(amount, reached) for _, amount, reached in rows]
    other = conversion._bootstrap_share(priced, random.Random(1), 200, 0.9)
    assert found.interval is not None
    assert found.interval.method == "delta method"
    assert found.interval.low == pytest.approx(other.low, abs=0.01)
    assert found.interval.high == pytest.approx(other.high, abs=0.01)


stages = st.sampled_from(["memorandum", "binding", "paid", "delivered", "cancelled", "lapsed"])
entries = st.lists(st.tuples(st.integers(0, 60).map(day), stages), max_size=4)
paths_of = st.lists(
    st.builds(
        lambda rest, seen: (((day(0), "memorandum"), *rest), seen), entries, st.integers(0, 80).map(day)
    ),
    min_size=1, max_size=12,
).map(lambda rows: [Path(f"d{n}", row, seen) for n, (row, seen) in enumerate(rows)])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(paths_of, st.randoms(use_true_random=False))
def test_state_shares_add_up_to_one_and_the_order_of_arrival_never_shows(paths: list[Path], rng: random.Random) -> None:
    found = state_shares(paths, day(70))
    for curve in [*found.curves.values(), *found.reached.values()]:
        for point in curve.points:
            assert sum(point.shares.values()) == pytest.approx(1.0)
            assert min(point.shares.values()) >= -1e-9
    assert state_shares(rng.sample(paths, len(paths)), day(70)) == found


def test_nobody_at_risk_is_thin() -> None:
    curve = conversion.aalen_johansen([Spell(0, 3, "memorandum", "binding")], {"memorandum": 1.0})
    assert curve.points[-1].thin
    assert curve.median(["binding"]) == 3
    assert curve.median(["paid"]) is None
