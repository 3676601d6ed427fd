"""A proposal finds its deal, or says "new"; two deals taken for one are worse than a match missed."""

# ruff: noqa: E501 - what is told is kept whole
from __future__ import annotations

from decimal import Decimal

import pytest

from warifu.proposals.matching import KnownDeal, Matcher
from warifu.proposals.proposal import Proposal
from warifu.proposals.reader import Page, read
from warifu.terms.dates import PartialDate

FUND = KnownDeal(
    "ep-001", "Russia-Japan Investment Fund: USD 1bn joint fund", frozenset({"jbic", "rdif"}), frozenset({"JP", "RU"}),
    frozenset({(Decimal(1_000_000_000), "USD")}), (PartialDate.parse("2016-12-16"),), "fund",
)  # fmt: skip
LOAN = KnownDeal(
    "ep-002", "Loan for the first phase of the railway to Lagos", frozenset({"exim-china", "NG"}), frozenset({"CN", "NG"}),
    frozenset({(Decimal(500_000_000), "USD")}), (PartialDate.parse("2010"),), "loan",
)  # fmt: skip


def proposal(text: str, published: str = "2016-12-16") -> Proposal:
    return next(one for one in read(Page("d", text, "", published, "en")) if one.kind == "deal")


def test_the_same_parties_sum_and_day_are_the_deal_and_the_reasons_say_so() -> None:
    text = (
        "JBIC and the Russian Direct Investment Fund signed a memorandum on Friday on a joint fund of up to $1 billion."
    )
    found = Matcher([FUND, LOAN]).match(proposal(text))
    assert found.deal == "ep-001"
    assert any("jbic, rdif" in reason for reason in found.reasons)


def test_another_sum_between_the_same_countries_is_a_new_deal() -> None:
    text = "China and Nigeria signed a loan agreement of $849 million for an airport in 2010."
    found = Matcher([FUND, LOAN]).match(proposal(text))
    assert found.deal == ""
    assert "new" in found.reasons[0]


def test_the_second_phase_is_not_the_first() -> None:
    text = "The Export-Import Bank of China signed a loan of $500 million with Nigeria for phase 2 of the railway to Lagos."
    first = KnownDeal(**{name: getattr(LOAN, name) for name in LOAN.__slots__} | {"title": "Railway to Lagos, phase 1"})  # type: ignore[arg-type]
    score = Matcher([first]).match(proposal(text)).score
    same = KnownDeal(**{name: getattr(LOAN, name) for name in LOAN.__slots__} | {"title": "Railway to Lagos, phase 2"})  # type: ignore[arg-type]
    assert Matcher([same]).match(proposal(text)).score > score


def test_two_deals_that_fit_alike_are_not_chosen_between() -> None:
    twin = KnownDeal(**{name: getattr(FUND, name) for name in FUND.__slots__} | {"id": "ep-009"})  # type: ignore[arg-type]
    text = (
        "JBIC and the Russian Direct Investment Fund signed a memorandum on Friday on a joint fund of up to $1 billion."
    )
    found = Matcher([FUND, twin]).match(proposal(text))
    assert found.deal == ""
    assert "too close" in found.reasons[0]


def test_the_order_of_the_deals_never_matters() -> None:
    text = (
        "JBIC and the Russian Direct Investment Fund signed a memorandum on Friday on a joint fund of up to $1 billion."
    )
    one = proposal(text)
    assert Matcher([FUND, LOAN]).match(one) == Matcher([LOAN, FUND]).match(one)


@pytest.mark.slow
def test_linked_projects_of_the_gcof_are_seldom_taken_for_one(shared: object) -> None:
    """AidData's 1,117 linked pairs are hard negatives: same giver, same receiver, often the same year and words."""
    import sys
    from pathlib import Path

    sys.path.insert(0, str(Path(__file__).parents[2] / "eval" / "gcof"))
    from linked_pairs import measure

    counts = measure(every=30)
    if not counts["texts"]:
        pytest.skip("the GCOF is not there")
    assert counts["false merge"] / counts["texts"] <= 0.02
