"""Who stands before a verb of wish or charge, and of which country: named, a pronoun, or a bare "the government"."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final

from warifu.documents.caseless import Caseless, Pattern, quick
from warifu.proposals.reader.mentions import Mention
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.words import Spoken

FAR: Final = 300
"""How many characters before a verb its subject may begin."""
REACH: Final = 3
"""How many sentences back a pronoun may look for the one it stands for."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side and the words that name it; `country` is empty for both sides together. Offsets are the body's."""

    country: str
    text: str
    start: int
    end: int
    named: bool = True


SEATS: Final[dict[str, str]] = {
    "Kremlin": "RU", "White House": "US", "Pentagon": "US", "State Department": "US", "Capitol Hill": "US", "Downing Street": "GB", "Whitehall": "GB", "Blue House": "KR",
    "Brussels": "EU", "European": "EU", "Кремль": "RU", "Кремле": "RU", "Белый дом": "US", "Белом доме": "US", "Брюссель": "EU", "Брюсселе": "EU", "クレムリン": "RU", "ホワイトハウス": "US",
}  # fmt: skip
"""Seats of power that stand for a side, and words for the Union that name no member."""

STATESMEN: Final[dict[str, str]] = {
    "RU": "Putin Medvedev Lavrov Mishustin Oreshkin Novak Shuvalov Trutnev Siluanov Peskov Путин Медведев Лавров Мишустин Орешкин Новак Шувалов Трутнев Силуанов Песков プーチン メドベージェフ ラブロフ オレシュキン ノワク シュワロフ トルトネフ",
    "JP": "Abe Suga Kishida Ishiba Seko Kono Motegi Hagiuda Akazawa Hasegawa Абэ Суга Кисида Исиба Сэко Коно Мотэги Хагиуда 安倍 菅 岸田 石破 世耕 河野 茂木 萩生田 赤沢",
    "CN": "Xi Jinping Keqiang Цзиньпин Кэцян 習近平 李克強 習",
    "US": "Biden Trump Obama Blinken Yellen Bessent Lutnick Байден Трамп Обама Блинкен Бессент バイデン トランプ オバマ ブリンケン ベッセント ラトニック",
    "IN": "Modi Jaishankar Goyal Моди モディ", "UA": "Zelensky Zelenskiy Zelenskyy Shmyhal Зеленск Шмыгал ゼレンスキー", "TR": "Erdogan Erdoğan Fidan Эрдоган エルドアン", "KZ": "Tokayev Nazarbayev Токаев Назарбаев トカエフ ナザルバエフ",
    "BY": "Lukashenko Лукашенко ルカシェンコ", "UZ": "Mirziyoyev Мирзиёев Мирзиеев ミルジヨエフ", "KG": "Japarov Atambayev Жапаров Атамбаев", "TJ": "Rahmon Рахмон ラフモン", "AZ": "Aliyev Алиев アリエフ", "AM": "Pashinyan Пашинян パシニャン",
    "RS": "Vucic Vučić Вучич ブチッチ", "HU": "Orban Orbán Szijjarto Szijjártó Орбан Сийярто オルバン", "DE": "Merkel Scholz Merz Меркель Шольц メルケル ショルツ", "FR": "Macron Hollande Макрон マクロン", "GB": "Johnson Sunak Starmer Cameron ジョンソン スナク",
    "KR": "Jae-in Suk-yeol 文在寅 尹錫悦", "KP": "Jong-un 金正恩", "MN": "Khurelsukh Battulga Хурэлсух フレルスフ", "ID": "Widodo Jokowi Prabowo Видодо Субианто ジョコ プラボウォ", "PH": "Duterte Marcos Дутерте Маркос ドゥテルテ マルコス", "VN": "Chinh Trong",
    "SA": "Salman", "EG": "Sisi Сиси シシ", "BR": "Lula Bolsonaro Лула ルラ", "AR": "Milei Fernandez", "VE": "Maduro Мадуро", "CA": "Trudeau Carney", "AU": "Albanese Morrison", "IL": "Netanyahu Нетаньяху ネタニヤフ", "IR": "Rouhani Raisi Pezeshkian",
    "BD": "Hasina ハシナ", "LK": "Rajapaksa Wickremesinghe", "SB": "Sogavare", "ZM": "Hichilema Lungu", "KE": "Ruto Kenyatta", "ZA": "Ramaphosa", "EU": "Leyen Michel Kallas Borrell Šefčovič Ляйен",
    "IT": "Meloni Draghi Mattarella Gentiloni Мелони Драги メローニ", "ES": "Sánchez Rajoy Санчес サンチェス", "NL": "Rutte Schoof Рютте ルッテ", "PL": "Tusk Duda Morawiecki Nawrocki Туск Моравецк", "CZ": "Fiala Babiš Babis Zeman Фиала Бабиш Земан フィアラ", "SK": "Fico Pellegrini Фицо フィツォ",
    "AT": "Nehammer Нехаммер", "RO": "Iohannis Ciolacu Йоханнис", "BG": "Radev Borisov Радев", "GR": "Mitsotakis Tsipras Мицотакис Ципрас ミツォタキス", "CY": "Christodoulides Anastasiades", "FI": "Niinistö Niinisto Stubb Orpo Ниинист Стубб ニーニスト ストゥブ", "SE": "Kristersson クリステション", "NO": "Støre Stoere Solberg ストーレ", "DK": "Frederiksen フレデリクセン",
    "MD": "Sandu Dodon Санду Додон サンドゥ", "GE": "Garibashvili Kobakhidze Zourabichvili Гарибашвили Кобахидзе", "TM": "Berdimuhamedov Berdimuhamedow Бердымухамедов ベルディムハメドフ", "LT": "Nausėda Nauseda Науседа", "LV": "Rinkēvičs Siliņa",
    "PK": "Sharif Шариф シャリフ", "IQ": "Sudani Kadhimi Судани", "SY": "Sharaa Assad アサド シャラア", "LB": "Mikati Микати", "JO": "Safadi Сафади", "AE": "Nahyan Нахайян ナハヤン", "OM": "Busaidi", "TN": "Saied", "DZ": "Tebboune Теббун", "LY": "Dbeibah Haftar Хафтар", "SD": "Burhan Бурхан", "ET": "Abiy Абий アビー", "DJ": "Guelleh",
    "RW": "Kagame Кагаме カガメ", "UG": "Museveni Мусевени ムセベニ", "TZ": "Magufuli Suluhu Магуфули", "BI": "Ndayishimiye", "CD": "Tshisekedi Чисекеди チセケディ", "CG": "Sassou Nguesso", "CM": "Biya", "NG": "Tinubu Buhari Тинубу", "GH": "Akufo-Addo Mahama", "CI": "Ouattara ワタラ", "SN": "Faye Sonko Sall", "ML": "Goita Goïta Гойта", "NE": "Tiani Bazoum Тиани", "BF": "Traore Traoré Траоре",
    "GN": "Doumbouya", "AO": "Lourenco Lourenço ロウレンソ", "MZ": "Nyusi Chapo ニュシ", "MW": "Chakwera", "ZW": "Mnangagwa Мнангагва", "NA": "Geingob Mbumba", "BW": "Masisi", "MG": "Rajoelina", "MU": "Jugnauth Ramgoolam", "KH": "Manet フンセン マネット", "LA": "Siphandone トンルン", "TH": "Srettha Prayut Prayuth Paetongtarn Anutin セター プラユット ペートンタン", "MY": "Anwar Mahathir Muhyiddin アンワル マハティール",
    "SG": "Balakrishnan", "MM": "Hlaing", "NP": "Deuba Dahal Prachanda", "BT": "Tobgay", "MV": "Muizzu Solih ムイズ ソーリフ", "CL": "Boric", "PE": "Boluarte", "EC": "Noboa Lasso", "BO": "Arce アルセ", "UY": "Lacalle", "MX": "Sheinbaum", "CU": "Díaz-Canel Diaz-Canel Диас-Канель", "SV": "Bukele", "PA": "Mulino",
    "NZ": "Luxon Ardern Hipkins ラクソン", "FJ": "Rabuka Bainimarama ランブカ", "PG": "Marape マラペ", "WS": "Fiame フィアメ", "KI": "Maamau", "BA": "Dodik Cvijanović Додик", "ME": "Spajić Spajic Đukanović", "MK": "Mickoski Zaev", "XK": "Kurti Курти", "TW": "Ing-wen Ching-te 頼清徳 蔡英文",
    "AF": "Ghani Muttaqi Baradar", "YE": "Alimi", "SO": "Mohamud", "JM": "Holness", "GY": "Jagdeo", "SR": "Santokhi", "BB": "Mottley", "HT": "Moïse",
}  # fmt: skip
"""Statesmen whose texts seldom say whose they are, by surname; what stands beside a name in the text goes before it."""
_STATESMAN: Final = {name: code for code, names in STATESMEN.items() for name in names.split()}
_SURNAMES: Final = frozenset(name for name in _STATESMAN if re.match("[A-ZА-ЯЁ]", name))
_CAPITALISED: Final = re.compile(r"(?<![\w’'-])[A-ZА-ЯЁ][A-Za-zÀ-žА-яё]+")

