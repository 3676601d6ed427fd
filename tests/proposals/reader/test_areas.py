"""The area of a deal: sure words before hints, near words before far ones."""

from __future__ import annotations

import pytest

from warifu.proposals.proposal import Kind
from warifu.proposals.reader import Page, read
from warifu.proposals.reader.areas import AREAS, area_of


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("a loan for rural electrification", "energy"),
        ("Irrigation, Souss-Massa", "agriculture"),
        ("anti-malarial medicines", "health"),
        ("budget support", "finance"),
        ("howitzers and ammunition", "security"),
        ("scholarships for teachers", "education"),
        ("copper smelter", "minerals"),
        ("кредит на реконструкцию трассы", "transport"),
        ("поставка вакцин", "health"),
        ("上下水道の整備", "water"),
        ("光ファイバー網の敷設", "telecom"),
    ],
)
def test_words_tell_the_area(text: str, area: str) -> None:
    found = area_of(text)
    assert found is not None
    assert found[0] == area


@pytest.mark.parametrize("text", ["a visit to Port Moresby", "AIIB", "nothing to tell"])
def test_names_and_empty_words_tell_none(text: str) -> None:
    assert area_of(text) is None


def test_a_lender_is_no_sign_of_finance_and_a_far_word_counts_where_no_near_one_does() -> None:
    text = (
        "Chile plans a railway to the coast. The Trade Bank of Peru signed a loan agreement with Chile for $5 million."
    )
    (deal,) = [one for one in read(Page("d", text, "", "2024-05-02", "en")) if one.kind is Kind.DEAL and one.sums]
    assert deal.value("area") == "transport"
    assert text[deal.fields["area"].start : deal.fields["area"].end] == "railway"


def test_every_area_of_the_format_has_words() -> None:
    assert len(AREAS) == 20
    assert all(sure for sure, _ in AREAS.values())
