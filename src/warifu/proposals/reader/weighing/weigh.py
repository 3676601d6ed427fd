"""Drafts weighed: which are told at all, on which paper, at which stage, by whom and for what kind of sum.

Rules make drafts, more than there are deals, and say what each might be. What was learned from marked texts
(`weights`) decides. Every answer keeps words of the text that speak for it, and says that it was weighed.
"""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from warifu.proposals.reader.clauses import STAGE, denied
from warifu.proposals.reader.describing import describe, find_day_again, of_a_term
from warifu.proposals.reader.merging import joined
from warifu.proposals.reader.parties import Parties, key
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.weighing.pool import Chance, pool
from warifu.proposals.reader.weighing.signs import Signs
from warifu.proposals.reader.weighing.weights import Learned, Weights, learned, shared
from warifu.proposals.reader.words import Candidate, Draft, PartyWords, SumWords, Words

TOLD: Final = 0.5
"""How sure a draft must be to be one of the deals of its text."""
ANY: Final = 0.6
"""How sure the surest draft of a text must be for the text to hold a deal at all."""
DEALS: Final = 0.65
"""How sure it must be that a text holds a deal."""
TAKES_PART: Final = 0.35
"""How sure somebody must be to take part in some role."""
BESIDE: Final = 2
"""Sentences between a deal and a draft that tells its day."""
NEAR: Final = 3
"""Sentences within which a sum that no deal has taken goes to the deal told last."""

PAPERS: Final[dict[str, tuple[str, ...]]] = {
    "mou": ("mou", "letter"), "agreement": ("agreement", "framework", "notes"), "contract": ("contract",), "loan": ("loan",), "equity": ("equity",),
    "grant": ("grant", "relief"), "fund": ("fund",), "purchase": ("purchase",), "joint_venture": ("venture",), "guarantee": ("guarantee",), "pledge": ("pledge",),
    "other": ("other", "statement"), "unspecified": ("papers", "project"),
}  # fmt: skip
"""Answers to classes of paper of the lexicon; a draft whose own class is among them keeps it, else it gets the first."""

DONE: Final = frozenset({"signed", "financed", "under_way", "delivered"})
"""Stages that nothing reaches of which the text says that it was not done."""
STAGES: Final = {"under_way": "under way"}
KINDS: Final = {"pledged": "pledge", "committed": "commitment", "disbursed": "disbursement", "hoped": "hoped", "cost": "cost", "total": "total"}  # fmt: skip
_EVENT: Final = {"proposed": "plan", "announced": "pledge", "signed": "sign", "financed": "give", "under way": "work", "delivered": "finish", "stalled": "stall", "cancelled": "cancel"}  # fmt: skip


