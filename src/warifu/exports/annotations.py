"""The evidence as W3C Web Annotations: each statement is a note on the words of its source.

Where the source's own words are kept, the target selects them by quote; else the whole document is the target. The body
says what was read there, in the words of the codelists, and who stands behind the reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from warifu.exports.book import Book
from warifu.exports.linked import Json, told, write_json
from warifu.tables import contract as c

FILE: Final = "annotations.jsonld"
CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"


def write(book: Book, folder: Path) -> None:
    """Write one page of annotations that holds them all."""
    items = list(notes(book))
    write_json(
        folder / FILE,
        {
            "@context": CONTEXT,
            "id": f"{book.publication.address}/exports/{FILE}",
            "type": "AnnotationCollection",
            "label": f"The evidence of {book.programme.name_en}",
            "total": len(items),
            "first": {
                "id": f"{book.publication.address}/exports/{FILE}#page-1",
                "type": "AnnotationPage",
                "partOf": f"{book.publication.address}/exports/{FILE}",
                "startIndex": 0,
                "items": items,
            },
        },
    )


def notes(book: Book) -> Iterator[Json]:
    """Every statement that rests on one source."""
    for row in book.each(c.StatementRow):
        if row.source not in book.sources:
            continue
        machine: Json = {"generator": {"type": "Software", "name": row.read_by}} if row.read_by else {}
        yield {
            "id": f"{book.publication.address}/annotations/{row.statement}",
            "type": "Annotation",
            "motivation": "classifying" if row.field in ("stage", "status", "paper") else "describing",
            "creator": {"type": "Person", "nickname": row.by},
            "created": f"{book.dated}T00:00:00Z",
            "body": _body(book, row),
            "target": _target(book, row),
            **machine,
        }


def _body(book: Book, row: c.StatementRow) -> list[Json]:
    found: list[Json] = [
        {
            "type": "TextualBody",
            "value": f"{row.field}: {row.says}",
            "purpose": "classifying",
            "format": "text/plain",
            "language": "en",
        },
        {
            "type": "SpecificResource",
            "source": book.address("statements", row.statement),
            "purpose": "linking",
        },
    ]
    if row.note:
        found.append(
            {
                "type": "TextualBody",
                "value": row.note,
                "purpose": "commenting",
                "format": "text/plain",
                "language": "en",
            }
        )
    return found


def _target(book: Book, row: c.StatementRow) -> Json:
    source = book.sources[row.source]
    address = source.url if source.url.startswith(("http://", "https://")) else book.address("sources", source.source)
    if not row.quote:
        return told({"type": "SpecificResource", "source": address})
    return {
        "type": "SpecificResource",
        "source": address,
        "selector": {"type": "TextQuoteSelector", "exact": row.quote},
    }
