"""Which of the events of a Russian clause governs it, and whether it is denied.

What has happened stands in the past tense or as a short participle; a long participle ("подписанный в мае контракт")
goes after these. Talks yield to what became of them ("переговоры прекращены"). What is told under a condition, after
"чтобы" or with "бы" has not happened. "Не" denies the verb that it stands before.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.reader.clauses import STAGE, Clause, Happened, Hit

FACT, FUTURE, REDUCED, NOUN, UNREAL = "fact", "future", "reduced", "noun", "unreal"

_LONG: Final = re.compile(r"(?:нн|т|вш|аем|уем|ющ|ящ)(?:ый|ий|ая|ее|ое|ые|ие|ого|его|ой|ей|ых|их|ому|ему|ую|ым|им|ыми|ими|ом|ем)(?:ся)?$", re.I)  # fmt: skip
_NOUN: Final = re.compile(r"^(?:переговор|консультац|прогноз|намерени|проект |обращени|пауз|возможност|обещани|посул|церемони)", re.I)  # fmt: skip
_WILL_BE: Final = re.compile(r"\b(?:будет|будут|буду|будем)\s(?:[а-яё]+\s)?$", re.I)
_UNREAL: Final = re.compile(r"\b(?:если|чтобы|в случае|при условии|вместо того|прежде чем|до того как)\s", re.I)
_WOULD: Final = re.compile(r"^\s(?:бы|б)\b|\bбы\s(?:[а-яё]+\s)?$")
_ALL_OF: Final = frozenset({"stall", "cancel", "refuse", "finish"})
_WORKED: Final = frozenset({"sign", "order", "force", "finish", "work"})
_PARTLY: Final = re.compile(
    r"\b(?:перв(?:ый|ая|ое|ые|ую|ых|ого) (?:из|парти|танкер|корабл|суд|самол|вертол|поезд|вагон|эшелон|груз|борт|машин|автобус|тысяч|четыр|три|два|две|пять|шесть|десят)|половин[аыу]|треть|трети|четверть|(?:больш\w+ |перв\w+ )?часть|тысячн\w+|пока лишь|пока только|из (?:двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|двенадцати|шестнадцати|двадцати))\b", re.I
)  # fmt: skip
_LAST_OF: Final = re.compile(r"\bпоследн|\bвсе\b|\bполностью|\bцеликом", re.I)
_DONE: Final = frozenset({"sign", "order", "force", "finish", "work", "give", "buy", "invest", "draw", "approve"})
_GIVEN: Final = frozenset({"give", "buy", "invest", "draw", "relieve", "build"})

_NOT: Final = re.compile(
    r"\b(?:не|ни|нет)\s(?:(?:был[аои]?|будет|будут|удал\w+|смог\w*|стал\w*|намерен\w*|планиру\w+|собира\w+|может|могут|хо[тч]\w+|готов\w*|подтвержда\w+|спеш\w+|подавал\w*|вел\w*|получил\w*|пока|еще|ещё|предоставлял\w*)\s(?:[а-яё]+\s){0,1})?$",
    re.I,
)
_NONE_AFTER: Final = re.compile(
    r"^\s?(?:пока |еще |ещё |так и )?не (?:был|будет|планир|намеч|ожида)|^\s(?:ни|никак)", re.I
)
_DENIES: Final = re.compile(
    r"\b(?:опроверг\w*|отрица\w+|не соответству\w+|не подтвердил\w*|назвал\w* ложью|утк(?:а|ой|у)|вымысл\w+|выдумк\w+|фейк\w*|домысл\w+|слухи|слухами|будто)\b",
    re.I,
)
_NOBODY: Final = re.compile(r"\b(?:ни од(?:ин|на|но|ного|ной|ну)|никак\w+|ничего)\b", re.I)


def governing(clause: Clause, bare: str) -> Happened | None:
    """What a Russian clause says happened."""
    events = clause.events
    forms = [form(bare, hit, clause.start) for hit in events]
    at = _main(events, forms)
    chosen, how = events[at], forms[at]
    following = list(zip(events[at + 1 :], forms[at + 1 :], strict=True))
    if chosen.name == "plan":
        chosen, how = _became(bare, chosen, how, following)
    elif chosen.name in {"pledge", "approve"}:
        chosen, how = _agreed_to(bare, chosen, how, following)
    elif chosen.name in {"sign", "order", "give", "buy", "invest", "work"}:
        ends = {"stall", "cancel", "draw"} if chosen.name == "sign" else {"stall", "cancel"}
        later = next((pair for pair in following if pair[1] == FACT and pair[0].name in ends), None)
        if later is not None and re.search(r",|\b(?:но|а затем|однако|и она?)\b", bare[chosen.end : later[0].start]):
            chosen, how = later
    if chosen.name == "pledge" and how != UNREAL:
        chosen, how = _by_paper(clause, bare, forms, at) or (chosen, how)
    if chosen.name == "finish" and events[0].name == "plan" and forms[0] == NOUN:
        opening = bare[events[0].start : events[0].end].lower()
        if opening.startswith("проект"):
            chosen, how = events[0], NOUN
        elif opening.startswith(("переговор", "консультац")):
            return Happened("pledge", "announced", chosen.start, chosen.end, denied(clause, chosen, bare))
    refused = denied(clause, chosen, bare)
    if how == UNREAL and chosen.name not in {"plan", "stall", "cancel", "refuse"}:
        return Happened("plan", "proposed", chosen.start, chosen.end, refused, True)
    if how == FUTURE and chosen.name in _WORKED:
        return Happened("plan", "proposed", chosen.start, chosen.end, refused, True)
    if how == FUTURE and chosen.name in _GIVEN:
        return Happened("pledge", "announced", chosen.start, chosen.end, refused, True)
    if chosen.name == "finish" and not refused and _PARTLY.search(clause.text) and _LAST_OF.search(clause.text) is None:
        return Happened("work", STAGE["work"], chosen.start, chosen.end, aside=how == REDUCED)
    stage = "stalled" if refused and chosen.name in _DONE else STAGE[chosen.name]
    return Happened(chosen.name, stage, chosen.start, chosen.end, refused, aside=how == REDUCED)


def _by_paper(clause: Clause, bare: str, forms: list[str], at: int) -> tuple[Hit, str] | None:
    """The signing that a promise rests on: "по подписанному договору … предоставит", "… предоставит, о чем подписан контракт"."""
    events = clause.events
    for number, (hit, how) in enumerate(zip(events, forms, strict=True)):
        if hit.name != "sign":
            continue
        rests = _RESTS_ON.search(bare[max(0, hit.start - 60) : hit.start]) or "вш" in bare[hit.start : hit.end]
        if number < at and how == REDUCED and rests:
            return hit, FACT
        if number > at and how == FACT and re.search(r"[,:]", bare[events[at].end : hit.start]):
            return hit, FACT
    dated = _DATED.search(bare, clause.start, clause.end)
    return (Hit("sign", dated.start(), dated.end()), FACT) if dated is not None else None


_DATED: Final = re.compile(r"\b(?:по|согласно)\s(?:[а-яё-]+\s){0,4}(?:(?:меж\w+)?(?:соглашению|договору|контракту|протоколу))\s(?:[а-яё-]+\s){0,3}от\s█|(?:(?:соглашением|договором|контрактом|протоколом)\sот\s█)", re.I)  # fmt: skip
_RESTS_ON: Final = re.compile(r"\b(?:по|согласно|в соответствии с|в рамках|на основании|соглашением|договором|контрактом|меморандумом)[\s,][^.;:]*$", re.I)  # fmt: skip


def form(bare: str, hit: Hit, start: int) -> str:
    """The form of the verb or noun at a hit of the clause that begins at `start`."""
    words = bare[hit.start : hit.end]
    before = bare[max(start, hit.start - 60) : hit.start]
    if _NOUN.search(words):
        return NOUN
    if _WOULD.search(bare[hit.end : hit.end + 4]) or _WOULD.search(before[-12:]):
        return UNREAL
    unreal = _UNREAL.search(before)
    if unreal is not None and not re.search(r"[,;:]", before[unreal.end() :]):
        return UNREAL
    if _WILL_BE.search(before):
        return FUTURE
    return REDUCED if _LONG.search(words) and " " not in words else FACT


def _main(events: list[Hit], forms: list[str]) -> int:
    """The place of the main event: the first finite verb, else the first of all."""
    finite = [at for at, how in enumerate(forms) if how in {FACT, FUTURE, UNREAL}]
    if not finite:
        return 0
    first = finite[0]
    if forms[0] == NOUN and events[0].name == "plan" and events[first].name not in _ALL_OF | {"sign", "pledge", "plan"}:
        return 0
    return first


def _became(bare: str, chosen: Hit, how: str, following: list[tuple[Hit, str]]) -> tuple[Hit, str]:
    """A plan told with what became of it: "переговоры … прекращены", "из которых освоено"."""
    for hit, form_ in following:
        gap = bare[chosen.end : hit.start]
        if form_ == FACT and hit.name in {"stall", "cancel", "refuse"} and (how == NOUN or "," not in gap):
            return hit, form_
        if form_ == FACT and hit.name == "draw" and re.search(r"\bиз (?:них|которых|этой)\b", gap, re.I):
            return hit, form_
    return chosen, how


def _agreed_to(bare: str, chosen: Hit, how: str, following: list[tuple[Hit, str]]) -> tuple[Hit, str]:
    """What is agreed to be weighed is planned; a loan promised "и … выдан" is given; "обещанный … заморожен" is frozen."""
    for hit, form_ in following:
        gap = bare[chosen.end : hit.start]
        if form_ == FACT and (
            hit.name == "force" or (hit.name == "draw" and re.search(r"\bиз (?:них|которых|этой)\b", gap, re.I))
        ):
            return hit, form_
        if hit.name == "plan" and form_ == FACT and len(gap) < 24 and "," not in gap and chosen.name == "pledge":
            return hit, form_
        if form_ == FACT and hit.name in {"stall", "cancel"} and len(gap) < 80:
            return hit, form_
        if how == REDUCED and form_ == FACT:
            return hit, form_
        if (
            hit.name == "sign"
            and form_ == REDUCED
            and re.search(r"(?:договор|соглашени|контракт)\w*,?\s(?:[а-яё█]+\s){0,2}$", gap)
        ):
            return hit, FACT
    return chosen, how


def denied(clause: Clause, hit: Hit, bare: str) -> bool:
    """Whether the clause denies an event: "не" right before it, "ни один … не" around it, "опроверг" ahead of it."""
    before, after = bare[clause.start : hit.start], bare[hit.end : min(clause.end, hit.end + 26)]
    if _NOT.search(before) or _NONE_AFTER.search(after):
        return True
    if _NOBODY.search(bare, clause.start, clause.end) and re.search(r"\bне\b", bare[clause.start : clause.end]) and hit.name not in {"plan", "stall", "cancel", "refuse"}:  # fmt: skip
        return True
    ahead = _DENIES.search(before)
    return ahead is not None and hit.name != "plan"
