"""What is to be judged, most consequential first, each with the reasons for its place. Pure.

The place in the queue is a sum of points by the table `WEIGHTS`; whoever wants another order changes that table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from warifu.decisions.judgement import NOT_JUDGED, Outcome, State
from warifu.proposals.proposal import Proposal
from warifu.terms.codelist import Form, SumKind
from warifu.terms.deal import Deal
from warifu.terms.document import DocumentRecord

WEIGHTS: Final[Mapping[str, float]] = {
    "money": 2.0,  # for each tenfold above 100,000: a billion has eight points
    "clash": 3.0,  # another voice, or the ledger, says otherwise of the deal it tells of
    "doubt": 2.0,  # the source is spun, or the reader was not sure of it
    "silence": 1.5,  # it tells of a deal that was silent
    "age": 1.0,  # it has waited for a year, or its part of one
}
SMALLEST: Final = Decimal(100_000)


@dataclass(frozen=True, slots=True)
class Why:
    """One reason for a place in the queue: its name in `WEIGHTS`, its points, and what it rests on."""

    rule: str
    points: float
    about: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """What the queue may know besides the proposals; nothing else."""

    worth: Callable[[Proposal], Decimal | None]
    deals: Mapping[str, Deal]
    documents: Mapping[str, DocumentRecord]
    as_of: date


@dataclass(frozen=True, slots=True)
class Item:
    """One question for a person: a proposal, and those that its answer settles too (`folded`)."""

    id: str
    kind: str
    source: str
    publisher: str
    document: str
    language: str
    area: str
    programme: str
    deal: str
    worth: Decimal | None
    why: tuple[Why, ...]
    points: float
    pattern: str
    folded: tuple[str, ...]

    @property
    def reasons(self) -> frozenset[str]:
        return frozenset(one.rule for one in self.why)


def items(proposals: Iterable[Proposal], heads: Mapping[str, str], around: Around) -> list[Item]:
    """Every question, most consequential first; equal ones by document and place.

    Args:
        proposals: All proposals.
        heads: Which proposal answers for which (`rereading.folded`).
        around: What else may be known.
    """
    kept = {one.id: one for one in proposals}
    members: dict[str, list[str]] = {}
    for one, head in heads.items():
        members.setdefault(head, [])
        if one != head:
            members[head].append(one)
    found = [(kept[head], _item(kept[head], tuple(sorted(rest)), around)) for head, rest in members.items()]
    found.sort(key=lambda pair: (-pair[1].points, pair[0].document, pair[0].start, pair[0].id))
    return [item for _, item in found]


def _item(one: Proposal, rest: tuple[str, ...], around: Around) -> Item:
    record = around.documents.get(one.document)
    deal = one.match.deal if one.match is not None else ""
    worth = around.worth(one)
    why = tuple(_why(one, worth, around.deals.get(deal), record, around.as_of))
    return Item(
        id=one.id,
        kind=one.kind.value,
        source=one.source,
        publisher=(record.publisher or "") if record is not None else "",
        document=one.document,
        language=((record.language or "") if record is not None else "").split("-")[0],
        area=one.value("area"),
        programme=one.value("programme"),
        deal=deal,
        worth=worth,
        why=why,
        points=round(sum(reason.points for reason in why), 6),
        pattern=pattern(one),
        folded=rest,
    )


def _why(
    one: Proposal, worth: Decimal | None, deal: Deal | None, record: DocumentRecord | None, as_of: date
) -> list[Why]:
    found = []
    if worth is not None and worth > SMALLEST:
        found.append(Why("money", round(WEIGHTS["money"] * math.log10(float(worth / SMALLEST)), 4), f"{worth:f}"))
    if deal is not None and (differs := clash(one, deal)):
        found.append(Why("clash", WEIGHTS["clash"], differs))
    doubt = 1.0 if one.doubtful else max(0.0, 0.5 - one.confidence)
    if doubt:
        found.append(Why("doubt", round(WEIGHTS["doubt"] * doubt, 4), one.reasons[0] if one.reasons else ""))
    if deal is not None and deal.silent_since is not None:
        found.append(Why("silence", WEIGHTS["silence"], str(deal.silent_since)))
    since = _day(record.recorded_at) if record is not None else None
    if since is not None and since < as_of:
        waited = min(1.0, (as_of - since).days / 365)
        found.append(Why("age", round(WEIGHTS["age"] * waited, 4), since.isoformat()))
    return sorted(found, key=lambda reason: (-reason.points, reason.rule))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def clash(one: Proposal, deal: Deal) -> str:
    """In what a proposal differs from the deal that it tells of: the first of binding, form and sum; empty: in nothing.

    A sum differs when it is of a kind and currency that the deal has, and in none of its amounts.
    """
    binding, form = one.value("binding"), one.value("form")
    if binding in ("yes", "no") and deal.binding.value in ("yes", "no") and binding != deal.binding.value:
        return f"binding: {binding} / {deal.binding.value}"
    unsettled = (Form.NONE.value, Form.ANNOUNCEMENT.value)
    known = {version.form.value for version in deal.versions if version.form is not None}
    if form and form not in unsettled and known and form not in known and not known <= set(unsettled):
        return f"form: {form} / {', '.join(sorted(known))}"
    for told in one.sums:
        same = [own for own in deal.sums if own.kind.value == told.kind and own.money.currency == told.currency]
        if same and told.kind != SumKind.HOPED.value and all(own.money.number != told.value for own in same):
            return f"{told.kind}: {told.value:,} / {same[0].money.number:,} {told.currency}"
    return ""


def pattern(one: Proposal) -> str:
    """What batches go by: proposals of one pattern were read by the same rules from the same kind of words."""
    told = ", ".join(f"{name} {field.value}" for name, field in sorted(one.fields.items()) if name in PATTERN)
    kinds = ", ".join(sorted({f"{each.kind} in {each.currency}" for each in one.sums}))
    return "; ".join(part for part in (one.kind.value, told, kinds) if part)


PATTERN: Final = ("form", "instrument", "stage", "said", "movement")
"""The fields that make a pattern."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What part of the queue somebody wants to see; empty: all."""

    kind: str = ""
    source: str = ""
    language: str = ""
    area: str = ""
    programme: str = ""
    reason: str = ""
    pattern: str = ""
    deal: str = ""

    def admits(self, item: Item) -> bool:
        return (
            (not self.kind or item.kind == self.kind)
            and (not self.source or self.source in (item.source, item.publisher))
            and (not self.language or item.language == self.language)
            and (not self.area or item.area == self.area)
            and (not self.programme or item.programme == self.programme)
            and (not self.pattern or item.pattern == self.pattern)
            and (not self.deal or item.deal == self.deal)
            and (not self.reason or self.reason in item.reasons)
        )


def asks(outcome: Outcome, analyst: str, adjudicates: bool = False) -> bool:
    """Whether a question is one for this person: never twice for the same coder, disputes only for a third person."""
    if outcome.settled:
        return False
    coded = any(one.analyst == analyst for one in outcome.judgements)
    if outcome.state in (State.DISPUTED, State.UNSURE):
        return adjudicates and not coded
    return not coded


def open_items(
    ordered: Sequence[Item],
    outcomes: Mapping[str, Outcome],
    analyst: str,
    wanted: Filter | None = None,
    without: Collection[str] = (),
) -> list[Item]:
    """The questions that still wait for this coder, in the order of the queue."""
    only = wanted or Filter()
    return [
        item
        for item in ordered
        if item.id not in without and only.admits(item) and asks(outcomes.get(item.id, NOT_JUDGED), analyst)
    ]
