"""Headlines against the ledger: what somebody gave for the whole programme beside what its deals add up to.

A headline is never added to anything. One that is marked `whole` is set beside the ledger's own total of its kind:
where the two ranges do not meet, one of them is wrong, or the one counts what the other does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from warifu.measures.scorecard import Slice, counted_in, money
from warifu.proposals.programme import FILE, Headline
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Converted, Deal
from warifu.terms.money import Money, Range, bounded, in_cents, plain
from warifu.terms.problem import Problem, Severity

RULE: Final = "headline-clash"
MEASURES: Final[Mapping[str, str]] = {
    "pledge": "money-pledged",
    "commitment": "money-committed",
    "disbursement": "money-paid",
    "repayment": "money-repaid",
    "hoped": "money-hoped",
}
"""Which figure of the scorecard a headline of a kind is set beside."""


def clashes(
    headlines: Sequence[Headline],
    deals: Sequence[Deal],
    currency: str,
    convert: Callable[[Money, PartialDate | None], Converted | None],
    lines: Mapping[tuple[str | int, ...], int],
) -> Iterator[Problem]:
    """Headlines for the whole whose range the ledger's total of that kind does not meet.

    A ledger that holds more than the headline wants a look; one that holds less is a note, for parts may be unknown. A
    headline in a currency without a rate of its day is not compared.

    Args:
        headlines: Those of the programme.
        deals: Every deal; those counted in are added up.
        currency: The programme's.
        convert: Money and its day to the programme's currency.
        lines: Where the programme's values stand.
    """
    wanted = [(number, one) for number, one in enumerate(headlines) if one.whole and one.kind in MEASURES]
    part = Slice("all", "All", tuple(deal for deal in deals if counted_in(deal)) if wanted else ())
    for number, headline in wanted:
        figure = money("", part, MEASURES[headline.kind], currency)
        told = _range(headline, convert)
        if figure.value is None or told is None:
            continue
        where = f"{FILE}:{lines.get(('headlines', number), 1)}"
        amount = f"{headline.amount} ({headline.bound})" if headline.bound != "exact" else str(headline.amount)
        told_words = f"{amount} is told for the whole ({headline.label})"
        sums = "the one deal that tells of it has"
        if figure.n > 1:
            sums = f"the {headline.kind} sums of {figure.n} deals add up to"
        if told.high is not None and figure.low is not None and figure.low > told.high:
            yield Problem(FILE, RULE, (
                f"{told_words}, and {sums} {plain(figure.low):,} {currency} or more: "
                "a sum is counted twice, or the headline counts less"
            ), Severity.LOOK, where)  # fmt: skip
        elif told.low is not None and figure.high is not None and figure.high < told.low:
            yield Problem(FILE, RULE, (
                f"{told_words}, and {sums} {plain(figure.high):,} {currency} at most: "
                "the rest is in no deal of the ledger"
            ), Severity.NOTE, where)  # fmt: skip


def _range(headline: Headline, convert: Callable[[Money, PartialDate | None], Converted | None]) -> Range | None:
    """What the headline leaves open, in the programme's currency; None where it gives no sum or no rate is at hand."""
    if headline.amount is None:
        return None
    converted = convert(headline.amount, headline.on)
    if converted is None:
        return None
    told = bounded(headline.amount.number, headline.bound)
    return Range(
        None if told.low is None else in_cents(told.low * converted.rate),
        None if told.high is None else in_cents(told.high * converted.rate),
    )
