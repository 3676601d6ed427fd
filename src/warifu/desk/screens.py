"""The pages of the desk: each a function from a request and a person to HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

import msgspec
from starlette.responses import FileResponse, RedirectResponse, Response

from warifu.decisions import blind, comments
from warifu.decisions.comments import Answered, CommentKind, Said
from warifu.decisions.history import differences
from warifu.decisions.judgement import Change, Judgement, State, corrected, encoded
from warifu.decisions.log import Decision
from warifu.decisions.queue import Filter, Item
from warifu.decisions.roles import Act, may
from warifu.desk import forms, marks, pages, signing
from warifu.desk.book import Draft, View
from warifu.desk.forms import BadFormError
from warifu.desk.marks import Mark
from warifu.documents.text.model import Place
from warifu.errors import DecisionError, StaleWriteError, UnreadableError, WarifuError
from warifu.proposals import runs
from warifu.proposals.proposal import FIELDS, Kind, PartyRead, Proposal, SumRead, Told
from warifu.statements.judged import Parted
from warifu.terms.problem import Severity

if TYPE_CHECKING:
    from warifu.desk.app import Context

A_PAGE: Final = 50
ORIGINS: Final = ("kind", "source", "language", "area", "programme", "reason", "pattern", "deal")
REASONS: Final = ("reason-unit", "reason-date", "reason-plan", "reason-party", "reason-other-deal", "reason-garbled")


# -- the queue -------------------------------------------------------------------------------------------------------


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


# -- one proposal ----------------------------------------------------------------------------------------------------


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
        "notes": list(comments.threads(_open(here, here.book.about(view.proposal.id)))),
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
    found = comments.threads(_open(here, here.book.standing()))
    return here.page("comments.html", threads=list(reversed(found)), about=here.query.get("about", ""))


def _open(here: Context, found: Sequence[Decision]) -> list[Decision]:
    """Those of decisions that this person may see."""
    return [one for one in found if here.book.open_to(one, here.person)]


# -- batches ---------------------------------------------------------------------------------------------------------


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


# -- documents and what was missed -----------------------------------------------------------------------------------


def document(here: Context) -> Response:
    """A whole document with everything that was read from it."""
    digest = here.path["digest"]
    record = here.book.documents.get(digest)
    if record is None:
        return here.missing()
    text = here.book.text(digest)
    found = [
        one for one in here.book.proposals.values() if one.document == digest and here.book.heads.get(one.id) == one.id
    ]
    found.sort(key=lambda one: (one.start, one.id))
    copies = [one for one in here.book.documents.values() if one.group == record.group and one.digest != digest]
    return here.page(
        "document.html",
        record=record,
        text=None if text is None else marks.shown(text.body, [Mark(one.start, one.end, "passage") for one in found]),
        found=found,
        copies=copies,
        kinds=list(Kind),
        seen="",
        choices=forms.CHOICES,
        fields=FIELDS,
        roles=forms.ROLES,
        sum_kinds=forms.KINDS,
        bounds=forms.BOUNDS,
        deals=here.book.near("" if text is None else text.body[:2_000]),
        areas={area.id: area.names for area in here.book.kept.programme.areas},
        fault="",
    )


def add(here: Context) -> Response:
    """Add what the machine missed: selected words become a proposal, accepted by whoever selected them."""
    digest = here.path["digest"]
    record, text = here.book.documents.get(digest), here.book.text(here.path["digest"])
    if record is None or text is None:
        return here.missing()
    start, end = number(here.form.get("start"), -1), number(here.form.get("end"), -1)
    kinds = {kind.value: kind for kind in Kind}
    kind = kinds.get(here.form.get("kind", "deal"))
    if kind is None or not 0 <= start < end <= len(text.body) or end - start > 5_000:
        return here.fault(422, here.word("fault-place"))
    empty = Proposal(
        id="",
        kind=kind,
        document=digest,
        source=record.source,
        run="",
        reader=f"person:{here.person.name}",
        start=start,
        end=end,
        passage=text.body[start:end],
        confidence=1.0,
        reasons=(f"{here.person.name} found what the reader had missed",),
        doubtful=record.spun,
        copy_group=record.group if record.group != digest else "",
    )
    try:
        made = forms.change({"f.": "", **here.form}, empty, text.body, here.book.deals())
    except BadFormError as fault:
        return here.fault(422, f"{fault.field}: {here.word(fault.fault)}")
    full = corrected(empty, made)
    if not (full.fields or full.parties or full.sums):
        return here.fault(422, here.word("fault-empty"))
    full = msgspec.structs.replace(full, id=runs.proposal_id(full))
    if full.id in here.book.proposals:
        return here.go(address(full.id), "already-there")
    drafts = [Draft(digest, "add", msgspec.json.encode(full, order="deterministic").decode())]
    here.book.decide(here.person, drafts, batch=False)
    if made.deal or made.title:
        placed = Change(deal=made.deal, title=made.title)
        here.book.decide(here.person, [Draft(full.id, "accept", encoded(placed))])
    return here.go(address(full.id), "done-add")


# -- deals -----------------------------------------------------------------------------------------------------------


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


# -- coding in a team ------------------------------------------------------------------------------------------------


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


# -- history, release, log -------------------------------------------------------------------------------------------


def history(here: Context) -> Response:
    """What differs between two days."""
    walked = here.book.ledger()
    until = day(here.query.get("until")) or walked.as_of
    since = day(here.query.get("since")) or walked.kept.programme.begin.first
    found = differences(here.book.ledger_on(since).deals, here.book.ledger_on(until).deals)
    every = _open(here, here.book.decisions())
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


# -- coming and going ------------------------------------------------------------------------------------------------


def enter(here: Context) -> Response:
    """The one-time link."""
    token = here.gate.enter(here.query.get("word", ""))
    if token is None:
        return here.page("login.html", 403, fault="link-used", team=here.gate.users is not None)
    return here.with_session(RedirectResponse("/queue", 303), token)


def login(here: Context) -> Response:
    """The form for a team's users."""
    return here.page("login.html", fault="", team=here.gate.users is not None)


def log_in(here: Context) -> Response:
    """Let a user in."""
    name, password = here.form.get("name", "")[:64], here.form.get("password", "")[:1_000]
    token = here.gate.login(name, password, here.address)
    if token is None:
        return here.page("login.html", 403, fault="fault-login", team=here.gate.users is not None)
    return here.with_session(RedirectResponse("/queue", 303), token)


def log_out(here: Context) -> Response:
    """End the session."""
    here.gate.leave(here.token)
    answer = RedirectResponse("/login", 303)
    here.without_session(answer)
    return answer


def settings(here: Context) -> Response:
    """Language and light or dark, kept in the browser."""
    answer = RedirectResponse(here.safe(here.form.get("back", "/queue")), 303)
    for name, allowed in (("lang", ("en", "ja", "ru")), ("theme", ("auto", "light", "dark"))):
        value = here.form.get(name, "")
        if value in allowed:
            answer.set_cookie(name, value, max_age=31_536_000, samesite="lax", httponly=True)
    return answer


def help_page(here: Context) -> Response:
    """All keys."""
    return here.page("help.html")


def fault_page(here: Context, fault: WarifuError, status: int) -> Response:
    return here.fault(status, str(fault))
