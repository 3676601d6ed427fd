"""A generated ledger: any number of deals, the same for the same seed, as sheets in memory or as a workspace on disk.

    python bench/generate.py 20000 /tmp/big        writes a workspace
    python bench/generate.py 200000                folds, resolves, checks and scores in memory: how long each took

Made like real ones: a tenth of the deals are parts of umbrellas, sums are told by one to three sources, in four
currencies, now and then in another version; parties grow with the square root of the deals.
"""

from __future__ import annotations

import csv
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from warifu.deals import resolve, timeline
from warifu.measures import scorecard
from warifu.measures.rates import Rate, Rates
from warifu.proposals.sheets import LookRow, PaperRow, PartyRow, Sheet, SheetFile, StageRow, StatusRow, SumRow
from warifu.statements import checks, fold
from warifu.terms.codelist import (
    Basis,
    Binding,
    Bound,
    Form,
    Instrument,
    PartyType,
    Role,
    SourceKind,
    Stage,
    Standing,
    Status,
    SumKind,
)
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Party
from warifu.terms.evidence import Source
from warifu.terms.money import Money

SEED: Final = 20261126
AS_OF: Final = date(2026, 6, 30)
SIDES: Final = ("JP", "RU")
AREAS: Final = tuple(f"area-{number}" for number in range(1, 9))
CURRENCIES: Final = {"USD": Decimal(1), "JPY": Decimal(120), "RUB": Decimal(70), "EUR": Decimal("0.9")}
PATHS: Final = (
    (Stage.ANNOUNCED,),
    (Stage.ANNOUNCED, Stage.SIGNED),
    (Stage.SIGNED,),
    (Stage.SIGNED, Stage.IN_FORCE, Stage.FINANCED),
    (Stage.SIGNED, Stage.FINANCED, Stage.DELIVERED),
    (Stage.ANNOUNCED, Stage.CANCELLED),
)
OFFICIAL: Final = (SourceKind.OFFICIAL, SourceKind.NEWS_AGENCY, SourceKind.NEWSPAPER, SourceKind.COMPANY)


class Book(NamedTuple):
    """All that a ledger is walked from."""

    sheets: list[SheetFile]
    sources: dict[str, Source]
    parties: dict[str, Party]
    rates: Rates


