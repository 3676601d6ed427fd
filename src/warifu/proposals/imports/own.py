"""warifu's own export back: a ledger's data package as a workspace that can be worked on again.

Every statement goes back to the row of the sheet that it stood in, so that the restored workspace gives the same
statements, deals, sums and figures. What was accepted on the desk is a row after the others.
What an export does not hold is not made up: comments in sheets, what was rejected,
what was not yet known on the reader's day, the documents' bytes and the log of decisions, in which coders talk
among themselves, stay with the workspace they were made in.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from warifu.errors import BadInputError
from warifu.proposals import assumptions
from warifu.proposals.imports import frictionless, tables
from warifu.proposals.imports.mapping import TableMap
from warifu.proposals.imports.places import fault

Record = Mapping[str, str]
Records = Mapping[str, Sequence[Record]]
Told = tuple[Record, Sequence[Record]]
"""A sum, and how its source restates it."""

READ: Final = (
    "programmes", "areas", "deals", "deal_parties", "sums", "statements", "looks", "sources", "parties", "mandates",
    "bodies", "headlines", "hopes", "counts", "events", "rationales", "said", "talks", "rivals", "context", "claims",
    "questions", "targets", "restated", "labels", "rates", "movements", "settings", "meta",
    "accuracy", "beside", "beside_figures", "statistics",
)  # fmt: skip
"""The tables of the export that hold what was kept; the others were derived from it and are derived again."""

NEEDED: Final = frozenset({"programmes", "deals", "deal_parties", "sums", "statements", "sources", "parties"})

LISTS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "sources": ("reference/sources.csv", {
        "id": "source", "publisher": "publisher", "published": "published_text", "language": "language", "kind": "kind",
        "side": "side", "url": "url", "note": "note", "original": "origin", "doubtful": "doubtful",
        "document": "document",
    }),
    "parties": ("sheets/parties.csv", {
        "id": "party", "name": "name", "country": "country", "type": "type", "name_ja": "name_ja", "name_ru": "name_ru",
        "note": "note", "sources": "sources",
    }),
    "said": ("sheets/said.csv", {
        "id": "said", "on": "on_text", "speaker": "speaker", "office": "office", "side": "side", "kind": "kind",
        "topic": "topic", "paraphrase": "paraphrase", "quote": "quote", "ties_to": "ties_to", "tie": "tie",
        "hoped_low": "hoped_low", "hoped_high": "hoped_high", "unit": "unit", "confidence": "confidence",
        "about": "about", "sources": "sources",
    }),
    "talks": ("sheets/talks.csv", {
        "id": "talk", "on": "on_text", "kind": "kind", "title": "title", "place": "place", "country": "country",
        "meeting_no": "meeting_no", "movement": "movement", "reason": "reason", "confidence": "confidence",
        "sources": "sources",
    }),
    "rivals": ("sheets/rivals.csv", {
        "id": "rival", "rival": "country", "period": "period", "metric": "metric", "value": "value", "unit": "unit",
        "currency": "currency", "scope": "scope", "basis": "basis", "measured": "measured", "note": "note",
        "confidence": "confidence", "sources": "sources",
    }),
    "context": ("sheets/context.csv", {
        "id": "context", "series": "series", "period": "period", "value": "value", "unit": "unit",
        "currency": "currency", "note": "note", "confidence": "confidence", "sources": "sources",
    }),
    "claims": ("sheets/claims.csv", {
        "id": "claim", "on": "on_text", "voice": "voice", "subject": "subject", "item": "item", "value": "value",
        "unit": "unit", "total": "total", "complete": "complete", "part": "part", "whole": "whole", "note": "note",
        "sources": "sources",
    }),
    "questions": ("sheets/questions.csv", {
        "id": "question", "topic": "topic", "question": "asked", "version": "version", "claim": "claim",
        "treatment": "treatment", "sources": "sources",
    }),
    "targets": ("sheets/targets.csv", {
        "id": "target", "category": "category", "period": "period", "basis": "basis",
        "increase_usd_bn": "increase_usd_bn", "target_usd_bn": "target_usd_bn", "actual_usd_bn": "actual_usd_bn",
        "ratio": "ratio", "as_of": "as_of_text", "note": "note", "sources": "sources",
    }),
    "rates": ("reference/rates.csv", {
        "currency": "currency", "base": "base", "on": "on_text", "rate": "rate", "source": "source",
    }),
    "statistics": ("reference/series.csv", {
        "measure": "measure", "category": "category", "period": "period", "value": "value", "unit": "unit",
        "source": "source", "basis": "basis", "published": "published_text", "rows": "rows",
    }),
    "movements": ("sheets/movement.csv", {
        "talk": "talk", "coder": "coder", "movement": "movement", "on": "on_text", "reason": "reason",
    }),
    "accuracy": ("reference/accuracy.csv", {
        "reader": "reader", "set": "set", "language": "language", "field": "field", "right": "right", "found": "found",
        "marked": "marked",
    }),
    "beside": ("reference/beside.csv", {
        "programme": "programme", "name": "name_en", "as_of": "as_of_text", "kept": "kept", "name_ja": "name_ja",
        "name_ru": "name_ru", "release": "release", "address": "address",
    }),
    "beside_figures": ("reference/beside-figures.csv", {
        "programme": "programme", "measure": "measure", "label": "label", "unit": "unit", "n": "n", "answer": "answer",
        "method": "method", "value": "value", "low": "low", "high": "high",
    }),
}  # fmt: skip
"""Each list of a workspace: its file, and the column of the export that each of its columns comes from."""

CODING: Final = "decisions/coding.yaml"
"""How many coders must judge what: `decisions.policy`, a room that this one may not ask."""

SETTINGS: Final = (assumptions.LINKAGE, assumptions.WHAT_IF, CODING)
"""The files of settings that may be written: an export names no other place to write to."""

PUBLICATION: Final = ("publisher", "address", "licence", "contact", "organisation")

FAMILIES: Final[Mapping[str, str]] = {"paper": "papers", "stage": "stages", "status": "status", "sum": "sums"}
PAPER: Final = re.compile(r"(?P<form>.+); binding: (?P<binding>.+) \(basis: (?P<basis>.+)\)")
ROW: Final = re.compile(r"/(?P<family>papers|stages|status|sums)-(?P<number>\d+)$")


DUMPER: Final = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The one of libyaml where it is there: ten times as fast over thousands of sheets."""

