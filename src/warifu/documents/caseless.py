"""Patterns that take capitals for small letters, searched several times as fast as by `re.I`.

Python's own search without regard to case tries every alternative at every letter. Here the text is looked through in
small letters, and alternatives are tried only where it has the letters that one of them begins with; what is found is
told in the text as it is written. A pattern is compiled when it is first asked for, so that a language nobody reads
costs nothing. `quick` does the like for a pattern that minds case.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import Final

from warifu.documents.beginnings import beginnings, longest_of

_LETTERS: Final = re.compile(r"\\.|\(\?P[<=]\w+|[^\W\d_]", re.S)
"""What small letters are made of: a letter that is neither escaped ("\\W") nor in the name of a group."""
_EDGE: Final = r"\b"


class Caseless:
    """A pattern with `re.I`: it finds what `re.compile(pattern, re.I)` finds."""

    flags: Final = re.I

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.I)

    @cached_property
    def _small(self) -> re.Pattern[str]:
        small = _LETTERS.sub(lambda found: found[0].lower() if len(found[0]) == 1 else found[0], self.pattern)
        return re.compile(quick(small))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        found = self._small.search(lowered(text), start, end)
        return None if found is None else self._exact.match(text, found.start(), end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match, none overlapping."""
        for found in self._small.finditer(lowered(text), start, end):
            match = self._exact.match(text, found.start(), end)
            if match is not None:
                yield match

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at `start`."""
        return self._exact.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole text."""
        return self._exact.fullmatch(text)


Pattern = re.Pattern[str] | Caseless


def lowered(text: str) -> str:
    """The text in small letters, one for one, so that every offset stays ("İ" would become two)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(letter.lower()[0] for letter in text)


def alternatives(pattern: str) -> list[str]:
    """A pattern cut at the bars outside of its brackets."""
    found: list[str] = []
    depth, listed, begin, at = 0, False, 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif listed:
            listed = char != "]"
        elif char == "[":
            listed = True
            at += pattern.startswith(("]", "^]"), at + 1)
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            found.append(pattern[begin:at])
            begin = at + 1
        at += 1
    return [*found, pattern[begin:]]


def quick(pattern: str) -> str:
    r"""The same pattern, its alternatives tried only where a text has letters that one of them begins with.

    Those in a row that begin at the edge of a word stand behind one ``\b``.
    """
    rows = []
    for edge, group in groupby(alternatives(pattern), key=lambda one: one.startswith(_EDGE)):
        words = "|".join(one.removeprefix(_EDGE) if edge else one for one in group)
        heads = beginnings(words)
        rows.append(f"{_EDGE if edge else ''}{'' if '' in heads else f'(?={longest_of(heads)})'}(?:{words})")
    return "|".join(rows)
