"""Pictures: valid, the same each time, and never a number that no point has."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import etree

from warifu.exports import charts
from warifu.exports.book import Book
from warifu.tables import contract as c

HEAD = b"\x89PNG\r\n\x1a\n"


def test_every_picture_of_the_whole_is_drawn_in_three_forms(books: dict[str, Book], tmp_path: Path) -> None:
    book = books["us-japan-550"]
    charts.write(book, tmp_path)
    start = f"{book.programme.programme}/all/"
    drawn = {row.series for row in book.rows(c.PointRow)}
    wanted = {row.series for row in book.rows(c.SeriesRow) if row.series.startswith(start)} & drawn
    assert wanted
    files = sorted((tmp_path / charts.FOLDER).iterdir())
    assert len(files) == 3 * len(wanted)
    for path in files:
        data = path.read_bytes()
        if path.suffix == ".png":
            assert data.startswith(HEAD)
        elif path.suffix == ".svg":
            root = etree.fromstring(data)
            assert root.tag.endswith("}svg")
            assert not root.xpath("//*[local-name()='script']")
            assert b"http" not in data.replace(b"http://www.w3.org/", b"")
        else:
            assert json.loads(data)["$schema"] == charts.SCHEMA


def test_a_picture_shows_what_its_points_say(book: Book) -> None:
    """No value is no mark: an empty y is absent, never 0."""
    series = {row.series: row for row in book.rows(c.SeriesRow)}
    for name, row in series.items():
        points = [point for point in book.rows(c.PointRow) if point.series == name]
        if not points:
            continue
        shown = charts.spec(book, row, points)["data"]["values"]
        assert [(one["at"], one.get("y"), one.get("low"), one.get("high")) for one in shown] == [
            (point.at, point.y, point.low, point.high) for point in points
        ]


def test_what_did_not_change_is_taken_over_and_what_did_is_drawn(books: dict[str, Book], tmp_path: Path) -> None:
    book = books["us-japan-550"]
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    charts.write(book, first)
    svg = sorted((first / charts.FOLDER).glob("*.svg"))
    marked = svg[0].with_suffix(".png")
    marked.write_bytes(HEAD + b"taken over")
    stale = svg[1]
    stale.with_suffix(".vl.json").write_text("{}")
    stale.write_text("stale")
    charts.write(Book(book.tables, before=first), second)
    assert (second / charts.FOLDER / marked.name).read_bytes() == HEAD + b"taken over"
    assert (second / charts.FOLDER / stale.name).read_text(encoding="utf-8").startswith("<svg")


def test_every_kind_of_picture_that_a_report_has_is_drawn() -> None:
    from warifu.terms.report import Chart

    assert {str(kind) for kind in Chart} == set(charts.MARKS)
