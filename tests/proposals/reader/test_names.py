"""Names of bodies and states in English sentences, and the firms and organs told without a name."""

from __future__ import annotations

import pytest

from warifu.proposals.reader.lexicon import lexicon_of
from warifu.proposals.reader.page import Page
from warifu.proposals.reader.sentences import sentences
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.table import default_table


def named(body: str) -> list[str]:
    page = Page("one", body, "", None, "en", spun="none")
    story = Story(page, body, "en", lexicon_of("en"), default_table(), sentences(body))
    return [one.text for spoken in story.spoken for one in spoken.mentions if one.sort != "adjective"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a refinery owned by Codelco and Korea's Zorvex", ["Codelco", "Korea", "Zorvex"]),
        ("has been paid to Vantrix of Brazil for the market", ["Vantrix", "Brazil"]),
        ("a contract with the Swedish FXW, signed in Stockholm", ["FXW", "Stockholm"]),
        ("signed in 2022 with Singapore-based Nelvo expired", ["Singapore", "Nelvo"]),
        ("the State Bank of Pakistan lent it", ["State Bank of Pakistan"]),
        ("1. Bank of Mongolia: CNY 15 billion, renewed", ["Bank of Mongolia"]),
        ("The Iraqi cabinet authorised the oil ministry to buy gas.", ["Iraqi cabinet", "oil ministry"]),
        ("JBIC and the ministry of economy have agreed.", ["JBIC", "ministry of economy"]),
        ("Brelco sold its stake to the project company.", ["Brelco", "project company"]),
        ("China gave a grant to Georgia on Dec 18.", ["China", "Georgia"]),
        ("Money is short. Work began.", []),
    ],
)
def test_whoever_takes_part_is_named(body: str, expected: list[str]) -> None:
    assert named(body) == expected
