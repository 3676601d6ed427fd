"""The area of a deal: words for each, in every language; the area whose words stand most and nearest wins."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from warifu.proposals.reader.area_words import joined
from warifu.proposals.reader.lexicon.tables import Table

if TYPE_CHECKING:
    from warifu.proposals.reader.story import Story

# fmt: off
_FIRST: Final[dict[str, tuple[str, str]]] = {
    "security": (
        r"\b(?:defen[cs]e|militar\w+|arms (?:deal|sales?|purchase|exports?)|rifles?|missiles?|nav(?:y|ies|al)|patrol\w*|border (?:guards?|management|control|post)|police|weapons?|demining|mine clearance|cleared of mines|fighters?(?: jets?)?|jets?|(?:battle )?tanks?(?! farm)|howitzers?|frigates?|warships?|air force|submarines?|army|troops|coast ?guard|armed forces|armou?red|artillery|ammunition|peacekeep\w+|counter-?terrorism|drones?|air defen[cs]e|security (?:pact|cooperation|agreement|assistance|forces|treaty)|warplanes?)\b"
        r"|оборон\w*|военн\w*|вооруж[её]н\w*|вооружени\w*|ракет\w*|погранич\w*|полици\w*|истребител\w*|оружи\w*|фрегат\w*|корвет\w*|подлод\w*|подводн\w+ лод\w+|субмарин\w*|броне\w+|танк(?:и|а|ов|ам|ами)?\b|гаубиц\w*|зенитн\w*|беспилотник\w*|дрон\w*|гранатом[её]т\w*|автоматов АК|Су-\d\w*|МиГ-\d\w*|С-400|Rafale|артиллери\w*|радар\w*|РЛС|патрульн\w*|сап[её]р\w*|флот\w{0,2}\b|разминировани\w*|военно-\w+|боеприпас\w*|防衛|安全保障|軍事|国境管理|警察|巡視|ミサイル|防衛装備|地雷|海上保安|沿岸警備|哨戒|戦闘機|軍艦|国防|军事|边境|警察|방위|안보|국방|군사|\bdesminado|Minas\b|\b(?:defensa|armée|défense|Bundeswehr|Verteidigung)\b|أمن|دفاع",
        r"\b(?:security|arms|border|guards?|vessels?)\b|безопасност\w*|安全",
    ),
    "emergency": (
        r"\b(?:humanitarian|disaster\w*|earthquakes?|flood(?:s|ed|ing)?\b(?! control)|refugees?|cyclone|tsunami|famine|food aid|hurricane|typhoon|drought|tents|displaced|emergency (?:aid|assistance|relief|supplies)|relief (?:goods|supplies|aid|effort))\b|гуманитарн\w*|чрезвычайн\w*|землетряс\w*|наводнен\w*|беженц\w*|人道|災害|地震|洪水|難民|緊急(?:無償|支援|援助|人道)|被災|台風|津波|人道主义|救灾|地震|难民|인도적|재난|지진|난민",
        r"\b(?:emergency|relief|reconstruction)\b|緊急|復興|восстановлени\w*",
    ),
    "health": (
        r"\b(?:health\w*|medical|medicines?|hospitals?|pharma\w*|drugs?|drug ?makers?|vaccin\w+|clinics?|malaria|HIV|AIDS|COVID\w*|cancer|disease\w*|doctors|nurses|maternity|surgical|ambulances?|dispensar\w+|ebola|cholera|childcare|epidemics?|quarantine|laborator(?:y|ies)|anti-malari\w+)\b|здраво\w*|медицин\w*|больниц\w*|лекарств\w*|фармацевт\w*|вакцин\w*|реабилит\w*|поликлиник\w*|диагностик\w*|рентген\w*|госпитал\w*|инсулин\w*|медик\w*|медцентр\w*|родильн\w*|скор\w+ помощ\w+|клиник\w*|роддом\w*|医療|病院|製薬|医薬品|ワクチン|保健|健康|疾病|感染症|診断|医疗|医院|疫苗|药|의료|병원|백신|제약|\b(?:santé|Gesundheit\w*|salud|saúde|hôpital|hospital)\b",
        "",
    ),
    "fisheries": (
        r"\b(?:fish(?:ing|eries|ery|ermen)?|salmon|crabs?|seafood|aquaculture|tuna|trawlers?)\b|рыб\w*|лосос\w*|краб\w*|аквакультур\w*|漁業|水産|サケ|カニ|養殖|マグロ|漁港|渔业|水产|어업|수산|\b(?:pêche|pesca|Fischerei)\b",
        "",
    ),
    "agriculture": (
        r"\b(?:agricultur\w+|agribusiness|agro\w*|farm(?:s|ers?|ing|land)?|soybeans?|grain|wheat|greenhouses?|rice|food (?:security|production|processing|industry)|foodstuffs?|horticulture|livestock|beef|pork|corn|maize|cotton|cocoa|coffee|palm oil|tea|seeds|poultry|dairy|tractors?|irrigation|foot-and-mouth|fertili[sz]ers?|rural development|crops?|sugar|plantations?)\b|сельск\w*|аграр\w*|зерн\w*|пшениц\w*|тепли\w*|сои\b|соев\w*|продовольств\w*|мяс\w*|ирригац\w*|хлопк\w*|удобрени\w*|садовод\w*|молочн\w*|ферм[аыу]?\b|плодоовощ\w*|животновод\w*|урожа\w*|農業|農産物|農村|温室|大豆|穀物|小麦|食糧|食料|コメ|畜産|灌漑|かんがい|稲作|农业|大豆|粮食|温室|灌溉|농업|곡물|대두|식량|관개|\b(?:Landwirtschaft|agricole|agrícola|agricultura)\b",
        r"\bfood\b|肥料",
    ),
    "tourism": (
        r"\b(?:touris\w+|visitors?|visas?|hotels?|resorts?)\b|турис\w*|турпоток\w*|виз[аыуе]?\b|гостиниц\w*|観光|訪日|ビザ|旅行|ホテル|旅游|签证|관광|비자|\b(?:tourisme|turismo|Tourismus)\b",
        "",
    ),
    "telecom": (
        r"\b(?:telecom\w*|broadband|[345]G|(?:sub(?:marine|sea)|undersea) cables?|fib(?:re|er)(?:[- ]optic)?|mobile (?:networks?|phones?|operators?)|satellite internet|internet|ICT|base stations?|phone towers?|radio|news agency|post offices?|e-government)\b|телеком\w*|(?:мобильн|сотов|спутников)\w+ связ\w*|связ[иь]\b|широкополосн\w*|оптоволокон\w*|通信|ブロードバンド|海底ケーブル|光ファイバー|携帯電話|基地局|电信|宽带|通讯|통신|\b(?:Telekom\w*|télécom\w*|telecomunicaciones)\b",
        "",
    ),
    "space": (
        r"\b(?:outer space|space(?: (?:agency|programme|program|station|cooperation|industry|launch))|satellites?(?! internet)|lunar|moon|rockets?|orbit\w*|astronauts?|cosmonauts?|spacecraft)\b|космос\w*|космическ\w*|спутник\w*(?! (?:связ|V|Лайт))|лунн\w*|宇宙|衛星(?!通信)|月面|ロケット|航天|卫星|太空|우주|위성",
        "",
    ),
    "minerals": (
        r"\b(?:mines?(?! clear)|mining|minerals?|rare earths?|lithium|nickel|copper|uranium|cobalt|bauxite|alumina|iron ore|gold|diamonds?|graphite|gallium|phosphates?|smelters?|ores?|critical raw materials|raw materials|tin|tungsten|manganese|zinc|titanium)\b|полезн\w* ископаем\w*|редкоземел\w*|лити[йяею]\w*|медь|меди\b|медн\w*|уран\w*|никел\w*|кобальт\w*|добыч\w* (?:золота|урана|меди)|месторождени\w* (?!газ|нефт)|рудник\w*|鉱山|鉱物|レアアース|リチウム|ニッケル|銅|ウラン|コバルト|レアメタル|鉱区|矿|稀土|锂|광물|희토류|리튬|니켈|\b(?:Bergbau|Rohstoffe|mines|minería|mineração|cuivre|cobre|lithium|litio)\b",
        r"\bpotash\b|金属|権益",
    ),
    "water": (
        r"\b(?:water supply|(?:drinking|clean|potable|waste) ?water|sewerage|sewage|sanitation|water (?:treatment|mains|works|plant|project|reuse|sector|network|pumps?)|boreholes?|water wells?|desalination|river basin|flood control|pumping stations?)\b|водоснабж\w*|водоотведени\w*|канализац\w*|очистн\w*|водовод\w*|водопровод\w*|водохранилищ\w*|водоканал\w*|водозабор\w*|ирригаци\w*|орошени\w*|артезианск\w*|стоки\b|стоков\b|водн\w+ ресурс\w*|вод[аыу]\b|опреснит\w*|насосн\w*|питьев\w* вод\w*|опреснени\w*|上下水道|水道|下水|給水|海水淡水化|浄水|治水|供水|污水|水坝|상수도|하수|\b(?:Wasser\w*|assainissement|eau potable|saneamiento|saneamento|agua potable)\b",
        r"\b(?:water|dams?)\b|водн\w*|ダム",
    ),
    "education": (
        r"\b(?:education\w*|universit\w+|students?|scholarships?|schools?|vocational|teachers?|human resources|colleges?|campus|Confucius|classrooms?|academic|learning materials|textbooks?|manpower)\b|образован\w*|университет\w*|студент\w*|подготовк\w* кадров|стипенди\w*|школ\w*|вуз\w*|教育|大学(?!病院)|留学|奨学金|人材育成|人材|学校|大学|奖学金|培训|학교|교육|대학|장학|인력|\b(?:Bildung\w*|éducation|université|educación|educação|becas)\b",
        r"\b(?:training|workshop)\b|研修",
    ),
    "culture": (
        r"\b(?:cultur\w+|museums?|sports?|stadiums?|rugby|football|films?|heritage|exchange year|theatre|opera|orchestra|archaeolog\w+|broadcast\w+|television)\b|культур\w*|музе\w*|спорт\w*|обмен\w* (?:год|молод)\w*|театр\w*|文化|博物館|美術館|スポーツ|交流年|青年交流|映画|遺跡|文化|体育|문화|체육|\b(?:Kultur\w*|cultura|musée|museo)\b",
        r"\blanguages?\b",
    ),
    "transport": (
        r"\b(?:railways?|railroads?|rail|high[- ]speed|roads?|highways?|motorways?|expressways?|bridges?|(?:sea)?ports?(?!-au|[ -](?:moresby|said|sudan|louis|vila|harcourt|elizabeth|stanley))|airports?|metro|subway|shipping|trains?(?! \d)|locomotives?|wagons?|ferr(?:y|ies)|logistics|airlines?|bus(?:es)?|postal|parcels?|wh(?:arf|arves)|jett(?:y|ies)|harbou?rs?|(?:container|cargo) terminals?|transport\w*|trams?|ring road|bypass|dredging|toll|tunnels?|mono-?rail|cycle paths)\b"
        r"|железн\w* дорог\w*|железнодорожн\w*|дорог[аиуео]\w{0,3}\b|трасс[аыуе]\w{0,2}\b|автодорог\w*|магистрал\w*|мост\w{0,2}\b|порт\w{0,2}\b(?!-)|портов\w*|аэропорт\w*|метро\b|метрополитен\w*|транспорт\w*|самол[её]т\w*|судо(?:в|строи|ход)\w*|логистик\w*|терминал\w*|локомотив\w*|вагон\w*|(?:электро|дизель-)?поезд(?!к|ок)\w*|авто(?:бус|страд)\w*|электробус\w*|трамва\w*|троллейбус\w*|тоннел\w*|туннел\w*|газовоз\w*|сухогруз\w*|суд(?:но|на|а|ну)\b|авиа(?:лайнер|перевоз|компани|рейс)\w*|рейс(?:ы|ов|а|ам|ах)\b|воздушн\w+ сообщени\w+|развязк\w+|причал\w*|вокзал\w*|паром\w*|РЖД|Superjet\w*|鉄道|新幹線|道路|橋|港(?!区)|空港|地下鉄|航空機|旅客機|物流|海運|輸送|郵便|車両|都市交通|(?:路線|連節|高速)バス|バス(?:路線|車両|輸送)|トンネル|埠頭|铁路|公路|桥|港口|机场|地铁|航空|철도|도로|항만|공항|교량|\b(?:Bahn\w*|Metro|Häfen|chemins? de fer|ferrocarril|ferrovia|route|autoroute|carretera|puerto|aéroport)\b|سكة|مطار|ميناء|طريق",
        r"\b(?:vehicles?|vessels?|ships?|terminals?|stations?|lines?|corridors?)\b|回廊|船舶",
    ),
    "energy": (
        r"\b(?:energy|gas|LNG|oil(?! ?seeds?)|crude|pipelines?|power (?:plants?|stations?|grid|lines?|utility|project|supply|sector|generation|purchase|transmission|company|units?|producers?|network|distribution)|electricity|electrification|electric(?:al)? (?:system|network|grid|equipment)|grid|coal|nuclear|reactors?|hydrogen|ammonia|solar|photovoltaic|PV|wind (?:farms?|power|parks?|turbines?|energy)|hydro\w*|refiner(?:y|ies)|petroleum|geotherm\w*|transmission (?:lines?|system|network)|substations?|renewables?|biogas|biofuels?|megawatts?|turbines?|fuel|diesel|hydrocarbons?|offshore (?:block|wind|field)|oilfields?|smart meters|[MG]W)\b|(?<=\d)[MG]W\b"
        r"|энерг\w*|электр\w*|газ(?!ет)\w{0,3}\b|газопровод\w*|газов\w*|газификац\w*|нефт\w*|СПГ|АЭС|ГЭС|ТЭС|ТЭЦ|СЭС|ВЭС|МВт|ГВт|атомн\w*|реактор\w*|солнечн\w*|ЛЭП|подстанци\w*|турбин\w*|НПЗ|топлив\w*|дизтоплив\w*|теплосет\w*|теплоснабж\w*|энергоблок\w*|ветр(?:о|ян|ов)\w+|гидро\w*|водород\w*|аммиак\w*|угл[яею]\b|уголь\w*|трубопровод\w*|エネルギー|天然ガス|ガス田|LNG|ＬＮＧ|石油|原油|油田|発電|電力|送電|配電|原発|原子力|原子炉|水素|アンモニア|パイプライン|石炭|太陽光|風力|地熱|再エネ|再生可能|ガソリン|万キロワット|メガワット|サハリン[12１２]|アークティック|能源|天然气|石油|电站|电力|核电|光伏|風电|에너지|가스|원전|발전|석유|전력|태양광|\b(?:Energie\w*|Erdgas|Strom\w*|énergie|énergétique|gaz|pétrol\w+|électricité|solaire|energía|energia|eléctric\w+|elétric\w+|petróleo|gás)\b|طاقة|غاز|نفط|كهرباء",
        r"\b(?:power|wind|methane)\b|油\b",
    ),
    "industry": (
        r"\b(?:steel|chemicals?|methanol|automotive|cars?|carmakers?|machinery|industrial (?:parks?|zones?|estate|cooperation)|cement|alumin(?:i)?um|textiles?|garments?|assembly (?:plant|line)|petrochemicals?|foundry|electronics|special economic zones?|free zones?|tyres?|pulp|paper mill|sawmill|timber)\b|автомобил\w*|металлург\w*|метанол\w*|химическ\w*|нефтехими\w*|индустриальн\w* парк\w*|машиностроени\w*|小型工場|自動車|製鉄|鉄鋼|化学|メタノール|工業団地|人工ダイヤ|蓄電池|電池|セメント|工业园|工厂|制造|钢铁|汽车|공장|제조|자동차|철강|조선소|\b(?:Industrie\w*|Werk|usine|fábrica|indústria)\b",
        r"\b(?:plants?|industrial|industry|fertili[sz]ers?|factor(?:y|ies)|manufactur\w+|shipyards?|shipbuilding|batter(?:y|ies)|works|workshops?)\b|карбамид\w*|завод\w*|промышлен\w*|судостроени\w*|верф\w*|プラント|肥料|工場|製造|産業|造船|工業|機械",
    ),
    "technology": (
        r"\b(?:technolog(?:y|ies|ical)|digital\w*|AI|artificial intelligence|semiconductors?|chips?|chipmakers?|cyber\w*|innovation|quantum|software|start-?ups?|data cent(?:re|er)s?|computing|smart grid)\b|технолог\w*|цифров\w*|полупроводник\w*|инноваци\w*|кибер\w*|искусственн\w* интеллект\w*|デジタル|半導体|人工知能|(?<![A-Za-z])AI(?![A-Za-z])|ＡＩ|サイバー|イノベーション|科技|数字|半导体|人工智能|디지털|반도체|인공지능|\b(?:Technologie\w*|numérique|tecnología|tecnologia)\b",
        r"\bIT\b|技術|기술",
    ),
    "environment": (
        r"\b(?:environment\w*|climate|biodiversity|forest\w*|rainforest|mangroves?|emissions?|carbon|recycling|waste(?! ?water)|wildlife|conservation|pollution|Amazon Fund)\b|эколог\w*|климат\w*|окружающ\w* сред\w*|выброс\w*|лес\w{0,3}\b|отход\w*|気候|脱炭素|森林|廃棄物|生物多様性|温室効果ガス|环境|气候|绿色|생태|환경|기후|\b(?:Klima\w*|grüne\w*|nachhaltige?\w*|Umwelt\w*|climat\w*|environnement|clima|medio ambiente|florestas?)\b",
        r"\b(?:green|sustainab\w+|nature|environmental)\b|環境|グリーン",
    ),
    "urban": (
        r"\b(?:urban|cit(?:y|ies) (?:building|planning|development)|smart cit\w+|housing|city environment|real estate|residential|apartments?|new capital|municipal)\b|городск\w* (?:сред|инфраструктур|развити)\w*|градостроит\w*|жиль[её]\w*|жилищн\w*|都市(?:開発|環境|計画|整備)|住宅|スマートシティ|城市|住房|도시|주택|\b(?:Stadtentwicklung|logements?|vivienda|habitação)\b",
        r"\b(?:city|coast)\b|都市",
    ),
    "trade": (
        r"\b(?:trade (?:agreement|deal|facilitation|mission|pact|finance|insurance|talks|cooperation)|free[- ]trade|tariffs?|customs|market access|e-?commerce|duty[- ]free|WTO|quotas?|Aid for Trade)\b|свободн\w* торговл\w*|тамож\w*|пошлин\w*|電子商取引|貿易協定|自由貿易|関税|通商|通関|关税|海关|自贸|무역|관세|통상|\b(?:Handels\w+|douan\w+|aduan\w+)\b",
        r"\b(?:trade|exports?|imports?|traders?)\b|торгов\w*|экспорт\w*|импорт\w*|貿易|輸出入|輸出|輸入|贸易|\bHandel\b|\bcomer\w+\b",
    ),
    "finance": (
        r"\b(?:budget(?:ary)? (?:support|aid)|into (?:the|[A-Z]\w+['’]s) budget|macro-financial|macroeconomic|balance of payments|bail-?out|IMF|International Monetary Fund|investment funds?|joint funds?|swaps?(?: lines?)?|bonds?|Eurobonds?|deposits?|central banks?|creditors?|restructur\w+|capital markets?|microfinance|small (?:and medium|businesses)|SMEs?|export credits?|fiscal|currency|banking sector|investment and financing|frozen Russian assets|financial stability)\b|бюджетн\w* (?:поддержк|кредит)\w*|поддержк\w* бюджет\w*|инвестиционн\w* платформ\w*|МВФ|инвестиционн\w* фонд\w*|валют\w*|своп\w*|долг\w*|задолженност\w*|облигац\w*|депозит\w*|ценн\w* бумаг\w*|малого и среднего|財政(?:支援)?|通貨|スワップ|債券|サムライ債|外債|預金|国際通貨基金|中小企業|投融資|開発政策借款|基金|债|货币|금융|펀드|통화|재정|\b(?:Schulden|dette|deuda|dívida|presupuesto)\b",
        r"\b(?:financ\w+|bank\w*|credit lines?|guarantees?|insur\w+|funds?|investments?|debts?|treasury|reserves)\b|финанс\w*|фонд\w*|инвестиц\w*|保険|投資|融資|金融|基金|ファンド|債務|返済",
    ),
}  # fmt: skip
"""Area, words that tell it by themselves, and words that only hint at it. Earlier rows win where scores are equal."""
# fmt: on
_MORE: Final = joined()
AREAS: Final = {
    name: (f"{sure}|{_MORE[name][0]}", "|".join(part for part in (hint, _MORE[name][1]) if part))
    for name, (sure, hint) in _FIRST.items()
}
WEAK: Final = 0.3
FAINT: Final = 0.08
"""What a hint weighs beside a sure word; hints of money and trade stand in nearly every deal and weigh still less."""
NEAR: Final = {
    "clause": 2.0,
    "sentence": 1.5,
    "before": 0.7,
    "after": 0.5,
    "paragraph": 0.4,
    "text": 0.15,
    "title": 0.7,
}
"""What a word weighs by where it stands: in the clause, the sentence, those beside it, the paragraph, the text, the title."""
IN_A_NAME: Final = 0.4
OWN_NAME: Final = 0.8
"""What a word inside a body's name weighs beside a free one, and one in the sentence itself; what a bank or a trade ministry is called tells no area."""
_NAMED_FOR_WORK: Final = frozenset({"finance", "trade"})
_ORDER: Final = tuple(AREAS)
_CAPITAL: Final = re.compile(r"(?<![\w\\])[A-ZÀ-ÝА-ЯЁ](?=[a-zà-ÿа-яё])")


