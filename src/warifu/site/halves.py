"""Halves: what each side of a programme tells of each deal, as the split tally shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from warifu.site.book import ORDER, Book


class Half(NamedTuple):
    """One side's word on a deal: the furthest stage that a voice of it tells; nothing told is an empty stage."""

    told: bool
    stage: str
    on_text: str
    depth: int
    government: bool


class Notch(NamedTuple):
    """A deal on the tally. `gaps` are the fields in which voices of the two sides differ."""

    deal: str
    title: str
    year: int | None
    first_text: str
    left: Half
    right: Half
    gaps: tuple[str, ...]

    @property
    def kind(self) -> str:
        """match, differ, left, right or neither."""
        if self.left.told and self.right.told:
            return "differ" if self.gaps else "match"
        return "left" if self.left.told else "right" if self.right.told else "neither"


def half(book: Book, deal: str, side: str) -> Half:
    """What the voices of a side tell of a deal, the furthest of them first."""
    told = [row for row in book.deal_versions.get(deal, ()) if row.side == side]
    if not told:
        return Half(False, "", "", 0, False)
    best = max(told, key=lambda row: (ORDER.get(row.stage, 0), row.stage_text, row.voice))
    government = any(row.voice.endswith(" government") for row in told)
    return Half(True, best.stage, best.stage_text, ORDER.get(best.stage, 0), government)


def between(book: Book, deal: str) -> tuple[str, ...]:
    """The fields in which a voice of one side and a voice of the other differ on a deal, each once."""
    side = {row.voice: row.side for row in book.deal_versions.get(deal, ())}
    wanted = set(book.sides)
    return tuple(
        dict.fromkeys(
            row.field
            for row in book.deal_gaps.get(deal, ())
            if {side.get(row.left_voice), side.get(row.right_voice)} == wanted
        )
    )


def notch(book: Book, deal: str) -> Notch:
    row = book.deals[deal]
    left, right = (half(book, deal, side) for side in book.sides)
    return Notch(deal, row.title, row.year, row.first_text, left, right, between(book, deal))


def notches(book: Book) -> tuple[Notch, ...]:
    """The deals in the programme's figures, by the day on which they were first told of; undated ones last."""
    counted = [notch(book, row.deal) for row in book.deals.values() if row.counted]
    return tuple(sorted(counted, key=lambda item: (item.first_text or "9999", item.deal)))


def tallied(found: Sequence[Notch]) -> dict[str, int]:
    """How many notches are of each kind."""
    counts = dict.fromkeys(("match", "differ", "left", "right", "neither"), 0)
    for item in found:
        counts[item.kind] += 1
    return counts
