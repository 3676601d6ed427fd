"""Which of the events of an English clause governs it, told from the form of each verb.

A finite verb goes before a noun ("the signing of"), a reduced participle ("the loan signed in May was …") and a verb of a
relative clause ("the bridge that Japan financed was …"). An infinitive is governed by the verb before it: who plans or
agrees to sign has signed nothing. Verbs of telling ("announced") yield to what they tell as having happened.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.documents.caseless import Caseless
from warifu.proposals.reader.clauses import STAGE, Clause, Happened, Hit, denied

FACT, FUTURE, MODAL, INFINITIVE, REDUCED, RELATIVE, NOUN = "fact", "future", "modal", "infinitive", "reduced", "relative", "noun"  # fmt: skip

_ADVERB: Final = r"(?:(?:\w+ly|also|already|since|then|now|yet|still|just|recently|again|soon|not|never|ever|even|long|each|both|jointly|finally|in full)\s)*"
_AUX: Final = Caseless(
    rf"\b(?:has|have|had|was|were|is|are|been|being|having|gets?|got|remains?|'s|'ve|'d|hasn't|haven't|hadn't|wasn't|weren't|isn't|aren't|did|does|do|didn't|doesn't)\s{_ADVERB}(?:been\s|being\s)?{_ADVERB}$",
)
_WILL: Final = Caseless(
    rf"\b(?:will|shall|'ll|won't|is (?:due |set |scheduled |expected )?to|are (?:due |set |scheduled |expected )?to|going to|is yet to|are yet to|has yet to|have yet to|had yet to)\s{_ADVERB}(?:be\s|have\s|have been\s)?{_ADVERB}$",
)
_MODAL: Final = Caseless(
    rf"\b(?:would|could|may|might|should|can|must|cannot|couldn't|wouldn't|was to|were to|was due to|were due to)\s{_ADVERB}(?:be\s|have\s|have been\s)?{_ADVERB}$",
)
_TO: Final = Caseless(rf"\bto\s{_ADVERB}(?:be\s|have\s|have been\s)?{_ADVERB}$")
_PARTICIPLE: Final = Caseless(r"(?:ed|en|wn|nt|ld|ght|ut|id|aid|ade|ne|un|et)$")
_AFTER_PARTICIPLE: Final = Caseless(
    r"\s(?:by|in|at|last|under|with|earlier|from|for|on|to|since|during|after|between|this|two|three|four|ten|\w+ (?:years?|months?|weeks?|days?) ago|█)(?![\w])",
)
_EITHER: Final = Caseless(
    r"requests?|stud(?:y|ies)|feasibility|bids?|interest in|wish|hopes?|eyes|drafts?|plans?|plan to|targets?|needs?|demands?|appeals?|calls?|talks?|swaps?|possible|potential|prospective|blueprint|applications?|proposals?|promises?|pledges?|offers?|orders?|commitments?|halts?|freeze|delays?|quits?|exits?|draws?|runs?|grants?|loans?|block|rust|silence|finish|hand-?over|launch|start|visits?|check|cheques?"
)
_NOUN_BEFORE: Final = Caseless(
    r"(?:\b(?:the|an?|its|their|his|her|our|this|that|these|those|any|no|of|at|for|with|in|under|on|by|after|before|to the|own|such|each|every|first|second|third|new|last|previous|former|early|formal|joint|feasibility|bilateral|[\w-]+(?:ese|ish|ial|ical|ian))|'s|s')\s$"
)
_SHORT_NAME: Final = re.compile(r"█\s?\([A-Z█&-]{2,14}\)\s$|\b[Mm]inistry of [a-z]+(?: and [a-z]+)?\s$")
_VERB_AFTER: Final = Caseless(
    r"(?:\s(?:in|on|by|at|to|from|last|for) [\w█]+(?: [\w█]+)?)?\s(?:has|have|had|was|were|is|are|will|would|remains?|came|went|goes)\b(?! to be\b)"
)
"""The clause's own verb after a participle: "the sum promised has been paid in"."""
_STANDS: Final = Caseless(r"stand|cover|insur|reinsur|underwr|guarant|back")
_DUE: Final = Caseless(r"due|scheduled|slated|pending|planned|expected|meant|set to|foreseen")
_SUBJECT_BEFORE: Final = Caseless(
    r"\b(?:that|who|which|and|it|they|he|she|we|also|government|bank|company|ministry|firm|agency|fund|group|board|parliament|countries|sides|leaders|ministers|presidents|parties|states|both|senators|lawmakers|officials|lenders|banks|firms|companies|creditors|donors|negotiators|delegates|envoys|diplomats|deputies|directors|governors|investors|partners|shareholders|ministries|agencies|council|cabinet|senate|congress|court|committee|commission|union|authority|regulator|operator|utility|carrier|lender|airline|navy|army|police|city|mayor|president|minister|king|premier|chancellor|ambassador|envoy|treasury|consortium|brothers|sisters|people|voters|unions|farmers|traders|owners|carriers|builders|makers|scientists|presidents|mayors|kings|have|which|then|this week|last week|today|yesterday|\w+day|\w+ly)\s$"
)
"""A subject right before a verb in -ed."""
_BEFORE_NOUN: Final = Caseless(
    r"\b(?:an?|the|its|their|his|this|that|these|those|our|any|no|another|newly|long|once)\s(?:\w+ly\s|long-?\s?|much-?\s?|newly\s)?$"
)
_NOUN: Final = Caseless(
    r"(?:tion|ment|ments|tions|al|als|ure|ures|ery|eries|sion|approval|ing|ings|start|launch|talks|order|orders|purchase|sale|signatures?|cover|interest|plans|draft|offer|pledge|promise|agreement|commitment|withdrawal|halt|delay|exit|bid|need|proposal)$",
)
_TELLS: Final = Caseless(r"(?:announc|declar|disclos|confirm|reveal|unveil|proclaim)")
_THAT: Final = Caseless(
    r"^(?:\s(?:also|on █|in █|█|today|on \w+day|last \w+))*,?\s(?:that|it|they|he|she|its|their|the|how|█)\b|^\s█"
)
_SOON: Final = Caseless(
    r"\b(?:ahead of|before|pending|await(?:s|ing|ed)?|for|towards?|prior to|no|without)\s(?:the |a |an |its |their |any )?(?:\w+ )?$",
)
_ACTS: Final = frozenset({"sign", "order", "pledge", "approve", "give", "invest", "draw"})
_TALKS_END: Final = frozenset({"stall", "cancel", "refuse", "finish"})

