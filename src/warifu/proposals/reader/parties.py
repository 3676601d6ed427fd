"""Who takes part in a deal, and in which role."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from warifu.proposals.reader import cues, english_papers, english_ways, japanese_roles, links, russian_links
from warifu.proposals.reader.clauses import Clause
from warifu.proposals.reader.mentions import GUESSED, Mention
from warifu.proposals.reader.story import PAIR, PAIRS, Story
from warifu.proposals.reader.table import state_name
from warifu.proposals.reader.words import SPECIFIC, WEAK, Draft, PartyWords, Spoken

_AGAINST_JA: Final = re.compile(
    r"対(?P<who>日|米|中|韓|ロ|露|印|豪)(?=投資|融資|支援|援助|輸出|\d|３|2|[一二三四五六七八九])"
)


_ADJECTIVE_SIDE: Final = re.compile(r"\b[Ss]ides?$|сторон\w*$|側$")
GUESSED_RULE: Final = "party:text"
"""The rule of parties that a clause does not tell and the text as a whole suggests."""
_ITS_LOAN: Final = re.compile(
    r"'s?\s(?:[\w█.,$-]+\s){0,5}?(?:loans?|credits?|grants?|aid|offers?|pledges?|donations?|gifts?|assistance|guarantees?|contributions?|funding|facility|line of credit|commitments?|promises?|money|cover|support|backing|help|tranches?|share of the (?:cost|money)|budget|subsid(?:y|ies)|scholarships?|swap|deposit)\b",
    re.I,
)
_LISTED: Final = re.compile(r"[»\"]?,\s(?:[а-яё-]+(?:ск|ая|ий|ый)[а-яё]*\s)?[«\"]?")
_HEADS_ITEM: Final = re.compile(r":\s|\s?[,(—–-]\s?[^.;:]{2,70}:\s")
_ITEM_START: Final = re.compile(r"[\W\d]*")
_ASSET: Final = re.compile(
    r"(?:%|процент\w{0,3}|\bдол(?:я|и|ю|ей|ями|е)|\bпакет\w{0,2}|\bакци(?:й|и|ями)|\bполовин[ауы]|\bчетверть|\bтреть|капитал\w{0,2})\s(?:в\s)?(?:[а-яё-]+(?:ого|ой|ом|их|ых|ую)\s){0,2}?"
    r"(?P<name>(?:рудник|порт|аэропорт|месторождени|завод|комбинат|проект|блок|терминал|шахт|разрез|электростанци|станци|газопровод|нефтепровод|фабрик|НПЗ|ГЭС|АЭС|ветропарк|сет)[а-яё]{0,3}(?:\s(?:«[^»]{2,30}»|[А-ЯЁA-Z][\w-]+(?:\s[А-ЯЁA-Z][\w-]+)?))?)(?![а-яё])"
)
_BRACKETED: Final = re.compile(r"[(–—]$")
_ROAD_TO: Final = re.compile(
    r"\b(?:roads?|railways?|lines?|carriageway|pipelines?|highways?|motorways?|routes?|flights?|corridor|extension|cable|port|ports|airport|bridge)\s(?:\w+\s)?(?:to|from|of|at|in|between|through|near|and)\s(?:the\s)?$",
    re.I,
)


class Parties:
    """Finds the parties of drafts; `drafts` are those of the story told so far."""

    def __init__(self, story: Story, drafts: list[Draft]) -> None:
        self.story = story
        self.lexicon = story.lexicon
        self.drafts = drafts

    def way(self, draft: Draft, words: str) -> str:
        name = draft.paper.value
        told = self.story.spoken[draft.sentence].bare[draft.event.start : draft.event.end]
        english = self.story.language == "en"
        if name in {"loan", "grant", "guarantee", "pledge", "fund", "relief"}:
            if name == "fund":
                return "lending"
            if english and english_ways.turns_down(told, words):
                return "taking"
            if english and draft.event.event in {"draw", "give", "pledge"}:
                return english_ways.money(told, words, name == "pledge" and cues.INVESTS.search(words) is not None)
            if draft.event.event == "draw" and not cues.PAYS.search(
                self.story.spoken[draft.sentence].bare[draft.event.start : draft.event.end + 2]
            ):
                return "taking"
            if (cues.WANTS.search(words) and draft.event.event not in {"give", "pledge"}) or re.search(r"\bto (?:get|receive)\b|получит\b|привлек", words):  # fmt: skip
                return "taking"
            return "investing" if name == "pledge" and cues.INVESTS.search(words) else "lending"
        if name == "equity":
            return "parting" if english and english_ways.parts_with(words) else "investing"
        if name == "purchase" and english:
            return english_ways.goods(told, words, draft.event.event)
        if name == "purchase" and re.search(r"受注|納入", words):
            return "building"
        if name == "purchase":
            if self.story.language == "ru" and cues.BUYS.search(self.story.spoken[draft.sentence].bare[draft.event.start : draft.event.end]):  # fmt: skip
                return "buying"
            return "buying" if (cues.BUYS.search(words) and not re.search(r"\b(?:sell|sold|supply|supplies|export)\w*|\bпостав\w+|供給|输出|供应", words)) or draft.event.event in {"order", "buy"} else "selling"  # fmt: skip
        if english and name == "agreement" and english_papers.treats(words):
            return english_ways.money(told, words, False)
        if name == "contract":
            return english_ways.works(words) if english else "building"
        if (
            english
            and name in WEAK
            and (english_ways.hands_over(words) or draft.event.event not in {"sign", "force", "pledge"})
        ):
            return english_ways.money(told, words, False)
        if name in WEAK and (draft.event.event in {"build", "present", "give"} or cues.BUILDS.search(words)):
            return "lending"
        return (
            "investing"
            if draft.event.event in {"pledge", "invest", "give"} and cues.INVESTS.search(words)
            else "signing"
        )

    def find(self, draft: Draft, spoken: Spoken, clause: Clause, previous: Clause | None) -> None:
        base, text = spoken.sentence.start, spoken.sentence.text
        event = draft.event.verb or (draft.event.start, draft.event.end)
        way = self.way(draft, clause.text)
        if way == "signing" and draft.event.event == "sign":
            moved = next(
                (one for one in clause.events if one.name in {"pledge", "give", "invest"} and one.start > event[1]),
                None,
            )
            if (
                moved is not None
                and clause.amounts
                and re.search(r"under which|by which|по котор|в рамках котор", clause.text)
            ):
                event, way = (moved.start, moved.end), "investing"
        condition = cues.CONDITION.search(spoken.bare, clause.start, clause.end)
        edge = condition.start() if condition is not None and condition.start() > event[0] else clause.end
        found = self.linked(text, [one for one in clause.mentions if one.start < edge], event, clause.start)
        roles = self.roles(found, way, draft, clause)
        if draft.paper.value == "equity" and self.story.language == "ru" and _SOLD_RU.search(spoken.bare[event[0] : event[1] + 24]):  # fmt: skip
            roles = _sold(roles, found)
        if len({one.country or one.text for one, _ in roles}) < 2:
            earlier = [one for one in spoken.mentions if one.end <= clause.start]
            if earlier and not any(link == links.SUBJECT for _, link in found):
                extra = [(one, links.SUBJECT) for one, link in self.linked(text, earlier, (clause.start, clause.start), 0) if link in {links.SUBJECT, "and", links.WITH, links.BETWEEN}]  # fmt: skip
                known = {one.id or one.text for one, _ in found}
                roles += self.roles(
                    [pair for pair in extra if (pair[0].id or pair[0].text) not in known], way, draft, clause
                )
        draft.parties = [
            PartyWords(self.named(one), role, base + one.start, base + one.end, f"party:{way}")
            for one, role in links.settle(roles, draft.event.event in {"sign", "plan", "force"} and way == "lending")
        ]
        self._lent_by(draft, spoken, way)
        if draft.paper.value == "equity" and self.story.language == "ru":
            self._asset(draft, spoken, clause)
        sides = clause.said(self.lexicon.sides)
        pair = next(iter(PAIR.finditer(clause.text)), None)
        if pair is not None and len(draft.parties) < 2:
            self.add_state(
                draft,
                PAIRS[pair["one"]],
                base + clause.start + pair.start("one"),
                base + clause.start + pair.end("one"),
                "signatory",
            )
            self.add_state(
                draft,
                PAIRS[pair["two"]],
                base + clause.start + pair.start("two"),
                base + clause.start + pair.end("two"),
                "signatory",
            )
        elif sides is not None and len(draft.parties) < 2 and (not draft.parties or way == "signing"):
            top = [code for code in self.story.top() if code in self.story.state_of or code][:2]
            if len(top) == 2:
                for code in top:
                    self.add_state(
                        draft, code, base + clause.start + sides.start(), base + clause.start + sides.end(), "signatory"
                    )
        aimed = _AGAINST_JA.search(text, clause.start, clause.end)
        if aimed is not None and not any(one.role == "receiver" for one in draft.parties):
            self.add_state(draft, PAIRS[aimed["who"]], base + aimed.start("who"), base + aimed.end("who"), "receiver")
        if (
            len(draft.parties) == 1
            and way == "signing"
            and draft.paper.value in {"mou", "agreement", "statement", "framework", "notes"}
            and draft.event.event in {"sign", "force", "pledge"}
        ):
            mine = draft.parties[0].mention.country
            other = next(
                (code for code in self.story.top()[:3] if code != mine and self.story.countries[code] >= 2), None
            )
            if mine and other is not None:
                self.add_state(
                    draft,
                    other,
                    base + draft.parties[0].mention.start,
                    base + draft.parties[0].mention.end,
                    "signatory",
                )
        if not draft.parties or (
            len(draft.parties) == 1
            and draft.paper.value
            in {"mou", "agreement", "statement", "venture", "notes", "framework", "loan", "contract"}
        ):
            self._inherit(draft, spoken)

    def _asset(self, draft: Draft, spoken: Spoken, clause: Clause) -> None:
        """What a share is in, where it is no body that the names know: "20% месторождения «Корчагин»", "порта Пирей"."""
        found = _ASSET.search(spoken.sentence.text, clause.start, clause.end)
        if found is None or any(one.role == "receiver" for one in draft.parties):
            return
        base, name = spoken.sentence.start, found["name"]
        if any(one.mention.text in name or name in one.mention.text for one in draft.parties):
            return
        mention = Mention(found.start("name"), found.end("name"), name, "body", "", "", "unknown", "firm")
        draft.parties.append(PartyWords(mention, "receiver", base + found.start("name"), base + found.end("name"), "party:asset"))  # fmt: skip

    def _lent_by(self, draft: Draft, spoken: Spoken, way: str) -> None:
        """The state that an adjective before the loan or grant tells: "a Chinese loan", "японский грант"."""
        if way not in {"lending", "taking"} or any(one.role == "provider" for one in draft.parties):
            return
        base = spoken.sentence.start
        paper = draft.paper.start - base
        for one in reversed([one for one in spoken.mentions if one.sort == "adjective" and one.country]):
            gap = spoken.bare[one.end : paper]
            if one.end <= paper and len(gap) <= 34 and not re.search(r"[,;:.]|\b(?:and|to|for|of|in|firms?|compan|и|на|для)\b", gap) and one.country not in {party.mention.country for party in draft.parties}:  # fmt: skip
                self.add_state(draft, one.country, base + one.start, base + one.end, "provider", "party:adjective")
                return

    def linked(
        self, text: str, mentions: list[Mention], event: tuple[int, int], start: int
    ) -> list[tuple[Mention, str]]:
        language = self.story.language
        found: list[tuple[Mention, str]] = []
        last = ""
        for one in mentions:
            if one.sort in {"adjective", "place"}:
                continue
            if one.sort == "person":
                continue
            if found and re.fullmatch(r"\s?[(（]", text[found[-1][0].end : one.start]):
                continue
            link = links.link_of(text, one, event, language, start)
            if language == "ru" and last and (link == "and" or (found and link == links.OBJECT and _LISTED.fullmatch(text[found[-1][0].end : one.start]) and not russian_links.case_of(one.text.split()[0]))):  # fmt: skip
                link = last
            if (
                one.sort == "capital"
                and link not in {links.SUBJECT, links.WITH, links.BETWEEN, links.TO, links.FROM, links.BY}
                and not (link == links.OBJECT and one.start < event[1] + 14)
                and not (link == "and" and last and language == "en")
            ):
                last = ""
                continue
            if one.sort == "capital" and re.match(
                r"\s(?:daily|newspaper|paper|weekly|region|court|firm|bank|lender|agency|company|group|university|institute|think[- ]tank|stock|metro|airport|subway|port|zone|builder|maker)\s[A-Z]",
                text[one.end :],
            ):
                continue
            if one.strength == GUESSED and (
                _BRACKETED.search(text[max(0, one.start - 1) : one.start]) or text[one.end : one.end + 1] in {"–", "-", ")"} or _ROAD_TO.search(text[max(0, one.start - 40) : one.start])
            ):  # fmt: skip
                continue
            if one.strength == GUESSED and language == "en" and cues.THING.match(text[one.end :]):
                continue
            if one.sort == "capital" and (
                (text[: one.start].strip() == "" and re.match(r"(?:\s?[,.(]| \d|, \w)", text[one.end :]))
                or one.text.isupper()
            ):
                continue
            if link == "and":
                link = last or (links.SUBJECT if one.start < event[0] else links.OBJECT)
            last = link
            found.append((one, link))
        if language in {"ja", "ko", "zh"}:
            found = _carried_back(found, text)
        return found

    def roles(
        self, found: list[tuple[Mention, str]], way: str, draft: Draft, clause: Clause
    ) -> list[tuple[Mention, str]]:
        table = links.ROLES[way]
        roles: list[tuple[Mention, str]] = []
        seen: set[str] = set()
        bare = self.story.spoken[draft.sentence].bare
        event = (draft.event.start, draft.event.end)
        told = japanese_roles.told(found, way, draft.paper.value, event, bare) if self.story.language == "ja" else {}
        for one, link in found:
            if one.start in told:
                key = one.id or one.country + one.text
                if one.sort != "capital" and key not in seen:
                    seen.add(key)
                    roles.append((one, told[one.start]))
                continue
            if way == "lending" and link == links.SUBJECT and one.sort == "country" and self.story.language == "ru" and _HEADS_ITEM.match(self.story.spoken[draft.sentence].sentence.text, one.end) and _ITEM_START.fullmatch(self.story.spoken[draft.sentence].sentence.text[: one.start]):  # fmt: skip
                link = links.TO
            if link == links.SAID and not (draft.paper.value in {"loan", "guarantee"} and one.work == "lender"):
                continue
            owned = way == "investing" and draft.paper.value == "equity" and one.sort == "body"
            going = (
                one.sort == "body"
                and one.start < draft.event.start
                and draft.event.event in {"work", "finish", "stall", "cancel"}
            )
            lends = way in {"lending", "taking"} and link == links.OF and _ITS_LOAN.match(self.story.spoken[draft.sentence].bare, one.end) is not None  # fmt: skip
            if link == links.OF and not owned and not going and not lends:
                continue
            if (
                link == links.IN
                and one.sort in {"country", "capital"}
                and way in {"signing", "building", "hiring", "winning", "buying", "selling"}
            ):
                continue
            if one.strength == GUESSED and (
                link == links.IN or (link in {links.OF, links.OBJECT} and way == "signing")
            ):
                continue
            role = "provider" if lends else table.get(link)
            key = one.id or one.country + one.text
            if role is None or key in seen:
                continue
            if link == links.BY and cues.CARRIED.search(
                self.story.spoken[draft.sentence].bare[max(0, one.start - 34) : one.start]
            ):
                role = "implementer"
            if one.sort == "capital":
                if any(
                    other.country == one.country
                    for other, _ in found
                    if other is not one and other.sort in {"country", "government"}
                ):
                    continue
                state = self.story.state_of.get(one.country)
                one = replace(one, sort="country", id=one.country, type="state body", work="state", text=state.text if state else one.text)  # fmt: skip
                key = one.id
                if key in seen:
                    continue
            if way == "lending" and one.work in {"lender", "insurer"} and role == "receiver" and link == links.OBJECT:
                role = "provider"
            seen.add(key)
            roles.append((one, role))
        return roles

    def named(self, one: Mention) -> Mention:
        """A state told by an adjective ("the Chinese side") under the fullest name that the text has for it."""
        if (
            one.sort in {"country", "government"}
            and one.country
            and (_ADJECTIVE_SIDE.search(one.text) or self.story.table.find(one.text)[:1] == [])
        ):
            fullest = self.story.fullest.get(one.country)
            if fullest is not None:
                return replace(one, text=fullest)
        if one.sort in {"country", "government"} and one.country:
            hit = next(iter(self.story.table.find(one.text)), None)
            if hit is not None and hit[2].sort == "adjective":
                return replace(
                    one,
                    text=self.story.fullest.get(one.country) or self.story.table.by_id[one.country].full
                    if one.country in self.story.table.by_id
                    else one.text,
                )
        return one

    def add_state(self, draft: Draft, code: str, start: int, end: int, role: str, rule: str = "party:sides") -> None:
        if not any(
            one.mention.country == code and one.mention.sort in {"country", "government"} for one in draft.parties
        ):
            draft.parties.append(self.state(code, start, end, role, rule))

    def state(self, code: str, start: int, end: int, role: str, rule: str) -> PartyWords:
        """A state under the fullest name that the text has for it, as a party told at `start:end` of the body."""
        known = self.story.state_of.get(code)
        name = self.story.fullest.get(code) or (
            known.text if known is not None else state_name(code, self.story.language)
        )
        if not name:
            row = self.story.table.by_id.get(code)
            name = row.full if row else code
        mention = Mention(start, end, name, "country", code, code, "state body", "state")
        return PartyWords(mention, role, start, end, rule)

    def _inherit(self, draft: Draft, spoken: Spoken) -> None:
        """Take the parties of the deal told just before, where the clause itself names too few."""
        opening = spoken.bare.lstrip("█ \"“«('")
        close = [one for one in self.drafts if draft.sentence - one.sentence <= 2 and one.parties]
        if not close:
            return
        last = close[-1]
        pronoun = cues.FURTHER.match(opening) is not None or draft.sentence == last.sentence
        if not draft.parties and pronoun:
            draft.parties = [replace(one, rule="party:told-before") for one in last.parties]
            draft.inherited = True
        elif len(draft.parties) == 1 and pronoun:
            have = draft.parties[0].mention
            for one in last.parties:
                if (
                    one.mention.id != have.id
                    and one.mention.country != have.country
                    and one.role != draft.parties[0].role
                ):
                    draft.parties.append(replace(one, rule="party:told-before"))
                    draft.inherited = True
                    break

    def fall_back(self, draft: Draft) -> None:
        """A paper with nobody named beside it: the two countries that the text is about."""
        last = self.drafts[-1] if self.drafts else None
        if (
            last is not None
            and last.paper.value == draft.paper.value
            and draft.sentence - last.sentence <= 2
            and last.parties
        ):
            draft.parties = [replace(one, rule="party:told-before") for one in last.parties]
            draft.inherited = True
            return
        if self.story.language == "ja" and self._home(draft):
            return
        if draft.paper.value in WEAK and draft.event.event in {"work", "finish", "stall", "cancel", "build"}:
            spoken = self.story.spoken[draft.sentence]
            here = list(dict.fromkeys(one.country for one in spoken.mentions if one.country))
            for code in here[:2] if len(here) > 1 else ():
                named = next(one for one in spoken.mentions if one.country == code)
                self.add_state(
                    draft, code, spoken.sentence.start + named.start, spoken.sentence.start + named.end, "signatory"
                )
            return
        if draft.paper.value not in SPECIFIC or (
            draft.event.event == "plan"
            and not draft.sums
            and draft.paper.value not in {"agreement", "framework", "venture", "mou", "contract"}
        ):
            return
        spoken = self.story.spoken[draft.sentence]
        here = list(dict.fromkeys(one.country for one in spoken.mentions if one.country and one.sort != "place"))
        if self.story.language == "ru" and len(here) < 2:
            titled = [name.country for _, _, name in self.story.table.find(self.story.page.title) if name.country]
            here = list(dict.fromkeys(here + titled))
        top = here[:2] if len(here) > 1 else [code for code in self.story.top() if self.story.countries[code] >= 2][:2]
        if len(top) < 2:
            return
        for code in top:
            first = next((one for one in spoken.mentions if one.country == code), None)
            at = (
                (spoken.sentence.start + first.start, spoken.sentence.start + first.end)
                if first
                else (draft.paper.start, draft.paper.end)
            )
            self.add_state(draft, code, *at, "signatory", GUESSED_RULE)

    def _home(self, draft: Draft) -> bool:
        """A Japanese official text leaves its subject out when it is Japan."""
        gives = (
            draft.paper.value in {"pledge", "grant", "loan", "other"} and draft.event.event in {"pledge", "present"}
        ) or (draft.paper.value in {"grant", "loan"} and draft.event.event != "plan")
        if not gives or self.story.countries.get("JP", 0) < 1:
            return False
        self.add_state(draft, "JP", draft.paper.start, draft.paper.end, "provider", GUESSED_RULE)
        return True

    # -- what a draft takes from others

    def add_named(self, draft: Draft, spoken: Spoken, clause: Clause, event: tuple[int, int]) -> None:
        """Add the parties that a later clause about a deal names."""
        base = spoken.sentence.start
        found = self.linked(spoken.sentence.text, clause.mentions, event, clause.start)
        way = self.way(draft, clause.text)
        have = {one.mention.id or one.mention.text for one in draft.parties}
        for one, role in links.settle(self.roles(found, way, draft, clause)):
            if (one.id or one.text) not in have and one.strength > GUESSED:
                draft.parties.append(
                    PartyWords(self.named(one), role, base + one.start, base + one.end, f"party:{way}+later")
                )

    def share(self, draft: Draft, head: Draft) -> None:
        """Give a draft that was cut off from another the roles that it lacks."""
        have = {one.role for one in draft.parties}
        named = {key(one) for one in draft.parties}
        for one in head.parties:
            if one.role not in have and key(one) not in named:
                draft.parties.append(replace(one, rule="party:same-clause"))
        draft.inherited = draft.inherited or not named

    def complete(self, draft: Draft, others: list[Draft]) -> None:
        """A deal with one side named: the other is the one that takes that side in the text's other deals, or the country
        that the text is about besides it."""
        if self.story.language in {"ru", "en"} and not draft.parties and draft.paper.value in {"loan", "grant", "pledge", "guarantee"}:  # fmt: skip
            self._by_title(draft)
        if len(draft.parties) != 1 or draft.count is not None:
            return
        mine = draft.parties[0]
        role = {"provider": "receiver", "receiver": "provider"}.get(mine.role, "signatory")
        known = Counter(
            one.mention.country for other in others for one in other.parties
            if one.role == role and one.mention.country not in {"", mine.mention.country} and other is not draft
        )  # fmt: skip
        told = [code for code, _ in sorted(known.items(), key=lambda pair: (-pair[1], pair[0]))]
        codes = told + [
            code for code in self.story.top() if code != mine.mention.country and self.story.countries[code] >= 2
        ]
        if self.story.language in {"ru", "en"} and role == "provider" and draft.paper.value in {"loan", "grant", "guarantee", "pledge"}:  # fmt: skip
            lender = self._lender_of_text(mine.start, mine.end)
            if lender is not None and key(lender) != key(mine):
                draft.parties.append(lender)
                return
        if self.story.language == "ru" and not told:
            titled = {name.country for _, _, name in self.story.table.find(self.story.page.title) if name.country and name.sort != "body"}  # fmt: skip
            codes = [code for code in sorted(titled) if code != mine.mention.country][:1] + codes if len(titled - {mine.mention.country}) == 1 else codes  # fmt: skip
        if self.story.language == "ja":
            codes = self._beside(draft, mine.mention.country) + self._told_of(draft, mine.mention.country, told) + codes
        if not codes or not (mine.mention.country or mine.mention.id):
            return
        self.add_state(draft, codes[0], *self.story.where_of.get(codes[0], (mine.start, mine.end)), role, GUESSED_RULE)

    def _by_title(self, draft: Draft) -> None:
        """The parties of an item that names none: the lender of the title or text, and the country of the title."""
        start, end = draft.paper.start, draft.paper.end
        lender = self._lender_of_text(start, end)
        if lender is None:
            return
        draft.parties.append(lender)
        titled = {name.country for _, _, name in self.story.table.find(self.story.page.title) if name.country and name.sort != "body"}  # fmt: skip
        if len(titled) == 1:
            self.add_state(draft, titled.pop(), start, end, "receiver", GUESSED_RULE)

    def _lender_of_text(self, start: int, end: int) -> PartyWords | None:
        """The one lender that the title or the text as a whole is about."""
        title = self.story.page.title
        titled = {name.id: (title[start:end], name) for start, end, name in self.story.table.find(title) if name.work in {"lender", "fund", "insurer"}}  # fmt: skip
        named = Counter(one.id for spoken in self.story.spoken for one in spoken.mentions if one.work == "lender" and one.id)  # fmt: skip
        ids = list(titled) if len(titled) == 1 else [one for one, _ in named.most_common(1)] if len(named) == 1 else []
        if not ids:
            return None
        for spoken in self.story.spoken:
            for one in spoken.mentions:
                if one.id == ids[0]:
                    base = spoken.sentence.start
                    return PartyWords(one, "provider", base + one.start, base + one.end, GUESSED_RULE)
        words, name = titled[ids[0]]
        mention = Mention(start, end, words, "body", name.country, name.id, name.type, name.work)
        return PartyWords(mention, "provider", start, end, GUESSED_RULE)

    def _told_of(self, draft: Draft, mine: str, told: list[str]) -> list[str]:
        """The state that the text tells most of, above all just before."""
        named = Counter({code: count for code, count in self.story.countries.items() if code not in {"", mine}})
        before = self.story.spoken[max(0, draft.sentence - 2) : draft.sentence]
        named.update(one.country for spoken in before for one in spoken.mentions if one.country in named)
        named.update(code for code in told if code in named)
        return [code for code, _ in sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))][:1]

    def _beside(self, draft: Draft, mine: str) -> list[str]:
        """The state of the same sentence that is not the one at hand."""
        spoken = self.story.spoken[draft.sentence]
        return [one.country for one in spoken.mentions if one.country not in {"", mine} and one.sort in {"country", "government"}][:1]  # fmt: skip


_SOLD_RU: Final = re.compile(r"\bпрода(?:л|ст|дут|ть|н|ет|ют|[её]т)", re.I)


def _sold(roles: list[tuple[Mention, str]], found: list[tuple[Mention, str]]) -> list[tuple[Mention, str]]:
    """Of shares that are sold: who sells only signs, who is sold to pays."""
    linked = {(one.start, one.end): link for one, link in found}
    turned = {links.SUBJECT: "signatory", links.BY: "signatory", links.TO: "provider"}
    return [(one, turned.get(linked.get((one.start, one.end), ""), role)) for one, role in roles]


def _carried_back(found: list[tuple[Mention, str]], text: str) -> list[tuple[Mention, str]]:
    """In "AとBは" the と joins: A takes the link of B when B follows at once."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        one, link = out[at]
        other, next_link = out[at + 1]
        gap = text[one.end : other.start]
        if link in {links.WITH, "and"} and len(re.sub(r"\([^)]*\)|（[^）]*）", "", gap)) <= 3:
            out[at] = (one, next_link)
    return out


def key(one: PartyWords) -> str:
    return (
        one.mention.country
        if one.mention.sort in {"country", "government"} and one.mention.country
        else one.mention.id or one.mention.text.lower()
    )
