"""How catalogues find the ledger: schema.org Dataset, DCAT 3, and Croissant for those who train on it.

Each names the files that were made before it into the same folder, with their sizes and digests.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from warifu.exports import package
from warifu.exports.book import Book, digest_of
from warifu.exports.linked import Json, told, write_json
from warifu.tables import contract as c

DCAT: Final = "dcat.jsonld"
DATASET: Final = "dataset.schema-org.jsonld"
CROISSANT: Final = "croissant.json"

MEDIA: Final = "https://www.iana.org/assignments/media-types/"

CROISSANT_TYPES: Final[Mapping[str, str]] = {
    "text": "sc:Text",
    "whole": "sc:Integer",
    "decimal": "sc:Float",
    "number": "sc:Float",
    "yes-no": "sc:Boolean",
    "day": "sc:Date",
    "list": "sc:Text",
}

KINDS: Final[Mapping[str, str]] = {
    ".csv": "text/csv",
    ".xml": "application/xml",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def write(book: Book, folder: Path) -> None:
    """Write all three; Croissant only where the CSV files were made, for it describes them."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix in KINDS]
    described = [_file(book, folder, path) for path in files]
    write_json(folder / DATASET, schema_org(book, described))
    write_json(folder / DCAT, dcat(book, described))
    if (folder / package.FOLDER / "datapackage.json").is_file():
        write_json(folder / CROISSANT, croissant(book, folder))


def _file(book: Book, folder: Path, path: Path) -> Json:
    name = path.relative_to(folder).as_posix()
    return {
        "name": name,
        "url": f"{book.publication.address}/exports/{name}",
        "media": KINDS[path.suffix],
        "size": path.stat().st_size,
        "sha256": digest_of(path),
    }


def _period(book: Book) -> str:
    return f"{book.programme.begin_text}/{book.programme.end_text or '..'}"


def _about(book: Book) -> str:
    told_of = book.programme.summary_en or f"The ledger of {book.programme.name_en}."
    return (
        f"{told_of} {len(book.deals)} deals, {book.count(c.StatementRow)} statements, as known on "
        f"{book.programme.as_of}; every figure leads back to the quoted words."
    )


def schema_org(book: Book, files: list[Json]) -> Json:
    """The ledger as search engines read it."""
    publication, programme = book.publication, book.programme
    publisher = told({"@type": "Organization", "name": publication.publisher, "email": publication.contact})
    return told(
        {
            "@context": "https://schema.org/",
            "@type": "Dataset",
            "@id": publication.address,
            "name": programme.name_en,
            "alternateName": [name for name in (programme.name_ja, programme.name_ru) if name],
            "description": _about(book),
            "url": publication.address,
            "version": book.version,
            "dateModified": book.dated,
            "temporalCoverage": _period(book),
            "spatialCoverage": [
                {"@type": "Country", "identifier": code} for code in (programme.side_left, programme.side_right)
            ],
            "license": publication.licence_address,
            "creator": publisher,
            "publisher": publisher,
            "isAccessibleForFree": True,
            "inLanguage": "en",
            "keywords": ["agreements", "pledges", "aid", "bilateral relations"],
            "measurementTechnique": "Sources read and coded by people; rules of the codebook; see the method page",
            "variableMeasured": [
                {"@type": "PropertyValue", "name": row.label, "unitText": row.unit}
                for row in book.rows(c.FigureRow)
                if row.slice == "all"
            ],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": item["name"],
                    "contentUrl": item["url"],
                    "encodingFormat": item["media"],
                    "contentSize": f"{item['size']} B",
                    "sha256": item["sha256"],
                }
                for item in files
            ],
        }
    )


