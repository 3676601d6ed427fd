"""How two sides that both want a deal divide it: turns, deadlines, ways out, and money that flows meanwhile.

All functions divide a pie of 1 and return the *first proposer's* share, unless they say otherwise.
"""

from __future__ import annotations

import math
from typing import Final

from warifu.errors import MeasureError

OPTIONS_TEXT: Final = (
    "Another suitor changes the split only if its offer is worth more than what the conceder gets anyway; "
    "another's money that keeps coming during the talks changes it always."
)


def alternating(d_first: float, d_second: float) -> float:
    """The first proposer's share when offers alternate without end: (1 - d2) / (1 - d1 d2).

    Source: Rubinstein 1982.

    Raises:
        MeasureError: A factor lies outside [0, 1], or both are 1: then any split can be held out for.
    """
    _refuse_impatience_outside_unit(d_first, d_second)
    if d_first == d_second == 1:
        raise MeasureError("split", "neither side minds waiting, so no split follows", "Put one factor below 1.")
    return (1 - d_second) / (1 - d_first * d_second)


def last_offer(rounds: int, d_first: float, d_second: float) -> float:
    """The first proposer's share when the `rounds`-th offer is known to be the last.

    X_1 = 1 and X_n = 1 - d_responder X_(n-1); the sides take turns. With one common factor d this is
    (1 - (-d)^n) / (1 + d), and as n grows it becomes `alternating`.

    Raises:
        MeasureError: There is no round, or a factor lies outside [0, 1].
    """
    _refuse_impatience_outside_unit(d_first, d_second)
    if rounds < 1:
        raise MeasureError("split", f"{rounds} rounds leave nobody to make an offer", "Give at least one round.")
    share = 1.0
    for left in range(2, rounds + 1):
        # With `left` rounds to go, the first side proposes iff an even number of rounds has passed.
        responder = d_second if (rounds - left) % 2 == 0 else d_first
        share = 1 - responder * share
    return share


def last_offer_on_a_grid(rounds: int, pieces: int, patience: float) -> float:
    """As `last_offer`, but offers come in `pieces` equal pieces and a tie is accepted; by backward induction.

    Shows what a coarse grid does to the answer: with five pieces and patience 0.9 the side that speaks first in two
    rounds keeps 0 instead of 0.1.
    """
    share = 1.0
    for _ in range(rounds - 1):
        # Rounded to 1e-9 of a piece first, so that 0.9 on ten pieces needs nine of them and not ten.
        needed = math.ceil(round(patience * share * pieces, 9))
        share = (pieces - needed) / pieces
    return share


def outside_option(d_first: float, d_second: float, second: float, first: float = 0.0) -> float:
    """The *second* side's share when either may leave for good instead of answering an offer.

    max(d2 (1 - d1) / (1 - d1 d2), o2) while only the second side has a way out: it matters only if it is worth more
    than what that side gets anyway. With one on both sides the first proposer has
    min(1 - o2, max((1 - d2) / (1 - d1 d2), 1 - d2 (1 - o1))).

    Source: Shaked and Sutton 1984; Binmore, Shaked and Sutton 1989.

    Raises:
        MeasureError: The two ways out are together worth more than the pie.
    """
    _refuse_options_above_the_pie(first, second)
    return 1 - min(1 - second, max(alternating(d_first, d_second), 1 - d_second * (1 - first)))


def inside_option(patience: float, first: float, second: float) -> float:
    """The first proposer's share when each side receives a flow for as long as the talks last.

    b1 + (1 - b1 - b2) / (1 + d), where b is what the flow would be worth if it went on for ever. To pay small projects
    *during* talks is such a flow to the conceder: it raises its share by about half its value, from the first coin.

    Source: Binmore, Rubinstein and Wolinsky 1986.

    Raises:
        MeasureError: The two flows are together worth more than the pie.
    """
    _refuse_options_above_the_pie(first, second)
    return first + (1 - first - second) / (1 + patience)


def _refuse_options_above_the_pie(first: float, second: float) -> None:
    if first + second > 1:
        raise MeasureError(
            "split",
            f"walking away is worth {first} and {second}, together more than the whole",
            "There is nothing to divide: lower one of them.",
        )


def _refuse_impatience_outside_unit(*factors: float) -> None:
    for factor in factors:
        if not 0 <= factor <= 1:
            raise MeasureError("split", f"{factor} is no discount factor", "Put it in [0, 1].")
