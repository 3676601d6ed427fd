"""An activity as a coding sheet."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Final

from lxml import etree

from warifu.errors import DateError, MoneyError
from warifu.proposals.imports.fields import MOST_DIGITS
from warifu.proposals.imports.iati.words import (
    CANCELLED,
    CRS,
    ENDS,
    GUARANTEED,
    ONLY_PLANNED,
    PAPERS,
    ROLES,
    STARTS,
    STATUS,
    TRANSACTIONS,
    TYPES,
    Meant,
    instrument_of,
)
from warifu.proposals.imports.places import ACTIVITY, Cell, Places
from warifu.proposals.imports.rows import id_of
from warifu.proposals.lists import Listed, PartyListRow
from warifu.proposals.sheets import PaperRow, PartyRow, Sheet, SheetFile, Spot, StageRow, StatusRow, SumRow
from warifu.proposals.yaml_text import Path
from warifu.terms.codelist import Basis, Binding, Form, Instrument, PartyType, Role, Stage, Standing, Status
from warifu.terms.dates import PartialDate
from warifu.terms.money import Money
from warifu.terms.problem import Problem, Severity

LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
GROUPED: Final = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
"""Old files part thousands by commas; a comma anywhere else could be a decimal one, so it is no number."""

WRITTEN: Final = "IATI: a commitment is a firm, written obligation"


def deal_id(identifier: str) -> str:
    """An IATI identifier as a deal's id, which also names files and pages: only letters, digits, dots and dashes.

    >>> deal_id("GB-1-202766"), deal_id("US-501c3-522318905-SG-IRQ/050965")
    ('GB-1-202766', 'US-501c3-522318905-SG-IRQ-050965')
    """
    plain = identifier.replace("/", "-")
    if re.fullmatch(r"[A-Za-z0-9._-]{1,120}", plain):
        return plain
    short = re.sub(r"[^A-Za-z0-9._-]+", "-", plain)[:100].strip("-")
    return f"{short or 'x'}-{hashlib.sha256(identifier.encode()).hexdigest()[:10]}"


Parts = Mapping[str, Sequence[etree._Element]]
"""The children of an activity by their tag."""

Children = Mapping[str, etree._Element]
"""The first child of each tag of a transaction."""


def _children(item: etree._Element) -> Children:
    found: dict[str, etree._Element] = {}
    for child in item:
        found.setdefault(child.tag, child)
    return found


@dataclass(slots=True)
class Reader:
    """Makes sheets of activities, and gathers their parties.

    Args:
        name: How to call the file in messages and in the ledger.
        release: The id of the source that the file is.
        coded: The day the file was made, for activities that do not say.
        version: The file's version.
        programme: The programme the deals belong to.
        currency: The currency of amounts that tell none; empty: such an amount is a problem.
    """

    name: str
    release: str
    coded: PartialDate
    version: str = ""
    programme: str = ""
    currency: str = ""
    parties: dict[str, Listed[PartyListRow]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _days: dict[str, PartialDate | None] = field(default_factory=dict)
    _broken: bool = False

    def sheet(self, activity: etree._Element, number: int) -> SheetFile | None:
        """The sheet of one activity; None, and problems, where something in it cannot be read."""
        self._broken = False
        parts: dict[str, list[etree._Element]] = {}
        for child in activity:
            parts.setdefault(child.tag, []).append(child)
        identifier = _text(parts, "iati-identifier")
        if not identifier:
            message = "it has no iati-identifier: every activity needs one, so ask its publisher"
            self._fault(number, "iati-identifier", "no-id", message)
            return None
        places: dict[Path, str] = {("deal",): ""}
        own_currency = activity.get("default-currency", "") or self.currency
        moves = [_children(item) for item in parts.get("transaction", ())]
        sums, stages, papers = self._money(moves, number, own_currency, places)
        status = _code(parts, "activity-status")
        stages = (*self._planned(status, moves), *stages, *self._ended(status))
        for place in range(len(stages)):
            places["stages", place] = "transaction" if moves else "activity-status"
        reporting = parts.get("reporting-org", [])
        sheet = Sheet(
            deal=deal_id(identifier),
            title=_narrative(parts, "title") or identifier,
            coder=_narrated(reporting[0]) or reporting[0].get("ref", "") if reporting else "not told",
            coded=self._day(activity.get("last-updated-datetime", ""), number) or self.coded,
            programme=self.programme,
            areas=tuple(dict.fromkeys(_sectors(parts, moves))),
            umbrella=any(item.get("type") == "2" for item in parts.get("related-activity", ())),
            part_of=_parent(parts),
            place=_spot(parts),
            parties=tuple(self._parties(parts, moves, number, places)),
            instrument=_instrument(parts, moves),
            papers=(*papers, *self._documents(parts, number)),
            stages=stages,
            status=tuple(self._status(parts, status, number)),
            sums=sums,
            sources=(self.release,),
            note=_narrative(parts, "description"),
            labels=_labels(activity, parts, identifier, self.version),
        )
        return None if self._broken else SheetFile(self.name, sheet, Places(number, places, ACTIVITY))

    def _money(
        self, moves: Sequence[Children], number: int, default: str, places: dict[Path, str]
    ) -> tuple[tuple[SumRow, ...], tuple[StageRow, ...], tuple[PaperRow, ...]]:
        """Transactions as sums; the first of each type as the day a stage was reached; a commitment as a paper."""
        sums: list[SumRow] = []
        first: dict[Stage, PartialDate | None] = {}
        signed: PartialDate | None = None
        firm = False
        told = [self._meant(item, number, place) for place, item in enumerate(moves, 1)]
        outgoing = {meant.kind for meant in told if meant is not None and not meant.incoming}
        for place, (item, meant) in enumerate(zip(moves, told, strict=True), 1):
            if meant is None:
                continue
            found = self._amount(item, number, place, default)
            if found is None:
                continue
            money, on, note = found
            # Money that comes in and goes out again is one sum: it is counted where it goes out.
            standing = Standing.WHOLE if meant.incoming and meant.kind in outgoing else Standing.COUNTED
            places["sums", len(sums)] = f"transaction {place}"
            text = f"IATI transaction {meant.code}, {meant.name}"
            sums.append(
                SumRow(
                    kind=meant.kind, amount=money, on=on, standing=standing, sources=(self.release,),
                    note=f"{text}: {note}" if note else text,
                )
            )  # fmt: skip
            if meant.stage is not None and money.number > 0:
                have = first.get(meant.stage)
                first[meant.stage] = on if have is None else min(have, on or have)
                if meant.stage is Stage.SIGNED:
                    firm, signed = True, first[meant.stage]
        stages = tuple(
            StageRow(stage=stage, on=on, sources=(self.release,), note="first such transaction")
            for stage, on in first.items()
        )
        paper = PaperRow(
            form=Form.AGREEMENT, binding=Binding.YES, basis=Basis.RULE, on=signed, note=WRITTEN, sources=(self.release,)
        )
        return tuple(sums), stages, (paper,) if firm else ()

    def _meant(self, item: Children, number: int, place: int) -> Meant | None:
        kind = item.get("transaction-type")
        code = "" if kind is None else kind.get("code", "")
        meant = TRANSACTIONS.get(code)
        if meant is None:
            message = f"{code!r} is no transaction type of IATI: write 1 to 13 (version 2) or C, D, E … (version 1)"
            self._fault(number, f"transaction {place}", "unknown-code", message)
        return meant

    def _amount(
        self, item: Children, number: int, place: int, default: str
    ) -> tuple[Money, PartialDate | None, str] | None:
        value = item.get("value")
        text = "" if value is None or value.text is None else value.text.strip()
        plain = text.replace(",", "") if GROUPED.fullmatch(text) else text
        try:
            amount = Decimal(plain) if "_" not in plain else None
        except InvalidOperation:
            amount = None
        if value is None or amount is None or not amount.is_finite() or abs(amount.adjusted()) > MOST_DIGITS:
            message = f"{text[:60]!r} is no amount: the value of a transaction is a number such as 1000000"
            self._fault(number, f"transaction {place}", "bad-number", message)
            return None
        code = value.get("currency", "") or default
        try:
            money = Money(amount, code)
        except MoneyError as error:
            message = str(error) if code else (
                f"{amount:,} has no currency, nor has the activity: write currency: under iati: in the mapping"
            )  # fmt: skip
            self._fault(number, f"transaction {place}", "bad-currency", message)
            return None
        when = item.get("transaction-date")
        told = (when.get("iso-date", "") if when is not None else "") or value.get("value-date", "")
        on = self._day(told, number, f"transaction {place}")
        about = item.get("description")
        return money, on, "" if about is None else _narrated(about)[:300]

    def _parties(
        self, parts: Parts, moves: Sequence[Children], number: int, places: dict[Path, str]
    ) -> Iterator[PartyRow]:
        roles: dict[str, list[Role]] = {}
        for item in parts.get("participating-org", ()):
            role = ROLES.get(item.get("role", "").lower())
            party = self._party(item, number)
            if party and role is not None:
                roles.setdefault(party, []).append(role)
        for move in moves:
            for tag, role in (("provider-org", Role.PROVIDER), ("receiver-org", Role.RECEIVER)):
                org = move.get(tag)
                party = "" if org is None else self._party(org, number)
                if party:
                    roles.setdefault(party, []).append(role)
        for place, (party, told) in enumerate(roles.items()):
            places["parties", place] = "participating-org"
            yield PartyRow(party=party, roles=tuple(dict.fromkeys(told)))

    def _party(self, item: etree._Element, number: int) -> str:
        ref = item.get("ref", "").strip()
        name = _narrated(item) or ref
        if not name:
            return ""
        party = id_of(ref or name)
        if party not in self.parties:
            kind = TYPES.get(item.get("type", ""), PartyType.UNKNOWN)
            self.parties[party] = Listed(
                PartyListRow(id=party, name=name, type=kind, note=ref), self.name, Cell(number, item.tag, ACTIVITY)
            )
        return party

    def _documents(self, parts: Parts, number: int) -> Iterator[PaperRow]:
        for item in parts.get("document-link", ()):
            for category in item.findall("category"):
                form = PAPERS.get(category.get("code", ""))
                if form is not None:
                    when = item.find("document-date")
                    on = None if when is None else self._day(when.get("iso-date", ""), number, "document-link")
                    yield PaperRow(form=form, on=on, note=item.get("url", ""), sources=(self.release,))

    def _planned(self, status: str, moves: Sequence[Children]) -> Iterator[StageRow]:
        """An activity that is only planned was proposed; one with neither money nor status too: it was written of."""
        if status == ONLY_PLANNED or not (status or moves):
            yield StageRow(stage=Stage.PROPOSED, sources=(self.release,), note="only planned, says its status")

    def _ended(self, status: str) -> Iterator[StageRow]:
        if status == CANCELLED:
            yield StageRow(stage=Stage.CANCELLED, sources=(self.release,), note="cancelled, says its status")

    def _status(self, parts: Parts, code: str, number: int) -> Iterator[StatusRow]:
        dates = {item.get("type", ""): item for item in parts.get("activity-date", ())}
        begun = next((dates[key] for key in STARTS if key in dates), None)
        over = next((dates[key] for key in ENDS if key in dates), None)
        status = STATUS.get(code)
        if code and status is None:
            message = f"{code!r} is no activity status of IATI: write 1 to 6"
            self._fault(number, "activity-status", "unknown-code", message)
        if begun is not None and (day := self._day(begun.get("iso-date", ""), number, "activity-date")) is not None:
            yield StatusRow(status=Status.UNDER_WAY, on=day, sources=(self.release,), note="actual start")
        if over is not None and (day := self._day(over.get("iso-date", ""), number, "activity-date")) is not None:
            yield StatusRow(status=Status.OVER, on=day, sources=(self.release,), note="actual end")
        if status is not None and not (status is Status.OVER and over is not None):
            yield StatusRow(status=status, on=self.coded, sources=(self.release,), note=f"activity status {code}")

    def _day(self, text: str, number: int, path: str = "") -> PartialDate | None:
        """A day, cut from a stamp; None where none is told, or where there is no such day, which is a problem."""
        match = DAY.match(text)
        if match is None:
            return None
        day = match[0]
        if day not in self._days:
            try:
                self._days[day] = PartialDate.parse(day)
            except DateError as error:
                self._days[day] = None
                where = f"{self.name}:{Cell(number, path, ACTIVITY)}"
                self.problems.append(Problem(self.name, "bad-date", f"{error}; no day is read", Severity.LOOK, where))
        return self._days[day]

    def _fault(self, number: int, path: str, rule: str, message: str) -> None:
        self._broken = True
        where = f"{self.name}:{Cell(number, path, ACTIVITY)}"
        self.problems.append(Problem(self.name, rule, message, Severity.SEVERE, where))


def _text(parts: Parts, tag: str) -> str:
    found = parts.get(tag)
    return (found[0].text or "").strip() if found else ""


def _code(parts: Parts, tag: str) -> str:
    found = parts.get(tag)
    return found[0].get("code", "") if found else ""


def _narrative(parts: Parts, tag: str) -> str:
    found = parts.get(tag)
    return _narrated(found[0]) if found else ""


def _narrated(item: etree._Element) -> str:
    """The words of an element: English where several languages are given (version 2), else its text (version 1)."""
    told = [child for child in item if child.tag == "narrative"]
    if not told:
        return " ".join((item.text or "").split())
    best = next((one for one in told if one.get(LANG, "en") == "en"), told[0])
    return " ".join((best.text or "").split())


def _instrument(parts: Parts, moves: Sequence[Children]) -> Instrument:
    code = _code(parts, "default-finance-type")
    own = next((move["finance-type"] for move in moves if "finance-type" in move), None)
    found = instrument_of(code if code or own is None else own.get("code", ""))
    if found is Instrument.UNSPECIFIED and any(_guarantees(move) for move in moves):
        return Instrument.GUARANTEE
    return found


def _guarantees(move: Children) -> bool:
    kind = move.get("transaction-type")
    meant = None if kind is None else TRANSACTIONS.get(kind.get("code", ""))
    return meant is not None and meant.code == GUARANTEED


def _sectors(parts: Parts, moves: Sequence[Children]) -> Iterator[str]:
    own = list(parts.get("sector", ())) or [move["sector"] for move in moves if "sector" in move]
    for item in own:
        vocabulary, code = item.get("vocabulary", ""), item.get("code", "")
        if code:
            yield f"crs-{code}" if vocabulary in CRS else f"{vocabulary}-{code}".lower()


def _parent(parts: Parts) -> str:
    refs = [item.get("ref", "").strip() for item in parts.get("related-activity", ()) if item.get("type") == "1"]
    return deal_id(refs[0]) if refs and refs[0] else ""


def _spot(parts: Parts) -> Spot:
    """The place, where it is one: of several countries none is chosen."""
    countries = [item.get("code", "") for item in parts.get("recipient-country", ())]
    places = [name for item in parts.get("location", ()) if (name := item.find("name")) is not None]
    return Spot(
        name=_narrated(places[0]) if len(places) == 1 else "",
        country=countries[0] if len(countries) == 1 else "",
    )


def _labels(activity: etree._Element, parts: Parts, identifier: str, version: str) -> dict[str, str]:
    reporting = parts.get("reporting-org", [])
    told = {
        "iati-identifier": identifier,
        "iati-version": version,
        "reporting-org": reporting[0].get("ref", "") if reporting else "",
        "hierarchy": activity.get("hierarchy", ""),
        "activity-status": _code(parts, "activity-status"),
        "aid-type": _code(parts, "default-aid-type"),
        "flow-type": _code(parts, "default-flow-type"),
        "finance-type": _code(parts, "default-finance-type"),
        "countries": " ".join(item.get("code", "") for item in parts.get("recipient-country", ())),
    }
    return {key: text for key, text in told.items() if text}
