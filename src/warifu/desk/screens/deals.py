"""Deals: both sides' versions, every value's history, looks, joins and splits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
from starlette.responses import Response

from warifu.decisions import comments
from warifu.decisions.log import Decision
from warifu.desk.book import Draft
from warifu.desk.screens.queue import A_PAGE, number
from warifu.statements.judged import Parted

if TYPE_CHECKING:
    from warifu.desk.app import Context


def deals(here: Context) -> Response:
    """Every deal, the silent ones first when asked."""
    found = here.book.ledger().deals
    silent = here.query.get("silent") == "1"
    words = here.query.get("words", "").strip().lower()
    if words:
        found = tuple(one for one in found if words in one.case.title.lower() or words in one.id)
    closed = closed_deals(here.book.standing())
    if silent:
        found = tuple(one for one in found if one.silent_since is not None and one.id not in closed)
    page = max(0, number(here.query.get("page"), 0))
    ordered = sorted(found, key=lambda one: (one.silent_since is None, str(one.silent_since or ""), one.id))
    return here.page(
        "deals.html",
        found=ordered[page * A_PAGE : (page + 1) * A_PAGE],
        count=len(found),
        silent=silent,
        words=words,
        page=page,
        more=len(found) > (page + 1) * A_PAGE,
    )


def deal_options(here: Context) -> Response:
    """The deals whose words are nearest to what is being typed, as choices of a list."""
    return here.fragment("_options.html", deals=here.book.near(here.query.get("other", "")[:200], most=20))


def closed_deals(decisions: list[Decision]) -> dict[str, Decision]:
    """The deals that somebody closed and nobody has looked at since."""
    found: dict[str, Decision] = {}
    for item in decisions:
        if item.action == "close":
            found[item.about] = item
        elif item.action == "look":
            found.pop(item.about, None)
    return found


def deal(here: Context) -> Response:
    """One deal: both sides' versions, its statements, its history, and what can be done to it."""
    walked = here.book.ledger()
    found = {one.id: one for one in walked.deals}.get(here.path["deal"])
    if found is None:
        return here.missing()
    here_decided = here.book.about(found.id)
    said = [thread for thread in comments.threads(here.book.standing()) if thread.about == found.id]
    sources = walked.kept.sources
    order = sorted(
        found.case.statements,
        key=lambda one: (str(one.published or one.on or one.recorded or "9999"), one.id),
    )
    return here.page(
        "deal.html",
        deal=found,
        statements=order,
        sources=sources,
        decided=here_decided,
        threads=said,
        problems=[one for one in walked.problems if one.about == found.id],
        deals=here.book.near(found.case.title),
        machine=_machine_values(here, found.case.statements),
        seen=here.book.seen(found.id, here.person),
    )


FAMILIES: Final = {"papers": "form", "stages": "stage", "status": "status", "instrument": "instrument"}
"""The field of a proposal that each family of statements is made from."""


def _machine_values(here: Context, statements: Any) -> dict[str, tuple[str, str]]:
    """By statement: the proposal it came from, and what the machine had read where a person says otherwise."""
    found = {}
    by_prefix = {one[:10]: one for one in here.book.judged}
    for item in statements:
        name = item.id.rpartition("/")[2].partition("@")[0]
        family, _, rest = name.partition("-")
        about = by_prefix.get(rest[:10])
        if about is not None:
            field = FAMILIES.get(family, "")
            read = here.book.proposals[about]
            machine = read.value(field) if field else ""
            if family == "sums" and read.sums:
                machine = "; ".join(f"{one.number} {one.currency}" for one in read.sums)
            found[item.id] = (about, machine)
    return found


def look(here: Context) -> Response:
    """Somebody looked for news of a deal; what was found, or that nothing was."""
    return _about_deal(here, "look", here.form.get("found", "").strip()[:2_000] or "nothing", "done-look")


def close(here: Context) -> Response:
    """Stop asking about a deal until something new is said of it."""
    return _about_deal(here, "close", "", "done-close")


def _about_deal(here: Context, action: str, value: str, done: str) -> Response:
    name = here.path["deal"]
    if name not in here.book.deals():
        return here.missing()
    reason = here.form.get("reason", "").strip()[:2_000]
    here.book.decide(here.person, [Draft(name, action, value, reason)], here.form.get("seen", ""))
    return here.go(here.form.get("back", f"/deals/{name}"), done)


def join(here: Context) -> Response:
    """Say that a deal is the same as another."""
    name, into = here.path["deal"], here.form.get("other", "").strip() or here.form.get("into", "").strip()
    reason = here.form.get("reason", "").strip()[:2_000]
    if name not in here.book.deals() or into not in here.book.deals() or into == name:
        return here.fault(422, here.word("fault-deal"))
    if not reason:
        return here.fault(422, here.word("fault-reason"))
    here.book.decide(here.person, [Draft(name, "join", into, reason)], here.form.get("seen", ""))
    return here.go(f"/deals/{into}", "done-join")


def split(here: Context) -> Response:
    """Take statements out of a deal into a deal of their own."""
    name, title = here.path["deal"], here.form.get("title", "").strip()[:300]
    going = tuple(here.many("statement"))
    reason = here.form.get("reason", "").strip()[:2_000]
    new = here.form.get("into", "").strip() or f"{name}-{len(here.book.about(name)) + 2}"
    found = here.book.deal(name)
    if found is None or not going or not set(going) <= {one.id for one in found.case.statements}:
        return here.fault(422, here.word("fault-split"))
    if not title or not reason:
        return here.fault(422, here.word("fault-reason"))
    value = msgspec.json.encode(Parted(new, title, going)).decode()
    here.book.decide(here.person, [Draft(name, "split", value, reason)], here.form.get("seen", ""))
    return here.go(f"/deals/{new}", "done-split")
