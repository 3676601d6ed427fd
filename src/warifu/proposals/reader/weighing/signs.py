"""What is looked at when a draft is weighed: plain signs, each a word, a class or a place, told as text.

A sign never holds a name, a sum or a date, only of what sort it is, so that what is learned from one text holds in
another.
"""
# ruff: noqa: E501 - signs read better on one line

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from warifu.proposals.reader.clauses import HOLE, Clause
from warifu.proposals.reader.parties import key
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.words import RANK, Candidate, Draft, Spoken, SumWords

STEM: Final = 6
"""Letters of a word that count; Russian endings and English tenses fall away."""
KEPT: Final = frozenset({"rules", "beside", "left over"})
"""What the rules make of drafts that they keep."""
BESIDE: Final = 4
"""Words on each side of the verb, the paper, a sum or a party that count by their place."""
_WORD: Final = re.compile(
    rf"{HOLE}+|[一-龥々]+|[ァ-ヴー]+|[ぁ-ん]+|[가-힣]+|[^\W\d_一-龥々ァ-ヴーぁ-ん가-힣{HOLE}]+|[:;,、。()（）「」\"“”%|]"
)
_TOGETHER: Final = re.compile(r"[一-龥々]{3,}")


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int


def tokens(spoken: Spoken) -> list[Token]:
    """The words of a sentence as signs know them: stems, with the sort in place of each name, sum and date."""
    sorts: dict[int, str] = {}
    for one in spoken.mentions:
        sorts[one.start] = f"<{one.work or one.sort}>"
    for amount in spoken.amounts:
        sorts[amount.start] = "<rate>" if amount.per else "<sum>"
    for day in spoken.days:
        sorts[day.start] = "<day>"
    found: list[Token] = []
    for match in _WORD.finditer(spoken.bare):
        start, end, word = match.start(), match.end(), match[0]
        if word[0] == HOLE:
            held = [sorts[at] for at in range(start, end) if at in sorts]
            found += [Token(sort, start, end) for sort in held] or [Token("<name>", start, end)]
        elif _TOGETHER.fullmatch(word):
            found += [Token(word[at : at + 2], start + at, start + at + 2) for at in range(len(word) - 1)]
        elif "ぁ" <= word[0] <= "ん":
            found.append(Token(word[-4:], start, end))
        else:
            found.append(Token(word.lower()[:STEM], start, end))
    return found


