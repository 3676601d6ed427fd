"""A text, and where each of its characters stands in the document.

The body is cut into segments. A segment is either *linear* (its characters are the decoded bytes, one after the
other, so any part of it has a byte range of its own) or *whole* (an entity such as `&amp;`, a cell, a word on a
page: any part of it maps to all of it). Characters that the reader put in (line ends, the bar between two cells)
stand in segments of zero bytes, at the place between their neighbours.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import msgspec

Box = tuple[float, float, float, float]
"""left, bottom, right, top in points (1/72 inch) from the page's lower left corner, as in PDF."""


class Flag(msgspec.Struct, frozen=True):
    """Something a reader of the document should know: what was cut off or could not be read, and how much.

    `amount` counts characters for text that was cut, and pages for pages that need OCR. `sample` is the beginning
    of what was cut, for the analyst who asks `why`; it is never part of a body.
    """

    name: str
    amount: int
    sample: str = ""


class Segment(msgspec.Struct, frozen=True, array_like=True):
    """Body characters `start:end` and their place: a byte range (of `part`, inside a container), or a page and box."""

    start: int
    end: int
    byte_start: int | None = None
    byte_end: int | None = None
    part: str | None = None
    page: int | None = None
    box: Box | None = None


class Place(msgspec.Struct, frozen=True):
    """Where some characters stand: bytes `byte_start:byte_end` of the document or of a part of it, or a box on a page.

    Pages count from 1. Either the byte range or the page is there, never neither, unless the part alone says it
    all (a sheet's cell).
    """

    byte_start: int | None = None
    byte_end: int | None = None
    part: str | None = None
    page: int | None = None
    box: Box | None = None


class Text(msgspec.Struct, frozen=True):
    """What one document says, as a person would have seen it.

    Dates are EDTF strings, as partial as the document left them; None where it does not say.
    """

    body: str
    segments: tuple[Segment, ...]
    media_type: str
    encoding: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    modified: str | None = None
    stated: str | None = None
    site: str | None = None
    pages: int | None = None
    flags: tuple[Flag, ...] = ()

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """The places of body characters `start:end`, in reading order, neighbours joined.

        Raises:
            IndexError: The range is empty, turned round, or runs past the body.
        """
        if not 0 <= start < end <= len(self.body):
            raise IndexError(f"{start}:{end} is no range of a body of {len(self.body)} characters")
        found: list[Place] = []
        at = bisect_right(self.segments, start, key=lambda segment: segment.start) - 1
        while at < len(self.segments) and self.segments[at].start < end:
            segment = self.segments[at]
            at += 1
            if _put_in(segment):
                continue
            place = self._cut(segment, max(start, segment.start), min(end, segment.end))
            if found and (joined := _join(found[-1], place)) is not None:
                found[-1] = joined
            else:
                found.append(place)
        return tuple(found)

    def _cut(self, segment: Segment, start: int, end: int) -> Place:
        byte_start, byte_end = segment.byte_start, segment.byte_end
        if byte_start is not None and byte_end is not None and self.encoding is not None:
            whole = self.body[segment.start : segment.end]
            before, inside = whole[: start - segment.start], whole[start - segment.start : end - segment.start]
            if _size(whole, self.encoding) == byte_end - byte_start:
                byte_start += _size(before, self.encoding)
                byte_end = byte_start + _size(inside, self.encoding)
        return Place(byte_start, byte_end, segment.part, segment.page, segment.box)


def _put_in(segment: Segment) -> bool:
    return segment.byte_start is not None and segment.byte_start == segment.byte_end


def _size(text: str, encoding: str) -> int:
    try:
        return len(text.encode(encoding))
    except UnicodeEncodeError:
        return -1


def _join(left: Place, right: Place) -> Place | None:
    if (left.part, left.page) != (right.part, right.page):
        return None
    if left.box is not None and right.box is not None:
        same_line = min(left.box[3], right.box[3]) - max(left.box[1], right.box[1]) > 0
        if not same_line:
            return None
        return Place(None, None, left.part, left.page, _around(left.box, right.box))
    if left.byte_end is not None and left.byte_end == right.byte_start:
        return Place(left.byte_start, right.byte_end, left.part, left.page)
    return left if left == right else None


def _around(left: Box, right: Box) -> Box:
    return min(left[0], right[0]), min(left[1], right[1]), max(left[2], right[2]), max(left[3], right[3])


class Spot(NamedTuple):
    """Where a piece stands while a text is being composed; the fields are those of `Segment`."""

    byte_start: int | None = None
    byte_end: int | None = None
    part: str | None = None
    page: int | None = None
    box: Box | None = None


class Composer:
    """Builds a body and its segments from left to right, joining neighbours that continue each other."""

    def __init__(self, encoding: str | None) -> None:
        self.encoding = encoding
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        self._open_linear = False

    def __len__(self) -> int:
        return self._length

    def add(self, text: str, spot: Spot, *, linear: bool = False) -> None:
        """Append `text`, which stands at `spot`; `linear` when its characters are the bytes there, in order."""
        if not text:
            return
        start, end = self._length, self._length + len(text)
        last = self._segments[-1] if self._segments else None
        continues = (
            linear
            and self._open_linear
            and last is not None
            and last.byte_end == spot.byte_start
            and last.part == spot.part
        )
        if continues and last is not None:
            self._segments[-1] = Segment(last.start, end, last.byte_start, spot.byte_end, last.part)
        else:
            self._segments.append(Segment(start, end, *spot))
        self._open_linear = linear
        self._pieces.append(text)
        self._length = end

    def put_in(self, text: str) -> None:
        """Append characters that the document does not have (a line end, a bar), of zero bytes."""
        last = self._segments[-1] if self._segments else Segment(0, 0, 0, 0)
        at = 0 if last.byte_end is None else last.byte_end
        box = None if last.box is None else (last.box[2], last.box[1], last.box[2], last.box[3])
        self.add(text, Spot(at, at, last.part, last.page, box))

    def ends_in_space(self) -> bool:
        return bool(self._pieces) and self._pieces[-1][-1].isspace()

    def line_end(self) -> None:
        """End the line, unless the body is empty or stands at a line's beginning."""
        if self._pieces and not self._pieces[-1].endswith("\n"):
            self.put_in("\n")

    def body(self) -> str:
        return "".join(self._pieces)

    def segments(self) -> tuple[Segment, ...]:
        return tuple(self._segments)
