"""Amounts of money as texts write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.proposals.reader.money import Amount, amounts
from warifu.proposals.reader.page import folded


def told(line: str) -> list[str]:
    return [f"{one.number.normalize():f} {one.currency} {one.bound.value}" for one in amounts(folded(line))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a fund of up to $1 billion", ["1000000000 USD ceiling"]),
        ("a loan of half a billion dollars", ["500000000 USD exact"]),
        ("three quarters of a billion euros", ["750000000 EUR exact"]),
        ("about 3.6 bln dlrs", ["3600000000 USD about"]),
        ("for about 50 billion rupees (5,000 crore)", ["50000000000 INR about", "50000000000 INR exact"]),
        ("Rs 1.5 lakh crore", ["1500000000000 INR exact"]),
        ("1.2 billion Kenyan shillings", ["1200000000 KES exact"]),
        ("between $250 million and $300 million", ["250000000 USD floor", "300000000 USD ceiling"]),
        ("$1.2 billion to $1.5 billion worth of oil", ["1200000000 USD floor", "1500000000 USD ceiling"]),
        ("$2-3 billion", ["2000000000 USD floor", "3000000000 USD ceiling"]),
        ("объемом до $1 млрд", ["1000000000 USD ceiling"]),
        ("полтора миллиарда рублей", ["1500000000 RUB exact"]),
        ("свыше 2,4 млрд рублей (30,4 млн долл.)", ["2400000000 RUB floor", "30400000 USD exact"]),
        ("最大１０億ドル（約１１８０億円）規模", ["1000000000 USD ceiling", "118000000000 JPY about"]),
        ("348億7,700万円", ["34877000000 JPY exact"]),
        ("17,500百万円", ["17500000000 JPY exact"]),
        ("総額３４００億円超", ["340000000000 JPY floor"]),
        ("総事業費は210億～230億ドル", ["21000000000 USD floor", "23000000000 USD ceiling"]),
        ("総造价约11.1亿美元", ["1110000000 USD about"]),
        ("1.5万亿日元", ["1500000000000 JPY exact"]),
        ("약 12억 달러", ["1200000000 USD about"]),
        ("3조 5천억 원", ["3500000000000 KRW exact"]),
        ("bis zu 940 Millionen Euro", ["940000000 EUR ceiling"]),
        ("rund eine Milliarde Euro", ["1000000000 EUR about"]),
        ("au moins un milliard de dollars", ["1000000000 USD floor"]),
        ("3,2 millones de euros", ["3200000 EUR exact"]),
        ("USD 50,697,236.00", ["50697236 USD exact"]),
        ("UA 3.4 million of the UA 23 million loan", ["3400000 XUA exact", "23000000 XUA exact"]),
        ("the P46 million building", ["46000000 BWP exact"]),
        ("up to 8.5 billion kuna", ["8500000000 HRK ceiling"]),
        ("Nu 60 lakh from the embassy", ["6000000 BTN exact"]),
        ("100 million special drawing rights", ["100000000 XDR exact"]),
        ("1.6 billion Brunei dollars", ["1600000000 BND exact"]),
        ("договор на 2,4 млн фунтов", ["2400000 GBP exact"]),
        ("44 млрд ринггитов", ["44000000000 MYR exact"]),
        ("12 миллиардов франков КФА", ["12000000000 XOF exact"]),
        ("треть от 5 млрд российских рублей", ["5000000000 RUB exact"]),
        ("a hundred and fifty million dollars", ["150000000 USD exact"]),
        ("twenty-five million dollars", ["25000000 USD exact"]),
        ("a half-billion-dollar loan", ["500000000 USD exact"]),
        ("three and a half billion euros", ["3500000000 EUR exact"]),
        ("сто двадцать миллионов рублей", ["120000000 RUB exact"]),
        ("25 млн долларов и 350-миллионная линия", ["25000000 USD exact", "350000000 USD exact"]),
        ("KD 20 million", ["20000000 KWD exact"]),
        ("Birr 25.6 billion", ["25600000000 ETB exact"]),
        ("5 million Samoan tala", ["5000000 WST exact"]),
        ("655億リンギ", ["65500000000 MYR exact"]),
        ("330億から485億ユーロ", ["33000000000 EUR floor", "48500000000 EUR ceiling"]),
    ],
)
def test_an_amount_is_read_with_its_scale_currency_and_bound(line: str, expected: list[str]) -> None:
    assert told(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("€540 million, of which 270 million went out in advance", ["540000000", "270000000"]),
        (
            "USD 45 million has been paid in (Japan 15, Germany 20, UK 10)",
            ["45000000", "15000000", "20000000", "10000000"],
        ),
        ("$17 million so far of 270.", ["17000000", "270000000"]),
        ("the Saudi Fund lent 33 million dollars, the Arab bank BADEA 22, and OFID nothing", ["33000000", "22000000"]),
        ("loans of 32.7 and 100 billion yen", ["32700000000", "100000000000"]),
        ("пока пришло 9 из 22 млн евро", ["9000000", "22000000"]),
        ("освоили уже 40 млн из 90 млн долларов", ["40000000", "90000000"]),
        ("$5 billion for 3 million poor farmers", ["5000000000"]),
        ("in 2015 and 2016 $20 million", ["20000000"]),
    ],
)
def test_a_part_that_leaves_out_scale_or_currency_has_those_of_the_sum_beside_it(
    line: str, expected: list[str]
) -> None:
    assert [f"{one.number.normalize():f}" for one in amounts(folded(line))] == expected


@pytest.mark.parametrize(
    "line", ["in 2016", "25 million tons of soybeans", "40 млн литров", "71万5500人", "he won by 3 points", "page 12"]
)
def test_what_is_no_money_is_not_read_as_money(line: str) -> None:
    assert told(line) == []


def test_one_sum_told_in_two_currencies_is_one_money() -> None:
    first, second = amounts("a cost of 327 billion Kenyan shillings (3.8 billion U.S. dollars)")
    assert first.money == second.money
    assert first.currency != second.currency


def test_two_sums_of_one_currency_are_two_moneys() -> None:
    first, second = amounts("1.6 billion dollars on soft terms and 2 billion dollars on hard ones")
    assert first.money != second.money


def test_a_sum_a_year_is_marked_as_a_rate() -> None:
    assert [one.per for one in amounts("5 billion rupees per year")] == [True]
    assert [one.per for one in amounts("5 billion rupees")] == [False]


def test_a_sum_without_currency_takes_the_one_named_before() -> None:
    assert told("Из 800 млн долл. к настоящему времени освоено примерно 627 млн; остальное позже") == [
        "800000000 USD exact",
        "627000000 USD about",
    ]


@given(st.integers(min_value=1, max_value=999_999_999_999), st.sampled_from(["USD", "EUR", "JPY", "KRW"]))
def test_any_plain_amount_is_read_exactly(number: int, currency: str) -> None:
    found = amounts(f"It lent {currency} {number:,} to the country.")
    assert [(one.number, one.currency) for one in found] == [(Decimal(number), currency)]


@given(st.text(alphabet="0123456789,.$€¥ 億万円兆ドルmlnbillion(約)-～до млрд", max_size=60))
def test_no_line_whatever_breaks_the_reading_and_offsets_stay_inside(line: str) -> None:
    for one in amounts(line):
        assert isinstance(one, Amount)
        assert 0 <= one.start < one.end <= len(line)
