"""A picture for each kind of series that the measures name, with its sentence above and its table behind it.

`DRAWERS` is the table of kinds. Colours: a group that is one of the two sides has the side's colour; every other group
has one of the quiet colours g0 to g5, a pattern of its own where it is a line, and its name in the key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from markupsafe import Markup, escape

from warifu.site import addresses, svg
from warifu.site.charts import scale
from warifu.site.pen import Pen
from warifu.site.writing import tame
from warifu.tables import contract as c

Points = Sequence[c.PointRow]

NARROW: Final = 460.0
"""Width of a picture made of rows: legible on a phone without turning it."""

WIDE: Final = 760.0
"""Width of a picture along a line of time; a phone scrolls it."""

LARGEST: Final = 60
"""Rows drawn; what is more stands in the table behind the picture, and the picture says so."""


def figure(pen: Pen, series: c.SeriesRow, points: Points, places: Mapping[str, str]) -> Markup:
    """A series as a picture, its sentence, and its table."""
    name = addresses.slug(series.series)
    head = f'<h2 id="{name}">{pen.w.text(series.title)}</h2>'
    says = f"<figcaption>{pen.w.text(series.says)}</figcaption>" if series.says else ""
    drawn = DRAWERS[series.chart](pen, series, points) if points else Markup(f"<p>{pen.w.t('nothing')}</p>")
    take = ""
    if series.chart != "matrix" and points:
        href = escape(pen.to(addresses.picture(series.series)))
        take = f'<p class="small take"><a href="{href}" download>{pen.w.t("picture.take")}</a></p>'
    kind = "rows" if series.chart in ("bars", "intervals", "matrix") else "across"
    return Markup(
        f'<figure class="chart-figure {kind}">{head}{says}<div class="scroll">{drawn}</div>'
        f"{_key(pen, series, points)}{_table(pen, series, points, places)}{take}</figure>"
    )


CODE: Final = re.compile("[A-Z]{2}")

COLOURED: Final = 8
"""Groups that can be told apart by colour; where there are more, the table behind the picture tells them apart."""


def alone(pen: Pen, series: c.SeriesRow, points: Points) -> Markup:
    """The same picture as a file of its own: a page elsewhere may show it, and it runs nothing."""
    return svg.alone(DRAWERS[series.chart](pen, series, points))


def groups(points: Points) -> list[str]:
    return list(dict.fromkeys(point.group for point in points))


def colour(pen: Pen, group: str, names: Sequence[str]) -> str:
    """The class that colours a group; more groups than there are colours have none of their own."""
    if len(names) > COLOURED:
        return "g0"
    if group in pen.sides:
        return pen.side_class(group)
    others = [name for name in names if name not in pen.sides]
    return f"g{others.index(group) % 6}"


def group_name(pen: Pen, group: str) -> str:
    return pen.w.country(group) if CODE.fullmatch(group) or f"country.{group}" in pen.w.words else pen.w.plain(group)


def _key(pen: Pen, series: c.SeriesRow, points: Points) -> str:
    """The names of the groups beside their colours; lanes name themselves."""
    names = groups(points)
    items = []
    if series.chart not in ("calendar", "matrix") and len(names) <= COLOURED and any(names):
        items += [
            f'<li><svg class="swatch" viewBox="0 0 20 12" width="20" height="12" aria-hidden="true" focusable="false">'
            f'<rect class="{colour(pen, name, names)}" width="20" height="12" rx="2"/></svg> '
            f"{escape(group_name(pen, name)) if CODE.fullmatch(name) else pen.w.text(name)}</li>"
            for name in names
        ]
    marks = [mark for mark in dict.fromkeys(point.mark for point in points) if mark and f"mark.{mark}" in pen.w.words]
    if series.chart == "matrix":
        marks = []  # its squares hold words
    items += [
        f'<li><svg class="swatch" viewBox="0 0 20 12" width="20" height="12" aria-hidden="true" focusable="false">'
        f'<circle class="dot {mark}" cx="10" cy="6" r="5"/></svg> {pen.w.t("mark." + mark)}</li>'
        for mark in marks
    ]
    return f'<ul class="chartkey">{"".join(items)}</ul>' if items else ""


def _table(pen: Pen, series: c.SeriesRow, points: Points, places: Mapping[str, str]) -> str:
    """All points, whole: what the picture shows and what each was made from."""
    grouped = any(point.group for point in points)
    labelled = any(point.label for point in points)
    marked = any(point.mark for point in points)
    first = pen.w.text(series.x_title) if series.x_title else pen.w.t("at")
    head = [first, *([pen.w.t("group.word")] if grouped else [])]
    valued = any(point.y is not None or point.low is not None or point.high is not None for point in points)
    heads = "".join(f'<th scope="col">{escape(word)}</th>' for word in head)
    if valued:
        unit = f' <span class="small">({pen.w.text(series.unit)})</span>' if series.unit not in ("", "deals") else ""
        heads += f'<th scope="col" class="num">{pen.w.text(series.y_title) or pen.w.t("value")}{unit}</th>'
        heads += f'<th scope="col" class="num">{pen.w.t("range")}</th>'
    heads += f'<th scope="col">{pen.w.t("label")}</th>' if labelled else ""
    heads += f'<th scope="col">{pen.w.t("note")}</th>' if marked else ""
    heads += f'<th scope="col">{pen.w.t("made.from")}</th>'
    rows = "".join(_row(pen, series, point, places, grouped, valued, labelled, marked) for point in points[:TABLED])
    if len(points) > TABLED:
        rows += f'<tr><td class="small" colspan="9">{pen.w.t("points.more", n=len(points) - TABLED)}</td></tr>'
    return (
        f'<details class="behind"><summary>{pen.w.t("table.behind")} ({len(points)})</summary><div class="scroll">'
        f'<table class="compact"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


TABLED: Final = 150
"""Points in the table behind a picture; where there are more, it says where the rest is."""


def _row(
    pen: Pen, series: c.SeriesRow, point: c.PointRow, places: Mapping[str, str], grouped: bool, valued: bool,
    labelled: bool, marked: bool,
) -> str:  # fmt: skip
    cells = f'<th scope="row">{pen.w.text(point.at)}</th>'
    if grouped:
        named = CODE.fullmatch(point.group) is not None
        cells += f"<td>{escape(group_name(pen, point.group)) if named else pen.w.text(point.group)}</td>"
    if valued:
        value = pen.w.unknown(pen.w.t("untold")) if point.y is None else scale.written(pen.w, point.y, series.unit)
        low, high = (None if end is None else scale.written(pen.w, end, series.unit) for end in (point.low, point.high))
        span = ""
        if low is not None and high is not None:
            span = "" if low == high else f"{low}–{high}"
        elif low is not None:
            span = str(pen.w.t("range.from", low=low))
        elif high is not None:
            span = str(pen.w.t("range.to", high=high))
        cells += f'<td class="num">{value}</td><td class="num">{escape(span)}</td>'
    if labelled:
        cells += f"<td>{pen.w.text(point.label)}</td>"
    if marked:
        known = f"mark.{point.mark}" in pen.w.words
        cells += f"<td>{pen.w.t('mark.' + point.mark) if known else pen.w.text(point.mark)}</td>"
    few = point.made_from[:FROM]
    rest = f" +{len(point.made_from) - FROM}" if len(point.made_from) > FROM else ""
    return f'<tr>{cells}<td class="refs small">{pen.refs(few, places)}{rest}</td></tr>'


FROM: Final = 6
"""Parts named beside a point; the measure's page lists all."""


