"""What other investors did in the same region and years; like with like, or each alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from warifu.measures import rivals
from warifu.measures.board import countries
from warifu.measures.board.dependence import partial_date
from warifu.measures.board.page import Page, count_of, money
from warifu.measures.board.record import Board
from warifu.measures.rivals import Basis, Group, Told
from warifu.proposals.lists import RivalRow, names
from warifu.terms.codelist import Answer
from warifu.terms.report import Axis, Chart, Point, Verdict

UNTOLD: Final = "planned or actual not told"
BOUND: Final = re.compile(r"(about|over|more than)\b(?=[.;,]|$| \d)", re.IGNORECASE)
"""A note that begins with a bound on the value itself; "About CNY 16bn" tells another currency and is none."""


def page(board: Board) -> Page:
    """Figures of others, grouped so that only like is set beside like."""
    made = Page(board.id, "rivals", "rivals.groups")
    rows = {row.id: row for row in board.others}
    figures = [told_of(row, board) for row in board.others if row.value is not None]
    found = rivals.groups(figures)
    pairs = [group for group in found if group.comparable]
    for number, group in enumerate(pairs, start=1):
        _group(made, number, group, rows)
    _table(made, board, found, rows)
    planned = [group for group in found if group.basis.standing == "planned"]
    countries_heard = sorted({row.rival for row in board.others})
    return made.close(
        "Rivals",
        "What did other investors do in the same region meanwhile?",
        Verdict.SAYS if pairs else Verdict.CANNOT_TELL if figures else Verdict.NOT_ASKED,
        _says(board, found, pairs, figures),
        len(figures),
        assumption="the sources mean the same thing by the same words",
        details=(
            f"Told of: {', '.join(countries.name(code) for code in countries_heard)}." if countries_heard else "",
            f"Bases that hold plans: {len(planned)} of {len(found)}. A plan is never set beside what came."
            if found
            else "",
        ),
        warnings=tuple(text for group in pairs for text in group.warnings),
        made_from=rows,
    )


def told_of(row: RivalRow, board: Board) -> Told:
    """A row as a figure on its basis; "more than" and "about" in its note widen it."""
    assert row.value is not None
    value = row.value
    low: Decimal | None = value
    high: Decimal | None = value
    match = BOUND.match(row.note)
    if match is not None and match[1].lower() == "about":
        low, high = value * Decimal("0.9"), value * Decimal("1.1")
    elif match is not None:
        high = None
    basis = Basis(
        region=row.scope or "not told",
        period=years_of(row.period),
        measured=row.measured or row.metric,
        standing=row.basis or UNTOLD,
        unit=row.currency or row.unit,
    )
    return Told(row.id, row.rival, basis, low, high, ", ".join(names(row.sources)) or "not told")


def years_of(period: str) -> str:
    """The year or years of a period: two figures of one year meet, whatever month each was told in."""
    day = partial_date(period)
    if day is None:
        return period or "not told"
    first, last = day.first.year, day.last.year
    return str(first) if first == last else f"{first}/{last}"


def _group(made: Page, number: int, group: Group, rows: dict[str, RivalRow]) -> None:
    basis = group.basis
    label = f"{basis.measured}, {basis.region}, {basis.period} ({basis.standing}, {basis.unit})"
    made.draw(
        f"rivals-{number}",
        f"{basis.measured[:1].upper()}{basis.measured[1:]}, {basis.region}, {basis.period}",
        Chart.BARS,
        Axis.CATEGORY,
        list(_points(group)),
        y_title=basis.standing,
        unit=basis.unit,
        says="One basis: the same region, years and measure, planned beside planned or actual beside actual.",
    )
    for standing in group.rows:
        ids = [told.id for told in standing.told]
        middle = standing.low if standing.low == standing.high else None
        made.figure(
            f"rivals-{number}-{standing.who}",
            f"{countries.begins(standing.who)}: {label}",
            middle,
            basis.unit,
            len(ids),
            low=standing.low,
            high=standing.high,
            answer=Answer.FOUND,
            rows=ids,
            sources=(name for key in ids for name in names(rows[key].sources)),
        )
    if group.order and len(group.rows) > 1:
        first, second = group.rows[0].told[0], group.rows[1].told[0]
        found = rivals.ratio(first, second)
        if isinstance(found, rivals.Ratio):
            made.figure(
                f"rivals-{number}-ratio",
                f"{countries.begins(found.over)} over {countries.name(found.under)}: {label}",
                found.low if found.low == found.high else None,
                "times",
                2,
                low=found.low,
                high=found.high,
                answer=Answer.FOUND,
                rows=(first.id, second.id),
            )


def _points(group: Group) -> Iterator[Point]:
    for standing in group.rows:
        low, high = standing.low, standing.high
        span = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
        yield Point(
            at=countries.begins(standing.who),
            y=None if low is None else float(low),
            low=None if low is None else float(low),
            high=None if high is None else float(high),
            label=f"{span} {group.basis.unit}, {group.basis.standing}",
            mark="planned" if group.basis.standing == "planned" else "",
            made_from=tuple(told.id for told in standing.told),
        )


def _number(value: Decimal | None) -> str:
    return "unknown" if value is None else f"{value.normalize():,f}"


def _table(made: Page, board: Board, found: tuple[Group, ...], rows: dict[str, RivalRow]) -> None:
    cells = []
    for group in found:
        for standing in group.rows:
            for told in standing.told:
                row, basis = rows[told.id], group.basis
                beside = [countries.name(other.who) for other in group.rows if other.who != standing.who]
                cells.append(
                    (
                        (
                            basis.region,
                            basis.period,
                            basis.measured,
                            basis.standing,
                            countries.name(standing.who),
                            f"{_number(row.value)} {row.currency or row.unit}",
                            ", ".join(beside) if beside else "nobody",
                            row.note,
                        ),
                        (row.id, *names(row.sources)),
                    )
                )
    words = [row for row in board.others if row.value is None]
    for row in words:
        told_cells = (
            row.scope,
            years_of(row.period),
            row.metric,
            row.basis or UNTOLD,
            countries.name(row.rival),
            "",
            "",
            row.note,
        )
        cells.append((told_cells, (row.id, *names(row.sources))))
    made.table(
        "rivals",
        "What others did",
        ("region", "years", "measured", "standing", "who", "value", "may be compared with", "note"),
        cells,
        says="A figure that stands alone has nobody to be compared with on its basis.",
    )


def _amount(number: Decimal | None, unit: str) -> str:
    return money(number, unit) if len(unit) == 3 and unit.isupper() else f"{_number(number)} {unit}"


def _says(board: Board, found: tuple[Group, ...], pairs: list[Group], figures: list[Told]) -> str:
    if not figures:
        return "Not asked: the workspace keeps no figures of other investors."
    if not pairs:
        return (
            f"Cannot tell: {count_of(len(figures), 'figure')} on {count_of(len(found), 'basis', 'bases')} are kept, "
            "and no two investors have one on the same basis. Each is shown alone."
        )
    told = []
    for group in pairs:
        basis = group.basis
        parts = [f"{_amount(row.low, basis.unit)} by {countries.name(row.who)}" for row in group.rows]
        measured = f"{basis.measured[:1].upper()}{basis.measured[1:]}"
        told.append(f"{measured}, {basis.period}, {basis.standing}: {', '.join(parts)}")
    return (
        f"Only {count_of(len(pairs), 'comparison')} can be made like with like. "
        + "; ".join(item.strip() for item in told)
        + f". The other {count_of(len(found) - len(pairs), 'basis', 'bases')} each hold one investor alone."
    )
