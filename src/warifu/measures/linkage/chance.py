"""What the difference would be had the same deals fallen before other meetings of the same stratum.

T is the mean movement after deals less the mean movement otherwise. With the numbers of meetings fixed it depends only
on the sum of movements over the exposed, so all relabellings are counted exactly by adding up ways, without listing
them.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from warifu.errors import MeasureError
from warifu.measures.result import Interval, Result

MOST_WORK: Final = 20_000_000
"""Additions up to which relabellings are counted; above it they are drawn. About five seconds of counting."""
MOST_FOR_INTERVAL: Final = 3_000_000
FINEST_CODE: Final = 1_000

Ways = dict[tuple[int, int], int]
"""By sum of movement over the relabelled as exposed, and number of truly exposed among them: how many relabellings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance(Result):
    """How often relabelling gives a difference at least as large.

    Attributes:
        name: Of the test.
        p: The share of relabellings with |T| at least as large; None where there is no difference to compare.
        floor: The smallest p this test could have given.
        ways: How many relabellings there are, or were drawn.
        exact: Whether all were counted.
    """

    name: str
    p: float | None
    floor: float
    ways: int
    exact: bool


def difference(movement: Sequence[float], exposed: Sequence[bool]) -> float | None:
    """T: mean movement where exposed less mean movement where not; None where one of them has no meeting."""
    after = [moved for moved, is_exposed in zip(movement, exposed, strict=True) if is_exposed]
    other = [moved for moved, is_exposed in zip(movement, exposed, strict=True) if not is_exposed]
    if not after or not other:
        return None
    return math.fsum(after) / len(after) - math.fsum(other) / len(other)


def within_strata(
    movement: Sequence[float], exposed: Sequence[bool], strata: Sequence[str], draws: int = 9_999, seed: int = 1956
) -> Chance:
    """The primary test: exposure relabelled within strata, two-sided on |T|.

    All relabellings are counted where that is feasible; otherwise `draws` are drawn and p = (hits + 1) / (draws + 1).
    """
    return _permutation(
        "within strata",
        "Permutation within strata",
        "Within a stratum any meeting could as well have followed the deals; trends between strata do not matter.",
        movement,
        exposed,
        strata,
        draws,
        seed,
    )


def plain(movement: Sequence[float], exposed: Sequence[bool], draws: int = 9_999, seed: int = 1956) -> Chance:
    """All meetings relabelled freely: shown, and valid only if meetings are exchangeable."""
    return _permutation(
        "plain",
        "Plain permutation",
        "Valid only if meetings are exchangeable: no trend, no memory.",
        movement,
        exposed,
        ["all"] * len(movement),
        draws,
        seed,
    )


def circular(movement: Sequence[float], exposed: Sequence[bool]) -> Chance:
    """All n shifts of the movements against the deals, the ends joined; the smallest p is 1 / n."""
    count = len(movement)
    codes, _ = whole_numbers(movement)
    of_all = sum(codes)
    number = sum(exposed)
    places = [place for place, is_exposed in enumerate(exposed) if is_exposed]
    found = [
        abs(count * sum(codes[(place + shift) % count] for place in places) - number * of_all) for shift in range(count)
    ]
    hits = sum(one >= found[0] for one in found)
    return Chance(
        n=count,
        method="Circular shift",
        assumption="The series has no trend; its memory may be anything.",
        name="circular shift",
        p=hits / count if 0 < number < count else None,
        floor=1 / count if count else 1.0,
        ways=count,
        exact=True,
    )


def holm(ps: Mapping[str, float | None]) -> dict[str, float | None]:
    """Holm's adjustment: p values of several questions, each raised for the others having been asked; None stays."""
    asked = sorted(((p, name) for name, p in ps.items() if p is not None))
    raised: dict[str, float | None] = dict.fromkeys(ps)
    highest = 0.0
    for place, (p, name) in enumerate(asked):
        highest = max(highest, min(1.0, p * (len(asked) - place)))
        raised[name] = highest
    return raised


def interval(
    movement: Sequence[float], exposed: Sequence[bool], strata: Sequence[str], level: float = 0.9
) -> Interval | None:
    """Every difference that the permutation test within strata would not reject at 1 - level.

    An end is None where no difference, however large, would be rejected: too few relabellings. The whole is None where
    there is no T, or too much to count.
    """
    if difference(movement, exposed) is None:
        return None
    codes, unit = whole_numbers(movement)
    if _work(codes, exposed, strata) * max(1, sum(exposed)) > MOST_FOR_INTERVAL:
        return None
    ways = count_ways(codes, exposed, strata, follow=True)
    low = _end(ways, codes, exposed, level, -1)
    high = _end(ways, codes, exposed, level, +1)
    return Interval(
        None if low is None else low / unit,
        None if high is None else high / unit,
        level,
        "inversion of the permutation test within strata",
    )


