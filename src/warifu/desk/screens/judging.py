"""One proposal beside its source: judging it, and going on to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec
from starlette.responses import FileResponse, RedirectResponse, Response

from warifu.decisions import blind, comments
from warifu.decisions.judgement import Change, Judgement, State, corrected, encoded
from warifu.decisions.queue import Filter
from warifu.decisions.roles import Act, may
from warifu.desk import forms, marks, pages
from warifu.desk.book import Draft, View
from warifu.desk.forms import BadFormError
from warifu.desk.marks import Mark
from warifu.desk.screens.queue import address, filter_of, next_item, number, query_of
from warifu.desk.screens.talk import open_decisions
from warifu.documents.text.model import Place
from warifu.errors import DecisionError, StaleWriteError, UnreadableError
from warifu.proposals.proposal import FIELDS, PartyRead, Proposal, SumRead, Told

if TYPE_CHECKING:
    from warifu.desk.app import Context
REASONS: Final = ("reason-unit", "reason-date", "reason-plan", "reason-party", "reason-other-deal", "reason-garbled")


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of the form: what the person holds, and what the machine read."""

    name: str
    value: str
    told: Told | None
    read: str
    choices: tuple[str, ...]


def proposal(here: Context) -> Response:
    """One proposal beside its source."""
    view = here.book.view(here.path["about"], here.person)
    if view is None:
        return here.missing()
    return here.page("proposal.html", **shown(here, view, filter_of(here.query)))


def shown(here: Context, view: View, wanted: Filter, fault: BadFormError | None = None) -> dict[str, Any]:
    """What the template of a proposal needs."""
    here.transient.look_at(view.proposal.id, here.person.name, here.now)
    mine = next((one for one in view.visible if one.analyst == here.person.name), None)
    held = corrected(view.proposal, mine.change) if mine is not None and mine.accepts else view.proposal
    form = here.form if fault is not None else _draft(here, view.proposal.id)
    deal = form.get("deal") or (mine.change.deal if mine is not None else "") or here.book.matched(view.proposal)
    adjudicating = view.outcome.state in (State.DISPUTED, State.UNSURE) and _may_adjudicate(here, view)
    known = here.book.deal(here.book.matched(view.proposal))
    others = [one for one in view.visible if one.analyst != here.person.name]
    page = page_of(view)
    return {
        "view": view,
        "item": view.item,
        "proposal": view.proposal,
        "held": held,
        "rows": [_row(name, held, view.proposal, form) for name in FIELDS[view.proposal.kind]],
        "parties": _parties(held, form),
        "sums": _sums(held, form),
        "marks": marks_of(held),
        "text": marks.shown(
            view.body,
            marks_of(held) if view.text is not None else [],
            view.proposal.start if view.text is not None else 0,
            view.proposal.end if view.text is not None else len(view.body),
        ),
        "mine": mine,
        "others": others,
        "differ": blind.differences(view.proposal, view.outcome.judgements) if adjudicating else (),
        "readings": [(one, corrected(view.proposal, one.change)) for one in others] if adjudicating else [],
        "adjudicating": adjudicating,
        "deal": deal,
        "known": known,
        "deals": here.book.near(view.proposal.passage, (deal, here.book.matched(view.proposal))),
        "title": form.get("title") or (mine.change.title if mine is not None else ""),
        "suggested": here.book.new_title(view.proposal.id),
        "reason": form.get("reason") or (mine.reason if mine is not None else ""),
        "areas": {area.id: area.names for area in here.book.kept.programme.areas},
        "party_list": here.book.kept.parties,
        "wanted": wanted,
        "query": query_of(wanted),
        "waits": here.book.waiting(here.person, wanted, ())[0],
        "fault": fault,
        "reasons": REASONS,
        "roles": forms.ROLES,
        "kinds": forms.KINDS,
        "bounds": forms.BOUNDS,
        "pdf": page,
        "notes": list(comments.threads(open_decisions(here, here.book.about(view.proposal.id)))),
        "source_changed": view.before,
        "looking": {
            name
            for about, name in here.transient.looked_at(here.now).items()
            if about == view.proposal.id and name != here.person.name
        },
    }


def _draft(here: Context, about: str) -> Mapping[str, str]:
    text = here.transient.draft(here.person.name, about)
    return msgspec.json.decode(text, type=dict[str, str]) if text else {}


