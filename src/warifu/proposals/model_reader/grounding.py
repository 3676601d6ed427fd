"""What of a model's answer stands in the text: each field is checked alone, what does not hold is dropped, counted."""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Final

import msgspec

from warifu.proposals.proposal import Kind, PartyRead, Proposal, SumRead, Told
from warifu.proposals.reader.days import days
from warifu.proposals.reader.mentions import Names
from warifu.proposals.reader.money import amounts
from warifu.proposals.reader.page import Page, folded
from warifu.proposals.reader.table import Table
from warifu.terms.codelist import Binding, Bound, Form, Instrument, Role, Stage, Status, SumKind
from warifu.terms.money import plain


class Field(msgspec.Struct, frozen=True):
    value: str
    quote: str


class Party(msgspec.Struct, frozen=True):
    name: str
    role: str
    quote: str


class Sum(msgspec.Struct, frozen=True):
    number: str
    currency: str
    kind: str
    bound: str
    quote: str


class Deal(msgspec.Struct, frozen=True):
    form: Field | None = None
    instrument: Field | None = None
    stage: Field | None = None
    status: Field | None = None
    binding: Field | None = None
    on: Field | None = None
    count: Field | None = None
    parties: tuple[Party, ...] = ()
    sums: tuple[Sum, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    deals: tuple[Deal, ...] = ()


WORDS: Final[dict[str, frozenset[str]]] = {
    "form": frozenset(Form), "instrument": frozenset(Instrument), "stage": frozenset(Stage), "status": frozenset(Status),
    "binding": frozenset(Binding),
}  # fmt: skip
SURE: Final = 0.5
"""Confidence of a grounded reading by a model whose quality on marked texts nobody has measured."""


class Grounding:
    """Checks answers about one piece of a page, characters `start:end` of its body."""

    def __init__(
        self, page: Page, start: int, end: int, table: Table, reader: str, drop: Callable[[str], None]
    ) -> None:
        self._page = page
        self._start = start
        self._end = end
        self._table = table
        self._reader = reader
        self._drop = drop

    def proposal(self, deal: Deal) -> Proposal | None:
        """The grounded part of a deal; None, and counted, where not even a party or a sum and an act are left."""
        fields: dict[str, Told] = {}
        for name in ("form", "instrument", "stage", "status", "binding"):
            told = self._word(name, getattr(deal, name))
            if told is not None:
                fields[name] = told
        for name, check in (("on", self._day), ("count", self._count)):
            given = getattr(deal, name)
            told = None if given is None else check(given)
            if told is not None:
                fields[name] = told
        parties = tuple(one for given in deal.parties if (one := self._party(given)) is not None)
        sums = tuple(read for at, given in enumerate(deal.sums) if (read := self._sum(given, at + 1)) is not None)
        if not (parties or sums) or not ({"stage", "status", "form", "instrument"} & fields.keys()):
            self._drop("deals of a model dropped: too little of them stands in the text")
            return None
        anchored: list[Told | PartyRead | SumRead] = [*fields.values(), *parties, *sums]
        start, end = min(one.start for one in anchored), max(one.end for one in anchored)
        return Proposal(
            "", Kind.BUNDLE if "count" in fields else Kind.DEAL, self._page.document, self._page.source, "", self._reader,
            start, end, self._page.body[start:end], fields, parties, sums, SURE,
            ("read by a model; each field's words stand in the text and give its value",), False, self._page.copy_group,
        )  # fmt: skip

    def _place(self, quote: str) -> tuple[int, int] | None:
        at = self._page.body.find(quote, self._start, self._end) if quote.strip() else -1
        if at < 0:
            self._drop("fields of a model dropped: quote not in the text")
            return None
        return at, at + len(quote)

    def _word(self, name: str, given: Field | None) -> Told | None:
        if given is None:
            return None
        if given.value not in WORDS[name]:
            self._drop("fields of a model dropped: not a word of the codelist")
            return None
        place = self._place(given.quote)
        return None if place is None else Told(given.value, given.quote, *place, f"model:{name}")

    def _day(self, given: Field) -> Told | None:
        place = self._place(given.quote)
        if place is None:
            return None
        line = folded(given.quote)
        if all(one.edtf != given.value for one in days(line, self._page.day, self._page.year)):
            self._drop("fields of a model dropped: the quote does not give the value")
            return None
        return Told(given.value, given.quote, *place, "model:on")

    def _count(self, given: Field) -> Told | None:
        place = self._place(given.quote)
        if place is None:
            return None
        if not given.value.isdigit() or given.value not in folded(given.quote):
            self._drop("fields of a model dropped: the quote does not give the value")
            return None
        return Told(given.value, given.quote, *place, "model:count")

    def _party(self, given: Party) -> PartyRead | None:
        if given.role not in frozenset(Role):
            self._drop("fields of a model dropped: not a word of the codelist")
            return None
        place = self._place(given.quote)
        if place is None:
            return None
        if folded(given.name) not in folded(given.quote):
            self._drop("fields of a model dropped: the quote does not give the value")
            return None
        named = Names(self._table, self._page.language or "en").read(folded(given.name))
        known = next((one for one in named if one.party), None)
        return PartyRead(
            given.name, given.role, given.quote, *place, "model:party", known.id if known else "",
            known.country if known else "", known.type if known else "unknown",
        )  # fmt: skip

    def _sum(self, given: Sum, money: int) -> SumRead | None:
        if given.kind not in frozenset(SumKind) or given.bound not in frozenset(Bound):
            self._drop("fields of a model dropped: not a word of the codelist")
            return None
        place = self._place(given.quote)
        if place is None:
            return None
        try:
            wanted = Decimal(given.number)
        except InvalidOperation:
            wanted = None
        line = folded(self._page.body[max(self._start, place[0] - 40) : min(self._end, place[1] + 10)])
        read = [one for one in amounts(line) if one.number == wanted and one.currency == given.currency]
        if not read:
            self._drop("fields of a model dropped: the quote does not give the value")
            return None
        bound = str(read[0].bound) if given.bound != str(read[0].bound) else given.bound
        return SumRead(
            f"{plain(read[0].number):f}",
            given.currency,
            given.kind,
            bound,
            given.quote,
            *place,
            "model:sum",
            money=money,
        )
