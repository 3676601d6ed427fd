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
        ("Mi-17 helicopters and night-vision sets", "security"),
        ("tents and blankets for the displaced", "emergency"),
        ("fibre, landing station and phone towers", "telecom"),
        ("sea walls and reforestation", "environment"),
        ("rolling stock and signalling", "transport"),
        ("a treaty on double taxation", "finance"),
        ("geographical indications", "trade"),
        ("социальное жилье и ипотека", "urban"),
        ("зенитные комплексы и вертолеты", "security"),
        ("строительство детского сада и лицея", "education"),
        ("поставка тракторов и семян", "agriculture"),
        ("製油所と液化設備の権益", "energy"),
        ("世界食糧計画を通じた救援物資", "emergency"),
        ("海軍の護衛艦", "security"),
        ("鉄鉱石と重要鉱物", "minerals"),
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


def test_the_title_counts_and_a_row_looks_around() -> None:
    text = "The two sides signed the agreement on Monday. Peru will lend Chile $5 million."
    deals = [one for one in read(Page("d", text, "Railway for Chile", "2024-05-02", "en")) if one.kind is Kind.DEAL]
    assert {one.value("area") for one in deals} == {"transport"}
