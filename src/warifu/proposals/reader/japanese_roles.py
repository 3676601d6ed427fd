"""Who gives and who gets in a Japanese clause, told by what stands right after each name and by the verb it belongs to.

"Aの円借款", "Aが貸した", "Aからの" give; "Bに", "B向け", "Bの鉄道", "Bは…を受けた" get. In a sale or a contract for works the
seller and the builder give. What is not told here is left to the table of links.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from warifu.proposals.reader import links
from warifu.proposals.reader.mentions import Mention

PROVIDER, RECEIVER, SIGNATORY = "provider", "receiver", "signatory"

_BRACKETS: Final = r"(?:[」』)]|\([^)]{1,24}\))*(?:側|政府|など(?:\d+\S{0,2})?)?"
_GIFT_OF: Final = re.compile(
    _BRACKETS
    + r"の(?:[^、。はがをにへでと]{0,14})?(?:借款|融資|無償|援助|贈与|寄贈|寄付|資金|支援|拠出|助成|補助|基金|貸し?付け?|貸し出し|ローン|保証|保険|出資|投資|クレジット|申し出|公約|約束|ODA|予算|預金|見積|手で|手を|分の|払い込み|供与|提供|負担|政策金融|救済|スワップ)"
)
_PROMISED: Final = re.compile(
    _BRACKETS
    + r"[がの](?:[^、。はがを]{0,8})?(?:約束|確約|公約|約し|申し出|表明|供与|拠出|提供|用意|貸し|出し|出す|贈|支援|建て|建設|請け負|納め|造っ|直し|設け|積ん|預け|回す|送っ|手掛|手が|持ち掛|提案|推す)"
)
_MADE_IN: Final = re.compile(
    r"(?:製|産)(?:の)?|(?:の[^、。はがを]{0,16}?)?\d[\d,]*(?:機|隻|両|門|編成)|の[^、。はがを]{0,12}?(?:機|ミサイル|艦|車両|列車|戦車|砲|ヘリコプター|システム|原子炉|LNG|液化天然ガス|原油|天然ガス|石炭|小麦|ワクチン)(?=[A-Z0-9をの、])"
)
_WORKS_OF: Final = re.compile(_BRACKETS + r"の(?:[^、。はがを]{0,10})?(?:契約|受注|工事|請負|手[でに])")
_PARTS_WITH: Final = re.compile(r"売却|売り|売っ|手放|譲[りっる]|譲渡")
_OF_SHARES: Final = re.compile(_BRACKETS + r"(?:の)?(?:[^、。はがを]{0,8})?(?:株|持ち分|権益)")
_GIVES: Final = r"貸[しすさ]|供与|融資|提供|贈[っりるら]|拠出|支援|補助|助成|出[しす](?!来)|約束|確約|公約|約[しす]た|申し出|払[いっう]|送[っりるら]|振り込|入金|与え|寄[贈付]|保証|引き受け|付保|付[けす]|承認|負担|充て|投じ|用意|肩代わり|積[んみ]|届け|渡[しす]|預け|配[っり]|回す|差し伸べ|執行|実行|拠金"
_GETS: Final = r"受け(?!持)|借り|借入|調達|得(?=[るたて])|獲得|要請|求め|申請|申し込|頼[んみ]|辞退|返上|断[っりわ]|拒[んみま否]|却下|返済|返[しす]|償還|引き出|賄[いうっわ]|まかな|乗り換え|受領|使[っいう]|引き下げ|取り下げ|当て込|あきらめ|諦め|発行|見限|撤回を|負[っう]"
_BUYS: Final = r"買[いうっわ]|購入|輸入|調達|発注|注文|引き取|導入|受領|受け[入取]|求め|契約を打ち切|選[んびば定]|選定|任せ|委ね|依頼|指名|除外|支払[いっう]|払[いっう]|破棄|打ち切|解約|取りや?め|終了させ|終わらせ|乗り換え|付与|与え|託[しす]"
_NOT_A_NOUN: Final = r"(?![^、。]{0,3}(?:契約|工事|事業|計画|案))"
_SELLS: Final = rf"売[るりっら]|供給{_NOT_A_NOUN}|納[めむ入品]|輸出|受注|引き渡|送[るりっ]|渡[しす]|届け|販売|建造|請け負|建設{_NOT_A_NOUN}|建て|施工|造[りるっら]|担[いうっ]|手掛|手が|落札|整備{_NOT_A_NOUN}|敷設{_NOT_A_NOUN}|据え|改修{_NOT_A_NOUN}"
_TWO_WAYS: Final[dict[str, re.Pattern[str]]] = {
    "money": re.compile(rf"(?P<gets>{_GETS})|(?P<gives>{_GIVES})"),
    "goods": re.compile(rf"(?P<gets>{_BUYS})|(?P<gives>{_SELLS})"),
}
_ASK: Final = r"発注|注文|委ね|任せ|依頼|求め|頼[んみ]|要請|選[んび定]|指名|申請|打診|断[っりわ]|借り"
_ASKED: Final = {"money": re.compile(_ASK), "goods": re.compile(_ASK + r"|支払|払[いっ]|付与|与え|託[しす]")}
_BUYING: Final = re.compile(r"[^、。]{0,24}(?:購入|買|発注|調達|導入|輸入)")
_BARE_AFTER: Final = re.compile(r"[\s|/｜:：]")
_AND: Final = re.compile(_BRACKETS + r"(?:と|、|・|や|及び|および)")
_FOR: Final = re.compile(_BRACKETS + r"の(?:ため|[^、。]{1,24}?(?:に|へ|向け|を|で|が|は))")
_MONEY_WAYS: Final = frozenset({"lending", "taking"})
_GOODS_WAYS: Final = frozenset({"buying", "selling", "building"})
_WEAK: Final = frozenset({"papers", "project", "other"})
_PUBLIC: Final = re.compile(
    r"国営|(?:省|庁|公社|政府|国鉄|軍|当局|公団|市|州|県|中央銀行|委員会|国防総省|公共事業|電力公社|水道公社)$"
)
_STATE_WORK: Final = frozenset({"ministry", "state"})


def told(
    found: Sequence[tuple[Mention, str]], way: str, paper: str, event: tuple[int, int], bare: str
) -> dict[int, str]:
    """The role of each name that the clause tells, by where the name begins; those that it does not tell are left out."""
    weak = paper in _WEAK and way == "signing"
    if (
        way in _MONEY_WAYS
        or (weak and not _mutual(found))
        or (paper == "letter" and any(_lends(one) for one, _ in found))
    ):
        kind = "money"
    elif way in _GOODS_WAYS:
        kind = "goods"
    elif weak:
        return _by_kind(found)
    elif paper == "equity" and _PARTS_WITH.search(bare, max(0, event[0] - 30), event[1] + 2):
        return _sold(found, bare)
    else:
        return _both(found, bare) if way == "signing" else {}
    verbs = _TWO_WAYS[kind]
    roles: dict[int, str] = {}
    open_: list[tuple[Mention, str]] = []
    for one, link in found:
        role = _of_one(one, link, kind, verbs, event, bare, paper == "purchase")
        if role:
            roles[one.start] = role
        else:
            open_.append((one, link))
    if kind == "goods" and not roles:
        roles = _by_kind(open_)
    if weak and not roles:
        roles = _by_kind(found) or {
            one.start: PROVIDER
            for one, link in found
            if link == links.SUBJECT and one.sort == "body" and not _PUBLIC.search(one.text)
        }
    for one, link in open_:
        if one.start in roles:
            continue
        role = _other_side(one, link, kind, roles, bare)
        if role:
            roles[one.start] = role
    return roles


def _mutual(found: Sequence[tuple[Mention, str]]) -> bool:
    return any(link in {links.WITH, links.BETWEEN} for _, link in found)


def _lends(one: Mention) -> bool:
    return one.work in {"lender", "insurer"}


def _sold(found: Sequence[tuple[Mention, str]], bare: str) -> dict[int, str]:
    """Of a sale of shares: who parts with them only signs, who gets them puts money in."""
    roles: dict[int, str] = {}
    for one, link in found:
        if link == links.OF and _OF_SHARES.match(bare, one.end):
            roles[one.start] = RECEIVER
        elif link in {links.SUBJECT, links.BY}:
            roles[one.start] = SIGNATORY
        elif link == links.TO:
            roles[one.start] = PROVIDER
    return roles


def _both(found: Sequence[tuple[Mention, str]], bare: str) -> dict[int, str]:
    """Both of "AとBの協定" sign."""
    roles: dict[int, str] = {}
    for (one, _), (other, link) in pairwise(found):
        joined = _AND.fullmatch(bare, one.end, other.start)
        if joined is not None and link in {links.OF, links.BETWEEN} and one.party and other.party:
            roles |= {one.start: SIGNATORY, other.start: SIGNATORY}
    return roles


def _of_one(
    one: Mention, link: str, kind: str, verbs: re.Pattern[str], event: tuple[int, int], bare: str, buys: bool
) -> str:
    """What the words after one name tell of it by themselves."""
    if link in {links.BY, links.FROM}:
        return RECEIVER if kind == "goods" and link == links.BY and _BUYING.match(bare, one.end) else PROVIDER
    if kind == "money" and (_lends(one) or _GIFT_OF.match(bare, one.end)):
        return PROVIDER
    if kind == "goods" and (
        _MADE_IN.match(bare, one.end)
        if buys
        else link == links.OF and one.sort == "body" and not _PUBLIC.search(one.text) and _WORKS_OF.match(bare, one.end)
    ):
        return PROVIDER
    if _PROMISED.match(bare, one.end):
        return PROVIDER
    if link == links.TO:
        return PROVIDER if _ASKED[kind].search(bare, one.end, one.end + 40) else RECEIVER
    if link == links.OBJECT:
        return PROVIDER if _ASKED[kind].match(bare, one.end + 1) else ""
    if link != links.SUBJECT:
        return ""
    if (
        kind == "money"
        and one.sort in {"country", "government"}
        and _BARE_AFTER.match(bare, one.end)
        and not bare[: one.start].strip("・-–—*◆■▽○● ")
    ):
        return RECEIVER
    if bare.startswith("が", one.end) or re.match(_BRACKETS + "が", bare[one.end : one.end + 30]):
        verb = verbs.search(bare, one.end, one.end + 60)
    else:
        verb = verbs.search(bare, max(one.end, event[0] - 4), event[1] + 3) or _last(verbs, bare, one.end, event[0])
    if verb is None:
        return ""
    return RECEIVER if verb.lastgroup == "gets" else PROVIDER


def _by_kind(found: Sequence[tuple[Mention, str]]) -> dict[int, str]:
    """A state's body and a firm of another land in one contract: the firm gives."""
    named = [one for one, link in found if link in {links.SUBJECT, links.WITH, links.BETWEEN, links.OF, "and"}]
    states = [
        one
        for one in named
        if one.sort in {"country", "government"} or one.work in _STATE_WORK or _PUBLIC.search(one.text)
    ]
    firms = [one for one in named if one.sort == "body" and one not in states]
    if not states or not firms:
        return {}
    return {one.start: RECEIVER for one in states} | {one.start: PROVIDER for one in firms}


def _last(verbs: re.Pattern[str], bare: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(verbs.finditer(bare, start, max(start, end)))), None)


def _other_side(one: Mention, link: str, kind: str, roles: dict[int, str], bare: str) -> str:
    """The side that a name is left with once the others have theirs."""
    sides = set(roles.values())
    if link == links.OF:
        if kind == "money":
            return (
                RECEIVER
                if one.sort in {"country", "government", "body"} and PROVIDER in sides and _FOR.match(bare, one.end)
                else ""
            )
        return ""
    if link in {links.SUBJECT, links.WITH, links.BETWEEN}:
        if sides == {PROVIDER}:
            return RECEIVER
        if sides == {RECEIVER}:
            return PROVIDER
    return ""
