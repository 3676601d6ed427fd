"""What was learned from marked texts: for each question a table of signs with their weight for each answer.

`weights.json` is written by `eval/reading/learn.py`; a weight is in hundredths. The answer with the largest sum of
weights is given; its share of the whole (softmax) says how sure it is. No sign that is not in the table counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib import resources
from typing import Final

import msgspec
import numpy as np

UNIT: Final = 100
"""Parts of one in which weights are kept."""
QUESTIONS: Final = ("deals", "told", "stage", "paper", "party", "kind")


class Weights:
    """One question: its answers, and for each sign its weight for each of them, in their order, in hundredths."""

    def __init__(self, answers: Sequence[str], of: Mapping[str, Sequence[int]]) -> None:
        self.answers = tuple(answers)
        self.of = of
        self._row = {sign: at for at, sign in enumerate(of)}
        self._table = np.array(list(of.values()), dtype=np.int32).reshape(len(of), len(self.answers))

    def shares(self, signs: Iterable[str]) -> dict[str, float]:
        """How sure each answer is; the shares add up to one. A sign said twice counts once."""
        known = self._row
        rows = {known[sign] for sign in signs if sign in known}
        totals: list[int] = self._table[list(rows)].sum(axis=0).tolist() if rows else [0] * len(self.answers)
        top = max(totals)
        parts = [_exponential(top - one) for one in totals]
        whole = sum(parts)
        return {answer: part / whole for answer, part in zip(self.answers, parts, strict=True)}

    def speaks(self, sign: str, answer: str) -> int:
        """How much a sign speaks for an answer beyond what it does for the others on the mean, in hundredths."""
        row = self.of.get(sign)
        return 0 if row is None else row[self.answers.index(answer)] - sum(row) // len(row)


@cache
def _exponential(below: int) -> int:
    """The exponential of minus so many hundredths, in thousand millionths: whole, and so the same on every machine."""
    return round((Decimal(-below) / UNIT).exp() * 10**9)


@dataclass(frozen=True, slots=True)
class Learned:
    """The six questions: does a text hold deals, is a draft told, at which stage, on which paper, who takes part, what
    is a sum. `sure` is the table of `calibration`."""

    deals: Weights
    told: Weights
    stage: Weights
    paper: Weights
    party: Weights
    kind: Weights
    sure: tuple[tuple[float, float], ...] = ()


class _Question(msgspec.Struct, frozen=True):
    answers: tuple[str, ...]
    of: dict[str, tuple[int, ...]]


class _Kept(msgspec.Struct, frozen=True):
    questions: dict[str, _Question]
    sure: tuple[tuple[float, float], ...]


def kept(learned: Learned) -> bytes:
    """What was learned as the file holds it."""
    questions = {}
    for name in QUESTIONS:
        weights: Weights = getattr(learned, name)
        questions[name] = _Question(weights.answers, {sign: tuple(row) for sign, row in sorted(weights.of.items())})
    return msgspec.json.encode(_Kept(questions, learned.sure)) + b"\n"


@lru_cache(maxsize=1)
def learned() -> Learned:
    """What comes with warifu."""
    file = resources.files("warifu.proposals.reader.weighing").joinpath("weights.json")
    found = msgspec.json.decode(file.read_bytes(), type=_Kept)
    made = {name: Weights(one.answers, one.of) for name, one in found.questions.items()}
    return Learned(made["deals"], made["told"], made["stage"], made["paper"], made["party"], made["kind"], found.sure)
