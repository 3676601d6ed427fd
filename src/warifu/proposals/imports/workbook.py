"""Workbooks (XLSX): one sheet as rows of text. No formula is run: what the spreadsheet program stored is read.

Every part is walked first by a parser that refuses entities and swelling, so the library that understands the sheets
meets well-formed parts of bounded size only.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from warifu.documents import media
from warifu.documents.text.package import Attributes, Package, Walker
from warifu.documents.text.sheets import as_text
from warifu.errors import TooMuchError, UnreadableError
from warifu.proposals import yaml_text
from warifu.proposals.imports.mapping import TableMap
from warifu.proposals.imports.tables import Table

MOST_CELLS: Final = 50_000_000
"""A sheet that names one far cell is filled up to it with empty ones: more than these is an attack."""

BROKEN: Final = (
    UnreadableError, zipfile.BadZipFile, KeyError, IndexError, ValueError, TypeError, AttributeError, AssertionError,
    OSError, SyntaxError, ArithmeticError, NotImplementedError, RecursionError,
)  # fmt: skip
"""What the library raises on a damaged workbook; a broken part's is a SyntaxError."""

Take = Callable[[Table, TableMap, int, Sequence[str]], None]


def read(path: Path, spec: TableMap, table: Table, take: Take) -> None:
    """Read a sheet into a table, row by row.

    Raises:
        TooMuchError: The sheet has more cells than any table has.
    """
    data = path.read_bytes()
    try:
        uncounted = _uncounted(data)
        _rows(data, spec, table, take, uncounted)
    except BROKEN as error:
        table.header, table.rows = (), []
        told = " ".join(str(error).split())[:200]
        table.fault(1, "", "broken-xlsx", f"it cannot be read as XLSX ({told}): save it again, or fetch it again")


def _uncounted(data: bytes) -> Mapping[str, list[str]]:
    """Walk every part; the cells of each sheet that hold a formula and no value.

    Raises:
        UnreadableError: A part declares entities, swells, or is not well formed.
    """
    package = Package(data, media.XLSX)
    found: dict[str, list[str]] = {}
    for part in sorted(package.names):
        if part.endswith((".xml", ".rels")):
            watch = _Formulas()
            Walker(watch.opened, watch.closed, watch.text).walk(package.part(part), media.XLSX, part)
            if watch.found:
                found[part] = watch.found
    return found


class _Formulas:
    """Watches the cells of a sheet go by."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._cell, self._formula, self._value, self._inside = "", False, False, False

    def opened(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._cell, self._formula, self._value = attributes.get("r", "a cell"), False, False
        elif name == "f":
            self._formula = True
        self._inside = name in ("v", "t")

    def text(self, text: str, start: int, end: int) -> None:
        self._value = self._value or (self._inside and bool(text.strip()))

    def closed(self, name: str) -> None:
        self._inside = False
        if name == "c" and self._formula and not self._value:
            self.found.append(self._cell)


def _rows(data: bytes, spec: TableMap, table: Table, take: Take, uncounted: Mapping[str, list[str]]) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    titles = [sheet.title for sheet in book.worksheets]
    if spec.sheet and spec.sheet not in titles:
        near = yaml_text.nearest(spec.sheet, titles)
        table.fault(1, "", "no-sheet", f"there is no such sheet; there are {', '.join(map(repr, titles))}{near}")
        return
    sheet = book.worksheets[titles.index(spec.sheet) if spec.sheet else 0]
    if not spec.sheet:
        table.name = f'{table.name}, sheet "{sheet.title}"'
    for cell in uncounted.get(getattr(sheet, "_worksheet_path", "").lstrip("/"), ()):
        message = f"{cell} holds a formula that was never counted out: open the workbook, let it count, and save it"
        table.fault(int("".join(filter(str.isdigit, cell)) or 1), "", "formula-without-value", message)
    cells_seen = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        cells_seen += len(cells)
        if cells_seen > MOST_CELLS:
            raise TooMuchError(table.name, f"{MOST_CELLS:,} cells")
        texts = [as_text(value) for value in cells]
        if number == spec.header:
            while texts and not texts[-1]:
                texts.pop()
        elif number > spec.header:
            wide = len(table.header)
            if any(texts[wide:]):
                table.fault(number, "", "cell-count", "a cell stands right of the last column: give the column a name")
                continue
            texts = texts[:wide] + [""] * (wide - len(texts))
        take(table, spec, number, texts)
    book.close()
