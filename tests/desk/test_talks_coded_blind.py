"""Two people code how the talks moved, neither seeing the other, and the test of deals and talks takes their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from visitors import Served, Visitor, listening

from readings import Desk
from warifu.desk import words
from warifu.ledger import open_ledger

TALKS = """\
id,on,kind,title,place,country,movement,reason,sources
t-1,2023-05-01,leaders meeting,First summit,Tokyo,JP,2,THE ANALYST'S OWN READING,ministry-2023
t-2,2023-09-01,summit,Second summit,Jakarta,ID,,,ministry-2023
t-3,2023-10-01,law,A law on ports,Jakarta,ID,,,ministry-2023
t-4,2024-02-01,talks,Third round,Tokyo,JP,,,ministry-2023
"""
MEETINGS = ("t-1", "t-2", "t-4")


@pytest.fixture
def talking(harbour: Desk) -> Desk:
    """A workspace with three meetings and a law on the linked talks."""
    (harbour.folder / "sheets" / "talks.csv").write_text(TALKS)
    return harbour


def test_a_coder_sees_the_record_and_the_code_book_but_no_reading_of_anybody(
    talking: Desk, team: Callable[[str], Visitor]
) -> None:
    page = team("mori").get("/movement/t-1").text
    assert "First summit" in page
    assert "Ministry of Examples" in page
    assert "restated: nothing moved" in page
    assert "THE ANALYST" not in page
    assert "Cranes" not in page
    assert team("mori").get("/movement/t-3").status_code == 404  # a law is no meeting


def test_others_codes_are_shown_to_nobody_who_has_a_meeting_left(talking: Desk, team: Callable[[str], Visitor]) -> None:
    mori, sato = team("mori"), team("sato")
    for talk in MEETINGS:
        assert sato.post(f"/movement/{talk}", code="2", reason="SECRET OF SATO").status_code == 303
    assert mori.post("/movement/t-1", code="-1").status_code == 303
    for path in ("/movement", "/movement/t-1", "/log", "/history", "/api/log"):
        assert "SECRET OF SATO" not in mori.get(path).text
    assert "sato" not in mori.get("/movement").text
    for talk in MEETINGS[1:]:
        mori.post(f"/movement/{talk}", code="2")
    assert "sato" in mori.get("/movement").text
    assert "SECRET OF SATO" in mori.get("/log").text


def test_a_reader_may_not_code_and_a_code_outside_the_book_is_refused(
    talking: Desk, team: Callable[[str], Visitor]
) -> None:
    assert team("reader").get("/movement").status_code == 403
    answer = team("mori").post("/movement/t-1", code="3")
    assert answer.status_code == 422
    assert "Choose one of the codes" in answer.text


def test_whoever_has_judged_deals_is_told_that_they_do_not_code_blind(
    talking: Desk, team: Callable[[str], Visitor]
) -> None:
    mori = team("mori")
    assert words.word("movement-judged", "en") not in mori.get("/movement").text
    about = mori.book.items[0].id
    mori.post(f"/proposals/{about}/judge", action="reject", reason="no", seen=mori.book.seen(about, _person(mori)))
    assert words.word("movement-judged", "en") in mori.get("/movement").text


def _person(visitor: Visitor) -> Any:
    return visitor.gate.person(visitor.client.cookies["warifu_desk"])


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_code_book_is_there_in_every_language(talking: Desk, team: Callable[[str], Visitor], language: str) -> None:
    page = team("mori").get("/movement/t-1", **{"accept-language": language}).text
    for value in ("-2", "-1", "0", "1", "2"):
        assert words.word(f"movement{value}", language) in page


@pytest.fixture
def team_served(talking: Desk, users_once: Path) -> Iterator[Served]:
    with listening(talking, users=users_once) as found:
        yield found


@pytest.mark.browser
def test_two_coders_with_keys_alone_feed_the_test_of_deals_and_talks(chromium: Any, team_served: Served) -> None:
    for name, keys in (("mori", "445"), ("sato", "446")):
        context = chromium.new_context(viewport={"width": 390, "height": 844} if name == "sato" else None)
        page = context.new_page()
        page.goto(f"{team_served.address}/login")
        page.fill("[name=name]", name)
        page.fill("[name=password]", f"password of {name}")
        page.keyboard.press("Enter")
        page.wait_for_url("**/queue**")
        page.goto(f"{team_served.address}/movement")
        page.wait_for_load_state()
        with page.expect_navigation(url="**/movement/t-1"):
            page.keyboard.press("b")
        for key in keys:
            page.wait_for_load_state()
            page.wait_for_function("document.activeElement.name === 'code'")
            page.keyboard.press(key)
            page.wait_for_function("document.querySelector('[name=code]:checked') !== null")
            with page.expect_navigation():
                page.keyboard.press("Enter")
        page.wait_for_selector("#agreed")
        told = page.inner_text("#agreed")
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        context.close()
        assert not wide
        assert ("second person" in told) == (name == "mori")
    assert "α = " in told
    assert "n = 2" in told
    ledger = open_ledger(team_served.desk.folder)
    assert sorted((row.talk, row.coder, row.movement) for row in ledger.board.codes) == [
        ("t-1", "mori", 1), ("t-1", "sato", 1), ("t-2", "mori", 1), ("t-2", "sato", 1), ("t-4", "mori", 2),
    ]  # fmt: skip
    section = ledger.report.section("linkage")
    assert section is not None
    assert any("Agreement of the blind coders" in text for text in section.details)
