"""How fast the statistical measures are on generated deals, and how much memory they take at most.

    python bench/measures_statistics.py [deals]

Prints, for each measure, seconds, deals a second and peak memory. The concentration is also computed by a plain SQL
query in DuckDB over the same deals, as a comparison of the figure and of the time.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from warifu.measures import claims, conversion, dependence, mismatch, shift

START = date(2008, 1, 1)
AS_OF = date(2026, 1, 1)
AREAS = ("energy", "health", "city", "farming", "industry", "far east", "technology", "exchange")
PARTNERS = tuple(f"partner-{number:03}" for number in range(140))


def timed(name: str, size: int, work: Callable[[], Any]) -> Any:
    began = time.perf_counter()
    found = work()
    took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:46} {took:8.2f} s  {size / took:12,.0f} a second  peak {peak:7.0f} MB", flush=True)
    return found


def paths(count: int, rng: random.Random) -> list[conversion.Path]:
    made = []
    for number in range(count):
        day = START + timedelta(days=rng.randrange(5500))
        entries = [(day, conversion.MEMORANDUM)]
        for stage in (conversion.BINDING, conversion.PAID, conversion.DELIVERED):
            day += timedelta(days=rng.randrange(30, 900))
            if day > AS_OF or rng.random() < 0.4:
                break
            entries.append((day, conversion.CANCELLED if rng.random() < 0.1 else stage))
        seen = entries[-1][0] + timedelta(days=rng.randrange(700))
        made.append(conversion.Path(f"deal-{number}", tuple(entries), min(seen, AS_OF)))
    return made


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    rng = random.Random(1)
    print(f"{count:,} generated deals")
    followed = paths(count, rng)
    amounts = [rng.lognormvariate(3, 1.5) if rng.random() < 0.8 else None for _ in range(count)]
    partner = [PARTNERS[min(int(rng.expovariate(0.05)), len(PARTNERS) - 1)] for _ in range(count)]
    area = [rng.choice(AREAS) for _ in range(count)]
    names = [path.deal for path in followed]

    timed("conversion: three readings of silence", count, lambda: conversion.state_shares(followed, AS_OF))
    delivered = [
        (path.deal, amount, path.entries[-1][1] == conversion.DELIVERED)
        for path, amount in zip(followed, amounts, strict=True)
    ]
    timed("conversion: share of money", count, lambda: conversion.share_of_money(delivered, draws=200))

    weights = [dependence.Weight(*row) for row in zip(names, partner, amounts, strict=True)]
    found = timed("dependence: concentration over partners", count, lambda: dependence.concentration(weights))

    mixed = [shift.Mixed(*row) for row in zip(names, area, amounts, strict=True)]
    half = count // 2
    timed("shift: mix by count", count, lambda: shift.mix_change(mixed[:half], mixed[half:], shift.COUNT))
    timed("shift: mix by amount", count, lambda: shift.mix_change(mixed[:half], mixed[half:], shift.AMOUNT))
    sized = [
        shift.Sized(path.deal, float(path.entries[0][0].toordinal()), amount)
        for path, amount in zip(followed, amounts, strict=True)
    ]
    timed("shift: size", count, lambda: shift.size_change(sized))
    kinds = [
        (item.time, item.deal, rng.choice(("private company", "state-owned company", "state body"))) for item in sized
    ]
    timed("shift: kind of owner", count, lambda: shift.kind_change(kinds))

    words = [
        mismatch.Utterance(
            id=str(number),
            side=rng.choice(("A", "B", mismatch.WORLD)),
            kind=mismatch.Kind.TARGET,
            goal=f"goal-{rng.randrange(50)}",
            made_on=START + timedelta(days=rng.randrange(5500)),
            low=float(rng.randrange(100)),
            high=float(rng.randrange(100, 200)),
            unit="USD bn",
        )
        for number in range(count // 10)
    ]
    timed("mismatch: target gaps", len(words), lambda: mismatch.target_gaps(words, "A", "B", AS_OF))

    rows = [
        claims.Claim(
            str(n), "2019-05-20", "x", "x", "x", Decimal(n + 1), "USD", Decimal(10) ** 6, "", ("JPY", Decimal(n))
        )
        for n in range(count // 10)
    ]
    timed("claims: two currencies of one sum", len(rows), lambda: claims.check(rows, lambda *_: Decimal(110)))

    plain(partner, amounts, found.h)


def plain(partner: list[str], amounts: list[float | None], h: float | None) -> None:
    """The concentration by SQL, without an interval."""
    import duckdb
    import pyarrow

    table = pyarrow.table({"partner": partner, "amount": amounts})
    query = (
        "select sum(s * s) / power(sum(s), 2) from "
        "(select sum(amount) s from deals where amount is not null group by partner)"
    )
    with duckdb.connect() as connection:
        connection.register("deals", table)
        (other,) = timed(
            "plain DuckDB: concentration, no interval", len(partner), lambda: connection.execute(query).fetchone()
        )
    print(f"concentration here {h:.12f}, in DuckDB {other:.12f}")


if __name__ == "__main__":
    main()
