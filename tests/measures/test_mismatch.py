"""Known gaps, the rules of silence, and the law that changes add up to the change."""

from __future__ import annotations

import math
import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.errors import MoversError
from warifu.measures import mismatch
from warifu.measures.mismatch import Act, Component, Kind, Span, Utterance
from warifu.measures.result import Interval

START = date(2016, 5, 6)
LATER = date(2022, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def at(value: float) -> Span:
    return Span(value, value)


def said(name: str, side: str, value: float, on: int, **more: object) -> Utterance:
    fields = {"kind": Kind.TARGET, "goal": "money", "unit": "USD bn", "low": value, "high": value, **more}
    return Utterance(id=name, side=side, made_on=day(on), **fields)  # type: ignore[arg-type]


def apart(values: mismatch.Values) -> float:
    return abs(values["A"] - values["B"])


def test_weights_of_goals() -> None:
    found = mismatch.goal_mismatch({"x": 0.6, "y": 0.3, "z": 0.1}, {"x": 1, "y": 2, "z": 7})
    assert found.total == pytest.approx(0.6)
    assert [row.gap for row in found.rows] == pytest.approx([0.5, 0.1, 0.6])
    assert mismatch.goal_mismatch({}, {"x": 1}).total is None


def test_a_goal_not_listed_is_not_a_goal_refused() -> None:
    found = mismatch.goal_mismatch({"territory": 1, "trade": 1}, {"trade": 1})
    assert found.total == pytest.approx(0.5)
    assert found.interval is not None
    assert found.interval.low == pytest.approx(0.0)
    row = found.rows[0]
    assert (row.goal, row.weight_b, row.bounds) == ("territory", None, Span(0.0, 0.5))


def test_nine_hoped_for_and_two_point_six_come() -> None:
    assert mismatch.signed_gap(9, 2.6) == pytest.approx(0.5517, abs=5e-5)
    assert mismatch.signed_gap(0, 0) == 0
    found = mismatch.fulfilment(at(2.6), at(9))
    assert found.ratio == pytest.approx(0.2889, abs=5e-5)
    assert found.log == pytest.approx(-1.2417, abs=5e-5)
    assert mismatch.fulfilment(at(2.6), at(0)).ratio is None
    assert mismatch.fulfilment(at(2.6), at(0)).bounds == Span(None, None)


def test_ranges_give_ranges_and_an_open_end_gives_at_least() -> None:
    assert mismatch.distance(Span(8, 10), Span(2, 3)) == Span(5, 8)
    assert mismatch.distance(Span(1, 5), Span(4, 6)) == Span(0, 5)
    assert mismatch.distance(Span(200, None), Span(80, 80)) == Span(120, None)


def test_links_one_side_ties_and_the_other_denies() -> None:
    a = {("economy", "territory"): at(1), ("visa", "economy"): at(1)}
    b = {("economy", "territory"): at(0), ("security", "treaty"): at(1)}
    found = mismatch.link_mismatch(a, b)
    assert found.n == 3
    assert found.gap == 1.0
    assert found.coverage == pytest.approx(1 / 3)
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == (pytest.approx(1 / 3), 1.0)


def test_silence_on_every_link_gives_bounds_and_no_gap() -> None:
    found = mismatch.link_mismatch({("economy", "territory"): at(1)}, {})
    assert found.gap is None
    assert found.interval == Interval(0.0, 1.0, 1.0, "silence as agreement, as disagreement")
    half = mismatch.link_mismatch({("economy", "territory"): at(0.5)}, {})
    assert half.interval is not None
    assert half.interval.high == 0.5


def test_the_composite_is_refused_where_the_sides_hardly_spoke_on_the_same() -> None:
    rows = [Component("a", 1, at(1.0), True), Component("b", 2, Span(0, 1), False)]
    refused = mismatch.composite(rows)
    assert refused.value is None
    assert "33%" in refused.warnings[0]
    given_ = mismatch.composite([*rows, Component("c", 3, at(0.2), True)])
    assert given_.value == pytest.approx(0.4)
    assert given_.interval is not None
    assert (given_.interval.low, given_.interval.high) == (pytest.approx(1.6 / 6), pytest.approx(3.6 / 6))
    assert given_.without_one == Span(pytest.approx(0.2), 1.0)


def test_the_last_word_of_the_highest_rank_counts() -> None:
    words = [
        said("1", "A", 9, 0, speaker="minister", rank=2),
        said("2", "A", 5, 10, speaker="premier", rank=1),
        said("3", "A", 8, 20, speaker="minister", rank=2),
    ]
    held = mismatch.positions(words, "A", day(30))[Kind.TARGET, "money", ""]
    assert held.span == at(5)
    assert held.within == Span(5, 8)
    before = mismatch.positions(words, "A", day(5))[Kind.TARGET, "money", ""]
    assert before.span == at(9)


def test_two_words_on_one_day_are_both_kept() -> None:
    held = mismatch.positions([said("1", "A", 9, 0), said("2", "A", 5, 0)], "A", day(1))[Kind.TARGET, "money", ""]
    assert held.contradicts
    assert held.span == Span(5, 9)


def test_a_retraction_makes_a_side_silent() -> None:
    words = [said("1", "A", 9, 0), said("2", "A", 0, 5, retracts=True)]
    assert mismatch.positions(words, "A", day(6)) == {}
    assert len(mismatch.positions(words, "A", day(4))) == 1


def test_hoped_promised_and_came_in_one_row() -> None:
    words = [
        said("1", "A", 9, 0, due_on=day(100)),
        said("2", "B", 3, 0, due_on=day(130)),
        said("3", mismatch.WORLD, 2.6, 90),
    ]
    (row,) = mismatch.target_gaps(words, "A", "B", day(200))
    assert row.apart == Span(6, 6)
    assert row.signed == pytest.approx(0.5)
    assert row.fulfilled["A"].ratio == pytest.approx(0.2889, abs=5e-5)
    assert row.days_apart == 30
    assert row.overdue == {"A": 100, "B": 70}


def test_frames_and_control() -> None:
    frames = [
        said("1", "A", 0, 0, kind=Kind.FRAME, goal="programme", word="leverage"),
        said("2", "B", 0, 0, kind=Kind.FRAME, goal="programme", word="commerce"),
    ]
    assert mismatch.frame_gap(frames, "A", "B", LATER) == (1, "leverage", "commerce")
    assert mismatch.frame_gap(frames[:1], "A", "B", LATER)[0] is None
    overrated = mismatch.control_gap(at(0.8), Interval(0.1, 0.4, 0.95, ""))
    assert overrated.low == pytest.approx(0.4)
    assert overrated.high == pytest.approx(0.7)


def test_weights_from_an_ordered_list_are_labelled() -> None:
    words = [
        said(str(n), "A", n, 0, kind=Kind.GOAL, goal=goal, ordinal=True)
        for n, goal in enumerate(["x", "y", "z"], start=1)
    ]
    assert mismatch.goal_weights(words, "A", LATER) == ({"x": 3, "y": 2, "z": 1}, "from order")


def test_who_moved_between_two_sides() -> None:
    found = mismatch.shapley({"A": 9, "B": 2}, {"A": 5, "B": 3}, apart)
    assert found == {"A": pytest.approx(-4), "B": pytest.approx(-1)}


def test_who_moved_where_the_world_moved_too() -> None:
    def gap(values: mismatch.Values) -> float:
        return abs(values["A"] - values["B"]) + abs(values["A"] - values["world"])

    found = mismatch.shapley({"A": 9, "B": 6, "world": 0}, {"A": 7, "B": 6, "world": 2.6}, gap)
    assert found == {"A": pytest.approx(-4), "B": pytest.approx(0), "world": pytest.approx(-2.6)}


def test_movers_that_differ_are_refused() -> None:
    with pytest.raises(MoversError, match="the movers differ: A before, A, B after"):
        mismatch.shapley({"A": 1}, {"A": 1, "B": 2}, sum)  # type: ignore[arg-type]
    many = {str(n): 0.0 for n in range(9)}
    with pytest.raises(MoversError, match="9 movers, and at most 8"):
        mismatch.shapley(many, many, lambda _: 0.0)


def test_ranges_are_split_at_both_ends() -> None:
    low, high = mismatch.who_moved(
        {"A": Span(8, None), "B": at(2)}, {"A": Span(6, 7), "B": at(2)}, apart
    )  # fmt: skip
    assert low == {"A": pytest.approx(-2), "B": pytest.approx(0)}
    assert high is None


def test_a_first_word_is_an_entry_and_a_change_of_unit_is_no_move() -> None:
    words = [
        said("1", "A", 9, 0),
        said("2", "B", 2, 10),
        said("3", "A", 9, 20),
        said("4", "A", 1000, 25, unit="JPY bn"),
        said("5", "A", 5, 30),
        said("6", "B", 0, 40, retracts=True),
    ]
    found = mismatch.moves(words, Kind.TARGET, "money", ["A", "B"], apart, unit="USD bn")
    assert [(move.mover, move.act, move.change) for move in found] == [
        ("A", Act.ENTRY, None),
        ("B", Act.ENTRY, None),
        ("A", Act.RESTATEMENT, 0),
        ("A", Act.MOVE, pytest.approx(-4)),
        ("B", Act.EXIT, None),
    ]


words_of = st.lists(
    st.tuples(st.sampled_from(["A", "B", mismatch.WORLD]), st.integers(0, 20), st.floats(-5, 50)),
    min_size=1,
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(words_of, st.randoms())
def test_the_changes_add_up_to_the_change(rows: list[tuple[str, int, float]], rng: random.Random) -> None:
    def gap(values: mismatch.Values) -> float:
        return abs(values["A"] - values["B"]) + abs(values["A"] - values["world"])

    words = [said(str(n), side, value, on) for n, (side, on, value) in enumerate(rows)]
    sides = ["A", "B", mismatch.WORLD]
    found = mismatch.moves(words, Kind.TARGET, "money", sides, gap, unit="USD bn")
    gaps = [move.gap for move in found if move.gap is not None]
    if gaps:
        changed = math.fsum(move.change for move in found if move.change is not None)
        assert changed == pytest.approx(gaps[-1] - gaps[0], abs=1e-9)
    assert mismatch.moves(rng.sample(words, len(words)), Kind.TARGET, "money", sides, gap, unit="USD bn") == found


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=2, max_size=6))
def test_the_shapley_parts_add_up_to_the_change(rows: list[tuple[float, float]]) -> None:
    def gap(values: mismatch.Values) -> float:
        ordered = [values[key] for key in sorted(values)]
        return max(ordered) - min(ordered) + abs(ordered[0] * ordered[-1])

    before = {str(n): old for n, (old, _) in enumerate(rows)}
    after = {str(n): new for n, (_, new) in enumerate(rows)}
    assert math.fsum(mismatch.shapley(before, after, gap).values()) == pytest.approx(gap(after) - gap(before), abs=1e-6)
