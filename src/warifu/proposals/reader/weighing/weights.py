"""What was learned from marked texts: for each question a table of signs with their weight for each answer.

`weights.json` is written by `eval/reading/learn.py`; a weight is in hundredths. The answer with the largest sum of
weights is given; its share of the whole (softmax) says how sure it is. No sign that is not in the table counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Final

import msgspec

UNIT: Final = 100.0
"""Parts of one in which weights are kept."""


class Weights(msgspec.Struct, frozen=True):
    """One question: its answers, and for each sign its weight for each of them, in their order."""

    answers: tuple[str, ...]
    of: dict[str, tuple[int, ...]]

    def sums(self, signs: Iterable[str]) -> list[int]:
        """The sum of the weights of signs for each answer, in hundredths; a sign said twice counts once."""
        totals = [0] * len(self.answers)
        known = self.of
        for sign in set(signs):
            row = known.get(sign)
            if row is not None:
                for at, weight in enumerate(row):
                    totals[at] += weight
        return totals

    def shares(self, signs: Iterable[str]) -> dict[str, float]:
        """How sure each answer is; the shares add up to one."""
        totals = self.sums(signs)
        top = max(totals)
        parts = [math.exp((one - top) / UNIT) for one in totals]
        whole = sum(parts)
        return {answer: part / whole for answer, part in zip(self.answers, parts, strict=True)}

    def heaviest(self, signs: Iterable[str], answer: str) -> tuple[str, int]:
        """The sign that speaks most for an answer, with its weight beyond what it has for the others on the mean."""
        at = self.answers.index(answer)
        best = ("", 0)
        for sign in sorted(set(signs)):
            row = self.of.get(sign)
            if row is not None:
                weight = row[at] - sum(row) // len(row)
                if weight > best[1]:
                    best = (sign, weight)
        return best


class Learned(msgspec.Struct, frozen=True):
    """The six questions: does a text hold deals, is a draft told, at which stage, on which paper, who takes part, what is a sum."""

    deals: Weights
    told: Weights
    stage: Weights
    paper: Weights
    party: Weights
    kind: Weights


@lru_cache(maxsize=1)
def learned() -> Learned:
    """The weights that come with warifu."""
    file = resources.files("warifu.proposals.reader.weighing").joinpath("weights.json")
    return msgspec.json.decode(file.read_bytes(), type=Learned)
