"""The codelists with stable addresses: every word, what it means, its names, and the nearest term elsewhere (SKOS).

A word's address is `…/codelists/<List>#<word>`. It never changes meaning: a word that would is replaced by another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from warifu.exports.book import HOME, Book
from warifu.exports.linked import TERMS, Json, told, write_json
from warifu.tables import contract as c

FILE: Final = "codelists.jsonld"
LISTS: Final = f"{HOME}/codelists/"

CONTEXT: Final[Json] = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "warifu": TERMS,
    "title": {"@id": "dct:title", "@language": "en"},
    "notation": "skos:notation",
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "definition": {"@id": "skos:definition", "@language": "en"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "nearestIATI": "warifu:nearestIATI",
    "nearestOECD": "warifu:nearestOECD",
    "nearestPLOVER": "warifu:nearestPLOVER",
    "nearestTUFF": "warifu:nearestTUFF",
}


def address(codelist: str, code: str = "") -> str:
    """The address of a list or of a word of it."""
    words = re.sub("[^a-z0-9]+", "-", code.lower()).strip("-")
    return f"{LISTS}{codelist}#{words}" if code else f"{LISTS}{codelist}"


def write(book: Book, folder: Path) -> None:
    """Write every list."""
    write_json(folder / FILE, {"@context": CONTEXT, "@graph": list(graph(book))})


def graph(book: Book) -> Iterator[Json]:
    """Every list and every word."""
    rows = book.rows(c.CodeRow)
    for name in dict.fromkeys(row.codelist for row in rows):
        yield {"@id": address(name), "@type": "skos:ConceptScheme", "title": name}
    for row in rows:
        yield told(
            {
                "@id": address(row.codelist, row.code),
                "@type": "skos:Concept",
                "inScheme": address(row.codelist),
                "notation": row.code,
                "prefLabel": told({"en": row.code, "ja": row.name_ja, "ru": row.name_ru}),
                "definition": row.meaning,
                "nearestIATI": row.iati,
                "nearestOECD": row.oecd,
                "nearestPLOVER": row.plover,
                "nearestTUFF": row.tuff,
            }
        )