def _picture(pen: Pen, series: c.SeriesRow, width: float, height: float, marks: Sequence[Markup]) -> Markup:
    name = addresses.slug(series.series) + "-p"
    title, says = pen.w.plain(series.title), pen.w.plain(series.says or series.title)
    return svg.picture(name, title, says, width, height, *marks, class_=f"chart {series.chart}")


# Pictures made of rows


def bars(pen: Pen, series: c.SeriesRow, points: Points) -> Markup:
    """A bar for each `at` and group, its name above, its value at its end; a thin line is its range."""
    return _rows(pen, series, points, _bar)


def intervals(pen: Pen, series: c.SeriesRow, points: Points) -> Markup:
    """A dot with a line from its low to its high end, a row for each `at`."""
    return _rows(pen, series, points, _interval)


Row = Callable[[Pen, c.SeriesRow, c.PointRow, scale.Scale, float, str], Markup]


def _rows(pen: Pen, series: c.SeriesRow, points: Points, draw: Row) -> Markup:
    ends = [end for point in points for end in (point.y, point.low, point.high) if end is not None]
    along = scale.amounts(ends, 0.0, NARROW - 92, series.unit)
    names = groups(points)
    marks: list[Markup] = []
    y = 4.0
    by_place: dict[str, list[c.PointRow]] = {}
    for point in points:
        by_place.setdefault(point.at, []).append(point)
    for at, own in list(by_place.items())[:LARGEST]:
        for line in wrapped(pen.w.plain(at), 56):
            y += 17
            marks.append(svg.text(0, y, line, "row-name"))
        y += 5
        for point in own:
            marks.append(draw(pen, series, point, along, y, colour(pen, point.group, names)))
            y += 19
        y += 5
    if len(by_place) > LARGEST:
        y += 14
        marks.append(svg.text(0, y, f"+ {len(by_place) - LARGEST}", "tick"))
    zero = along.at(0.0) if not along.powers else 0.0
    if zero > along.start:  # values on both sides of nought
        marks.insert(0, svg.mark("line", class_="axis", x1=zero, x2=zero, y1=6.0, y2=y))
    return _picture(pen, series, NARROW, y + 6, marks)


