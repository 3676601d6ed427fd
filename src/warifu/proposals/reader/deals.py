"""From clauses to deals: what is promised, by whom, in which form, how far it came; one draft an undertaking.

A clause starts a deal when it tells an event and a paper or way of value; a clause that speaks of "the loan", "the
project" or its cost is added to the deal told before it. Deals told twice are one, at the latest stage.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from warifu.proposals.reader import links
from warifu.proposals.reader.areas import area_of
from warifu.proposals.reader.clauses import HOLE, Clause, Happened, Hit, clauses, happened, masked
from warifu.proposals.reader.days import Day, days, same_day
from warifu.proposals.reader.lexicon import Lexicon
from warifu.proposals.reader.mentions import GUESSED, Mention, Names
from warifu.proposals.reader.money import Amount, amounts
from warifu.proposals.reader.page import Page
from warifu.proposals.reader.sentences import Sentence
from warifu.proposals.reader.table import Table
from warifu.terms.codelist import Bound


@dataclass(frozen=True, slots=True)
class Words:
    """A value and the words it was read from; offsets are the body's."""

    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class PartyWords:
    mention: Mention
    role: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class SumWords:
    amount: Amount
    kind: str
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Spoken:
    """One sentence with all that was found in it."""

    sentence: Sentence
    mentions: list[Mention]
    amounts: list[Amount]
    days: list[Day]
    bare: str
    clauses: list[Clause]


@dataclass(slots=True)
class Draft:
    """A deal in the making. `paper` is a class of the lexicon, or "pledge" for money in no named form."""

    paper: Words
    event: Happened
    stage: Words
    sentence: int
    start: int
    end: int
    parties: list[PartyWords] = field(default_factory=list)
    sums: list[SumWords] = field(default_factory=list)
    day: Words | None = None
    count: Words | None = None
    binding: Words | None = None
    unbound: Words | None = None
    area: Words | None = None
    programme: Words | None = None
    speaker: Words | None = None
    place: Words | None = None
    voice: Words | None = None
    hedged: bool = False
    inherited: bool = False
    signed: bool = False
    board: bool = False
    against: list[str] = field(default_factory=list)


RANK: Final = {"proposed": 0, "announced": 1, "signed": 2, "in force": 3, "under way": 4, "financed": 4, "delivered": 5, "stalled": 6, "cancelled": 7}  # fmt: skip
SPECIFIC: Final = ("mou", "letter", "guarantee", "equity", "venture", "loan", "relief", "grant", "fund", "purchase", "notes", "framework", "contract", "agreement", "statement")  # fmt: skip
WEAK: Final = frozenset({"other", "papers", "project"})

_NUMBER_WORD: Final = {word: value for value, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"])} | {
    "dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "два": 2, "две": 2, "двух": 2, "три": 3, "трех": 3, "трёх": 3, "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "семь": 7, "семи": 7, "восемь": 8, "девять": 9, "десять": 10, "десяти": 10, "двенадцать": 12, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "两": 2,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
}  # fmt: skip
_EN_NUMBER: Final = "|".join(
    sorted((word for word in _NUMBER_WORD if word.isalpha() and word.isascii()), key=len, reverse=True)
)
_EN_NOUN: Final = r"documents?|agreements|deals|memoranda|memorandums|contracts|projects|papers|accords|MOUs|MoUs|MOCs|protocols|loans|credits|grants|treaties|instruments|undertakings|pacts|understandings|arrangements|initiatives|programmes|transactions|ventures|letters of intent|schemes"
_COUNT: Final = (
    re.compile(
        rf"(?<![\d.,$€£%])\b(?P<number>\d{{1,4}}|(?:a |two |three )?dozen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)|{_EN_NUMBER})\s+(?:(?!of|in|the|to|for|by|from|with|on|countries|years|percent|per|million|billion|months|days)[a-zA-Z-]+,?\s+){{0,5}}?(?P<noun>{_EN_NOUN})\b",
        re.I,
    ),
    re.compile(
        r"(?<![\d.,$€£%])\b(?P<number>\d{1,4}|две|два|двух|три|тр[её]х|четыре|четыр[её]х|пять|пяти|шесть|шести|семь|семи|восемь|восьми|девять|девяти|десять|десяти|одиннадцать|двенадцать|пятнадцать|двадцать|тридцать|сорок|пятьдесят)\s+(?!млн|млрд|тыс|лет|год|процент|долл|руб|евро|иен)(?:[а-яё-]+\s+(?:и\s+)?){0,4}?(?P<noun>документ\w*|соглашени\w+|проект\w*|меморандум\w*|контракт\w*|договор\w+|кредит\w+|бумаг\w*|сдел\w+|протокол\w*|инициатив\w*)",
        re.I,
    ),
    re.compile(
        r"(?P<noun>文書|協力文書|案件|事業|覚書|契約|合意|合意文書|プロジェクト|協定|融資|候補|書面)(?:は|が|を|など|等|のうち|の|、)?(?:計|合計|合わせて|あわせて|総計|全)?\s?(?P<number>\d{1,4}|[二三四五六七八九十])\s?(?:件|本|つ|事業|点)(?!目)"
    ),
    re.compile(
        r"(?<![\d.,])(?P<number>\d{1,4}|[二三四五六七八九十])\s?(?:件|本|つ|点)の(?:[^、。]{0,14}?)(?P<noun>文書|案件|事業|覚書|契約|合意|プロジェクト|協定|融資)|(?<![\d.,第])(?P<number2>\d{1,4})の?(?P<noun2>事業|案件|プロジェクト|文書|協定|覚書|協力文書)(?![^、。]{0,2}円)"
    ),
    re.compile(
        r"(?P<number>\d{1,4}|[两二三四五六七八九十])(?:个|项|份|多项)(?:[一-龥]{0,6}?)(?P<noun>文件|协议|项目|合同|备忘录)"
    ),
    re.compile(
        r"(?P<number>\d{1,4})\s?(?:건|개)의?\s?(?:[가-힣]{0,8}\s?)?(?P<noun>문건|협정|사업|계약|양해각서|프로젝트|문서)|(?P<noun2>문서|문건|협약|양해각서|계약|사업)\s?(?P<number2>\d{1,4})\s?건"
    ),
    re.compile(
        r"\b(?P<number>\d{1,3}|zwei|drei|vier|fünf|sechs|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|sieben|acht|neun|zehn)\s+(?:[a-zà-ÿ]+\s){0,2}(?P<noun>Abkommen|Verträge|Dokumente|Projekte|Vereinbarungen|Absichtserklärungen|accords|contrats|documents|projets|protocoles|acuerdos|contratos|documentos|proyectos|memorandos)\b",
        re.I,
    ),
)
_OF_THEM: Final = re.compile(
    r"(?P<number>\d{1,3})\s(?:of (?:them|these|those|which|whom))\b|\b(?:of (?:them|these|which)|including|among them),? (?P<n2>\d{1,3})\b(?= (?:\w+ ){0,3}(?:intergovernmental|government|commercial|corporate|private|between))|(?:из них|в том числе|из которых)\s[-–—]?\s?(?P<n3>\d{1,3})(?!\s?(?:млн|млрд|тыс|%|год))|(?:うち|このうち)(?:[^、。\d]{0,12})(?P<n4>\d{1,3})(?:件|本)|其中(?P<n5>\d{1,3})(?:个|项|份)",
    re.I,
)
_BOARD: Final = re.compile(r"\bboard\b|\bparliament\b|\bcongress\b|\bbudget\b|\bassembly\b|\bdiet\b|советом? директоров|бюджет\w*|парламент\w*|理事会|予算|国会|閣議|이사회|国务院|董事会", re.I)  # fmt: skip
_WANTS: Final = re.compile(r"\bask\w* (?:[█\w]+ ){0,3}for\b|\b(?:borrow\w*|obtain\w*|receiv\w+|get|gets|secur\w+|raise[sd]?|raising|ask\w* for|request\w*|sought|seek\w*|attract\w*|won)\b|\bполуч\w+|\bпривлек\w+|\bпривлеч\w+|\bпопросил\w*|\bзапросил\w*|\bзан(?:ял|имает)\w*|受け(?:る|た|て)|借り|調達|要請|求め|获得|借入|받|차입", re.I)  # fmt: skip
_BUYS: Final = re.compile(r"\bbuy\w*|\bbought\b|\bpurchas\w+|\border(?:ed|s)?\b|\bimport\w*|\bacquir\w+|\bкуп\w+|\bзакуп\w+|\bзаказ\w*|\bприобр\w+|\bимпорт\w*|購入|買い|輸入|発注|調達|采购|购买|订购|进口|구매|수입|발주|\bkauf\w*|\bachet\w+|\bcompr\w+|\bbestell\w*", re.I)  # fmt: skip
_INVESTS: Final = re.compile(r"\binvest\w*|\bput (?:cash|money|up)|\bвлож\w+|\bинвест\w+|投資|投じ|投资|투자", re.I)
_BUILDS: Final = re.compile(
    r"\b(?:re)?(?:build|construct|renovat|rehabilitat|refurbish|repair|upgrad|install|moderni[sz])\w*|\bстроит\w*|\bпостро\w*|\bмодерниз\w*|建設|改修|整備|近代化|新設|修建|援建|建设|改造|건설|개보수",
    re.I,
)
_DATELINE: Final = re.compile(
    r"(?:[A-Z][A-Z.'/ -]{2,}(?:, [A-Z][A-Za-z. ]+)?(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+))?(?:\s?\([^)]{2,30}\))?\s?[-–—]{1,2}\s)"
    r"|(?:[А-ЯЁ][А-ЯЁ -]{2,}, \d{1,2} [а-я]+\.?(?:\s?/[А-ЯЁ]+/\.?|\s?[-–—]\s?[А-ЯЁ][\w. -]{2,24}\.)\s?)|(?:[А-ЯЁ][а-яё-]+, \d{1,2} [а-я]+(?: \d{4} г\.)? [–—-]\s)|【[^】]{1,24}】|新华社\S{2,5}\d+月\d+日电\s?"
)  # fmt: skip
_THING: Final = re.compile(
    r"^[\s»\"]*(?:[a-z-]+\s){0,2}(?:jets?|drones?|helicopters?|aircraft|fighters?|missiles?|systems?|reactors?|vehicles?|trains?|locomotives?|vaccines?|submarines?|frigates?|planes?|dam|plant|port|field|line|railway|pipeline|mine|project|projects|fields|phase|conference|summit|forum|airport|bridge|road|highway|canal|stadium|hospital|university|school|appeal|scheme|corridor)\b"
)  # fmt: skip
_DID_NOT: Final = re.compile(
    r"\b(?:did not|didn't|failed to)\s(?:\w+\s)?\w*$|\b(?:did not|didn't) |\bне\s+подпис|(?:署名|調印|締結)(?:し|され)?(?:なかった|ず)",
    re.I,
)
_HOPES: Final = re.compile(r"\bhop(?:e[sd]?|ing)\b|\bexpect(?:s|ed)\b(?! to sign)|\battract\w*|\bнаде[яе]\w+|\bрассчитыва\w+|\bпривлеч\w+|期待|呼び込|希望|期望|吸引|기대|희망|유치|\bhoff\w+|\bespér\w+|\bespèr\w+|\besper\w+|تأمل|يأمل", re.I)  # fmt: skip
_GO: Final = re.compile(r"\b(?:would|will|is to|are to) (?:also )?(?:go|be|come|follow|support|help)\b", re.I)
_PART_OF: Final = re.compile(r"^[\W\d]*(?:of|out of|из|このうち|うち|其中|von|sur)\s?(?:the |these |this |those |этих |этой |den |les )?(?:total |sum |суммы |money )?█", re.I)  # fmt: skip
_EACH: Final = re.compile(r"\beach\b|ずつ|折半|\bкажд\w+|\bпо █|\bpoured? equal|각각|각자|各出", re.I)
_UNDER: Final = re.compile(r"\b(?:under|as part of|within|according to|based on|in line with|in accordance with|pursuant to|в рамках|согласно|в соответствии с|на основании)\s(?:the |an? |its |this |that )?(?:[\w█'-]+\s){0,5}$", re.I)  # fmt: skip
_ONE_PAPER: Final = re.compile(r"документ|document|文書", re.I)
ISSUES_AS_PAPERS: Final = (re.compile(r"peace treaty|мирн\w+ (?:договор|трактат)\w*|平和条約|和平条约|평화조약", re.I),)
_WORKS: Final = re.compile(r"project|plant|line|work|railway|проект|строительств|事業|案件|工程|项目|线路|路段|사업")
_HOME_WORDS: Final = re.compile(r"総理|首相|外務省|政府は|円借款|JICA|両国|経済産業省|経産省|日・|日本")
_HELPED: Final = re.compile(
    r"\b(?:support|help|assistance|build|construct|finance|participat\w+|cooperat\w+)\b|\b(?:поддержк|помощ|участи|построи|строительств|финансирован)\w*|支援|協力|参加|建設|支持|参与|建设|지원|참여|건설",
    re.I,
)
_STATES: Final = re.compile(
    r"\b(?:government|minist(?:er|ry|ries|erial)|presidents?|prime minister|premier|ambassador|embassy|summit|bilateral|treaty|state-owned|state bank|exim|leaders?|delegation|visit|governments|republic|kingdom|cabinet|foreign ministry|envoy|officials?)\b"
    r"|правительств|министр|министерств|президент|премьер|посол|посольств|саммит|двусторон|межправ|госкорпорац|визит|переговор|лидер|вице-премьер|МИД|делегац"
    r"|政府|大臣|首相|大統領|外相|大使|首脳|会談|サミット|省|両国|国営|総裁|副首相|共和国|公社|機構|总统|总理|部长|政府|两国|访问|정부|대통령|장관|정상|양국"
    r"|[Rr]egierung|[Mm]inister|gouvernement|ministre|gobierno|ministro|حكومة|وزير|رئيس",
    re.I,
)
_LEADS: Final = re.compile(
    r"[:：]\s*$|\b(?:the )?following\b|следующ\w+|以下の|次の(?:文書|取り決め|協定|とおり|通り)|下記|如下|다음"
)
_DOES: Final = re.compile(
    r"\b(?:will|to|would|agreed to|pledged to|promised to)\s(?:\w+ly\s)?(?:train|send|open|share|exchange|host|cooperate|co-operate|assist|help|support|join|launch|ease|lift|simplify|establish|set up|create|develop|supply|provide|transfer|upgrade|modernise|modernize|build|construct|dispatch|teach|invite|accept|recognise|recognize|waive|resume)\b"
    r"|\b(?:подготовит|обучит|направит|откроет|откроют|поможет|помогут|упростит|упростят|отменит|создаст|создадут|передаст|поддержит|примет|расширит|расширят)\b"
    r"|派遣する|派遣します|育成する|受け入れる|緩和する|開設する|共有する|協力する|協力します|支援する|支援します|拡大する|提供する|提供します|移転する",
    re.I,
)
_ACCORDING: Final = re.compile(
    r"(?:according to|по (?:словам|данным|сообщению|оценке)|сообщил\w*|заявил\w*|据|laut|selon|según)\s(?:the |(?:[а-яё]+\s){0,2})?$",
    re.I,
)
_SAYS: Final = re.compile(
    r"(?:'s [\w -]{3,40})?,? (?:said|says|told|announced) (?:that|in|on|it)\b|によると|によれば|表示|称"
)
_NOT_YET: Final = re.compile(
    r"\byet\b|\bstill\b|пока|ещ[её] не|まだ|未だ|尚未|noch nicht|pas encore|todavía|aún no|아직", re.I
)
_CONDITION: Final = re.compile(
    r"\b(?:only )?(?:once|if|unless|provided that|on condition|when|если|при условии|после того как)\b", re.I
)
_CARRIED: Final = re.compile(r"\b(?:built|constructed|carried out|implemented|executed|undertaken|operated|managed|построен\w*|реализ\w+|выполн\w+)\s+by\b", re.I)  # fmt: skip
_LEAVES: Final = re.compile(r"\b(?:leav|left|pull\w* out|quit|exit|withdr[ae]w|walk\w* away)|выйти|вышл?|выход|покин|撤退|離脱|退出|철수", re.I)  # fmt: skip
_PAYS: Final = re.compile(r"disburs|transferr?|paid|wired|injected|issued|released|перечисл|выпла|перев|внес|зачисл|拠出|支払|送金|執行|払い込|入金|充当|貸付|貸し出|支付|拨付|放款|vers|décaiss|débours|desembols|pag|überwies|gezahlt|ausgezahlt|집행|지급|송금|납입|صرف|دفع|حو", re.I)  # fmt: skip
_FURTHER: Final = re.compile(r"^[\W_]*(?:a further|the (?:bloc|bank|lender|company|firm|fund|agency|government|ministry|country|contract|agreement|accord|deal|documents?|loans?|papers?|two|sides|partners|money)\b|in addition|(?:также |кроме того, |ранее |в то же время |при этом |всего )?(?:эта? |этого |весь |сам )?(?:банк|компани|фонд|корпораци|агентств|стран|сторон|правительств|ведомств|министерств|кредит|за[её]м|соглашени|контракт|документ|меморандум|проект|средств|сделк)\w*|кроме того|помимо этого|同(?:社|行|国|省|事業)|このほか|さらに|また|another|an additional|the (?:other|rest|remainder|remaining)|of (?:this|that|these|which|the)|it\b|they\b|this\b|these\b|the money|its\b|the sum|from this|из них|из (?:этой|общей) суммы|ещ[её]|остальн|также|доля|из \d|этот|эта|это\b|он\b|она\b|они\b|このうち|うち|残り|これ|内訳|その|同(?:社|行|国)|davon|weitere|dont|además|其中|该|此外)", re.I)  # fmt: skip
_NOT_PAPER: Final = re.compile(r"\bsigning ceremony\b|\bcredit rating|\bcredit card|\bparis agreement\b|\bsign(?:s)? of\b|Парижск\w+ соглашени\w+|パリ協定", re.I)  # fmt: skip
_HEADLINE_PROGRAMME: Final = re.compile(r"(?:under|part of|within|in the framework of|within the framework of|belongs to (?:the \w+ area of )?)\s(?:the |its |a |an )?(?P<name>(?:[a-z]+-point |[A-Z][\w'-]+[ -]){1,7}(?:[Pp]lan|[Pp]rogramme|[Pp]rogram|[Ii]nitiative|[Pp]artnership|[Aa]greement|[Ss]trategy|[Ff]ramework)(?: (?:of|for|on) [\w -]{3,40}?)?)(?=[,.;]| (?:under|which|that|proposed|of January|signed|and)\b|$)")  # fmt: skip
_RU_PROGRAMME: Final = re.compile(r"(?:в рамках|План\w* сотрудничества|по)\s?(?P<name>(?:План\w* сотрудничества(?: из восьми пунктов)?|восьмипунктн\w+ план\w*|программ\w+ «[^»]+»|инициатив\w+ «[^»]+»))")  # fmt: skip
_JA_PROGRAMME: Final = re.compile(r"(?P<name>8項目の(?:「?協力プラン」?|経済協力プラン)|８項目の(?:「?協力プラン」?)|八項目の\S{0,3}協力プラン|一帯一路|「[^」]{2,18}(?:計画|プラン|構想|イニシアチブ)」)")  # fmt: skip
_ZH_PROGRAMME: Final = re.compile(r"[“「](?P<name>[^”」]{2,12})[”」](?:倡议|建设|计划)")