def whole_numbers(movement: Sequence[float]) -> tuple[list[int], int]:
    """The movements in whole units, and how many units make one; a mean of coders such as 0.5 needs two.

    Raises:
        MeasureError: A movement is finer than a thousandth.
    """
    exact = [Fraction(moved).limit_denominator(FINEST_CODE) for moved in movement]
    unit = math.lcm(*(one.denominator for one in exact)) if exact else 1
    if unit > FINEST_CODE * FINEST_CODE or any(
        abs(float(one) - moved) > 1e-9 for one, moved in zip(exact, movement, strict=True)
    ):
        raise MeasureError("linkage", "a movement code is finer than a thousandth", "Round the codes.")
    return [int(one * unit) for one in exact], unit


def count_ways(codes: Sequence[int], exposed: Sequence[bool], strata: Sequence[str], *, follow: bool) -> Ways:
    """How many relabellings within strata give each sum; with `follow`, also by how many truly exposed they keep."""
    total: Ways = {(0, 0): 1}
    for stratum in sorted(set(strata)):
        members = [
            (code, int(is_exposed and follow), is_exposed)
            for code, is_exposed, own in zip(codes, exposed, strata, strict=True)
            if own == stratum
        ]
        chosen = sum(is_exposed for _, _, is_exposed in members)
        by_number: list[Ways] = [{(0, 0): 1}] + [{} for _ in range(chosen)]
        for code, kept, _ in members:
            for number in range(chosen, 0, -1):
                into = by_number[number]
                for (moved, same), count in by_number[number - 1].items():
                    key = (moved + code, same + kept)
                    into[key] = into.get(key, 0) + count
        total = _join(total, by_number[chosen])
    return total


def _join(left: Ways, right: Ways) -> Ways:
    joined: Ways = {}
    for (moved, same), count in left.items():
        for (more, also), times in right.items():
            key = (moved + more, same + also)
            joined[key] = joined.get(key, 0) + count * times
    return joined


def _work(codes: Sequence[int], exposed: Sequence[bool], strata: Sequence[str]) -> int:
    """An upper bound of the additions that counting takes."""
    spread = (max(codes) - min(codes)) * max(1, sum(exposed)) + 1 if codes else 1
    largest = max(
        (sum(x for x, own in zip(exposed, strata, strict=True) if own == one) for one in set(strata)), default=0
    )
    return len(codes) * max(1, largest) * spread


def _permutation(
    name: str,
    method: str,
    assumption: str,
    movement: Sequence[float],
    exposed: Sequence[bool],
    strata: Sequence[str],
    draws: int,
    seed: int,
) -> Chance:
    count, number = len(movement), sum(exposed)
    codes, _ = whole_numbers(movement)
    of_all = sum(codes)

    def size(moved: int) -> int:
        return abs(count * moved - number * of_all)

    seen = size(sum(code for code, is_exposed in zip(codes, exposed, strict=True) if is_exposed))
    exact = _work(codes, exposed, strata) <= MOST_WORK
    if exact:
        ways = count_ways(codes, exposed, strata, follow=False)
        every = sum(ways.values())
        hits = sum(times for (moved, _), times in ways.items() if size(moved) >= seen)
        largest = max(size(moved) for moved, _ in ways)
        p = hits / every
        floor = sum(times for (moved, _), times in ways.items() if size(moved) == largest) / every
    else:
        every = draws
        hits = sum(size(moved) >= seen for moved in _drawn(codes, exposed, strata, draws, seed))
        p = (hits + 1) / (draws + 1)
        floor = 1 / (draws + 1)
    return Chance(
        n=count,
        method=method + (", all relabellings counted" if exact else f", {draws:,} draws"),
        assumption=assumption,
        seed=None if exact else seed,
        name=name,
        p=p if 0 < number < count else None,
        floor=floor,
        ways=every,
        exact=exact,
    )


def _drawn(codes: Sequence[int], exposed: Sequence[bool], strata: Sequence[str], draws: int, seed: int) -> list[int]:
    """The sum over the exposed in each of `draws` relabellings within strata."""
    rng = random.Random(f"{seed}:relabellings")
    groups = [
        (
            sorted(code for code, own in zip(codes, strata, strict=True) if own == one),
            sum(is_exposed for is_exposed, own in zip(exposed, strata, strict=True) if own == one),
        )
        for one in sorted(set(strata))
    ]
    return [sum(sum(rng.sample(members, chosen)) for members, chosen in groups) for _ in range(draws)]


def _end(ways: Ways, codes: Sequence[int], exposed: Sequence[bool], level: float, side: int) -> float | None:
    """Where, going from T to one side, the test begins to reject; None where it never does."""
    count, number = len(codes), sum(exposed)
    of_all = sum(codes)
    seen = sum(code for code, is_exposed in zip(codes, exposed, strict=True) if is_exposed)
    every = sum(ways.values())

    def kept(shift: float) -> bool:
        level_of_all = number * (of_all - shift * number)
        as_seen = abs(count * (seen - shift * number) - level_of_all)
        hits = sum(
            times
            for (moved, same), times in ways.items()
            if abs(count * (moved - shift * same) - level_of_all) >= as_seen - 1e-7 * (1 + as_seen)
        )
        return hits / every > 1 - level

    inside = seen / number - (of_all - seen) / (count - number)
    reach = max(1, max(codes) - min(codes))
    outside = inside + side * 1000 * reach
    if kept(outside):
        return None
    for _ in range(60):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if kept(middle) else (inside, middle)
    return inside
