"""The offline reader: one page in, proposals out; the same page always gives the same proposals."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from warifu.documents.figures import doubtful_figures, garbled_figures
from warifu.documents.spun import judge
from warifu.documents.text.language import language_of
from warifu.proposals.proposal import Kind, PartyRead, Proposal, SumRead, Told
from warifu.proposals.reader import expectations, mandates, talks
from warifu.proposals.reader.calibration import HEDGED, INHERITED, confidence
from warifu.proposals.reader.deals import Deals
from warifu.proposals.reader.lexicon import lexicon_of
from warifu.proposals.reader.page import Page, folded
from warifu.proposals.reader.sentences import sentences
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.table import Table, default_table
from warifu.proposals.reader.triage import relevant
from warifu.proposals.reader.weighing.weights import Learned, learned
from warifu.proposals.reader.words import Draft, SumWords
from warifu.proposals.runs import proposal_id
from warifu.terms.money import plain

NAME: Final = "offline"
VERSION: Final = "1"
READER: Final = f"{NAME} {VERSION}"

FORMS: Final[Mapping[str, tuple[str, str]]] = {
    "mou": ("memorandum", "unspecified"), "letter": ("letter of intent", "unspecified"), "notes": ("exchange of letters", "unspecified"),
    "framework": ("framework agreement", "unspecified"), "statement": ("joint statement", "unspecified"), "agreement": ("agreement", "unspecified"),
    "contract": ("contract", "service"), "loan": ("contract", "loan"), "grant": ("agreement", "grant"), "guarantee": ("contract", "guarantee"),
    "equity": ("contract", "equity"), "venture": ("agreement", "equity"), "fund": ("agreement", "fund"), "purchase": ("contract", "purchase"),
    "relief": ("agreement", "grant"), "pledge": ("announcement", "unspecified"), "other": ("announcement", "service"), "papers": ("", "unspecified"), "project": ("", "unspecified"),
}  # fmt: skip
"""Class of the lexicon to form and instrument, for a paper that was signed; before that the form is "announcement" or
"none", unless the paper itself is named."""

PAPERS_NAMED: Final = frozenset({"mou", "letter", "notes", "framework", "statement", "agreement", "contract"})
BINDS_WHEN_SIGNED: Final = frozenset({"loan", "contract", "guarantee", "purchase", "equity", "grant", "framework", "venture"})  # fmt: skip


def read(page: Page, table: Table | None = None, run: str = "", weights: Learned | None = None) -> list[Proposal]:
    """Read one page.

    Args:
        page: The page; offsets of the proposals point into its body.
        table: Names to know; those that come with warifu when left out.
        run: Id of the run, which the proposals carry.
        weights: What was learned from marked texts; that which comes with warifu when left out.

    Returns:
        Proposals in order of place; none where triage passes the page over.
    """
    if not relevant(page.body, page.title):
        return []
    story = story_of(page, table)
    drafts = Deals(story, weights).read()
    plain_ones = [*expectations.read(story), *mandates.read(story), *talks.read(story)]
    if not drafts and not plain_ones:
        return []
    spun = page.spun or judge(page.body).verdict
    doubts: dict[tuple[int, int], str] = {}
    if any(draft.sums for draft in drafts):
        doubts = {(one.start, one.end): one.reason for one in garbled_figures(page.body)}
        if spun == "spun":
            doubts |= {(one.start, one.end): one.reason for one in doubtful_figures(page.body)}
    table_of_shares = (weights or learned()).sure
    found = [_deal(draft, story, spun, doubts, table_of_shares) for draft in drafts]
    found += [_plain(*one, story, spun) for one in plain_ones]
    marked = [msgspec.structs.replace(one, run=run, id=proposal_id(one)) for one in found]
    return sorted({one.id: one for one in marked}.values(), key=lambda one: (one.start, one.end, one.kind, one.id))


def _told(story: Story, value: str, start: int, end: int, rule: str) -> Told:
    return Told(value, story.page.body[start:end], start, end, rule)


def story_of(page: Page, table: Table | None = None) -> Story:
    """Everything that stands in a page before deals are made of it."""
    body = folded(page.body)
    language = page.language or language_of(body) or "en"
    return Story(page, body, language, lexicon_of(language), table or default_table(), sentences(body))


def proposal_of(draft: Draft, story: Story) -> Proposal:
    """A draft as the proposal that would be made of it, in a text that nobody doubts."""
    return _deal(draft, story, "none", {})


def _deal(draft: Draft, story: Story, spun: str, doubts: Mapping[tuple[int, int], str], shares: Sequence[tuple[float, float]] = ()) -> Proposal:  # fmt: skip
    page = story.page
    paper, stage = draft.paper, draft.stage
    form, instrument = FORMS[paper.value]
    early = stage.value in {"proposed", "announced"}
    if early and paper.value in {"papers", "project"} and draft.sums:
        form = ""
    elif early and paper.value not in PAPERS_NAMED:
        form = "none" if stage.value == "proposed" else "announcement"
    elif early and paper.value in {"contract", "agreement"} and stage.value == "proposed":
        form = {"contract": "contract", "agreement": "agreement"}[paper.value]
    fields: dict[str, Told] = {}
    if form:
        fields["form"] = _told(story, form, paper.start, paper.end, paper.rule)
    fields["instrument"] = _told(story, instrument, paper.start, paper.end, paper.rule)
    if stage.value == "under way":
        fields["status"] = _told(story, "under way", stage.start, stage.end, stage.rule)
    elif stage.value == "stalled":
        fields["status"] = _told(story, "stalled", stage.start, stage.end, stage.rule)
    else:
        fields["stage"] = _told(story, stage.value, stage.start, stage.end, stage.rule)
    binding, rule, where = _binding(draft)
    fields["binding"] = _told(story, binding, where[0], where[1], rule)
    fields["basis"] = _told(story, "sides" if rule == "binding:said" else "rule", where[0], where[1], rule)
    for name, words in (("on", draft.day), ("area", draft.area), ("programme", draft.programme), ("count", draft.count), ("voice", draft.voice),
        ("speaker", draft.speaker), ("place", draft.place)):  # fmt: skip
        if words is not None:
            fields[name] = _told(story, words.value, words.start, words.end, words.rule)
    parties = tuple(
        PartyRead(
            one.mention.text, one.role, page.body[one.start : one.end], one.start, one.end, one.rule,
            party=one.mention.id, country=one.mention.country, type=one.mention.type or "unknown",
        )
        for one in draft.parties
    )  # fmt: skip
    sums = tuple(_sum(one, draft, page) for one in _numbered(draft.sums))
    reasons, doubtful = _reasons(draft, spun, doubts)
    kind = Kind.BUNDLE if draft.count is not None else Kind.DEAL
    return Proposal(
        "", kind, page.document, page.source, "", READER, draft.start, draft.end, page.body[draft.start : draft.end],
        fields, parties, sums, confidence(draft.sure, shares, doubtful), reasons, doubtful, page.copy_group,
    )  # fmt: skip


def _numbered(sums: list[SumWords]) -> list[tuple[int, SumWords]]:
    """Sums with their money numbered anew for the deal: one sum in two currencies keeps one number."""
    out: list[tuple[int, SumWords]] = []
    for at, one in enumerate(sorted(sums, key=lambda one: one.start)):
        previous = out[-1][1] if out else None
        near = previous is not None and one.start - previous.end < 30 and one.amount.money == previous.amount.money
        number = out[-1][0] if near else at + 1
        out.append((number, one))
    return out


def _sum(numbered: tuple[int, SumWords], draft: Draft, page: Page) -> SumRead:
    number, one = numbered
    return SumRead(
        f"{plain(one.amount.number):f}", one.amount.currency, one.kind, one.amount.bound.value, page.body[one.start : one.end],
        one.start, one.end, one.rule, money=number,
    )  # fmt: skip


def _binding(draft: Draft) -> tuple[str, str, tuple[int, int]]:
    """What the codebook's table says of paper and stage, unless the text itself says it."""
    if draft.binding is not None:
        return draft.binding.value, draft.binding.rule, (draft.binding.start, draft.binding.end)
    paper, stage = draft.paper.value, draft.stage.value
    at = (draft.paper.start, draft.paper.end)
    if paper in {"mou", "letter"} or stage == "proposed":
        return "no", f"binding:{paper}+{stage}", at
    if stage == "financed":
        return "yes", "binding:money-moved", (draft.stage.start, draft.stage.end)
    if stage == "announced":
        return ("unknown" if paper in {"agreement", "papers", "project"} else "no"), f"binding:{paper}+announced", at
    if paper == "notes":
        return "contested", "binding:notes", at
    if paper in BINDS_WHEN_SIGNED and stage not in {"cancelled"}:
        return "yes", f"binding:{paper}+{stage}", at
    return "unknown", f"binding:{paper}+{stage}", at


