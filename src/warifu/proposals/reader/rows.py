"""Rows of a table: each with a sum and a party is a deal in the terms of the table's head and of the text above it."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.reader import cues
from warifu.proposals.reader.areas import area_near
from warifu.proposals.reader.clauses import STAGE, Clause, Happened, Hit
from warifu.proposals.reader.events import happened
from warifu.proposals.reader.lexicon import Lexicon
from warifu.proposals.reader.mentions import Mention
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.sums import sum_kind
from warifu.proposals.reader.words import SPECIFIC, Draft, PartyWords, Spoken, SumWords, Words

ABOVE: Final = 4
"""Sentences above a table that tell what it lists."""
_FUND: Final = re.compile(r"\bFund\b|基金|Фонд")
_HEAD_STAGES: Final = {"sign": "signed", "approve": "announced", "draw": "financed", "pledge": "announced", "finish": "delivered", "work": "under way"}  # fmt: skip


class Rows:
    """Reads the rows of one story, in order."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._head: Spoken | None = None

    def over(self) -> None:
        """The table has ended."""
        self._head = None

    def read(self, number: int, spoken: Spoken) -> Draft | None:
        """The deal of a row, or None: a row without figures is the table's head."""
        sums = [amount for amount in spoken.amounts if not amount.per]
        if not sums:
            self._head = self._head or spoken
            return None
        above = [one for one in self.story.spoken[max(0, number - 40) : number] if not one.sentence.row][-ABOVE:]
        receiver = next((one for one in spoken.mentions if one.party or one.sort == "capital"), None)
        if receiver is None or not (above or self._listed()):
            return None
        base = spoken.sentence.start
        paper = self._paper(spoken, above, Hit("pledge", sums[0].start, sums[0].end))
        event, shift = self._event(spoken, above, sums[0].start, sums[0].end)
        draft = Draft(paper, event, Words(event.stage, shift + event.start, shift + event.end, "stage:table"), number, base, spoken.sentence.end)  # fmt: skip
        draft.board = (
            cues.BOARD.search(self.story.page.title + "".join(one.bare for one in above)) is not None
            or event.event == "approve"
        )
        draft.parties.append(PartyWords(receiver, "receiver", base + receiver.start, base + receiver.end, "party:row"))
        giver = self._giver(above, receiver)
        if giver is not None:
            where, one = giver
            draft.parties.append(PartyWords(one, "provider", where + one.start, where + one.end, "party:table"))
        if spoken.days:
            day = spoken.days[-1]
            draft.day = Words(day.edtf, base + day.start, base + day.end, "date:row")
        draft.sums = [SumWords(amount, sum_kind(draft), base + amount.start, base + amount.end, amount.rule) for amount in sums]  # fmt: skip
        found = area_near(self.story, number, 0, len(spoken.sentence.text))
        if found is not None:
            draft.area = Words(*found, "area")
        return draft

    def _paper(self, spoken: Spoken, above: list[Spoken], money: Hit) -> Words:
        own = _papers(spoken.clauses)
        if own:
            return Words(own[0].name, spoken.sentence.start + own[0].start, spoken.sentence.start + own[0].end, "paper:row")  # fmt: skip
        for one in reversed(above):
            papers = _papers(one.clauses)
            if papers:
                return Words(papers[0].name, one.sentence.start + papers[0].start, one.sentence.start + papers[0].end, "paper:table")  # fmt: skip
        named = self._listed() if not above else ""
        if named:
            return Words(named, spoken.sentence.start + money.start, spoken.sentence.start + money.end, "paper:title")
        return Words("pledge", spoken.sentence.start + money.start, spoken.sentence.start + money.end, "paper:table")

    def _listed(self) -> str:
        """The class of paper that the head or the title of a table names, where no sentence stands above it."""
        if self._head is not None:
            papers = _papers(self._head.clauses)
            if papers:
                return papers[0].name
        told = self.story.lexicon.papers.search(self.story.page.title)
        return told.lastgroup or "" if told is not None else ""

    def _event(self, spoken: Spoken, above: list[Spoken], start: int, end: int) -> tuple[Happened, int]:
        lexicon: Lexicon = self.story.lexicon
        for clause in reversed(spoken.clauses):
            own = happened(clause, spoken.bare, lexicon)
            if own is not None and not own.denied:
                return own, spoken.sentence.start
        if self._head is not None:
            hit = next(
                (hit for clause in self._head.clauses for hit in clause.events if hit.name in _HEAD_STAGES), None
            )
            if hit is not None:
                return Happened(hit.name, _HEAD_STAGES[hit.name], hit.start, hit.end), self._head.sentence.start
        for one in reversed(above):
            for clause in one.clauses:
                told = happened(clause, one.bare, lexicon)
                if told is not None and not told.denied and told.event not in {"plan", "stall", "cancel", "refuse"}:
                    return told, one.sentence.start
        return Happened("approve", STAGE["approve"], start, end), spoken.sentence.start

    def _giver(self, above: list[Spoken], receiver: Mention) -> tuple[int, Mention] | None:
        """Who gives what the rows list: a lender or fund named above before any other body, then a state."""
        named = [(one.sentence.start, mention) for one in reversed(above) for mention in one.mentions]
        lenders = [pair for pair in named if pair[1].work in {"lender", "insurer"} or _FUND.search(pair[1].text)]
        bodies = [pair for pair in named if pair[1].sort == "body" and pair[1].type == "state body"]
        states = [pair for pair in named if pair[1].sort in {"government", "country"} and pair[1].country != receiver.country]  # fmt: skip
        return next(iter([*lenders, *bodies, *states]), None)


def _papers(clauses: list[Clause]) -> list[Hit]:
    return [one for clause in clauses for one in clause.papers if one.name in SPECIFIC]
