"""Signs say of what sort a word is: what is learned from a text must not be the names and figures that stood in it."""

# ruff: noqa: E501 - the texts are kept whole

from __future__ import annotations

import re

import pytest

from warifu.proposals.reader import Page
from warifu.proposals.reader.deals import Deals
from warifu.proposals.reader.reader import story_of
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.weighing.pool import pool
from warifu.proposals.reader.weighing.signs import Signs, tokens

TEXTS = {
    "en": "Exim Bank of India and the Government of Malawi signed a loan agreement of $76.5 million on 14 May 2024. Work has begun.",
    "ru": "Евразийский банк развития и Правительство Армении подписали договор займа на 40 млн долларов 3 марта 2023 года.",
    "ja": "国際協力銀行とベトナム政府は2024年5月14日、7600万ドルの貸付契約に署名した。工事は始まっている。",
}


def story(language: str) -> Story:
    return story_of(Page("d" * 64, TEXTS[language], "", "2024-06-01", language))


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_names_sums_and_days_stand_as_their_sort(language: str) -> None:
    words = [token.text for spoken in story(language).spoken for token in tokens(spoken)]
    assert "<sum>" in words
    assert "<day>" in words
    assert any(word in {"<lender>", "<state>", "<government>"} for word in words)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_no_sign_holds_a_figure_or_a_name(language: str) -> None:
    told = story(language)
    deals = Deals(told)
    candidates = deals.candidates()
    assert candidates
    signs = Signs(told)
    drafts = [one.draft for one in candidates]
    found = set(signs.deals(candidates))
    for one in candidates:
        own = signs.draft(one.draft)
        found |= set(own) | set(signs.told(one, drafts))
        found |= {sign for chance in pool(told, deals.parties, signs, one.draft) for sign in chance.signs}
        found |= {sign for sum_ in one.draft.sums for sign in signs.sum(one.draft, sum_)}
    names = ("india", "malawi", "армени", "евразий", "国際協力", "ベトナム")
    assert not [sign for sign in found if re.search(r"\d{2}", sign) or any(name in sign.lower() for name in names)]


def test_whoever_may_take_part_stands_in_the_pool_once() -> None:
    told = story("en")
    deals = Deals(told)
    draft = deals.candidates()[0].draft
    chances = pool(told, deals.parties, Signs(told), draft)
    named = [one.words.mention.text for one in chances]
    assert len(named) == len(set(named))
    assert {"Malawi", "Exim Bank of India"} <= set(named)
