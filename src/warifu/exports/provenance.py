"""Where everything came from, as PROV-O in JSON-LD: sources, statements, deals, figures, and the build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote

from warifu.exports.book import Book
from warifu.exports.linked import TERMS, Json, edtf_type, told, write_json
from warifu.tables import contract as c

FILE: Final = "provenance.jsonld"

CONTEXT: Final[Json] = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dct": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "warifu": TERMS,
    "label": "rdfs:label",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "hadPrimarySource": {"@id": "prov:hadPrimarySource", "@type": "@id"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
    "alternateOf": {"@id": "prov:alternateOf", "@type": "@id"},
}


def write(book: Book, folder: Path) -> None:
    """Write the graph."""
    write_json(folder / FILE, {"@context": CONTEXT, "@graph": list(graph(book))})


def graph(book: Book) -> Iterator[Json]:
    """Agents, the build, then every source, statement, deal and figure."""
    build, program = f"{book.publication.address}/#build-{book.version}", f"{book.publication.address}/#warifu"
    yield {"@id": program, "@type": ["prov:SoftwareAgent", "prov:Agent"], "label": "warifu"}
    yield told(
        {
            "@id": build,
            "@type": "prov:Activity",
            "label": f"Build of {book.programme.name_en}, as known on {book.programme.as_of}",
            "wasAssociatedWith": program,
            "warifu:kept": book.kept,
            "warifu:contract": book.meta.get("contract", ""),
        }
    )
    coders = sorted({row.by for row in book.rows(c.StatementRow)} | {deal.coder for deal in book.deals.values()})
    for name in coders:
        yield {"@id": _person(book, name), "@type": ["prov:Person", "prov:Agent"], "label": name}
    for name in sorted({row.read_by for row in book.rows(c.StatementRow)} - {""}):
        yield {"@id": _machine(book, name), "@type": ["prov:SoftwareAgent", "prov:Agent"], "label": name}
    for source in book.rows(c.SourceRow):
        yield _source(book, source)
    for row in book.rows(c.StatementRow):
        known = row.source in book.sources
        yield told(
            {
                "@id": book.address("statements", row.statement),
                "@type": ["prov:Entity", "warifu:Statement"],
                "label": f"{row.field}: {row.says}",
                "hadPrimarySource": book.address("sources", row.source) if known else None,
                "wasAttributedTo": [_person(book, row.by), _machine(book, row.read_by)]
                if row.read_by
                else _person(book, row.by),
                "warifu:voice": row.voice,
            }
        )
    for deal in book.deals.values():
        yield {
            "@id": book.address("deals", deal.deal),
            "@type": ["prov:Entity", "warifu:Deal"],
            "label": deal.title,
            "wasDerivedFrom": [book.address("statements", row.statement) for row in book.statements.get(deal.deal, ())],
            "wasAttributedTo": _person(book, deal.coder),
        }
    for figure in book.rows(c.FigureRow):
        if figure.slice == "all":
            yield told(
                {
                    "@id": book.address("figures", figure.figure),
                    "@type": ["prov:Entity", "warifu:Figure"],
                    "label": figure.label,
                    "wasGeneratedBy": build,
                    "wasDerivedFrom": sorted(_parts(book, figure)),
                }
            )


def _person(book: Book, name: str) -> str:
    return f"{book.publication.address}/#coder-{name}"


def _machine(book: Book, name: str) -> str:
    return f"{book.publication.address}/#reader-{quote(name)}"


def _source(book: Book, source: c.SourceRow) -> Json:
    origin = source.origin if source.origin != source.source and source.origin in book.sources else ""
    web = source.url.startswith(("http://", "https://"))
    return told(
        {
            "@id": book.address("sources", source.source),
            "@type": ["prov:Entity", "warifu:Source"],
            "label": source.publisher,
            "dct:issued": edtf_type(source.published_text) if source.published_text else None,
            "alternateOf": source.url if web and " " not in source.url else None,
            "wasDerivedFrom": book.address("sources", origin) if origin else None,
        }
    )


def _parts(book: Book, figure: c.FigureRow) -> Iterator[str]:
    """What a figure was made from: deals and sums, as far as they are here."""
    for deal in figure.deals:
        if deal in book.deals:
            yield book.address("deals", deal)
    for item in figure.sums:
        yield book.address("sums", item)
