"""Day, area, programme, place, speaker and voice of a deal."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.reader import cues, links
from warifu.proposals.reader.areas import area_near
from warifu.proposals.reader.clauses import Clause
from warifu.proposals.reader.days import Day
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.words import Draft, Spoken, Words

_HEADLINE_PROGRAMME: Final = re.compile(r"(?:under|part of|within|in the framework of|within the framework of|belongs to (?:the \w+ area of )?)\s(?:the |its |a |an )?(?P<name>(?:[a-z]+-point |[A-Z][\w'-]+[ -]){1,7}(?:[Pp]lan|[Pp]rogramme|[Pp]rogram|[Ii]nitiative|[Pp]artnership|[Aa]greement|[Ss]trategy|[Ff]ramework)(?: (?:of|for|on) [\w -]{3,40}?)?)(?=[,.;]| (?:under|which|that|proposed|of January|signed|and)\b|$)")  # fmt: skip
_RU_PROGRAMME: Final = re.compile(r"(?:в рамках|План\w* сотрудничества|по)\s?(?P<name>(?:План\w* сотрудничества(?: из восьми пунктов)?|восьмипунктн\w+ план\w*|программ\w+ «[^»]+»|инициатив\w+ «[^»]+»))")  # fmt: skip
_JA_PROGRAMME: Final = re.compile(r"(?P<name>8項目の(?:「?協力プラン」?|経済協力プラン)|８項目の(?:「?協力プラン」?)|八項目の\S{0,3}協力プラン|一帯一路|「[^」]{2,18}(?:計画|プラン|構想|イニシアチブ)」)")  # fmt: skip
_ZH_PROGRAMME: Final = re.compile(r"[“「](?P<name>[^”」]{2,12})[”」](?:倡议|建设|计划)")
_SPEAKER: Final = re.compile(r"(?P<who>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,3})(?:, [^,]{3,50},)? (?:said|says|told)\b")


def find_day(story: Story, draft: Draft, spoken: Spoken, clause: Clause) -> None:
    base = spoken.sentence.start
    pool = [one for one in clause.days if not _span_of_years(spoken.sentence.text, one)]
    if not pool and clause.depth == 0:
        pool = [
            one
            for one in spoken.days
            if not _span_of_years(spoken.sentence.text, one) and abs(one.start - draft.event.start) < 60
        ]
    if not pool and draft.event.event != "plan":
        pool = [one for one in spoken.days if not _span_of_years(spoken.sentence.text, one) and one.start < 30]
    if draft.event.event == "plan":
        pool = [
            one
            for one in pool
            if one.start < draft.event.start and draft.event.start - one.end < 60 and not one.relative
        ]
    if story.language == "ja" and len(pool) > 1:
        pool = _of_this_verb(pool, draft, clause) or pool
    if not pool:
        return
    head = re.match(r"[^\n]{0,40}?\s[–—-]\s|【[^】]*】", spoken.sentence.text)
    pool = [one for one in pool if head is None or one.start >= head.end()] or [
        one for one in pool if len(one.edtf) == 10 and head is None
    ]
    if not pool:
        return
    chosen = min(pool, key=lambda one: (abs(one.start - draft.event.start), one.start))
    published = story.page.published
    if published is not None and chosen.edtf[: len(published)] > published[: len(chosen.edtf)]:
        return
    draft.day = Words(
        chosen.edtf, base + chosen.start, base + chosen.end, "date:relative" if chosen.relative else "date"
    )


def _of_this_verb(pool: list[Day], draft: Draft, clause: Clause) -> list[Day]:
    """The days that no other verb stands right behind: "2015年に交わした覚書の延長を7日、見送った"."""
    others = [one for one in clause.events if one.end <= draft.event.start]
    return [
        day
        for day in pool
        if not any(day.end <= one.start <= day.end + 14 and one.name not in {"plan", "pledge"} for one in others)
    ]


def describe(story: Story, draft: Draft, spoken: Spoken, clause: Clause) -> None:
    base, text = spoken.sentence.start, spoken.sentence.text
    found = area_near(story, draft.sentence, clause.start, clause.end)
    if found is not None:
        draft.area = Words(*found, "area")
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


def _span_of_years(text: str, one: Day) -> bool:
    """Whether a date is the end of a term ("by 2030", "until", "over") and no day of an act."""
    before = text[max(0, one.start - 14) : one.start]
    after = text[one.end : one.end + 4]
    return re.search(r"\b(?:by|until|till|through|from|since|before|end of|beginning of|bis|до|к|с|к концу|jusqu'en|hasta|d'ici)\s(?:the )?$", before, re.I) is not None or re.match(r"まで|から|以降|末|年度|[-–~]\d", after) is not None  # fmt: skip
