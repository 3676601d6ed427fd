"""How sure a proposal is: the share of right ones among proposals that were weighed alike.

What the weights say of a draft (how sure it is that it is told, and its paper, stage and parties, each from 0 to 1) is
multiplied; the table that comes with the weights tells how many of the proposals with such a product were right on
marked texts that the weights had not seen (`eval/reading/learn.py`). `warifu evaluate` prints how well it holds
elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

HEDGED: Final = "the sentence hedges"
INHERITED: Final = "a party was taken from the sentence before"
DOUBTED: Final = 0.5
"""What is left of the confidence in a proposal from a doubtful source."""


def confidence(sure: float | None, table: Sequence[tuple[float, float]], doubtful: bool) -> float:
    """The share of right ones among proposals weighed like this one, from 0 to 1; halved for a doubtful source.

    Args:
        sure: The product of what the weights say of the draft; None for a draft that was not weighed, which gives 0.
        table: Pairs of such a product and the share that was right, rising; between two of them the share is in
            proportion. Without a table the product itself is the share.
        doubtful: Whether the source is spun or one of the figures garbled.
    """
    share = _between(sure, table) if sure is not None else 0.0
    return round(share * (DOUBTED if doubtful else 1), 2)


def _between(sure: float, table: Sequence[tuple[float, float]]) -> float:
    if not table:
        return sure
    if sure <= table[0][0]:
        return table[0][1]
    for (left, low), (right, high) in pairwise(table):
        if sure <= right:
            return low + (high - low) * (sure - left) / (right - left)
    return table[-1][1]