PAIRS: Final[dict[str, str]] = {"日": "JP", "ロ": "RU", "露": "RU", "米": "US", "中": "CN", "韓": "KR", "印": "IN", "豪": "AU", "英": "GB", "仏": "FR", "独": "DE", "伊": "IT", "比": "PH", "越": "VN", "泰": "TH", "朝": "KP", "俄": "RU", "美": "US", "韩": "KR", "欧": "EU", "한": "KR", "미": "US", "일": "JP", "중": "CN", "러": "RU"}  # fmt: skip
_PAIR: Final = re.compile(r"(?<![一-龥ァ-ヴ가-힣])(?P<one>[日米中韓ロ露印豪英仏独俄美韩한미일중러])(?P<two>[日米中韓ロ露印豪英仏独俄美韩한미일중러])(?:両|首|間|间|关|関|経|経済|协|協|会|貿|平|財|の|は|が|、|\s|양국|정상|외교|双方|两国|政府)")  # fmt: skip
_AGAINST_JA: Final = re.compile(
    r"対(?P<who>日|米|中|韓|ロ|露|印|豪)(?=投資|融資|支援|援助|輸出|\d|３|2|[一二三四五六七八九])"
)


class Story:
    """Everything read from one document before deals are made of it."""

    def __init__(self, page: Page, body: str, language: str, lexicon: Lexicon, table: Table, lines: list[Sentence]) -> None:  # fmt: skip
        self.page = page
        self.body = body
        self.language = language
        self.lexicon = lexicon
        self.table = table
        self.names = Names(table, language)
        self.spoken: list[Spoken] = []
        self.countries: Counter[str] = Counter()
        self.state_of: dict[str, Mention] = {}
        self.where_of: dict[str, tuple[int, int]] = {}
        self._read(lines)
        self._at_home()

    def _read(self, lines: list[Sentence]) -> None:
        day, year = self.page.day, self.page.year
        currency: str | None = None
        context_year: int | None = None
        seen_day: str | None = None
        for one in self.names.read(self.page.title):
            if one.country:
                self.countries[one.country] += 2
        for match in _PAIR.finditer(self.page.title):
            self.countries[PAIRS[match["one"]]] += 2
            self.countries[PAIRS[match["two"]]] += 2
        for sentence in lines:
            text = sentence.text
            found = amounts(text, currency)
            found = _localised(text, found, self.names.table)
            mentions = [one for one in self.names.read(text) if all(one.end <= sum_.start or one.start >= sum_.end for sum_ in found)]  # fmt: skip
            dated = days(text, day, year, context_year)
            dated = [one for one in dated if all(one.end <= sum_.start or one.start >= sum_.end for sum_ in found)]
            again = same_day(text)
            if again is not None and seen_day is not None:
                dated.append(Day(*again, seen_day, True))
            for when in dated:
                if not when.relative:
                    context_year = int(when.edtf[:4])
                if len(when.edtf) == 10:
                    seen_day = when.edtf
            if found:
                currency = found[-1].currency
            for named in mentions:
                if named.country and named.sort != "place":
                    self.countries[named.country] += 1
                    if named.sort in {"country", "government"} and named.country not in self.state_of:
                        self.state_of[named.country] = named
                        self.where_of[named.country] = (sentence.start + named.start, sentence.start + named.end)
                elif named.country:
                    self.countries[named.country] += 1
            head = _DATELINE.match(text)
            if head is not None:
                mentions = [one for one in mentions if one.start >= head.end()]
                dated = [one for one in dated if one.start >= head.end() or len(found) == 0]
            bare = masked(text, mentions, found, dated)
            if head is not None:
                bare = HOLE * head.end() + bare[head.end() :]
            self.spoken.append(Spoken(sentence, mentions, found, dated, bare, clauses(text, mentions, found, dated, self.lexicon)))  # fmt: skip

    def _at_home(self) -> None:
        """A Japanese text that deals with one other country and with a premier, a ministry or yen loans is about Japan."""
        others = [code for code in self.countries if code != "JP"]
        if (
            self.language == "ja"
            and others
            and self.countries["JP"] < 2
            and _HOME_WORDS.search(self.body + self.page.title)
        ):
            self.countries["JP"] += 2

    def top(self) -> list[str]:
        """The countries of the story, most named first."""
        return [code for code, _ in sorted(self.countries.items(), key=lambda pair: (-pair[1], pair[0]))]


