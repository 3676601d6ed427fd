"""Amounts of money as texts write them: digits and words, scales of every reckoning, currencies, bounds, ranges, pairs.

Rules are the tables `SCALES`, `CURRENCY` and `BOUNDS`. A bare number is never money; a number with a scale but no
currency is, when the sentence just named a currency and no other unit follows.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from warifu.documents.caseless import Caseless
from warifu.terms.codelist import Bound


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount in a line: characters `start:end`; `money` is shared by an amount and its value in another currency.

    `per` says that it is a rate (a year, a piece), which no deal's sum is. `range_end` marks the two ends of a range.
    """

    start: int
    end: int
    number: Decimal
    currency: str
    bound: Bound
    money: int = 0
    per: bool = False
    rule: str = "money"


# -- the tables -------------------------------------------------------------------------------------------------------

SCALES: Final[dict[str, int]] = {
    "thousand": 3, "k": 3, "lakh": 5, "lakhs": 5, "lac": 5, "million": 6, "millions": 6, "mln": 6, "mn": 6, "m": 6, "mil": 6,
    "lakh crore": 12, "crore": 7, "crores": 7, "cr": 7, "billion": 9, "billions": 9, "bln": 9, "bn": 9, "b": 9, "trillion": 12, "trillions": 12,
    "trn": 12, "tn": 12, "bilion": 9, "milion": 6, "bil": 9, "mill": 6,
    "тыс": 3, "тысяч": 3, "тысячи": 3, "тысяча": 3, "млн": 6, "миллион": 6, "миллиона": 6, "миллионов": 6, "миллионами": 6,
    "млрд": 9, "миллиард": 9, "миллиарда": 9, "миллиардов": 9, "миллиардами": 9, "трлн": 12, "триллион": 12,
    "триллиона": 12, "триллионов": 12,
    "mio": 6, "millionen": 6, "mrd": 9, "milliarde": 9, "milliarden": 9, "billionen": 12,
    "milliard": 9, "milliards": 9, "mds": 9, "md": 9,
    "millón": 6, "millon": 6, "millones": 6, "mil millones": 9, "billones": 12, "billón": 12,
    "milhão": 6, "milhões": 6, "bilhão": 9, "bilhões": 9,
    "مليون": 6, "ملايين": 6, "مليار": 9, "مليارات": 9,
}  # fmt: skip
"""Scale words and their powers of ten. German Billion and Spanish billón are 10¹²."""

_EAST: Final[dict[str, int]] = {"千": 3, "百万": 6, "万": 4, "萬": 4, "億": 8, "亿": 8, "兆": 12, "万亿": 12, "만": 4, "억": 8, "조": 12,
                                "천만": 7, "천": 3, "百": 2, "十": 1, "십": 1, "백": 2}  # fmt: skip