# fmt: off
_SEAT: Final = re.compile(quick(rf"(?<![\wА-я])(?:{'|'.join(SEATS)})(?![\wА-я])(?! (?:Investment|Bank|Union|Commission|Council|Parliament))"))
_TITLE: Final = re.compile(r"\b(?:[Mm]inister|[Pp]resident|[Pp]remier|[Cc]hancellor|[Ss]ecretary|[Gg]overnor|[Ss]pokes\w+|[Aa]mbassador|[Ee]nvoy|[Cc]ommissioner|[Ll]eader|[Kk]ing|[Pp]rince|[Cc]hief|[Hh]ead|[Mm]ayor|[Dd]irector|[Cc]hair(?:man|woman)|[Dd]eputy|[Oo]fficial|[Aa]dviser)\b|[Мм]инистр|[Пп]резидент|[Пп]ремьер|[Пп]осол|[Пп]редставител|[Гг]лав[аыу]|[Зз]ампред|[Пп]редседател|[Дд]иректор|[Сс]екретар|[Сс]оветник|[Гг]убернатор|[Пп]омощник|[Рр]уководител|[Дд]епутат|[Зз]амминистр|首相|大統領|大臣|外相|長官|次官|大使|相$")

_EN_ADVERB: Final = r"(?:also|now|then|still|however|has|have|had|would|will|is|are|was|were|both|again|earlier|therefore|separately|once|always|long|only|already|in turn|for (?:its|her|his|their) (?:own )?part|meanwhile|at first|first|been|further|repeatedly|clearly|openly|in (?:his|her|its) turn|particularly|especially|publicly|privately|strongly)"
_EN_ADVERBS: Final = rf"(?:{_EN_ADVERB},?\s+)*"
_EN_OFFICIALS: Final = (
    r"(?:governments?|side|party|officials?|authorit(?:y|ies)|minist(?:ry|ries|er|ers)|presidents?|premier|chancellor|cabinet|leaders?(?:hip)?|diplomats?|negotiators?|delegation|embassy|parliament|lawmakers|treasury|"
    r"spokes\w+|envoy|ambassador|secretary|regulators?|companies|company|firms?|banks?|lenders?|creditors?|investors?|business(?:es|men)?|makers?|industry|army|navy|military|source|capital|state|people|farmers|exporters|partners?|team|fund|group|agency|chief|head)"
)
_EN_TOGETHER: Final = r"(?:sides|parties|countries|leaders|governments|ministers|presidents|nations|prime ministers)"
_EN_ALL: Final = Caseless(rf"\b(?P<who>both {_EN_TOGETHER}|(?:the )?two {_EN_TOGETHER}|the (?:sides|parties|leaders|presidents|ministers|heads of state|participants|members))\s+{_EN_ADVERBS}$")
_EN_PRONOUN: Final = Caseless(rf"(?<![\w'’])(?P<who>he|she|they|it|we|i)(?:(?:['’](?:d|ll|s|ve|re))?\s+{_EN_ADVERBS})?$")
_EN_STATE: Final = r"(?:[Gg]overnment|[Mm]inistry|[Mm]inister|authorities|officials|[Kk]ingdom|[Rr]epublic|[Pp]resident|premier|cabinet|country|central bank|region|province|county|city|town|island|municipality|territory)(?: (?:of|for) (?:the )?[A-Z]\w+(?:(?:,| and) [A-Z]\w+)*)?"
_EN_HOME: Final = re.compile(rf"(?<![\w'])(?P<who>(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er)\s(?:[a-z-]+\s){{0,2}}?{_EN_STATE}|(?:(?<!\w )|(?<=while )|(?<=but )|(?<=and )|(?<=which )|(?<=that ))(?:[Oo]fficials|[Mm]inisters|[Cc]abinet|[Ll]awmakers)|Minister)\s+{_EN_ADVERBS}$")
_EN_DOES: Final = re.compile(rf"(?P<who>The {_EN_STATE})\s[a-z]+(?:ed|s|d)\b")
_EN_FIRM: Final = Caseless(rf"(?<![\w'])(?P<who>the (?:company|firm|bank|group|fund|lender|agency|consortium|operator|utility|trading house|maker|builder))\s+{_EN_ADVERBS}$")
_EN_GAP: Final = Caseless(rf"^[»\"”)]?(?:['’]s?)?(?:\s*\([^)]{{1,40}}\))?(?:\s(?:[\w'-]+\s){{0,4}}?{_EN_OFFICIALS})?(?:\s(?:of|for|in|on|at)\s[^,.;]{{1,40}})?(?:,[^,;]{{1,90}}(?=,))?(?:,?\swh(?:o|ich)\b)?,?\s*{_EN_ADVERBS}$")
_EN_ADJECTIVE: Final = re.compile(rf"^\s(?:[\w'-]+\s){{0,3}}?[\w'-]+\s+{_EN_ADVERBS}$")
_EN_OFFICE: Final = Caseless(r"\b(?:prime |foreign |finance |economy |energy |trade |defen[cs]e )?(?:minister|president|premier|chancellor|governor|spokesman|spokeswoman|secretary)\b")

