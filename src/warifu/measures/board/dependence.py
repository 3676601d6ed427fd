"""How much hangs on one area, one party, one deal; before and after; sanctions on the line of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import filterfalse
from typing import Final

from warifu.errors import DateError
from warifu.measures import dependence
from warifu.measures.board.page import Page, count_of, percent
from warifu.measures.board.record import Board, middle
from warifu.measures.dependence import Concentration, Weight
from warifu.proposals.lists import ContextRow, names
from warifu.terms.codelist import Answer, Role
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Deal
from warifu.terms.report import Axis, Chart, Point, Verdict

BY: Final = "_by_"  # context series such as document_count_by_area: the parts of one whole
SANCTIONS: Final = "sanctions"
SHARE: Final = "_share"
FEWEST: Final = 5
SHOWN: Final = 8  # parts with a bar of their own; the smaller ones together


def page(board: Board) -> Page:
    """Concentration of the promised money, over areas, parties and deals, with the top taken out, before and after."""
    made = Page(board.id, "dependence", "dependence.concentration")
    deals = board.promised
    warnings: list[str] = []
    found: dict[str, Concentration] = {}
    for name, label, keys in (
        ("deals", "single deals", _itself),
        ("areas", "areas", _areas),
        ("providers", "providers", _providers),
    ):
        rows = weights(board, deals, keys)
        result = dependence.concentration(rows)
        found[name] = result
        _figures(made, name, label, result, board)
        _shares(made, name, label, result, board)
        warnings += [f"Over {label}: {text}" for text in result.warnings]
    warnings += _before_and_after(made, board, deals)
    _told_parts(made, board)
    lines = _surroundings(made, board)
    main = found["deals"]
    enough = main.h is not None and main.n >= FEWEST
    return made.close(
        "Dependence",
        "How much hangs on a few deals, areas or parties?",
        Verdict.SAYS if enough else Verdict.CANNOT_TELL,
        _says(main, found["areas"], board) if enough else _cannot(main),
        main.n,
        assumption=main.assumption,
        details=(
            "Counted is the sum that was firmly promised, else the pledge, else what was paid; deals without a sum "
            "are left out and told.",
            f"Of {count_of(len(deals), 'promised deal')} {main.unpriced} tell no sum that can be compared.",
            lines,
        ),
        warnings=warnings,
        made_from=(deal.id for deal in deals),
    )


Keys = Callable[[Deal], tuple[str, ...]]
"""The parts of a breakdown that a deal belongs to."""


def _itself(deal: Deal) -> tuple[str, ...]:
    return (deal.case.id,)


def _areas(deal: Deal) -> tuple[str, ...]:
    return deal.case.areas


def weights(board: Board, deals: Sequence[Deal], keys: Keys) -> list[Weight]:
    """Each deal's sum, in equal parts where it has several keys, so that the whole is counted once."""
    found: list[Weight] = []
    amounts = board.amounts
    for deal in deals:
        name, places = deal.case.id, keys(deal)
        amount = amounts.get(name)
        part = amount if amount is None or len(places) == 1 else amount / len(places) if places else None
        found += [Weight(name, place, part) for place in places]
    return found


def _providers(deal: Deal) -> tuple[str, ...]:
    return tuple(sorted({party.name for party, roles in deal.parties if Role.PROVIDER in roles}))


def _figures(made: Page, name: str, label: str, found: Concentration, board: Board) -> None:
    sizes = board.sizes
    every = [deal.case.id for deal in board.promised]
    priced = tuple(filter(sizes.__contains__, every))
    add = partial(
        made.figure,
        deals=priced,
        sums=tuple([sizes[deal].sum for deal in priced]),
        missing=tuple(filterfalse(sizes.__contains__, every)),
    )
    ends = found.interval
    low = None if ends is None else ends.low
    high = None if ends is None else ends.high
    add(
        f"concentration-{name}",
        f"Concentration over {label} (sum of squared shares)",
        found.h,
        "0 to 1",
        found.n,
        low=low,
        high=high,
    )
    add(
        f"effective-{name}",
        f"Equal {label} that the sums weigh like",
        found.effective,
        label,
        found.n,
        low=None if high is None else 1 / high,
        high=None if not low else 1 / low,
    )
    add(
        f"top-share-{name}",
        f"Share of the largest of {label}",
        found.shares[0][1] if found.shares else None,
        "share",
        found.n,
        note=f"The largest: {found.top}." if found.top else "",
    )
    add(
        f"without-top-{name}",
        f"Concentration over {label} without the largest",
        found.without_top,
        "0 to 1",
        found.n,
        note="Shares recomputed as if the rest stayed the same.",
    )
    for order, number in zip(("0", "1", "2", "inf"), found.numbers, strict=True):
        add(
            f"hill-{order}-{name}",
            f"Hill number of order {order} over {label}",
            number,
            label,
            found.n,
        )


