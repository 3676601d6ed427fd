"""Coding how the talks moved: each meeting by its record alone, with neither the deals nor anybody else's codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from warifu.decisions import movement
from warifu.desk.book import Draft
from warifu.proposals.lists import names

if TYPE_CHECKING:
    from warifu.desk.app import Context

BEFORE = 4
"""Earlier meetings shown beside one: movement is movement from where they stood."""


def all_talks(here: Context) -> Response:
    """Every meeting with one's own code; others' codes and the agreement once one has coded them all."""
    with here.book.lock:
        talks, given = here.book.talks, here.book.codes()
        mine = {name: found for name, by in given.items() if (found := by.get(here.person.name)) is not None}
        done = here.book.coded_all(here.person)
        agreed = movement.agree([row.id for row in talks], here.book.movement()) if done else None
    others = sorted({coder for row in talks for coder in given.get(row.id, {})} - {here.person.name})
    return here.page(
        "movement.html",
        talks=talks,
        mine={name: movement.value(one) for name, one in mine.items()},
        given={name: {coder: movement.value(one) for coder, one in by.items()} for name, by in given.items()},
        others=others if done else [],
        left=next((row.id for row in talks if row.id not in mine), ""),
        done=done,
        agreed=agreed,
        judged=here.book.judged_by(here.person),
    )


def one_talk(here: Context) -> Response:
    """One meeting, its record, and the code book."""
    talks = here.book.talks
    place = next((number for number, row in enumerate(talks) if row.id == here.path["talk"]), None)
    if place is None:
        return here.missing()
    row = talks[place]
    mine = here.book.codes().get(row.id, {}).get(here.person.name)
    return here.page(
        "talk.html",
        talk=row,
        number=place + 1,
        count=len(talks),
        before=talks[max(0, place - BEFORE) : place],
        sources=[here.book.kept.sources[name] for name in names(row.sources) if name in here.book.kept.sources],
        code_now=None if mine is None else mine.value,
        reason="" if mine is None else mine.reason,
        values=movement.VALUES,
        following=talks[place + 1].id if place + 1 < len(talks) else "",
        earlier=talks[place - 1].id if place else "",
    )


def code(here: Context) -> Response:
    """Record a code and go on to the next meeting that this person has not coded."""
    order = [row.id for row in here.book.talks]
    talk, given = here.path["talk"], here.form.get("code")
    if talk not in order:
        return here.missing()
    if given is None or given not in (movement.UNTOLD, *map(str, movement.VALUES)):
        return here.fault(422, here.word("fault-movement"))
    reason = here.form.get("reason", "").strip()[:2_000]
    here.book.decide(here.person, [Draft(movement.about(talk), movement.ACTION, given, reason)])
    after = order.index(talk) + 1
    found = here.book.codes()
    left = [name for name in order[after:] + order[:after] if here.person.name not in found.get(name, {})]
    return RedirectResponse(f"/movement/{left[0]}?done=done-code" if left else "/movement?done=done-code", 303)