def _uncapitalised(text: str) -> str:
    """The text with the first letter of every capitalised word made small; abbreviations stay as they are."""
    return _CAPITAL.sub(lambda match: match[0].lower(), text)


_ALL: Final = re.compile(_uncapitalised("|".join([*(rf"(?P<{name}>{AREAS[name][0]})" for name in _ORDER), *(rf"(?P<{name}_>{AREAS[name][1]})" for name in _ORDER if AREAS[name][1])])))  # fmt: skip
_SPACED: Final = Table(
    {name: _uncapitalised(AREAS[name][0]) for name in _ORDER} | {f"{name}_": _uncapitalised(AREAS[name][1]) for name in _ORDER if AREAS[name][1]},
    re.NOFLAG, spaced=True,
)  # fmt: skip
"""The same for texts whose words are parted by spaces: a match begins at the beginning of a word."""
_EAST: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")

Hit = tuple[str, int, int, float, bool]


def _hits(text: str) -> list[Hit]:
    found = []
    plain = _uncapitalised(text)
    for match in _ALL.finditer(plain) if _EAST.search(text) else _SPACED.finditer(plain):
        group = match.lastgroup or ""
        name = group.rstrip("_")
        hint = FAINT if name in _NAMED_FOR_WORK else WEAK
        found.append((name, match.start(), match.end(), hint if group != name else 1.0, group == name))
    return found


