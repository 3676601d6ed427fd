"""Believed control: what firms announced and what came of it, beside what the other side thought could be ordered."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from warifu.ledger import open_ledger
from warifu.measures.board import expectations
from warifu.measures.board.control import by_firms
from warifu.measures.board.page import Page
from warifu.measures.board.record import Board
from warifu.proposals.lists import SaidRow
from warifu.terms.codelist import Answer, SaidKind
from warifu.terms.figure import Figure

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def board(name: str = "eight-point-plan") -> Board:
    return open_ledger(EXAMPLES / name).board


def figures(page: Page) -> dict[str, Figure]:
    return {item.measure: item for item in page.figures if item.measure.startswith("control-")}


def thought(low: str, high: str) -> SaidRow:
    return SaidRow(
        id="x-1", speaker="An aide", side="RU", kind=SaidKind.ASSESSMENT, topic="economy", paraphrase="They order.",
        tie="can order", hoped_low=Decimal(low), hoped_high=Decimal(high), unit="share", sources="kremlin-20161120",
    )  # fmt: skip


def test_a_belief_that_nobody_gave_a_number_for_stays_untold_and_the_assumed_range_says_so() -> None:
    page = expectations.page(board())
    found = figures(page)
    assert found["control-came"].n >= 5
    assert found["control-believed"].value is None
    assert found["control-believed"].answer is Answer.NOT_LOOKED
    assert "Assumed for the what-if: 30 % to 90 %." in found["control-believed"].note
    assert found["control-gap"].answer is Answer.NOT_LOOKED
    assert found["control-gap"].low is None
    assert any("cannot be told in numbers" in text for text in page.sections[0].details)
    (picture,) = [item for item in page.series if item.id.endswith("/control")]
    assert "as assumed" in picture.points[-1].at


def test_a_belief_far_above_what_came_overrates_it() -> None:
    """Came: 0 to .937 of the money, so a belief of exactly one lies above it."""
    page = expectations.page(replace(board(), said=(*board().said, thought("1", "1"))))
    gap = figures(page)["control-gap"]
    assert gap.answer is Answer.FOUND
    assert gap.low is not None
    assert gap.low > 0
    assert gap.rows == ("x-1",)
    assert any("Russia overrated what a government can make firms do" in text for text in page.sections[0].details)
    assert not any(item.measure.startswith("hoped-came") and "x-1" in item.rows for item in page.figures)


def test_a_belief_within_what_may_have_come_tells_nothing() -> None:
    page = expectations.page(replace(board(), said=(*board().said, thought("0.5", "0.7"))))
    gap = figures(page)["control-gap"]
    assert gap.low is not None
    assert gap.high is not None
    assert gap.low < 0 < gap.high
    assert any("cannot be told: the gap runs from" in text for text in page.sections[0].details)


@pytest.mark.parametrize("name", ["us-japan-550", "phase-one"])
def test_where_no_private_firm_gives_nothing_is_asked(name: str) -> None:
    assert not any(by_firms(deal) for deal in board(name).promised)
    assert figures(expectations.page(board(name))) == {}