class Weigher:
    """Weighs the candidates of one story."""

    def __init__(self, story: Story, parties: Parties, weights: Learned | None = None) -> None:
        self.story = story
        self.parties = parties
        self.weights = weights or learned()
        self.signs = Signs(story)

    def told(self, candidates: Sequence[Candidate]) -> list[Draft]:
        """The deals of the story, in order of place."""
        if not candidates or self._deals(candidates) < DEALS:
            return []
        drafts = [one.draft for one in candidates]
        own = [self.weights.draft.sums(self.signs.draft(draft)) for draft in drafts]
        sure = [self._told(one, sums, drafts) for one, sums in zip(candidates, own, strict=True)]
        if max(sure) < ANY:
            return []
        kept = []
        for one, sums, share in zip(candidates, own, sure, strict=True):
            if share >= TOLD:
                self._decide(one.draft, sums, share)
                kept.append(one)
        found = joined(self._sums(kept, drafts))
        self._days(found, [draft for draft in drafts if not any(draft is one.draft for one in kept)])
        return [draft for draft in found if draft.parties or draft.sums or draft.count is not None]

    def _deals(self, candidates: Sequence[Candidate]) -> float:
        """How sure it is that the text holds a deal at all."""
        return self.weights.deals.shares(self.signs.deals(candidates))["deals"]

    def _told(self, one: Candidate, sums: list[int], drafts: list[Draft]) -> float:
        """How sure it is that a draft is told, from the sums of its own signs and from how it stands to the others."""
        told = self.weights.told
        among = told.sums(self.signs.told(one, drafts))
        return shared(told.answers, [mine + more for mine, more in zip(sums, among, strict=False)])["told"]

    def _decide(self, draft: Draft, sums: list[int], share: float) -> None:
        """Give a draft that is told its answers, and say how sure they are."""
        before, middle = len(self.weights.told.answers), len(self.weights.stage.answers)
        stages = shared(self.weights.stage.answers, sums[before : before + middle])
        papers = shared(self.weights.paper.answers, sums[before + middle :])
        paper = max(sorted(papers), key=papers.__getitem__)
        if draft.undescribed is not None:
            describe(self.story, draft, self.story.spoken[draft.sentence], draft.undescribed)
        undone = self._undone(draft)
        stage = max(sorted(name for name in stages if not (undone and name in DONE)), key=stages.__getitem__)
        chances = pool(self.story, self.parties, self.signs, draft)
        draft.sums = [self._kind(draft, one) for one in draft.sums]
        taking, surest = self._taking_part(chances)
        draft.parties = _sided(taking, paper, stage)
        draft.sure = share * papers[paper] * stages[stage] * surest
        draft.weighed = (
            f"weighed: told {share:.2f}, paper {papers[paper]:.2f}, stage {stages[stage]:.2f}, a party {surest:.2f}"
        )
        self._turn(draft, paper, stage)

    def _undone(self, draft: Draft) -> bool:
        """Whether the text says of what the draft's stage was read from that it was not done."""
        spoken = self.story.spoken[draft.sentence]
        start, end = draft.stage.start - spoken.sentence.start, draft.stage.end - spoken.sentence.start
        return draft.event.denied or any(
            denied(clause, hit, spoken.bare)
            for clause in spoken.clauses for hit in clause.events if hit.start < end and hit.end > start
        )  # fmt: skip

    def _turn(self, draft: Draft, paper: str, answer: str) -> None:
        """Give a draft its weighed paper and stage, with the words that speak for them where the rules read another."""
        stage = STAGES.get(answer, answer)
        if draft.paper.value not in PAPERS[paper]:
            start, end = self._words(draft, "papers", PAPERS[paper], self.weights.paper, paper) or (
                draft.paper.start,
                draft.paper.end,
            )
            draft.paper = Words(PAPERS[paper][0], start, end, "paper:weighed")
        if draft.stage.value != stage and not (stage == "signed" and draft.stage.value == "in force"):
            classes = tuple(name for name, told in STAGE.items() if told == stage)
            start, end = self._words(draft, "events", classes, self.weights.stage, answer) or (
                draft.stage.start,
                draft.stage.end,
            )
            draft.stage = Words(stage, start, end, "stage:weighed")
            draft.event = replace(draft.event, event=_EVENT[stage], stage=stage)
            find_day_again(self.story, draft)

    def _words(
        self, draft: Draft, kind: str, classes: tuple[str, ...], weights: Weights, answer: str
    ) -> tuple[int, int] | None:
        """The words of the draft's sentence for an answer: those that the lexicon holds for it, else the one that speaks
        most for it; None where none does."""
        spoken = self.story.spoken[draft.sentence]
        base = spoken.sentence.start
        at = draft.stage.start - base
        hits = [hit for clause in spoken.clauses for hit in getattr(clause, kind) if hit.name in classes]
        if hits:
            near = min(hits, key=lambda hit: (abs(hit.start - at), hit.start))
            return base + near.start, base + near.end
        best, where = 0, None
        for token in self.signs.sentence(draft.sentence):
            if token.text[0].isalpha() and len(token.text) >= (2 if token.text[0] > "\u3000" else 4):
                weight = weights.speaks(f"w {token.text}", answer) + weights.speaks(f"c {token.text}", answer)
                if weight > best:
                    best, where = weight, (base + token.start, base + token.end)
        return where

    def _taking_part(self, chances: list[Chance]) -> tuple[list[PartyWords], float]:
        """Who takes part, in order of place, and how sure the surest of them is."""
        found: list[tuple[float, PartyWords]] = []
        for chance in chances:
            shares = self.weights.party.shares(chance.signs)
            role = max(sorted(name for name in shares if name != "none"), key=shares.__getitem__)
            if 1 - shares["none"] >= TAKES_PART:
                rule = chance.words.rule if chance.ruled == role else "party:weighed"
                found.append((1 - shares["none"], replace(chance.fullest(), role=role, rule=rule)))
        if not found:
            return [], 0.5
        return [words for _, words in sorted(found, key=lambda pair: (pair[1].start, pair[1].mention.text))], max(
            sure for sure, _ in found
        )

    def _kind(self, draft: Draft, one: SumWords) -> SumWords:
        shares = self.weights.kind.shares(self.signs.sum(draft, one))
        kind = KINDS[max(sorted(shares), key=shares.__getitem__)]
        return one if one.kind == kind else replace(one, kind=kind, rule=f"{one.amount.rule}+{kind}")

    def _days(self, found: list[Draft], dropped: list[Draft]) -> None:
        """A deal with no day takes that of a draft beside it that tells the same (the same sum, or the same paper and party),
        best one at its own stage; in a text that is not dated itself, else the nearest day that may be its own."""
        for draft in found:
            if draft.day is not None:
                continue
            mine = {key(one) for one in draft.parties}
            sums = draft.money()
            beside = [
                one for one in dropped
                if one.day is not None and abs(one.sentence - draft.sentence) <= BESIDE
                and (sums & one.money() or (one.paper.value == draft.paper.value and mine & {key(other) for other in one.parties}))
            ]  # fmt: skip
            alike = [one for one in beside if one.stage.value == draft.stage.value]
            undated = self.story.page.published is None and draft.stage.value != "proposed"
            told = self._within(draft, len(found) == 1) if undated and not alike else []
            if told:
                draft.day = min(told, key=lambda one: (one[0], abs(one[1].start - draft.stage.start), one[1].start))[1]
            elif beside:
                nearest = min(alike or beside, key=lambda one: (abs(one.sentence - draft.sentence), one.sentence))
                draft.day = nearest.day
                draft.start, draft.end = min(draft.start, nearest.start), max(draft.end, nearest.end)

    def _within(self, draft: Draft, alone: bool) -> list[tuple[bool, Words]]:
        """The days in the passage of a draft, or else in the sentences beside it that name one of its parties or nobody, or of
        the whole text where it tells of this deal alone; with each, whether its clause tells of another stage. In a text that
        is not dated itself, as an entry of a database, the nearest is better than none; one that opens or ends a term is not."""
        mine = {one.mention.country or one.mention.text for one in draft.parties}
        days: dict[bool, list[tuple[bool, Words]]] = {True: [], False: []}
        for number, spoken in enumerate(self.story.spoken):
            base = spoken.sentence.start
            inside = base < draft.end and spoken.sentence.end > draft.start
            named = {one.country or one.text for one in spoken.mentions if one.party}
            beside = alone or (abs(number - draft.sentence) <= BESIDE and (not named or bool(named & mine)))
            for clause in spoken.clauses if inside or beside else ():
                other = draft.stage.value not in {STAGE[hit.name] for hit in clause.events}
                days[inside] += [
                    (other, Words(day.edtf, base + day.start, base + day.end, "date:passage"))
                    for day in clause.days
                    if not of_a_term(spoken.sentence.text, day)
                ]
        return days[True] or days[False]

    def _sums(self, kept: list[Candidate], drafts: list[Draft]) -> list[Draft]:
        """Each sum with one deal: a deal made for a sum takes it from the others; one that no deal has goes to the last."""
        apart = [one.draft for one in kept if one.by == "sum apart"]
        taken = {(one.start, one.end) for draft in apart for one in draft.sums}
        found = [one.draft for one in kept]
        for draft in found:
            if not any(draft is one for one in apart):
                draft.sums = [one for one in draft.sums if (one.start, one.end) not in taken]
        held = {(one.start, one.end) for draft in found for one in draft.sums}
        for dropped in drafts:
            for one in dropped.sums:
                if (one.start, one.end) in held:
                    continue
                before = [draft for draft in found if 0 <= dropped.sentence - draft.sentence <= NEAR]
                if before:
                    held.add((one.start, one.end))
                    last = max(before, key=lambda draft: (draft.sentence, draft.paper.start))
                    last.sums.append(self._kind(last, one))
        return found


def _sided(parties: list[PartyWords], paper: str, stage: str) -> list[PartyWords]:
    """No deal has one side twice and the other never: of those who signed, where all would get and nobody give, the words
    do not tell who gives, and all only sign; where a state and firms would all give works or goods, the state gets them."""
    roles = {one.role for one in parties}
    if len(parties) < 2 or len(roles) > 1:
        return parties
    if roles == {"receiver"} and stage == "signed":
        return [replace(one, role="signatory") for one in parties]
    states = [one for one in parties if one.mention.work in {"state", "ministry"}]
    if roles == {"provider"} and paper in {"contract", "purchase"} and len(states) == 1:
        return [replace(one, role="receiver") if one is states[0] else one for one in parties]
    return parties