_RU_ADVERBS: Final = r"(?:(?:также|уже|по-прежнему|теперь|тоже|в свою очередь|при этом|между тем|пока|давно|еще|ещё|все еще|и|же|вместе с тем|тем временем),?\s+)*"
_RU_ALL: Final = re.compile(rf"(?P<who>(?<![А-Яа-яё])(?:обе )?[Сс]тороны|[Оо]ба (?:президента|министра|лидера)|[Пп]резиденты|[Мм]инистры|[Дд]ве страны|[Пп]артн[её]ры)\s+{_RU_ADVERBS}$")
_RU_PRONOUN: Final = Caseless(rf"(?<![А-Яа-яё])(?P<who>он|она|они|мы|я)\s+{_RU_ADVERBS}$")
_RU_HOME: Final = re.compile(rf"(?<![А-Яа-яё])(?P<who>[Пп]равительство|[Вв]ласти(?: [А-ЯЁа-яё]+){0,3}|[Рр]еспублика|[Сс]трана|[Мм]инистр(?: [а-яё]+){{0,2}}|[Вв]ице-(?:премьер|министр)|[Мм]инистерство|[Кк]абинет министров|[Пп]резидент|[Пп]ремьер|[Гг]осударство)\s+{_RU_ADVERBS}$")
_RU_FIRM: Final = re.compile(rf"(?<![А-Яа-яё])(?P<who>[Кк]омпания|[Бб]анк|[Фф]онд|[Кк]онцерн|[Кк]орпорация|[Хх]олдинг|[Зз]аемщик|[Пп]редставитель [а-яё]+|[Сс]обеседник(?: [а-яё]+)?|[Ии]сточник)\s+{_RU_ADVERBS}$")
_RU_GAP: Final = Caseless(rf"^[»\"”)]?(?:\s*\([^)]{{1,40}}\))?(?:\s(?:власти|правительство|сторона|чиновники|компании|банки|премьер|министр))?(?:,[^,;]{{1,90}},)?(?:,?\sкотор\w+)?\s*{_RU_ADVERBS}$")

