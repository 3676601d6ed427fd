"""A text cut into pieces for a page: the words of every field marked, and nothing in it able to act or to hide.

A document is hostile until shown otherwise. Its text is never markup; characters that turn the direction of writing,
hide or steer are shown as signs, one for one, so that offsets stay true; each line stands in a direction of its own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

AROUND: Final = 3_000
"""Characters shown before and after the passage until the reader asks for all."""

SIGN: Final = "\u2423"  # an open box
STEERING: Final = {
    **dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"), "\u21c4"),
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e"), "\u00b7"),
}
"""Characters that turn the direction of writing, and such as are not seen; each with the sign shown for it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start:end` belong to the field `name`."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters from `at` on that belong to the same fields; `odd` when a word mixes scripts or a sign was put in."""

    text: str
    at: int
    names: tuple[str, ...]
    odd: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a text as shown: `before` and `after` are the characters left out."""

    lines: tuple[Line, ...]
    before: int
    after: int


def shown(body: str, marks: Sequence[Mark], start: int = 0, end: int | None = None, around: int = AROUND) -> Shown:
    """The lines of a text around `start:end`, or all of it where `end` is None."""
    first, last = 0, len(body)
    if end is not None:
        first = max(0, body.rfind("\n", 0, max(0, start - around)) + 1) if start > around else 0
        stop = body.find("\n", min(len(body), end + around))
        last = len(body) if stop < 0 else stop
        first, last = max(first, start - 4 * around), min(last, end + 4 * around)
    inside = [mark for mark in marks if mark.start < last and mark.end > first and mark.start < mark.end]
    lines = []
    at = first
    for text in body[first:last].split("\n"):
        here = [mark for mark in inside if mark.start < at + len(text) and mark.end > at]
        lines.append(Line(tuple(_pieces(text, at, here))))
        at += len(text) + 1
    return Shown(tuple(lines), first, len(body) - last)


def _pieces(text: str, at: int, marks: Sequence[Mark]) -> list[Piece]:
    cuts = {0, len(text)}
    for mark in marks:
        cuts.add(max(0, mark.start - at))
        cuts.add(min(len(text), mark.end - at))
    odd = mixed_words(text)
    for start, end in odd:
        cuts.update((start, end))
    found = []
    for start, end in pairwise(sorted(cuts)):
        names = tuple(dict.fromkeys(mark.name for mark in marks if mark.start <= at + start and mark.end >= at + end))
        mixed = any(low <= start and end <= high for low, high in odd)
        words = text[start:end]
        safe = words if words.isascii() and words.isprintable() else harmless(words)
        found.append(Piece(safe, at + start, names, "mixed" if mixed else "sign" if safe != words else ""))
    return found


def harmless(text: str) -> str:
    """The text with a sign for each character that would act on the page, one for one."""
    text = text.translate(STEERING)
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char in " \n\t\u00a0\u3000" or unicodedata.category(char) == "Zs" else SIGN
        for char in text
    )


def mixed_words(text: str) -> list[tuple[int, int]]:
    """Words that mix Latin with Cyrillic or Greek letters, as a name does that only looks like another."""
    if text.isascii():
        return []
    found = []
    start = None
    for place, char in enumerate(f"{text} "):
        if char.isalpha():
            start = place if start is None else start
        elif start is not None:
            scripts = {_script(letter) for letter in text[start:place]} - {""}
            if len(scripts) > 1:
                found.append((start, place))
            start = None
    return found


def _script(letter: str) -> str:
    code = ord(letter)
    if code < 0x250:
        return "Latin"
    if 0x370 <= code < 0x400:
        return "Greek"
    return "Cyrillic" if 0x400 <= code < 0x530 else ""