CURRENCY: Final[tuple[tuple[str, str], ...]] = (
    ("USD", r"US ?\$|U\.S\. ?\$|\$ ?US|USD|(?:U\.?S\.? |American )?dollars?|dlrs?|долл(?:ар(?:ов|а|ах|ами|ы)?|\.)?(?: США)?|米ドル|美元|ドル|달러|미달러|미국 달러|"
            r"(?:US-)?Dollar|dollars? américains?|dólares|دولار"),
    ("AUD", r"A\$|AUD|Australian dollars?|豪ドル|澳元|австралийск\w+ долл\w*"),
    ("CAD", r"C\$|CAD|Canadian dollars?|カナダドル|加元"),
    ("NZD", r"NZ\$|NZD|New Zealand dollars?|NZドル"),
    ("SGD", r"S\$|SGD|Singapore dollars?"),
    ("HKD", r"HK\$|HKD|Hong Kong dollars?|香港ドル|港元"),
    ("NAD", r"N\$|NAD|Namibian? dollars?"),
    ("ZWD", r"ZWD|Zimbabwe(?:an)? dollars?"),
    ("FJD", r"FJD|F\$|Fiji(?:an)? dollars?"),
    ("GYD", r"GYD|Guyan(?:a|ese) dollars?"),
    ("JMD", r"JMD|Jamaican? dollars?"),
    ("TTD", r"TTD|Trinidad\w* dollars?"),
    ("BSD", r"BSD|Bahamian dollars?"), ("BBD", r"BBD|Barbad\w+ dollars?"), ("LRD", r"LRD|Liberian dollars?"),
    ("XCD", r"EC\$|XCD|Eastern? Caribbean dollars?"),
    ("EUR", r"EUR|€|euros?|Euros?|евро|ユーロ|欧元|유로|يورو"),
    ("JPY", r"JPY|(?:Japanese )?[Yy]en|円|иен(?:ы|а|ами)?|йен(?:ы|а|ами)?|日元|엔(?!진)"),
    ("RUB", r"RUB|RUR|₽|rou?bles?|rubls|руб(?:л(?:ей|я|ь|ях|ями|и)|\.)?|ルーブル|卢布|루블|Rubel"),
    ("CNY", r"CNY|RMB|CN¥|(?:Chinese )?yuan(?: renminbi)?|[Rr]enminbi|юан(?:ей|я|ь|и)|人民元|人民币|元(?!素|来|本|年|首|島|々|老|祖|気)|위안"),
    ("KRW", r"KRW|₩|(?:South )?(?:Korean )?won|вон(?:ы|а)?(?!\w)|ウォン|韩元|원(?![가-힣])"),
    ("GBP", r"GBP|£|pounds? sterling|(?:British )?pounds?|фунт\w* стерлингов|ポンド|英镑|파운드"),
    ("INR", r"INR|₹|Rs\.?|(?:Indian )?rupees?|рупи(?:й|и|я)|ルピー|卢比"),
    ("PKR", r"PKR|PRs\.?|Pakistan(?:i)? rupees?"), ("LKR", r"LKR|Sri Lankan? rupees?"), ("NPR", r"NPR|NRs\.?|Nepal(?:ese|i)? rupees?"),
    ("MUR", r"MUR|Mauriti(?:us|an) rupees?"), ("SCR", r"SCR|Seychell\w+ rupees?"), ("MVR", r"MVR|[Rr]ufiyaa"),
    ("IDR", r"IDR|Rp\.?|(?:Indonesian )?rupiahs?|ルピア"),
    ("KES", r"シリング|KES|K[Ss]hs?\.?|KSH|Kenyan? shillings?"), ("TZS", r"TZS|T[Ss]hs?\.?|Tanzanian? shillings?"),
    ("UGX", r"UGX|U[Ss]hs?\.?|Ugandan? shillings?"), ("SOS", r"SOS|Somali shillings?"),
    ("ETB", r"ETB|(?:Ethiopian )?[Bb]irr"), ("GHS", r"GHS|GH¢|(?:Ghana(?:ian)? )?[Cc]edis?|GHC"), ("NGN", r"NGN|₦|(?:Nigerian )?[Nn]airas?"), ("ZAR", r"ランド|ZAR|[Rr]ands?"),
    ("LSL", r"LSL|[Mm]aloti"), ("BWP", r"BWP|[Pp]ula"), ("ZMK", r"ZMK|(?:Zambian )?[Kk]wacha"), ("MWK", r"MWK|Malawi(?:an)? [Kk]wacha|MK"),
    ("AOA", r"AOA|[Kk]wanzas?"), ("MZN", r"MZN|[Mm]eticais|[Mm]eticals?"), ("MGA", r"MGA|[Aa]riary"), ("RWF", r"RWF|Rwandan? francs?|Frw"),
    ("BIF", r"BIF|Burundi(?:an)? francs?"), ("DJF", r"DJF|Djibouti(?:an)? francs?"), ("GNF", r"GNF|Guinean? francs?"),
    ("KMF", r"KMF|Comor\w+ francs?"),
    ("XOF", r"CFAフラン|XOF|F?CFA(?: francs?)?|CFA|francs? CFA|FCFA"), ("XAF", r"XAF|Central African CFA francs?"), ("CHF", r"フラン(?!ス)|CHF|Swiss francs?|スイスフラン"),
    ("SDG", r"SDG|Sudanese pounds?"), ("SDD", r"SDD|Sudanese dinars?"), ("EGP", r"EGP|Egyptian pounds?|LE(?= ?\d)"), ("SYP", r"SYP|Syrian pounds?"),
    ("DZD", r"DZD|Algerian dinars?"), ("TND", r"TND|Tunisian dinars?"), ("JOD", r"JOD|Jordanian dinars?"), ("KWD", r"KWD|Kuwaiti dinars?"),
    ("IQD", r"IQD|Iraqi dinars?"), ("LYD", r"LYD|Libyan dinars?"), ("RSD", r"RSD|Serbian dinars?"),
    ("MAD", r"MAD|(?:Moroccan )?[Dd]irhams?"), ("AED", r"ディルハム|AED|(?:UAE|Emirati) dirhams?"), ("SAR", r"リヤル|SAR|Saudi (?:riyals?|rials?)"),
    ("QAR", r"QAR|Qatari r[iy]+als?"), ("IRR", r"リアル|IRR|Iranian rials?"), ("YER", r"YER|Yemeni rials?"), ("OMR", r"OMR|Omani rials?"),
    ("MRO", r"MRO|[Oo]uguiya\w*"), ("GMD", r"GMD|[Dd]alasis?"), ("SLL", r"SLL|Leones?"), ("CVE", r"CVE|Cape Verdean escudos?"),
    ("BRL", r"BRL|R\$|Brazilian reais|reais|レアル"), ("ARS", r"ARS|Argentine pesos?"), ("CLP", r"CLP|Chilean pesos?"), ("MXN", r"MXN|Mexican pesos?"),
    ("COP", r"COP|Colombian pesos?"), ("CUP", r"CUP|Cuban pesos?"), ("PHP", r"PHP|₱|(?:Philippine )?[Pp]esos?|ペソ"), ("UYU", r"UYU|Uruguayan pesos?"),
    ("BOB", r"BOB|[Bb]olivianos?"), ("PEN", r"PEN|Peruvian soles|nuevos soles"), ("VEF", r"VEF|[Bb]ol[ií]vares|[Bb]ol[ií]vars?"),
    ("VND", r"VND|(?:Vietnamese )?[Dd]ong|донг\w*|ドン(?![ァ-ヴ])|越南盾"), ("KHR", r"KHR|[Rr]iels?"), ("LAK", r"キップ|LAK|[Kk]ips?\b"), ("THB", r"THB|[Bb]aht|バーツ|泰铢"), ("MMK", r"チャット|MMK|[Kk]yats?"),
    ("MYR", r"リンギット|MYR|RM(?= ?\d)|(?:Malaysian )?[Rr]inggits?"), ("BDT", r"タカ|BDT|Tk\.?|[Tt]akas?"), ("MNT", r"トゥグルグ|MNT|(?:Mongolian )?[Tt]u?g[rh]?[riu]+ks?|тугрик\w*"),
    ("KZT", r"テンゲ|KZT|[Tt]enge|тенге"), ("UZS", r"スム|UZS|Uzbek s[ou]ms?|узбекских сум\w*"), ("KGS", r"ソム|KGS|Kyrgyz soms?|сомов"), ("TJS", r"TJS|[Ss]omonis?"), ("TMT", r"TMT|Turkmen manats?"), ("AZN", r"マナト|AZN|[Mm]anats?|манат\w*"),
    ("AMD", r"AMD|Armenian drams?"), ("GEL", r"GEL|[Ll]aris?\b"), ("UAH", r"UAH|[Hh]ryvnias?|гривен|гривн\w+"), ("BYN", r"BYN|Belarusian rou?bles?"), ("MDL", r"MDL|Moldovan lei"),
    ("TRY", r"リラ|TRY|TL|(?:Turkish )?[Ll]iras?|лир(?:ы|а)?\b"), ("ILS", r"シェケル|ILS|[Ss]hekels?"), ("LBP", r"LBP|Lebanese pounds?"), ("AFN", r"AFN|[Aa]fghanis?(?= )"),
    ("KWD", r"dinars?|динар\w*|ディナール"), ("SAR", r"riyals?|риал\w*"), ("DKK", r"クローネ|kroner?|kronor?|crowns?|крон(?:ы|а)?(?!\w)"), ("CHF", r"francs?(?! CFA)"), ("KES", r"shillings?"),
    ("NOK", r"NOK|Norwegian (?:kroner?|crowns?)|кроны? норвежск\w+"), ("SEK", r"クローナ|SEK|Swedish (?:kronor?|crowns?)"), ("DKK", r"DKK|Danish (?:kroner?|crowns?)"),
    ("PLN", r"ズロチ|PLN|[Zz]lotys?|злотых"), ("CZK", r"コルナ|CZK|Czech (?:korunas?|crowns?)"), ("HUF", r"フォリント|HUF|[Ff]orints?|форинт\w*"), ("RON", r"RON|Romanian lei"), ("BGN", r"BGN|Bulgarian lev[as]?"),
    ("PGK", r"PGK|(?:PNG |Papua New Guinea )?[Kk]inas?"), ("WST", r"WST|[Tt]alas?\b|SAT\b"), ("TOP", r"TOP|[Pp]a'anga"), ("VUV", r"VUV|[Vv]atus?"), ("SBD", r"SBD|Solomon Islands? dollars?"),
    ("TWD", r"TWD|NT\$|Taiwan dollars?|台湾ドル"), ("SRD", r"SRD|Surinam\w+ dollars?"), ("STD", r"STD|[Dd]obras?"), ("ERN", r"ERN|[Nn]akfas?"), ("CDF", r"CDF|Congolese francs?"),
    ("XDR", r"SDRs?|XDR|[Ss]pecial [Dd]rawing [Rr]ights|СДР|特別引出権|特别提款权"), ("XUA", r"XUA|UA(?= ?\d)|(?:AfDB |ADF )?[Uu]nits? of [Aa]ccount"),
    ("ISK", r"ISK|Icelandic (?:kr[oó]nur|kr[oó]na|kronor|kroner|crowns?)|исландск\w+ крон\w*|アイスランドクローナ"), ("HRK", r"HRK|[Kk]unas?\b|кун(?:а|ы)?(?!\w)|クーナ"),
    ("BTN", r"BTN|[Nn]gultrums?|нгултрум\w*|ニュルタム|ヌルタム"), ("BND", r"BND|Brunei(?:an)? dollars?|брунейск\w+ долл\w*|ブルネイドル"), ("BHD", r"BHD|Bahraini dinars?|бахрейнск\w+ динар\w*"),
    ("ZMW", r"ZMW"), ("ALL", r"Albanian lek[eë]?|lek[eë]?(?![a-z])"), ("BAM", r"BAM|KM(?= ?\d)|[Cc]onvertible marks?"), ("MKD", r"MKD|(?:Macedonian )?denars?"), ("BGN", r"lev[as]?(?![a-z])|лев(?:а|ов)(?!\w)|レフ(?![ァ-ヴー])"),
    ("RON", r"RON|lei(?![a-z])|румынск\w+ ле[йея]\w*|ле(?:ев|я)(?!\w)|レイ(?![ァ-ヴー])"), ("HTG", r"HTG|[Gg]ourdes?"), ("HNL", r"HNL|[Ll]empiras?"), ("GTQ", r"GTQ|[Qq]uetzal(?:es)?"), ("NIO", r"NIO|[Cc][oó]rdobas"), ("CRC", r"CRC|[Cc]olones"),
    ("DOP", r"DOP|Dominican pesos?"), ("PYG", r"PYG|[Gg]uaran[ií](?:es|s)?(?![a-z])"), ("BZD", r"BZD|Belize dollars?"), ("PAB", r"PAB|[Bb]alboas?"), ("XPF", r"XPF|CFP francs?|[Pp]acific francs?"), ("MOP", r"MOP|[Pp]atacas?"),
    ("SSP", r"SSP|South Sudan(?:ese)? pounds?"), ("SZL", r"SZL|[Ee]malangeni|[Ll]ilangeni"), ("MRU", r"MRU"), ("STN", r"STN"), ("SLE", r"SLE"), ("VES", r"VES"), ("ZWL", r"ZWL"), ("AWG", r"AWG|Aruban? florins?"), ("ANG", r"ANG|Antillean guilders?|NAf\.?"),
    ("GBP", r"фунт(?:а|ов|ы|ами)?(?!\w)"), ("CHF", r"швейцарск\w+ франк\w*|франк(?:а|и|ов|ами)?(?!\w)(?! КФА| CFA)"), ("XOF", r"франк\w* (?:КФА|CFA)|западноафриканск\w+ франк\w*|西アフリカCFAフラン"), ("XAF", r"中央アフリカCFAフラン"),
    ("THB", r"бат(?:а|ов|ы)?(?!\w)"), ("MYR", r"ринггит\w*|リンギ(?![ッァ-ヴ])"), ("ETB", r"быр(?:а|ов|ы)?(?!\w)|億ブル|ブル(?![ァ-ヴー])"), ("BDT", r"так(?:и|а)(?!\w)|бангладешск\w+ так\w*"), ("PHP", r"песо(?!\w)"), ("AED", r"дирхам(?:а|ов|ы)? ОАЭ"), ("MAD", r"дирхам(?:а|ов|ы)?(?!\w)"),
    ("BRL", r"реал(?:а|ов|ы)(?!\w)"), ("ZAR", r"рэнд(?:а|ов|ы)?(?!\w)|ранд(?:а|ов|ы)(?!\w)"), ("NGN", r"найр(?:а|ы)?(?!\w)|ナイラ"), ("KES", r"шиллинг(?:а|ов|и)?(?!\w)"), ("GHS", r"седи(?!\w)|セディ"), ("AOA", r"кванз(?:а|ы)?(?!\w)|クワンザ"), ("ZMW", r"квач(?:а|и)?(?!\w)|クワチャ"),
    ("AMD", r"драм(?:а|ов|ы)?(?!\w)|ドラム(?![ァ-ヴー])"), ("GEL", r"лари(?!\w)|ラリ(?![ァ-ヴー])"), ("TJS", r"сомони(?!\w)|ソモニ"), ("KGS", r"сома(?!\w)"), ("UZS", r"сум(?:а|ов|ы)?(?!\w)"), ("MMK", r"кьят(?:а|ов|ы)?(?!\w)"), ("LAK", r"кип(?:а|ов)?(?!\w)"), ("IDR", r"индонезийск\w+ рупи\w+"),
    ("ILS", r"шекел(?:ь|я|ей|и)(?!\w)"), ("MZN", r"метикал\w*|メティカル"), ("SGD", r"シンガポールドル|сингапурск\w+ долл\w*|新加坡元|新元"), ("NZD", r"ニュージーランドドル|новозеландск\w+ долл\w*"), ("AUD", r"オーストラリアドル|австралийск\w+ долл\w*"), ("CAD", r"канадск\w+ долл\w*"), ("HKD", r"гонконгск\w+ долл\w*"),
    ("PLN", r"ズウォティ|злот(?:ый|ых|ого)(?!\w)"), ("UAH", r"グリブナ|フリブナ"), ("MYR", r"马来西亚林吉特|林吉特"), ("BYN", r"белорусск\w+ руб\w*|ベラルーシ・?ルーブル"), ("PGK", r"キナ(?![ァ-ヴー])"), ("ZMW", r"Zambian kwacha"),
)  # fmt: skip
"""Currency names and signs of every language at hand. A bare dollar is the US one, a bare rupee India's, a bare pound
Britain's, unless the text names the country in the same breath."""

