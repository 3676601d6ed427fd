"""A picture for each kind of series that the measures name, with its table behind it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from warifu.site.pen import Pen
from warifu.tables import contract as c


def figure(pen: Pen, series: c.SeriesRow, points: Sequence[c.PointRow]) -> Markup:
    """A series as a picture, its sentence, and its table."""
    return Markup("")
