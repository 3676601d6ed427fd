"""The linkage test: published figures of others, the two oracle series, and what may never be said."""

from __future__ import annotations

import csv
import math
import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.decisions.agreement import Scale, agreement
from warifu.errors import MeasureError
from warifu.measures.linkage import chance, exposure, past, power, rates
from warifu.measures.linkage.protocol import CODES, DealEvent, DealStage, Meeting, Protocol, Strata, strata_of
from warifu.measures.linkage.rates import Table
from warifu.measures.linkage.report import NEVER, link, placebo
from warifu.terms.dates import PartialDate

MOVED: list[float] = [0, 0, 1, 0, -1, 0, 0, 2, 1, 0, 0, -1, 0, 0, 1, 0, 0, -1, 0, 1, 0, 0, 0, -1, 0]
AFTER = [mark == "1" for mark in "0110001110001010000100000"]
FIVES = [f"run {place // 5}" for place in range(25)]


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


# --- the oracle series ---------------------------------------------------------------------------------------------


def test_the_difference_of_the_oracle_series() -> None:
    assert sum(AFTER) == 8
    assert chance.difference(MOVED, AFTER) == pytest.approx(0.9853, abs=5e-5)
    assert chance.difference(MOVED, [False] * 25) is None


def test_all_relabellings_of_25_meetings_are_counted_exactly() -> None:
    found = chance.plain(MOVED, AFTER)
    assert (found.ways, found.exact) == (1_081_575, True)
    assert found.p == pytest.approx(0.0005178, abs=5e-8)


def test_within_fives_27_of_5000_relabellings_are_as_large() -> None:
    found = chance.within_strata(MOVED, AFTER, FIVES)
    assert found.ways == 5_000
    assert found.p == 27 / 5_000
    assert found.exact


def test_counting_agrees_with_drawing() -> None:
    drawn = chance._drawn([int(code) for code in MOVED], AFTER, FIVES, 9_999, 1956)
    of_all, seen = sum(MOVED), sum(code for code, hit in zip(MOVED, AFTER, strict=True) if hit)
    hits = sum(abs(25 * moved - 8 * of_all) >= abs(25 * seen - 8 * of_all) for moved in drawn)
    assert (hits + 1) / 10_000 == pytest.approx(0.0054, abs=0.002)


def test_a_circular_shift_can_give_no_p_below_one_in_n() -> None:
    found = chance.circular(MOVED, AFTER)
    assert found.p == found.floor == 0.04


def test_the_table_of_the_oracle_series() -> None:
    table = Table.of(MOVED, AFTER)
    assert table == Table(5, 3, 0, 17)
    assert rates.fisher(table) == pytest.approx(0.001054, abs=5e-7)
    assert rates.bayes_factor(table) == pytest.approx(152.3, abs=0.05)


def test_a_table_that_says_nothing() -> None:
    table = Table(3, 5, 5, 12)
    assert rates.fisher(table) == pytest.approx(1.0)
    assert rates.bayes_factor(table) == pytest.approx(0.501, abs=5e-4)
    assert rates.chance_higher(table, by=0.0, draws=50_000) == pytest.approx(0.672, abs=0.01)
    assert rates.chance_higher(table, draws=50_000) == pytest.approx(0.460, abs=0.01)  # higher by more than 0.1
    assert rates.words(rates.bayes_factor(table)) == "does not discriminate"


def test_fishers_tea_and_ten_against_none() -> None:
    assert rates.fisher(Table(3, 1, 1, 3)) == pytest.approx(0.485714, abs=5e-7)
    assert rates.bayes_factor(Table(10, 0, 0, 10)) == pytest.approx(32_065, abs=1)


def test_three_priors_are_always_printed_together() -> None:
    assert [row.a for row in rates.companion(Table(3, 5, 5, 12), draws=500)] == [1.0, 0.5, 2.0]


# --- diagnostics ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lag", "f", "freedom"), [(1, 4.791065, (1, 21)), (2, 3.688416, (2, 18))])
def test_the_granger_form_gives_what_statsmodels_gives(lag: int, f: float, freedom: tuple[int, int]) -> None:
    """MEASURES prints .033592 and .364828 for this series; statsmodels itself, run on it, gives the figures here."""
    found, degrees = past.granger_f(MOVED, [float(hit) for hit in AFTER], lag)
    assert found == pytest.approx(f, abs=5e-7)
    assert degrees == freedom


