"""The site as a reader meets it: opened from the disk in a real Chromium, on a desk and on a phone, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chromium import CHROMIUM

KINDS = (
    "index.html", "deals.html", "deals/ep-001.html", "deals/ep-007.html", "areas.html", "areas/4.html", "parties.html",
    "parties/jbic.html", "timeline.html", "mandates.html", "rationale.html", "expectations.html", "statements.html",
    "rivals.html", "context.html", "targets.html", "questions.html", "sources.html", "sources/kyodo-20160901.html",
    "documents.html", "problems.html", "measures.html", "measures/expectations.html", "measures/conversion.html",
    "measures/choices.html", "whatif.html", "scorecard.html", "why.html", "why/area-4.html", "method.html",
    "glossary.html", "codelists.html", "downloads.html", "releases.html", "compare.html", "accuracy.html",
    "corrections.html", "ru/compare.html", "ja/index.html", "ja/deals/ep-001.html",
    "ru/index.html", "ru/measures/dependence.html",
)  # fmt: skip
"""One page of every kind."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs a Chromium at /usr/bin/chromium, which is not there"),
]


@pytest.fixture
def browser(chromium: Any) -> Any:
    return chromium


def opened(browser: Any, width: int = 1280, scheme: str = "light") -> tuple[Any, list[str]]:
    """A page, and everything that goes wrong on it: errors it tells, and requests that leave the disk."""
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.on("request", lambda request: request.url.startswith("file:") or wrong.append(f"left for {request.url}"))
    return page, wrong


CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
                           return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const linear = v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
  const ground = element => { for (let e = element; e; e = e.parentElement) {
      const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; }
      return rgba(getComputedStyle(document.body).backgroundColor); };
  const faults = [], seen = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || element.closest('script, noscript, title, desc')) continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || element.closest('.skip, .away')) continue;
    const style = getComputedStyle(element);
    const drawn = element.closest('svg');
    const ink = rgba(drawn ? style.fill : style.color);
    const wood = drawn && drawn.matches('.tally') && !element.matches('.year');
    const paper = wood ? rgba(getComputedStyle(drawn.querySelector('.wood')).fill) : ground(element);
    const [a, b] = [light(ink), light(paper)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05), size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const key = [style.color, style.fill, paper, large].join();
    if (ratio < (large ? 3 : 4.5) && !seen.has(key)) {
      seen.add(key);
      faults.push(`${ratio.toFixed(2)} "${walk.currentNode.textContent.trim().slice(0, 30)}" ${element.className}`);
    }
  }
  return faults;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_is_legible_on_a_phone_and_asks_nobody(browser: Any, eight: Path, scheme: str) -> None:
    """No error, no request that leaves the disk, nothing wider than the phone, contrast of at least 4.5 (large: 3)."""
    page, wrong = opened(browser, 390, scheme)
    faults: list[str] = []
    for name in KINDS:
        page.goto((eight / name).as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide:
            faults.append(f"{name}: {wide} px wider than the phone")
        faults += [f"{name}: contrast {fault}" for fault in page.evaluate(CONTRAST)]
    assert wrong == []
    assert faults == []


def test_paper_is_white_whatever_the_screen_was(browser: Any, eight: Path) -> None:
    """Printed from a dark screen, a page came out black on black."""
    page, _ = opened(browser, 760, "dark")
    for name in ("index.html", "deals/ep-007.html"):
        page.goto((eight / name).as_uri())
        page.click("[data-theme-toggle]")
        page.click("[data-theme-toggle]")
        page.emulate_media(media="print", reduced_motion="reduce")  # no colour half way to another is measured
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate(CONTRAST) == []
        assert not page.locator("nav.menu").is_visible()
        page.emulate_media(media="screen")


def test_nothing_jumps_while_a_page_opens(browser: Any, eight: Path) -> None:
    """Layout shift of less than 0.02, also where a script adds to the page."""
    shift = """() => new Promise(done => { let sum = 0;
      new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value; }))
        .observe({type: 'layout-shift', buffered: true});
      setTimeout(() => done(sum), 150); })"""
    for width in (390, 1280):
        page, _ = opened(browser, width)
        for name in ("index.html", "deals.html", "parties.html", "timeline.html", "whatif.html"):
            page.goto((eight / name).as_uri())
            assert page.evaluate(shift) < 0.02, (name, width)


def test_marks_of_the_tally_stand_out_from_the_wood(browser: Any, eight: Path) -> None:
    """Contrast of drawn marks of at least 3 to 1, in both schemes."""
    script = """() => ['.cut.left', '.cut.left.own', '.cut.right', '.cut.right.own', '.differ'].map(mark => {
      const lum = c => { const v = c.match(/[\\d.]+/g).slice(0, 3).map(n => { n /= 255; return n <= .03928 ? n / 12.92
        : ((n + .055) / 1.055) ** 2.4; }); return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
      const on = e => lum(getComputedStyle(document.querySelector('.tally ' + e)).fill);
      const [a, b] = [on(mark), on('.wood')].sort((x, y) => y - x);
      return [mark, (a + .05) / (b + .05)]; })"""
    for scheme in ("light", "dark"):
        page, _ = opened(browser, 1280, scheme)
        page.goto((eight / "index.html").as_uri())
        weak = [(mark, round(ratio, 2)) for mark, ratio in page.evaluate(script) if ratio < 3]
        assert weak == [], scheme


def test_deals_are_found_filtered_and_sorted_in_the_page(browser: Any, eight: Path) -> None:
    page, wrong = opened(browser)
    page.goto((eight / "deals.html").as_uri())
    rows = page.locator("[data-deals] tbody tr")
    assert rows.count() == 131
    page.fill("#q", "arctic lng 2")
    assert 1 <= rows.count() <= 4
    assert page.inner_text("[data-deals-found]").endswith("of 131 deals")
    page.fill("#q", "国際協力銀行")
    by_bank = rows.count()
    page.fill("#q", "jbic")
    assert by_bank > 0
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelectorAll('[data-deals] tbody tr').length == 100")
    page.click("[data-deals-more] button")
    assert rows.count() == 131
    page.select_option("#f-stage", "cancelled")
    assert rows.count() == 7
    page.select_option("#f-stage", "")
    page.check("#f-gaps")
    assert 0 < rows.count() < 40
    page.uncheck("#f-gaps")
    page.get_by_role("button", name="Largest sum told").click()
    assert page.locator("[data-deals] thead th[aria-sort=descending]").count() == 1
    assert "23.0" in rows.first.inner_text()
    page.fill("#q", "no such deal anywhere")
    assert page.inner_text("[data-deals-found]") == "No deal matches. Take a filter away."
    assert wrong == []


def test_rows_drawn_by_the_script_are_those_drawn_without_it(browser: Any, eight: Path) -> None:
    """The list is drawn twice, by the build and by the script: in every language the same words."""
    for folder in ("", "ja/", "ru/"):
        page, _ = opened(browser)
        page.goto((eight / folder / "deals.html").as_uri())
        read = "() => [...document.querySelectorAll('[data-deals] tbody tr')].slice(0, 99).map(r => r.innerText.trim())"
        before = page.evaluate(read)
        page.fill("#q", "x")
        page.fill("#q", "")
        assert page.evaluate(read) == before, folder


def test_tables_sort_and_filter(browser: Any, eight: Path) -> None:
    page, _ = opened(browser)
    page.goto((eight / "parties.html").as_uri())
    page.get_by_role("button", name="Deals").click()
    counts = [int(text) for text in page.locator("tbody td:last-child").all_inner_texts()]
    assert counts == sorted(counts)
    page.get_by_label("Search").fill("bank")
    shown = [row for row in page.locator("tbody tr").all() if row.is_visible()]
    assert 0 < len(shown) < len(counts)
    assert all("bank" in row.inner_text().lower() for row in shown)


def test_a_reader_with_a_keyboard_gets_everywhere(browser: Any, eight: Path) -> None:
    page, _ = opened(browser)
    page.goto((eight / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid", "the place of the keyboard can be seen"
    page.goto((eight / "deals.html").as_uri())
    page.focus("#q")
    page.keyboard.type("sakhalin")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('thead') !== null"):
            break
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort]").count() == 1


def test_landmarks_and_names_are_there_for_readers_by_ear(browser: Any, eight: Path) -> None:
    page, _ = opened(browser)
    for name in ("index.html", "deals.html", "deals/ep-001.html", "measures/expectations.html"):
        page.goto((eight / name).as_uri())
        found = page.evaluate(
            """() => {
              const all = chosen => [...document.querySelectorAll(chosen)];
              const named = e => e.getAttribute('aria-label') || e.textContent.trim() || (e.labels && e.labels.length);
              return {main: all('main').length, banner: all('body > header').length, foot: all('body > footer').length,
                unnamed: all('nav, button, input, select').filter(e => !named(e)).length,
                heads: all('main :is(h1,h2,h3,h4)').map(e => +e.tagName[1])}; }"""
        )
        assert (found["main"], found["banner"], found["foot"], found["unnamed"]) == (1, 1, 1, 0), name
        jumps = [(a, b) for a, b in zip(found["heads"], found["heads"][1:], strict=False) if b > a + 1]
        assert jumps == [], f"{name}: a heading skips a level"


def test_the_chosen_scheme_is_kept_from_page_to_page(browser: Any, eight: Path) -> None:
    page, wrong = opened(browser)
    page.goto((eight / "index.html").as_uri())
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.click("[data-theme-toggle]")
    dark = page.evaluate(paper)
    page.click("nav.menu >> text=Deals")
    page.wait_for_url("**/deals.html")
    assert page.evaluate(paper) == dark != light
    assert page.get_attribute("[data-theme-toggle]", "aria-pressed") == "true"
    assert wrong == []


def test_sliders_choose_among_what_was_computed(browser: Any, eight: Path) -> None:
    page, wrong = opened(browser)
    page.goto((eight / "whatif.html").as_uri())
    first = page.locator("[data-slider-controls] input").first
    shares = page.locator("[data-mechanism] td.num")
    before = shares.all_inner_texts()
    first.focus()
    page.keyboard.press("End")
    assert shares.all_inner_texts() != before
    assert wrong == []


def test_a_link_to_a_figure_opens_what_it_was_made_from(browser: Any, eight: Path) -> None:
    page, _ = opened(browser)
    page.goto((eight / "index.html").as_uri())
    page.click(".lede a.fig >> nth=1")
    page.wait_for_url("**/why/all.html#signed")
    page.wait_for_function("document.querySelector('#signed details').open")


def test_every_page_reads_without_a_script(browser: Any, eight: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((eight / "deals.html").as_uri())
    assert page.locator("[data-deals] tbody tr").count() == 131
    assert not page.locator(".filters").is_visible()


def test_hostile_text_stays_text_in_a_real_browser(browser: Any, spoiled: Path) -> None:
    """Every text of this programme tries to run a script or to load a picture; the list is drawn by script as well."""
    page, wrong = opened(browser)
    for path in sorted(spoiled.glob("*.html")) + sorted(spoiled.glob("deals/*.html")) + sorted(spoiled.glob("why/*")):
        page.goto(path.as_uri())
        assert page.evaluate("window.__acted") is None, path
    page.goto((spoiled / "deals.html").as_uri())
    page.fill("#q", "school")
    assert page.evaluate("window.__acted") is None
    assert page.evaluate("document.querySelectorAll('main img, main script').length") == 0
    assert wrong == []


def test_programmes_are_compared_from_the_disk_on_a_phone_too(browser: Any, eight: Path) -> None:
    """The whole of the comparison is reached by moving its table, and its figures lead to their reasons."""
    page, wrong = opened(browser, 390, "dark")
    page.goto((eight / "index.html").as_uri())
    page.click("#all-pages >> text=Compare")
    page.wait_for_url("**/compare.html")
    assert page.locator("table.compare").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.click("tr#share-binding td.here a.fig")
    page.wait_for_url("**/why/all.html#share-binding")
    assert page.locator("#share-binding .standing a").last.is_visible()
    assert wrong == []
