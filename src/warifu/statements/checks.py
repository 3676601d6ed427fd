"""Checks: faults in the evidence, each a rule with a name (CODEBOOK, "Consistency checks").

A check yields problems; it does not repair, raise, or know the other checks. All of them are in `RULES`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Final

from warifu.statements.rate_checks import deflator_slip, rate_slip
from warifu.terms.codelist import Bound, Form, Stage, Standing, Status, SumKind
from warifu.terms.dates import PartialDate
from warifu.terms.deal import ORDER, Case
from warifu.terms.evidence import Source
from warifu.terms.money import Money
from warifu.terms.problem import Problem, Severity
from warifu.terms.statement import PaperTold, PartyTold, StageTold, Statement, StatusTold, SumTold

Spread = Callable[[Money, Money, PartialDate], Decimal | None]
"""How far two amounts of one sum lie apart at the day's rate: 0.05 is five per cent; None without a rate."""

CONVERSION_SLACK: Final = Decimal("0.12")
"""Two currencies of one sum may differ by this share: press rounding plus a month's movement of the rate."""

UNIT_RATIOS: Final = tuple(Decimal(10) ** power for power in (3, 6))
SILENT_AFTER: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What every check may look at; nothing else."""

    cases: tuple[Case, ...]
    sources: Mapping[str, Source]
    spread: Spread
    as_of: date

    @property
    def by_id(self) -> Mapping[str, Case]:
        return {case.id: case for case in self.cases}


Check = Callable[[Evidence], Iterator[Problem]]


def run(evidence: Evidence) -> tuple[Problem, ...]:
    """Every problem that any rule finds, sorted."""
    return tuple(sorted({problem for check in RULES.values() for problem in check(evidence)}))


def pledge_paid_out(evidence: Evidence) -> Iterator[Problem]:
    """A sum coded as a pledge in a deal whose only stage evidence is that money flowed on the same day."""
    for case in evidence.cases:
        paid = {item.on.text for item in _stages(case, Stage.FINANCED) if item.on is not None}
        for item in _sums(case, SumKind.PLEDGE):
            if item.on is not None and item.on.text in paid:
                yield _problem(case, item, "pledge-paid-out", (
                    f"a pledge of {_told(item).money} carries the day {item.on} on which the deal was financed: "
                    "code it as a disbursement, or give the pledge its own day"
                ))  # fmt: skip


def disbursed_without_commitment(evidence: Evidence) -> Iterator[Problem]:
    """Money was paid, and no paper that binds and no commitment is told."""
    for case in evidence.cases:
        paid = _sums(case, SumKind.DISBURSEMENT)
        firm = any(_paper(item).binding == "yes" for item in _papers(case))
        if paid and not firm and not _sums(case, SumKind.COMMITMENT):
            yield _problem(case, paid[0], "disbursed-without-commitment", (
                f"{_told(paid[0]).money} was paid, but no commitment and no binding paper is told: "
                "look for the contract behind the payment"
            ), Severity.NOTE)  # fmt: skip


def commitment_on_frame(evidence: Evidence) -> Iterator[Problem]:
    """A commitment whose only paper is a frame, which binds for the frame and not for the sum."""
    for case in evidence.cases:
        forms = {_paper(item).form for item in _papers(case)}
        sums = _sums(case, SumKind.COMMITMENT)
        if sums and forms and forms <= {Form.FRAMEWORK_AGREEMENT, Form.MEMORANDUM, Form.LETTER_OF_INTENT}:
            yield _problem(case, sums[0], "commitment-on-frame", (
                f"{_told(sums[0]).money} is coded as a commitment, but the deal stands on a "
                f"{' and a '.join(sorted(forms))} only: code a pledge or a ceiling, or find the agreement"
            ))  # fmt: skip


def stalled_before_commitment(evidence: Evidence) -> Iterator[Problem]:
    """The work stalled before anything was signed."""
    for case in evidence.cases:
        stalled = [
            item for item in case.statements if isinstance(item.told, StatusTold) and item.told.status is Status.STALLED
        ]
        if stalled and not _stages(case, Stage.SIGNED, Stage.IN_FORCE, Stage.FINANCED, Stage.DELIVERED):
            yield _problem(case, stalled[0], "stalled-before-commitment", (
                "the work is told to have stalled, but nothing was ever signed: was it under way at all?"
            ), Severity.NOTE)  # fmt: skip


def stage_out_of_order(evidence: Evidence) -> Iterator[Problem]:
    """A later stage is dated before an earlier one of the same chain (financed before signed)."""
    for case in evidence.cases:
        dated = [(item, _stage(item)) for item in _stages(case) if item.on is not None]
        for (early, a), (late, b) in combinations(dated, 2):
            if a is Stage.CANCELLED or b is Stage.CANCELLED or ORDER[a] == ORDER[b]:
                continue
            low, high = ((early, a), (late, b)) if ORDER[a] < ORDER[b] else ((late, b), (early, a))
            first_of_low = min(item.on.first for item, stage in dated if stage is low[1] and item.on is not None)
            assert high[0].on is not None
            if low[1] in (Stage.SIGNED, Stage.FINANCED) and high[0].on.last < first_of_low:
                yield _problem(case, high[0], "stage-out-of-order", (
                    f"{high[1]} on {high[0].on}, but first {low[1]} on {first_of_low}: "
                    "one of the dates is wrong, or it is another deal's"
                ))  # fmt: skip


def parts_above_whole(evidence: Evidence) -> Iterator[Problem]:
    """The sums of the parts exceed what the umbrella allows, in one currency and kind."""
    children: dict[str, list[Case]] = defaultdict(list)
    for case in evidence.cases:
        if case.part_of:
            children[case.part_of].append(case)
    by_id = evidence.by_id
    for umbrella in sorted(children):
        if umbrella not in by_id:
            continue
        for item in _sums(by_id[umbrella]):
            told = _told(item)
            parts = [
                _told(part).money.number
                for child in children[umbrella]
                for part in _one_a_row(_sums(child, told.kind))
                if _told(part).money.currency == told.money.currency and _told(part).standing is Standing.COUNTED
            ]
            if sum(parts, Decimal(0)) > (told.upper or told.money.number) and told.bound in (
                Bound.CEILING,
                Bound.EXACT,
                Bound.RANGE,
            ):
                yield _problem(by_id[umbrella], item, "parts-above-whole", (
                    f"the {told.kind} sums of its {len(children[umbrella])} parts add up to {sum(parts):,} "
                    f"{told.money.currency}, above the {told.money} told for the whole: one is counted twice or wrong"
                ))  # fmt: skip


def unit_slip(evidence: Evidence) -> Iterator[Problem]:
    """The same deal told in sums a thousand or a million times apart."""
    for case in evidence.cases:
        for left, right in combinations(_one_a_row(_sums(case)), 2):
            a, b = _told(left), _told(right)
            if a.kind is b.kind and a.money.currency == b.money.currency and a.money.number and b.money.number:
                ratio = max(a.money.number, b.money.number) / min(a.money.number, b.money.number)
                if ratio in UNIT_RATIOS:
                    yield _problem(case, right, "unit-slip", (
                        f"{a.money} and {b.money} are told of one {a.kind}, exactly {ratio:,} times apart: "
                        "one source has the wrong unit"
                    ))  # fmt: skip


def conversion_disagrees(evidence: Evidence) -> Iterator[Problem]:
    """One sum told in two currencies that no rate of that day brings together."""
    for case in evidence.cases:
        rows = _one_a_row(_sums(case))
        for left, right in combinations(rows, 2):
            a, b = _told(left), _told(right)
            one_sum = a.kind is b.kind and Standing.VERSION in (a.standing, b.standing)
            exact = a.bound is Bound.EXACT and b.bound is Bound.EXACT
            if not (one_sum and exact and a.money.currency != b.money.currency) or left.on is None or right.on is None:
                continue
            spread = evidence.spread(a.money, b.money, max(left.on, right.on))
            if spread is not None and spread > CONVERSION_SLACK:
                yield _problem(case, right, "conversion-disagrees", (
                    f"{a.money} and {b.money} are told of one sum, but lie {spread:.0%} apart at the rate of "
                    f"{max(left.on, right.on)}: a wrong figure, another date, or two sums"
                ))  # fmt: skip


def dated_after_publication(evidence: Evidence) -> Iterator[Problem]:
    """A source tells as done an act that lies after the day it was published."""
    for case in evidence.cases:
        for item in case.statements:
            plan = isinstance(item.told, SumTold) and item.told.kind in (SumKind.PLEDGE, SumKind.HOPED, SumKind.COST)
            if item.on is None or item.published is None or not item.source or plan:
                continue
            if item.on.first > item.published.last:
                yield _problem(case, item, "dated-after-publication", (
                    f"{item.source}, published {item.published}, is given for an act of {item.on}: "
                    "the day is wrong, or it was a plan and no act"
                ))  # fmt: skip


def in_the_future(evidence: Evidence) -> Iterator[Problem]:
    """An act or a source dated after the reader's day."""
    for case in evidence.cases:
        for item in case.statements:
            if (
                item.on is not None
                and item.on.surely_after(evidence.as_of)
                and isinstance(item.told, StageTold | StatusTold)
            ):
                yield _problem(case, item, "in-the-future", (
                    f"the act is dated {item.on}, after {evidence.as_of}: correct the day, or code a plan as proposed"
                ), Severity.SEVERE)  # fmt: skip


