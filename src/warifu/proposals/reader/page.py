"""The page as the reader sees it: a body in which every kind of letter width is one, with unchanged offsets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from warifu.errors import DateError
from warifu.terms.dates import PartialDate

_WIDE: Final = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {0x3000: 0x20, 0xA0: 0x20, 0x202F: 0x20, 0x2009: 0x20, 0x2007: 0x20, 0x200B: 0x20, 0xAD: 0x20, 0xFEFF: 0x20}
    | {0x2019: 0x27, 0x2018: 0x27, 0x02BC: 0x27}
    | {0x2010: 0x2D, 0x2011: 0x2D, 0x2212: 0x2D}
)  # fmt: skip
"""Wide letters, odd spaces, apostrophes and hyphens to their plain forms, one character to one."""


def folded(text: str) -> str:
    """The same text in plain widths; every offset stays."""
    return text if text.isascii() else text.translate(_WIDE)


@dataclass(frozen=True, slots=True)
class Page:
    """One document to read.

    `document` is its digest, `source` the source it captures; `published` an EDTF date or None; `title` is used as a
    hint only and never quoted, since offsets point into the body. `spun` is the verdict of `documents.spun` where it is
    known already ("spun", "suspect", "none"); None has it judged here.
    """

    document: str
    body: str
    title: str = ""
    published: str | None = None
    language: str | None = None
    source: str = ""
    copy_group: str = ""
    spun: str | None = None

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known to the day."""
        if self.published is None:
            return None
        try:
            parsed = PartialDate.parse(self.published)
        except DateError:
            return None
        return parsed.first if parsed.known_to_the_day else None

    @property
    def year(self) -> int | None:
        if self.published is None:
            return None
        try:
            return PartialDate.parse(self.published).year
        except DateError:
            return None
