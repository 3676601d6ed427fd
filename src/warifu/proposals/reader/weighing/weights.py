"""What was learned from marked texts: for each question a table of signs with their weight for each answer.

`weights.json` is written by `eval/reading/learn.py`; a weight is in hundredths. The answer with the largest sum of
weights is given; its share of the whole (softmax) says how sure it is. No sign that is not in the table counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from importlib import resources
from itertools import repeat
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

    def sums(self, signs: Iterable[str]) -> list[int]:
        """The sum of the weights of signs for each answer. A sign said twice counts once, an unknown one not at all."""
        rows = set(map(self._row.get, signs, repeat(-1)))
        rows.discard(-1)
        found: list[int] = self._table[list(rows)].sum(axis=0).tolist() if rows else [0] * len(self.answers)
        return found

    def shares(self, signs: Iterable[str]) -> dict[str, float]:
        """How sure each answer is; the shares add up to one."""
        return shared(self.answers, self.sums(signs))

    def speaks(self, sign: str, answer: str) -> int:
        """How much a sign speaks for an answer beyond what it does for the others on the mean, in hundredths."""
        row = self.of.get(sign)
        return 0 if row is None else row[self.answers.index(answer)] - sum(row) // len(row)


def shared(answers: Sequence[str], sums: Sequence[int]) -> dict[str, float]:
    """Each answer's share of the whole, by the exponential of its sum."""
    top = max(sums)
    parts = [_exponential(top - one) for one in sums]
    whole = sum(parts)
    return {answer: part / whole for answer, part in zip(answers, parts, strict=True)}


def beside(*questions: Weights) -> Weights:
    """Several questions asked of the same signs as one: their answers in a row, so that each sign is looked up once."""
    rows = {}
    for sign in dict.fromkeys(sign for one in questions for sign in one.of):
        rows[sign] = [weight for one in questions for weight in one.of.get(sign, (0,) * len(one.answers))]
    return Weights([answer for one in questions for answer in one.answers], rows)


@cache
def _exponential(below: int) -> int:
    """The exponential of minus so many hundredths, in thousand millionths: whole, and so the same on every machine."""
    return round((Decimal(-below) / UNIT).exp() * 10**9)


@dataclass(frozen=True)
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

    @cached_property
    def draft(self) -> Weights:
        """What is asked of a draft's own signs: told, stage and paper, side by side."""
        return beside(self.told, self.stage, self.paper)


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
