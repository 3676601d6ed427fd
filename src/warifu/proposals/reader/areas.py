"""The area of a deal: words for each, in every language; the area with most words near the deal wins."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

AREAS: Final[dict[str, str]] = {
    "energy": r"\b(?:energy|gas|LNG|oil|pipelines?|power (?:plant|station|grid)|electricity|coal|nuclear|reactors?|hydrogen|ammonia|solar|wind|hydro\w*|refiner\w+|petroleum|geotherm\w*|transmission line)\b|энерг\w+|газ\w{0,3}\b|газопровод\w*|нефт\w+|СПГ|АЭС|ГЭС|водород\w*|аммиак\w*|уголь\w*|エネルギー|天然ガス|LNG|石油|原油|油田|発電|電力|原発|原子力|原子炉|水素|パイプライン|石炭|能源|天然气|石油|电站|核电|에너지|가스|원전|발전|석유|\b(?:Energie|Erdgas|Strom|énergie|gaz|pétrol\w+|energía)\b|طاقة|غاز|نفط|كهرباء",
    "minerals": r"\b(?:min(?:e|es|ing|eral|erals)|rare earths?|lithium|nickel|copper|uranium|cobalt|bauxite|iron ore|gold|diamonds?|graphite|gallium)\b|полезн\w+ ископаем\w+|редкоземел\w+|лити[йя]\w*|медь|медн\w+|уран\w*|никел\w*|добыч\w+ (?:золота|урана|меди)|鉱山|鉱物|レアアース|リチウム|ニッケル|銅|ウラン|金属|矿|稀土|锂|광물|희토류|리튬|니켈",
    "industry": r"\b(?:factor(?:y|ies)|manufactur\w+|steel|chemical|methanol|fertili[sz]er|automotive|cars?|machinery|industrial park|cement|aluminium|shipyard|textile|assembly plant|petrochemical|plants? in)\b|завод\w*|промышлен\w+|автомобил\w+|металлург\w+|удобрени\w+|метанол\w*|химическ\w+|аммиак\w*|工場|製造|自動車|製鉄|化学|肥料|メタノール|産業|人工ダイヤ|工业园|工厂|制造|钢铁|汽车|공장|제조|자동차|철강",
    "technology": r"\b(?:technolog\w+|digital|AI|artificial intelligence|semiconductors?|chips?|cyber\w*|IT|innovation|quantum|software|start-?ups?|data cent(?:re|er)s?)\b|технолог\w+|цифров\w+|полупроводник\w*|инноваци\w+|кибер\w*|技術|デジタル|半導体|人工知能|AI|サイバー|イノベーション|科技|数字|半导体|人工智能|기술|디지털|반도체|인공지능",
    "telecom": r"\b(?:telecom\w*|broadband|5G|submarine cable|fibre|fiber|mobile network|satellite internet|internet)\b|телеком\w*|связ[иь]\b|широкополосн\w+|通信|ブロードバンド|海底ケーブル|光ファイバー|电信|宽带|通讯|통신",
    "transport": r"\b(?:railways?|rail|high[- ]speed|roads?|highways?|bridges?|ports?|airports?|metro|subway|shipping|aircraft|trains?|locomotives?|vessels?|ferr(?:y|ies)|logistics|airlines?|bus(?:es)?|postal|parcels?)\b|железн\w+ дорог\w*|железнодорожн\w+|дорог\w*|мост\w{0,2}\b|порт\w{0,2}\b|аэропорт\w*|метро\b|транспорт\w*|самол[её]т\w*|судо\w*|логистик\w*|鉄道|新幹線|道路|橋|港|空港|地下鉄|航空機|物流|海運|輸送|郵便|铁路|公路|桥|港口|机场|地铁|航空|철도|도로|항만|공항|교량|\b(?:Bahn\w*|Metro|chemins? de fer|ferrocarril|route)\b|سكة|مطار|ميناء|طريق",
    "urban": r"\b(?:urban|cit(?:y|ies) (?:building|planning|development)|smart cit\w+|housing|city environment)\b|городск\w+ сред\w*|градостроит\w*|жиль[её]\w*|都市(?:開発|環境)|住宅|スマートシティ|城市|住房|도시|주택",
    "water": r"\b(?:water(?: supply)?|sewerage|sanitation|irrigation|dam|waste ?water|desalination)\b|водоснабж\w+|канализац\w+|ирригац\w+|водн\w+|上下水道|水道|下水|灌漑|給水|海水淡水化|供水|灌溉|污水|水坝|상수도|하수|관개",
    "agriculture": r"\b(?:agricultur\w+|farm\w*|soybeans?|grain|wheat|greenhouses?|rice|food|horticulture|livestock|beef|pork|corn|maize)\b|сельск\w+|аграр\w+|зерн\w+|тепли\w+|сои\b|соев\w+|продовольств\w+|мяс\w+|農業|農産物|温室|大豆|穀物|小麦|食糧|食料|コメ|畜産|农业|大豆|粮食|温室|농업|곡물|대두|식량",
    "fisheries": r"\b(?:fish(?:ing|eries|ery)?|salmon|crabs?|seafood|aquaculture)\b|рыб\w+|лосос\w+|краб\w*|аквакультур\w*|漁業|水産|サケ|カニ|養殖|渔业|水产|어업|수산",
    "health": r"\b(?:health\w*|medical|medicines?|hospitals?|pharma\w*|drugs?|drug maker|vaccin\w+|clinic|malaria|disease\w*)\b|здраво\w+|медицин\w+|больниц\w+|лекарств\w+|вакцин\w+|реабилит\w+|医療|病院|製薬|医薬品|ワクチン|保健|健康|疾病|医疗|医院|疫苗|药|의료|병원|백신|제약",
    "education": r"\b(?:education\w*|universit\w+|students?|scholarships?|schools?|training|human resources)\b|образован\w+|университет\w*|студент\w*|подготовк\w+ кадров|стипенди\w+|教育|大学|留学|奨学金|人材|研修|学校|大学|奖学金|培训|교육|대학|장학|인력",
    "culture": r"\b(?:cultur\w+|museums?|sports?|rugby|football|film|language|exchange year|theatre|opera)\b|культур\w+|музе\w+|спорт\w*|обмен\w* (?:год|молод)\w*|Год\w* \w+ обмен\w*|文化|博物館|スポーツ|交流年|映画|文化|体育|문화|체육",
    "tourism": r"\b(?:touris\w+|visitors?|visa\w*)\b|турис\w+|турпоток\w*|виз\w{0,2}\b|観光|訪日|ビザ|旅行|旅游|签证|관광|비자",
    "environment": r"\b(?:environment\w*|climate|green|biodiversity|forest\w*|mangroves?|emission\w*|recycling|waste|wildlife|sustainab\w+)\b|эколог\w+|климат\w*|окружающ\w+ сред\w*|выброс\w*|лес\w{0,3}\b|環境|気候|脱炭素|森林|廃棄物|生物多様性|环境|气候|绿色|생태|환경|기후|\b(?:Klima\w*|grüne\w*|nachhaltige?\w*|Umwelt|climat|environnement)\b",
    "finance": r"\b(?:financ\w+|bank\w*|investment fund|joint fund|currency|swap|bonds?|budget support|macro-financial|debt|credit line|capital markets?|investment and financing)\b|финанс\w+|инвестиционн\w+ фонд\w*|бюджет\w*|валют\w+|своп\w*|долг\w*|облигац\w+|金融|基金|財政|通貨|スワップ|債券|サムライ債|金融|基金|债|货币|금융|펀드|통화|재정",
    "trade": r"\b(?:trade|tariffs?|customs|exports?|imports?|market access|e-?commerce|free trade)\b|торгов\w+|тамож\w+|пошлин\w+|экспорт\w*|импорт\w*|貿易|関税|通商|輸出入|通関|贸易|关税|海关|무역|관세|통상|\bHandel\w*\b",
    "space": r"\b(?:space|satellites?|lunar|moon|rockets?|orbit\w*|astronaut\w*)\b|космос\w*|космическ\w+|спутник\w*|лунн\w+|宇宙|衛星|月面|ロケット|航天|卫星|太空|우주|위성",
    "security": r"\b(?:security|defen[cs]e|militar\w+|arms?|rifles?|missiles?|navy|navies|patrol|border|police|weapons?|mines?\b(?= clear)|demining|fighter|air force|submarines?)\b|безопасност\w+|оборон\w+|военн\w+|вооруж\w+|ракет\w+|погранич\w+|полици\w+|防衛|安全保障|軍事|国境|警察|巡視|ミサイル|装備|地雷|国防|军事|安全|边境|警察|방위|안보|국방|군사|\bdesminado|Minas\b|أمن|دفاع",
    "emergency": r"\b(?:emergency|humanitarian|disaster|earthquake|flood\w*|relief|refugees?|cyclone|tsunami|famine)\b|гуманитарн\w+|чрезвычайн\w+|землетряс\w+|наводнен\w+|беженц\w+|人道|災害|地震|洪水|難民|緊急|人道主义|救灾|地震|难民|인도적|재난|지진|난민",
}  # fmt: skip
_ORDER: Final = ("security", "emergency", "health", "fisheries", "agriculture", "tourism", "telecom", "space", "minerals", "water", "education", "culture", "transport", "energy", "industry", "technology", "environment", "urban", "trade", "finance")  # fmt: skip
_ALL: Final = re.compile("|".join(f"(?P<{name}>{AREAS[name]})" for name in _ORDER))


_SPACED: Final = re.compile(rf"(?<![^\W\d_])(?:{_ALL.pattern})")
"""The same for texts whose words are parted by spaces: a match begins at the beginning of a word."""
_EAST: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def area_of(text: str) -> tuple[str, int, int] | None:
    """The area told by most words of a text, with the first of its words; earlier rows of the table win ties."""
    counts: dict[str, int] = {}
    first: dict[str, tuple[int, int]] = {}
    for match in (_ALL if _EAST.search(text) else _SPACED).finditer(text):
        name = match.lastgroup or ""
        counts[name] = counts.get(name, 0) + 1
        first.setdefault(name, match.span())
    if not counts:
        return None
    best = max(sorted(counts, key=_ORDER.index), key=lambda name: (counts[name], name not in {"finance", "trade"}))
    return best, *first[best]
