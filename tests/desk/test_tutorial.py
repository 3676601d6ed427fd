"""The tutorial "From an article to a published deal in ten minutes", done word for word in a real browser."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from warifu.decisions import log

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorial-desk.md"
STEP = re.compile(r"(Press|Type|Clear|Choose|Click|:) *\n? *`([^`]+)`")


def commands(text: str) -> list[str]:
    """The lines of every block of commands."""
    return [line for block in re.findall(r"```sh\n(.*?)```", text, re.S) for line in block.splitlines()]


def run(command: str, folder: Path) -> str:
    scripts = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in PERSON.items()},
    }
    done = subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


PERSON = {"NAME": "A. Mori", "EMAIL": "mori@example.org"}


def do(page: Any, what: str, words: str) -> None:
    """One step of the tutorial."""
    from playwright.sync_api import expect

    match what:
        case "Press":
            before = page.url + str(page.locator("#desk").get_attribute("data-proposal"))
            page.keyboard.press(words)
            if words in ("a", "b", "8", "l"):
                page.wait_for_function(
                    "before => location.href + document.querySelector('#desk')?.dataset.proposal !== before",
                    arg=before.replace("None", "undefined"),
                )
                page.wait_for_load_state("networkidle")
        case "Type":
            page.fill("#reason", words)
        case "Clear":
            page.fill(f"#f-{words.lower()}", "")
        case "Choose":
            page.select_option("#deal", words)
            page.focus("#deal")
        case "Click":
            page.get_by_role("button", name=words).click()
            page.wait_for_load_state("networkidle")
        case _:
            expect(page.locator("body")).to_contain_text(words, use_inner_text=True)


def test_the_tutorial_leads_where_it_says(chromium: Any, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = PAGE.read_text("utf-8")
    article = re.search(r"```text\n(.*?)```", text, re.S)
    assert article is not None
    (tmp_path / "article.txt").write_text(article[1], "utf-8")
    lines = commands(text)
    desk_at = next(place for place, line in enumerate(lines) if line.startswith("warifu desk"))
    for line in lines[:desk_at]:
        run(line, tmp_path)
    desk = subprocess.Popen(
        [sys.executable, "-c", "from warifu.cli import main; main()", *lines[desk_at].split()[1:], "--port", "0"],
        cwd=tmp_path, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        assert desk.stdout is not None
        link = desk.stdout.readline().rpartition(" ")[2].strip()
        page = chromium.new_context(viewport={"width": 1360, "height": 860}).new_page()
        page.goto(link)
        section = text.partition("## The desk asks you")[2]
        for what, words in STEP.findall(re.sub(r"```.*?```", "", section, flags=re.S)):
            do(page, what, words)
        assert "mori" in page.inner_text("body")
        page.context.close()
    finally:
        desk.terminate()
        desk.wait(timeout=20)
    written = log.read(tmp_path / "my-tracker" / "decisions" / "mori.jsonl")
    assert [one.action for one in written] == ["correct", "accept", "look", "sign-off"]
    for line in lines[desk_at + 1 :]:
        if not line.startswith("warifu serve"):
            said = run(line, tmp_path)
            if line.startswith("warifu release"):
                assert "signed by mori" in said
    assert "0 differences" in run("warifu diff 1 my-tracker my-tracker", tmp_path)
    assert "example-001: form: memorandum → contract" in run("warifu diff 2023-12-31 1 my-tracker", tmp_path)
    pages = list((tmp_path / "my-tracker" / "build" / "site").rglob("*.html"))
    assert any("The Japan Bank for International Cooperation signed a loan" in one.read_text("utf-8") or
               ("loan" in one.read_text("utf-8") and "example-001" in one.name) for one in pages)  # fmt: skip
