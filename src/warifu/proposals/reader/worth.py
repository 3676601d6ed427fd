"""Whether a draft is a deal between countries."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

from collections import Counter
from typing import Final

from warifu.proposals.reader import cues
from warifu.proposals.reader.mentions import GUESSED
from warifu.proposals.reader.parties import GUESSED_RULE
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.words import SPECIFIC, WEAK, Draft

_FIRM_PAPERS: Final = frozenset(
    {"mou", "letter", "notes", "loan", "grant", "guarantee", "relief", "framework", "venture"}
)
"""Papers and ways of value that are told of deals across borders even where no state is spoken of."""


_ANYWHERE: Final = frozenset({"purchase", "equity", "contract"})
"""Ways of value that are told of firms inside one country as well."""


VERB_REACH: Final = 90
"""Characters from a verb within which the sum that it moves stands."""


class Worth:
    """Judges the drafts of one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._dealing: frozenset[str] | None = None
        self._others: int | None = None

    def worth(self, draft: Draft) -> bool:
        """Whether a draft is a deal between countries: two of them, or a body of many, must be in it or around it.

        With one country among the parties, another must be named in the same sentence, or the text must be about
        states that deal with each other; a party that nobody knows is never enough.
        """
        countries = {one.mention.country for one in draft.parties if one.mention.country}
        shared = any(one.mention.id and not one.mention.country for one in draft.parties)
        spoken = self.story.spoken[draft.sentence]
        around = {one.country for one in spoken.mentions if one.country}
        if draft.place is not None:
            around = around | {draft.place.value}
        between = self.between | countries if self.between else self.between
        weak = draft.paper.value in WEAK
        paper = draft.paper.value in SPECIFIC
        if shared or len(countries) > 1:
            return not (weak and draft.event.event == "pledge" and not draft.sums and len(countries) < 2)
        if not draft.parties:
            return paper and bool(draft.sums) and draft.event.event != "plan" and len(between) > 1
        state = any(one.mention.work == "state" for one in draft.parties)
        if weak and draft.event.event in {"pledge", "build", "present", "give", "approve"} and draft.count is None and not draft.sums and state:  # fmt: skip
            return len(countries | around) > 1
        if not countries:
            return len(between) > 1 and paper and (bool(draft.sums) or draft.event.event in {"sign", "stall", "cancel"})
        one_sided = not any(
            one.role == "receiver" or one.mention.work in {"lender", "insurer"} for one in draft.parties
        )
        others = {
            one.country for one in spoken.mentions if one.sort in {"country", "government", "adjective"}
        } - countries
        moved = draft.paper.value in {"pledge", "purchase"} and draft.event.event in {"draw", "buy"}
        if moved and not others and (one_sided or all(one.role == "receiver" for one in draft.parties)):
            return False
        if weak and draft.count is None and not draft.sums:
            return len(countries | around) > 1 and draft.event.event in {"sign", "stall", "cancel", "finish", "work"}
        if len(countries | around) > 1:
            return bool(between) or paper or (bool(draft.sums) and bool(others))
        if draft.sums and any(one.role == "provider" and (one.mention.sort in {"country", "government"} or one.mention.type == "state body") for one in draft.parties):  # fmt: skip
            return draft.paper.value in {"loan", "grant", "relief"} or len(between) > 1
        known = any(one.mention.id for one in draft.parties)
        if known and paper and draft.event.event == "sign" and len(self.story.countries) > 1:
            return True
        return len(between) > 1 and (paper or bool(draft.sums))

    def deals(self, sure: list[Draft]) -> bool:
        """Whether the text as a whole is about deals: one draft alone shows it, or a firm paper does in a text that is not
        about trade, results, sport, polls or the weather."""
        if any(self._strong(draft) for draft in sure):
            return True
        others = self.other_topics
        if others < 3 and len(self.story.countries) > 1 and any(self._firm(draft) for draft in sure):
            return True
        return others == 0 and any(self._gives(draft) for draft in sure)

    def _gives(self, draft: Draft) -> bool:
        """Whether a state gives or lends a sum, though nobody says to whom."""
        giver = any(
            one.role == "provider" and one.mention.country and (one.mention.work == "state" or one.mention.type == "state body")
            for one in draft.parties
        )  # fmt: skip
        return giver and bool(draft.sums) and draft.paper.value in {"loan", "grant", "relief", "pledge"}

    def _verb_alone(self, draft: Draft) -> bool:
        """Whether nothing but a verb tells the way of value ("lent eleven maps", "granted a charter", "bought less gold")."""
        base = self.story.spoken[draft.sentence].sentence.start
        within = draft.paper.start < base + draft.event.end and draft.paper.end > base + draft.event.start
        own = [one for one in draft.sums if abs(one.start - draft.event.start - base) < VERB_REACH]
        return (
            within
            and not own
            and self.other_topics > 0
            and draft.paper.value in {"grant", "loan", "purchase", "equity"}
        )

    @property
    def other_topics(self) -> int:
        """How many words of topics that are no deals the text holds: trade, results, sport, polls, the weather."""
        if self._others is None:
            told = cues.OTHER_TOPICS.finditer(self.story.page.title + "\n" + self.story.body)
            self._others = len({match[0].lower() for match in told})
        return self._others

    def _firm(self, draft: Draft) -> bool:
        if not draft.parties or self._verb_alone(draft):
            return False
        state = any(one.mention.work == "state" for one in draft.parties)
        return (draft.paper.value in SPECIFIC and draft.paper.value not in _ANYWHERE) or (bool(draft.sums) and state and draft.paper.value not in _ANYWHERE)  # fmt: skip

    def _strong(self, draft: Draft) -> bool:
        """Whether a draft's own clause names both sides, or one that deals across borders, with a paper or a sum."""
        paper, event = draft.paper.value, draft.event.event
        if (paper == "purchase" and event in {"buy", "draw", "finish", "work"} and not draft.sums and not draft.signed) or (paper == "pledge" and event in {"stall", "cancel"}):  # fmt: skip
            return False
        told = [one for one in draft.parties if one.rule != GUESSED_RULE]
        if self._verb_alone(draft):
            return False
        if paper == "equity" and not any(one.mention.sort == "body" for one in told):
            return False
        countries = {one.mention.country for one in told if one.mention.country}
        spoken = self.story.spoken[draft.sentence]
        countries |= {one.country for one in spoken.mentions if one.country} if told else set()
        shared = any(one.mention.id and not one.mention.country for one in told)
        sides = len({one.mention.country for one in told if one.mention.country})
        return (len(countries) > 1 or shared) and (
            bool(draft.sums) or paper in SPECIFIC or draft.count is not None or sides > 1
        )

    @property
    def between(self) -> frozenset[str]:
        """The countries that deal with each other in this text, where it speaks of states, their banks or summits."""
        if self._dealing is None:
            named: Counter[str] = Counter()
            for spoken in self.story.spoken:
                for one in spoken.mentions:
                    if (
                        one.country
                        and one.sort in {"country", "government", "body", "capital"}
                        and one.strength > GUESSED
                    ):
                        named[one.country] += 1
            title = {one.country for one in self.story.titled if one.country}
            official = cues.STATES.search(self.story.body) is not None
            papers = any(hit.name in _FIRM_PAPERS for spoken in self.story.spoken for clause in spoken.clauses for hit in clause.papers)  # fmt: skip
            found = {code for code, count in named.items() if count >= 2 or code in title or papers}
            self._dealing = frozenset(found) if official or papers else frozenset()
        return self._dealing