class Deals:
    """Makes the drafts of one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.lexicon = story.lexicon
        self.drafts: list[Draft] = []
        self._dealing: frozenset[str] | None = None
        self._lead: tuple[Happened, int, int] | None = None

    def read(self) -> list[Draft]:
        header: Spoken | None = None
        for number, spoken in enumerate(self.story.spoken):
            if spoken.sentence.row:
                header = self._row(number, spoken, header)
                continue
            header = None
            self._sentence(number, spoken)
        merged = self._merged()
        sure = [draft for draft in merged if self._worth(draft)]
        between = any(len({one.mention.country for one in draft.parties if one.mention.country}) > 1 for draft in sure)
        kept = [draft for draft in merged if draft in sure or (between and self._beside(draft))]
        if between:
            self._left_over(kept)
        return kept

    # -- sentences

    def _sentence(self, number: int, spoken: Spoken) -> None:
        previous: Clause | None = None
        for clause in spoken.clauses:
            told = happened(clause, spoken.bare, self.lexicon)
            self._clause(number, spoken, clause, told, previous)
            previous = clause
            if told is not None and not told.denied and _LEADS.search(spoken.sentence.text):
                self._lead = told, number, spoken.sentence.paragraph

    def _clause(
        self, number: int, spoken: Spoken, clause: Clause, told: Happened | None, previous: Clause | None
    ) -> None:
        if (
            told is not None
            and previous is not None
            and told.event == "pledge"
            and self._wished(spoken, clause, previous)
        ):
            told = Happened("plan", "proposed", told.start, told.end, told.denied, True)
        if self._counted(number, spoken, clause, told):
            self._binding_talk(clause, spoken)
            return
        target = self._spoken_of(clause)
        if target is not None and self._add(target, spoken, clause, told):
            return
        if (
            told is not None
            and told.event == "plan"
            and clause.depth == 0
            and _FURTHER.match(spoken.bare.lstrip("█ \"“«('"))
            and _GO.search(clause.text)
            and self.drafts
            and self.drafts[-1].stage.value == "announced"
        ):
            told = Happened("pledge", "announced", told.start, told.end, told.denied, True)
        part = _PART_OF.match(spoken.bare)
        if (
            part is not None
            and clause.depth == 0
            and self.drafts
            and number - self.drafts[-1].sentence <= 2
            and clause.amounts
        ):
            self._parts(self.drafts[-1], spoken, clause, told)
            return
        if (
            clause.amounts
            and self.drafts
            and number - self.drafts[-1].sentence <= 2
            and _EACH.search(clause.text)
            and self.drafts[-1].paper.value in {"mou", "fund", "venture"}
        ):
            self._take(self.drafts[-1], spoken, self._sums_of(spoken, clause))
            return
        if told is not None and told.denied and told.event in {"sign", "order"}:
            if _NOT_YET.search(clause.text):
                told = Happened("plan", "proposed", told.start, told.end)
            elif (
                _DID_NOT.search(spoken.bare[max(clause.start, told.start - 10) : told.end + 8])
                and len({one.country for one in clause.mentions if one.country}) > 1
            ):
                told = Happened("stall", "stalled", told.start, told.end)
        if told is None or told.denied:
            if told is None and not clause.amounts and self._listed(number, spoken, clause, previous):
                return
            if clause.amounts and told is None and self._without_verb(number, spoken, clause, previous):
                return
            if clause.amounts and (told is None or told.event in {"sign", "plan"}):
                self._loose_sums(number, spoken, clause)
            self._binding_talk(clause, spoken)
            return
        papers = [
            one for one in clause.papers if not _NOT_PAPER.search(spoken.bare[max(0, one.start - 10) : one.end + 10])
        ]
        sums = self._sums_of(spoken, clause)
        paper = self._paper(clause, told, papers, sums)
        if paper is not None and told.event == "plan" and paper.name == "pledge" and _HOPES.search(clause.text):
            return
        if paper is None:
            if sums:
                self._loose_sums(number, spoken, clause, told.event == "plan")
            self._binding_talk(clause, spoken)
            return
        if paper.name in WEAK and any(one.sentence == number and one.paper.value not in WEAK for one in self.drafts):
            return
        near = bool(self.drafts) and number - self.drafts[-1].sentence <= 3
        alone = paper.name == "papers" and _ONE_PAPER.fullmatch(spoken.bare[paper.start : paper.end]) is not None
        if near and alone and self._add(self.drafts[-1], spoken, clause, told):
            return
        known = self._definite(spoken, paper, told, clause)
        if known is not None and self._add(known, spoken, clause, told):
            return
        draft = self._draft(number, spoken, clause, told, paper, sums, previous)
        if (
            not draft.parties
            and self.drafts
            and draft.sums
            and number - self.drafts[-1].sentence <= 2
            and paper.name in {"pledge", "grant"}
        ):
            self._take(self.drafts[-1], spoken, sums)
            return
        if not draft.parties:
            self._fall_back(draft)
        if (
            draft.paper.value in WEAK
            and not draft.sums
            and len({one.mention.country for one in draft.parties} | ({draft.place.value} if draft.place else set()))
            < 2
            and draft.event.event in {"build", "present", "give", "pledge", "approve"}
            and not any(one.mention.work == "state" for one in draft.parties)
        ):
            return
        self.drafts.append(draft)
        self._binding_talk(clause, spoken)

    def _definite(self, spoken: Spoken, paper: Hit, told: Happened, clause: Clause) -> Draft | None:
        """The deal told before that "the loan", "its purchase" speaks of, inside a clause that plans or doubts it."""
        before = spoken.bare[max(0, paper.start - 14) : paper.start].lower()
        if not re.search(
            r"\b(?:the|this|that|its|their|these|such)\s(?:[\w-]+\s)?$|(?:同|本|この|その|当該)$|\b(?:этот|этого|это|эту|данн\w+)\s$",
            before,
        ):
            return None
        if told.event in {"sign", "give", "pledge", "approve", "draw"} and clause.amounts:
            return None
        return next((one for one in reversed(self.drafts) if one.paper.value == paper.name), None)

    def _take(self, draft: Draft, spoken: Spoken, sums: list[tuple[Amount, bool]], hoped: bool = False) -> None:
        for amount, cost in sums:
            if not any(
                one.amount.number == amount.number and one.amount.currency == amount.currency for one in draft.sums
            ):
                read = self._sum(draft, spoken, amount, cost)
                draft.sums.append(
                    replace(read, kind="hoped", rule=f"{amount.rule}+hoped") if hoped and not cost else read
                )

    def _fall_back(self, draft: Draft) -> None:
        """A paper with nobody named beside it: the two countries that the text is about."""
        last = self.drafts[-1] if self.drafts else None
        if (
            last is not None
            and last.paper.value == draft.paper.value
            and draft.sentence - last.sentence <= 2
            and last.parties
        ):
            draft.parties = [replace(one, rule="party:told-before") for one in last.parties]
            draft.inherited = True
            return
        if self.story.language == "ja" and self._home(draft):
            return
        if draft.paper.value in WEAK and draft.event.event in {"work", "finish", "stall", "cancel", "build"}:
            spoken = self.story.spoken[draft.sentence]
            here = list(dict.fromkeys(one.country for one in spoken.mentions if one.country))
            for code in here[:2] if len(here) > 1 else ():
                named = next(one for one in spoken.mentions if one.country == code)
                self._state(
                    draft, code, spoken.sentence.start + named.start, spoken.sentence.start + named.end, "signatory"
                )
            return
        if draft.paper.value not in SPECIFIC or (
            draft.event.event == "plan"
            and not draft.sums
            and draft.paper.value not in {"agreement", "framework", "venture", "mou", "contract"}
        ):
            return
        spoken = self.story.spoken[draft.sentence]
        here = list(dict.fromkeys(one.country for one in spoken.mentions if one.country and one.sort != "place"))
        top = here[:2] if len(here) > 1 else [code for code in self.story.top() if self.story.countries[code] >= 2][:2]
        if len(top) < 2:
            return
        for code in top:
            first = next((one for one in spoken.mentions if one.country == code), None)
            at = (
                (spoken.sentence.start + first.start, spoken.sentence.start + first.end)
                if first
                else (draft.paper.start, draft.paper.end)
            )
            self._state(draft, code, *at, "signatory")

    def _parts(self, draft: Draft, spoken: Spoken, clause: Clause, told: Happened | None) -> None:
        """ "Of the 800 million 627 were drawn": the first sum is the deal's own, the others are what became of it."""
        base = spoken.sentence.start
        if (
            told is not None
            and told.event in {"draw", "give"}
            and not told.denied
            and RANK[told.stage] > RANK[draft.stage.value]
        ):
            draft.event = told
            draft.stage = Words(told.stage, base + told.start, base + told.end, f"stage:{told.event}+later")
        for at, (amount, cost) in enumerate(self._sums_of(spoken, clause)):
            if any(one.amount.number == amount.number and one.amount.currency == amount.currency for one in draft.sums):
                continue
            read = self._sum(draft, spoken, amount, cost)
            drawn = told is not None and told.event in {"draw", "give"}
            kind = ("commitment" if at == 0 and len(clause.amounts) > 1 else "disbursement") if drawn else read.kind
            draft.sums.append(replace(read, kind=kind, rule=f"{amount.rule}+{kind}"))

    def _home(self, draft: Draft) -> bool:
        """A Japanese official text leaves its subject out when it is Japan."""
        gives = draft.paper.value in {"pledge", "grant", "loan", "other"} and draft.event.event in {"pledge", "present"}
        if not gives or self.story.countries.get("JP", 0) < 1:
            return False
        self._state(draft, "JP", draft.paper.start, draft.paper.end, "provider")
        return True

    def _listed(self, number: int, spoken: Spoken, clause: Clause, previous: Clause | None) -> bool:
        """An item of a list of papers under a sentence that says what was done with them ("were signed:")."""
        if self._lead is None or number - self._lead[1] > 30 or spoken.sentence.paragraph == self._lead[2]:
            return False
        papers = [one for one in clause.papers if one.name in SPECIFIC]
        if not papers or (not any(one.party for one in clause.mentions) and len(spoken.sentence.text) > 240):
            return False
        event = Happened(self._lead[0].event, self._lead[0].stage, papers[0].start, papers[0].end)
        draft = self._draft(number, spoken, clause, event, papers[0], [], previous)
        if not draft.parties:
            self._fall_back(draft)
        if draft.parties:
            self.drafts.append(draft)
        return bool(draft.parties)

    def _without_verb(self, number: int, spoken: Spoken, clause: Clause, previous: Clause | None) -> bool:
        """A phrase with a sum and no verb that is known: an item of a list, told at the stage of what leads it.

        It is a deal of its own when it names a paper or somebody new; else its sums belong to the deal before.
        """
        sums = self._sums_of(spoken, clause)
        if not sums or all(cost for _, cost in sums):
            return False
        last = self.drafts[-1] if self.drafts and number - self.drafts[-1].sentence <= 4 else None
        names = {
            "loan",
            "grant",
            "guarantee",
            "equity",
            "fund",
            "purchase",
            "contract",
            "mou",
            "agreement",
            "venture",
            "relief",
        }
        papers = [one for one in clause.papers if one.name in names]
        mine = {one.mention.id or one.mention.text for one in last.parties} if last is not None else set()
        fresh = [
            one for one in clause.mentions if one.party and one.strength > GUESSED and (one.id or one.text) not in mine
        ]
        if not papers and not (fresh and last is not None):
            return False
        if last is not None and last.sentence == number and not fresh and not papers:
            return False
        amount = sums[0][0]
        paper = (
            papers[0] if papers else Hit(last.paper.value if last is not None else "pledge", amount.start, amount.end)
        )
        if paper.name in {"papers", "project", "other", "statement"}:
            paper = Hit("pledge", amount.start, amount.end)
        stage = last.event if last is not None else None
        event = Happened(stage.event, stage.stage, paper.start, paper.end) if stage is not None and stage.event not in {"stall", "cancel", "refuse"} else Happened("pledge", "announced", paper.start, paper.end)  # fmt: skip
        draft = self._draft(number, spoken, clause, event, paper, sums, previous)
        draft.inherited = True
        if not draft.parties:
            self._fall_back(draft)
        if not draft.parties:
            return False
        self.drafts.append(draft)
        self._binding_talk(clause, spoken)
        return True

    def _wished(self, spoken: Spoken, clause: Clause, previous: Clause) -> bool:
        """Whether the clause is what the one before it only hopes: "they hope that … will get"."""
        wish = happened(previous, spoken.bare, self.lexicon)
        return wish is not None and wish.event == "plan" and re.match(r"\W*(?:that|что|чтобы|dass|que)\b", clause.text) is not None  # fmt: skip

    def _paper(self, clause: Clause, told: Happened, papers: list[Hit], sums: list[tuple[Amount, bool]]) -> Hit | None:
        """The paper or way of value that the clause's event is about."""
        condition = _CONDITION.search(clause.text)
        if condition is not None and condition.start() + clause.start > told.start:
            papers = [one for one in papers if one.start < condition.start() + clause.start]
        names = {one.name for one in papers}
        near = sorted(papers, key=lambda one: (abs(one.start - told.start), one.start))

        def first(name: str) -> Hit:
            return next(one for one in near if one.name == name)

        signing = told.event in {"sign", "force"}
        if told.event == "order" or told.event == "buy":
            if "equity" in names:
                return first("equity")
            if told.event == "order" and "contract" in names:
                return first("contract")
            return first("purchase") if "purchase" in names else Hit("purchase", told.start, told.end)
        if self.lexicon.verb_last and signing:
            before = [
                one for one in papers if one.end <= told.start and told.start - one.end <= 14 and one.name not in WEAK
            ]
            if before:
                last = before[-1]
                wider = next(
                    (
                        one
                        for one in reversed(papers)
                        if one.end <= last.start and last.start - one.end <= 4 and one.name in SPECIFIC
                    ),
                    None,
                )
                if last.name in {"contract", "agreement", "notes"}:
                    return wider or next(
                        (
                            one
                            for one in papers
                            if one.name in {"loan", "equity", "purchase", "grant", "guarantee", "venture", "fund"}
                            and abs(one.start - last.start) < 30
                        ),
                        last,
                    )
                return last
        for name in ("mou", "letter"):
            if name in names and abs(first(name).start - told.start) < 90:
                return first(name)
        specific = [
            one for one in near if one.name in {"guarantee", "equity", "venture", "loan", "grant", "fund", "relief"}
        ]
        if told.event == "relieve":
            return next((one for one in near if one.name == "relief"), Hit("relief", told.start, told.end))
        specific = [
            one
            for one in specific
            if one.name != "relief" or "debt " in clause.text[one.start - clause.start : one.end - clause.start].lower()
        ]
        if specific:
            if "loan" in names and specific[0].name == "fund" and signing:
                return first("loan")
            if specific[0].name == "grant" and "loan" in names and abs(first("loan").start - first("grant").start) < 16:
                return first("loan")
            return specific[0]
        if "purchase" in names and told.event == "plan" and abs(first("purchase").start - told.end) > 44:
            names.discard("purchase")
        moves = {"plan", "pledge", "present", "approve", "work", "finish", "stall", "cancel", "refuse", "draw", "give"}
        built = "contract" in names and re.search(r"\bbuild|\bconstruct|\bпостро|\bстроит|建設", clause.text, re.I)
        if "purchase" in names and (signing or told.event in moves) and not built:
            return first("purchase")
        for name in ("notes", "framework", "contract", "agreement", "statement"):
            if name in names:
                return first(name)
        if (
            told.event == "cancel"
            and _LEAVES.search(clause.text)
            and any(one.sort == "body" for one in clause.mentions)
        ):
            return Hit("equity", told.start, told.end)
        if (
            sums
            and told.event
            in {
                "give",
                "present",
                "build",
                "relieve",
                "pledge",
                "approve",
                "invest",
                "draw",
                "plan",
                "stall",
                "cancel",
                "finish",
                "work",
            }
            and not all(cost for _, cost in sums)
        ):
            if told.event == "plan" and not (
                _INVESTS.search(clause.text)
                or any(one.party or one.sort == "capital" for one in clause.mentions)
                or re.search(
                    r"\b(?:provide|give|lend|finance|fund|pay|предостав\w+|выдел\w+|профинансир\w+)\b|拠出|供与|支援|提供",
                    clause.text,
                )
            ):
                return None
            amount = sums[0][0]
            return Hit("pledge", amount.start, amount.end)
        if told.event == "build" and any(one.sort in {"country", "government"} for one in clause.mentions) and len({one.country for one in clause.mentions if one.country}) > 1:  # fmt: skip
            return next(
                (one for one in near if one.name in {"project", "papers"}), Hit("project", told.start, told.end)
            )
        helped = told.event == "plan" and "project" in names and _HELPED.search(clause.text) is not None
        if helped and len({one.country for one in clause.mentions if one.country}) > 1:
            return first("project")
        if (
            told.event == "pledge"
            and "project" in names
            and re.search(r"\bto (?:build|construct)\b|\bпостроит\b|建設する", clause.text)
            and any(one.sort == "body" for one in clause.mentions)
        ):
            return Hit("contract", told.start, told.end)
        for name in ("other", "papers", "project"):
            if name in names and (
                (
                    name != "project"
                    and told.event
                    in {"sign", "work", "finish", "stall", "cancel", "pledge", "build", "present", "give", "approve"}
                )
                or (
                    name == "project"
                    and told.event
                    in {"work", "finish", "stall", "cancel", "sign", "build", "present", "give", "approve"}
                )
                or (name == "project" and told.event == "pledge" and _BUILDS.search(clause.text) is not None)
            ):
                return first(name)
        states = {
            one.country for one in clause.mentions if one.country and one.sort in {"country", "government", "body"}
        }
        if told.event in {"pledge", "present", "approve"} and len(states) > 1 and _DOES.search(clause.text):
            return Hit("other", told.start, told.end)
        return None

    def _draft(self, number: int, spoken: Spoken, clause: Clause, told: Happened, paper: Hit, sums: list[tuple[Amount, bool]], previous: Clause | None) -> Draft:  # fmt: skip
        base = spoken.sentence.start
        draft = Draft(
            Words(paper.name, base + paper.start, base + paper.end, f"paper:{paper.name}"), told,
            Words(told.stage, base + told.start, base + told.end, f"stage:{told.event}{'+future' if told.future else ''}"),
            number, spoken.sentence.start, spoken.sentence.end,
        )  # fmt: skip
        draft.board = _BOARD.search(clause.text) is not None
        draft.hedged = clause.said(self.lexicon.hedge) is not None
        if paper.name == "equity" and told.event == "finish":
            draft.event = Happened("buy", "financed", told.start, told.end)
            draft.stage = Words("financed", base + told.start, base + told.end, "stage:buy")
        draft.signed = any(one.name == "sign" for one in clause.events)
        self._find_parties(draft, spoken, clause, previous)
        if paper.name == "pledge":
            self._lending(draft)
        for amount, cost in sums:
            draft.sums.append(self._sum(draft, spoken, amount, cost))
        self._find_day(draft, spoken, clause)
        self._describe(draft, spoken, clause)
        return draft

    def _lending(self, draft: Draft) -> None:
        """Money of a bank or lender in no named form is lent, and so is what is asked for right after a loan."""
        lender = any(one.mention.work == "lender" and one.role == "provider" for one in draft.parties)
        after = (
            bool(self.drafts)
            and self.drafts[-1].paper.value == "loan"
            and draft.sentence - self.drafts[-1].sentence <= 4
        )
        if lender or (after and draft.event.event == "plan" and any(one.role == "receiver" for one in draft.parties)):
            draft.paper = Words("loan", draft.paper.start, draft.paper.end, "paper:lender")

    # -- parties

    def _way(self, draft: Draft, words: str) -> str:
        name = draft.paper.value
        if name in {"loan", "grant", "guarantee", "pledge", "fund", "relief"}:
            if name == "fund":
                return "lending"
            if draft.event.event == "draw" and not _PAYS.search(
                self.story.spoken[draft.sentence].bare[draft.event.start : draft.event.end + 2]
            ):
                return "taking"
            if (_WANTS.search(words) and draft.event.event not in {"give", "pledge"}) or re.search(r"\bto (?:get|receive)\b|получит\b|привлек", words):  # fmt: skip
                return "taking"
            return "investing" if name == "pledge" and _INVESTS.search(words) else "lending"
        if name == "equity":
            return "investing"
        if name == "purchase":
            return "buying" if (_BUYS.search(words) and not re.search(r"\b(?:sell|sold|supply|supplies|export)\w*|\bпостав\w+|供給|输出|供应", words)) or draft.event.event in {"order", "buy"} else "selling"  # fmt: skip
        if name == "contract":
            return "building"
        if name in WEAK and (draft.event.event in {"build", "present", "give"} or _BUILDS.search(words)):
            return "lending"
        return (
            "investing" if draft.event.event in {"pledge", "invest", "give"} and _INVESTS.search(words) else "signing"
        )

    def _find_parties(self, draft: Draft, spoken: Spoken, clause: Clause, previous: Clause | None) -> None:
        base, text = spoken.sentence.start, spoken.sentence.text
        event = (draft.event.start, draft.event.end)
        way = self._way(draft, clause.text)
        if way == "signing" and draft.event.event == "sign":
            moved = next(
                (one for one in clause.events if one.name in {"pledge", "give", "invest"} and one.start > event[1]),
                None,
            )
            if (
                moved is not None
                and clause.amounts
                and re.search(r"under which|by which|по котор|в рамках котор", clause.text)
            ):
                event, way = (moved.start, moved.end), "investing"
        condition = _CONDITION.search(spoken.bare, clause.start, clause.end)
        edge = condition.start() if condition is not None and condition.start() > event[0] else clause.end
        found = self._linked(text, [one for one in clause.mentions if one.start < edge], event, clause.start)
        roles = self._roles(found, way, draft, clause)
        if len({one.country or one.text for one, _ in roles}) < 2:
            earlier = [one for one in spoken.mentions if one.end <= clause.start]
            if earlier and not any(link == links.SUBJECT for _, link in found):
                extra = [(one, links.SUBJECT) for one, link in self._linked(text, earlier, (clause.start, clause.start), 0) if link in {links.SUBJECT, "and", links.WITH, links.BETWEEN}]  # fmt: skip
                known = {one.id or one.text for one, _ in found}
                roles += self._roles(
                    [pair for pair in extra if (pair[0].id or pair[0].text) not in known], way, draft, clause
                )
        draft.parties = [
            PartyWords(one, role, base + one.start, base + one.end, f"party:{way}")
            for one, role in links.settle(roles, draft.event.event in {"sign", "plan", "force"} and way == "lending")
        ]
        sides = clause.said(self.lexicon.sides)
        pair = next(iter(_PAIR.finditer(clause.text)), None)
        if pair is not None and len(draft.parties) < 2:
            self._state(
                draft,
                PAIRS[pair["one"]],
                base + clause.start + pair.start("one"),
                base + clause.start + pair.end("one"),
                "signatory",
            )
            self._state(
                draft,
                PAIRS[pair["two"]],
                base + clause.start + pair.start("two"),
                base + clause.start + pair.end("two"),
                "signatory",
            )
        elif sides is not None and len(draft.parties) < 2 and (not draft.parties or way == "signing"):
            top = [code for code in self.story.top() if code in self.story.state_of or code][:2]
            if len(top) == 2:
                for code in top:
                    self._state(
                        draft, code, base + clause.start + sides.start(), base + clause.start + sides.end(), "signatory"
                    )
        aimed = _AGAINST_JA.search(text, clause.start, clause.end)
        if aimed is not None and not any(one.role == "receiver" for one in draft.parties):
            self._state(draft, PAIRS[aimed["who"]], base + aimed.start("who"), base + aimed.end("who"), "receiver")
        if (
            len(draft.parties) == 1
            and way == "signing"
            and draft.paper.value in {"mou", "agreement", "statement", "framework", "notes"}
            and draft.event.event in {"sign", "force", "pledge"}
        ):
            mine = draft.parties[0].mention.country
            other = next(
                (code for code in self.story.top()[:3] if code != mine and self.story.countries[code] >= 2), None
            )
            if mine and other is not None:
                self._state(
                    draft,
                    other,
                    base + draft.parties[0].mention.start,
                    base + draft.parties[0].mention.end,
                    "signatory",
                )
        if not draft.parties or (
            len(draft.parties) == 1
            and draft.paper.value
            in {"mou", "agreement", "statement", "venture", "notes", "framework", "loan", "contract"}
        ):
            self._inherit(draft, spoken)

    def _linked(
        self, text: str, mentions: list[Mention], event: tuple[int, int], start: int
    ) -> list[tuple[Mention, str]]:
        language = self.story.language
        found: list[tuple[Mention, str]] = []
        last = ""
        for one in mentions:
            if one.sort in {"adjective", "place"}:
                continue
            if one.sort == "person":
                continue
            if found and re.fullmatch(r"\s?[(（]", text[found[-1][0].end : one.start]):
                continue
            link = links.link_of(text, one, event, language, start)
            if (
                one.sort == "capital"
                and link not in {links.SUBJECT, links.WITH, links.BETWEEN, links.TO, links.FROM}
                and not (link == links.OBJECT and one.start < event[1] + 14)
            ):
                last = ""
                continue
            if one.sort == "capital" and re.match(r"\s[a-z]+\s[A-Z]", text[one.end :]):
                continue
            if one.strength == GUESSED and language == "en" and _THING.match(text[one.end :]):
                continue
            if one.sort == "capital" and (
                (text[: one.start].strip() == "" and re.match(r"(?:\s?[,.(]| \d|, \w)", text[one.end :]))
                or one.text.isupper()
            ):
                continue
            if link == "and":
                link = last or (links.SUBJECT if one.start < event[0] else links.OBJECT)
            last = link
            found.append((one, link))
        if language in {"ja", "ko", "zh"}:
            found = _carried_back(found, text)
        return found

    def _roles(
        self, found: list[tuple[Mention, str]], way: str, draft: Draft, clause: Clause
    ) -> list[tuple[Mention, str]]:
        table = links.ROLES[way]
        roles: list[tuple[Mention, str]] = []
        seen: set[str] = set()
        for one, link in found:
            if link == links.SAID and not (draft.paper.value in {"loan", "guarantee"} and one.work == "lender"):
                continue
            owned = way == "investing" and draft.paper.value == "equity" and one.sort == "body"
            going = (
                one.sort == "body"
                and one.start < draft.event.start
                and draft.event.event in {"work", "finish", "stall", "cancel"}
            )
            if link == links.OF and not owned and not going:
                continue
            if (
                link == links.IN
                and one.sort in {"country", "capital"}
                and way in {"signing", "building", "buying", "selling"}
            ):
                continue
            if one.strength == GUESSED and (
                link == links.IN or (link in {links.OF, links.OBJECT} and way == "signing")
            ):
                continue
            role = table.get(link)
            key = one.id or one.country + one.text
            if role is None or key in seen:
                continue
            if link == links.BY and _CARRIED.search(
                self.story.spoken[draft.sentence].bare[max(0, one.start - 34) : one.start]
            ):
                role = "implementer"
            if one.sort == "capital":
                if any(
                    other.country == one.country
                    for other, _ in found
                    if other is not one and other.sort in {"country", "government"}
                ):
                    continue
                state = self.story.state_of.get(one.country)
                one = replace(one, sort="country", id=one.country, type="state body", work="state", text=state.text if state else one.text)  # fmt: skip
                key = one.id
                if key in seen:
                    continue
            if way == "lending" and one.work in {"lender", "insurer"} and role == "receiver" and link == links.OBJECT:
                role = "provider"
            seen.add(key)
            roles.append((one, role))
        return roles

    def _state(self, draft: Draft, code: str, start: int, end: int, role: str) -> None:
        if any(one.mention.country == code and one.mention.sort in {"country", "government"} for one in draft.parties):
            return
        known = self.story.state_of.get(code)
        name = known.text if known is not None else _STATE_NAMES.get(self.story.language, {}).get(code, "")
        if not name:
            row = self.story.table.by_id.get(code)
            name = row.full if row else code
        mention = Mention(start, end, name, "country", code, code, "state body", "state")
        draft.parties.append(PartyWords(mention, role, start, end, "party:sides"))

    def _inherit(self, draft: Draft, spoken: Spoken) -> None:
        """Take the parties of the deal told just before, where the clause itself names too few."""
        opening = spoken.bare.lstrip("█ \"“«('")
        close = [one for one in self.drafts if draft.sentence - one.sentence <= 2 and one.parties]
        if not close:
            return
        last = close[-1]
        pronoun = _FURTHER.match(opening) is not None or draft.sentence == last.sentence
        if not draft.parties and pronoun:
            draft.parties = [replace(one, rule="party:told-before") for one in last.parties]
            draft.inherited = True
        elif len(draft.parties) == 1 and pronoun:
            have = draft.parties[0].mention
            for one in last.parties:
                if (
                    one.mention.id != have.id
                    and one.mention.country != have.country
                    and one.role != draft.parties[0].role
                ):
                    draft.parties.append(replace(one, rule="party:told-before"))
                    draft.inherited = True
                    break

    # -- sums, days, counts, words

    def _sums_of(self, spoken: Spoken, clause: Clause) -> list[tuple[Amount, bool]]:
        kept = []
        for amount in clause.amounts:
            if amount.per:
                continue
            around = spoken.bare[max(clause.start, amount.start - 46) : min(clause.end, amount.end + 28)]
            if self.lexicon.not_sum.search(around) and not (
                any(one.name == "relief" for one in clause.papers)
                or re.search(r"refinanc|cancel|forg[ai]v|waive|писал|免除", clause.text)
            ):
                continue
            near = spoken.bare[max(clause.start, amount.start - 60) : amount.start] + " " + spoken.bare[amount.end : min(clause.end, amount.end + 24)]  # fmt: skip
            kept.append((amount, self.lexicon.cost.search(near) is not None))
        return kept

    def _sum(self, draft: Draft, spoken: Spoken, amount: Amount, cost: bool) -> SumWords:
        base = spoken.sentence.start
        kind = "cost" if cost else sum_kind(draft)
        if cost and draft.paper.value in {"contract", "purchase"}:
            kind = sum_kind(draft)
        lead = spoken.bare[max(0, amount.start - 12) : amount.start]
        if (
            re.search(r"\b(?:of|out of|from|из)\s(?:the\s)?$", lead, re.I)
            and kind == "disbursement"
            and len(spoken.amounts) > 1
            and amount is not spoken.amounts[-1]
        ):
            kind = "commitment"
        if (
            kind in {"pledge", "disbursement"}
            and re.search(r"\bbudget|\bбюджет|予算", spoken.bare)
            and not re.search(r"執行|spent|исполнен", spoken.bare[amount.end : amount.end + 12])
        ):
            kind = "commitment"
        return SumWords(amount, kind, base + amount.start, base + amount.end, f"{amount.rule}+{kind}")

    def _find_day(self, draft: Draft, spoken: Spoken, clause: Clause) -> None:
        base = spoken.sentence.start
        pool = [one for one in clause.days if not _span_of_years(spoken.sentence.text, one)]
        if not pool and clause.depth == 0:
            pool = [
                one
                for one in spoken.days
                if not _span_of_years(spoken.sentence.text, one) and abs(one.start - draft.event.start) < 60
            ]
        if not pool and draft.event.event != "plan":
            pool = [one for one in spoken.days if not _span_of_years(spoken.sentence.text, one) and one.start < 30]
        if draft.event.event == "plan":
            pool = [
                one
                for one in pool
                if one.start < draft.event.start and draft.event.start - one.end < 60 and not one.relative
            ]
        if not pool:
            return
        head = re.match(r"[^\n]{0,40}?\s[–—-]\s|【[^】]*】", spoken.sentence.text)
        pool = [one for one in pool if head is None or one.start >= head.end()] or [
            one for one in pool if len(one.edtf) == 10 and head is None
        ]
        if not pool:
            return
        chosen = min(pool, key=lambda one: (abs(one.start - draft.event.start), one.start))
        published = self.story.page.published
        if published is not None and chosen.edtf[: len(published)] > published[: len(chosen.edtf)]:
            return
        draft.day = Words(
            chosen.edtf, base + chosen.start, base + chosen.end, "date:relative" if chosen.relative else "date"
        )

    def _counted(self, number: int, spoken: Spoken, clause: Clause, told: Happened | None) -> bool:
        """A bundle: "80 documents were signed"; what is counted apart inside it is a bundle too."""
        text = spoken.sentence.text
        for pattern in _COUNT:
            for match in pattern.finditer(text, clause.start, clause.end):
                groups = match.groupdict()
                word = (groups.get("number") or groups.get("number2") or "").lower()
                noun = groups.get("noun") or groups.get("noun2") or ""
                value = _counted_number(word)
                if value is None or value < 2 or 1900 <= value <= 2100 or not noun:
                    continue
                if any(one.start <= match.start() < one.end for one in clause.amounts):
                    continue
                event = self._bundle_event(text, match, noun, told)
                if event is None or event.denied or event.event not in BUNDLED:
                    continue
                paper = _bundle_paper(noun, text[match.start() : match.end()], clause)
                if event.event == "plan" and paper == "papers" and value < 3 and not clause.amounts:
                    continue
                self._bundle(number, spoken, clause, event, paper, (match.start(), match.end()), value)
                clause.papers = [one for one in clause.papers if not match.start() <= one.start < match.end()]
                self._of_them(number, spoken, clause, event, match.end())
                return True
        if (
            clause.depth == 0
            and self.drafts
            and self.drafts[-1].count is not None
            and number - self.drafts[-1].sentence <= 1
        ):
            self._of_them(number, spoken, clause, self.drafts[-1].event, clause.start)
        return False

    def _bundle_event(self, text: str, match: re.Match[str], noun: str, told: Happened | None) -> Happened | None:
        """What happened to the papers that are counted: what is said right beside them goes before the clause's verb."""
        beside = _SIGNED_AFTER.search(text[match.start() : match.end() + 26]) or _SIGNED_BEFORE.search(
            text[: match.start()]
        )
        if beside is not None and (told is None or told.event not in {"plan", "sign"} or self.story.language == "ja"):
            return Happened("sign", "signed", match.start(), match.end())
        if told is None and not _WORKS_NOUN.match(noun):
            return Happened("sign", "signed", match.start(), match.end())
        return told

    def _bundle(
        self, number: int, spoken: Spoken, clause: Clause, event: Happened, paper: str, at: tuple[int, int], value: int
    ) -> None:
        base = spoken.sentence.start
        draft = Draft(
            Words(paper, base + at[0], base + at[1], "bundle"), event,
            Words(event.stage, base + event.start, base + event.end, f"stage:{event.event}"), number, spoken.sentence.start,
            spoken.sentence.end, count=Words(str(value), base + at[0], base + at[1], "count"),
        )  # fmt: skip
        lends = any(one.name == "loan" for one in clause.papers) and event.event in {"give", "draw"}
        if paper == "papers" and lends:
            draft.paper = Words("loan", draft.paper.start, draft.paper.end, "bundle")
        self._find_parties(draft, spoken, clause, None)
        if not draft.parties and self.drafts and _FURTHER.match(spoken.bare.lstrip("█ \"“«('")):
            draft.parties = [
                replace(one, rule="party:told-before") for one in self.drafts[-1].parties if one.role == "provider"
            ]
        if len(draft.parties) < 2 and not any(one.mention.work == "lender" for one in draft.parties):
            for code in self.story.top()[:2]:
                self._state(draft, code, draft.paper.start, draft.paper.end, "signatory")
        for amount, cost in self._sums_of(spoken, clause):
            if amount.start > at[1] - 4 or len(clause.amounts) == 1:
                kind = "cost" if cost else "total"
                draft.sums.append(
                    SumWords(amount, kind, base + amount.start, base + amount.end, f"{amount.rule}+{kind}")
                )
        clause.amounts = [] if draft.sums else clause.amounts
        self._find_day(draft, spoken, clause)
        self._describe(draft, spoken, clause)
        self.drafts.append(draft)

    def _of_them(self, number: int, spoken: Spoken, clause: Clause, event: Happened, start: int) -> None:
        """The part of a bundle that is counted apart: "12 of them intergovernmental"."""
        whole = self.drafts[-1]
        match = _OF_THEM.search(spoken.sentence.text, start, clause.end)
        if match is None or whole.count is None:
            return
        value = int(next(part for part in match.groups() if part))
        if not 1 < value < int(whole.count.value):
            return
        base = spoken.sentence.start
        part = replace(
            whole, sentence=number, count=Words(str(value), base + match.start(), base + match.end(), "count:part"), sums=[],
            paper=Words(whole.paper.value, base + match.start(), base + match.end(), "bundle:part"), parties=list(whole.parties),
            start=min(whole.start, spoken.sentence.start), end=spoken.sentence.end,
        )  # fmt: skip
        self.drafts.append(part)

    def _describe(self, draft: Draft, spoken: Spoken, clause: Clause) -> None:
        base, text = spoken.sentence.start, spoken.sentence.text
        found = area_of(text[clause.start : clause.end])
        offset = base + clause.start
        if found is None:
            found, offset = area_of(text), base
        if found is None:
            paragraph = self._paragraph(draft.sentence)
            found, offset = area_of(self.story.body[paragraph[0] : paragraph[1]]), paragraph[0]
        if found is not None:
            draft.area = Words(found[0], offset + found[1], offset + found[2], "area")
        for pattern in (_HEADLINE_PROGRAMME, _RU_PROGRAMME, _JA_PROGRAMME, _ZH_PROGRAMME):
            match = pattern.search(text)
            if match is not None:
                draft.programme = Words(match["name"].strip(), base + match.start("name"), base + match.end("name"), "programme")  # fmt: skip
                break
        self._place(draft, spoken, clause)
        self._voice(draft, spoken)
        said = _SPEAKER.search(text)
        if said is not None:
            draft.speaker = Words(said["who"].strip(), base + said.start("who"), base + said.end("who"), "said")

    def _voice(self, draft: Draft, spoken: Spoken) -> None:
        """Whose word the sentence is, where it says so: of the one who "said", "according to", "по словам", "によると"."""
        base, text = spoken.sentence.start, spoken.sentence.text
        for one in spoken.mentions:
            if not one.country or one.sort in {"adjective", "place"}:
                continue
            said = links.link_of(text, one, (draft.event.start, draft.event.end), self.story.language) == links.SAID
            if said or _ACCORDING.search(text[max(0, one.start - 30) : one.start]) or _SAYS.match(text, one.end):
                firm = one.sort == "body" and one.type != "state body" and one.work not in {"ministry", "agency"}
                whose = f"{one.country} {'firm' if firm else 'government'}"
                draft.voice = Words(whose, base + one.start, base + one.end, "voice:said")
                return

    def _place(self, draft: Draft, spoken: Spoken, clause: Clause) -> None:
        """The country that the deal is carried out in: named with "in", else another one than the provider's."""
        base, text = spoken.sentence.start, spoken.sentence.text
        givers = {one.mention.country for one in draft.parties if one.role == "provider"}
        named = [
            one
            for one in spoken.mentions
            if one.country and one.sort in {"country", "place", "capital", "government", "adjective"}
        ]
        inside = [
            one
            for one in named
            if links.link_of(text, one, (draft.event.start, draft.event.end), self.story.language) == links.IN
        ]
        for one in [*inside, *named]:
            if one.country not in givers and not (one.text.isupper() and one.start < 3):
                draft.place = Words(one.country, base + one.start, base + one.end, "place")
                return

    def _paragraph(self, number: int) -> tuple[int, int]:
        mine = self.story.spoken[number].sentence.paragraph
        same = [one.sentence for one in self.story.spoken if one.sentence.paragraph == mine]
        return same[0].start, same[-1].end

    # -- what adds to a deal told before

    def _spoken_of(self, clause: Clause) -> Draft | None:
        """The deal that a clause opening with "the loan", "the project" … speaks of."""
        noun = self._noun(clause)
        if noun is None:
            return None
        for draft in reversed(self.drafts):
            if _fits(noun, draft.paper.value):
                return draft
        return None

    def _noun(self, clause: Clause) -> str | None:
        """The noun that a clause opens with as known: "the loan", "this project"."""
        match = self.lexicon.definite.match(clause.text)
        if match is None:
            return None
        groups = match.groupdict()
        return (groups.get("noun") or groups.get("noun2") or "").lower()

    def _add(self, draft: Draft, spoken: Spoken, clause: Clause, told: Happened | None) -> bool:
        """Add what a clause says of a deal; whether it said nothing that needs a deal of its own."""
        self._binding_talk(clause, spoken, draft)
        base = spoken.sentence.start
        named = {one.id or one.text for one in clause.mentions if one.party}
        mine = {one.mention.id or one.mention.text for one in draft.parties}
        fresh_parties = named - mine
        bare_nouns = self.story.language not in {"en", "de", "fr", "es"}
        if (
            told is not None
            and not told.denied
            and told.event in {"sign", "order"}
            and len(fresh_parties) >= (1 if bare_nouns else 2)
        ):
            return False
        if (
            told is not None
            and not told.denied
            and fresh_parties
            and clause.amounts
            and told.event in {"pledge", "approve", "give", "invest", "buy", "order", "sign"}
        ):
            return False
        for amount, cost in self._sums_of(spoken, clause):
            if any(one.amount.number == amount.number and one.amount.currency == amount.currency for one in draft.sums):
                continue
            draft.sums.append(self._sum(draft, spoken, amount, cost))
        if told is not None and not told.denied and told.event != "plan" and RANK[told.stage] > RANK[draft.stage.value]:
            works = self._noun(clause) is not None and _WORKS.match(self._noun(clause) or "") is not None
            frame = draft.paper.value in {"mou", "letter", "statement", "agreement", "framework", "notes"}
            if works and draft.paper.value in {"loan", "guarantee", "equity", "fund"}:
                frame = True
            if not (frame and told.event in {"work", "finish", "give", "draw", "present", "build"}):
                draft.event = told
                draft.stage = Words(told.stage, base + told.start, base + told.end, f"stage:{told.event}+later")
                before, draft.day = draft.day, None
                self._find_day(draft, spoken, clause)
                draft.day = draft.day or before
        elif draft.day is None and told is not None and told.event == draft.event.event:
            self._find_day(draft, spoken, clause)
        if len(draft.parties) < 2:
            found = self._linked(spoken.sentence.text, clause.mentions, (told.start, told.end) if told else (clause.end, clause.end), clause.start)  # fmt: skip
            way = self._way(draft, clause.text)
            have = {one.mention.id or one.mention.text for one in draft.parties}
            for one, role in links.settle(self._roles(found, way, draft, clause)):
                if (one.id or one.text) not in have and one.strength > GUESSED:
                    draft.parties.append(PartyWords(one, role, base + one.start, base + one.end, f"party:{way}+later"))
        return True

    def _loose_sums(self, number: int, spoken: Spoken, clause: Clause, hoped: bool = False) -> None:
        """Sums of a clause that starts no deal go to the deal told just before, where the clause goes on about it."""
        sums = self._sums_of(spoken, clause)
        if sums and not self.drafts:
            titled = self.lexicon.events.search(self.story.page.title) and self.story.table.find(self.story.page.title)
            if (
                titled
                and all(cost for _, cost in sums)
                and _BUILDS.search(self.story.body)
                and len(self.story.countries) > 1
            ):
                self._first(number, spoken, clause, sums)
            return
        if not sums:
            return
        draft = self.drafts[-1]
        opening = spoken.bare[clause.start :].lstrip("█ \"“«('0123456789.")
        mine = {one.mention.id or one.mention.text for one in draft.parties}
        fresh = any(one.party and (one.id or one.text) not in mine for one in clause.mentions)
        if number - draft.sentence > 2 or not (draft.sentence == number or any(cost for _, cost in sums) or _FURTHER.match(opening) or not fresh):  # fmt: skip
            return
        self._take(draft, spoken, sums, hoped)

    def _first(self, number: int, spoken: Spoken, clause: Clause, sums: list[tuple[Amount, bool]]) -> None:
        """A cost or sum told before any deal: the works it pays for, if the text names whose they are."""
        amount = sums[0][0]
        base = spoken.sentence.start
        event = Happened("pledge", "announced", amount.start, amount.end)
        name = "project" if all(cost for _, cost in sums) else "pledge"
        draft = Draft(
            Words(name, base + amount.start, base + amount.end, f"paper:{name}"), event, Words("announced", base + amount.start, base + amount.end, "stage:sum"),
            number, spoken.sentence.start, spoken.sentence.end,
        )  # fmt: skip
        draft.inherited = True
        self._find_parties(draft, spoken, clause, None)
        for one, cost in sums:
            draft.sums.append(self._sum(draft, spoken, one, cost))
        top = [code for code in self.story.top() if self.story.countries[code] >= 2][:2]
        for at, code in enumerate(top if not draft.parties else ()):
            self._state(draft, code, base + amount.start, base + amount.end, ("provider", "receiver")[at])
        self._find_day(draft, spoken, clause)
        self._describe(draft, spoken, clause)
        if draft.parties:
            self.drafts.append(draft)

    def _binding_talk(self, clause: Clause, spoken: Spoken, draft: Draft | None = None) -> None:
        target = draft or (self.drafts[-1] if self.drafts else None)
        if target is None:
            return
        base = spoken.sentence.start + clause.start
        no = clause.said(self.lexicon.unbinding)
        if no is not None:
            target.binding = Words("no", base + no.start(), base + no.end(), "binding:said")
            return
        yes = clause.said(self.lexicon.binding)
        if yes is not None and not clause.negations:
            target.binding = Words("yes", base + yes.start(), base + yes.end(), "binding:said")
        split = clause.said(self.lexicon.contested)
        if split is not None and target.binding is None and target.event.event == "pledge":
            target.binding = Words("contested", base + split.start(), base + split.end(), "binding:contested")

    # -- rows of a table

    def _row(self, number: int, spoken: Spoken, header: Spoken | None) -> Spoken:
        """A row with a sum and a party is a deal in the terms of the sentence that opens the table."""
        sums = [amount for amount in spoken.amounts if not amount.per]
        if not sums:
            return spoken
        opener = next((one for one in reversed(self.story.spoken[:number]) if not one.sentence.row), None)
        if opener is None:
            return header or spoken
        words = opener.bare
        papers = [one for clause in opener.clauses for one in clause.papers if one.name in SPECIFIC]
        told = next((event for clause in opener.clauses if (event := happened(clause, opener.bare, self.lexicon)) is not None), None)  # fmt: skip
        base = spoken.sentence.start
        shift = opener.sentence.start
        paper = Words(papers[0].name, shift + papers[0].start, shift + papers[0].end, "paper:table") if papers else Words("pledge", base + sums[0].start, base + sums[0].end, "paper:table")  # fmt: skip
        event = (
            told
            if told is not None and not told.denied
            else Happened("approve", "announced", sums[0].start, sums[0].end)
        )
        where = shift if told is not None and not told.denied else base
        draft = Draft(paper, event, Words(event.stage, where + event.start, where + event.end, "stage:table"), number, spoken.sentence.start, spoken.sentence.end)  # fmt: skip
        draft.board = _BOARD.search(self.story.page.title + words) is not None or event.event == "approve"
        for one in spoken.mentions:
            if one.party or one.sort == "capital":
                draft.parties.append(PartyWords(one, "receiver", base + one.start, base + one.end, "party:row"))
                break
        for one in opener.mentions:
            if one.party and one.sort == "body" and len(draft.parties) < 2:
                draft.parties.append(PartyWords(one, "provider", shift + one.start, shift + one.end, "party:table"))
        for amount in sums:
            draft.sums.append(SumWords(amount, sum_kind(draft), base + amount.start, base + amount.end, amount.rule))
        found = area_of(spoken.sentence.text)
        if found is not None:
            draft.area = Words(found[0], base + found[1], base + found[2], "area")
        if draft.parties:
            self.drafts.append(draft)
        return header or spoken

    # -- one deal, one draft

    def _merged(self) -> list[Draft]:
        kept: list[Draft] = []
        for draft in self.drafts:
            twin = next((one for one in reversed(kept) if _same(one, draft)), None)
            if twin is None:
                kept.append(draft)
            else:
                _join(twin, draft)
        return kept

    def _worth(self, draft: Draft) -> bool:
        """Whether a draft is a deal between countries: two of them, or a body of many, must be in it or around it.

        With one country among the parties, another must be named in the same sentence, or the text must be about
        states that deal with each other; a party that nobody knows is never enough.
        """
        countries = {one.mention.country for one in draft.parties if one.mention.country}
        shared = any(one.mention.id and not one.mention.country for one in draft.parties)
        spoken = self.story.spoken[draft.sentence]
        around = {one.country for one in spoken.mentions if one.country}
        if draft.place is not None:
            around = around | {draft.place.value}
        between = self._between | countries if self._between else self._between
        weak = draft.paper.value in WEAK
        paper = draft.paper.value in SPECIFIC
        if shared or len(countries) > 1:
            return not (weak and draft.event.event == "pledge" and not draft.sums and len(countries) < 2)
        if not draft.parties:
            return paper and bool(draft.sums) and draft.event.event != "plan" and len(between) > 1
        state = any(one.mention.work == "state" for one in draft.parties)
        if weak and draft.event.event in {"pledge", "build", "present", "give", "approve"} and draft.count is None and not draft.sums and state:  # fmt: skip
            return len(countries | around) > 1
        if not countries:
            return len(between) > 1 and paper and (bool(draft.sums) or draft.event.event in {"sign", "stall", "cancel"})
        one_sided = not any(
            one.role == "receiver" or one.mention.work in {"lender", "insurer"} for one in draft.parties
        )
        others = {
            one.country for one in spoken.mentions if one.sort in {"country", "government", "adjective"}
        } - countries
        moved = draft.paper.value in {"pledge", "purchase"} and draft.event.event in {"draw", "buy"}
        if moved and not others and (one_sided or all(one.role == "receiver" for one in draft.parties)):
            return False
        if weak and draft.count is None and not draft.sums:
            return len(countries | around) > 1 and draft.event.event in {"sign", "stall", "cancel", "finish", "work"}
        if len(countries | around) > 1:
            return bool(between) or paper or (bool(draft.sums) and bool(others))
        if draft.sums and any(one.role == "provider" and one.mention.sort == "country" for one in draft.parties):
            return draft.paper.value in {"loan", "grant", "relief"} or len(between) > 1
        return len(between) > 1 and (paper or bool(draft.sums))

    def _left_over(self, kept: list[Draft]) -> None:
        """Sums that no deal has taken go to the deal told last before them, where that is near."""
        taken = {(one.amount.number, one.amount.currency) for draft in kept for one in draft.sums}
        for number, spoken in enumerate(self.story.spoken):
            for clause in spoken.clauses:
                before = [one for one in kept if one.sentence <= number and number - one.sentence <= 3]
                if not before or _HOPES.search(clause.text):
                    continue
                for amount, cost in self._sums_of(spoken, clause):
                    if (amount.number, amount.currency) not in taken:
                        taken.add((amount.number, amount.currency))
                        nearest = max(before, key=lambda one: (one.sentence, one.paper.start))
                        nearest.sums.append(self._sum(nearest, spoken, amount, cost))

    def _beside(self, draft: Draft) -> bool:
        """Whether a draft that says too little by itself stands beside deals between countries in its text."""
        if draft.paper.value not in SPECIFIC or draft.event.event == "plan":
            return False
        known = [one for one in draft.parties if one.mention.id or one.mention.country]
        if not draft.parties and not draft.inherited:
            for code in self.story.top()[:2]:
                self._state(draft, code, draft.paper.start, draft.paper.end, "signatory")
            return len(draft.parties) > 1
        return bool(known) or bool(draft.sums)

    @property
    def _between(self) -> frozenset[str]:
        """The countries that deal with each other in this text, where it speaks of states, their banks or summits."""
        if self._dealing is None:
            named: Counter[str] = Counter()
            for spoken in self.story.spoken:
                for one in spoken.mentions:
                    if one.country and one.sort in {"country", "government", "body"} and one.strength > GUESSED:
                        named[one.country] += 1
            title = {one.country for one in self.story.names.read(self.story.page.title) if one.country}
            official = _STATES.search(self.story.body) is not None
            found = {code for code, count in named.items() if count >= 2 or code in title}
            self._dealing = frozenset(found) if official else frozenset()
        return self._dealing


