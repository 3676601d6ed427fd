"""Record health says how well a record is founded, and nothing about the deal."""

from __future__ import annotations

from datetime import date

import pytest

from statements.book import Book

FULL = """
    areas: [ports]
    parties: [{party: bank, roles: [provider]}]
    papers: [{form: contract, on: 2021-03-04, binding: yes, sources: [jp]}]
    stages: [{stage: signed, on: 2021-03-04, sources: [jp]}]
    sums: [{kind: commitment, amount: "5 USD", on: 2021-03-04, sources: [jp]}]
    sources: [jp]
"""


@pytest.mark.parametrize(
    ("sources", "mark"),
    [
        ("jp, ru", 5),
        ("jp, wire", 4),
        ("jp", 3),
        ("undated", 2),
        ("wire", 1),
        ("wire, copy", 1),
        ("garbled", 0),
        ("garbled, jp", 3),
    ],
)
def test_the_mark_for_sources_counts_official_and_independent_origins(sources: str, mark: int) -> None:
    told = f"stages: [{{stage: signed, on: 2021-03-04, sources: [{sources}]}}]\nsources: [{sources}]\n"
    assert Book(cranes=told).deal().health.sources == mark


@pytest.mark.parametrize(
    ("gone", "missing"),
    [
        ("", ()),
        ("areas:", ("area",)),
        ("parties:", ("parties",)),
        ("sums:", ("sum",)),
        ("papers:", ("form",)),
        ("stages:", ("date",)),
    ],
)
def test_completeness_loses_a_mark_for_each_basic_that_is_missing(gone: str, missing: tuple[str, ...]) -> None:
    text = "\n".join(line for line in FULL.splitlines() if not gone or not line.strip().startswith(gone))
    health = Book(cranes=text).deal().health
    assert health.missing == missing
    assert health.completeness == 5 - len(missing)


def test_a_mere_proposal_has_no_paper_to_miss() -> None:
    text = FULL.replace("stage: signed", "stage: proposed").replace(
        "papers: [{form: contract", "judged: []\n    # [{form"
    )
    assert Book(cranes=text).deal().health.missing == ()


@pytest.mark.parametrize(("year", "mark"), [(2021, 5), (2022, 4), (2023, 3), (2025, 2), (2028, 1), (2030, 0)])
def test_follow_up_fades_with_the_years_since_anybody_looked(year: int, mark: int) -> None:
    assert Book(cranes=FULL).deal(date(year, 6, 1)).health.follow_up == mark


def test_agreement_of_voices_needs_two_voices() -> None:
    one = Book(cranes=FULL).deal().health
    two = Book(
        cranes=FULL.replace("sources: [jp]}", "sources: [jp, ru]}").replace("sources: [jp]", "sources: [jp, ru]")
    )
    gap = Book(
        cranes=FULL.replace(
            "papers: [", "papers: [{form: memorandum, on: 2021-03-04, binding: no, basis: sides, sources: [ru]}, "
        )
    )
    assert one.agreement is None
    assert two.deal().health.agreement == 5
    assert gap.deal().health.agreement == 3  # form and binding
