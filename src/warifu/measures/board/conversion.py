"""From the promise to paper that binds, to money paid, to the thing delivered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import filterfalse
from typing import Final

from warifu.measures import conversion
from warifu.measures.board.page import Page, count_of, percent
from warifu.measures.board.record import Board, middle
from warifu.measures.conversion import BINDING, CANCELLED, DELIVERED, MEMORANDUM, PAID, YEAR, Path, Silence, wilson
from warifu.measures.scorecard import binding, delivered, paid
from warifu.terms.codelist import Answer, Binding, Bound, Stage, SumKind
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Deal
from warifu.terms.report import Axis, Chart, Point, Verdict
from warifu.terms.statement import PaperTold

LATER: Final = ((BINDING, "bound by a paper"), (PAID, "paid"), (DELIVERED, "delivered"))
YEARS: Final = (1, 2, 3)
FEWEST: Final = 5


def page(board: Board) -> Page:
    """What share of the promised deals came to bind, to be paid and to be delivered, and how soon."""
    made = Page(board.id, "conversion", "conversion.state_shares")
    deals = board.promised
    paths = [path_of(deal, board) for deal in deals]
    dated = [path for path in paths if path.entries]
    found = conversion.state_shares(dated, board.as_of)
    undated = tuple(path.deal for path in paths if not path.entries)
    begun = tuple(sorted({path.deal for path in dated} - set(found.direct)))
    horizon = max((years for years in YEARS if _watched(found, Silence.OPEN, years)), default=0)
    for stage, words in LATER:
        for years in YEARS:
            _within(made, found, stage, words, years, horizon, begun, undated)
        curve = found.reached[Silence.CENSORED, stage]
        median = curve.median([stage])
        made.figure(
            f"conversion-{stage}-median",
            f"Days until half of the promised deals were {words}",
            median,
            "days",
            found.n,
            deals=begun,
            note="" if median is not None else "Not reached: fewer than half came so far.",
        )
    _money(made, board, deals)
    for stage, words in LATER:
        made.draw(
            f"conversion-{stage}",
            f"Promised deals that were {words}",
            Chart.STEPS,
            Axis.NUMBER,
            list(_curve(found, stage)),
            x_title="years since the promise",
            y_title="share of deals",
            unit="share",
            says=_says_curve(found, stage, words, horizon),
        )
    made.draw(
        "conversion-states",
        "Where the promised deals stood",
        Chart.STEPS,
        Axis.NUMBER,
        list(_states(found)),
        x_title="years since the promise",
        y_title="share of deals",
        unit="share",
        says="Each line is the share of deals standing at one stage, with deals not heard of left out once last seen.",
    )
    made.table(
        "conversion-at-risk",
        "How many deals were still being watched",
        ("year", *map(str, Silence)),
        [
            (
                (str(year), *(str(_watched(found, silence, year)) for silence in Silence)),
                begun,
            )
            for year in (0, *YEARS)
        ],
        says="Below five, a curve is drawn grey: it rests on next to nothing.",
    )
    base_changed = _press_counts(made, board)
    enough = found.n >= FEWEST and horizon > 0
    bound, came = found.band(BINDING, max(1, horizon)), found.band(DELIVERED, max(1, horizon))
    answer = (
        f"Of {count_of(found.n, 'deal')} that began as a promise that did not bind, {_between(*bound[:2])} were bound "
        f"by a paper within {count_of(horizon, 'year')} and {_between(*came[:2])} were delivered. How wide the span is "
        "shows how much the silence of deals leaves open."
    )
    began = "began as a promise that did not bind"
    too_few = f"only {count_of(found.n, 'deal')} {began}" if found.n else f"no deal {began}"
    too_young = "no deal has been watched for a year yet"
    return made.close(
        "From promise to delivery",
        "How many of the promises became binding, were paid, and were delivered?",
        Verdict.SAYS if enough else Verdict.CANNOT_TELL,
        answer if enough else f"Cannot tell: {too_few if found.n < FEWEST else too_young}.",
        found.n,
        assumption=found.assumption,
        details=(
            "A deal that was called off ends there: it is not treated as one that may still come.",
            f"{count_of(len(found.silent), 'deal')} had not been heard of for two years. They are taken three ways: "
            "left out when last seen, dropped when last seen, still open.",
            base_changed,
        ),
        warnings=(
            *found.warnings,
            *((f"{count_of(len(undated), 'deal')} have no dated act and are left out.",) if undated else ()),
        ),
        made_from=(*begun, *found.direct),
    )


def path_of(deal: Deal, board: Board) -> Path:
    """A deal's way through the stages; a date known to the month or year is put in its middle.

    An act without any date is left out: that it happened is in the scorecard, when it happened nobody knows.
    """
    acts: list[tuple[PartialDate | None, str]] = []
    for item in deal.reached:
        match item.stage:
            case Stage.ANNOUNCED | Stage.SIGNED:
                acts.append((item.on, MEMORANDUM))
            case Stage.IN_FORCE:
                acts.append((item.on, BINDING if deal.binding is Binding.YES else MEMORANDUM))
            case Stage.FINANCED:
                acts.append((item.on, PAID))
            case Stage.DELIVERED:
                acts.append((item.on, DELIVERED))
            case Stage.CANCELLED:
                acts.append((item.on, CANCELLED))
    if deal.binding is Binding.YES:
        acts += [
            (item.on, BINDING)
            for item in deal.case.statements
            if isinstance(item.told, PaperTold) and item.told.binding is Binding.YES
        ]
    acts += [(item.on, PAID) for item in deal.counted(SumKind.DISBURSEMENT)]
    entries = tuple((middle(on), stage) for on, stage in acts if on is not None)
    last = deal.last_evidence
    seen = board.as_of if last is None else min(board.as_of, max(last.first, middle(last)))
    return Path(deal.id, entries, seen)


def _within(
    made: Page,
    found: conversion.Conversion,
    stage: str,
    words: str,
    years: int,
    horizon: int,
    begun: tuple[str, ...],
    undated: tuple[str, ...],
) -> None:
    """The share within some years; none where no deal has been watched for so long."""
    label = f"Of promised deals, {words} within {count_of(years, 'year')}"
    name = f"conversion-{stage}-{years}y"
    if years > horizon:
        why = "No deal has been watched for so long."
        made.figure(name, label, None, "share", found.n, answer=Answer.NOT_APPLICABLE, missing=undated, note=why)
        return
    low, high, hull = found.band(stage, years)
    value = found.reached[Silence.CENSORED, stage].share([stage], years * YEAR)
    note = f"From {percent(low)} to {percent(high)} by what silence is taken to mean."
    made.figure(
        name, label, value, "share", found.n, low=hull.low, high=hull.high, deals=begun, missing=undated, note=note
    )


def _watched(found: conversion.Conversion, silence: Silence, year: int) -> int:
    curve = found.curves[silence]
    later = [point for point in curve.points if point.time >= year * YEAR] if year else [curve.points[0]]
    return sum(later[0].at_risk.values()) if later else 0


def _curve(found: conversion.Conversion, stage: str) -> Iterator[Point]:
    for silence in Silence:
        curve = found.reached[silence, stage]
        for point in curve.points:
            ends = curve.interval(stage, point.time) if point.shares[stage] > 0 else None
            yield Point(
                at=f"{point.time / YEAR:.2f}",
                x=round(point.time / YEAR, 4),
                y=round(point.shares[stage], 6),
                low=None if ends is None or ends.low is None else round(ends.low, 6),
                high=None if ends is None or ends.high is None else round(ends.high, 6),
                group=str(silence),
                label=f"{point.at_risk[found.start]} still watched",
                mark="thin" if point.thin else "",
            )


def _states(found: conversion.Conversion) -> Iterator[Point]:
    curve = found.curves[Silence.CENSORED]
    for state in curve.states:
        for point in curve.points:
            yield Point(
                at=f"{point.time / YEAR:.2f}",
                x=round(point.time / YEAR, 4),
                y=round(point.shares[state], 6),
                group=state,
                mark="thin" if point.thin else "",
            )


def _says_curve(found: conversion.Conversion, stage: str, words: str, horizon: int) -> str:
    if not horizon:
        return "No deal has been watched for a year yet."
    low, high, _ = found.band(stage, horizon)
    return f"Within {count_of(horizon, 'year')} {_between(low, high)} of the promised deals were {words}."


def _between(low: float, high: float) -> str:
    return f"about {percent(low)}" if round(low, 2) == round(high, 2) else f"{percent(low)} to {percent(high)}"


REACHED: Final[Mapping[str, Callable[[Deal], bool]]] = {
    BINDING: binding,
    PAID: paid,
    DELIVERED: delivered,
}
"""Which test of the scorecard says that a deal came so far."""


def _money(made: Page, board: Board, deals: tuple[Deal, ...]) -> None:
    """The same shares by money, descriptive only."""
    amounts, every = board.amounts, [deal.case.id for deal in deals]
    priced = tuple(filter(amounts.__contains__, every))
    missing = tuple(filterfalse(amounts.__contains__, every))
    sums = tuple([board.sizes[name].sum for name in priced])
    for stage, words in LATER:
        came = REACHED[stage]
        found = conversion.share_of_money([(deal.case.id, amounts.get(deal.case.id), came(deal)) for deal in deals])
        ends = found.interval if found.share is not None and 0 < found.share < 1 else None  # all or nothing: no spread
        made.figure(
            f"conversion-{stage}-by-money",
            f"Of the money in promised deals, in deals {words}",
            found.share,
            "share",
            found.n,
            low=None if ends is None else ends.low,
            high=None if ends is None else ends.high,
            deals=priced,
            missing=missing,
            sums=sums,
            note=" ".join(found.warnings),
        )


def _press_counts(made: Page, board: Board) -> str:
    """Counts that somebody gave, each with Wilson's interval for the share said to move; never a curve."""
    rows = []
    points = []
    for count in board.counts:
        number = f"{'more than ' if count.bound is Bound.FLOOR else ''}{count.signed}"
        share = float(count.moving) if count.moving else None
        ends = None if share is None else wilson(round(share * count.signed), count.signed)
        interval = "" if ends is None else f"{percent(ends.low)} to {percent(ends.high)}"
        rows.append(((count.on.text, count.voice, number, percent(share) if share else "", interval), count.sources))
        if share is not None and ends is not None:
            points.append(
                Point(
                    at=f"{count.on.text}, of {number}",
                    y=share,
                    low=ends.low,
                    high=ends.high,
                    label=count.note,
                    made_from=count.sources,
                )
            )
    made.table(
        "conversion-told",
        "Counts as told",
        ("on", "voice", "papers", "said to move", "95 % interval"),
        rows,
        says="The number counted changes from one telling to the next, so no curve is drawn through them.",
    )
    made.draw(
        "conversion-told-shares",
        "Share said to be moving",
        Chart.INTERVALS,
        Axis.CATEGORY,
        points,
        y_title="share",
        unit="share",
        says="What each voice said was moving, and what a count of that size could at most tell.",
    )
    bases = {count.signed for count in board.counts if count.moving}
    if len(bases) > 1:
        return f"The base changed between tellings ({', '.join(map(str, sorted(bases)))}), so they give no rate."
    return ""
