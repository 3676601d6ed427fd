"""PDF: what is drawn on each page, every run of characters with its page and box.

Letters that the eye cannot find are cut off: cheap signs first (an invisible mode, tiny, off the page, outside the
clip), and where the sign is only a suspicion (letters as light as paper, a picture over or under them, a layer that
may be off), the page is drawn twice, with and without its letters: what makes no difference was not to be seen.
Invisible text over a scan is a machine's reading of it, and is cut too: such pages are counted as needing OCR, and
are read by Tesseract where it is installed.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from warifu.documents.hidden import NEAR, TINY_POINTS, WHITE, Cuttings, alike, unseen
from warifu.documents.text.dates import iso, line_dates
from warifu.documents.text.language import language_of
from warifu.documents.text.letters import Characters, Letter, Row, characters
from warifu.documents.text.model import Box, Composer, Flag, Spot, Text
from warifu.errors import UnreadableError

MAX_PAGES: Final = 5000
SCANNED_LETTERS: Final = 20
"""A page with a picture and fewer visible letters than this is a scan."""
SEEN_DIFFERENCE: Final = 40
"""How much a pixel (0 to 255) must change when the letters go, for them to have been seen."""
FEWEST_UNSEEN: Final = 4
"""Fewer unseen letters than this in an object that is seen are specks, not a hidden word."""
OCR_SCALE: Final = 300 / 72
CELL_WIDTH: Final = 0.3
CELL_LETTERS: Final = 32
"""A piece of a line wider than this share of the page, or longer, is a column of prose, not a table's cell."""

TINIEST: Final = TINY_POINTS * 0.75
"""The longer side of the tallest letter of tiny print."""

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_INVISIBLE_MODES: Final = frozenset({3, 7})


