"""Comments, disputes, corrections and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response

from warifu.decisions import comments
from warifu.decisions.comments import Answered, CommentKind, Said
from warifu.decisions.log import Decision
from warifu.desk.book import Draft

if TYPE_CHECKING:
    from warifu.desk.app import Context


def comment(here: Context) -> Response:
    """Say something about a proposal, deal, statement or figure."""
    about = here.form.get("about", "").strip()[:200]
    text = here.form.get("text", "").strip()[:5_000]
    kinds = {kind.value: kind for kind in CommentKind}
    kind = kinds.get(here.form.get("kind", "comment"))
    if not about or not text or kind is None:
        return here.fault(422, here.word("fault-comment"))
    with here.book.lock:
        said = Said(
            number=comments.next_number(here.book.decisions()),
            kind=kind,
            text=text,
            by=here.form.get("by", "").strip()[:200],
            source=here.form.get("source", "").strip()[:500],
        )
        here.book.decide(here.person, [Draft(about, "note", msgspec.json.encode(said).decode())])
    return here.go(here.form.get("back", "/comments"), "done-comment")


def answer(here: Context) -> Response:
    """Answer a comment, uphold or turn down a dispute, name the release in which it landed."""
    number_of = here.path["number"]
    with here.book.lock:
        found = {thread.number for thread in comments.threads(here.book.standing())}
    text = here.form.get("text", "").strip()[:5_000]
    if number_of not in found:
        return here.missing()
    if not text:
        return here.fault(422, here.word("fault-comment"))
    verdict = {"yes": True, "no": False}.get(here.form.get("upheld", ""))
    said = Answered(text, verdict, here.form.get("release", "").strip()[:100])
    here.book.decide(here.person, [Draft(comments.name(number_of), "answer", msgspec.json.encode(said).decode())])
    return here.go("/comments", "done-comment")


def all_comments(here: Context) -> Response:
    """Every comment, dispute and correction, with its answers."""
    found = comments.threads(open_decisions(here, here.book.standing()))
    return here.page("comments.html", threads=list(reversed(found)), about=here.query.get("about", ""))


def open_decisions(here: Context, found: Sequence[Decision]) -> list[Decision]:
    """Those of decisions that this person may see."""
    return [one for one in found if here.book.open_to(one, here.person)]
