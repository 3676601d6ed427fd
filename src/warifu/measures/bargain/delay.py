"""Waiting: milking a flow, holding out for a sweeter offer, and whether a deadline bites.

Rounds are counted from 0: settling in round t means having waited t rounds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from warifu.errors import MeasureError
from warifu.measures.bargain.setting import COMPLETE
from warifu.measures.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting(Result):
    """When the conceder settles, and what that is worth to it in round 0.

    Attributes:
        settles: The round; None where it never does.
        value: The worth of its best course, seen from round 0.
    """

    settles: int | None
    value: float


def milking_flow(gain: float, patience: float) -> float:
    """The unconditional flow per round above which the conceder would rather live on it than settle: (1 - dC) L."""
    return (1 - patience) * gain


def best_wait(offers: Sequence[float], flows: Sequence[float], patience: float) -> Waiting:
    """Settle in the first round t with L_t >= y_t + dC V_(t+1), looking back from the last.

    Args:
        offers: The net gain L_t of settling in round t, as announced.
        flows: What is received in round t while not settling.
        patience: What the next round counts, dC.

    Raises:
        MeasureError: The two lists differ in length, or are empty.
    """
    if len(offers) != len(flows) or not offers:
        raise MeasureError(
            "delay", f"{len(offers)} offers and {len(flows)} flows", "Give one of each for every round, at least one."
        )
    value = 0.0
    settles: int | None = None
    for number in range(len(offers) - 1, -1, -1):
        wait = flows[number] + patience * value
        if offers[number] >= wait:
            value, settles = offers[number], number
        else:
            value = wait
    return Waiting(
        n=len(offers),
        method="Backward recursion over announced offers",
        assumption=COMPLETE + " The conceder foresees the offers.",
        settles=settles,
        value=value,
    )


def milking(gain: float, flow: float, patience: float, rounds: int) -> Waiting:
    """Wait on a constant flow against a constant net gain, for at most `rounds` rounds."""
    return best_wait([gain] * (rounds + 1), [flow] * (rounds + 1), patience)


def deadline_belief(gain: float, flow: float, patience: float, outside: float = 0.0) -> float:
    """pi*: the conceder settles at the deadline iff its belief in an extension is at most this.

    (L - oC) / (y + dC L - oC); infinite where the denominator is 0 or below (waiting is worth nothing), 0 where L < oC.
    Above 1 the deadline bites whatever it believes. So it bites when the flow stops, and hardly otherwise. No ledger
    shows the belief itself.
    """
    if gain < outside:
        return 0.0
    waiting = flow + patience * gain - outside
    return (gain - outside) / waiting if waiting > 0 else math.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Attrition(Result):
    """Both hold out for the better of two deals until one gives in.

    Attributes:
        hazard: The rate at which each side gives in, per round.
        mean_delay: The expected number of rounds until one does: 1 / (2 hazard).
    """

    hazard: float
    mean_delay: float


def attrition(cost: float, win: float, lose: float, rate: float) -> Attrition:
    """The bargaining half of Fearon's argument: hazard r (c + lose) / (win - lose).

    A longer shadow of the future (smaller r) makes the deal easier to keep and longer to reach.

    Args:
        cost: What holding out costs, as the flow r c.
        win: The worth of the deal on one's own terms.
        lose: The worth of the deal on the other's terms.
        rate: The rate r at which the future is discounted.

    Source: Fearon 1998; this form derived here.

    Raises:
        MeasureError: Winning is no better than losing, so nobody would hold out.
    """
    if win <= lose or rate <= 0 or cost + lose <= 0:
        raise MeasureError("attrition", "nobody has a reason to give in or to hold out", "Put win above lose.")
    hazard = rate * (cost + lose) / (win - lose)
    return Attrition(
        n=2,
        method="War of attrition over which deal",
        assumption="Both sides alike; neither knows when the other gives in.",
        hazard=hazard,
        mean_delay=1 / (2 * hazard),
    )
