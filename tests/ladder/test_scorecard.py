"""The scorecard of a small book, counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from statements.book import Book
from warifu.measures import scorecard
from warifu.terms.codelist import Answer
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Look
from warifu.terms.figure import Figure

BOOK = Book(
    frame="""
        umbrella: true
        areas: [ports]
        papers: [{form: framework agreement, on: 2021-03-04, binding: yes, sources: [jp]}]
        stages: [{stage: signed, on: 2021-03-04, sources: [jp]}]
        sums:
          - {kind: ceiling, amount: "900,000,000 USD", bound: ceiling, standing: whole, on: 2021-03-04, sources: [jp]}
        sources: [jp]
    """,
    cranes="""
        part_of: frame
        areas: [ports]
        parties:
          - {party: bank, roles: [provider]}
          - {party: port, roles: [receiver]}
        papers: [{form: contract, on: 2021-03-04, binding: yes, basis: paper, sources: [jp]}]
        stages:
          - {stage: signed, on: 2021-03-04, sources: [jp]}
          - {stage: financed, on: 2021-11, sources: [firm]}
        sums:
          - {kind: pledge, amount: "10,000,000 USD", bound: ceiling, on: 2021-01, sources: [jp]}
          - {kind: commitment, amount: "8,000,000 USD", on: 2021-03-04, sources: [jp]}
          - {kind: commitment, amount: "900,000,000 JPY", standing: version, on: 2021-03-04, sources: [ru]}
          - {kind: disbursement, amount: "3,000,000 USD", on: 2021-11, sources: [firm]}
          - {kind: hoped, amount: "12,000,000 USD", on: 2021-01, sources: [jp]}
        sources: [jp, ru, firm]
    """,
    clinic="""
        areas: [health]
        parties: [{party: bank, roles: [provider]}]
        papers: [{form: memorandum, on: 2021-03-04, binding: no, sources: [jp]}]
        stages: [{stage: signed, on: 2021-03-04, sources: [jp]}]
        sums: [{kind: pledge, amount: "500,000,000 JPY", bound: about, on: 2021-03-04, sources: [jp]}]
        sources: [jp]
    """,
    school="""
        areas: [health, ports]
        parties: [{party: port, roles: [provider]}]
        stages: [{stage: announced, on: 2020, sources: [jp]}]
        sums: [{kind: pledge, amount: "7,000,000 KZT", on: 2021-03-04, sources: [jp]}]
        sources: [jp]
    """,
    talk="""
        areas: [health]
        stages: [{stage: proposed, on: 2021-03-04, sources: [jp]}]
        papers: [{form: none, on: 2021-03-04, binding: no, sources: [jp]}]
        sources: [jp]
    """,
    old="""
        belongs: predates
        areas: [ports]
        stages: [{stage: delivered, on: 2019, sources: [jp]}]
        sums: [{kind: disbursement, amount: "99,000,000 USD", on: 2019, sources: [jp]}]
        sources: [jp]
    """,
)


def figures(as_of: date = date(2021, 12, 31)) -> dict[tuple[str, str], Figure]:
    deals = tuple(BOOK.deals(as_of).values())
    parts = scorecard.slices(deals, ("JP", "RU"), {"ports": "Ports", "health": "Health"})
    return {(part.id, item.measure): item for part in parts for item in scorecard.score("p", part, "USD")}


FIGURES = figures()


@pytest.mark.parametrize(
    ("part", "measure", "value", "low", "high", "n"),
    [
        ("all", "deals", "4", "4", "4", 4),  # no umbrella, nothing that predates
        ("all", "promised", "3", "3", "3", 4),  # a proposal is no promise
        ("all", "signed", "2", "2", "2", 4),
        ("all", "binding", "1", "1", "2", 4),  # of the school nobody says whether it binds
        ("all", "paid", "1", "1", "1", 4),
        ("all", "delivered", "0", "0", "0", 4),
        ("all", "versions-differ", "0", "0", "0", 4),
        ("all", "share-signed", "0.6667", "0.2077", "0.9385", 3),
        ("all", "money-pledged", "15000000", "4500000.00", "15500000.00", 2),
        ("all", "money-committed", "8000000", "8000000", "9000000.00", 1),
        ("all", "money-paid", "3000000", "3000000", "3000000", 1),
        ("all", "money-hoped", "12000000", "12000000", "12000000", 1),
        ("all", "came-of-hoped", "0.2500", "0.2500", "0.2500", 1),
        ("area-ports", "deals", "2", "2", "2", 2),
        ("area-health", "deals", "3", "3", "3", 3),
        ("side-JP", "deals", "2", "2", "2", 2),
        ("side-RU", "deals", "1", "1", "1", 1),
        ("year-2020", "deals", "1", "1", "1", 1),
        ("year-2021", "deals", "2", "2", "2", 2),
        ("party-bank", "deals", "2", "2", "2", 2),
        ("party-port", "money-committed", "8000000", "8000000", "9000000.00", 1),
        ("all", "ladder-pledged-whole", "15000000", None, None, 2),
        ("all", "ladder-pledged-committed", "8000000", None, None, 1),
        ("all", "ladder-pledged-not-yet-committed", "2000000", None, None, 1),
        ("all", "ladder-pledged-no-commitment-told", "5000000", None, None, 1),
        ("all", "ladder-committed-disbursed", "3000000", None, None, 1),
        ("all", "ladder-committed-outstanding", "5000000", None, None, 1),
    ],
)
def test_a_figure_is_what_the_hand_counts(
    part: str, measure: str, value: str, low: str | None, high: str | None, n: int
) -> None:
    found = FIGURES[part, measure]
    assert (found.value, found.n, found.answer) == (Decimal(value), n, Answer.FOUND)
    assert (found.low, found.high) == (None if low is None else Decimal(low), None if high is None else Decimal(high))


def test_what_is_missing_is_named_and_is_no_zero() -> None:
    paid = FIGURES["party-port", "money-pledged"]
    assert (paid.value, paid.missing) == (Decimal(10_000_000), ("school",))
    assert "1 deal tells it in a currency for which no rate" in paid.note
    nothing = FIGURES["area-health", "money-paid"]
    assert (nothing.value, nothing.answer, nothing.missing) == (
        None,
        Answer.NOT_LOOKED,
        ("clinic", "school", "talk"),
    )
    untold = FIGURES["year-2020", "share-paid"]  # one was promised; that nobody tells of a payment is no share of zero
    assert (untold.value, untold.answer, untold.missing) == (None, Answer.NOT_LOOKED, ("school",))
    assert FIGURES["year-2020", "money-pledged"].answer is Answer.NO_RATE


def test_nothing_found_is_said_only_where_a_look_at_every_deal_is_on_record() -> None:
    def paid(*looked: str) -> Answer:
        deals = [deal for deal in BOOK.deals().values() if deal.id in ("clinic", "talk")]
        look = Look(PartialDate.parse("2021-12"), "mori", "nothing")
        told = [replace(deal, case=replace(deal.case, looks=(look,) if deal.id in looked else ())) for deal in deals]
        return scorecard.money("p", scorecard.Slice("x", "X", tuple(told)), "money-paid", "USD").answer

    assert paid() is Answer.NOT_LOOKED
    assert paid("clinic") is Answer.NOT_LOOKED
    assert paid("clinic", "talk") is Answer.NOTHING_FOUND


def test_nothing_promised_has_no_share() -> None:
    deals = tuple(deal for deal in BOOK.deals().values() if deal.id == "talk")
    part = scorecard.Slice("talk", "Talk", deals)
    shares = [item for item in scorecard.score("p", part, "USD") if item.measure.startswith("share-")]
    assert {(item.value, item.answer) for item in shares} == {(None, Answer.NOT_APPLICABLE)}


def test_a_figure_names_every_deal_and_sum_that_it_was_made_from() -> None:
    pledged = FIGURES["all", "money-pledged"]
    assert pledged.deals == ("clinic", "cranes")
    assert pledged.sums == ("clinic/sums-1", "cranes/sums-1")
    assert pledged.missing == ("school", "talk")
    assert pledged.method == "scorecard.money"


def test_a_past_scorecard_is_what_was_known_then() -> None:
    then = figures(date(2021, 3, 6))
    assert then["all", "money-paid"].value is None  # told by the firm in November
    assert then["all", "money-committed"].value == Decimal(8_000_000)
    assert then["all", "money-committed"].high == Decimal(8_000_000)  # the other version came a day later
    assert ("all", "deals") not in figures(date(2021, 3, 4)) or figures(date(2021, 3, 4))["all", "deals"].value == 0


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(3, 12, ".0889", ".5323"), (0, 12, "0", ".2425"), (12, 12, ".7575", "1"), (1, 1, ".2065", "1")],
)
def test_wilsons_interval_gives_the_published_ends(hits: int, n: int, low: str, high: str) -> None:
    """Source: MEASURES E3; Wilson (1927)."""
    assert scorecard.wilson(hits, n) == (Decimal(low), Decimal(high))
