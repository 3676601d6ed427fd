"""The tables as a workbook for people: a page to read first, a page of definitions, and a sheet a table.

Every sheet has frozen heads and filters. Text is always written as text, so that nothing a document says can act as a
formula; a text that begins like one is marked as quoted, so that it stays text when somebody edits the cell. An amount
that a spreadsheet could not hold exactly is written as text. The bytes depend on the tables alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from warifu.exports.book import Book, number
from warifu.tables import contract as c
from warifu.tables.contract import Field

SHEETS: Final[Mapping[str, str]] = {
    "deals": "Deals",
    "sums": "Sums",
    "stages": "Stages",
    "deal_parties": "Parties in deals",
    "parties": "Parties",
    "versions": "Each voice's version",
    "gaps": "Gaps between voices",
    "statements": "Statements",
    "looks": "Looks",
    "figures": "Figures",
    "headlines": "Headline sums",
    "hopes": "Hoped and came",
    "mandates": "Mandates",
    "events": "Events",
    "rationales": "What each side wanted",
    "said": "Said",
    "talks": "Talks",
    "rivals": "Rivals",
    "context": "Context",
    "targets": "Targets",
    "claims": "Published numbers",
    "questions": "Open questions",
    "comparisons": "Comparisons",
    "beside_figures": "Figures of others",
    "problems": "Problems",
    "comments": "Corrections",
    "agreement": "Agreement of coders",
    "accuracy": "Accuracy of readers",
    "readings": "Readings not judged",
    "sources": "Sources",
    "documents": "Documents",
    "flags": "Flags of documents",
    "releases": "Releases",
    "changes": "Changes",
    "codes": "Codelists",
}
"""The tables that people read, each with the name of its sheet. A table without rows has no sheet."""

ROWS: Final = 1_048_575
"""Rows that a sheet holds below its heads; longer tables go on in a second sheet."""

CELL: Final = 32_767
"""Characters that a cell holds."""

CUT: Final = " … [cut here: the whole text is in the CSV and Parquet files]"

ACTING: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet could take for a formula."""

