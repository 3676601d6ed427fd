"""Tables of words, looked up by the first letter of each word, so that a long table costs hardly more than a short one.

A row is a class and the pattern of its words. At each place of a text only the alternatives are tried that can begin
with the letter there; where two rows fit, the earlier one wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

# The standard library's own parser of patterns has no public name in the versions of Python that are supported.
from re import _parser as parser  # type: ignore[attr-defined]  # isort: skip

_EAST: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORDS: Final = re.compile(r"(?<![^\W\d_])\S")
_LETTERS: Final = re.compile(r"\S")
_WIDE: Final = 64
"""A range of more letters than this is taken for any letter."""


class Table:
    """Rows of word patterns. Where words are parted by spaces (`spaced`; None: as the rows' own letters say) a match
    begins at the beginning of a word."""

    def __init__(self, rows: Mapping[str, str], flags: re.RegexFlag = re.I, spaced: bool | None = None) -> None:
        if spaced is None:
            spaced = not any(_EAST.search(row) for row in rows.values())
        self._begins = _WORDS if spaced else _LETTERS
        first: dict[str, dict[str, list[str]]] = {}
        anywhere: dict[str, list[str]] = {}
        told = [(name, words, _first(words)) for name, row in rows.items() for words in alternatives(row)]
        letters = sorted({letter for _, _, begins in told if begins is not None for letter in begins})
        for name, words, begins in told:
            for letter in letters if begins is None else sorted(begins):
                first.setdefault(letter, {}).setdefault(name, []).append(words)
            if begins is None:
                anywhere.setdefault(name, []).append(words)
        self._by_letter = {letter: _compiled(rows, flags) for letter, rows in first.items()}
        self._else = _compiled(anywhere, flags) if anywhere else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match, none overlapping; `lastgroup` is the class."""
        stop = len(text) if end is None else end
        done = start
        by_letter, other = self._by_letter, self._else
        for place in self._begins.finditer(text, start, stop):
            at = place.start()
            if at < done:
                continue
            pattern = by_letter.get(text[at].lower(), other)
            if pattern is None:
                continue
            match = pattern.match(text, at, stop)
            if match is not None and match.end() > at:
                done = match.end()
                yield match

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match."""
        return next(self.finditer(text, start, end), None)


def _compiled(rows: Mapping[str, list[str]], flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in rows.items()), flags)


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


def _first(words: str) -> frozenset[str] | None:
    """The letters that a pattern can begin with, lower case; None where that may be any."""
    begins, empty = _begins(parser.parse(words, re.I))
    return None if begins is None or empty else frozenset(begins)


def _begins(parsed: Any) -> tuple[set[str] | None, bool]:
    """The first letters of a parsed pattern (None: any), and whether it can match nothing."""
    found: set[str] = set()
    for kind, told in parsed:
        letters, empty = _step(str(kind), told)
        if letters is None:
            return None, False
        found |= letters
        if not empty:
            return found, False
    return found, True


def _step(kind: str, told: Any) -> tuple[set[str] | None, bool]:
    match kind:
        case "LITERAL":
            return {chr(told).lower()}, False
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return set(), True
        case "IN":
            return _listed(told), False
        case "SUBPATTERN":
            return _begins(told[-1])
        case "BRANCH":
            found: set[str] = set()
            empty = False
            for branch in told[1]:
                letters, nothing = _begins(branch)
                if letters is None:
                    return None, False
                found |= letters
                empty = empty or nothing
            return found, empty
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            letters, nothing = _begins(told[2])
            return letters, nothing or told[0] == 0
        case _:
            return None, False


def _listed(told: Any) -> set[str] | None:
    found: set[str] = set()
    for kind, value in told:
        if str(kind) == "LITERAL":
            found.add(chr(value).lower())
        elif str(kind) == "RANGE" and value[1] - value[0] <= _WIDE:
            found |= {chr(code).lower() for code in range(value[0], value[1] + 1)}
        else:
            return None
    return found
