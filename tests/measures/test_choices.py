"""All combinations, how often the verdict turns, and which choice is to blame."""

from __future__ import annotations

import pytest

from warifu.errors import ChoicesError
from warifu.measures.choices import Choice, Options, SpecificationCurve, Values, specification_curve

CURRENCY = Choice("currency basis", ("nominal", "2020 USD"), "nominal")
UMBRELLA = Choice("umbrella rule", ("leave out", "count ceilings", "count children"), "leave out")
VOICE = Choice("voice", ("provider", "receiver"), "provider")


def headlines(options: Options) -> Values:
    """Umbrella rule +0, +10 or +4; currency times 1 or 1.1; the voice does nothing to the sum but hides the rate."""
    extra = {"leave out": 0.0, "count ceilings": 10.0, "count children": 4.0}[options["umbrella rule"]]
    factor = 1.1 if options["currency basis"] == "2020 USD" else 1.0
    return {
        "japan": (10 + extra) * factor,
        "china": 13.0 * factor,
        "rate": 0.4 if options["voice"] == "provider" else None,
    }


def run(choices: list[Choice]) -> SpecificationCurve:
    return specification_curve(
        choices,
        headlines,
        verdicts={"large": lambda values: "yes" if (values["japan"] or 0) > 12 else "no"},
        rankings={"who is ahead": ["japan", "china"]},
    )


def test_every_combination_is_on_the_curve_in_order() -> None:
    found = run([CURRENCY, UMBRELLA, VOICE])
    assert found.n == 12
    japan = next(curve for curve in found.curves if curve.headline == "japan")
    values = [point.value for point in japan.points]
    assert values == sorted(value for value in values if value is not None)
    assert (japan.default, japan.low, japan.high) == (10, 10, pytest.approx(22))
    assert japan.rank_of_default == pytest.approx(1 / 12)
    assert sum(point.is_default for point in japan.points) == 1


def test_the_share_of_combinations_that_flip_and_the_choice_to_blame() -> None:
    ranking, verdict = run([CURRENCY, UMBRELLA, VOICE]).flips
    assert ranking.default == "china > japan"
    assert ranking.share == pytest.approx(2 / 3)
    assert ranking.blame == "umbrella rule"
    assert ranking.answers == (("japan > china", 8), ("china > japan", 4))
    assert verdict.default == "no"
    assert verdict.share == pytest.approx(2 / 3)
    assert ("umbrella rule", "leave out", 0.0) in verdict.by_option


def test_the_choice_that_moves_a_headline_most_comes_first() -> None:
    japan = next(curve for curve in run([CURRENCY, VOICE, UMBRELLA]).curves if curve.headline == "japan")
    assert [item.choice for item in japan.influences] == ["umbrella rule", "currency basis", "voice"]
    umbrella = japan.influences[0]
    assert umbrella.swing == pytest.approx((10 + 11) / 2)
    assert umbrella.largest == pytest.approx(11)
    assert umbrella.share is not None
    assert 0.85 < umbrella.share < 1
    assert japan.influences[2].share == pytest.approx(0)


def test_a_headline_undefined_under_a_choice_is_said_to_be_so() -> None:
    found = run([CURRENCY, UMBRELLA, VOICE])
    rate = next(curve for curve in found.curves if curve.headline == "rate")
    assert rate.undefined == 6
    assert rate.points[-1].value is None
    assert found.warnings == ("rate is undefined in 6 of 12 combinations.",)


def test_the_order_of_choices_does_not_change_the_shares() -> None:
    one, other = run([CURRENCY, UMBRELLA, VOICE]), run([VOICE, UMBRELLA, CURRENCY])
    assert [flip.share for flip in one.flips] == [flip.share for flip in other.flips]
    assert [curve.median for curve in one.curves] == [curve.median for curve in other.curves]


def test_too_many_combinations_are_refused_with_what_to_do() -> None:
    many = [Choice(f"c{n}", tuple("abcdefghij"), "a") for n in range(5)]
    with pytest.raises(ChoicesError, match="100,000 combinations"):
        specification_curve(many, lambda _: {})
    with pytest.raises(ChoicesError, match="the default of x is no option of it"):
        specification_curve([Choice("x", ("a",), "b")], lambda _: {})
