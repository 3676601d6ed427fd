"""What was published about the eight-point plan: what cannot be true is flagged, and nothing else."""

from __future__ import annotations

import csv
import gzip
import os
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.measures import claims
from warifu.measures.claims import Breakdown, Claim, Share

SHARED = Path(os.environ.get("WARIFU_SHARED", Path(__file__).parents[3] / "shared"))
BREAKDOWNS = [
    Breakdown("jr05", ("jr06", "jr07"), complete=True),
    Breakdown("jr05", ("jr09", "jr10", "jr11", "jr12", "jr13"), complete=False),
    Breakdown("jr33", ("jr34", "jr35"), complete=True),
]
CROSS = {  # ECB reference rates of the day, units per euro
    "2019-05-20": {"USD": "1.1159", "JPY": "122.78", "RUB": "72.0825"},
    "2019-09-04": {"USD": "1.1018", "JPY": "116.92", "RUB": "73.1498"},
}


def rate(one: str, other: str, on: str) -> Decimal | None:
    day = CROSS.get(on, {})
    return Decimal(day[other]) / Decimal(day[one]) if one in day and other in day else None


def claim(name: str, value: str, unit: str, on: str = "2019-05-20", **more: object) -> Claim:
    parsed, scale, qualifier = claims.read_unit(unit)
    return Claim(name, on, "x", "x", "x", Decimal(value), parsed, scale, qualifier, **more)  # type: ignore[arg-type]


def published() -> dict[str, Claim]:
    path = SHARED / "data" / "japan_russia_claims" / "published_claims.csv"
    if not path.exists():
        pytest.skip(f"{path} is not there: set WARIFU_SHARED to the folder that holds data/japan_russia_claims")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [claims.read_row(row) for row in csv.DictReader(file)]
    return {row.id: row for row in rows}


def ecb(one: str, other: str, on: str) -> Decimal | None:
    path = SHARED / "data" / "fx_deflators" / "ecb_eurofxref_daily.csv.gz"
    if not path.exists():
        pytest.skip(f"{path} is not there: set WARIFU_SHARED to the folder that holds data/fx_deflators")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["Date"] == on and row.get(one) and row.get(other):
                return Decimal(row[other]) / Decimal(row[one])
    return None


def flagged(found: claims.Checked) -> Sequence[str]:
    return [problem.about for problem in found.problems]


def test_of_forty_published_numbers_two_cannot_stand() -> None:
    book = published()
    shares = [Share("jr20", "jr18", "jr17"), Share("jr16", "jr18", "jr15")]
    found = claims.check(book.values(), ecb, BREAKDOWNS, shares[:0])
    assert found.n == 40
    assert flagged(found) == ["jr24", "jr33"]
    unit, change = found.problems
    assert unit.rule == "unit-slip"
    assert "in RUB the two agree" in unit.message
    assert "65 times" in unit.message
    assert change.rule == "change-of-parts"
    for right in ("jr21", "jr22", "jr23", "jr25"):
        assert ("unit-slip", right) in found.passed
    assert found.passed.count(("total-of-parts", "jr05")) == 2


def test_chinese_money_came_to_four_percent_of_plan() -> None:
    book = published()
    found = claims.ratio(book["jr22"], book["jr21"])
    assert found is not None
    assert f"{found.low:.1%}" == "4.2%"
    assert found.low == found.high


def test_counts_by_date_keep_more_than() -> None:
    book = published()
    found = claims.counts([book[name] for name in ("jr19", "jr05", "jr17", "jr15")])
    assert [row[1] for row in found.rows] == ["80", "100+", "130", "200+"]
    assert [row[0] for row in found.rows] == ["2016-12-16", "2018", "2019-06-10", "2019-09-03"]
    assert "The base changed: documents, then agreements, then projects" in found.warnings[0]


def test_a_part_list_may_add_up_to_less_but_not_to_more() -> None:
    rows = [claim("t", "80", "documents"), claim("a", "30", "projects"), claim("b", "41", "projects")]
    partial, whole = Breakdown("t", ("a", "b"), complete=False), Breakdown("t", ("a", "b"), complete=True)
    assert flagged(claims.check(rows, rate, [partial])) == []
    assert flagged(claims.check(rows, rate, [whole])) == ["t"]
    rows[2] = claim("b", "51", "projects")
    assert flagged(claims.check(rows, rate, [partial])) == ["t"]


