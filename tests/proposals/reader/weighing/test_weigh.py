"""Weighing chooses between what the rules have read; it makes nothing up, and says what it weighed."""

from __future__ import annotations

from pathlib import Path

import pytest

from warifu.proposals.evaluation import load
from warifu.proposals.proposal import Kind
from warifu.proposals.reader import Page, read

READING = Path(__file__).parents[4] / "eval" / "reading"
LOAN = (
    "The Export-Import Bank of Korea will lend Ghana $90 million for the Kumasi hospital, both sides said on Tuesday."
)


def test_a_weighed_field_still_quotes_the_text() -> None:
    for text in load(READING / "tuning")[::40]:
        for one in read(text.page):
            for start, end, quote in one.quotes():
                assert quote == text.body[start:end] != ""


def test_a_proposal_says_how_sure_each_answer_was() -> None:
    (one,) = [found for found in read(Page("d" * 64, LOAN, "", "2024-06-05", "en")) if found.kind is Kind.DEAL]
    (reason,) = [reason for reason in one.reasons if reason.startswith("weighed: ")]
    assert "told " in reason
    assert "stage " in reason
    assert 0 < one.confidence < 1


@pytest.mark.parametrize(
    "text",
    [
        "No loan agreement between Japan and Russia's Sberbank was signed, a JBIC official said.",
        "Contrary to reports, Ghana and the Export-Import Bank of Korea did not sign a loan agreement on Tuesday.",
    ],
)
def test_what_the_text_says_was_not_done_is_not_weighed_as_done(text: str) -> None:
    for one in read(Page("d" * 64, text, "", "2024-06-05", "en")):
        assert one.value("stage") not in {"signed", "financed", "delivered", "in force"}


def test_one_sum_stands_in_one_deal() -> None:
    text = (
        "The World Bank lent Uganda $150 million and the African Development Bank $70 million for the same road."
        " The agreements were signed in Kampala on Friday."
    )
    deals = [one for one in read(Page("d" * 64, text, "", "2024-06-05", "en")) if one.kind is Kind.DEAL]
    places = [(sum_.start, sum_.end) for one in deals for sum_ in one.sums]
    assert len(places) == len(set(places))


def test_a_party_has_its_fullest_name_though_an_abbreviation_stands_nearer() -> None:
    text = (
        "The Japan Bank for International Cooperation (JBIC) and the Russian Direct Investment Fund (RDIF) signed a"
        " memorandum on Friday to set up a joint fund of up to $1 billion."
    )
    (one,) = [found for found in read(Page("d" * 64, text, "", "2016-12-19", "en")) if found.kind is Kind.DEAL]
    assert {party.name for party in one.parties} == {
        "Japan Bank for International Cooperation",
        "Russian Direct Investment Fund",
    }


@pytest.mark.parametrize(
    ("text", "language", "roles"),
    [
        (
            "Kenya signed a contract with Siemens to build a plant.",
            "en",
            {"Kenya": "receiver", "Siemens": "provider"},
        ),
        ("Kenya awarded Siemens a contract for a plant.", "en", {"Kenya": "receiver", "Siemens": "provider"}),
        ("Малайзия расторгла контракт с CCECC.", "ru", {"Малайзия": "receiver", "CCECC": "provider"}),
    ],
)
def test_a_contract_gives_works_to_the_state_that_has_it_made(text: str, language: str, roles: dict[str, str]) -> None:
    (one,) = [found for found in read(Page("d" * 64, text, "", "2024-06-05", language)) if found.kind is Kind.DEAL]
    assert {party.name: party.role for party in one.parties} == roles


@pytest.mark.parametrize(
    "text", ["Kenya, China sign railway loan.", "Kenya and Japan signed a loan agreement for 5 million dollars."]
)
def test_of_two_states_that_sign_a_loan_the_richer_is_not_taken_for_the_lender(text: str) -> None:
    (one,) = [found for found in read(Page("d" * 64, text, "", "2024-06-05", "en")) if found.kind is Kind.DEAL]
    assert {party.role for party in one.parties} == {"signatory"}


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("China lent Mali 5 million dollars for a bridge. Construction began in May 2007.", "2007-05"),
        ("China relieved Yemen of 84 million dollars of debt owed between 1958 and 1989.", None),
    ],
)
def test_an_entry_that_is_not_dated_lends_its_deal_the_day_beside_it(text: str, on: str | None) -> None:
    found = [one for one in read(Page("d" * 64, text, "", None, "en")) if one.kind is Kind.DEAL]
    assert [one.value("on") or None for one in found] == [on]
