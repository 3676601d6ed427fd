"""What coders and adjudicators made of each proposal, and whether that settles it.

The machine's reading stays as it was made; what a person changed stands beside it in the decision (`Change`), so both
can be shown for ever. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

import msgspec

from warifu.decisions.log import Decision
from warifu.decisions.standing import standing
from warifu.proposals.proposal import PartyRead, Proposal, SumRead, Told

BY_HAND: Final = "person"
"""The rule of a value that a person gave."""
ADJUDICATOR: Final = "adjudicator"
NEW: Final = "new"
"""The deal of a proposal that tells of a deal not in the ledger yet."""
JUDGING: Final = frozenset({"accept", "correct", "reject", "unsure"})


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a person made of a proposal: where it belongs, and what they corrected.

    Attributes:
        deal: The deal it tells of; "new" or empty with no match: a deal of its own.
        title: Title of a new deal.
        areas: Areas of a new deal.
        part_of: The umbrella that a new deal is part of.
        fields: Corrected fields; None for one that the document does not tell.
        parties: All parties, where they were corrected.
        sums: All sums, where they were corrected.
        counted: Whether its sums are money of their own; False: the same money told again; None: as the rule says.
    """

    deal: str = ""
    title: str = ""
    areas: tuple[str, ...] = ()
    part_of: str = ""
    fields: dict[str, Told | None] = {}
    parties: tuple[PartyRead, ...] | None = None
    sums: tuple[SumRead, ...] | None = None
    counted: bool | None = None

    @property
    def corrects(self) -> bool:
        return bool(self.fields) or self.parties is not None or self.sums is not None


_ENCODER: Final = msgspec.json.Encoder(order="deterministic")
_CHANGE: Final = msgspec.json.Decoder(Change)
_PROPOSAL: Final = msgspec.json.Decoder(Proposal)


def encoded(change: Change) -> str:
    """The change as the `value` of a decision; equal changes are equal text."""
    return _ENCODER.encode(change).decode()


def change_of(decision: Decision) -> Change:
    """The change that a decision carries; an empty one where its value is none that can be read."""
    if decision.action == "join":
        return Change(deal=decision.value)
    try:
        return _CHANGE.decode(decision.value) if decision.value else Change()
    except (msgspec.DecodeError, msgspec.ValidationError):
        return Change()


def added(decisions: Iterable[Decision]) -> list[Proposal]:
    """What people added because the machine had missed it, by the standing `add` decisions; each id once."""
    found: dict[str, Proposal] = {}
    for item in standing(decisions):
        if item.action == "add":
            try:
                proposal = _PROPOSAL.decode(item.value)
            except (msgspec.DecodeError, msgspec.ValidationError):
                continue
            found.setdefault(proposal.id, proposal)
    return list(found.values())


def corrected(proposal: Proposal, change: Change) -> Proposal:
    """The proposal as the person left it, under its own id."""
    fields = dict(proposal.fields)
    for name, told in change.fields.items():
        if told is None:
            fields.pop(name, None)
        else:
            fields[name] = told
    return msgspec.structs.replace(
        proposal,
        fields=fields,
        parties=proposal.parties if change.parties is None else change.parties,
        sums=proposal.sums if change.sums is None else change.sums,
    )


def reading(proposal: Proposal) -> tuple[object, ...]:
    """What a proposal says, whoever read it and wherever the words stand: equal readings say the same."""
    return (
        proposal.kind.value,
        tuple(sorted((name, told.value) for name, told in proposal.fields.items())),
        tuple(sorted((one.party or one.name, one.role) for one in proposal.parties)),
        tuple(sorted((_number(one.number), one.currency, one.kind, one.bound, one.upper) for one in proposal.sums)),
    )