def test_output_does_not_foretell_consumption_in_the_united_states() -> None:
    """Quarterly growth 1959 to 2009, two lags: F .243097 with 2 and 195 degrees of freedom, the value of R's lmtest."""
    with (Path(__file__).parent / "data" / "us_gdp_and_consumption.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    growth = {
        name: [math.log(float(b[name]) / float(a[name])) for a, b in pairwise(rows)] for name in ("realgdp", "realcons")
    }
    found, degrees = past.granger_f(growth["realcons"], growth["realgdp"], 2)
    assert found == pytest.approx(0.243097, abs=5e-7)
    assert degrees == (2, 195)


def test_the_granger_form_is_refused_where_too_few_values_are_left() -> None:
    assert past.granger(MOVED, AFTER, FIVES, 1, draws=99).warnings == (past.NO_TEST,)
    with pytest.raises(MeasureError, match="leave 13 values"):
        past.granger(MOVED[:16], AFTER[:16], FIVES[:16], 1)


def test_f_has_the_tail_that_tables_give() -> None:
    """Chickens and eggs, order 3: F 5.405 with 44 degrees of freedom, p .002966 as published."""
    assert power.f_tail(5.405, 3, 44) == pytest.approx(0.002966, abs=5e-6)


def test_leads_and_lags_share_one_band() -> None:
    found = past.lead_lag(MOVED, AFTER)
    assert [lag for lag, _ in found.correlations] == [-3, -2, -1, 0, 1, 2, 3]
    assert found.band is not None
    assert found.band >= max(abs(r) for lag, r in found.correlations if r is not None and lag)
    assert "never reported" in found.warnings[0]


# --- what could be seen --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("exposed", "other", "effect"), [(8, 17, 1.25), (5, 20, 1.46), (12, 13, 1.17)])
def test_the_smallest_effect_seen_four_times_in_five(exposed: int, other: int, effect: float) -> None:
    assert power.smallest_effect(exposed, other) == pytest.approx(effect, abs=0.005)


@pytest.mark.parametrize(("n", "r"), [(10, 0.785), (15, 0.669), (25, 0.535), (40, 0.431), (100, 0.277)])
def test_the_smallest_correlation_seen_four_times_in_five(n: int, r: float) -> None:
    assert power.smallest_correlation(n) == pytest.approx(r, abs=0.002)


def test_the_half_width_at_8_and_17_meetings() -> None:
    assert power.half_width(8, 17) == pytest.approx(0.73, abs=0.006)


def test_the_smallest_effect_is_seen_four_times_in_five_in_a_simulation() -> None:
    rng, n1, n0 = random.Random(7), 8, 17
    effect = power.smallest_effect(n1, n0)
    critical = power.t_quantile(0.975, n1 + n0 - 2)
    seen = 0
    for _ in range(2_000):
        one = [rng.gauss(effect, 1) for _ in range(n1)]
        two = [rng.gauss(0, 1) for _ in range(n0)]
        marks = [True] * n1 + [False] * n0
        spread = power.pooled_deviation([*one, *two], marks) * math.sqrt(1 / n1 + 1 / n0)
        seen += abs(sum(one) / n1 - sum(two) / n0) / spread > critical
    assert seen / 2_000 == pytest.approx(0.8, abs=0.03)


# --- coders --------------------------------------------------------------------------------------------------------

KRIPPENDORFF = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


@pytest.mark.parametrize(
    ("scale", "alpha"), [(Scale.NOMINAL, 0.7434), (Scale.ORDINAL, 0.8154), (Scale.INTERVAL, 0.8491)]
)
def test_the_published_example_of_four_coders(scale: Scale, alpha: float) -> None:
    rows = [[None if code == "." else float(code) for code in row.split()] for row in KRIPPENDORFF]
    units = [list(unit) for unit in zip(*rows, strict=True)]
    assert agreement(units, scale, resamples=0).alpha == pytest.approx(alpha, abs=5e-5)


# --- which meeting followed which deal -----------------------------------------------------------------------------


def meeting(on: str, moved: float | None = 0, name: str = "") -> Meeting:
    return Meeting(name=name or on, date=day(on), movement=moved)


def signing(on: str, stage: DealStage = DealStage.BINDING) -> DealEvent:
    return DealEvent(deal=f"deal of {on}", stage=stage, date=day(on))


