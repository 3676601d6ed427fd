"""warifu's own export becomes a workspace again, with the same statements in the same rows."""

from __future__ import annotations

import csv
import json
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from click.testing import CliRunner

from warifu import ledger
from warifu.cli.imports import import_table
from warifu.errors import BadInputError, WorkspaceExistsError
from warifu.exports import package
from warifu.exports.book import Book
from warifu.ledger import Kept, Lists
from warifu.proposals.imports import own
from warifu.proposals.sheets import Sheet
from warifu.statements import fold
from warifu.tables import files, rows
from warifu.tables.files import Tables
from warifu.terms.deal import Case
from warifu.terms.evidence import Place

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ("us-japan-550", "phase-one", "eight-point-plan")
EXAMPLE = ROOT / "examples" / EXAMPLES[0]
DEALS = len(list((EXAMPLE / "sheets" / "deals").glob("*.yaml")))


def export(workspace: Path, folder: Path, as_of: date | None = None) -> Path:
    """The data package of a workspace."""
    files.write(rows.rows(ledger.open_ledger(workspace, as_of), {}), folder / "build")
    package.write(Book(Tables(folder / "build")), folder)
    return folder / "data-package" / "datapackage.json"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data package of an example."""
    return export(EXAMPLE, tmp_path_factory.mktemp("own"))


LATER = date(2027, 1, 1)
"""A day on which everything is known: tables hold nothing that was not on the reader's day."""

NOWHERE = Place("", 0)


def cases(kept: Kept) -> list[Case]:
    """Every case, without where its statements stand."""
    assert [problem for problem in kept.problems if problem.severity == "severe"] == []
    found, _ = fold.fold(kept.sheets, kept.sources)
    return [
        replace(case, at=NOWHERE, statements=tuple(replace(item, place=NOWHERE) for item in case.statements))
        for case in found
    ]


def sheets(kept: Kept) -> list[Sheet]:
    """Every sheet without what means nothing: the order of a row's sources, a voice that is its source's own anyhow."""
    voices = {name: source.voice for name, source in kept.sources.items()}
    found = []
    for sheet in sorted((item.sheet for item in kept.sheets), key=lambda item: item.deal):
        for family in ("papers", "stages", "status", "sums"):
            told = []
            for row in getattr(sheet, family):
                own_voice = {voices[name] for name in row.sources} == {row.voice}
                told.append(
                    msgspec.structs.replace(
                        row, sources=tuple(sorted(row.sources)), voice="" if own_voice else row.voice
                    )
                )
            sheet = msgspec.structs.replace(sheet, **{family: tuple(told)})
        found.append(sheet)
    return found


def listed(kept: Kept) -> dict[str, list[Any]]:
    """The rows of every list, by its name."""
    found = {name: [item.row for item in getattr(kept.lists, name)] for name in Lists.__dataclass_fields__}
    parties = [item.row for item in kept.named if item.file.endswith("parties.csv")]
    return found | {"parties": sorted(parties, key=lambda row: row.id)}


@pytest.mark.parametrize("example", EXAMPLES)
def test_all_that_an_example_keeps_comes_back(example: str, tmp_path: Path) -> None:
    old = ledger.read(ROOT / "examples" / example)
    own.restore(export(old.folder, tmp_path, LATER), tmp_path / "again")
    new = ledger.read(tmp_path / "again")
    assert len(old.sheets) > 0
    assert sheets(new) == sheets(old)
    assert cases(new) == cases(old)
    assert new.programme == old.programme
    assert new.sources == old.sources
    assert new.parties == old.parties
    assert listed(new) == listed(old)
    assert (new.rates, new.linkage, new.what_if) == (old.rates, old.linkage, old.what_if)