_DEFAULT_SIGNS: Final = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₩": "KRW", "₹": "INR"}

BOUNDS: Final[tuple[tuple[Bound, str], ...]] = (
    (Bound.CEILING, r"up to(?: a (?:total|maximum) of)?|as much as|at most|(?:a )?maximum(?: of| amount of)?|no more than|not more than|not exceeding|capped at|to the tune of up to|as high as|limit of|"
                    r"до|не более(?: чем)?|максимум|не превышающ\w+|не свыше|в пределах|"
                    r"最大(?:で)?|上限(?:を|は)?|最多|不超过|至多|高达|최대|최고|bis zu|höchstens|maximal|jusqu'à|au maximum|hasta|como máximo|тавана|ما يصل إلى|até"),
    (Bound.FLOOR, r"more than|over|at least|not less than|no less than|exceeding|upwards of|a minimum of|above|in excess of|well over|north of|minimum|no fewer than|"
                  r"более(?: чем)?|свыше|не менее(?: чем)?|больше|превыс\w+|минимум|превышает|превышающ\w+|"
                  r"少なくとも|最低(?:でも)?|超过|超過|逾|至少|不少于|최소|적어도|mindestens|mehr als|über|au moins|plus de|más de|al menos|no menos de|أكثر من|mais de"),
    (Bound.ABOUT, r"about|around|some|roughly|approximately|approx\.?|nearly|almost|close to|an estimated|estimated(?: at)?|circa|ca\.?|in the region of|just under|just over|equivalent to about|or about|worth around|~|≈|"
                  r"около|порядка|примерно|почти|приблизительно|приблизительный|ориентировочно|в районе|оцен\w+ (?:примерно )?в|"
                  r"約|およそ|ほぼ|概ね|約合|约合?|大约|近|将近|약|대략|rund|etwa|circa|knapp|fast|environ|près de|quelque|autour de|unos|cerca de|alrededor de|aproximadamente|casi|نحو|حوالي|cerca de"),
)  # fmt: skip
_BOUND_BEFORE: Final = Caseless(
    r"(?:"
    + "|".join(rf"(?P<{bound.name}>(?<![^\W\d_]){words})" for bound, words in BOUNDS)
    + r")[ \-]*(?:(?:the equivalent of|equivalent|a (?:total|combined|further) |another |total of |по |в |US |the |суммой |сумм\w+ |de |an additional )*)[ (（]*$",
)  # fmt: skip
_EASTERN_BOUND: Final = re.compile(r"(?:(?P<CEILING>最大で?|上限は?|最多|不超过|至多|高达|최대|최고)|(?P<FLOOR>少なくとも|最低でも|最低|超过|逾|至少|不少于|최소)|(?P<ABOUT>約|およそ|ほぼ|概ね|约合|约|大约|近|将近|약|대략))(?:総額|合計|年間|计|\s|の)*$")  # fmt: skip
_BOUND_AFTER: Final = re.compile(
    r"\s*(?:(?P<FLOOR>超|以上|余り?|あまり|を超え|を上回る|強|以上の|이상|넘는|or more|and more|и более|oder mehr|ou plus|o más)|"
    r"(?P<CEILING>以下|以内|まで(?!も)|を限度|を上限|が上限|이하|이내|or less|at most|и менее)|"
    r"(?P<ABOUT>前後|程度|規模|弱|ほど|くらい|ぐらい|左右|안팎|정도|규모|or so))"
)  # fmt: skip

