"""How far the ledger can be trusted stands in its tables: agreement, accuracy, comments and their answers."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import json

import readings
from readings import loan, memorandum, power_station
from warifu import ledger
from warifu.decisions.comments import Answered, CommentKind, Said, name
from warifu.decisions.log import Decision
from warifu.errors import BadInputError
from warifu.ledger import Kept
from warifu.tables import rows, trust
from warifu.terms.evidence import Place

HARBOUR = Path(__file__).parents[1] / "books" / "harbour" / "kept"
EVERY = [loan(), memorandum(), power_station()]


def decided(about: str, action: str, analyst: str, value: str = "", day: int = 1) -> Decision:
    return Decision(about=about, action=action, analyst=analyst, at=f"2026-01-0{day}T09:00:00+00:00", value=value)


def note(number: int, about: str, kind: CommentKind, text: str, by: str = "") -> Decision:
    return decided(about, "note", "mori", json.encode(Said(number, kind, text, by)).decode())


@pytest.fixture(scope="module")
def kept() -> Kept:
    return ledger.read(HARBOUR)


def test_agreement_is_told_field_by_field_and_not_at_all_of_one_coder(kept: Kept) -> None:
    judged = [decided(one.id, "accept", who) for one in EVERY for who in ("mori", "ito")]
    judged[-1] = replace_action(judged[-1], "reject")
    proposals = tuple((one, Place("proposals/x.jsonl", 2)) for one in EVERY)
    found = {row.field: row for row in trust.agreement(replace(kept, decisions=tuple(judged), proposals=proposals))}
    assert (found["verdict"].units, found["verdict"].coders) == (3, 2)
    assert found["verdict"].alpha is not None
    assert found["verdict"].alpha < 1
    assert (found["stage"].alpha, found["stage"].low) == (1, None)
    assert found["stage"].reading == "no variation"
    assert "No variation" in found["stage"].note
    alone = tuple(item for item in judged if item.analyst == "mori")
    assert list(trust.agreement(replace(kept, decisions=alone, proposals=proposals))) == []


def replace_action(item: Decision, action: str) -> Decision:
    return decided(item.about, action, item.analyst)


def test_comments_stand_with_answer_release_and_deal_and_those_on_proposals_do_not(kept: Kept) -> None:
    walked = ledger.walk(kept)
    deal = walked.deals[0]
    statement = deal.case.statements[0].id
    decisions = (
        note(1, deal.id, CommentKind.DISPUTE, "It was 310 million", by="A reader"),
        note(2, statement, CommentKind.CORRECTION, "Signed in May"),
        note(3, EVERY[0].id, CommentKind.COMMENT, "Look at this word"),
        decided(name(1), "answer", "sato", json.encode(Answered("We look into it")).decode(), 2),
        decided(name(1), "answer", "ito", json.encode(Answered("You are right", True, "2")).decode(), 3),
    )
    made = rows.rows(ledger.walk(replace(kept, decisions=decisions)), {})["comments"]
    assert [(row.number, row.about, row.deal, row.status) for row in made] == [
        ("1", deal.id, deal.id, "upheld"),
        ("2", statement, deal.id, "open"),
    ]
    first = made[0]
    assert (first.by, first.answered_by, first.release, first.on_text) == ("A reader", "sato; ito", "2", "2026-01-01")
    assert first.answer == "We look into it\n\nYou are right"


ACCURACY = """reader,set,language,field,right,found,marked
rules 3,reading/test,ru,statements,6,8,12
rules 3,reading/test,ru,stages,9,10,
"""


def test_accuracy_is_computed_from_the_counts_that_are_kept(tmp_path: Path) -> None:
    shutil.copytree(HARBOUR, tmp_path / "kept", ignore=shutil.ignore_patterns("build"))
    path = tmp_path / "kept" / "reference" / "accuracy.csv"
    path.write_text(ACCURACY, encoding="utf-8")
    stages, statements = trust.accuracy(ledger.read(tmp_path / "kept"))
    assert (statements.n, statements.precision, statements.recall) == (12, Decimal("0.75"), Decimal("0.5"))
    assert statements.f1 == Decimal("0.6")
    assert (stages.n, stages.precision, stages.recall, stages.f1) == (10, Decimal("0.9"), None, None)
    path.write_text(ACCURACY.replace("6,8", "16,8"), encoding="utf-8")
    with pytest.raises(BadInputError) as refused:
        ledger.open_ledger(tmp_path / "kept")
    assert "more than was found" in refused.value.problems[0].message


def test_what_a_machine_read_waits_in_a_table_of_its_own_until_it_is_judged(tmp_path: Path) -> None:
    """Accepted, it is a statement that names the machine; what a person added names none."""
    desk = readings.workspace(tmp_path / "kept")
    digest = desk.document("a.txt", readings.ENGLISH, publisher="Harbour Times", published="2024-03-04")
    one, other = desk.read([make(digest, desk.source(digest)) for make in (loan, memorandum)])
    before = rows.rows(ledger.open_ledger(desk.folder), {})
    assert [(row.reading, row.deal, row.state) for row in before["readings"]] == sorted(
        (item.id, "cranes", "open") for item in (one, other)
    )
    assert any("sum" in row.says or "commitment" in row.says for row in before["readings"])
    assert not any(row.read_by for row in before["statements"])
    desk.decide("mori", "accept", one.id)
    after = rows.rows(ledger.open_ledger(desk.folder), {})
    assert [row.reading for row in after["readings"]] == [other.id]
    assert {(row.read_by, row.by) for row in after["statements"] if row.file.startswith("proposals/")} == {
        (one.reader, "mori")
    }
