"""Is a text worth reading? A few cheap looks that pass over what cannot hold an undertaking between governments.

It errs towards reading: what it passes over has no word for a paper, a promise or money moved between sides, or speaks
of no two countries.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

from typing import Final

from warifu.documents.caseless import Caseless

_ACT: Final = Caseless(
    r"[$€£₽₩₹]|\b(?:MoU|MOU|memos?\b|gifts?\b|shipp|ships\b|pull|draft|cut off|chip|pour|plough|borrow|sever|revok|resum|ink(?:ed|s)\b|seal|handed|open|launch|extend|tranche|facilit|treaty|ratif|initial|USD|EUR|JPY|RUB|CNY|RMB|yuan|s[ae]l(?:e|l|ls|es)\b|sold|hold|halt|suspend|freez|froz|stall|withdr|exit|quit|joint|statement|visa|bid|guarant|order|acquir|bought|plan|talk|propos|seek|request|cooperat|gave|gives?|giving|given|provid|cancel|waiv|forg[ai]v|debt|wrote off|writ\w+ off|send|sent|build|built|construct|renovat|rehabilit|help|support|establish|award|train|"
    r"che(?:que|ck)\b|pa(?:y|id|ys)\b|relief|mission|scheme|complet|transfer|insur|rescu|swap|lapse|expire|drop(?:ped|s)|call(?:ed|s) off|scrap|shelv|aband|reject|refus|declin|underw|million|billion|sign|agree|memorand|loan|credit|grant|pledg|promis|invest|fund|treat[yi]|accord|pact|contract|deal|stake|donat|aid\b|assistance|lend|lent|borrow|financ|purchas|buy|suppl|deliver|project|package|venture|commit|offer)"
    r"|безвозмезд|отгруз|взнос|выплат|перевел|перевод|перечисл|введ[её]н|сдан|сдал|запущ|запуст|заверш|достро|вооруж|партнерств|отмен|отказ|разорв|сорва|тендер|подряд|страхов|млн|млрд|рубл|средств|переда[лн]|строит|строя|заказ|постав|зерн|инвестир|выбра|дорожн|приобр|продал|продаж|останов|приостанов|замороз|визов|заявлен|декларац|вышла|выход|расторг|обсужд|перегов|дол[яюи]\b|акци|займ|заем|транш|построен|постро|откры|помощ|доллар|евро|иен|юан|закуп|купи|намерен|план|подпис|соглашен|меморанд|кредит|инвест|фонд|договор|контракт|гарант|поставк|выдел|предостав|грант|сотруднич|обещ|проект"
    r"|無償|贈|棚上げ|資金|確約|約束|株式|株の|受注|発注|完成|送った|提携|合弁|引き渡|着工|起工|見送|白紙|打ち切|破棄|解消|撤回|延期|出し渋|拠金|分担|返済|債務|スワップ|億|万円|納入|完了|始ま|供給|融通|育成|創設|獲得|協議|輸入|保険|ビザ|取得|購入|売却|撤退|中断|凍結|停止|開通|完成|要請|検討|表明|保証|億円|億ドル|万ドル|兆円|開始|建設|輸出|計画|交渉|署名|調印|覚書|協定|契約|融資|出資|借款|投資|支援|合意|供与|拠出|基金|購入|条約|事業|協力"
    r"|签署|协议|贷款|投资|备忘录|援助|合同|项目|협정|계약|양해각서|차관|투자|지원|합의|서명"
    r"|[Vv]ertrag|[Aa]bkommen|[Kk]redit|zugesagt|sagt|unterzeich|[Ff]onds|accord|prêt|crédit|sign[ée]|don\b|dons\b|vers[ée]|acuerdo|préstamo|donaci|firm[óa]|دفع|قرض|اتفاق|وقع|منح|استثمار|توقيع",
)
_SPORT: Final = Caseless(
    r"\b(?:striker|midfielder|goalkeeper|league|coach|playoff|season|transfer fee|quarterback|homer|innings|tournament)\b|移籍|リーグ|選手|得点|監督|先発|футбол|матч|тренер|нападающ",
)
LOOK: Final = 6000
"""Characters of a text that triage looks at."""


def relevant(body: str, title: str = "") -> bool:
    """Whether a text may hold a deal, so that it is worth the full reading."""
    text = body[:LOOK]
    act = _ACT.search(text) or _ACT.search(title)
    if act is None:
        return False
    return sum(1 for _ in _SPORT.finditer(text)) < 4
