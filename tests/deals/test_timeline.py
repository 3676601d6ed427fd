"""The ledger as it was known on a day: what was published later is not seen."""

from __future__ import annotations

from datetime import date

import pytest

from statements.book import Book


@pytest.mark.parametrize(
    ("source", "on", "first_seen"),
    [
        ("jp", "2021-03-04", date(2021, 3, 5)),  # from its publication
        ("year", "2021-03-04", date(2021, 12, 31)),  # "2021" is surely out on its last day
        ("undated", "2021-03-04", date(2021, 3, 4)),  # no date: from the act
        ("undated", "2021-03", date(2021, 3, 31)),
        ("undated", "", date(2021, 12, 1)),  # neither: from the day of coding
    ],
)
def test_a_statement_is_seen_from_the_day_on_which_it_surely_was_published(
    source: str, on: str, first_seen: date
) -> None:
    """
    A statement of unknown day from a source of unknown date was seen since ever: a deal of 2021 stood in the ledger of
    1990.
    """
    told = f"stages: [{{stage: signed, {f'on: {on}, ' if on else ''}sources: [{source}]}}]\nsources: [{source}]\n"
    book = Book(cranes=told)
    assert len(book.known(first_seen)) == 1
    assert book.known(date.fromordinal(first_seen.toordinal() - 1)) == ()


def test_a_deal_is_known_from_its_first_statement_and_grows() -> None:
    book = Book(
        cranes="""
            parties: [{party: bank, roles: [provider]}]
            stages:
              - {stage: announced, on: 2021-03-01, sources: [wire]}
              - {stage: signed, on: 2021-03-04, sources: [ru]}
            looks: [{on: 2021-11, by: sato}]
            sources: [wire, ru]
        """
    )
    grown = [
        (day, [item.id for item in case.statements], len(case.looks))
        for day in (date(2021, 3, 3), date(2021, 3, 4), date(2021, 3, 7), date(2021, 11, 29), date(2021, 11, 30))
        for case in book.known(day)
    ]
    announced, signed = "cranes/stages-1@wire", "cranes/stages-2@ru"
    assert grown == [
        (date(2021, 3, 4), ["cranes/parties-1", announced], 0),
        (date(2021, 3, 7), ["cranes/parties-1", announced, signed], 0),
        (date(2021, 11, 29), ["cranes/parties-1", announced, signed], 0),
        (date(2021, 11, 30), ["cranes/parties-1", announced, signed], 1),
    ]


def test_a_party_is_not_known_before_the_first_source_of_its_deal() -> None:
    book = Book(cranes="parties: [{party: bank, roles: [provider]}]\ninstrument: loan\nsources: [ru, jp]\n")
    assert book.known(date(2021, 3, 4)) == ()
    assert len(book.deal(date(2021, 3, 5)).parties) == 1
