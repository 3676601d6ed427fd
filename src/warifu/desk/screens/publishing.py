"""History, the release before it is signed, and the log."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from starlette.responses import Response

from warifu.decisions.history import differences
from warifu.desk import signing
from warifu.desk.screens.queue import A_PAGE, number
from warifu.desk.screens.talk import open_decisions
from warifu.errors import DecisionError
from warifu.terms.problem import Severity

if TYPE_CHECKING:
    from warifu.desk.app import Context


def history(here: Context) -> Response:
    """What differs between two days."""
    walked = here.book.ledger()
    until = day(here.query.get("until")) or walked.as_of
    since = day(here.query.get("since")) or walked.kept.programme.begin.first
    found = differences(here.book.ledger_on(since).deals, here.book.ledger_on(until).deals)
    every = open_decisions(here, here.book.decisions())
    decided = [one for one in every if since.isoformat() <= one.at[:10] <= until.isoformat()]
    return here.page("history.html", since=since, until=until, found=found[:500], count=len(found), decided=decided)


def day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def release(here: Context) -> Response:
    """What a release would hold, what stands in its way, and who looked at it."""
    preview = signing.preview(here.book)
    return here.page(
        "release.html",
        preview=preview,
        severe=[one for one in preview.ledger.problems if one.severity is Severity.SEVERE],
        looks=signing.looks(here.book, preview),
        signed=signing.signed(here.book.standing()),
    )


def release_look(here: Context) -> Response:
    """Record that this person has looked at the preview."""
    preview = signing.preview(here.book)
    if here.form.get("digest") != preview.digest:
        return here.go("/release", "fault-stale")
    signing.look(here.book, here.person, preview)
    return here.go("/release", "done-look")


def publish(here: Context) -> Response:
    """Sign a release off; refused while severe problems or unjudged proposals stand, or nobody has looked."""
    preview = signing.preview(here.book)
    if here.form.get("digest") != preview.digest:
        return here.go("/release", "fault-stale")
    try:
        signing.sign_off(here.book, here.person, preview, here.form.get("reason", "").strip()[:2_000])
    except DecisionError as fault:
        return here.fault(409, str(fault))
    return here.go("/release", "done-publish")


def trail(here: Context) -> Response:
    """One's own decisions, and what others' may be seen, latest first."""
    page = max(0, number(here.query.get("page"), 0))
    with here.book.lock:
        standing = {id(one) for one in here.book.standing()}
        found = [one for one in reversed(here.book.decisions()) if here.book.open_to(one, here.person)]
        rows = [(one, id(one) in standing) for one in found[page * A_PAGE : (page + 1) * A_PAGE]]
        broken = dict(here.book.broken)
    return here.page("log.html", rows=rows, count=len(found), page=page, more=len(found) > (page + 1) * A_PAGE,
                     broken=broken)  # fmt: skip
