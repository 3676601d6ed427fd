"""Money: exact amounts of one currency, with the bound that the source put on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact, InvalidOperation
from functools import reduce
from typing import TYPE_CHECKING, Final

from warifu.errors import CurrencyMismatchError, MoneyError
from warifu.terms.codelist import Bound
from warifu.terms.currencies import CURRENCIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Commas and underscores part thousands only: "1,5 USD" is refused, for it may mean 1.5 as well as 15.
AMOUNT: Final = re.compile(
    r"(?P<number>-?(?:[0-9]{1,3}(?:[,_][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)\s*(?P<currency>[A-Za-z]{3})"
)
EXACT: Final = Context(prec=60, traps=[Inexact, InvalidOperation])
"""Sums are made here: it refuses to round, where the plain context would do so without a word after 28 digits."""
WIDE: Final = Context(prec=60, traps=[InvalidOperation])
LARGEST: Final = 19  # ten to the power of: no amount of money in any currency has had more digits before the point
MOST_DIGITS: Final = 28
CENT: Final = Decimal("0.01")
ABOUT_SLACK: Final = Decimal("0.1")  # "about x" is read as 0.9x to 1.1x (MEASURES D1)


class Money:
    """An amount of one currency, in the prices of the day it was stated.

    Conversion and deflation are judgements with a source, so they live in `measures.rates`
    and never hide in an operator here.

    Raises:
        MoneyError: The number is not finite or not a Decimal, or the currency is no ISO 4217 code.
    """

    # A plain class and no dataclass: msgspec would otherwise read a dataclass field by field, not from its words.
    __slots__ = ("currency", "number")
    currency: str
    number: Decimal

    def __init__(self, number: Decimal, currency: str) -> None:
        if not isinstance(number, Decimal):
            raise MoneyError(f"{number!r} is a {type(number).__name__}; money is exact, so give a Decimal")
        if not number.is_finite():
            raise MoneyError(f"{number} is not an amount of money")
        if number.adjusted() > LARGEST or len(number.as_tuple().digits) > MOST_DIGITS:
            raise MoneyError(f"{number} has more digits than any amount of money: check the unit")
        if currency not in CURRENCIES:
            raise MoneyError(f"{currency!r} is not a currency code of ISO 4217, such as JPY, USD or RUB")
        object.__setattr__(self, "number", number)
        object.__setattr__(self, "currency", currency)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{self} is frozen")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and (self.currency, self.number) == (other.currency, other.number)

    def __hash__(self) -> int:
        return hash((self.currency, self.number))

    def __reduce__(self) -> tuple[type[Money], tuple[Decimal, str]]:
        return Money, (self.number, self.currency)

    def __repr__(self) -> str:
        return f"Money({self.number!s} {self.currency})"

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read "1,000,000 USD"; commas and underscores may part thousands.

        Raises:
            MoneyError: The words are not a number followed by a currency code.
        """
        match = AMOUNT.fullmatch(text.strip())
        if match is None:
            raise MoneyError(f"{text!r} is not an amount: write a number and a currency, such as 1,000,000.50 USD")
        digits = match["number"].replace(",", "").replace("_", "")
        return cls(Decimal(digits), match["currency"].upper())

    def __add__(self, other: Money) -> Money:
        if self.currency != other.currency:
            raise CurrencyMismatchError(self.currency, other.currency)
        return Money(EXACT.add(self.number, other.number), self.currency)

    def __str__(self) -> str:
        return f"{plain(self.number):,} {self.currency}"


def plain(number: Decimal) -> Decimal:
    """The same number without trailing zeros and never as 1E+9, so that equal amounts print alike."""
    normal = number.normalize(EXACT)
    return normal.quantize(Decimal(1), context=EXACT) if normal == normal.to_integral_value() else normal


def in_cents(number: Decimal) -> Decimal:
    """A converted amount, rounded half-even to a hundredth: more digits would pretend to know more than a rate does."""
    return number.quantize(CENT, rounding=ROUND_HALF_EVEN, context=WIDE)


@dataclass(frozen=True, slots=True)
class Range:
    """What is known of a number: it lies from `low` to `high`. None is an open end, which is not zero."""

    low: Decimal | None
    high: Decimal | None

    @property
    def known(self) -> bool:
        return self.low is not None and self.low == self.high

    def __add__(self, other: Range) -> Range:
        return Range(
            None if self.low is None or other.low is None else EXACT.add(self.low, other.low),
            None if self.high is None or other.high is None else EXACT.add(self.high, other.high),
        )

    def hull(self, other: Range) -> Range:
        """The smallest range that holds both."""
        return Range(
            None if self.low is None or other.low is None else min(self.low, other.low),
            None if self.high is None or other.high is None else max(self.high, other.high),
        )


def total(ranges: Iterable[Range]) -> Range | None:
    """Add ranges end by end. None, not zero, where there is nothing to add."""
    found = list(ranges)
    if len(found) < 2:
        return found[0] if found else None
    lows, highs = [item.low for item in found], [item.high for item in found]
    return Range(_added(lows), _added(highs))


def _added(ends: Sequence[Decimal | None]) -> Decimal | None:
    told = [end for end in ends if end is not None]
    return reduce(EXACT.add, told) if len(told) == len(ends) else None


def bounded(number: Decimal, bound: Bound, upper: Decimal | None = None) -> Range:
    """What a told number leaves open: "up to x" is [0, x], "more than x" is [x, …), "about x" is [0.9x, 1.1x]."""
    match bound:
        case Bound.EXACT:
            return Range(number, number)
        case Bound.ABOUT:
            return Range(number * (1 - ABOUT_SLACK), number * (1 + ABOUT_SLACK))
        case Bound.CEILING:
            return Range(Decimal(0), number)
        case Bound.FLOOR:
            return Range(number, None)
        case Bound.RANGE:
            return Range(number, upper)
