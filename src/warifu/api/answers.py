"""What the API answers: values made from the tables, the same for the same tables and question.

An amount is a decimal number in a text, so that no reader rounds it; what is not told is null.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from warifu.errors import UnknownFigureError
from warifu.tables import contract as c
from warifu.tables.contract import Field
from warifu.tables.files import FOLDER, Tables
from warifu.tables.why import Step, Walker
from warifu.terms.money import plain

MOST: Final = 1000
"""Rows that one answer holds at most."""

USUAL: Final = 100
PAGING: Final = ("limit", "offset")

OF_A_DEAL: Final = ("deal_parties", "stages", "sums", "statements", "versions", "gaps", "looks")
"""The tables whose rows belong to a deal, each by its column `deal`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A value and its status; `location` where the thing is now, if it moved."""

    value: Any
    status: int = 200
    location: str = ""


def refusal(status: int, detail: str) -> Answer:
    """What was wrong with the question, as RFC 9457 has it."""
    titles = {400: "Bad question", 404: "Not there", 410: "Withdrawn", 421: "Not for this host"}
    return Answer({"type": "about:blank", "title": titles[status], "status": status, "detail": detail}, status)


def plain_value(value: Any) -> Any:
    """A cell as JSON has it."""
    if isinstance(value, Decimal):
        return f"{plain(value):f}"
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def as_object(row: Any) -> dict[str, Any]:
    return {name: plain_value(value) for name, value in row._asdict().items()}


class Answers:
    """Answers from one state of the tables."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @cached_property
    def digest(self) -> str:
        """The digest of the tables: the same digest, the same answers."""
        total = hashlib.sha256(c.VERSION.encode())
        for path in sorted((self._tables.build / FOLDER).glob("*.parquet")):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
        return total.hexdigest()

    def index(self) -> Answer:
        """What there is."""
        programme = self._tables.rows(c.ProgrammeRow)[0]
        meta = {row.name: row.value for row in self._tables.rows(c.MetaRow)}
        links = {"openapi": "openapi.json", "tables": "tables", "figure": "figure?address=all/binding", "why": "why"}
        return Answer({"programme": as_object(programme), "meta": meta, "links": links})

    def tables(self) -> Answer:
        """Every table with its columns and how many rows it has."""
        return Answer(
            [
                {
                    "table": name,
                    "rows": len(self._tables.rows(row)),
                    "meaning": (row.__doc__ or "").strip(),
                    "columns": [
                        {"name": field.name, "kind": field.kind, "meaning": field.column.meaning}
                        for field in c.fields(row)
                    ],
                }
                for name, row in c.TABLES.items()
            ]
        )

    def table(self, name: str, question: Mapping[str, str]) -> Answer:
        """Rows of a table, those that have the asked values, a page of them."""
        if name not in c.TABLES:
            return refusal(404, f"there is no table {name!r}; /api/tables lists them")
        fields = {field.name: (place, field) for place, field in enumerate(c.fields(c.TABLES[name]))}
        unknown = sorted(set(question) - set(fields) - set(PAGING))
        if unknown:
            return refusal(400, f"{unknown[0]!r} is no column of {name}; there are: {', '.join(fields)}")
        page = {word: _whole(question.get(word, str(usual))) for word, usual in (("limit", USUAL), ("offset", 0))}
        limit, offset = page["limit"], page["offset"]
        if limit is None or not 1 <= limit <= MOST:
            return refusal(400, f"limit must be a whole number from 1 to {MOST}")
        if offset is None:
            return refusal(400, "offset must be a whole number, 0 or more")
        rows: tuple[Any, ...] = self._tables.rows(c.TABLES[name])
        for word, wanted in question.items():
            if word not in PAGING:
                place, field = fields[word]
                rows = tuple(row for row in rows if _has(field, row[place], wanted))
        shown = [as_object(row) for row in rows[offset : offset + limit]]
        return Answer({"table": name, "total": len(rows), "offset": offset, "limit": limit, "rows": shown})

    def deal(self, name: str) -> Answer:
        """A deal with everything that belongs to it; a deal that is no more leads on."""
        found = self._deals.get(name)
        if found is None:
            led = self._redirects.get(name)
            if led is None:
                return refusal(404, f"there is no deal {name!r}; /api/tables/deals lists them")
            if len(led.new) == 1:
                return Answer({"moved": list(led.new), "why": led.why}, 301, f"/api/deals/{led.new[0]}")
            if led.new:
                return Answer({"moved": list(led.new), "why": led.why}, 300)
            return refusal(410, f"{name} was withdrawn on {led.on_text} by {led.by}: {led.why}")
        rest = {table: [as_object(row) for row in self._belonging[table].get(name, ())] for table in OF_A_DEAL}
        return Answer({"deal": as_object(found), **rest})

    def figure(self, address: str) -> Answer:
        """A published figure."""
        try:
            return Answer(as_object(self._walker.figures[self._walker.find(address)]))
        except UnknownFigureError as fault:
            return refusal(404, str(fault))

    def why(self, address: str) -> Answer:
        """The way from a figure back to the words."""
        try:
            return Answer(_step(self._walker.why(self._walker.find(address))))
        except UnknownFigureError as fault:
            return refusal(404, str(fault))

    @cached_property
    def _walker(self) -> Walker:
        return Walker(self._tables)

    @cached_property
    def _deals(self) -> Mapping[str, c.DealRow]:
        return {row.deal: row for row in self._tables.rows(c.DealRow)}

    @cached_property
    def _redirects(self) -> Mapping[str, c.RedirectRow]:
        return {row.old: row for row in self._tables.rows(c.RedirectRow)}

    @cached_property
    def _belonging(self) -> Mapping[str, Mapping[str, list[Any]]]:
        found: dict[str, dict[str, list[Any]]] = {}
        for table in OF_A_DEAL:
            found[table] = defaultdict(list)
            rows: tuple[Any, ...] = self._tables.rows(c.TABLES[table])
            for row in rows:
                found[table][row.deal].append(row)
        return found


def _whole(text: str) -> int | None:
    """A whole number of plain digits, not too long; else None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _has(field: Field, value: Any, wanted: str) -> bool:
    """Whether a cell has the asked value: in a list, one of its items; empty asks for what is not told."""
    if value is None:
        return wanted == ""
    if field.kind == "list":
        return wanted in value
    if field.kind == "yes-no":
        return wanted == ("true" if value else "false")
    return bool(str(plain_value(value)) == wanted)


def _step(step: Step) -> dict[str, Any]:
    return {
        "room": step.room,
        "ref": step.ref,
        "text": step.text,
        "where": step.where,
        "steps": [_step(one) for one in step.steps],
    }
