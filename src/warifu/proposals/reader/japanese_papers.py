"""What the other words of a Japanese clause make of its paper.

"契約" is a sale where goods stand before it and works where building does; money that goes into a fund is the fund's; what
is built with a state's money is its grant; a firm that is chosen gets a contract.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.reader.clauses import Clause, Happened, Hit
from warifu.proposals.reader.money import Amount
from warifu.proposals.reader.words import WEAK

_WORKS: Final = r"設計・調達|調達・建設|建設|工事|施工|請負|請け負|敷設|改修|整備|設計|EPC|運営|保守|建て(?!造)|掘削|浚渫|増設|委託|修復|改良|近代化|開発|運転|埋め立て|拡張|据え付け|サービス|打ち上げ|解体|調査|コンサル"
_SALES: Final = r"売買|売[るりっ]|買[いうっ]|供給|納め|納入|納品|調達|引き渡|購入|輸入|輸出|導入|引き取|建造|発注|販売|出荷|取引|オプション|(?:戦闘|旅客|輸送|給油|哨戒|飛行)機|ミサイル|自走砲|戦車|艦|潜水艦|車両(?!基地)|列車|機関車|客車|弾|ロケット砲|レーダー|ヘリ|液化天然ガス|LNG|原油|石油製品|天然ガス|石炭|小麦|大豆|ウラン|肥料|アンモニア|タービン|変圧器|ワクチン|\d(?:機|隻|両|門|編成|台|発|丁|トン|立方メートル|バレル)"
_TURNS: Final = re.compile(rf"(?P<works>{_WORKS})|(?P<sales>{_SALES})")
_INTO_FUND: Final = re.compile(r"(?:基金|ファンド)$")
_TO: Final = re.compile(r"(?:[」』)]|\([^)]{1,20}\))*(?:へ|に|への|を(?:設|創|組|立)|の(?:設|増資|資金))")
_CHOSEN: Final = re.compile(r"選定|選[んびばぶ]|選出|落札|競り落|指名|採用|制した|勝ち取")
_AGREED: Final = re.compile(r"合意|一致|折り合|まとま|決着|歩み寄|取り決め")
_BUILT_WITH: Final = re.compile(
    r"(?:資金(?:協力|援助)?|援助|支援|寄付)(?:で|によ[りる]|により)[^、。]{0,24}?(?:建|造|つく|作ら|敷|整備|改修|修復|完成|新設|直)"
)
_SHARES: Final = re.compile(r"株式?(?!会社|主|価|市場)|権益|持ち分|持分")
_BOUGHT: Final = re.compile(r"株|権益|買収|買い|取得|持ち分|持分|譲")
_INSURES: Final = re.compile(r"保証|保険|付保")
_COUNTED: Final = re.compile(r"\d(?:機|隻|両|門|編成|台|発|丁|トン)|戦闘機|旅客機|艦|ミサイル")
_ORDERED: Final = re.compile(r"発注|受注|請け負|落札|調達")
_BUILDS: Final = re.compile(
    r"(?:[」』)]|\([^)]{1,20}\))*(?:が|の手で|により|による)[^、。は]{0,10}?(?:建て|造|施工|手掛|手が|請け負|据え|敷設|建設|掘|改修|増設|工事)"
)
_VALUE: Final = frozenset({"loan", "grant", "guarantee", "equity", "venture", "fund"})
_FRAMES: Final = frozenset({"notes", "agreement", "contract", "framework"})


def turned(
    clause: Clause, told: Happened, papers: list[Hit], sums: list[tuple[Amount, bool]], found: Hit | None
) -> Hit | None:
    """The paper found for a clause as its other words turn it."""
    text = clause.text
    name = found.name if found is not None else ""
    if found is not None and name in _FRAMES and told.event in {"sign", "force"}:
        told_before = [one for one in papers if one.name in _VALUE and 0 <= found.start - one.end < 60]
        if told_before:
            return told_before[-1]
    named = {one.name: one for one in papers}
    if name in {"", "equity", "pledge", "grant"} or name in WEAK or (name == "purchase" and sums):
        fund = _fund(clause) or (named.get("fund") if name != "purchase" else None)
        if fund is not None:
            return fund
    if name == "equity" and "venture" in named and not _BOUGHT.search(text):
        return named["venture"]
    if (
        name == "loan"
        and "guarantee" in named
        and (
            _INSURES.search(text, told.start - clause.start, told.end - clause.start + 2)
            or any(one.work == "insurer" and one.start < told.start for one in clause.mentions)
        )
    ):
        return named["guarantee"]
    if name in {"contract", "purchase"} and found is not None:
        if name == "purchase" and _SHARES.search(text):
            return Hit("equity", found.start, found.end)
        if name == "purchase" and "contract" in named:
            found = named["contract"]
        return Hit(_sort(text, found, clause.start), found.start, found.end)
    if found is not None and name != "pledge" and name not in WEAK:
        return found
    if _CHOSEN.search(text, told.start - clause.start, told.end - clause.start + 2) and any(
        one.sort == "body" for one in clause.mentions
    ):
        hit = Hit("contract", told.start, told.end)
        return Hit(_sort(text, hit, clause.start), told.start, told.end)
    if name in {"", "project", "papers"} and not sums and _built_by_a_firm(clause):
        return Hit("contract", told.start, told.end)
    built = _BUILT_WITH.search(text)
    if built is not None and not any(one.work == "lender" for one in clause.mentions):
        return Hit("grant", clause.start + built.start(), clause.start + built.end())
    if (found is None or name in WEAK) and "pledge" in named:
        return named["pledge"]
    if (
        found is None
        and not sums
        and told.event == "pledge"
        and _AGREED.search(text, told.start - clause.start)
        and len({one.country for one in clause.mentions if one.country}) > 1
    ):
        return Hit("agreement", told.start, told.end)
    return found


def _built_by_a_firm(clause: Clause) -> bool:
    """Whether a firm is told as the builder of what another country's side owns."""
    countries = {one.country for one in clause.mentions if one.country}
    return len(countries) > 1 and any(
        one.sort == "body"
        and one.work not in {"lender", "insurer", "ministry"}
        and _BUILDS.match(clause.text, one.end - clause.start)
        for one in clause.mentions
    )


def _fund(clause: Clause) -> Hit | None:
    """A fund that no table knows and that money goes into."""
    for one in clause.mentions:
        if not one.id and _INTO_FUND.search(one.text) and _TO.match(clause.text, one.end - clause.start):
            return Hit("fund", one.start, one.end)
    return None


def _sort(text: str, found: Hit, base: int) -> str:
    """Whether the goods or the works told last before the word make it a sale or a contract for works."""
    at = found.start - base
    told = list(_TURNS.finditer(text, max(0, at - 44), min(len(text), found.end - base + 1)))
    if _ORDERED.search(text, at, found.end - base):
        told = list(_TURNS.finditer(text))
        if any(one.lastgroup == "works" for one in told) and not _COUNTED.search(text):
            return "contract"
    if not told or (told[-1].start() >= at and len(told) == 1 and found.name == "contract"):
        told = list(_TURNS.finditer(text)) or told
    kind = told[-1].lastgroup if told else None
    return "contract" if kind == "works" else "purchase" if kind == "sales" else found.name
