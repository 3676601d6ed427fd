"""Sums that the rest of a text completes: units told once above a list, currencies of the country named."""

from __future__ import annotations

import pytest

from warifu.proposals.reader.lexicon import lexicon_of
from warifu.proposals.reader.page import Page
from warifu.proposals.reader.sentences import sentences
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.table import default_table


def sums(body: str, language: str = "en") -> list[str]:
    page = Page("one", body, "", None, language, spun="none")
    story = Story(page, body, language, lexicon_of(language), default_table(), sentences(body))
    return [f"{one.number.normalize():f} {one.currency}" for spoken in story.spoken for one in spoken.amounts]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Donor – pledged – paid in (USD millions)\nGermany – 47.0 – 31.2", ["47000000 USD", "31200000 USD"]),
        ("State | Adopted | EUR m\nNiger | Jul 2022 | 25\nMali | 2021 | 3,600", ["25000000 EUR", "3600000000 EUR"]),
        ("Country | Amount (bn yen)\nNepal | 15.1", ["15100000000 JPY"]),
        ("Country | Operation | Million\nSenegal | bus | EUR 55.4", ["55400000 EUR"]),
        ("Financing (US$ million)\nIDA credit: 250.00\nCounterpart funding: 0.00", ["250000000 USD"]),
        ("Номер | Сумма, млн долл. | Статус\n5 | 67,5 | подписан 14.12.2020", ["67500000 USD"]),
        ("Country | Amount\nNepal | 15.1\nAll figures in EUR million", ["15100000 EUR"]),
        ("A list (in the EUR 309 m frame)\nline / 2018 / 128.0", ["309000000 EUR"]),
    ],
)
def test_figures_take_the_unit_that_stands_above_them(body: str, expected: list[str]) -> None:
    assert sums(body, "ru" if "долл" in body else "en") == expected


@pytest.mark.parametrize(
    ("body", "language", "expected"),
    [
        ("Pakistan will pay 22 billion rupees.", "en", ["22000000000 PKR"]),
        ("The customer is Pakistan's K-Electric. The sum: 22 billion rupees.", "en", ["22000000000 PKR"]),
        ("Britain will give Egypt 5 million pounds.", "en", ["5000000 GBP"]),
        ("Norway gave 60 million kroner, then Denmark 20 million.", "en", ["60000000 NOK", "20000000 NOK"]),
        ("Canada has given Haiti $5 million. Canada, Canada, Canada.", "en", ["5000000 CAD"]),
        ("Canada has given Haiti $5 million.", "en", ["5000000 USD"]),
        ("60 млн норвежских крон и 5 млн канадских долларов", "ru", ["60000000 NOK", "5000000 CAD"]),
        ("ノルウェーは16億クローネを払う。", "ja", ["1600000000 NOK"]),
    ],
)  # fmt: skip
def test_a_currency_that_several_countries_have_is_the_one_of_the_country_named(
    body: str, language: str, expected: list[str]
) -> None:
    assert sums(body, language) == expected