_OBLIQUE: Final = re.compile(r"(?:ую|юю|ого|ому|ей|ой)(?:\s|$)")
"""A Russian name in another case than a subject's."""
_RU_WE: Final = Caseless(r"(?:рассчитываем|ожидаем|жд[её]м|надеемся|просим|требуем|хотим|стремимся)(?![А-Яа-яё])")

_PLACED: Final = re.compile(r"\b(?:in|at|near|of)\s$")
_OPENING: Final = Caseless(r"(?:^|[.:;,—–-]\s)(?:(?:but|and|the|а|но|и|в)\s)*$")
_AND: Final = Caseless(rf"(?:\b(?:and|but|or|yet|nor)|(?<![А-Яа-яё])(?:и|а|но)|[,;—-])\s+{_EN_ADVERBS}$|\bto\s$")
_JOINED: Final = re.compile(r"[;:]|\b(?:and|with|said|from|met|told|in|to|by)\b|,.*,| и | с |と")
_APART: Final = re.compile(r"\b(?:and|with|said|met|told|to)\b|,.*,")
_TOGETHER: Final = re.compile(r"\b[Jj]oint\b|[Cc]ommuniqu|[Dd]eclaration|[Сс]овместн|[Кк]оммюнике")
_SAID_AFTER: Final = re.compile(r"(?:['’]s (?:[\w-]+ ){0,4}?(?:minister|ministry|president|premier|officials?|envoy|ambassador|government|spokes\w+)(?=[ ,]))?(?:,[^,\"”»]{1,90}(?=,))?,?\s(?:has |had |then )?(?:said|says|told|added|noted|wrote)\b|:\s[\"“«]|\)?\s(?:сказал|сообщил|заявил|отметил|добавил|пояснил)\w*")
_SAID_BEFORE: Final = Caseless(r"\b(?:said|says|told|added|according to|сказал\w*|сообщил\w*|заявил\w*|отметил\w*|добавил\w*|пояснил\w*|по словам)\s(?:[\w'’«»\"-]+\s){0,6}$")

