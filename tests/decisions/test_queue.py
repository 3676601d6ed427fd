"""What is judged first, and who is asked what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readings import loan, memorandum, power_station
from warifu.decisions import queue
from warifu.decisions.judgement import Change, Judgement, Outcome, State
from warifu.decisions.queue import Around, Filter
from warifu.decisions.rereading import folded
from warifu.proposals.proposal import Proposal


def around(**worth: int) -> Around:
    """Surroundings in which the proposals, by their stage, are worth so many dollars; nothing else is known."""
    return Around(
        lambda one: Decimal(found) if (found := worth.get(one.value("stage") or "none")) else None,
        {},
        {},
        date(2026, 6, 1),
    )


def ordered(*proposals: Proposal, **worth: int) -> list[str]:
    found = queue.items(proposals, folded(proposals), around(**worth))
    by_id = {one.id: one for one in proposals}
    return [by_id[item.id].value("stage") or "none" for item in found]


def test_more_money_comes_first() -> None:
    every = (loan(), memorandum(), power_station())
    assert ordered(*every, signed=10**6, proposed=10**9, none=10**7) == ["proposed", "none", "signed"]


def test_a_doubtful_source_comes_before_as_much_money_from_a_sound_one() -> None:
    every = (loan(), power_station(doubtful=True))
    assert ordered(*every, signed=10**7, proposed=10**7) == ["proposed", "signed"]


def test_every_reason_for_a_place_is_named_with_its_points() -> None:
    (item,) = queue.items([loan(doubtful=True)], {loan(doubtful=True).id: loan(doubtful=True).id}, around(signed=10**8))
    assert [(why.rule, why.points) for why in item.why] == [("money", 6.0), ("doubt", 2.0)]
    assert item.points == 8.0


@given(st.permutations(range(3)))
def test_the_order_of_arrival_never_shows(order: list[int]) -> None:
    every = (loan(), memorandum(), power_station())
    arrived = [every[place] for place in order]
    assert queue.items(arrived, folded(arrived), around()) == queue.items(every, folded(every), around())


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(area="power"), ["proposed"]),
        (Filter(kind="deal"), ["none", "proposed", "signed"]),
        (Filter(kind="talk"), []),
        (Filter(deal="cranes"), ["none", "signed"]),
        (Filter(source="file:a.txt", reason="money"), ["proposed"]),
    ],
)
def test_the_queue_is_narrowed(wanted: Filter, found: list[str]) -> None:
    every = (loan(), memorandum(), power_station())
    kept = queue.items(every, folded(every), around(proposed=10**9))
    stages = {one.id: one.value("stage") or "none" for one in every}
    assert sorted(stages[item.id] for item in queue.open_items(kept, {}, "mori", wanted)) == found


def outcome(state: State, *coders: str) -> Outcome:
    held = tuple(Judgement("x", name, "accept", Change(), "", "2026-01-01T00:00:00Z") for name in coders)
    return Outcome(state, held[0] if held and state is State.AGREED else None, held)


@pytest.mark.parametrize(
    ("came", "asked", "adjudicator"),
    [
        (outcome(State.OPEN), True, True),
        (outcome(State.WAITING, "ito"), True, True),
        (outcome(State.WAITING, "mori"), False, False),
        (outcome(State.AGREED, "ito"), False, False),
        (outcome(State.DISPUTED, "ito", "sato"), False, True),
        (outcome(State.DISPUTED, "mori", "ito"), False, False),
        (outcome(State.UNSURE, "ito"), False, True),
    ],
)
def test_who_is_asked(came: Outcome, asked: bool, adjudicator: bool) -> None:
    """mori is asked once for each question; about a dispute only as a third person."""
    assert queue.asks(came, "mori") is asked
    assert queue.asks(came, "mori", adjudicates=True) is adjudicator


def test_proposals_of_one_pattern_were_read_alike() -> None:
    assert queue.pattern(loan()) == "deal; form agreement, instrument loan, stage signed; commitment in USD"
    assert queue.pattern(loan()) == queue.pattern(loan(document="e" * 64))
    assert queue.pattern(loan()) != queue.pattern(memorandum())
