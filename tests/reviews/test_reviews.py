"""Reviews, step by step: who decides what, what waits for whom then, and what the ledger says.

Each folder holds `steps.txt`. A line is a step ("mori accept loan because …", "sato reject loan as adjudicator …",
"mori batch accept loan, station", "mori undo") or what must be true then ("queue of mori: …", "cranes: …").
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import readings
from warifu.decisions import blind
from warifu.decisions.queue import Filter
from warifu.decisions.roles import ALL, Role
from warifu.desk.book import Book, Draft
from warifu.desk.people import Person
from warifu.proposals.proposal import Proposal

HERE = Path(__file__).parent
REVIEWS = sorted(path.parent.name for path in HERE.glob("*/steps.txt"))
MAKE: dict[str, Callable[..., Proposal]] = {
    "loan": readings.loan,
    "memorandum": readings.memorandum,
    "station": readings.power_station,
}
STEP = re.compile(r"(\w+) (batch )?(accept|reject|unsure|undo)(?: ([\w, ]+?))?(?: as (\w+))?(?: because (.+))?")


class Review:
    """A workspace under review, its proposals by the names that the steps use."""

    def __init__(self, folder: Path) -> None:
        self.desk = readings.workspace(folder)
        document = self.desk.document("a.txt", readings.ENGLISH, publisher="Times", published="2024-03-04")
        source = self.desk.source(document)
        made = {name: make(document, source) for name, make in MAKE.items()}
        self.names = {one.id: name for name, one in made.items()}
        self.ids = {name: one.id for name, one in made.items()}
        self.desk.read(made.values())
        self.book: Book | None = None

    def opened(self) -> Book:
        self.book = self.book or Book(self.desk.folder)
        return self.book

    def person(self, name: str) -> Person:
        return Person(name, ALL if name == "sato" else ALL - {Role.ADJUDICATOR})

    def do(self, line: str) -> None:
        found = STEP.fullmatch(line)
        assert found is not None, line
        name, batch, action, what, role, reason = found.groups()
        if action == "undo":
            assert self.opened().undo(self.person(name)) is not None
            return
        drafts = [Draft(self.ids[one.strip()], action, "", reason or "", role or "") for one in what.split(",")]
        self.opened().decide(self.person(name), drafts, batch=bool(batch))

    def told(self, subject: str) -> str:
        book = self.opened()
        if subject.startswith("queue of "):
            _, waiting = book.waiting(Person(subject[9:], frozenset({Role.CODER})), Filter())
            return ", ".join(self.names[item.id] for item in waiting) or "-"
        if subject.startswith("disputed for "):
            return ", ".join(self.names[item.id] for item in book.disputed(self.person(subject[13:]))) or "-"
        if subject.startswith("overruled "):
            found = blind.overruled(book.proposals.values(), book.outcomes, subject[10:])
            return ", ".join(self.names[one] for one in found) or "-"
        deal = {one.id: one for one in book.ledger().deals}[subject]
        sums = sorted(f"{one.kind.value} {one.money.number} {one.standing.value}" for one in deal.sums)
        return ", ".join([deal.stage.value, f"binding {deal.binding.value}", *sums])


@pytest.mark.parametrize("name", REVIEWS)
def test_a_review_goes_as_it_is_written_down(name: str, tmp_path: Path) -> None:
    review = Review(tmp_path / "harbour")
    for line in (HERE / name / "steps.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        subject, colon, expected = line.partition(":")
        if subject == "coders":
            (review.desk.folder / "decisions").mkdir()
            (review.desk.folder / "decisions" / "coding.yaml").write_text(line + "\n")
        elif colon:
            assert (subject, review.told(subject)) == (subject, expected.strip())
        else:
            review.do(line)
    again = Book(Path(shutil.copytree(review.desk.folder, tmp_path / "again")))
    assert again.outcomes == review.opened().outcomes
    assert again.ledger().deals == review.opened().ledger().deals
