"""Mandates over time: a lane for each person, a colour for each side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from warifu.site import svg
from warifu.site.pen import Pen
from warifu.tables import contract as c

WIDTH: Final = 860.0
NAMES: Final = 290.0
ROW: Final = 26.0
TOP: Final = 30.0


def lanes(pen: Pen, mandates: Sequence[c.MandateRow], end: date) -> Markup:
    """Who held which charge when; an end that nobody tells fades out, since it may be unknown or still run."""
    dated = [row for row in mandates if row.since_first is not None]
    if not dated:
        return Markup("")
    dated.sort(key=lambda row: (pen.sides.index(row.side) if row.side in pen.sides else 9, row.since_first, row.number))
    first = min(row.since_first for row in dated if row.since_first is not None)
    last = max([end, *(row.until_last for row in dated if row.until_last is not None)])
    begin = date(first.year, 1, 1).toordinal()
    span = max(1, date(last.year, 12, 31).toordinal() - begin)

    def place(day: date) -> float:
        return NAMES + (WIDTH - NAMES - 8) * (day.toordinal() - begin) / span

    height = TOP + ROW * len(dated) + 10
    marks = []
    for year in range(first.year, last.year + 1):
        x = place(date(year, 1, 1))
        marks.append(svg.mark("line", class_="gridline", x1=x, x2=x, y1=TOP - 8, y2=height - 6))
        if last.year - first.year <= 12 or year % 2 == 0:
            marks.append(svg.text(x + 3, TOP - 12, str(year), "tick"))
    for number, row in enumerate(dated):
        assert row.since_first is not None
        y = TOP + ROW * number
        start = place(row.since_first)
        stop = place(row.until_last) if row.until_last is not None else place(min(end, last))
        open_end = row.until_last is None
        kind = pen.side_class(row.side)
        words = f"{row.person}: {row.charge} ({row.since_text or '?'} – {row.until_text or '?'})"
        marks.append(
            svg.mark(
                "g",
                svg.mark("title", words)
                + svg.text(NAMES - 10, y + ROW * 0.62, _short(row.person), "lane-name", "end")
                + svg.mark(
                    "rect", class_=f"lane {kind}{' open' if open_end else ''}", x=start, y=y + 5,
                    width=max(3.0, stop - start), height=ROW - 10, rx=3,
                )
            )
        )  # fmt: skip
    title = str(pen.w.t("mandates"))
    says = "; ".join(f"{row.person} {row.since_text or '?'}–{row.until_text or '?'}" for row in dated)
    drawing = svg.picture("lanes", title, says, WIDTH, height, *marks, class_="chart lanes")
    return Markup('<figure class="chart-figure"><div class="scroll">{}</div></figure>').format(drawing)


def _short(name: str) -> str:
    return name if len(name) <= 38 else name[:37] + "…"