def test_what_no_example_has_comes_back_too(tmp_path: Path) -> None:
    """Labels of another ledger, sums as their source restates them, a region, rates, blind readings of the talks."""
    start = tmp_path / "start"
    shutil.copytree(EXAMPLE, start, ignore=shutil.ignore_patterns("build"))
    sheet = next(path for path in sorted((start / "sheets" / "deals").glob("*.yaml")) if "\nsums:" in path.read_text())
    told = yaml.load(sheet.read_text(encoding="utf-8"), yaml.BaseLoader)  # every value as text
    told["sums"][0]["restated"] = [
        {"amount": "12.5 CNY", "rate": "8.27720000121"},
        {"amount": "3 USD", "prices": "2014", "deflator": "64.4394351958"},
    ]
    told |= {"labels": {"flow class": "ODA-like", "sector": ""}, "partial": "true"}
    told["place"] = {**told.get("place", {}), "region": "US-TX"}
    sheet.write_text(yaml.safe_dump(told, default_flow_style=False), encoding="utf-8")
    (start / "reference" / "rates.csv").write_text(
        "currency,base,on,rate,source\nCNY,USD,2000,8.27720000121,a bank\n", encoding="utf-8"
    )
    (start / "sheets" / "movement.csv").write_text(
        "talk,coder,movement,on,reason\nuj-t01,ab,-1,2026-11,too early\n", encoding="utf-8"
    )
    (start / "reference" / "series.csv").write_text(
        "measure,category,period,value,unit,source,basis,published,rows\n"
        "exports,energy,2020-01/2020-06,8277200001.21,USD,uj-src,US exports,2020-08,14\n"
        "exports,energy,2020-01/2020-06,8277200002,USD,uj-src,US exports,2020-09,\n",
        encoding="utf-8",
    )
    with (start / "reference" / "sources.csv").open(encoding="utf-8") as file:
        heads = file.readline().strip().split(",")
    with (start / "reference" / "sources.csv").open("a", encoding="utf-8") as file:
        file.write(",".join({"id": "uj-src", "publisher": "An office"}.get(name, "") for name in heads) + "\n")
    (start / "decisions").mkdir()
    (start / "decisions" / "coding.yaml").write_text("coders: 2\nshare: 0.2\n", encoding="utf-8")
    with (start / "programme.yaml").open("a", encoding="utf-8") as file:
        file.write("\npublication: {publisher: An Institute, address: 'https://example.org', contact: a@example.org}\n")
    own.restore(export(start, tmp_path), tmp_path / "again")
    old, new = ledger.read(start), ledger.read(tmp_path / "again")
    assert sum(bool(one.sheet.labels) and any(row.restated for row in one.sheet.sums) for one in new.sheets) == 1
    assert sheets(new) == sheets(old)
    assert cases(new) == cases(old)
    assert new.programme == old.programme
    assert new.programme.publication is not None
    assert listed(new) == listed(old)
    assert [replace(entry, place="") for entry in new.series] == [replace(entry, place="") for entry in old.series]
    assert len(new.series) == 2
    assert new.policy == old.policy
    assert new.policy.coders == 2
    assert len(new.rates) == 1
    assert new.rates == old.rates


@pytest.mark.parametrize("example", EXAMPLES[1:])
def test_the_restored_workspace_gives_the_same_tables(example: str, tmp_path: Path) -> None:
    """From export to workspace to export: every table is the same, the comparison with other programmes too."""
    exported = export(ROOT / "examples" / example, tmp_path / "first")
    own.restore(exported, tmp_path / "again")
    again = export(tmp_path / "again", tmp_path)
    for path in sorted(exported.parent.glob("*.csv")):
        assert told(again.parent / path.name) == told(path), path.name


def told(path: Path) -> list[dict[str, str]]:
    """The rows of a table without the places where they stand: lines of sheets are not exported."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {name: cell for name, cell in row.items() if name not in ("file", "line", "where")}
            for row in csv.DictReader(file)
        ]


def test_the_same_export_gives_the_same_bytes(exported: Path, tmp_path: Path) -> None:
    first = own.restore(exported, tmp_path / "one")
    second = own.restore(exported, tmp_path / "two")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert len(first) > DEALS


def test_an_export_that_was_altered_is_refused_and_nothing_is_written(exported: Path, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    shutil.copytree(exported.parent, folder)
    sums = folder / "sums.csv"
    sums.write_bytes(sums.read_bytes().replace(b"550000000000", b"950000000000"))
    with pytest.raises(BadInputError) as told:
        own.restore(folder / "datapackage.json", tmp_path / "again")
    assert "table-changed" in {problem.rule for problem in told.value.problems}  # type: ignore[attr-defined]
    assert not (tmp_path / "again").exists()


def test_the_command_makes_a_workspace_and_never_writes_over_one(exported: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(import_table, [str(exported), str(tmp_path / "again")], catch_exceptions=False)
    assert f"is a workspace now: {DEALS} sheets" in done.output
    with pytest.raises(WorkspaceExistsError):
        CliRunner().invoke(import_table, [str(exported), str(tmp_path / "again")], catch_exceptions=False)


def test_what_was_accepted_on_the_desk_becomes_rows_of_its_sheet(exported: Path, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    shutil.copytree(exported.parent, folder)
    for name in ("statements.csv", "sums.csv"):  # a statement by a proposal bears its digest in the place of a row
        text = (folder / name).read_text(encoding="utf-8")
        changed = re.sub(r"/(stages|sums)-(\d)(?=@)", r"/\1-ab\2f", text)
        assert changed != text
        (folder / name).write_text(changed, encoding="utf-8")
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        del resource["hash"], resource["bytes"]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    own.restore(exported, tmp_path / "one")
    own.restore(folder / "datapackage.json", tmp_path / "other")
    one, other = ledger.read(tmp_path / "one"), ledger.read(tmp_path / "other")
    assert sum(len(item.sheet.stages) + len(item.sheet.sums) for item in one.sheets) > DEALS
    assert sheets(other) == sheets(one)
