"""A whole document, and adding what the machine missed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response

from warifu.decisions.judgement import Change, corrected, encoded
from warifu.desk import forms, marks
from warifu.desk.book import Draft
from warifu.desk.forms import BadFormError
from warifu.desk.marks import Mark
from warifu.desk.screens.queue import address, number
from warifu.proposals import runs
from warifu.proposals.proposal import FIELDS, Kind, Proposal

if TYPE_CHECKING:
    from warifu.desk.app import Context


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
    if made.deal or made.title:
        drafts.append(Draft(full.id, "accept", encoded(Change(deal=made.deal, title=made.title))))
    here.book.decide(here.person, drafts, batch=len(drafts) > 1)
    return here.go(address(full.id), "done-add")
