"""Pieces that are nearly words: a value with its unit, a method's text, a page's sliders."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any, Final

from markupsafe import Markup, escape

from warifu.site import addresses
from warifu.site.pen import Pen
from warifu.site.writing import tame
from warifu.tables import contract as c


def worth(pen: Pen, row: Any) -> Markup:
    """A value of a rival or of the surroundings, with its unit; an empty one is said to be untold."""
    if row.value is None:
        return pen.w.unknown(pen.w.t("untold"))
    if row.currency:
        exact, shown = pen.w.exact(row.value, row.currency), pen.w.quantity(row.value, row.currency)
        return Markup(f'<span title="{escape(exact)}">{escape(shown)}</span>')
    unit = row.unit.replace("_", " ")
    if unit == "percent":
        return escape(pen.w.quantity(row.value, unit))
    return Markup(f"{escape(pen.w.number(row.value))} {pen.w.text(unit)}")


def prose(pen: Pen, text: str) -> Markup:
    """A method's own words: paragraphs; blocks with an indented part keep their lines, `names` are set as names."""
    out: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.split("\n")
        if any(line.startswith((" ", "\t")) for line in lines):
            out.append(f'<pre lang="en">{escape(block)}</pre>')
            continue
        sentences = re.sub(r"\n(?=(?:In|Out|Not here): )", "\0", block).replace("\n", " ").split("\0")
        out += [f'<p lang="en">{NAME.sub(_named, str(escape(tame(one))))}</p>' for one in sentences]
    return Markup("\n".join(out))


NAME: Final = re.compile(r"`([^`<>]+)`")


def _named(found: re.Match[str]) -> str:
    return f"<code>{found.group(1)}</code>"


SPELLED: Final = {
    "jp": "Japan", "ru": "Russia", "us": "US", "cn": "China", "kr": "Korea", "fdi": "direct investment", "lng": "LNG",
    "usd": "USD", "eu": "EU", "cum": "cumulative",
}  # fmt: skip
"""What the names of series shorten."""


def spelled(name: str) -> str:
    """The name of a series in words: china_ru_trade is China Russia trade."""
    words = [SPELLED.get(word, word) for word in name.replace("_", " ").split()]
    words = ["China" if word == "china" else "Japan" if word == "japan" else word for word in words]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def slider(pen: Pen, row: c.SliderRow, level: int = 2) -> Markup:
    """Figures computed beforehand: what they are, on which assumptions, and a place where the script puts sliders.

    Without a script the first point of the grid stands there, and the whole grid as it was computed.
    """
    held: dict[str, Any] = json.loads(row.json)
    name = addresses.slug(row.slider)
    parts = [f"<h{level}>{pen.w.text(row.title)}</h{level}>"]
    if held.get("label"):
        parts.append(f'<p class="small">{pen.w.text(str(held["label"]))}</p>')
    if held.get("warnings"):
        items = "".join(f"<li>{pen.w.text(str(one))}</li>" for one in held["warnings"])
        parts.append(f'<div class="warning"><strong>{pen.w.t("warning")}</strong><ul>{items}</ul></div>')
    if held.get("assumption"):
        words = pen.w.text(str(held["assumption"]))
        parts.append(f'<p class="assumption"><strong>{pen.w.t("assumption")}:</strong> {words}</p>')
    parts.append(f'<noscript><p class="small">{pen.w.t("whatif.script")}</p></noscript>')
    parts.append('<div class="controls" data-slider-controls hidden></div>')
    if isinstance(held.get("mechanisms"), list) and isinstance(held.get("shares"), dict):
        parts.append(_shares(pen, held))
    if isinstance(held.get("priors"), list):
        parts.append(_priors(pen, held["priors"]))
    parts.append(
        f'<details class="behind"><summary>{pen.w.t("whatif.raw")}</summary>'
        f'<pre class="json" data-slider-json>{escape(row.json)}</pre></details>'
    )
    meanings = json.dumps([pen.w.plain(str(axis.get("meaning", ""))) for axis in held.get("axes", [])])
    return Markup(
        f'<div class="slider" id="{name}" data-slider data-meanings="{escape(meanings)}">{"".join(parts)}</div>'
    )


def _shares(pen: Pen, held: dict[str, Any]) -> str:
    """Each mechanism with its share at one point of the grid; the script changes the point."""
    rows = ""
    for item in held["mechanisms"]:
        found = held["shares"].get(item["name"], [])
        share = Decimal(repr(found[0])) if found else None
        bar = pen.bar(share, 1, "ink")
        words = pen.w.unknown(pen.w.t("untold")) if share is None else escape(pen.w.percent(share))
        rows += (
            f'<tr data-mechanism="{escape(item["name"])}"><th scope="row">{pen.w.text(str(item["title"]))}</th>'
            f'<td class="num">{words}</td><td class="barcell" aria-hidden="true">{bar}</td></tr>'
        )
    axes = ", ".join(f"{axis['name']} = {axis['values'][0]:g}" for axis in held.get("axes", []))
    return (
        f'<p class="small quiet" data-slider-point>{escape(axes)}</p><table class="ladder" aria-live="polite"><thead>'
        f'<tr><th scope="col">{pen.w.t("whatif.mechanism")}</th><th scope="col" class="num">{pen.w.t("whatif.share")}'
        f'</th><th scope="col" class="barcell" aria-hidden="true"></th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _priors(pen: Pen, priors: list[dict[str, Any]]) -> str:
    """What was assumed of each input, and the reason that was written for it."""
    rows = "".join(
        f'<tr><th scope="row"><code>{escape(prior.get("name", ""))}</code></th>'
        f'<td class="num">{prior.get("low"):g}–{prior.get("high"):g}</td><td>{pen.w.text(str(prior.get("reason", "")))}'
        f"{' ' + _placeholder(pen) if prior.get('placeholder') else ''}</td></tr>"
        for prior in priors
    )
    return (
        f'<details class="behind"><summary>{pen.w.t("whatif.priors")} ({len(priors)})</summary><div class="scroll">'
        f'<table class="compact"><thead><tr><th scope="col">{pen.w.t("code")}</th><th scope="col" class="num">'
        f'{pen.w.t("range")}</th><th scope="col">{pen.w.t("reason")}</th></tr></thead><tbody>{rows}</tbody></table>'
        "</div></details>"
    )


def _placeholder(pen: Pen) -> str:
    return f'<span class="tag warn">{pen.w.t("whatif.placeholder")}</span>'