_SPEAKER: Final = re.compile(r"(?P<who>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,3})(?:, [^,]{3,50},)? (?:said|says|told)\b")
_STATE_NAMES: Final[dict[str, dict[str, str]]] = {
    "ja": {"JP": "日本", "RU": "ロシア", "US": "米国", "CN": "中国", "KR": "韓国", "IN": "インド", "AU": "オーストラリア", "GB": "英国", "FR": "フランス", "DE": "ドイツ"},
    "ru": {"JP": "Япония", "RU": "Россия", "US": "США", "CN": "Китай", "KR": "Республика Корея", "IN": "Индия", "BY": "Беларусь", "RS": "Сербия"},
    "zh": {"JP": "日本", "RU": "俄罗斯", "US": "美国", "CN": "中国", "KR": "韩国", "IN": "印度", "RS": "塞尔维亚"},
    "ko": {"JP": "일본", "RU": "러시아", "US": "미국", "CN": "중국", "KR": "한국"},
}  # fmt: skip


BUNDLED: Final = frozenset(
    {
        "sign",
        "work",
        "finish",
        "plan",
        "pledge",
        "approve",
        "draw",
        "give",
        "invest",
        "stall",
        "present",
        "build",
        "cancel",
    }
)
"""Events that can happen to many papers at once."""


