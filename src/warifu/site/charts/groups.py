"""Copies and what they derive from, as a small tree: one witness, however many voices repeat it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from markupsafe import Markup

from warifu.site import addresses, svg
from warifu.site.kept import kind as kind_in_words
from warifu.site.kept import named
from warifu.site.pen import Pen
from warifu.site.writing import tame
from warifu.tables import contract as c

WIDTH: Final = 640.0
ROW: Final = 28.0
DRAWN: Final = 24
"""Copies drawn; the list beside the picture names all."""


def copies(pen: Pen, source: c.SourceRow, found: Sequence[Any]) -> Markup:
    """A source and the sources that copy it."""
    leaves = [(line.publisher, addresses.source(line.source), "") for line in found]
    return _tree(pen, source.publisher, leaves)


def group(pen: Pen, original: c.DocumentRow | None, members: Sequence[c.DocumentRow]) -> Markup:
    """A document and its copies, each with the kind of copy that it is."""
    root = original or next((row for row in members if row.copy_kind in ("original", "alone")), members[0])
    leaves = [
        (row.publisher or named(row), addresses.document(row.document), row.copy_kind)
        for row in members
        if row.document != root.document
    ]
    return _tree(pen, root.publisher or named(root), leaves)


def _tree(pen: Pen, root: str, leaves: Sequence[tuple[str, str, str]]) -> Markup:
    if not leaves:
        return Markup("")
    drawn = leaves[:DRAWN]
    height = ROW * len(drawn) + 12
    middle = height / 2
    marks = []
    for number, (name, there, kind) in enumerate(drawn):
        y = 6 + ROW * (number + 0.5)
        curve = f"M214 {svg.number(middle)} C 270 {svg.number(middle)}, 270 {svg.number(y)}, 316 {svg.number(y)}"
        marks.append(svg.mark("path", class_=f"branch {kind}", d=curve))
        words = svg.mark("circle", class_=f"leaf {kind}", cx=322.0, cy=y, r=5.0) + svg.text(
            336, y + 4, _short(tame(name), 38) + (f" · {kind_in_words(pen.w, kind)}" if kind else ""), "leaf-name"
        )
        marks.append(svg.mark("a", words, href=pen.to(there), tabindex="-1"))
    marks.append(svg.mark("circle", class_="root", cx=208.0, cy=middle, r=7.0))
    marks.append(svg.text(194, middle + 5, _short(tame(root), 26), "root-name", "end"))
    title = str(pen.w.t("copies"))
    says = ", ".join(name for name, *_ in drawn)
    drawing = svg.picture("copies", title, says, WIDTH, height, *marks, class_="chart copies")
    return Markup('<figure class="chart-figure scroll">{}</figure>').format(drawing)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