CHAIN: Final[dict[tuple[str, str], str]] = {
    ("pledge", "sign"): "plan", ("pledge", "force"): "plan", ("approve", "sign"): "approve", ("pledge", "plan"): "plan",
    ("pledge", "stall"): "stall", ("pledge", "cancel"): "cancel", ("pledge", "refuse"): "refuse", ("approve", "cancel"): "cancel",
    ("work", "build"): "work", ("work", "draw"): "draw", ("work", "sign"): "plan", ("refuse", "sign"): "refuse", ("stall", "sign"): "stall",
    ("pledge", "work"): "pledge", ("pledge", "finish"): "pledge",
}  # fmt: skip
"""What a verb and the infinitive that it governs tell together, where that is not the verb's own class."""


def form(bare: str, hit: Hit, start: int, sums: frozenset[int] = frozenset()) -> str:
    """The form of the verb or noun at a hit of the clause that begins at `start`; `sums` are the ends of its sums."""
    before = bare[max(start, hit.start - 44) : hit.start]
    words = bare[hit.start : hit.end]
    if _WILL.search(before):
        return FUTURE
    if _MODAL.search(before):
        return MODAL
    if _TO.search(before):
        return INFINITIVE
    helped = _AUX.search(before) is not None
    if (
        not helped
        and _NOUN.search(words)
        and not words.lower().startswith(("is ", "are ", "was ", "were ", "has ", "have ", "in ", "under", "will"))
    ):
        return NOUN
    if _relative(before, helped):
        return RELATIVE
    if not helped and _EITHER.fullmatch(words) and _NOUN_BEFORE.search(before):
        return NOUN
    if before.endswith("-"):
        return REDUCED
    if not helped and hit.start - 1 in sums and _PARTICIPLE.search(words) and " " not in words and _AFTER_PARTICIPLE.match(bare, hit.end):  # fmt: skip
        return REDUCED
    if _DUE.match(words) and before.endswith(", "):
        return REDUCED
    if not helped and _PARTICIPLE.search(words) and _VERB_AFTER.match(bare, hit.end) and not _SUBJECT_BEFORE.search(before):  # fmt: skip
        return REDUCED
    if (
        not helped
        and _BEFORE_NOUN.search(before)
        and _PARTICIPLE.search(words)
        and re.match(r"\s[a-z█]", bare[hit.end : hit.end + 2])
    ):
        return REDUCED
    if not helped and _PARTICIPLE.search(words.split()[0]) and " " not in words and before.strip() and _AFTER_PARTICIPLE.match(bare, hit.end) and re.search(r"[a-z,)]\s$", before) and not _SUBJECT_BEFORE.search(before) and not _SHORT_NAME.search(before):  # fmt: skip
        return REDUCED
    return FACT


