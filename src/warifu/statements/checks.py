"""Checks: faults in the evidence, each a rule with a name (CODEBOOK, "Consistency checks").

A check yields problems; it does not repair, raise, or know the other checks. All of them are in `RULES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from warifu.statements import deal_checks, paper_checks, rate_checks, sum_checks, time_checks
from warifu.statements.rules import Check, Dollars, Evidence, Spread
from warifu.terms.problem import Problem, in_order

__all__ = ["RULES", "Check", "Dollars", "Evidence", "Spread", "run"]

RULES: Final[Mapping[str, Check]] = {
    "pledge-paid-out": sum_checks.pledge_paid_out,
    "disbursed-without-commitment": sum_checks.disbursed_without_commitment,
    "commitment-on-frame": sum_checks.commitment_on_frame,
    "stalled-before-commitment": time_checks.stalled_before_commitment,
    "stage-out-of-order": time_checks.stage_out_of_order,
    "parts-above-whole": sum_checks.parts_above_whole,
    "parts-below-whole": sum_checks.parts_below_whole,
    "umbrella-counted": sum_checks.umbrella_counted,
    "umbrella-without-parts": deal_checks.umbrella_without_parts,
    "unit-slip": sum_checks.unit_slip,
    "impossible-percentage": paper_checks.impossible_percentage,
    "conversion-disagrees": sum_checks.conversion_disagrees,
    "rate-slip": rate_checks.rate_slip,
    "deflator-slip": rate_checks.deflator_slip,
    "counted-twice": sum_checks.counted_in_two_currencies,
    "told-again": sum_checks.told_again,
    "same-amount-twice": sum_checks.same_amount_twice,
    "version-of-nothing": sum_checks.version_of_nothing,
    "withdrawn-currency": sum_checks.withdrawn_currency,
    "dated-after-publication": time_checks.dated_after_publication,
    "in-the-future": time_checks.in_the_future,
    "day-without-year": time_checks.day_without_year,
    "both-sides": deal_checks.both_sides_of_its_own_deal,
    "twins": deal_checks.twins,
    "signed-without-paper": paper_checks.signed_without_paper,
    "binding-off-signature": paper_checks.binding_off_signature,
    "frame-alone": paper_checks.frame_alone,
    "vague-verb": paper_checks.vague_verb,
    "silent-deal": time_checks.silent_deal,
    "doubtful-alone": paper_checks.doubtful_alone,
    "unranked-alone": paper_checks.unranked_alone,
    "large-and-alone": sum_checks.large_and_alone,
    "looked-at-once": sum_checks.looked_at_once,
    "one-pair-of-eyes": sum_checks.one_pair_of_eyes,
}
"""Every check by the name of its rule; the manual's page of problems is made from this table."""


def run(evidence: Evidence) -> tuple[Problem, ...]:
    """Every problem that any rule finds, sorted."""
    return in_order({problem for check in RULES.values() for problem in check(evidence)})
