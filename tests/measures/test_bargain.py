"""What-if bargaining against known results. Numbers are published values, or were found by a second method."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.errors import MeasureError
from warifu.measures.bargain import belief, delay, split, tranches, tree, upfront
from warifu.measures.bargain.setting import NO_THREAT, Setting, zone

PLAIN = Setting(v=10, k=4)


# Is there anything to trade?


@pytest.mark.parametrize(
    ("setting", "expected"),
    [(PLAIN, (4, 10, 6)), (Setting(v=10, k=4, kappa=0.5, beta=0.8, o_conceder=1), (6.25, 20, 6.875))],
)
def test_a_deal_lies_between_what_one_needs_and_the_other_would_give(
    setting: Setting, expected: tuple[float, float, float]
) -> None:
    found = zone(setting)
    assert (found.low, found.high, found.surplus) == pytest.approx(expected)


def test_a_concession_that_costs_more_than_it_is_worth_cannot_be_traded() -> None:
    assert not zone(Setting(v=3, k=4)).exists


def test_money_worth_nothing_to_the_conceder_buys_nothing() -> None:
    assert not zone(Setting(v=10, k=4, beta=0)).exists


def test_a_payer_that_gains_from_paying_has_no_upper_end_and_no_threat() -> None:
    found = zone(Setting(v=10, k=4, kappa=-0.1))
    assert found.high == math.inf
    assert found.warnings == (NO_THREAT,)
    assert not zone(Setting(v=10, k=4, kappa=0, o_payer=11)).exists


@given(st.floats(0.1, 50), st.floats(0.1, 50), st.floats(0.01, 2), st.floats(0.01, 2), st.floats(0, 9), st.floats(0, 9))
def test_a_deal_exists_iff_weighted_gain_covers_weighted_cost(
    v: float, k: float, kappa: float, beta: float, o_payer: float, o_conceder: float
) -> None:
    surplus = beta * (v - o_payer) - kappa * (k + o_conceder)
    if abs(surplus) > 1e-9:
        setting = Setting(v=v, k=k, kappa=kappa, beta=beta, o_payer=o_payer, o_conceder=o_conceder)
        assert zone(setting).exists == (surplus > 0)


@pytest.mark.parametrize("bad", [{"v": 0.0}, {"k": -1.0}, {"d_payer": 0.0}, {"d_conceder": 1.1}])
def test_a_setting_that_means_nothing_is_refused_by_name(bad: dict[str, float]) -> None:
    with pytest.raises(MeasureError, match=next(iter(bad))):
        replace(PLAIN, **bad)


# The split


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [(0.9, 0.9, 0.526316), (0.9, 0.8, 0.714286), (0.8, 0.9, 0.357143), (0.5, 0.5, 2 / 3), (0, 0.9, 0.1)],
)
def test_alternating_offers_give_rubinsteins_split(first: float, second: float, share: float) -> None:
    assert split.alternating(first, second) == pytest.approx(share, abs=5e-7)


def test_two_sides_that_never_tire_have_no_split() -> None:
    with pytest.raises(MeasureError, match="neither side minds waiting"):
        split.alternating(1, 1)


def test_a_known_last_offer_gives_its_maker_the_most_and_fades_with_distance() -> None:
    assert split.last_offer(1, 0.9, 0.9) == 1
    assert split.last_offer(2, 0.9, 0.9) == pytest.approx(0.1)
    assert split.last_offer(3, 0.9, 0.9) == pytest.approx(0.91)
    assert split.last_offer(400, 0.9, 0.9) == pytest.approx(split.alternating(0.9, 0.9), abs=1e-9)


@given(st.integers(1, 60), st.floats(0, 1))
def test_a_known_last_offer_follows_its_closed_form(rounds: int, patience: float) -> None:
    closed = (1 - (-patience) ** rounds) / (1 + patience)
    assert split.last_offer(rounds, patience, patience) == pytest.approx(closed, abs=1e-9)


@given(st.floats(0, 0.95), st.floats(0, 0.95))
def test_a_far_deadline_is_no_deadline_whoever_is_patient(first: float, second: float) -> None:
    assert split.last_offer(800, first, second) == pytest.approx(split.alternating(first, second), abs=1e-9)


@pytest.mark.parametrize(("option", "share"), [(0, 0.473684), (0.2, 0.473684), (0.4, 0.473684), (0.6, 0.6)])
def test_another_suitor_matters_only_if_worth_more_than_what_one_gets_anyway(option: float, share: float) -> None:
    assert split.outside_option(0.9, 0.9, option) == pytest.approx(share, abs=5e-7)


@given(st.floats(0, 0.97), st.floats(0, 0.97), st.floats(0, 1), st.floats(0, 1))
def test_two_ways_out_solve_the_pair_of_equations_they_come_from(d1: float, d2: float, o1: float, o2: float) -> None:
    if o1 + o2 <= 1:
        first = 1 - split.outside_option(d1, d2, o2, o1)
        as_second = 1 - max(d1 * first, o1)
        assert first == pytest.approx(1 - max(d2 * as_second, o2), abs=1e-9)


def test_ways_out_worth_more_than_the_whole_are_refused() -> None:
    with pytest.raises(MeasureError, match="more than the whole"):
        split.outside_option(0.9, 0.9, 0.7, 0.4)
    with pytest.raises(MeasureError, match="more than the whole"):
        split.inside_option(0.9, 0.7, 0.4)


def test_money_that_flows_during_talks_changes_the_split_from_the_first_coin() -> None:
    assert split.inside_option(1, 0.3, 0.1) == pytest.approx(0.6)
    raised = split.inside_option(1, 0, 0) - split.inside_option(1, 0, 0.01)
    assert raised == pytest.approx(0.005)


@pytest.mark.parametrize(
    ("rounds", "pieces", "share"), [(1, 5, 1.0), (2, 5, 0.0), (2, 10, 0.1), (3, 5, 1.0), (3, 100, 0.91)]
)
def test_a_grid_of_offers_bends_the_answer(rounds: int, pieces: int, share: float) -> None:
    assert split.last_offer_on_a_grid(rounds, pieces, 0.9) == pytest.approx(share)


def test_a_fine_grid_comes_near_the_answer() -> None:
    assert split.last_offer_on_a_grid(50, 1000, 0.9) == pytest.approx(0.5230, abs=5e-5)
    assert split.last_offer(50, 0.9, 0.9) == pytest.approx(0.5236, abs=5e-5)


# Paying up front


def test_who_pays_first_is_left_with_the_bill() -> None:
    found = upfront.pay_first(PLAIN, 2.6)
    assert (found.concession, found.payer, found.conceder) == (0, pytest.approx(-2.6), pytest.approx(2.6))
    assert not found.worth_paying


def test_a_relationship_worth_more_than_the_concession_makes_paying_first_work() -> None:
    found = upfront.pay_first(replace(PLAIN, r_conceder=5), 2.6)
    assert found.concession == 1
    assert found.worth_paying


def test_a_sunk_investment_is_a_quarter_of_the_best_at_equal_shares() -> None:
    assert upfront.sunk_investment(0.5) == (0.25, 0.75)
    assert upfront.sunk_investment(1) == (1, 1)


def test_pay_then_concede_goes_on_for_ever_above_two_thirds() -> None:
    assert upfront.patience_to_keep_conceding(cost=4, worth=1, price=6) == pytest.approx(2 / 3)


# Tranches


def test_without_collateral_the_exchange_unravels_from_its_end() -> None:
    assert tranches.largest_concession(PLAIN).steps == ()
    assert tranches.tranches_needed(PLAIN) is None


def test_a_known_last_step_carries_larger_steps_before_it() -> None:
    setting = replace(PLAIN, r_payer=0.5)
    assert tranches.cost_benefit(setting) == pytest.approx(0.4444, abs=5e-5)
    found = tranches.largest_concession(setting)
    assert found.steps[1:] == pytest.approx((0.5695, 0.2531, 0.1125), abs=5e-5)
    assert found.whole
    assert len(found.steps) == tranches.tranches_needed(setting) == 4


def test_no_number_of_tranches_carries_a_concession_worth_less_than_it_costs() -> None:
    setting = Setting(v=3, k=4, r_payer=0.5)
    assert tranches.tranches_needed(setting) is None
    lam = tranches.cost_benefit(setting)
    limit = (0.9 * tranches.collateral(setting) / 4) / (1 - 1 / lam)
    assert tranches.largest_concession(setting).total == pytest.approx(limit)


def test_one_lump_needs_collateral_worth_its_cost() -> None:
    assert not tranches.pay_for_steps(replace(PLAIN, r_payer=3), [1.0]).feasible
    found = tranches.pay_for_steps(replace(PLAIN, r_payer=4.5), [1.0])
    assert found.feasible
    assert found.payments == pytest.approx((0, 4.444), abs=5e-4)


def test_seven_percent_then_the_rest_hangs_on_the_rest() -> None:
    assert not tranches.pay_for_steps(replace(PLAIN, r_payer=4.1), [0.07, 0.93]).feasible
    assert tranches.pay_for_steps(replace(PLAIN, r_payer=4.2), [0.07, 0.93]).feasible
    low, high = 4.0, 4.3
    for _ in range(40):
        middle = (low + high) / 2
        works = tranches.pay_for_steps(replace(PLAIN, r_payer=middle), [0.07, 0.93]).feasible
        low, high = (low, middle) if works else (middle, high)
    assert high == pytest.approx(4.133, abs=5e-4)


def test_an_endless_exchange_needs_patience_above_cost_over_benefit() -> None:
    assert tranches.endless(replace(PLAIN, d_conceder=0.5)).feasible
    assert not tranches.endless(replace(PLAIN, d_conceder=0.39)).feasible
    found = tranches.endless(PLAIN)
    lam = 4 / 9
    assert found.payer == pytest.approx(10 * (1 - lam))
    assert found.share_of_best == pytest.approx((1 - lam) / (1 - 0.9 * lam))
    assert tranches.endless(replace(PLAIN, d_conceder=0.9999)).share_of_best == pytest.approx(1, abs=1e-3)


def test_an_endless_exchange_pays_the_payer_what_its_formula_says() -> None:
    payments, steps = tranches.endless_steps(PLAIN, 400)
    worth = math.fsum(0.9**t * (10 * step - paid) for t, (paid, step) in enumerate(zip(payments, steps, strict=True)))
    assert worth == pytest.approx(tranches.endless(PLAIN).payer)
    assert math.fsum(steps) == pytest.approx(1)


def test_smooth_values_stop_short_of_the_best() -> None:
    found = tranches.smooth(PLAIN, lambda g: 10 * (2 * g - g * g), lambda g: 4 * g * g)
    assert found.limit == pytest.approx(0.6923, abs=5e-5)
    assert found.best == pytest.approx(0.7143, abs=5e-5)
    assert found.payer == pytest.approx(6.9231, abs=5e-5)
    assert found.reached == pytest.approx((0.4453, 0.5314), abs=5e-5)


def test_everything_due_at_the_end_breaks_at_the_end() -> None:
    found = tranches.check_schedule(PLAIN, [1, 1, 0.6], [0, 0, 1])
    assert found.breaks is not None
    assert (found.breaks.round, found.breaks.side) == (3, "conceder")
    assert found.breaks.slack == pytest.approx(-4)


def test_a_relationship_at_stake_keeps_the_same_schedule_together() -> None:
    found = tranches.check_schedule(replace(PLAIN, r_conceder=5), [1, 1, 0.6], [0, 0, 1])
    assert found.breaks is None
    assert found.slack == pytest.approx(0.5)


def test_a_way_out_tears_it_again() -> None:
    found = tranches.check_schedule(replace(PLAIN, r_conceder=4.5, o_conceder=0.3), [1, 1, 0.6], [0, 0, 1])
    assert found.breaks is not None
    assert found.breaks.slack == pytest.approx(-0.22)


def test_a_schedule_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(MeasureError, match="do not fit"):
        tranches.check_schedule(PLAIN, [1], [0, 0, 1])
    with pytest.raises(MeasureError, match="negative"):
        tranches.check_schedule(PLAIN, [-1], [1])
    with pytest.raises(MeasureError, match="add up"):
        tranches.check_schedule(PLAIN, [1, 1], [0.6, 0.6])


positive = st.floats(0.2, 20)
settings_without_options = st.builds(
    Setting,
    v=positive,
    k=positive,
    kappa=st.floats(0.05, 1.5),
    beta=st.floats(0.1, 1.5),
    d_payer=st.floats(0.5, 0.99),
    d_conceder=st.floats(0.5, 0.99),
    r_payer=st.floats(0, 5),
    r_conceder=st.floats(0, 5),
)
settings_with_options = st.builds(
    lambda setting, o_payer, o_conceder: replace(setting, o_payer=o_payer, o_conceder=o_conceder),
    settings_without_options,
    st.floats(0, 2),
    st.floats(0, 2),
)


@given(settings_with_options, st.floats(0, 5), st.floats(0, 5))
def test_more_collateral_never_lowers_the_largest_concession(setting: Setting, payer: float, conceder: float) -> None:
    more = replace(setting, r_payer=setting.r_payer + payer, r_conceder=setting.r_conceder + conceder)
    assert tranches.largest_concession(more).total >= tranches.largest_concession(setting).total - 1e-9


@given(settings_with_options, st.floats(0, 3))
def test_a_better_way_out_for_the_conceder_never_raises_the_largest_concession(setting: Setting, add: float) -> None:
    more = replace(setting, o_conceder=setting.o_conceder + add)
    assert tranches.largest_concession(more).total <= tranches.largest_concession(setting).total + 1e-9


@given(settings_without_options)
def test_an_exchange_without_a_known_end_holds_iff_lam_is_below_one(setting: Setting) -> None:
    assert tranches.endless(setting).feasible == (tranches.cost_benefit(setting) < 1)


@given(settings_without_options)
def test_the_steps_of_the_recursion_can_be_paid_for_and_are_kept(setting: Setting) -> None:
    steps = tranches.largest_concession(setting, 60).steps
    if steps and setting.d_payer == setting.d_conceder:
        assert tranches.pay_for_steps(setting, steps).feasible


@given(settings_with_options, st.lists(st.floats(0.01, 0.25), min_size=1, max_size=4))
def test_the_quick_answers_of_a_what_if_are_those_of_the_full_ones(setting: Setting, concede: list[float]) -> None:
    assert tranches.steps_hold(setting, concede) == tranches.pay_for_steps(setting, concede).feasible
    full = tranches.endless(setting).feasible or tranches.largest_concession(setting).whole
    assert tranches.free_steps_hold(setting) == full


@given(settings_without_options)
def test_the_number_of_tranches_is_the_length_of_the_recursion(setting: Setting) -> None:
    needed = tranches.tranches_needed(setting)
    found = tranches.largest_concession(setting)
    if needed is not None and needed < 2000:
        assert found.whole
        assert abs(len(found.steps) - needed) <= (1 if found.steps[0] < 1e-6 else 0)
    if needed is None:
        assert not found.whole


@settings(max_examples=60)
@given(
    settings_with_options,
    st.lists(st.tuples(st.sampled_from([0, 0.5, 1, 3]), st.sampled_from([0, 0.07, 0.25])), min_size=1, max_size=4),
)
def test_a_schedule_is_performed_iff_no_act_of_it_is_worth_dropping(
    setting: Setting, rounds: list[tuple[float, float]]
) -> None:
    pay, concede = [paid for paid, _ in rounds], [step for _, step in rounds]
    found = tranches.check_schedule(setting, pay, concede)
    if found.slack is None or abs(found.slack) < 1e-6 or any(abs(act.slack) < 1e-6 for act in found.acts):
        return
    _, path = tree.solve(tree.schedule_tree(setting, pay, concede))
    assert ("stop" not in path) == (found.breaks is None)


# Waiting


def test_the_conceder_milks_a_flow_above_what_waiting_costs() -> None:
    assert delay.milking_flow(5, 0.9) == pytest.approx(0.5)
    assert delay.milking(5, 0.51, 0.9, rounds=60).settles == 60
    assert delay.milking(5, 0.49, 0.9, rounds=60).settles == 0
    assert delay.milking(-1, 0.51, 0.9, rounds=60).settles is None


def test_offers_that_grow_faster_than_patience_fades_are_waited_for() -> None:
    assert delay.best_wait([1.12**t for t in range(20)], [0] * 20, 0.9).settles == 19
    assert delay.best_wait([1.10**t for t in range(20)], [0] * 20, 0.9).settles == 0
    found = delay.best_wait([5, 5, 5], [1, 1, 1], 0.9)
    assert (found.settles, found.value) == (2, pytest.approx(5.95))


def test_a_deadline_bites_when_the_flow_stops_and_hardly_otherwise() -> None:
    assert delay.deadline_belief(5, 0.6, 0.9) == pytest.approx(0.9804, abs=5e-5)
    assert delay.deadline_belief(5, 2, 0.9, outside=1) == pytest.approx(0.7273, abs=5e-5)
    assert delay.deadline_belief(5, 0, 0.9) > 1
    assert delay.deadline_belief(0.5, 0, 0.9, outside=1) == 0
    assert delay.deadline_belief(1, 0, 0.5, outside=0.6) == math.inf


def test_a_longer_shadow_of_the_future_makes_bargaining_longer() -> None:
    assert delay.attrition(1, 3, 1, 0.1).hazard == pytest.approx(0.1)
    assert delay.attrition(1, 3, 1, 0.1).mean_delay == pytest.approx(5)
    assert delay.attrition(1, 3, 1, 0.05).mean_delay == pytest.approx(10)


def test_at_the_hazard_of_attrition_holding_out_a_moment_longer_gains_nothing() -> None:
    cost, win, lose, rate = 1.0, 3.0, 1.0, 0.1
    hazard = delay.attrition(cost, win, lose, rate).hazard
    rng = random.Random(7)
    for patience in (0.5, 4.0):  # give in at once gives `lose`; so must giving in at any later moment
        total = 0.0
        for _ in range(40_000):
            other = rng.expovariate(hazard)
            end, prize = (other, win) if other < patience else (patience, lose)
            shrunk = math.exp(-rate * end)
            total += prize * shrunk - cost * (1 - shrunk)
        assert total / 40_000 == pytest.approx(lose, abs=0.03)


# Errors about the other side


def test_who_overrates_a_governments_control_asks_for_more_than_it_can_give() -> None:
    setting = Setting(v=20, k=4)
    found = belief.capacity(setting, public=2, private=10, arrives=0.1, thought=0.7)
    assert (found.demand, found.deliverable, found.gap) == (
        pytest.approx(6.5),
        pytest.approx(3),
        pytest.approx(3.5),
    )
    assert not found.deal
    assert belief.capacity(setting, public=2, private=10, arrives=0.7, thought=0.7).deal


def test_the_belief_about_what_arrives_learns_from_what_did() -> None:
    assert belief.learned_share(8, 2, done=2, promised=10) == pytest.approx(0.5)


def test_constant_optimism_is_silent_for_seven_rounds_before_a_firm_deadline() -> None:
    assert belief.silent_rounds(0.5, 0.95) == 7
    agrees = belief.agreement_rounds([0.5] * 200, 0.95)
    assert agrees[-2:] == (199 - 8, 199)
    assert belief.first_agreement([0.5] * 200, 0.95) == 0


@pytest.mark.parametrize(("patience", "first"), [(0.9, 0), (0.95, 1), (0.99, 7), (0.999, 28), (0.9999, 97)])
def test_optimists_who_learn_wait_to_persuade(patience: float, first: int) -> None:
    assert belief.first_agreement([1 / (2 + t) for t in range(5000)], patience) == first
    assert belief.first_agreement([1 / (100 + t) for t in range(5000)], patience) == 0


def test_one_offer_to_an_unknown_cost_asks_half_the_value() -> None:
    found = belief.single_offer(Setting(v=10, k=4), highest_cost=20)
    assert (found.package, found.accepted, found.gain) == (5, 0.25, 1.25)


def test_without_commitment_the_second_offer_is_better_so_some_wait() -> None:
    found = belief.two_offers(0.8)
    assert (found.cutoff, found.first, found.second) == pytest.approx((0.75, 0.45, 0.375))
    assert belief.two_offers(0).cutoff == 0.5


# Trees


def test_a_tree_on_a_grid_gives_what_looking_back_gives() -> None:
    for rounds, pieces in ((1, 5), (2, 5), (2, 10), (3, 5)):
        payoffs, _ = tree.solve(tree.alternating_tree(rounds, pieces, 0.9))
        assert payoffs[0] == pytest.approx(split.last_offer_on_a_grid(rounds, pieces, 0.9))


def test_a_threat_nobody_would_carry_out_counts_for_nothing() -> None:
    payoffs, path = tree.solve(tree.hold_up_tree(PLAIN, 2.6))
    assert payoffs == (0, 0)
    assert path == ("do not pay",)
    assert tree.solve(tree.hold_up_tree(replace(PLAIN, r_conceder=5), 2.6))[1] == ("pay", "concede")


def test_a_tree_is_written_as_gambit_text_for_others_to_check() -> None:
    assert tree.efg(tree.hold_up_tree(PLAIN, 2.6), 'Pay "first"') == (
        'EFG 2 R "Pay \\"first\\"" { "Payer" "Conceder" }\n'
        '""\n'
        "\n"
        'p "pay first?" 1 1 "" { "pay" "do not pay" } 0\n'
        'p "concede?" 2 1 "" { "concede" "keep" } 0\n'
        't "" 1 "" { 7.4, -1.4 }\n'
        't "" 2 "" { -2.6, 2.6 }\n'
        't "" 3 "" { 0.0, 0.0 }\n'
    )


def test_a_tree_too_large_to_write_out_is_refused() -> None:
    with pytest.raises(MeasureError, match="too many"):
        tree.alternating_tree(8, 10, 0.9)
