"""Which decisions stand: those that their author did not take back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from warifu.decisions.log import Decision


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that stand, in order.

    An `undo` takes back its author's own last decision about the same thing that still stands; one about a batch takes
    back all of that batch. An undo of nothing does nothing. Nobody can take back what somebody else decided.
    """
    kept: dict[int, Decision] = {}
    about: dict[tuple[str, str], list[int]] = defaultdict(list)
    batches: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, item in enumerate(decisions):
        if item.action != "undo":
            kept[place] = item
            about[item.analyst, item.about].append(place)
            if item.batch:
                batches[item.analyst, item.batch].append(place)
            continue
        together = batches.pop((item.analyst, item.about), None)
        if together is not None:
            for one in together:
                kept.pop(one, None)
            continue
        places = about[item.analyst, item.about]
        while places:
            if kept.pop(places.pop(), None) is not None:
                break
    return list(kept.values())


def last_standing(decisions: Iterable[Decision], analyst: str) -> Decision | None:
    """What the analyst decided last and has not taken back; None where there is nothing to undo."""
    own = [item for item in standing(decisions) if item.analyst == analyst]
    return own[-1] if own else None