def _bar(pen: Pen, series: c.SeriesRow, point: c.PointRow, along: scale.Scale, y: float, kind: str) -> Markup:
    words = _tip(pen, series, point)
    if point.y is None:
        return svg.mark("g", svg.mark("title", words) + svg.text(4, y + 12, str(pen.w.t("untold")), "absent"))
    zero, end = along.at(0.0) if not along.powers else 0.0, along.at(point.y)
    inside = svg.mark("title", words)
    inside += svg.mark(
        "rect", class_=f"filled {kind} {point.mark}".strip(), x=min(zero, end), y=y, width=max(1.5, abs(end - zero)),
        height=14.0, rx=1.5,
    )  # fmt: skip
    right = end
    if point.low is not None and point.high is not None and point.low != point.high:
        inside += svg.mark(
            "line", class_="whisker", x1=along.at(point.low), x2=along.at(point.high), y1=y + 7, y2=y + 7
        )
        right = max(end, along.at(point.high))
    inside += svg.text(right + 6, y + 12, scale.written(pen.w, point.y, series.unit), "value")
    return svg.mark("g", inside)


def _interval(pen: Pen, series: c.SeriesRow, point: c.PointRow, along: scale.Scale, y: float, kind: str) -> Markup:
    inside = svg.mark("title", _tip(pen, series, point))
    if point.y is None and point.low is None and point.high is None:
        return svg.mark("g", inside + svg.text(4, y + 12, str(pen.w.t("untold")), "absent"))
    middle = y + 7
    left = along.at(point.low) if point.low is not None else along.start
    right = along.at(point.high) if point.high is not None else along.end
    inside += svg.mark("line", class_="rail", x1=along.start, x2=along.end, y1=middle, y2=middle)
    if point.low is not None or point.high is not None:
        inside += svg.mark("line", class_=f"span {kind} {point.mark}".strip(), x1=left, x2=right, y1=middle, y2=middle)
        if point.high is None:  # an open end: an arrow, for nobody says where it stops
            tip = f"M{svg.number(right - 7)} {svg.number(middle - 5)} L{svg.number(right)} {svg.number(middle)} "
            tip += f"L{svg.number(right - 7)} {svg.number(middle + 5)}"
            inside += svg.mark("path", class_=f"arrow {kind}", d=tip)
    shown = ""
    if point.y is not None:
        inside += svg.mark("circle", class_=f"dot {kind} {point.mark}".strip(), cx=along.at(point.y), cy=middle, r=5.5)
        shown = scale.written(pen.w, point.y, series.unit)
    inside += svg.text(along.end + 8, middle + 5, shown, "value")
    return svg.mark("g", inside)


