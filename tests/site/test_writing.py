"""Numbers, dates and words as a reader of each language writes them."""

from __future__ import annotations

import string
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.site import addresses, words
from warifu.site.writing import LANGUAGES, Writer, day, grouped, short, tame

D = Decimal


@pytest.mark.parametrize(
    ("number", "english", "japanese", "russian"),
    [
        ("4423369709.04", "4.42\u00a0bn", "44.2億", "4,42\u00a0млрд"),
        ("200000000000", "200\u00a0bn", "2,000億", "200\u00a0млрд"),
        ("1500000", "1.50\u00a0m", "150万", "1,50\u00a0млн"),
        ("1234", "1,234", "1,234", "1\u00a0234"),
        ("0", "0", "0", "0"),
        ("-2500000", "−2.50\u00a0m", "−250万", "−2,50\u00a0млн"),
    ],
)
def test_large_numbers_are_written_short(number: str, english: str, japanese: str, russian: str) -> None:
    assert [short(D(number), language) for language in LANGUAGES] == [english, japanese, russian]


@pytest.mark.parametrize(
    ("text", "english", "japanese", "russian"),
    [
        ("2016", "2016", "2016年", "2016"),
        ("2016-12", "December 2016", "2016年12月", "декабрь 2016"),
        ("2016-12-16", "16 December 2016", "2016年12月16日", "16 декабря 2016"),
        ("2016~", "2016 (about)", "2016年 (頃)", "2016 (около)"),
        ("2016-05/..", "May 2016 – open", "2016年5月 – 不明", "май 2016 – открыто"),
        ("no date", "no date", "no date", "no date"),
    ],
)
def test_a_date_is_written_as_partial_as_it_is_told(text: str, english: str, japanese: str, russian: str) -> None:
    assert [day(text, language) for language in LANGUAGES] == [english, japanese, russian]


def test_an_open_end_is_said_to_be_open() -> None:
    w = Writer("en")
    assert w.span(D(10), None, "deals") == "10 or more"
    assert w.span(None, D(10), "deals") == "up to 10"
    assert w.span(D(10), D(10), "deals") == ""
    assert w.span(D("0.1"), D("0.25"), "share") == "10.0%–25.0%"


def test_every_phrase_has_the_same_places_in_every_language() -> None:
    def places(phrase: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}

    for key, phrases in words.WORDS.items():
        assert all(phrases), key
        assert places(phrases[0]) == places(phrases[1]) == places(phrases[2]), key


def test_text_cannot_turn_the_direction_of_what_follows_it() -> None:
    assert tame("pay \u202e000,1\u202c\u0000 USD") == "pay \ufffd000,1\ufffd USD"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15))
def test_grouping_a_number_loses_no_digit(number: Decimal) -> None:
    text = grouped(number, "en").replace(",", "").replace("−", "-")
    assert Decimal(text) == number


@given(st.lists(st.text(min_size=1), unique=True, max_size=8))
def test_no_two_names_share_an_address(names: list[str]) -> None:
    slugs = [addresses.slug(name) for name in names]
    assert len(set(slugs)) == len(names)
    assert all(addresses.SAFE.search(slug) is None and not slug.startswith(".") for slug in slugs)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", " https://a.example", "https://a.example/\n",
        "//a.example", "https://user:secret@a.example/", "https:///x", "file:///etc/passwd", "https://a.example/\"x",
        "http://[::1", "",
    ],
)  # fmt: skip
def test_only_a_plain_page_on_the_web_is_linked(address: str) -> None:
    assert addresses.outward(address) == ""


def test_a_plain_page_is_linked_as_it_stands() -> None:
    assert addresses.outward("https://a.example/x?y=1&z=ж#k") == "https://a.example/x?y=1&z=ж#k"


def test_one_of_a_thing_is_no_plural() -> None:
    """Headings said "1 deals" and "1 areas"."""
    english = Writer("en")
    assert english.t("areas.head", n=1) == "1 area, and how far each came"
    assert english.t("sources.head", n=1, origins=1) == "1 source, 1 independent origin"
    assert english.t("sources.head", n=21, origins=11) == "21 sources, 11 independent origins"
    assert english.t("n.cases", n="1,001") == "rests on 1,001 cases"
    assert Writer("ru").t("areas.head", n=1).startswith("Направлений: 1.")
