"""Every voice's version of a deal, side by side, and the gaps between them by name.

A gap is two voices that say different things of one and the same matter. That one voice is silent on what another
tells, or that each tells another paper or another payment, is no gap: a page that printed it would set two governments
against each other that never disagreed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from warifu.terms.codelist import Binding, Bound, Stage, Standing, SumKind
from warifu.terms.dates import PartialDate
from warifu.terms.deal import ORDER, Gap, Version
from warifu.terms.money import Money, Range
from warifu.terms.statement import PaperTold, StageTold, Statement, SumTold

CODER: Final = "coder"
TIMING_SLACK: Final = timedelta(days=45)
"""Acts told more than this apart are a gap in timing; less is how summits and firms date the same paper."""

ONCE: Final = (Stage.SIGNED, Stage.IN_FORCE, Stage.DELIVERED)
"""Stages that happen once, so that two days are two tellings; deals are proposed, announced and paid many times."""

ONE_SUM: Final = frozenset({Standing.COUNTED, Standing.VERSION})
ONE_WHOLE: Final = frozenset({Standing.WHOLE})
SAID: Final = frozenset({Binding.YES, Binding.NO})

Paper = tuple[PartialDate | None, PaperTold]


@dataclass(slots=True)
class Account:
    """What one voice says, laid out once for its version and for comparing."""

    voice: str
    side: str | None
    statements: list[str] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    stages: list[tuple[PartialDate | None, Stage]] = field(default_factory=list)
    sums: list[SumTold] = field(default_factory=list)


def accounts(told: Sequence[Statement]) -> list[Account]:
    """One account a voice, by name; the coder's own readings are nobody's account."""
    found: dict[str, Account] = {}
    for item in told:
        if item.voice == CODER:
            continue
        account = found.get(item.voice)
        if account is None:
            account = found[item.voice] = Account(item.voice, item.side)
        account.statements.append(item.id)
        match item.told:
            case PaperTold():
                account.papers.append((item.on, item.told))
            case StageTold():
                account.stages.append((item.on, item.told.stage))
            case SumTold():
                account.sums.append(item.told)
    return [found[voice] for voice in sorted(found)]


def of(found: Sequence[Account]) -> tuple[Version, ...]:
    """One version a voice."""
    return tuple(_version(account) for account in found)


def _version(account: Account) -> Version:
    on, stage = max(account.stages, key=_how_far, default=(None, None))
    paper = account.papers[-1][1] if account.papers else None
    sums = {(one.kind, one.money.currency, one.money.number, one.bound): one for one in account.sums}
    ordered = [sums[key] for key in sorted(sums)] if len(sums) > 1 else list(sums.values())
    return Version(
        voice=account.voice,
        side=account.side,
        stage=stage,
        stage_on=on,
        form=paper.form if paper is not None else None,
        binding=paper.binding if paper is not None else None,
        sums=tuple((one.kind, one.money, one.bound) for one in ordered),
        statements=tuple(account.statements),
        ranges=tuple(one.range for one in ordered),
    )


def _how_far(entry: tuple[PartialDate | None, Stage]) -> tuple[int, tuple[object, ...]]:
    on, stage = entry
    return (ORDER.get(stage, len(ORDER)), on.sort_key if on is not None else ())


def gaps(found: Sequence[Account]) -> tuple[Gap, ...]:
    """Where two voices, of two sides or of one, say different things of one matter."""
    return tuple(gap for i, left in enumerate(found) for right in found[i + 1 :] for gap in _between(left, right))


def _between(left: Account, right: Account) -> Iterator[Gap]:
    def gap(field: str, ours: str, theirs: str) -> Gap:
        return Gap(field, left.voice, ours, right.voice, theirs, left.side, right.side)

    for kind, ours, theirs in _sums_apart(left, right):
        yield gap(f"sum ({kind})", ours, theirs)
    one_paper = [(a, b) for a in left.papers for b in right.papers if near(a[0], b[0])]
    if one_paper and not any(a.form is b.form for (_, a), (_, b) in one_paper):
        (_, ours_told), (_, theirs_told) = one_paper[-1]
        yield gap("form", ours_told.form, theirs_told.form)
    yes_or_no = [(a.binding, b.binding) for (_, a), (_, b) in one_paper if {a.binding, b.binding} <= SAID]
    if yes_or_no and all(a is not b for a, b in yes_or_no):
        a, b = yes_or_no[-1]
        yield gap("binding", a, b)
    for stage in ONCE if left.stages and right.stages else ():
        mine = [on for on, told in left.stages if told is stage and on is not None]
        yours = [on for on, told in right.stages if told is stage and on is not None]
        if not mine or not yours or any(near(a, b) for a in mine for b in yours):
            continue
        if stage is Stage.SIGNED and _other_papers(left, right, mine, yours):
            continue
        yield gap(f"timing ({stage})", mine[-1].text, yours[-1].text)


def near(left: PartialDate | None, right: PartialDate | None) -> bool:
    """Whether two dates can be one day told twice; an unknown day can be any."""
    if left is None or right is None:
        return True
    return max(left.first, right.first) - min(left.last, right.last) <= TIMING_SLACK


def _other_papers(left: Account, right: Account, mine: Sequence[PartialDate], yours: Sequence[PartialDate]) -> bool:
    """Whether the signings told are those of two papers: each voice tells one of its own form about its own day."""
    ours = {told.form for on, told in left.papers if on is not None and any(near(on, day) for day in mine)}
    theirs = {told.form for on, told in right.papers if on is not None and any(near(on, day) for day in yours)}
    return bool(ours) and bool(theirs) and not ours & theirs


def _sums_apart(left: Account, right: Account) -> Iterator[tuple[SumKind, str, str]]:
    """Tellings of one sum that do not meet: the coder marked one as a version of the other, or both tell the whole.

    Two counted sums are two sums, a part is other money; what is in another currency is not compared here.
    """
    both = {one.kind for one in left.sums} & {one.kind for one in right.sums}
    for kind in SumKind if both else ():
        if kind not in both:
            continue
        for standings in (ONE_SUM, ONE_WHOLE):
            ours = [one for one in left.sums if one.kind is kind and one.standing in standings]
            theirs = [one for one in right.sums if one.kind is kind and one.standing in standings]
            for currency in sorted({one.money.currency for one in ours} & {one.money.currency for one in theirs}):
                a = [one for one in ours if one.money.currency == currency]
                b = [one for one in theirs if one.money.currency == currency]
                again = standings is ONE_WHOLE or any(
                    Standing.VERSION in (x.standing, y.standing) for x in a for y in b
                )
                if again and not any(_meet(x.range, y.range) for x in a for y in b):
                    yield kind, _told(a), _told(b)


def _meet(a: Range, b: Range) -> bool:
    if a.high is not None and b.low is not None and a.high < b.low:
        return False
    return not (b.high is not None and a.low is not None and b.high < a.low)


def _told(items: Sequence[SumTold]) -> str:
    return "; ".join(dict.fromkeys(_words(one) for one in items))


def _words(one: SumTold) -> str:
    if one.bound is Bound.RANGE and one.upper is not None:
        return f"{one.money} to {Money(one.upper, one.money.currency)}"
    return str(one.money) if one.bound is Bound.EXACT else f"{one.bound} {one.money}"
