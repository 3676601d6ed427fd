"""The example workspaces: whole, readable by warifu without a problem, and nothing of the facts lost in coding them.

The facts lie outside this project. Where they are not at hand, the numbers of rows pinned here stand in for them.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from warifu.proposals import lists, programme, sheets
from warifu.proposals.sheets import Sheet
from warifu.terms.codelist import Basis, Belongs, Standing, SumKind

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
FACTS = Path(os.environ.get("WARIFU_SHARED", ROOT.parent / "shared")) / "facts"
WORKSPACES = ("eight-point-plan", "us-japan-550", "phase-one")

LISTS: dict[str, type[msgspec.Struct]] = {
    "sheets/parties.csv": lists.PartyListRow,
    "sheets/said.csv": lists.SaidRow,
    "sheets/talks.csv": lists.TalkRow,
    "sheets/rivals.csv": lists.RivalRow,
    "sheets/context.csv": lists.ContextRow,
    "sheets/questions.csv": lists.QuestionRow,
    "sheets/targets.csv": lists.TargetRow,
    "reference/sources.csv": lists.SourceRow,
}

ROWS = {
    # deals, parties, said, talks, rivals, context, questions, targets, sources
    "eight-point-plan": (131, 145, 89, 30, 30, 74, 47, 0, 416),  # 415 sources and the garbled copy, 4 sayings of it
    "us-japan-550": (31, 32, 22, 8, 0, 5, 18, 0, 49),  # 30 deals and the loan contracts of uj-003a
    "phase-one": (25, 3, 9, 8, 0, 7, 15, 27, 32),
}

FROM = {  # which list holds the rows of which file of facts
    "parties.csv": "sheets/parties.csv",
    "statements.jsonl": "sheets/said.csv",
    "track.csv": "sheets/talks.csv",
    "rivals.csv": "sheets/rivals.csv",
    "context.csv": "sheets/context.csv",
    "contradictions.csv": "sheets/questions.csv",
    "targets.csv": "sheets/targets.csv",
    "sources.csv": "reference/sources.csv",
}


def sheets_of(workspace: str) -> dict[str, Sheet]:
    found = {}
    for path in sheets.paths(EXAMPLES / workspace / "sheets" / "deals"):
        file, problems = sheets.read(path, path.name)
        assert problems == []
        assert file is not None
        assert path.stem == file.sheet.deal
        found[file.sheet.deal] = file.sheet
    return found


def rows_of(workspace: str, name: str) -> list[Any]:
    listed, problems = lists.read(EXAMPLES / workspace / name, LISTS[name], name)
    assert problems == []
    return [item.row for item in listed]


def programme_of(workspace: str) -> programme.Programme:
    found, _, problems = programme.read(EXAMPLES / workspace / programme.FILE)
    assert problems == []
    assert found is not None
    return found


def facts(workspace: str, name: str) -> list[dict[str, Any]]:
    path = FACTS / workspace / name
    if not FACTS.exists():
        pytest.skip(f"the facts are not at {FACTS}; set WARIFU_SHARED to the folder that holds them")
    if not path.exists():
        return []
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    with path.open(encoding="utf-8", newline="") as file:
        return [dict(row) for row in csv.DictReader(file)]


def cited(value: object) -> Iterator[str]:
    """Every source id named anywhere in a sheet, a row or the programme."""
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            inner = getattr(value, field)
            if field == "sources":
                yield from lists.names(inner) if isinstance(inner, str) else inner
            else:
                yield from cited(inner)
    elif isinstance(value, tuple):
        for item in value:
            yield from cited(item)


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_every_sheet_and_list_reads_without_a_problem_and_none_is_missing(workspace: str) -> None:
    counts = (len(sheets_of(workspace)), *(len(rows_of(workspace, name)) for name in LISTS))
    assert counts == ROWS[workspace]


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_the_programme_has_two_sides_summaries_and_a_mandate_on_each_side(workspace: str) -> None:
    found = programme_of(workspace)
    assert found.id == workspace
    assert {mandate.side for mandate in found.mandates} == set(found.sides)
    assert {"en", "ja", "ru"} <= set(found.summary)
    assert found.areas
    assert all("en" in area.names for area in found.areas)


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_every_source_that_is_cited_is_listed(workspace: str) -> None:
    known = {row.id for row in rows_of(workspace, "reference/sources.csv")}
    used = set(cited(programme_of(workspace)))
    for sheet in sheets_of(workspace).values():
        used |= set(cited(sheet))
    for name in LISTS:
        for row in rows_of(workspace, name):
            used |= set(cited(row))
    assert used - known == set()


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_every_original_is_a_listed_source_or_named_as_lying_outside(workspace: str) -> None:
    rows = rows_of(workspace, "reference/sources.csv")
    known = {row.id for row in rows}
    for row in rows:
        original = row.original
        assert original == "" or original.startswith("origin:") or original in known - {row.id}, row


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_every_party_area_and_umbrella_that_a_deal_names_exists(workspace: str) -> None:
    parties = {row.id for row in rows_of(workspace, "sheets/parties.csv")}
    areas = {area.id for area in programme_of(workspace).areas}
    found = sheets_of(workspace)
    for sheet in found.values():
        assert {row.party for row in sheet.parties} <= parties, sheet.deal
        assert set(sheet.areas) <= areas, sheet.deal
        assert sheet.programme == workspace
        assert sheet.part_of == "" or found[sheet.part_of].umbrella, sheet.deal


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_every_row_of_a_sheet_has_a_source_and_a_judged_answer_its_reason(workspace: str) -> None:
    for sheet in sheets_of(workspace).values():
        for row in (*sheet.papers, *sheet.stages, *sheet.status, *sheet.sums):
            assert row.sources, sheet.deal
            assert set(row.sources) <= set(sheet.sources), sheet.deal
        assert sheet.papers, sheet.deal
        assert sheet.stages, sheet.deal
        for paper in sheet.papers:
            if paper.basis is Basis.CODER:
                assert paper.note, sheet.deal
                assert sheet.judged, sheet.deal


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_umbrellas_hold_no_counted_sum(workspace: str) -> None:
    for sheet in sheets_of(workspace).values():
        if sheet.umbrella:
            assert all(row.standing is not Standing.COUNTED for row in sheet.sums), sheet.deal


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_the_readme_lists_every_judgement(workspace: str) -> None:
    text = (EXAMPLES / workspace / "README.md").read_text("utf-8")
    judged = [sheet for sheet in sheets_of(workspace).values() if sheet.judged]
    lines = sum(len(sheet.judged) for sheet in judged)
    assert f"{lines} judgements on {len(judged)} deals" in text
    assert all(text.count(f"| {sheet.deal} |") == len(sheet.judged) for sheet in judged)


@pytest.mark.parametrize("name", FROM)
@pytest.mark.parametrize("workspace", WORKSPACES)
def test_no_row_of_the_facts_is_lost_in_the_lists(workspace: str, name: str) -> None:
    told = facts(workspace, name)
    if not told:
        assert not (EXAMPLES / workspace / FROM[name]).exists()
        return
    rows = rows_of(workspace, FROM[name])
    versions = name == "contradictions.csv"
    coded = {(row.id, row.version) if versions else row.id for row in rows}
    lost = {(row["id"], row["version"]) if versions else row["id"] for row in told} - coded
    assert lost == set()


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_no_deal_source_party_sum_or_note_of_the_facts_is_lost_in_the_sheets(workspace: str) -> None:
    found = sheets_of(workspace)
    told = facts(workspace, "deals.jsonl")
    assert {row["id"] for row in told} <= set(found)
    for row in told:
        sheet = found[str(row["id"])]
        assert sheet.title == row["title"]
        assert sheet.note == row["note"]
        assert sheet.confidence == row["confidence"]
        assert sheet.areas == tuple(str(area) for area in row["areas"])
        assert [(party.party, list(party.roles)) for party in sheet.parties] == [
            (party["party"], party["roles"]) for party in row["parties"]
        ]
        assert set(row["sources"]) <= set(sheet.sources)
        ends = {(end.number, end.currency) for one in sheet.sums for end in (one.amount, one.to) if end is not None}
        for one in (*row["money"], *row["losses"]):
            assert (Decimal(str(one["amount"])), one["currency"]) in ends, sheet.deal


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_no_dated_act_of_the_facts_loses_its_row_or_its_sources(workspace: str) -> None:
    found = sheets_of(workspace)
    for row in facts(workspace, "deals.jsonl"):
        sheet = found[str(row["id"])]
        kept = [set(item.sources) for item in (*sheet.stages, *sheet.status)]
        for stage in row["stages"]:
            assert set(stage["sources"]) in kept, (sheet.deal, stage)
        assert len(kept) >= len(row["stages"])


def test_the_eight_commitments_of_phase_one_add_up_to_two_hundred_billion_dollars() -> None:
    counted = [
        (row.amount.number, row.amount.currency)
        for sheet in sheets_of("phase-one").values()
        if not sheet.umbrella and sheet.belongs is Belongs.CORE
        for row in sheet.sums
        if row.kind is SumKind.COMMITMENT and row.standing is Standing.COUNTED
    ]
    assert len(counted) == 8
    assert sum((number for number, _ in counted), Decimal(0)) == 200_000_000_000


def test_the_first_tranche_adds_up_to_its_whole_and_its_loans_are_counted_once() -> None:
    found = sheets_of("us-japan-550")
    parts = [sheet for sheet in found.values() if sheet.part_of == "uj-003"]
    pledged = [row.amount.number for sheet in parts for row in sheet.sums
               if row.kind is SumKind.PLEDGE and row.standing is Standing.COUNTED]  # fmt: skip
    loans = [row for sheet in found.values() for row in sheet.sums
             if row.kind is SumKind.COMMITMENT and row.standing is Standing.COUNTED]  # fmt: skip
    whole = next(row for row in found["uj-003"].sums if row.kind is SumKind.PLEDGE)
    assert sum(pledged, Decimal(0)) == whole.amount.number
    assert [str(row.amount) for row in loans] == ["340,000,000,000 JPY"]


def test_the_garbled_pair_is_one_doubtful_voice_with_a_doubtful_source() -> None:
    pair = [hope for hope in programme_of("eight-point-plan").hopes if hope.doubtful]
    assert len(pair) == 1
    assert pair[0].single_voice
    doubtful = {row.id for row in rows_of("eight-point-plan", "reference/sources.csv") if row.doubtful}
    assert set(pair[0].sources) <= doubtful


def test_the_lead_passes_to_the_trade_ministry_in_september_2016() -> None:
    lead = [mandate for mandate in programme_of("eight-point-plan").mandates if mandate.person == "Hiroshige Seko"]
    assert [(mandate.body, str(mandate.since)) for mandate in lead] == [
        ("Prime Minister's Office of Japan", "2016-05"),
        ("Ministry of Economy, Trade and Industry", "2016-09-01"),
    ]
