"""The programme file: the package as a whole, `programme.yaml` at the root of a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from warifu.proposals import yaml_text
from warifu.proposals.yaml_text import Lines
from warifu.terms.codelist import Binding, Bound
from warifu.terms.countries import COUNTRIES
from warifu.terms.currencies import CURRENCIES
from warifu.terms.dates import PartialDate
from warifu.terms.money import Money
from warifu.terms.problem import Problem

FILE: Final = "programme.yaml"


class Area(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the programme's areas; `names` by BCP 47 language, English first."""

    id: str
    names: dict[str, str]
    sources: tuple[str, ...] = ()


class Mandate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who oversees the programme on a side, in which office, since when."""

    side: str
    person: str
    charge: str
    body: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: str = ""
    sources: tuple[str, ...] = ()


class Headline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sum or count that somebody gave for the programme or a part of it; never added to the deals' sums.

    `whole` says that it was given for all of the programme: then the ledger's own total is set beside it.
    """

    label: str
    kind: str
    on: PartialDate
    amount: Money | None = None
    number: str = ""
    unit: str = ""
    bound: Bound = Bound.EXACT
    voice: str = ""
    whole: bool = False
    sources: tuple[str, ...] = ()


class Hope(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something hoped for and what came; a single voice's claim is marked so."""

    hoped: str
    came: str
    hoped_amount: Money | None = None
    came_amount: Money | None = None
    single_voice: bool = False
    doubtful: bool = False
    voice: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


class Count(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A count of documents that somebody gave on a day; `moving` is the share said to be under way."""

    on: PartialDate
    voice: str
    signed: int
    moving: str = ""
    bound: Bound = Bound.EXACT
    note: str = ""
    sources: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A turn in the programme's own life: proposed, work plan, suspended, ended."""

    on: PartialDate
    what: str
    note: str = ""
    sources: tuple[str, ...] = ()


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A council or meeting that carries the programme."""

    name: str
    level: str = ""
    since: PartialDate | None = None
    note: str = ""
    sources: tuple[str, ...] = ()


class Turn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence of what each side thought it was getting, or how a strategy shifted: told, with its sources."""

    side: str
    what: str
    on: PartialDate | None = None
    sources: tuple[str, ...] = ()


class Publication(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who publishes the ledger: set it before the first release, for addresses that were cited may not change.

    `address` is where the site will be, without a slash at its end; `licence` an SPDX name such as CC-BY-4.0;
    `contact` where corrections go; `organisation` the publisher's identifier in IATI's list, where it has one.
    """

    publisher: str = ""
    address: str = ""
    licence: str = ""
    contact: str = ""
    organisation: str = ""


class Programme(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A package between governments.

    `sides` are ISO 3166-1 codes; the first is shown on the left half of the tally. `account_currency` is the currency
    that totals are shown in. `end` is the last day that deals of the programme were made, where it has ended.
    `talks_topics` are the topics of sayings that belong to the linked talks; all others belong to the programme.
    """

    id: str
    names: dict[str, str]
    sides: tuple[str, str]
    account_currency: str
    legal_form: str = ""
    binding: Binding = Binding.UNKNOWN
    linked_talks: str = ""
    talks_topics: tuple[str, ...] = ()
    begin: PartialDate
    end: PartialDate | None = None
    status: str = ""
    looked_until: PartialDate
    areas: tuple[Area, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    bodies: tuple[Body, ...] = ()
    headlines: tuple[Headline, ...] = ()
    hopes: tuple[Hope, ...] = ()
    counts: tuple[Count, ...] = ()
    events: tuple[Event, ...] = ()
    rationales: tuple[Turn, ...] = ()
    summary: dict[str, str] = {}
    note: str = ""
    publication: Publication | None = None


def read(path: Path) -> tuple[Programme | None, Lines, list[Problem]]:
    """Read the programme file; the lines say where each value stands."""
    value, lines, problems = yaml_text.load(path.read_bytes(), FILE)
    if problems:
        return None, lines, problems
    programme, problems = yaml_text.shape(value, Programme, FILE, lines)
    if programme is not None:
        problems = [yaml_text.at(FILE, lines, path, rule, message) for path, rule, message in _meaningless(programme)]
    return (None if problems else programme), lines, problems


def _meaningless(programme: Programme) -> Iterator[tuple[yaml_text.Path, str, str]]:
    """What a programme may not say though each of its values is well formed."""
    if yaml_text.ID.fullmatch(programme.id) is None:
        yield ("id",), "bad-id", yaml_text.no_id("id", programme.id)
    if programme.account_currency not in CURRENCIES:
        message = f"account_currency: {programme.account_currency!r} is no code of ISO 4217, such as USD, JPY or RUB"
        yield ("account_currency",), "unknown-code", message
    for number, side in enumerate(programme.sides):
        if side not in COUNTRIES:
            message = f"sides {number + 1}: {side!r} is no country code of ISO 3166-1, such as JP, RU or US"
            yield ("sides", number), "unknown-code", message
    if programme.sides[0] == programme.sides[1]:
        yield ("sides",), "unknown-code", f"sides: a programme has two sides, and both are {programme.sides[0]}"
    seen: set[str] = set()
    for number, area in enumerate(programme.areas):
        if yaml_text.ID.fullmatch(area.id) is None:
            yield ("areas", number), "bad-id", yaml_text.no_id(f"areas {number + 1}, id", area.id)
        if area.id in seen:
            yield ("areas", number), "same-id", f"areas {number + 1}: the id {area.id!r} stands twice: give one another"
        seen.add(area.id)
