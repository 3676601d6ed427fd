"""Day, area, programme, place, speaker and voice of a deal."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.reader import cues, links
from warifu.proposals.reader.areas import area_near
from warifu.proposals.reader.clauses import Clause, Hit
from warifu.proposals.reader.counts import counted_paper
from warifu.proposals.reader.days import Day
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.words import Draft, Spoken, Words

_HEADLINE_PROGRAMME: Final = re.compile(r"(?:under|part of|within|in the framework of|within the framework of|belongs to (?:the \w+ area of )?)\s(?:the |its |a |an )?(?P<name>(?:[a-z]+-point |[A-Z][\w'-]+[ -]){1,7}(?:[Pp]lan|[Pp]rogramme|[Pp]rogram|[Ii]nitiative|[Pp]artnership|[Aa]greement|[Ss]trategy|[Ff]ramework)(?: (?:of|for|on) [\w -]{3,40}?)?)(?=[,.;]| (?:under|which|that|proposed|of January|signed|and)\b|$)")  # fmt: skip
_RU_PROGRAMME: Final = re.compile(r"(?:в рамках|План\w* сотрудничества|по)\s?(?P<name>(?:План\w* сотрудничества(?: из восьми пунктов)?|восьмипунктн\w+ план\w*|программ\w+ «[^»]+»|инициатив\w+ «[^»]+»))")  # fmt: skip
_JA_PROGRAMME: Final = re.compile(r"(?P<name>8項目の(?:「?協力プラン」?|経済協力プラン)|８項目の(?:「?協力プラン」?)|八項目の\S{0,3}協力プラン|一帯一路|「[^」]{2,18}(?:計画|プラン|構想|イニシアチブ)」)")  # fmt: skip
_ZH_PROGRAMME: Final = re.compile(r"[“「](?P<name>[^”」]{2,12})[”」](?:倡议|建设|计划)")
_SPEAKER: Final = re.compile(r"(?P<who>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,3})(?:, [^,]{3,50},)? (?:said|says|told)\b")


def find_day(story: Story, draft: Draft, spoken: Spoken, clause: Clause) -> None:
    """The day on which what a draft's stage tells was done: the likeliest of its sentence, where one is likely enough."""
    base = spoken.sentence.start
    head = _HEAD.match(spoken.sentence.text)
    start = head.end() if head is not None else 0
    able = [one for one in spoken.days if one.start >= start and not _to_come(story, one)]
    worth = {one: sum(WORTH[name] for name in _signs(one, story, draft, spoken, clause)) for one in able}
    likely = [one for one in able if worth[one] > LEAST]
    if likely:
        chosen = max(likely, key=lambda one: (worth[one], -abs(one.start - draft.event.start), -one.start))
        rule = "date:relative" if chosen.relative else "date"
        draft.day = Words(chosen.edtf, base + chosen.start, base + chosen.end, rule)
    elif not spoken.days:
        draft.day = _told_just_before(story, draft) or draft.day


def find_day_again(story: Story, draft: Draft) -> None:
    """The day of a draft whose stage was told anew."""
    spoken = story.spoken[draft.sentence]
    at = draft.event.start
    clause = next((one for one in spoken.clauses if one.start <= at < one.end), None)
    if clause is not None and (draft.day is None or spoken.sentence.start <= draft.day.start < spoken.sentence.end):
        draft.day = None
        find_day(story, draft, spoken, clause)


