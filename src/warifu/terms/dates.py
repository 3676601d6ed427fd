"""Dates as sources give them: a year, a month, a day, or a period of these (EDTF), never filled in."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Final

from warifu.errors import DateError

POINT: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
OPEN: Final = ".."


class PartialDate:
    """A date known to the day, the month or the year, or a period between two such dates.

    `first` and `last` are the earliest and the latest day it can mean; `text` is the EDTF form, which is what is
    stored and shown. A trailing `~` (about), `?` (uncertain) or `%` (both) is kept. An open end is `..`.

    Source: EDTF, ISO 8601-2:2019, levels 0 and 1 without seasons.
    """

    # A plain class and no dataclass: msgspec would otherwise read a dataclass field by field, not from its words.
    __slots__ = ("first", "last", "text")
    text: str
    first: date
    last: date

    def __init__(self, text: str, first: date, last: date) -> None:
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "last", last)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{self} is frozen")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return PartialDate.parse, (self.text,)

    def __repr__(self) -> str:
        return f"PartialDate({self.text})"

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read an EDTF date.

        Raises:
            DateError: The words are not such a date, or the day does not exist.
        """
        return _parse(text.strip())

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.isoformat(), day, day)

    @property
    def known_to_the_day(self) -> bool:
        return self.first == self.last

    @property
    def sort_key(self) -> tuple[date, date, str]:
        return (self.first, self.last, self.text)

    @property
    def year(self) -> int | None:
        """The year, where it is one."""
        return self.first.year if self.first.year == self.last.year else None

    def surely_by(self, day: date) -> bool:
        """Whether it lies on or before `day` whichever day it means."""
        return self.last <= day

    def surely_after(self, day: date) -> bool:
        return self.first > day

    def __lt__(self, other: PartialDate) -> bool:
        return self.sort_key < other.sort_key

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def _parse(text: str) -> PartialDate:
    if "/" not in text:
        first, last = _point(text, text)
        return PartialDate(text, first, last)
    start, _, end = text.partition("/")
    if start == OPEN and end == OPEN:
        raise DateError(text, "a period needs at least one end")
    first = date.min if start == OPEN else _point(start, text)[0]
    last = date.max if end == OPEN else _point(end, text)[1]
    if first > last:
        raise DateError(text, "the period ends before it begins")
    return PartialDate(text, first, last)


def _point(text: str, whole: str) -> tuple[date, date]:
    match = POINT.fullmatch(text)
    if match is None:
        raise DateError(whole, "it has no year first, or a part that is not a number")
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
        return date(year, int(month), int(day)), date(year, int(month), int(day))
    except (ValueError, calendar.IllegalMonthError) as fault:
        raise DateError(whole, "there is no such day") from fault