def _counted_number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    if word.endswith("dozen"):
        return {"": 12, "a": 12, "two": 24, "three": 36}.get(word.removesuffix("dozen").strip())
    tens, _, ones = word.partition("-")
    if ones:
        return _TENS.get(tens, 0) + _NUMBER_WORD.get(ones, 0)
    return _NUMBER_WORD.get(word, _TENS.get(word))


_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
                "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "одиннадцать": 11, "пятнадцать": 15, "шести": 6, "восьми": 8, "девяти": 9}  # fmt: skip
_SIGNED_AFTER: Final = re.compile(r"署名され|署名し|締結し|調印し|подписан\w*|signed|签署")
_SIGNED_BEFORE: Final = re.compile(
    r"(?:署名され?た|締結し?た|調印し?た|подписан\w+|signing of|signed|签署)[^、。,.]{0,20}$"
)
_WORKS_NOUN: Final = re.compile(
    r"project|проект|事業|案件|プロジェクト|项目|프로젝트|사업|候補|initiative|инициатив|programme|scheme", re.I
)

LOCAL: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    (r"\b(?:kroner?|kronor?|crowns?)\b|крон", {"DK": "DKK", "NO": "NOK", "SE": "SEK", "IS": "ISK", "CZ": "CZK"}),
    (r"\bdinars?\b|динар|ディナール", {"KW": "KWD", "TN": "TND", "DZ": "DZD", "JO": "JOD", "IQ": "IQD", "RS": "RSD", "BH": "BHD", "LY": "LYD"}),
    (r"\brupees?\b|\bRs\b|рупи|ルピー", {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR", "SC": "SCR"}),
    (r"\bpounds?\b", {"GB": "GBP", "EG": "EGP", "SY": "SYP", "LB": "LBP", "SD": "SDG"}),
    (r"\bshillings?\b", {"KE": "KES", "TZ": "TZS", "UG": "UGX", "SO": "SOS"}),
    (r"\bpesos?\b|ペソ", {"PH": "PHP", "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "CU": "CUP", "UY": "UYU"}),
    (r"\bCFA\b", {"CM": "XAF", "TD": "XAF", "CG": "XAF", "GA": "XAF", "GQ": "XAF", "CF": "XAF"}),
    (r"\bfrancs?\b(?! CFA)", {"CH": "CHF", "RW": "RWF", "BI": "BIF", "DJ": "DJF", "GN": "GNF", "KM": "KMF", "CD": "CDF"}),
    (r"\briyals?\b|\brials?\b|риал", {"SA": "SAR", "QA": "QAR", "OM": "OMR", "YE": "YER", "IR": "IRR"}),
    (r"\bdirhams?\b|дирхам", {"AE": "AED", "MA": "MAD"}),
    (r"\bli?ra\b|\blei\b", {"TR": "TRY", "RO": "RON", "MD": "MDL"}),
    (r"\bs[ou]ms?\b|сом", {"KG": "KGS", "UZ": "UZS"}),
    (r"\brou?bles?\b|рубл", {"RU": "RUB"}),
)  # fmt: skip
"""Currencies whose name several countries use: the country named in the same sentence decides, the first row's else."""
_LOCAL: Final = tuple((re.compile(pattern, re.I), codes) for pattern, codes in LOCAL)


def _localised(text: str, found: list[Amount], table: Table) -> list[Amount]:
    """Amounts with the currency of the country that the sentence names, where a currency's name is shared."""
    if not found:
        return found
    named = [hit[2].country for hit in table.find(text) if hit[2].country]
    out = []
    for one in found:
        words = text[one.start : one.end]
        codes = next((codes for pattern, codes in _LOCAL if pattern.search(words)), None)
        if codes is not None and one.currency in {
            "DKK",
            "KWD",
            "INR",
            "GBP",
            "PHP",
            "XOF",
            "CHF",
            "KES",
            "MAD",
            "SAR",
            "TRY",
            "KGS",
            "IRR",
        }:
            mine = [codes[code] for code in named if code in codes]
            if mine and one.currency not in mine:
                one = replace(one, currency=mine[0])
        out.append(one)
    return out


def sum_kind(draft: Draft) -> str:
    """The kind of sum that the stage and paper of a deal make it (CODEBOOK, "From paper to stage")."""
    if draft.count is not None:
        return "total"
    stage, paper = draft.stage.value, draft.paper.value
    if stage == "proposed":
        return "hoped"
    if stage == "announced":
        lender = any(one.mention.work == "lender" and one.role == "provider" for one in draft.parties)
        return "commitment" if (draft.board or lender) and draft.event.event == "approve" else "pledge"
    if stage == "financed":
        return "disbursement"
    if stage == "signed":
        return "pledge" if paper in {"mou", "letter", "statement", "papers", "other"} else "commitment"
    if stage == "stalled" and not draft.signed and draft.event.event == "stall":
        return "hoped" if paper in {"loan", "pledge", "grant", "purchase"} else "pledge"
    if stage == "delivered" and paper in {"loan", "grant"}:
        return "disbursement"
    return "pledge" if paper in {"pledge", "mou", "other", "papers"} and stage != "under way" else "commitment"


def _span_of_years(text: str, one: Day) -> bool:
    """Whether a date is the end of a term ("by 2030", "until", "over") and no day of an act."""
    before = text[max(0, one.start - 14) : one.start]
    after = text[one.end : one.end + 4]
    return re.search(r"\b(?:by|until|till|through|from|since|before|end of|beginning of|bis|до|к|с|к концу|jusqu'en|hasta|d'ici)\s(?:the )?$", before, re.I) is not None or re.match(r"まで|から|以降|末|年度|[-–~]\d", after) is not None  # fmt: skip


def _carried_back(found: list[tuple[Mention, str]], text: str) -> list[tuple[Mention, str]]:
    """In "AとBは" the と joins: A takes the link of B when B follows at once."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        one, link = out[at]
        other, next_link = out[at + 1]
        gap = text[one.end : other.start]
        if link in {links.WITH, "and"} and len(re.sub(r"\([^)]*\)|（[^）]*）", "", gap)) <= 3:
            out[at] = (one, next_link)
    return out


def _bundle_paper(noun: str, words: str, clause: Clause) -> str:
    low = (noun + " " + words).lower()
    for name, pattern in (
        ("loan", r"loan|кредит|融資|借款|贷款"), ("mou", r"memorand|mou|меморандум|覚書|备忘录|양해각서"), ("contract", r"contract|контракт|договор|契約|合同|계약"), ("grant", r"grant"),
        ("agreement", r"^(?:agreement|accord|treat|protocol|соглашени|協定|协议|협정|협약)"),
    ):  # fmt: skip
        if re.search(pattern, low):
            return name
    return "papers"


_FAMILY: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    (r"memorand|меморандум|覚書|备忘录|양해각서", frozenset({"mou", "letter"})),
    (r"loan|credit|facilit|borrower|кредит|за[её]м|融資|借款|貸付|贷款|차관|대출|kredit|prêt|préstamo", frozenset({"loan"})),
    (r"grant|грант|don|donaci", frozenset({"grant"})),
    (r"contract|контракт", frozenset({"contract", "purchase", "equity"})),
    (r"договор|契約|合同|계약|vertrag|contrat", frozenset({"contract", "purchase", "loan", "equity"})),
    (r"fund$|funds$|фонд|基金|fonds", frozenset({"fund", "mou"})),
    (r"stake", frozenset({"equity"})),
    (r"purchase", frozenset({"purchase"})),
    (r"agreement|deal|pact|accord|treat|соглашени|сделк|協定|合意|协议|협정|합의|abkommen|vereinbarung|accord|acuerdo", frozenset({"agreement", "framework", "notes", "loan", "equity", "contract", "purchase", "venture", "grant", "guarantee"})),
)  # fmt: skip


def _fits(noun: str, paper: str) -> bool:
    for pattern, names in _FAMILY:
        if re.match(pattern, noun):
            return paper in names
    return True


def _key(one: PartyWords) -> str:
    return (
        one.mention.country
        if one.mention.sort in {"country", "government"} and one.mention.country
        else one.mention.id or one.mention.text.lower()
    )


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell one deal: the same way of value, the same parties, and no sums that differ."""
    if (one.count is None) != (other.count is None) or (
        one.count and other.count and one.count.value != other.count.value
    ):
        return False
    if one.paper.value != other.paper.value:
        return False
    mine, theirs = {_key(party) for party in one.parties}, {_key(party) for party in other.parties}
    left = {(amount.amount.number, amount.amount.currency) for amount in one.sums if amount.kind != "cost"}
    right = {(amount.amount.number, amount.amount.currency) for amount in other.sums if amount.kind != "cost"}
    if left and right:
        return bool(left & right) and bool(mine & theirs or not mine or not theirs)
    if not mine or not theirs:
        return one.sentence == other.sentence
    overlap = len(mine & theirs) / len(mine | theirs)
    if overlap < 0.99:
        return False
    if other.stage.value == "proposed" and one.stage.value != "proposed" and other.sentence != one.sentence:
        return False
    days_differ = (
        one.day is not None
        and other.day is not None
        and not (one.day.value.startswith(other.day.value) or other.day.value.startswith(one.day.value))
    )
    return not (days_differ and one.stage.value == other.stage.value) and (
        one.area is None or other.area is None or one.area.value == other.area.value
    )


def _join(one: Draft, other: Draft) -> None:
    if one.event.event == "present" and other.event.event != "present":  # the body goes before its headline
        one.event, one.stage, one.day = other.event, other.stage, other.day or one.day
        one.sentence, one.start, one.end, one.paper = other.sentence, other.start, other.end, other.paper
        one.place, one.speaker = other.place or one.place, other.speaker or one.speaker
    elif RANK[other.stage.value] > RANK[one.stage.value]:
        one.event, one.stage, one.day = other.event, other.stage, other.day or one.day
    elif one.day is None and other.stage.value == one.stage.value:
        one.day = other.day
    have = {_key(party) for party in one.parties}
    one.parties += [party for party in other.parties if _key(party) not in have]
    sums = {(amount.amount.number, amount.amount.currency) for amount in one.sums}
    one.sums += [amount for amount in other.sums if (amount.amount.number, amount.amount.currency) not in sums]
    one.binding = one.binding or other.binding
    one.area = one.area or other.area
    one.programme = one.programme or other.programme
    one.board = one.board or other.board


__all__ = ["Bound", "Deals", "Draft", "Story", "sum_kind"]