AFTER: Final = 1_000_000
"""Comes after every row of a sheet."""


def is_own(path: Path) -> bool:
    """Whether a data package is an export of warifu."""
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "warifu:contract" in value


def restore(path: Path, folder: Path) -> list[Path]:
    """Write an export's ledger as a workspace.

    Args:
        path: The `datapackage.json` of the export.
        folder: The workspace to make; it must not exist, or be empty.

    Returns:
        The files written, sorted.

    Raises:
        BadInputError: A table is missing, cut off, altered or not as the package says. Nothing was written.
    """
    records = _records(path)
    files = {"programme.yaml": _yaml(_programme(records))}
    for table, (name, columns) in LISTS.items():
        if records[table]:
            files[name] = _list(records[table], columns)
    files |= {row["file"]: row["text"] for row in records["settings"] if row["file"] in SETTINGS}
    for deal, sheet in _sheets(records):
        files[f"sheets/deals/{deal}.yaml"] = _yaml(sheet)
    written = []
    for name in sorted(files):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        part.write_text(files[name], encoding="utf-8")
        os.replace(part, target)
        written.append(target)
    return written


def _records(path: Path) -> Records:
    found: dict[str, Sequence[Record]] = {}
    problems = []
    held = set(frictionless.resources(path))
    for name in READ:
        if name.replace("_", "-") not in held and name not in NEEDED:
            found[name] = []  # an export of an older contract, or a table that this ledger has nothing in
            continue
        spec = TableMap(format="frictionless", sheet=name.replace("_", "-"))
        table = tables.Table(path.name)
        tables.READERS["frictionless"](path, spec, table)
        problems += table.problems
        found[name] = [dict(zip(table.header, cells, strict=True)) for _, cells in table.rows]
    if not problems and len(found["programmes"]) != 1:
        problems.append(fault("programmes.csv", 1, "", "no-rows", "the export holds no programme: export it again"))
    if problems:
        raise BadInputError(problems)
    return found


def _ids(cell: str) -> list[str]:
    return [str(item) for item in json.loads(cell)] if cell else []


