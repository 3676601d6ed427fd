"""Political talks beside the money: the issue and how it moved."""

from __future__ import annotations

import pytest

from proposals.reader.beside_a_paper import readings
from warifu.proposals.proposal import Kind


def talks(text: str, language: str = "en") -> list[tuple[str, int]]:
    found = readings(Kind.TALK, text, language)
    return [(one.value("issue"), int(one.value("movement"))) for one in found]


@pytest.mark.parametrize(
    ("text", "issue", "movement"),
    [
        ("They signed a declaration on a new footing for inter-Korean dialogue.", "inter-Korean dialogue", 2),
        ("Peru and Chile agreed in Lima to reopen border talks.", "border", 1),
        ("There was no progress on the peace treaty.", "peace treaty", 0),
        ("The maritime boundary was discussed as well.", "maritime boundary", 0),
        ("Peace talks with the rebels hit a snag in May.", "peace talks with the", -1),
        ("Peru broke off the talks, and the peace process collapsed.", "peace talks", -2),
    ],
)
def test_how_an_issue_moved(text: str, issue: str, movement: int) -> None:
    (found,) = talks(text)
    assert found[0].startswith(issue.split(" with ")[0])
    assert found[1] == movement


def test_an_issue_that_no_table_knows_is_opened_by_its_words() -> None:
    assert talks("On grave sites, the ministers made no headway.") == [("grave sites", 0)]


def test_talks_about_a_deal_are_no_political_talks() -> None:
    assert talks("Talks on a gas pipeline go on. Negotiations about the price of the reactors stalled.") == []


def test_talk_that_moves_nothing_does_not_undo_what_moved_before() -> None:
    text = "A date was set for border talks. The border question was raised again by Chile."
    assert talks(text) == [("border", 1)]


def test_russian_and_japanese_issues_have_the_same_names() -> None:
    assert talks("Переговоры о мирном договоре приостановлены.", "ru") == [("peace treaty", -1)]
    assert talks("平和条約交渉に進展はなかった。", "ja") == [("peace treaty", 0)]


@pytest.mark.parametrize(
    ("text", "language", "issue", "movement"),
    [
        ("They exchanged views on the dispute over the strait.", "en", "dispute over the strait", 0),
        ("The withdrawal of Chilean troops was agreed.", "en", "withdrawal of troops", 1),
        ("Talks on the return of prisoners resumed in May.", "en", "prisoners", 1),
        ("Переговоры о возвращении пленных возобновлены.", "ru", "prisoners", 1),
        ("Территориальный спор не урегулирован.", "ru", "sovereignty over the islands", 0),
        ("両外相は捕虜の交換で一致した。", "ja", "prisoners", 1),
    ],
)
def test_politics_is_told_by_its_own_words(text: str, language: str, issue: str, movement: int) -> None:
    assert talks(text, language) == [(issue, movement)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two states closed negotiations on a free trade agreement.", "en"),
        ("They welcomed the completion of the border post and agreed to open it.", "en"),
        ("They marked the anniversary of diplomatic relations and agreed to meet again.", "en"),
        ("中国交通建設は工事を再開した。", "ja"),
    ],
)
def test_trade_posts_and_anniversaries_are_no_political_talks(text: str, language: str) -> None:
    assert talks(text, language) == []
