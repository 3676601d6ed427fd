"""How the talks moved, as people code it who see neither the deals nor each other's codes. Pure.

A code is a decision about a step of the talks: its value is -2 to 2 (`CODES`), or nothing where the record does not
tell. What a coder decided last counts. Codes of one step are shown to others only who have coded every step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from warifu.decisions.agreement import Agreement, agreement
from warifu.decisions.log import Decision, instant
from warifu.proposals.lists import MovementRow
from warifu.terms.dates import PartialDate

ACTION: Final = "code"
TOPIC: Final = "talk:"
VALUES: Final = (-2, -1, 0, 1, 2)
UNTOLD: Final = ""
"""The value where the record of the talks does not tell: no code, which is not 0."""


def about(talk: str) -> str:
    """What a decision about a step of the talks is about."""
    return TOPIC + talk


def codes(decisions: Iterable[Decision]) -> dict[str, dict[str, Decision]]:
    """The last code that stands, by step and coder; `UNTOLD` ones too, for whoever gave one has looked."""
    found: dict[str, dict[str, Decision]] = defaultdict(dict)
    for one in decisions:
        if one.action == ACTION and one.about.startswith(TOPIC) and (one.value == UNTOLD or value(one) is not None):
            found[one.about.removeprefix(TOPIC)][one.analyst] = one
    return found


def value(decision: Decision) -> int | None:
    """The code; None where the record does not tell, or the value is none."""
    return int(decision.value) if decision.value in map(str, VALUES) else None


def rows(decisions: Iterable[Decision], kept: Sequence[MovementRow] = ()) -> tuple[MovementRow, ...]:
    """Every code: those of the sheet, and those given at the desk, which go before the same coder's on a sheet."""
    found = {(row.talk, row.coder): row for row in kept}
    for talk, by_coder in codes(decisions).items():
        for coder, one in by_coder.items():
            code = value(one)
            if code is None:
                found.pop((talk, coder), None)
                continue
            found[talk, coder] = MovementRow(
                talk=talk, coder=coder, movement=code, on=PartialDate.of(instant(one).date()), reason=one.reason
            )
    return tuple(found.values())


def agree(talks: Sequence[str], given: Iterable[MovementRow]) -> Agreement | None:
    """Ordinal agreement over these steps; None where fewer than two people coded."""
    by_talk: Mapping[str, dict[str, float]] = defaultdict(dict)
    coders: set[str] = set()
    for row in given:
        by_talk[row.talk][row.coder] = float(row.movement)
        coders.add(row.coder)
    if len(coders) < 2:
        return None
    return agreement([[by_talk[talk].get(coder) for coder in sorted(coders)] for talk in talks])