def read_pdf(data: bytes) -> Text:
    """Read a PDF.

    Raises:
        UnreadableError: It is broken, or locked with a password.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableError("application/pdf", str(error)) from error
    cuttings = Cuttings()
    composer = Composer(None)
    scans: list[int] = []
    recognised = 0
    try:
        count = len(document)
        for number in range(min(count, MAX_PAGES)):
            rows, scanned = _page_rows(document, number, cuttings)
            if scanned:
                words = _recognised(document, number)
                if words is None:
                    scans.append(number + 1)
                else:
                    recognised += 1
                    rows = words
            _compose(rows, number + 1, composer, cuttings)
        info = document.get_metadata_dict()
    except pdfium.PdfiumError as error:
        raise UnreadableError("application/pdf", str(error)) from error
    finally:
        document.close()
    body = composer.body()
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    dates = line_dates(lines)
    flags = list(cuttings.flags())
    if scans:
        flags.append(Flag("needs-ocr", len(scans), f"scanned pages {_ranges(scans)}; install Tesseract to read them"))
    if recognised:
        flags.append(Flag("read-by-ocr", recognised))
    if count > MAX_PAGES:
        flags.append(Flag("cut-short", count - MAX_PAGES, f"only the first {MAX_PAGES} pages were read"))
    return Text(
        body=body,
        segments=composer.segments(),
        media_type="application/pdf",
        title=_title(info.get("Title"), lines),
        language=language_of(body),
        published=dates.published,
        modified=dates.modified or _pdf_day(info.get("ModDate")),
        stated=dates.stated or dates.published,
        pages=count,
        flags=tuple(flags),
    )


def _title(said: str | None, lines: list[str]) -> str | None:
    said = " ".join((said or "").split())
    if (
        len(said) > 3
        and not said.lower().endswith((".doc", ".docx", ".pdf", ".xls", ".ppt", ".indd"))
        and said != "untitled"
    ):
        return said
    return lines[0][:200] if lines else None


def _pdf_day(stamp: str | None) -> str | None:
    """`D:20161216…` as a day."""
    digits = (stamp or "").removeprefix("D:")[:8]
    return iso(f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}") if len(digits) == 8 and digits.isdigit() else None


def _ranges(numbers: list[int]) -> str:
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1] = [parts[-1][0], number]
        else:
            parts.append([number])
    return ", ".join("–".join(str(end) for end in part) for part in parts)


def _page_rows(document: Any, number: int, cuttings: Cuttings) -> tuple[list[Row], bool]:
    """The visible rows of a page, and whether it is a scan."""
    page = document[number]
    try:
        sheet = _Sheet(page)
        rows = [row for row in sheet.visible_rows(cuttings) if row.text().strip()]
        letters = sum(len(row.text().strip()) for row in rows)
        width = page.get_width()
        return _whole_rows(rows, width), sheet.pictured and letters < SCANNED_LETTERS
    finally:
        page.close()


@dataclass(slots=True)
class _Drawn:
    """One text object: how it is drawn, and whether it may be hidden."""

    reason: str | None = None
    doubt: str | None = None


class _Sheet:
    """One page: its letters, the objects that drew them, and what lies over and under them."""

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as raw

        self.raw = raw
        self.page = page
        left, bottom, right, top = page.get_bbox() if hasattr(page, "get_bbox") else page.get_mediabox()
        self.frame: Box = (left, bottom, right, top)
        self.covers: list[tuple[int, Box, tuple[int, int, int] | None]] = []
        self.drawn: list[_Drawn] = []
        self._by_address: dict[int, int] = {}
        self.objects: list[Any] = []
        self.pictured = False
        self._order = 0
        self._places: list[int] = []
        self._walk(page.raw, False, 0)

    def _walk(self, holder: Any, form: bool, depth: int) -> None:
        raw = self.raw
        count = raw.FPDFFormObj_CountObjects(holder) if form else raw.FPDFPage_CountObjects(holder)
        for at in range(min(count, 100_000)):
            one = raw.FPDFFormObj_GetObject(holder, at) if form else raw.FPDFPage_GetObject(holder, at)
            kind = raw.FPDFPageObj_GetType(one)
            self._order += 1
            if kind == _FORM and depth < 6:
                self._walk(one, True, depth + 1)
            elif kind == _TEXT:
                address = ctypes.cast(one, ctypes.c_void_p).value or 0
                self._by_address[address] = len(self.drawn)
                self._places.append(self._order)
                self.drawn.append(self._judged(one, form))
                self.objects.append(one)
            elif kind in {_IMAGE, _SHADING, _PATH}:
                self._cover(one, kind, form)

    def _cover(self, one: Any, kind: int, form: bool) -> None:
        box = self._bounds(one)
        if box is None:
            return
        if form:
            box = (-1e9, -1e9, 1e9, 1e9)  # inside a form the box is in the form's own measure
        if kind == _IMAGE:
            width, height = self.frame[2] - self.frame[0], self.frame[3] - self.frame[1]
            if form or (box[2] - box[0]) * (box[3] - box[1]) > 0.3 * width * height:
                self.pictured = True
        fill = None
        if kind == _PATH:
            mode, stroke = ctypes.c_int(), ctypes.c_int()
            if not self.raw.FPDFPath_GetDrawMode(one, mode, stroke) or mode.value == 0:
                return
            if box[2] - box[0] < 3 or box[3] - box[1] < 3:
                return
            fill = self._fill(one)[0]
        self.covers.append((self._order, box, fill))

    def _bounds(self, one: Any) -> Box | None:
        values = [ctypes.c_float() for _ in range(4)]
        if not self.raw.FPDFPageObj_GetBounds(one, *values):
            return None
        return values[0].value, values[1].value, values[2].value, values[3].value

    def _fill(self, one: Any) -> tuple[tuple[int, int, int] | None, int]:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not self.raw.FPDFPageObj_GetFillColor(one, red, green, blue, alpha):
            return None, 255
        return (red.value, green.value, blue.value), alpha.value

    def _judged(self, one: Any, form: bool) -> _Drawn:
        raw = self.raw
        drawn = _Drawn()
        mode = raw.FPDFTextObj_GetTextRenderMode(one)
        colour, alpha = self._fill(one)
        box = self._bounds(one)
        if mode in _INVISIBLE_MODES or alpha <= 12:
            drawn.reason = "invisible"
        elif self._replaced(one, box):
            drawn.reason = "replaced"
        elif box is not None and not form and self._outside(box):
            drawn.reason = "off-page"
        elif colour is None or all(channel >= 255 - 2 * NEAR for channel in colour) or alpha < 60:
            drawn.doubt = "same-colour"
        elif raw.FPDFPageObj_CountMarks(one) > 0 and self._layered(one):
            drawn.doubt = "not-displayed"
        if drawn.reason is None and self._clip_excludes(one, box):
            drawn.reason = "invisible"
        if drawn.reason is None and drawn.doubt is None and box is not None and not form and colour is not None:
            under = [fill for _, cover, fill in self.covers if _holds(cover, _middle(box))]
            ground = under[-1] if under else WHITE
            if ground is None or alike(colour, ground):
                drawn.doubt = "same-colour"
        return drawn

    def _outside(self, box: Box) -> bool:
        left, bottom, right, top = self.frame
        return box[2] < left or box[0] > right or box[3] < bottom or box[1] > top

    def _marks(self, one: Any) -> Iterator[tuple[str, Any]]:
        raw = self.raw
        for at in range(min(raw.FPDFPageObj_CountMarks(one), 20)):
            mark = raw.FPDFPageObj_GetMark(one, at)
            size = ctypes.c_ulong()
            buffer = ctypes.create_string_buffer(256)
            if raw.FPDFPageObjMark_GetName(mark, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), 256, size):
                yield buffer.raw[: max(size.value - 2, 0)].decode("utf-16-le", "replace"), mark

    def _layered(self, one: Any) -> bool:
        return any(name == "OC" for name, _ in self._marks(one))

    def _replaced(self, one: Any, box: Box | None) -> bool:
        """A reading text (`ActualText`) much longer than the letters drawn in its place could be."""
        raw = self.raw
        for _, mark in self._marks(one):
            size = ctypes.c_ulong()
            found = bool(raw.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, size))
            if found and size.value > 2 * 12:
                length = size.value / 2 - 1
                points = ctypes.c_float()
                raw.FPDFTextObj_GetFontSize(one, points)
                width = 0.0 if box is None else box[2] - box[0]
                return bool(width < length * max(points.value, 1.0) * 0.15)
        return False

    def _clip_excludes(self, one: Any, box: Box | None) -> bool:
        """Whether the clip around the object leaves nothing of its middle."""
        raw = self.raw
        clip = raw.FPDFPageObj_GetClipPath(one)
        if not clip or box is None:
            return False
        x, y = _middle(box)
        for path in range(max(0, min(raw.FPDFClipPath_CountPaths(clip), 8))):
            xs: list[float] = []
            ys: list[float] = []
            for at in range(max(0, min(raw.FPDFClipPath_CountPathSegments(clip, path), 400))):
                segment = raw.FPDFClipPath_GetPathSegment(clip, path, at)
                px, py = ctypes.c_float(), ctypes.c_float()
                if raw.FPDFPathSegment_GetPoint(segment, px, py):
                    xs.append(px.value)
                    ys.append(py.value)
            if xs and not (min(xs) - 1 <= x <= max(xs) + 1 and min(ys) - 1 <= y <= max(ys) + 1):
                return True
        return False

    def visible_rows(self, cuttings: Cuttings) -> list[Row]:
        """The rows with what cannot be seen cut out."""
        textpage = self.page.get_textpage()
        try:
            found = characters(self.raw, textpage)
            if self._all_plain(found):
                return found.words()
            rows = found.letters(self._by_address)
        finally:
            textpage.close()
        self._tiny(rows)
        self._covered(rows)
        parts = self._settle_doubts(rows)
        kept: list[Row] = []
        for line, row in enumerate(rows):
            letters: list[Letter] = []
            cut: dict[str, list[str]] = {}
            for place, letter in enumerate(row.letters):
                reason = self.drawn[letter.drawn_by].reason if letter.drawn_by >= 0 else None
                if letter.box is not None and reason is None and self._outside(letter.box):
                    reason = "off-page"
                reason = reason or parts.get((line, place))
                if reason is None:
                    letters.append(letter)
                else:
                    cut.setdefault(reason, []).append(letter.char)
            for reason, chars in cut.items():
                cuttings.cut(reason, "".join(chars))
            kept.append(Row(letters))
        return kept

    def _all_plain(self, found: Characters) -> bool:
        """Whether nothing on the page can be hidden: no letter is doubted, covered, tiny or off the page."""
        if self.covers or any(drawn.reason or drawn.doubt for drawn in self.drawn):
            return False
        left, bottom, right, top = self.frame
        off = (
            (found.boxes[:, 2] < left)
            | (found.boxes[:, 0] > right)
            | (found.boxes[:, 3] < bottom)
            | (found.boxes[:, 1] > top)
        )
        tiny = np.flatnonzero(found.sizes() <= TINIEST)
        return not off.any() and not any(found.text[at].isalnum() for at in tiny)

    def _tiny(self, rows: list[Row]) -> None:
        """Objects whose tallest letter is no taller than tiny print."""
        tallest: dict[int, float] = {}
        for row in rows:
            for letter in row.letters:
                if letter.drawn_by >= 0 and letter.box is not None and letter.char.isalnum():
                    size = max(letter.box[3] - letter.box[1], letter.box[2] - letter.box[0])
                    tallest[letter.drawn_by] = max(tallest.get(letter.drawn_by, 0.0), size)
        for drawn_by, size in tallest.items():
            if size <= TINIEST and self.drawn[drawn_by].reason is None:
                self.drawn[drawn_by].reason = "tiny"

    def _covered(self, rows: list[Row]) -> None:
        """Doubt every object over which something was drawn later."""
        if not self.covers:
            return
        for row in rows:
            for letter in row.letters:
                if letter.drawn_by < 0 or letter.box is None:
                    continue
                drawn = self.drawn[letter.drawn_by]
                if drawn.reason is None and drawn.doubt is None:
                    middle = _middle(letter.box)
                    order = self._places[letter.drawn_by]
                    if any(later > order and _holds(box, middle) for later, box, _ in self.covers):
                        drawn.doubt = "behind"

    def _settle_doubts(self, rows: list[Row]) -> dict[tuple[int, int], str]:
        """Draw the page with and without the doubted letters, and keep what makes a difference.

        Returns:
            The letters (by row and place) that cannot be seen in objects of which the rest can.
        """
        doubted = [at for at, drawn in enumerate(self.drawn) if drawn.doubt is not None and drawn.reason is None]
        if not doubted:
            return {}
        scale = min(2.0, 2000 / max(self.page.get_width(), self.page.get_height(), 1.0))
        with_letters, width, height = self._pixels(scale)
        for at in doubted:
            self.raw.FPDFTextObj_SetTextRenderMode(self.objects[at], 3)
        without, _, _ = self._pixels(scale)
        looked: dict[int, list[tuple[tuple[int, int], bool]]] = {at: [] for at in doubted}
        for line, row in enumerate(rows):
            for place, letter in enumerate(row.letters):
                if letter.box is not None and letter.char.strip() and letter.drawn_by in looked:
                    seen = self._differs(letter.box, with_letters, without, width, height, scale)
                    looked[letter.drawn_by].append(((line, place), seen))
        parts: dict[tuple[int, int], str] = {}
        for at, own in looked.items():
            doubt = self.drawn[at].doubt
            unseen_here = [place for place, seen in own if not seen]
            if doubt is None or not unseen_here:
                continue
            if len(unseen_here) * 4 > 3 * len(own):
                self.drawn[at].reason = doubt
            elif len(unseen_here) >= FEWEST_UNSEEN:
                parts.update(dict.fromkeys(unseen_here, doubt))
        return parts

    def _pixels(self, scale: float) -> tuple[bytes, int, int]:
        bitmap = self.page.render(scale=scale, grayscale=True, may_draw_forms=False)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        raw = bytes(bitmap.buffer)
        bitmap.close()
        if stride != width:
            raw = b"".join(raw[line * stride : line * stride + width] for line in range(height))
        return raw, width, height

    def _differs(self, box: Box, one: bytes, other: bytes, width: int, height: int, scale: float) -> bool:
        left, right = int((box[0] - self.frame[0]) * scale) - 1, int((box[2] - self.frame[0]) * scale) + 2
        upper, lower = int((self.frame[3] - box[3]) * scale) - 1, int((self.frame[3] - box[1]) * scale) + 2
        left, right = max(0, left), min(width, right)
        for line in range(max(0, upper), min(height, lower)):
            a, b = one[line * width + left : line * width + right], other[line * width + left : line * width + right]
            if a != b and any(abs(x - y) > SEEN_DIFFERENCE for x, y in zip(a, b, strict=True)):
                return True
        return False


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _whole_rows(rows: list[Row], width: float) -> list[Row]:
    """Rows in reading order, the cells of a table's row joined into one.

    pdfium breaks a line where the pen moved; tables drawn column by column come out in pieces. Pieces that share a
    base line are joined when all are as narrow as cells; the columns of a page of prose are wider and stay apart.
    """
    joined: list[Row] = []
    for row in rows:
        box = row.box()
        match = None
        if box is not None and box[2] - box[0] < CELL_WIDTH * width and len(row.text()) <= CELL_LETTERS:
            match = next((other for other in reversed(joined) if _same_row(other, box, width)), None)
        if match is None:
            joined.append(Row(list(row.letters)))
        else:
            _join(match, row)
    return joined


def _same_row(other: Row, box: Box, width: float) -> bool:
    its = other.box()
    if its is None:
        return False
    overlap = min(its[3], box[3]) - max(its[1], box[1])
    if overlap < 0.6 * min(its[3] - its[1], box[3] - box[1]):
        return False
    pieces = _pieces(other)
    narrow = all(piece[2] - piece[0] < CELL_WIDTH * width for piece in pieces)
    short = len(other.text()) <= CELL_LETTERS * len(pieces)
    return narrow and short and (box[0] > its[2] or box[2] < its[0])


def _pieces(row: Row) -> list[Box]:
    """The boxes of a row's parts, cut where there is a wide gap."""
    pieces: list[Box] = []
    for letter in row.letters:
        if letter.box is None or not letter.char.strip():
            continue
        if pieces and letter.box[0] - pieces[-1][2] < 3 * max(letter.box[3] - letter.box[1], 4.0):
            last = pieces[-1]
            pieces[-1] = (
                last[0],
                min(last[1], letter.box[1]),
                max(last[2], letter.box[2]),
                max(last[3], letter.box[3]),
            )
        else:
            pieces.append(letter.box)
    return pieces


