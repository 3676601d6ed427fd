"""Folding: one statement for each row and source, in the right voice, at its place; and decisions about them."""

from __future__ import annotations

from datetime import date

import pytest

from statements.book import Book
from warifu.decisions.log import Decision
from warifu.statements import fold
from warifu.terms.codelist import Stage
from warifu.terms.statement import StageTold

TWO_SOURCES = """
    stages:
      - {stage: signed, on: 2021-03-04, sources: [jp, ru]}
    sources: [jp, ru]
"""


def decision(about: str, action: str, at: str = "2021-12-15T00:00:00Z", **more: str) -> Decision:
    return Decision(about=about, action=action, analyst="mori", at=at, reason="as I read it", **more)


def test_each_source_of_a_row_is_a_statement_with_its_voice_side_and_day() -> None:
    told = Book(cranes=TWO_SOURCES).cases[0].statements
    assert [(item.id, item.voice, item.side, str(item.published)) for item in told] == [
        ("cranes/stages-1@jp", "JP government", "JP", "2021-03-05"),
        ("cranes/stages-1@ru", "RU government", "RU", "2021-03-07"),
    ]
    assert {(str(item.place), str(item.recorded), item.by) for item in told} == {
        ("cranes.yaml:7", "2021-12-01", "mori")
    }


def test_a_source_named_twice_in_a_row_is_one_statement() -> None:
    book = Book(cranes=TWO_SOURCES.replace("[jp, ru]}", "[jp, jp, ru]}"))
    assert [item.source for item in book.cases[0].statements] == ["jp", "ru"]


@pytest.mark.parametrize(
    ("voice", "side"),
    [("RU government", "RU"), ("third press", "third"), ("EU Commission", "EU"), ("an analyst", "JP")],
)
def test_a_voice_that_is_quoted_speaks_for_its_own_side(voice: str, side: str) -> None:
    """
    A third country's press, quoted by a Japanese ministry, was counted as the Japanese side's word.
    """
    text = TWO_SOURCES.replace("[jp, ru]}", f'[jp], voice: "{voice}"}}')
    (told,) = Book(cranes=text).cases[0].statements
    assert (told.voice, told.side) == (voice, side)


def test_a_rejected_statement_is_left_out_and_comes_back_when_the_rejection_is_taken_back() -> None:
    """
    An undo was not looked at: what was rejected once was gone for ever.
    """
    reject = decision("cranes/stages-1@ru", "reject")
    undo = decision("cranes/stages-1@ru", "undo", "2021-12-16T00:00:00Z")
    again = decision("cranes/stages-1@ru", "accept", "2021-12-16T00:00:00Z")
    for decisions, left in (((reject,), 1), ((reject, undo), 2), ((reject, again), 2), ((), 2)):
        assert len(Book(decisions, cranes=TWO_SOURCES).cases[0].statements) == left


def test_a_rejection_does_not_fall_on_another_row_that_slid_into_its_place() -> None:
    """
    Ids of statements count the rows of a sheet. A row was put in above, and the rejection fell on the new one.
    """
    before = Book(cranes=TWO_SOURCES)
    seen = fold.seal(before.cases[0].statements[1])
    reject = decision("cranes/stages-1@ru", "reject", saw=seen)
    assert len(Book((reject,), cranes=TWO_SOURCES).cases[0].statements) == 1
    moved = TWO_SOURCES.replace("stages:\n", "stages:\n      - {stage: announced, on: 2021-01-04, sources: [ru]}\n")
    book = Book((reject,), cranes=moved)
    assert len(book.cases[0].statements) == 3
    assert [problem.rule for problem in book.problems] == ["moved-decision"]


def test_a_seal_does_not_change_when_a_sum_moves_to_another_row() -> None:
    one = "{kind: pledge, amount: 5 USD, sources: [jp]}"
    two = "{kind: cost, amount: 7 USD, sources: [jp]}"
    first, second = (
        Book(cranes=f"sums:\n  - {a}\n  - {b}\nsources: [jp]\n").cases[0] for a, b in ((one, two), (two, one))
    )
    assert {fold.seal(item) for item in first.statements} == {fold.seal(item) for item in second.statements}


def test_a_look_that_was_decided_is_added_to_its_deal() -> None:
    book = Book((decision("cranes", "look", value="nothing new"),), cranes=TWO_SOURCES)
    assert [(str(look.on), look.by, look.found) for look in book.cases[0].looks] == [
        ("2021-12-15", "mori", "nothing new")
    ]


PARTY = """
    parties:
      - {{party: bank, roles: [provider]}}
    instrument: loan
    stages:
      - {{stage: signed, on: 2021-03-04, sources: [jp]}}
    sources: [{}]
"""


@pytest.mark.parametrize(
    ("sources", "first_known"),
    [
        ("jp", date(2021, 3, 5)),
        ("jp, year", date(2021, 3, 5)),  # a source of "2021" is not surely out before March
        ("year", date(2021, 12, 31)),
        ("undated", date(2021, 3, 4)),  # no source has a date: from the act
    ],
)
def test_parties_and_instrument_are_known_from_the_first_source_that_surely_was_out(
    sources: str, first_known: date
) -> None:
    """
    "2021" counts as earlier than "2021-03-05" when dates are put in order, so parties were hidden until the year's end
    though a source of March named them; and with undated sources they were known since ever, and the deal with them.
    """
    case = Book(cranes=PARTY.format(sources).replace("[jp]}", "[undated]}")).cases[0]
    coder = [item for item in case.statements if not isinstance(item.told, StageTold)]
    assert len(coder) == 2
    assert {item.published.last for item in coder if item.published is not None} == {first_known}


def test_an_unknown_source_is_told_and_its_statement_is_left_out() -> None:
    book = Book(cranes=TWO_SOURCES.replace("[jp, ru]}", "[jp, rv]}"))
    assert [(problem.rule, problem.where) for problem in book.problems] == [("dangling-source", "cranes.yaml:7")]
    assert [item.source for item in book.cases[0].statements] == ["jp"]


def test_stages_of_one_deal_are_in_the_order_of_their_days() -> None:
    book = Book(
        cranes="""
            stages:
              - {stage: delivered, on: 2021-11, sources: [firm]}
              - {stage: proposed, sources: [jp]}
              - {stage: signed, on: 2021-03-04, sources: [jp]}
            sources: [jp, firm]
        """
    )
    stages = [item.told.stage for item in book.cases[0].statements if isinstance(item.told, StageTold)]
    assert stages == [Stage.PROPOSED, Stage.SIGNED, Stage.DELIVERED]
