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


@pytest.mark.parametrize(
    ("text", "language", "side", "goal"),
    [
        ("Lima's request to Chile for a longer grace period was refused.", "en", "PE", "a longer grace period"),
        ("A request from Peru for two patrol boats is under study.", "en", "PE", "two patrol boats"),
        ("Two patrol boats asked for by Peru have not arrived.", "en", "PE", "Two patrol boats"),
        ("Peru put in a request for a second loan.", "en", "PE", "a second loan"),
        ("Peru had asked for 450 million euros.", "en", "PE", "450 million euros"),
        ("Chile insists that Peru pay the arrears first.", "en", "CL", "Peru pay the arrears first"),
        ("Exports may rise by $1 billion, Peru's minister hopes.", "en", "PE", "Exports may rise by $1 billion"),
        ("Перуанская сторона обратилась к Чили с просьбой об отсрочке.", "ru", "PE", "об отсрочке"),
        ("Перу хотело бы увеличить поставки.", "ru", "PE", "увеличить поставки"),
        ("Чили призвало Перу снизить пошлины.", "ru", "CL", "Перу снизить пошлины"),
        ("ペルーから追加の借款の要請があった。", "ja", "PE", "追加の借款の"),
        ("ペルーは養殖の技術も求めている。", "ja", "PE", "養殖の技術も"),
        ("ペルーは返済の猶予を申し入れた。", "ja", "PE", "返済の猶予を"),
    ],
)  # fmt: skip
def test_a_request_is_a_wish_in_whatever_words(text: str, language: str, side: str, goal: str) -> None:
    (found,) = hopes(text, language)
    assert (found.value("side"), found.value("goal")) == (side, goal)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("An agreement obliges Peru to seek approval.", "en"),
        ("Peru wishes to thank Chile.", "en"),
        ("Peru insisted that the port was open.", "en"),
        ("A Chilean bank expects sales of $3 billion.", "en"),
        ("The port is a thing that Peru has sought for more than a decade.", "en"),
        ("Протокол с Перу ждет подписи.", "ru"),
        ("Первый самолет Перу ждет в 2028 году.", "ru"),
        ("Перу подтвердило готовность увеличить лимит.", "ru"),
    ],
)
def test_duties_thanks_forecasts_and_papers_that_wait_are_no_wishes(text: str, language: str) -> None:
    assert hopes(text, language) == []


def test_a_goal_of_both_sides_needs_no_verb() -> None:
    (found,) = hopes("Цель сторон — довести товарооборот до 5 млрд долларов.", "ru")
    assert [one.number for one in found.sums] == ["5000000000"]