def test_more_than_and_up_to_are_part_of_the_value() -> None:
    rows = [claim("t", "80", "documents (more than)"), claim("a", "30", "d"), claim("b", "71", "d")]
    assert flagged(claims.check(rows, rate, [Breakdown("t", ("a", "b"), complete=True)])) == []
    rows = [claim("t", "1", "USD bn (up to)"), claim("a", "0.3", "USD bn"), claim("b", "0.2", "USD bn")]
    assert flagged(claims.check(rows, rate, [Breakdown("t", ("a", "b"), complete=True)])) == []


def test_dollars_printed_for_roubles() -> None:
    """Six billion dollars said to be about 10.2 billion yen, on a day when that is six billion roubles."""
    wrong = claim("w", "6", "USD bn (as printed)", also=claims.read_equivalent("6 billion dollars = about JPY 10.2bn"))
    right = claim("r", "51.9", "RUB bn", also=claims.read_equivalent("said to be about JPY 88.5bn"))
    found = claims.check([wrong, right], rate)
    assert flagged(found) == ["w"]
    assert "likely RUB" in found.problems[0].message
    assert found.passed == (("unit-slip", "r"),)


def test_ten_thousands_read_as_thousands_are_named() -> None:
    wrong = claim("w", "10", "USD m", also=("JPY", Decimal("11_003_000")))
    (problem,) = claims.check([wrong], rate).problems
    assert "moved by 10^-2" in problem.message


def test_a_missing_rate_leaves_a_claim_unchecked() -> None:
    found = claims.check([claim("w", "6", "USD bn", on="1998", also=("JPY", Decimal(10)))], rate)
    assert flagged(found) == []
    assert found.unchecked == (("unit-slip", "w", "no rate from USD to JPY on 1998"),)


def test_a_sum_told_as_nothing_in_the_other_currency_is_left_unchecked() -> None:
    found = claims.check([claim("w", "6", "USD bn", also=("JPY", Decimal(0)))], rate)
    assert found.unchecked == (("unit-slip", "w", "the sum in JPY is 0"),)


def test_a_share_that_its_parts_do_not_give() -> None:
    rows = [claim("part", "60", "projects"), claim("whole", "130", "projects"), claim("p", "46", "percent")]
    assert flagged(claims.check(rows, rate, shares=[Share("p", "part", "whole")])) == []
    rows[2] = claim("p", "64", "percent")
    (problem,) = claims.check(rows, rate, shares=[Share("p", "part", "whole")]).problems
    assert "part of whole is 46.2%, not 64 %" in problem.message
    rows[0] = claim("part", "60", "projects (more than)")
    assert flagged(claims.check(rows, rate, shares=[Share("p", "part", "whole")])) == []


def test_units_are_read_with_scale_and_bound() -> None:
    assert claims.read_unit("USD bn (up to)") == ("USD", Decimal(10) ** 9, "≤")
    assert claims.read_unit("projects (more than)") == ("projects", Decimal(1), "+")
    assert claims.read_unit("percent (about)") == ("percent", Decimal(1), "~")
    assert claims.read_unit("RUB") == ("RUB", Decimal(1), "")
    assert claims.read_equivalent("said to be about JPY 680.6bn; more") == ("JPY", Decimal("680600000000.0"))
    assert claims.read_equivalent("about a hundred") is None


changes = st.decimals(-90, 90, places=1)


@given(changes, changes, st.decimals(1, 99, places=0))
def test_a_weighted_mean_of_its_parts_is_never_flagged(first: Decimal, second: Decimal, weight: Decimal) -> None:
    mean = (first * weight + second * (100 - weight)) / 100
    rows = [claim("t", str(mean), "percent"), claim("a", str(first), "percent"), claim("b", str(second), "percent")]
    assert flagged(claims.check(rows, rate, [Breakdown("t", ("a", "b"), complete=True)])) == []
