"""From clauses to deals: one draft an undertaking, at the latest stage that the text tells.

Each clause is cut where it tells of several undertakings (`segments`). What a piece says is a new undertaking, or goes
on about one told before: when it opens with "the loan", "the project"; when it tells what became of a sum; or when it
adds a sum to what its sentence is about. At the end drafts that tell one deal are joined, and those that are no deal
between countries are left out.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from warifu.proposals.reader import cues
from warifu.proposals.reader.clauses import Clause, Happened, Hit
from warifu.proposals.reader.counts import Count, counted, counted_apart
from warifu.proposals.reader.describing import describe, find_day
from warifu.proposals.reader.events import happened
from warifu.proposals.reader.mentions import GUESSED
from warifu.proposals.reader.merging import fits, joined
from warifu.proposals.reader.money import Amount
from warifu.proposals.reader.papers import goods, paper_of
from warifu.proposals.reader.parties import GUESSED_RULE, Parties
from warifu.proposals.reader.rows import Rows
from warifu.proposals.reader.segments import segments
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.sums import sum_words, sums_of
from warifu.proposals.reader.weighing.weigh import Weigher
from warifu.proposals.reader.weighing.weights import Learned
from warifu.proposals.reader.words import RANK, SPECIFIC, WEAK, Candidate, Draft, Spoken, SumWords, Words
from warifu.proposals.reader.worth import Worth

MOVED: Final = frozenset({"draw", "give", "work", "finish", "build"})
NEAR: Final = 3
"""Sentences within which a clause may go on about a deal told before."""
FRAMES: Final = frozenset({"mou", "letter", "statement", "agreement", "framework", "notes"})
"""Papers whose stage is not that of the works which they speak of."""
_DEFINITE: Final = re.compile(
    r"\b(?:the|this|that|its|their|these|such|his|her)\s(?:[\w-]+\s)?$|(?:同|本|この|その|当該)$|\b(?:этот|этого|это|эту|этим|этому|данн\w+|сво\w+)\s$"
)
_SHARE: Final = re.compile(
    r"\bof (?:the (?:total|whole|sum|loan|package|amount)|it|that|this)\b|\bits share\b|из (?:этой|общей) суммы|うち"
)
_ITEM: Final = re.compile(r"\s*(?:[・○●◇◆■▪•–—-]|[(（]?\d{1,2}[)）.．、]|[①-⑳]|[ア-オ][.．)）])")
_CALLED: Final = re.compile(r"\b(?:call(?:s|ed)?|claims?|indemni\w+|honour\w*|default\w*|compensat\w+)\b")
"""What is said of a guarantee whose money has moved; any other is given by a signature."""
_GOT: Final = re.compile(r"получ|поступ|приш", re.I)
_OWN_NOUN: Final = re.compile(
    r"\W*(?:[А-ЯЁа-яё]+\s){0,2}?(?:предложени|заявк|иде[яю]|проект|план|запрос|вопрос|переговор|инициатив)\w*\s(?:об?|по|на|с|[а-яё-]+(?:ого|его|ой|ей|их|ых))\s",
    re.I,
)
"""A noun with a complement of its own that a clause on a halt begins with: it is not the deal told before."""
_THE_SAME: Final = re.compile(
    r"^\W*(?:(?:однако|но|позже|затем|потом|сейчас|теперь|пока|вскоре|впоследствии|в итоге|в █+(?:-м)?|с █+),?\s)*(?:он[аои]?|эт\w{1,3} \w+|сам\w? \w+|(?:предложение|проект|сделк[аи]|документы?|бумаг[аи]|контракты?|договор|соглашение|договоренность|кредит|за[её]м|строительство|строительные работы|стройка|работы|процесс|подписание|переговоры|меморандум|платежи|поставки|выплаты|выборка|финансирование|грант|программа|линия|средства|деньги))\s(?:[«█»]+\s)?(?:(?:был[аои]?|так|и|пока|уже|затем|вскоре|вновь|снова|фактически|временно|окончательно|тогда|теперь|же|ещ[её]|в|итоге|потом|стороны|власти|парламент|правительство|компания|партн[её]ры|банк|суд|досрочно|вообще|сама?|на|время|не)\s){0,4}$|\b(?:от|из|с|по|о|об) (?:не[её]|него|н[её]м|них|этого|этой|ней|проекта?|сделк[иеу]|предложени[яю]|участия|соглашени[яю]|кредита?|гранта?|контракта?|договора?)\s(?:[а-яё█]+\s){0,4}$",
    re.I,
)
"""What stands before the verb of a halt of the deal told in the sentence before."""
_IT: Final = re.compile(
    r"\W*(?:(?:[Ss]o far|[Ss]ince then|[Ii]n █+|[Oo]n █+|█+|[Nn]ow|[Aa]t last|[Ll]ast \w+|[Tt]hen),? )?(?:[Ii]t|[Tt]hey|[Tt]his|[Bb]oth|(?:[Aa]ll|[Hh]alf|[Mm]ost|[Pp]art|[Nn]one|[Ss]ome) of (?:it|them)|[Tt]he (?:first|last|second|third|whole|entire|remaining|rest|full|other)(?: [a-z]+){0,3}|(?:[Tt]he|[Ii]ts|[Tt]heir) (?:money|sum|cash|aid|help|gift|ships?|vessels?|boats?|aircraft|jets|trains|buses|vehicles|goods|cargo|equipment|doses|tanks|machines|signing|ceremony|transaction|closing|sale|handover|delivery|deliveries|opening|payments?|instalments?|tranches?|shipments?|foundation stone)|[Dd]eliver(?:y|ies)|[Ss]ignature|[Ww]orks?|[Cc]onstruction|[Pp]ayments?|[Ss]hipments?)\b"
)
"""How an English sentence opens that goes on about the deal told before."""
_SAID_OF_IT: Final = re.compile(
    _IT.pattern
    + r"|\W*(?:(?:But|Yet|And|However|Then|Since then|So far|Later|In █+|On █+|█+),? )?(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Tt]heir|[Tt]hese|[Tt]hose) (?:[a-z-]+ )?(?:plans?|projects?|deals?|schemes?|offers?|talks|bids?|ideas?|contracts?|agreements?|ventures?|proposals?|memorand\w+|pacts?|accords?|loans?|credits?|purchases?|sales?|orders?|works?|site|programmes?|programs?|negotiations|promises?|pledges?|grants?|lines?|funds?|partnership|arrangement|undertaking|treaty|option|papers?|documents?|parts?)\b"
)
"""How an English sentence opens that tells how the deal told before stands."""
_WISHED: Final = re.compile(r"\W*(?:that|что|чтобы|dass|que)\b")
_TO_STRIP: Final = "█ \"“«('"


class Deals:
    """Makes the drafts of one story."""

    def __init__(self, story: Story, weights: Learned | None = None) -> None:
        self.story = story
        self.weights = weights
        self.lexicon = story.lexicon
        self.drafts: list[Draft] = []
        self.parties = Parties(story, self.drafts)
        self.worth = Worth(story)
        self._lead: tuple[Happened, int, int] | None = None
        self._told_of: dict[tuple[int, int, int], Happened | None] = {}
        self._heading: tuple[int, Spoken, Clause] | None = None

    def read(self) -> list[Draft]:
        """The deals of the story."""
        return Weigher(self.story, self.parties, self.weights).told(self.candidates())

    def candidates(self) -> list[Candidate]:
        """Every draft that the story gives rise to, with what the rules make of it."""
        rows = Rows(self.story)
        for number, spoken in enumerate(self.story.spoken):
            if spoken.sentence.row:
                draft = rows.read(number, spoken)
                if draft is not None:
                    self.drafts.append(draft)
                continue
            rows.over()
            self._sentence(number, spoken)
        merged = joined(self.drafts)
        sure = [draft for draft in merged if self.worth.worth(draft)]
        about = self.worth.deals(sure)
        between = about and any(
            len({one.mention.country for one in draft.parties if one.mention.country}) > 1 for draft in sure
        )
        kept = [draft for draft in merged if about and (draft in sure or (between and self._beside(draft)))]
        left = self._left_over(kept) if between else []
        found = [
            Candidate(
                draft,
                "rules"
                if draft in kept and draft in sure
                else "beside"
                if draft in kept
                else "worthy"
                if draft in sure
                else "unworthy",
            )
            for draft in merged
        ]
        found += [Candidate(draft, "left over") for draft in left]
        kept += left
        found += [Candidate(draft, "passed over") for draft in self._passed_over([one.draft for one in found])]
        found += [
            Candidate(one, "sum apart") for draft in [one.draft for one in found] for one in self._apart_by_sums(draft)
        ]
        for one in found:
            self.parties.complete(one.draft, kept)
        found = [replace(one, about=about, others=self.worth.other_topics) for one in found]
        return sorted(found, key=lambda one: (one.draft.sentence, one.draft.paper.start, one.draft.stage.start))

    def _passed_over(self, drafts: list[Draft]) -> list[Draft]:
        """A draft of each piece of a clause that no draft came of, though it tells what was done or names a paper or a sum."""
        made: list[Draft] = []
        for number, spoken in enumerate(self.story.spoken):
            named = {
                one.id or one.country or one.text
                for one in spoken.mentions
                if one.party or one.sort in {"capital", "adjective"}
            }
            if spoken.sentence.row or not named:
                continue
            base = spoken.sentence.start
            taken = [one.paper.start - base for one in drafts if base <= one.paper.start < spoken.sentence.end]
            taken += [one.stage.start - base for one in drafts if one.sentence == number]
            before = len(made)
            for clause in spoken.clauses:
                told = self._told(clause, spoken)
                for piece in segments(clause, spoken.bare, self.lexicon):
                    if not any(piece.start <= at < piece.end for at in taken):
                        draft = self._of_piece(number, spoken, piece, told)
                        if draft is not None:
                            made.append(draft)
            if not taken and len(made) == before and len(named) > 1:
                made.append(self._of_nothing(number, spoken))
        return made

    def _of_nothing(self, number: int, spoken: Spoken) -> Draft:
        """A draft of a sentence that names two sides and no word that the lexicon knows."""
        clause = max(spoken.clauses, key=lambda one: (len(one.mentions), -one.start))
        at = clause.start + len(clause.text) // 2
        event = Happened("plan", "proposed", at, at + 1)
        draft = self._draft(number, spoken, clause, event, Hit("papers", at, at + 1), [], None, later=True)
        draft.inherited = True
        return draft

    def _of_piece(self, number: int, spoken: Spoken, piece: Clause, told: Happened | None) -> Draft | None:
        own = self._told(piece, spoken) or told
        sums = sums_of(self.lexicon, spoken, piece)
        if own is None:
            if not (sums or any(one.name in SPECIFIC for one in piece.papers)):
                return None
            at = min([one.start for one in piece.papers] + [one.start for one, _ in sums])
            own = Happened("plan", "proposed", at, at + 1)
        paper = paper_of(self.lexicon, piece, own, piece.papers, sums)
        if paper is None:
            papers = [one for one in piece.papers if one.name in SPECIFIC] or piece.papers
            if papers:
                paper = min(papers, key=lambda one: (abs(one.start - own.start), one.start))
            elif sums:
                paper = Hit("pledge", sums[0][0].start, sums[0][0].end)
            else:
                paper = Hit("papers", own.start, own.end)
        draft = self._draft(number, spoken, piece, own, paper, sums, None, later=True)
        if not draft.parties:
            self.parties.fall_back(draft)
            draft.inherited = True
        return draft if draft.parties or draft.sums else None

    @staticmethod
    def _apart_by_sums(draft: Draft) -> list[Draft]:
        """A draft with several sums that are not one sum in two currencies: one draft for each sum after the first."""
        groups: dict[tuple[int, int], list[SumWords]] = {}
        for one in draft.sums:
            groups.setdefault((one.amount.money, one.start - one.amount.start), []).append(one)
        if draft.count is not None or len(groups) < 2:
            return []
        return [replace(draft, sums=list(group), parties=list(draft.parties)) for group in list(groups.values())[1:]]

    # -- sentences

    def _sentence(self, number: int, spoken: Spoken) -> None:
        previous: Clause | None = None
        for clause in spoken.clauses:
            told = self._told(clause, spoken)
            head: Draft | None = None
            for piece in segments(clause, spoken.bare, self.lexicon):
                before = len(self.drafts)
                if piece.carried and told is not None:
                    self._carried(number, spoken, piece, told, head)
                else:
                    self._clause(number, spoken, piece, told, previous)
                head = self.drafts[-1] if len(self.drafts) > before else head
            previous = clause
            if told is not None and not told.denied and cues.LEADS.search(spoken.sentence.text):
                self._lead = told, number, spoken.sentence.paragraph
            elif told is None and self._near(number) and cues.LEADS.search(spoken.sentence.text):
                self._lead = self.drafts[-1].event, number, spoken.sentence.paragraph

    def _clause(
        self, number: int, spoken: Spoken, clause: Clause, told: Happened | None, previous: Clause | None
    ) -> None:
        """What one clause says: a bundle, more of a deal told before, or an undertaking of its own."""
        if (
            told is not None
            and told.event == "pledge"
            and previous is not None
            and self._wished(spoken, clause, previous)
        ):
            told = Happened("plan", "proposed", told.start, told.end, told.denied, True)
        bundle = counted(self.story.language, spoken, clause, told)
        if bundle is not None:
            self._bundle(number, spoken, clause, bundle)
            self._binding_talk(clause, spoken)
            return
        self._apart(number, spoken, clause)
        target = self._spoken_of(number, clause)
        if target is not None and self._add(target, spoken, clause, told):
            return
        told = self._turned(number, spoken, clause, told)
        if self._ended(number, spoken, clause, told):
            return
        if self._closing(number, spoken, clause, told):
            return
        if told is not None and not told.denied and self._told_of_heading(number, spoken, clause, told):
            return
        if told is None or told.denied:
            if told is None:
                self._heading = number, spoken, clause
            if told is None and self._item(number, spoken, clause):
                return
            if (told is None and self._listed(number, spoken, clause, previous)) or (told is None and self._without_verb(number, spoken, clause, previous)):  # fmt: skip
                return
            if clause.amounts and (told is None or told.event in {"sign", "plan"}):
                self._loose_sums(number, spoken, clause)
            self._binding_talk(clause, spoken)
            return
        sums = sums_of(self.lexicon, spoken, clause)
        papers = [
            one
            for one in clause.papers
            if not cues.NOT_PAPER.search(spoken.bare[max(0, one.start - 10) : one.end + 10])
        ]
        paper = paper_of(self.lexicon, clause, told, papers, sums)
        if paper is not None and told.event == "plan" and paper.name == "pledge" and cues.HOPES.search(clause.text):
            return
        if paper is None:
            if sums:
                self._loose_sums(number, spoken, clause, told.event == "plan")
            self._binding_talk(clause, spoken)
            return
        if paper.name in WEAK and any(one.sentence == number and one.paper.value not in WEAK for one in self.drafts):
            return
        if self._generic_end(number, clause, told, paper, sums) and self._add(self.drafts[-1], spoken, clause, told):
            return
        known = self._known(number, spoken, clause, told, paper)
        if known is not None and self._add(known, spoken, clause, told):
            return
        draft = self._draft(number, spoken, clause, told, paper, sums, previous)
        if not draft.parties and self.story.language == "ja":
            self.parties.fall_back(draft)
        if not draft.parties and draft.sums and self._near(number, 2) and (paper.name == "pledge" or paper.name == "grant" == self.drafts[-1].paper.value):  # fmt: skip
            self._take(self.drafts[-1], spoken, sums)
            return
        if not draft.parties:
            self.parties.fall_back(draft)
        if self._empty(draft):
            return
        self.drafts += self._each(draft, clause)
        self._binding_talk(clause, spoken)

    def _each(self, draft: Draft, clause: Clause) -> list[Draft]:
        """Two lenders that "each" lend a sum lend two."""
        givers = [one for one in draft.parties if one.role == "provider"]
        lent = (
            draft.paper.value in {"loan", "pledge", "grant"}
            and len(givers) > 1
            and len({one.amount.money for one in draft.sums}) == 1
        )
        if not lent or cues.EACH.search(clause.text) is None or draft.count is not None:
            return [draft]
        others = [one for one in draft.parties if one.role != "provider"]
        return [replace(draft, parties=[giver, *others], sums=list(draft.sums)) for giver in givers]

    def _turned(self, number: int, spoken: Spoken, clause: Clause, told: Happened | None) -> Happened | None:
        """The event as denial and context turn it: not signed yet is planned, not signed when due is stalled."""
        if told is None:
            return None
        if told.event == "plan" and not told.denied and clause.depth == 0 and cues.FURTHER.match(spoken.bare.lstrip(_TO_STRIP)) and cues.GO.search(clause.text) and self.drafts and self.drafts[-1].stage.value == "announced":  # fmt: skip
            return Happened("pledge", "announced", told.start, told.end, told.denied, True)
        if not told.denied:
            return told
        if told.event in {"sign", "order"}:
            if cues.NOT_YET.search(clause.text):
                return Happened("plan", "proposed", told.start, told.end)
            due = cues.DID_NOT.search(spoken.bare[max(clause.start, told.start - 10) : told.end + 8])
            if due and len({one.country for one in clause.mentions if one.country}) > 1:
                return Happened("stall", "stalled", told.start, told.end)
        if told.event in MOVED and self._near(number, 2) and self.drafts[-1].stage.value in {"announced", "signed"}:
            if clause.papers or clause.amounts:
                return told
            last = self.drafts[-1]
            money = last.paper.value in {
                "loan",
                "grant",
                "guarantee",
                "fund",
                "equity",
                "mou",
                "agreement",
                "framework",
                "statement",
            }
            if money and told.event not in {"draw", "give"}:
                return told
            of_it = self.story.language != "en" or _SAID_OF_IT.match(spoken.bare, clause.start) is not None
            if last.sentence != number and of_it and not cues.NOT_YET.search(clause.text):
                base = spoken.sentence.start
                last.event = Happened("stall", "stalled", told.start, told.end)
                last.stage = Words("stalled", base + told.start, base + told.end, "stage:not-done")
        return told

    def _generic_end(
        self, number: int, clause: Clause, told: Happened, paper: Hit, sums: list[tuple[Amount, bool]]
    ) -> bool:
        """Whether "the deal", "the project" that is said to have ended or stalled is the deal told just before."""
        if self.story.language not in {"ru", "ja"} or told.event not in {"stall", "cancel", "refuse"} or sums or not self._near(number, 2):  # fmt: skip
            return False
        if self.story.language == "ru" and _THE_SAME.search(clause.text[: told.start - clause.start]) is None:
            return False
        last = self.drafts[-1]
        mine = {one.mention.country for one in last.parties}
        known = all(one.country in mine for one in clause.mentions if one.party or one.sort == "capital")
        specific = last.paper.value in SPECIFIC and last.count is None and last.sentence != number
        return known and specific and paper.name in {"agreement", "contract", "papers", "project"}

    def _ended(self, number: int, spoken: Spoken, clause: Clause, told: Happened | None) -> bool:
        """A clause with no paper and no sum of its own that tells of a halt or a refusal, or how the works go: the deal
        told last stands so."""
        if (
            told is None
            or told.denied
            or told.aside
            or clause.amounts
            or not self._near(number, 2 + 5 * (told.event in {"work", "finish"} and self.story.language != "en"))
        ):
            return False
        last = self.drafts[-1]
        works = (
            told.event in {"work", "finish"}
            and last.paper.value not in FRAMES
            and cues.WORKS_GO.match(clause.text) is not None
        )
        if not works and told.event not in {"stall", "cancel", "refuse"}:
            return False
        paragraphs = {self.story.spoken[last.sentence].sentence.paragraph, spoken.sentence.paragraph}
        papers = [one for one in clause.papers if one.name in SPECIFIC]
        if (
            len(paragraphs) > 1
            or (papers and not works)
            or last.count is not None
            or RANK[told.stage] <= RANK[last.stage.value]
        ):
            return False
        mine = {one.mention.country for one in last.parties} | {one.mention.text for one in last.parties}
        fresh = [
            one
            for one in clause.mentions
            if one.party and one.strength > GUESSED and one.country not in mine and one.text not in mine
        ]
        if fresh and told.event != "refuse" and not works:
            return False
        if self.story.language == "ja" and not works and cues.STANDS.match(spoken.bare, clause.start) is None:
            return False
        if not works and self.story.language == "en" and last.sentence != number and _SAID_OF_IT.match(spoken.bare, clause.start) is None:  # fmt: skip
            return False
        if not works and self.story.language == "ru":
            ahead = spoken.bare[clause.start : told.start]
            if _OWN_NOUN.match(clause.text) or (last.sentence != number and _THE_SAME.search(ahead) is None):
                return False
        base = spoken.sentence.start
        last.event = told
        last.stage = Words(told.stage, base + told.start, base + told.end, f"stage:{told.event}+later")
        before, last.day = last.day, None
        find_day(self.story, last, spoken, clause)
        last.day = last.day or before
        return True

    def _closing(self, number: int, spoken: Spoken, clause: Clause, told: Happened | None) -> bool:
        """ "Done at … on …": the paper that the title names is signed by those whom the first sentence names."""
        if told is None or told.event != "sign" or clause.papers or any(one.party for one in clause.mentions):
            return False
        title = self.lexicon.papers.search(self.story.page.title)
        first = self.story.spoken[0]
        named = [one for one in first.mentions if one.party]
        if title is None or cues.DONE.match(spoken.bare) is None or len(named) < 2 or title.lastgroup not in FRAMES:
            return False
        event = Happened("sign", "signed", named[-1].end, named[-1].end + 1)
        draft = self._draft(0, first, first.clauses[0], event, Hit(title.lastgroup, named[0].start, named[-1].end), [], None)  # fmt: skip
        base = spoken.sentence.start
        draft.stage = Words("signed", base + told.start, base + told.end, "stage:done-at")
        find_day(self.story, draft, spoken, clause)
        if not any(one.paper.value == draft.paper.value and one.stage.value == "signed" for one in self.drafts) and len(draft.parties) > 1:  # fmt: skip
            self.drafts.append(draft)
        return True

    def _told_of_heading(self, number: int, spoken: Spoken, clause: Clause, told: Happened) -> bool:
        """A sentence that opens with what happened and names nothing tells it of the paper that the one before names:
        "Memorandum between A and B. Signed on 7 November."."""
        if self._heading is None or clause.depth or clause.papers or any(one.party for one in clause.mentions):
            return False
        at, heading, named = self._heading
        papers = [one for one in named.papers if one.name in SPECIFIC]
        opens = not spoken.bare[clause.start : told.start].strip(_TO_STRIP)
        if number - at != 1 or not papers or not opens or told.event == "plan" or not any(one.party for one in named.mentions):  # fmt: skip
            return False
        sums = sums_of(self.lexicon, heading, named)
        draft = self._draft(at, heading, named, Happened(told.event, told.stage, papers[0].start, papers[0].end), papers[0], sums, None)  # fmt: skip
        base = spoken.sentence.start
        draft.stage = Words(told.stage, base + told.start, base + told.end, f"stage:{told.event}+next-sentence")
        find_day(self.story, draft, spoken, clause)
        if not draft.parties:
            self.parties.fall_back(draft)
        if draft.parties:
            self.drafts.append(draft)
        return bool(draft.parties)

    def _carried(self, number: int, spoken: Spoken, clause: Clause, told: Happened, head: Draft | None) -> None:
        """A piece cut off from its clause: an undertaking of its own at the same event, with what it lacks of the first."""
        sums = sums_of(self.lexicon, spoken, clause)
        if not sums and clause.amounts:
            return
        event = told
        papers = [one for one in clause.papers if one.name in SPECIFIC]
        seed = papers[0] if papers else None
        if seed is None and sums:
            seed = Hit(head.paper.value if head is not None and head.paper.value in SPECIFIC else "pledge", sums[0][0].start, sums[0][0].end)  # fmt: skip
        if seed is None or told.denied:
            return
        if len(papers) > 1 and seed.name in {"agreement", "contract"}:
            seed = papers[1]
        if seed.name in {"agreement", "contract"}:
            seed = goods(clause) or seed
        if all(cost for _, cost in sums) and sums:
            if head is not None:
                self._take(head, spoken, sums)
            return
        named = [one for one in clause.mentions if one.party and sums and one.end <= sums[0][0].start]
        if named and not self.lexicon.verb_last:
            event = replace(told, start=named[-1].end, end=named[-1].end + 1)
        draft = self._draft(number, spoken, clause, event, seed, sums, None, stage_at=told)
        if head is not None:
            self.parties.share(draft, head)
        if not draft.parties:
            self.parties.fall_back(draft)
        if draft.parties or draft.sums:
            self.drafts.append(draft)

    def _near(self, number: int, sentences: int = NEAR) -> bool:
        return bool(self.drafts) and number - self.drafts[-1].sentence <= sentences

    def _empty(self, draft: Draft) -> bool:
        """Whether a draft says too little: a programme or works of one country, with no sum and no state."""
        countries = {one.mention.country for one in draft.parties} | ({draft.place.value} if draft.place else set())
        return (
            draft.paper.value in WEAK and not draft.sums and len(countries) < 2
            and draft.event.event in {"build", "present", "give", "pledge", "approve"}
            and not any(one.mention.work == "state" for one in draft.parties)
        )  # fmt: skip

    def _wished(self, spoken: Spoken, clause: Clause, previous: Clause) -> bool:
        """Whether the clause is what the one before it only hopes: "they hope that … will get"."""
        wish = self._told(previous, spoken)
        return wish is not None and wish.event == "plan" and _WISHED.match(clause.text) is not None

    # -- what a clause goes on about

    def _spoken_of(self, number: int, clause: Clause) -> Draft | None:
        """The deal that a clause opening with "the loan", "the project" … speaks of."""
        noun = self._noun(clause)
        if noun is None:
            return None
        return next((draft for draft in reversed(self.drafts) if fits(noun, draft.paper.value)), None)

    def _noun(self, clause: Clause) -> str | None:
        """The noun that a clause opens with as known: "the loan", "this project"."""
        match = self.lexicon.definite.match(clause.text)
        if match is None:
            return None
        groups = match.groupdict()
        return (groups.get("noun") or groups.get("noun2") or "").lower()

    def _known(self, number: int, spoken: Spoken, clause: Clause, told: Happened, paper: Hit) -> Draft | None:
        """The deal told before that a paper inside a clause speaks of: "the document", "its purchase"."""
        alone = paper.name == "papers" and cues.ONE_PAPER.fullmatch(spoken.bare[paper.start : paper.end]) is not None
        if alone and self._near(number):
            return self.drafts[-1]
        before = spoken.bare[max(0, paper.start - 14) : paper.start].lower()
        if _DEFINITE.search(before) is None:
            return None
        if told.event in {"sign", "give", "pledge", "approve", "draw"} and clause.amounts:
            return None
        return next((one for one in reversed(self.drafts) if one.paper.value == paper.name), None)

    def _add(self, draft: Draft, spoken: Spoken, clause: Clause, told: Happened | None) -> bool:
        """Add what a clause says of a deal; False where it tells of parties that need a deal of their own."""
        self._binding_talk(clause, spoken, draft)
        base = spoken.sentence.start
        named = {one.id or one.text for one in clause.mentions if one.party}
        fresh = named - {one.mention.id or one.mention.text for one in draft.parties}
        bare_nouns = self.story.language not in {"en", "de", "fr", "es"}
        if told is not None and not told.denied:
            if told.event in {"sign", "order"} and len(fresh) >= (1 if bare_nouns else 2):
                if not self._signers(draft, spoken, clause):
                    return False
                fresh = set()
            if (
                fresh
                and clause.amounts
                and told.event in {"pledge", "approve", "give", "invest", "buy", "order", "sign"}
            ):
                return False
        own = next((one for one in clause.papers if one.name in {"loan", "grant", "guarantee", "equity"}), None)
        if own is not None and draft.paper.value in WEAK and clause.amounts:
            draft.paper = Words(own.name, base + own.start, base + own.end, f"paper:{own.name}+later")
        self._take(draft, spoken, sums_of(self.lexicon, spoken, clause))
        if (
            told is not None
            and not told.denied
            and not told.aside
            and told.event != "plan"
            and RANK[told.stage] > RANK[draft.stage.value]
        ):
            frame = draft.paper.value in FRAMES
            if not (frame and told.event in {"work", "finish", "give", "draw", "present", "build"}):
                if draft.paper.value == "equity" and told.event == "finish":
                    told = replace(told, event="buy", stage="financed")
                draft.event = told
                draft.stage = Words(told.stage, base + told.start, base + told.end, f"stage:{told.event}+later")
                before, draft.day = draft.day, None
                find_day(self.story, draft, spoken, clause)
                draft.day = draft.day or before
        elif draft.day is None and told is not None and told.event == draft.event.event:
            find_day(self.story, draft, spoken, clause)
        if len(draft.parties) < 2:
            event = (told.start, told.end) if told else (clause.end, clause.end)
            self.parties.add_named(draft, spoken, clause, event)
        return True

    def _signers(self, draft: Draft, spoken: Spoken, clause: Clause) -> bool:
        """Whether a sentence right after a deal only says who put their names to its paper: "The document was signed by …".

        They take the place of parties that nobody had named.
        """
        if clause.amounts or draft is not self.drafts[-1] or draft.event.event not in {"sign", "pledge", "give"}:
            return False
        papers = {one.name for one in clause.papers}
        if not papers <= {"papers", "agreement", "framework", "contract", draft.paper.value} or (
            self._noun(clause) is None and "papers" not in papers
        ):
            return False
        if draft.parties and all(one.rule in {"party:sides", "party:told-before"} for one in draft.parties):
            draft.parties = []
        return True

    def _take(self, draft: Draft, spoken: Spoken, sums: list[tuple[Amount, bool]], hoped: bool = False) -> None:
        have = draft.money()
        for amount, cost in sums:
            if (amount.number, amount.currency) not in have:
                read = sum_words(draft, spoken, amount, cost)
                draft.sums.append(
                    replace(read, kind="hoped", rule=f"{amount.rule}+hoped") if hoped and not cost else read
                )

    def _parts(self, draft: Draft, spoken: Spoken, clause: Clause, told: Happened | None) -> None:
        """ "Of the 800 million 627 were drawn": the first sum is the deal's own, the others are what became of it."""
        base = spoken.sentence.start
        drawn = told is not None and told.event in {"draw", "give"}
        if told is not None and drawn and not told.denied and RANK[told.stage] > RANK[draft.stage.value]:
            draft.event = told
            draft.stage = Words(told.stage, base + told.start, base + told.end, f"stage:{told.event}+later")
        have = draft.money()
        for at, (amount, cost) in enumerate(sums_of(self.lexicon, spoken, clause)):
            if (amount.number, amount.currency) in have:
                continue
            read = sum_words(draft, spoken, amount, cost)
            kind = ("commitment" if at == 0 and len(clause.amounts) > 1 else "disbursement") if drawn else read.kind
            draft.sums.append(replace(read, kind=kind, rule=f"{amount.rule}+{kind}"))

    def _loose_sums(self, number: int, spoken: Spoken, clause: Clause, hoped: bool = False) -> None:
        """Sums of a clause that starts no deal go to the deal told just before, where the clause goes on about it."""
        sums = sums_of(self.lexicon, spoken, clause)
        if not sums:
            return
        if not self.drafts:
            self._first(number, spoken, clause, sums)
            return
        draft = self.drafts[-1]
        opening = spoken.bare[clause.start :].lstrip("█ \"“«('0123456789.")
        mine = {one.mention.id or one.mention.text for one in draft.parties}
        fresh = any(one.party and (one.id or one.text) not in mine for one in clause.mentions)
        costs = any(cost for _, cost in sums)
        if number - draft.sentence > 2 or not (
            draft.sentence == number or costs or cues.FURTHER.match(opening) or not fresh
        ):
            return
        self._take(draft, spoken, sums, hoped)

    def _first(self, number: int, spoken: Spoken, clause: Clause, sums: list[tuple[Amount, bool]]) -> None:
        """A cost told before any deal: the works it pays for, if the text names whose they are."""
        title = self.story.page.title
        titled = self.lexicon.events.search(title) is not None and bool(self.story.table.find(title))
        costs = all(cost for _, cost in sums)
        if not (titled and costs and cues.BUILDS.search(self.story.body) and len(self.story.countries) > 1):
            return
        amount = sums[0][0]
        event = Happened("pledge", "announced", amount.start, amount.end)
        draft = self._draft(number, spoken, clause, event, Hit("project", amount.start, amount.end), sums, None)
        draft.inherited = True
        top = [code for code in self.story.top() if self.story.countries[code] >= 2][:2]
        for at, code in enumerate(top if not draft.parties else ()):
            self.parties.add_state(
                draft, code, draft.paper.start, draft.paper.end, ("provider", "receiver")[at], GUESSED_RULE
            )
        if draft.parties:
            self.drafts.append(draft)

    # -- new undertakings

    def _told(self, clause: Clause, spoken: Spoken) -> Happened | None:
        """What a clause says happened, worked out once."""
        place = spoken.sentence.start + clause.start, spoken.sentence.start + clause.end, len(clause.events)
        if place not in self._told_of:
            self._told_of[place] = happened(clause, spoken.bare, self.lexicon)
        return self._told_of[place]

    def _draft(
        self, number: int, spoken: Spoken, clause: Clause, told: Happened, paper: Hit, sums: list[tuple[Amount, bool]],
        previous: Clause | None, stage_at: Happened | None = None, later: bool = False,
    ) -> Draft:  # fmt: skip
        """A draft of a clause; `later` leaves its area, place and voice to be read when it is known to be told."""
        base = spoken.sentence.start
        shown = stage_at or told
        draft = Draft(
            Words(paper.name, base + paper.start, base + paper.end, f"paper:{paper.name}"), told,
            Words(told.stage, base + shown.start, base + shown.end, f"stage:{told.event}{'+future' if told.future else ''}"),
            number, spoken.sentence.start, spoken.sentence.end,
        )  # fmt: skip
        draft.board = cues.BOARD.search(clause.text) is not None
        draft.hedged = clause.said(self.lexicon.hedge) is not None
        if paper.name == "purchase" and told.event == "draw" and _GOT.match(spoken.bare, told.start):
            draft.event = Happened("finish", "delivered", told.start, told.end)
            draft.stage = Words("delivered", base + shown.start, base + shown.end, "stage:got")
        if self.story.language == "en" and paper.name == "guarantee" and told.event in {"draw", "give"} and _CALLED.search(clause.text) is None:  # fmt: skip
            draft.event = Happened("sign", "signed", told.start, told.end, verb=told.verb)
            draft.stage = Words("signed", base + shown.start, base + shown.end, "stage:sign")
        if paper.name == "equity" and told.event == "finish":
            draft.event = Happened("buy", "financed", told.start, told.end)
            draft.stage = Words("financed", base + shown.start, base + shown.end, "stage:buy")
        draft.signed = any(one.name == "sign" for one in clause.events)
        self.parties.find(draft, spoken, clause, previous)
        if sums and paper.name in {"pledge", "papers", "agreement"}:
            self._lending(draft)
        draft.sums = [sum_words(draft, spoken, amount, cost) for amount, cost in sums]
        find_day(self.story, draft, spoken, clause)
        if later:
            draft.undescribed = clause
        else:
            describe(self.story, draft, spoken, clause)
        return draft

    def _lending(self, draft: Draft) -> None:
        """Money of a bank or lender in no named form is lent, and so is what is asked for right after a loan."""
        lender = any(one.mention.work == "lender" and one.role == "provider" for one in draft.parties)
        spoken = self.story.spoken[draft.sentence]
        if draft.paper.value == "pledge" and self._near(draft.sentence) and self.drafts[-1].paper.value in {"loan", "grant", "fund"} and _SHARE.search(spoken.sentence.text):  # fmt: skip
            draft.paper = Words(self.drafts[-1].paper.value, draft.paper.start, draft.paper.end, "paper:share")
            return
        signed = draft.event.event == "sign" and draft.paper.value in {"papers", "agreement"}
        if signed and any(one.mention.work == "lender" for one in draft.parties):
            draft.paper = Words("loan", draft.paper.start, draft.paper.end, "paper:lender")
        after = self._near(draft.sentence, 4) and self.drafts[-1].paper.value == "loan"
        if draft.paper.value != "pledge":
            return
        if draft.event.event in {"work", "build"} and cues.BUILDS.search(spoken.bare) and any(one.mention.sort == "body" and one.mention.type != "state body" and one.mention.work != "lender" for one in draft.parties):  # fmt: skip
            draft.paper = Words("contract", draft.paper.start, draft.paper.end, "paper:builder")
            return
        if lender or (after and draft.event.event == "plan" and any(one.role == "receiver" for one in draft.parties)):
            draft.paper = Words("loan", draft.paper.start, draft.paper.end, "paper:lender")

    def _listed(self, number: int, spoken: Spoken, clause: Clause, previous: Clause | None) -> bool:
        """An item of a list of papers under a sentence that says what was done with them ("were signed:")."""
        if (
            clause.amounts
            or self._lead is None
            or number - self._lead[1] > 30
            or spoken.sentence.paragraph == self._lead[2]
        ):
            return False
        papers = [one for one in clause.papers if one.name in SPECIFIC]
        if not papers or (not any(one.party for one in clause.mentions) and len(spoken.sentence.text) > 240):
            return False
        paper = papers[-1] if self.lexicon.verb_last else papers[0]
        event = Happened(self._lead[0].event, self._lead[0].stage, paper.start, paper.end)
        draft = self._draft(number, spoken, clause, event, paper, [], previous)
        if not draft.parties:
            self.parties.fall_back(draft)
        if draft.parties:
            self.drafts.append(draft)
        return bool(draft.parties)

    def _item(self, number: int, spoken: Spoken, clause: Clause) -> bool:
        """An item of a list with a sum of its own under a sentence that leads it: a part of what was told last before it."""
        if self._lead is None or number <= self._lead[1] or _ITEM.match(spoken.sentence.text) is None or clause.depth:
            return False
        sums = [pair for pair in sums_of(self.lexicon, spoken, clause) if not pair[1]]
        head = next((one for one in reversed(self.drafts) if one.sentence <= self._lead[1]), None)
        if not sums or head is None or number - self._lead[1] > 30:
            return False
        papers = [one for one in clause.papers if one.name in SPECIFIC]
        amount = sums[0][0]
        paper = (
            papers[-1 if self.lexicon.verb_last else 0] if papers else Hit(head.paper.value, amount.start, amount.end)
        )
        signed = self._lead[0].event == "pledge" and head.stage.value in {"signed", "financed"}
        event = replace(head.event if signed else self._lead[0], start=paper.start, end=paper.end)
        draft = self._draft(number, spoken, clause, event, paper, sums, None)
        self.parties.share(draft, head)
        draft.day = draft.day or head.day
        if draft.parties:
            self.drafts.append(draft)
        return bool(draft.parties)

    def _without_verb(self, number: int, spoken: Spoken, clause: Clause, previous: Clause | None) -> bool:
        """A phrase with a sum and no verb that is known: an item of a list, told at the stage of what leads it.

        It is a deal of its own when it names a paper or somebody new; else its sums belong to the deal before.
        """
        sums = sums_of(self.lexicon, spoken, clause)
        if not sums or all(cost for _, cost in sums):
            return False
        last = self.drafts[-1] if self._near(number, 4) else None
        papers = [
            one
            for one in clause.papers
            if one.name in SPECIFIC and one.name not in {"letter", "notes", "framework", "statement"}
        ]
        mine = {one.mention.id or one.mention.text for one in last.parties} if last is not None else set()
        fresh = [
            one for one in clause.mentions if one.party and one.strength > GUESSED and (one.id or one.text) not in mine
        ]
        if not papers and not (fresh and last is not None):
            return False
        amount = sums[0][0]
        paper = (
            papers[0] if papers else Hit(last.paper.value if last is not None else "pledge", amount.start, amount.end)
        )
        if paper.name in {"papers", "project", "other", "statement"}:
            paper = Hit("pledge", amount.start, amount.end)
        told = last.event if last is not None else None
        event = Happened("pledge", "announced", paper.start, paper.end)
        if told is not None and told.event not in {"stall", "cancel", "refuse"}:
            event = Happened(told.event, told.stage, paper.start, paper.end)
        draft = self._draft(number, spoken, clause, event, paper, sums, previous)
        draft.inherited = True
        if not draft.parties:
            self.parties.fall_back(draft)
        if not draft.parties:
            return False
        self.drafts.append(draft)
        self._binding_talk(clause, spoken)
        return True

    # -- bundles

    def _bundle(self, number: int, spoken: Spoken, clause: Clause, count: Count) -> None:
        base = spoken.sentence.start
        event, at = count.event, (count.start, count.end)
        draft = Draft(
            Words(count.paper, base + at[0], base + at[1], "bundle"), event,
            Words(event.stage, base + event.start, base + event.end, f"stage:{event.event}"), number, spoken.sentence.start,
            spoken.sentence.end, count=Words(str(count.value), base + at[0], base + at[1], "count"),
        )  # fmt: skip
        if (
            count.paper == "papers"
            and event.event in {"give", "draw"}
            and any(one.name == "loan" for one in clause.papers)
        ):
            draft.paper = Words("loan", draft.paper.start, draft.paper.end, "bundle")
        if count.paper in {"contract", "agreement", "papers"} and any(one.name == "purchase" for one in clause.papers):
            draft.paper = Words("purchase", draft.paper.start, draft.paper.end, "bundle")
        self.parties.find(draft, spoken, clause, None)
        if not draft.parties and self.drafts and cues.FURTHER.match(spoken.bare.lstrip(_TO_STRIP)):
            draft.parties = [replace(one, rule="party:told-before") for one in self.drafts[-1].parties if one.role == "provider"]  # fmt: skip
        if len(draft.parties) < 2 and not any(one.mention.work == "lender" for one in draft.parties):
            here = dict.fromkeys(one.country for one in clause.mentions if one.country and one.sort != "place")
            for code in list(here)[:2] if len(here) > 1 else ():
                self.parties.add_state(draft, code, draft.paper.start, draft.paper.end, "signatory")
            for code in self.story.top()[:2] if len(draft.parties) < 2 else ():
                self.parties.add_state(draft, code, draft.paper.start, draft.paper.end, "signatory", GUESSED_RULE)
        for amount, cost in sums_of(self.lexicon, spoken, clause):
            if amount.start > at[1] - 4 or len(clause.amounts) == 1:
                kind = "cost" if cost else "total"
                draft.sums.append(
                    SumWords(amount, kind, base + amount.start, base + amount.end, f"{amount.rule}+{kind}")
                )
        find_day(self.story, draft, spoken, clause)
        describe(self.story, draft, spoken, clause)
        self.drafts.append(draft)
        self._apart(number, spoken, clause, at[1])

    def _apart(self, number: int, spoken: Spoken, clause: Clause, start: int | None = None) -> None:
        """The part of the bundle told last that is counted apart: "12 of them intergovernmental"."""
        if not self._near(number, 1) or (whole := self.drafts[-1]).count is None or whole.paper.rule == "bundle:part":
            return
        part = counted_apart(spoken, int(whole.count.value), clause.start if start is None else start, clause.end)
        if part is None:
            return
        base = spoken.sentence.start
        value, begin, end = part
        self.drafts.append(replace(
            whole, sentence=number, count=Words(str(value), base + begin, base + end, "count:part"), sums=[],
            paper=Words(whole.paper.value, base + begin, base + end, "bundle:part"), parties=list(whole.parties),
            start=min(whole.start, spoken.sentence.start), end=spoken.sentence.end,
        ))  # fmt: skip

    # -- the text as a whole

    def _binding_talk(self, clause: Clause, spoken: Spoken, draft: Draft | None = None) -> None:
        target = draft or (self.drafts[-1] if self.drafts else None)
        if target is None:
            return
        base = spoken.sentence.start + clause.start
        no = clause.said(self.lexicon.unbinding)
        if no is not None:
            target.binding = Words("no", base + no.start(), base + no.end(), "binding:said")
            return
        yes = clause.said(self.lexicon.binding)
        if yes is not None and not clause.negations:
            target.binding = Words("yes", base + yes.start(), base + yes.end(), "binding:said")
        split = clause.said(self.lexicon.contested)
        if split is not None and target.binding is None and target.event.event == "pledge":
            target.binding = Words("contested", base + split.start(), base + split.end(), "binding:contested")

    def _left_over(self, kept: list[Draft]) -> list[Draft]:
        """Sums that no deal has taken: with somebody new beside them they are deals of their own, else they go to the deal
        told last before them, where that is near."""
        taken = {(one.amount.number, one.amount.currency) for draft in kept for one in draft.sums}
        made: list[Draft] = []
        for number, spoken in enumerate(self.story.spoken):
            if spoken.sentence.row:
                continue
            for clause in spoken.clauses:
                free = [pair for pair in sums_of(self.lexicon, spoken, clause) if (pair[0].number, pair[0].currency) not in taken]  # fmt: skip
                if not free or cues.HOPES.search(clause.text):
                    continue
                taken |= {(amount.number, amount.currency) for amount, _ in free}
                own = self._own_deal(number, spoken, clause, free)
                if own is not None:
                    made.append(own)
                    continue
                before = [one for one in kept if one.sentence <= number and number - one.sentence <= NEAR]
                if before:
                    self._take(max(before, key=lambda one: (one.sentence, one.paper.start)), spoken, free)
        return made

    def _own_deal(self, number: int, spoken: Spoken, clause: Clause, sums: list[tuple[Amount, bool]]) -> Draft | None:
        """A deal of a clause with sums that was passed over, where it names who gives or gets them and what is done."""
        told = self._told(clause, spoken)
        if told is None or told.denied or all(cost for _, cost in sums):
            return None
        if not any(one.party and one.strength > GUESSED for one in clause.mentions):
            return None
        papers = [one for one in clause.papers if one.name in SPECIFIC]
        amount = sums[0][0]
        paper = paper_of(self.lexicon, clause, told, papers, sums) or Hit("pledge", amount.start, amount.end)
        draft = self._draft(number, spoken, clause, told, paper, sums, None)
        return draft if draft.parties and self.worth.worth(draft) else None

    def _beside(self, draft: Draft) -> bool:
        """Whether a draft that says too little by itself stands beside deals between countries in its text."""
        if draft.paper.value not in SPECIFIC and not draft.sums:
            return False
        if not draft.parties and not draft.inherited and draft.event.event != "plan":
            for code in self.story.top()[:2]:
                self.parties.add_state(draft, code, draft.paper.start, draft.paper.end, "signatory", GUESSED_RULE)
            return len(draft.parties) > 1
        return bool(draft.sums) or any(one.mention.id or one.mention.country for one in draft.parties)
