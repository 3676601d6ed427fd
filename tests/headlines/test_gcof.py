"""AidData's Global Chinese Official Finance Dataset 1.0, from its table through every room to its published figures."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from warifu import ledger
from warifu.cli.imports import import_table
from warifu.deals import resolve, timeline
from warifu.measures import aggregates, scorecard
from warifu.measures.rates import Rate, Rates
from warifu.measures.scorecard import Slice
from warifu.proposals import imports
from warifu.statements import checks, fold
from warifu.terms.codelist import Role, Stage
from warifu.terms.deal import Case, Deal, Party
from warifu.terms.evidence import Source

from .published import MAPPINGS, Headline, headlines, shared

RELEASED = date(2017, 10, 11)
BN = Decimal(10) ** 9
EXAMPLE = MAPPINGS.parent / "us-japan-550"


@dataclass(frozen=True)
class Release:
    """The release as warifu has it: `deals` in dollars of 2014 as the release restates them."""

    cases: tuple[Case, ...]
    deals: tuple[Deal, ...]
    nominal: tuple[Deal, ...]
    sources: dict[str, Source]
    rates: Rates

    @property
    def safe(self) -> Slice:
        return Slice("safe", "Safe to add", aggregates.safe(self.deals))


@pytest.fixture(scope="session")
def gcof() -> Release:
    found = imports.read_one(
        MAPPINGS / "gcof-1.0.yaml", "imports/gcof-1.0.yaml", shared("aiddata_gcof_1_0/gcof_v1.0.csv.gz")
    )
    assert found.problems == []
    sources = {
        item.row.id: Source(
            item.row.id,
            item.row.publisher,
            item.row.published,
            item.row.language,
            item.row.kind,
            item.row.side,
            item.row.url,
        )
        for item in found.sources
    }
    parties = {
        item.row.id: Party(item.row.id, item.row.name, item.row.country, item.row.type) for item in found.parties
    }
    rates = Rates(
        Rate(item.row.currency, item.row.base, item.row.on, item.row.rate, item.row.source) for item in found.rates
    )
    cases, problems = fold.fold(found.sheets, sources)
    assert problems == ()
    known = timeline.known(cases, RELEASED)
    deals = resolve.resolve(known, parties, sources, lambda money, on: rates.convert(money, on, "USD"), RELEASED)
    return Release(known, aggregates.in_prices(deals, "USD", "2014"), deals, sources, rates)


def committed(part: Slice) -> Decimal | None:
    """The scorecard's own figure of committed money for a slice."""
    return scorecard.money("gcof", part, "money-committed", "USD").value


def billions(number: Decimal | None) -> Decimal | None:
    return None if number is None else number / BN


def ladder(release: Release, stage: Stage) -> Slice:
    return replace(release.safe, deals=tuple(deal for deal in release.safe.deals if deal.has_reached(stage)))


def table(release: Release, flow: str) -> list[tuple[str, Decimal]]:
    """The ten largest receivers in one class of flows."""
    part = next(item for item in aggregates.by_label(release.safe.deals, "flow_class") if item.label == flow)
    places = aggregates.by_party(part.deals, Role.RECEIVER)
    return [(place.label, amount / BN) for place, amount in aggregates.ranked(places, committed, 10)]


def share(release: Release, inside: Callable[[Deal], bool]) -> Decimal:
    part = replace(release.safe, deals=tuple(deal for deal in release.safe.deals if inside(deal)))
    own, whole = committed(part), committed(release.safe)
    assert own is not None
    assert whole is not None
    return own / whole * 100


def years(release: Release) -> list[tuple[Slice, Decimal]]:
    parts = [part for part in scorecard.slices(release.safe.deals, (), {}) if part.id.startswith("year-")]
    return list(aggregates.ranked(parts, committed, 1))


def right_rows(release: Release, rule: str) -> int:
    """How many restated sums a rule has nothing against."""
    evidence = checks.Evidence(release.cases, release.sources, release.rates.gap, RELEASED)
    told = sum(len(item.restated) for deal in release.deals for item in deal.sums) // 2
    return told - len(list(checks.RULES[rule](evidence)))


FIGURES: dict[str, Callable[[Release], Decimal | int | None]] = {
    "records": lambda release: len(release.deals),
    "total amount, 2014 USD": lambda release: aggregates.everything_told(release.deals),
    "recommended records": lambda release: len(release.safe.deals),
    "recommended total": lambda release: billions(committed(release.safe)),
    "largest year": lambda release: int(years(release)[0][0].label),
    "largest year amount": lambda release: years(release)[0][1] / BN,
    "energy share": lambda release: share(release, lambda deal: "crs-230" in deal.case.areas),
    'OOF share ("commercially oriented")': lambda release: share(
        release, lambda deal: ("flow_class", "OOF-like") in deal.case.labels
    ),
    "implemented or completed records": lambda release: len(ladder(release, Stage.FINANCED).deals),
    "implemented or completed amount": lambda release: billions(committed(ladder(release, Stage.FINANCED))),
    "rows where amount / exchange rate = usd_current": lambda release: right_rows(release, "rate-slip"),
    "rows where usd_current / deflator = usd_defl_2014": lambda release: right_rows(release, "deflator-slip"),
}


