"""All measures on generated deals: how long each page takes, how much memory, beside DuckDB for the plain figures.

    python bench/measures.py [deals] [sums a deal]     default 200,000 deals with 10 sums each: 2 million sums

The plain figures (deals that bind, sums by kind, sum of squared shares) are also computed by DuckDB from the
same values as columns, and must agree; nothing else has a counterpart there. Nothing here is about anybody.

Measured on 2026-11-26, two cores: 44.5 s by the clock for all pages, 15 s of
it for the scorecard of all slices; at most 2.29 GB, of which 1.82 GB are the generated deals themselves. DuckDB gives
the five plain figures in 0.1 s from columns already made. The three examples take 5 s of processor time together.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time
from datetime import date, timedelta
from decimal import Decimal

from warifu.ledger import no_collecting
from warifu.measures import dependence
from warifu.measures.board import Board
from warifu.measures.board.page import Page
from warifu.measures.board.pages import PAGES
from warifu.measures.rates import Rates
from warifu.measures.scorecard import Slice, score, size_of
from warifu.proposals.programme import Area, Programme
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
from warifu.terms.deal import Case, Converted, Deal, DealSum, Health, Party, StageReached, Version
from warifu.terms.evidence import Place, Source
from warifu.terms.money import Money, Range
from warifu.terms.statement import PaperTold, Statement

SEED = 20261126
AREAS = tuple(str(number) for number in range(1, 9))
AS_OF = date(2024, 12, 31)
COURSES = (
    ((Stage.ANNOUNCED,), Form.ANNOUNCEMENT, Binding.NO, 30),
    ((Stage.ANNOUNCED, Stage.SIGNED), Form.MEMORANDUM, Binding.NO, 35),
    ((Stage.SIGNED, Stage.IN_FORCE, Stage.FINANCED), Form.CONTRACT, Binding.YES, 15),
    ((Stage.SIGNED, Stage.IN_FORCE, Stage.FINANCED, Stage.DELIVERED), Form.AGREEMENT, Binding.YES, 12),
    ((Stage.ANNOUNCED, Stage.CANCELLED), Form.NONE, Binding.UNKNOWN, 8),
)
KINDS = (SumKind.PLEDGE, SumKind.COMMITMENT, SumKind.DISBURSEMENT, SumKind.COST, SumKind.HOPED)
HEALTH = Health(3, 4, 2, None, ())
SOURCES = {
    f"s{number:03d}": Source(f"s{number:03d}", f"Paper {number}", None, "en", SourceKind.NEWSPAPER, side, "")
    for number, side in enumerate(("JP", "RU", "third") * 200)
}


def deals(n: int, each: int, seed: int = SEED) -> tuple[Deal, ...]:
    """Deals with `each` sums: one to three counted, the others versions, parts and wholes, as restated sums are."""
    rng = random.Random(seed)
    weights = [course[-1] for course in COURSES]
    days = [PartialDate.of(date(2010, 1, 1) + timedelta(days=number)) for number in range(5_000)]
    parties = [
        Party(f"p{number}", f"Party {number}", ("JP", "RU")[number % 2], tuple(PartyType)[number % 3])
        for number in range(max(10, n // 50))
    ]
    made = []
    for number in range(n):
        name = f"d{number:07d}"
        stages, form, binding, _ = rng.choices(COURSES, weights)[0]
        start = rng.randrange(3_000)
        when = [days[min(4_999, start + place * rng.randrange(20, 400))] for place in range(len(stages))]
        source = f"s{rng.randrange(600):03d}"
        side = SOURCES[source].side
        paper = Statement(
            f"{name}/papers-1@{source}",
            name,
            PaperTold(form, binding, Basis.RULE),
            when[min(1, len(when) - 1)],
            source,
            f"{side} press",
            side,
            None,
            "",
            "",
            "bench",
            Place("", 1),
        )
        sums = []
        for row in range(each):
            kind = KINDS[row % len(KINDS)]
            money = Money(Decimal(round(rng.lognormvariate(16, 1.8))), "USD")
            span = Range(money.number, money.number)
            standing = Standing.COUNTED if row < 3 and row < len(stages) else (Standing.VERSION, Standing.PART)[row % 2]
            sums.append(
                DealSum(
                    row,
                    kind,
                    money,
                    Bound.EXACT,
                    None,
                    standing,
                    when[0],
                    span,
                    Converted(money, Decimal(1), "", "same currency"),
                    span,
                    (f"{name}/sums-{row + 1}",),
                    (source,),
                    1,
                    False,
                    "",
                )
            )
        case = Case(
            name,
            f"Deal {number}",
            "generated",
            (rng.choice(AREAS),),
            Belongs.CORE,
            False,
            "",
            "",
            "",
            "high",
            "bench",
            when[0],
            (),
            (),
            "",
            Place("", 1),
            (paper,),
        )
        giver, getter = parties[rng.randrange(len(parties))], parties[rng.randrange(len(parties))]
        made.append(
            Deal(
                case,
                ((giver, (Role.PROVIDER,)), (getter, (Role.RECEIVER,))),
                tuple(Instrument)[rng.randrange(6)],
                form,
                binding,
                Basis.RULE,
                stages[-1]
                if stages[-1] is Stage.CANCELLED
                else max(stages, key=lambda stage: list(Stage).index(stage)),
                tuple(
                    StageReached(stage, on, (paper.id,), (source,), "") for stage, on in zip(stages, when, strict=True)
                ),
                Status.UNKNOWN,
                None,
                tuple(sums),
                (Version(paper.voice, side, stages[-1], when[-1], form, binding, (), (paper.id,)),),
                (),
                when[-1],
                when[-1] if rng.random() < 0.4 else None,
                HEALTH,
                1,
                (paper.id,),
            )
        )
    return tuple(made)


def board(found: tuple[Deal, ...]) -> Board:
    programme = Programme(
        id="generated",
        names={"en": "Generated"},
        sides=("JP", "RU"),
        account_currency="USD",
        begin=PartialDate.parse("2010"),
        looked_until=PartialDate.parse("2024-12-31"),
        areas=tuple(Area(id=area, names={"en": f"Area {area}"}) for area in AREAS),
    )
    return Board(programme=programme, as_of=AS_OF, deals=found, sources=SOURCES, rates=Rates(()))


def in_duckdb(found: tuple[Deal, ...]) -> tuple[float, dict[str, float]]:
    """The plain figures from columns: seconds, and values by name."""
    import duckdb
    import pyarrow as pa

    size = {deal.id: size_of(deal) for deal in found}
    deal_table = pa.table(
        {
            "deal": [deal.id for deal in found],
            "area": [deal.case.areas[0] for deal in found],
            "binds": [deal.binding is Binding.YES for deal in found],
            "size": [None if size[deal.id] is None else float(size[deal.id].number) for deal in found],  # type: ignore[union-attr]
        }
    )
    sum_table = pa.table(
        {
            "deal": [deal.id for deal in found for _ in deal.sums],
            "kind": [str(item.kind) for deal in found for item in deal.sums],
            "counted": [item.standing is Standing.COUNTED for deal in found for item in deal.sums],
            "amount": [float(item.money.number) for deal in found for item in deal.sums],
        }
    )
    base = duckdb.connect()
    base.register("deals", deal_table)
    base.register("sums", sum_table)
    start = time.perf_counter()
    values: dict[str, float] = {}
    values["binding"] = base.execute("select count(*) from deals where binds").fetchall()[0][0]
    for kind in ("pledge", "commitment", "disbursement"):
        query = "select coalesce(sum(amount), 0) from sums where counted and kind = ?"
        values[kind] = base.execute(query, [kind]).fetchall()[0][0]
    query = "select sum(s * s) from (select size / (select sum(size) from deals) s from deals where size is not null)"
    values["h"] = base.execute(query).fetchall()[0][0]
    return time.perf_counter() - start, values


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    each = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    start = time.perf_counter()
    found = deals(n, each)
    gc.freeze()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{n:,} deals, {n * each:,} sums; generated in {time.perf_counter() - start:.1f} s, {before} MB")
    full = board(found)
    whole, work = time.perf_counter(), time.process_time()
    with no_collecting():  # as the ledger computes its report
        for page in PAGES:
            start, begun = time.perf_counter(), time.process_time()
            made: Page = page(full)
            seconds, own_seconds = time.perf_counter() - start, time.process_time() - begun
            print(
                f"  {made.measure:14} {seconds:7.2f} s   {own_seconds:7.2f} s of work   {len(made.figures):5} figures",
                flush=True,
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"all pages {time.perf_counter() - whole:.1f} s, {time.process_time() - work:.1f} s of work, peak {peak} MB")
    part = Slice("all", "All", found)
    start, begun = time.perf_counter(), time.process_time()
    own = {figure.measure: figure for figure in score("generated", part, "USD")}
    seconds, own_seconds = time.perf_counter() - start, time.process_time() - begun
    ours = dependence.herfindahl(float(size.number) for deal in found if (size := size_of(deal)) is not None)
    duck, values = in_duckdb(found)
    print(
        f"plain figures: the scorecard of the whole {seconds:.2f} s ({own_seconds:.2f} s of work), with what each is "
        f"made of; DuckDB {duck:.3f} s on columns already made, without"
    )
    for name, measure in (
        ("binding", "binding"),
        ("pledge", "money-pledged"),
        ("commitment", "money-committed"),
        ("disbursement", "money-paid"),
    ):
        value = float(own[measure].value or 0)
        same = abs(value - values[name]) <= 1e-9 * max(1, value)
        print(f"  {measure:16} {value:20,.0f} {values[name]:20,.0f} {'equal' if same else 'DIFFER'}")
    same = abs((ours or 0) - values["h"]) < 1e-9
    print(f"  sum of squares   {ours:20.12f} {values['h']:20.12f} {'equal' if same else 'DIFFER'}")


if __name__ == "__main__":
    main()
