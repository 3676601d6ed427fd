"""Exchange rates: which rate, of which day, by whom; a missing rate stays missing.

Sources: the European Central Bank's reference rates; reference/rates.csv of the workspace.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from warifu.terms.dates import PartialDate
from warifu.terms.deal import Converted
from warifu.terms.money import Money, in_cents

STALE_AFTER: Final = timedelta(days=7)
"""No fixing is published at week-ends and holidays: the one before is taken, if it is at most this old."""

DIGITS: Final = Decimal("1E-10")


@dataclass(frozen=True, slots=True)
class Rate:
    """`per_base` units of `currency` for one unit of `base` in `on`, which is a day, a month or a year."""

    currency: str
    base: str
    on: PartialDate
    per_base: Decimal
    source: str


EXACT, EARLIER, MEAN = range(3)
"""How near a quote is to what was asked for, nearest first."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A rate found: the number, its day and its source in words, and how near it is."""

    per_base: Decimal
    on: str
    source: str
    grade: int


class Rates:
    """Every rate at hand.

    A day is converted at that day's rate, else at the one published up to seven days before. A month or a year is
    converted at the mean of its days. A rate given for exactly that month or year goes before the mean of days,
    whichever base it is quoted in. No rate is ever carried further: a rouble sum after the ECB stopped quoting it stays
    without a conversion. Of two rates for one pair and day the first counts, so a workspace's own go in before a
    library's; what is no rate (0 or below) is passed over.
    """

    def __init__(self, rates: Iterable[Rate]) -> None:
        self._exact: dict[tuple[str, str, str], Rate] = {}
        days: dict[tuple[str, str], dict[date, Rate]] = defaultdict(dict)
        for rate in rates:
            if rate.per_base <= 0:
                continue
            self._exact.setdefault((rate.currency, rate.base, rate.on.text), rate)
            if rate.on.known_to_the_day:
                days[rate.currency, rate.base].setdefault(rate.on.first, rate)
        self._days = {pair: sorted(found) for pair, found in days.items()}
        self._rate_of = {pair: [found[day] for day in self._days[pair]] for pair, found in days.items()}
        self._bases = sorted({base for _, base in self._days} | {base for _, base, _ in self._exact})
        self._found: dict[tuple[str, str, str], tuple[Decimal, str, str] | None] = {}

    def convert(self, money: Money, on: PartialDate | None, to: str) -> Converted | None:
        """The amount in another currency, with the rate, its day and its source; None where no rate is at hand.

        Args:
            money: What to convert.
            on: The day, month or year of the sum; None is no day, so no rate.
            to: The currency wanted.
        """
        if money.currency == to:
            return Converted(Money(money.number, to), Decimal(1), on.text if on is not None else "", "same currency")
        found = None if on is None else self._cross(money.currency, to, on)
        if found is None:
            return None
        rate, rate_on, source = found
        return Converted(Money(in_cents(money.number * rate), to), rate, rate_on, source)

    def _cross(self, currency: str, to: str, on: PartialDate) -> tuple[Decimal, str, str] | None:
        key = (currency, to, on.text)
        if key not in self._found:
            self._found[key] = self._search(currency, to, on)
        return self._found[key]

    def _search(self, currency: str, to: str, on: PartialDate) -> tuple[Decimal, str, str] | None:
        """Units of `to` for one unit of `currency`, through the base whose quotes of both are nearest to the day."""
        found: list[tuple[int, str, Quote, Quote]] = []
        for base in self._bases:
            ours, theirs = self._per_base(currency, base, on), self._per_base(to, base, on)
            if ours is not None and theirs is not None:
                found.append((max(ours.grade, theirs.grade), base, ours, theirs))
        if not found:
            return None
        _, _, ours, theirs = min(found, key=lambda entry: entry[:2])
        days, sources = (
            tuple(dict.fromkeys(word for word in words if word))
            for words in ((ours.on, theirs.on), (ours.source, theirs.source))
        )
        return (theirs.per_base / ours.per_base).quantize(DIGITS), " and ".join(days), "; ".join(sources)

    def _per_base(self, currency: str, base: str, on: PartialDate) -> Quote | None:
        if currency == base:
            return Quote(Decimal(1), "", "", EXACT)
        exact = self._exact.get((currency, base, on.text.rstrip("~?%")))
        if exact is not None:
            return Quote(exact.per_base, exact.on.text, exact.source, EXACT)
        days = self._days.get((currency, base))
        if days is None:
            return None
        found = self._rate_of[currency, base]
        if on.known_to_the_day:
            place = bisect_right(days, on.first) - 1
            if place < 0 or on.first - days[place] > STALE_AFTER:
                return None
            return Quote(found[place].per_base, days[place].isoformat(), found[place].source, EARLIER)
        low, high = bisect_left(days, on.first), bisect_right(days, on.last)
        if low == high or days[low] - on.first > STALE_AFTER or on.last - days[high - 1] > STALE_AFTER:
            return None  # the quotes do not span the period, so their mean would not be its mean
        period = found[low:high]
        sources = dict.fromkeys(rate.source for rate in period)
        return Quote(mean([rate.per_base for rate in period]), f"mean of {on.text}", "; ".join(sources), MEAN)

    def gap(self, left: Money, right: Money, on: PartialDate) -> Decimal | None:
        """How far two amounts of one sum lie apart: 0.05 is five per cent. None where no rate is at hand."""
        other = self.convert(left, on, right.currency)
        if other is None or right.number == 0:
            return None
        return abs(other.money.number / right.number - 1)


def mean(numbers: Sequence[Decimal]) -> Decimal:
    """The plain mean, exact to ten decimals."""
    return (sum(numbers, Decimal(0)) / len(numbers)).quantize(DIGITS)