_PER: Final = Caseless(
    r"\s*(?:[.,]?\s?(?:a|an|each|every|per) (?:year|month|week|day|quarter|share|tonne|ton|barrel|head|piece|person|unit|kg|kilo|metric ton|rifle|vehicle|capita|kilometre|km|passenger|student|household|night|pupil)\b|annually\b|yearly\b|monthly\b|в год|ежегодно|в месяц|за (?:штуку|тонну|баррель|акцию)|на человека|в сутки|"
    r"/(?:years?|yr|month|mo|day|tonn?e?|ton|t|bbl|barrel|kg|mwh|kwh|kw|mw|unit|share|head|person|год|тонн\w*|т|барр|кг|мвт|квт|株|人|トン|台|月)(?![^\W\d_])|(?:im|pro) Jahr|jährlich|par an|al año|anuales|por año|毎年|每年|/年|연간|씩 매년)",
)  # fmt: skip
_PER_BEFORE: Final = Caseless(
    r"(?:(?:1人当たり|一人当たり|1株|1株当たり|年額|(?<![\d〇一二三四五六七八九十数カか])年間|(?<![\d〇一二三四五六七八九十同今去昨前来翌元毎半])年(?=約?$)|(?<![\d〇一二三四五六七八九十同今先来前毎間正])月(?=約?$)|毎年|月額|每年|年均|매년|연간|annual(?:ly)?|yearly|ежегодн\w+|в год(?: по)?|jährlich|annuel\w*|anual\w*|each year|every year|a year|each month|every month|a month|monthly)\s?(?:に|で|約|の|of|на|в|投资|投入|up to|about|some|between)?\s?)$"
)  # fmt: skip

# -- compiled ---------------------------------------------------------------------------------------------------------

_NUM = r"\d{1,3}(?:[ ,.' ]\d{3})+(?:[.,]\d{1,3})?(?!\d)|\d+(?:[.,]\d+)?"
_SCALE_WORDS = sorted((word for word in SCALES), key=lambda word: (-len(word), word))
_SCALE = "|".join(re.escape(word) for word in _SCALE_WORDS)
_LEAD_SIGN = (
    r"US ?\$|\$ ?US(?:D)?|U\.S\. ?\$|A\$|AU\$|C\$|CA\$|NZ\$|S\$|HK\$|NT\$|N\$|R\$|F\$|EC\$|Rs\.?|₹|PRs\.?|NRs\.?|RM|Rp\.?|K[Ss]hs?\.?|KSH|T[Ss]hs?\.?|U[Ss]hs?\.?|Tk\.?|RMB|CFA|FCFA|GH¢|₦|₱|LE|"
    r"USD\$|AUD\$|CAD\$|NZD\$|SGD\$|\$A|\$NZ|\$C|CFAF|F CFA|FRw|Dhs?\.?|SR|QR|KD|BD|RO|Birr|Taka|Naira|Kwacha|Pula|Rupees|"
    r"G\$|J\$|TT\$|B\$|SI\$|WS\$|BZ\$|UA|Nu\.?|P|K|R|Le|VT|ISK|HRK|BTN|BND|BHD|ALL|BAM|MKD|HTG|HNL|GTQ|NIO|CRC|DOP|PYG|BZD|XPF|MOP|SSP|SZL|MRU|STN|SLE|VES|ZWL|RON|BGN|LYD|IQD|OMR|YER|LBP|SYP|SOS|MGA|CLP|COP|ARS|PEN|UYU|STD|SRD|MDL|XUA|PGK|AFN|"
    r"USD|EUR|JPY|RUB|CNY|KRW|GBP|INR|AUD|CAD|NZD|SGD|HKD|CHF|ZAR|KES|TZS|UGX|ETB|GHS|NGN|IDR|VND|THB|MYR|PHP|PKR|LKR|BDT|NPR|KZT|UZS|TRY|NOK|SEK|DKK|PLN|CZK|HUF|BRL|MXN|AED|SAR|QAR|EGP|XOF|XAF|MAD|AOA|BWP|LSL|NAD|RWF|MWK|ZMK|ZMW|MZN|MNT|KGS|TJS|TMT|AZN|AMD|GEL|UAH|BYN|RSD|FJD|PGK|WST|TOP|VUV|SBD|TWD|XDR|SDR|DZD|TND|SDG|MUR|SCR|MVR|LAK|KHR|MMK|CUP|BOB|GYD|JMD|TTD|BSD|BBD|XCD|LRD|MRO|GMD|SLL|CVE|DJF|KMF|BIF|GNF|CDF|ERN|JOD|KWD|ILS|IRR|RUR|"
    r"\$|€|£|¥|₽|₩"
)  # fmt: skip
_SHORT_SIGNS: Final = {"SR": "SAR", "QR": "QAR", "KD": "KWD", "BD": "BHD", "RO": "OMR", "Dh": "AED", "Dhs": "AED", "Dh.": "AED", "Dhs.": "AED", "Birr": "ETB", "Taka": "BDT", "Naira": "NGN", "Kwacha": "ZMW", "Pula": "BWP", "Rupees": "INR", "USD$": "USD", "AUD$": "AUD", "CAD$": "CAD", "NZD$": "NZD", "SGD$": "SGD", "$A": "AUD", "$NZ": "NZD", "$C": "CAD", "CFAF": "XOF", "F CFA": "XOF", "FRw": "RWF", "P": "BWP", "K": "ZMW", "R": "ZAR", "Le": "SLL", "VT": "VUV", "UA": "XUA", "Nu": "BTN", "Nu.": "BTN", "ALL": "ALL", "G$": "GYD", "J$": "JMD", "TT$": "TTD", "B$": "BND", "SI$": "SBD", "WS$": "WST", "BZ$": "BZD"}  # fmt: skip
"""Signs that are nothing else only before a number with a scale, written just so: "P46 million", "UA 3.4 million"."""
_TAIL_CUR = "|".join(pattern for _, pattern in CURRENCY)
_LEAD = Caseless(rf"(?<![A-Za-z])(?P<sign>{_LEAD_SIGN}) ?(?P<num>{_NUM})(?:[ -]?(?P<scale>{_SCALE})(?![^\W\d_]))?")  # fmt: skip
_TAIL = Caseless(
    rf"(?<![\d.,])(?P<num>{_NUM})(?:[ -]?(?P<scale>{_SCALE})(?![^\W\d_])\.?)?[ -]?(?:(?:of|de|d'|worth of|in|US)[ ]?)?(?:(?:конвертируемых|американских|US|constant|current|[а-яё]{{3,}}ских|[a-z]{{3,}}(?:an|ese|ish|ch|ss|ni|ti)) )??(?P<cur>{_TAIL_CUR})(?![A-Za-zа-яё])"
)  # fmt: skip
_SIGNED_RANGE = re.compile(
    rf"(?<![A-Za-z])(?P<sign>US\$|\$|€|£|¥|USD ?|EUR ?) ?(?P<low>\d+(?:[.,]\d\d?)?) ?(?:-|–|—|to) ?(?P<high>\d+(?:[.,]\d\d?)?)[ -]?"
    rf"(?P<scale>(?i:{_SCALE}))(?![^\W\d_])"
)
_BARE = Caseless(rf"(?<![\d.,$€£¥])(?P<num>{_NUM})[ -]?(?P<scale>{_SCALE})(?![^\W\d_])\.?")
_EAST_NUM = r"[\d,.〇一二三四五六七八九十百千数]*[\d〇一二三四五六七八九十百千]\s?(?:万亿|百万|千万|천만|천억|백억|십억|백만|千億|百億|十億|千亿|百亿|十亿|[万萬億亿兆千만억조천])"
_EAST_PART = r"(?:[\d][\d,.]*|[〇一二三四五六七八九十百千]+)\s?(?:万亿|百万|千万|천만|천억|백억|십억|백만|千億|百億|十億|千亿|百亿|十亿|[万萬億亿兆千만억조천])?"
_EAST_CUR = (
    r"シンガポールドル|ニュージーランドドル|オーストラリアドル|ブルネイドル|アイスランドクローナ|中央アフリカCFAフラン|西アフリカCFAフラン|ニュルタム|ヌルタム|クーナ|レフ|ナイラ|セディ|クワンザ|クワチャ|ドラム|ラリ|ソモニ|メティカル|ズウォティ|グリブナ|フリブナ|キナ|ブル|リンギ|レイ|特別引出権|林吉特|新加坡元|新元|"
    r"米ドル|豪ドル|カナダドル|NZドル|香港ドル|台湾ドル|ドル|米国ドル|円|ユーロ|ルーブル|人民元|元|ウォン|ポンド|スイスフラン|フラン|ルピー|ルピア|バーツ|ドン|ペソ|レアル|リラ|テンゲ|クローネ|クローナ|リヤル|リアル|ディルハム|ディナール|シェケル|ランド(?!マーク)|トゥグルグ|スム|チャット|キップ|リンギット|ズロチ|フォリント|コルナ|マナト|ソム|タカ|シリング|CFAフラン|"
    r"美元|日元|欧元|英镑|卢布|韩元|人民币|卢比|港元|澳元|泰铢|越南盾|달러|엔|유로|원|위안|루블|파운드"
)
_EASTERN = re.compile(
    rf"(?<![\d.,])(?P<lead>\$|US\$)?(?P<parts>{_EAST_PART}(?:\s?{_EAST_PART}){{0,2}})\s?(?P<of>の|余りの|余|多|여)?\s?(?P<cur>{_EAST_CUR})(?![ァ-ヴ]|年|首|来|素)"
)
_EAST_ONE = re.compile(
    r"(?P<num>\d[\d,.]*|[〇一二三四五六七八九十百千]+)\s?(?P<scale>万亿|百万|千万|천만|천억|백억|십억|백만|千億|百億|十億|千亿|百亿|十亿|[万萬億亿兆千만억조천])?"
)
_EAST_SCALES: Final = _EAST | {
    "千万": 7,
    "천억": 11,
    "백억": 10,
    "십억": 9,
    "백만": 6,
    "千億": 11,
    "百億": 10,
    "十億": 9,
    "千亿": 11,
    "百亿": 10,
    "十亿": 9,
}
_KANJI: Final = {char: value for value, char in enumerate("〇一二三四五六七八九")}

