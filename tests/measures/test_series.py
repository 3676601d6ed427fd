"""Monthly counts as targets and deliveries, as they were known on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from warifu.measures import series
from warifu.terms.dates import PartialDate
from warifu.terms.series import Entry


def entry(measure: str, period: str, value: str, published: str = "", category: str = "goods") -> Entry:
    on = PartialDate.parse(published) if published else None
    return Entry(
        measure, category, PartialDate.parse(period), Decimal(value), "USD", "exports", on, "src", 1, "a.csv:2"
    )


YEAR = [entry("exports", f"2017-{month:02d}", str(month)) for month in range(1, 13)]


def test_the_latest_publication_up_to_the_day_counts() -> None:
    """
    2020-01-01  5
    2020-06-01  7
    2021        9
    """
    told = [
        entry("exports", "2019", "5", "2020-01-01"),
        entry("exports", "2019", "7", "2020-06-01"),
        entry("exports", "2019", "9", "2021"),
    ]
    days = ["2019-12-31", "2020-01-01", "2020-07-01", "2021-06-30", "2021-12-31"]
    known = [[item.value for item in series.known(told, date.fromisoformat(day))] for day in days]
    assert known == [[], [5], [7], [7], [9]]
    assert [(item.before.value, item.after.value, item.change) for item in series.revisions(told)] == [
        (5, 7, 2),
        (7, 9, 2),
    ]


@given(st.lists(st.sampled_from([*YEAR, entry("exports", "2017-03", "30", "2020")]), max_size=30), st.randoms())
def test_the_order_of_arrival_never_matters(arrived: list[Entry], rng: Random) -> None:
    shuffled = rng.sample(arrived, len(arrived))
    assert series.known(shuffled, date(2021, 1, 1)) == series.known(arrived, date(2021, 1, 1))
    assert series.revisions(set(shuffled)) == series.revisions(set(arrived))


def test_a_year_has_twelve_months_or_is_none() -> None:
    assert series.months(YEAR, "exports", ("goods",), 2017) == tuple(map(Decimal, range(1, 13)))
    assert series.months(YEAR[1:], "exports", ("goods",), 2017) is None
    assert series.months(YEAR, "exports", ("goods", "services"), 2017) is None
    assert series.months(YEAR, "exports", ("goods",), 2018) is None


def test_what_came_by_a_month_is_told_or_added_up() -> None:
    by_march = series.year_to_date(YEAR, "exports", "goods", 2017, 3)
    assert by_march is not None
    assert (by_march.value, by_march.period.text, by_march.rows) == (6, "2017-01/2017-03", 3)
    told = [*YEAR, entry("exports", "2017-01/2017-03", "8")]
    by_told = series.year_to_date(told, "exports", "goods", 2017, 3)
    assert by_told is not None
    assert by_told.value == 8
    assert series.year_to_date(YEAR[:2], "exports", "goods", 2017, 3) is None


def test_a_promise_needs_no_base_where_level_and_increase_tell_it() -> None:
    told = [entry("level", "2020", "227.9"), entry("increase", "2020", "76.7")]
    found = series.promise(told, "goods", 2020, "exports")
    assert found is not None
    assert (found.base, found.increase, found.target) == (Decimal("151.2"), Decimal("76.7"), Decimal("227.9"))
    assert series.promise(told, "goods", 2021, "exports") is None
    assert series.promise(told, "goods", 2020, "imports") is None


def test_an_increase_without_a_base_has_no_target() -> None:
    found = series.promise([entry("increase", "2020", "5")], "goods", 2020, "exports")
    assert found is not None
    assert found.target is None


def test_promises_over_two_years_are_one_and_a_missing_year_makes_it_none() -> None:
    told = [
        entry("level", "2020", "10"),
        entry("increase", "2020", "2"),
        entry("level", "2021", "12"),
        entry("increase", "2021", "4"),
    ]
    years = [series.promise(told, "goods", year, "exports") for year in (2020, 2021)]
    both = series.over_years(years, "both", "2020/2021")
    assert both is not None
    assert (both.target, both.base, both.increase, both.period) == (22, 16, 6, "2020/2021")
    assert series.over_years([years[0], None], "both", "2020/2021") is None


def test_counts_of_different_bases_are_not_added() -> None:
    left = series.count(YEAR, "exports", "goods", 2017, 3, "exports")
    assert left is not None
    assert series.together([left, left], "both", "goods") is not None
    assert series.together([left, None], "both", "goods") is None
    assert series.count(YEAR, "exports", "goods", 2017, 3, "imports") is None