def _reasons(draft: Draft, spun: str, doubts: Mapping[tuple[int, int], str]) -> tuple[tuple[str, ...], bool]:
    reasons = [f"paper read by {draft.paper.rule}, stage by {draft.stage.rule}"]
    known = sum(1 for one in draft.parties if one.mention.id)
    reasons.append(f"{known} of {len(draft.parties)} parties stand in the reference table")
    if draft.weighed:
        reasons.append(draft.weighed)
    if draft.inherited:
        reasons.append(INHERITED)
    if draft.hedged:
        reasons.append(HEDGED)
    doubtful = spun == "spun"
    if spun != "none":
        reasons.append(f"the text looks machine-spun ({spun})")
    for one in draft.sums:
        for (start, end), why in sorted(doubts.items()):
            if start < one.end and end > one.start:
                reasons.append(f"the figure {why}" if why.startswith("is") else f"a figure is doubted: {why}")
                doubtful = True
                break
    return tuple(dict.fromkeys(reasons)), doubtful


def _plain(kind: Kind, fields: dict[str, tuple[str, int, int, str]], sums: list[SumWords], start: int, end: int, story: Story, spun: str) -> Proposal:  # fmt: skip
    page = story.page
    told = {name: _told(story, *words) for name, words in fields.items()}
    read_sums = tuple(
        SumRead(f"{plain(one.amount.number):f}", one.amount.currency, one.kind, one.amount.bound.value, page.body[one.start : one.end], one.start, one.end, one.rule, money=at + 1)
        for at, one in enumerate(sums)
    )  # fmt: skip
    doubtful = spun == "spun"
    reasons = [f"read by {next(iter(told.values())).rule}"] if told else ["read by rule"]
    if spun != "none":
        reasons.append(f"the text looks machine-spun ({spun})")
    score = {Kind.MANDATE: 0.6, Kind.EXPECTATION: 0.5, Kind.TALK: 0.6}[kind] * (0.5 if doubtful else 1)
    return Proposal(
        "", kind, page.document, page.source, "", READER, start, end, page.body[start:end], told, (), read_sums, round(score, 2),
        tuple(reasons), doubtful, page.copy_group,
    )  # fmt: skip