def test_a_deal_signed_at_a_meeting_is_a_package_and_counts_for_none() -> None:
    meetings = [meeting("2018-05-26"), meeting("2018-09-10")]
    found = exposure.expose(meetings, [signing("2018-05-25")], Protocol())
    assert found.bundled == 1
    assert found.forward == (False, False)
    assert found.reverse == (False, False)


def test_a_deal_between_meetings_comes_after_one_and_before_the_other() -> None:
    meetings = [meeting("2018-05-26"), meeting("2018-09-10")]
    found = exposure.expose(meetings, [signing("2018-07-10")], Protocol())
    assert found.forward == (False, True)
    assert found.reverse == (True, False)


def test_a_memorandum_and_a_cancellation_move_nothing_when_binding_deals_are_asked_for() -> None:
    events = [signing("2018-07-10", DealStage.MEMORANDUM), signing("2018-07-11", DealStage.CANCELLED)]
    found = exposure.expose([meeting("2018-09-10")], events, Protocol())
    assert found.counting == 0
    assert found.forward == (False,)


def test_a_date_known_only_to_the_year_decides_no_row_silently() -> None:
    found = exposure.expose([meeting("2018-09-10")], [signing("2018")], Protocol())
    assert len(found.placements) == 200
    assert found.unstable == (True,)


def test_a_date_with_an_open_end_is_counted_apart() -> None:
    assert exposure.expose([meeting("2018-09-10")], [signing("2018/..")], Protocol()).undated == 1


def test_the_codes_are_five_and_the_protocol_has_one_digest() -> None:
    assert sorted(CODES) == [-2, -1, 0, 1, 2]
    assert Protocol().digest() == Protocol().digest() != Protocol(window=90).digest()
    with pytest.raises(MeasureError, match="does not reach beyond"):
        Protocol(window=10)


def test_strata_by_leaders_need_leaders() -> None:
    with pytest.raises(MeasureError, match="names no leaders"):
        strata_of([meeting("2018")], Strata.LEADERS)


# --- the whole test ------------------------------------------------------------------------------------------------


def record(effect: float, seed: int = 3) -> tuple[list[Meeting], list[DealEvent]]:
    """Thirty meetings in six years, every other one after a deal."""
    rng = random.Random(seed)
    meetings: list[Meeting] = []
    events: list[DealEvent] = []
    for year in range(2011, 2017):
        for place in range(5):
            on = date(year, 1, 20) + timedelta(days=73 * place)
            after = (place + year) % 2 == 0
            if after:
                events.append(signing((on - timedelta(days=20)).isoformat()))
            moved = rng.choice([-1, 0, 0, 1]) + (effect if after else 0)
            meetings.append(meeting(on.isoformat(), max(-2, min(2, moved))))
    return meetings, events


PROTOCOL = Protocol(window=40)


def test_too_few_meetings_are_said_to_be_too_few_and_nothing_is_tested() -> None:
    found = link([meeting("2018-05-26", 1), meeting("2018-09-10", 0)], [signing("2018-07-10")], Protocol(), 0.9)
    assert found.verdict == "too few"
    assert found.sentence.startswith("Too few to test: 1 of 2 meetings followed a deal")
    assert found.tests == ()
    assert found.effect is None


@pytest.mark.parametrize(("alpha", "words"), [(None, "agreement of two coders is not known"), (0.5, "0.50 is below")])
def test_codes_that_two_people_do_not_share_are_not_tested(alpha: float | None, words: str) -> None:
    found = link(*record(1), PROTOCOL, alpha)
    assert found.verdict == "unreliable"
    assert words in found.sentence
    assert found.tests == ()


def test_a_protocol_fixed_before_is_a_test_and_a_later_one_an_exploration() -> None:
    tested = link(*record(2), PROTOCOL, 0.9, fixed=PROTOCOL.digest())
    assert tested.verdict == "differs"
    assert not tested.explored
    assert tested.sentence.startswith("After a deal that had come as far as binding the coded movement was higher")
    explored = link(*record(2), PROTOCOL, 0.9, fixed=replace(PROTOCOL, window=90).digest())
    assert explored.sentence.startswith("Explored, not tested:")
    assert link(*record(2), PROTOCOL, 0.7, fixed=PROTOCOL.digest()).sentence.endswith("(agreement 0.70).")


