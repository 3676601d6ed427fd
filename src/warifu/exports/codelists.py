"""The codelists with stable addresses: every word, what it means, its names, and the nearest term elsewhere (SKOS).

A word's address is `…/codelists/<List>#<word>`. It never changes meaning: a word that would is replaced by another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final

from warifu.exports.book import HOME, Book
from warifu.exports.linked import TERMS, Json, told, write_json
from warifu.terms import words
from warifu.terms.codelist import MEANINGS

FILE: Final = "codelists.jsonld"
LISTS: Final = f"{HOME}/codelists/"

CONTEXT: Final[Json] = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "warifu": TERMS,
    "title": {"@id": "dct:title", "@language": "en"},
    "notation": "skos:notation",
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "definition": {"@id": "skos:definition", "@container": "@language"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "nearestIATI": "warifu:nearestIATI",
    "nearestOECD": "warifu:nearestOECD",
    "nearestCAMEO": "warifu:nearestCAMEO",
    "nearestPLOVER": "warifu:nearestPLOVER",
    "nearestTUFF": "warifu:nearestTUFF",
}


def address(codelist: str, code: str = "") -> str:
    """The address of a list or of a word of it."""
    plain = re.sub("[^a-z0-9]+", "-", code.lower()).strip("-")
    return f"{LISTS}{codelist}#{plain}" if code else f"{LISTS}{codelist}"


def write(book: Book, folder: Path) -> None:
    """Write every list; they are the same for every ledger of this version of warifu."""
    write_json(folder / FILE, {"@context": CONTEXT, "@graph": list(graph())})


def graph() -> Iterator[Json]:
    """Every list and every word."""
    for name, kind in lists().items():
        yield told({"@id": address(name), "@type": "skos:ConceptScheme", "title": name, "rdfs:comment": _asks(kind)})
    for name, kind in lists().items():
        for word in kind:
            meaning = MEANINGS[word]
            yield told(
                {
                    "@id": address(name, word),
                    "@type": "skos:Concept",
                    "inScheme": address(name),
                    "notation": str(word),
                    "prefLabel": told({"en": str(word), "ja": meaning.ja, "ru": meaning.ru}),
                    "definition": told({"en": meaning.text, "ja": meaning.text_ja, "ru": meaning.text_ru}),
                    "nearestIATI": meaning.iati,
                    "nearestOECD": meaning.oecd,
                    "nearestCAMEO": meaning.cameo,
                    "nearestPLOVER": meaning.plover,
                    "nearestTUFF": meaning.tuff,
                }
            )


def lists() -> dict[str, type[StrEnum]]:
    """Every codelist by its name."""
    return {
        name: kind
        for name, kind in sorted(vars(words).items())
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    }


def _asks(kind: type[StrEnum]) -> str:
    """The question that a list answers, where its docstring says so."""
    said = (kind.__doc__ or "").strip()
    return "" if said.startswith("An enumeration") else said
