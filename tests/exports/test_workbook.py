"""The workbook: nothing in it acts, nothing is rounded, people find their way."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.exports import workbook
from warifu.exports.book import Book
from warifu.tables import contract as c

EVIL = ('=HYPERLINK("http://evil.example","x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "{=1}", "=cmd|' /C calc'!A0")


class Spoiled(Book):
    """The book of an example whose deals have the titles that a hostile document would give them."""

    def rows(self, row):  # type: ignore[no-untyped-def]
        found = super().rows(row)
        if row is c.DealRow:
            return tuple(deal._replace(title=evil, note=evil * 20_000) for deal, evil in zip(found, EVIL, strict=False))
        return found


@pytest.fixture(scope="module")
def path(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workbook")
    workbook.write(book, folder)
    return folder / workbook.file_name(book)


def test_no_text_becomes_a_formula_or_a_link(books: dict[str, Book], tmp_path: Path) -> None:
    spoiled = Spoiled(books["phase-one"].tables)
    workbook.write(spoiled, tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / workbook.file_name(spoiled))["Deals"]
    titles = [sheet.cell(line, 2) for line in range(2, 2 + len(EVIL))]
    assert [cell.value for cell in titles] == list(EVIL)
    assert {cell.data_type for cell in titles} == {"s"}
    assert all(cell.quotePrefix == cell.value.startswith(workbook.ACTING) for cell in titles)
    with zipfile.ZipFile(tmp_path / workbook.file_name(spoiled)) as inside:
        for name in inside.namelist():
            if name.startswith("xl/worksheets/"):
                assert b"<f>" not in inside.read(name)
                assert b"<hyperlink" not in inside.read(name)


def test_a_text_too_long_for_a_cell_says_that_it_was_cut(books: dict[str, Book], tmp_path: Path) -> None:
    spoiled = Spoiled(books["phase-one"].tables)
    workbook.write(spoiled, tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / workbook.file_name(spoiled))["Deals"]
    heads = [cell.value for cell in sheet[1]]
    note = sheet.cell(2, heads.index("Note") + 1).value
    assert len(note) == workbook.CELL
    assert note.endswith(workbook.CUT)


def test_every_sum_stands_in_the_sheet_exactly(book: Book, path: Path) -> None:
    sheet = openpyxl.load_workbook(path, read_only=True)["Sums"]
    lines = list(sheet.iter_rows(values_only=True))
    place = {name: number for number, name in enumerate(lines[0])}
    found = {line[place["Sum"]]: Decimal(str(line[place["Amount"]])) for line in lines[1:]}
    assert found == {row.sum: row.amount for row in book.rows(c.SumRow)}


def test_every_sheet_has_frozen_heads_and_filters_and_every_column_a_definition(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[:2] == ["Read first", "Definitions"]
    defined = {(line[0], line[1]) for line in book["Definitions"].iter_rows(min_row=2, values_only=True)}
    for name in book.sheetnames[2:]:
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        for cell in sheet[1]:
            assert (name, cell.value) in defined


def test_a_table_longer_than_a_sheet_goes_on_in_a_second(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "ROWS", 400)
    workbook.write(book, tmp_path)
    found = openpyxl.load_workbook(tmp_path / workbook.file_name(book), read_only=True)
    rows = sum(
        sum(1 for _ in found[name].iter_rows(min_row=2)) for name in ("Statements", "Statements 2", "Statements 3")
    )
    assert rows == len(book.rows(c.StatementRow))


def test_the_same_tables_give_the_same_bytes(book: Book, path: Path, tmp_path: Path) -> None:
    workbook.write(book, tmp_path)
    assert (tmp_path / path.name).read_bytes() == path.read_bytes()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=10, min_value=-(10**25), max_value=10**25))
def test_an_amount_is_a_number_only_where_a_spreadsheet_holds_it_exactly(value: Decimal) -> None:
    class Sheet:
        written: object = None

        def write_number(self, line: int, column: int, value: float, look: object) -> None:
            self.written = value

        def write_string(self, line: int, column: int, value: str, look: object) -> None:
            self.written = value

    sheet, looks = Sheet(), workbook.Looks(*[None] * 6)
    workbook._write_amount(sheet, 1, 1, value, looks)
    assert Decimal(str(sheet.written)) == value
