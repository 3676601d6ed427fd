"""What a clause says happened: its governing event, turned by negation, by the future and by verbs of wish and plan.

The first event governs where the verb comes first, the last one where it comes last; English is told by the form of each
verb (`english_events`).
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.documents.caseless import Caseless
from warifu.proposals.reader import english_events, japanese_events, russian_events
from warifu.proposals.reader.clauses import STAGE, Clause, Happened, Hit, denied
from warifu.proposals.reader.lexicon import Lexicon
from warifu.proposals.reader.lexicon.english import ENGLISH
from warifu.proposals.reader.lexicon.japanese import JAPANESE
from warifu.proposals.reader.lexicon.russian import RUSSIAN

_FUTURE_BEFORE: Final = Caseless(
    r"(?:\b(?:to|will|would|shall|should|can|could|may|might|must|to be|will be|would be|be|werden|wird|soll|будет|будут|чтобы|va|doit|para|ser|sera|será|سوف)(?:\s\w+ly)?\s)$",
)
_INTRODUCED: Final = Caseless(r"\b(?:after|following|during|amid|before|despite)\s(?:[\w█-]+\s){0,3}$")
_REDUCED: Final = re.compile(r"\s(?:by|in|at|last|under|with|earlier|to)\s(?!be\b)(?=[\w█])")
_AUX: Final = Caseless(r"\b(?:has|have|had|was|were|is|are|been|remains?)\s(?:\w+ly\s|not\s|been\s)*$")
_WOULD_GIVE: Final = Caseless(r"\s(?:also |then |each |jointly |be )*(?:provide[d]?|give|lend|extend|invest|finance|fund|supply|buy|purchase|build|sell|contribute|grant|donate|deliver|pay|paid|take|acquire|cover|guarantee|spend|put|go|receive|set up|send|raise|channel|allocate)\b")  # fmt: skip
_SAID: Final = Caseless(r"\b(?:said|says|told|announced|according to|statement)\b")
_PARTICIPLE: Final = re.compile(r",\s$|█\s$|\w\s$")
_REPORTED_JA: Final = re.compile(r"と(?:の声明を|の(?:考え|認識|見方)を)?$")
_GOVERNED: Final = frozenset({"build", "sign", "order", "force", "finish", "work", "give", "buy", "invest", "draw", "approve", "pledge"})  # fmt: skip


def happened(clause: Clause, bare: str, lexicon: Lexicon) -> Happened | None:
    """The governing event of a clause, or None where none is told."""
    if not clause.events:
        return None
    if lexicon is JAPANESE:
        return japanese_events.governing(clause, bare)
    if lexicon.verb_last:
        return _last_governs(clause, bare)
    if lexicon is RUSSIAN:
        return russian_events.governing(clause, bare)
    return english_events.governing(clause, bare) if lexicon is ENGLISH else _first_governs(clause, bare, lexicon)


def _first_governs(clause: Clause, bare: str, lexicon: Lexicon) -> Happened | None:
    events = clause.events
    while (
        len(events) > 1
        and events[0].name == "plan"
        and _INTRODUCED.search(bare[max(clause.start, events[0].start - 40) : events[0].start])
    ):
        events = events[1:]
    chosen = events[0]
    future = _future(bare, chosen)
    giving = _WOULD_GIVE.match(bare, chosen.end) if bare[chosen.start : chosen.end].lower() == "would" else None
    if chosen.name == "plan" and giving is not None and _SAID.search(bare):
        return Happened("pledge", "announced", chosen.start, giving.end(), denied(clause, chosen, bare))
    if chosen.name == "plan":
        past = next((one for one in events[1:] if one.name in {"sign", "pledge", "approve", "give"} and _PARTICIPLE.search(bare[max(0, one.start - 3) : one.start]) and re.match(r"\s(?:by|in|on|at|last|with|earlier)\b", bare[one.end : one.end + 9])), None)  # fmt: skip
        if past is not None and not _future(bare, past):
            chosen, future = past, False
    if chosen.name == "plan":
        strong = next((one for one in events[1:] if one.name in {"stall", "cancel", "refuse"}), None)
        if strong is not None and _told(bare, chosen, strong):
            chosen, future = strong, _future(bare, strong)
        drawn = next((one for one in events[1:] if one.name == "draw"), None)
        if drawn is not None and re.search(r"\bof which\b|\bиз (?:них|которых|этой)\b", bare[chosen.end : drawn.start], re.I) and not _future(bare, drawn):  # fmt: skip
            chosen, future = drawn, False
    elif chosen.name == "build" and len(events) > 1 and not re.search(r"\b(?:was|were|been|has|have|had|is|are)\s(?:\w+ly\s)?$", bare[max(0, chosen.start - 16) : chosen.start], re.I) and re.match(r"\s(?:with|by|under|in|for)\b", bare[chosen.end : chosen.end + 7]):  # fmt: skip
        chosen = events[1]
        future = _future(bare, chosen)
    elif chosen.name in {"pledge", "approve"}:
        reduced = _REDUCED.match(bare, chosen.end) is not None or re.search(
            r"нн(?:ый|ая|ое|ые|ого|ой|ых|ую|ыми|ым)$", bare[chosen.start : chosen.end]
        )
        state = next((one for one in events[1:] if one.name in {"stall", "cancel", "finish", "draw", "work"}), None)
        if (
            reduced
            and state is not None
            and (_AUX.search(bare[max(0, state.start - 18) : state.start]) or "а" <= bare[state.start].lower() <= "я")
        ):
            return Happened(state.name, STAGE[state.name], state.start, state.end, denied(clause, state, bare))
        later = next((one for one in events[1:] if one.name != chosen.name and one.name != "pledge"), None)
        if later is not None and later.start - chosen.end < 60:
            gap = bare[chosen.end : later.start]
            infinitive = re.search(r"\bto\s+(?:\w+\s)?$", gap, re.I) is not None or _future(bare, later)
            if later.name in {"plan", "stall", "cancel"} and infinitive and len(gap) < 30:
                chosen = later
            elif later.name in {"sign", "order", "draw", "give", "relieve", "build", "buy", "invest", "finish", "work", "stall", "cancel", "refuse"} and not infinitive and re.search(r"\b(?:that|signing|о том|что|daß|dass|que)\b|^\W*(?:of |the |о )", gap, re.I):  # fmt: skip
                chosen, future = later, _future(bare, later)
            elif later.name == "sign" and infinitive and chosen.name == "pledge":
                return Happened("plan", "proposed", chosen.start, chosen.end)
    elif chosen.name in {"sign", "order", "give", "buy", "draw", "invest", "work", "finish"}:
        later = next((one for one in events[1:] if one.name in {"work", "finish", "draw"}), None)
        if chosen.name in {"sign", "order"} and later is not None and "," in bare[chosen.end : later.start] and re.match(r"(?:have|has|had|was|were|is|are)\b", bare[later.start : later.end] + " " + bare[max(0, later.start - 5) : later.start].strip(), re.I) and not _future(bare, later):  # fmt: skip
            chosen, future = later, False
        strong = next((one for one in events[1:] if one.name in {"stall", "cancel"}), None)
        if strong is not None and strong.start - chosen.end < 50 and re.search(r",|\b(?:but|then|and|но)\b", bare[chosen.end : strong.start]):  # fmt: skip
            chosen, future = strong, _future(bare, strong)
    refused = denied(clause, chosen, bare)
    name = chosen.name
    if future and name in {"sign", "order", "force", "finish", "work"}:
        return Happened("plan", "proposed", chosen.start, chosen.end, refused, True)
    if future and name in {"give", "buy", "invest", "draw", "relieve", "build"}:
        return Happened("pledge", "announced", chosen.start, chosen.end, refused, True)
    return Happened(name, STAGE[name], chosen.start, chosen.end, refused)


def _last_governs(clause: Clause, bare: str) -> Happened | None:
    events = list(clause.events)
    while len(events) > 1 and events[-1].name in {"pledge", "plan"} and _REPORTED_JA.search(bare[: events[-1].start]):
        events.pop()
    chosen = events[-1]
    if chosen.name in {"pledge", "plan"}:
        halted = next((one for one in reversed(events[:-1]) if one.name in {"stall", "cancel", "refuse"} and chosen.start - one.end < 24), None)  # fmt: skip
        if halted is not None and re.search(
            r"(?:表明|発表|明らかに|決め|方針|밝혔|발표|결정)", bare[chosen.start : chosen.end]
        ):
            return Happened(halted.name, STAGE[halted.name], halted.start, halted.end)
    after = bare[chosen.end : min(clause.end, chosen.end + 14)]
    denied = any(start >= chosen.start - 1 and start - chosen.end < 10 for start, _ in clause.negations) or re.match(r"(?:は|も)?(?:して|され|でき|決ま|至)?(?:い)?(?:ない|ず|ません|なかった)", after) is not None  # fmt: skip
    future = (
        re.match(r"(?:される|する|し)?(?:予定|方針|見通し|見込み|計画|考え|意向|ことを(?:検討|目指))", after)
        is not None
    )
    name = chosen.name
    if future and name in _GOVERNED:
        return Happened("plan", "proposed", chosen.start, chosen.end, denied, True)
    return Happened(name, STAGE[name], chosen.start, chosen.end, denied)


def _future(bare: str, hit: Hit) -> bool:
    before = bare[max(0, hit.start - 28) : hit.start]
    if re.search(r"\b(?:has|have|had|was|were|is|are|been|being|having)\s(?:\w+ly\s|also\s|already\s|since\s)?$", before, re.I) and not re.search(r"\b(?:to|will|would) have been\s$|\bis to be\s$|\bare to be\s$", before, re.I):  # fmt: skip
        return False
    return _FUTURE_BEFORE.search(before) is not None


def _told(bare: str, plan: Hit, strong: Hit) -> bool:
    """Whether the talks themselves stalled ("talks … stalled") rather than are wished to stop."""
    if re.search(r"(?:ть|ти|ться)$", bare[strong.start : strong.end]):
        return False
    return (
        re.search(r"\b(?:to|would|will|might|may|could)\s$", bare[max(0, strong.start - 10) : strong.start], re.I)
        is None
    )