def _relative(before: str, helped: bool) -> bool:
    match = _WHICH.search(before)
    return match is not None and _SAYS_THAT.search(before[: match.start()]) is None


_WHICH: Final = re.compile(r"\b(?:that|which|who|whom|where)\s(?:[\w█'’&.()-]+\s){0,4}$")
_SAYS_THAT: Final = Caseless(
    r"\b(?:sa(?:id|ys|y)|t(?:old|ells)(?: █| reporters| \w+)?|announc\w+|add(?:ed|s)|not(?:ed|es)|confirm\w*|report(?:ed|s)|agreed?|stat(?:ed|es)|hop(?:ed?|es)|expect\w*|believ\w+|mean[st]?|show(?:ed|s)|den(?:y|ied|ies)|welcom\w+|stress\w+|inform\w*|means|decid\w+|pledg\w+|promis\w+|wrote|insist\w+|warn\w+|emphasi\w+|recall\w+|reaffirm\w+|█ ?on \w+day|█)\s?(?:only |also |merely |simply |again )?$",
)


def governing(clause: Clause, bare: str) -> Happened | None:
    """What an English clause says happened."""
    events = clause.events
    sums = frozenset(one.end for one in clause.amounts)
    forms = [form(bare, hit, clause.start, sums) for hit in events]
    at = _of_item(clause, bare, events, forms)
    if at is None:
        at = _main(clause, bare, events, forms)
    chosen, how = events[at], forms[at]
    name = chosen.name
    following = events[at + 1 :]
    refused = denied(clause, chosen, bare)
    told = next((number for number in range(at + 1, len(events)) if _tells_of(clause, bare, chosen, events[number], forms[number])), None)  # fmt: skip
    earlier = next((pair for pair in zip(events, forms, strict=True) if pair[1] in {RELATIVE, REDUCED} and pair[0].name in _ACTS), None)  # fmt: skip
    if (
        refused
        and name in {"sign", "order", "draw", "finish", "plan", "pledge", "approve", "present"}
        and earlier is not None
    ):
        chosen, how, refused = *earlier, denied(clause, earlier[0], bare)
        name = chosen.name
    elif earlier is not None and _rather_told(clause, name, how, chosen, earlier[0]):
        chosen, how = earlier
        name, refused = chosen.name, denied(clause, earlier[0], bare)
    elif name == "pledge" and told is not None:
        chosen, how = events[told], forms[told]
        name, refused = chosen.name, denied(clause, chosen, bare)
        following = events[told + 1 :]
    elif following and forms[at + 1] in {INFINITIVE} and following[0].start - chosen.end < 70 and not any(chosen.end <= one.start < following[0].start for one in clause.amounts):  # fmt: skip
        name = CHAIN.get((name, following[0].name), name)
        if name != chosen.name and name == following[0].name:
            chosen = following[0]
    elif name == "plan" and how != NOUN:
        name, chosen = _planned(bare, clause, chosen, list(zip(following, forms[at + 1 :], strict=True)))
    elif name == "plan" and how == NOUN:
        later = next((pair for pair in zip(following, forms[at + 1 :], strict=True) if pair[1] == FACT and pair[0].name in _TALKS_END), None)  # fmt: skip
        if later is not None:
            chosen, how, name = later[0], FACT, later[0].name
            refused = denied(clause, chosen, bare)
    if (
        how == NOUN
        and name in {"sign", "force", "finish", "draw"}
        and _SOON.search(bare[max(clause.start, chosen.start - 30) : chosen.start])
    ):
        return Happened("plan", "proposed", chosen.start, chosen.end, refused, True)
    if name == "work" and _TALKS_GO.search(bare[clause.start : chosen.start]):
        return Happened("plan", STAGE["plan"], chosen.start, chosen.end, refused)
    if name in {"build", "finish", "give", "draw"} and _BEING.search(
        bare[max(clause.start, chosen.start - 14) : chosen.start]
    ):
        return Happened("work", STAGE["work"], chosen.start, chosen.end, refused)
    if (
        name == "pledge"
        and _WILL_PHRASE.match(bare[chosen.start : chosen.end])
        and _IF.search(bare[clause.start : clause.end])
    ):
        return Happened("plan", STAGE["plan"], chosen.start, chosen.end, refused, True)
    went_on = _went_on(bare, clause, chosen, name, events, forms) if how == FACT and not refused else None
    if went_on is not None:
        return Happened(
            went_on.name,
            STAGE[went_on.name],
            went_on.start,
            went_on.end,
            denied(clause, went_on, bare),
            verb=(chosen.start, chosen.end),
        )
    paper = (
        _under_a_paper(clause, bare, chosen)
        if name in {"pledge", "present"} or (name in {"give", "build", "finish", "buy"} and how == FUTURE)
        else None
    )
    if paper is not None and not refused:
        return Happened(
            "sign", STAGE["sign"], paper.start, paper.end, denied(clause, paper, bare), verb=(chosen.start, chosen.end)
        )
    if name in {"finish", "build"} and how not in {FUTURE, MODAL, INFINITIVE} and _in_part(clause, bare, chosen):
        return Happened("work", STAGE["work"], chosen.start, chosen.end, refused, aside=how in {REDUCED, RELATIVE})
    if how == FUTURE and name == "sign" and _STANDS.match(bare[chosen.start : chosen.end]):
        return Happened("pledge", "announced", chosen.start, chosen.end, refused, True)
    if how in {FUTURE, MODAL, INFINITIVE} and name in {"sign", "order", "force", "finish", "work", "buy"}:
        return Happened("pledge" if name in {"buy"} else "plan", "announced" if name == "buy" else "proposed", chosen.start, chosen.end, refused, True)  # fmt: skip
    if how in {FUTURE, MODAL, INFINITIVE} and name in {"give", "invest", "draw", "relieve", "build"}:
        return Happened("pledge", "announced", chosen.start, chosen.end, refused, True)
    if name in {"give", "present"} and how in {FACT, REDUCED} and any(one.name == "guarantee" for one in clause.papers) and not any(one.name == "loan" for one in clause.papers):  # fmt: skip
        return Happened("sign", STAGE["sign"], chosen.start, chosen.end, refused, aside=how == REDUCED)
    if name == "give" and how in {FACT, REDUCED, RELATIVE} and _OPENED.match(bare[chosen.start : chosen.end]) and _LINE.search(bare, chosen.end, clause.end) and not _PAID_OUT.search(bare):  # fmt: skip
        return Happened("sign", STAGE["sign"], chosen.start, chosen.end, refused, aside=how != FACT)
    goods = name == "give" and how in {FACT, REDUCED} and not clause.amounts and _GOODS_GIVEN.match(bare[chosen.start : chosen.end]) and not any(one.name in _MONEY for one in clause.papers)  # fmt: skip
    return Happened(
        name, "delivered" if goods else STAGE[name], chosen.start, chosen.end, refused, aside=how in {REDUCED, RELATIVE}
    )


