"""Checks of deals beside each other: parties on both sides, twins, umbrellas without parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from warifu.statements.rules import Evidence, at_deal, at_row
from warifu.terms.codelist import Role
from warifu.terms.deal import Case
from warifu.terms.problem import Problem, Severity
from warifu.terms.statement import Statement

BOTH: Final = frozenset({Role.PROVIDER, Role.RECEIVER})


def both_sides_of_its_own_deal(evidence: Evidence) -> Iterator[Problem]:
    """A party that is provider and receiver of the same deal, in one row or in two."""
    for reading in evidence.readings:
        roles: dict[str, set[Role]] = defaultdict(set)
        last: dict[str, Statement] = {}
        for item, told in reading.parties:
            roles[told.party].update(told.roles)
            last[told.party] = item
        for party, found in roles.items():
            if found >= BOTH:
                yield at_row(last[party], "both-sides", (
                    f"{party} is provider and receiver of its own deal: keep the role that a source gives it"
                ))  # fmt: skip


def twins(evidence: Evidence) -> Iterator[Problem]:
    """Two deals with the same parties, area, year and sum."""
    groups: dict[tuple[object, ...], list[Case]] = defaultdict(list)
    for reading in evidence.readings:
        if not reading.parties or not reading.sums or reading.case.umbrella:
            continue  # an umbrella tells the sums of its parts
        parties = tuple(sorted({told.party for _, told in reading.parties}))
        sums = frozenset(one.told.money for one in reading.sums)
        for year in {item.on.year for item, _ in reading.stages if item.on is not None}:
            groups[parties, frozenset(reading.case.areas), year, sums].append(reading.case)
    for same in groups.values():
        for right in same[1:]:
            yield at_deal(right, "twins", (
                f"{right.id} and {same[0].id} have the same parties, area, year and sum: "
                "join them, or say in a note how they differ"
            ))  # fmt: skip


def umbrella_without_parts(evidence: Evidence) -> Iterator[Problem]:
    """A frame, list or tranche of which no part is in the ledger."""
    parents = {reading.case.part_of for reading in evidence.readings}
    for reading in evidence.readings:
        if reading.case.umbrella and reading.case.id not in parents:
            yield at_deal(reading.case, "umbrella-without-parts", (
                "none of its parts is in the ledger, so its money is in no total: "
                "add the parts, or say that they are not known"
            ), Severity.NOTE)  # fmt: skip