def both_sides_of_its_own_deal(evidence: Evidence) -> Iterator[Problem]:
    """A party that is provider and receiver of the same deal."""
    for case in evidence.cases:
        for item in case.statements:
            if isinstance(item.told, PartyTold) and {"provider", "receiver"} <= set(item.told.roles):
                yield _problem(case, item, "both-sides", (
                    f"{item.told.party} is provider and receiver of its own deal: keep the role that a source gives it"
                ))  # fmt: skip


def twins(evidence: Evidence) -> Iterator[Problem]:
    """Two deals with the same parties, area, year and sum."""
    groups: dict[tuple[object, ...], list[Case]] = defaultdict(list)
    for case in evidence.cases:
        parties = tuple(sorted(item.told.party for item in case.statements if isinstance(item.told, PartyTold)))
        years = {item.on.year for item in _stages(case) if item.on is not None}
        sums = tuple(sorted({_told(item).money for item in _sums(case)}, key=str))
        if parties and sums:
            for year in years:
                groups[parties, case.areas, year, sums].append(case)
    for same in groups.values():
        for left, right in combinations(sorted(same, key=lambda case: case.id), 2):
            yield Problem(right.id, "twins", (
                f"{right.id} and {left.id} have the same parties, area, year and sum: "
                "join them, or say in a note how they differ"
            ), Severity.LOOK, str(right.at))  # fmt: skip


