"""Rows of a table as coding sheets: what a mapping makes of each row."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeVar
from urllib.parse import urlsplit

from warifu.proposals.imports.fields import Conditions, Field, Ground
from warifu.proposals.imports.mapping import (
    CitedMap,
    DealMap,
    Mapping,
    PaperMap,
    PartyMap,
    RateMap,
    RowMap,
    StageMap,
    StatusMap,
    SumMap,
    Value,
)
from warifu.proposals.imports.places import Cell, Places, fault
from warifu.proposals.imports.tables import Row
from warifu.proposals.lists import Listed, PartyListRow, RateRow, SourceRow
from warifu.proposals.sheets import (
    PaperRow,
    PartyRow,
    RestatedRow,
    Sheet,
    SheetFile,
    Spot,
    StageRow,
    StatusRow,
    SumRow,
)
from warifu.proposals.sheets import Row as SheetRow
from warifu.proposals.yaml_text import Path
from warifu.terms.codelist import (
    Basis,
    Belongs,
    Binding,
    Bound,
    Form,
    Instrument,
    PartyType,
    SourceKind,
    Stage,
    Standing,
    Status,
    SumKind,
)
from warifu.terms.problem import Severity

LONGEST: Final = 60
"""Ids longer than this are shortened, and carry a digest of the whole name."""

M = TypeVar("M", bound=RowMap)
S = TypeVar("S", bound=SheetRow)


@lru_cache(maxsize=65536)
def id_of(name: str) -> str:
    """A short id that two tables give to one name: Latin letters and digits of it, with a digest where these are few.

    >>> id_of("Export-Import Bank of China"), id_of("国際協力銀行")
    ('export-import-bank-of-china', 'x-f785816441')
    """
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", flat).strip("-")
    letters = sum(char.isalnum() for char in name)
    if len(slug) <= LONGEST and slug and sum(char.isalnum() for char in slug) * 2 > letters:
        return slug
    return f"{slug[: LONGEST - 11].strip('-') or 'x'}-{hashlib.sha256(name.encode()).hexdigest()[:10]}"


class Rowwise:
    """A mapping made ready, and what has been read with it so far."""

    def __init__(self, mapping: Mapping, ground: Ground, name: str) -> None:
        self._mapping = mapping
        self._ground = ground
        self._name = name
        self._release = mapping.release.id
        self.sources: dict[str, Listed[SourceRow]] = {
            self._release: Listed(mapping.release, name, 1),
        }
        self.parties: dict[str, Listed[PartyListRow]] = {}
        self.rates: dict[tuple[str, str, str], Listed[RateRow]] = {}
        self._rates = [_Rates(one, ground, ("rates", number)) for number, one in enumerate(mapping.rates)]
        self._deal = _Deal(mapping.deals, ground) if mapping.deals is not None else None
        self._columns: dict[tuple[tuple[Path, str], ...], dict[Path, str]] = {}

    def sheets(self, rows: Sequence[Row]) -> list[SheetFile]:
        """Every row's sheet; rows of one id are one sheet where the mapping says so."""
        found: list[SheetFile] = []
        by_id: dict[str, int] = {}
        merge = self._mapping.deals is not None and self._mapping.deals.many_rows
        for row in rows:
            for rates in self._rates:
                self._take_rate(rates, row)
            file = None if self._deal is None else self._sheet(self._deal, row)
            if file is None:
                continue
            if merge and file.sheet.deal in by_id:
                place = by_id[file.sheet.deal]
                found[place] = _merged(found[place], file)
            else:
                by_id.setdefault(file.sheet.deal, len(found))
                found.append(file)
        return found

    def _sheet(self, deal: _Deal, row: Row) -> SheetFile | None:
        problems = len(self._ground.problems)
        places: dict[Path, str] = {("deal",): deal.id.column}
        name = deal.id.text(row)
        if not name:
            message = "the row has no id: type one, or delete the row if it is a heading or a total"
            self._ground.cell_fault(row[0], deal.id.column, "no-id", message)
            return None
        cited = tuple(self._cited(deal, row))
        parties = tuple(self._parties(deal, row, places))
        # Text sheets sort cited sources as the coder left them; here the order is the table's.
        sheet = Sheet(
            deal=name,
            title=deal.title.text(row) or name,
            coder=self._mapping.coder,
            coded=self._mapping.coded,
            programme=_text(deal.programme, row),
            areas=tuple(dict.fromkeys(area for field in deal.areas for area in field.texts(row))),
            belongs=_code(deal.belongs, row, Belongs) or Belongs.CORE,
            umbrella=deal.umbrella is not None and deal.umbrella.truth(row),
            part_of=_text(deal.part_of, row),
            confidence=_text(deal.confidence, row),
            place=Spot(name=_text(deal.place, row), country=_text(deal.country, row), region=_text(deal.region, row)),
            parties=parties,
            instrument=_code(deal.instrument, row, Instrument) or Instrument.UNSPECIFIED,
            papers=tuple(_rows("papers", deal.papers, row, places, self._paper)),
            stages=tuple(_rows("stages", deal.stages, row, places, self._stage)),
            status=tuple(_rows("status", deal.status, row, places, self._status)),
            sums=tuple(_rows("sums", deal.sums, row, places, self._sum)),
            sources=tuple(dict.fromkeys((self._release, *cited))),
            note=_text(deal.note, row),
            labels={key: text for key, field in deal.labels.items() if (text := field.text(row))},
        )
        if len(self._ground.problems) > problems:
            return None
        columns = self._columns.setdefault(tuple(places.items()), places)
        return SheetFile(self._name, sheet, Places(row[0], columns))

    def _common(self, own: _Common, row: Row) -> tuple[object, ...]:
        sources = tuple(own.sources.texts(row)) if own.sources is not None else ()
        return (
            own.on.day(row) if own.on is not None else None,
            _text(own.note, row),
            _text(own.quote, row),
            _text(own.voice, row),
            sources or (self._release,),
        )

    def _paper(self, own: _Paper, row: Row) -> PaperRow | None:
        form = own.form.code(row, Form)
        if form is None:
            return None
        binding = _code(own.binding, row, Binding) or Binding.UNKNOWN
        basis = _code(own.basis, row, Basis) or Basis.RULE
        on, note, quote, voice, sources = self._common(own, row)
        return PaperRow(
            on=on, note=note, quote=quote, voice=voice, sources=sources, form=form, binding=binding, basis=basis  # type: ignore[arg-type]
        )  # fmt: skip

    def _stage(self, own: _Stage, row: Row) -> StageRow | None:
        stage = own.stage.code(row, Stage)
        if stage is None:
            return None
        on, note, quote, voice, sources = self._common(own, row)
        return StageRow(on=on, note=note, quote=quote, voice=voice, sources=sources, stage=stage)  # type: ignore[arg-type]

    def _status(self, own: _Status, row: Row) -> StatusRow | None:
        status = own.status.code(row, Status)
        if status is None:
            return None
        on, note, quote, voice, sources = self._common(own, row)
        return StatusRow(on=on, note=note, quote=quote, voice=voice, sources=sources, status=status)  # type: ignore[arg-type]

    def _sum(self, own: _Sum, row: Row) -> SumRow | None:
        amount = own.amount.money(row, own.currency)
        kind = None if amount is None else own.kind.code(row, SumKind)
        if amount is None or kind is None:
            return None
        restated = []
        for one in own.restated:
            money = one.amount.money(row, one.currency)
            if money is not None:
                rate = None if one.rate is None else one.rate.number(row)
                deflator = None if one.deflator is None else one.deflator.number(row)
                restated.append(RestatedRow(amount=money, rate=rate, prices=one.prices, deflator=deflator))
        on, note, quote, voice, sources = self._common(own, row)
        return SumRow(
            on=on, note=note, quote=quote, voice=voice, sources=sources,  # type: ignore[arg-type]
            kind=kind, amount=amount,
            to=None if own.to is None else own.to.money(row, own.currency),
            bound=_code(own.bound, row, Bound) or Bound.EXACT,
            standing=_code(own.standing, row, Standing) or Standing.COUNTED,
            restated=tuple(restated),
        )  # fmt: skip

    def _parties(self, deal: _Deal, row: Row, places: dict[Path, str]) -> Iterator[PartyRow]:
        seen: set[tuple[str, tuple[str, ...]]] = set()
        number = 0
        for own in deal.parties:
            country = _text(own.country, row)
            fixed = _code(own.type, row, PartyType) or PartyType.UNKNOWN
            for told in own.name.texts(row):
                name, kind = _without_ending(told, own.endings)
                party = _text(own.id, row) or id_of(name)
                if (party, own.roles) in seen:
                    continue
                seen.add((party, own.roles))
                if party not in self.parties:
                    listed = PartyListRow(id=party, name=name, country=country, type=kind or fixed)
                    self.parties[party] = Listed(listed, self._name, Cell(row[0], own.name.column))
                places["parties", number] = own.name.column
                number += 1
                yield PartyRow(party=party, roles=own.roles)

    def _cited(self, deal: _Deal, row: Row) -> Iterator[str]:
        for own in deal.cited:
            publisher = _text(own.publisher, row)
            published = None if own.published is None else own.published.day(row)
            for told in own.address.texts(row):
                address, kind = _without_ending(told, own.endings)
                host = urlsplit(address).hostname if re.match(r"https?://", address) else None
                name = f"{self._release}-{hashlib.sha256(address.encode()).hexdigest()[:12]}"
                if name not in self.sources:
                    source = SourceRow(
                        id=name,
                        publisher=publisher or host or (address if len(address) <= 80 else f"{address[:79]}…"),
                        published=published,
                        language=own.language,
                        kind=kind or SourceKind.UNKNOWN,
                        url=address if host else "",
                        note=f"cited by {self._release}" if host else f"cited by {self._release}: {address}",
                    )
                    self.sources[name] = Listed(source, self._name, Cell(row[0], own.address.column))
                yield name

    def _take_rate(self, own: _Rates, row: Row) -> None:
        rate = own.rate.number(row)
        on = None if rate is None else own.on.day(row)
        currency = "" if rate is None else own.currency.text(row)
        if rate is None or on is None or not currency or currency == own.base:
            return
        key = (currency, own.base, on.text)
        known = self.rates.get(key)
        if known is None:
            listed = RateRow(currency=currency, base=own.base, on=on, rate=rate, source=self._release)
            self.rates[key] = Listed(listed, self._name, Cell(row[0], own.rate.column))
        elif known.row.rate != rate:
            message = (
                f"{rate} {currency} for one {own.base} in {on}, but {known.row.rate} at {known.file}:{known.line}: "
                "the first is used to convert; ask the publisher which is meant"
            )
            self._ground.problems.append(
                fault(self._name, row[0], own.rate.column, "rates-differ", message, Severity.LOOK)
            )