def _filled(**values: Any) -> dict[str, Any]:
    """Only what is told: an empty cell is no value."""
    return {key: value for key, value in values.items() if value not in ("", [], {}, None)}


def _names(record: Record, before: str) -> dict[str, str]:
    told = {language: record.get(f"{before}_{language}", "") for language in ("en", "ja", "ru")}
    for item in _ids(record.get(OTHERS[before], "")):
        language, _, words = item.partition(": ")
        told[language] = words
    return _filled(**told)


OTHERS: Final[Mapping[str, str]] = {"name": "names", "summary": "summaries"}
"""The columns with the other languages."""


def _money(record: Record, amount: str, currency: str) -> str:
    return f"{record[amount]} {record[currency]}" if record[amount] else ""


def _yes(cell: str) -> str:
    return "true" if cell == "true" else ""


def _programme(records: Records) -> dict[str, Any]:
    [it] = records["programmes"]
    return _filled(
        id=it["programme"],
        names=_names(it, "name"),
        sides=[it["side_left"], it["side_right"]],
        account_currency=it["currency"],
        legal_form=it["legal_form"],
        binding=it["binding"],
        linked_talks=it["linked_talks"],
        talks_topics=_ids(it.get("talks_topics", "")),
        begin=it["begin_text"],
        end=it["end_text"],
        status=it["status"],
        looked_until=it["looked_until"],
        areas=[
            _filled(id=row["area"], names=_names(row, "name"), sources=_ids(row["sources"])) for row in records["areas"]
        ],
        mandates=[
            _filled(
                side=row["side"], person=row["person"], charge=row["charge"], body=row["body"], since=row["since_text"],
                until=row["until_text"], note=row["note"], sources=_ids(row["sources"]),
            )
            for row in records["mandates"]
        ],
        bodies=[
            _filled(
                name=row["name"], level=row["level"], since=row["since_text"], note=row["note"],
                sources=_ids(row["sources"]),
            )
            for row in records["bodies"]
        ],
        headlines=[
            _filled(
                label=row["label"], kind=row["kind"], on=row["on_text"], amount=_money(row, "amount", "currency"),
                number=row["figure"], unit=row["unit"], bound=row["bound"], voice=row["voice"],
                whole=_yes(row.get("whole", "")), sources=_ids(row["sources"]),
            )
            for row in records["headlines"]
        ],
        hopes=[
            _filled(
                hoped=row["hoped"], came=row["came"], hoped_amount=_money(row, "hoped_amount", "hoped_currency"),
                came_amount=_money(row, "came_amount", "came_currency"), single_voice=_yes(row["single_voice"]),
                doubtful=_yes(row["doubtful"]), voice=row["voice"], note=row["note"], sources=_ids(row["sources"]),
            )
            for row in records["hopes"]
        ],
        counts=[
            _filled(
                on=row["on_text"], voice=row["voice"], signed=row["signed"], moving=row["moving"], bound=row["bound"],
                note=row["note"], sources=_ids(row["sources"]),
            )
            for row in records["counts"]
        ],
        events=[
            _filled(on=row["on_text"], what=row["what"], note=row["note"], sources=_ids(row["sources"]))
            for row in records["events"]
        ],
        rationales=[
            _filled(side=row["side"], what=row["what"], on=row["on_text"], sources=_ids(row["sources"]))
            for row in records["rationales"]
        ],
        summary=_names(it, "summary"),
        note=it["note"],
        publication=_filled(**{
            row["name"]: row["value"] for row in records["meta"] if row["name"] in PUBLICATION
        }),
    )  # fmt: skip


def _list(rows: Sequence[Record], columns: Mapping[str, str]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_listed(name, row, column) for name, column in columns.items()])
    return out.getvalue()


def _listed(name: str, row: Record, column: str) -> str:
    cell = row.get(column, "")
    match name:
        case "sources":
            return "; ".join(_ids(cell))
        case "doubtful":
            return "yes" if cell == "true" else ""
        case "original":
            return "" if cell == row["source"] else cell
        case _:
            return cell


