"""Real people's habits in a real browser: keys, the mouse in the text, a phone, three languages."""

from __future__ import annotations

from typing import Any

import pytest
from visitors import Served

from warifu.decisions import log
from warifu.decisions.log import Decision

pytestmark = pytest.mark.browser


def written(served: Served) -> list[Decision]:
    return log.read(log.path_of(served.desk.folder / "decisions", "mori"))


def begin(page: Any, words: str) -> None:
    page.locator(".row", has_text=words).locator(".go").click()
    opened(page)


def opened(page: Any) -> None:
    """Until the form stands there and its keys are heard: scripts run last."""
    page.wait_for_selector("#judge")
    page.wait_for_load_state()


def settled(page: Any, before: str) -> None:
    """Until another proposal stands there."""
    page.wait_for_function(
        """before => document.querySelector('#desk')?.dataset.proposal !== before
            && !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')""",
        arg=before,
    )


def test_keys_alone_judge_a_whole_queue_without_a_reload(page: Any, served: Served) -> None:
    page.evaluate("window.stillHere = true")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    opened(page)
    page.evaluate("window.stillHere = true")
    keys = ["a", "n", "a", "a", "a"]
    for key in keys:
        before = page.locator("#desk").get_attribute("data-proposal")
        page.keyboard.press(key)
        settled(page, before)
    assert "Nothing waits" in page.inner_text("#desk")
    assert page.evaluate("window.stillHere") is True
    assert [one.action for one in written(served)].count("accept") == 4
    page.keyboard.press("u")
    page.wait_for_selector("#judge")
    assert written(served)[-1].action == "undo"


def test_a_rejection_without_a_reason_asks_for_it_where_it_is_written(page: Any, served: Served) -> None:
    begin(page, "On 3 March")
    page.keyboard.press("r")
    page.wait_for_selector('[aria-invalid="true"]')
    assert page.evaluate("document.activeElement.name") == "reason"
    page.keyboard.type("another bank")
    page.keyboard.press("Escape")
    before = page.locator("#desk").get_attribute("data-proposal")
    page.keyboard.press("r")
    settled(page, before)
    assert written(served)[-1].reason == "another bank"


def test_a_click_on_a_word_gives_the_field_other_words(page: Any, served: Served) -> None:
    begin(page, "On 3 March")
    page.focus("#f-stage")
    assert page.locator("mark.lit").inner_text() == "signed"
    page.select_option("#f-stage", "in force")
    page.focus("#f-stage")
    box = page.evaluate(
        """() => { const piece = [...document.querySelectorAll('#text [data-at]')]
            .find(one => one.textContent.includes('legally'));
        const range = document.createRange(); const at = piece.textContent.indexOf('legally');
        range.setStart(piece.firstChild, at + 2); range.setEnd(piece.firstChild, at + 3);
        const box = range.getBoundingClientRect(); return [box.x + 1, box.y + box.height / 2]; }"""
    )
    page.mouse.click(*box)
    assert page.locator('[data-field="stage"] [data-quote]').inner_text() == "legally"
    assert "corrected" in page.locator("[data-accept]").inner_text()
    page.keyboard.press("Alt+Shift+ArrowRight")
    assert page.locator('[data-field="stage"] [data-quote]').inner_text() == "legally binding"
    page.fill("#reason", "it binds since that day")
    page.keyboard.press("Escape")
    before = page.locator("#desk").get_attribute("data-proposal")
    page.keyboard.press("a")
    settled(page, before)
    (decision,) = written(served)
    assert decision.action == "correct"
    assert '"quote":"legally binding"' in decision.value


def test_selected_japanese_words_become_a_proposal(page: Any, served: Served) -> None:
    begin(page, "国際協力銀行")
    page.evaluate(
        """() => { const piece = [...document.querySelectorAll('#text [data-at]')]
            .find(one => one.textContent.includes('法的拘束力'));
        getSelection().setBaseAndExtent(piece.firstChild, 0, piece.firstChild, 5); }"""
    )
    page.wait_for_selector("#missed-button:not([hidden])")
    page.keyboard.press("m")
    assert page.locator("#missed [data-selected]").inner_text() == "法的拘束力"
    page.select_option("#missed select[name=kind]", "expectation")
    page.fill("#missed input[name='f.side.value']", "JP")
    page.select_option("#missed select[name='f.said.value']", "condition")
    page.click("#missed button.primary")
    page.wait_for_url("**/proposals/**done=done-add")
    (decision,) = written(served)
    assert decision.action == "add"
    assert '"passage":"法的拘束力"' in decision.value


def test_a_batch_is_previewed_and_taken_back_by_one_key(page: Any, served: Served) -> None:
    page.check("[data-all]")
    page.focus("#list .go >> nth=0")
    page.keyboard.press("A")
    page.wait_for_url("**/batch/preview")
    assert page.locator("tbody tr").count() == 5
    page.keyboard.press("a")
    page.wait_for_url("**/queue**")
    assert len(written(served)) == 5
    page.keyboard.press("u")
    page.wait_for_url("**/queue**done-undo")
    assert page.locator(".row").count() == 5


def test_what_was_typed_is_there_again_after_going_away(page: Any, served: Served) -> None:
    begin(page, "On 3 March")
    address = page.url
    with page.expect_response("**/draft"):
        page.fill("#reason", "half a thought")
    page.goto(f"{served.address}/queue")
    page.goto(address)
    assert page.input_value("#reason") == "half a thought"


def test_the_sheet_of_keys_opens_and_closes_in_each_language(page: Any) -> None:
    for language, words in (("ja", "キー操作"), ("ru", "Клавиши"), ("en", "Keys")):
        with page.expect_navigation():
            page.select_option("select[name=lang]", language)
        page.locator("h1").click()
        page.keyboard.press("?")
        assert page.locator("#keys-sheet h2").inner_text() == words
        page.keyboard.press("Escape")
        assert not page.locator("#keys-sheet").is_visible()


def test_it_fits_a_phone_and_every_control_has_a_name(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    begin(page, "3 марта")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a, [role=img]')]
        .filter(one => one.checkVisibility() && !(one.labels?.length || one.getAttribute('aria-label') || one.title ||
            one.textContent.trim() || one.closest('label'))).map(one => one.outerHTML)"""
    )
    assert nameless == []


def test_dark_is_dark_and_light_is_light(page: Any) -> None:
    shades = {}
    for theme in ("dark", "light"):
        with page.expect_navigation():
            page.select_option("select[name=theme]", theme)
        shades[theme] = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    dark, light = (int(shades[theme].partition("(")[2].partition(",")[0]) for theme in ("dark", "light"))
    assert dark < 60 < 200 < light
