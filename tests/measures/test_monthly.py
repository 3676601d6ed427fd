"""Imported statistics on the page of delivery: the latest month, every publication, every revision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from warifu import ledger
from warifu.measures.board import delivery
from warifu.measures.board.page import Page
from warifu.measures.board.record import Board
from warifu.terms.dates import PartialDate
from warifu.terms.report import Verdict
from warifu.terms.series import Entry

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "phase-one"


def entry(
    measure: str, category: str, period: str, value: int, published: str = "2021-01-01", unit: str = "USD"
) -> Entry:
    on = PartialDate.parse(published) if published else None
    return Entry(
        measure, category, PartialDate.parse(period), Decimal(value), unit, "exports", on, "stats", 1, "s.csv:2"
    )


PROMISES = [
    entry("base", "farm", "2017", 100, "2020-01-01"),
    entry("increase", "farm", "2020", 20, "2020-01-01"),
    entry("base", "energy", "2017", 200, "2020-01-01"),
    entry("increase", "energy", "2020", 40, "2020-01-01"),
]
COUNTS = [
    entry("exports", "farm", "2020-01/2020-06", 30, "2020-08-01"),
    entry("exports", "energy", "2020-01/2020-06", 60, "2020-08-01"),
    entry("exports", "farm", "2020-01/2020-09", 63, "2020-11-01"),
    entry("exports", "energy", "2020-01/2020-09", 90, "2020-11-01"),
    entry("share", "both", "2020/2021", 57, "2022-02-08", "percent"),
    entry("share", "both", "2020/2021", 58, "2022-07-01", "percent"),
]


@pytest.fixture(scope="module")
def board() -> Board:
    """A board whose only statistics are those given here."""
    return replace(ledger.walk(ledger.read(EXAMPLE)).board, targets=(), series=(*PROMISES, *COUNTS))


def on(board: Board, day: str) -> Page:
    return delivery.page(replace(board, as_of=date.fromisoformat(day)))


def rates(page: Page) -> dict[str, Decimal | None]:
    return {figure.measure.removeprefix("delivery-monthly-"): figure.value for figure in page.figures}


def test_the_latest_month_known_on_the_day_is_set_against_its_part_of_the_target(board: Board) -> None:
    assert rates(on(board, "2020-07-31")) == {}
    assert rates(on(board, "2020-08-01")) == {
        "farm-exports-exports-2020": Decimal("0.5000"),
        "energy-exports-exports-2020": Decimal("0.5000"),
        "all-exports-exports-2020": Decimal("0.5000"),
    }
    assert rates(on(board, "2021-01-01")) == {
        "farm-exports-exports-2020": Decimal("0.7000"),
        "energy-exports-exports-2020": Decimal("0.5000"),
        "all-exports-exports-2020": Decimal("0.5667"),
    }


def test_every_publication_has_its_row(board: Board) -> None:
    [table] = [table for table in on(board, "2021-01-01").tables if table.id.endswith("/delivery-published")]
    assert [(row[0], row[1], row[3], row[6]) for row in table.rows] == [
        ("2020-08-01", "energy", "2020-06", "50.0 %"),
        ("2020-08-01", "farm", "2020-06", "50.0 %"),
        ("2020-08-01", "all", "2020-06", "50.0 %"),
        ("2020-11-01", "energy", "2020-09", "50.0 %"),
        ("2020-11-01", "farm", "2020-09", "70.0 %"),
        ("2020-11-01", "all", "2020-09", "56.7 %"),
    ]


def test_57_and_then_58_percent_are_shown_as_a_revision_from_its_day_on(board: Board) -> None:
    before, after = on(board, "2022-06-30"), on(board, "2022-07-01")
    assert not any("revision" in sentence for sentence in before.sections[0].details)
    [told] = [sentence for sentence in after.sections[0].details if "revision" in sentence]
    assert "published as 57 percent (2022-02-08) and later as 58 percent (2022-07-01)" in told
    [table] = [table for table in after.tables if table.id.endswith("/delivery-revised")]
    assert [row[-1] for row in table.rows] == ["+1"]


def test_groups_known_to_different_months_are_added_up_to_the_earlier_one(board: Board) -> None:
    more = replace(board, series=(*board.series, entry("exports", "farm", "2020-01/2020-12", 90, "2021-02-01")))
    found = rates(on(more, "2021-03-01"))
    assert found["farm-exports-exports-2020"] == Decimal("0.7500")
    assert found["all-exports-exports-2020"] == Decimal("0.5667")


def test_the_months_of_the_base_year_weigh_the_target_where_all_are_known(board: Board) -> None:
    months = [
        entry("exports", "farm", f"2017-{month:02d}", 20 if month > 9 else 5, "2020-01-01") for month in range(1, 13)
    ]
    found = rates(on(replace(board, series=(*board.series, *months)), "2021-01-01"))
    assert found["farm-exports-exports-2020-by-months"] == Decimal("1.2250")
    assert "energy-exports-exports-2020-by-months" not in found


def test_without_targets_or_series_nothing_is_asked(board: Board) -> None:
    assert delivery.page(replace(board, series=())).sections[0].verdict is Verdict.NOT_ASKED
    assert delivery.page(board).sections[0].verdict is Verdict.SAYS


def test_series_alone_without_any_promise_say_nothing(board: Board) -> None:
    counts = replace(board, series=tuple(item for item in COUNTS if item.measure == "exports"))
    assert delivery.page(counts).sections[0].verdict is Verdict.CANNOT_TELL
