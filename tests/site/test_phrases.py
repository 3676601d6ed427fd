"""What the measures say, said in Japanese and Russian: whole sentences or none, and no number lost on the way."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from warifu.ledger import open_ledger
from warifu.site import phrases
from warifu.terms.report import Report

EXAMPLES = Path(__file__).parents[2] / "examples"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@cache
def report(name: str) -> Report:
    return open_ledger(EXAMPLES / name).report


@pytest.mark.parametrize("language", phrases.LANGUAGES)
@pytest.mark.parametrize("name", ["us-japan-550", "phase-one"])
def test_every_title_question_and_assumption_is_known(name: str, language: str) -> None:
    for section in report(name).sections:
        for text in (section.title, section.question, section.assumption):
            if text:
                told = phrases.say(text, language)
                assert told is not None, text
                assert all(own for _, own in told), text


@pytest.mark.parametrize("language", phrases.LANGUAGES)
@pytest.mark.parametrize("name", ["us-japan-550", "phase-one"])
def test_what_a_section_says_is_said_in_the_language_with_every_number(name: str, language: str) -> None:
    for section in report(name).sections:
        told = phrases.say(section.says, language)
        assert told is not None, section.says
        whole = " ".join(part for part, _ in told)
        assert sorted(NUMBER.findall(whole)) == sorted(NUMBER.findall(section.says)), section.says


def test_a_sentence_that_is_not_known_stays_english_and_says_so() -> None:
    told = phrases.say("Silence is not denial. Nobody has ever written this sentence before.", "ja")
    assert told == (("沈黙は否定ではない。", True), ("Nobody has ever written this sentence before.", False))
    assert phrases.say("Nobody has ever written this sentence before.", "ru") is None
    assert phrases.say("Silence is not denial.", "en") is None


@pytest.mark.parametrize(("english", "ja", "ru"), [*phrases.PATTERNS, *phrases.PARTS])
def test_a_pattern_has_the_same_places_in_each_language(english: str, ja: str, ru: str) -> None:
    places = set(re.findall(r"\{(\w+)\}", english))
    assert set(re.findall(r"\{(\w+)\}", ja)) <= places
    assert set(re.findall(r"\{(\w+)\}", ru)) <= places


def test_a_pattern_takes_no_second_sentence_into_a_place() -> None:
    told = phrases.say("Owner: cannot tell. 9 deals: below 12 there is only the plot.", "ru")
    assert told is not None
    assert len(told) == 2
    assert all(own for _, own in told)
