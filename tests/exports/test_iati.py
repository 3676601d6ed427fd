"""IATI out: valid, within the codelists and the standard ruleset, and with every sum that may be added."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from warifu.exports import iati
from warifu.exports.book import Book, moves
from warifu.proposals.imports.iati.validation import Rulebook
from warifu.tables import contract as c
from warifu.terms.problem import Severity


@pytest.fixture(scope="module")
def activity_files(books: dict[str, Book], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    found = {}
    for name, book in books.items():
        folder = tmp_path_factory.mktemp(name)
        iati.write(book, folder)
        found[name] = folder / iati.FILE
    return found


@pytest.fixture(scope="module")
def judge(iati_files: Path) -> Rulebook:
    """The standard's schema, codelists and ruleset; all 283 of its conformance files were tried with this judge."""
    return Rulebook.read(iati_files)


def test_each_file_keeps_schema_codelists_and_ruleset(activity_files: dict[str, Path], judge: Rulebook) -> None:
    """Faults: none. Warnings: only that no sector is in the OECD's own vocabulary, for no source tells one."""
    for path in activity_files.values():
        found = judge.check(path, date(2026, 11, 26))
        assert {(problem.rule, problem.severity) for problem in found} <= {("iati-rule-102.1.1", Severity.LOOK)}


def test_the_judge_bites(activity_files: dict[str, Path], judge: Rulebook, tmp_path: Path) -> None:
    """A planted violation of each of six kinds is found."""
    tree = etree.parse(activity_files["eight-point-plan"])
    one = tree.find("iati-activity")
    for sector in one.findall("sector"):
        one.remove(sector)
    one.find("recipient-country").set("percentage", "40")
    one.find("iati-identifier").text = "elsewhere/1"
    one.find("transaction/transaction-date").set("iso-date", "2031-01-01")
    one.find("transaction/transaction-type").set("code", "77")
    one.append(etree.Element("title"))
    tree.write(tmp_path / "broken.xml")
    found = {problem.rule for problem in judge.check(tmp_path / "broken.xml", date(2026, 11, 26))}
    assert {f"iati-rule-{rule}" for rule in ("6.2.2", "3.1.4", "1.1.21", "1.3.13", "11.2.1")} <= found
    assert len(found) > 6


def test_the_transactions_come_to_the_sums_that_may_be_added(
    books: dict[str, Book], activity_files: dict[str, Path]
) -> None:
    """By currency and kind, whoever reads plain IATI gets what the ledger would add."""
    kinds = {code: kind for (kind, _), code in iati.TRANSACTIONS.items()}
    for name, book in books.items():
        told: Counter[tuple[str, str]] = Counter()
        for item in book.rows(c.SumRow):
            if moves(item, book.deals[item.deal]) and item.kind in kinds.values():
                told[item.kind, item.currency] += item.amount
        read: Counter[tuple[str, str]] = Counter()
        for transaction in etree.parse(activity_files[name]).iter("transaction"):
            value = transaction.find("value")
            kind = kinds[transaction.find("transaction-type").get("code")]
            read[kind, value.get("currency")] += Decimal(value.text)
        assert read == told
        assert told


def test_nothing_of_a_sum_is_lost_in_the_own_namespace(books: dict[str, Book], activity_files: dict[str, Path]) -> None:
    for name, book in books.items():
        found = {
            item.get("ref"): (
                item.get("kind"),
                Decimal(item.get("amount")),
                item.get("currency"),
                item.get("bound"),
                Decimal(item.get("upper")) if item.get("upper") else None,
                item.get("standing"),
                item.get("on"),
                item.get("doubtful") == "true",
            )
            for item in etree.parse(activity_files[name]).iter(f"{iati.OWN}sum")
        }
        assert found == {
            row.sum: (row.kind, row.amount, row.currency, row.bound, row.upper, row.standing, row.on_text, row.doubtful)
            for row in book.rows(c.SumRow)
        }


def test_an_umbrella_and_its_parts_point_at_each_other(book: Book, activity_files: dict[str, Path]) -> None:
    tree = etree.parse(activity_files["eight-point-plan"])
    edges = {
        (one.findtext("iati-identifier"), other.get("ref"), other.get("type"))
        for one in tree.iter("iati-activity")
        for other in one.findall("related-activity")
    }
    parts = [(deal.deal, deal.part_of) for deal in book.deals.values() if deal.part_of]
    assert parts
    for part, whole in parts:
        assert (iati.identifier(book, part), iati.identifier(book, whole), "1") in edges
        assert (iati.identifier(book, whole), iati.identifier(book, part), "2") in edges


def test_a_former_identifier_stays_beside_the_one_that_it_leads_to(book: Book) -> None:
    class Joined(Book):
        def rows(self, row):  # type: ignore[no-untyped-def]
            led = c.RedirectRow("ep-900", ("ep-001",), "2026", "mori", "The same fund")
            return (led,) if row is c.RedirectRow else super().rows(row)

    joined = Joined(book.tables)
    found = iati.activity(joined, joined.deals["ep-001"], "2026-01-01T00:00:00Z")
    told = {(one.get("type"), one.get("ref")) for one in found.findall("other-identifier")}
    assert told == {("A1", "ep-001"), ("A3", iati.identifier(book, "ep-900"))}
    assert len(iati.activity(joined, joined.deals["ep-002"], "2026-01-01T00:00:00Z").findall("other-identifier")) == 1


def test_shares_come_to_a_hundred() -> None:
    for count in range(1, 30):
        assert sum(iati.shares(count)) == 100


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    assert iati.clean("a\x00b\x1fc\td\ufffe") == "abc\td"


def test_the_same_tables_give_the_same_bytes(book: Book, activity_files: dict[str, Path], tmp_path: Path) -> None:
    iati.write(book, tmp_path)
    assert (tmp_path / iati.FILE).read_bytes() == activity_files["eight-point-plan"].read_bytes()