def umbrella_without_parts(evidence: Evidence) -> Iterator[Problem]:
    """A frame, list or tranche of which no part is in the ledger."""
    parents = {case.part_of for case in evidence.cases}
    for case in evidence.cases:
        if case.umbrella and case.id not in parents:
            yield Problem(case.id, "umbrella-without-parts", (
                "none of its parts is in the ledger, so its money is in no total: "
                "add the parts, or say that they are not known"
            ), Severity.NOTE, str(case.at))  # fmt: skip


def needs_a_look(evidence: Evidence) -> Iterator[Problem]:
    """A binding answer or a form that the sources leave open though a paper was signed."""
    for case in evidence.cases:
        papers = _papers(case)
        if _stages(case, Stage.SIGNED) and not papers:
            yield Problem(case.id, "signed-without-paper", (
                "something was signed, but no paper is coded: add papers with its form, or none with a note"
            ), Severity.LOOK, str(case.at))  # fmt: skip


def silent_deal(evidence: Evidence) -> Iterator[Problem]:
    """Open, and no news or look for twelve months."""
    for case in evidence.cases:
        stages = [_stage(item) for item in _stages(case)]
        over = any(isinstance(item.told, StatusTold) and item.told.status is Status.OVER for item in case.statements)
        if case.umbrella or over or Stage.DELIVERED in stages or Stage.CANCELLED in stages:
            continue
        days = [item.on.last for item in case.statements if item.on is not None] + [look.on.last for look in case.looks]
        if days and evidence.as_of - min(max(days), evidence.as_of) > SILENT_AFTER:
            yield Problem(case.id, "silent-deal", (
                f"nothing heard and nobody looked since {max(days)}: "
                "look, and record what was found or that nothing was"
            ), Severity.NOTE, str(case.at))  # fmt: skip


