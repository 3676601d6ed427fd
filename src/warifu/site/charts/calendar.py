"""Deals over the linked talks: a bar a quarter above the line of time, the steps of the talks below it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from warifu.site import addresses, svg
from warifu.site.pen import Pen
from warifu.tables import contract as c

WIDTH: Final = 960.0
LEFT: Final = 34.0
BARS: Final = 150.0
AXIS: Final = 26.0
TALKS: Final = 130.0
STEP: Final = 26.0


def timeline(
    pen: Pen, quarters: Sequence[tuple[int, int, int]], years: Sequence[tuple[int, int]], talks: Sequence[c.TalkRow]
) -> Markup:
    """The calendar; deals known to a year only stand as a number at its foot, not in a quarter nobody told."""
    days = [date(year, quarter * 3, 1) for year, quarter, _ in quarters] + [row.on_first for row in talks]
    days += [date(year, 6, 1) for year, _ in years]
    if not days:
        return Markup("")
    first, last = min(days).year, max(days).year
    begin = date(first, 1, 1).toordinal()
    span = date(last + 1, 1, 1).toordinal() - begin

    def place(day: date) -> float:
        return LEFT + (WIDTH - LEFT - 6) * (day.toordinal() - begin) / span

    most = max((count for *_, count in quarters), default=1)
    base = 12 + BARS
    marks = [svg.mark("line", class_="axis", x1=LEFT, x2=WIDTH - 6, y1=base, y2=base)]
    for value in _ticks(most):
        y = base - BARS * value / most
        marks.append(svg.mark("line", class_="gridline", x1=LEFT, x2=WIDTH - 6, y1=y, y2=y))
        marks.append(svg.text(LEFT - 6, y + 4, str(value), "tick", "end"))
    every = 1 if last - first <= 14 else 2 if last - first <= 28 else 5
    for year in range(first, last + 1):
        if (year - first) % every == 0:
            marks.append(
                svg.text(
                    (place(date(year, 1, 1)) + place(date(year, 12, 31))) / 2, base + 17, str(year), "tick", "middle"
                )
            )
        marks.append(
            svg.mark(
                "line",
                class_="gridline",
                x1=place(date(year, 1, 1)),
                x2=place(date(year, 1, 1)),
                y1=12,
                y2=base + AXIS + TALKS,
            )
        )
    for year, quarter, count in quarters:
        left = place(date(year, quarter * 3 - 2, 1))
        right = place(date(year + quarter // 4, quarter * 3 % 12 + 1, 1))
        high = BARS * count / most
        words = svg.mark("title", f"{year} Q{quarter}: {count}")
        marks.append(
            svg.mark(
                "rect",
                words,
                class_="bar-ink",
                x=left + 0.8,
                y=base - high,
                width=max(1.0, right - left - 1.6),
                height=high,
            )
        )
    marks += _talks(pen, talks, place, base)
    title = str(pen.w.t("timeline"))
    says = str(pen.w.t("timeline.lede"))
    drawing = svg.picture("timeline", title, says, WIDTH, base + AXIS + TALKS + 6, *marks, class_="chart timeline")
    return Markup('<figure class="chart-figure"><div class="scroll">{}</div></figure>').format(drawing)


def _ticks(most: int) -> list[int]:
    step = max(
        1, next((step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if most / step <= 4), most)
    )
    return list(range(step, most + 1, step))


def _talks(pen: Pen, talks: Sequence[c.TalkRow], place: object, base: float) -> list[Markup]:
    assert callable(place)
    zero = base + AXIS + TALKS / 2
    marks = [svg.mark("line", class_="axis", x1=LEFT, x2=WIDTH - 6, y1=zero, y2=zero)]
    for row in talks:
        x = place(row.on_first)
        moved = row.movement or 0
        y = zero - moved * STEP
        kind = "none" if row.movement is None else "up" if moved > 0 else "down" if moved < 0 else "still"
        words = svg.mark("title", f"{row.on_text}: {row.title}" + ("" if row.movement is None else f" ({moved:+d})"))
        stem = svg.mark("line", class_=f"stem {kind}", x1=x, x2=x, y1=zero, y2=y) if moved else Markup("")
        dot = svg.mark("circle", class_=f"talk {kind}", cx=x, cy=y, r=4.5)
        marks.append(svg.mark("a", words + stem + dot, href="#" + addresses.slug(row.talk), tabindex="-1"))
    marks.append(svg.text(LEFT - 6, zero - STEP * 1.5 + 4, "+", "tick", "end"))
    marks.append(svg.text(LEFT - 6, zero + 4, "0", "tick", "end"))
    marks.append(svg.text(LEFT - 6, zero + STEP * 1.5 + 4, "−", "tick", "end"))
    return marks