_OPENED: Final = Caseless(r"(?:granted|extended|provided|given|gave|opened|offered up)\b")
_LINE: Final = Caseless(
    r"\b(?:lines? of credit|credit lines?|LOCs?|(?:currency )?swaps?|(?:credit |loan |guarantee |lending |standby )?facilit(?:y|ies)|(?:insurance |credit |export )?cover|insurance|guarantees?)\b"
)
"""What is opened by a signature and drawn later: a credit line that was "extended" is signed, not paid."""
_PAID_OUT: Final = Caseless(r"\b(?:disburs|drawn|drew|paid|spent|used)\w*\b")
_GOODS_GIVEN: Final = Caseless(r"(?:gave|given|donated|supplied|sent|dispatched|presented|gifted)\b")
_MONEY: Final = frozenset(
    {"loan", "guarantee", "fund", "equity", "agreement", "mou", "letter", "framework", "contract"}
)


_UNDER: Final = Caseless(
    r"\b(?:under|by|according to|as part of|through|thanks to|on the strength of|to|of|in line with)\s(?:(?:an?|the|its|their|this|that|two|both)\s)?(?:[\w█-]+\s){0,4}?(?:agreements?|contracts?|memorand\w+|MoUs?|treat(?:y|ies)|pacts?|accords?|deals?|protocols?|conventions?|arrangements?|letters? of intent|articles|settlement|loans?|credits?|declaration|plan)\s"
    r"(?:(?P<dated>(?:of|dated|from|on|in)\s(?:█|(?:19|20)\d\d\b))|(?:[\w█'’()-]+\s){0,8}?(?P<verb>signed|concluded|initialled|inked|sealed|made|entered into|reached|exchanged)\b)"
)
_PART: Final = Caseless(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|some|part|a third|two thirds|a quarter) of (?:the |its |their |these )?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|planned|ordered|promised)\b|\b(?:so far|to date|and counting)\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))(?: and (?:second|third|fourth|fifth|sixth|seventh|eighth))? of (?:the |its |an order for |a total of )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several)\b|\b(?:second|third|fourth|another|one more|a further|the next) (?:\d+ |two |three |four |five |six )?(?:batch|stretch|cargo|units?|boats?|trains?|ships?|vessels?|shipments?|consignments?|lot|aircraft|jets?|tonnes|instalment)\b|\bfirst (?:\d+ |two |three |four |five |few )?(?:kilomet\w+|km|batch|stretch|cargo|units?|boats?|trains?|ships?|shipments?|consignments?|carriages|aircraft|jets?|vehicles|houses|wells|tonnes)\b|\bsome (?:delivered|done|finished)\b|\bpart(?:ly|ially)\b"
)
_SHARE_DONE: Final = Caseless(r"(?:%|per ?cent|percent|half|quarter|third|nearly|almost)\s(?:already |now |been )?$")
_ALL: Final = Caseless(r"\b(?:all|last|final|entire|whole|fully|in full|total)\b")


