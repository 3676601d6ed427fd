"""What each side hopes for, aims at, asks or demands: a verb of wish with somebody to wish it."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.proposal import Kind
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.words import SumWords

Found = tuple[Kind, dict[str, tuple[str, int, int, str]], list[SumWords], int, int]

_WISH: Final[dict[str, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:hop(?:e[sd]?|ing)|expect(?:s|ed)?|wants?|wanted|(?:has |have )?asked for|ask(?:s|ed)? (?:that|for)|demand(?:s|ed)?|call(?:s|ed)? for|aim(?:s|ed)?|seek(?:s|ing)?|insist(?:s|ed)?|would like|in return for|only once|provided that|on condition|urge[sd]?)\b", re.I),
    "ru": re.compile(r"\b(?:рассчитыва\w+|наде[яе]\w+|ожида\w+|выразил\w* надежду|хоч\w+|требу\w+|потребовал\w*|просит|попросил\w*|добива\w+|стрем\w+|намерен\w* довести|условием|поставил\w* целью|целью, котор\w+)", re.I),
    "ja": re.compile(r"期待(?:を示|する|し|感)|したい(?:考え|と)|求め(?:た|ました|ている|る)|要請し|要求し|目指す|目標を|望む|を条件|呼び込みたい|視野に入れて"),
    "zh": re.compile(r"希望|期待|要求|力争|呼吁"), "ko": re.compile(r"기대|희망|요구|촉구|목표"), "de": re.compile(r"\b(?:hoff\w+|erwart\w+|forder\w+|verlang\w+|rechnet)\b", re.I),
    "fr": re.compile(r"\b(?:espèr\w+|espér\w+|souhait\w+|demand\w+|exig\w+|attend\w*)\b", re.I), "es": re.compile(r"\b(?:espera\w*|pid\w+|exig\w+|quier\w+|reclam\w+)\b", re.I), "ar": re.compile(r"تأمل|يأمل|تتوقع|يتوقع|طالب\w*"),
}  # fmt: skip
_CONDITION: Final = re.compile(r"only (?:once|if|after|when)|on condition|provided that|unless|условием|при условии|を条件|только после|nur wenn|à condition", re.I)  # fmt: skip
_DENIED: Final = re.compile(r"\b(?:not|no|never|don't|doesn't)\s(?:\w+\s)?$|\bне\s$", re.I)


def read(story: Story) -> list[Found]:
    """One expectation a sentence at most, with the words that hold the goal."""
    pattern = _WISH.get(story.language)
    if pattern is None:
        return []
    top = story.top()
    if len(top) < 1:
        return []
    found: list[Found] = []
    for spoken in story.spoken:
        if spoken.sentence.row:
            continue
        text, base = spoken.sentence.text, spoken.sentence.start
        match = pattern.search(spoken.bare)
        if match is None or _DENIED.search(text[: match.start()]):
            continue
        before = [
            one
            for one in spoken.mentions
            if one.country and one.sort in {"country", "government", "body", "capital", "adjective", "person"}
        ]
        holder = next((one for one in before if one.start < match.start()), None) or (before[0] if before else None)
        speaker = next(
            (one for one in spoken.mentions if one.sort == "person" and one.start < match.start() + 40), None
        )
        if holder is None and speaker is None:
            continue
        goal_start, goal_end = _goal(text, match.end(), story.language, match.start())
        if goal_end - goal_start < 4:
            continue
        goal = text[goal_start:goal_end].strip()
        goal_start = text.index(goal, goal_start)
        fields = {"goal": (goal, base + goal_start, base + goal_start + len(goal), "expectation:wish")}
        said = "condition" if _CONDITION.search(text) else "expectation"
        fields["said"] = (said, base + match.start(), base + match.end(), "expectation:wish")
        if holder is not None:
            fields["side"] = (holder.country, base + holder.start, base + holder.end, "expectation:side")
        if speaker is not None:
            fields["speaker"] = (speaker.text, base + speaker.start, base + speaker.end, "expectation:speaker")
        elif holder is not None and holder.sort != "adjective":
            fields["speaker"] = (holder.text, base + holder.start, base + holder.end, "expectation:speaker")
        sums = [
            SumWords(one, "hoped", base + one.start, base + one.end, one.rule)
            for one in spoken.amounts if not one.per and goal_start <= one.start < goal_start + len(goal)
        ]  # fmt: skip
        found.append((Kind.EXPECTATION, fields, sums, spoken.sentence.start, spoken.sentence.end))
    return found


def _goal(text: str, at: int, language: str, begin: int) -> tuple[int, int]:
    if language in {"ja", "ko"}:
        start = max(text.rfind("、", 0, begin), text.rfind("は", 0, begin)) + 1
        return start, begin
    end = len(text)
    stop = re.search(r"[.;!?»\"]|,\s(?:said|he|she|they|а|но|сказал|отметил|заявил)", text[at:])
    if stop is not None:
        end = at + stop.start()
    start = at
    lead = re.match(r"\s*(?:that|to|for|на то, что|,? что|,?чтобы|daß|dass|que)\s", text[at:])
    return (start + lead.end() if lead else start), end
