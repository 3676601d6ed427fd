"""A page of a PDF is shown as it is printed, with a box over the words of every field."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from visitors import alone, listening

import readings
from readings import Desk
from warifu.desk import pages
from warifu.errors import UnreadableError

WORDS = "The bank signed a loan agreement for USD 450 million"


def papers() -> Any:
    place = Path(__file__).resolve().parents[1] / "documents" / "papers.py"
    spec = importlib.util.spec_from_file_location("papers", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def printed(tmp_path: Path) -> Desk:
    """A workspace with a PDF of two pages; a proposal was read from the second."""
    make = papers()
    data = make.pdf(make.words("A page before it", 72, 700), make.words(WORDS, 72, 500))
    desk = readings.workspace(tmp_path / "harbour")
    document = desk.document("paper.pdf", data, publisher="Ministry", published="2024-03-04", language="en")
    body = desk.body(document)
    desk.read(
        [
            readings.reading(
                body,
                WORDS,
                document=document,
                source=desk.source(document),
                fields={"stage": ("signed", "signed"), "form": ("agreement", "loan agreement")},
                sums=[("commitment", "450000000", "USD", "USD 450 million")],
            )
        ]
    )
    return desk


def test_the_page_comes_with_a_box_for_every_field(printed: Desk) -> None:
    visitor = alone(printed)
    (one,) = visitor.book.proposals.values()
    page = visitor.get(f"/proposals/{one.id}").text
    assert f"/proposals/{one.id}/pages/2" in page
    part = visitor.get(f"/proposals/{one.id}/pages/2").text
    assert 'viewBox="0 0 595.0 842.0"' in part
    for name in ("stage", "form", "sum"):
        assert f'class="box m-{name}"' in part
    picture = visitor.get(f"/documents/{one.document}/pages/2.png")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert visitor.get(f"/documents/{one.document}/pages/9.png").status_code == 422
    assert visitor.get(f"/proposals/{one.id}/pages/0").status_code == 404


@pytest.mark.browser
def test_the_boxes_lie_over_the_printed_words(printed: Desk, chromium: Any) -> None:
    """Black pixels of the page lie inside the box of its words, and none around it."""
    with listening(printed) as served:
        page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.goto(served.link)
        page.keyboard.press("b")
        page.wait_for_selector(".page .box.m-stage")
        page.wait_for_load_state("networkidle")
        page.focus("#f-stage")
        assert page.locator(".box.lit").count() == 1
        dark = page.evaluate(
            """async () => {
            const image = new Image(); image.src = document.querySelector('.page image').getAttribute('href');
            await image.decode();
            const canvas = document.createElement('canvas'); canvas.width = image.width; canvas.height = image.height;
            const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0);
            const box = document.querySelector('.box.m-stage'), scale = image.width / 595;
            const [x, y, w, h] = ['x', 'y', 'width', 'height'].map(name => Number(box.getAttribute(name)) * scale);
            const count = (...area) => { const data = pen.getImageData(...area).data; let found = 0;
                for (let at = 0; at < data.length; at += 4) if (data[at] < 128) found++; return found; };
            return [count(x, y, w, h), count(x, y - 3 * h, w, h), count(x, y + 3 * h, w, h)]; }"""
        )
        page.keyboard.press("Escape")
        page.keyboard.press("t")
        assert page.locator("#text mark.m-stage").first.is_visible()
        page.context.close()
    assert dark[0] > 20
    assert dark[1:] == [0, 0]


def test_a_broken_pdf_is_told_and_harms_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n%%EOF")
    with pytest.raises(UnreadableError, match="cannot be drawn"):
        pages.picture(tmp_path, "0" * 64, broken, 1)
