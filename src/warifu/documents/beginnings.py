"""Which letters a pattern can begin with: so that it is tried only at the few places of a text that have them.

A pattern is read as Python's own parser reads it; what is not understood may begin with anything. `literals` asks the
like of a whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

# The standard library's own parser of patterns has no public name in the versions of Python that are supported.
from re import _parser as parser  # type: ignore[attr-defined]  # isort: skip

LONGEST: Final = 3
"""So many letters are told: hardly a word begins with the same and is none of the pattern's."""
_MANY: Final = 200
"""More beginnings than this are taken for any."""
_WIDE: Final = 64
"""A range of more letters than this is taken for any letter."""

_Begun = frozenset[tuple[str, bool]]
"""The letters that something can begin with, and whether what follows them is known."""
_ANY: Final[_Begun] = frozenset({("", False)})


def beginnings(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> frozenset[str]:
    """One of these every match begins with, in small letters under `re.I`; an empty one where that may be anything."""
    heads = frozenset(head for head, _ in _sequence(parser.parse(pattern, flags)))
    return frozenset(head.lower() for head in heads) if flags & re.I else heads


def longest_of(heads: Iterable[str]) -> str:
    """A pattern for the longest of these that a text has at a place, letter by letter."""
    tails: dict[str, list[str]] = {}
    optional = ""
    for head in sorted(heads):
        if head:
            tails.setdefault(head[0], []).append(head[1:])
        else:
            optional = "?"
    branches = "|".join(re.escape(letter) + longest_of(rest) for letter, rest in tails.items())
    return f"(?:{branches}){optional}" if branches else ""


def _sequence(parsed: Any) -> _Begun:
    begun: _Begun = frozenset({("", True)})
    for kind, told in parsed:
        growing = {head for head, known in begun if known and len(head) < LONGEST}
        step = _step(str(kind), told) if growing else frozenset()
        grown = {((head + more)[:LONGEST], known) for head in growing for more, known in step}
        if len(grown) > _MANY:
            return frozenset((head, False) for head, _ in begun)
        begun = frozenset(grown | {(head, known) for head, known in begun if head not in growing or not known})
    return begun


def _step(kind: str, told: Any) -> _Begun:
    match kind:
        case "LITERAL":
            return frozenset({(chr(told), True)})
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return frozenset({("", True)})
        case "IN":
            return _listed(told)
        case "SUBPATTERN":
            return _ANY if told[1] & re.I else _sequence(told[-1])
        case "BRANCH":
            return frozenset().union(*(_sequence(branch) for branch in told[1]))
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = told
            once = frozenset((head, known and most == 1) for head, known in _sequence(inner))
            return once | {("", True)} if least == 0 else once
        case _:
            return _ANY


def _listed(told: Any) -> _Begun:
    found: set[str] = set()
    for kind, value in told:
        if str(kind) == "LITERAL":
            found.add(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] <= _WIDE:
            found |= {chr(code) for code in range(value[0], value[1] + 1)}
        else:
            return _ANY
    return frozenset((letter, True) for letter in found)
