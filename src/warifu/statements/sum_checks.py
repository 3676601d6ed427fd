"""Checks of sums: what kind of money it is, whether it is told twice, and whether parts and wholes agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Final

from warifu.statements.reading import Reading, SumOfCase
from warifu.statements.rules import Evidence, at_deal, at_row
from warifu.terms.codelist import Binding, Bound, Form, Stage, Standing, SumKind
from warifu.terms.currencies import CURRENCIES
from warifu.terms.money import Money, Range, total
from warifu.terms.problem import Problem, Severity

CONVERSION_SLACK: Final = Decimal("0.12")
"""Two currencies of one sum may differ by this share: press rounding plus a month's movement of the rate."""

POWERS_OF_TEN: Final = {Decimal(10) ** power: power for power in range(1, 13)}
SURE_SLIP: Final = 3  # a thousand times apart: no part is so small a share of its whole

NO_COMMITMENT: Final = frozenset(
    {
        Form.FRAMEWORK_AGREEMENT,
        Form.MEMORANDUM,
        Form.LETTER_OF_INTENT,
        Form.JOINT_STATEMENT,
        Form.ANNOUNCEMENT,
        Form.NONE,
    }
)
"""Papers that commit nobody to a sum (CODEBOOK, "From paper to stage, form, binding")."""

LARGE: Final = Decimal(100_000_000)
VERY_LARGE: Final = Decimal(1_000_000_000)
"""In US dollars: deals above the first are looked at twice, above the second by a second person (CODEBOOK)."""

PROMISED: Final = (SumKind.PLEDGE, SumKind.COMMITMENT, SumKind.DISBURSEMENT)


def pledge_paid_out(evidence: Evidence) -> Iterator[Problem]:
    """A pledge that carries the day on which the money flowed."""
    for reading in evidence.readings:
        paid = {item.on.text for item in reading.at(Stage.FINANCED) if item.on is not None}
        for one in reading.of_kind(SumKind.PLEDGE) if paid else ():
            if one.first.on is not None and one.first.on.text in paid:
                yield at_row(one.first, "pledge-paid-out", (
                    f"a pledge of {one.told.money} carries the day {one.first.on} on which the deal was financed: "
                    "code it as a disbursement, or give the pledge its own day"
                ))  # fmt: skip


def disbursed_without_commitment(evidence: Evidence) -> Iterator[Problem]:
    """Money was paid, and no paper that binds and no commitment is told."""
    for reading in evidence.readings:
        paid = reading.of_kind(SumKind.DISBURSEMENT)
        firm = any(told.binding is Binding.YES for _, told in reading.papers)
        if paid and not firm and not reading.of_kind(SumKind.COMMITMENT):
            yield at_row(paid[0].first, "disbursed-without-commitment", (
                f"{paid[0].told.money} was paid, but no commitment and no binding paper is told: "
                "look for the contract behind the payment"
            ), Severity.NOTE)  # fmt: skip


def commitment_on_frame(evidence: Evidence) -> Iterator[Problem]:
    """A commitment in a deal whose papers commit nobody to a sum, and of which none is said to bind."""
    for reading in evidence.readings:
        firm = [told for _, told in reading.papers if told.form not in NO_COMMITMENT]
        said = [told for _, told in reading.papers if told.form is not Form.FRAMEWORK_AGREEMENT]
        binds = any(told.binding is Binding.YES for told in said)
        sums = reading.of_kind(SumKind.COMMITMENT)
        if sums and reading.papers and not firm and not binds:
            forms = " and ".join(sorted({_a(told.form) for _, told in reading.papers}))
            yield at_row(sums[0].first, "commitment-on-frame", (
                f"{sums[0].told.money} is coded as a commitment, but the deal stands on {forms} only: "
                "code a pledge or a ceiling, or find the agreement"
            ))  # fmt: skip


def _a(form: Form) -> str:
    if form is Form.NONE:
        return "no paper"
    return f"an {form}" if form[0] in "aeiou" else f"a {form}"