class _Common:
    def __init__(self, told: RowMap, ground: Ground, path: Path) -> None:
        self.when = Conditions(told.when, ground, path)
        self.on = _field(told.on, ground, (*path, "on"))
        self.note = _field(told.note, ground, (*path, "note"))
        self.quote = _field(told.quote, ground, (*path, "quote"))
        self.voice = _field(told.voice, ground, (*path, "voice"))
        self.sources = _field(told.sources, ground, (*path, "sources"))
        self.column = ""


class _Paper(_Common):
    def __init__(self, told: PaperMap, ground: Ground, path: Path) -> None:
        super().__init__(told, ground, path)
        self.form = Field(told.form, ground, (*path, "form"), Form)
        self.binding = _field(told.binding, ground, (*path, "binding"), Binding)
        self.basis = _field(told.basis, ground, (*path, "basis"), Basis)
        self.column = told.form.column


class _Stage(_Common):
    def __init__(self, told: StageMap, ground: Ground, path: Path) -> None:
        super().__init__(told, ground, path)
        self.stage = Field(told.stage, ground, (*path, "stage"), Stage)
        self.column = told.stage.column or (told.on.column if told.on is not None else "")


class _Status(_Common):
    def __init__(self, told: StatusMap, ground: Ground, path: Path) -> None:
        super().__init__(told, ground, path)
        self.status = Field(told.status, ground, (*path, "status"), Status)
        self.column = told.status.column


