"""Pieces that are nearly words: a value with its unit, a method's text, the place of a slider."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from warifu.site import addresses
from warifu.site.pen import Pen
from warifu.tables import contract as c


def worth(pen: Pen, row: Any) -> Markup:
    """A value of a rival or of the surroundings, with its unit; an empty one is said to be untold."""
    if row.value is None:
        return Markup('<span class="unknown">{}</span>').format(pen.w.t("untold"))
    if row.currency:
        return Markup('<span title="{}">{}</span>').format(
            pen.w.exact(row.value, row.currency), pen.w.quantity(row.value, row.currency)
        )
    unit = row.unit.replace("_", " ")
    return Markup("{} {}").format(
        pen.w.quantity(row.value, unit) if unit == "percent" else pen.w.number(row.value),
        "" if unit == "percent" else pen.w.text(unit),
    )


HEADING = re.compile(r"(Args|Returns|Raises|Attributes|Source|Sources|Example|Examples|Note|Warning)s?:\s*(.*)")


def prose(pen: Pen, text: str) -> Markup:
    """A method's own words: paragraphs, with indented blocks kept as they stand."""
    out: list[Markup] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.split("\n")
        if all(line.startswith((" ", "\t")) for line in lines if line.strip()) and lines:
            out.append(Markup('<pre lang="en">{}</pre>').format(block))
        else:
            out.append(Markup('<p lang="en">{}</p>').format(pen.w.text(" ".join(line.strip() for line in lines))))
    return Markup("\n").join(out)


def slider(pen: Pen, row: c.SliderRow) -> Markup:
    """Where the script puts sliders; without a script, what they choose from stands there as it was computed."""
    name = addresses.slug(row.slider)
    return Markup(
        '<div class="slider" id="{0}" data-slider><h3>{1}</h3><p class="small" data-slider-note>{2}</p>'
        "<div data-slider-controls hidden></div>"
        '<details class="behind"><summary>{3}</summary><pre class="json" data-slider-json>{4}</pre></details></div>'
    ).format(name, pen.w.text(row.title), pen.w.t("whatif.script"), pen.w.t("whatif.raw"), row.json)
