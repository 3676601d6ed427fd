"""What an English clause is about where its words for papers would mislead, or where it has none.

A debt that is treated is an agreement, not a loan; what vouches for a loan is a guarantee; a deal with a lender on a sum is
a loan; and who signs "for four aircraft" buys them.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

from typing import Final

from warifu.documents.caseless import Caseless
from warifu.proposals.reader.clauses import Clause, Happened, Hit
from warifu.proposals.reader.money import Amount

_TREATED: Final = Caseless(
    r"\b(?:restructur|reschedul|reprofil|re-?phas|renegotiat)\w*\b(?![^.;]{0,12}\bplan for the compan)|\b(?:treat(?:ing|ed|ment)?|stretch\w*|spread\w* out|rework\w*|defer(?:red|ring|ral)?|suspend\w*|settl(?:e|ed|ing|ement))\b[^.;]{0,60}\b(?:debts?|(?:re)?payments?|maturit\w+|arrears)\b|\bdebts?[- ](?:treatment|service suspension|moratorium|standstill|workout|swap|settlement|for[- ]\w+)\b|\bdebt\b[^.;]{0,30}\b(?:treated|settled|swapped|stretched)\b"
)
_DEBT: Final = Caseless(r"\b(?:debts?|owe[sd]?|arrears|creditors?|repayments?|bondholders?|maturit\w+|loans?|bonds?)\b")
_VOUCHES: Final = Caseless(
    r"\s(?:(?:up to|about|some|half|all|part|most|of|for|on|in favour of|the|a|an|its|to|half of|covering|backing|behind|[\d.,]+ ?(?:%|per ?cent)|█+)\s?){1,7}(?:[\w█'’%-]+\s){0,4}$"
)
_GOODS: Final = Caseless(
    r"\bfor\s(?:(?:up to|about|some|at least|over|nearly|around|an?|the|its|more|new|another|additional|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|sixteen|twenty|thirty|forty|fifty|dozens? of|million|billion)\s){1,4}(?:[\w█/-]+\s){0,4}?(?:fighters?|jets?|tanks?|howitzers?|missiles?|aircraft|planes?|airliners?|helicopters?|drones?|submarines?|frigates?|corvettes?|warships?|vessels?|boats?|ships?|ferr(?:y|ies)|tankers?|locomotives?|trains?|railcars?|carriages?|wagons?|coaches|buses|trams|trucks|tractors?|vehicles|rifles|ammunition|shells|radars?|vaccines?|doses|turbines?|satellites?|tonnes?|tons|barrels|cubic met(?:re|er)s|megawatts?|cargoes)\b"
)
_POT: Final = Caseless(r"\b(?:trust fund|fund|facility|pool|window|appeal)\b(?! (?:for|of) )")
_INTO: Final = Caseless(r"\b(?:to|into|towards|for|of|in)\s(?:the\s|its\s|a\s)?(?:new\s|joint\s|same\s)?$")
_LENT: Final = frozenset({"agreement", "papers", "other", "framework"})
_CLOSED: Final = frozenset({"sign", "force", "pledge", "approve"})


def turned(clause: Clause, told: Happened, papers: list[Hit], sums: list[tuple[Amount, bool]]) -> Hit | None:
    """The paper of a clause whose own words for papers mean something else together."""
    names = {one.name for one in papers}
    treated = _TREATED.search(clause.text)
    if treated is not None and names <= {"loan", "agreement", "papers", "other", "grant", "framework"} and told.event != "relieve" and _DEBT.search(clause.text):  # fmt: skip
        at = next((one for one in papers if one.name == "agreement"), None)
        return at or Hit("agreement", clause.start + treated.start(), clause.start + treated.end())
    frame = next((one for one in papers if one.name == "framework"), None)
    if frame is not None and told.event in {"sign", "force", "plan", "pledge"} and any(one.name == "loan" and 0 < one.start - frame.end < 30 for one in papers) and not any(one.name == "loan" and one.start < frame.start for one in papers):  # fmt: skip
        return frame
    vouched = next((one for one in papers if one.name == "guarantee"), None)
    lent = next((one for one in papers if one.name == "loan"), None)
    if sums and not names - {"papers", "project", "other"} and told.event in {"pledge", "draw", "give", "plan", "stall", "cancel", "present"}:  # fmt: skip
        pot = next((one for one in clause.mentions if _POT.search(one.text) and one.work != "lender" and not one.country), None)  # fmt: skip
        if pot is not None and (pot.start - clause.start < 8 or _INTO.search(clause.text[: pot.start - clause.start])):
            return Hit("fund", pot.start, pot.end)
    lender = next((one for one in clause.mentions if one.work == "lender"), None)
    if lender is not None and treated is None and told.event in _CLOSED and names and names <= _LENT and any(not cost for _, cost in sums):  # fmt: skip
        return Hit("loan", papers[0].start, papers[0].end)
    if vouched is not None and lent is not None and names <= {"guarantee", "loan", "agreement", "papers"}:
        gap = clause.text[vouched.end - clause.start : lent.start - clause.start]
        if 0 < len(gap) < 70 and _VOUCHES.match(gap):
            return vouched
    return None


_THINGS: Final = Caseless(
    r"\b(?:vehicles|equipment|ambulances?|trucks|buses|computers|machinery|tractors|rice|wheat|tents|blankets|medicines?|doses|vaccines|supplies|uniforms|generators?|transformers?|boats?|helicopters?|books|tonnes|instruments|ventilators|kits|masks|pumps|drones)\b"
)
_HANDED: Final = frozenset({"give", "finish", "present", "draw", "pledge", "plan", "cancel", "stall"})


def things(clause: Clause, told: Happened, papers: list[Hit], sums: list[tuple[Amount, bool]]) -> Hit | None:
    """Goods that one state gives another, with neither sum nor paper."""
    if sums or told.event not in _HANDED or not {one.name for one in papers} <= {"project", "papers"}:
        return None
    firms = any(one.sort == "body" and one.work not in {"ministry", "agency", "lender", "fund", "state"} for one in clause.mentions)  # fmt: skip
    given = None if firms else _THINGS.search(clause.text)
    if given is None or not any(one.party or one.sort == "capital" for one in clause.mentions):
        return None
    return Hit("other", clause.start + given.start(), clause.start + given.end())


def treats(words: str) -> bool:
    """Whether a clause tells of a debt that is treated."""
    return _TREATED.search(words) is not None and _DEBT.search(words) is not None


_WARES: Final = r"(?:gas|oil|crude|LNG|diesel|petrol|fuel|coal|power|electricity|megawatts|wheat|grain|maize|rice|flour|sugar|beef|meat|pork|poultry|fish|fertili[sz]ers?|potash|uranium|cement|steel|copper|cobalt|lithium|nickel|gold|ore|timber|vaccines?|doses|fighters?|jets?|tanks?|howitzers?|missiles?|rifles|guns|shells|ammunition|radars?|drones?|helicopters?|aircraft|planes?|airliners?|submarines?|frigates?|corvettes?|boats?|ships?|vessels?|ferr(?:y|ies)|tankers?|trains?|locomotives?|wagons?|carriages|coaches|buses|trams|trucks|lorr(?:y|ies)|tractors?|cars|turbines?|reactor fuel|satellites?|tonnes|barrels|cargo(?:es)?)"
_SOLD: Final = Caseless(
    rf"\b(?:sell|sells|sold|selling|sale of|export(?:s|ed|ing)?|buy|buys|bought|buying|purchas(?:e|es|ed|ing)|order(?:s|ed|ing)?|take|takes|took|ship(?:s|ped|ping)|suppl(?:y|ies|ied|ying)|import(?:s|ed|ing)?|deliver(?:s|ed|ing|y of|ies of)?|offer(?:s|ed)?|pump(?:s|ed|ing)?)\b[^.;]{{0,60}}\b{_WARES}\b|\b{_WARES}\b[^.;]{{0,40}}\b(?:sold|bought|supplied|exported|imported|ordered|shipped|on order)\b"
)
_WORKED: Final = Caseless(
    r"\b(?:(?:re)?build|builds|built|building|lays?|laid|laying|digs?|dug|digging|drill(?:s|ed|ing)?|dredg\w+|operat\w+|r[ua]ns?|running|manag(?:e|es|ed|ing|ement)|repair(?:s|ed|ing)?|overhaul\w*|maintain\w*|maintenance|leas(?:e|es|ed|ing)|rent(?:s|ed|ing)?|hir(?:e|es|ed|ing)|consult\w*|design(?:s|ed|ing)?|survey\w*|install\w*|moderni[sz]\w+|upgrad\w+|widen\w*|electrif\w+|explor(?:e|es|ed|ing|ation)|tariff|bidders?|offer for)\b"
)
_CITIZENS: Final = Caseless(
    r"\b(?:flights|landing rights|air link|routes?|visas?|border(?: crossing)?|customs|quotas?|fishing|overflight|water data|data|extradit\w+|double tax\w*|recogni[sz]\w+|base|bases|lease of the base|ceasefire|waters|boundary|consulates?|embass(?:y|ies))\b"
)


_FINANCED: Final = Caseless(
    r"\b(?:co-?)?financ(?:e|es|ed|ing)\b|\bfund(?:s|ed|ing)\b|\bto fund\b|\bborrow\w*|\blend\w*|\blent\b|\bmoney\b|\bsound(?:s|ed|ing) out\b|\bapproach(?:es|ed|ing)\b|\btreasury\b|\bboard\b|\boperations?\b|\bappraisal\b|\bapprais\w+|\btranches?\b|\binstalments?\b|\bpipeline of\b|\bcondition(?:s|al)?\b|\breview\b|\bprogramme\b|\bprogram\b|\bsupport\b|\bpackage\b"
)


def unnamed(clause: Clause, told: Happened) -> Hit | None:
    """The paper of a clause that has no word for one: who signed "for four aircraft" bought them, a firm that builds has a
    contract, states that spoke of flights or quotas an agreement."""
    if any(one.name not in {"project", "papers"} for one in clause.papers):
        return None
    lent = _FINANCED.search(clause.text)
    if lent is not None and told.event not in {"finish", "work", "build"} and any(one.work == "lender" for one in clause.mentions):  # fmt: skip
        return Hit("loan", clause.start + lent.start(), clause.start + lent.end())
    sold = _GOODS.search(clause.text) if told.event in {"sign", "force", "order"} else None
    firm = any(one.sort == "body" and one.work not in {"ministry", "agency", "lender", "fund", "state", "insurer"} and one.type != "state body" for one in clause.mentions)  # fmt: skip
    name = "purchase"
    if sold is None and firm:
        sold = _SOLD.search(clause.text)
        if sold is None:
            name, sold = "contract", _WORKED.search(clause.text)
    if sold is None and not clause.papers:
        name, sold = "agreement", _CITIZENS.search(clause.text)
    return Hit(name, clause.start + sold.start(), clause.start + sold.end()) if sold is not None else None