WIDTHS: Final[Mapping[str, float]] = {"text": 22, "whole": 10, "decimal": 20, "number": 14, "yes-no": 9, "list": 28}
WIDE: Final[Mapping[str, float]] = {"title": 52, "note": 60, "says": 44, "meaning": 60, "message": 70, "quote": 60}


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of cells."""

    head: Any
    plain: Any
    quoted: Any
    amount: Any
    day: Any
    title: Any


def file_name(book: Book) -> str:
    return f"{book.programme.programme}.xlsx"


def write(book: Book, folder: Path) -> None:
    """Write the workbook."""
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": False,
    }
    with xlsxwriter.Workbook(str(folder / file_name(book)), options) as workbook:
        made = datetime.fromisoformat(book.dated)
        workbook.set_properties(
            {"title": book.programme.name_en, "author": book.publication.publisher, "created": made}
        )
        looks = Looks(
            head=workbook.add_format({"bold": True, "bg_color": "#E7E6E1", "text_wrap": True, "valign": "top"}),
            plain=workbook.add_format({"valign": "top"}),
            quoted=workbook.add_format({"valign": "top", "quote_prefix": True}),
            amount=workbook.add_format({"valign": "top", "num_format": "#,##0.##########"}),
            day=workbook.add_format({"valign": "top", "num_format": "yyyy-mm-dd"}),
            title=workbook.add_format({"bold": True, "font_size": 16}),
        )
        _first_page(workbook, book, looks)
        _definitions(workbook, looks)
        for name, title in SHEETS.items():
            rows = book.each(c.TABLES[name])
            for part in range(-(-book.count(c.TABLES[name]) // ROWS)):
                page = title if part == 0 else f"{title} {part + 1}"
                _sheet(workbook, looks, page, name, itertools.islice(rows, ROWS))


def _first_page(workbook: Any, book: Book, looks: Looks) -> None:
    sheet = workbook.add_worksheet("Read first")
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    publication, programme = book.publication, book.programme
    rows = (
        ("Programme", programme.name_en),
        ("As known on", programme.as_of.isoformat()),
        ("Release", publication.release or "not a release: figures may change without notice"),
        ("Published by", publication.publisher),
        ("Address", publication.address),
        ("Licence", f"{publication.licence} {publication.licence_address}".strip()),
        ("Empty cells", "Not told by any source. Never zero."),
        ("Dates", "A date in a column “… text” stands as the source gives it: a year, a month, a day, or a period."),
        ("Sums", "Kinds of sums are never added to each other. Add only rows with “counted” true."),
        ("Umbrellas", "Frames whose parts are deals of their own: their sums are in no total."),
        ("Digest of what is kept", book.kept),
    )
    sheet.write_string(0, 0, f"{programme.name_en}: the ledger", looks.title)
    for line, (name, value) in enumerate(rows, start=2):
        sheet.write_string(line, 0, name, looks.head)
        _write_text(sheet, line, 1, value, looks)


def _definitions(workbook: Any, looks: Looks) -> None:
    heads = ("Sheet", "Column", "Meaning", "Kind", "Codelist", "Points to")
    rows = (
        (SHEETS[name], _words(field.name), field.column.meaning, field.kind, field.column.codelist, field.column.to)
        for name in SHEETS
        for field in c.fields(c.TABLES[name])
    )
    sheet = workbook.add_worksheet("Definitions")
    for column, width in enumerate((22, 24, 80, 10, 14, 24)):
        sheet.set_column(column, column, width)
    last = _write_rows(sheet, heads, rows, [_write_text] * len(heads), looks)
    _freeze(sheet, last, len(heads))


def _sheet(workbook: Any, looks: Looks, title: str, name: str, rows: Iterable[Any]) -> None:
    fields = c.fields(c.TABLES[name])
    sheet = workbook.add_worksheet(title)
    for column, field in enumerate(fields):
        sheet.set_column(column, column, WIDE.get(field.name, WIDTHS.get(field.kind, 12)))
    heads = [_words(field.name) for field in fields]
    last = _write_rows(sheet, heads, rows, [_writer(field) for field in fields], looks)
    _freeze(sheet, last, len(fields))


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _freeze(sheet: Any, last: int, columns: int) -> None:
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, columns - 1)


def _write_rows(sheet: Any, heads: Iterable[str], rows: Iterable[Any], writers: list[Any], looks: Looks) -> int:
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, looks.head)
    line = 0
    for line, row in enumerate(rows, start=1):
        for column, (value, write_cell) in enumerate(zip(row, writers, strict=True)):
            if value is not None and value != "":
                write_cell(sheet, line, column, value, looks)
    return line


def _writer(field: Field) -> Any:
    return WRITERS[field.kind]


def _write_text(sheet: Any, line: int, column: int, value: str, looks: Looks) -> None:
    if len(value) > CELL:
        value = value[: CELL - len(CUT)] + CUT
    sheet.write_string(line, column, value, looks.quoted if value.startswith(ACTING) else looks.plain)


def _write_number(sheet: Any, line: int, column: int, value: float, looks: Looks) -> None:
    sheet.write_number(line, column, value, looks.plain)


def _write_amount(sheet: Any, line: int, column: int, value: Decimal, looks: Looks) -> None:
    if Decimal(repr(float(value))) == value:
        sheet.write_number(line, column, float(value), looks.amount)
    else:
        _write_text(sheet, line, column, number(value), looks)


def _write_yes_no(sheet: Any, line: int, column: int, value: bool, looks: Looks) -> None:
    sheet.write_boolean(line, column, value, looks.plain)


def _write_day(sheet: Any, line: int, column: int, value: date, looks: Looks) -> None:
    if value.year >= 1900:
        sheet.write_datetime(line, column, datetime(value.year, value.month, value.day), looks.day)
    else:
        _write_text(sheet, line, column, value.isoformat(), looks)  # a spreadsheet has no day before 1900


def _write_list(sheet: Any, line: int, column: int, value: tuple[str, ...], looks: Looks) -> None:
    if value:
        _write_text(sheet, line, column, "; ".join(value), looks)


WRITERS: Final[Mapping[str, Any]] = {
    "text": _write_text,
    "whole": _write_number,
    "decimal": _write_amount,
    "number": _write_number,
    "yes-no": _write_yes_no,
    "day": _write_day,
    "list": _write_list,
}
