"""The queue: what waits for a person, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from warifu.decisions.queue import Filter, Item
from warifu.decisions.roles import Act, may

if TYPE_CHECKING:
    from warifu.desk.app import Context
A_PAGE: Final = 50

ORIGINS: Final = ("kind", "source", "language", "area", "programme", "reason", "pattern", "deal")


def queue(here: Context) -> Response:
    """The questions that wait for this person, most consequential first."""
    wanted = filter_of(here.query)
    page = max(0, number(here.query.get("page"), 0))
    count, waiting = here.book.waiting(here.person, wanted, here.skipped)
    items = list(islice(waiting, page * A_PAGE, (page + 1) * A_PAGE))
    return here.page(
        "queue.html",
        items=[(item, here.book.proposals[item.id]) for item in items],
        count=count,
        start=page * A_PAGE,
        page=page,
        more=count > (page + 1) * A_PAGE,
        facets=here.book.facets(),
        wanted=wanted,
        query=query_of(wanted),
        disputed=len(here.book.disputed(here.person)) if may(here.person.roles, Act.ADJUDICATE) else 0,
        unjudged=here.book.unjudged(),
        unread=not here.book.proposals,
    )


def filter_of(query: Mapping[str, str]) -> Filter:
    return Filter(**{name: query.get(name, "") for name in ORIGINS})


def query_of(wanted: Filter) -> str:
    return urlencode({name: value for name in ORIGINS if (value := getattr(wanted, name))})


def number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) < 8 else otherwise


def next_item(here: Context, wanted: Filter, but: str = "") -> Item | None:
    """The next question for this person: not the one just seen, and none that another person has open."""
    others = {about for about, name in here.transient.looked_at(here.now).items() if name != here.person.name}
    _, waiting = here.book.waiting(here.person, wanted, here.skipped)
    later = None
    for item in waiting:
        if item.id == but:
            continue
        if item.id not in others:
            return item
        later = later or item
    return later


def go_on(here: Context) -> Response:
    """To the first question that waits."""
    wanted = filter_of(here.query)
    item = next_item(here, wanted)
    return RedirectResponse("/queue" if item is None else address(item.id, wanted), 303)


def address(about: str, wanted: Filter | None = None) -> str:
    query = "" if wanted is None else query_of(wanted)
    return f"/proposals/{about}{'?' + query if query else ''}"
