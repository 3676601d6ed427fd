"""Which letters a pattern cannot match without: so that a rule runs only on texts that may hold it.

A text is searched for a plain word far faster than for a pattern. `needed` reads a pattern as Python's own
parser reads it; what it does not understand it leaves alone, and then the rule always runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from warifu.documents.caseless import Pattern

SHORTEST: Final = 3
"""Fewer letters than this stand in nearly every text."""


def needed(pattern: Pattern) -> frozenset[str] | None:
    """Words of which every match holds one, case folded; None where there is no such set."""
    parser = getattr(re, "_parser", None)
    if parser is None:
        return None
    return _of(parser.parse(pattern.pattern, pattern.flags))


def may_match(words: frozenset[str] | None, folded: str) -> bool:
    """Whether a pattern with these needed words may match the text, given case folded."""
    return words is None or any(word in folded for word in words)


def _of(items: Iterable[Any]) -> frozenset[str] | None:
    found: list[frozenset[str]] = []
    run = ""
    for name, value in (*((str(name), value) for name, value in items), ("END", None)):
        if name == "LITERAL":
            run += chr(value)
            continue
        if len(run) >= SHORTEST:
            found.append(frozenset([run.casefold()]))
        run = ""
        inner = _inside(name, value)
        if inner is not None:
            found.append(inner)
    return max(found, key=lambda words: (min(map(len, words)), -len(words)), default=None)


def _inside(name: str, value: Any) -> frozenset[str] | None:
    if name == "SUBPATTERN":
        return _of(value[-1])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] >= 1:
        return _of(value[2])
    if name == "BRANCH":
        return _union([_of(branch) for branch in value[1]])
    return None


def _union(parts: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    known = [part for part in parts if part is not None]
    return frozenset().union(*known) if len(known) == len(parts) else None