class _Restated:
    def __init__(self, told: object, ground: Ground, path: Path) -> None:
        from warifu.proposals.imports.mapping import RestatedMap

        assert isinstance(told, RestatedMap)
        self.amount = Field(told.amount, ground, (*path, "amount"))
        self.currency = Field(told.currency, ground, (*path, "currency"))
        self.rate = _field(told.rate, ground, (*path, "rate"))
        self.deflator = _field(told.deflator, ground, (*path, "deflator"))
        self.prices = told.prices


class _Sum(_Common):
    def __init__(self, told: SumMap, ground: Ground, path: Path) -> None:
        super().__init__(told, ground, path)
        self.kind = Field(told.kind, ground, (*path, "kind"), SumKind)
        self.amount = Field(told.amount, ground, (*path, "amount"))
        self.currency = Field(told.currency, ground, (*path, "currency"))
        self.to = _field(told.to, ground, (*path, "to"))
        self.bound = _field(told.bound, ground, (*path, "bound"), Bound)
        self.standing = _field(told.standing, ground, (*path, "standing"), Standing)
        self.restated = [
            _Restated(one, ground, (*path, "restated", number)) for number, one in enumerate(told.restated)
        ]
        self.column = told.amount.column


class _Party:
    def __init__(self, told: PartyMap, ground: Ground, path: Path) -> None:
        self.name = Field(told.name, ground, (*path, "name"))
        self.id = _field(told.id, ground, (*path, "id"))
        self.country = _field(told.country, ground, (*path, "country"))
        self.type = _field(told.type, ground, (*path, "type"), PartyType)
        self.roles = told.roles
        self.endings = told.endings


