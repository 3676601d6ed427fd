"""What a draft of a deal is made of: values with the words they were read from; offsets are the body's."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from warifu.proposals.reader.clauses import Clause, Happened
from warifu.proposals.reader.days import Day
from warifu.proposals.reader.mentions import Mention
from warifu.proposals.reader.money import Amount
from warifu.proposals.reader.sentences import Sentence

RANK: Final = {"proposed": 0, "announced": 1, "signed": 2, "in force": 3, "under way": 4, "financed": 4, "delivered": 5, "stalled": 6, "cancelled": 7}  # fmt: skip
SPECIFIC: Final = ("mou", "letter", "guarantee", "equity", "venture", "loan", "relief", "grant", "fund", "purchase", "notes", "framework", "contract", "agreement", "statement")  # fmt: skip
WEAK: Final = frozenset({"other", "papers", "project"})


@dataclass(frozen=True, slots=True)
class Words:
    """A value and the words it was read from; offsets are the body's."""

    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class PartyWords:
    mention: Mention
    role: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class SumWords:
    amount: Amount
    kind: str
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Spoken:
    """One sentence with all that was found in it."""

    sentence: Sentence
    mentions: list[Mention]
    amounts: list[Amount]
    days: list[Day]
    bare: str
    clauses: list[Clause]


@dataclass(slots=True)
class Draft:
    """A deal in the making. `paper` is a class of the lexicon, or "pledge" for money in no named form."""

    paper: Words
    event: Happened
    stage: Words
    sentence: int
    start: int
    end: int
    parties: list[PartyWords] = field(default_factory=list)
    sums: list[SumWords] = field(default_factory=list)
    day: Words | None = None
    count: Words | None = None
    binding: Words | None = None
    area: Words | None = None
    programme: Words | None = None
    speaker: Words | None = None
    place: Words | None = None
    voice: Words | None = None
    hedged: bool = False
    inherited: bool = False
    signed: bool = False
    board: bool = False
    sure: float | None = None
    weighed: str = ""
    undescribed: Clause | None = None

    def money(self) -> set[tuple[Decimal, str]]:
        """Its sums as numbers with their currency."""
        return {(one.amount.number, one.amount.currency) for one in self.sums}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft and what the rules make of it: kept ("rules", "beside", "left over") or not. `about` says whether they take its
    text to be about deals, `others` how many words it has of topics that are none (trade, results, sport, the weather)."""

    draft: Draft
    by: str
    about: bool = True
    others: int = 0