def _shares(made: Page, name: str, label: str, found: Concentration, board: Board) -> None:
    titles = board.titles
    points = [
        Point(at=titles.get(key, key), y=share, label=f"{percent(share)} of the money", made_from=(key,))
        for key, share in found.shares[:SHOWN]
    ]
    rest = found.shares[SHOWN:]
    if rest:
        words = f"{len(rest)} smaller ones together"
        points.append(Point(at=words, y=sum(share for _, share in rest), label=words, mark="thin"))
    made.draw(
        f"shares-{name}",
        f"Where the money is: {label}",
        Chart.BARS,
        Axis.CATEGORY,
        points,
        y_title="share",
        unit="share",
        says=_weigh(found, label),
    )


def _weigh(found: Concentration, label: str) -> str:
    if found.effective is None:
        return f"Over {label} no share can be given."
    return (
        f"The money weighs like {found.effective:.1f} equal {label}; the largest holds {percent(found.shares[0][1])}."
    )


def _says(main: Concentration, areas: Concentration, board: Board) -> str:
    top = next((deal.case.title for deal in board.deals if deal.id == main.top), main.top)
    share = percent(main.shares[0][1])
    text = (
        f"{count_of(main.n, 'deal')} with a known sum weigh like {main.effective:.1f} equal ones: the largest alone, "
        f"{top}, holds {share} of the money."
    )
    if areas.effective is not None and areas.top is not None:
        text += (
            f" Over areas it weighs like {areas.effective:.1f} equal ones, most in "
            f"{board.areas.get(areas.top, areas.top)} ({percent(areas.shares[0][1])})."
        )
    return text


def _cannot(main: Concentration) -> str:
    if main.n == 0:
        return "Cannot tell: no promised deal has a sum that can be compared."
    return f"Cannot tell: only {count_of(main.n, 'deal')} with a known sum."


# --- before and after ------------------------------------------------------------------------------------------------


