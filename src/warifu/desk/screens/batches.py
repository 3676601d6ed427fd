"""Several proposals at once: seen first, then decided in one go."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from starlette.responses import Response

from warifu.decisions.queue import Filter, Item
from warifu.desk.book import Draft
from warifu.desk.screens.queue import ORIGINS, filter_of
from warifu.errors import StaleWriteError
from warifu.proposals.proposal import Proposal

if TYPE_CHECKING:
    from warifu.desk.app import Context
MOST_IN_A_BATCH: Final = 500


def batch_preview(here: Context) -> Response:
    """What one key would decide: every proposal of the batch, as it would be decided, before anything is."""
    found, seen = _batch(here)
    return here.page("batch.html", items=found, seen=seen, action=here.form.get("action", "accept"), fault="")


def batch(here: Context) -> Response:
    """Decide a previewed batch in one go; one undo takes all of it back."""
    action, reason = here.form.get("action", ""), here.form.get("reason", "").strip()[:2_000]
    found, seen = _batch(here)
    if action not in ("accept", "reject", "unsure"):
        return here.fault(422, here.word("fault-code"))
    if action == "reject" and not reason:
        return here.page("batch.html", 422, items=found, seen=seen, action=action, fault="fault-reason")
    if not found:
        return here.go("/queue", "nothing-to-do")
    try:
        here.book.decide(
            here.person,
            [Draft(one.id, action, "", reason) for _, one in found],
            here.form.get("seen", "") or seen,
            batch=True,
        )
    except StaleWriteError:
        return here.page("batch.html", 409, items=found, seen=seen, action=action, fault="fault-stale")
    return here.go(f"/queue?{here.form.get('filter', '')}", "done-batch")


def _batch(here: Context) -> tuple[list[tuple[Item, Proposal]], str]:
    """The chosen proposals that still wait for this person; all of one pattern where `pattern` is given."""
    pattern = here.form.get("pattern", "")
    chosen: list[Item] = []
    with here.book.lock:
        if pattern:
            wanted = filter_of(here.form_filter())
            wanted = Filter(**{name: getattr(wanted, name) for name in ORIGINS if name != "pattern"}, pattern=pattern)
            chosen = list(islice(here.book.waiting(here.person, wanted)[1], MOST_IN_A_BATCH))
        else:
            names = set(here.many("about"))
            chosen = [
                item
                for item in (here.book.by_id.get(name) for name in list(dict.fromkeys(here.many("about"))))
                if item is not None and item.id in names
            ][:MOST_IN_A_BATCH]
        seen = here.book.seen_all([item.id for item in chosen], here.person)
        return [(item, here.book.proposals[item.id]) for item in chosen], seen
