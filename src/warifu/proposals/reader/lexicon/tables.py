"""Tables of words, looked up by the first letters of each word: a long one costs little more than a short one.

A row is a class and the pattern of its words. At each place of a text only the alternatives are tried that can begin
with the letters there; where two rows fit, the earlier one wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from warifu.proposals.reader.caseless import alternatives, lowered

# The standard library's own parser of patterns has no public name in the versions of Python that are supported.
from re import _parser as parser  # type: ignore[attr-defined]  # isort: skip

_EAST: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORD: Final = r"(?<![^\W\d_])(?=\S)"
_LETTER: Final = r"(?=\S)"
_LONGEST: Final = 3
"""So many letters at the beginning of a word are looked at: hardly a word with the same is not one of the table."""
_MANY: Final = 200
"""More beginnings than this are taken for any."""
_WIDE: Final = 64
"""A range of more letters than this is taken for any letter."""

Begins = frozenset[tuple[str, bool]]
"""The letters that something can begin with, and whether what follows them is known."""
_ANY: Final[Begins] = frozenset({("", False)})


class Table:
    """Rows of word patterns. Where words are parted by spaces (`spaced`; None: as the rows' own letters say) a match
    begins at the beginning of a word."""

    def __init__(self, rows: Mapping[str, str], flags: re.RegexFlag = re.I, spaced: bool | None = None) -> None:
        if spaced is None:
            spaced = not any(_EAST.search(row) for row in rows.values())
        self.rows = rows
        self.spaced = spaced
        self._flags = flags
        self._heads = [(name, words, _heads(words)) for name, row in rows.items() for words in alternatives(row)]
        heads = sorted({head for _, _, begins in self._heads for head in begins})
        self._places = re.compile(rf"{_WORD if spaced else _LETTER}(?=({_trie(heads)}))")
        self._begun: dict[str, re.Pattern[str]] = {}

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match, none overlapping; `lastgroup` is the class."""
        stop = len(text) if end is None else end
        done = start
        for place in self._places.finditer(lowered(text), start, stop):
            at = place.start()
            if at < done:
                continue
            match = self._beginning(place[1]).match(text, at, stop)
            if match is not None and match.end() > at:
                done = match.end()
                yield match

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match."""
        return next(self.finditer(text, start, end), None)

    def _beginning(self, head: str) -> re.Pattern[str]:
        """The alternatives that can begin with these letters, compiled when a text first has them."""
        if head not in self._begun:
            rows: dict[str, list[str]] = {}
            for name, words, begins in self._heads:
                if any(head.startswith(one) for one in begins):
                    rows.setdefault(name, []).append(words)
            words = "|".join(f"(?P<{name}>{'|'.join(told)})" for name, told in rows.items())
            self._begun[head] = re.compile(words, self._flags)
        return self._begun[head]


def _trie(heads: list[str]) -> str:
    """A pattern for the longest of these that a text has at a place, letter by letter."""
    tails: dict[str, list[str]] = {}
    for head in heads:
        if head:
            tails.setdefault(head[0], []).append(head[1:])
    branches = "|".join(re.escape(letter) + _trie(rest) for letter, rest in sorted(tails.items()))
    return f"(?:{branches}){'?' * ('' in heads)}" if branches else ""


def _heads(words: str) -> frozenset[str]:
    """The letters that a pattern can begin with, small; an empty head where those may be any."""
    return frozenset(head for head, _ in _sequence(parser.parse(words, re.I)))


def _sequence(parsed: Any) -> Begins:
    begun: Begins = frozenset({("", True)})
    for kind, told in parsed:
        growing = {head for head, known in begun if known and len(head) < _LONGEST}
        step = _step(str(kind), told) if growing else frozenset()
        grown = {((head + more)[:_LONGEST], known) for head in growing for more, known in step}
        if len(grown) > _MANY:
            return frozenset((head, False) for head, _ in begun)
        begun = frozenset(grown | {(head, known) for head, known in begun if head not in growing or not known})
    return begun


def _step(kind: str, told: Any) -> Begins:
    match kind:
        case "LITERAL":
            return frozenset({(chr(told).lower(), True)})
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return frozenset({("", True)})
        case "IN":
            return _listed(told)
        case "SUBPATTERN":
            return _sequence(told[-1])
        case "BRANCH":
            return frozenset().union(*(_sequence(branch) for branch in told[1]))
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = told
            once = frozenset((head, known and most == 1) for head, known in _sequence(inner))
            return once | {("", True)} if least == 0 else once
        case _:
            return _ANY


def _listed(told: Any) -> Begins:
    found: set[str] = set()
    for kind, value in told:
        if str(kind) == "LITERAL":
            found.add(chr(value).lower())
        elif str(kind) == "RANGE" and value[1] - value[0] <= _WIDE:
            found |= {chr(code).lower() for code in range(value[0], value[1] + 1)}
        else:
            return _ANY
    return frozenset((letter, True) for letter in found)