DCAT_CONTEXT: Final[Json] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def dcat(book: Book, files: list[Json]) -> Json:
    """The ledger as data portals read it (DCAT 3)."""
    publication, programme = book.publication, book.programme

    def text(value: str, language: str = "en") -> Json:
        return {"@value": value, "@language": language}

    titles = [text(programme.name_en)]
    titles += [
        text(name, language) for name, language in ((programme.name_ja, "ja"), (programme.name_ru, "ru")) if name
    ]
    day = {"@value": book.dated, "@type": "xsd:date"}
    agent = {"@id": f"{publication.address}/#publisher", "@type": "foaf:Agent", "foaf:name": publication.publisher}
    dataset = told(
        {
            "@id": f"{publication.address}/#dataset",
            "@type": "dcat:Dataset",
            "dct:title": titles,
            "dct:description": text(_about(book)),
            "dct:identifier": f"{programme.programme}-{book.version}",
            "dct:modified": day,
            "dct:license": {"@id": publication.licence_address},
            "dct:publisher": {"@id": agent["@id"]},
            "dct:temporal": told(
                {
                    "@type": "dct:PeriodOfTime",
                    "dcat:startDate": _xsd(programme.begin_text),
                    "dcat:endDate": _xsd(programme.end_text),
                }
            ),
            "dcat:version": book.version,
            "dcat:landingPage": {"@id": publication.address},
            "dcat:keyword": [text("agreements"), text("pledges")],
            "dcat:contactPoint": {"@type": "vcard:Kind", "vcard:hasEmail": {"@id": f"mailto:{publication.contact}"}}
            if publication.contact
            else None,
            "dcat:distribution": [
                {
                    "@id": f"{item['url']}#distribution",
                    "@type": "dcat:Distribution",
                    "dct:title": text(item["name"]),
                    "dct:license": {"@id": publication.licence_address},
                    "dcat:accessURL": {"@id": publication.address},
                    "dcat:downloadURL": {"@id": item["url"], "@type": "rdfs:Resource"},
                    "dcat:mediaType": {"@id": f"{MEDIA}{item['media']}"},
                    "dcat:byteSize": {"@value": str(item["size"]), "@type": "xsd:nonNegativeInteger"},
                    "spdx:checksum": {
                        "@type": "spdx:Checksum",
                        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                        "spdx:checksumValue": {"@value": item["sha256"], "@type": "xsd:hexBinary"},
                    },
                }
                for item in files
            ],
        }
    )
    catalogue = {
        "@id": f"{publication.address}/#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": text(f"{programme.name_en}: the ledger"),
        "dct:description": text(f"What {publication.publisher} publishes of it"),
        "dct:publisher": {"@id": agent["@id"]},
        "dcat:dataset": {"@id": dataset["@id"]},
    }
    kinds: list[Json] = [  # what each address names: validators of the application profile ask for it
        {"@id": publication.address, "@type": ["foaf:Document", "rdfs:Resource"]},
        {"@id": publication.licence_address, "@type": "dct:LicenseDocument"},
        {"@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"},
        *({"@id": f"{MEDIA}{media}", "@type": "dct:MediaType"} for media in sorted({item["media"] for item in files})),
    ]
    return {"@context": DCAT_CONTEXT, "@graph": [catalogue, dataset, agent, *kinds]}


def _xsd(day: str) -> Json | None:
    """A year, a month or a day with its type; None for anything else."""
    kinds = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
    return {"@value": day, "@type": kinds[len(day)]} if len(day) in kinds and day.replace("-", "").isdigit() else None


CROISSANT_CONTEXT: Final[Json] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    **{
        word: f"cr:{word}"
        for word in (
            "citeAs", "column", "equivalentProperty", "extract", "field", "fileProperty", "fileObject", "fileSet",
            "format", "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet",
            "references", "regex", "repeated", "replace", "samplingRate", "separator", "source", "subField",
            "transform",
        )
    },
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "sc": "https://schema.org/",
}  # fmt: skip


def croissant(book: Book, folder: Path) -> Json:
    """The CSV files as Croissant 1.0: each table a record set, each column a field with its type and meaning."""
    publication, programme = book.publication, book.programme
    described: Any = json.loads((folder / package.FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    files, sets = [], []
    for resource, (name, row) in zip(described["resources"], c.TABLES.items(), strict=True):
        files.append(
            {
                "@type": "cr:FileObject",
                "@id": f"{name}.csv",
                "name": f"{name}.csv",
                "description": resource["description"],
                "contentUrl": f"{package.FOLDER}/{resource['path']}",
                "contentSize": f"{resource['bytes']} B",
                "encodingFormat": "text/csv",
                "sha256": resource["hash"].removeprefix("sha256:"),
            }
        )
        sets.append(
            {
                "@type": "cr:RecordSet",
                "@id": name,
                "name": name,
                "description": resource["description"],
                "key": [{"@id": f"{name}/{key}"} for key in resource["schema"]["primaryKey"]],
                "field": [
                    {
                        "@type": "cr:Field",
                        "@id": f"{name}/{field.name}",
                        "name": field.name,
                        "description": field.column.meaning,
                        "dataType": CROISSANT_TYPES[field.kind],
                        "source": {"fileObject": {"@id": f"{name}.csv"}, "extract": {"column": field.name}},
                    }
                    for field in c.fields(row)
                ],
            }
        )
    return {
        "@context": CROISSANT_CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": programme.programme,
        "description": _about(book),
        "url": publication.address,
        "license": publication.licence_address,
        "version": _semantic(book),
        "datePublished": book.dated,
        "creator": {"@type": "Organization", "name": publication.publisher},
        "citeAs": f"{publication.publisher} ({book.dated[:4]}): {programme.name_en}, {book.version}",
        "distribution": files,
        "recordSet": sets,
    }


def _semantic(book: Book) -> str:
    """The release as Croissant wants a version: three numbers."""
    return f"{book.publication.release or 0}.0.0"