def _sheets(records: Records) -> Iterator[tuple[str, dict[str, Any]]]:
    statements: dict[str, list[Record]] = {}
    for row in records["statements"]:
        statements.setdefault(row["deal"], []).append(row)
    restated: dict[str, list[Record]] = {}
    for row in sorted(records["restated"], key=lambda item: int(item["number"])):
        restated.setdefault(row["sum"], []).append(row)
    sums = {row["sum"]: (row, restated.get(row["sum"], [])) for row in records["sums"]}
    labels: dict[str, dict[str, str]] = {}
    for row in records["labels"]:
        labels.setdefault(row["deal"], {})[row["label"]] = row["value"]
    voices = {row["source"]: row["voice"] for row in records["sources"]}
    parties: dict[str, dict[str, list[str]]] = {}
    for row in sorted(records["deal_parties"], key=lambda item: (item["deal"], int(item["place"]))):
        parties.setdefault(row["deal"], {}).setdefault(row["party"], []).append(row["role"])
    looks: dict[str, list[dict[str, str]]] = {}
    for row in records["looks"]:
        looks.setdefault(row["deal"], []).append(_filled(on=row["on_text"], by=row["by"], found=row["found"]))
    [programme] = records["programmes"]
    for deal in records["deals"]:
        told = statements.get(deal["deal"], [])
        yield (
            deal["deal"],
            _filled(
                deal=deal["deal"],
                title=deal["title"],
                programme=programme["programme"],
                areas=_ids(deal["areas"]),
                belongs=deal["belongs"],
                umbrella=_yes(deal["umbrella"]),
                partial=_yes(deal.get("partial", "")),
                part_of=deal["part_of"],
                confidence=deal["confidence"],
                coder=deal["coder"],
                coded=deal["coded"],
                place=_filled(name=deal["place"], country=deal["country"], region=deal.get("region", "")),
                parties=[{"party": party, "roles": roles} for party, roles in parties.get(deal["deal"], {}).items()],
                instrument=deal["instrument"],
                **_families(told, sums, voices),
                looks=looks.get(deal["deal"], []),
                sources=_ids(deal.get("sources", ""))
                or list(dict.fromkeys(row["source"] for row in told if row["source"])),
                judged=_ids(deal["judged"]),
                note=deal["note"],
                labels=labels.get(deal["deal"], {}),
            ),
        )


def _families(
    told: Sequence[Record], sums: Mapping[str, Told], voices: Mapping[str, str]
) -> dict[str, list[dict[str, Any]]]:
    """Papers, stages, statuses and sums: the statements of one row of the old sheet are one row again."""
    rows: dict[str, dict[tuple[int, str], dict[str, Any]]] = {family: {} for family in FAMILIES.values()}
    stands = {name: whole for whole, (row, _) in sums.items() for name in _ids(row["statements"])}
    for item in told:
        family = FAMILIES.get(item["field"])
        if family is None:
            continue
        whole = stands.get(item["statement"], item["statement"].partition("@")[0])
        place = ROW.search(whole)  # none for a proposal that was accepted: it becomes a row after those of the sheet
        number = (int(place["number"]), "") if place is not None else (AFTER, whole)
        row = rows[family].setdefault(number, _row(item, sums.get(whole)))
        if item["source"]:
            row.setdefault("sources", []).append(item["source"])
        if item["voice"] != voices.get(item["source"], "coder"):
            row["voice"] = item["voice"]
    return {family: [found[number] for number in sorted(found)] for family, found in rows.items()}


def _row(item: Record, found: Told | None) -> dict[str, Any]:
    common = _filled(on=item["on_text"], note=item["note"], quote=item["quote"])
    match item["field"]:
        case "paper":
            said = PAPER.fullmatch(item["says"])
            return {**(said.groupdict() if said is not None else {"form": item["says"]}), **common}
        case "sum" if found is not None:
            told, restated = found
            upper = f"{told['upper']} {told['currency']}" if told["upper"] else ""
            amount = f"{told['amount']} {told['currency']}"
            own = _filled(kind=told["kind"], amount=amount, to=upper, bound=told["bound"], standing=told["standing"])
            return {**own, **common, **_filled(restated=[_restated(one) for one in restated])}
        case field:
            return {field: item["says"], **common}


def _restated(told: Record) -> dict[str, Any]:
    amount = f"{told['amount']} {told['currency']}"
    return _filled(amount=amount, rate=told["rate"], prices=told["prices"], deflator=told["deflator"])


def _yaml(value: object) -> str:
    return str(yaml.dump(value, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=110))
