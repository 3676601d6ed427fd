"""Accepted proposals that tell of no deal become rows of the lists they belong to: sayings, talks, mandates. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from warifu.errors import DateError
from warifu.proposals.lists import Listed, SaidRow, TalkRow
from warifu.proposals.programme import Mandate
from warifu.proposals.proposal import Kind
from warifu.statements.judged import Accepted
from warifu.terms.codelist import SaidKind
from warifu.terms.dates import PartialDate
from warifu.terms.evidence import Source
from warifu.terms.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class JudgedLists:
    """Rows to add to a workspace's lists, each sorted by id."""

    said: tuple[Listed[SaidRow], ...]
    talks: tuple[Listed[TalkRow], ...]
    mandates: tuple[Mandate, ...]
    problems: tuple[Problem, ...]


def rows(others: Iterable[tuple[Accepted, Source]]) -> JudgedLists:
    """The rows that accepted proposals come to; one that lacks what its list needs is a problem and no row."""
    said: list[Listed[SaidRow]] = []
    talks: list[Listed[TalkRow]] = []
    mandates: list[Mandate] = []
    problems: list[Problem] = []
    for one, source in sorted(others, key=lambda pair: pair[0].proposal.id):
        kind = one.proposal.kind
        if kind is Kind.EXPECTATION:
            saying = _said(one, source)
            if saying is not None:
                said.append(Listed(saying, one.place.file, one.place.line))
                continue
        elif kind is Kind.TALK:
            talk = _talk(one, source)
            if talk is not None:
                talks.append(Listed(talk, one.place.file, one.place.line))
                continue
        elif one.proposal.value("person"):
            mandates.append(_mandate(one, source))
            continue
        message = f"this {kind} was accepted without {NEEDED[kind]}, so it stands in no list: correct it on the desk"
        problems.append(Problem(one.proposal.id, "judged-incomplete", message, Severity.LOOK, str(one.place)))
    return JudgedLists(tuple(said), tuple(talks), tuple(mandates), tuple(problems))


NEEDED = {
    Kind.EXPECTATION: "a side and what was said (expectation, goal, condition, complaint)",
    Kind.TALK: "its day",
    Kind.MANDATE: "a person",
}
"""What a row of each list cannot do without."""


def _said(one: Accepted, source: Source) -> SaidRow | None:
    proposal = one.proposal
    kinds = {kind.value: kind for kind in SaidKind}
    side, kind = proposal.value("side") or source.side, kinds.get(proposal.value("said"))
    if not side or kind is None:
        return None
    return SaidRow(
        id=f"p-{proposal.id[:10]}",
        on=source.published,
        speaker=proposal.value("speaker") or source.publisher,
        side=side,
        kind=kind,
        topic=proposal.value("goal"),
        paraphrase=one.reason or proposal.passage,
        quote=proposal.passage,
        sources=source.id,
    )


def _talk(one: Accepted, source: Source) -> TalkRow | None:
    proposal = one.proposal
    on = _date(proposal.value("on")) or source.published
    if on is None:
        return None
    movement = proposal.value("movement")
    return TalkRow(
        id=f"p-{proposal.id[:10]}",
        on=on,
        kind=proposal.value("issue") or "talks",
        title=proposal.passage,
        movement=int(movement) if movement in ("-2", "-1", "0", "1", "2") else None,
        reason=one.reason,
        sources=source.id,
    )


def _mandate(one: Accepted, source: Source) -> Mandate:
    proposal = one.proposal
    return Mandate(
        side=proposal.value("country") or source.side or "",
        person=proposal.value("person"),
        charge=proposal.value("charge") or proposal.value("office"),
        body=proposal.value("body"),
        since=_date(proposal.value("since")),
        note=one.reason,
        sources=(source.id,),
    )


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except DateError:
        return None
