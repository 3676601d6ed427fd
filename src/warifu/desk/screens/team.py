"""Coding in a team: differences, where one was overruled, agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from warifu.decisions import blind
from warifu.decisions.judgement import Judgement, corrected
from warifu.proposals.proposal import Proposal

if TYPE_CHECKING:
    from warifu.desk.app import Context


def disputes(here: Context) -> Response:
    """Where coders differ, for a third person."""
    found = here.book.disputed(here.person)
    return here.page(
        "disputes.html",
        items=[
            (item, here.book.proposals[item.id], blind.differences(here.book.proposals[item.id], came.judgements))
            for item in found
            if (came := here.book.outcomes[item.id])
        ],
    )


def overruled(here: Context) -> Response:
    """Where an adjudicator decided otherwise than this coder had."""
    with here.book.lock:
        names = blind.overruled(
            [here.book.proposals[one] for one in here.book.judged], here.book.outcomes, here.person.name
        )
        rows = []
        for name in names:
            one, came = here.book.proposals[name], here.book.outcomes[name]
            mine = next(each for each in came.judgements if each.analyst == here.person.name and each.role == "")
            assert came.judgement is not None
            rows.append((one, mine, came.judgement, _held(one, mine), _held(one, came.judgement)))
    return here.page("overruled.html", rows=rows)


def _held(one: Proposal, judgement: Judgement) -> Proposal | None:
    return corrected(one, judgement.change) if judgement.accepts else None


def agreement(here: Context) -> Response:
    """How far coders agree, field by field."""
    found = here.book.agreement()
    return here.page("agreement.html", found=found, policy=here.book.kept.policy)