def _under_a_paper(clause: Clause, bare: str, chosen: Hit) -> Hit | None:
    """The signature of the paper under which something is promised or will be done: "will buy … under a contract signed"."""
    for match in _UNDER.finditer(bare, clause.start, clause.end):
        if match["dated"] or not _FUTURE_SIGNING.search(
            bare[max(clause.start, match.start("verb") - 24) : match.start("verb")]
        ):
            kind = "dated" if match["dated"] else "verb"
            if match.start(kind) != chosen.start:
                return Hit("sign", match.start(kind), match.end(kind))
    return None


_AFTER: Final[dict[str, frozenset[str]]] = {
    "pledge": frozenset({"sign", "draw", "give", "finish", "stall", "cancel", "refuse"}),
    "approve": frozenset({"sign", "draw", "give", "finish", "stall", "cancel", "refuse"}),
    "sign": frozenset({"draw", "finish", "work", "stall", "cancel"}),
    "order": frozenset({"finish", "work", "stall", "cancel"}),
    "give": frozenset({"finish", "stall", "cancel"}),
}
"""What may have become of something later in the same clause: "was announced in June and paid by September"."""
_AND_THEN: Final = Caseless(
    r"(?:,|;|\band|\bthen|\bbut)(?:,? [\w█ ]{0,34},)?\s(?:(?:has|have|had|was|were|is|are|since|then|now|later|already|finally|been|promptly|duly|never|not|yet)\s)*$"
)