class _Cited:
    def __init__(self, told: CitedMap, ground: Ground, path: Path) -> None:
        self.address = Field(told.address, ground, (*path, "address"))
        self.publisher = _field(told.publisher, ground, (*path, "publisher"))
        self.published = _field(told.published, ground, (*path, "published"))
        self.language = told.language
        self.endings = told.endings


class _Rates:
    def __init__(self, told: RateMap, ground: Ground, path: Path) -> None:
        self.currency = Field(told.currency, ground, (*path, "currency"))
        self.base = told.base
        self.on = Field(told.on, ground, (*path, "on"))
        self.rate = Field(told.rate, ground, (*path, "rate"))


class _Deal:
    """The fields of a deal, made ready."""

    def __init__(self, told: DealMap, ground: Ground) -> None:
        at: Path = ("deals",)
        self.id = Field(told.id, ground, (*at, "id"))
        self.title = Field(told.title, ground, (*at, "title"))
        self.programme = _field(told.programme, ground, (*at, "programme"))
        self.areas = [Field(one, ground, (*at, "areas", number)) for number, one in enumerate(told.areas)]
        self.belongs = _field(told.belongs, ground, (*at, "belongs"), Belongs)
        self.umbrella = _field(told.umbrella, ground, (*at, "umbrella"))
        self.part_of = _field(told.part_of, ground, (*at, "part_of"))
        self.confidence = _field(told.confidence, ground, (*at, "confidence"))
        self.place = _field(told.place, ground, (*at, "place"))
        self.country = _field(told.country, ground, (*at, "country"))
        self.region = _field(told.region, ground, (*at, "region"))
        self.instrument = _field(told.instrument, ground, (*at, "instrument"), Instrument)
        self.note = _field(told.note, ground, (*at, "note"))
        self.parties = [_Party(one, ground, (*at, "parties", number)) for number, one in enumerate(told.parties)]
        self.papers = [_Paper(one, ground, (*at, "papers", number)) for number, one in enumerate(told.papers)]
        self.stages = [_Stage(one, ground, (*at, "stages", number)) for number, one in enumerate(told.stages)]
        self.status = [_Status(one, ground, (*at, "status", number)) for number, one in enumerate(told.status)]
        self.sums = [_Sum(one, ground, (*at, "sums", number)) for number, one in enumerate(told.sums)]
        self.cited = [_Cited(one, ground, (*at, "cited", number)) for number, one in enumerate(told.cited)]
        self.labels = {key: Field(one, ground, (*at, "labels", key)) for key, one in told.labels.items()}


def _field(value: Value | None, ground: Ground, path: Path, kind: type | None = None) -> Field | None:
    return None if value is None else Field(value, ground, path, kind)


def _text(field: Field | None, row: Row) -> str:
    return "" if field is None else field.text(row)


E = TypeVar("E", Basis, Belongs, Binding, Bound, Instrument, PartyType, Standing)
C = TypeVar("C", bound=_Common)


def _code(field: Field | None, row: Row, kind: type[E]) -> E | None:
    return None if field is None else field.code(row, kind)


def _rows(
    family: str, maps: Sequence[C], row: Row, places: dict[Path, str], make: Callable[[C, Row], S | None]
) -> Iterator[S]:
    """The rows of one family that this row of the table gives, each with its place."""
    number = 0
    for own in maps:
        made = make(own, row) if own.when.hold(row) else None
        if made is not None:
            places[family, number] = own.column
            number += 1
            yield made


K = TypeVar("K", PartyType, SourceKind)


def _without_ending(told: str, endings: dict[str, K]) -> tuple[str, K | None]:
    for ending, kind in endings.items():
        if told.endswith(ending):
            return told[: -len(ending)].strip(), kind
    return told, None


def _merged(first: SheetFile, more: SheetFile) -> SheetFile:
    """A deal told on several rows: what it is from the first, its papers, stages and sums from all, each once."""
    import msgspec

    lines = dict(first.lines)
    changes: dict[str, object] = {}
    for family in ("parties", "papers", "stages", "status", "sums"):
        have = list(getattr(first.sheet, family))
        for number, item in enumerate(getattr(more.sheet, family)):
            if family == "sums" or item not in have:
                lines[family, len(have)] = more.lines.get((family, number), 1)
                have.append(item)
        changes[family] = tuple(have)
    changes["sources"] = tuple(dict.fromkeys((*first.sheet.sources, *more.sheet.sources)))
    changes["areas"] = tuple(dict.fromkeys((*first.sheet.areas, *more.sheet.areas)))
    return SheetFile(first.file, msgspec.structs.replace(first.sheet, **changes), lines)
