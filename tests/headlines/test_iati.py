"""Nine real activity files, through every room to the totals of the releases they belong to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from warifu.deals import resolve
from warifu.measures import scorecard
from warifu.measures.rates import Rates
from warifu.proposals.imports.iati import reading
from warifu.proposals.imports.iati.validation import Rulebook
from warifu.proposals.imports.mapping import IatiMap, Mapping, TableMap
from warifu.proposals.lists import SourceRow
from warifu.proposals.sheets import SheetFile
from warifu.statements import fold
from warifu.terms.codelist import SourceKind
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Deal
from warifu.terms.evidence import Source

from .published import Headline, headlines, shared

DAY = PartialDate.parse("2016-04-18")
MEASURE = {"commitments": "money-committed", "disbursements": "money-paid"}


def file_of(country: str) -> Path:
    folder = shared("iati/activities")
    [path] = folder.glob(f"iati_2.03_{country}*.xml.gz")
    return path


def sheets_of(path: Path) -> list[SheetFile]:
    mapping = Mapping(
        release=SourceRow(id="aiddata", publisher="AidData"),
        coder="AidData",
        coded=DAY,
        table=TableMap(),
        iati=IatiMap(),
    )
    sheets, _, problems = reading.read(path, mapping, path.name)
    assert [problem for problem in problems if problem.severity == "severe"] == []
    return sheets


def deals(path: Path) -> tuple[Deal, ...]:
    """An activity file in the ledger's rooms: import, fold, resolve."""
    sheets = sheets_of(path)
    sources = {"aiddata": Source("aiddata", "AidData", DAY, "en", SourceKind.DATASET, "third", "")}
    cases, faults = fold.fold(sheets, sources)
    assert faults == ()
    rates = Rates(())
    return resolve.resolve(cases, {}, sources, lambda money, on: rates.convert(money, on, "USD"), date(2016, 4, 18))


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return Rulebook.read(shared("iati"))


@pytest.mark.parametrize("headline", headlines("iati"), ids=str)
def test_every_published_figure_comes_out(headline: Headline, rulebook: Rulebook) -> None:
    if headline.test.startswith("conformance"):
        judged = [
            rulebook.schema_faults(path) == [] for path in sorted(shared("iati/conformance/should-pass").rglob("*.xml"))
        ] + [
            rulebook.schema_faults(path) != [] for path in sorted(shared("iati/conformance/should-fail").rglob("*.xml"))
        ]
        assert headline.agrees(sum(judged))
        assert len(judged) == 283
    elif "valid" in headline.test:
        assert headline.agrees(rulebook.schema_faults(file_of(headline.test.split(":")[0])) == [])
    else:
        country, _, what = headline.test.partition(": ")
        part = scorecard.Slice("all", "All", deals(file_of(country)))
        measure = MEASURE[what.split()[0]]
        assert headline.agrees(scorecard.money(country, part, measure, "USD").value)


def test_nine_files_hold_9657_activities() -> None:
    assert sum(len(sheets_of(path)) for path in sorted(shared("iati/activities").glob("*.xml.gz"))) == 9657


def test_a_total_is_exact_and_not_in_floating_point() -> None:
    part = scorecard.Slice("all", "All", deals(file_of("Iraq")))
    assert scorecard.money("iraq", part, "money-committed", "USD").value == Decimal(10_392_805_606)
    assert scorecard.money("iraq", part, "money-paid", "USD").value == Decimal(4_052_509_637)
