"""How often the linkage test cries wolf, and what it can see: simulated talks and deals without, and with, an effect.

    python bench/measures_linkage.py [simulations a case]     default 400

Redo it with your own margin, numbers of meetings and coding before you quote a size or a power. Nothing here is about
anybody.
"""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Callable

from warifu.measures.linkage import chance, rates
from warifu.measures.linkage.rates import Table

MEETINGS, EXPOSED, A_YEAR = 25, 8, 5
LEVEL = 0.05
CUTS = (-1.6, -0.75, 0.65, 1.6)  # of a standard normal: codes -2 to 2, most of them 0
STRATA = [str(place // A_YEAR) for place in range(MEETINGS)]

Case = Callable[[random.Random], tuple[list[float], list[bool]]]


def memory(rng: random.Random, rho: float) -> list[float]:
    """A normal series in which each value remembers the one before."""
    value, found = rng.gauss(0, 1), []
    for _ in range(MEETINGS):
        found.append(value)
        value = rho * value + math.sqrt(1 - rho * rho) * rng.gauss(0, 1)
    return found


def coded(values: list[float]) -> list[float]:
    return [float(sum(value > cut for cut in CUTS) - 2) for value in values]


def top(values: list[float]) -> list[bool]:
    """The eight largest are exposed."""
    least = sorted(values)[-EXPOSED]
    return [value >= least for value in values]


def apart(rho_talks: float, rho_deals: float, effect: float = 0.0) -> Case:
    def case(rng: random.Random) -> tuple[list[float], list[bool]]:
        exposed = top(memory(rng, rho_deals))
        latent = [value + effect * hit for value, hit in zip(memory(rng, rho_talks), exposed, strict=True)]
        return coded(latent), exposed

    return case


def warming(rng: random.Random) -> tuple[list[float], list[bool]]:
    """Both follow one trend and know nothing of each other."""
    trend = [1.2 * (place / (MEETINGS - 1) - 0.5) * 2 for place in range(MEETINGS)]
    talks = [rng.gauss(level * 0.6, 1) for level in trend]
    deals = [rng.gauss(level * 0.6, 1) for level in trend]
    return coded(talks), top(deals)


def bundled(rng: random.Random) -> tuple[list[float], list[bool]]:
    """Papers are signed at meetings that went well, and counted as if they had come before."""
    latent = memory(rng, 0)
    return coded(latent), top([value + rng.gauss(0, 0.8) for value in latent])


def primed(rng: random.Random) -> tuple[list[float], list[bool]]:
    """The coder had seen the deals and lifted a quarter of the exposed meetings by a step."""
    codes, exposed = apart(0, 0)(rng)
    lifted = [
        min(2.0, code + 1) if hit and rng.random() < 0.25 else code for code, hit in zip(codes, exposed, strict=True)
    ]
    return lifted, exposed


CASES: dict[str, tuple[Case, str]] = {
    "independent": (apart(0, 0), ".028-.038  .025-.029  .025-.034  .288"),
    "talks AR .3, deals clustered .5": (apart(0.3, 0.5), ".043       .023       .026       .366"),
    "talks AR .6, deals clustered .8": (apart(0.6, 0.8), ".105       .026       .027       .472"),
    "both follow a warming trend": (warming, ".148       .088       .020       -"),
    "deals signed at good meetings": (bundled, ".703       .597       .621       -"),
    "coder had seen the deals": (primed, ".081       .062       .071       -"),
    "effect .5 sd": (apart(0, 0, 0.5), "power within years .11-.12"),
    "effect 1 sd": (apart(0, 0, 1.0), "power within years .38-.42"),
    "effect 1.5 sd": (apart(0, 0, 1.5), "power within years .64-.78"),
}
"""Each case, and what the specification found with its own prototype for plain, circular, within years, best of 7."""


def best_of_lags(codes: list[float], exposed: list[bool]) -> float:
    """The smallest p over seven lags: what a search for the best lag would report."""
    found = []
    for lag in range(-3, 4):
        moved = codes[max(0, lag) : MEETINGS + min(0, lag)]
        hits = exposed[max(0, -lag) : MEETINGS - max(0, lag)]
        p = chance.plain(moved, hits).p
        if p is not None:
            found.append(p)
    return min(found)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    start = time.perf_counter()
    print(f"{runs} simulations a case, {EXPOSED} of {MEETINGS} meetings exposed, p <= {LEVEL}")
    print(f"{'case':34} plain  circ.  years  best7  BF>=3   specification")
    for number, (name, (case, told)) in enumerate(CASES.items()):
        hits = [0] * 5
        for run in range(runs):
            codes, exposed = case(random.Random(f"{number}:{run}"))
            plain, circular = chance.plain(codes, exposed).p, chance.circular(codes, exposed).p
            within = chance.within_strata(codes, exposed, STRATA).p
            hits[0] += plain is not None and plain <= LEVEL
            hits[1] += circular is not None and circular <= LEVEL
            hits[2] += within is not None and within <= LEVEL
            hits[3] += best_of_lags(codes, exposed) <= LEVEL
            hits[4] += rates.bayes_factor(Table.of(codes, exposed)) >= 3
        print(f"{name:34} " + "  ".join(f"{hit / runs:.3f}" for hit in hits) + f"   {told}", flush=True)
    print(f"{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