LEAST: Final = -0.6
"""What the signs of a day must add up to, for it to be told as a deal's."""
WORTH: Final[dict[str, float]] = {
    "a day": 0.7, "a month": 0.0, "a year": -0.9, "a year that opens": 0.7, "relative": 0.3, "less exact than another": -0.7, "one of several": -0.7, "not the last": -0.4,
    "another clause": -0.5, "end of a term": -0.5, "of a paper": -1.5, "of a paper signed": 0.0, "said": -0.6,
    "no verb": 0.4, "verb of the stage": 0.3, "verb of the deal": -0.6, "earlier verb": -1.0, "verb of buying": 0.8, "verb of an end": 0.7, "verb of a plan": -0.7, "other verb": -0.2,
    "signed": 0.5, "delivered": 0.3, "cancelled": 0.3, "proposed": -0.3, "stalled": -0.3, "under way": -0.7, "Japanese": 0.4, "a year in Japanese": 0.4,
}  # fmt: skip
"""What each sign of a day adds to how likely it is the day of a deal; weighed on texts marked by hand."""
_EARLIER: Final = frozenset({"sign", "order", "force", "pledge", "approve"})
_LATER: Final = frozenset({"delivered", "financed", "under way", "cancelled", "stalled"})
_STAGES: Final = frozenset({"signed", "delivered", "cancelled", "proposed", "stalled", "under way"})
_ACTS: Final[dict[str, frozenset[str]]] = {
    "signed": frozenset({"sign", "order", "force"}), "in force": frozenset({"sign", "order", "force"}), "announced": frozenset({"pledge", "approve", "present"}),
    "financed": frozenset({"give", "buy", "invest", "draw", "relieve"}), "delivered": frozenset({"finish", "build", "give"}), "under way": frozenset({"work", "build"}),
    "stalled": frozenset({"stall"}), "cancelled": frozenset({"cancel", "refuse"}), "proposed": frozenset({"plan"}),
}  # fmt: skip
"""The classes of verbs that a day of each stage stands beside."""


def _signs(day: Day, story: Story, draft: Draft, spoken: Spoken, clause: Clause) -> list[str]:
    """The signs of a day, by which it is weighed: how exact it is, which verb it stands beside, what it is the date of."""
    text, stage = spoken.sentence.text, draft.stage.value
    found = [{10: "a day", 7: "a month"}.get(len(day.edtf), "a year")]
    found += ["relative"] if day.relative else []
    found += ["a year that opens"] if len(day.edtf) == 4 and day.start < 6 else []
    found += [stage] if stage in _STAGES else []
    if story.language == "ja":
        found += ["Japanese", "a year in Japanese"] if len(day.edtf) == 4 else ["Japanese"]
    if len(spoken.days) > 1:
        found.append("one of several")
        found += ["not the last"] if day is not spoken.days[-1] else []
        found += ["less exact than another"] if len(day.edtf) < max(len(one.edtf) for one in spoken.days) else []
    found += [] if clause.start <= day.start < clause.end else ["another clause"]
    found += ["end of a term"] if of_a_term(text, day) else []
    if _PAPER_OF.search(text, max(0, day.start - 40), day.start) or (_OF_PAPER.match(text, day.end) and stage != "signed"):  # fmt: skip
        found.append("of a paper signed" if stage == "signed" else "of a paper")
    if stage in _LATER and (_SAID_ON.search(text, max(0, day.start - 40), day.start) or _SAID_LATER.search(text, day.end)):  # fmt: skip
        found.append("said")
    return found + _signs_of_verb(_verb_of(day, spoken, story.language), draft)


def _signs_of_verb(verb: Hit | None, draft: Draft) -> list[str]:
    stage = draft.stage.value
    if verb is None:
        return ["no verb"]
    if verb.name in _ACTS.get(stage, ()):
        found = ["verb of the stage"]
    else:
        mine = verb.start < draft.event.end and verb.end > draft.event.start
        found = ["verb of the deal" if mine else "other verb"]
    found += ["earlier verb"] if verb.name in _EARLIER and stage in _LATER else []
    found += ["verb of an end"] if verb.name in {"finish", "cancel", "refuse", "work"} and stage in _LATER else []
    found += ["verb of buying"] if verb.name == "buy" else []
    return found + (["verb of a plan"] if verb.name == "plan" and stage == "proposed" else [])


