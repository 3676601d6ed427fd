"""The briefing: one page, ten pages, nothing dropped without a word, the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from warifu.exports import briefing
from warifu.exports.book import Book
from warifu.tables import contract as c

pytest.importorskip("fpdf", reason="the extra `print` is not installed")
pdfium = pytest.importorskip("pypdfium2")


class Longer(Book):
    """The book of an example with its deals told thirty times over, which no ten pages hold."""

    def rows(self, row):  # type: ignore[no-untyped-def]
        found = super().rows(row)
        if row is c.DealRow:
            more = tuple(deal._replace(deal=f"{deal.deal}-{n}") for n in range(30) for deal in found)
            return found + more
        return found


def text_of(path: Path) -> list[str]:
    """The words of each page."""
    with pdfium.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


@pytest.fixture(scope="module")
def briefed(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("briefing")
    briefing.write(book, folder)
    return folder


def test_the_minister_has_one_page_and_the_desk_ten_at_most(briefed: Path) -> None:
    assert len(text_of(briefed / briefing.MINISTER)) == 1
    assert 2 <= len(text_of(briefed / briefing.DESK)) <= briefing.MOST_PAGES


def test_it_prints_the_figures_of_the_tables_in_every_script(book: Book, briefed: Path) -> None:
    (page,) = text_of(briefed / briefing.MINISTER)
    assert book.programme.name_ja in page
    assert book.programme.name_ru in page
    figures = {row.measure: row for row in book.rows(c.FigureRow) if row.slice == "all"}
    for name in briefing.FUNNEL:
        assert f"{figures[name].label}" in page
        assert briefing._valued(figures[name]) in page
    assert "One voice's claim, which nobody else confirms." in " ".join(page.split())


def test_the_desk_reads_every_measure_and_every_gap(book: Book, briefed: Path) -> None:
    text = " ".join(" ".join(text_of(briefed / briefing.DESK)).split())
    for row in book.rows(c.SectionRow):
        assert " ".join(row.question.split()) in text
    for deal in {row.deal for row in book.rows(c.GapRow)}:
        assert " ".join(book.deals[deal].title.split())[:24] in text


def test_every_page_says_how_to_cite_it(book: Book, briefed: Path) -> None:
    for page in text_of(briefed / briefing.DESK):
        assert f"as known on {book.programme.as_of}" in page


def test_what_ten_pages_do_not_hold_is_counted_and_told(books: dict[str, Book], tmp_path: Path) -> None:
    briefing.write(Longer(books["us-japan-550"].tables), tmp_path)
    pages = text_of(tmp_path / briefing.DESK)
    assert len(pages) == briefing.MOST_PAGES
    assert "more deals are on the site" in pages[-1]
    assert len(text_of(tmp_path / briefing.MINISTER)) == 1


def test_the_same_tables_give_the_same_bytes(books: dict[str, Book], tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        briefing.write(books["phase-one"], tmp_path / name)
    for file in (briefing.MINISTER, briefing.DESK):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_sentences_are_kept_whole() -> None:
    assert briefing._first_sentences("One. Two is longer. Three.", 10) == "One."
    assert briefing._first_sentences("A sentence longer than that. Two.", 5) == "A sentence longer than that."
    assert briefing._first_sentences("One. Two.", 50) == "One. Two."
