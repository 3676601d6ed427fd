# ruff: noqa: E501  texts and cases read best unbroken
"""Garbled figures are flagged with a likely reading; honest ones, however written, are left alone."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
import stories
from hypothesis import given
from hypothesis import strategies as st

from warifu.documents.drift import drifting_figures
from warifu.documents.figures import doubtful_figures, figures, garbled_figures


@pytest.mark.parametrize(("text", "words", "likely"), [
    ("it brought in merely dos.six mil USD in investments", "dos.six mil USD", "2.6 billion USD"),
    ("a length of step 1.4 miles, step one.5 million", "step 1.4", "11.4"),
    ("the bank lends cuatro million dollars", "cuatro million", "4 million"),
    ("forty-five,100 people moved", "forty-five,100", "45,000"),
    ("forty five,100000 people moved", "forty five,100000", "45,000"),
    ("it employs 375,100000 people", "375,100000", "375,000"),
    ("a rise of twenty-four% was reported", "twenty-four%", "24%"),
    ("over 3 three to five years", "3 three to five", "3 to five"),
    ("a package of ?220 billion was agreed", "?220 billion", None),
    ("good $1-million financing financing with the fund", "$1-million financing financing", None),
    ("it cost 3 million million roubles", "3 million million", "3 million"),
    ("some 239,4513 tonnes", "239,4513", "2,394,513"),
])  # fmt: skip
def test_a_garbled_figure_is_found_with_its_likely_reading(text: str, words: str, likely: str | None) -> None:
    found = {one.words: one.likely for one in garbled_figures(text)}
    assert words in found
    assert words == "step 1.4" or found[words] == likely


@pytest.mark.parametrize("text", [
    "It grew by 10,9 billion roubles, 3,2 % more.", "He paid 1,00,000 rupees and 12,34,567 more.", "Between 1,000 and 2,500,000 people.",
    "In May 2016, 2,394 firms met.", "Order 66, section 4,1 of the act", "Dos Santos met seis amigos in Sao Paulo.",
    "one million, two million, three percent", "see example.com/?2000 per page", "3.5 to five years", "Ratio 1:10,000; id 12,3456-78",
    stories.ORIGINAL, stories.INDEPENDENT, stories.OTHER, stories.RUSSIAN, stories.JAPANESE,
])  # fmt: skip
def test_honest_figures_are_left_alone(text: str) -> None:
    assert garbled_figures(text) == []


def test_what_merely_came_cannot_be_far_above_what_was_hoped_for() -> None:
    text = "Originally wished to attract 9 million USD, by 2018 the plan brought in merely dos.six mil USD."
    assert {one.words: one.likely for one in garbled_figures(text)}["9 million USD"] == "9 billion USD"
    assert garbled_figures("It hoped for 9 billion dollars and got only 2.6 billion.") == []


def test_no_figure_of_a_spun_text_can_be_used() -> None:
    doubted = {one.words for one in doubtful_figures(stories.SPUN)}
    assert doubted >= {"412 million euro", "300,000"}
    assert doubtful_figures(stories.ORIGINAL) == []


def test_figures_know_their_value_and_what_they_measure() -> None:
    found = figures("It lends 47.8 billion yen at 0.1 percent to 1,150 families since 2019.")
    assert [(one.value, one.measure) for one in found] == [
        (Decimal("47.8") * 10**9, "yen"), (Decimal("0.1"), "%"), (Decimal(1150), "famil"),
    ]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "kind"), [
    ("47.8 billion yen", "47.8 million yen", "scale"), ("47.8 billion yen", "478 billion yen", "decimal"),
    ("300,000 passengers", "800,000 passengers", "digits"), ("12 years", "12 months", "measure"),
])  # fmt: skip
def test_copies_that_disagree_on_a_figure_are_told(old: str, new: str, kind: str) -> None:
    texts = {"a": stories.ORIGINAL, "b": stories.ORIGINAL.replace(old, new), "c": stories.SYNDICATED}
    found = [one for one in drifting_figures(texts, set()) if one.doc_id == "b"]
    assert [one.kind for one in found] == [kind]
    assert found[0].likely is not None
    assert found[0].likely in old


def test_a_spun_member_has_no_vote_on_the_likely_reading() -> None:
    changed = stories.ORIGINAL.replace("47.8 billion", "47.8 million")
    texts = {"a": stories.ORIGINAL, "b": changed, "c": changed.replace("Kenya", "the Kenya")}
    likely = {one.doc_id: one.likely for one in drifting_figures(texts, {"b", "c"})}
    assert likely["b"] == "47.8 billion yen"


def test_copies_that_agree_say_nothing() -> None:
    assert drifting_figures({"a": stories.ORIGINAL, "b": stories.SYNDICATED, "c": stories.CUT}, set()) == []


@given(st.text(alphabet=st.sampled_from("0123456789,.$?%- millionbdoscuatretwny"), max_size=60))
def test_any_text_can_be_looked_through_and_each_place_is_doubted_once(text: str) -> None:
    found = garbled_figures(text)
    assert all(text[one.start : one.end] == one.words for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
