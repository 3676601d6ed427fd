"""What was known when: a deal, and each of its values, on two days, and what differs. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from warifu.terms.deal import Deal, DealSum


class What(StrEnum):
    """What became of something between two days."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One value of one deal that differs; `field` is empty where the whole deal is new or gone.

    `why` are the statements on which the later value rests.
    """

    deal: str
    title: str
    what: What
    field: str
    before: str
    after: str
    why: tuple[str, ...] = ()


def differences(before: Iterable[Deal], after: Iterable[Deal]) -> tuple[Difference, ...]:
    """Everything in which two states of a ledger differ, by deal and field."""
    old, new = {deal.id: deal for deal in before}, {deal.id: deal for deal in after}
    found: list[Difference] = []
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            deal = new[name]
            found.append(Difference(name, deal.case.title, What.NEW, "", "", deal.stage, deal.statements))
        elif name not in new:
            deal = old[name]
            found.append(Difference(name, deal.case.title, What.GONE, "", deal.stage, ""))
        elif old[name] != new[name]:
            found.extend(_between(old[name], new[name]))
    return tuple(found)


def _between(old: Deal, new: Deal) -> Iterable[Difference]:
    mine, theirs = values(old), values(new)
    added = tuple(sorted(set(new.statements) - set(old.statements)))
    for field in dict.fromkeys((*mine, *theirs)):
        left, right = mine.get(field, ""), theirs.get(field, "")
        if left != right:
            yield Difference(new.id, new.case.title, What.CHANGED, field, left, right, added)


def values(deal: Deal) -> Mapping[str, str]:
    """The values of a deal that a reader sees, by name, as text; empty: not known."""
    found = {
        "title": deal.case.title,
        "areas": ", ".join(deal.case.areas),
        "form": deal.form.value,
        "instrument": deal.instrument.value,
        "stage": deal.stage.value,
        "status": deal.status.value,
        "binding": deal.binding.value,
        "parties": ", ".join(sorted(party.name for party, _ in deal.parties)),
        "support": str(deal.support),
        "voices": str(len(deal.versions)),
        "gaps": str(len(deal.gaps)),
    }
    for reached in deal.reached:
        found.setdefault(f"stage {reached.stage}", str(reached.on) if reached.on is not None else "no day")
    for item in sorted(deal.sums, key=_sum_key):
        words = f"{item.standing}, {item.bound}, {item.support} independent"
        key = f"{item.kind} {item.money}"
        found[key] = f"{found[key]}; {words}" if key in found else words
    return found


def _sum_key(item: DealSum) -> tuple[str, str, int]:
    return item.kind.value, str(item.money), item.row