def _join(row: Row, piece: Row) -> None:
    box, its = piece.box(), row.box()
    gap = [Letter(" ", None, -1)]
    if box is not None and its is not None and box[2] < its[0]:
        row.letters[:0] = [*piece.letters, *gap]
    else:
        row.letters.extend([*gap, *piece.letters])


def _compose(rows: list[Row], page: int, composer: Composer, cuttings: Cuttings) -> None:
    for row in rows:
        text = row.text()
        if not text.strip():
            continue
        composer.line_end()
        gone = {at for start, end in unseen(text) for at in range(start, end)} if not text.isascii() else set()
        cuttings.cut("zero-width", "".join(f"U+{ord(text[at]):04X} " for at in sorted(gone)))
        word: list[Letter] = []
        at = 0
        for letter in row.letters:
            inside = at not in gone
            at += len(letter.char)
            if not inside:
                continue
            if len(letter.char) > 1:
                _add_word(word, page, composer)
                word = []
                composer.add(letter.char, Spot(page=page, box=letter.box))
            elif letter.char.isspace():
                _add_word(word, page, composer)
                word = []
                if len(composer) and not composer.ends_in_space():
                    composer.add(" ", Spot(page=page, box=letter.box))
            else:
                word.append(letter)
        _add_word(word, page, composer)