def _may_adjudicate(here: Context, view: View) -> bool:
    coded = any(one.analyst == here.person.name and one.role == "" for one in view.outcome.judgements)
    return may(here.person.roles, Act.ADJUDICATE) and not coded


def _row(name: str, held: Proposal, read: Proposal, form: Mapping[str, str]) -> FieldRow:
    told = held.fields.get(name)
    value = form.get(f"f.{name}.value", told.value if told is not None else "")
    return FieldRow(name, value, told, read.value(name), forms.CHOICES.get(name, ()))


def _parties(held: Proposal, form: Mapping[str, str]) -> list[PartyRead]:
    found = list(held.parties)
    for place, one in enumerate(found):
        name, role = form.get(f"p.{place}.name", one.name), form.get(f"p.{place}.role", one.role)
        found[place] = msgspec.structs.replace(one, name=name, role=role, party=form.get(f"p.{place}.id", one.party))
    return found


def _sums(held: Proposal, form: Mapping[str, str]) -> list[SumRead]:
    found = list(held.sums)
    for place, one in enumerate(found):
        given = {name: form.get(f"s.{place}.{name}", getattr(one, name)) for name in ("number", "currency", "kind")}
        found[place] = msgspec.structs.replace(one, **given)
    return found


def marks_of(one: Proposal) -> list[Mark]:
    """The words of every field, and the passage around them."""
    found = [Mark(one.start, one.end, "passage")]
    found += [Mark(told.start, told.end, name) for name, told in one.fields.items()]
    found += [Mark(party.start, party.end, "party") for party in one.parties]
    found += [Mark(told.start, told.end, "sum") for told in one.sums]
    return found


def page_of(view: View) -> int | None:
    """The page of a PDF that a proposal was read from; None where it was no PDF."""
    if view.text is None or view.text.media_type != "application/pdf":
        return None
    for place in _places(view, view.proposal.start, view.proposal.end):
        if place.page is not None:
            return place.page
    return None


def _places(view: View, start: int, end: int) -> tuple[Place, ...]:
    try:
        return () if view.text is None else view.text.places(start, end)
    except IndexError:
        return ()


def pdf_page(here: Context) -> Response:
    """The page as a picture with the boxes of every field over it."""
    view = here.book.view(here.path["about"], here.person)
    page = number(here.path["page"], 0)
    if view is None or page < 1:
        return here.missing()
    digest = view.proposal.document
    try:
        drawn = pages.picture(here.book.folder, digest, here.book.path_of(digest), page)
    except UnreadableError as fault:
        return here.fragment("_fault.html", 422, message=str(fault))
    mine = next((one for one in view.visible if one.analyst == here.person.name), None)
    held = corrected(view.proposal, mine.change) if mine is not None else view.proposal
    boxes: dict[tuple[float, float, float, float], list[str]] = {}
    for mark in marks_of(held):
        for place in _places(view, mark.start, mark.end):
            if place.page == page and place.box is not None:
                left, bottom, right, top = place.box
                names = boxes.setdefault((left, drawn.height - top, right - left, top - bottom), [])
                if mark.name not in names:
                    names.append(mark.name)
    last = view.text.pages if view.text is not None and view.text.pages is not None else page
    return here.fragment(
        "_page.html", digest=digest, about=view.proposal.id, page=page, last=last, drawn=drawn, boxes=boxes
    )


def picture(here: Context) -> Response:
    """The PNG of a page."""
    digest, page = here.path["digest"], number(here.path["page"], 0)
    record = here.book.documents.get(digest)
    if record is None or record.media_type != "application/pdf" or page < 1:
        return here.missing()
    try:
        drawn = pages.picture(here.book.folder, digest, here.book.path_of(digest), page)
    except UnreadableError as fault:
        return here.fault(422, str(fault))
    return FileResponse(drawn.path, media_type="image/png", headers={"Cache-Control": "private, max-age=3600"})


def judge(here: Context) -> Response:
    """Accept, correct, reject or put aside a proposal, and show the next."""
    about = here.path["about"]
    view = here.book.view(about, here.person)
    if view is None:
        return here.missing()
    wanted = filter_of(here.form_filter())
    action = here.form.get("action", "")
    if action == "skip":
        here.transient.skip(here.person.name, about, here.now)
        return onward(here, wanted, about, "skipped")
    try:
        draft = draft_of(here, view, action)
        here.book.decide(here.person, [draft], here.form.get("seen", ""))
    except BadFormError as fault:
        return here.page("proposal.html", 422, main="_proposal.html", **shown(here, view, wanted, fault))
    except StaleWriteError:
        return stale(here, view)
    here.transient.drop_draft(here.person.name, about)
    here.transient.drop_skip(here.person.name, about)
    return onward(here, wanted, about, DONE[draft.action])


