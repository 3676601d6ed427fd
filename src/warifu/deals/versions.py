"""Every voice's version of a deal, side by side, and the gaps between them by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from warifu.terms.codelist import Binding, Bound, Form, Stage, SumKind
from warifu.terms.dates import PartialDate
from warifu.terms.deal import ORDER, Gap, Version
from warifu.terms.money import Money, bounded
from warifu.terms.statement import PaperTold, StageTold, Statement, SumTold

CODER: Final = "coder"
TIMING_SLACK: Final = timedelta(days=45)
"""Signings told more than this apart are a gap in timing; less is how summits and firms date the same paper."""


def of(told: Sequence[Statement]) -> tuple[Version, ...]:
    """One version a voice, by name; the coder's own readings are nobody's version."""
    voices: dict[str, list[Statement]] = defaultdict(list)
    for item in told:
        if item.voice != CODER:
            voices[item.voice].append(item)
    return tuple(_version(voice, voices[voice]) for voice in sorted(voices))


def _version(voice: str, items: Sequence[Statement]) -> Version:
    stages = [(item.told.stage, item.on) for item in items if isinstance(item.told, StageTold)]
    stage, on = max(stages, key=_how_far, default=(None, None))
    papers = [item.told for item in items if isinstance(item.told, PaperTold)]
    paper = papers[-1] if papers else None
    told = [item.told for item in items if isinstance(item.told, SumTold)]
    sums = {(one.kind, one.money.currency, one.money.number): (one.kind, one.money, one.bound) for one in told}
    return Version(
        voice=voice,
        side=items[0].side,
        stage=stage,
        stage_on=on,
        form=paper.form if paper is not None else None,
        binding=paper.binding if paper is not None else None,
        sums=tuple(sums[key] for key in sorted(sums)),
        statements=tuple(item.id for item in items),
    )


def _how_far(entry: tuple[Stage, PartialDate | None]) -> tuple[int, tuple[object, ...]]:
    stage, on = entry
    return (ORDER.get(stage, len(ORDER)), on.sort_key if on is not None else ())


def gaps(versions: Sequence[Version]) -> tuple[Gap, ...]:
    """Where two voices of different sides, or a government and anybody else, tell different things."""
    found: list[Gap] = []
    for i, left in enumerate(versions):
        for right in versions[i + 1 :]:
            found.extend(_between(left, right))
    return tuple(found)


def _between(left: Version, right: Version) -> Iterator[Gap]:
    for kind in SumKind:
        ours, theirs = _amounts(left, kind), _amounts(right, kind)
        shared = {money.currency for money, _ in ours} & {money.currency for money, _ in theirs}
        for currency in sorted(shared):
            a = [item for item in ours if item[0].currency == currency]
            b = [item for item in theirs if item[0].currency == currency]
            if not any(_overlap(x, y) for x in a for y in b):
                yield Gap(f"sum ({kind})", left.voice, _told(a), right.voice, _told(b))
    if _differ(left.form, right.form) and left.form is not None and right.form is not None:
        yield Gap("form", left.voice, left.form, right.voice, right.form)
    if _differ(_said(left.binding), _said(right.binding)) and left.binding is not None and right.binding is not None:
        yield Gap("binding", left.voice, left.binding, right.voice, right.binding)
    if left.stage is right.stage and left.stage_on is not None and right.stage_on is not None:
        apart = max(left.stage_on.first, right.stage_on.first) - min(left.stage_on.last, right.stage_on.last)
        if apart > TIMING_SLACK:
            yield Gap(f"timing ({left.stage})", left.voice, left.stage_on.text, right.voice, right.stage_on.text)


def _amounts(version: Version, kind: SumKind) -> list[tuple[Money, Bound]]:
    return [(money, bound) for told, money, bound in version.sums if told is kind]


def _overlap(left: tuple[Money, Bound], right: tuple[Money, Bound]) -> bool:
    a, b = bounded(left[0].number, left[1]), bounded(right[0].number, right[1])
    if a.high is not None and b.low is not None and a.high < b.low:
        return False
    return not (b.high is not None and a.low is not None and b.high < a.low)


def _told(items: Sequence[tuple[Money, Bound]]) -> str:
    return "; ".join(f"{bound} {money}" if bound is not Bound.EXACT else str(money) for money, bound in items)


def _differ(left: Form | Binding | None, right: Form | Binding | None) -> bool:
    return left is not None and right is not None and left is not right


def _said(binding: Binding | None) -> Binding | None:
    return None if binding is Binding.UNKNOWN else binding
