"""A filled form as a change to a proposal: only what differs from what the machine read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from msgspec.structs import replace

from warifu.decisions.judgement import BY_HAND, Change, corrected
from warifu.errors import DateError
from warifu.proposals.proposal import FIELDS, PartyRead, Proposal, SumRead, Told
from warifu.terms.codelist import (
    Basis,
    Binding,
    Bound,
    Form,
    Instrument,
    Role,
    SaidKind,
    Stage,
    Status,
    SumKind,
)
from warifu.terms.currencies import CURRENCIES
from warifu.terms.dates import PartialDate

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "form": tuple(Form),
    "instrument": tuple(Instrument),
    "stage": tuple(Stage),
    "status": tuple(Status),
    "binding": tuple(Binding),
    "basis": tuple(Basis),
    "said": tuple(SaidKind),
    "movement": ("-2", "-1", "0", "1", "2"),
}
"""The words that a field may hold; a field that is not here holds any text."""
DATES: Final = frozenset({"on", "since"})
ROLES: Final = tuple(Role)
KINDS: Final = tuple(SumKind)
BOUNDS: Final = tuple(Bound)
MOST_ROWS: Final = 40


class FormFault(StrEnum):
    """What keeps a form from being taken; each a key of `words`."""

    REASON = "fault-reason"
    CODE = "fault-code"
    DATE = "fault-date"
    NUMBER = "fault-number"
    CURRENCY = "fault-currency"
    PLACE = "fault-place"
    DEAL = "fault-deal"


class BadFormError(ValueError):
    """Show the form again, with the fault beside the field."""

    def __init__(self, fault: FormFault, field: str) -> None:
        super().__init__(f"{field}: {fault}")
        self.fault = fault
        self.field = field


def change(form: Mapping[str, str], proposal: Proposal, body: str, deals: Mapping[str, str]) -> Change:
    """What a person made of a proposal in its form.

    Args:
        form: `deal` (or `other`, which goes before it), `title`, `areas`, `counted`; for each field `f.NAME.value`,
            `.start`, `.end`; for each party `p.N.role`, `.name`, `.id`, `.start`, `.end`; for each sum `s.N.kind`,
            `.number`, `.currency`, `.bound`, `.upper`, `.start`, `.end`. A form without any `f.` key leaves the
            reading as it is.
        proposal: As the machine made it.
        body: The text of its document.
        deals: Deals that it may be joined to.

    Raises:
        BadFormError: A value cannot be one.
    """
    deal = form.get("other", "").strip() or form.get("deal", "").strip()
    if deal and deal not in deals and deal != "new":
        raise BadFormError(FormFault.DEAL, "deal")
    matched = proposal.match.deal if proposal.match is not None else ""
    placed = Change(
        deal="" if deal == matched else deal,
        title=form.get("title", "").strip()[:300] if deal in ("", "new") and (deal or not matched) else "",
        areas=tuple(part for part in form.get("areas", "").split() if part) if deal == "new" else (),
        counted={"own": True, "again": False}.get(form.get("counted", "")),
    )
    if not any(key.startswith("f.") for key in form):
        return placed
    fields = _fields(form, proposal, body)
    parties = _parties(form, proposal, body)
    sums = _sums(form, proposal, body)
    made = Change(
        deal=placed.deal,
        title=placed.title,
        areas=placed.areas,
        counted=placed.counted,
        fields=fields,
        parties=None if parties == proposal.parties else parties,
        sums=None if sums == proposal.sums else sums,
    )
    return made if corrected(proposal, made) != proposal else placed


def _fields(form: Mapping[str, str], proposal: Proposal, body: str) -> dict[str, Told | None]:
    fields: dict[str, Told | None] = {}
    for name in FIELDS[proposal.kind]:
        key = f"f.{name}.value"
        if key not in form:
            continue
        value = form[key].strip()
        read = proposal.fields.get(name)
        if not value:
            if read is not None:
                fields[name] = None
            continue
        checked(name, value)
        start, end = _place(form, f"f.{name}", proposal, body, read)
        if read is None or (read.value, read.start, read.end) != (value, start, end):
            fields[name] = Told(value, body[start:end], start, end, BY_HAND)
    return fields


def checked(name: str, value: str) -> None:
    """Refuse a value that a field cannot hold.

    Raises:
        BadFormError: It is no word of the field's list, or no date.
    """
    if name in CHOICES and value not in CHOICES[name]:
        raise BadFormError(FormFault.CODE, name)
    if name in DATES:
        try:
            PartialDate.parse(value)
        except DateError as fault:
            raise BadFormError(FormFault.DATE, name) from fault


def _place(
    form: Mapping[str, str], key: str, proposal: Proposal, body: str, read: Told | PartyRead | SumRead | None
) -> tuple[int, int]:
    """The words that a value was read from: as pointed at, as the machine had them, else the whole passage."""
    given = form.get(f"{key}.start", ""), form.get(f"{key}.end", "")
    if all(given):
        try:
            start, end = int(given[0]), int(given[1])
        except ValueError as fault:
            raise BadFormError(FormFault.PLACE, key) from fault
        if not 0 <= start < end <= len(body):
            raise BadFormError(FormFault.PLACE, key)
        return start, end
    return (proposal.start, proposal.end) if read is None else (read.start, read.end)


def _parties(form: Mapping[str, str], proposal: Proposal, body: str) -> tuple[PartyRead, ...]:
    found = []
    for number in _rows(form, "p", "name"):
        name, role = form[f"p.{number}.name"].strip(), form.get(f"p.{number}.role", "").strip()
        if not name:
            continue
        if role not in ROLES:
            raise BadFormError(FormFault.CODE, "role")
        party = form.get(f"p.{number}.id", "").strip()
        read = proposal.parties[number] if number < len(proposal.parties) else None
        start, end = _place(form, f"p.{number}", proposal, body, read)
        named = read is not None and read.name == name
        country, kind = (read.country, read.type) if read is not None and named else ("", "unknown")
        mine = PartyRead(name, role, body[start:end], start, end, BY_HAND, party, country, kind)
        same = read is not None and mine == replace(read, quote=mine.quote, rule=BY_HAND)
        found.append(read if read is not None and same else mine)
    return tuple(found)


def _sums(form: Mapping[str, str], proposal: Proposal, body: str) -> tuple[SumRead, ...]:
    found = []
    for number in _rows(form, "s", "number"):
        told = form[f"s.{number}.number"].replace(",", "").replace(" ", "").replace("_", "").strip()
        if not told:
            continue
        told, upper = _number(told), form.get(f"s.{number}.upper", "").replace(",", "").strip()
        upper = _number(upper) if upper else ""
        currency = form.get(f"s.{number}.currency", "").strip().upper()
        kind, bound = form.get(f"s.{number}.kind", "").strip(), form.get(f"s.{number}.bound", "exact").strip()
        if currency not in CURRENCIES:
            raise BadFormError(FormFault.CURRENCY, "currency")
        if kind not in KINDS or bound not in BOUNDS:
            raise BadFormError(FormFault.CODE, "sum")
        read = proposal.sums[number] if number < len(proposal.sums) else None
        start, end = _place(form, f"s.{number}", proposal, body, read)
        money = read.money if read is not None else 0
        mine = SumRead(told, currency, kind, bound, body[start:end], start, end, BY_HAND, upper, money)
        same = read is not None and mine == replace(read, quote=mine.quote, rule=BY_HAND)
        found.append(read if read is not None and same else mine)
    return tuple(found)


def _number(text: str) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation as fault:
        raise BadFormError(FormFault.NUMBER, "number") from fault
    if not number.is_finite() or abs(number) > Decimal(10) ** 18:
        raise BadFormError(FormFault.NUMBER, "number")
    return text


def _rows(form: Mapping[str, str], family: str, field: str) -> list[int]:
    numbers = set()
    for key in form:
        parts = key.split(".")
        if len(parts) == 3 and parts[0] == family and parts[2] == field and parts[1].isdecimal():
            numbers.add(int(parts[1]))
    return [number for number in sorted(numbers) if number < MOST_ROWS]
