"""Comments, disputes and corrections: numbered, answered, and closed by the release in which they landed. Pure.

Anybody may say something about a deal, a statement, a figure or a proposal; it is a `note` in their log with a number
of its own. Answers are decisions about that number. The public site shows all of them but comments on proposals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from warifu.decisions.log import Decision
from warifu.decisions.standing import standing


class CommentKind(StrEnum):
    COMMENT = "comment"
    DISPUTE = "dispute"  # the ledger says something that its author holds to be wrong
    CORRECTION = "correction"  # … and what is right, with a source


class Said(msgspec.Struct, frozen=True, omit_defaults=True):
    """The value of a `note`: `by` is who wrote in, where that is not the analyst who recorded it."""

    number: int
    kind: CommentKind
    text: str
    by: str = ""
    source: str = ""


class Answered(msgspec.Struct, frozen=True, omit_defaults=True):
    """The value of an `answer`: `upheld` is None while it is talked over; `release` where it landed."""

    text: str
    upheld: bool | None = None
    release: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, as recorded."""

    analyst: str
    at: str
    said: Answered


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its answers. `number` is its name for ever; a later one of the same number got a letter."""

    number: str
    about: str
    analyst: str
    at: str
    said: Said
    answers: tuple[Answer, ...]

    @property
    def upheld(self) -> bool | None:
        """The last verdict that an answer gave; None while none did."""
        given = [one.said.upheld for one in self.answers if one.said.upheld is not None]
        return given[-1] if given else None

    @property
    def release(self) -> str:
        """The release in which it landed; empty where it has not."""
        given = [one.said.release for one in self.answers if one.said.release]
        return given[-1] if given else ""

    @property
    def open(self) -> bool:
        """Whether it still waits: a comment for an answer, a dispute or correction for a verdict."""
        if self.said.kind is CommentKind.COMMENT:
            return not self.answers
        return self.upheld is None


def name(number: str | int) -> str:
    """What an answer is about: the comment of that number."""
    return f"comment:{number}"


def threads(decisions: Iterable[Decision]) -> tuple[Thread, ...]:
    """Every comment that stands, by number, with its answers in order of time."""
    kept = sorted(standing(decisions), key=lambda item: (item.at, item.analyst))
    answers: dict[str, list[Answer]] = {}
    for item in kept:
        if item.action == "answer":
            try:
                said = msgspec.json.decode(item.value, type=Answered)
            except (msgspec.DecodeError, msgspec.ValidationError):
                continue
            answers.setdefault(item.about, []).append(Answer(item.analyst, item.at, said))
    found = []
    seen: dict[int, int] = {}
    for item in kept:
        said_there = _said(item)
        if said_there is None:
            continue
        times = seen.get(said_there.number, 0)
        seen[said_there.number] = times + 1
        number = f"{said_there.number}{chr(ord('a') + times) if times else ''}"
        found.append(
            Thread(number, item.about, item.analyst, item.at, said_there, tuple(answers.get(name(number), ())))
        )
    return tuple(sorted(found, key=lambda one: (one.said.number, one.number)))


def next_number(decisions: Sequence[Decision]) -> int:
    """One more than any number given, taken back or not: a number never names two things."""
    return max((said.number for said in map(_said, decisions) if said is not None), default=0) + 1


def _said(item: Decision) -> Said | None:
    if item.action != "note" or not item.value:
        return None
    try:
        return msgspec.json.decode(item.value, type=Said)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None
