"""The description of the API (OpenAPI 3.1), made from the column contracts, so that it cannot be out of date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import warifu
from warifu.api.answers import MOST, OF_A_DEAL, PAGING, USUAL
from warifu.tables import contract as c
from warifu.tables.contract import Field

TYPES: Final[Mapping[str, dict[str, Any]]] = {
    "text": {"type": "string"},
    "whole": {"type": "integer"},
    "decimal": {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    "number": {"type": "number"},
    "yes-no": {"type": "boolean"},
    "day": {"type": "string", "format": "date"},
    "list": {"type": "array", "items": {"type": "string"}},
}
"""How each kind of column comes in JSON."""

TEXT: Final = {"type": "string"}
WHOLE: Final = {"type": "integer", "minimum": 0}

Json = dict[str, Any]


def document() -> Json:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "warifu",
            "version": c.VERSION,
            "summary": "The ledger of what governments promise each other, read-only.",
            "description": (
                "Every answer follows from the built tables alone: the figures are those of the site. Amounts are "
                "decimal numbers in texts. null means not told, never zero. Every answer has an ETag; send it back as "
                "If-None-Match and an unchanged answer costs 304 and no body."
            ),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            "x-warifu": warifu.__version__,
        },
        "servers": [{"url": "/"}],
        "paths": {
            "/api/": _path("What there is: the programme, the day, the release", _ref("Index")),
            "/api/openapi.json": _path("This description", {"type": "object"}),
            "/api/tables": _path("Every table with its columns", {"type": "array", "items": _ref("Table")}),
            **{f"/api/tables/{name}": _table_path(name, row) for name, row in c.TABLES.items()},
            "/api/deals/{deal}": _deal_path(),
            "/api/figure": _figure_path("A published figure", _ref("figures-row")),
            "/api/why": _figure_path("The way from a figure back to the words it rests on", _ref("Step")),
        },
        "components": {"schemas": _schemas()},
    }


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


ETAG: Final[Json] = {"ETag": {"description": "Send it back as If-None-Match", "schema": TEXT}}
ASKED_BEFORE: Final[Json] = {
    "name": "If-None-Match",
    "in": "header",
    "description": "The ETag of an earlier answer",
    "required": False,
    "schema": {"type": "string", "pattern": '^(W/)?"[!#-~]*"$'},
}


def _answers(schema: Json, *, extra: Mapping[str, Json] | None = None) -> Json:
    found: Json = {
        "200": {
            "description": "The answer",
            "headers": ETAG,
            "content": {"application/json": {"schema": schema}},
        },
        "304": {"description": "Unchanged since the answer with that ETag", "headers": ETAG},
        "400": _problem("The question cannot be understood; the detail says what to ask"),
    }
    return {**found, **(extra or {})}


def _problem(meaning: str) -> Json:
    return {"description": meaning, "content": {"application/problem+json": {"schema": _ref("Problem")}}}


def _path(summary: str, schema: Json, asked: tuple[Json, ...] = (), extra: Mapping[str, Json] | None = None) -> Json:
    return {
        "get": {
            "summary": summary,
            "parameters": [*asked, ASKED_BEFORE],
            "responses": _answers(schema, extra=extra),
        }
    }


def _table_path(name: str, row: type[Any]) -> Json:
    fields = c.fields(row)
    page: tuple[Json, ...] = (
        _query("limit", "Rows of the answer", {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}),
        _query("offset", "Rows to pass over", {"type": "integer", "minimum": 0, "maximum": 999_999_999, "default": 0}),
    )
    # A column called as the paging words would be in their way; the contract has none, and a test keeps it so.
    filters = tuple(_query(field.name, field.column.meaning, TEXT) for field in fields if field.name not in PAGING)
    schema = {
        "type": "object",
        "properties": {
            "table": {"const": name},
            "total": {**WHOLE, "description": "Rows that have the asked values"},
            "offset": WHOLE,
            "limit": WHOLE,
            "rows": {"type": "array", "items": _ref(f"{name}-row")},
        },
        "required": ["table", "total", "offset", "limit", "rows"],
        "additionalProperties": False,
    }
    return _path((row.__doc__ or "").strip(), schema, (*page, *filters))


def _query(name: str, meaning: str, schema: Json, *, required: bool = False) -> Json:
    return {"name": name, "in": "query", "description": meaning, "required": required, "schema": schema}


def _deal_path() -> Json:
    moved = {"application/json": {"schema": _ref("Moved")}}
    return _path(
        "A deal with its parties, stages, sums, statements, versions, gaps and looks",
        _ref("Deal"),
        ({"name": "deal", "in": "path", "description": "Its id", "required": True, "schema": TEXT},),
        {
            "300": {"description": "It was split; the answer names what stands in its place", "content": moved},
            "301": {"description": "It was joined to another deal", "content": moved},
            "404": _problem("There never was such a deal"),
            "410": _problem("It was withdrawn; the detail says why"),
        },
    )


def _figure_path(summary: str, schema: Json) -> Json:
    address = _query("address", "Its address, such as all/binding or area-4/money-pledged", TEXT, required=True)
    return _path(
        summary, schema, (address,), {"404": _problem("There is no such figure; the detail names the nearest")}
    )


def _schemas() -> Json:
    rows = {f"{name}-row": _row(row) for name, row in c.TABLES.items()}
    step = {"room": TEXT, "ref": TEXT, "text": TEXT, "where": TEXT, "steps": {"type": "array", "items": _ref("Step")}}
    deal = {"deal": _ref("deals-row")}
    deal |= {table: {"type": "array", "items": _ref(f"{table}-row")} for table in OF_A_DEAL}
    column = _closed({"name": TEXT, "kind": TEXT, "meaning": TEXT})
    return {
        **rows,
        "Index": _closed(
            {
                "programme": _ref("programmes-row"),
                "meta": {"type": "object", "additionalProperties": TEXT},
                "links": {"type": "object", "additionalProperties": TEXT},
            }
        ),
        "Table": _closed(
            {"table": TEXT, "rows": WHOLE, "meaning": TEXT, "columns": {"type": "array", "items": column}}
        ),
        "Deal": _closed(deal),
        "Step": _closed(step),
        "Moved": _closed({"moved": {"type": "array", "items": TEXT}, "why": TEXT}),
        "Problem": _closed({"type": TEXT, "title": TEXT, "status": WHOLE, "detail": TEXT}),
    }


def _closed(properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _row(row: type[Any]) -> Json:
    found = _closed({field.name: _cell(field) for field in c.fields(row)})
    return {"description": (row.__doc__ or "").strip(), **found}


def _cell(field: Field) -> Json:
    schema = dict(TYPES[field.kind])
    if field.empty:
        schema["type"] = [schema["type"], "null"]
    return {**schema, "description": field.column.meaning}