def halfway(board: Board) -> date | None:
    """The day by which half of the dated deals had been promised: the one cut that nobody chose after looking."""
    known = board.days
    days = sorted([known[name] for deal in board.promised if (name := deal.case.id) in known])
    return days[(len(days) - 1) // 2] if days else None


def _before_and_after(made: Page, board: Board, deals: Sequence[Deal]) -> tuple[str, ...]:
    cut = halfway(board)
    if cut is None:
        return ()
    halves: tuple[list[Deal], list[Deal]] = ([], [])
    days = board.days
    for deal in deals:
        day = days.get(deal.case.id)
        if day is not None:
            halves[day > cut].append(deal)
    both = tuple([deal.case.id for half in halves for deal in half])
    warnings: list[str] = []
    points: list[Point] = []
    for name, label, keys in (("areas", "areas", _areas), ("deals", "single deals", _itself)):
        found = dependence.before_and_after(weights(board, halves[0], keys), weights(board, halves[1], keys))
        ends = found.interval
        made.figure(
            f"concentration-change-{name}",
            f"Change of concentration over {label} after {cut.isoformat()}",
            found.difference,
            "-1 to 1",
            found.n,
            low=None if ends is None else ends.low,
            high=None if ends is None else ends.high,
            deals=both,
            note="Cut at the day by which half of the deals had been promised.",
        )
        for when, side in (("up to", found.before), ("after", found.after)):
            if side.h is not None:
                points.append(
                    Point(
                        at=f"{label}, {when} {cut.isoformat()}",
                        y=side.h,
                        low=_low(side),
                        high=_high(side),
                        group=label,
                        label=f"{count_of(side.n, 'part')} with a sum",
                    )
                )
        warnings += [f"Over {label}, {text}" for text in found.warnings if "holds zero" in text]
    made.draw(
        "concentration-change",
        "Concentration before and after",
        Chart.INTERVALS,
        Axis.CATEGORY,
        points,
        y_title="sum of squared shares",
        unit="0 to 1",
        says="Where the two lines overlap, the deals do not tell whether concentration changed.",
    )
    return tuple(warnings)


def _low(found: Concentration) -> float | None:
    return None if found.interval is None else found.interval.low


def _high(found: Concentration) -> float | None:
    return None if found.interval is None else found.interval.high


# --- told parts, with what they leave out ---------------------------------------------------------------------------


def _told_parts(made: Page, board: Board) -> None:
    """A whole that somebody divided but not to the end: bounds for the part that was not listed."""
    parts: dict[tuple[str, str, str], list[ContextRow]] = defaultdict(list)
    for row in board.surroundings:
        if BY in row.series and row.value is not None and row.value > 0:
            parts[row.series, row.period, row.unit].append(row)
    for (series, period, _), rows in sorted(parts.items()):
        whole = _whole(board, period)
        named = [float(row.value) for row in rows if row.value is not None]
        rest = 0.0 if whole is None else max(0.0, float(whole) - sum(named))
        ends = dependence.with_rest(named, rest)
        made.figure(
            f"concentration-{series.replace('_', '-')}",
            f"Concentration of {series.replace('_', ' ')} in {period}",
            dependence.herfindahl(named) if rest == 0 else None,
            "0 to 1",
            len(rows),
            answer=Answer.FOUND,
            low=ends.low,
            high=ends.high,
            rows=(row.id for row in rows),
            sources=(name for row in rows for name in names(row.sources)),
            note=f"{_plain(sum(named))} of {_plain(whole)} are listed; the others could lie anywhere."
            if rest
            else "All parts are listed.",
        )
        if ends.low and ends.high:
            made.figure(
                f"effective-{series.replace('_', '-')}",
                f"Equal parts that {series.replace('_', ' ')} weigh like",
                None,
                "parts",
                len(rows),
                answer=Answer.FOUND,
                low=1 / ends.high,
                high=1 / ends.low,
                rows=(row.id for row in rows),
            )


def _whole(board: Board, period: str) -> Decimal | None:
    """The count of the same month that a government gave for the whole."""
    found = [
        count.signed
        for count in board.counts
        if (count.on.text.startswith(period) or period.startswith(count.on.text)) and "government" in count.voice
    ]
    return Decimal(found[0]) if found else None


def _plain(number: float | Decimal | None) -> str:
    return "unknown" if number is None else f"{float(number):g}"


# --- the surroundings ------------------------------------------------------------------------------------------------


def _surroundings(made: Page, board: Board) -> str:
    """Shares of one partner over the years, and sanctions on the same line of time."""
    lines: list[Point] = []
    marks: list[Point] = []
    for row in board.surroundings:
        day = partial_date(row.period)
        if day is None:
            continue
        origin = (row.id, *names(row.sources))
        if SANCTIONS in row.series:
            marks.append(
                Point(
                    at=row.period,
                    x=float(day.first.toordinal()),
                    group=row.series.replace("_", " "),
                    label=row.note,
                    made_from=origin,
                )
            )
        elif row.unit == "percent" and SHARE in row.series and row.value is not None:
            lines.append(
                Point(
                    at=middle(day).isoformat(),
                    x=float(middle(day).toordinal()),
                    y=float(row.value),
                    group=row.series.replace("_", " "),
                    label=f"{row.value:g} % in {row.period}: {row.note}",
                    made_from=origin,
                )
            )
    lines.sort(key=lambda point: (point.group, point.x or 0))
    marks.sort(key=lambda point: (point.x or 0, point.group))
    made.draw(
        "partner-shares",
        "Shares of one partner, as told",
        Chart.LINES,
        Axis.DAY,
        lines,
        y_title="share",
        unit="percent",
        says="Each dot is one source's share for one period; lines join dots of one series, by whoever told them.",
    )
    made.draw(
        "sanctions",
        "Sanctions",
        Chart.CALENDAR,
        Axis.DAY,
        marks,
        says=f"{count_of(len(marks), 'act')} of sanctions, on the same line of time.",
    )
    rows = [((point.at, point.group, point.label), point.made_from) for point in marks]
    made.table("sanctions", "Who put whom under which sanctions when", ("on", "series", "what"), rows)
    if not marks:
        return "No sanctions are in the workspace's list of surroundings."
    return f"{count_of(len(marks), 'act')} of sanctions lie between {marks[0].at} and {marks[-1].at}."


def partial_date(period: str) -> PartialDate | None:
    """A period as a date; None where its words are no date."""
    try:
        return PartialDate.parse(period)
    except DateError:
        return None
