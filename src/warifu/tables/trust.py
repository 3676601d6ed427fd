"""Rows that say how far the others can be trusted: agreement of coders, accuracy of readers, comments and answers, and
what machines read that nobody has judged yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from warifu.decisions import blind
from warifu.decisions import comments as talk
from warifu.decisions.agreement import Agreement
from warifu.decisions.comments import Thread
from warifu.decisions.judgement import ADJUDICATOR, judgements
from warifu.ledger import Kept, waiting
from warifu.proposals.proposal import FIELDS, Proposal
from warifu.tables import contract as c

PLACES: Final = 4
"""Digits kept of a share: more would differ from one machine's arithmetic to another's."""

PROPOSAL: Final = re.compile(r"[0-9a-f]{16}")
"""How a proposal is named: what is said of one is talk among coders, and stays on the desk."""


def agreement(kept: Kept) -> Iterator[c.AgreementRow]:
    """Agreement on each field that two coders judged; no rows where nobody judged what another did."""
    judged = judgements(kept.decisions)
    coders: set[str] = set()
    for one, _ in kept.proposals:
        firm = {each.analyst for each in judged.get(one.id, ()) if each.role != ADJUDICATOR and each.action != "unsure"}
        if len(firm) > 1:
            coders |= firm
    for item in blind.per_field([one for one, _ in kept.proposals], judged):
        found = item.agreement
        yield c.AgreementRow(
            field=item.field,
            units=found.n,
            coders=len(coders),
            alpha=_share(found.alpha),
            low=_share(found.low),
            high=_share(found.high),
            reading=_reading(found),
            note=" ".join(found.warnings),
        )


def _reading(found: Agreement) -> str:
    if found.alpha == 1 and found.low is None:
        return "no variation"
    if not found.may_be_used:
        return "nothing"
    return "tentative" if found.tentative else "firm"


def _share(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(f"{value:.{PLACES}f}") + 0


def accuracy(kept: Kept) -> Iterator[c.AccuracyRow]:
    """What was measured of each reader, as shares of the counts that are kept."""
    for row in sorted(kept.accuracy, key=lambda row: (row.reader, row.set, row.field, row.language)):
        marked = row.marked
        yield c.AccuracyRow(
            reader=row.reader,
            set=row.set,
            language=row.language,
            field=row.field,
            n=row.found if marked is None else marked,
            found=row.found,
            right=row.right,
            precision=_of(row.right, row.found),
            recall=None if marked is None else _of(row.right, marked),
            f1=None if marked is None else _of(2 * row.right, row.found + marked),
            marked=marked,
        )


def _of(part: int, whole: int) -> Decimal | None:
    return round(Decimal(part) / whole, PLACES) if whole else None


def comments(kept: Kept, deals: Mapping[str, str]) -> Iterator[c.CommentRow]:
    """Every comment, dispute and correction about what is published, by number.

    Args:
        kept: What the workspace keeps.
        deals: The deal that each deal, statement and sum belongs to, by their names.
    """
    hidden = {one.id for one, _ in kept.proposals}
    for thread in talk.threads(kept.decisions):
        about = thread.about
        if about in hidden or (about not in deals and PROPOSAL.fullmatch(about)):
            continue
        said, last = thread.said, thread.answers[-1] if thread.answers else None
        yield c.CommentRow(
            number=thread.number,
            about=about,
            deal=deals.get(about, ""),
            kind=said.kind,
            by=said.by or thread.analyst,
            on_text=thread.at[:10],
            words=said.text,
            source=said.source,
            answer="\n\n".join(one.said.text for one in thread.answers),
            answered_by="; ".join(dict.fromkeys(one.analyst for one in thread.answers)),
            answered_text="" if last is None else last.at[:10],
            release=thread.release,
            status=_status(thread),
        )


def _status(thread: Thread) -> str:
    if thread.upheld is not None:
        return "upheld" if thread.upheld else "turned down"
    return "open" if thread.open else "answered"


def readings(kept: Kept) -> Iterator[c.ReadingRow]:
    """What machines read and nobody has settled yet, by id."""
    for one, state in sorted(waiting(kept), key=lambda item: item[0].id):
        yield c.ReadingRow(
            reading=one.id,
            deal="" if one.match is None else one.match.deal,
            kind=one.kind,
            says=_says(one),
            quote=one.passage,
            source=one.source,
            document=one.document,
            reader=one.reader,
            confidence=one.confidence,
            doubtful=one.doubtful,
            state=state,
        )


def _says(one: Proposal) -> str:
    told = [f"{name}: {one.value(name)}" for name in FIELDS[one.kind] if one.value(name)]
    told += [f"{party.role}: {party.name}" for party in one.parties]
    told += [f"{item.kind}, {item.bound}: {item.number} {item.currency}" for item in one.sums]
    return "; ".join(told)