_JA_RANK: Final = r"(?:首相|大統領|総裁|大臣|外相|相|長官|社長|会長|頭取|知事|市長|大使|特使|氏|報道官|次官|局長|代表|議員|理事長|高官|幹部|関係者|閣僚|政権|候補)"
_JA_TITLE: Final = re.compile(rf"(?:内閣総理|[一-龥]{{1,4}})?{_JA_RANK}$")
_JA_ALL: Final = re.compile(r"(?:両(?:国|首脳|者|大臣|政府|社|外相|氏|首相|大統領)|双方|両国政府)(?=は|が|[、,，]|とも|(?:から|より)[は、,，])")
_JA_OTHER: Final = re.compile(r"先方(?:政府|側)?(?=から|より|は|が)")
_JA_HOME: Final = re.compile(r"(?<![一-龥ァ-ヴー])(?:政府(?:関係者|高官|筋|内)?|[一-龥]{1,8}省(?:幹部|関係者|側)?|[一-龥]{1,8}庁(?:幹部)?|外務省|官邸|当局|知事|市長|我が国|当方|本県|県|市)(?=は|が|から|より|で)")
_JA_FIRM: Final = re.compile(r"(?:当社|同社|同行|同機構|同基金|当行|当機構)(?=は|が|から|より)")
_JA_RANKED: Final = re.compile(rf"(?<![一-龥ァ-ヴー])(?P<who>[一-龥ァ-ヴー・]{{2,14}}{_JA_RANK})(?=は|が|(?:から|より)[は、,，])")
_JA_TOPIC: Final = re.compile(rf"^(?:の?(?:側|政府|州政府|当局)|(?:の[^、。はがを]{{0,8}})?{_JA_RANK})*(?:自身)?(?:は|が|(?:から|より)[はも、,，]|(?:から|より)[^、。]{{1,40}}の$|では|でも|も)")
_JA_WA: Final = re.compile(r"^[^、,，。はがを]{0,14}?(?:は|(?:から|より)[はも、,，])")
# fmt: on


def ending(pattern: Pattern, text: str, at: int) -> re.Match[str] | None:
    """Where a pattern that ends in "$" stands right before character `at`; it looks back no further than any subject stands."""
    return pattern.search(text, max(0, at - FAR), at)


