"""There and back: a ledger told in IATI and read again has every total that it had."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

from warifu.exports import iati
from warifu.exports.book import Book, moves
from warifu.ledger import open_ledger
from warifu.tables import contract as c
from warifu.tables import files, rows
from warifu.tables.files import Tables

PROGRAMME = """
id: round-trip
names: {{en: Read back from IATI}}
sides: [{left}, {right}]
account_currency: {currency}
begin: 2000
looked_until: {day}
"""

MAPPING = """
release: {{id: own-export, publisher: The same ledger, published: {day}, kind: dataset}}
table: {{file: iati.xml, at_least: {deals}}}
coder: mori
coded: {day}
iati: {{programme: round-trip}}
"""

Totals = Counter[tuple[str, str]]


def totals(book: Book) -> Totals:
    """What may be added, by kind and currency."""
    found: Totals = Counter()
    for row in book.rows(c.SumRow):
        if moves(row, book.deals[row.deal]) and row.kind in ("pledge", "commitment", "disbursement", "repayment"):
            found[row.kind, row.currency] += row.amount
    return found


def read_back(book: Book, folder: Path) -> Book:
    """A workspace that holds nothing but the IATI file of a ledger."""
    it = book.programme
    day = date(it.as_of.year, it.as_of.month, it.as_of.day)
    (folder / "imports").mkdir(parents=True)
    (folder / "programme.yaml").write_text(
        PROGRAMME.format(left=it.side_left, right=it.side_right, currency=it.currency, day=day), encoding="utf-8"
    )
    (folder / "imports" / "own.yaml").write_text(MAPPING.format(day=day, deals=len(book.deals)), encoding="utf-8")
    iati.write(book, folder / "imports")
    files.write(rows.rows(open_ledger(folder), {}), folder / "build")
    return Book(Tables(folder / "build"))


def test_from_ledger_to_iati_to_ledger_every_total_is_kept(books: dict[str, Book], tmp_path: Path) -> None:
    for name, book in books.items():
        again = read_back(book, tmp_path / name)
        assert len(again.deals) == len(book.deals)
        assert totals(again) == totals(book), name
        assert sum(totals(book).values(), Decimal(0)) > 0


def test_a_guarantee_comes_back_as_a_guarantee(books: dict[str, Book], tmp_path: Path) -> None:
    class Guaranteed(Book):
        def rows(self, row):  # type: ignore[no-untyped-def]
            found = super().rows(row)
            return tuple(deal._replace(instrument="guarantee") for deal in found) if row is c.DealRow else found

    book = Guaranteed(books["us-japan-550"].tables)
    again = read_back(book, tmp_path / "guaranteed")
    assert totals(again) == totals(book)
    told = {row.deal for row in again.rows(c.SumRow) if row.kind == "commitment"}
    assert {again.deals[name].instrument for name in told} == {"guarantee"}


def test_a_second_trip_changes_no_total_either(books: dict[str, Book], tmp_path: Path) -> None:
    once = read_back(books["us-japan-550"], tmp_path / "once")
    twice = read_back(once, tmp_path / "twice")
    assert totals(twice) == totals(once)
