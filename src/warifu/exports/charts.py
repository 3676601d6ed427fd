"""Every picture of the whole programme as SVG, PNG and Vega-Lite: to print, to paste, to embed.

A picture shows what its points in the tables say and nothing else: an empty value is drawn as nothing, which is not 0.
The Vega-Lite file holds the data too, so whoever embeds it needs no other file. A picture whose Vega-Lite is as before
is not drawn anew.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from warifu.exports.addresses import slug
from warifu.exports.book import Book
from warifu.tables import contract as c

FOLDER: Final = "charts"
SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v5.json"
COLOURS: Final = ("#1b4d6b", "#c4622d", "#5b8c5a", "#8a5a83", "#b8a13a", "#6b6b6b", "#3a8ea5", "#a33b3b")
FONT: Final = "Liberation Sans, DejaVu Sans, Noto Sans CJK JP, sans-serif"
SCALE: Final = 2.0
"""Pixels of a PNG for each unit of the drawing."""

BILLIONS: Final = "replace(replace(replace(datum.label, 'G', ' bn'), 'M', ' m'), 'k', ',000')"
"""A number on an axis as people write it, not as engineers do."""

Json = dict[str, Any]


def write(book: Book, folder: Path) -> None:
    """Write the pictures of the whole programme; those of its parts are on the site."""
    inside = folder / FOLDER
    inside.mkdir()
    points: dict[str, list[c.PointRow]] = {}
    for point in book.rows(c.PointRow):
        points.setdefault(point.series, []).append(point)
    start = f"{book.programme.programme}/all/"
    for series in book.rows(c.SeriesRow):
        if series.series.startswith(start) and points.get(series.series):
            name = slug(series.series.removeprefix(start))
            _draw(spec(book, series, points[series.series]), inside / name, book.before)


def _draw(drawn: Json, path: Path, before: Path | None) -> None:
    """Three files of one picture; taken over from the last exports where nothing of it changed."""
    text = json.dumps(drawn, ensure_ascii=False, indent=1) + "\n"
    path.with_suffix(".vl.json").write_text(text, encoding="utf-8")
    old = None if before is None else before / FOLDER / path.name
    if old is not None and _same(old.with_suffix(".vl.json"), text):
        for suffix in (".svg", ".png"):
            path.with_suffix(suffix).write_bytes(old.with_suffix(suffix).read_bytes())
        return
    import vl_convert

    svg = vl_convert.vegalite_to_svg(vl_spec=drawn)
    path.with_suffix(".svg").write_text(svg, encoding="utf-8")
    path.with_suffix(".png").write_bytes(vl_convert.svg_to_png(svg, scale=SCALE))


def _same(path: Path, text: str) -> bool:
    whole = all(path.with_name(path.name.replace(".vl.json", suffix)).is_file() for suffix in (".svg", ".png"))
    return whole and path.is_file() and path.read_text(encoding="utf-8") == text


def spec(book: Book, series: c.SeriesRow, points: Sequence[c.PointRow]) -> Json:
    """The Vega-Lite of a picture."""
    marks, height = MARKS[series.chart](series, points)
    release = f"release {book.publication.release}" if book.publication.release else "unreleased"
    return {
        "$schema": SCHEMA,
        "title": {
            "text": series.title,
            "subtitle": _folded(series.says, 96),
            "anchor": "start",
            "offset": 12,
        },
        "description": f"{series.says} Source: {book.publication.publisher}, {release}, {book.publication.address}",
        "width": 560,
        "height": height,
        "data": {"values": [_row(series, point) for point in points]},
        "layer": marks,
        "config": {
            "font": FONT,
            "background": "#ffffff",
            "range": {"category": list(COLOURS)},
            "axis": {"labelLimit": 260, "labelFontSize": 11, "titleFontSize": 11},
            "legend": {"orient": "bottom", "columns": 4, "labelLimit": 200, "title": None},
            "title": {"fontSize": 15, "subtitleFontSize": 11, "subtitleColor": "#444444"},
        },
    }


def _folded(text: str, width: int) -> list[str]:
    """A sentence in lines that fit above a picture."""
    return textwrap.wrap(text, width) or [""]


def _row(series: c.SeriesRow, point: c.PointRow) -> Json:
    """A point as its picture needs it; what has no value has none."""
    row: Json = {"at": point.at, "group": point.group or " ", "place": point.number, "label": point.label}
    numbers = {"x": point.x, "y": point.y, "low": point.low, "high": point.high}
    row |= {name: value for name, value in numbers.items() if value is not None}
    if series.axis == "day" and point.x is not None:
        row["day"] = date.fromordinal(max(1, int(point.x))).isoformat()
    return row | ({"mark": point.mark} if point.mark else {})


def _colour(points: Sequence[c.PointRow]) -> Json:
    """Colours by group, in the order of the points; one colour where there is one group."""
    groups = list(dict.fromkeys(point.group or " " for point in points))
    if len(groups) == 1:
        return {"value": COLOURS[0]}
    return {"field": "group", "type": "nominal", "sort": groups, "scale": {"domain": groups}}


def _places(points: Sequence[c.PointRow]) -> list[str]:
    return list(dict.fromkeys(point.at for point in points))


def _beside(points: Sequence[c.PointRow]) -> tuple[Json, int]:
    """Groups beside each other where one place has several; and how many lie there at most."""
    groups = list(dict.fromkeys(point.group for point in points))
    most = max(Counter(point.at for point in points).values())
    return ({"yOffset": {"field": "group", "sort": groups}} if most > 1 < len(groups) else {}), most


def _rows_high(points: Sequence[c.PointRow], each: int = 24) -> int:
    """How high a picture with a row for each place is."""
    return max(80, each * len(_places(points)))


def _category(series: c.SeriesRow, points: Sequence[c.PointRow]) -> Json:
    title = series.x_title or None
    return {"field": "at", "type": "nominal", "sort": _places(points), "axis": {"title": title}}


def _value(series: c.SeriesRow, name: str = "y") -> Json:
    unit = "" if series.unit in (series.y_title, "share", "") else f"({series.unit})"
    title = " ".join(part for part in (series.y_title, unit) if part)
    written = {"format": ".0%"} if series.unit == "share" else {"format": "~s", "labelExpr": BILLIONS}
    return {"field": name, "type": "quantitative", "axis": {"title": title or None, **written}}


def _bars(series: c.SeriesRow, points: Sequence[c.PointRow]) -> tuple[list[Json], int]:
    offset, most = _beside(points)
    common = {"y": _category(series, points), **offset}
    return (
        [
            {"mark": "bar", "encoding": {**common, "x": _value(series), "color": _colour(points)}},
            {
                "transform": [{"filter": "isValid(datum.low) && isValid(datum.high) && datum.low < datum.high"}],
                "mark": {"type": "rule", "color": "#222222"},
                "encoding": {**common, "x": _value(series, "low"), "x2": {"field": "high"}},
            },
        ],
        _rows_high(points, 24 if most == 1 else 13 * min(most, 6)),
    )


def _intervals(series: c.SeriesRow, points: Sequence[c.PointRow]) -> tuple[list[Json], int]:
    offset, most = _beside(points)
    common = {"y": _category(series, points), **offset, "color": _colour(points)}
    return (
        [
            {
                "transform": [{"filter": "isValid(datum.low) && isValid(datum.high)"}],
                "mark": {"type": "rule", "strokeWidth": 2},
                "encoding": {**common, "x": _value(series, "low"), "x2": {"field": "high"}},
            },
            {"mark": {"type": "point", "filled": True, "size": 60}, "encoding": {**common, "x": _value(series)}},
        ],
        _rows_high(points, 26 if most == 1 else 14 * min(most, 6)),
    )


def _across(series: c.SeriesRow) -> Json:
    if series.axis == "day":
        return {"field": "day", "type": "temporal", "axis": {"title": series.x_title or None, "format": "%Y"}}
    return {"field": "x", "type": "quantitative", "axis": {"title": series.x_title or None}}


def _lines(series: c.SeriesRow, points: Sequence[c.PointRow], interpolate: str = "linear") -> tuple[list[Json], int]:
    common = {"x": _across(series), "color": _colour(points)}
    return (
        [
            {
                "transform": [{"filter": "isValid(datum.low) && isValid(datum.high)"}],
                "mark": {"type": "area", "opacity": 0.18, "interpolate": interpolate},
                "encoding": {**common, "y": _value(series, "low"), "y2": {"field": "high"}},
            },
            {
                "mark": {"type": "line", "point": interpolate == "linear", "interpolate": interpolate},
                "encoding": {**common, "y": _value(series)},
            },
        ],
        280,
    )


def _steps(series: c.SeriesRow, points: Sequence[c.PointRow]) -> tuple[list[Json], int]:
    return _lines(series, points, "step-after")


def _calendar(series: c.SeriesRow, points: Sequence[c.PointRow]) -> tuple[list[Json], int]:
    lanes = list(dict.fromkeys(point.group or " " for point in points))
    common = {
        "x": _across(series),
        "y": {"field": "group", "type": "nominal", "sort": lanes, "axis": {"title": None}},
        "color": _colour(points),
    }
    mark = {"type": "tick", "thickness": 2, "size": 22}
    return [{"mark": mark, "encoding": common}], max(80, 34 * len(lanes))


def _matrix(series: c.SeriesRow, points: Sequence[c.PointRow]) -> tuple[list[Json], int]:
    columns = list(dict.fromkeys(point.group for point in points))
    common = {
        "y": _category(series, points),
        "x": {"field": "group", "type": "nominal", "sort": columns, "axis": {"title": None, "labelAngle": 0}},
    }
    shade = {"field": "y", "type": "quantitative", "scale": {"scheme": "blues"}, "legend": None}
    dark = {"condition": {"test": "datum.y > 0.6", "value": "#ffffff"}, "value": "#222222"}
    words = {"text": {"field": "label"}, "color": dark}
    return (
        [
            {"mark": "rect", "encoding": {**common, "color": shade}},
            {"mark": {"type": "text", "fontSize": 9, "limit": 240}, "encoding": {**common, **words}},
        ],
        _rows_high(points, 30),
    )


def _curve(series: c.SeriesRow, points: Sequence[c.PointRow]) -> tuple[list[Json], int]:
    common = {"x": _across(series), "y": _value(series)}
    return (
        [
            {"mark": {"type": "point", "filled": True, "size": 12, "color": COLOURS[0]}, "encoding": common},
            {
                "transform": [{"filter": "datum.mark === 'published'"}],
                "mark": {"type": "point", "filled": True, "size": 110, "color": COLOURS[1]},
                "encoding": common,
            },
        ],
        280,
    )


MARKS: Final[Mapping[str, Callable[[c.SeriesRow, Sequence[c.PointRow]], tuple[list[Json], int]]]] = {
    "bars": _bars,
    "intervals": _intervals,
    "lines": _lines,
    "steps": _steps,
    "calendar": _calendar,
    "matrix": _matrix,
    "curve": _curve,
}
"""How each kind of picture is drawn, and how high it is."""