WORD_NUMBERS: Final[dict[str, Decimal]] = {
    **{word: Decimal(value) for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"])},
    "a": Decimal(1), "an": Decimal(1), "half a": Decimal("0.5"), "one and a half": Decimal("1.5"), "a quarter of a": Decimal("0.25"),
    "quarter of a": Decimal("0.25"), "three quarters of a": Decimal("0.75"), "two and a half": Decimal("2.5"), "thirty": Decimal(30),
    "forty": Decimal(40), "fifty": Decimal(50), "sixty": Decimal(60), "seventy": Decimal(70), "eighty": Decimal(80), "ninety": Decimal(90),
    "a hundred": Decimal(100), "one hundred": Decimal(100), "two hundred": Decimal(200), "three hundred": Decimal(300), "five hundred": Decimal(500),
    "один": Decimal(1), "одного": Decimal(1), "два": Decimal(2), "двух": Decimal(2), "три": Decimal(3), "трех": Decimal(3), "трёх": Decimal(3),
    "четыре": Decimal(4), "пять": Decimal(5), "пяти": Decimal(5), "шесть": Decimal(6), "семь": Decimal(7), "восемь": Decimal(8), "девять": Decimal(9), "десять": Decimal(10),
    "десяти": Decimal(10), "полтора": Decimal("1.5"), "полутора": Decimal("1.5"), "двадцать": Decimal(20), "тридцать": Decimal(30), "сорок": Decimal(40), "пятьдесят": Decimal(50), "сто": Decimal(100), "двести": Decimal(200), "триста": Decimal(300), "пятьсот": Decimal(500),
    "eine": Decimal(1), "einer": Decimal(1), "eineinhalb": Decimal("1.5"), "anderthalb": Decimal("1.5"), "eine halbe": Decimal("0.5"), "einer halben": Decimal("0.5"), "zwei": Decimal(2), "drei": Decimal(3), "vier": Decimal(4), "fünf": Decimal(5), "sechs": Decimal(6), "zehn": Decimal(10),
    "un": Decimal(1), "deux": Decimal(2), "trois": Decimal(3), "quatre": Decimal(4), "cinq": Decimal(5), "dix": Decimal(10), "un demi": Decimal("0.5"), "un demi-": Decimal("0.5"),
    "uno": Decimal(1), "dos": Decimal(2), "tres": Decimal(3), "cuatro": Decimal(4), "cinco": Decimal(5), "diez": Decimal(10), "medio": Decimal("0.5"), "cien": Decimal(100),
}  # fmt: skip
_WORD_KEYS = "|".join(re.escape(word) for word in sorted(WORD_NUMBERS, key=lambda word: (-len(word), word)))
_WORDED = Caseless(rf"(?<![^\W_])(?P<num>{_WORD_KEYS})[ -](?P<scale>{_SCALE})(?![^\W\d_])\.?(?:[ -](?:of |de |d'|US )?(?P<cur>{_TAIL_CUR})(?![A-Za-zа-яё]))?")  # fmt: skip
_LEAD_WORDED = Caseless(rf"(?<![^\W_])(?P<half>пол)(?P<scale>миллиарда|миллиона|триллиона)(?: (?P<cur>{_TAIL_CUR})(?![а-яё]))?")  # fmt: skip
_ARABIC_TWO = re.compile(rf"(?P<two>مليار(?:ين|ي)|مليون(?:ين|ي))(?: (?P<cur>{_TAIL_CUR}))?")
_CODES: Final = tuple((code, Caseless(rf"(?:{pattern})\.?")) for code, pattern in CURRENCY)
_NO_MONEY_AFTER: Final = Caseless(
    r"\s?(?:%|percent|per cent|tonn?e?s?|tons?|metric|people|barrels|cubic|square|km|kilomet|MW|GW|kW|hectares|acres|doses|vehicles|users|passengers|visitors|jobs|units|shares|homes|households|kilowatt|bushels|"
    r"человек|тонн|туристов|литров|баррел|куб|кв|м³|м\b|кВт|МВт|гектар|жителей|рабочих|мм|доз|пассажиров|акци|экземпляр|人|トン|件|台|世帯|平方|立方|キロ|バレル|株|戸|吨|名|辆|명|대|톤)",
)  # fmt: skip
_JOIN: Final = Caseless(
    r"\s?(?:[-–—~～〜]|to|and|до|bis|à|a|から|と|至|부터|и|or|или|of|out of|from|instead of|из|вместо|против)\s?$"
)
_RANGE_LEAD: Final = Caseless(rf"(?P<from>(?:between|from|от|zwischen|de|entre)\s)?(?P<sign>US\$|\$|€|£|¥)?(?P<num>{_NUM})\s?(?P<scale>{_SCALE}|[億亿万兆])?(?P<dash>\s?(?:[-–—~～〜]|から|至|부터)\s?|\s(?:to|and|до|bis|à|a|or|или)\s)$")  # fmt: skip


def amounts(line: str, remembered: str | None = None) -> list[Amount]:
    """All amounts of one line or sentence (plain widths), in order.

    Args:
        line: The text.
        remembered: The currency that was named last before it, for amounts that leave theirs out.
    """
    if not _SIGN.search(line) and not _MAY_HOLD.search(line):
        return []
    found: list[Amount] = []
    plain = line.isascii()
    for match in () if plain else _EASTERN.finditer(line):
        value = _eastern(match["parts"])
        code = _code(match["cur"])
        if value is not None and code is not None:
            found.append(Amount(match.start(), match.end(), value, code, Bound.EXACT, rule="money-east"))
    for match in _LEAD.finditer(line):
        sign = match["sign"]
        if sign[0].isalpha() and not sign[0].isupper():
            continue
        short = _SHORT_SIGNS.get(sign)
        if (short is not None and "$" not in sign and "CFA" not in sign and match["scale"] is None) or (
            short is None and sign.title() in _SHORT_SIGNS
        ):
            continue
        value, code = _western(match["num"], match["scale"]), short or _code(sign)
        if value is not None and code is not None:
            follows = line[match.end() : match.end() + 26]
            better = _TAIL_WORD.match(follows)
            end = match.end() + (better.end() if better else 0)
            code = (_code(better["cur"]) or code) if better and sign == "$" else code
            found.append(Amount(match.start(), end, value, code, Bound.EXACT, rule="money-sign"))
    for match in _SIGNED_RANGE.finditer(line):
        code = _code(match["sign"])
        low, high = _digits(match["low"], True), _digits(match["high"], True)
        if code is not None and low is not None and high is not None and low < high:
            scale = Decimal(10) ** _power(match["scale"])
            found.append(Amount(match.start(), match.end("low"), low * scale, code, Bound.FLOOR, rule="money-range"))
            found.append(
                Amount(match.start("high"), match.end(), high * scale, code, Bound.CEILING, rule="money-range")
            )
    for match in _TAIL.finditer(line):
        value, code = _western(match["num"], match["scale"]), _code(match["cur"])
        if value is not None and code is not None:
            found.append(Amount(match.start(), match.end(), value, code, Bound.EXACT, rule="money-word"))
    for match in _WORDED.finditer(line):
        code = _code(match["cur"]) if match["cur"] else _latest(found, match.start(), remembered)
        if code is not None and (match["cur"] or match["num"].lower() not in {"a", "an", "un"}):
            scale = Decimal(10) ** _power(match["scale"])
            if match["cur"] or not (
                scale < 10**6 or _NO_MONEY_AFTER.match(line, match.end()) or _COUNTED.match(line, match.end())
            ):
                found.append(Amount(match.start(), match.end(), WORD_NUMBERS[match["num"].lower()] * scale, code, Bound.EXACT, rule="money-spelled"))  # fmt: skip
    for match in () if plain else _LEAD_WORDED.finditer(line):
        code = _code(match["cur"]) if match["cur"] else _latest(found, match.start(), remembered)
        if code is not None:
            found.append(Amount(match.start(), match.end(), Decimal(10) ** _power(match["scale"]) / 2, code, Bound.EXACT, rule="money-spelled"))  # fmt: skip
    for match in () if plain else _ARABIC_TWO.finditer(line):
        code = _code(match["cur"]) if match["cur"] else None
        if code is not None:
            power = 9 if match["two"].startswith("مليار") else 6
            found.append(Amount(match.start(), match.end(), Decimal(2) * Decimal(10) ** power, code, Bound.EXACT, rule="money-spelled"))  # fmt: skip
    found += _compound(line, found, remembered)
    found = _longest(found)
    found = _without_currency(line, found, remembered)
    found = _ranges(line, found)
    return _paired(line, [_bounded(line, one) for one in found])


_UNITS: Final = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES: Final[dict[str, int]] = {
    **{word: number for number, word in enumerate(_UNITS, start=1)}, **{word: 10 * number for number, word in enumerate(_TENS, start=2)}, "a": 1,
    **{word: number for number, words in enumerate(["один одного", "два двух две", "три трех трёх", "четыре четырех четырёх", "пять пяти", "шесть шести", "семь семи", "восемь восьми", "девять девяти", "десять десяти", "одиннадцать одиннадцати", "двенадцать двенадцати", "тринадцать тринадцати", "четырнадцать четырнадцати", "пятнадцать пятнадцати", "шестнадцать шестнадцати", "семнадцать семнадцати", "восемнадцать восемнадцати", "девятнадцать девятнадцати"], start=1) for word in words.split()},
    **{word: 10 * number for number, words in enumerate(["двадцать двадцати", "тридцать тридцати", "сорок сорока", "пятьдесят пятидесяти", "шестьдесят шестидесяти", "семьдесят семидесяти", "восемьдесят восьмидесяти", "девяносто девяноста"], start=2) for word in words.split()},
    **{word: 100 * number for number, words in enumerate(["сто ста", "двести двухсот", "триста трехсот трёхсот", "четыреста четырехсот четырёхсот", "пятьсот пятисот", "шестьсот шестисот", "семьсот семисот", "восемьсот восьмисот", "девятьсот девятисот"], start=1) for word in words.split()},
}  # fmt: skip
_NUMBER_WORD: Final = "|".join(sorted(_VALUES, key=lambda word: (-len(word), word)))
_MAY_COMPOUND: Final = Caseless(
    rf"hundred|half|(?:{'|'.join(_TENS)})[- ]|(?:двадцат|тридцат|сорок|десят|девяност|ст[оа]|двест|трист|сот|ьсот)\w*[ -]|-мил"
)
_COMPOUND: Final = Caseless(
    rf"(?<![^\W_])(?:(?P<words>(?:{_NUMBER_WORD}|hundred)(?:(?:[ -]|[ -]and )(?:{_NUMBER_WORD}|hundred))*)(?P<half> and a half)?|(?P<only>(?:a )?half)|(?P<num>\d+(?:[.,]\d+)?)(?=-мил))[ -](?:(?P<scale>{_SCALE})(?![^\W\d_])|(?P<adjective>миллион|миллиард)н\w+)(?:[ -](?:of |US |[а-яё]{{3,}}ских )?(?P<cur>{_TAIL_CUR})(?![A-Za-zа-яё]))?"
)
"""Numbers of several words, and numbers in an adjective: "a hundred and fifty million dollars", "350-миллионный"."""


def _compound(line: str, found: list[Amount], remembered: str | None) -> list[Amount]:
    out: list[Amount] = []
    if not _MAY_COMPOUND.search(line):
        return out
    for match in _COMPOUND.finditer(line):
        words = (match["words"] or "").lower().replace("-", " ").split()
        if match["words"] and len(words) < 2 and not match["half"]:
            continue
        code = _code(match["cur"]) if match["cur"] else _latest(found, match.start(), remembered)
        value = _digits(match["num"], True) if match["num"] else Decimal("0.5") if match["only"] else _of_words(words)
        if (
            code is None
            or value is None
            or (
                not match["cur"]
                and (
                    (match["scale"] and _power(match["scale"]) < 6)
                    or _NO_MONEY_AFTER.match(line, match.end())
                    or _COUNTED.match(line, match.end())
                )
            )
        ):
            continue
        value += Decimal("0.5") if match["half"] else 0
        power = _power(match["scale"]) if match["scale"] else {"миллион": 6, "миллиард": 9}[match["adjective"].lower()]
        out.append(
            Amount(match.start(), match.end(), value * Decimal(10) ** power, code, Bound.EXACT, rule="money-spelled")
        )
    return out


def _of_words(words: list[str]) -> Decimal | None:
    total = last = 0
    for word in words:
        if word == "and":
            continue
        if word == "hundred":
            total = max(total, 1) * 100
            last = 1000
            continue
        value = _VALUES[word]
        if last and value >= last:
            return None  # "two three": no number
        total += value
        last = 10 if value < 10 else 10 if value % 100 else 100
        last = value if value < 10 else last
    return Decimal(total) if total else None


_SIGN: Final = re.compile(r"[$€£¥₽₩₹\d]")
_MAY_HOLD: Final = Caseless(rf"{_EAST_CUR}|million|billion|trillion|milliar|millón|миллион|миллиард|triliun|مليار|مليون")  # fmt: skip
_TAIL_WORD: Final = re.compile(rf" ?(?P<cur>{_TAIL_CUR})(?![A-Za-zа-яё])")


def _western(number: str, scale: str | None) -> Decimal | None:
    if scale is not None and "а" <= scale[0].lower() <= "я" and number.count(",") == 1:
        number = number.replace(",", ".")  # Russian parts the fraction by a comma only
    value = _digits(number, scale is not None)
    if value is None:
        return None
    return value if scale is None else value * Decimal(10) ** _power(scale)


def _power(scale: str) -> int:
    return SCALES[scale.lower()]


def _digits(number: str, scaled: bool = False) -> Decimal | None:
    """The value of digits whose marks part thousands or the fraction, told by where they stand."""
    plain = number.replace(" ", "").replace("'", "")
    marks = [char for char in plain if char in ".,"]
    if len(set(marks)) == 2:
        point = marks[-1]
        plain = plain.replace("," if point == "." else ".", "").replace(point, ".")
    elif len(marks) > 1:
        plain = plain.replace(marks[0], "")
    elif len(marks) == 1:
        after = len(plain) - plain.index(marks[0]) - 1
        grouped = (
            after == 3 and not (scaled and (marks[0] == "." or plain.startswith("0"))) and not plain.startswith("0")
        )
        if scaled and marks[0] == "," and after == 3:
            grouped = plain.index(",") <= 3 and int(plain[: plain.index(",")]) > 0
        plain = plain.replace(marks[0], "") if grouped else plain.replace(",", ".")
    try:
        return Decimal(plain)
    except ArithmeticError:
        return None


def _kanji_number(word: str) -> Decimal | None:
    if word[0].isdigit():
        return _digits(word.rstrip(",."), True) if "." in word else Decimal(word.replace(",", "") or "0")
    if not any(char in "十百千" for char in word):
        return Decimal("".join(str(_KANJI[char]) for char in word))
    total, digit = 0, 0
    for char in word:
        if char in _KANJI:
            digit = _KANJI[char]
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
    return Decimal(total + digit)


def _eastern(parts: str) -> Decimal | None:
    total = Decimal(0)
    for match in _EAST_ONE.finditer(parts):
        value = _kanji_number(match["num"])
        if value is None:
            return None
        total += value * Decimal(10) ** (_EAST_SCALES[match["scale"]] if match["scale"] else 0)
    return total if total > 0 else None


_CODE_CACHE: dict[str, str | None] = {}


def _code(words: str) -> str | None:
    if words in _DEFAULT_SIGNS:
        return _DEFAULT_SIGNS[words]
    if words not in _CODE_CACHE:
        best = [(len(match[0]), code) for code, pattern in _CODES if (match := pattern.match(words))]
        _CODE_CACHE[words] = max(best, key=lambda pair: (pair[0], pair[1] == "USD"))[1] if best else None
        if words in {"米国ドル"}:
            _CODE_CACHE[words] = "USD"
    return _CODE_CACHE[words]


def _latest(found: list[Amount], before: int, remembered: str | None) -> str | None:
    earlier = [one for one in found if one.start < before]
    return max(earlier, key=lambda one: one.start).currency if earlier else remembered


def _longest(found: list[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for one in sorted(found, key=lambda one: (one.rule != "money-range", one.start - one.end, one.start, one.rule)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _without_currency(line: str, found: list[Amount], remembered: str | None) -> list[Amount]:
    """Numbers with a scale word and no currency: they take the currency named last, if no other unit follows."""
    extra = []
    for match in _BARE.finditer(line):
        if any(match.start() < one.end and match.end() > one.start for one in found):
            continue
        scale = match["scale"].lower()
        joined = any(one.end <= match.start() and _OF_WHICH.fullmatch(line, one.end, match.start()) for one in found)
        if (
            scale in {"m", "b", "k", "тыс", "mil", "md", "cr", "thousand", "тысяч", "тысячи"} and not joined
        ) or _NO_MONEY_AFTER.match(line, match.end()):
            continue
        later = [one for one in found if one.start >= match.end() and one.start - match.end() < 12]
        joins = bool(later) and _JOIN.search(line[match.end() : later[0].start]) is not None
        beside = any(one.end <= match.start() for one in found) and not _COUNTED.match(line, match.end())
        if not (joins or beside) and _ANOTHER_WORD.match(line, match.end()) and not _GOES_ON.match(line, match.end()):
            continue
        code = later[0].currency if joins else _latest(found, match.start(), remembered)
        value = _western(match["num"], match["scale"])
        if code is not None and value is not None:
            extra.append(Amount(match.start(), match.end(), value, code, Bound.EXACT, rule="money-without-currency"))
    found = sorted([*found, *extra], key=lambda one: one.start)
    return _parts(line, found) if found else found


def _parts(line: str, found: list[Amount]) -> list[Amount]:
    """Figures that leave out scale and currency since a sum beside them has both.

    "32.7 and 100 billion yen", "9 из 22 млн евро", "$17 million so far of 270", "45 million (Japan 15, Germany 30)",
    "33 million from one fund, BADEA 22".
    """
    extra: list[Amount] = []
    for at, one in enumerate(found):
        shown = _FIGURE_AND_SCALE.search(line, one.start, one.end)
        if shown is None or not shown["scale"]:
            continue
        power = Decimal(10) ** _power(shown["scale"])
        before = _FIGURE_BEFORE.search(line[max(0, one.start - 40) : one.start])
        spans: list[tuple[int, int]] = []
        if before is not None:
            start = max(0, one.start - 40)
            spans += [(start + before.start(name), start + before.end(name)) for name in ("first", "num", "of") if before[name]]  # fmt: skip
        stop = found[at + 1].start if at + 1 < len(found) else len(line)
        if _A_DIGIT.search(line, one.end, stop):
            after = _OF_FIGURE.match(line, one.end, stop)
            if after is not None and not _A_YEAR.fullmatch(after["num"]):
                spans.append(after.span("num"))
            loose = [each for each in _LOOSE_FIGURE.finditer(line, one.end, stop) if not _A_YEAR.fullmatch(each["num"])]
            whole = _digits(shown["num"], True)
            if len(loose) > 1 and sum((_digits(each["num"], True) or Decimal(0)) for each in loose) == whole:
                spans += [each.span("num") for each in loose]
            spans += [each.span("num") for each in _LENDER_FIGURE.finditer(line, one.end, stop)]
        for start, end in dict.fromkeys(spans):
            value = _digits(line[start:end], True)
            free = all(end <= other.start or start >= other.end for other in (*found, *extra))
            if value is not None and value > 0 and free:
                extra.append(Amount(start, end, value * power, one.currency, Bound.EXACT, rule="money-part"))
    return sorted([*found, *extra], key=lambda one: one.start) if extra else found


_A_DIGIT: Final = re.compile(r"\d")
_A_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OF_WHICH: Final = re.compile(r",?\s(?:so far\s|уже\s)?(?:out of|of|из)\s(?:an?\s|the\s|its\s|общ\w+\s)?", re.I)
_FIGURE_AND_SCALE: Final = Caseless(rf"(?P<num>{_NUM})[ -]?(?P<scale>{_SCALE})?(?![^\W\d_])")
_FIGURE_BEFORE: Final = re.compile(
    r"(?:(?<!\S)(?P<first>\d{1,3}(?:[.,]\d{1,2})?), )?(?:(?:\b(?:of|for|at|worth|loans|credits|grants|sums|на|в|по|from) |(?<=\d, ))(?P<num>\d{1,3}(?:[.,]\d{1,2})?)\s(?:and|и|plus|или|or)\s(?:another\s|further\s|ещё\s|еще\s)?|(?<![\d.,\w-])(?P<of>\d{1,3}(?:[.,]\d{1,2})?)\s(?:из|out of)\s)$"
)
_OF_FIGURE: Final = re.compile(r",?\s(?:so far\s|уже\s)?(?:(?:out of|of|из)\s(?:an?\s|the\s|its\s)?|(?:of (?:which|this|it|these|that)|из (?:них|которых)),?\s(?:about\s|some\s|only\s)?)(?P<num>\d{1,3}(?:[.,]\d{1,2})?)(?=[,.;:)]|\s(?:through|by|for|in|to|was|were|have|has|had|is|are|via|went|came|already)\b|$)")  # fmt: skip
_LOOSE_FIGURE: Final = re.compile(r"(?<![\w.,$€£¥%-])(?P<num>\d{1,3}(?:[.,]\d{1,2})?)(?![\w%]|[.,]?\d| (?:percent|per cent|years?|months?|days?|%))")  # fmt: skip
_LENDER_FIGURE: Final = re.compile(r"(?:,|;|\band|\bplus)\s(?:[\w'’]+\s){0,5}?(?:[A-Z]{3,}|Fund|Bank|Facility|Agency|Corporation)\s(?P<num>\d{1,3}(?:\.\d{1,2})?)(?=[,.;)]|\sand\b|$)")  # fmt: skip
_COUNTED: Final = Caseless(
    r"\s+(?:[^\W\d_]{3,}(?:-[^\W\d_]+)?\s)?(?:person|child|women|men\b|worker|farmer|famil|refugee|resident|inhabitant|citizen|customer|client|patient|student|pupil|subscriber|tourist|voter|migrant|displaced|hungry|poor|euro|dollar|rou?ble|yuan|litre|liter|gallon|pound|ounce|carat|tree|seedling|animal|head|cattle|bird|book|copies|copy|page|phone|car\b|cars\b|truck|tyre|bag|sack|box|tablet|vaccin|dose|test|mask|round|shell|cartridge|cell|panel|watt|volt|meter|metre|mile|foot|feet|square|cubic|cbm|sqm|teu|container|seat|flight|ton\b|tons\b|tonne|barrel|bushel|acre|hectare|square|device|account|transaction|vote|word|line|record|views?|follower|member|mouths|souls|Syrian|Ukrainian|African|Afghan|Venezuelan|Sudanese|Yemeni|Pakistani|Indian|Palestinian|"
    r"человек|людей|детей|женщин|семей|беженц|жител|граждан|клиент|пациент|студент|абонент|турист|пассажир|тонн|баррел|литр|куб|кв\b|квадрат|гектар|голов|доз|экземпляр|штук|единиц|акци|мигрант|рабоч|кВт|МВт|киловатт|мегаватт|метр|километр|деревьев|саженц|автомобил|вакцин)"
)  # fmt: skip
_ANOTHER_WORD: Final = re.compile(r"\s+[^\W\d_]{4,}")
_GOES_ON: Final = Caseless(
    r"\s+(?:from|over|under|with|in\b|for|to\b|that|which|will|is\b|was|were|as\b|by\b|each|apiece|into|have|had|has\b|been|went|came|come|goes|flow|flew|more|less|then|than|only|even|when|while|because|until|till|since|after|before|through|toward|against|between|among|within|without|still|already|also|later|earlier|altogether|together|again|this\b|last|next|would|could|should|shall|must|might|does|both|plus|upfront|available|outstanding|worth|left|remain|paid|spent|lent|sent|held|given|made|kept|drawn|"
    r"(?!vaccinat|displac|affect|employ|infect|need|register|estimat|connect|educat|train|live)[a-z]{3,}ed\b|"
    r"более|будет|было|были|через|остальн|предостав|составит|только|уже|плюс|уплачен|выплачен|перечислен|перечисл|выделен|выдел|получен|направ|пойд|уход|приход|пришл|внес|внёс|взят|списан|списал|дала|дают|даст|дадут|дали|выбран|выбрал|освоен|освоил|потрачен|израсходован|погашен|погасил|выда|вложен|вложит|собран|собрал|обещан|подписан|одобрен|законтрактован|осталось|остал|после|сразу|кажд|немедленно|ежегодно|летом|зимой|весной|осенью|вместо|против|чтобы|котор|"
    r"aus|als|für|pour|para)"
)  # fmt: skip


def _ranges(line: str, found: list[Amount]) -> list[Amount]:
    """The two ends of "$2-3 billion", "between 250 and 300 million dollars", "210億～230億ドル"."""
    out: list[Amount] = []
    for one in found:
        previous = out[-1] if out else None
        if previous is not None and previous.currency == one.currency:
            gap = line[previous.end : one.start]
            lead = line[max(0, previous.start - 12) : previous.start].lower()
            dashed = re.fullmatch(r"\s?(?:[-–—~～〜]|から)\s?(?:US\$|\$|€|£)?", gap) is not None
            worded = re.fullmatch(r"\s(?:and|to|und|et|y|и|до|bis|à|a)\s(?:USD|US\$|\$|€|£)?\s?", gap) is not None
            if one.rule == "money-range":
                out.append(one)
                continue
            if (
                dashed
                or re.fullmatch(r"\s(?:to|до)\s(?:USD|US\$|\$|€|£)?\s?", gap)
                or (worded and re.search(r"(?:between|from|zwischen|entre|между|от|de)\s(?:USD |US)?$", lead))
            ):
                out[-1] = replace(previous, bound=Bound.FLOOR, rule="money-range")
                out.append(replace(one, bound=Bound.CEILING, rule="money-range"))
                continue
        before = line[: one.start]
        match = _RANGE_LEAD.search(before[max(0, len(before) - 28) :]) if previous is None or one.start - previous.end > 3 else None  # fmt: skip
        if match is not None and (
            match["from"] or re.search(r"[-–—~～〜から至부터]", match["dash"]) or match["dash"].strip() in {"to", "до"}
        ):
            low = _low_end(match, one, line)
            year_like = match["scale"] is None and re.fullmatch(r"(?:19|20)\d\d", match["num"])
            if low is not None and low < one.number and not year_like:
                start = one.start - (len(match[0]) - (len(match["from"]) if match["from"] else 0))
                end = one.start - len(match["dash"])
                out.append(Amount(start, end, low, one.currency, Bound.FLOOR, rule="money-range"))
                out.append(replace(one, bound=Bound.CEILING, rule="money-range"))
                continue
        out.append(one)
    return out


def _low_end(match: re.Match[str], high: Amount, line: str) -> Decimal | None:
    value = _digits(match["num"], True)
    if value is None:
        return None
    scale = match["scale"]
    if scale is not None:
        return value * Decimal(10) ** (_EAST_SCALES[scale] if scale in _EAST_SCALES else _power(scale))
    shown = _BARE.search(line, high.start, high.end) or _EAST_ONE.search(line, high.start, high.end)
    if shown is None:
        inner = re.search(rf"[ -]?(?P<scale>{_SCALE})(?![^\W\d_])", line[high.start : high.end], re.I)
        return value * Decimal(10) ** _power(inner["scale"]) if inner else value
    word = shown["scale"]
    if not word:
        return value
    return value * Decimal(10) ** (_EAST_SCALES[word] if word in _EAST_SCALES else _power(word))


def _bounded(line: str, one: Amount) -> Amount:
    before = line[max(0, one.start - 40) : one.start]
    per = _PER.match(line, one.end) is not None or _PER_BEFORE.search(before) is not None
    if one.bound is not Bound.EXACT:
        return replace(one, per=per)
    match = _BOUND_BEFORE.search(before) or _EASTERN_BOUND.search(before)
    if one.rule == "money-range":
        return replace(one, per=per)
    bound = Bound[match.lastgroup] if match is not None and match.lastgroup is not None else Bound.EXACT
    after = _BOUND_AFTER.match(line, one.end)
    if after is not None and after.lastgroup is not None:
        bound = Bound[after.lastgroup] if bound is Bound.EXACT else bound
    return replace(one, bound=bound, per=per)


def _paired(line: str, found: list[Amount]) -> list[Amount]:
    """Number each sum; one told again in another currency right after, in brackets or after "or", is the same money."""
    out: list[Amount] = []
    money = 0
    for one in found:
        previous = out[-1] if out else None
        if previous is not None and (previous.currency != one.currency or previous.number == one.number):
            gap = line[previous.end : one.start]
            if re.fullmatch(r"[規模の超程度 ,]{0,6}\s?[(（\[]\s?[^()（）\d]{0,24}|\s?(?:,|or|или|,? (?:that is|i\.e\.)|=|、|/)\s?(?:about|some|around|около|примерно|約)?\s?", gap):  # fmt: skip
                out.append(replace(one, money=previous.money))
                continue
        money += 1
        out.append(replace(one, money=money))
    return out
