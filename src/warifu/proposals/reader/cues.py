"""Small words that turn a reading, apart by script: who approves, who pays, who buys, what opens a list.

Each is one pattern made of a row a script, so that a language's words can be changed without touching another's.
"""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.documents.caseless import Caseless


def cue(latin: str = "", ru: str = "", east: str = "", ko: str = "", ar: str = "") -> Caseless:
    """One pattern of the rows of every script."""
    return Caseless("|".join(row for row in (latin, ru, east, ko, ar) if row))


BOARD: Final = cue(
    latin=r"\bboard\b|\bparliament\b|\bcongress\b|\bbudget\b|\bassembly\b|\bdiet\b",
    ru=r"советом? директоров|бюджет\w*|парламент\w*",
    east=r"理事会|予算|国会|閣議|国务院|董事会",
    ko=r"이사회",
)  # fmt: skip
"""Who approves money: a board, a parliament, a budget."""
WANTS: Final = cue(
    latin=r"\bask\w* (?:[█\w]+ ){0,3}for\b|\b(?:borrow\w*|obtain\w*|receiv\w+|get|gets|secur\w+|raise[sd]?|raising|ask\w* for|request\w*|sought|seek\w*|attract\w*|won)\b",
    ru=r"\bполуч\w+|\bпривлек\w+|\bпривлеч\w+|\bпопрос\w+|\bпрос(?:ит|ят|ил\w*|ить)\b|\bзапро(?:с|ш)\w+|\bзан(?:ял|има|ять)\w*|\bвзя(?:л|ла|ли|ть)\b(?! на себя)|\bбер[её]т\b(?! на себя)|\bодолжил\w* у|\bжд(?:[её]т|ут) (?:от )?█|\bобра(?:тил|щал)\w+ (?:[а-яё█]+ ){0,3}(?:к|за)\b|\bнужда\w+|\bотказал\w+ от|\bвыбра(?:л|ла|ли|н)\b|\bвыбира\w+|\bосво(?:ил|ен)\w*|\bпогас\w+|\bпогаша\w+|\bверну(?:л|ла|ли|ть)\b|\bзаручил\w*|\bактивир\w+|\bвычеркн\w+|\bдобива\w+|\bпользу\w+|\bхлопоч\w+|\bзаявк\w+|\bв долг у\b|\bвзаймы у\b",
    east=r"受け(?:る|た|て)|借り|調達|要請|求め|获得|借入",
    ko=r"받|차입",
)  # fmt: skip
"""Verbs of one who gets money."""
BUYS: Final = cue(
    latin=r"\bbuy\w*|\bbought\b|\bpurchas\w+|\border(?:ed|s)?\b|\bimport\w*|\bacquir\w+|\bkauf\w*|\bachet\w+|\bcompr\w+|\bbestell\w*",
    ru=r"\bкуп\w+|\bзакуп\w+|\bпокупа\w+|\bзаказ\w*|\bприобр\w+|\bимпорт\w*|\bзаконтракт\w+|\bзаплат\w+|\bоплат\w+",
    east=r"購入|買い|輸入|発注|調達|采购|购买|订购|进口",
    ko=r"구매|수입|발주",
)  # fmt: skip
"""Verbs of a buyer."""
INVESTS: Final = cue(
    latin=r"\binvest\w*|\bput (?:cash|money|up)",
    ru=r"\bвлож\w+|\bинвест\w+",
    east=r"投資|投じ|投资",
    ko=r"투자",
)  # fmt: skip
"""Verbs of one who invests."""
BUILDS: Final = cue(
    latin=r"\b(?:re)?(?:build|construct|renovat|rehabilitat|refurbish|repair|upgrad|install|moderni[sz])\w*",
    ru=r"\bстроит\w*|\bпостро\w*|\bмодерниз\w*",
    east=r"建設|改修|整備|近代化|新設|修建|援建|建设|改造",
    ko=r"건설|개보수",
)  # fmt: skip
"""Verbs of building."""
HOPES: Final = cue(
    latin=r"\bhop(?:e[sd]?|ing)\b|\bexpect(?:s|ed)\b(?! to sign)|\battract\w*|\bhoff\w+|\bespér\w+|\bespèr\w+|\besper\w+",
    ru=r"\bнаде[яе]\w+|\bрассчитыва\w+|\bпривлеч\w+",
    east=r"期待|呼び込|希望|期望|吸引",
    ko=r"기대|희망|유치",
    ar=r"تأمل|يأمل",
)  # fmt: skip
"""Hopes and what is to be attracted."""
EACH: Final = cue(
    latin=r"\beach\b|\bpoured? equal",
    ru=r"\bкажд\w+|\bпо █",
    east=r"ずつ|折半|各出",
    ko=r"각각|각자",
)  # fmt: skip
"""Equal parts."""
HELPED: Final = cue(
    latin=r"\b(?:support|help|assistance|build|construct|finance|participat\w+|cooperat\w+)\b",
    ru=r"\b(?:поддержк|помощ|участи|построи|строительств|финансирован)\w*",
    east=r"支援|協力|参加|建設|整備|開発|事業|支持|参与|建设",
    ko=r"지원|참여|건설",
)  # fmt: skip
"""Nouns and verbs of help."""
STATES: Final = cue(
    latin=r"\b(?:government|minist(?:er|ry|ries|erial)|presidents?|prime minister|premier|ambassador|embassy|summit|bilateral|treaty|state-owned|state bank|exim|leaders?|delegation|visit|governments|republic|kingdom|cabinet|foreign ministry|envoy|officials?)\b|[Rr]egierung|[Mm]inister|gouvernement|ministre|gobierno|ministro",
    ru=r"правительств|министр|министерств|президент|премьер|посол|посольств|саммит|двусторон|межправ|госкорпорац|визит|переговор|лидер|вице-премьер|МИД|делегац",
    east=r"政府|大臣|首相|大統領|外相|大使|首脳|会談|サミット|省|両国|国営|総裁|副首相|共和国|公社|機構|总统|总理|部长|政府|两国|访问",
    ko=r"정부|대통령|장관|정상|양국",
    ar=r"حكومة|وزير|رئيس",
)  # fmt: skip
"""Words of states that deal with each other."""
LEADS: Final = cue(
    latin=r"[:：]\s*$|\b(?:the )?following\b",
    ru=r"следующ\w+",
    east=r"以下の|次の(?:文書|取り決め|協定|とおり|通り)|下記|主な(?:案件|成果|文書|取組|内容|措置)|内訳は|融資契約の内訳|如下",
    ko=r"다음",
)  # fmt: skip
"""What opens a list."""
DOES: Final = cue(
    latin=r"\b(?:will|to|would|agreed to|pledged to|promised to)\s(?:\w+ly\s)?(?:train|send|open|share|exchange|host|cooperate|co-operate|assist|help|support|join|launch|ease|lift|simplify|establish|set up|create|develop|supply|provide|transfer|upgrade|modernise|modernize|build|construct|dispatch|teach|invite|accept|recognise|recognize|waive|resume)\b",
    ru=r"\b(?:подготовит|обучит|направит|откроет|откроют|поможет|помогут|упростит|упростят|отменит|создаст|создадут|передаст|поддержит|примет|расширит|расширят)\b",
    east=r"派遣する|派遣します|育成する|受け入れる|緩和する|開設する|共有する|協力する|協力します|支援する|支援します|拡大する|提供する|提供します|移転する",
)  # fmt: skip
"""Things that one state does for another."""
SAYS: Final = cue(
    latin=r"(?:'s [\w -]{3,40})?,? (?:said|says|told|announced) (?:that|in|on|it)\b",
    east=r"によると|によれば|表示|称",
)  # fmt: skip
"""Right after the one whose word it is."""
LEAVES: Final = cue(
    latin=r"\b(?:leav|left|pull\w* out|quit|exit|withdr[ae]w|walk\w* away)",
    ru=r"выйти|вышл?|выход|покин",
    east=r"撤退|離脱|退出",
    ko=r"철수",
)  # fmt: skip
"""Leaving a project."""
PAYS: Final = cue(
    latin=r"disburs|transferr?|paid|wired|injected|issued|released|vers|décaiss|débours|desembols|pag|überwies|gezahlt|ausgezahlt",
    ru=r"перечисл|выпла|перев|внес|внос|зачисл|заплат|уплат|оплат|потрат|влил|пополн|рассчит|расплат|вложе|инвестирова|профинанс",
    east=r"拠出|支払|送金|執行|払い込|入金|充当|貸付|貸し出|支付|拨付|放款",
    ko=r"집행|지급|송금|납입",
    ar=r"صرف|دفع|حو",
)  # fmt: skip
"""Verbs of one who pays out."""
NOT_PAPER: Final = cue(
    latin=r"\bsigning ceremony\b|\bcredit rating|\bcredit card|\bparis agreement\b|\bsign(?:s)? of\b",
    ru=r"Парижск\w+ соглашени\w+|\bмирн\w+ договор\w*|близк\w+ к сделк\w*|рейтинг\w+ агентств\w+|\b(?:договор|контракт|соглашени)\w* (?:пока |еще |ещё )?нет\b|\bбез (?:договор|контракт|соглашени)\w*",
    east=r"パリ協定|平和条約",
)  # fmt: skip
"""What looks like a paper and is none."""
WORKS_NOUN: Final = cue(
    latin=r"project|initiative|programme|scheme",
    ru=r"проект|инициатив",
    east=r"事業|案件|プロジェクト|项目|候補",
    ko=r"프로젝트|사업",
)  # fmt: skip
"""Nouns of counted works."""
ONE_PAPER: Final = cue(
    latin=r"document",
    ru=r"документ",
    east=r"文書",
)  # fmt: skip
""""The document"."""
SIGNED_AFTER: Final = cue(
    latin=r"signed",
    ru=r"подписан\w*",
    east=r"署名され|署名し|締結し|調印し|签署",
)  # fmt: skip
"""Signed, right after what is counted."""
AT_HOME: Final = cue(
    east=r"閣議|首相|総理|日本政府|官房長官|経産[省相]|経済産業[省相]|財務省|国会|補正予算|外務省|我が国|JICA|ＪＩＣＡ|両政府"
)
"""Words of a text for which a bare 政府 is Japan's."""
DONE: Final = cue(latin=r"\W*(?:Done|Signed) (?:at|in|on)\b", ru=r"\W*(?:Совершено|Подписано)\b")
"""The closing line of a treaty or statement."""
UNDER: Final = Caseless(r"\b(?:under|as part of|within|according to|based on|in line with|in accordance with|pursuant to|в рамках|согласно|в соответствии с|на основании)\s(?:the |an? |its |this |that )?(?:[\w█'-]+\s){0,5}$")  # fmt: skip
ACCORDING: Final = Caseless(
    r"(?:according to|по (?:словам|данным|сообщению|оценке)|сообщил\w*|заявил\w*|据|laut|selon|según)\s(?:the |(?:[а-яё]+\s){0,2})?$",
)  # fmt: skip
CONDITION: Final = Caseless(
    r"\b(?:only )?(?:once|if|unless|provided that|on condition|when|если|при условии|после того как)\b"
)  # fmt: skip
CARRIED: Final = Caseless(r"\b(?:built|constructed|carried out|implemented|executed|undertaken|operated|managed|построен\w*|реализ\w+|выполн\w+)\s+by\b")  # fmt: skip
FURTHER: Final = Caseless(r"^[\W_]*(?:a further|the (?:bloc|bank|lender|company|firm|fund|agency|government|ministry|country|contract|agreement|accord|deal|documents?|loans?|papers?|two|sides|partners|money)\b|in addition|(?:также |кроме того, |ранее |в то же время |при этом |всего )?(?:эта? |этого |весь |сам )?(?:банк|компани|фонд|корпораци|агентств|стран|сторон|правительств|ведомств|министерств|кредит|за[её]м|соглашени|контракт|документ|меморандум|проект|средств|сделк)\w*|кроме того|помимо этого|同(?:社|行|国|省|事業)|このほか|さらに|また|another|an additional|the (?:other|rest|remainder|remaining)|of (?:this|that|these|which|the)|it\b|they\b|this\b|these\b|the money|its\b|the sum|from this|из них|из (?:этой|общей) суммы|ещ[её]|остальн|также|доля|из \d|этот|эта|это\b|он\b|она\b|они\b|このうち|うち|残り|これ|内訳|その|同(?:社|行|国)|davon|weitere|dont|además|其中|该|此外)")  # fmt: skip
THING: Final = re.compile(
    r"^[\s»\"]*(?:[a-z-]+\s){0,2}(?:jets?|drones?|helicopters?|aircraft|fighters?|missiles?|systems?|reactors?|vehicles?|trains?|locomotives?|vaccines?|submarines?|frigates?|planes?|dam|plant|port|field|line|railway|pipeline|mine|project|projects|fields|phase|conference|summit|forum|airport|bridge|road|highway|canal|stadium|hospital|university|school|appeal|scheme|corridor)\b"
)  # fmt: skip
DATELINE: Final = re.compile(
    r"(?:[A-Z][A-Z.'/ -]{2,}(?:, [A-Z][A-Za-z. ]+)?(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+))?(?:\s?\([^)]{2,30}\))?\s?[-–—]{1,2}\s)"
    r"|(?:[А-ЯЁ][А-ЯЁ -]{2,}, \d{1,2} [а-я]+\.?(?:\s?/[А-ЯЁ]+/\.?|\s?[-–—]\s?[А-ЯЁ][\w. -]{2,24}\.)\s?)|(?:[А-ЯЁ][а-яё-]+, \d{1,2} [а-я]+(?: \d{4} г\.)? [–—-]\s)|【[^】]{1,24}】|新华社\S{2,5}\d+月\d+日电\s?"
)  # fmt: skip
SIGNED_BEFORE: Final = re.compile(
    r"(?:署名され?た|締結し?た|調印し?た|подписан\w+|signing of|signed|签署)[^、。,.]{0,20}$"
)  # fmt: skip
HOME_WORDS: Final = re.compile(r"総理|首相|外務省|政府は|円借款|JICA|両国|経済産業省|経産省|日・|日本")  # fmt: skip
OTHER_TOPICS: Final = cue(
    latin=r"\bnet profit\b|\brevenue\b|\bdividends?\b|\bearnings\b|\bquarter(?:ly)?\b|\bshareholders?\b|\bshares? (?:rose|fell|slipped|closed|jumped|leapt)|\bforecasts?\b|\b(?:trade )?(?:deficit|surplus|gap)\b|\bexports? (?:rose|fell|of|to|slip|jump)|\bimports? (?:from|rose|fell|of)|\bcustoms (?:data|duties)\b|\btariffs?\b|\bsanctions?\b|\bpolls?\b|\bsurvey\b|\brespondents\b|\bcoach\b|\bmatch\b|\bgoals?\b|\bstriker\b|\bmuseum\b|\bcourt\b|\bjudges?\b|\btyphoon\b|\bstorm\b|\bharvest\b|\bper cent more\b|\byear[- ]on[- ]year\b|\bfrom a year (?:earlier|before)\b|\bcensus\b|\belections?\b|\bobituary\b|\bexhibition\b|\bfestival\b",
    ru=r"чист\w+ прибыл\w+|выручк\w+|дивиденд\w*|квартал\w*|акционер\w*|товарооборот\w*|экспорт\w* (?:вырос|сниз|увелич|составил)\w*|импорт\w* (?:вырос|сниз)\w*|дефицит\w*|профицит\w*|пошлин\w+|санкци\w+|опрос\w*|тренер\w*|матч\w*|музе\w+|суд\b|суда\b|циклон\w*|тайфун\w*|паводк\w*|землетряс\w+|урожа\w+|выбор(?:ы|ов)\b|выставк\w+|фестивал\w+|год к году|по сравнению с аналогичн\w+",
    east=r"純利益|営業利益|売上高|配当|四半期|決算|前年同(?:期|月)比|貿易赤字|貿易黒字|貿易統計|輸出額|輸入額|関税|制裁|世論調査|監督|選手|得点|博物館|裁判|判決|台風|洪水|地震|収穫|選挙|展覧会|株価|净利润|营业收入|同比|贸易额|进出口|关税|制裁",
)  # fmt: skip
"""Topics of texts that name sums and countries and tell of no undertaking."""
PART: Final = cue(
    latin=r"(?:'s?|’s?|\bof █+)\s(?:own |total )?(?:part|share|portion|contribution|tranche|slice)\b",
    ru=r"\b[Дд]ол(?:я|ю|и)\s█|\b[Чч]асть\s█|\b[Вв]клад\s█",
    east=r"█(?:の|による)?(?:融資分|負担分|拠出分|出資分|融資額|分)(?:は|が)",
)  # fmt: skip
"""One side's part of a sum."""
DID_NOT: Final = cue(
    latin=r"\b(?:did not|didn't|failed to)\s(?:\w+\s)?\w*$|\b(?:did not|didn't) ",
    ru=r"\bне\s+подпис",
    east=r"(?:署名|調印|締結)(?:し|され)?(?:なかった|ず)",
)  # fmt: skip
"""A signature that did not come."""
NOT_YET: Final = cue(
    latin=r"\byet\b|\bstill\b|noch nicht|pas encore|todavía|aún no",
    ru=r"пока|ещ[её] не",
    east=r"まだ|未だ|尚未",
    ko=r"아직",
)  # fmt: skip
"""Not yet."""
GO: Final = Caseless(r"\b(?:would|will|is to|are to) (?:also )?(?:go|be|come|follow|support|help)\b")  # fmt: skip
WORKS_GO: Final = cue(
    latin=r"\W*(?:(?:On|In|By|At|Since|As of) █+,? (?:\d{4},? )?)?(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Aa]n?)?\s?(?:[\w█-]+ ){0,3}?(?:projects?|construction|works?|renovation|rehabilitation|upgrade|ceremony|building|cent(?:re|er)|school|hospital|stadium|bridge|roads?|railway|line|plant|dam|facility|port|airport|palace|library|theatre|complex|wells?|handover|ground-?breaking|terminal|motorway|highway|metro|pipeline)\b",
    ru=r"\W*(?:(?:[Сс]ам\w?|[Вв]се|[Ээ]ти) )?(?:[Сс]троительств|[Рр]абот|[Пп]роект|[Сс]танци|[Дд]орог|[Лл]ини|[Мм]ост|[Зз]авод|[Пп]орт)\w*",
    east=r"[\s、]*(?:その後、|このうち、)?(?:同|本)?(?:工事|建設|事業|工場|橋|鉄道|空港|港|病院|発電所|路線)(?:は|が|も)",
)  # fmt: skip
"""Works as the subject of a clause: "Construction", "The project"."""
STANDS: Final = re.compile(
    r"[\s、。]*(?:(?:だが|しかし|ところが|その後|ただし?|もっとも|一方|けれども|のち(?:に)?)、?)?(?:█(?:に|、)*)?(?:同|この|その|本|当該|両|これ|いずれも|同年|結局|最終的に|(?:交渉|協議|計画|構想|話|案件|契約|融資|借款|支援|事業|工事|建設|プロジェクト|覚書|協定|合意|署名|調印|出資|買収|投資)(?:は|が|も))"
)
"""How a Japanese clause opens that tells how the deal told before stands."""
