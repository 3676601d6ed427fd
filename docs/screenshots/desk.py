"""Makes the pictures of the desk for the manual: python docs/screenshots/desk.py

A copy of the Eight-Point Plan, three short texts written for this purpose, read by the real reader, in a real browser.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "desk"), str(ROOT / "tests" / "documents")]

import papers
from chromium import CHROMIUM, FLAGS
from playwright.sync_api import sync_playwright
from visitors import listening

from readings import Desk
from warifu.decisions.roles import ALL, Role
from warifu.desk.book import Draft
from warifu.desk.people import Person

ENGLISH = """Fund for the Far East

Moscow, 16 December 2016. The Japan Bank for International Cooperation signed a memorandum of understanding with the Russian Direct Investment Fund on 16 December 2016 to set up a joint fund of up to USD 1 billion. The memorandum is not legally binding, an official said.

On 16 December 2016 JBIC signed a loan agreement with Yamal LNG for EUR 200 million. Mitsui and RusHydro signed a memorandum of understanding on cooperation in power.

Russia and Japan announced 80 documents at the summit, worth about JPY 300 billion.
"""
JAPANESE = """ロシアと共同基金

国際協力銀行は2016年12月16日、ロシア直接投資基金と総額10億米ドルの共同投資基金の設立に関する覚書に署名した。覚書に法的拘束力はない。

国際協力銀行は2016年12月16日、ヤマルLNGに2億ユーロを融資する貸付契約に調印した。
"""
RUSSIAN = """Совместный фонд

16 декабря 2016 года Российский фонд прямых инвестиций подписал с Японским банком для международного сотрудничества меморандум о создании совместного фонда объёмом 1 млрд долларов США. Меморандум не имеет обязательной силы.

16 декабря 2016 года Японский банк для международного сотрудничества подписал кредитный договор с «Ямал СПГ» на 200 млн евро.
"""


def workspace(folder: Path) -> Desk:
    skip = shutil.ignore_patterns("build", "documents", "proposals", "decisions", "releases", ".git")
    shutil.copytree(ROOT / "examples" / "eight-point-plan", folder, ignore=skip)
    desk = Desk(folder)
    page = papers.pdf(
        papers.words("Joint press statement", 72, 760, 18)
        + papers.words("Moscow, 16 December 2016", 72, 735, 11)
        + papers.words("The Japan Bank for International Cooperation signed a memorandum of understanding", 72, 690, 11)
        + papers.words("with the Russian Direct Investment Fund on 16 December 2016 on a joint fund", 72, 674, 11)
        + papers.words("of USD 1 billion. Each side is to pay USD 500 million.", 72, 658, 11)
    )
    desk.take_in(
        {
            "fund.txt": (ENGLISH, {"title": "Fund for the Far East", "publisher": "Example Times", "published": "2016-12-17", "language": "en"}),
            "kikin.txt": (JAPANESE, {"title": "ロシアと共同基金", "publisher": "例新聞", "published": "2016-12-17", "language": "ja"}),
            "fond.txt": (RUSSIAN, {"title": "Совместный фонд", "publisher": "Пример", "published": "2016-12-17", "language": "ru"}),
            "statement.pdf": (page, {"title": "Joint press statement", "publisher": "Ministry of Examples", "published": "2016-12-16", "language": "en"}),
        }
    )  # fmt: skip
    subprocess.run([sys.executable, "-c", "from warifu.cli import main; main()", "read", str(folder)], check=True)
    return desk


def shoot(page: Any, name: str, size: tuple[int, int] = (1360, 850)) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('.flash').forEach(one => one.remove())")
    path = HERE / f"desk-{name}.png"
    page.screenshot(path=str(path))
    smaller(path)
    print(path, path.stat().st_size)


def choose(page: Any, name: str, value: str) -> None:
    with page.expect_navigation():
        page.select_option(f"select[name={name}]", value)


def smaller(path: Path) -> None:
    try:
        from PIL import Image
    except ImportError:
        return
    Image.open(path).convert("RGB").quantize(220, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        desk = workspace(Path(place) / "eight-point-plan")
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        with listening(desk) as served:
            page = browser.new_context(locale="en").new_page()
            page.set_default_timeout(120_000)
            page.goto(served.link)
            shoot(page, "queue")
            kinds = {one: served.book.documents[one].media_type for one in served.book.documents}
            every = list(served.book.proposals.values())
            by_words = {
                words: next(one for one in every if words in one.passage)
                for words in ("joint fund of up to", "国際協力銀行", "Российский фонд")
            }
            printed = next(one for one in every if kinds[one.document] == "application/pdf")
            for found, name in ((by_words["joint fund of up to"], "proposal"), (printed, "pdf")):
                page.goto(f"{served.address}/proposals/{found.id}")
                page.focus("#f-stage")
                shoot(page, name)
            choose(page, "theme", "dark")
            choose(page, "lang", "ja")
            page.goto(f"{served.address}/proposals/{by_words['国際協力銀行'].id}")
            shoot(page, "dark-ja")
            choose(page, "theme", "light")
            choose(page, "lang", "ru")
            page.goto(f"{served.address}/proposals/{by_words['Российский фонд'].id}")
            shoot(page, "phone-ru", (390, 844))
            page.set_viewport_size({"width": 1360, "height": 850})
            choose(page, "lang", "en")
            page.goto(f"{served.address}/queue")
            page.locator("h1").click()
            page.keyboard.press("?")
            shoot(page, "keys")
            coders = [Person(name, ALL - {Role.ADJUDICATOR}) for name in ("ito", "sato")]
            for place_, one in enumerate(list(served.book.items)):
                for coder in coders:
                    differs = place_ % 4 == 1 and coder.name == "sato"
                    draft = Draft(one.id, "reject" if differs else "accept", "", "only a plan" if differs else "")
                    served.book.decide(coder, [draft])
            for path, name in (("/agreement", "agreement"), ("/release", "release"), ("/deals/ep-001", "deal")):
                page.goto(served.address + path)
                shoot(page, name)
            page.goto(f"{served.address}/disputes")
            page.locator(".go").first.click()
            page.wait_for_selector(".readings")
            shoot(page, "differences")
        browser.close()


if __name__ == "__main__":
    main()