def _number(text: str) -> str:
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one person holds of one proposal; `action` is accept, correct, reject or unsure."""

    proposal: str
    analyst: str
    action: str
    change: Change
    reason: str
    at: str
    role: str = ""

    @property
    def accepts(self) -> bool:
        return self.action in ("accept", "correct")


def judgements(decisions: Iterable[Decision]) -> dict[str, tuple[Judgement, ...]]:
    """By proposal, the last standing judgement of each person in each role, sorted by person.

    Whoever adds what was missed accepts it thereby; whoever joins a proposal to a deal accepts it into that deal.
    """
    last: dict[str, dict[tuple[str, str], Judgement]] = defaultdict(dict)
    for item in standing(decisions):
        about, action, change = item.about, item.action, Change()
        if action == "add":
            try:
                about = _PROPOSAL.decode(item.value).id
            except (msgspec.DecodeError, msgspec.ValidationError):
                continue
            action = "accept"
        elif action in JUDGING or action == "join":
            change = change_of(item)
            action = "accept" if action == "join" else action
        else:
            continue
        role = ADJUDICATOR if item.role == ADJUDICATOR else ""
        last[about][item.analyst, role] = Judgement(about, item.analyst, action, change, item.reason, item.at, role)
    return {about: tuple(by[key] for key in sorted(by)) for about, by in last.items()}


class State(StrEnum):
    """How far the judging of a proposal has come."""

    OPEN = "open"  # nobody has judged it
    WAITING = "waiting"  # judged, but another coder is wanted
    UNSURE = "unsure"  # whoever judged it could not tell
    DISPUTED = "disputed"  # coders differ: a third person decides
    AGREED = "agreed"  # as many coders as wanted say the same
    DECIDED = "decided"  # an adjudicator decided


SETTLED: Final = frozenset({State.AGREED, State.DECIDED})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the judging: `judgement` is the one that counts, None while none does."""

    state: State
    judgement: Judgement | None
    judgements: tuple[Judgement, ...]

    @property
    def settled(self) -> bool:
        return self.state in SETTLED

    @property
    def accepted(self) -> bool:
        return self.judgement is not None and self.judgement.accepts


NOT_JUDGED: Final = Outcome(State.OPEN, None, ())


def outcome(proposal: Proposal, found: Sequence[Judgement], needed: int = 1) -> Outcome:
    """Whether judgements settle a proposal.

    Coders settle it when as many as `needed` hold exactly the same: reject, or accept the same values into the same
    deal. Where they differ, or could not tell, only a third person settles it: an adjudicator who did not code it.
    """
    coders = [one for one in found if one.role != ADJUDICATOR]
    names = {one.analyst for one in coders}
    final = [one for one in found if one.role == ADJUDICATOR and one.analyst not in names and one.action != "unsure"]
    kept = tuple(found)
    if final:
        return Outcome(State.DECIDED, max(final, key=lambda one: (one.at, one.analyst)), kept)
    firm = [one for one in coders if one.action != "unsure"]
    if not firm:
        return Outcome(State.UNSURE if coders else State.OPEN, None, kept)
    if len({_held(proposal, one) for one in firm}) > 1:
        return Outcome(State.DISPUTED, None, kept)
    if len(firm) < needed:
        return Outcome(State.UNSURE if len(coders) >= needed else State.WAITING, None, kept)
    return Outcome(State.AGREED, min(firm, key=lambda one: (one.at, one.analyst)), kept)


def _held(proposal: Proposal, judgement: Judgement) -> tuple[object, ...]:
    if not judgement.accepts:
        return ("reject",)
    return ("accept", deal_of(proposal, judgement.change), reading(corrected(proposal, judgement.change)))


def deal_of(proposal: Proposal, change: Change) -> str:
    """The id of the deal that an accepted proposal tells of: as the person said, as it was matched, else its own."""
    matched = proposal.match.deal if proposal.match is not None else ""
    deal = change.deal or matched
    return own_deal(proposal) if deal in ("", NEW) else deal


def own_deal(proposal: Proposal) -> str:
    """The id of the deal that begins with this proposal."""
    return f"d-{proposal.id[:10]}"


def outcomes(
    proposals: Iterable[Proposal], decisions: Iterable[Decision], needed: Mapping[str, int] | None = None
) -> dict[str, Outcome]:
    """The outcome of every proposal by id; `needed` names those that more than one coder must judge."""
    found = judgements(decisions)
    wanted = needed or {}
    return {
        one.id: outcome(one, found[one.id], wanted.get(one.id, 1)) if one.id in found else NOT_JUDGED
        for one in proposals
    }