def area_of(text: str) -> tuple[str, int, int] | None:
    """The area told by most words of a text, with the first of its words."""
    return _best(_hits(text))


def area_near(story: Story, number: int, start: int, end: int) -> tuple[str, int, int] | None:
    """The area of what is told at `start:end` of a sentence: its own words first, then those around it. Offsets are the body's."""
    own = story.spoken[number].sentence
    found = []
    for at, hits in enumerate(_story_hits(story)):
        line = story.spoken[at].sentence
        for name, begin, stop, weight, sure in hits:
            if at == number:
                near = "clause" if start <= begin < end else "sentence"
            elif line.paragraph == own.paragraph:
                near = {-1: "before", 1: "after"}.get(at - number, "paragraph")
            else:
                near = "paragraph" if at == number - 1 else "text"
            weight = weight * OWN_NAME / IN_A_NAME if at == number and weight == IN_A_NAME else weight
            found.append((name, line.start + begin, line.start + stop, weight * NEAR[near], sure))
    whole = (own.start + start, own.start + end)  # what the title alone tells is quoted as what it is told of
    titled = [
        (name, *whole, weight * NEAR["title"], sure) for name, _, _, weight, sure in _title_hits(story.page.title)
    ]
    return _best(titled + found) if found or titled else None


@lru_cache(maxsize=4)
def _title_hits(title: str) -> tuple[Hit, ...]:
    return tuple(_hits(title))


