"""A generated ledger of any size: plausible sheets, seeded, the same on every machine.

    python bench/generate.py FOLDER DEALS     writes a workspace that `warifu build` builds

In memory: `sheet_files(n)`, `sources(n)`, `parties(n)`. Nothing here is about anybody.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import msgspec
import yaml

from warifu.proposals.programme import Area, Programme
from warifu.proposals.sheets import PaperRow, PartyRow, Sheet, SheetFile, Spot, StageRow, StatusRow, SumRow
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

SEED = 20261126
AREAS = tuple(str(number) for number in range(1, 9))
CURRENCIES = ("USD", "USD", "JPY", "EUR", "RUB")
COURSES = (  # how far a deal comes, and how often
    ((Stage.ANNOUNCED,), 30),
    ((Stage.ANNOUNCED, Stage.SIGNED), 35),
    ((Stage.SIGNED, Stage.IN_FORCE, Stage.FINANCED), 15),
    ((Stage.SIGNED, Stage.IN_FORCE, Stage.FINANCED, Stage.DELIVERED), 12),
    ((Stage.ANNOUNCED, Stage.CANCELLED), 8),
)
FORMS = {
    Stage.ANNOUNCED: (Form.ANNOUNCEMENT, Binding.NO),
    Stage.SIGNED: (Form.MEMORANDUM, Binding.NO),
    Stage.IN_FORCE: (Form.CONTRACT, Binding.YES),
}
EMPTY = (None, "", [], {}, (), False)
KINDS = {Stage.ANNOUNCED: SumKind.PLEDGE, Stage.IN_FORCE: SumKind.COMMITMENT, Stage.FINANCED: SumKind.DISBURSEMENT}


def _day(rng: random.Random, year: int) -> PartialDate:
    month = rng.randint(1, 12)
    text = f"{year}-{month:02d}" if rng.random() < 0.2 else f"{year}-{month:02d}-{rng.randint(1, 28):02d}"
    return PartialDate.parse(text)


def programme() -> Programme:
    return Programme(
        id="generated",
        names={"en": "Generated programme"},
        sides=("JP", "RU"),
        account_currency="USD",
        begin=PartialDate.parse("2012"),
        looked_until=PartialDate.parse("2021-12-31"),
        areas=tuple(Area(id=area, names={"en": f"Area {area}"}) for area in AREAS),
    )


def parties(n: int) -> dict[str, Party]:
    count = max(10, n // 20)
    return {
        f"p-{number:06d}": Party(f"p-{number:06d}", f"Party {number}", ("JP", "RU")[number % 2], PartyType.PRIVATE)
        for number in range(count)
    }


def sources(n: int) -> dict[str, Source]:
    rng = random.Random(SEED + 1)
    found = {}
    for number in range(max(20, n)):
        name = f"s-{number:06d}"
        kind = rng.choice((SourceKind.OFFICIAL, SourceKind.NEWS_AGENCY, SourceKind.NEWSPAPER, SourceKind.COMPANY))
        found[name] = Source(
            id=name,
            publisher=f"Publisher {number % 300}",
            published=PartialDate.parse(f"2021-{number % 12 + 1:02d}-{number % 28 + 1:02d}"),
            language=("en", "ja", "ru")[number % 3],
            kind=kind,
            side=("JP", "RU", "third")[rng.randrange(3)],
            url=f"https://example.org/{number}",
        )
    return found


def sheet_files(n: int) -> Iterator[SheetFile]:
    """`n` sheets, each with parties, papers, stages, sums and two or three sources a row."""
    rng = random.Random(SEED)
    names, people = sorted(sources(n)), sorted(parties(n))
    for number in range(n):
        sheet = _sheet(rng, number, names, people)
        yield SheetFile(f"sheets/deals/{sheet.deal}.yaml", sheet, {("deal",): 1})


def _sheet(rng: random.Random, number: int, names: list[str], people: list[str]) -> Sheet:
    (course,) = rng.choices([course for course, _ in COURSES], [weight for _, weight in COURSES])
    year = rng.randint(2012, 2018)
    own = tuple(rng.choice(names) for _ in range(rng.randint(2, 3)))
    stages, papers, sums = [], [], []
    currency = rng.choice(CURRENCIES)
    amount = Money(Decimal(rng.randint(1, 9_999)) * 100_000, currency)
    for step, stage in enumerate(course):
        on = _day(rng, year + step)
        stages.append(StageRow(stage=stage, on=on, sources=own))
        if stage in FORMS:
            form, binding = FORMS[stage]
            papers.append(PaperRow(form=form, binding=binding, basis=Basis.RULE, on=on, sources=own[:1]))
        if stage in KINDS and rng.random() < 0.7:
            bound = rng.choice((Bound.EXACT, Bound.EXACT, Bound.ABOUT, Bound.CEILING))
            sums.append(SumRow(kind=KINDS[stage], amount=amount, bound=bound, on=on, sources=own[:2]))
    if sums and rng.random() < 0.1:
        told = sums[0]
        other = Money(told.amount.number * 2, told.amount.currency)
        sums.append(SumRow(kind=told.kind, amount=other, standing=Standing.VERSION, on=told.on, sources=own[-1:]))
    giver, taker = rng.sample(people, 2)
    return Sheet(
        deal=f"g-{number:06d}",
        title=f"Generated deal {number}",
        coder="nobody",
        coded=PartialDate.parse("2021-12-31"),
        areas=(rng.choice(AREAS),),
        place=Spot(name="Somewhere", country="RU"),
        parties=(
            PartyRow(party=giver, roles=(Role.PROVIDER,)),
            PartyRow(party=taker, roles=(Role.RECEIVER,)),
        ),
        instrument=rng.choice((Instrument.LOAN, Instrument.EQUITY, Instrument.PURCHASE, Instrument.GRANT)),
        papers=tuple(papers),
        stages=tuple(stages),
        status=(StatusRow(status=Status.UNDER_WAY, on=stages[-1].on, sources=own[:1]),),
        sums=tuple(sums),
        sources=own,
    )


def _plain(value: object) -> object:
    if isinstance(value, Money):
        return f"{value.number:,} {value.currency}"
    if isinstance(value, PartialDate):
        return value.text
    raise TypeError(type(value))


def write(folder: Path, n: int) -> None:
    """A workspace on the disk."""
    deals = folder / "sheets" / "deals"
    deals.mkdir(parents=True, exist_ok=True)
    (folder / "reference").mkdir(exist_ok=True)
    (folder / "programme.yaml").write_text(_yaml(programme()), encoding="utf-8")
    for file in sheet_files(n):
        (folder / file.file).write_text(_yaml(file.sheet), encoding="utf-8")
    lines = ["id,publisher,published,language,kind,side,url,note,original,doubtful,document"]
    lines += [
        f"{one.id},{one.publisher},{one.published},{one.language},{one.kind},{one.side},{one.url},,,,"
        for one in sources(n).values()
    ]
    (folder / "reference" / "sources.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = ["id,name,country,type,name_ja,name_ru,note,sources"]
    lines += [f"{one.id},{one.name},{one.country},{one.type},,,," for one in parties(n).values()]
    (folder / "sheets" / "parties.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _yaml(value: object) -> str:
    plain = _without_empty(msgspec.to_builtins(value, enc_hook=_plain, str_keys=True))
    return yaml.dump(plain, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), allow_unicode=True)


def _without_empty(value: object) -> object:
    if isinstance(value, dict):
        kept = {name: _without_empty(item) for name, item in value.items()}
        return {name: item for name, item in kept.items() if item not in EMPTY}
    if isinstance(value, list | tuple):
        return [_without_empty(item) for item in value]
    return value


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"{sys.argv[1]}: {sys.argv[2]} deals")