class Sides:
    """The sides of one document: whose country a person, a pronoun or a bare "the government" stands for."""

    def __init__(self, story: Story) -> None:
        self.story = story
        top = [code for code in story.top() if story.countries[code] > 0]
        eastern = story.language == "ja"
        self.home = "JP" if eastern and "JP" in top else next(iter(top), "")
        self.other = next((code for code in top if code != "JP"), "") if eastern else ""

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Surnames of the persons of the text and of statesmen, Russian ones without their ending."""
        story = self.story
        persons = {one.text.split()[-1] for spoken in story.spoken for one in spoken.mentions if one.sort == "person" and " " in one.text}  # fmt: skip
        return frozenset(name[:-1] if story.language == "ru" else name for name in persons if len(name) > 3) | _SURNAMES

    @cached_property
    def mentions(self) -> list[list[Mention]]:
        """The mentions of every sentence, with the seats of power."""
        return [self._all(spoken) for spoken in self.story.spoken]

    @cached_property
    def homes(self) -> dict[str, str]:
        """The country of each person that the text tells beside the name."""
        homes: dict[str, str] = {}
        for spoken in self.story.spoken:
            for one in spoken.mentions:
                if one.sort == "person" and (country := self._beside(spoken, one)):
                    homes.setdefault(self._key(one.text), country)
        return homes

    def country(self, spoken: Spoken, one: Mention) -> str:
        """The country of a mention; a person's is told beside the name somewhere, or an office makes it the home's."""
        if one.country or one.sort != "person":
            return one.country
        known = self.homes.get(self._key(one.text)) or self._known(one.text)
        if known:
            return known
        if self.story.language == "ja":
            return self.other if re.match("[ァ-ヴ]", one.text) else self.home
        text = spoken.sentence.text
        counts = sorted(self.story.countries.values(), reverse=True)
        clear = len(counts) < 2 or counts[0] > counts[1]
        return self.home if clear and _TITLE.search(text[max(0, one.start - 40) : one.end + 40]) else ""

    def _known(self, name: str) -> str:
        if self.story.language == "ja":
            return next((_STATESMAN[part] for part in (_JA_TITLE.sub("", name), name[:4], name[:3], name[:2]) if part in _STATESMAN), "")  # fmt: skip
        last = name.split()[-1].rstrip("'’s.")
        if self.story.language == "ru":
            return next((_STATESMAN[last[:end]] for end in range(len(last), 3, -1) if last[:end] in _STATESMAN), "")
        return _STATESMAN.get(last) or _STATESMAN.get(name.split()[-1], "")

    def side(self, spoken: Spoken, one: Mention) -> Side:
        base = spoken.sentence.start
        country = self.country(spoken, one)
        if not country and one.sort == "body" and one.work == "ministry":
            country = self.home
        return Side(country, one.text, base + one.start, base + one.end, one.sort != "adjective")

    def before(self, number: int, at: int, last: Side | None = None) -> Side | None:
        """The side that stands before character `at` of a sentence as the subject of what begins there.

        Args:
            number: Which sentence of the story.
            at: Where the verb begins.
            last: The side of the verb before in the same sentence, which "and" carries on.
        """
        if self.story.language == "ja":
            return self._japanese(number, at)
        russian = self.story.language == "ru"
        spoken = self.story.spoken[number]
        text, base = spoken.sentence.text, spoken.sentence.start
        both = ending(_RU_ALL if russian else _EN_ALL, text, at)
        if both is not None:
            return Side("", both["who"], base + both.start("who"), base + both.end("who"))
        pronoun = ending(_RU_PRONOUN if russian else _EN_PRONOUN, text, at)
        if pronoun is not None:
            return self._antecedent(number, pronoun.start("who"), pronoun["who"].lower())
        ahead = [one for one in self.mentions[number] if one.end <= at and one.sort != "place"]
        if russian and _RU_WE.match(text, at) and not text[:at].rstrip().endswith(","):
            return self._speaker(number, at, text[at:].split()[0])
        if len(ahead) > 1 and not ahead[-1].country and ending(_PLACED, text, ahead[-1].start):
            ahead.pop()  # "the government in Lima": a place that the table does not know is no subject
        if ahead:
            plain = _RU_GAP if russian else _EN_GAP
            fits = _EN_ADJECTIVE if ahead[-1].sort == "adjective" and not russian else plain
            if fits.match(text[ahead[-1].end : at]):
                return self._pair(number, ahead) or self.side(spoken, ahead[-1])
        if ending(_AND, text, at):
            subject = next((one for one in reversed(ahead) if ending(_OPENING, text, one.start)), None)
            if last is not None or subject is not None:
                return last if last is not None or subject is None else self.side(spoken, subject)
            office = None if russian else _EN_DOES.match(text)
            if office is not None and self.home:
                return Side(self.home, office["who"], base, base + office.end("who"))
        firm = ending(_RU_FIRM if russian else _EN_FIRM, text, at)
        if firm is not None:
            named = self._body(number, firm.start())
            country = named.country if named is not None else ""
            return Side(country or self.home, firm["who"], base + firm.start("who"), base + firm.end("who"))
        state = ending(_RU_HOME if russian else _EN_HOME, text, at)
        if state is not None:
            country = self._state(number, state.start()) or self._teller(number) or self.home
            return Side(country, state["who"], base + state.start("who"), base + state.end("who"))
        return (self._behind(number, at) or self._above(number, at) or self._surname(number, at)) if russian else None

    def _pair(self, number: int, ahead: list[Mention]) -> Side | None:
        """Two states joined by "and" before the verb: both of them wish."""
        spoken = self.story.spoken[number]
        if len(ahead) < 2 or {one.sort for one in ahead[-2:]} - {"country", "government", "capital"}:
            return None
        first, second = ahead[-2:]
        if re.fullmatch(r"\s(?:and|и)\s(?:the )?", spoken.sentence.text[first.end : second.start]) is None:
            return None
        text, base = spoken.sentence.text, spoken.sentence.start
        for one in self.mentions[number]:  # said by one of them
            if one.sort == "person" and one.start > second.end and ending(_SAID_BEFORE, text, one.start):
                return self.side(spoken, one)
        return Side("", text[first.start : second.end], base + first.start, base + second.end)

    def _surname(self, number: int, at: int) -> Side | None:
        """A surname alone before its verb: one of the home's, whom the readers of the text know."""
        spoken = self.story.spoken[number]
        base = spoken.sentence.start
        name = re.search(
            rf"(?:^|[.»\"]\s)(?P<who>[А-ЯЁ][а-яё]+(?:[оеё]в|[иы]н|ко|ий|ян|дзе|швили|ич|[ую]к|ль|[аеоиу]н|ер|[ая]нь))\s{_RU_ADVERBS}$",
            spoken.sentence.text[:at],
        )
        if name is None or not self.home:
            return None
        return Side(self.home, name["who"], base + name.start("who"), base + name.end("who"))

    def _above(self, number: int, at: int) -> Side | None:
        """The subject of the clause above: "Президенты заявили, что уже в 2025 году намерены …"."""
        spoken = self.story.spoken[number]
        base = spoken.sentence.start
        above = re.search(r"^(?P<head>.*?),\sчто\s[^,.;]*$", spoken.sentence.text[:at])
        if above is None:
            return None
        both = re.match(r"(?:Обе )?(?:Стороны|Президенты|Министры|Лидеры|Главы государств)\b", above["head"])
        if both is not None:
            return Side("", both[0], base, base + both.end())
        ahead = [one for one in self.mentions[number] if one.end <= above.end("head") and one.sort != "place"]
        return self.side(spoken, ahead[0]) if ahead else None

    def _behind(self, number: int, at: int) -> Side | None:
        """The subject that follows its Russian verb: "рассчитывают в Москве", "которую называла российская сторона"."""
        spoken = self.story.spoken[number]
        verb = Caseless(r"[а-яё]+(?:, котор\w+ [а-яё]+)?\s(?:в\s)?").match(spoken.sentence.text, at)
        if verb is None:
            return None
        near = [one for one in self.mentions[number] if one.start == verb.end() and one.country and not _OBLIQUE.search(one.text)]  # fmt: skip
        return self.side(spoken, near[0]) if near else None

    # -- whose country

    def _all(self, spoken: Spoken) -> list[Mention]:
        """The mentions of a sentence with the seats of power, and with the country of a people ("Americans")."""
        found = []
        seats = list(_SEAT.finditer(spoken.sentence.text))
        for match in _CAPITALISED.finditer(spoken.sentence.text) if self.story.language in {"en", "ru"} else ():
            name = match[0]
            cuts = (name, name[:-1], name[:-2], name[:-3]) if self.story.language == "ru" else (name,)
            if any(cut in self.surnames for cut in cuts if len(cut) > 2) and all(one.end <= match.start() or one.start >= match.end() for one in spoken.mentions):  # fmt: skip
                found.append(Mention(match.start(), match.end(), name, "person"))
        for one in spoken.mentions:
            if not one.country and any(match.start() < one.end and one.start < match.end() for match in seats):
                continue
            if not one.country and re.fullmatch(r"[A-Z][a-z]+s", one.text):
                people = [hit[2] for hit in self.story.names.table.find(one.text[:-1]) if hit[2].sort == "adjective"]
                one = replace(one, country=people[0].country, sort="government") if people else one
            found.append(one)
        for match in seats:
            if all(one.end <= match.start() or one.start >= match.end() for one in found):
                sort = "adjective" if match[0] == "European" else "government"
                found.append(Mention(match.start(), match.end(), match[0], sort, SEATS[match[0]]))
        return sorted(found, key=lambda one: one.start)

    def _key(self, name: str) -> str:
        if self.story.language == "ja":
            return _JA_TITLE.sub("", name)
        last = name.split()[-1].rstrip("'’s.")
        return last[:6] if self.story.language == "ru" else last

    def _beside(self, spoken: Spoken, one: Mention) -> str:
        """The country told right before a name ("RDIF chief …", "Uganda's minister, …") or right after it."""
        text = spoken.sentence.text
        for near in reversed(spoken.mentions):
            gap = text[near.end : one.start]
            if not near.country or near.end > one.start or len(gap) >= 60 or _JOINED.search(gap):
                continue
            if "," not in gap or _TITLE.search(gap):
                return near.country
        for near in spoken.mentions:
            gap = text[one.end : near.start]
            if near.country and near.start >= one.end and len(gap) < 50 and re.match(r",|\s\(|\s(?:of|from)\b", gap):
                return "" if _APART.search(gap) else near.country
        return ""

    def _state(self, number: int, at: int) -> str:
        """The one country named as a state before a bare "the ministry" of the same sentence."""
        ahead = [one for one in self.story.spoken[number].mentions if one.end <= at]
        states = {one.country for one in ahead if one.sort in {"country", "government"}}
        return states.pop() if len(states) == 1 else ""

    def _teller(self, number: int) -> str:
        """The country of the one who says the sentence."""
        spoken = self.story.spoken[number]
        text = spoken.sentence.text
        for one in self.mentions[number]:
            if one.sort not in {"place", "adjective"} and (_SAID_AFTER.match(text, one.end) or ending(_SAID_BEFORE, text, one.start)):  # fmt: skip
                return self.country(spoken, one)
        return ""

    def _body(self, number: int, at: int) -> Mention | None:
        """The body that "the company" stands for: the first one of the nearest sentence that names any."""
        for back in range(number, max(-1, number - REACH - 1), -1):
            for one in self.story.spoken[back].mentions:
                if one.sort == "body" and (back < number or one.end <= at):
                    return one
        return None

    # -- pronouns

    def _antecedent(self, number: int, at: int, word: str) -> Side | None:
        """Whom a pronoun stands for: a person for "he", any party for "it"; in speech, the one who speaks."""
        if word in {"we", "i", "мы", "я"}:
            return self._speaker(number, at, word)
        person = word in {"he", "she", "он", "она"}
        for back in range(number, max(-1, number - REACH - 1), -1):
            line = self.story.spoken[back]
            stop = at if back == number else len(line.sentence.text)
            pool = [one for one in self.mentions[back] if one.end <= stop and one.sort not in {"place", "adjective"}]
            wanted = pool if word in {"they", "они"} else [one for one in pool if (one.sort == "person") == person]
            if wanted:
                return self.side(line, wanted[0])
            office = _EN_OFFICE.search(line.sentence.text, 0, stop) if person else None
            if office is not None:
                near = [one for one in line.mentions if one.country and one.end <= office.start() + 1]
                base = line.sentence.start
                country = near[-1].country if near else self.home
                return Side(country, office[0], base + office.start(), base + office.end())
        return None

    def _speaker(self, number: int, at: int, word: str) -> Side | None:
        """Whose "we" it is: of the one who "said", here or in the sentences around; in an interview, the home's."""
        base = self.story.spoken[number].sentence.start
        if _TOGETHER.search(self.story.page.title):
            return Side("", word, base + at, base + at + len(word))
        for near in (number, number - 1, number + 1, number - 2):
            if not 0 <= near < len(self.story.spoken):
                continue
            line = self.story.spoken[near]
            text = line.sentence.text
            for one in self.mentions[near]:
                if one.sort in {"place", "adjective"}:
                    continue
                if _SAID_AFTER.match(text, one.end) or ending(_SAID_BEFORE, text, one.start):
                    return self.side(line, one)
        return Side(self.home, word, base + at, base + at + len(word), False)

    # -- Japanese, where the subject is marked

    def _japanese(self, number: int, at: int) -> Side | None:
        spoken = self.story.spoken[number]
        text, base = spoken.sentence.text, spoken.sentence.start
        head = text[:at]
        found: list[tuple[int, Side]] = []
        for pattern, at_home in ((_JA_ALL, ""), (_JA_OTHER, self.other), (_JA_HOME, self.home)):
            for match in pattern.finditer(head):
                country = "JP" if match[0] in {"我が国", "本県", "県", "当方"} else at_home
                found.append((match.start(), Side(country, match[0], base + match.start(), base + match.end())))
        for match in _JA_FIRM.finditer(head):
            body = self._body(number, match.start())
            country = (body.country if body is not None else "") or self.home
            found.append((match.start(), Side(country, match[0], base + match.start(), base + match.end())))
        for one in self.mentions[number]:
            told = one.sort == "person" and text.startswith("より", one.end)
            if one.end <= at and one.sort != "place" and (told or _JA_TOPIC.match(text[one.end : at])):
                found.append((one.start, self.side(spoken, one)))
        for match in _JA_RANKED.finditer(head):
            if all(side.end - base <= match.start() or side.start - base >= match.end() for _, side in found):
                abroad = re.search("[ァ-ヴ]|州|現地|先方", match["who"]) is not None
                found.append((match.start(), Side(self.other if abroad else self.home, match["who"], base + match.start(), base + match.end())))  # fmt: skip
        if not found and number > 0 and self.story.spoken[number - 1].sentence.paragraph == spoken.sentence.paragraph:
            return self._japanese(number - 1, len(self.story.spoken[number - 1].sentence.text))
        topics = [pair for pair in found if _JA_WA.search(text[pair[1].end - base : at])] or found
        return max(topics, key=lambda pair: pair[0])[1] if topics else None


@lru_cache(maxsize=2)
def sides_of(story: Story) -> Sides:
    """The sides of a document, worked out once for all who ask."""
    return Sides(story)
