"""Agreement of coders, against the published example of four coders and twelve units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.decisions.agreement import NO_VARIATION, Scale, agreement

CODERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
UNITS = [
    [None if code == "." else float(code) for code in unit]
    for unit in zip(*(row.split() for row in CODERS), strict=True)
]
codes = st.lists(st.lists(st.sampled_from([None, -2, -1, 0, 1, 2]), min_size=2, max_size=4), max_size=12)


@pytest.mark.parametrize(
    ("scale", "alpha"), [(Scale.NOMINAL, 0.7434), (Scale.ORDINAL, 0.8154), (Scale.INTERVAL, 0.8491)]
)
def test_alpha_of_the_published_example(scale: Scale, alpha: float) -> None:
    found = agreement(UNITS, scale)
    assert found.alpha == pytest.approx(alpha, abs=5e-5)
    assert (found.n, found.codes) == (11, 40)
    assert found.low is not None
    assert found.high is not None
    assert found.low < alpha <= found.high


def test_the_units_to_talk_over_are_named() -> None:
    assert agreement(UNITS).disputed == (1, 5, 7)


def test_where_nobody_varies_agreement_is_one_and_says_that_this_is_a_convention() -> None:
    found = agreement([[0, 0], [0, 0, 0]] * 6)
    assert found.alpha == 1
    assert found.warnings == (NO_VARIATION,)


def test_one_coder_cannot_agree_with_anybody() -> None:
    found = agreement([[1, None], [2, None]])
    assert found.alpha is None
    assert not found.may_be_used
    assert "second person" in found.warnings[0]


def test_low_agreement_forbids_and_middling_agreement_tempers_conclusions() -> None:
    nominal = agreement(UNITS, Scale.NOMINAL)
    assert nominal.may_be_used
    assert nominal.tentative
    opposed = agreement([[-1, 1], [1, -1]] * 6)
    assert opposed.alpha is not None
    assert opposed.alpha < 0
    assert not opposed.may_be_used


@given(codes, st.sampled_from(Scale))
def test_neither_the_order_of_units_nor_of_coders_matters(units: list[list[float | None]], scale: Scale) -> None:
    straight = agreement(units, scale, resamples=0).alpha
    turned = agreement([list(reversed(unit)) for unit in reversed(units)], scale, resamples=0).alpha
    assert turned == (None if straight is None else pytest.approx(straight))


@given(codes)
def test_renaming_names_and_stretching_an_order_change_nothing(units: list[list[float | None]]) -> None:
    renamed: list[list[float | None]] = [[None if c is None else (c * 7) % 11 for c in unit] for unit in units]
    stretched: list[list[float | None]] = [[None if c is None else c**3 for c in unit] for unit in units]
    for scale, other in ((Scale.NOMINAL, renamed), (Scale.ORDINAL, stretched)):
        straight = agreement(units, scale, resamples=0).alpha
        assert agreement(other, scale, resamples=0).alpha == (None if straight is None else pytest.approx(straight))
