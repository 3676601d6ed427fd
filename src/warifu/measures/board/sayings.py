"""Sayings as the mismatch measures hear them: whose position, on what, by whose word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from warifu.measures.board.record import Board, middle
from warifu.measures.mismatch import CONDITIONAL, CREATES_CONDITIONS, DENIED, Kind, Utterance
from warifu.proposals.lists import SaidRow, names
from warifu.terms.codelist import SaidKind
from warifu.terms.report import Quote

TIES: Final[Mapping[str, float]] = {
    "conditional": CONDITIONAL,
    "creates conditions": CREATES_CONDITIONS,
    "kept apart": DENIED,
}
TAKES_FOR: Final = "takes it for"
CAN_ORDER: Final = "can order"  # the share of private money that it thinks the other government commands
RANKS: Final = (
    ("prime minister", 1),
    ("president of", 1),
    ("premier", 1),
    ("deputy", 3),
    ("minister", 2),
    ("secretary", 2),
    ("ministry", 2),
    ("government", 2),
    ("ambassador", 3),
    ("aide", 3),
)
"""How much of a side a speaker speaks for, by the first of these words in the office; others are 4."""


class By(StrEnum):
    """By whose word a side's position is known."""

    OWN = "in its own words"
    OTHERS = "as others read it"
    DOUBTFUL = "by a doubtful source alone"


def position_of(row: SaidRow) -> str:
    """The side whose position a row tells."""
    return row.about or row.side


def by(row: SaidRow, board: Board) -> By:
    if board.doubtful(names(row.sources)):
        return By.DOUBTFUL
    return By.OTHERS if row.about and row.about != row.side else By.OWN


def rank(row: SaidRow) -> int:
    office = row.office.lower()
    if "deputy prime minister" in office:
        return 3
    return next((number for word, number in RANKS if word in office), 4)


def utterances(board: Board) -> tuple[Utterance, ...]:
    """Every saying that a mismatch measure can use; a tie, a frame and a number of one row are separate ones.

    A saying without a date is put at the first day of the programme: it is then followed by every dated one.
    """
    found: list[Utterance] = []
    start = board.programme.begin.first
    for row in board.heard:
        day = start if row.on is None else min(middle(row.on), board.as_of)
        side, level = position_of(row), rank(row)
        if row.ties_to and row.tie in TIES:
            value = TIES[row.tie]
            found.append(
                Utterance(
                    row.id,
                    side,
                    Kind.LINK,
                    row.topic,
                    day,
                    value,
                    value,
                    link_to=row.ties_to,
                    speaker=row.speaker,
                    rank=level,
                )
            )
        if row.tie == TAKES_FOR:
            found.append(
                Utterance(row.id, side, Kind.FRAME, row.topic, day, word=row.ties_to, speaker=row.speaker, rank=level)
            )
        if row.hoped_low is not None or row.hoped_high is not None:
            low = None if row.hoped_low is None else float(row.hoped_low)
            high = None if row.hoped_high is None else float(row.hoped_high)
            kind = Kind.CONTROL if row.tie == CAN_ORDER else Kind.TARGET
            found.append(
                Utterance(row.id, side, kind, row.topic, day, low, high, row.unit, speaker=row.speaker, rank=level)
            )
        if row.kind is SaidKind.GOAL and row.topic:
            found.append(Utterance(row.id, side, Kind.GOAL, row.topic, day, speaker=row.speaker, rank=level))
    return tuple(found)


def quote(row: SaidRow) -> Quote:
    """A saying as evidence: the speaker's words where they are kept, else the coder's wording, marked as such."""
    who = f"{row.speaker}, {row.office}" if row.office else row.speaker
    return Quote(
        row=row.id,
        who=who,
        side=position_of(row),
        on="" if row.on is None else row.on.text,
        words=row.quote or row.paraphrase,
        quoted=bool(row.quote),
        sources=names(row.sources),
    )


def in_order(rows: Iterable[SaidRow]) -> list[SaidRow]:
    """By day, those without one last."""
    return sorted(rows, key=lambda row: (row.on is None, row.on.first if row.on else date.max, row.id))
