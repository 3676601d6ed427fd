"""Any ledger at all: sheets with sums, stages and papers told by sources of every kind, drawn by hypothesis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec
from hypothesis import strategies as st

from warifu.deals import resolve, timeline
from warifu.measures import scorecard
from warifu.measures.rates import Rate, Rates
from warifu.proposals.sheets import (
    LookRow,
    PaperRow,
    PartyRow,
    Sheet,
    SheetFile,
    StageRow,
    StatusRow,
    SumRow,
)
from warifu.statements import fold
from warifu.terms.codelist import (
    Basis,
    Belongs,
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
from warifu.terms.deal import Case, Deal, Party
from warifu.terms.evidence import Source
from warifu.terms.figure import Figure
from warifu.terms.money import Money

AS_OF = date(2021, 12, 31)
CURRENCY = "USD"


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def source(name: str, kind: SourceKind, side: str | None, on: str, **more: object) -> Source:
    published = day(on) if on else None
    return Source(name, name, published, "en", kind, side, "", **more)  # type: ignore[arg-type]


SOURCES = {
    item.id: item
    for item in (
        source("jp", SourceKind.OFFICIAL, "JP", "2018-03-01"),
        source("ru", SourceKind.OFFICIAL, "RU", "2019"),
        source("firm", SourceKind.COMPANY, "RU", "2020-06-15"),
        source("wire", SourceKind.NEWS_AGENCY, "third", "2018-05"),
        source("copy", SourceKind.NEWSPAPER, "JP", "2018-06", original="wire"),
        source("undated", SourceKind.THINK_TANK, None, ""),
        source("garbled", SourceKind.SECONDARY, "third", "2018-07-01", doubtful=True),
        source("late", SourceKind.OFFICIAL, "RU", "2023-01-01"),
    )
}
PARTIES = {
    "bank": Party("bank", "Bank", "JP", PartyType.STATE_BODY),
    "works": Party("works", "Works", "RU", PartyType.PRIVATE),
    "port": Party("port", "Port", "RU", PartyType.STATE_OWNED),
}
RATES = Rates(
    Rate(currency, "USD", day(str(year)), rate, "made up")
    for currency, rate in (("JPY", Decimal(110)), ("RUB", Decimal("63.7")))
    for year in range(2015, 2023)
)
AREAS = {"energy": "Energy", "health": "Health"}

names = st.lists(st.sampled_from(sorted(SOURCES)), min_size=1, max_size=3).map(tuple)
days = st.none() | st.sampled_from(
    [
        day(text)
        for text in ("2016", "2017-05", "2018-02-14", "2018-02-20", "2019-11-02", "2021", "2022-03-04", "2018/2020")
    ]
)
amounts = st.builds(
    Money,
    st.integers(1, 10**12).map(lambda number: Decimal(number) / 100),
    st.sampled_from(["USD", "JPY", "RUB", "KZT"]),  # for the last there is no rate
)


@st.composite
def sums(draw: st.DrawFn, standings: Sequence[Standing] = tuple(Standing)) -> SumRow:
    amount, bound = draw(amounts), draw(st.sampled_from(Bound))
    upper = Money(amount.number + draw(st.integers(0, 10**9)), amount.currency) if bound is Bound.RANGE else None
    return SumRow(
        kind=draw(st.sampled_from(SumKind)),
        amount=amount,
        to=upper,
        bound=bound,
        standing=draw(st.sampled_from(standings)),
        on=draw(days),
        sources=draw(names),
    )


stages = st.builds(StageRow, stage=st.sampled_from(Stage), on=days, sources=names)
papers = st.builds(
    PaperRow,
    form=st.sampled_from(Form),
    binding=st.sampled_from(Binding),
    basis=st.sampled_from(Basis),
    on=days,
    sources=names,
    voice=st.sampled_from(["", "", "RU government", "third press"]),
)
statuses = st.builds(StatusRow, status=st.sampled_from(Status), on=days, sources=names)
parties = st.builds(
    PartyRow,
    party=st.sampled_from([*PARTIES, "stranger"]),
    roles=st.lists(st.sampled_from(Role), min_size=1, max_size=2, unique=True).map(tuple),
)
looks = st.builds(LookRow, on=days.filter(lambda found: found is not None), by=st.sampled_from(["mori", "sato"]))


@st.composite
def sheets(draw: st.DrawFn, deal: str = "d") -> Sheet:
    return Sheet(
        deal=deal,
        title=deal,
        coder="mori",
        coded=day("2021-12-01"),
        areas=tuple(draw(st.lists(st.sampled_from([*AREAS, "elsewhere"]), max_size=2))),
        belongs=draw(st.sampled_from([Belongs.CORE, Belongs.CORE, Belongs.ADJACENT])),
        umbrella=draw(st.sampled_from([False, False, False, True])),
        parties=tuple(draw(st.lists(parties, max_size=3))),
        instrument=draw(st.sampled_from(Instrument)),
        papers=tuple(draw(st.lists(papers, max_size=3))),
        stages=tuple(draw(st.lists(stages, max_size=4))),
        status=tuple(draw(st.lists(statuses, max_size=2))),
        sums=tuple(draw(st.lists(sums(), max_size=4))),
        looks=tuple(draw(st.lists(looks, max_size=1))),
        sources=tuple(sorted(SOURCES)),
    )


@st.composite
def shelves(draw: st.DrawFn, most: int = 4) -> list[Sheet]:
    count = draw(st.integers(1, most))
    return [draw(sheets(f"d-{number}")) for number in range(count)]


def filed(sheets: Sequence[Sheet]) -> list[SheetFile]:
    return [SheetFile(f"sheets/deals/{number:03}-{sheet.deal}.yaml", sheet, {}) for number, sheet in enumerate(sheets)]


def cases(sheets: Sequence[Sheet]) -> tuple[Case, ...]:
    return fold.fold(filed(sheets), SOURCES)[0]


def deals(found: Sequence[Case], as_of: date = AS_OF) -> tuple[Deal, ...]:
    known = timeline.known(found, as_of)
    return resolve.resolve(known, PARTIES, SOURCES, lambda money, on: RATES.convert(money, on, CURRENCY), as_of)


def figures(found: Sequence[Case], as_of: date = AS_OF) -> tuple[Figure, ...]:
    parts = scorecard.slices(deals(found, as_of), ("JP", "RU"), AREAS)
    return tuple(figure for part in parts for figure in scorecard.score("p", part, CURRENCY))


def money(found: Sequence[Figure]) -> dict[str, tuple[object, ...]]:
    """Every total and every rung of the ladder: value, ends, and in how many deals."""
    return {
        item.id: (item.value, item.low, item.high, item.n)
        for item in found
        if item.measure.startswith(("money-", "ladder-"))
    }


def changed(sheet: Sheet, **fields: object) -> Sheet:
    return msgspec.structs.replace(sheet, **fields)