@pytest.mark.parametrize("headline", headlines("gcof"), ids=str)
def test_every_published_figure_comes_out(headline: Headline, gcof: Release) -> None:
    if " rank " in headline.test:
        flow, _, rest = headline.test.partition(" rank ")
        rank, _, country = rest.partition(": ")
        name, amount = table(gcof, flow)[int(rank) - 1]
        assert name == country
        assert headline.agrees(amount)
    else:
        assert headline.agrees(FIGURES[headline.test](gcof))


def test_all_rows_added_give_the_releases_own_total_to_the_cent(gcof: Release) -> None:
    """877,655,767,899.49 is printed; floating point gives …4875, exact decimals …4876226."""
    assert aggregates.everything_told(gcof.deals) == Decimal("877655767899.4876226")


def test_what_is_safe_to_add_is_what_the_release_recommends_in_every_row(gcof: Release) -> None:
    flags = [dict(deal.case.labels)["recommended"] == "True" for deal in gcof.deals]
    assert [aggregates.why_unsafe(deal) is None for deal in gcof.deals] == flags
    assert len(flags) == 5466


def test_each_deal_left_out_names_the_rule(gcof: Release) -> None:
    left = {rule: len(ids) for rule, ids in aggregates.left_out(gcof.deals).items()}
    assert left == {"umbrella": 399, "cancelled": 25, "suspended": 16, "only promised": 653}
    assert sum(left.values()) == 5466 - 4373


def test_the_ladder_of_stages(gcof: Release) -> None:
    """Committed 354.35, implemented or completed 273.61, completed 106.00 billion dollars of 2014."""
    steps = [committed(ladder(gcof, stage)) for stage in (Stage.SIGNED, Stage.FINANCED, Stage.DELIVERED)]
    assert [f"{step / BN:.2f}" for step in steps if step is not None] == ["354.35", "273.61", "106.00"]


def test_russia_is_15_deals_and_36_billion_not_41_and_62(gcof: Release) -> None:
    [all_of_russia] = [part for part in aggregates.by_party(gcof.deals, Role.RECEIVER) if part.label == "Russia"]
    told = aggregates.everything_told(all_of_russia.deals)
    assert told is not None
    safe = replace(all_of_russia, deals=aggregates.safe(all_of_russia.deals))
    amount = committed(safe)
    assert amount is not None
    assert (len(all_of_russia.deals), f"{told / BN:.2f}") == (41, "62.84")
    assert (len(safe.deals), f"{amount / BN:.2f}") == (15, "36.62")


def test_slips_are_flagged_and_not_mended(gcof: Release) -> None:
    evidence = checks.Evidence(gcof.cases, gcof.sources, gcof.rates.gap, RELEASED)
    rates = list(checks.RULES["rate-slip"](evidence))
    deflators = list(checks.RULES["deflator-slip"](evidence))
    assert [problem.about for problem in rates] == [
        f"gcof-{number}" for number in (30905, 33483, 34582, 36701, 37280, 39013, 41268, 41916, 43000, 43298)
    ]
    assert [problem.about for problem in deflators] == [f"gcof-{number}" for number in (30183, 30915, 34940, 39556)]
    assert rates[0].where.startswith("imports/gcof_v1.0.csv.gz:row ")
    assert rates[0].where.endswith(', column "amount"')
    assert "the sum is kept as told" in rates[0].message


def test_a_sum_keeps_its_own_currency_and_the_rate_it_was_converted_at(gcof: Release) -> None:
    deal = next(deal for deal in gcof.nominal if deal.id == "gcof-1118")
    [told] = deal.sums
    assert str(told.money) == "20,000,000 NAD"
    assert told.converted is not None
    assert (str(told.converted.money), told.converted.rate_on) == ("2,323,101.39 USD", "2001")
    assert told.converted.rate_source == "aiddata-gcof-1.0"


def test_a_workspace_that_imports_the_table_has_the_same_deals_and_slips(gcof: Release, tmp_path: Path) -> None:
    """`warifu import`, then the ledger as every command opens it."""
    folder = tmp_path / "china"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("build", "sheets"))
    table = str(shared("aiddata_gcof_1_0/gcof_v1.0.csv.gz"))
    words = [table, str(folder), "--mapping", str(MAPPINGS / "gcof-1.0.yaml"), "--link"]
    done = CliRunner().invoke(import_table, words, catch_exceptions=False)
    assert "5,466 deals, 982 parties, 15,224 sources, 278 rates." in done.output
    assert "1,951 deals tell no sum: that is unknown, not zero." in done.output
    kept = ledger.read(folder)
    found = ledger.walk(kept, RELEASED)
    assert len(found.deals) == 5466
    assert len(aggregates.safe(found.deals)) == 4373
    slips = Counter(problem.rule for problem in found.problems if problem.rule.endswith("-slip"))
    assert slips == {"rate-slip": 10, "deflator-slip": 4}
    assert [problem for problem in kept.problems if problem.severity == "severe"] == []