def book(count: int, seed: int = SEED) -> Book:
    """A ledger of `count` deals."""
    rng = Random(seed)
    sources = {item.id: item for item in _sources(rng, max(20, count // 2))}
    parties = {item.id: item for item in _parties(rng, max(10, int(20 * count**0.5)))}
    names, who = list(sources), list(parties)
    sheets = [_file(sheet) for sheet in _sheets(rng, count, names, who)]
    rates = Rates(
        Rate(
            currency, "USD", PartialDate.parse(f"{year}-{month:02}"), rate * (100 + (year + month) % 7) / 100, "made up"
        )
        for currency, rate in CURRENCIES.items()
        if currency != "USD"
        for year in range(2014, 2027)
        for month in range(1, 13)
    )
    return Book(sheets, sources, parties, rates)


def _file(sheet: Sheet) -> SheetFile:
    return SheetFile(f"sheets/deals/{sheet.deal}.yaml", sheet, {})


def _day(rng: Random, year: int) -> PartialDate:
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    text = (f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}")[min(2, int(rng.random() * 6))]
    return PartialDate.parse(text)


def _sources(rng: Random, count: int) -> Iterator[Source]:
    for number in range(count):
        copied = f"s-{rng.randrange(number)}" if number and rng.random() < 0.1 else ""
        yield Source(
            id=f"s-{number}",
            publisher=f"Publisher {number % 97}",
            published=PartialDate.parse(f"{rng.randint(2014, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"),
            language="en",
            kind=rng.choice(OFFICIAL),
            side=rng.choice(("JP", "RU", "third")),
            url=f"https://example.org/{number}",
            original=copied,
        )


def _parties(rng: Random, count: int) -> Iterator[Party]:
    for number in range(count):
        yield Party(
            f"p-{number}", f"Party {number}", rng.choice(("JP", "RU", "RU", "US")), rng.choice(tuple(PartyType))
        )


def _sheets(rng: Random, count: int, sources: list[str], parties: list[str]) -> Iterator[Sheet]:
    umbrellas = max(1, count // 100)
    for number in range(count):
        umbrella = number < umbrellas
        part_of = f"d-{rng.randrange(umbrellas)}" if not umbrella and rng.random() < 0.1 else ""
        yield _sheet(rng, f"d-{number}", umbrella, part_of, sources, parties)


def _sheet(rng: Random, deal: str, umbrella: bool, part_of: str, sources: list[str], parties: list[str]) -> Sheet:
    year = rng.randint(2014, 2024)
    named = rng.sample(sources, 3)

    def told(most: int = 2) -> tuple[str, ...]:
        return tuple(named[: rng.randint(1, most)])

    path = rng.choice(PATHS)
    stages = tuple(
        StageRow(stage=stage, on=_day(rng, year + place // 2), sources=told()) for place, stage in enumerate(path)
    )
    form = rng.choice((Form.MEMORANDUM, Form.CONTRACT, Form.AGREEMENT, Form.ANNOUNCEMENT))
    binding = Binding.YES if form in (Form.CONTRACT, Form.AGREEMENT) else Binding.NO
    papers = (PaperRow(form=form, binding=binding, basis=Basis.RULE, on=stages[-1].on, sources=told(1)),)
    status = (
        (StatusRow(status=rng.choice(tuple(Status)), on=_day(rng, year + 1), sources=told(1)),)
        if rng.random() < 0.3
        else ()
    )
    looks = (LookRow(on=PartialDate.parse("2025-12"), by="sato"),) if rng.random() < 0.2 else ()
    return Sheet(
        deal=deal,
        title=f"Deal {deal}",
        coder="mori",
        coded=PartialDate.parse("2026-06-01"),
        programme="generated",
        areas=tuple(rng.sample(AREAS, rng.randint(1, 2))),
        umbrella=umbrella,
        part_of=part_of,
        parties=(
            PartyRow(party=rng.choice(parties), roles=(Role.PROVIDER,)),
            PartyRow(party=rng.choice(parties), roles=(Role.RECEIVER,)),
        ),
        instrument=rng.choice(tuple(Instrument)),
        papers=papers,
        stages=stages,
        status=status,
        sums=tuple(_sums(rng, stages[0].on, binding is Binding.YES, told)) if rng.random() < 0.7 else (),
        looks=looks,
        sources=tuple(named),
    )


def _sums(rng: Random, on: PartialDate | None, firm: bool, told: object) -> Iterator[SumRow]:
    assert callable(told)
    currency = rng.choice(tuple(CURRENCIES))
    worth = Decimal(int(10 ** rng.uniform(5, 9)))  # dollars, from 100,000 to a billion
    number = (worth * CURRENCIES[currency]).quantize(Decimal(1))
    kind = SumKind.COMMITMENT if firm else SumKind.PLEDGE
    bound = rng.choice((Bound.EXACT, Bound.EXACT, Bound.ABOUT, Bound.CEILING))
    yield SumRow(kind=kind, amount=Money(number, currency), bound=bound, on=on, sources=told())
    if rng.random() < 0.2:
        other = (number * Decimal("0.95")).quantize(Decimal(1))
        yield SumRow(kind=kind, amount=Money(other, currency), standing=Standing.VERSION, on=on, sources=told(1))
    if firm and rng.random() < 0.5:
        paid = (number * Decimal(rng.randint(10, 110)) / 100).quantize(Decimal(1))
        yield SumRow(kind=SumKind.DISBURSEMENT, amount=Money(paid, currency), on=on, sources=told(1))


def write(folder: Path, count: int, seed: int = SEED) -> None:
    """Write the ledger as a workspace: a programme, lists, rates, and one sheet a deal."""
    made = book(count, seed)
    (folder / "sheets" / "deals").mkdir(parents=True)
    (folder / "reference").mkdir()
    areas = "".join(f"  - id: {area}\n    names: {{en: {area}}}\n" for area in AREAS)
    (folder / "programme.yaml").write_text(
        f"id: generated\nnames: {{en: Generated Programme}}\nsides: [{', '.join(SIDES)}]\naccount_currency: USD\n"
        f"begin: 2014-01-01\nlooked_until: {AS_OF}\nareas:\n{areas}",
        "utf-8",
    )
    source_row = ("id", "publisher", "published", "language", "kind", "side", "url", "original")
    _write_rows(
        folder / "reference" / "sources.csv",
        source_row,
        ([str(getattr(item, column) or "") for column in source_row] for item in made.sources.values()),
    )
    party_row = ("id", "name", "country", "type")
    _write_rows(
        folder / "sheets" / "parties.csv",
        party_row,
        ([str(getattr(item, column)) for column in party_row] for item in made.parties.values()),
    )
    for file in made.sheets:
        (folder / file.file).write_text(text(file.sheet), "utf-8")


def _write_rows(path: Path, header: tuple[str, ...], rows: Iterator[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def text(sheet: Sheet) -> str:
    """A sheet as an analyst would write it."""
    lines = [f"deal: {sheet.deal}", f"title: {sheet.title}", f"coder: {sheet.coder}", f"coded: {sheet.coded}"]
    lines += [f"programme: {sheet.programme}", f"areas: [{', '.join(sheet.areas)}]"]
    lines += ["umbrella: true"] if sheet.umbrella else []
    lines += [f"part_of: {sheet.part_of}"] if sheet.part_of else []
    lines += ["parties:"] + [f"  - {{party: {row.party}, roles: [{', '.join(row.roles)}]}}" for row in sheet.parties]
    lines += [f"instrument: {sheet.instrument}"]
    for name, rows in (
        ("papers", sheet.papers),
        ("stages", sheet.stages),
        ("status", sheet.status),
        ("sums", sheet.sums),
    ):
        lines += [f"{name}:"] if rows else []
        lines += [f"  - {{{_row(row)}}}" for row in rows]
    lines += ["looks:"] + [f"  - {{on: {row.on}, by: {row.by}}}" for row in sheet.looks] if sheet.looks else []
    return "\n".join([*lines, f"sources: [{', '.join(sheet.sources)}]", ""])


def _row(row: PaperRow | StageRow | StatusRow | SumRow) -> str:
    cells = {"on": str(row.on)}
    match row:
        case PaperRow():
            cells |= {"form": row.form, "binding": row.binding, "basis": row.basis}
        case StageRow():
            cells |= {"stage": row.stage}
        case StatusRow():
            cells |= {"status": row.status}
        case SumRow():
            cells |= {"kind": row.kind, "amount": f'"{row.amount}"', "bound": row.bound, "standing": row.standing}
    return ", ".join(f"{name}: {value}" for name, value in cells.items()) + f", sources: [{', '.join(row.sources)}]"


def walk(made: Book) -> dict[str, float]:
    """Fold, resolve, check and score; CPU seconds of each, and what came of it."""
    took: dict[str, float] = {}

    def lap(name: str) -> None:
        nonlocal began
        now = time.process_time()
        took[name] = round(now - began, 2)
        began = now

    began = time.process_time()
    cases, _ = fold.fold(made.sheets, made.sources)
    lap("fold")
    known = timeline.known(cases, AS_OF)
    deals = resolve.resolve(
        known, made.parties, made.sources, lambda money, on: made.rates.convert(money, on, "USD"), AS_OF
    )
    lap("resolve")
    problems = checks.run(checks.Evidence(known, made.sources, made.rates.gap, AS_OF))
    lap("check")
    parts = scorecard.slices(deals, SIDES, {area: area for area in AREAS})
    figures = sum(len(scorecard.score("generated", part, "USD")) for part in parts)
    lap("score")
    took["total"] = round(sum(took.values()), 2)
    took |= {
        "statements": sum(len(case.statements) for case in cases),
        "problems": len(problems),
        "slices": len(parts),
        "figures": figures,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    return took


def main(arguments: list[str]) -> None:
    count = int(arguments[0]) if arguments else 20_000
    if len(arguments) > 1:
        write(Path(arguments[1]), count)
        print(f"{count:,} deals written to {arguments[1]}")
        return
    began = time.process_time()
    made = book(count)
    print(f"{count:,} deals made in {time.process_time() - began:.1f} s")
    for name, value in walk(made).items():
        print(f"  {name:12} {value:,}")


if __name__ == "__main__":
    main(sys.argv[1:])
