"""A rate has its day and its source beside it, and a missing rate stays missing."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.measures.rates import Rate, Rates
from warifu.terms.dates import PartialDate
from warifu.terms.money import Money

ECB = "European Central Bank"


def rate(currency: str, base: str, on: str, per_base: str, source: str = ECB) -> Rate:
    return Rate(currency, base, PartialDate.parse(on), Decimal(per_base), source)


DAYS = [
    rate("USD", "EUR", "2021-03-04", "1.20"),
    rate("JPY", "EUR", "2021-03-04", "129"),
    rate("RUB", "EUR", "2021-03-04", "90", "Bank of Russia"),
    rate("USD", "EUR", "2021-03-05", "1.25"),
    rate("JPY", "EUR", "2021-03-05", "130"),
]


def convert(rates: Rates, amount: str, on: str | None, to: str = "USD") -> tuple[str, str, str, str] | None:
    found = rates.convert(Money.parse(amount), None if on is None else PartialDate.parse(on), to)
    return None if found is None else (str(found.money), str(found.rate), found.rate_on, found.rate_source)


def test_a_sum_is_converted_through_the_base_that_quotes_both() -> None:
    assert convert(Rates(DAYS), "129,000,000 JPY", "2021-03-04") == ("1,200,000 USD", "0.0093023256", "2021-03-04", ECB)


def test_both_sources_are_named_where_two_stand_behind_a_rate() -> None:
    """
    A rouble sum was converted by the Bank of Russia's rouble and the European Central Bank's dollar, and only one of
    them was named.
    """
    assert convert(Rates(DAYS), "90 RUB", "2021-03-04") == (
        "1.2 USD",
        "0.0133333333",
        "2021-03-04",
        f"Bank of Russia; {ECB}",
    )


def test_the_week_end_takes_the_friday_and_no_rate_is_carried_further() -> None:
    rates = Rates(DAYS)
    assert convert(rates, "130 JPY", "2021-03-07") == ("1.25 USD", "0.0096153846", "2021-03-05", ECB)
    assert convert(rates, "130 JPY", "2021-03-13") is None
    assert convert(rates, "130 JPY", "2021-03-03") is None


@pytest.mark.parametrize("on", [None, "2022", "2021-04", "2021", "2021/2022"])
def test_a_missing_rate_stays_missing(on: str | None) -> None:
    """
    Two days of March are not the mean of 2021: a period is converted only where the quotes span it.
    """
    assert convert(Rates(DAYS), "130 JPY", on) is None
    assert convert(Rates(DAYS), "130 KZT", "2021-03-04") is None


def test_the_same_currency_needs_no_rate() -> None:
    assert convert(Rates([]), "130 USD", None) == ("130 USD", "1", "", "same currency")


def test_a_month_takes_the_mean_of_its_days() -> None:
    days = [rate("USD", "EUR", f"2021-02-{day:02}", "1.2" if day < 15 else "1.3") for day in range(1, 29)]
    assert convert(Rates(days), "10 EUR", "2021-02") == ("12.5 USD", "1.2500000000", "mean of 2021-02", ECB)


def test_a_rate_for_exactly_that_year_goes_before_the_mean_of_days_whatever_its_base() -> None:
    """
    The workspace gave its own rate of the rouble to the dollar for 2017, and the mean of the ECB's days was taken
    instead, because E comes before U.
    """
    days = [
        rate("USD", "EUR", f"2017-{month:02}-{day:02}", "1.1") for month in range(1, 13) for day in (1, 8, 15, 22, 28)
    ]
    days += [rate("RUB", "EUR", item.on.text, "66") for item in days]
    own = rate("RUB", "USD", "2017", "58.35", "Bank of Russia, mean of 2017")
    assert convert(Rates(days), "60 RUB", "2017") == ("1 USD", "0.0166666667", "mean of 2017", ECB)
    found = convert(Rates([own, *days]), "58.35 RUB", "2017")
    assert found == ("1 USD", "0.0171379606", "2017", "Bank of Russia, mean of 2017")


@given(st.randoms(use_true_random=False))
def test_the_order_of_rates_never_matters(rng: Random) -> None:
    shuffled = Rates(rng.sample(DAYS, len(DAYS)))
    for on in ("2021-03-04", "2021-03-05", "2021-03-06", "2021-03"):
        for amount in ("1 JPY", "1 RUB", "1 EUR"):
            assert convert(shuffled, amount, on) == convert(Rates(DAYS), amount, on)


def test_how_far_two_tellings_of_one_sum_lie_apart() -> None:
    rates, on = Rates(DAYS), PartialDate.parse("2021-03-04")
    assert rates.gap(Money.parse("129 JPY"), Money.parse("1.2 USD"), on) == 0
    assert rates.gap(Money.parse("129 JPY"), Money.parse("2.4 USD"), on) == Decimal("0.5")
    assert rates.gap(Money.parse("129 JPY"), Money.parse("0 USD"), on) is None
    assert rates.gap(Money.parse("129 KZT"), Money.parse("1 USD"), on) is None
