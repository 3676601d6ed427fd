"""What changed from one release to the next, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

import msgspec

from warifu.release.redirects import Redirect
from warifu.terms.money import plain


class SumThen(msgspec.Struct, frozen=True, omit_defaults=True):
    """A sum as it stood: `counted` says whether totals took it."""

    sum: str
    kind: str
    amount: Decimal
    currency: str
    bound: str
    standing: str
    counted: bool
    sources: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        limit = "" if self.bound == "exact" else f", {self.bound}"
        left_out = "" if self.counted else ", in no total"
        return f"{self.kind} {plain(self.amount):,} {self.currency}{limit}{left_out}"


class DealThen(msgspec.Struct, frozen=True, omit_defaults=True):
    """A deal as it stood in a release."""

    deal: str
    title: str
    stage: str
    stage_on: str
    form: str
    binding: str
    status: str
    counted: bool
    stage_sources: tuple[str, ...] = ()
    sums: tuple[SumThen, ...] = ()


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """One difference between two releases: `kind` is a key of `KINDS`; `why` and `sources` say what it rests on."""

    deal: str
    title: str
    kind: str
    before: str = ""
    after: str = ""
    why: str = ""
    sources: tuple[str, ...] = ()


KINDS: Final[Mapping[str, str]] = {
    "new": "New in the ledger",
    "withdrawn": "Withdrawn",
    "joined": "Joined to another deal",
    "stage": "Moved stage",
    "binding": "Another answer about binding",
    "form": "Another paper",
    "status": "Another status",
    "counted": "Counted or no longer counted",
    "sum-told": "A sum newly told",
    "sum-changed": "A sum changed",
    "sum-dropped": "A sum no longer told",
}
"""Every kind of change, in the order in which a reader meets them."""


def compare(
    before: Sequence[DealThen], now: Sequence[DealThen], redirects: Mapping[str, Redirect]
) -> tuple[Change, ...]:
    """Everything that changed, by kind and deal.

    Args:
        before: Every deal of the release before.
        now: Every deal as it stands.
        redirects: Where the ids lead that are no more, with the reason.
    """
    old = {deal.deal: deal for deal in before}
    new = {deal.deal: deal for deal in now}
    found: list[Change] = []
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            found.append(Change(name, new[name].title, "new", after=new[name].stage, sources=new[name].stage_sources))
        elif name not in new:
            found.append(_gone(old[name], redirects.get(name)))
        else:
            found += _of_deal(old[name], new[name])
    order = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(found, key=lambda item: (order[item.kind], item.deal, item.before, item.after)))


def _gone(deal: DealThen, redirect: Redirect | None) -> Change:
    if redirect is None:
        return Change(deal.deal, deal.title, "withdrawn", before=deal.stage)
    kind = "joined" if redirect.new else "withdrawn"
    return Change(deal.deal, deal.title, kind, before=deal.stage, after="; ".join(redirect.new), why=redirect.why)


def _of_deal(old: DealThen, new: DealThen) -> Iterator[Change]:
    def change(kind: str, before: str, after: str, why: str = "", sources: tuple[str, ...] = ()) -> Change:
        return Change(new.deal, new.title, kind, before, after, why, sources)

    if old.stage != new.stage:
        why = f"on {new.stage_on}" if new.stage_on else ""
        yield change("stage", old.stage, new.stage, why, new.stage_sources)
    for kind in ("binding", "form", "status"):
        if getattr(old, kind) != getattr(new, kind):
            yield change(kind, getattr(old, kind), getattr(new, kind))
    if old.counted != new.counted:
        yield change("counted", _counted(old), _counted(new))
    before = {item.sum: item for item in old.sums}
    after = {item.sum: item for item in new.sums}
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            yield change("sum-told", "", after[name].told, "", after[name].sources)
        elif name not in after:
            yield change("sum-dropped", before[name].told, "")
        elif before[name].told != after[name].told or before[name].standing != after[name].standing:
            yield change("sum-changed", before[name].told, after[name].told, "", after[name].sources)


def _counted(deal: DealThen) -> str:
    return "counted" if deal.counted else "not counted"
