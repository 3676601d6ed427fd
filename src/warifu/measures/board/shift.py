"""Did the deals become larger, change owner, change area; when; and would a drift say as much."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import filterfalse
from operator import itemgetter
from typing import Final

from warifu.measures import shift
from warifu.measures.board.dependence import halfway
from warifu.measures.board.page import MOST_MARKS, Page, count_of, money, percent
from warifu.measures.board.record import Board
from warifu.measures.conversion import YEAR
from warifu.measures.linkage.chance import holm
from warifu.measures.shift import AMOUNT, COUNT, FEWEST, KindChange, MixChange, Mixed, SizeChange, Sized
from warifu.terms.codelist import PartyType, Role
from warifu.terms.deal import Deal
from warifu.terms.report import Axis, Chart, Point, Verdict

SIGNIFICANT: Final = 0.05
MIXES: Final = ("area", "instrument", "owner")


def page(board: Board) -> Page:
    """Size, owner and area over time; by number of deals and by money, which may disagree."""
    made = Page(board.id, "shift", "shift.size_change")
    days = board.days
    dated = [(days[name], name, deal) for deal in board.promised if (name := deal.case.id) in days]
    dated.sort(key=itemgetter(0, 1))
    ordered = tuple([deal for _, _, deal in dated])
    size = shift.size_change([Sized(name, years_of(day), board.amounts.get(name)) for day, name, _ in dated])
    hands = {name: owner(deal) for _, name, deal in dated}
    owners = shift.kind_change([(years_of(day), name, hands[name]) for day, name, _ in dated])
    raised = holm({"size": size.p, "owner": owners.p})
    _size(made, size, ordered, board, _says_size(size, days, raised["size"]))
    _owner(made, owners, hands, days, _says_owner(owners, days, raised["owner"]))
    cut = halfway(board)
    mixes = _mixes(made, board, ordered, hands, cut)
    hints = [p for p in (size.p, owners.p, *(mix.p for mix in mixes.values())) if p is not None and p <= SIGNIFICANT]
    return made.close(
        "Shift of strategy",
        "Did the programme turn from small projects to large ones, or from one kind of owner to another?",
        Verdict.SAYS if hints else Verdict.CANNOT_TELL,
        " ".join(
            [_says_size(size, days, raised["size"]), _says_owner(owners, days, raised["owner"]), _says_mix(mixes, cut)]
        ),
        len(ordered),
        assumption=size.assumption,
        details=(
            "A split is always found somewhere, so it is shown with the chance of one as clear in deals that were "
            "shuffled, and with a straight line: where the line fits as well, nothing turned.",
            "Size and owner are two questions to the same deals, so the chance of each is raised for the other "
            "having been asked (Holm).",
            "A deal in several areas stands under the first that its sheet names; its owner is that of the partner on "
            "the side that does not provide.",
            *(turn.what for turn in board.rationales if "large" in turn.what.lower() and "small" in turn.what.lower()),
        ),
        warnings=(
            *(f"Size: {text}" for text in size.warnings),
            *(f"Owner: {text}" for text in owners.warnings),
            *(f"{key[0].capitalize()} by {key[1]}: {text}" for key, mix in mixes.items() for text in mix.warnings),
        ),
        made_from=(name for _, name, _ in dated),
    )


def years_of(day: date) -> float:
    """A day as years, so that a slope reads per year."""
    return day.toordinal() / YEAR


def owner(deal: Deal) -> str:
    """The kind of owner on the receiving side: state body, state-owned or private company; else unknown.

    The question is whose hands the programme works with, so the partner of the side that gives is read; where nobody
    is marked as provider, the first party that is no government body.
    """
    givers = {party.country for party, roles in deal.parties if Role.PROVIDER in roles}
    partners = [party for party, _ in deal.parties if party.country not in givers]
    chosen = partners or [party for party, _ in deal.parties]
    firms = [party for party in chosen if party.type in (PartyType.STATE_OWNED, PartyType.PRIVATE)]
    for party in firms or chosen:
        if party.type is not PartyType.UNKNOWN:
            return str(party.type)
    return str(PartyType.UNKNOWN)


# --- size ------------------------------------------------------------------------------------------------------------


def _size(made: Page, found: SizeChange, deals: Sequence[Deal], board: Board, says: str) -> None:
    days = board.days
    positive = {name: size.sum for name, size in board.sizes.items() if size.number > 0}
    every = [deal.case.id for deal in deals]
    ids = tuple(filter(positive.__contains__, every))
    missing = tuple(filterfalse(positive.__contains__, every))
    split = found.split
    sums = tuple([positive[name] for name in ids])
    times = None if split is None else math.exp(split.mean_after - split.mean_before)
    made.figure(
        "size-change",
        "Typical size after the clearest split, as a multiple of that before",
        times,
        "times",
        found.n,
        deals=ids,
        sums=sums,
        missing=missing,
        note=""
        if found.first_after is None
        else f"The split lies before {found.first_after} ({days[found.first_after].isoformat()}).",
    )
    made.figure("size-change-p", "Chance of so clear a split in shuffled deals", found.p, "share", found.n, deals=ids)
    made.figure(
        "size-trend",
        "Growth of size a year, if it was a steady drift",
        None if found.slope is None else math.exp(found.slope) - 1,
        "a year",
        found.n,
        deals=ids,
        note="" if found.residual_of_slope is None or split is None else _drift(found),
    )
    points = list(_dots(deals, days, board) if len(ids) <= MOST_MARKS else _typical(deals, days, board))
    if split is not None and found.first_after is not None:
        points += _levels(found, days)
    made.draw(
        "size",
        "Deals by size and day",
        Chart.LINES,
        Axis.DAY,
        points,
        y_title="sum (logarithmic)",
        unit=board.currency,
        says=says,
    )


def _dots(deals: Sequence[Deal], days: Mapping[str, date], board: Board) -> Iterator[Point]:
    for deal in deals:
        size = board.sizes.get(deal.id)
        if size is not None and size.number > 0:
            day = days[deal.id]
            yield Point(
                at=day.isoformat(),
                x=float(day.toordinal()),
                y=float(size.number),
                group="deal",
                label=f"{deal.case.title}: {money(size.number, board.currency)} ({size.kind})",
                made_from=(deal.id, size.sum),
            )


def _typical(deals: Sequence[Deal], days: Mapping[str, date], board: Board) -> Iterator[Point]:
    """The middle half of each year's deals, where there are too many for a dot each."""
    by_year: dict[int, list[float]] = defaultdict(list)
    for deal in deals:
        size = board.sizes.get(deal.id)
        if size is not None and size.number > 0:
            by_year[days[deal.id].year].append(float(size.number))
    for year, sums in sorted(by_year.items()):
        sums.sort()
        n, day = len(sums), date(year, 7, 1)
        yield Point(
            at=day.isoformat(),
            x=float(day.toordinal()),
            y=sums[n // 2],
            low=sums[n // 4],
            high=sums[3 * n // 4],
            group="deals of the year",
            label=f"{count_of(n, 'deal')}; the line holds the middle half",
        )


def _levels(found: SizeChange, days: dict[str, date]) -> list[Point]:
    """The typical size before and after the split, as two flat lines."""
    assert found.split is not None
    assert found.first_after is not None
    times = [time * YEAR for time, _ in found.series]
    turn = float(days[found.first_after].toordinal())
    ends = ((times[0], turn, found.split.mean_before), (turn, times[-1], found.split.mean_after))
    return [
        Point(at=date.fromordinal(round(x)).isoformat(), x=round(x, 3), y=math.exp(level), group=name, mark="level")
        for (start, end, level), name in zip(ends, ("typical before", "typical after"), strict=True)
        for x in (start, end)
    ]


def _drift(found: SizeChange) -> str:
    assert found.split is not None
    assert found.residual_of_slope is not None
    better = "fits as well as the split" if found.residual_of_slope <= found.split.residual else "fits worse"
    return f"A straight line {better} (left over: {found.residual_of_slope:.1f} against {found.split.residual:.1f})."


def _says_size(found: SizeChange, days: dict[str, date], raised: float | None) -> str:
    if found.split is None or found.first_after is None or found.p is None:
        return f"Size: cannot tell, {count_of(found.n, 'deal')} with a known sum; {FEWEST} are needed."
    times = math.exp(found.split.mean_after - found.split.mean_before)
    on = days[found.first_after].isoformat()
    chance = f"shuffled deals show one as clear in {percent(found.p)} of cases"
    if found.p > SIGNIFICANT or raised is None:
        return f"Size: cannot tell; the clearest split lies before {on}, and {chance}."
    larger = f"{times:.1f} times as large" if times >= 1 else f"{1 / times:.1f} times smaller"
    if found.residual_of_slope is not None and found.residual_of_slope <= found.split.residual:
        return f"Size: deals grew, but a steady drift fits as well as a turn before {on}, so nothing need have turned."
    if raised > SIGNIFICANT:
        return f"Size: a hint and no more that deals from {on} on were typically {larger} ({found.n} sums; {chance})."
    return f"Size: from {on} on, deals were typically {larger} ({found.n} sums; {chance})."


# --- owner -----------------------------------------------------------------------------------------------------------


def _owner(made: Page, found: KindChange, hands: Mapping[str, str], days: Mapping[str, date], says: str) -> None:
    ids = tuple(hands)
    made.figure(
        "owner-change",
        "Largest difference of owner mix before and after one day (0 none, 1 nothing in common)",
        found.distance,
        "bits",
        found.n,
        deals=ids,
        note=""
        if found.first_after is None
        else f"The cut lies before {found.first_after} ({days[found.first_after].isoformat()}).",
    )
    made.figure("owner-change-p", "Chance of so large a difference in shuffled deals", found.p, "share", found.n)
    points = [
        Point(at=kind, y=share, group=when, label=percent(share))
        for when, mix in (("before the cut", found.before), ("after it", found.behind))
        for kind, share in mix
    ]
    made.draw(
        "owner",
        "Whose hands the deals were in",
        Chart.BARS,
        Axis.CATEGORY,
        points,
        y_title="share of deals",
        unit="share",
        says=says,
    )


def _says_owner(found: KindChange, days: dict[str, date], raised: float | None) -> str:
    if found.distance is None or found.p is None or found.first_after is None:
        return f"Owner: cannot tell. {found.warnings[0] if found.warnings else ''}".strip()
    on = days[found.first_after].isoformat()
    chance = f"a change as large is there in {percent(found.p)} of shuffles"
    if found.p > SIGNIFICANT or raised is None:
        return f"Owner: cannot tell; the largest change lies before {on}, and {chance}."
    before, after = dict(found.before), dict(found.behind)
    kind = max(sorted({*before, *after}), key=lambda name: after.get(name, 0.0) - before.get(name, 0.0))
    went = f"{kind} partners went from {percent(before.get(kind, 0.0))} to {percent(after.get(kind, 0.0))} of deals"
    if raised > SIGNIFICANT:
        return f"Owner: a hint and no more that from {on} on {went} ({chance})."
    return f"Owner: from {on} on, {went} ({chance})."


# --- mix -------------------------------------------------------------------------------------------------------------


def _mixes(
    made: Page, board: Board, deals: Sequence[Deal], hands: Mapping[str, str], cut: date | None
) -> dict[tuple[str, str], MixChange]:
    """Area, instrument and owner in the first half of the deals against the second, by count and by amount."""
    if cut is None:
        return {}
    days, amounts, ids = board.days, board.amounts, tuple([deal.case.id for deal in deals])
    found: dict[tuple[str, str], MixChange] = {}
    for kind in MIXES:
        halves: tuple[list[Mixed], list[Mixed]] = ([], [])
        for deal in deals:
            name = deal.case.id
            halves[days[name] > cut].append(Mixed(name, _category(kind, deal, board, hands), amounts.get(name)))
        points: list[Point] = []
        for by in (COUNT, AMOUNT):
            mix = shift.mix_change(halves[0], halves[1], by)
            found[kind, by] = mix
            _mix_figures(made, kind, by, mix, ids, cut)
            for when, shares in (("up to", mix.before), ("after", mix.after)):
                points += [
                    Point(at=name, y=share, group=f"{when} {cut.isoformat()}, by {by}", label=percent(share))
                    for name, share in shares
                ]
        made.draw(
            f"mix-{kind}",
            f"Mix by {kind}, before and after {cut.isoformat()}",
            Chart.BARS,
            Axis.CATEGORY,
            points,
            y_title="share",
            unit="share",
            says=_says_one_mix(kind, found[kind, COUNT], found[kind, AMOUNT]),
        )
    return found


def _category(kind: str, deal: Deal, board: Board, hands: Mapping[str, str]) -> str:
    match kind:
        case "area":
            return board.areas.get(deal.case.areas[0], deal.case.areas[0]) if deal.case.areas else "none"
        case "instrument":
            return str(deal.instrument)
        case _:
            return hands[deal.case.id]


def _mix_figures(made: Page, kind: str, by: str, mix: MixChange, ids: Sequence[str], cut: date) -> None:
    ends = mix.interval
    made.figure(
        f"mix-{kind}-by-{by}",
        f"Change of mix by {kind}, in {'number of deals' if by == COUNT else 'money'} (0 none, 1 nothing in common)",
        mix.distance,
        "bits",
        mix.n,
        low=None if ends is None else ends.low,
        high=None if ends is None else ends.high,
        deals=ids,
        note=f"Before and after {cut.isoformat()}, by which half of the deals had been promised. By chance alone: "
        f"{'unknown' if mix.by_chance is None else f'{mix.by_chance:.3f}'}.",
    )
    made.figure(
        f"mix-{kind}-by-{by}-excess", f"The same less what chance alone gives, by {by}", mix.excess, "bits", mix.n
    )
    made.figure(f"mix-{kind}-by-{by}-p", f"Chance of so large a change, by {by}", mix.p, "share", mix.n)


def _says_one_mix(kind: str, by_count: MixChange, by_amount: MixChange) -> str:
    words = [_mix_words(by_count, "by number of deals"), _mix_words(by_amount, "by money")]
    return f"Mix by {kind}: {words[0]}; {words[1]}."


def _mix_words(mix: MixChange, words: str) -> str:
    if mix.p is None:
        return f"{words} cannot be told"
    if mix.p > SIGNIFICANT:
        return f"{words} no more than chance would give"
    return f"{words} it changed more than chance would give"


def _says_mix(mixes: dict[tuple[str, str], MixChange], cut: date | None) -> str:
    if cut is None:
        return "Mix: cannot tell, no deal has a day."
    moved = [
        f"{kind} (by {'number' if by == COUNT else 'money'})"
        for (kind, by), mix in mixes.items()
        if mix.p is not None and mix.p <= SIGNIFICANT
    ]
    if not moved:
        return f"Mix before and after {cut.isoformat()}: no change beyond chance can be seen."
    return f"Mix before and after {cut.isoformat()}: changed beyond chance in {', '.join(moved)}."
