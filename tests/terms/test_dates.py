"""Partial dates stay partial, print as they were read, and know the earliest and latest day they can mean."""

from __future__ import annotations

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.errors import DateError
from warifu.terms.dates import PartialDate

days = st.dates(min_value=date(1000, 1, 1), max_value=date(2200, 12, 31))
marks = st.sampled_from(["", "~", "?", "%"])
forms = st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"])


@st.composite
def points(draw: st.DrawFn) -> str:
    day, mark = draw(days), draw(marks)
    precision = draw(st.integers(1, 3))
    return "-".join(day.isoformat().split("-")[:precision]) + mark


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    """Any date of the kinds that are read: a point, a period, a period with an open end."""
    start = draw(points())
    kind = draw(st.sampled_from(["point", "period", "from", "until"]))
    if kind == "point":
        return PartialDate.parse(start)
    if kind == "from":
        return PartialDate.parse(f"{start}/..")
    if kind == "until":
        return PartialDate.parse(f"../{start}")
    end = draw(points())
    first, last = sorted([start, end], key=lambda text: PartialDate.parse(text).first)
    return PartialDate.parse(
        f"{first}/{last}" if PartialDate.parse(last).last >= PartialDate.parse(first).first else first
    )


@given(dates())
def test_what_is_printed_reads_back_as_the_same_date(found: PartialDate) -> None:
    again = PartialDate.parse(str(found))
    assert (again, again.first, again.last) == (found, found.first, found.last)
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.first <= found.last


@given(dates(), days)
def test_a_date_is_surely_by_a_day_or_surely_after_it_or_neither_but_never_both(found: PartialDate, day: date) -> None:
    assert not (found.surely_by(day) and found.surely_after(day))
    assert found.surely_by(day) is (found.last <= day)
    later = day + timedelta(days=1)
    assert found.surely_by(later) or not found.surely_by(day)  # what is past stays past


@given(st.lists(dates(), max_size=6), st.randoms())
def test_dates_have_one_order(found: list[PartialDate], rng: object) -> None:
    shuffled = sorted(found, key=lambda _: rng.random())  # type: ignore[attr-defined]
    assert sorted(shuffled) == sorted(found)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-12-16", "2016-12-16", "2016-12-16"),
        ("2016-12~", "2016-12-01", "2016-12-31"),
        ("2016-12-16/2017-03", "2016-12-16", "2017-03-31"),
        ("../2017", "0001-01-01", "2017-12-31"),
        ("2016/..", "2016-01-01", "9999-12-31"),
    ],
)
def test_a_partial_date_means_every_day_it_can(text: str, first: str, last: str) -> None:
    found = PartialDate.parse(text)
    assert (found.first.isoformat(), found.last.isoformat(), found.text) == (first, last, text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("16 December 2016", "it has no year first"),
        ("2016/12/16", "it has no year first"),
        ("2016-2", "it has no year first"),
        ("２０１６", "it has no year first"),
        ("2015-02-29", "there is no such day"),
        ("2016-13", "there is no such day"),
        ("0000", "there is no such day"),
        ("2017/2016", "the period ends before it begins"),
        ("../..", "a period needs at least one end"),
        ("", "it has no year first"),
    ],
)
def test_words_that_are_no_date_are_refused_with_the_reason(text: str, why: str) -> None:
    """
    Full-width digits were taken for a year, and the date then stood in the ledger in a form nothing else reads.
    """
    with pytest.raises(DateError, match=why):
        PartialDate.parse(text)


def test_a_date_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="is frozen"):
        PartialDate.parse("2016").text = "2017"