def doubtful_alone(evidence: Evidence) -> Iterator[Problem]:
    """Something that only a spun or garbled source says."""
    for case in evidence.cases:
        rows: dict[str, list[Statement]] = defaultdict(list)
        for item in case.statements:
            if item.source:
                rows[item.id.partition("@")[0]].append(item)
        for items in rows.values():
            known = [evidence.sources[item.source] for item in items if item.source in evidence.sources]
            if known and all(source.doubtful for source in known):
                yield _problem(case, items[0], "doubtful-alone", (
                    f"only {', '.join(source.id for source in known)} says so, a spun or garbled text: "
                    "it supports nothing alone, so find a sound source"
                ))  # fmt: skip


def unconfirmed_large(evidence: Evidence) -> Iterator[Problem]:
    """A sum above 100 million US dollars that one origin alone tells."""
    limit = Money(Decimal(100_000_000), "USD")
    for case in evidence.cases:
        rows: dict[int, list[Statement]] = defaultdict(list)
        for item in _sums(case):
            rows[_told(item).row].append(item)
        for items in rows.values():
            origins = {evidence.sources[item.source].origin for item in items if item.source in evidence.sources}
            told = _told(items[0])
            large = told.money.currency == "USD" and told.money.number > limit.number
            if large and len(origins) == 1 and told.standing is Standing.COUNTED:
                yield _problem(case, items[0], "large-and-alone", (
                    f"{told.money} rests on one origin, {min(origins)}: look for a second before it is published"
                ), Severity.NOTE)  # fmt: skip


RULES: Final[Mapping[str, Check]] = {
    "pledge-paid-out": pledge_paid_out,
    "disbursed-without-commitment": disbursed_without_commitment,
    "commitment-on-frame": commitment_on_frame,
    "stalled-before-commitment": stalled_before_commitment,
    "stage-out-of-order": stage_out_of_order,
    "parts-above-whole": parts_above_whole,
    "unit-slip": unit_slip,
    "conversion-disagrees": conversion_disagrees,
    "rate-slip": rate_slip,
    "deflator-slip": deflator_slip,
    "dated-after-publication": dated_after_publication,
    "in-the-future": in_the_future,
    "both-sides": both_sides_of_its_own_deal,
    "twins": twins,
    "umbrella-without-parts": umbrella_without_parts,
    "signed-without-paper": needs_a_look,
    "silent-deal": silent_deal,
    "doubtful-alone": doubtful_alone,
    "large-and-alone": unconfirmed_large,
}
"""Every check by the name of its rule; the manual's page of problems is made from this table."""


def _stages(case: Case, *stages: Stage) -> list[Statement]:
    return [
        item
        for item in case.statements
        if isinstance(item.told, StageTold) and (not stages or item.told.stage in stages)
    ]


def _stage(item: Statement) -> Stage:
    assert isinstance(item.told, StageTold)
    return item.told.stage


def _papers(case: Case) -> list[Statement]:
    return [item for item in case.statements if isinstance(item.told, PaperTold)]


def _paper(item: Statement) -> PaperTold:
    assert isinstance(item.told, PaperTold)
    return item.told


def _sums(case: Case, *kinds: SumKind) -> list[Statement]:
    return [
        item for item in case.statements if isinstance(item.told, SumTold) and (not kinds or item.told.kind in kinds)
    ]


def _told(item: Statement) -> SumTold:
    assert isinstance(item.told, SumTold)
    return item.told


def _one_a_row(items: Sequence[Statement]) -> list[Statement]:
    """One statement for each row: several sources of one row tell one sum."""
    found: dict[int, Statement] = {}
    for item in items:
        found.setdefault(_told(item).row, item)
    return list(found.values())


def _problem(case: Case, item: Statement, rule: str, message: str, severity: Severity = Severity.LOOK) -> Problem:
    return Problem(case.id, rule, message, severity, str(item.place))
