"""Believed control: what came of the money that private firms announced, and what the other side thought could be
ordered of them (MEASURES D2, B6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from warifu.measures import mismatch
from warifu.measures.board import countries
from warifu.measures.board.page import Page, count_of, percent
from warifu.measures.board.record import Board
from warifu.measures.conversion import WeightedShare, share_of_money, wilson
from warifu.measures.mismatch import Kind, Span, Utterance
from warifu.measures.result import Interval
from warifu.measures.scorecard import paid
from warifu.proposals.assumptions import PriorRow
from warifu.terms.codelist import Answer, PartyType, Role
from warifu.terms.deal import Deal
from warifu.terms.report import Axis, Chart, Point

FEWEST: Final = 5
BELIEF: Final = "theta_hat"
"""The prior of the what-if that says what share the conceder thinks can be ordered."""


def control(made: Page, board: Board, said: Sequence[Utterance]) -> str:
    """Add the figures and the picture, and give what they amount to in a sentence; empty where firms announced none."""
    firms = tuple(deal for deal in board.promised if by_firms(deal))
    if not firms:
        return ""
    ids = tuple(deal.id for deal in firms)
    came = share_of_money((deal.id, board.amounts.get(deal.id), paid(deal)) for deal in firms)
    hits = sum(map(paid, firms))
    ends = wilson(hits, len(firms))
    untold = "Counts deals for which a source tells of a payment; of the others none tells, which is no proof."
    theta = came.interval if came.n >= FEWEST else ends
    made.figure(
        "control-came",
        "Of the money that private firms announced, in deals paid",
        came.share if came.n >= FEWEST else None,
        "share",
        came.n,
        low=None if came.interval is None else came.interval.low,
        high=None if came.interval is None else came.interval.high,
        answer=None if came.n >= FEWEST else Answer.NOT_APPLICABLE,
        deals=(deal for deal in ids if deal in board.amounts),
        sums=(board.sizes[deal].sum for deal in ids if deal in board.amounts),
        missing=(deal for deal in ids if deal not in board.amounts),
        note=" ".join((untold, *came.warnings)),
    )
    made.figure(
        "control-came-deals",
        "Of the deals that private firms announced, paid",
        hits / len(firms) if hits else None,
        "share",
        len(firms),
        low=ends.low,
        high=ends.high,
        answer=None if hits else Answer.NOT_LOOKED,
        deals=ids,
        note=untold,
    )
    told = [item for item in said if item.kind is Kind.CONTROL and item.low is not None and item.high is not None]
    prior = _prior(board)
    believed = _believed(made, told, prior)
    gap = None if believed is None or theta is None else mismatch.control_gap(believed, theta)
    made.figure(
        "control-gap",
        "Believed control less what came (above 0: overrated)",
        None,
        "share",
        len(told),
        low=None if gap is None or not told else gap.low,
        high=None if gap is None or not told else gap.high,
        answer=Answer.FOUND if told and gap is not None else Answer.NOT_LOOKED,
        deals=ids,
        rows=(item.id for item in told),
        note=_note(gap, told),
    )
    _picture(made, came, hits, len(firms), ends, believed, told, prior, ids)
    return _says(came, hits, len(firms), told, gap)


def by_firms(deal: Deal) -> bool:
    """Whether private firms alone give: what no government disburses itself."""
    givers = [party for party, roles in deal.parties if Role.PROVIDER in roles]
    return bool(givers) and all(party.type is PartyType.PRIVATE for party in givers)


def _prior(board: Board) -> PriorRow | None:
    if board.what_if is None:
        return None
    return next((row for row in board.what_if.priors if row.name == BELIEF), None)


def _believed(made: Page, told: Sequence[Utterance], prior: PriorRow | None) -> Span | None:
    """What the other side thought: as told, else as assumed; the figure holds what was told alone."""
    span = None
    for item in told:
        own = Span(item.low, item.high)
        span = own if span is None else span.hull(own)
    assumed = "" if prior is None else f"Assumed for the what-if: {percent(prior.low)} to {percent(prior.high)}."
    made.figure(
        "control-believed",
        "Share that the other side thought could be ordered",
        None,
        "share",
        len(told),
        low=None if span is None else span.low,
        high=None if span is None else span.high,
        answer=Answer.FOUND if span is not None else Answer.NOT_LOOKED,
        rows=(item.id for item in told),
        sources=() if prior is None else prior.sources,
        note="" if told else f"No kept saying gives a number. {assumed}".strip(),
    )
    return span if span is not None or prior is None else Span(prior.low, prior.high)


def _note(gap: Span | None, told: Sequence[Utterance]) -> str:
    if gap is None:
        return "No kept saying tells what the other side thought, and no range is assumed for it."
    if told:
        return ""
    return f"Were the assumed range right: {_signed(gap.low)} to {_signed(gap.high)}. No saying gives a number."


def _signed(value: float | None) -> str:
    return "unknown" if value is None else f"{value:+.2f}".replace("-", "−")


def _picture(
    made: Page,
    came: WeightedShare,
    hits: int,
    firms: int,
    ends: Interval,
    believed: Span | None,
    told: Sequence[Utterance],
    prior: PriorRow | None,
    ids: tuple[str, ...],
) -> None:
    points = []
    if came.n >= FEWEST and came.interval is not None:
        label = f"{count_of(came.n, 'deal')} with a known sum"
        points.append(_point("came, by money", came.share, came.interval, "what came", label, ids))
    label = f"{hits} of {count_of(firms, 'deal')} paid"
    points.append(_point("came, by number of deals", hits / firms if hits else None, ends, "what came", label, ids))
    if believed is not None:
        span = Interval(believed.low, believed.high, 1.0, "as told or assumed")
        thought, rows = ("as told", [item.id for item in told]) if told else ("as assumed, for want of a number", ())
        name = f"thought to be at a government's command, {thought}"
        origin = (*rows, *(() if prior is None or told else prior.sources))
        points.append(_point(name, None, span, "what was thought", thought, origin))
    made.draw(
        "control",
        "What firms announced: what came, and what was thought to be at a government's command",
        Chart.INTERVALS,
        Axis.CATEGORY,
        points,
        y_title="share",
        unit="share",
        says="A belief to the right of what came overrates what a government can make firms do.",
    )


def _point(at: str, y: float | None, span: Interval, group: str, label: str, origin: Sequence[str]) -> Point:
    return Point(at=at, y=y, low=span.low, high=span.high, group=group, label=label, made_from=tuple(origin))


def _says(came: WeightedShare, hits: int, firms: int, told: Sequence[Utterance], gap: Span | None) -> str:
    text = f"Of {count_of(firms, 'deal')} that private firms announced, a payment is told for {hits}"
    if came.n >= FEWEST and came.share is not None:
        text += f" ({percent(came.share)} of the money that is told)"
    if not told:
        return f"{text}; whether the other side overrated a government's hold on firms cannot be told in numbers."
    low, high = (None, None) if gap is None else (gap.low, gap.high)
    who = " and ".join(sorted({countries.name(item.side) for item in told}))
    if low is not None and low > 0:
        return f"{text}; {who} overrated what a government can make firms do, by {_signed(low)} to {_signed(high)}."
    return f"{text}; whether {who} overrated it cannot be told: the gap runs from {_signed(low)} to {_signed(high)}."
