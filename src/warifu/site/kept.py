"""How kept documents are named on pages: by title or file name, their kinds of copy and flags in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from markupsafe import Markup, escape

from warifu.site import addresses, words
from warifu.site.pen import Pen
from warifu.site.writing import Writer, tame
from warifu.tables import contract as c

__all__ = ["flag", "kind", "mentioned", "named", "why"]

_DIGEST: Final = re.compile(r"\b[0-9a-f]{16}\b")


def named(row: c.DocumentRow) -> str:
    """What to call a document that may have no title: by its file, or by the beginning of its digest."""
    return row.title or re.split(r"[/!]", row.source.rstrip("/"))[-1] or row.document[:12]


def kind(w: Writer, code: str) -> str:
    """A kind of copy in the language of the page."""
    return words.say(f"copy.{code}", w.language) if f"copy.{code}" in words.WORDS else tame(code)


def flag(w: Writer, name: str) -> str:
    """A flag in the language of the page."""
    key = f"flag.{name}" if f"flag.{name}" in words.WORDS else f"flag.{name.partition(':')[0]}"
    return words.say(key, w.language) if key in words.WORDS else tame(name)


def mentioned(documents: Mapping[str, c.DocumentRow], texts: Iterable[str]) -> dict[str, str]:
    """What to call the documents that some reasons name by the beginning of their digests."""
    starts = {digest[:16]: row for digest, row in documents.items()}
    found = sorted({start for text in texts for start in _DIGEST.findall(text)} & starts.keys())
    return {start: named(starts[start]) for start in found}


def why(pen: Pen, text: str, names: Mapping[str, str]) -> Markup:
    """A reason with each document that it names by digest called by its name and linked."""
    parts = []
    at = 0
    for match in _DIGEST.finditer(text):
        if match.group(0) in names:
            there = pen.to(addresses.document(match.group(0)))
            parts.append(escape(tame(text[at : match.start()])))
            parts.append(Markup('<a href="{}">{}</a>').format(there, tame(names[match.group(0)])))
            at = match.end()
    if not parts:
        return pen.w.text(text)
    return Markup('<span lang="en">{}</span>').format(Markup("").join([*parts, escape(tame(text[at:]))]))
