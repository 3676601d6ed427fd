"""Statements as JSON Lines: one statement a line, with its source beside it, and a JSON Schema that says what it means.

A line stands alone: whoever reads it needs no other file. What no source tells is null, never an empty text or 0.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from warifu.exports.book import HOME, Book, number
from warifu.tables import contract as c
from warifu.terms.codelist import Bound, SourceKind, Standing, SumKind

LINES: Final = "statements.jsonl"
SCHEMA: Final = "statements.schema.json"

FIELDS: Final = ("stage", "status", "paper", "instrument", "party", "sum")


def write(book: Book, folder: Path) -> None:
    """Write the statements and their schema."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    with (folder / LINES).open("w", encoding="utf-8", newline="\n") as file:
        for line in lines(book):
            file.write(encode(line) + "\n")
    (folder / SCHEMA).write_text(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def lines(book: Book) -> Iterator[dict[str, Any]]:
    """Every statement as one value, in the order of the table."""
    titles = {deal.deal: deal.title for deal in book.each(c.DealRow)}
    for row in book.each(c.StatementRow):
        name = row.statement.partition("@")[0]
        told = next((item for item in book.sums.get(row.deal) if item.sum == name), None)
        yield {
            "id": row.statement,
            "address": book.address("statements", row.statement),
            "programme": book.programme.programme,
            "deal": row.deal,
            "deal_title": titles[row.deal],
            "field": row.field,
            "says": row.says,
            "sum": None if told is None else _sum(told),
            "on": row.on_text or None,
            "published": row.published_text or None,
            "voice": row.voice,
            "side": row.side or None,
            "quote": row.quote or None,
            "note": row.note or None,
            "read_by": row.by,
            "machine": row.read_by or None,
            "source": _source(book.sources[row.source]) if row.source in book.sources else None,
            "kept_in": {"file": row.file, "line": row.line},
        }


def _sum(row: c.SumRow) -> dict[str, Any]:
    return {
        "id": row.sum,
        "kind": row.kind,
        "amount": number(row.amount),
        "currency": row.currency,
        "bound": row.bound,
        "upper": None if row.upper is None else number(row.upper),
        "standing": row.standing,
    }


def _source(row: c.SourceRow) -> dict[str, Any]:
    return {
        "id": row.source,
        "publisher": row.publisher or None,
        "url": row.url or None,
        "published": row.published_text or None,
        "language": row.language or None,
        "kind": row.kind,
        "side": row.side or None,
        "rank": row.rank,
        "origin": row.origin,
        "doubtful": row.doubtful,
        "document": row.document or None,
    }


TEXT: Final = {"type": "string"}
MAYBE: Final = {"type": ["string", "null"]}
EDTF: Final = {"type": ["string", "null"], "pattern": r"^(\.\.|\d{4})"}
NUMBER: Final = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}


def _closed(meaning: str, properties: dict[str, Any], *, maybe: bool = False) -> dict[str, Any]:
    """An object with all of these properties and no other."""
    return {
        "description": meaning,
        "type": ["object", "null"] if maybe else "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def schema() -> dict[str, Any]:
    """The schema of one line."""
    told = _closed(
        "The sum it tells, where it tells one; the amount is a decimal number in a text, so that no reader rounds it",
        {
            "id": TEXT,
            "kind": {"enum": [str(word) for word in SumKind]},
            "amount": NUMBER,
            "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
            "bound": {"enum": [str(word) for word in Bound]},
            "upper": {"type": ["string", "null"], "pattern": NUMBER["pattern"]},
            "standing": {"enum": [str(word) for word in Standing]},
        },
        maybe=True,
    )
    source = _closed(
        "The publication, as cited; null where the statement rests on all sources of its sheet together",
        {
            "id": TEXT,
            "publisher": MAYBE,
            "url": MAYBE,
            "published": EDTF,
            "language": MAYBE,
            "kind": {"enum": [str(word) for word in SourceKind]},
            "side": MAYBE,
            "rank": {"type": ["integer", "null"], "minimum": 1, "maximum": 8},
            "origin": {**TEXT, "description": "What counts as the one witness: the source it copies, else itself"},
            "doubtful": {"type": "boolean", "description": "Spun or garbled: supports nothing alone"},
            "document": {**MAYBE, "description": "SHA-256 of the kept bytes"},
        },
        maybe=True,
    )
    whole = _closed(
        "What one source says about one deal, in somebody's voice, accepted by a person.",
        {
            "id": {**TEXT, "description": "Identifier: deal, row of the sheet, source"},
            "address": {"type": "string", "format": "uri", "description": "Its permanent address"},
            "programme": TEXT,
            "deal": TEXT,
            "deal_title": TEXT,
            "field": {"enum": list(FIELDS), "description": "What it tells of"},
            "says": {**TEXT, "description": "What it says, in the words of the codelists"},
            "sum": told,
            "on": {**EDTF, "description": "The day of the act (EDTF)"},
            "published": {**EDTF, "description": "The day of publication (EDTF)"},
            "voice": {**TEXT, "description": "Whose word it is"},
            "side": {**MAYBE, "description": "The side of that voice; null where nobody has judged it"},
            "quote": {**MAYBE, "description": "The source's own words, where kept"},
            "note": {**MAYBE, "description": "The coder's wording"},
            "read_by": {**TEXT, "description": "Who stands behind the reading"},
            "machine": {**MAYBE, "description": "The machine that read it before that person accepted it"},
            "source": source,
            "kept_in": _closed("The kept file it stands in", {"file": TEXT, "line": {"type": "integer"}}),
        },
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{HOME}/schemas/statement-{c.VERSION}.json",
        "title": "Statement",
        **whole,
    }