def test_a_record_without_an_effect_says_what_it_could_have_seen() -> None:
    found = link(*record(0), PROTOCOL, 0.9, fixed=PROTOCOL.digest())
    assert found.verdict == "silent"
    assert found.smallest_effect is not None
    assert "would usually be missed" in found.sentence
    assert [test.name for test in found.tests] == ["within strata", "circular shift", "plain"]
    assert len(found.holm) == 2
    assert len(found.bayes) == 3
    assert {row.window for row in found.windows} == {90, 180, 365}
    assert found.placebo is not None
    assert found.placebo.share is not None
    assert found.leave_one_out is not None
    assert found.leave_one_out[0] <= (found.effect or 0) <= found.leave_one_out[1]


def test_false_deal_dates_show_no_such_effect() -> None:
    found = placebo(*record(2), PROTOCOL)
    assert found.share is not None
    assert found.share < 0.02


def test_what_is_never_said_is_written_down() -> None:
    assert len(NEVER) == 8
    for effect in (0, 2):
        sentence = link(*record(effect), PROTOCOL, 0.9, fixed=PROTOCOL.digest()).sentence
        assert not any(word in sentence for word in ("cause", "because", "no link", "best lag", "Goldstein"))


def test_holm_raises_each_for_the_other_having_been_asked() -> None:
    assert chance.holm({"forward": 0.02, "reverse": 0.04}) == {"forward": 0.04, "reverse": 0.04}
    assert chance.holm({"forward": 0.04, "reverse": None}) == {"forward": 0.04, "reverse": None}


def test_the_interval_holds_the_difference_and_what_the_test_would_not_reject() -> None:
    found = chance.interval(MOVED, AFTER, FIVES, 0.9)
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0.9853 < found.high
    assert found.low > 0  # p within fives is .0054, so zero is outside


# --- false alarms, section C5: what a test may never be sold without ------------------------------------------------


def test_deals_signed_at_good_meetings_make_no_false_link_once_they_are_left_out() -> None:
    """No effect at all, but papers are signed at meetings that went well: counting those as causes finds a link."""
    wrong = right = 0
    for seed in range(60):
        rng = random.Random(seed)
        meetings, events = [], []
        for year in range(2011, 2017):
            for place in range(5):
                on = date(year, 1, 20) + timedelta(days=73 * place)
                moved = rng.choice([-1, 0, 0, 1])
                meetings.append(meeting(on.isoformat(), moved))
                if moved > 0 or rng.random() < 0.2:
                    events.append(on - timedelta(days=3))
        days = [one.date.first.toordinal() for one in meetings]
        strata = strata_of(meetings, Strata.YEAR)
        codes = [one.movement or 0.0 for one in meetings]
        placed = [event.toordinal() for event in events]
        naive = exposure.expose_days(days, placed, 40, 1).forward
        honest = exposure.expose_days(days, placed, 40, 14).forward
        wrong += (chance.within_strata(codes, naive, strata).p or 1) <= 0.05
        right += (chance.within_strata(codes, honest, strata).p or 1) <= 0.05
    assert wrong / 60 > 0.5
    assert right == 0


# --- properties ----------------------------------------------------------------------------------------------------

codes = st.lists(st.integers(-2, 2), min_size=6, max_size=14)


@settings(max_examples=60, deadline=None)
@given(codes, st.randoms(use_true_random=False))
def test_the_order_of_meetings_inside_a_stratum_leaves_the_stratified_p_unchanged(
    moved: list[int], rng: random.Random
) -> None:
    rows = [(float(code), rng.random() < 0.4, str(place // 4)) for place, code in enumerate(moved)]
    mixed = rng.sample(rows, len(rows))
    first = chance.within_strata(*(list(column) for column in zip(*rows, strict=True)))  # type: ignore[arg-type]
    second = chance.within_strata(*(list(column) for column in zip(*mixed, strict=True)))  # type: ignore[arg-type]
    assert first.p == second.p


@settings(max_examples=60, deadline=None)
@given(codes, st.randoms(use_true_random=False))
def test_no_p_lies_below_the_floor_of_its_test(moved: list[int], rng: random.Random) -> None:
    marks = [rng.random() < 0.4 for _ in moved]
    for test in (
        chance.plain([float(code) for code in moved], marks),
        chance.circular([float(code) for code in moved], marks),
        chance.within_strata([float(code) for code in moved], marks, [str(place // 4) for place in range(len(moved))]),
    ):
        assert test.p is None or test.floor - 1e-12 <= test.p <= 1