def matrix(pen: Pen, series: c.SeriesRow, points: Points) -> Markup:
    """A square for each row and column, darker with its value; an empty square is silence, which is no nought."""
    names = groups(points)
    rows = list(dict.fromkeys(point.at for point in points))
    values = [point.y for point in points if point.y is not None]
    low, high = min(values, default=0.0), max(values, default=1.0)
    cell = {(point.at, point.group): point for point in points}
    heads = "".join(
        f'<th scope="col"><span class="side {pen.side_class(name)}">{escape(group_name(pen, name))}</span></th>'
        for name in names
    )
    body = ""
    for at in rows[:LARGEST]:
        body += f'<tr><th scope="row">{pen.w.text(at)}</th>'
        for name in names:
            point = cell.get((at, name))
            if point is None or point.y is None:
                words = pen.w.text(point.label) if point is not None and point.label else pen.w.t("silence")
                body += f'<td class="square empty"><span class="unknown">{words}</span></td>'
                continue
            shade = 4 if high <= low else round(4 * (point.y - low) / (high - low))
            words = pen.w.text(point.label) if point.label else escape(scale.written(pen.w, point.y, series.unit))
            body += f'<td class="square q{shade} {escape(pen.side_class(name))}">{words}</td>'
        body += "</tr>"
    caption = f'<caption class="away">{pen.w.text(series.title)}</caption>'
    corner = pen.w.text(series.x_title)
    return Markup(
        f'<table class="matrix">{caption}<thead><tr><th scope="col">{corner}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


# Pictures along a line


def lines(pen: Pen, series: c.SeriesRow, points: Points) -> Markup:
    """Values over a number or over time, a line a group, its range as a band."""
    return _along(pen, series, points, steps_too=False)


def steps(pen: Pen, series: c.SeriesRow, points: Points) -> Markup:
    """As lines, but each value holds until the next."""
    return _along(pen, series, points, steps_too=True)


TOP: Final = 14.0
HIGH: Final = 250.0
LEFT: Final = 66.0


def _along(pen: Pen, series: c.SeriesRow, points: Points, *, steps_too: bool) -> Markup:
    placed = [point for point in points if point.x is not None]
    ends = [end for point in placed for end in (point.y, point.low, point.high) if end is not None]
    if not placed or not ends:
        return Markup(f"<p>{pen.w.t('nothing')}</p>")
    xs = [point.x for point in placed if point.x is not None]
    across = scale.Scale(min(xs), max(xs) if max(xs) > min(xs) else min(xs) + 1, LEFT, WIDE - 14)
    up = scale.amounts(ends, TOP + HIGH, TOP, series.unit)
    marks = _frame(pen, series, across, up)
    names = groups(points)
    joined = {"level"} if any(point.mark == "level" for point in placed) else None
    for name in names:
        own = [point for point in placed if point.group == name]
        kind = colour(pen, name, names)
        marks.append(_band(own, across, up, kind, steps_too))
        line = [point for point in own if point.y is not None and (joined is None or point.mark in joined)]
        marks.append(_line(line, across, up, kind, steps_too))
        if not steps_too or len(own) <= 2:
            marks += [_dot(pen, series, point, across, up, kind) for point in own if point.y is not None]
    return _picture(pen, series, WIDE, TOP + HIGH + 44, [mark for mark in marks if mark])


def _frame(pen: Pen, series: c.SeriesRow, across: scale.Scale, up: scale.Scale) -> list[Markup]:
    """Axes, their round numbers and their names."""
    base = TOP + HIGH
    marks = []
    for value in up.ticks():
        y = up.at(value)
        marks.append(svg.mark("line", class_="gridline", x1=LEFT, x2=WIDE - 14, y1=y, y2=y))
        marks.append(svg.text(LEFT - 8, y + 4, scale.written(pen.w, value, series.unit), "tick", "end"))
    if series.axis == "day":
        found = scale.years(across.low, across.high)
    else:
        found = [(value, scale.written(pen.w, value, "")) for value in across.ticks(6)]
    for value, words in found:
        x = across.at(value)
        marks.append(svg.mark("line", class_="tickline", x1=x, x2=x, y1=base, y2=base + 5))
        marks.append(svg.text(x, base + 20, words, "tick", "middle"))
    marks.append(svg.mark("line", class_="axis", x1=LEFT, x2=WIDE - 14, y1=base, y2=base))
    if series.x_title and series.axis != "day":
        marks.append(svg.text((LEFT + WIDE) / 2, base + 39, pen.w.plain(series.x_title), "axis-name", "middle"))
    return marks


def _place(point: c.PointRow, value: float, across: scale.Scale, up: scale.Scale) -> tuple[float, float]:
    assert point.x is not None
    return across.at(point.x), up.at(value)


def _stepped(places: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for x, y in places:
        if found:
            found.append((x, found[-1][1]))
        found.append((x, y))
    return found


def _line(points: Points, across: scale.Scale, up: scale.Scale, kind: str, stepped: bool) -> Markup:
    places = [_place(point, point.y, across, up) for point in points if point.y is not None]
    if len(places) < 2:
        return Markup("")
    return svg.mark("path", class_=f"line-of {kind}", d=path(_stepped(places) if stepped else places))


def _band(points: Points, across: scale.Scale, up: scale.Scale, kind: str, stepped: bool) -> Markup:
    known = [point for point in points if point.low is not None and point.high is not None]
    if len(known) < 2:
        return Markup("")
    above = [_place(point, point.high, across, up) for point in known if point.high is not None]
    below = [_place(point, point.low, across, up) for point in known if point.low is not None]
    if stepped:
        above, below = _stepped(above), _stepped(below)
    return svg.mark("path", class_=f"band {kind}", d=path([*above, *below[::-1]]) + " Z")


def _dot(pen: Pen, series: c.SeriesRow, point: c.PointRow, across: scale.Scale, up: scale.Scale, kind: str) -> Markup:
    assert point.y is not None
    x, y = _place(point, point.y, across, up)
    words = svg.mark("title", _tip(pen, series, point))
    return svg.mark("circle", words, class_=f"dot {kind} {point.mark}".strip(), cx=x, cy=y, r=4.0)


def path(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(
        f"{'M' if number == 0 else 'L'}{svg.number(x)} {svg.number(y)}" for number, (x, y) in enumerate(places)
    )


def calendar(pen: Pen, series: c.SeriesRow, points: Points) -> Markup:
    """Marks on days, a lane a group; where a value is given, the mark rises or falls by it."""
    placed = [point for point in points if point.x is not None]
    if not placed:
        return Markup(f"<p>{pen.w.t('nothing')}</p>")
    names = groups(placed)
    xs = [point.x for point in placed if point.x is not None]
    margin = max((max(xs) - min(xs)) * 0.02, 10.0)
    across = scale.Scale(min(xs) - margin, max(xs) + margin, 10.0, WIDE - 10)
    marks: list[Markup] = []
    y = 8.0
    bodies: list[Markup] = []
    for name in names:
        own = [point for point in placed if point.group == name]
        most = max((abs(point.y) for point in own if point.y is not None), default=0.0)
        room = 20.0 if most else 0.0
        y += 20
        bodies.append(svg.text(10, y, f"{group_name(pen, name)} ({len(own)})", "lane-title"))
        middle = y + 16 + room
        bodies.append(svg.mark("line", class_="axis", x1=10.0, x2=WIDE - 10, y1=middle, y2=middle))
        kind = colour(pen, name, names)
        for point in own:
            assert point.x is not None
            x = across.at(point.x)
            rise = room * (point.y or 0.0) / most if most else 0.0
            inside = svg.mark("title", _tip(pen, series, point))
            if rise:
                inside += svg.mark("line", class_=f"stem {kind}", x1=x, x2=x, y1=middle, y2=middle - rise)
            inside += svg.mark("circle", class_=f"dot {kind} {point.mark}".strip(), cx=x, cy=middle - rise, r=4.5)
            bodies.append(svg.mark("g", inside))
        y = middle + room + 12
    for value, words in scale.years(across.low, across.high):
        x = across.at(value)
        marks.append(svg.mark("line", class_="gridline", x1=x, x2=x, y1=8.0, y2=y))
        marks.append(svg.text(x, y + 16, words, "tick", "middle"))
    return _picture(pen, series, WIDE, y + 24, [*marks, *bodies])


def curve(pen: Pen, series: c.SeriesRow, points: Points) -> Markup:
    """Points in order of value, as many as there are defensible choices; the printed one stands out."""
    known = sorted((point for point in points if point.y is not None), key=lambda point: (point.y or 0.0, point.number))
    ends = [end for point in known for end in (point.y, point.low, point.high) if end is not None]
    if not known or not ends:
        return Markup(f"<p>{pen.w.t('nothing')}</p>")
    across = scale.Scale(0.0, max(1.0, float(len(known) - 1)), LEFT + 8, WIDE - 20)
    up = scale.amounts(ends, TOP + HIGH, TOP, series.unit)
    marks = []
    for value in up.ticks():
        y = up.at(value)
        marks.append(svg.mark("line", class_="gridline", x1=LEFT, x2=WIDE - 14, y1=y, y2=y))
        marks.append(svg.text(LEFT - 8, y + 4, scale.written(pen.w, value, series.unit), "tick", "end"))
    names = groups(points)
    for printed in (False, True):  # the printed one last, so that nothing lies on it
        for place, point in enumerate(known):
            if (point.mark == "published") is not printed or point.y is None:
                continue
            x, kind = across.at(float(place)), colour(pen, point.group, names)
            inside = svg.mark("title", _tip(pen, series, point)) if printed or len(known) <= TABLED else Markup("")
            if point.low is not None and point.high is not None:
                inside += svg.mark("line", class_="whisker", x1=x, x2=x, y1=up.at(point.low), y2=up.at(point.high))
            size = 7.0 if printed else 3.0
            inside += svg.mark("circle", class_=f"dot {kind} {point.mark}".strip(), cx=x, cy=up.at(point.y), r=size)
            marks.append(svg.mark("g", inside))
    marks.append(svg.text((LEFT + WIDE) / 2, TOP + HIGH + 28, pen.w.plain(series.x_title), "axis-name", "middle"))
    return _picture(pen, series, WIDE, TOP + HIGH + 40, marks)


def _tip(pen: Pen, series: c.SeriesRow, point: c.PointRow) -> str:
    """What a mark says when pointed at."""
    value = "" if point.y is None else scale.written(pen.w, point.y, series.unit)
    group = group_name(pen, point.group) if point.group else ""
    parts = [pen.w.plain(point.at), group, pen.w.plain(point.label), value]
    return " · ".join(part for part in parts if part)


def wrapped(text: str, most: int) -> list[str]:
    """A name over as many lines as it needs, at most two; wide letters count double."""
    lines_of: list[str] = [""]
    for word in tame(text).split(" "):
        if lines_of[-1] and wide(lines_of[-1]) + wide(word) + 1 > most:
            lines_of.append(word)
        else:
            lines_of[-1] = f"{lines_of[-1]} {word}".strip()
    if len(lines_of) > 2:
        lines_of = [lines_of[0], lines_of[1] + " …"]
    return lines_of


def wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


DRAWERS: Final[Mapping[str, Callable[[Pen, c.SeriesRow, Points], Markup]]] = {
    "bars": bars,
    "lines": lines,
    "steps": steps,
    "intervals": intervals,
    "calendar": calendar,
    "matrix": matrix,
    "curve": curve,
}
"""Every kind of picture, by the name that the tables give it."""