@lru_cache(maxsize=2)
def _story_hits(story: Story) -> list[list[Hit]]:
    """The words of every sentence, those inside names of bodies weighing less."""
    out = []
    for spoken in story.spoken:
        bodies = [(one.start, one.end) for one in spoken.mentions if one.sort == "body"]
        hits = []
        for name, start, end, weight, sure in _hits(spoken.sentence.text):
            if any(begin <= start < stop for begin, stop in bodies):
                if name in _NAMED_FOR_WORK and spoken.sentence.text[start:end] not in {"IMF", "МВФ", "International Monetary Fund", "国際通貨基金"}:  # fmt: skip
                    continue
                weight *= IN_A_NAME
            hits.append((name, start, end, weight, sure))
        out.append(hits)
    return out


def _best(found: list[Hit]) -> tuple[str, int, int] | None:
    """The area with the highest sum of weights; its heaviest word is the one quoted."""
    if not found:
        return None
    scores: dict[str, float] = {}
    hints: dict[str, float] = {}
    for name, _, _, weight, sure in found:
        if sure:
            scores[name] = scores.get(name, 0.0) + weight
        else:  # hints do not add up: a text on one loan says "bank" ten times
            hints[name] = max(hints.get(name, 0.0), weight)
    for name, weight in hints.items():
        scores[name] = scores.get(name, 0.0) + weight
    best = max(sorted(scores, key=_ORDER.index), key=lambda name: round(scores[name], 6))
    first = max((one for one in found if one[0] == best), key=lambda one: (one[3], -one[1]))
    return best, first[1], first[2]
