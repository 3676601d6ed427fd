"""The US-China Phase One purchases: legal increases and monthly statistics, as the Peterson Institute gave them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from warifu.measures import delivery, series
from warifu.measures.delivery import Count, Promise
from warifu.proposals.imports.workspace import read_series_of
from warifu.terms.series import Entry

from .published import MAPPINGS, Headline, headlines, shared

TABLES = {
    "goals": "phaseone_goals_by_vintage.csv",
    "exports-hs6": "hs6_monthly_us_exports_to_china_vintage_2020-06-04.csv.gz",
    "energy": "energy_hs6_monthly_us_exports_to_china.csv.gz",
    "exports-hs2": "hs2_monthly_us_exports_to_china_2013-01_2020-10.csv.gz",
    "published": "piie_published_figures.csv",
}
COVERED = ("manufactured", "agriculture", "energy")
GOODS = "US exports, no aircraft"
BOTH = "US exports, goods and services"
BN = Decimal(10) ** 9
JUNE, DECEMBER = date(2020, 6, 30), date(2020, 12, 31)
"""The tracker's months to April stand in its version of June 2020; what came by October in that of December."""


@pytest.fixture(scope="session")
def entries() -> tuple[Entry, ...]:
    found: list[Entry] = []
    for name, table in TABLES.items():
        mapping = MAPPINGS / f"phase-one-{name}.yaml"
        read, problems = read_series_of(mapping, f"imports/{mapping.name}", shared(f"phase_one/{table}"))
        assert problems == []
        found += read
    return tuple(found)


def promise(entries: Sequence[Entry], *categories: str, aircraft: bool = False) -> Promise:
    """So much more than in 2017, over some groups; with aircraft in the base of manufactured goods where asked for."""
    known = series.known(entries, DECEMBER)
    found = []
    for category in categories:
        own = series.promise(known, category, 2020, GOODS)
        assert own is not None
        assert own.base is not None
        if aircraft and category == "manufactured":
            own = replace(own, base=own.base + in_2017(entries, "aircraft"))
        found.append(own)
    whole = delivery.together(found, "promise", " and ".join(categories))
    assert whole is not None
    return whole


def in_2017(entries: Sequence[Entry], category: str) -> Decimal:
    months = series.months(series.known(entries, DECEMBER), "exports", (category,), 2017)
    assert months is not None
    return sum(months, Decimal(0))


def count(entries: Sequence[Entry], through: int, as_of: date, *categories: str, aircraft: bool = False) -> Count:
    """What came by a month, as it was known on a day.

    The institute's release of 25 November 2020 has no aircraft for October yet (the note of p20 says so).
    """
    known = series.known(entries, as_of)
    counts = [series.count(known, "exports", category, 2020, through, GOODS) for category in categories]
    if aircraft:
        planes = series.count(known, "exports", "aircraft", 2020, through - 1, GOODS)
        assert planes is not None
        counts.append(replace(planes, through=through))
    whole = series.together(counts, "count", " and ".join(categories))
    assert whole is not None
    return whole


def rate(
    entries: Sequence[Entry],
    through: int,
    as_of: date,
    *categories: str,
    aircraft: bool = False,
    seasonal: bool = False,
) -> delivery.Rate:
    """Count over target, through `measures.delivery`; by the months of 2017 where `seasonal`."""
    own = promise(entries, *categories, aircraft=aircraft)
    came = count(entries, through, as_of, *categories, aircraft=aircraft)
    months = None
    if seasonal:
        known = series.known(entries, DECEMBER)
        months = series.months(known, "exports", (*categories, "aircraft") if aircraft else categories, 2017)
        assert months is not None
    weights = None if months is None else {(own.category, own.basis): months}
    [found] = delivery.delivery([own], [came], weights).rates
    return found


def two_years(entries: Sequence[Entry]) -> delivery.Rate:
    known = series.known(entries, date(2022, 2, 8))
    promises = [series.promise(known, "goods and services", year, BOTH) for year in (2020, 2021)]
    whole = series.over_years(promises, "both", "2020/2021")
    assert whole is not None
    came = next(item for item in known if item.measure == "exports" and item.category == "goods and services")
    counted = Count("came", whole.category, "2020/2021", BOTH, came.unit, came.value)
    [found] = delivery.delivery([whole], [counted]).rates
    return found


def _bn(number: Decimal | None) -> Decimal:
    assert number is not None
    return number / BN


def _percent(number: Decimal | None) -> Decimal:
    assert number is not None
    return (number * 100).quantize(Decimal(1))


