"""XLSX: every cell's value as text, a row a line; each value maps to its sheet and cell. No formula is run.

A formula shows the value that the spreadsheet program stored with it; where none was stored, the cell is empty.
Hidden sheets, rows and columns are cut off.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from io import BytesIO
from typing import Any, Final

from warifu.documents import hidden, media
from warifu.documents.hidden import Cuttings
from warifu.documents.text.dates import line_dates
from warifu.documents.text.language import language_of
from warifu.documents.text.model import Composer, Spot, Text
from warifu.documents.text.package import Attributes, Package, Walker
from warifu.errors import UnreadableError

BAR: Final = " | "
MAX_CELLS: Final = 2_000_000


def read_xlsx(data: bytes) -> Text:
    """Read a workbook.

    Raises:
        UnreadableError: It is broken, or breaks a limit.
    """
    import openpyxl

    package = Package(data, media.XLSX)
    for name in sorted(package.names):
        if name.endswith((".xml", ".rels")):
            Walker(lambda *_: None, lambda _: None, lambda *_: None).walk(package.part(name), media.XLSX, name)
    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except (KeyError, ValueError, TypeError, OSError, zipfile.BadZipFile) as error:
        raise UnreadableError(media.XLSX, str(error)) from error
    composer, cuttings = Composer(None), Cuttings()
    count = 0
    for sheet in book.worksheets:
        rows, columns = _hidden_parts(package, getattr(sheet, "_worksheet_path", ""))
        for row in sheet.iter_rows():
            shown: list[tuple[str, str]] = []
            for cell in row:
                value = as_text(cell.value)
                if not value:
                    if shown or cell.value is not None:
                        shown.append(("", ""))
                    continue
                count += 1
                if count > MAX_CELLS:
                    raise UnreadableError(media.XLSX, f"more than {MAX_CELLS} filled cells")
                reason = _why_unseen(cell, sheet.sheet_state, cell.row in rows, cell.column in columns)
                if reason is None:
                    shown.append((value, f"{sheet.title}!{cell.coordinate}"))
                else:
                    cuttings.cut(reason, value)
            _line(shown, composer, cuttings)
    book.close()
    body = composer.body()
    dates = line_dates([line.strip(" |") for line in body.splitlines()])
    return Text(
        body=body,
        segments=composer.segments(),
        media_type=media.XLSX,
        title=(book.properties.title if book.properties is not None else None) or None,
        language=language_of(body),
        published=dates.published,
        modified=dates.modified or (as_text(book.properties.modified)[:10] if book.properties is not None else None),
        stated=dates.stated or dates.published,
        flags=cuttings.flags(),
    )


def as_text(value: Any) -> str:
    """A cell's value in writing: whole numbers without a point, days as ISO 8601.

    >>> as_text(2600.0), as_text(None), as_text(True)
    ('2600', '', 'TRUE')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ") if value.time() != datetime.time() else value.date().isoformat()
    return " ".join(str(value).split())


def _why_unseen(cell: Any, state: str, row: bool, column: bool) -> str | None:
    if state != "visible" or row or column:
        return "hidden-sheet"
    font, fill = cell.font, cell.fill
    if font is None:
        return None
    if font.sz is not None and font.sz <= hidden.TINY_POINTS:
        return "tiny"
    letters = _colour(font.color)
    filled = fill is not None and fill.fill_type == "solid"
    ground = _colour(fill.fgColor) if filled else hidden.WHITE
    if letters is not None and ground is not None and hidden.alike(letters, ground):
        return "same-colour"
    return "invisible" if cell.number_format == ";;;" else None


def _colour(found: Any) -> hidden.Colour | None:
    if found is None:
        return None
    if found.type == "theme":
        return hidden.WHITE if found.theme == 0 and not found.tint else None
    if found.type == "rgb" and isinstance(found.rgb, str) and re.fullmatch(r"[0-9A-Fa-f]{8}", found.rgb):
        return hidden.colour("#" + found.rgb[2:])
    return None


def _hidden_parts(package: Package, path: str) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the hidden rows and columns of a sheet."""
    rows: set[int] = set()
    columns: set[int] = set()

    def opened(name: str, attributes: Attributes) -> None:
        if attributes.get("hidden") not in {"1", "true"}:
            return
        if name == "row" and attributes.get("r", "").isdigit():
            rows.add(int(attributes["r"]))
        elif name == "col":
            columns.update(range(int(attributes["min"]), min(int(attributes["max"]), 16_384) + 1))

    name = path.lstrip("/")
    if name in package.names:
        Walker(opened, lambda _: None, lambda *_: None).walk(package.part(name), media.XLSX, name)
    return frozenset(rows), frozenset(columns)


def _line(shown: list[tuple[str, str]], composer: Composer, cuttings: Cuttings) -> None:
    while shown and not shown[-1][0]:
        shown.pop()
    if not shown:
        return
    composer.line_end()
    for number, (value, place) in enumerate(shown):
        if number:
            composer.put_in(BAR)
        clean = hidden.without_unseen(value)
        cuttings.cut("zero-width", "".join(f"U+{ord(char):04X} " for char in value if char not in clean))
        composer.add(clean, Spot(part=place))