def parts_above_whole(evidence: Evidence) -> Iterator[Problem]:
    """The sums of the parts exceed what is told for the whole, in one currency; a ceiling bounds every kind."""
    for umbrella, parts in _umbrellas(evidence):
        for one in umbrella.sums:
            told = one.told
            limit = told.upper if told.bound is Bound.RANGE else told.money.number
            if told.bound in (Bound.FLOOR, Bound.ABOUT) or limit is None or told.standing is Standing.PART:
                continue
            for kind in PROMISED if told.kind is SumKind.CEILING else (told.kind,):
                found = _counted(parts, kind, told.money.currency)
                least = total(span for span in found.values())
                if least is not None and least.low is not None and least.low > limit:
                    yield at_row(one.first, "parts-above-whole", (
                        f"the {kind} sums of {len(found)} of its {_parts(parts)} add up to {least.low:,} "
                        f"{told.money.currency}, above the {Money(limit, told.money.currency)} told for the whole: "
                        "one is counted twice or wrong"
                    ))  # fmt: skip


def parts_below_whole(evidence: Evidence) -> Iterator[Problem]:
    """A whole is told and every part tells its sum, but they do not add up to it; a partial list is let be."""
    for umbrella, parts in _umbrellas(evidence):
        if umbrella.case.partial:
            continue
        for one in umbrella.sums:
            told = one.told
            if told.bound not in (Bound.EXACT, Bound.ABOUT) or told.standing is Standing.PART:
                continue
            found = _counted(parts, told.kind, told.money.currency)
            most = total(found.values())
            least = told.range.low
            if len(found) < len(parts) or most is None or most.high is None or least is None:
                continue
            if most.high < least:
                yield at_row(one.first, "parts-below-whole", (
                    f"{told.money} is told for the whole, but the {told.kind} sums of its {_parts(parts)} add up to "
                    f"{most.high:,} {told.money.currency} at most: add the part that is missing, or write partial: true"
                ))  # fmt: skip


def _parts(parts: Sequence[Reading]) -> str:
    return "1 part" if len(parts) == 1 else f"{len(parts)} parts"


def _umbrellas(evidence: Evidence) -> Iterator[tuple[Reading, list[Reading]]]:
    """Each umbrella with the leaf deals below it, through umbrellas in between."""
    children: dict[str, list[Reading]] = defaultdict(list)
    for reading in evidence.readings:
        if reading.case.part_of:
            children[reading.case.part_of].append(reading)
    if not children:
        return
    for reading in evidence.readings:
        if reading.case.id in children:
            yield reading, list(_leaves(reading.case.id, children, {reading.case.id}))


def _leaves(above: str, children: Mapping[str, Sequence[Reading]], passed: set[str]) -> Iterator[Reading]:
    for child in children[above]:
        if child.case.id in passed:
            continue  # a circle, which is a problem of its own
        passed.add(child.case.id)
        if child.case.umbrella:
            if child.case.id in children:
                yield from _leaves(child.case.id, children, passed)
        else:
            yield child


def _counted(parts: Sequence[Reading], kind: SumKind, currency: str) -> dict[str, Range]:
    """What each part counts of a kind, in one currency; parts that tell none are left out."""
    found: dict[str, Range] = {}
    for part in parts:
        told = [one.told for one in part.of_kind(kind) if one.counted and one.told.money.currency == currency]
        span = total(one.range for one in told)
        if span is not None:
            found[part.case.id] = span
    return found


def umbrella_counted(evidence: Evidence) -> Iterator[Problem]:
    """A sum of an umbrella marked as counted: no total takes it, so the mark misleads."""
    for reading in evidence.readings:
        for one in reading.sums if reading.case.umbrella else ():
            if one.counted and one.told.kind in PROMISED:
                yield at_row(one.first, "umbrella-counted", (
                    f"{one.told.money} stands counted in an umbrella, and no total takes an umbrella's sums: "
                    "write standing: whole, and count it in its parts"
                ), Severity.NOTE)  # fmt: skip