F = Callable[[Sequence[Entry]], Decimal]
FIGURES: dict[str, F] = {
    "p1": lambda told: _bn(promise(told, *COVERED).target),
    "p2": lambda told: _bn(promise(told, *COVERED).increase),
    "p3": lambda told: _bn(count(told, 3, JUNE, *COVERED).value),
    "p4": lambda told: _bn(rate(told, 3, JUNE, *COVERED).expected),
    "p5": lambda told: _percent(rate(told, 3, JUNE, *COVERED).rate),
    "p6": lambda told: _bn(count(told, 3, JUNE, "agriculture").value),
    "p7": lambda told: _bn(count(told, 3, JUNE, "manufactured").value),
    "p8": lambda told: _bn(count(told, 3, JUNE, "energy").value),
    "p9": lambda told: _bn(count(told, 3, JUNE, "uncovered").value),
    "p10": lambda told: _bn(count(told, 4, JUNE, *COVERED).value),
    "p11": lambda told: _bn(rate(told, 4, JUNE, *COVERED).expected),
    "p12": lambda told: _percent(rate(told, 4, JUNE, *COVERED).rate),
    "p13": lambda told: _bn(promise(told, *COVERED, aircraft=True).base),
    "p14": lambda told: _bn(promise(told, "agriculture").base),
    "p15": lambda told: _bn(promise(told, "manufactured", aircraft=True).base),
    "p16": lambda told: _bn(promise(told, "energy").base),
    "p18": lambda told: _bn(in_2017(told, "all goods")),
    "p19": lambda told: _bn(promise(told, *COVERED, aircraft=True).target),
    "p20": lambda told: _bn(count(told, 10, DECEMBER, *COVERED, aircraft=True).value),
    "p21": lambda told: _bn(rate(told, 10, DECEMBER, *COVERED, aircraft=True, seasonal=True).expected),
    "p22": lambda told: _bn(count(told, 10, DECEMBER, "agriculture").value),
    "p23": lambda told: _bn(rate(told, 10, DECEMBER, "agriculture", seasonal=True).expected),
    "p24": lambda told: _percent(rate(told, 10, DECEMBER, *COVERED, aircraft=True, seasonal=True).rate),
    "p27": lambda told: _bn(two_years(told).promise.target),
    "p29": lambda told: _percent(two_years(told).rate),
}


@pytest.mark.parametrize("headline", headlines("phase_one"), ids=str)
def test_every_published_figure_comes_out(headline: Headline, entries: Sequence[Entry]) -> None:
    assert headline.agrees(FIGURES[headline.test.split()[0]](entries))


def test_the_commitment_is_twice_the_base_and_200_billion(entries: Sequence[Entry]) -> None:
    found = two_years(entries)
    assert found.promise.base == 2 * Decimal("151.2") * BN
    assert found.promise.increase == 200 * BN
    assert found.promise.target == Decimal("502.4") * BN
    assert found.rate is not None
    assert f"{found.rate:.3f}" == "0.575"


def test_57_and_later_58_percent_are_one_figure_revised(entries: Sequence[Entry]) -> None:
    """
    2022-02-08  57 percent
    later       58 percent, on the same page, read on 2026-11-26
    """
    met = [entry for entry in entries if entry.measure == "share met"]
    assert [entry.value for entry in series.known(met, date(2022, 2, 7))] == []
    assert [entry.value for entry in series.known(met, date(2022, 2, 8))] == [Decimal(57)]
    assert [entry.value for entry in series.known(met, date(2026, 11, 26))] == [Decimal(58)]
    [revision] = series.revisions(met)
    assert (revision.before.value, revision.after.value, revision.change) == (57, 58, 1)
    assert revision.before.place == 'imports/piie_published_figures.csv:row 30, column "value"'


def test_the_seven_versions_are_replayed_by_the_readers_day(entries: Sequence[Entry]) -> None:
    """What the tracker said had come by its last month, on the day after each version."""
    goals = [entry for entry in entries if entry.source == "tradewar-tracker-goals"]
    told = []
    for as_of, through in (
        ("2020-08-24", 6), ("2020-09-03", 7), ("2020-10-06", 8), ("2020-11-19", 9), ("2020-12-04", 10),
        ("2020-12-23", 11), ("2021-01-27", 12),
    ):  # fmt: skip
        known = series.known(goals, date.fromisoformat(as_of))
        counts = [series.count(known, "exports", category, 2020, through, GOODS) for category in COVERED]
        whole = series.together(counts, "all", "all covered")
        assert whole is not None
        assert series.year_to_date(known, "exports", "energy", 2020, through + 1) is None
        told.append(f"{whole.value / BN:.1f}")
    assert told == ["32.9", "39.1", "47.3", "55.9", "67.0", "78.0", "88.4"]


def test_the_whole_of_2020_by_the_december_version(entries: Sequence[Entry]) -> None:
    """Manufactured 0.630, agriculture 0.816, energy 0.336, all 0.620 of target."""
    last = date(2021, 1, 27)
    rates = [
        rate(entries, 12, last, *part).rate for part in (("manufactured",), ("agriculture",), ("energy",), COVERED)
    ]
    assert [f"{found:.3f}" for found in rates if found is not None] == ["0.630", "0.816", "0.336", "0.620"]


def test_a_month_that_is_missing_makes_no_year(entries: Sequence[Entry]) -> None:
    without_may = [entry for entry in entries if entry.period.text != "2017-05"]
    assert series.months(without_may, "exports", ("energy",), 2017) is None
    assert series.months(entries, "exports", ("energy",), 2017) is not None
