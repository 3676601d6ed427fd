"""Dates as texts tell them, worked out from the day of publication and never filled in."""

from __future__ import annotations

from datetime import date

import pytest

from warifu.proposals.reader.days import days
from warifu.proposals.reader.page import folded


@pytest.mark.parametrize(
    ("line", "published", "expected"),
    [
        ("signed a memorandum on Friday", date(2016, 12, 16), ["2016-12-16"]),
        ("signed on Sunday", date(2014, 5, 12), ["2014-05-11"]),
        ("on 19 March 2022", date(2022, 3, 19), ["2022-03-19"]),
        ("promised in November 2022", date(2023, 11, 22), ["2022-11"]),
        ("said on March 1", date(2022, 3, 11), ["2022-03-01"]),
        ("which in July promised", date(2025, 9, 30), ["2025-07"]),
        ("signed last November", date(2022, 3, 11), ["2021-11"]),
        ("in September of 2005", date(2018, 1, 1), ["2005-09"]),
        ("подписан в пятницу", date(2021, 4, 19), ["2021-04-16"]),
        ("в сентябре 2017 года", date(2019, 1, 1), ["2017-09"]),
        ("２４日は１６日に", date(2016, 12, 24), ["2016-12-24", "2016-12-16"]),
        ("昨年12月の覚書", date(2017, 9, 28), ["2016-12"]),
        ("今月結んだ", date(2017, 9, 28), ["2017-09"]),
        ("2016年9月に、同年12月には", date(2017, 12, 18), ["2016-09", "2016-12"]),
        ("平成28年12月16日", date(2017, 1, 1), ["2016-12-16"]),
        ("25日与塞尔维亚", date(2019, 4, 26), ["2019-04-25"]),
        ("le mois dernier", date(2022, 11, 14), ["2022-10"]),
        ("signed in May of last year", date(2024, 2, 22), ["2023-05"]),
        ("paid for in full by May last year", date(2025, 4, 10), ["2024-05"]),
        ("в октябре прошлого года", date(2024, 2, 22), ["2023-10"]),
        ("two years ago the bank closed the file", date(2024, 2, 22), ["2022"]),
        ("три года назад", date(2024, 2, 22), ["2021"]),
        ("до 20 лет назад, лет назад", date(2024, 2, 22), ["2004"]),
        ("2か月前に結んだ", date(2024, 2, 22), ["2023-12"]),
        ("先週、口座に入った", date(2024, 2, 22), ["2024-02"]),
        ("went in last week", date(2024, 2, 29), ["2024-02"]),
        ("went in last week", date(2024, 3, 6), []),
        ("On New Year's Day Ethiopia had signed", date(2024, 2, 22), ["2024-01-01"]),
        ("until last spring", date(2024, 2, 22), ["2023"]),
        ("in mid-2001 and late-2004", date(2024, 2, 22), ["2001", "2004"]),
        ("owed since the 1960's, the 1970s, в 1990-х годах", date(2024, 2, 22), []),
        ("1990年代に始まった。2010年に終わった", date(2024, 2, 22), ["2010"]),
    ],
)
def test_a_day_is_read_as_partial_as_the_words(line: str, published: date, expected: list[str]) -> None:
    assert [one.edtf for one in days(folded(line), published)] == expected


def test_without_a_day_of_publication_no_relative_day_is_told() -> None:
    assert days("signed on Friday and on 3 March", None) == []
