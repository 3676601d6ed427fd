"""The characters of a PDF page as pdfium reads them, with their boxes, taken in bulk.

pdfium is asked one character at a time; what is asked for goes straight into arrays, so that a page whose letters are
all plainly seen never becomes an object a letter.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from warifu.documents.hidden import unseen
from warifu.documents.text.model import Box

__all__ = ["Characters", "Letter", "Row", "characters"]

MAX_CHARACTERS: Final = 500_000
_WORD: Final = re.compile(r"\S+|[^\S\n]")
_SHOWN: Final = {
    **dict.fromkeys(range(32), " "),
    **dict.fromkeys((10, 13), "\n"),
    **dict.fromkeys((0x02, 0xFFFE), "\u00ad"),  # the hyphen that pdfium found to part a word at the line's end
    0: "\ufffd",
    0xFFFF: " ",
}
"""What stands in the text for codes that are no letters."""


class Letter(NamedTuple):
    """One character, or a word whose letters need no telling apart: its box, the number of the object that drew it."""

    char: str
    box: Box | None
    drawn_by: int


@dataclass(slots=True)
class Row:
    """Letters that pdfium put on one line."""

    letters: list[Letter] = field(default_factory=list)

    def text(self) -> str:
        return "".join(letter.char for letter in self.letters)

    def box(self) -> Box | None:
        boxes = [letter.box for letter in self.letters if letter.box is not None]
        if len(boxes) < 2:
            return boxes[0] if boxes else None
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page, line ends among them.

    Attributes:
        text: One character a place; a line end is a newline.
        boxes: Left, bottom, right and top of each, to a hundredth of a point; nan where it has none.
        object_of: The address of the text object that drew the character at a place.
    """

    text: str
    boxes: NDArray[np.float64]
    object_of: Callable[[int], int]

    def sizes(self) -> NDArray[np.float64]:
        """The longer side of each box."""
        found: NDArray[np.float64] = np.fmax(self.boxes[:, 2] - self.boxes[:, 0], self.boxes[:, 3] - self.boxes[:, 1])
        return found

    def words(self) -> list[Row]:
        """The rows, a word at a time; a character at a time where one of the row has no width."""
        spans: list[list[tuple[int, int]]] = []
        at = 0
        for line in self.text.split("\n"):
            if line:
                every = unseen(line)
                spans.append(
                    [(at + n, at + n + 1) for n in range(len(line))]
                    if every
                    else [(at + match.start(), at + match.end()) for match in _WORD.finditer(line)]
                )
            at += len(line) + 1
        if not spans:
            return []
        flat = np.array([place for row in spans for span in row for place in span])
        padded = np.vstack([self.boxes, np.full((1, 4), np.nan)])
        low = np.fmin.reduceat(padded[:, :2], flat)[::2]
        high = np.fmax.reduceat(padded[:, 2:], flat)[::2]
        boxes = iter(np.hstack([low, high]).tolist())
        return [Row([Letter(self.text[start:end], _box(next(boxes)), -1) for start, end in row]) for row in spans]

    def letters(self, number: Mapping[int, int]) -> list[Row]:
        """The rows, a character at a time, each with the number of the object that drew it (-1 for none)."""
        rows = [Row()]
        for at, (char, box) in enumerate(zip(self.text, self.boxes.tolist(), strict=True)):
            if char != "\n":
                rows[-1].letters.append(Letter(char, _box(box), number.get(self.object_of(at), -1)))
            elif rows[-1].letters:
                rows.append(Row())
        return rows


def _box(values: list[float]) -> Box | None:
    left, bottom, right, top = values
    return None if left != left else (left, bottom, right, top)


def characters(raw: Any, textpage: Any) -> Characters:
    """The characters of a page's text.

    Args:
        raw: pdfium's own functions.
        textpage: The page's text; it must stay open while `object_of` is used.
    """
    count = min(textpage.count_chars(), MAX_CHARACTERS)
    page = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    number, place = ctypes.c_int, ctypes.c_void_p
    unicode_of = _plain(raw.FPDFText_GetUnicode, ctypes.c_uint, place, number)
    box_of = _plain(raw.FPDFText_GetCharBox, number, place, number, place, place, place, place)
    object_of = _plain(raw.FPDFText_GetTextObject, place, place, number)
    boxes = np.full((count, 4), np.nan)
    start = boxes.ctypes.data
    given = [
        box_of(page, at, left, left + 16, left + 8, left + 24)
        for at, left in zip(range(count), range(start, start + 32 * count, 32), strict=True)
    ]
    if not all(given):
        boxes[np.array(given) == 0] = np.nan
    codes = [unicode_of(page, at) for at in range(count)]
    kept: Sequence[int] = range(count)
    if any(0xD800 <= code < 0xE000 for code in codes):
        codes, kept = _whole(codes)
        boxes = boxes[kept]
    text = "".join(map(chr, codes)).translate(_SHOWN)
    return Characters(text, boxes.round(2), lambda at: object_of(page, kept[at]) or 0)


def _whole(codes: list[int]) -> tuple[list[int], Sequence[int]]:
    """Codes with surrogate pairs made one, and the place of each; half a pair is a character that cannot be read."""
    made: list[int] = []
    kept: list[int] = []
    for at, code in enumerate(codes):
        if 0xD800 <= code < 0xDC00 and at + 1 < len(codes) and 0xDC00 <= codes[at + 1] < 0xE000:
            continue
        high = codes[at - 1] if at else 0
        paired = 0xDC00 <= code < 0xE000 and 0xD800 <= high < 0xDC00
        alone = 0xD800 <= code < 0xE000 and not paired
        made.append(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if paired else 0xFFFD if alone else code)
        kept.append(at)
    return made, kept


def _plain(function: Any, *kinds: Any) -> Any:
    """A function of pdfium that takes its pointers as numbers: it is called once a letter, and a cast costs more."""
    return ctypes.CFUNCTYPE(*kinds)(ctypes.cast(function, ctypes.c_void_p).value or 0)
