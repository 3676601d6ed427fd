"""Data packages: what the publisher promises about a table is checked, and nothing leads out of the package."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from warifu.proposals import imports
from warifu.proposals.imports.workspace import Imported

from .conftest import DEALS, RELEASE, told

TABLE = """\
id;title;status;date;amount;currency
d1;A harbour;Signed;2019-03-04;1000000;JPY
d2;A bridge;Done;2019-05-06;-;JPY
"""

FIELDS: list[dict[str, Any]] = [
    {"name": "id", "type": "string", "constraints": {"required": True, "unique": True}},
    {"name": "title", "type": "string"},
    {"name": "status", "type": "string", "constraints": {"enum": ["Signed", "Done"]}},
    {"name": "date", "type": "date"},
    {"name": "amount", "type": "number"},
    {"name": "currency", "type": "string"},
]


def read(folder: Path, table: str = TABLE, sheet: str = "deals", **changes: Any) -> Imported:
    resource: dict[str, Any] = {
        "name": "deals",
        "path": "data/deals.csv",
        "format": "csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";"},
        "bytes": len(TABLE),
        "hash": f"sha256:{hashlib.sha256(TABLE.encode()).hexdigest()}",
        "schema": {"fields": FIELDS, "primaryKey": ["id"], "missingValues": ["", "-"]},
        **changes,
    }
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "deals.csv").write_text(table, encoding="utf-8")
    package = folder / "datapackage.json"
    package.write_text(
        json.dumps({"name": "p", "resources": [{"name": "other", "path": "x.csv"}, resource]}), encoding="utf-8"
    )
    mapping = folder / "map.yaml"
    mapping.write_text(f"{RELEASE}table: {{format: frictionless, sheet: {sheet}}}\n{DEALS}", encoding="utf-8")
    return imports.read_one(mapping, "imports/map.yaml", package)


def test_a_package_is_read_as_it_says_it_is_written(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert told(found) == []
    first, second = found.sheets
    assert str(first.sheet.sums[0].amount) == "1,000,000 JPY"
    assert second.sheet.sums == ()
    assert f"{first.file}:{first.lines['sums', 0]}" == 'imports/deals.csv:row 2, column "amount"'


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("1000000", "1000001", "table-changed"),
        ("d2;A bridge;Done;2019-05-06;-;JPY\n", "", "cut-off"),
        ("d2", "d1", "same-key"),
        ("Done", "Dine", "unknown-code"),
        ("1000000", "1000,00", "wrong-type"),
        ("2019-05-06", "06.05.2019", "wrong-type"),
        ("d1;", ";", "missing-value"),
        ("title", "titel", "bad-column"),
    ],
)
def test_a_promise_that_is_broken_is_told(tmp_path: Path, before: str, after: str, rule: str) -> None:
    table = TABLE.replace(before, after, 1)
    found = read(tmp_path, table)
    rules = {problem.rule for problem in found.problems}
    assert rules
    assert rule in rules | {problem.rule for problem in read(tmp_path, table, bytes=None, hash="").problems}


def test_the_digest_is_checked_first(tmp_path: Path) -> None:
    assert "table-changed" in {problem.rule for problem in read(tmp_path, hash="md5:00").problems}


@pytest.mark.parametrize(
    "path", ["../deals.csv", "/etc/hostname", "https://a.example/deals.csv", "..\\deals.csv", "gone.csv"]
)
def test_nothing_outside_the_package_is_read_or_fetched(tmp_path: Path, path: str) -> None:
    (tmp_path.parent / "deals.csv").write_text(TABLE, encoding="utf-8")
    found = read(tmp_path, path=path)
    assert found.sheets == []
    assert [problem.rule for problem in found.problems] in (["outside-path"], ["no-table"])


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text(TABLE, encoding="utf-8")
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "link.csv").symlink_to(secret)
    assert [problem.rule for problem in read(folder, path="link.csv").problems] == ["no-table"]


def test_a_resource_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    [line] = told(read(tmp_path, sheet="deal"))
    assert "one of other, deals" in line
    assert "Did you mean 'deals'?" in line


def test_no_package_at_all_is_told(tmp_path: Path) -> None:
    read(tmp_path)
    (tmp_path / "datapackage.json").write_text('{"resources": 3', encoding="utf-8")
    found = imports.read_one(tmp_path / "map.yaml", "imports/map.yaml", tmp_path / "datapackage.json")
    assert [problem.rule for problem in found.problems] == ["broken-json"]