def _verb_of(day: Day, spoken: Spoken, language: str) -> Hit | None:
    """The verb that a day belongs to: in Japanese the next one, elsewhere the one just before, or the next where the day
    comes first."""
    bare = spoken.bare
    events = sorted((one for clause in spoken.clauses for one in clause.events), key=lambda one: one.start)
    before = next((one for one in reversed(events) if one.end <= day.start), None)
    after = next((one for one in events if one.start >= day.end), None)
    if language in {"ja", "ko", "zh"}:
        return after
    near = before is not None and day.start - before.end < 34 and not _PARTS.search(bare, before.end, day.start)
    if near:
        return before
    if (
        after is not None
        and after.start - day.end < 90
        and (before is None or _PARTS.search(bare, before.end, day.start))
    ):
        return after
    return before if before is not None and not _PARTS.search(bare, before.end, day.start) else None


def _to_come(story: Story, day: Day) -> bool:
    published = story.page.published
    return published is not None and day.edtf[: len(published)] > published[: len(day.edtf)]


def _told_just_before(story: Story, draft: Draft) -> Words | None:
    """The day that a sentence before tells of what this one goes on about: of the meeting, visit or ceremony at which it
    was done, or the full day at the end of the sentence just before, in the same paragraph."""
    here = story.spoken[draft.sentence]
    same = _AT_IT.search(here.sentence.text) is not None
    if not same and draft.stage.value not in {"signed", "announced"}:
        return None
    for before in reversed(story.spoken[max(0, draft.sentence - (BACK if same else 1)) : draft.sentence]):
        if before.sentence.row or (not same and before.sentence.paragraph != here.sentence.paragraph):
            return None
        told = [
            one
            for one in before.days
            if (same or len(one.edtf) == 10) and not _to_come(story, one) and not of_a_term(before.sentence.text, one)
        ]
        if told:
            day = told[0] if same else told[-1]
            base = before.sentence.start
            return Words(day.edtf, base + day.start, base + day.end, "date:before")
    return None


BACK: Final = 3
"""Sentences back in which the day of "the meeting" is looked for."""
_AT_IT: Final = re.compile(
    r"\b(?:[Dd]uring|[Aa]t|[Ii]n the course of|[Oo]n|[Aa]fter|[Ff]ollowing|[Oo]n the sidelines of) (?:the|this|that|his|her|their) (?:same )?(?:day|visit|meeting|talks|ceremony|trip|tour|summit|session|conference|occasion|event|signing|signing ceremony|stay)\b"
    r"|(?:[Вв] ходе|[Вв]о время|[Нн]а полях|[Нн]а|[Пп]осле|[Пп]о итогам|[Вв] рамках) (?:этой |этого |той же |этих )?(?:визита|встреч[еи]|переговор\w*|церемонии|поездки|саммит[ае]|заседани[ия]|конференции)(?! (?:в|с|на|от|по) )"
    r"|会談後|席上|訪問中|会合で|式典で|その場で|滞在中|同日|同じ日"
)
_HEAD: Final = re.compile(r"[^\n]{0,40}?\s[–—-]\s|【[^】]*】")
_PARTS: Final = re.compile(r"[;:()]|, (?:and|but|while|which|who|а|но|который|которая|которое|которые)\b|、")
_SAID_ON: Final = re.compile(
    r"\b(?:said|says|told reporters|reported|сообщил\w*|заявил\w*|рассказал\w*|сказал\w*|подтвердил\w*)\b[^,.;]{0,30}$"
)
_SAID_LATER: Final = re.compile(r"と(?:発表|述べ|明らかに|語|説明)")
_PAPER_OF: Final = re.compile(
    r"\b(?:contracts?|agreements?|treaty|treaties|accords?|deals?|pacts?|memorand\w+|protocols?|loans?|credits?|lines?|grants?|orders?|decisions?|plans?|compacts?|conventions?|notes|letters?|offers?|purchases?|pledges?|promises?|programmes?|packages?|partnerships?|frameworks?|statements?|declarations?|deeds?|charters?|law|договор\w*|контракт\w*|соглашени\w+|меморандум\w*|протокол\w*|кредит\w*|грант\w*|план\w*|решени\w+|концесси\w+|программ\w+|деклараци\w+|заявлени\w+)(?: (?:of|from|dated|от))? (?:\(|, )?$",
    re.I,
)
_OF_PAPER: Final = re.compile(
    r"(?:-dated)? (?:[a-z-]+ ){0,2}(?:contract|agreement|treaty|accord|deal|pact|memorandum|protocol|loan|credit line|grant|order|decision|plan|compact|convention|letter|offer|pledge|promise|programme|package|partnership|framework|declaration|budget|law)s?\b|の(?!うち|間|後|前)[^、。は]{0,14}(?:契約|協定|条約|合意|覚書|計画|融資|借款|無償|公約|約束|決定|議定書|共同声明|宣言|法)",
)


