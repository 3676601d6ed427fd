"""A source read again asks for no judgement twice and loses none."""

from __future__ import annotations

from random import Random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from readings import ENGLISH, loan, memorandum, power_station, told
from warifu.decisions.log import Decision
from warifu.decisions.rereading import folded, unsettled
from warifu.proposals import runs
from warifu.proposals.proposal import Proposal


def again(one: Proposal, **changes: object) -> Proposal:
    made = msgspec.structs.replace(one, **changes)  # type: ignore[arg-type]
    return msgspec.structs.replace(made, id=runs.proposal_id(made))


def otherwise(one: Proposal, **changes: object) -> Proposal:
    """The same passage, with another stage read from it."""
    return again(one, fields=dict(one.fields) | {"stage": told(ENGLISH, "in force", "signed")}, **changes)


LOAN = loan()


def test_a_new_reader_that_reads_the_same_document_otherwise_asks_nothing_again() -> None:
    later = otherwise(LOAN, reader="rules 2")
    assert folded([LOAN, later], {LOAN.id})[later.id] == LOAN.id


def test_a_new_capture_that_says_the_same_asks_nothing_again() -> None:
    later = again(LOAN, document="e" * 64, start=LOAN.start + 40, end=LOAN.end + 40)
    assert folded([LOAN, later], {LOAN.id})[later.id] == LOAN.id


def test_a_judgement_is_asked_for_again_when_source_and_reading_both_changed() -> None:
    later = otherwise(LOAN, document="e" * 64, reader="rules 2")
    assert folded([LOAN, later], {LOAN.id})[later.id] == later.id


def test_a_change_in_two_steps_is_a_change_of_both() -> None:
    """Reading 2 of the old capture answers to reading 1; reading 2 of the new capture does not."""
    middle = otherwise(LOAN, reader="rules 2")
    last = otherwise(LOAN, document="e" * 64, reader="rules 2")
    found = folded([LOAN, middle, last], {LOAN.id})
    assert found[middle.id] == LOAN.id
    assert found[last.id] == last.id


def test_what_a_new_reader_finds_besides_is_asked() -> None:
    same = again(LOAN, reader="rules 2")
    besides = memorandum(reader="rules 2")
    found = folded([LOAN, same, besides], {LOAN.id})
    assert found == {LOAN.id: LOAN.id, same.id: LOAN.id, besides.id: besides.id}


def test_two_deals_in_one_passage_are_two_questions_to_the_old_reader_and_to_the_new() -> None:
    """One judged reading never answers for two readings of one later run."""
    first, second = again(LOAN, reader="rules 2"), otherwise(LOAN, reader="rules 2")
    found = folded([LOAN, first, second], {LOAN.id})
    assert sorted(found.values()).count(LOAN.id) == 2
    assert len(set(found.values())) == 2


def test_copies_of_one_original_that_say_the_same_are_one_question() -> None:
    original = loan(copy_group="d" * 64)
    copy = again(loan(document="c" * 64, source="file:copy.txt", copy_group="d" * 64))
    differs = otherwise(loan(document="b" * 64, source="file:third.txt", copy_group="d" * 64))
    found = folded([copy, differs, original])
    assert found[copy.id] == original.id
    assert found[differs.id] == differs.id


def test_a_question_is_open_until_something_settles_it_however_often_it_was_read() -> None:
    again_read = again(LOAN, reader="rules 2")
    every = [LOAN, again_read, memorandum()]
    accepted = Decision(about=LOAN.id, action="accept", analyst="mori", at="2026-01-01T00:00:00+00:00")
    assert len(unsettled(every, [])) == 2
    assert unsettled(every, [accepted]) == (memorandum().id,)
    assert unsettled(every, [accepted], {LOAN.id: 2}) == tuple(sorted((LOAN.id, memorandum().id)))


def test_the_newest_reader_asks_where_nobody_has_judged() -> None:
    old, new = again(LOAN, reader="rules 9"), otherwise(LOAN, reader="rules 10")
    assert folded([old, new])[old.id] == new.id


@settings(max_examples=50, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_arrival_never_matters(rng: Random) -> None:
    arrived = [LOAN, memorandum(), power_station(), otherwise(LOAN, reader="rules 2"), again(LOAN, document="e" * 64)]
    shuffled = rng.sample(arrived, len(arrived))
    assert folded(shuffled, {LOAN.id}) == folded(arrived, {LOAN.id})


def test_read_a_hundred_times_no_judgement_is_lost_and_none_is_asked_twice() -> None:
    """A hundred runs: new readers, new captures, now and then another stage; never both at once."""
    rng = Random(8)
    first = [LOAN, memorandum(), power_station()]
    judged = {one.id for one in first}
    everything = {one.id: one for one in first}
    for number in range(2, 102):
        for one in first:
            if rng.random() < 0.5:
                later = (
                    otherwise(one, reader=f"rules {number}") if one is LOAN else again(one, reader=f"rules {number}")
                )
            else:
                later = again(one, document=f"{number:064x}", reader=f"rules {number}", start=one.start, end=one.end)
            everything[later.id] = later
    assert len(everything) == 303
    found = folded(everything.values(), judged)
    assert set(found.values()) == judged
