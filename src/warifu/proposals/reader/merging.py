"""When two drafts tell one deal, and what comes of joining them."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.reader.parties import key
from warifu.proposals.reader.words import RANK, Draft

_FAMILY: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    (r"memorand|меморандум|覚書|备忘录|양해각서", frozenset({"mou", "letter"})),
    (r"loan|credit|facilit|borrower|кредит|за[её]м|融資|借款|貸付|贷款|차관|대출|kredit|prêt|préstamo", frozenset({"loan"})),
    (r"grant|грант|don|donaci", frozenset({"grant"})),
    (r"contract|контракт", frozenset({"contract", "purchase", "equity"})),
    (r"договор|契約|合同|계약|vertrag|contrat", frozenset({"contract", "purchase", "loan", "equity"})),
    (r"fund$|funds$|фонд|基金|fonds", frozenset({"fund", "mou"})),
    (r"stake", frozenset({"equity"})),
    (r"purchase", frozenset({"purchase"})),
    (r"agreement|deal|pact|accord|treat|соглашени|сделк|協定|合意|协议|협정|합의|abkommen|vereinbarung|accord|acuerdo", frozenset({"agreement", "framework", "notes", "loan", "equity", "contract", "purchase", "venture", "grant", "guarantee"})),
)  # fmt: skip


CLOSE: Final = 2
"""Sentences between two drafts that one passage still holds."""


def fits(noun: str, paper: str) -> bool:
    for pattern, names in _FAMILY:
        if re.match(pattern, noun):
            return paper in names
    return True


def same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell one deal: the same way of value, the same parties, and no sums that differ."""
    if (one.count is None) != (other.count is None) or (
        one.count and other.count and one.count.value != other.count.value
    ):
        return False
    if one.paper.value != other.paper.value:
        return False
    mine, theirs = {key(party) for party in one.parties}, {key(party) for party in other.parties}
    left = {(amount.amount.number, amount.amount.currency) for amount in one.sums if amount.kind != "cost"}
    right = {(amount.amount.number, amount.amount.currency) for amount in other.sums if amount.kind != "cost"}
    if left and right:
        return bool(left & right) and bool(mine & theirs or not mine or not theirs)
    if not mine or not theirs:
        return one.sentence == other.sentence
    overlap = len(mine & theirs) / len(mine | theirs)
    if overlap < 0.99:
        return False
    if other.stage.value == "proposed" and one.stage.value != "proposed" and other.sentence != one.sentence:
        return False
    days_differ = (
        one.day is not None
        and other.day is not None
        and not (one.day.value.startswith(other.day.value) or other.day.value.startswith(one.day.value))
    )
    return not (days_differ and one.stage.value == other.stage.value) and (
        one.area is None or other.area is None or one.area.value == other.area.value
    )


def join(one: Draft, other: Draft) -> None:
    """Make one draft of two; the passage grows over both where they stand close together."""
    if abs(other.sentence - one.sentence) <= CLOSE:
        one.start, one.end = min(one.start, other.start), max(one.end, other.end)
    if one.event.event == "present" and other.event.event != "present":  # the body goes before its headline
        one.event, one.stage, one.day = other.event, other.stage, other.day or one.day
        one.sentence, one.start, one.end, one.paper = other.sentence, other.start, other.end, other.paper
        one.place, one.speaker = other.place or one.place, other.speaker or one.speaker
    elif RANK[other.stage.value] > RANK[one.stage.value]:
        one.event, one.stage, one.day = other.event, other.stage, other.day or one.day
    elif one.day is None and (other.stage.value == one.stage.value or one.sentence == 0):  # a headline has no day
        one.day = other.day
    have = {key(party) for party in one.parties}
    one.parties += [party for party in other.parties if key(party) not in have]
    sums = one.money()
    one.sums += [amount for amount in other.sums if (amount.amount.number, amount.amount.currency) not in sums]
    one.binding = one.binding or other.binding
    one.area = one.area or other.area
    one.programme = one.programme or other.programme
    one.board = one.board or other.board
    one.signed = one.signed or other.signed


def joined(drafts: list[Draft]) -> list[Draft]:
    """One draft a deal, in order."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((one for one in reversed(kept) if same(one, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            join(twin, draft)
    return kept
