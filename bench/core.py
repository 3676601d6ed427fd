"""How long the core rooms take on a generated ledger: fold, lay out, resolve, check, score; processor seconds of each.

    python bench/core.py                    1,000 and 20,000 deals
    python bench/core.py 20000 200000

Aim: 200,000 deals with some 1,500,000 statements in well under 60 s and 4 GB, and growth no worse than n log n.
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from datetime import date
from decimal import Decimal

import generate

from warifu.deals import resolve, timeline
from warifu.measures import scorecard
from warifu.measures.rates import Rate, Rates
from warifu.statements import checks, fold, reading
from warifu.terms.dates import PartialDate

AS_OF = date(2021, 12, 31)
SIZES = (1_000, 20_000)
PER_DOLLAR = {"JPY": Decimal(110), "RUB": Decimal(60), "EUR": Decimal("0.9")}


def rates() -> Rates:
    return Rates(
        Rate(currency, "USD", PartialDate.parse(f"{year}-{month:02}"), rate, "made up")
        for currency, rate in PER_DOLLAR.items()
        for year in range(2012, 2023)
        for month in range(1, 13)
    )


def walk(n: int) -> dict[str, float]:
    """Seconds of each step for a ledger of `n` deals, and what came of it."""
    sheets, sources, parties = list(generate.sheet_files(n)), generate.sources(n), generate.parties(n)
    known_rates = rates()
    took: dict[str, float] = {}

    def lap(name: str) -> None:
        nonlocal began
        now = time.process_time()
        took[name] = round(now - began, 2)
        began = now

    gc.collect()
    gc.disable()  # as the ledger does: nothing here makes a cycle
    began = time.process_time()
    cases, _ = fold.fold(sheets, sources)
    lap("fold")
    known = timeline.known(cases, AS_OF)
    readings = reading.read_all(known)
    lap("lay out")
    deals = resolve.of_readings(
        readings, parties, sources, lambda money, on: known_rates.convert(money, on, "USD"), AS_OF
    )
    lap("resolve")
    problems = checks.run(checks.Evidence(known, sources, known_rates.gap, AS_OF, None, readings))
    lap("check")
    parts = scorecard.slices(deals, ("JP", "RU"), {area: area for area in generate.AREAS})
    figures = sum(len(scorecard.score("generated", part, "USD")) for part in parts)
    lap("score")
    gc.enable()
    took["total"] = round(sum(took.values()), 2)
    took |= {
        "statements": sum(len(case.statements) for case in cases),
        "problems": len(problems),
        "slices": len(parts),
        "figures": figures,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    return took


def main(sizes: list[int]) -> None:
    found = {n: walk(n) for n in sizes}
    print(f"{'':12}" + "".join(f"{n:>14,}" for n in sizes))
    for name in found[sizes[0]]:
        print(f"{name:12}" + "".join(f"{found[n][name]:>14,}" for n in sizes))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
