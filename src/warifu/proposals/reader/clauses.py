"""Sentences cut into clauses, each with what it names, counts and dates, and what it says happened.

Which of the events of a clause governs it is told by `events`.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from warifu.documents.caseless import Pattern
from warifu.proposals.reader.days import Day
from warifu.proposals.reader.lexicon import Lexicon
from warifu.proposals.reader.lexicon.classes import PAPERS
from warifu.proposals.reader.lexicon.tables import Table
from warifu.proposals.reader.mentions import Mention
from warifu.proposals.reader.money import Amount

HOLE: Final = "█"
"""Stands for every letter of a name, sum or date, so that no word inside one is read as a word of the sentence."""

STAGE: Final[dict[str, str]] = {
    "plan": "proposed", "pledge": "announced", "approve": "announced", "sign": "signed", "order": "signed", "force": "in force",
    "relieve": "financed", "present": "announced", "build": "delivered", "give": "financed", "buy": "financed", "invest": "financed", "draw": "financed", "work": "under way", "finish": "delivered",
    "stall": "stalled", "cancel": "cancelled", "refuse": "cancelled",
}  # fmt: skip
"""The stage that each class of event tells. "under way" and "stalled" are words of status, kept apart when told."""


ALIKE: Final = {"principle": "pledge", **{f"{name}_phrase": name for name in (*STAGE, *PAPERS, "relief")}}
"""Classes of the lexicon that only order its rows, and the class that they mean."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the lexicon: its class and where it stands in the sentence."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class Clause:
    """Characters `start:end` of a sentence; all offsets inside are the sentence's. `carried` says that the clause was cut
    from the one before it and is told at that one's event."""

    start: int
    end: int
    text: str
    mentions: list[Mention]
    amounts: list[Amount]
    days: list[Day]
    events: list[Hit] = field(default_factory=list)
    papers: list[Hit] = field(default_factory=list)
    negations: list[tuple[int, int]] = field(default_factory=list)
    depth: int = 0
    carried: bool = False

    def said(self, pattern: Pattern) -> re.Match[str] | None:
        return pattern.search(self.text)


@dataclass(frozen=True, slots=True)
class Happened:
    """What a clause says happened: the class of event, the stage it tells, and whether it was denied. `aside` says that it
    hangs on a noun of the clause ("the line that the bank opened") and is not what the clause is about. `verb` is the
    clause's main verb, from which names hang, where another word tells the stage."""

    event: str
    stage: str
    start: int
    end: int
    denied: bool = False
    future: bool = False
    aside: bool = False
    verb: tuple[int, int] | None = None


def masked(text: str, mentions: list[Mention], amounts: list[Amount], days: list[Day]) -> str:
    """The sentence with names, sums and dates blotted out, every other offset unchanged."""
    spans = [(one.start, one.end) for one in mentions if one.sort != "adjective"]
    spans += [(one.start, one.end) for one in amounts]
    spans += [(one.start, one.end) for one in days if one.end - one.start > 4]
    if not spans:
        return text
    letters = list(text)
    for start, end in spans:
        letters[start:end] = HOLE * (end - start)
    return "".join(letters)


def clauses(
    text: str, mentions: list[Mention], amounts: list[Amount], days: list[Day], lexicon: Lexicon
) -> list[Clause]:
    """The clauses of one sentence, in order; a piece that says nothing by itself stays with its neighbour."""
    bare = masked(text, mentions, amounts, days)
    events = _hits(lexicon.events, bare)
    papers = _hits(lexicon.papers, bare)
    described = [one for one in mentions if text[one.start : one.start + 1].islower() and text[one.start : one.end].endswith(("fund", "venture", "company"))]  # fmt: skip
    for one in described:
        papers += [
            Hit(ALIKE.get(match.lastgroup or "", match.lastgroup or ""), match.start(), match.end())
            for match in lexicon.papers.finditer(text, one.start, one.end)
        ]
    if described:
        papers.sort(key=lambda one: one.start)
    cuts = [0]
    for match in lexicon.split.finditer(bare):
        if match.start() > cuts[-1] + 3:
            cuts.append(match.start())
    cuts.append(len(text))
    pieces: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        empty = not _within(events, start, end)
        if pieces and (empty or not _within(events, *pieces[-1])):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    found = []
    for depth, (start, end) in enumerate(pieces):
        clause = Clause(
            start, end, bare[start:end],
            [one for one in mentions if start <= one.start < end],
            [one for one in amounts if start <= one.start < end],
            [one for one in days if start <= one.start < end],
            depth=depth,
        )  # fmt: skip
        clause.events = _within(events, start, end)
        clause.papers = _within(papers, start, end)
        clause.negations = [match.span() for match in lexicon.negation.finditer(bare, start, end)]
        found.append(clause)
    return found


def _hits(table: Table, bare: str) -> list[Hit]:
    return [
        Hit(ALIKE.get(match.lastgroup or "", match.lastgroup or ""), match.start(), match.end())
        for match in table.finditer(bare)
    ]


def _within(hits: list[Hit], start: int, end: int) -> list[Hit]:
    return [hit for hit in hits if start <= hit.start < end]


def denied(clause: Clause, hit: Hit, bare: str) -> bool:
    for start, end in clause.negations:
        gap = bare[end : hit.start]
        if end <= hit.start and hit.start - end < 60 and "," not in gap and ";" not in gap:
            words = bare[start:end].lower()
            if words == "no" and re.match(r"\s(?:new|longer|matter|one)\b", bare[end : end + 9]):
                continue
            return True
        if hit.end <= start < hit.end + 18 and re.match(r"\s(?:no|nothing|none|not|ни|nicht|kein|pas|aucun)\b", bare[hit.end : hit.end + 10], re.I):  # fmt: skip
            return True
    return False