DONE: Final = {
    "accept": "done-accept",
    "correct": "done-correct",
    "reject": "done-reject",
    "unsure": "done-unsure",
    "add": "done-add",
}


def draft_of(here: Context, view: View, action: str) -> Draft:
    """The decision that a filled form stands for.

    Raises:
        BadFormError: A value cannot be one, or a reason is missing.
        DecisionError: There is no such action.
    """
    about = view.proposal.id
    reason = here.form.get("reason", "").strip()[:2_000]
    role = "adjudicator" if here.form.get("role") == "adjudicator" else ""
    if action in ("reject", "unsure"):
        if action == "reject" and not reason:
            raise BadFormError(forms.FormFault.REASON, "reason")
        return Draft(about, action, "", reason, role)
    if action == "take":
        return _taken(view, here.form.get("take", ""), reason)
    if action not in ("accept", "correct"):
        raise DecisionError(f"there is no action {action!r}: accept, correct, reject, unsure or skip")
    change = forms.change(here.form, view.proposal, view.body, here.book.deals())
    if change.corrects and not reason:
        raise BadFormError(forms.FormFault.REASON, "reason")
    value = "" if change == Change() else encoded(change)
    return Draft(about, "correct" if change.corrects else "accept", value, reason, role)


def _taken(view: View, analyst: str, reason: str) -> Draft:
    """The reading of one coder, taken over by the third person."""
    taken: Judgement | None = next((one for one in view.visible if one.analyst == analyst and one.role == ""), None)
    if taken is None:
        raise DecisionError(f"{analyst!r} has not judged this")
    value = "" if taken.change == Change() else encoded(taken.change)
    return Draft(view.proposal.id, taken.action, value, reason or taken.reason or f"as {analyst}", "adjudicator")


def onward(here: Context, wanted: Filter, but: str, done: str) -> Response:
    """The next question, in place of the one just answered; without a full reload where the browser asked so."""
    item = next_item(here, wanted, but)
    if here.partly:
        if item is None:
            answer = here.fragment("_empty.html", done=done, query=query_of(wanted))
            answer.headers["HX-Push-Url"] = "/queue"
            return answer
        view = here.book.view(item.id, here.person)
        assert view is not None
        answer = here.fragment("_proposal.html", done=done, **shown(here, view, wanted))
        answer.headers["HX-Push-Url"] = address(item.id, wanted)
        return answer
    return RedirectResponse("/queue" if item is None else address(item.id, wanted), 303)


def stale(here: Context, view: View) -> Response:
    """Nothing was written: what was seen has changed; both versions stand side by side."""
    fresh = here.book.view(view.proposal.id, here.person) or view
    try:
        mine = corrected(view.proposal, forms.change(here.form, view.proposal, view.body, here.book.deals()))
    except BadFormError:
        mine = view.proposal
    return here.page(
        "stale.html",
        409,
        main="_stale.html",
        view=fresh,
        mine=mine,
        action=here.form.get("action", ""),
        judged=fresh.visible,
    )


def draft(here: Context) -> Response:
    """Keep what was typed, so that nothing is lost by going away."""
    about = here.path["about"]
    if about not in here.book.proposals:
        return here.missing()
    kept = {name: value for name, value in here.form.items() if name not in ("csrf", "seen", "filter")}
    here.transient.keep_draft(here.person.name, about, msgspec.json.encode(kept).decode())
    return Response(status_code=204)


def undo(here: Context) -> Response:
    """Take back one's last decision, and show what it was about."""
    last = here.book.undo(here.person)
    if last is None:
        return here.go(here.form.get("back", "/queue"), "nothing-to-undo")
    if last.about in here.book.proposals and not last.batch:
        if here.partly:
            view = here.book.view(last.about, here.person)
            assert view is not None
            answer = here.fragment("_proposal.html", done="done-undo", **shown(here, view, Filter()))
            answer.headers["HX-Push-Url"] = address(last.about)
            return answer
        return RedirectResponse(address(last.about), 303)
    return here.go(here.form.get("back", "/queue"), "done-undo")