class Signs:
    """Reads the signs of the drafts of one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._tokens: dict[int, list[Token]] = {}
        self._of_sentence: dict[int, list[str]] = {}
        self._of_clause: dict[tuple[int, int], list[str]] = {}
        self._text: list[str] | None = None

    def sentence(self, number: int) -> list[Token]:
        if number not in self._tokens:
            self._tokens[number] = tokens(self.story.spoken[number])
        return self._tokens[number]

    # -- a draft

    def draft(self, draft: Draft) -> list[str]:
        """Signs of what a draft is and of the words around it."""
        spoken = self.story.spoken[draft.sentence]
        base = spoken.sentence.start
        paper, event, stage = draft.paper.value, draft.event.event, draft.stage.value
        signs = [
            "one", f"paper={paper}", f"event={event}", f"stage={stage}", f"paper+event={paper}+{event}", f"paper+stage={paper}+{stage}",
            f"stage by {draft.stage.rule.split(':', 1)[-1]}", f"paper by {draft.paper.rule}", f"language={self.story.language}",
        ]  # fmt: skip
        signs += [name for name in ("hedged", "inherited", "signed", "board") if getattr(draft, name)]
        signs += [name for name in ("future", "aside") if getattr(draft.event, name)]
        signs.append(f"sums={min(len(draft.sums), 3)}")
        signs += [f"sum {kind}" for kind in sorted({one.kind for one in draft.sums})]
        signs += self._parties(draft)
        signs.append(f"counted={draft.count is not None}")
        signs.append(f"dated={self._dated(draft)}")
        signs.append(f"row={spoken.sentence.row}")
        signs += self._around(draft, base)
        return signs

    def _parties(self, draft: Draft) -> list[str]:
        roles = sorted({one.role for one in draft.parties})
        sorts = sorted({one.mention.work or one.mention.sort for one in draft.parties})
        countries = {one.mention.country for one in draft.parties if one.mention.country}
        signs = [
            f"parties={min(len(draft.parties), 4)}",
            f"countries={min(len(countries), 3)}",
            f"roles={'+'.join(roles)}",
        ]
        signs += [f"party {sort}" for sort in sorts]
        signs += [f"{one.role} {one.mention.work or one.mention.sort}" for one in draft.parties]
        signs += [f"party by {rule}" for rule in sorted({one.rule for one in draft.parties})]
        return signs

    def _dated(self, draft: Draft) -> str:
        day = self.story.page.day
        if draft.day is None:
            return "no"
        if day is None:
            return "yes"
        told, now = draft.day.value, f"{day}"
        if told == now[: len(told)]:
            return "now"
        return "before" if told < now else "after"

    def _around(self, draft: Draft, base: int) -> list[str]:
        """The words of the draft's clause and sentence, those beside its verb, its paper and its first sum, and the classes of
        words before and after."""
        number = draft.sentence
        spoken, here = self.story.spoken[number], self.sentence(number)
        at = draft.stage.start - base
        if not 0 <= at < len(spoken.bare):
            at = draft.paper.start - base
        signs = self._sentence(number) + self.text()
        clause = next((one for one in spoken.clauses if one.start <= at < one.end), None)
        if clause is not None:
            signs = signs + self._clause(number, clause)
            signs.append(f"denied={bool(clause.negations)} {draft.event.event}")
        signs += self._beside("v", here, draft.stage.start - base, draft.stage.end - base)
        signs += self._beside("p", here, draft.paper.start - base, draft.paper.end - base)
        if draft.sums:
            signs += self._beside("s", here, draft.sums[0].start - base, draft.sums[0].end - base)
        return signs

    def _sentence(self, number: int) -> list[str]:
        """Signs of a sentence, whatever draft is made of it."""
        if number not in self._of_sentence:
            signs = [f"w {one.text}" for one in self.sentence(number)]
            for step, name in ((-1, "before"), (0, "here"), (1, "after"), (2, "after")):
                if 0 <= number + step < len(self.story.spoken):
                    clauses = self.story.spoken[number + step].clauses
                    signs += sorted({f"{name} {hit.name}" for clause in clauses for hit in clause.events})
            signs += sorted(
                {f"here {hit.name}" for clause in self.story.spoken[number].clauses for hit in clause.papers}
            )
            signs.append(f"place={min(number, 4)}")
            self._of_sentence[number] = signs
        return self._of_sentence[number]

    def _clause(self, number: int, clause: Clause) -> list[str]:
        """Signs of a clause, whatever draft is made of it."""
        place = number, clause.start
        if place not in self._of_clause:
            own = [one.text for one in self.sentence(number) if clause.start <= one.start < clause.end]
            signs = [f"c {one}" for one in own] + [f"c {one} {other}" for one, other in pairwise(own)]
            names = [hit.name for hit in clause.events]
            signs += [f"c: {name}" for name in names] + [f"c: {hit.name}" for hit in clause.papers]
            signs += [f"c: {one} {other}" for one, other in pairwise(names)]
            signs.append(f"c first {names[0]} last {names[-1]}" if names else "c nothing")
            signs.append(f"depth={min(clause.depth, 2)}")
            self._of_clause[place] = signs
        return self._of_clause[place]

    def _beside(self, name: str, here: list[Token], start: int, end: int) -> list[str]:
        before = [one.text for one in here if one.end <= start][-BESIDE:]
        within = [one.text for one in here if one.start < end and one.end > start]
        after = [one.text for one in here if one.start >= end][:BESIDE]
        signs = [f"{name}0 {' '.join(within)}"] + [f"{name}0 {word}" for word in within]
        for place, word in enumerate(reversed(before)):
            signs.append(f"{name}-{min(place + 1, 2)} {word}")
        for place, word in enumerate(after):
            signs.append(f"{name}+{min(place + 1, 2)} {word}")
        if before and within:
            signs.append(f"{name}-0 {before[-1]} {within[0]}")
        if after and within:
            signs.append(f"{name}0+ {within[-1]} {after[0]}")
        if before and after:
            signs.append(f"{name}-+ {before[-1]} {after[0]}")
        return signs

    def text(self) -> list[str]:
        """Signs of the text as a whole: the words of its title, how many countries and sums it names."""
        if self._text is None:
            title = self.story.page.title.lower()
            words = [match[0][:STEM] for match in _WORD.finditer(title)]
            signs = [f"t {word}" for word in words]
            signs.append(f"states={min(len(self.story.countries), 4)}")
            signs.append(f"money={min(sum(len(one.amounts) for one in self.story.spoken), 6)}")
            signs.append(f"long={min(len(self.story.spoken) // 3, 6)}")
            self._text = signs
        return self._text

    # -- a sum

    def sum(self, draft: Draft, one: SumWords) -> list[str]:
        """Signs of what a sum of a draft is."""
        number = next((at for at, spoken in enumerate(self.story.spoken) if spoken.sentence.start <= one.start < spoken.sentence.end), draft.sentence)  # fmt: skip
        spoken = self.story.spoken[number]
        base = spoken.sentence.start
        paper, event, stage = draft.paper.value, draft.event.event, draft.stage.value
        here = self.sentence(number)
        place = sorted(other.start for other in draft.sums).index(one.start) if one in draft.sums else 9
        lender = any(party.mention.work == "lender" and party.role == "provider" for party in draft.parties)
        signs = [
            "one", f"ruled={one.kind}", f"ruled={one.kind} {stage}", f"ruled={one.kind} {paper}", f"stage={stage}", f"{paper} {stage}", f"{paper} {event}", f"event={event}",
            f"bound={one.amount.bound.value}", f"place={min(place, 3)} of {min(len(draft.sums), 4)}", f"lender={lender} {stage} {event}", f"counted={draft.count is not None}",
            f"own sentence={number == draft.sentence}", f"money here={min(len(spoken.amounts), 4)}", f"row={spoken.sentence.row}", f"board={draft.board} {stage}", f"language={self.story.language}",
        ]  # fmt: skip
        signs += [f"here {hit.name}" for clause in spoken.clauses for hit in (*clause.events, *clause.papers)]
        signs += self._beside("s", here, one.start - base, one.end - base)
        signs += [f"w {token.text}" for token in here]
        return signs

    # -- the text

    def deals(self, candidates: Sequence[Candidate]) -> list[str]:
        """Signs of whether a text with these drafts holds a deal at all."""
        about, others = candidates[0].about, min(candidates[0].others, 4)
        kept = [one.draft for one in candidates if one.by in KEPT]
        many = min(len(kept), 4)
        known = sum(bool(party.mention.id) for one in kept for party in one.parties)
        signs = [
            "one", f"about={about}", f"kept={many}", f"about={about} kept={many}", f"language={self.story.language}", f"drafts={min(len(candidates), 8)}",
            f"other topics={others}", f"other topics={others} {about}", f"known={min(known, 4)}", f"sums={min(sum(len(one.sums) for one in kept), 4)}",
        ]  # fmt: skip
        signs += [f"kept {one.paper.value}" for one in kept] + [f"kept {one.event.event}" for one in kept]
        signs += [f"kept {one.paper.value} {one.event.event}" for one in kept]
        for number, spoken in enumerate(self.story.spoken):
            signs += [f"x {one.text}" for one in self.sentence(number)]
            signs += [f"h {hit.name}" for clause in spoken.clauses for hit in (*clause.events, *clause.papers)]
        return signs + self.text()

    # -- a draft among the others

    def told(self, one: Candidate, drafts: list[Draft]) -> list[str]:
        """Signs, besides a draft's own, of whether it is one of the deals of its text."""
        by, about, draft = one.by, one.about, one.draft
        signs = [f"about={about}", f"about={about} {by}", f"about={about} {draft.paper.value}"]
        return [
            *self.among(draft, drafts),
            *signs,
            f"by {by}",
            f"by {by} {draft.paper.value}",
            f"by {by} {draft.event.event}",
        ]

    def among(self, draft: Draft, drafts: list[Draft]) -> list[str]:
        """Signs of how a draft stands to the others of its text."""
        signs: list[str] = [f"others={min(len(drafts) - 1, 5)}"]
        at = next(number for number, one in enumerate(drafts) if one is draft)
        mine = {key(one) for one in draft.parties}
        sums = draft.money()
        earlier, later = drafts[:at], drafts[at + 1 :]
        for name, others in (("earlier", earlier), ("later", later)):
            for other in others:
                theirs = {key(one) for one in other.parties}
                shared = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
                alike = ["paper"] * (other.paper.value == draft.paper.value) + ["stage"] * (
                    other.stage.value == draft.stage.value
                )
                alike += ["parties"] * (shared >= 1) + ["party"] * (0 < shared < 1)
                left = other.money()
                alike += (
                    ["sum"] * bool(left & sums)
                    + ["othersum"] * bool(left and sums and not left & sums)
                    + ["nosum"] * (not sums)
                )
                near = min(abs(other.sentence - draft.sentence), 3)
                signs.append(f"{name} {'+'.join(alike)}")
                signs.append(f"{name} {near} {'+'.join(one for one in alike if one not in {'stage'})}")
                if shared:
                    higher = RANK[other.stage.value] - RANK[draft.stage.value]
                    signs.append(
                        f"{name} {'further' if higher > 0 else 'same' if higher == 0 else 'less'} {draft.paper.value} {other.paper.value}"
                    )
        return signs