def unit_slip(evidence: Evidence) -> Iterator[Problem]:
    """One deal told in sums a power of ten apart; for ten or a hundred times, one must be a version of the other."""
    for reading in evidence.readings:
        for left, right in combinations(reading.sums, 2):
            a, b = left.told, right.told
            if a.kind is not b.kind or a.money.currency != b.money.currency or not (a.money.number and b.money.number):
                continue
            power = POWERS_OF_TEN.get(max(a.money.number, b.money.number) / min(a.money.number, b.money.number), 0)
            versions = Standing.VERSION in (a.standing, b.standing)
            if power >= SURE_SLIP or (power and versions):
                yield at_row(right.first, "unit-slip", (
                    f"{a.money} and {b.money} are told of one {a.kind}, exactly {10**power:,} times apart: "
                    "one source has the wrong unit"
                ))  # fmt: skip


def conversion_disagrees(evidence: Evidence) -> Iterator[Problem]:
    """One sum told in two currencies that no rate of that day brings together."""
    for reading in evidence.readings:
        for version in reading.sums:
            if version.told.standing is not Standing.VERSION:
                continue
            counted = [one for one in reading.of_kind(version.told.kind) if one.counted]
            if any(one.told.money.currency == version.told.money.currency for one in counted):
                continue  # it tells that one again, and no rate is in question
            apart = [(spread, one) for one in counted if (spread := _apart(evidence, one, version)) is not None]
            if not apart or len(apart) < len(counted):
                continue
            spread, nearest = min(apart, key=lambda entry: entry[0])
            if spread > CONVERSION_SLACK:
                yield at_row(version.first, "conversion-disagrees", (
                    f"{nearest.told.money} and {version.told.money} are told of one sum, but lie {spread:.0%} apart at "
                    f"the rate of {_later(nearest, version)}: a wrong figure, another date, or two sums"
                ))  # fmt: skip


def counted_in_two_currencies(evidence: Evidence) -> Iterator[Problem]:
    """Two counted sums in two currencies that are worth the same: one sum told twice, and counted twice."""
    for reading in evidence.readings:
        for left, right in combinations([one for one in reading.sums if one.counted], 2):
            if left.told.kind is not right.told.kind or left.told.money.currency == right.told.money.currency:
                continue
            spread = _apart(evidence, left, right)
            if spread is not None and spread <= CONVERSION_SLACK:
                yield at_row(right.first, "counted-twice", (
                    f"{left.told.money} and {right.told.money} are both counted, and are worth the same at the rate of "
                    f"{_later(left, right)}: if it is one sum told in two currencies, write standing: version on one"
                ))  # fmt: skip


def _apart(evidence: Evidence, left: SumOfCase, right: SumOfCase) -> Decimal | None:
    """How far two exact sums of two currencies lie apart; None where one has a bound or no day, or no rate is there."""
    a, b = left.told, right.told
    if a.bound is not Bound.EXACT or b.bound is not Bound.EXACT or left.first.on is None or right.first.on is None:
        return None
    return evidence.spread(a.money, b.money, max(left.first.on, right.first.on))


def _later(left: SumOfCase, right: SumOfCase) -> str:
    return str(max(one.first.on for one in (left, right) if one.first.on is not None))


def told_again(evidence: Evidence) -> Iterator[Problem]:
    """Two rows tell the very same sum on the same day; it is counted once."""
    for reading in evidence.readings:
        for one in reading.sums:
            for again in one.again:
                yield at_row(again, "told-again", (
                    f"{one.told.money} on {again.on or 'an unknown day'} stands in two rows, and is counted once: put "
                    "the sources into one row, or, if it was promised twice, add the two up in one row"
                ))  # fmt: skip