def _went_on(bare: str, clause: Clause, chosen: Hit, name: str, events: list[Hit], forms: list[str]) -> Hit | None:
    """A later verb of the same subject that tells what became of the thing that the main verb tells of."""
    later = _AFTER.get(name)
    if later is None:
        return None
    for hit, how in reversed(list(zip(events, forms, strict=True))):
        if hit.start <= chosen.end:
            return None
        if hit.name in later and how in {FACT, REDUCED, NOUN} and _AND_THEN.search(bare[chosen.end : hit.start]):
            return hit
    return None


_TALKS_GO: Final = Caseless(
    r"\b(?:talks|negotiations?|discussions?|consultations?|stud(?:y|ies)|preparations?|planning|bidding|tender)\b(?![^,;]{0,60}\b(?:that|which|after|ended|since)\b)(?:\s[\w█'“”\x22-]+){0,11}\s(?:\w+\s)?$"
)
_WILL_PHRASE: Final = Caseless(r"will|would|(?:is|are|was|were) to\b")
_IF: Final = Caseless(r"\b(?:if|provided that|on condition that|unless|should)\b")
_BEING: Final = Caseless(r"\bbeing\s(?:\w+ly\s)?$")
_FUTURE_SIGNING: Final = Caseless(r"\b(?:to be|will be|not|never|yet|would be|could be|be)\s(?:\w+\s)?$")


def _in_part(clause: Clause, bare: str, hit: Hit) -> bool:
    """Whether only a part of the works or goods was finished: "61 of 84 houses", "the first cargo", "43% built"."""
    if _SHARE_DONE.search(bare[max(clause.start, hit.start - 24) : hit.start]):
        return True
    words = bare[clause.start : clause.end]
    return _PART.search(words) is not None and _ALL.search(words) is None


_NO_ITEM: Final = Caseless(
    r"\b(?:is|are|was|were|has|have|had|be|will|would|may|might|can|could|should|said|says|who|which|that|he|she|it|they|we)\b"
)
_APART: Final = re.compile(r"(?:[,;:(–—/]|\s-)\s?(?:[a-z]+ly\s|since\s|all\s|half\s|█+\s)?$")
_ORDER: Final[dict[str, int]] = {
    "pledge": 1, "approve": 1, "sign": 2, "order": 2, "force": 3, "work": 4, "give": 5, "draw": 5, "finish": 6, "stall": 7, "refuse": 8, "cancel": 8,
}  # fmt: skip


def _of_item(clause: Clause, bare: str, events: list[Hit], forms: list[str]) -> int | None:
    """The latest of the stages that an item of a list tells in participles: "signed May 2019, drawn USD 4 m"."""
    if len(events) < 2 or _NO_ITEM.search(bare):
        return None
    told = [
        number
        for number, (hit, how) in enumerate(zip(events, forms, strict=True))
        if hit.name in _ORDER and how in {FACT, REDUCED} and _APART.search(bare[max(0, hit.start - 40) : hit.start])
    ]
    if len(told) < 2:
        return None
    return max(told, key=lambda number: (_ORDER[events[number].name], number))


