"""Whatever bytes come in, an import answers with problems or an error of warifu's, and never with a crash."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest

from warifu.errors import WarifuError
from warifu.proposals import imports
from warifu.proposals.imports import assistant, own

from .conftest import DEALS, RELEASE

ROWS = [["id", "title", "status", "date", "amount", "currency"], ["d1", "A harbour", "Signed", "2019", "5", "JPY"]]
CSV = "".join(f"{','.join(row)}\n" for row in ROWS).encode()
RECORD = dict(zip(*ROWS, strict=True))
XML = (
    b'<iati-activities version="2.03"><iati-activity default-currency="EUR"><iati-identifier>X-7</iati-identifier>'
    b'<reporting-org ref="X"><narrative>A</narrative></reporting-org><activity-status code="2"/>'
    b'<activity-date type="2" iso-date="2019-04-01"/><related-activity type="1" ref="q"/>'
    b'<transaction><transaction-type code="2"/><transaction-date iso-date="2019-03-01"/><value>5</value></transaction>'
    b"</iati-activity></iati-activities>"
)
PACKAGE = json.dumps({
    "resources": [{
        "name": "a", "path": "deals.csv", "bytes": len(CSV), "hash": "md5:00", "dialect": {"delimiter": ","},
        "schema": {
            "fields": [{"name": name, "type": "string", "constraints": {"enum": ["d1"]}} for name in ROWS[0]],
            "primaryKey": ["id"], "missingValues": ["", "-"],
        },
    }]
}).encode()  # fmt: skip
PUT_IN = [
    b'"', b",", b"\n", b"{", b"}", b"[", b"]", b":", b"null", b"1e999", b"-1", b"\x00", b"true", b"NaN", b"<", b"&x;",
    b"99999999999999999999999999999999999", b"\xff\xfe", b"[]", b"{}", b'<!DOCTYPE x [<!ENTITY x "y">]>',
]  # fmt: skip


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ROWS:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def damaged(data: bytes, chance: Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        at = chance.randrange(len(found)) if found else 0
        match chance.randrange(5):
            case 0 if found:
                found[at] = chance.randrange(256)
            case 1:
                del found[at : at + chance.randrange(1, 30)]
            case 2:
                found[at:at] = bytes(found[at : at + chance.randrange(1, 40)])
            case 3:
                del found[at:]
            case _:
                found[at:at] = chance.choice(PUT_IN)
    return bytes(found)


def damaged_workbook(data: bytes, chance: Random) -> bytes:
    """A sound ZIP of which one part is damaged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        hit = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, damaged(part, chance) if name == hit else part)
    return out.getvalue()


KINDS: dict[str, Callable[[Random], bytes]] = {
    "deals.csv": lambda chance: damaged(CSV, chance),
    "deals.csv.gz": lambda chance: damaged(gzip.compress(CSV), chance),
    "deals.json": lambda chance: damaged(json.dumps([RECORD, RECORD]).encode(), chance),
    "deals.jsonl": lambda chance: damaged((json.dumps(RECORD) + "\n").encode() * 2, chance),
    "deals.xlsx": lambda chance: damaged_workbook(workbook(), chance),
    "activities.xml": lambda chance: damaged(XML, chance),
    "datapackage.json": lambda chance: damaged(PACKAGE, chance),
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("seed", range(3))
def test_damaged_files_are_told_and_never_crash(name: str, seed: int, tmp_path: Path) -> None:
    chance = Random(f"{name} {seed}")
    path, mapping = tmp_path / name, tmp_path / "map.yaml"
    iati, package = name.endswith(".xml"), name == "datapackage.json"
    spec = (
        "table: {format: iati}\niati: {}\n" if iati else "table: {format: frictionless}\n" if package else "table: {}\n"
    )
    mapping.write_text(RELEASE + spec + ("" if iati else DEALS), encoding="utf-8")
    (tmp_path / "deals.csv").write_bytes(CSV)
    for _ in range(25):
        path.write_bytes(KINDS[name](chance))
        for attempt in (
            lambda: imports.read_one(mapping, "imports/map.yaml", path),
            lambda: assistant.propose(path, date(2026, 1, 1)),
            lambda: own.is_own(path),
        ):
            with suppress(WarifuError):
                attempt()


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_mapping_is_told_and_never_crashes(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)
    path, mapping = tmp_path / "deals.csv", tmp_path / "map.yaml"
    path.write_bytes(CSV)
    sound = (RELEASE + "table: {at_least: 1}\n" + DEALS).encode()
    for _ in range(50):
        mapping.write_bytes(damaged(sound, chance))
        found = imports.read_one(mapping, "imports/map.yaml", path)
        assert all(problem.message and problem.where for problem in found.problems)
