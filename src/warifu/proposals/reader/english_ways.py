"""Which way value moves in an English clause: towards its subject or away from it.

The ways are the rows of `links.ROLES`.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

from typing import Final

from warifu.documents.caseless import Caseless

_TAKES: Final = Caseless(
    r"\b(?:dr(?:ew|awn|aws|awing)|tapp?(?:ed|s|ing)|used|borrow(?:s|ed|ing)?|receiv(?:e[sd]?|ing)|obtain(?:s|ed)?|collect(?:ed|s)?|pocket(?:ed|s)?|cash(?:ed|es)|got|gets?|getting|took|taken|raised|won|secured|cheques?|reached|coffers|treasury|accounts?|roll(?:ed|s) over|sought|seek\w*|ask(?:s|ed|ing)?|request\w*|wish\w*|want\w*|need\w*|appeal\w*|hop(?:es|ed|ing)|begg\w+|appl\w+|attract(?:s|ed)|landed|came in|come in)\b"
)
"""What one who gets money does."""
_GETS: Final = Caseless(
    r"\b(?:will|would|to|could|should|may|can|has|have|had|also|then|and|who|which|that)\s(?:also\s|then\s|now\s|each\s)?(?:get|gets|got|receive[sd]?|obtain(?:ed|s)?|borrow(?:ed|s)?)\b|█(?:\s?\([^)]{1,30}\)|\))?\s(?:gets?|got|receive[sd]?|obtain(?:ed|s)?|borrow(?:ed|s)?)\b"
    r"|█+(?:,? [\w ,]{0,40})?\s(?:is|are|was|were|has been|have been|had been|will be|would be|being)\s(?:also\s|now\s|then\s)?(?:lent|granted|given|offered|promised|awarded|paid|pledged|allotted|provided with|supplied with|presented with|handed)\s(?:a|an|the|its|two|three|another|up|some|about|more|█|\d)"
)
"""A subject that gets: "will receive", "was lent a"."""
_BUYS: Final = Caseless(
    r"\b(?:buy|buys|buying|buyers?|bought|purchas(?:e|es|ed|ing)(?! (?:agreements?|contracts?|deals?))|order(?:s|ed|ing)?|import(?:s|ed|ing)?|acquir\w+|procur\w+|took delivery|taken delivery|takes? delivery|tak(?:es?|ing) the (?:power|gas|electricity)|received|chosen?|chose|picked|selected|hired|took over|rent(?:s|ed)|leased from)\b"
)
_SELLS: Final = Caseless(
    r"\b(?:sell|sells|sold|selling|suppl(?:y|ies|ied|ying)|export(?:s|ed|ing)?|deliver(?:s|ed|ing)?|ship(?:s|ped|ping)|handed over|hands over|pump(?:s|ed|ing)?|hand over)\b"
)
_WINS_ORDERS: Final = Caseless(
    r"\b(?:book(?:s|ed|ing)|w[io]ns?|secur(?:es|ed)|land(?:s|ed)|bag(?:s|ged)|receiv(?:es|ed)|clinch(?:es|ed)|got|gets|awarded)\s(?:[\w█.-]+\s){0,4}?(?:orders?|contracts?|deals?|call-offs?)\b"
)
_PARTS: Final = Caseless(
    r"\b(?:sell|sells|sold|selling|sale of|divest\w*|offload\w*|dispos(?:e|es|ed|al)|transfer(?:s|red)?|shed|sheds|parted with|cede[sd]?|hand(?:s|ed)? over)\b"
)
_BUYS_SHARES: Final = Caseless(
    r"\b(?:buy|buys|bought|buying|acquir\w+|purchas(?:e|es|ed|ing)|take|took|takes|taking)\b"
)


_HANDS: Final = Caseless(
    r"\b(?:give[sn]?|giving|gave|sen[dt]s?|sending|len[dt]s?|lending|offer(?:s|ed|ing)?|promis(?:e[sd]?|ing)|provid(?:e[sd]?|ing)|suppl(?:y|ies|ied|ying)|donat(?:e[sd]?|ing)|hand(?:s|ed|ing)? (?:over|in|back)|handed|deliver(?:s|ed|ing)?|present(?:s|ed)|train(?:s|ed|ing)?|teach(?:es|ing)?|taught|help(?:s|ed|ing)?|host(?:s|ed|ing)?|dispatch(?:es|ed)|flew|flown|ship(?:s|ped)|gifts?|pay(?:s|ing)?|paid|financ(?:es|ed|ing)|fund(?:s|ed|ing)|pledg\w+|render\w*|grant(?:s|ed)?|assist\w*|equip\w*|receiv(?:e[sd]?|ing)|instructors?|doctors|medics|trainers|advisers|experts|courses?|request(?:s|ed)?|asked|wish(?:es|ed)?)\b"
)


_DRAWN: Final = Caseless(r"\b(?:un)?drawn\b|\btook delivery\b|\btak(?:en|es) delivery\b")
_SEEKS: Final = Caseless(
    r"\s*(?:sound(?:s|ed|ing) out|ask|court|woo|approach|turn(?:s|ed|ing) to|appl(?:y|ied|ies)|request|knock|wants?|seek|sought|lobb|begg|appeal|petition|is after|urg|call(?:s|ed|ing) on|in search of|on the look|shopping|angl)"
)
"""What one that would get does before it gets."""
_TURNS_DOWN: Final = Caseless(
    r"\b(?:refus|declin|reject|turn(?:ed|s)? down|spurn|pass(?:ed|es)? up|avail|waved away|rebuff|said no to|not accept|did not accept|accept)\w*\b[^.;]{0,40}\b(?:offers?|to take|gifts?)\b"
)


def money(told: str, words: str, invests: bool) -> str:
    """The way of money that was given, drawn or promised, from the governing verb and the words of its clause."""
    if _GETS.search(words) or (told and _TAKES.match(told.lstrip())):
        return "taking"
    return "investing" if invests else "lending"


def turns_down(told: str, words: str) -> bool:
    """Whether the subject is the one that was to get: it draws or does not draw, takes delivery, or declines what is offered."""
    return _DRAWN.search(told) is not None or _TURNS_DOWN.search(words) is not None or _SEEKS.match(told) is not None


def hands_over(words: str) -> bool:
    """Whether the clause tells of something given, sent, lent or taught by one side to another."""
    return _HANDS.search(words) is not None


def parts_with(words: str) -> bool:
    """Whether the subject of a clause about shares is the one that sells them."""
    return _PARTS.search(words) is not None and _BUYS_SHARES.search(words) is None


_HIRED: Final = Caseless(
    r"█+(?:,? [\w ,]{0,30})?\s(?:is|are|was|were|has been|have been|had been|will be)\s(?:\w+\s)?(?:hired|chosen|picked|selected|commissioned|appointed|engaged|awarded (?:a|an|the|its|█)|given (?:a|an|the)|handed (?:a|an|the)|granted (?:a|an|the))\b"
)
_HIRES: Final = Caseless(
    r"\b(?:award(?:s|ed|ing)?|let\b|lets\b|gave|given|gives?|hand(?:s|ed)?|grant(?:s|ed)?|hir(?:es?|ed|ing)|cho(?:se|sen|oses?|osing)|pick(?:s|ed)?|select(?:s|ed)?|commission(?:s|ed)?|appoint(?:s|ed)?|entrust(?:s|ed)?|ordered|pa(?:ys?|id)|cancel(?:s|led|ed)?|scrap(?:s|ped)?|terminat(?:es|ed)|rescind(?:s|ed)?|suspend(?:s|ed)?|annul(?:s|led)?|revok(?:es|ed)|stripp?(?:ed|s)|sack(?:s|ed)?|dismiss(?:es|ed)?|dropped|fir(?:es|ed))\b"
)


def works(words: str) -> str:
    """The way of a contract for works: whose subject wins it, gives it out, or carries it out."""
    if _WINS_ORDERS.search(words) or _HIRED.search(words):
        return "winning"
    return "hiring" if _HIRES.search(words) else "building"


def goods(told: str, words: str, event: str) -> str:
    """The way of goods: whose subject sells, buys, or wins an order."""
    if _WINS_ORDERS.search(words):
        return "winning"
    if event in {"order", "buy"} and not _SELLS.match(told.lstrip()):
        return "buying"
    buys, sells = _BUYS.search(words), _SELLS.search(words)
    if buys is None:
        return "selling"
    return "selling" if sells is not None and sells.start() < buys.start() else "buying"
