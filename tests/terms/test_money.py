"""Money is exact, knows its currency, and refuses what would be wrong rather than repair it."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.errors import CurrencyMismatchError, MoneyError
from warifu.terms.codelist import Bound
from warifu.terms.currencies import CURRENCIES
from warifu.terms.money import Money, Range, bounded, in_cents, plain, total

numbers = st.decimals(min_value=Decimal(0), max_value=Decimal(10) ** 15, places=2)
currencies = st.sampled_from(sorted(CURRENCIES))
ends = st.none() | numbers


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = draw(ends), draw(ends)
    return Range(high, low) if low is not None and high is not None and low > high else Range(low, high)


@given(numbers, currencies)
def test_what_is_printed_reads_back_as_the_same_money(number: Decimal, currency: str) -> None:
    money = Money(number, currency)
    assert Money.parse(str(money)) == money
    assert pickle.loads(pickle.dumps(money)) == money


@given(numbers, numbers, numbers, currencies)
def test_adding_money_is_exact_in_any_order(a: Decimal, b: Decimal, c: Decimal, currency: str) -> None:
    x, y, z = (Money(number, currency) for number in (a, b, c))
    assert x + y == y + x
    assert (x + y) + z == x + (y + z)
    assert (x + y).number - x.number == y.number


def test_a_sum_that_would_be_rounded_without_a_word_keeps_every_digit() -> None:
    """
    The plain decimal context keeps 28 digits and drops the rest in silence.
    """
    large, small = Money(Decimal("12345678901234567890"), "JPY"), Money(Decimal("0.0000000001"), "JPY")
    exact = Decimal("12345678901234567890.0000000001")
    assert large.number + small.number != exact
    assert total([Range(large.number, large.number), Range(small.number, small.number)]) == Range(exact, exact)


def test_two_currencies_are_never_added() -> None:
    with pytest.raises(CurrencyMismatchError, match="JPY and USD cannot be added: convert one of them first"):
        Money(Decimal(1), "JPY") + Money(Decimal(1), "USD")


@pytest.mark.parametrize(
    ("text", "number", "currency"),
    [
        ("1,000,000 USD", "1000000", "USD"),
        ("1_000_000usd", "1000000", "USD"),
        ("340000000000 JPY", "340000000000", "JPY"),
        ("0.5 EUR", "0.5", "EUR"),
        ("  12,345.67  RUB ", "12345.67", "RUB"),
        ("-3 USD", "-3", "USD"),
    ],
)
def test_an_amount_is_read_as_written(text: str, number: str, currency: str) -> None:
    assert Money.parse(text) == Money(Decimal(number), currency)


@pytest.mark.parametrize(
    "text",
    ["2,6 USD", "1,50 EUR", "10,00,000 INR", "1.000.000 EUR", "1,0000 USD", "2.6 bn USD", "USD 5", "", "５ USD", "5"],
)
def test_an_amount_that_could_be_read_in_two_ways_is_refused(text: str) -> None:
    """
    "2,6 USD" (a decimal comma) was read as 26 dollars: commas were dropped wherever they stood.
    """
    with pytest.raises(MoneyError, match="is not an amount: write a number and a currency"):
        Money.parse(text)


@pytest.mark.parametrize(
    ("number", "currency", "words"),
    [
        (1.5, "USD", "money is exact, so give a Decimal"),
        (5, "USD", "money is exact, so give a Decimal"),
        (Decimal("NaN"), "USD", "is not an amount of money"),
        (Decimal("Infinity"), "USD", "is not an amount of money"),
        (Decimal("1E+20"), "USD", "more digits than any amount of money: check the unit"),
        (Decimal("0." + "1" * 29), "USD", "more digits than any amount of money"),
        (Decimal(1), "XXY", "is not a currency code of ISO 4217"),
        (Decimal(1), "usd", "is not a currency code of ISO 4217"),
    ],
)
def test_what_cannot_be_money_is_refused(number: object, currency: str, words: str) -> None:
    with pytest.raises(MoneyError, match=words):
        Money(number, currency)  # type: ignore[arg-type]


def test_money_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="is frozen"):
        Money(Decimal(1), "USD").number = Decimal(2)


def test_equal_amounts_print_alike() -> None:
    assert str(Money(Decimal("1E+9"), "USD")) == str(Money(Decimal("1000000000.00"), "USD")) == "1,000,000,000 USD"
    assert plain(Decimal("2.50")) == Decimal("2.5")


@pytest.mark.parametrize(
    ("bound", "upper", "low", "high"),
    [
        (Bound.EXACT, None, "100", "100"),
        (Bound.ABOUT, None, "90.0", "110.0"),
        (Bound.CEILING, None, "0", "100"),
        (Bound.FLOOR, None, "100", None),
        (Bound.RANGE, "150", "100", "150"),
    ],
)
def test_a_bound_says_what_the_number_leaves_open(bound: Bound, upper: str | None, low: str, high: str | None) -> None:
    found = bounded(Decimal(100), bound, None if upper is None else Decimal(upper))
    assert found == Range(Decimal(low), None if high is None else Decimal(high))
    assert found.known is (bound is Bound.EXACT)


@given(st.lists(ranges(), max_size=6), st.randoms())
def test_a_total_does_not_depend_on_the_order_and_an_open_end_stays_open(items: list[Range], rng: object) -> None:
    shuffled = sorted(items, key=lambda _: rng.random())  # type: ignore[attr-defined]
    assert total(shuffled) == total(items)
    found = total(items)
    if found is not None:
        assert (found.low is None) is any(item.low is None for item in items)
        assert (found.high is None) is any(item.high is None for item in items)


def test_a_total_of_nothing_is_missing_and_not_zero() -> None:
    assert total([]) is None
    assert total([Range(Decimal(0), Decimal(0))]) == Range(Decimal(0), Decimal(0))


@given(ranges(), ranges(), ranges())
def test_a_hull_holds_both_whatever_the_order(a: Range, b: Range, c: Range) -> None:
    assert a.hull(b) == b.hull(a)
    assert a.hull(a) == a
    assert a.hull(b).hull(c) == a.hull(b.hull(c))


@pytest.mark.parametrize(("exact", "rounded"), [("0.005", "0.00"), ("0.015", "0.02"), ("2.675", "2.68"), ("1", "1.00")])
def test_a_converted_amount_is_rounded_half_even_to_a_hundredth(exact: str, rounded: str) -> None:
    assert str(in_cents(Decimal(exact))) == rounded
