"""From warifu's own fields to the marked format, whose `instrument` mixes form and instrument, and the stage with status.

The tables below are the converter; `docs/evaluation.md` shows them.
"""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from warifu.proposals.evaluation.gold import (
    Gold,
    GoldAmount,
    GoldExpectation,
    GoldMandate,
    GoldParty,
    GoldStatement,
    GoldTalk,
)
from warifu.proposals.proposal import Kind, Proposal

BY_FORM_FIRST: Final = {"memorandum": "mou", "letter of intent": "mou", "joint statement": "other"}
"""Papers that the marked format names whatever they are about."""

BY_INSTRUMENT: Final = {
    "grant": "grant", "loan": "loan", "guarantee": "guarantee", "equity": "equity", "fund": "fund", "purchase": "purchase",
    "market access": "other", "exchange of people": "other",
}  # fmt: skip
BY_FORM: Final = {"agreement": "agreement", "framework agreement": "agreement", "exchange of letters": "agreement", "contract": "contract"}  # fmt: skip

STAGES: Final = {
    "proposed": "proposed", "announced": "announced", "signed": "signed", "in force": "signed", "financed": "financed",
    "delivered": "delivered", "cancelled": "cancelled",
}  # fmt: skip
STATUSES: Final = {"under way": "under_way", "stalled": "stalled", "over": "delivered"}
KINDS: Final = {
    "pledge": "pledged", "commitment": "committed", "disbursement": "disbursed", "hoped": "hoped", "cost": "cost",
    "total": "total", "ceiling": "pledged", "repayment": "disbursed",
}  # fmt: skip
_VENTURE: Final = re.compile(r"\bventures?\b|\bjoint(?:ly)?[- ](?:[\w-]+ ){0,4}\w|\bJV|shareholders'? agreement|\bfounding \w|\bco-?own|\bown\w* (?:it |them )?(?:together|jointly|half)|\bteam\w* up|under one roof|half and half|\b50[:/-]50|fifty-fifty|\bmerg(?:er|ed|es|ing)|\b(?:found|set|establish|creat|form|incorporat)\w* (?:up )?(?:a|an|their|one|its) |\b(?:совместн|общ|смешанн)\w{2,3}\b|проектн\w+ компани|\bСП\b|пайщик|на паях|сообща|соучредител|учредительн|товариществ|合弁|共同(?:出資)?会社|合资|합작|Gemeinschaftsunt|coentreprise|empresa mixta|مشروع مشترك", re.I)  # fmt: skip


def instrument_of(proposal: Proposal) -> str:
    """The one word of the marked format for form and instrument of a proposal."""
    form, instrument = proposal.value("form"), proposal.value("instrument")
    if form in BY_FORM_FIRST:
        return BY_FORM_FIRST[form]
    told = proposal.fields.get("instrument")
    if instrument == "equity" and told is not None and _VENTURE.search(told.quote):
        return "joint_venture"
    if instrument in BY_INSTRUMENT:
        return BY_INSTRUMENT[instrument]
    if instrument == "service" and form != "contract":
        return "other"
    if form in BY_FORM:
        return BY_FORM[form]
    if form == "announcement" and proposal.sums:
        return "pledge"
    return "unspecified"


def stage_of(proposal: Proposal) -> str:
    """Stage and status in one word: how the work goes is told before what has happened."""
    return STATUSES.get(proposal.value("status")) or STAGES.get(proposal.value("stage"), "announced")


def statement_of(proposal: Proposal) -> GoldStatement:
    """A deal or bundle in the marked format."""
    amounts: list[GoldAmount] = []
    for one in proposal.sums:
        amounts.append(GoldAmount(one.number, one.currency, KINDS.get(one.kind, one.kind), one.bound))
        if one.upper:
            amounts.append(GoldAmount(one.upper, one.currency, KINDS.get(one.kind, one.kind), "ceiling"))
    count = proposal.value("count")
    return GoldStatement(
        instrument_of(proposal), stage_of(proposal),
        tuple(GoldParty(one.name, one.role, one.country or None) for one in proposal.parties), tuple(amounts),
        proposal.value("on") or None, proposal.value("area") or None, proposal.value("binding") or None,
        int(count) if count.isdigit() else None, proposal.value("programme") or None,
    )  # fmt: skip


def to_gold(identity: str, language: str, proposals: Iterable[Proposal]) -> Gold:
    """Everything that a reader read in one text, in the marked format."""
    statements: list[GoldStatement] = []
    expectations: list[GoldExpectation] = []
    mandates: list[GoldMandate] = []
    talks: list[GoldTalk] = []
    for one in proposals:
        match one.kind:
            case Kind.DEAL | Kind.BUNDLE:
                statements.append(statement_of(one))
            case Kind.EXPECTATION:
                target = one.sums[0] if one.sums else None
                expectations.append(
                    GoldExpectation(one.value("side") or None, one.value("goal") or None, target.number if target else None, target.currency if target else None, one.value("speaker") or None)
                )  # fmt: skip
            case Kind.MANDATE:
                mandates.append(GoldMandate(*(one.value(name) or None for name in ("person", "office", "body", "country", "charge"))))  # fmt: skip
            case Kind.TALK:
                talks.append(GoldTalk(one.value("issue"), int(one.value("movement") or 0)))
    return Gold(identity, language, "", None, tuple(statements), tuple(expectations), tuple(mandates), tuple(talks))