def describe(story: Story, draft: Draft, spoken: Spoken, clause: Clause) -> None:
    base, text = spoken.sentence.start, spoken.sentence.text
    found = area_near(story, draft.sentence, clause.start, clause.end)
    if found is not None:
        draft.area = Words(*found, "area")
    if draft.count is None and story.language not in {"ja", "ru"}:
        papers = counted_paper(story.language, spoken, clause, draft.paper.start - base, draft.paper.end - base)
        if papers is not None:
            draft.count = Words(str(papers[0]), base + papers[1], base + papers[2], "count:paper")
    for pattern in (_HEADLINE_PROGRAMME, _RU_PROGRAMME, _JA_PROGRAMME, _ZH_PROGRAMME):
        match = pattern.search(text)
        if match is not None:
            draft.programme = Words(match["name"].strip(), base + match.start("name"), base + match.end("name"), "programme")  # fmt: skip
            break
    _place(story, draft, spoken, clause)
    _voice(story, draft, spoken)
    said = _SPEAKER.search(text)
    if said is not None:
        draft.speaker = Words(said["who"].strip(), base + said.start("who"), base + said.end("who"), "said")


def _voice(story: Story, draft: Draft, spoken: Spoken) -> None:
    """Whose word the sentence is, where it says so: of the one who "said", "according to", "по словам", "によると"."""
    base, text = spoken.sentence.start, spoken.sentence.text
    for one in spoken.mentions:
        if not one.country or one.sort in {"adjective", "place"}:
            continue
        said = links.link_of(text, one, (draft.event.start, draft.event.end), story.language) == links.SAID
        if said or cues.ACCORDING.search(text[max(0, one.start - 30) : one.start]) or cues.SAYS.match(text, one.end):
            firm = one.sort == "body" and one.type != "state body" and one.work not in {"ministry", "agency"}
            whose = f"{one.country} {'firm' if firm else 'government'}"
            draft.voice = Words(whose, base + one.start, base + one.end, "voice:said")
            return


def _place(story: Story, draft: Draft, spoken: Spoken, clause: Clause) -> None:
    """The country that the deal is carried out in: named with "in", else another one than the provider's."""
    base, text = spoken.sentence.start, spoken.sentence.text
    givers = {one.mention.country for one in draft.parties if one.role == "provider"}
    named = [
        one
        for one in spoken.mentions
        if one.country and one.sort in {"country", "place", "capital", "government", "adjective"}
    ]
    inside = [
        one
        for one in named
        if links.link_of(text, one, (draft.event.start, draft.event.end), story.language) == links.IN
    ]
    for one in [*inside, *named]:
        if one.country not in givers and not (one.text.isupper() and one.start < 3):
            draft.place = Words(one.country, base + one.start, base + one.end, "place")
            return


def of_a_term(text: str, one: Day) -> bool:
    """Whether a date is the end of a term ("by 2030", "until", "over", "from 2006 to 2015") and no day of an act."""
    before = text[max(0, one.start - 44) : one.start]
    after = text[one.end : one.end + 4]
    return _TERM.search(before) is not None or re.match(r"まで|から|以降|末|年度|[-–~]\d", after) is not None


_TERM: Final = re.compile(
    r"\b(?:between|by|until|till|through|from|since|before|end of|beginning of|bis|до|к|с|к концу|jusqu'en|hasta|d'ici)\s(?:the )?$"
    r"|\b(?:from|between) [^,;]{4,30}? (?:to|and) (?:the )?$|\b(?:end date|expir\w+|matur\w+|due(?: date)?|deadline|scheduled|slated|expected|planned|set) (?:(?:of|on|in|for|by|at) )?(?:the )?$",
    re.I,
)
