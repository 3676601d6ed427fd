"""Hopes, aims and demands: whose they are, and for what."""

from __future__ import annotations

import pytest

from proposals.reader.beside_a_paper import readings
from warifu.proposals.proposal import Kind, Proposal
from warifu.proposals.reader import Page, read


def hopes(text: str, language: str = "en") -> list[Proposal]:
    return readings(Kind.EXPECTATION, text, language)


@pytest.mark.parametrize(
    ("text", "side", "goal"),
    [
        ("Peru wants Chile to finance the whole of the bridge.", "PE", "Chile to finance the whole of the bridge"),
        ("Peruvian officials would like the works to start in May.", "PE", "the works to start in May"),
        ("The Kremlin insists on the return of two buildings.", "RU", "the return of two buildings"),
        (
            "Peru's finance minister, Ana Rojas, has asked for a longer grace period.",
            "PE",
            "a longer grace period",
        ),
        ("Chile met Peru in Lima. The government in Lima hopes for a second loan.", "PE", "a second loan"),
        ("Putin would like the works to start in May.", "RU", "the works to start in May"),
        ("Peru and Chile hope to open the bridge in May.", None, "open the bridge in May"),
        ("Both sides hope to conclude the talks this year.", None, "conclude the talks this year"),
    ],
)
def test_the_side_that_wishes_is_the_subject_of_the_wish(text: str, side: str | None, goal: str) -> None:
    (found,) = hopes(text)
    assert (found.value("side") or None, found.value("goal")) == (side, goal)


@pytest.mark.parametrize(
    "text",
    [
        "Peru does not expect a second loan.",
        "The second loan is expected to be signed in May.",
        "Peru had hoped to sign in May.",
        "An official of Peru asked not to be named.",
        "Chile has what it wants from Peru.",
    ],
)
def test_what_nobody_wishes_now_is_no_expectation(text: str) -> None:
    assert hopes(text) == []


def test_two_sides_of_one_sentence_each_have_their_wish() -> None:
    found = hopes("Peru wants the works to start in May; Chile demands that the port be closed.")
    assert [one.value("side") for one in found] == ["PE", "CL"]


def test_the_sum_in_the_goal_is_hoped_for() -> None:
    (found,) = hopes("Peru hopes that Chilean firms will invest $2 billion by 2030.")
    assert [(one.number, one.currency, one.kind) for one in found.sums] == [("2000000000", "USD", "hoped")]


def test_two_goals_with_a_figure_each_are_two_hopes() -> None:
    found = hopes("Peru wants Chile to buy two ferries and to lend it $40 million.")
    assert sorted(len(one.sums) for one in found) == [0, 1]


def test_a_hope_in_a_text_with_no_paper_is_passed_over() -> None:
    page = Page("d", "Peru hopes that Chile plays better at home. Chile and Peru met on Friday.", "", None, "en")
    assert [one for one in read(page) if one.kind is Kind.EXPECTATION] == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Лима рассчитывает на второй кредит.", "PE"),
        ("Как сообщил министр, Перу просит продлить срок на два года.", "PE"),
        ("Стороны надеются завершить переговоры до конца года.", None),
    ],
)
def test_russian_wishes(text: str, side: str | None) -> None:
    (found,) = hopes(text, "ru")
    assert (found.value("side") or None) == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("ペルー側は、港湾整備への追加の支援を要請した。", "PE"),
        ("先方から、直行便の再開を期待する旨の発言があった。", "PE"),
        ("日本側は、手続の簡素化を求めた。", "JP"),
    ],
)
def test_japanese_wishes(text: str, side: str) -> None:
    (found,) = hopes(text, "ja")
    assert found.value("side") == side
