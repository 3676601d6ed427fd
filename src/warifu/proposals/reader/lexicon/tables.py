"""Tables of words, looked up by the first letters of each word: a long one costs little more than a short one.

A row is a class and the pattern of its words. At each place of a text only the alternatives are tried that can begin
with the letters there; where two rows fit, the earlier one wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from warifu.documents.beginnings import beginnings, longest_of
from warifu.documents.caseless import alternatives, lowered

_EAST: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORD: Final = r"(?<![^\W\d_])(?=\S)"
_LETTER: Final = r"(?=\S)"


class Table:
    """Rows of word patterns. Where words are parted by spaces (`spaced`; None: as the rows' own letters say) a match
    begins at the beginning of a word."""

    def __init__(self, rows: Mapping[str, str], flags: re.RegexFlag = re.I, spaced: bool | None = None) -> None:
        if spaced is None:
            spaced = not any(_EAST.search(row) for row in rows.values())
        self.rows = rows
        self.spaced = spaced
        self._flags = flags
        self._begun: dict[str, re.Pattern[str]] = {}

    @cached_property
    def _heads(self) -> list[tuple[str, str, frozenset[str]]]:
        """Every alternative with its class and the letters that it can begin with."""
        return [
            (name, words, beginnings(words, re.I)) for name, row in self.rows.items() for words in alternatives(row)
        ]

    @cached_property
    def _places(self) -> re.Pattern[str]:
        """Where a match can begin, with the letters there."""
        heads = {head for _, _, begins in self._heads for head in begins}
        return re.compile(rf"{_WORD if self.spaced else _LETTER}(?=({longest_of(heads)}))")

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match, none overlapping; `lastgroup` is the class."""
        stop = len(text) if end is None else end
        done = start
        begun = self._begun
        for place in self._places.finditer(lowered(text), start, stop):
            at = place.start()
            if at < done:
                continue
            pattern = begun.get(place[1]) or self._beginning(place[1])
            match = pattern.match(text, at, stop)
            if match is not None and match.end() > at:
                done = match.end()
                yield match

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match."""
        return next(self.finditer(text, start, end), None)

    def _beginning(self, head: str) -> re.Pattern[str]:
        """The alternatives that can begin with these letters, compiled when a text first has them."""
        rows: dict[str, list[str]] = {}
        for name, words, begins in self._heads:
            if any(head.startswith(one) for one in begins):
                rows.setdefault(name, []).append(words)
        words = "|".join(f"(?P<{name}>{'|'.join(told)})" for name, told in rows.items())
        pattern = self._begun[head] = re.compile(words, self._flags)
        return pattern
