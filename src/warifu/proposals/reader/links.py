"""How a name hangs in its clause (subject, "with", "to", "from" …), and the role that this gives it in a deal.

Links are read from the small words around the name, language by language; what a link means depends on how value
moves, which is the table `ROLES`.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from warifu.documents.caseless import Caseless
from warifu.proposals.reader import russian_links
from warifu.proposals.reader.mentions import Mention

SUBJECT, OBJECT, WITH, BY, FROM, TO, BETWEEN, IN, OF, SAID = "subject", "object", "with", "by", "from", "to", "between", "in", "of", "said"  # fmt: skip

_EN_PREP: Final = Caseless(
    r"\b(?P<prep>with|by|from|to|for|in|into|of|between|via|through|at|on|alongside|and|among|against|toward|towards|under|behind|than|like|including|about|as|visiting)\s+"
    r"(?:(?:the|a|an|its|his|her|their|both|either|other|another|rich|poor|state|state-owned|state-run|private|local|visiting|neighbouring|trading|drug|car|steel|oil|gas|power|energy|rice|giant|giants|major|lender|lenders|company|companies|firm|firms|maker|makers|producer|house|bank|banks|group|fund|utility|operator|developer|government|governments|republic|people|ministry|partners?|borrower|buyer|seller|borrowers|(?!which\b|such\b|each\b|much\b|than\b|can\b|began\b|ran\b|plan\b|loan\b|man\b)[A-Z][a-z]+(?:ese|ian|an|ish|ch))\s+){0,4}[\"“«(]?$",
)
_EN_SAID_AFTER: Final = Caseless(r"^(?:'s)?(?:,? [\w' -]{0,40})?\s(?:said|says|told|added|noted|stressed|explained|complained|warned|wrote|reported)\b")  # fmt: skip
_OFFICE_AFTER: Final = Caseless(r"^(?:'s)?\s(?:[a-z-]+\s){0,2}(?:chief|president|official|spokes\w+|minister|ministry|ambassador|head|boss|director|diplomat|delegation|envoy|negotiator|prime|premier|CEO|chairman)\b")  # fmt: skip
_SAYS_SOON: Final = Caseless(
    r"^[^.;]{0,90}?\b(?:said|says|told|added|noted|stressed|explained|complained|warned|wrote|reported|expressed|thanked|met|visited|hailed|praised|welcomed|attended|witnessed|called)\b",
)
_ITS_PAPER: Final = Caseless(
    r"^'s?\s+(?:[\w$€£.,-]+\s){0,5}?(?:contract|deal|agreement|order|bid|memorandum|accord|pact|treaty|protocol|concession|venture|partnership|purchase|acquisition|takeover|take-over|swap|lease|tender|letter of intent|stake|shareholding|holding|interest|share)\b(?:\s(?:with|to|for|on|of|in|over|from|by)\b|[,.;]|\s(?:was|is|has|had|were|are|will)\b)"
)
_FAVOUR: Final = Caseless(
    r"\b(?:in favou?r|at the disposal|for the benefit|on loan|to the account|to the accounts|in the hands) of\s(?:the\s|its\s)?$"
)
_ITS_MONEY: Final = Caseless(
    r"'s?\s(?:[\w-]+\s){0,2}?(?:\d|[$€£¥]|[A-Z]{2,3}\s?\d|money|funds|envelope|grants?|loans?|aid|help|support|credits?|budget|gifts?|backing|cash)"
)
_SAID_IT: Final = Caseless(
    r"(?:\s\([^)]{1,20}\))?\s(?:said|says|announced|announces|told [\w ]{1,20}|confirmed|added)\b(?:\s(?:also|on|today|yesterday|late|last|this|\w+day|week|in|a|the|statement|that)){0,6},?\s(?:it|they|its board|we)\s(?:has|have|had|will|would|is|was|are|were|signed|agreed|won|bought|sold|plans?|expects?)\b"
)
"""A body that tells what it has done itself."""
_SUBJECT_OF: Final = Caseless(
    r"(?:\b(?:that|which|whom|what|where|when|while|because|since|although|as)|;)\s(?:the\s|a\s|its\s)?$"
)
_VERB_NEXT: Final = re.compile(r"(?:\s\([^)]{1,30}\))?(?:,[^,.;]{2,60},)?\s(?:also |now |then |still |has |have |had |will |would |is |was |in \d{4} |last \w+ )*[a-z]{3,}(?:s|ed|d|ve|ld|nt|e|id|ade|ave|an)?\b")  # fmt: skip
"""A name that a relative or a subordinate clause begins with: "the loan that Japan signed"."""
_DEBT_OF: Final = re.compile(r"'s?\s(?:[\w$€£.,-]+\s){0,3}?debts?\b")
_PLACING: Final = frozenset({"for", "to", "towards", "toward", "into", "in"})
_NAMED_SOON: Final = re.compile(r"'s?\s(?:[a-z-]+\s){0,4}[A-ZÀ-ÞİŞ«“\"]")
"""A name that the possessive only places: "for Poland's PGE"."""
_PAPER_OF: Final = Caseless(
    r"\b(?:contract|deal|agreement|memorandum|accord|pact|treaty|protocol|venture|partnership|convention|fund|swap|company|undertaking|firm|plan|scheme|project|railway|signatures?|offer|money|promise|pledge|gift|donation|contribution|funds|presidents|ministers|governments|ministries)\s(?:\w+\s)?of\s(?:the\s)?$"
)
_POSSESSIVE: Final = re.compile(r"^'s?\s+(?P<next>[\w-]+)")
_OWN_ORGANS: Final = frozenset(["government", "board", "cabinet", "parliament", "ministry", "council", "authorities", "leadership", "administration", "senate", "legislature", "directors", "executive", "management", "shareholders", "governors", "treasury", "lawmakers"])  # fmt: skip

_JA_AFTER: Final = re.compile(
    r"^(?:[」』）)]|\([^)]{1,20}\)|（[^）]{1,20}）)*(?:など(?:\S{0,6}(?:行|社|者))?|側|政府|当局|両国|国内|傘下|の(?:(?:両|[3三]|各)?(?:首脳|企業体|企業連合|国際連合|連合|コンソーシアム|幹部|銀行団|議会|特使|高官|両社|[2-9]社)|\S{0,4}政権|政府|理事会|取締役会|経営陣|議会|国営\S{0,6}|[^のはがをにと、。]{1,12}(?:相|大臣|総裁|社長|会長|首相|大統領|外相|長官|知事|氏))(?:\([^)]*\))?)*(?P<particle>から|との間|の間(?=[にでの])|との|と|向け|宛て|へ|に対し|に対する|に(?!よる|よれ|よると)|は|が|の|を|で|も|や|・|、|による|によると)"
)
_ZH_BEFORE: Final = re.compile(r"(?P<prep>与|和|同|及|以及|、|向|为|对|给|从|由|在|据|被)(?:“|「)?$")
_KO_AFTER: Final = re.compile(r"^(?:\([^)]{1,20}\)|[」』'\"”])*(?:\s?(?:정부|측|당국))?(?P<particle>은|는|이|가|와|과|에게|에서|에|으로부터|로부터|의|을|를|하고|및|,)")  # fmt: skip

_EURO_PREP: Final = Caseless(
    r"\b(?P<prep>mit|von|vom|für|zwischen|an|in|nach|durch|bei|und|zu|zur|zum|avec|par|de|du|des|à|au|aux|pour|entre|en|dans|et|chez|con|por|para|al|a|y|desde|hacia|del|d'|l')\s*(?:(?:der|die|das|dem|den|le|la|les|el|los|las|l'|l’|un|une|una|ein\w*|das)\s*)?(?:[a-zà-ÿ]+\s){0,2}[«\"]?$",
)
_EURO: Final = {
    "mit": WITH, "avec": WITH, "con": WITH, "von": FROM, "vom": FROM, "durch": BY, "par": BY, "por": BY, "für": TO, "an": TO, "zu": TO, "zur": TO, "zum": TO, "nach": IN, "in": IN, "bei": IN,
    "pour": TO, "à": TO, "au": TO, "aux": TO, "para": TO, "a": TO, "al": TO, "hacia": TO, "en": IN, "dans": IN, "zwischen": BETWEEN, "entre": BETWEEN, "de": OF, "du": OF, "des": OF, "del": OF, "d'": OF,
    "und": "and", "et": "and", "y": "and", "l'": SUBJECT,
}  # fmt: skip
_ENGLISH: Final = {
    "with": WITH, "alongside": WITH, "by": BY, "via": BY, "through": BY, "from": FROM, "to": TO, "for": TO, "toward": TO, "towards": TO, "into": IN, "in": IN, "at": IN, "on": OF, "of": OF, "about": OF,
    "between": BETWEEN, "among": BETWEEN, "and": "and", "against": OF, "under": OF, "behind": OF, "than": OF, "like": OF, "as": OF, "including": "and", "visiting": OF,
}  # fmt: skip
_JAPANESE: Final = {"から": FROM, "との": WITH, "との間": WITH, "の間": BETWEEN, "と": WITH, "や": "and", "・": "and", "、": "and", "向け": TO, "宛て": TO, "へ": TO, "に": TO, "に対し": TO, "に対する": TO, "は": SUBJECT, "が": SUBJECT, "も": SUBJECT, "の": OF, "を": OBJECT, "で": IN, "による": BY, "によると": SAID}  # fmt: skip
_CHINESE: Final = {"与": WITH, "和": WITH, "同": WITH, "及": WITH, "以及": WITH, "、": "and", "向": TO, "为": TO, "对": TO, "给": TO, "从": FROM, "由": BY, "在": IN, "据": SAID, "被": BY}  # fmt: skip
_KOREAN: Final = {"은": SUBJECT, "는": SUBJECT, "이": SUBJECT, "가": SUBJECT, "와": WITH, "과": WITH, "하고": WITH, "및": "and", ",": "and", "에게": TO, "에": TO, "에서": IN, "으로부터": FROM, "로부터": FROM, "의": OF, "을": OBJECT, "를": OBJECT}  # fmt: skip


def link_of(line: str, one: Mention, event: tuple[int, int], language: str, start: int = 0) -> str:
    """How a mention hangs in the clause that begins at `start` and is governed by the event at `event`."""
    before, after = line[start : one.start], line[one.end :]
    match language:
        case "ja":
            found = _JA_AFTER.match(after)
            return _JAPANESE[found["particle"]] if found else SUBJECT if one.start < event[0] else OBJECT
        case "ko":
            found = _KO_AFTER.match(after)
            return _KOREAN[found["particle"]] if found else SUBJECT
        case "zh":
            found = _ZH_BEFORE.search(before)
            if found:
                return _CHINESE[found["prep"]]
            return OF if after.startswith("的") else SUBJECT if one.start < event[0] else OBJECT
        case "ru" | "uk" | "be" | "bg":
            return russian_links.link_of(before, after, one, event, line[event[0] : event[1]])
        case "de" | "fr" | "es" | "pt" | "it":
            found = _EURO_PREP.search(before)
            if found:
                return _EURO.get(found["prep"].lower(), OF)
            return SUBJECT if one.start < event[0] else OBJECT
        case _:
            return _english(before, after, one, event)


def _english(before: str, after: str, one: Mention, event: tuple[int, int]) -> str:
    if _SAID_IT.match(after[:120]):
        return SUBJECT
    own = _POSSESSIVE.match(after)
    if own is not None and not any(word.lower() in _OWN_ORGANS for word in after[2:40].split()[:3]):
        if _EN_SAID_AFTER.match(after[:60]):
            return SAID
        if _ITS_PAPER.match(after):
            return SUBJECT
        payer = _EN_PREP.search(before[-70:]) if _ITS_MONEY.match(after) else None
        if payer is not None and payer["prep"].lower() in {"with", "by", "from"}:
            return FROM
        if _DEBT_OF.match(after):
            return TO
        if not _OFFICE_AFTER.match(after[:40]) or _SAYS_SOON.search(after[:110]):
            place = _EN_PREP.search(before[-70:])
            if place is not None and place["prep"].lower() in _PLACING and not _NAMED_SOON.match(after):
                return _ENGLISH[place["prep"].lower()]
            return OF
    found = _EN_PREP.search(before[-70:])
    if found:
        if found["prep"].lower() == "for" and re.match(r"\sto\s[a-z]+", after):
            return SUBJECT
        link = TO if _FAVOUR.search(before[-40:]) else _ENGLISH.get(found["prep"].lower(), OF)
        if link == OF and re.search(
            r"\b(?:boards?|cabinet|parliament|council|directors|executive|government|governments|authorities|presidents?|(?:prime |foreign |finance |defen[cs]e |energy |trade )?ministers?|leaders?|heads? of (?:state|government)|ambassadors?|delegations?|officials|ministr(?:y|ies)|embassy|people)\s+of\s",
            before[-70:],
            re.I,
        ):
            return SUBJECT if one.start < event[0] else OBJECT
        if link == OF and _PAPER_OF.search(before[-90:]):
            return SUBJECT
        if link in {"and", IN} or one.start > event[0] or link != OF:
            return link
        return link
    if _SUBJECT_OF.search(before[-16:]) and _VERB_NEXT.match(after):
        return SUBJECT
    if _OFFICE_AFTER.match(after[:40]):
        return SAID if _SAYS_SOON.search(after[:110]) else SUBJECT if one.start < event[0] else OBJECT
    if re.match(r"\s(?:loan|credit|grant|funding|money|aid|financing|board|bank)\b", after):
        return FROM
    if re.search(r",\s*$", before[-3:]) and re.search(r"[A-Z█]\w*,\s*$", before):
        return "and"
    if (
        _EN_SAID_AFTER.match(after[:44])
        and one.end < event[0] + 60
        and re.match(r"^\s(?:said|says|told|added|noted)\b", after)
    ):
        return SAID
    return SUBJECT if one.start < event[0] else OBJECT


ROLES: Final[dict[str, dict[str, str]]] = {
    "lending": {SUBJECT: "provider", FROM: "provider", BY: "provider", TO: "receiver", IN: "receiver", OBJECT: "receiver", WITH: "counterpart", BETWEEN: "counterpart"},
    "taking": {SUBJECT: "receiver", FROM: "provider", BY: "provider", TO: "receiver", OBJECT: "provider", WITH: "provider", IN: "receiver", BETWEEN: "counterpart"},
    "buying": {SUBJECT: "receiver", FROM: "provider", BY: "receiver", OBJECT: "provider", WITH: "provider", TO: "receiver", BETWEEN: "counterpart"},
    "selling": {SUBJECT: "provider", TO: "receiver", BY: "provider", FROM: "provider", OBJECT: "receiver", WITH: "receiver", BETWEEN: "counterpart"},
    "investing": {SUBJECT: "provider", IN: "receiver", OF: "receiver", FROM: "signatory", OBJECT: "receiver", BY: "provider", WITH: "counterpart", TO: "receiver", BETWEEN: "counterpart"},
    "parting": {SUBJECT: "signatory", BY: "signatory", FROM: "signatory", TO: "provider", IN: "receiver", OF: "receiver", OBJECT: "receiver", WITH: "counterpart", BETWEEN: "counterpart"},
    "winning": {SUBJECT: "provider", FROM: "receiver", WITH: "receiver", BY: "receiver", TO: "receiver", OBJECT: "receiver", BETWEEN: "counterpart"},
    "hiring": {SUBJECT: "receiver", BY: "receiver", TO: "provider", OBJECT: "provider", WITH: "provider", FROM: "provider", BETWEEN: "counterpart", IN: "receiver"},
    "building": {SUBJECT: "provider", WITH: "counterpart", BY: "provider", TO: "receiver", FROM: "receiver", OBJECT: "counterpart", BETWEEN: "counterpart", IN: "receiver"},
    "signing": {SUBJECT: "signatory", WITH: "signatory", BY: "signatory", BETWEEN: "signatory", OBJECT: "signatory", TO: "signatory", FROM: "signatory", IN: "signatory"},
}  # fmt: skip
"""Role by way of value and link. A "counterpart" takes what is left: receiver beside a provider, provider beside a
receiver, else signatory."""


def settle(roles: Sequence[tuple[Mention, str]], signing: bool = False) -> list[tuple[Mention, str]]:
    """Give each counterpart its role: lenders provide, and the other side gets, above all where both only sign."""
    out: list[tuple[Mention, str]] = []
    lends = any(one.work in {"lender", "insurer"} and role in {"provider", "counterpart"} for one, role in roles)
    if signing and lends:
        roles = [
            (one, "receiver" if role == "provider" and one.work not in {"lender", "insurer"} else role)
            for one, role in roles
        ]
    named = {role for _, role in roles}
    for one, role in roles:
        if role == "counterpart":
            if "provider" in named and "receiver" not in named:
                role = "receiver"
            elif ("receiver" in named and "provider" not in named) or one.work in {"lender", "insurer"}:
                role = "provider"
            else:
                role = "receiver" if any(other.work in {"lender", "insurer"} for other, _ in roles) else "signatory"
        out.append((one, role))
    if not any(role == "provider" for _, role in out):
        out = [
            (one, "provider" if role == "receiver" and one.work in {"lender", "insurer"} else role) for one, role in out
        ]
    return out
