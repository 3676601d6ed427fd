"""A source's own conversions, checked against the rate and the deflator that it names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from warifu.statements import checks
from warifu.terms.codelist import Belongs, Bound, Standing, SumKind
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Case
from warifu.terms.evidence import Place
from warifu.terms.money import Money
from warifu.terms.problem import Problem
from warifu.terms.statement import Restated, Statement, SumTold


def run(rule: str, told: str, *restated: Restated) -> list[Problem]:
    """One deal with one sum, told by two sources, and restated so."""
    place = Place("imports/a.csv", 2)
    statements = tuple(
        Statement(
            f"d1/sums-1@{source}", "d1",
            SumTold(SumKind.COMMITMENT, Money.parse(told), Bound.EXACT, Standing.COUNTED, 0, None, restated),
            PartialDate.parse("2012"), source, "third scholarship", "third", None, "", "", "a", place,
        )
        for source in ("s1", "s2")
    )  # fmt: skip
    case = Case(
        "d1",
        "A deal",
        "",
        (),
        Belongs.CORE,
        False,
        "",
        "",
        "",
        "",
        "a",
        PartialDate.parse("2020"),
        (),
        (),
        "",
        place,
        statements,
    )
    return list(checks.RULES[rule](checks.Evidence((case,), {}, lambda *_: None, date(2020, 1, 1))))


def usd(amount: str, rate: str | None = None, deflator: str | None = None) -> Restated:
    return Restated(
        Money.parse(f"{amount} USD"),
        None if rate is None else Decimal(rate),
        "2014" if deflator else "",
        None if deflator is None else Decimal(deflator),
    )


def test_a_conversion_that_its_own_rate_gives_is_no_problem() -> None:
    assert run("rate-slip", "632 CNY", usd("100.05", "6.32"), usd("111.17", None, "0.9")) == []
    assert run("deflator-slip", "632 CNY", usd("100", "6.32"), usd("111.11", None, "0.9")) == []


def test_a_conversion_that_its_own_rate_does_not_give_is_told_once() -> None:
    [problem] = run("rate-slip", "632 CNY", usd("90", "6.32"), usd("100", None, "0.9"))
    assert problem.rule == "rate-slip"
    assert "632 CNY is told to be 90 USD" in problem.message
    assert "6.32, gives 100.00" in problem.message
    assert run("deflator-slip", "632 CNY", usd("90", "6.32"), usd("100", None, "0.9")) == []


def test_a_slip_of_the_deflator_is_not_one_of_the_rate() -> None:
    restated = (usd("100", "6.32"), usd("100", None, "0.9"))
    assert run("rate-slip", "632 CNY", *restated) == []
    [problem] = run("deflator-slip", "632 CNY", *restated)
    assert "in prices of 2014, but the deflator told with it, 0.9, gives 111.11" in problem.message


@pytest.mark.parametrize("rate", ["0", "-6.32"])
def test_a_rate_that_is_none_is_a_problem_and_no_crash(rate: str) -> None:
    [problem] = run("rate-slip", "632 CNY", usd("100", rate))
    assert "is no rate" in problem.message
    [problem] = run("deflator-slip", "632 CNY", usd("100", "6.32"), usd("100", None, rate))
    assert "is no deflator" in problem.message


def test_nothing_restated_is_nothing_to_check() -> None:
    assert run("rate-slip", "632 CNY") == run("deflator-slip", "632 CNY") == []


def test_a_sum_of_nothing_restated_as_nothing_is_right() -> None:
    assert run("rate-slip", "0 CNY", usd("0", "6.32")) == []
    assert [problem.rule for problem in run("rate-slip", "5 CNY", usd("0", "6.32"))] == ["rate-slip"]