def same_amount_twice(evidence: Evidence) -> Iterator[Problem]:
    """Two counted sums of one kind and amount on different days: two instalments, or one sum told twice."""
    for reading in evidence.readings:
        seen: dict[tuple[SumKind, Money], SumOfCase] = {}
        for one in reading.sums:
            if not one.counted:
                continue
            other = seen.setdefault((one.told.kind, one.told.money), one)
            if other is not one:
                yield at_row(one.first, "same-amount-twice", (
                    f"{one.told.money} is counted for {other.first.on or 'an unknown day'} and again for "
                    f"{one.first.on or 'an unknown day'}: if it is one sum, write standing: version on one of them"
                ), Severity.NOTE)  # fmt: skip


def version_of_nothing(evidence: Evidence) -> Iterator[Problem]:
    """A sum told as a version or a part in a deal that counts no sum: its money is in no total."""
    for reading in evidence.readings:
        if reading.case.umbrella or any(one.counted for one in reading.sums):
            continue
        for one in reading.sums:
            if one.told.standing in (Standing.VERSION, Standing.PART) and one.told.kind in PROMISED:
                yield at_row(one.first, "version-of-nothing", (
                    f"{one.told.money} is told as a {one.told.standing}, but the deal counts no sum that it could be a "
                    f"{one.told.standing} of, so it is in no total: write standing: counted on the sum to count"
                ))  # fmt: skip


def withdrawn_currency(evidence: Evidence) -> Iterator[Problem]:
    """A sum in a currency that had been withdrawn before the day of the sum."""
    for reading in evidence.readings:
        for one in reading.sums:
            name, until = CURRENCIES[one.told.money.currency]
            on = one.first.on
            if until is not None and on is not None and on.surely_after(date.fromisoformat(until)):
                yield at_row(one.first, "withdrawn-currency", (
                    f"{one.told.money} is dated {on}, but the {name} was withdrawn on {until}: "
                    "correct the currency or the day"
                ))  # fmt: skip


def large_and_alone(evidence: Evidence) -> Iterator[Problem]:
    """A sum above 100 million US dollars that one origin alone tells."""
    for reading in evidence.readings:
        for one in reading.sums:
            value = evidence.in_dollars(one.told.money, one.first.on) if one.counted else None
            if value is None or value <= LARGE:
                continue
            origins = {
                evidence.sources[item.source].origin for item in one.statements if item.source in evidence.sources
            }
            if len(origins) == 1:
                yield at_row(one.first, "large-and-alone", (
                    f"{one.told.money} rests on one origin, {min(origins)}: look for a second before it is published"
                ), Severity.NOTE)  # fmt: skip


def looked_at_once(evidence: Evidence) -> Iterator[Problem]:
    """A deal above 100 million US dollars at which nobody looked again after it was coded."""
    for reading, value in _large(evidence, LARGE):
        if not reading.case.looks:
            yield at_deal(reading.case, "looked-at-once", (
                f"it is worth {_about(value)} US dollars, and deals above {LARGE:,} are looked at twice: "
                "look again, and record it under looks"
            ))  # fmt: skip


def one_pair_of_eyes(evidence: Evidence) -> Iterator[Problem]:
    """A deal above a billion US dollars at which nobody but its coder looked."""
    for reading, value in _large(evidence, VERY_LARGE):
        if all(look.by == reading.case.coder for look in reading.case.looks):
            yield at_deal(reading.case, "one-pair-of-eyes", (
                f"it is worth {_about(value)} US dollars, and nobody but {reading.case.coder} looked at it: deals "
                f"above {VERY_LARGE:,} are looked at by a second person, who records it under looks"
            ))  # fmt: skip


def _large(evidence: Evidence, limit: Decimal) -> Iterator[tuple[Reading, Decimal]]:
    for reading in evidence.readings:
        if reading.case.umbrella:
            continue
        values = [
            evidence.in_dollars(one.told.money, one.first.on)
            for one in reading.sums
            if one.counted and one.told.kind in PROMISED
        ]
        value = max((value for value in values if value is not None), default=None)
        if value is not None and value > limit:
            yield reading, value


def _about(value: Decimal) -> str:
    return f"{value.quantize(Decimal(1)):,}"
