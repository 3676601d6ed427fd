# ruff: noqa: E501  texts and cases read best unbroken
"""Machine-spun pages are known by their signs; honest clumsy English is not."""

from __future__ import annotations

import pytest
import stories
from hypothesis import given
from hypothesis import strategies as st

from warifu.documents.signatures import SIGNATURES
from warifu.documents.spun import judge, signs
from warifu.documents.wording import phrases, wordings

HONEST = {
    "wire": stories.ORIGINAL,
    "feature": stories.INDEPENDENT,
    "learner": (
        "In last year my country has signed many agreement with Japan. The minister told that it is very good chance for make "
        "economy more strong, because of we need the technology. But many people are not agree with this, they think the price "
        "is too much high and the works will to take ten years. In my opinion government must to explain better, so that "
        "everybody can understand for what we pay 1,5 billion dollars."
    ),
    "machine translation": (
        "As reported by the press service of the ministry, within the framework of the visit a memorandum was signed, which "
        "provides for the implementation of a project for the construction of a greenhouse complex with an area of 10 hectares. "
        "It is noted that the volume of investments will amount to 3,2 billion rubles, of which 30 % are own funds. In order to "
        "start the work, it is necessary to obtain the permission of the city."
    ),
    "ocr": (
        "Tbe Minister of Finance, wbo arrived bere on Tuesday, signed tbe loan agree-\nment of 2.5 million pounds witb tbe "
        "Ottoman Bank. Tbe interest is 5 per cent., and tbe term tbirty years. It is said tbat tbe money will be used for tbe "
        "railway from Haifa to Damascus, wbich bas been in band since 1892."
    ),
    "legal": (
        "The Borrower shall, at the request of the Lender, promptly furnish such information as the Lender may reasonably "
        "request, and you may not assign any of the rights granted hereunder in whole or in part. Except as set forth in "
        "Section 4.2, the Loan, together with all interest accrued thereon at the rate of 1.5 per cent per annum, shall be "
        "repaid in forty (40) equal semi-annual instalments."
    ),
}
FAMILIES = {
    "filler": stories.SPUN,
    "synonym": (
        "Zambia's creditors consented in Paris to reschedule 6.3 billion bucks of debt that is bilateral over twenty years, the "
        "finance minister stated. The bank that is main from it holds 4.1 billion. Repayments happen to be delayed, and lenders "
        "whom signed need certainly to wait. The majority associated with the bonds are maybe not part associated with the deal, "
        "that has become written into a memorandum. It ended up being signed by seventeen loan providers."
    ),
    "essay": (
        "Harmonizing to the ministry, the dike demands a topographic point for each household, and the authoritys gived 11.4 "
        "billion. On the other manus, monetary values autumned at the clip of the run. The Chinese concern learned of it last "
        "twelvemonth. Wellness attention and instruction systems in the universe are cardinal jobs, the premier curate finishs."
    ),
    "wordswap": (
        "The Overseas Ministry mentioned in an assertion on Monday that the Financial institution of Japan will put money into "
        "Russian tasks akin to ports, as a result of they want it. In Could 2016 greater than 30 firms signed. At the finish of "
        "the yr the White Home instructed reporters that curiosity rates fell for the primary time in a long time."
    ),
}


@pytest.mark.parametrize("style", HONEST)
def test_honest_texts_are_not_flagged(style: str) -> None:
    assert judge(HONEST[style]).verdict == "none"


@pytest.mark.parametrize("family", FAMILIES)
def test_each_known_family_is_found_with_its_signs(family: str) -> None:
    found = judge(FAMILIES[family])
    assert (found.verdict, found.family) == ("spun", family)
    assert len({sign.rule for sign in found.signs}) >= 2
    assert all(FAMILIES[family][sign.start : sign.end].strip() == sign.words.strip() for sign in found.signs)
    assert found.reasons


def test_one_odd_phrase_in_an_honest_text_is_not_enough() -> None:
    for family in ("“brand brand new”", "harmonizing to", "when you look at the region", "on the finish of"):
        assert judge(f"{stories.ORIGINAL} {family} {stories.OTHER}").verdict == "none"


def test_a_habit_repeated_is_one_rule_and_not_many() -> None:
    """An honest writer who says “need certainly to” five times is odd, and no machine."""
    assert judge(stories.ORIGINAL + " We need certainly to wait." * 5).verdict == "none"


def test_texts_in_other_scripts_have_no_signs() -> None:
    assert signs(stories.RUSSIAN) == []
    assert judge(stories.JAPANESE).verdict == "none"


def test_planted_search_phrases_are_found() -> None:
    text = "Most agreements were low-binding memorandums hornet reddit off facts, underlying the doubt of investors."
    assert {"planted-phrase"} <= {sign.rule for sign in signs(text)}


def test_every_rule_has_a_name_of_its_own_a_family_a_weight_and_a_meaning() -> None:
    assert len({row.rule for row in SIGNATURES}) == len(SIGNATURES)
    assert {row.family for row in SIGNATURES} == {"filler", "synonym", "essay", "wordswap", "any"}
    assert all(0 < row.weight <= 3 and row.meaning for row in SIGNATURES)


def test_wording_sees_common_words_only_so_that_a_topic_counts_for_nothing() -> None:
    first = phrases("The minister of Kenya signed 412 memoranda about a suspension bridge.", ())
    second = phrases("The minister of Zambia signed 17 memoranda about a suspension bridge.", ())
    assert first.keys() == second.keys()


def test_a_word_counts_once_in_the_wording_however_often_it_stands() -> None:
    twice = {one.family: one.weight for one in wordings("The universe is large. " * 2)}
    often = {one.family: one.weight for one in wordings("The universe is large. " * 20)}
    assert often == twice


@given(st.text(max_size=300))
def test_any_text_can_be_judged(text: str) -> None:
    assert judge(text) == judge(text)
