"""Drafts weighed: which are told at all, on which paper, at which stage, by whom and for what kind of sum.

Rules make drafts, more than there are deals, and say what each might be. What was learned from marked texts
(`weights`) decides. Every answer keeps words of the text that speak for it, and says that it was weighed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from warifu.proposals.reader.clauses import Happened
from warifu.proposals.reader.merging import joined
from warifu.proposals.reader.parties import Parties
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.weighing.pool import Chance, pool
from warifu.proposals.reader.weighing.signs import Signs
from warifu.proposals.reader.weighing.weights import Learned, Weights, learned
from warifu.proposals.reader.words import Draft, PartyWords, SumWords, Words

TOLD: Final = 0.5
"""How sure a draft must be to be one of the deals of its text."""
ANY: Final = 0.6
"""How sure the surest draft of a text must be for the text to hold a deal at all."""
DEALS: Final = 0.65
"""How sure it must be that a text holds a deal."""
TAKES_PART: Final = 0.35
"""How sure somebody must be to take part in some role."""
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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft and what the rules make of it: kept ("rules", "beside", "left over") or not. `about` says whether they take its
    text to be about deals, `others` how many words it has of topics that are none (trade, results, sport, the weather)."""

    draft: Draft
    by: str
    about: bool = True
    others: int = 0


class Weigher:
    """Weighs the candidates of one story."""

    def __init__(self, story: Story, parties: Parties, weights: Learned | None = None) -> None:
        self.story = story
        self.parties = parties
        self.weights = weights or learned()
        self.signs = Signs(story)

    def told(self, candidates: Sequence[Candidate]) -> list[Draft]:
        """The deals of the story, in order of place."""
        drafts = [one.draft for one in candidates]
        sure = [self.weights.told.shares(self.signs.told(one.draft, one.by, one.about, drafts))["told"] for one in candidates]
        if not sure or max(sure) < ANY or self._deals(candidates) < DEALS:
            return []
        kept = []
        for one, share in zip(candidates, sure, strict=True):
            if share >= TOLD:
                self._decide(one.draft, share)
                kept.append(one)
        found = joined(self._sums(kept, drafts))
        return [draft for draft in found if draft.parties or draft.sums or draft.count is not None]

    def _deals(self, candidates: Sequence[Candidate]) -> float:
        """How sure it is that the text holds a deal at all."""
        by = [one.by for one in candidates]
        signs = self.signs.deals([one.draft for one in candidates], by, candidates[0].about, candidates[0].others)
        return self.weights.deals.shares(signs)["deals"]

    def _decide(self, draft: Draft, share: float) -> None:
        signs = self.signs.draft(draft)
        papers, stages = self.weights.paper.shares(signs), self.weights.stage.shares(signs)
        paper = max(sorted(papers), key=papers.__getitem__)
        stage = max(sorted(name for name in stages if not (draft.event.denied and name in DONE)), key=stages.__getitem__)
        chances = pool(self.story, self.parties, self.signs, draft)
        draft.sums = [self._kind(draft, one) for one in draft.sums]
        draft.parties, surest = self._taking_part(chances)
        draft.sure = share * papers[paper] * stages[stage] * surest
        self._turn(draft, paper, STAGES.get(stage, stage))

    def _turn(self, draft: Draft, paper: str, stage: str) -> None:
        """Give a draft its weighed paper and stage, with the words that speak most for them where rules read another."""
        if draft.paper.value not in PAPERS[paper]:
            start, end = self._words(draft, self.weights.paper, paper, draft.paper)
            draft.paper = Words(PAPERS[paper][0], start, end, "paper:weighed")
        if draft.stage.value != stage and not (stage == "signed" and draft.stage.value == "in force"):
            answer = next((name for name, own in STAGES.items() if own == stage), stage)
            start, end = self._words(draft, self.weights.stage, answer, draft.stage)
            draft.stage = Words(stage, start, end, "stage:weighed")
            draft.event = Happened(_EVENT[stage], stage, draft.event.start, draft.event.end)

    def _words(self, draft: Draft, weights: Weights, answer: str, before: Words) -> tuple[int, int]:
        """The word of the draft's sentence that speaks most for an answer, or where the rules read it."""
        base = self.story.spoken[draft.sentence].sentence.start
        best, where = 0, (before.start, before.end)
        for token in self.signs.sentence(draft.sentence):
            if token.text.startswith("<") or not token.text[0].isalnum():
                continue
            weight = weights.heaviest((f"w {token.text}", f"c {token.text}"), answer)[1]
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
                found.append((1 - shares["none"], replace(chance.words, role=role, rule=rule)))
        if not found:
            return [], 0.5
        return [words for _, words in sorted(found, key=lambda pair: (pair[1].start, pair[1].mention.text))], max(sure for sure, _ in found)

    def _kind(self, draft: Draft, one: SumWords) -> SumWords:
        shares = self.weights.kind.shares(self.signs.sum(draft, one))
        kind = KINDS[max(sorted(shares), key=shares.__getitem__)]
        return one if one.kind == kind else replace(one, kind=kind, rule=f"{one.amount.rule}+{kind}")

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
