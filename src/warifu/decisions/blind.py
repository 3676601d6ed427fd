"""How far coders agree who did not see each other's judgement, field by field, and what the blind may see. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from warifu.decisions import agreement
from warifu.decisions.agreement import Agreement, Scale
from warifu.decisions.judgement import ADJUDICATOR, Judgement, Outcome, corrected, deal_of, reading
from warifu.proposals.proposal import Proposal

VERDICT: Final = "verdict"
DEAL: Final = "deal"
FIELDS: Final = (
    VERDICT, DEAL, "form", "instrument", "stage", "status", "binding", "on", "area", "parties", "sums", "movement",
    "said",
)  # fmt: skip
"""What agreement is told of, in this order; a field that nobody coded twice is left out."""


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Agreement on one field; `disputed` are the proposals on which coders differ."""

    field: str
    agreement: Agreement
    disputed: tuple[str, ...]


def per_field(
    proposals: Iterable[Proposal], judgements: Mapping[str, Sequence[Judgement]], resamples: int = agreement.RESAMPLES
) -> tuple[FieldAgreement, ...]:
    """Agreement of the coders on each field, over the proposals that at least two of them judged.

    A field that a coder holds the document does not tell is an answer like any other ("not told"). Values are compared
    only between coders who both accepted; on the verdict all are compared.
    """
    units: dict[str, list[tuple[str, list[str]]]] = {name: [] for name in FIELDS}
    for one in sorted(proposals, key=lambda each: each.id):
        coders = [each for each in judgements.get(one.id, ()) if each.role != ADJUDICATOR and each.action != "unsure"]
        if len(coders) < 2:
            continue
        units[VERDICT].append((one.id, ["accept" if each.accepts else "reject" for each in coders]))
        accepted = [each for each in coders if each.accepts]
        if len(accepted) < 2:
            continue
        for name in FIELDS[1:]:
            codes = [code(one, each, name) for each in accepted]
            if any(codes):
                units[name].append((one.id, codes))
    return tuple(_field(name, found, resamples) for name, found in units.items() if found)


def _field(name: str, found: list[tuple[str, list[str]]], resamples: int) -> FieldAgreement:
    words = {word: float(number) for number, word in enumerate(sorted({code for _, codes in found for code in codes}))}
    result = agreement.agreement(
        [[words[code] for code in codes] for _, codes in found], Scale.NOMINAL, resamples=resamples
    )
    return FieldAgreement(name, result, tuple(found[place][0] for place in result.disputed))


def code(one: Proposal, judgement: Judgement, name: str) -> str:
    """What a coder holds a field to be; empty: not told."""
    if name == DEAL:
        return deal_of(one, judgement.change)
    mine = corrected(one, judgement.change)
    if name == "parties":
        return _text(reading(mine)[2])
    if name == "sums":
        return _text(reading(mine)[3])
    return mine.value(name)


def _text(rows: object) -> str:
    assert isinstance(rows, tuple)
    return "; ".join(" ".join(str(cell) for cell in row if cell) for row in rows)


def differences(one: Proposal, judgements: Sequence[Judgement]) -> tuple[str, ...]:
    """In which fields the coders of one proposal differ, for the third person to look at first."""
    firm = [each for each in judgements if each.role != ADJUDICATOR and each.action != "unsure"]
    if len({each.accepts for each in firm}) > 1:
        return (VERDICT,)
    accepted = [each for each in firm if each.accepts]
    return tuple(name for name in FIELDS[1:] if len({code(one, each, name) for each in accepted}) > 1)


def may_see(outcome: Outcome, analyst: str, needed: int, adjudicates: bool) -> tuple[Judgement, ...]:
    """The judgements of a proposal that a person may see.

    One's own always. Others' once it is settled; before that nobody's, where two must judge it, but for an adjudicator
    who did not code it.
    """
    coded = any(one.analyst == analyst and one.role != ADJUDICATOR for one in outcome.judgements)
    if needed < 2 or outcome.settled or (adjudicates and not coded):
        return outcome.judgements
    return tuple(one for one in outcome.judgements if one.analyst == analyst)


def overruled(proposals: Iterable[Proposal], outcomes: Mapping[str, Outcome], analyst: str) -> list[str]:
    """The proposals on which an adjudicator decided otherwise than this coder had, by id."""
    found = []
    for one in proposals:
        outcome = outcomes.get(one.id)
        if outcome is None or outcome.judgement is None or outcome.judgement.role != ADJUDICATOR:
            continue
        mine = [each for each in outcome.judgements if each.analyst == analyst and each.role != ADJUDICATOR]
        if mine and _differs(one, mine[-1], outcome.judgement):
            found.append(one.id)
    return sorted(found)


def _differs(one: Proposal, mine: Judgement, final: Judgement) -> bool:
    if mine.action == "unsure" or mine.accepts != final.accepts:
        return True
    return final.accepts and any(code(one, mine, name) != code(one, final, name) for name in FIELDS[1:])
