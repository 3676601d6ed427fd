"""The what-if table: reasons before numbers, the same draws behind every row, no figure that passes for a finding."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.errors import MeasureError, UnstatedPriorError
from warifu.measures.bargain import whatif
from warifu.measures.bargain.whatif import Case, Change, Prior

CASE = Case(name="a plan", unit="USD bn", hoped=9, came=2.6, steps=(0.07, 0.93), flow=0.3, public=2, private=7)
PRIORS = (
    Prior("v", 2, 20, "made up for this test"),
    Prior("k", 2, 20, "made up for this test"),
    Prior("kappa", 0.2, 1, "grants to loans"),
    Prior("beta", 0.3, 1, "made up for this test"),
    Prior("o_conceder", 0, 3, "offers by others"),
    Prior("r_payer", 0, 5, "made up for this test"),
    Prior("r_conceder", 0, 5, "made up for this test"),
    Prior("belief_extension", 0, 1, "nobody knows"),
    Prior("theta", 0.1, 0.6, "what arrived before"),
    Prior("theta_hat", 0.3, 0.9, "what was said of it"),
)


def test_the_hoped_sum_buys_only_a_concession_cheaper_than_it_is_worth() -> None:
    found = whatif.thresholds(CASE)
    assert [round(row.cost, 1) for row in found.costs] == [9.0, 5.4, 2.7, 2.6, 1.6, 0.8]
    assert found.sentences[0] == (
        "The 9 USD bn hoped could have bought the whole concession only if it cost the conceder less than "
        "9.0 at beta 1, 5.4 at beta 0.6, 2.7 at beta 0.3."
    )
    assert found.collateral_last_step == pytest.approx(4.133 / 4, abs=5e-4)


@pytest.mark.parametrize("left_out", ["v", "k"])
def test_without_a_prior_for_value_and_cost_there_is_no_table(left_out: str) -> None:
    with pytest.raises(UnstatedPriorError, match=f"'{left_out}' is missing"):
        whatif.what_if(CASE, [prior for prior in PRIORS if prior.name != left_out])


def test_without_a_written_reason_there_is_no_table() -> None:
    priors = [replace(prior, reason="  ") if prior.name == "kappa" else prior for prior in PRIORS]
    with pytest.raises(UnstatedPriorError, match="'kappa' has no written reason"):
        whatif.what_if(CASE, priors)
    with pytest.raises(UnstatedPriorError, match="'kappa' has no written reason"):
        whatif.grid(CASE, priors, {"k": [4]})


@pytest.mark.parametrize(
    ("prior", "words"),
    [
        (Prior("luck", 0, 1, "why"), "no input 'luck'"),
        (Prior("beta", 0, 1, "why"), "given twice"),
        (Prior("d_payer", 1, 0.9, "why"), "low end first"),
    ],
)
def test_an_impossible_prior_is_refused_by_name(prior: Prior, words: str) -> None:
    with pytest.raises(MeasureError, match=words):
        whatif.what_if(CASE, (*PRIORS, prior))


def test_the_same_seed_gives_the_same_table_and_it_says_what_it_is() -> None:
    first = whatif.what_if(CASE, PRIORS, draws=400)
    assert first == whatif.what_if(CASE, PRIORS, draws=400)
    assert first != whatif.what_if(CASE, PRIORS, draws=400, seed=2)
    assert first.note == "These shares describe the assumptions, not the past."
    assert all(row.sentence.startswith("Under these priors") for row in first.shares)
    assert first.seed == whatif.SEED
    assert "d_payer = 0.9" in first.assumption


def test_a_further_prior_leaves_the_draws_of_the_others_as_they_were() -> None:
    fewer = {row.mechanism: row.share for row in whatif.what_if(CASE, PRIORS[:7], draws=400).shares}
    more = {row.mechanism: row.share for row in whatif.what_if(CASE, PRIORS, draws=400).shares}
    assert {name: more[name] for name in fewer} == fewer
    assert set(more) - set(fewer) == {"deadline", "capacity"}


def test_a_mechanism_that_lacks_an_input_is_named_and_not_guessed() -> None:
    found = whatif.what_if(replace(CASE, steps=(), flow=None), PRIORS, draws=100)
    asked = {row.mechanism for row in found.shares}
    assert asked == {"trade", "package", "upfront", "free_steps", "capacity"}
    assert any("not given: steps" in warning for warning in found.warnings)


def test_fixed_priors_give_the_single_case() -> None:
    """v = 10, k = 4, steps 0.07 then 0.93: needs a relationship worth 4.133 to the payer."""
    known = [Prior("v", 10, 10, "known"), Prior("k", 4, 4, "known")]
    for bond, works in ((4.1, 0), (4.2, 1)):
        found = whatif.what_if(CASE, [*known, Prior("r_payer", bond, bond, "known")], draws=100)
        shares = {row.mechanism: row.share for row in found.shares}
        assert shares["given_steps"] == works
        assert shares["trade"] == shares["package"] == shares["free_steps"] == 1
        assert shares["upfront"] == 0
        assert found.drivers == ()


def test_divisible_steps_never_do_worse_than_given_ones_and_a_deal_must_exist_for_the_package_to_fit() -> None:
    shares = {row.mechanism: row.share for row in whatif.what_if(CASE, PRIORS, draws=2000).shares}
    assert shares["given_steps"] <= shares["free_steps"]
    assert shares["package"] <= shares["trade"]


def test_another_suitor_lowers_and_a_dearer_relationship_raises() -> None:
    changes = [
        Change(label="another suitor", name="o_conceder", add=3),
        Change(label="relationship worth twice as much", name="r_conceder", times=2),
    ]
    found = whatif.what_if(CASE, PRIORS, changes, draws=2000)
    rows = {(row.change, row.mechanism): row for row in found.differences}
    for name in ("trade", "given_steps", "free_steps"):
        assert rows["another suitor", name].difference <= 0
    assert rows["another suitor", "free_steps"].difference < -3 * rows["another suitor", "free_steps"].error
    assert rows["relationship worth twice as much", "upfront"].difference > 0
    for row in found.differences:
        assert row.difference == pytest.approx(row.after - row.before)


def test_a_change_of_an_input_without_prior_starts_from_what_it_is_held_at() -> None:
    found = whatif.what_if(CASE, PRIORS[:2], [Change(label="gift", name="r_conceder", add=100)], draws=100)
    row = next(row for row in found.differences if row.mechanism == "upfront")
    assert row.before == 0
    assert row.after > 0.5
    with pytest.raises(MeasureError, match="has no prior"):
        whatif.what_if(CASE, PRIORS[:2], [Change(label="x", name="theta", add=1)], draws=100)


def test_cost_drives_success_down_and_value_drives_it_up() -> None:
    drivers = {(row.name, row.mechanism): row.difference for row in whatif.what_if(CASE, PRIORS, draws=2000).drivers}
    assert drivers["k", "free_steps"] < 0 < drivers["v", "free_steps"]


def test_a_payer_that_gains_from_paying_is_named_in_the_table() -> None:
    priors = [replace(prior, low=-0.2, high=-0.1) if prior.name == "kappa" else prior for prior in PRIORS]
    found = whatif.what_if(CASE, priors, draws=100)
    assert any("threat to withhold them is not credible" in warning for warning in found.warnings)
    shares = {row.mechanism: row.share for row in found.shares}
    assert shares["free_steps"] <= shares["upfront"] + 0.05


def test_placeholders_are_called_placeholders() -> None:
    found = whatif.what_if(CASE, [replace(prior, placeholder=True) for prior in PRIORS], draws=100)
    assert whatif.PLACEHOLDERS in found.warnings


def test_a_grid_is_plain_json_with_an_honest_label_and_the_same_answers() -> None:
    axes = {"k": [4.0, 12.0], "v": [5.0, 10.0, 20.0]}
    found = whatif.grid(CASE, PRIORS, axes, draws=200)
    assert json.loads(json.dumps(found)) == found
    assert whatif.FIXED_SENTENCE in str(found["label"])
    shares = found["shares"]
    assert isinstance(shares, dict)
    assert all(len(cells) == 6 for cells in shares.values())
    at = [
        replace(p, low=12, high=12) if p.name == "k" else replace(p, low=5, high=5) if p.name == "v" else p
        for p in PRIORS
    ]
    same = {row.mechanism: row.share for row in whatif.what_if(CASE, at, draws=200).shares}
    assert {name: cells[3] for name, cells in shares.items()} == same
    with pytest.raises(UnstatedPriorError, match="'d_payer'"):
        whatif.grid(CASE, PRIORS, {"d_payer": [0.9]})


def test_a_round_is_as_long_as_the_median_gap_between_meetings() -> None:
    days = [date(2016, 5, 6), date(2016, 9, 2), date(2016, 12, 15), date(2017, 4, 27), date(2017, 4, 27)]
    assert whatif.round_length(days) == 119
    assert whatif.round_length(days[:1]) is None


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_every_share_lies_between_none_and_all(seed: int) -> None:
    for row in whatif.what_if(CASE, PRIORS, draws=100, seed=seed).shares:
        assert 0 <= row.share <= 1