def _add_word(word: list[Letter], page: int, composer: Composer) -> None:
    if word:
        row = Row(word)
        composer.add(row.text(), Spot(page=page, box=row.box()))


def _recognised(document: Any, number: int) -> list[Row] | None:
    """What Tesseract reads on a page; None when it is not installed or fails on it."""
    command = shutil.which("tesseract")
    if command is None:
        return None
    page = document[number]
    try:
        bitmap = page.render(scale=OCR_SCALE, grayscale=True)
        header = f"P5\n{bitmap.width} {bitmap.height}\n255\n".encode()
        raw = bytes(bitmap.buffer)
        lines = [raw[line * bitmap.stride : line * bitmap.stride + bitmap.width] for line in range(bitmap.height)]
        bitmap.close()
        height = page.get_height()
    finally:
        page.close()
    languages = _installed_languages(command)
    try:
        done = subprocess.run(
            [command, "stdin", "stdout", "-l", languages, "tsv"],
            input=header + b"".join(lines),
            capture_output=True,
            timeout=120,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return ocr_rows(done.stdout.decode("utf-8", "replace"), height)


def ocr_rows(tsv: str, height: float) -> list[Row]:
    """The rows in Tesseract's table of words, its pixels turned into points from the lower left corner."""
    rows: dict[tuple[str, ...], Row] = {}
    for line in tsv.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip() or float(cells[10]) < 30:
            continue
        x, y, w, h = (int(cell) / OCR_SCALE for cell in cells[6:10])
        box = (round(x, 2), round(height - y - h, 2), round(x + w, 2), round(height - y, 2))
        row = rows.setdefault(tuple(cells[1:5]), Row())
        if row.letters:
            row.letters.append(Letter(" ", None, -1))
        row.letters.extend(Letter(char, box, -1) for char in cells[11].strip())
    return list(rows.values())


def _installed_languages(command: str) -> str:
    listed = subprocess.run([command, "--list-langs"], capture_output=True, timeout=20, check=False).stdout.decode()
    have = [name for name in ("eng", "jpn", "rus", "chi_sim", "kor", "ara") if name in listed.split()]
    return "+".join(have) or "eng"
