"""Sayings: what a statement says, turned from the words of the codelists into the words of a page.

The tables hold it in codelist words ("pledge, ceiling: 1,000,000,000 USD"); what does not read as such stands as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from warifu.site import words
from warifu.site.writing import Writer

MONEY: Final = r"([\d,]+(?:\.\d+)?) ([A-Z]{3})"
SUM: Final = re.compile(rf"([a-z ]+), (exact|about|ceiling|floor|range): {MONEY}(?: to {MONEY})?")
PAPER: Final = re.compile(r"([a-z ]+); binding: ([a-z]+) \(basis: ([a-z]+)\)")
LISTED: Final[Mapping[str, str]] = {"stage": "Stage", "status": "Status", "instrument": "Instrument"}


def written(w: Writer, field: str, says: str) -> Markup:
    """A saying in the language of the page."""
    if field in LISTED:
        return w.code(LISTED[field], says)
    reader = READERS.get(field)
    found = reader(w, says) if reader is not None else None
    return w.text(says) if found is None else found


def money(w: Writer, says: str) -> Markup | None:
    """A sum: its kind, and the amount with its bound."""
    found = SUM.fullmatch(says)
    if found is None:
        return None
    kind, bound, amount, currency, upper, _ = found.groups()
    shown = f"{currency}\u00a0{w.short(_number(amount))}"
    if upper:
        shown += f"–{w.short(_number(upper))}"
    key = f"bound.{bound}"
    told = w.t(key, money=shown) if key in words.WORDS else Markup.escape(shown)
    return Markup(f"{w.code('SumKind', kind)}: {told}")


def paper(w: Writer, says: str) -> Markup | None:
    """A paper, whether it binds, and on what ground that is said."""
    found = PAPER.fullmatch(says)
    if found is None:
        return None
    form, binding, basis = found.groups()
    ground = w.t("basis", basis=w.code("Basis", basis))
    return Markup(f"{w.code('Form', form)}; {w.t('binding')}: {w.code('Binding', binding)} ({ground})")


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


READERS: Final[Mapping[str, Callable[[Writer, str], Markup | None]]] = {"sum": money, "paper": paper}
