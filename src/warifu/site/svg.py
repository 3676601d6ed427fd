"""Marks of a drawing, as text: every value escaped, every number short, so equal drawings are equal bytes."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from markupsafe import Markup, escape


def number(value: float) -> str:
    """A coordinate with at most one place after the point."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def mark(name: str, inside: Markup | str = "", **attributes: object) -> Markup:
    """An element: `class_` becomes class, underscores become hyphens, floats become short numbers."""
    written = "".join(
        f' {_name(key)}="{escape(number(value) if isinstance(value, float) else value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = escape(inside)
    return Markup(f"<{name}{written}>{body}</{name}>" if body else f"<{name}{written}/>")


EXACT = {"class_": "class"}


def _name(key: str) -> str:
    return EXACT.get(key, key.rstrip("_").replace("_", "-"))


def text(x: float, y: float, words: str, class_: str = "", anchor: str | None = None) -> Markup:
    return mark("text", words, class_=class_ or None, x=float(x), y=float(y), text_anchor=anchor)


def picture(
    identifier: str, title: str, says: str, width: float, height: float, *marks: Markup, class_: str, left: float = 0.0
) -> Markup:
    """A drawing that scales with its column, with a title and a description for readers by ear."""
    head = mark("title", title, id=f"{identifier}-t") + mark("desc", says, id=f"{identifier}-d")
    return mark(
        "svg",
        head + Markup("").join(marks),
        class_=class_,
        viewBox=f"{number(left)} 0 {number(width)} {number(height)}",
        role="img",
        aria_labelledby=f"{identifier}-t {identifier}-d",
        preserveAspectRatio="xMidYMin meet",
    )


def alone(drawing: Markup) -> Markup:
    """A drawing as a file of its own, with the light colours of the site's style sheet in it."""
    head, rest = drawing.split(">", 1)
    return Markup(
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head} xmlns="http://www.w3.org/2000/svg">{_style()}{rest}\n'
    )


@lru_cache(maxsize=1)
def _style() -> str:
    """The rules of the style sheet that drawings need, with the values of the light scheme."""
    sheet = (resources.files("warifu.site") / "assets" / "site.css").read_text(encoding="utf-8")
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    sheet = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", sheet)
    kept = ["svg { background: var(--paper); }"]
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        name = selector.strip()
        if name == ":root":
            kept.append(f"svg {{{body}}}")
        elif ".chart " in f"{name} " or ".tally " in f"{name} ":
            kept.append(f"{name} {{{body}}}")
    return "<style>" + " ".join(" ".join(rule.split()) for rule in kept).replace("<", "") + "</style>"
