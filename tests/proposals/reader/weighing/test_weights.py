"""What was learned is a plain table: sums of whole numbers, shares that add up, and nothing that no sign says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.proposals.reader.calibration import confidence
from warifu.proposals.reader.weighing.weights import QUESTIONS, Weights, kept, learned

TABLE = Weights(("signed", "proposed"), {"one": (0, 0), "c signed": (150, -150), "c plans": (-90, 110)})


def test_the_answer_with_the_larger_sum_has_the_larger_share() -> None:
    shares = TABLE.shares(["one", "c signed"])
    assert shares["signed"] > 0.9 > 0.1 > shares["proposed"]


def test_a_sign_said_twice_counts_once_and_an_unknown_one_not_at_all() -> None:
    assert TABLE.shares(["c plans", "c plans", "c never heard"]) == TABLE.shares(["c plans"])


def test_nothing_known_leaves_the_answers_even() -> None:
    assert TABLE.shares([]) == {"signed": 0.5, "proposed": 0.5}


@given(st.lists(st.sampled_from(sorted(learned().stage.of)), max_size=60))
def test_shares_add_up_to_one_whatever_the_signs_and_their_order(signs: list[str]) -> None:
    shares = learned().stage.shares(signs)
    assert sum(shares.values()) == pytest.approx(1)
    assert shares == learned().stage.shares(reversed(signs))


def test_what_speaks_for_an_answer_is_told_against_the_mean_of_all() -> None:
    assert TABLE.speaks("c signed", "signed") == 150
    assert TABLE.speaks("c never heard", "signed") == 0


def test_the_file_holds_all_questions_and_is_written_as_it_was_read() -> None:
    again = kept(learned())
    assert kept(learned()) == again
    for name in QUESTIONS:
        assert len(getattr(learned(), name).answers) > 1


def test_confidence_never_falls_as_weights_grow_surer_and_a_doubtful_source_halves_it() -> None:
    table = learned().sure
    assert all(left <= right for (_, left), (_, right) in pairwise(table))
    found = [confidence(at / 50, table, doubtful=False) for at in range(51)]
    assert found == sorted(found)
    assert confidence(0.8, table, doubtful=True) == pytest.approx(confidence(0.8, table, doubtful=False) / 2, abs=0.01)
    assert confidence(None, table, doubtful=False) == 0