def _main(clause: Clause, bare: str, events: list[Hit], forms: list[str]) -> int:
    """The place of the clause's main event."""
    finite = [number for number, how in enumerate(forms) if how in {FACT, FUTURE, MODAL}]
    if not finite:
        reduced = [number for number, how in enumerate(forms) if how == REDUCED]
        if reduced and NOUN in forms[: reduced[-1]]:
            return reduced[-1]
        return min(range(len(forms)), key=lambda number: (_RANK[forms[number]], number))
    best = finite[0]
    first = events[best]
    lead = bare[max(clause.start, first.start - 40) : first.start]
    if first.name == "plan" and len(finite) > 1 and _AROUND.search(lead):
        return finite[1]
    return best


_RANK: Final = {NOUN: 0, INFINITIVE: 1, REDUCED: 2, RELATIVE: 3}
_AROUND: Final = Caseless(r"\b(?:after|following|during|amid|before|despite|in)\s(?:[\w█-]+\s){0,3}$")


def _rather_told(clause: Clause, name: str, how: str, chosen: Hit, earlier: Hit) -> bool:
    """Whether an act told aside is what a clause is about, rather than its plan, promise or verb of the present."""
    if name == "present":
        return earlier.name == "sign"
    planned = name == "plan" and how != NOUN
    promised = name == "pledge" and earlier.name == "sign" and earlier.start < chosen.start
    return (planned or promised) and _hangs_on_a_paper(clause, earlier)


def _hangs_on_a_paper(clause: Clause, hit: Hit) -> bool:
    """Whether a participle stands right after a paper or a sum: "a credit line of 1 billion, announced in May"."""
    nouns = [one.end for one in clause.papers if one.end <= hit.start] + [
        one.end for one in clause.amounts if one.end <= hit.start
    ]
    return bool(nouns) and hit.start - max(nouns) <= 24


def _tells_of(clause: Clause, bare: str, teller: Hit, hit: Hit, how: str) -> bool:
    """Whether a verb of telling tells of another event as having happened: "announced the signing of", "said it had bought"."""
    gap = bare[teller.end : hit.start]
    if hit.start - teller.end > 90 or hit.name in {"pledge", "plan"}:
        return False
    telling = _TELLS.match(bare[teller.start : teller.end]) is not None
    if how == NOUN and telling and hit.name in {"sign", "finish", "cancel", "stall", "work", "force"}:
        return re.search(r"^\s(?:the |a |an |its |their )?(?:\w+ )?$", gap) is not None
    return telling and how == FACT and _THAT.match(gap) is not None


_WOULD_GIVE: Final = Caseless(r"\s(?:also |then |each |jointly |be )*(?:provide[d]?|give|lend|extend|invest|finance|fund|supply|buy|purchase|build|sell|contribute|grant|donate|deliver|pay|paid|take|acquire|cover|guarantee|spend|put|go|receive|set up|send|raise|channel|allocate|bring|add)\b")  # fmt: skip
_SAID: Final = Caseless(
    r"\b(?:said|says|told|announced|according to|statement|under (?:the|an?|which)|pledged|promised)\b"
)


def _planned(bare: str, clause: Clause, chosen: Hit, following: list[tuple[Hit, str]]) -> tuple[str, Hit]:
    """A plan told with what became of it: "talks … stalled", "would leave", "a loan, of which … were drawn"."""
    words = bare[chosen.start : chosen.end].lower()
    giving = _WOULD_GIVE.match(bare, chosen.end) if words == "would" else None
    if giving is not None and _SAID.search(bare):
        return "pledge", Hit("pledge", chosen.start, giving.end())
    for hit, how in following:
        near = hit.start - chosen.end
        if words in {"would", "could", "may", "might", "should"} and near <= 22:
            if hit.name in {"cancel", "stall", "refuse"} and words == "would":
                return hit.name, hit
            if hit.name in {"give", "invest", "pledge", "draw", "build", "relieve"} and words == "would":
                return "pledge", hit
        if how == FACT and hit.name in _TALKS_END and "," not in bare[chosen.end : hit.start]:
            return hit.name, hit
        if how == FACT and hit.name == "draw" and re.search(r"\bof which\b", bare[chosen.end : hit.start]):
            return "draw", hit
    return "plan", chosen
