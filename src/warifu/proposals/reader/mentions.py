"""Who is named in a sentence: names of the table, names that show themselves by their form, and persons.

A name of no table is taken when its own words say what it is (a head such as Bank, Ministry, министерство, 機構), when it
is quoted after a word for a firm, or when it stands capitalised where an organisation can stand; how sure that is
stays with the mention as `strength`.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from warifu.documents.caseless import Caseless
from warifu.proposals.reader.table import Name, Table, state_name

KNOWN, SHAPED, GUESSED = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `start:end` of a line. `sort`: country, government, body, person, capital, place, adjective."""

    start: int
    end: int
    text: str
    sort: str
    country: str = ""
    id: str = ""
    type: str = "unknown"
    work: str = ""
    strength: int = KNOWN

    @property
    def party(self) -> bool:
        """Whether it can take part in a deal."""
        return self.sort in {"country", "government", "body"}


# -- the tables -------------------------------------------------------------------------------------------------------

_HEADS: Final = (
    "Bank|Fund|Ministry|Ministries|Agency|Corporation|Corp|Company|Co|Group|Ltd|Limited|Inc|Incorporated|PLC|plc|LLC|LLP|GmbH|AG|S\\.A|SA|SpA|JSC|PJSC|OJSC|NV|BV|AB|ASA|Oyj|Pte|Bhd|Berhad|Holdings?|Authority|"
    "Commission|Council|Association|Administration|University|Institute|Department|Directorate|Organi[sz]ation|Consortium|Enterprise|Enterprises|Industries|Industry|Motors|Railways?|Airlines?|Airways|"
    "Insurance|Investments?|Partners|Capital|Energy|Power|Electric|Petroleum|Oil|Gas|Steel|Mining|Minerals|Resources|Telecom|Telecommunications|Shipping|Shipbuilding|Construction|Engineering|Electronics|Semiconductor|"
    "Pharmaceuticals?|Pharma|Chemicals?|Foods|Trading|Technologies|Technology|Systems|Solutions|Aerospace|Aviation|Terminal|Utilities|Utility|Foundation|Society|Centre|Center|Hospital|Treasury|Secretariat|Chamber|Parliament|Facility|"
    "Bundesministerium|Ministerium|Ministère|Ministerio|Ministero|Agence|Agencia|Banque|Banco|Gesellschaft|Kreditanstalt|Fonds|Fondo|Société|Compañía|Empresa|Centro|Gobierno|Gouvernement|Bundesregierung"
)  # fmt: skip
_HEAD: Final = re.compile(rf"\b(?:{_HEADS})\b\.?")
_LED: Final = re.compile(r"^(?:Ministry|Department|Agency|Bank|Fund|Organi[sz]ation|Commission|Council|Association|Institute|University|Government|Administration|Directorate|Office|Bundesministerium|Ministère|Ministerio|Agence|Agencia|Banque|Banco|Centro|Secretariat|Chamber|Federation)\b")  # fmt: skip
_TITLES: Final = (
    r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Mm]inister(?:-[Cc]ounselor)?|[Cc]hancellor|[Ss]ecretary(?:[- ][Gg]eneral)?|[Cc]hairman|[Cc]hairwoman|[Cc]hief|[Dd]irector(?:[- ][Gg]eneral)?|[Gg]overnor|[Aa]mbassador|[Kk]ing|[Qq]ueen|[Ee]mperor|[Cc]rown [Pp]rince|"
    r"[Ss]enator|[Ss]pokesman|[Ss]pokeswoman|[Ss]pokesperson|[Ee]nvoy|[Nn]egotiator|[Cc]ommissioner|[Hh]ead|[Aa]ide|CEO|CFO|Mr|Mrs|Ms|Dr|Sir|Lord|Gen|Prof|leader|official|adviser|analyst|mayor|representative|deputy|counsellor|counselor|consul|economist|lawmaker|writer|historian|inspector)"
)  # fmt: skip
_TITLE_BEFORE: Final = re.compile(rf"(?:{_TITLES})\.?(?: of [A-Z][\w ]+?)?,?\s+$")
_TITLE_INSIDE: Final = re.compile(rf"\b(?:{_TITLES.replace('leader|official|adviser|analyst|mayor|representative|deputy|counsellor|counselor|consul|economist|lawmaker|writer|historian|inspector', 'Vice')})\b")  # fmt: skip
_PERSON_AFTER: Final = re.compile(rf"^,?\s*(?:who\b|the (?:\w+ ){{0,4}}(?:minister|president|premier|chairman|secretary|governor|ambassador|director)\b|[a-z' ]{{0,40}}(?:{_TITLES})\b)|^\s+(?:told reporters|told a|said he|said she)")  # fmt: skip
_RUN: Final = re.compile(
    r"[A-ZÀ-ÝĀ-Ž][\w&'’.-]*(?:\s+(?:(?:of|for|and|the|&|de|du|des|del|la|las|los|der|die|das|für|und|van|von|y|et|pour|zur|contra)\s+){0,3}[A-ZÀ-ÝĀ-Ž][\w&'’.-]*|\s+\d{1,2}(?![\d,.%])(?=[\s,.;:)]))*"
)
_PROGRAMME: Final = re.compile(r"\b(?:Partnership|Initiative|Plan|Programme|Program|Summit|Forum|Agreement|Treaty|Accord|Pact|Convention|Protocol|Memorandum|Statement|Declaration|Framework|Conference|Road|Corridor|Pipeline|Project|Airport|Port|Railway|Highway|Bridge|Dam|Plant|Station|Stadium|Island|Islands|Sea|Ocean|River|Peninsula|Province|Oblast|Region|District|City|Valley|Day|Year|War|Act|Law|Strategy|Vision|Agenda|Review|Report|Times|Post|News|Roadmap|Dialogue|Games|Cup|Line|League|Rail)s?$|\b(?:Memorandum|Memoranda|Agreement|Treaty|Declaration|Protocol|Convention|Statement|Communiqu[eé]|Notes|Letters)\b")  # fmt: skip
_JOINS: Final = re.compile(r"\s(?:and|&|und|et|y)\s")
_JOIN_AFTER: Final = re.compile(r"\s(?:and|und|et|y)\s$")
_STATE_BANK: Final = re.compile(r"(?:State|National|Central|Federal|Reserve|Public|Joint|Northern|Southern|Eastern|Western|Energy|Foreign|Defen[cs]e) (?:[A-Z]\w+ ){0,3}?(?:Bank|Agency|Authority|Corporation|Company|Commission|Fund|Treasury|Council|Investment|Insurance|Railways?|Grid|Power|Oil|Petroleum|Office|Committee)\b")  # fmt: skip
_OWNED: Final = re.compile(r"'s |-based |-owned |-listed | ")
_OF_LAND: Final = re.compile(
    r"(?P<name>(?!(?:[A-Z]\w+ )*(?:Republic|Kingdom|State|States|Emirate|Emirates|Sultanate|Commonwealth|Islands?|Isle|Gulf|Bay|Strait|Straits|Sea|Cape|Port|City|Province|People|Peoples|Government|Governor|Mayor|Archbishop|Prince|Emir|Sultan|Treaty|Peace|Battle|Parliament|Congress|House|Bishop|Church|Bank|Embassy|Ministry|Ministries|Democratic|Union|Chamber|Order|Port|Airport|Members?|Side|Friends|Made|Kurdistan|North|South|East|West|Army|Navy|Forces|Force|Assembly|Senate|Guard|Republics) of)[A-Z][\w&.-]*(?: [A-Z&][\w&.-]*){0,3}),? of (?:the )?(?P<land>[A-Z].*)"
)
_ACTS_AS_FIRM: Final = re.compile(
    r"\s(?:(?:gets|wins|owns|holds|buys|sells|builds|supplies|delivers|lends|invests|operates|makes)\b|(?:said|says|announced that|reported that) (?:it|its)\b|(?:will|would|is to|are to|was to) (?:build|supply|deliver|lend|invest|operate|insure|guarantee|run|buy|sell|own|hold|equip|finance|fund|lay|ship|provide)\b|(?:was|were|has been|had been|is) (?:awarded|contracted|hired|picked|paid|named|chosen|owned|listed|building|supplying|delivering|selling|buying|lending)\b|(?:has|had) (?:built|supplied|delivered|won|lent|sold|bought|shipped|insured|acquired|invested)\b|(?P<past>sold|bought|won|built|supplied|delivered|lent|invested|shipped|landed|laid|owned|leased|acquired)\b|(?P<and>and )(?=[A-Z]))"
)
_ORDINARY: Final = re.compile(
    r"\w+(?:ing|ment|tion|sion|ity|ness|ance|ence|ship|ism|hood|ology|ery|age|ture|body|thing|one|where|ly|ure|ial|ics)|Parliament|Congress|Cash|Money|Water|Power|Time|History|Rice|Wheat|Coal|Copper|Growth|Debt|Aid|Help|Food|Fuel|Research|Access|Progress|Interest|Rent|Repair|Rail|Road|Land|Steel|Cement|Grain|Fish|Gold|Uranium|Credit|Finance|Price|Cost|Income|Profit|Output|Demand|Supply|Peace|War|Law|Life|Health|Sport|Music|Art|Rain|Snow|Work|Part|Much|Little|Enough|Half|Ground|Equipment|Government|Opposition|Industry|Agriculture|Justice|Labour|Labor|Nature|Science|Space|Traffic|Data|Media|Staff|Ownership|Anybody|Everyone|Whoever|Royalty|Capital|Capacity|Silence|Trust|Truth|Hope|Nobody|None|Neither|Either|Each|Another|Others?|Such|Both|Rest|Delivery|Repayment|Parties|Germany|Talk|Word|Paper|Ink"
)
_FIRST_WORD: Final = re.compile(r"[\w'&.-]+")
_SMALL_WORDS: Final = re.compile(r"\s+(?:(?:of|for|and|the|&|de)\s+)*")
_PAPER: Final = re.compile(r"M[Oo][UC]s?|LOIs?|EPCs?|JVs?|PPAs?|FTAs?")
_NUMBERED: Final = re.compile(r"(?:[A-Z][a-z]{2,8}\.? )?\d+|[A-Z]{1,3}-?\d+[A-Z]?")
_COMMON: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "by",
        "for",
        "of",
        "to",
        "from",
        "with",
        "under",
        "as",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "he",
        "she",
        "they",
        "we",
        "i",
        "our",
        "their",
        "his",
        "her",
        "there",
        "here",
        "both",
        "each",
        "all",
        "some",
        "no",
        "not",
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
        "after",
        "before",
        "since",
        "when",
        "while",
        "although",
        "though",
        "because",
        "if",
        "but",
        "and",
        "or",
        "so",
        "yet",
        "also",
        "however",
        "moreover",
        "meanwhile",
        "according",
        "last",
        "next",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mw",
        "mwh",
        "gw",
        "kw",
        "kwh",
        "mps",
        "states",
        "target",
        "location",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "most",
        "many",
        "several",
        "other",
        "another",
        "such",
        "what",
        "who",
        "where",
        "how",
        "why",
        "officials",
        "analysts",
        "ministers",
        "leaders",
        "diplomats",
        "lawmakers",
        "banks",
        "companies",
        "firms",
        "people",
        "talks",
        "money",
        "loans",
        "work",
        "construction",
        "deliveries",
        "critics",
        "opponents",
        "economists",
        "investors",
        "shares",
        "trade",
        "under",
        "prime",
        "minister",
        "president",
        "foreign",
        "finance",
        "article",
        "section",
        "annex",
        "appendix",
        "chief",
        "cabinet",
        "secretary",
        "commerce",
        "treasury",
        "defence",
        "defense",
        "energy",
        "economy",
        "dear",
        "press",
        "statement",
        "joint",
        "note",
        "summit",
        "forum",
        "conference",
        "meeting",
        "ceremony",
        "parliament",
        "congress",
        "senate",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "state",
        "federal",
        "national",
        "public",
        "private",
        "total",
        "main",
        "asked",
        "nobody",
        "visitors",
        "prices",
        "oil",
        "gas",
        "about",
        "only",
        "even",
        "still",
        "just",
        "once",
        "until",
        "during",
        "between",
        "among",
        "within",
        "without",
        "against",
        "per",
        "more",
        "less",
        "further",
        "similarly",
        "separately",
        "earlier",
        "later",
        "today",
        "yesterday",
        "tomorrow",
        "now",
        "then",
        "thus",
        "hence",
        "nor",
        "neither",
        "either",
        "every",
        "any",
        "few",
        "much",
        "own",
        "same",
        "let",
        "see",
        "say",
        "says",
        "said",
        "yes",
        "per",
        "cent",
        "cancellation",
        "opposition",
        "board",
        "plan",
        "plans",
        "project",
        "projects",
        "phase",
        "notes",
        "exchange",
        "under-secretary",
        "covid",
        "internet",
        "english",
        "russian",
        "japanese",
        "chinese",
        "french",
        "german",
        "god",
        "christmas",
        "easter",
        "fiscal",
        "budget",
        "appropriations",
        "borrower",
        "purpose",
        "amount",
        "lender",
        "project",
        "sum",
        "partner",
        "party",
        "parties",
        "sector",
        "country",
        "year",
        "status",
        "item",
        "lng",
        "gdp",
        "oda",
        "ceo",
        "cfo",
        "usd",
        "eur",
        "jpy",
        "rub",
        "gbp",
        "krw",
        "inr",
        "cny",
        "aud",
        "un",
        "u.n",
        "eu",
        "g7",
        "g20",
        "brics",
        "asean",
        "apec",
        "cop",
        "mou",
        "loi",
        "epc",
        "ppp",
        "vat",
        "it",
        "ai",
        "fdi",
        "odi",
        "sdr",
        "nato",
        "opec",
        "wto",
        "who",
        "tv",
        "usa",
        "bn",
        "mln",
        "bln",
        "jv",
        "following",
        "given",
        "despite",
        "including",
        "regarding",
        "concerning",
        "based",
        "upon",
        "having",
        "being",
        "question",
        "answer",
        "asked",
        "answered",
        "hon",
        "member",
        "speaker",
        "reference",
        "note",
        "half",
        "nothing",
        "neither",
        "none",
        "whoever",
        "deal",
        "deals",
        "contract",
        "contracts",
        "agreement",
        "loan",
        "grant",
        "fund",
        "payment",
        "payments",
        "sales",
        "exports",
        "imports",
    ]
)
_FIRM_WORD: Final = Caseless(
    r"\b(?:company|firm|bank|group|trading house|trader|maker|producer|giant|carrier|operator|utility|lender|builder|developer|supplier|airline|shipyard|refiner|miner|insurer|startup|start-up|unit|subsidiary|arm|affiliate|conglomerate|contractor|broker|retailer|monopoly|major|agency|fund)\s+$"
)  # fmt: skip
_LISTED: Final = re.compile(r"^\s*\((?P<short>[A-ZА-ЯЁ][\w&.-]{1,14}|далее[^)]{1,40}|以下[^)]{1,30}|hereinafter[^)]{1,40}|hereafter[^)]{1,40})(?:[,;] [^)]*)?\)")  # fmt: skip

_RU_HEAD: Final = re.compile(
    r"(?<![А-Яа-яЁё])(?P<head>[Мм]инистерств\w+|[Мм]ин(?:фин|энерг|пром|экон|здрав|транс|оборон|восток|сельхоз|природ|юст|строй|комсвяз|образ|просвещ|наук|цифр|водх|труд|инвест|внешторг|торг|культур|спорт|горн|геолог|туризм|эколог|информ|транспорт)[а-яё]*|МИД\w{0,2}|[Мм]эри(?:я|и|ю|ей)|[Аа]кимат\w{0,2}|[Хх]окимият\w{0,2}|[Сс]овет\w{0,2} министров|[Гг]оскомитет\w*|[Кк]азначейств\w+|[Цц]ентробанк\w{0,2}|[Нн]ацбанк\w{0,2}|[Дд]епартамент\w*|[Аа]гентств\w+|[Фф]едеральн\w+ (?:агентств|служб)\w+|[Уу]правлени\w+ по|[Гг]осударственн\w+ (?:корпораци|комитет|банк)\w+|[Кк]омитет\w* по|"
    r"[Фф]онд\w{0,2}|[Бб]анк\w{0,2}|[Кк]орпораци\w+|[Пп]равительств\w+|[Кк]абинет\w* министров|[Кк]омисси\w+|[Уу]ниверситет\w*|[Ии]нститут\w*|[Аа]дминистраци\w+|[Сс]индикат\w*|[Кк]онсорциум\w*|[Нн]ефтян\w+ компани\w+)(?![А-Яа-яё])"
)
_RU_MINISTER: Final = re.compile(r"(?<![А-Яа-яЁё-])[Мм]инистр(?:а|ом|у|е|ы|ов|ами)?(?=\s[а-яё])")
_RU_ADJ_BEFORE: Final = re.compile(r"(?:[А-ЯЁ][а-яё]+(?:ий|ый|ого|его|ому|ему|им|ым|ая|ую|ой|ое|ской|ские|ских|ским|ные|ных)\s+|(?:российск|японск|китайск|корейск|южнокорейск|индийск|белорусск|казахстанск|узбекск|сербск|турецк|американск|немецк|французск|британск|саудовск|европейск)\w+\s+){1,3}$")  # fmt: skip
_RU_STOP: Final = re.compile(
    r"^(?:с|со|на|от|к|ко|о|об|за|при|через|под|перед|что|который|которая|которые|которое|которого|которой|а|но|не|из|у|из-за|до|будет|будут|был|была|были|было|намерен\w*|готов\w*|может|могут|также|ранее|уже|пока|как|где|чтобы|объ[её]мом|размером|стоимостью|суммой|сообщ\w+|заявил\w*|подпис\w+|договорил\w+|планиру\w+|предостав\w+|выдел\w+|[а-яё]+(?:ли|ла|ло|лся|лись|лась|ет|ют|ит|ат|ят|ется|ются|ится|ятся|ть|ться|но|на|ны))$"
)
_RU_QUOTED: Final = re.compile(
    r"(?:(?P<lead>(?:госкорпораци\w+|компани\w+|корпораци\w+|групп\w+|холдинг\w*|концерн\w*|банк\w*|фонд\w*|завод\w*|предприяти\w+|операто\w+|АО|ОАО|ПАО|ООО|ЗАО|ГК|ФГУП|АК|НК|СП|госкомпани\w+|производител\w+|агентств\w+|трейдер\w*|дочер\w+ \w+)\s+)?)[«\"“](?P<name>[A-ZА-ЯЁ][^»\"”]{1,50})[»\"”]"
)
_RU_QUOTED_PART: Final = re.compile(
    r"\b(?:между|с|со|и|от|для|у|компания|компании|корпорация)\s+$|^\s*(?:подписал|заключил|вложит|инвестирует|построит|получит|поставит|купит|планирует|намерен|приобрет|предостав|профинансир|привлек|начал|заверш|приостанов|вышл|откаж|отказал|договорил|объявил|сообщ)"
)
_RU_ONE_NAME: Final = re.compile(r"[А-ЯЁA-Z][\w-]+(?: [А-ЯЁA-Z][\w-]+){0,2}")
_RU_THING_BEFORE: Final = re.compile(
    r"\b(?:АЭС|ГЭС|ТЭС|ТЭЦ|ГРЭС|ЛЭП|НПЗ|ГОК\w*|МиГ\w*|Су\w*|проект\w*|месторождени\w+|рудник\w*|шахт\w*|разрез\w*|порт\w*|терминал\w*|(?:газо|нефте|трубо)провод\w*|канал\w*|газет\w+|журнал\w*|форум\w*|саммит\w*|выставк\w+|программ\w+|инициатив\w+|истребител\w+|бомбардировщик\w*|систем\w*|ракет\w*|танк\w*|вакцин\w*|препарат\w*|суд(?:но|на|ну|ном|ов)|фрегат\w*|корвет\w*|катер\w*|лодк\w+|корабл\w+|автомобил\w+|самол[её]т\w*|вертол[её]т\w*|комплекс\w*|поезд\w*|машин\w*|формул\w+|принцип\w*|дорог\w+|шоссе|мост\w*|тоннел\w+|телеканал\w*|лини\w+|маршрут\w*|премии|преми\w+|клуб\w*|отел\w+|гостиниц\w+|спутник\w*|план\w*|стратеги\w+|концепци\w+|закон\w*|операци\w+|парк\w*|технополис\w*|центр\w*|школ\w+|больниц\w+|стадион\w*|аэропорт\w*|вокзал\w*|станци\w+|трасс\w+|магистрал\w+|пограничн\w+|посольств\w+|команд\w+|клипер\w*|ледокол\w*|космодром\w*|блок\w*|установк\w+|реактор\w*|группировк\w+|движени\w+|партии|парти\w+|сайт\w*|издани\w+|портал\w*|Сообщество|стать\w+|доклад\w*|каналу)\s(?:[А-ЯЁ]?[а-яё]+\s)?$|\b(?:пишет|пишут|сообщает|сообщают|сообщил[аи]?|рассказал[аи]?|по данным)\s$",
)  # fmt: skip
_RU_NOMINATIVE: Final = re.compile(r"^[А-ЯЁ][а-яё]+[бвгджзклмнпрстфхцчшщй]$")
_RU_PERSON: Final = re.compile(r"(?<![А-Яа-яЁё«])(?:[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+(?:\s[А-ЯЁ]\.)?\s[А-ЯЁ][а-яё]+(?:ов|ова|ову|овым|овой|ев|ева|еву|евым|ин|ина|ину|иным|иной|ский|ского|скому|ским|ко|ич|ича|ичу|ук|юк|ян|дзе|швили|нко|ых|их|тин|ян|бэ|рю|да|то|ко|си))(?![а-яё])")  # fmt: skip
_LATIN_IN_RU: Final = re.compile(r"(?<![A-Za-z])[A-Z][\w&.-]+(?:\s(?:&\s)?[A-Z][\w&.-]+){0,4}")
_RU_ACRONYM: Final = re.compile(r"(?<![А-Яа-яЁё«])[А-ЯЁ]{3,8}(?![А-Яа-яё])")
_RU_NOT_ACRONYM: Final = frozenset(["СПГ", "АЭС", "ГЭС", "ТЭС", "ВВП", "США", "КНР", "ФРГ", "ООН", "ЕАЭС", "СНГ", "ТАСС", "РИА", "ТЭО", "МЧС", "ПМЭФ", "ВЭФ", "НАТО", "ВТО", "ШОС", "БРИКС", "ОАЭ", "КНДР", "ОАО", "ПАО", "ООО", "ЗАО", "НДС", "ОПЕК", "АТЭС", "АСЕАН", "СССР", "СМИ", "ПВО", "ГЛОНАСС", "ТЭК", "ГЧП"])  # fmt: skip

_EAST_RUN = r"[一-龥々ァ-ヴー・A-Za-z0-9&.－-]"
_JA_SUFFIX: Final = re.compile(
    rf"(?P<name>{_EAST_RUN}{{1,24}}?(?:銀行|中銀|金庫|機構|基金|公社|公団|公庫|財団|株式会社|会社|政府|当局|省|庁|委員会|協会|協議会|連盟|商事|物産|商会|電力|電機|電子|石油|ガス|製作所|製鉄|製鋼|製紙|製薬|製薬会社|工業|重工業|重工|建設|化工|化学|鉄道|空港|港湾|航空|海運|汽船|造船|郵便|通信|自動車|大学|病院|研究所|センター|グループ|ホールディングス|HD|商社|企業連合|企業体|コンソーシアム|シンジケート|エナジー|エネルギー|ソリューションズ?|テクノロジー|ケミカル|モビリティ|インダストリーズ?|ディフェンス|マテリアル|バンク|コーポレーション|パワー|モーター|モーターズ|フィナンシャルグループ|保険|証券|信託|産業|鉱業|資源|食品|農園|農場|漁連|事業団|地方政府|州政府|市|県|道|エバーグリーン|アライアンス|テクノロジーズ|ファンド|セメント|ロジスティクス|財務部|外交部|商务部|集団|空軍|海軍|陸軍|国軍|海兵隊|沿岸警備隊|自衛隊|国鉄|共同体|振興会|研究院|設計院|赤十字社|新月社|郵船|電信|石油開発|資源開発|農協|漁協|教育局|航空局|交通部|公安省|研究組合|独立行政法人|(?<=[一-龥ァ-ヴー]{2})国際(?=[はがとにの、(。を]|など|から)))(?![一-龥ァ-ヴー])"
)
_JA_COMMON: Final = re.compile(
    r"^(?:プラント|クリーン|再生可能|次世代|水素|グリーン|高速|都市|在来|新|国有|国営|国立|公営|液化天然|民間|日本|外国|海外|国内|現地|両国|両|各|中小|大手|同|当|本|関係|関連|新|旧|一部|複数|地元|親|子|合弁|投資|合同|共同|政策|商業|市中|協調|地方|株式|上場|自動車|石油|ガス|天然ガス|電力|鉄道|空港|エネルギー|化学|工業|産業|農業|水産|鉱業|資源|保険|通信|建設|造船|海運|食品|港湾|医療|原子力|重工業|半導体|火力発電|発電|液化天然ガス|主要|日系|米国|中国|韓国|露|ロシア|我が国|政府|中央|連邦|地下|都|北海道|道){0,3}"
    r"(?:企業|会社|銀行|機構|当局|政府系金融機関|メーカー|商社|委員会|センター|病院|大学|研究所|市|県|道|省|庁|産業|工業|エネルギー|鉄道|空港|石油|ガス|資源|保険|通信|電力|化学|建設|自動車|航空|海運|造船|鉱業|食品|医療|株式会社|ファンド|基金|グループ|企業連合|コンソーシアム|港湾|郵便|証券|信託|農場|農園|財団|協会|協議会|パワー|モーター|原子力|電気自動車|企業体|共同企業体|運営会社|事業会社|現地会社|持ち株会社|金融機関|公社|公団|公庫|(?<=両)政府|(?<=同)政府)$"
)
_JA_ARGUMENT: Final = re.compile(
    rf"(?<![一-龥々ァ-ヴーA-Za-z0-9])(?P<name>[A-Z一-龥ァ-ヴ]{_EAST_RUN}{{1,14}})(?:\([A-Z][\w&.-]{{1,11}}\))?(?P<particle>は|が|と|から|へ|に(?!より|よる|ついて|関|おい|対する|基づ|伴|向け)|の子会社|側)(?=[、,\s]|[一-龥ァ-ヴぁ-んA-Z0-9])"
)
_JA_NOT_NAME: Final = re.compile(
    r"^(?:同日|本日|今回|今後|両者|両国|両社|両政府|首相|大統領|大臣|総裁|覚書|協定|契約|基金|融資|事業|案件|会談|交渉|協議|合意|署名|調印|締結|出資|投資|支援|計画|総額|事業費|総事業費|見通|問題|方針|関係者|会社|政府|当局|一方|現在|昨年|今年|来年|前年|両氏|記者団|内訳|目的|金額|文書|書簡|条約|声明|共同声明|宣言|会合|会議|首脳|外相|財務相|経産相|同国|同社|同行|同氏|同省|双方|当社|代表|社長|会長|広報|担当者|専門家|市場|価格|生産|輸出|輸入|貿易|経済|政治|制裁|関税|半導体|自動車|工場|建設|工事|設備|施設|発電所|鉄道|空港|道路|港|病院|学校|大学|研究|技術|開発|資金|借款|円借款|無償|贈与|保証|保険|株式|株|権益|比率|割合|期間|金利|償還|条件|対象|場合|必要|可能|予定|期待|目標|課題|進展|成果|結果|影響|効果|理由|背景|内容|詳細|概要|規模|範囲|分野|部門|地域|地方|国内|海外|世界|各国|国民|住民|人材|学生|技術者|企業|日本企業|民間企業|日系企業|会見|発表|表明|説明|指摘|評価|検討|判断|決定|承認|閣議|国会|議会|予算|補正予算|第\S+|その他|これ|それ|ここ|うち|ほか|など|さらに|また|なお|ただ|しかし|一部|全体|全額|残り|最大|約|計|合計|\d.*)$"
)
_JA_ROLE: Final = re.compile(
    r"[日米中韓印ロ露英仏独豪]{0,2}両政府$|(?:同|両|各|当該|当)国?(?:政府|当局|省|庁|公社|機構|銀行|会社|グループ|大学)$"
)
_JA_LED: Final = re.compile(
    r"(?:大手|最大手|会社|企業|メーカー|商社|財閥|子会社|公社|法人|運営する|傘下の?|国営銀行|民間銀行|政府系ファンド|不動産|仏|独|米|豪|英|加|印|韓国の|中国の)、?の?(?P<name>(?:[ァ-ヴー・]{3,24}|[A-Z][A-Za-z0-9&.-]*(?: [A-Z&][A-Za-z0-9&.-]*){0,5})(?:[A-Z]{1,4}|銀行|電力|自動車|重工業?|鉄道|商事|物産|グループ)?)(?![ァ-ヴー])"
)
_JA_LATIN: Final = re.compile(
    r"(?<![A-Za-z])(?:[A-Z][A-Za-z0-9&.-]*)(?: (?:[A-Z&][A-Za-z0-9&.-]*|of|and|for|de)){1,6}(?<! of)(?<! and)(?<! for)"
)
_JA_OFFICER: Final = re.compile(
    r"(?:[一-龥]{0,4})?(?:事務)?(?:次官|大臣|政務官|幹部|関係者|担当者|報道官|局長|高官|首脳|広報|長官|総局長|筋|相(?=は|が|と|に|、))"
)
_JA_NATION: Final = re.compile(
    r"(?P<who>米|豪|英|仏|独|伊|露|印|韓|加|蘭|比|越|泰|西|台|星)(?:[一-龥ァ-ヴーA-Z]{0,10}(?:大手|最大手|企業|メーカー|財閥|商社|会社)の?)?[「『]?$"
)
_JA_ADJECTIVE: Final = re.compile(
    r"(?<![一-龥ァ-ヴー])(?P<who>[米豪英仏独伊印韓加])(?=[ァ-ヴA-Z]|大手|企業|国営|自動車|資源|石油|電力|通信|半導体|鉄鋼|天然|航空|銀行|商社|新興|東部|西部|南部|北部|軍|海軍)"
)
_JA_NATIONS: Final = {"米": "US", "豪": "AU", "英": "GB", "仏": "FR", "独": "DE", "伊": "IT", "露": "RU", "印": "IN", "韓": "KR", "加": "CA", "蘭": "NL", "比": "PH", "越": "VN", "泰": "TH", "西": "ES", "台": "TW", "星": "SG", "ロ": "RU", "朝": "KP", "日": "JP", "中": "CN"}  # fmt: skip
_JA_THING: Final = re.compile(
    r"(?:天然|送|油|排)ガス$|[発送変]電[機所]$|(?:上水|下水|上下水|遊歩|報|車|国|林|歩|鉄)道$|見本市$|都市$|(?:天然|鉱物|計算|宇宙|海洋|水産|人的|水)資源$|再保険$|(?:戦争|リスク|災害|輸出|投資)保険$"
    r"|(?:標準軌|貨物|越境|高速|通勤|縦断|横断|沿岸|海岸|在来|都市|タンザン|アスタラ|ルソン|ミンダナオ)鉄道$|(?:設計|調達)・?(?:調達|建設|・建設)+$|(?:学校|製油所|原発|工場|交差|住宅|病院|道路)建設$|(?:防衛|繊維|軍需|観光|自動車|関連)産業$|データセンター$"
    r"|^(?:共同出資|折半出資|鉱山|航空|送電|配電|新設|完全子|[一-龥ァ-ヴー]{0,4}部品|特別目的|ニッケル|地熱|種苗|充電|権益|権利|実証|輸出保険|貿易保険|開発金融|加工|動画配信|国営ガス|保険|運輸|物流|海運|建設|運営|石油|鉄鋼|資源|開発|製薬|通信|電力|ガス)会社$|(?:国際|太平洋|第\S{1,3})空港$|^(?:各|両|同|他)"
)
_JA_MINISTRY: Final = re.compile(
    r"(?:エネルギー|電力|資源|農業|水産|工業|産業|鉄道|通信|石油|保険|航空|建設|医療|化学)[省庁]$"
)
_JA_BARE: Final = re.compile(
    r"(?<![一-龥々ァ-ヴーA-Za-z])(?:中央銀行|国鉄|空軍|海軍|国軍|沿岸警備隊|国営(?:石油|電力|ガス|航空|鉄道)(?:会社|公社)?)(?=[はがとへ、]|に(?!よ)|から|向け|の\S)"
)
_JA_COMPANY: Final = re.compile(r"(?P<name>[ァ-ヴー・A-Za-z0-9&]{2,24}社)(?![員会長債株内屋説])")
_JA_MANY: Final = re.compile(
    r"(?:の|側の|系の?|国有|の国有|の民間)?(?:企業(?:連合|体|団|群)?|勢(?=[はがのにとも、])|商社|銀行団|建設(?:会社|業者|大手)|電力会社|石油会社|研究機関|農協|自治体|政策銀行|事業者|邦銀|財閥|投資会社|企業)(?:\d+社)?(?:など)?(?![一-龥ァ-ヴー])"
)
_JA_WHOSE: Final = re.compile(
    r"(?:[ァ-ヴー]{2,12}|日本|中国|韓国|米国|英国|台湾|豪州|香港|現地|(?<![一-龥ァ-ヴー])[日米英仏独伊豪韓印露中])$"
)
_JA_STATE: Final = re.compile(
    r"(?<![一-龥々ァ-ヴーA-Za-z])(?:(?P<who>[米英仏独伊豪韓印露ロ加比越蘭朝])(?=側|(?:が|は|と|から|に|へ)[一-龥ァ-ヴA-Z0-9█、])|(?P<side>[日中])側)"
)
_JA_PAIR: Final = re.compile(
    r"(?<![一-龥々ァ-ヴー])(?P<all>[日米中韓ロ露印豪英仏独伊比越朝加]{2,3})(?=両|間|首|3|三|の|は|が|と|、|[一-龥]{0,8}(?:協定|条約|交渉|協議|対話|協力|合意|会談|声明|宣言|議定書|パートナーシップ|連携|関係|共同|枠組み|防衛|スワップ|サミット|覚書))"
)
_JA_NOT_FIRM: Final = re.compile(
    r"(?:発電所|工場|プラント|パイプライン|プロジェクト|プラン|サミット|フォーラム|システム|サービス|インフラ|ルート|プログラム|ターミナル|エネルギー|スタジアム|リーグ|カップ|イニシアチブ|ガス|レアアース|メーカー|グループ)$|^(?:LNG|CO2|EPC|MOU|ODA|GDP|AI|EV)\b"
)
_JA_PERSON: Final = re.compile(r"(?P<name>[一-龥々ァ-ヴー・]{1,14}?)(?:内閣総理大臣|首相|大統領|総裁|大臣|外相|財務相|経産相|経済産業相|担当相|外務相|国防相|官房長官|長官|社長|会長|頭取|知事|市長|大使|特使|氏|副首相|第一副首相|報道官|次官|局長|代表|議員|教授|理事長|CEO)(?![一-龥])")  # fmt: skip
_PREMIER: Final = re.compile(
    r"[一-龥]{2,6}(?:内閣総理大臣|総理大臣|総理|首相|外相|官房長官|経産相|財務相)(?=は|が|と|、)"
)
_SIDE: Final = Caseless(r"(?P<who>[а-яё]+(?:ая|ой|ую)) (?:сторон[аыуе]|стороной)(?![а-яё])")
_STATE_AFTER: Final = re.compile(
    r"\s(?:central |federal |state |new |military |then )?(?:government|authorities|side|cabinet|leadership|parliament|state|treasury|taxpayers?|air force|navy|army|armed forces|coast ?guard|military|police|[Ee]mbassy|[Aa]mbassador(?= (?:handed|presented|said|to|and|signed|gave))|Government|Side|Regierung|Seite)\b|\s(?:правительств\w*|сторон\w+|власт\w+)"
)
_STATE_BEFORE: Final = re.compile(r"(?:gouvernement|l'[EÉ]tat|Etat|[Gg]obierno|[Gg]overno|[Ee]stado)\s$")
_AS_NOUN: Final = re.compile(
    r"\s(?:also |had |have |has |will |would )*(?:built|gave|agreed|offered|provided|signed|donated|funded|financed|pledged|promised|lent|constructed|want|are|were|had|have|will|would|said)\b"
)
_COMMON_WORD: Final = re.compile(
    r"(?:Total|Shell|Orange|Engie|Mercy|Visa|Apple)\b(?= [a-z]+s?\b(?! said))(?= (?:project|cost|value|amount|investment|sum|of|companies|company|rules|requirements|trade|loans?|financing|aid|support|exports|imports)\b)"
)
_OFFICE: Final = re.compile(
    r"\s(?:[Dd]eputy |[Vv]ice[- ]?|[Pp]rime |[Ff]oreign |[Ff]inance |[Tt]rade |[Ee]nergy |[Dd]efen[cs]e |[Ee]conomy |[Cc]ommerce )*(?:[Pp]resident|[Pp]remier|[Mm]inister|[Aa]mbassador|[Cc]hancellor|[Cc]harge d'affaires|[Cc]harg[eé] d'[Aa]ffaires|[Cc]onsul|[Cc]ounsellor|[Ee]nvoy|[Dd]elegation|[Oo]fficials|[Pp]eople|[Tt]roops|[Ee]ngineers|[Dd]octors|[Ll]eader|[Ss]tate [Cc]ouncill?or)\b"
)
_MADE: Final = re.compile(r"-(?:backed|built|financed|funded|led|donated|owned|run|sponsored|made)\b")
_NOT_BODY: Final = re.compile(
    r"^(?:[IVX]+|ID|IDs|Project ID|STAFF_NOTES?|Lines? of Credit|LOCs?|Loans?|Credits?|Grants?|Buyer'?s? Credit|Official Development Assistance|ODA|Notes?|Annex\w*|Table|Figure|Reference|Note|Lot|Phase|Stage|Section|Article|Purpose|Amount|Instrument|Partner|Borrower|Recipient|Donor|Status|Currency|Description|Title|Sector|Yen|Protocol|Terms|Heads? of State|Heads of Government|Parties|Sides?|Governments|Excellenc\w+|Majesty|Highness|Leaders?|Ministers|Presidents?|Prime Ministers?|Deputy|Vice|Lord|Lady|Pacific|Atlantic|Arctic|Mediterranean|Baltic|Balkans?|Asia|Africa|Europe|Middle East|Southeast Asia|Central Asia|Latin America|Gulf|Caspian|Black Sea|Americans?|Chinese|Europeans?|Internet|Sunday|Monday)$"
)
_BLOC: Final = re.compile(r"(?<![\w-])[Tt]he bloc\b|\b[Ll]e bloc européen\b")
_HOME: Final = re.compile(r"(?<![一-龥々ァ-ヴー])政府(?=は|が|の方針|と)")
_ZH_SUFFIX: Final = re.compile(r"(?:(?<=[与和由为向对在同及日，。、“（(])|(?<![一-龥]))(?P<name>[一-龥A-Za-z·]{2,16}?(?:银行|财政部|外交部|商务部|国防部|能源部|交通部|卫生部|农业部|政府|公司|集团|基金|委员会|总局|管理局|署|协会|铁路|航空|大学|医院|石油|电力|建工|交建|中铁|铁建))(?![一-龥]{0,1}(?:银行|公司|集团))")  # fmt: skip
_KO_SUFFIX: Final = re.compile(r"(?P<name>[가-힣A-Za-z0-9]{1,10}(?:\s[가-힣A-Za-z0-9]{1,10}){0,2}?(?:은행|공사|정부|기금|그룹|전자|자동차|중공업|건설|재정부|외교부|산업부|통상부|공단|회사|에너지|석유|가스|협회|위원회))(?=[은는이가을를과와의에로,\s(]|$)")  # fmt: skip


class Names:
    """The names of one document: what the table knows, and what the document itself introduces."""

    def __init__(self, table: Table, language: str) -> None:
        self.table = table
        self.language = language
        self.short: dict[str, Mention] = {}
        self.persons: dict[str, str] = {}
        self.home = True
        self.state: tuple[str, str] | None = None

    def read(self, line: str) -> list[Mention]:
        """Every mention in a sentence, in order, none overlapping."""
        found = [self._known(line, hit) for hit in self.table.find(line) if not _COMMON_WORD.match(line, hit[0])]
        if self.language in {"ja"}:
            found += self._japanese(line)
        elif self.language == "zh":
            for match in _ZH_SUFFIX.finditer(line):
                lead = re.match(r"日?[与和由为向对在同及从]|日", match["name"])
                start = match.start("name") + (lead.end() if lead else 0)
                if match.end("name") - start >= 3 and not re.match(r"两国|双方|我国|当地|外国|中央|地方", line[start:]):
                    found.append(self._shaped(line, start, match.end("name")))
        elif self.language == "ko":
            found += [self._shaped(line, match.start(), match.end()) for match in _KO_SUFFIX.finditer(line)]
        elif self.language in {"ru", "uk", "be", "bg", "sr", "kk", "ky", "mn"}:
            found += self._russian(line)
        elif self.language not in {"ar", "fa", "he", "th", "hi"}:
            found += self._latin(line)
            found += [Mention(match.start(), match.end(), "European Union", "country", "EU", "EU", "state body", "state", SHAPED) for match in (_BLOC.finditer(line) if "bloc" in line else ())]  # fmt: skip
        found += self._governments(line, found)
        found = [self._nationality(line, one) for one in _without_overlap(found)]
        if self.language == "ja":
            found = [_officer(line, one) for one in found]
        self._introduce(line, found)
        named = [one for one in found if one.sort in {"country", "government"} and one.country]
        if named:
            self.state = named[-1].country, named[-1].text
        return self._shortened(found)

    # -- what the table knows

    def _known(self, line: str, hit: tuple[int, int, Name]) -> Mention:
        start, end, name = hit
        sort = name.sort
        if sort == "country":
            return Mention(start, end, line[start:end], "country", name.country, name.country, "state body", "state")
        if sort == "body":
            return Mention(start, end, line[start:end], "body", name.country, name.id, name.type, name.work)
        return Mention(start, end, line[start:end], sort, name.country, "", "unknown", "")

    def _governments(self, line: str, found: list[Mention]) -> list[Mention]:
        """ "The Chinese government", "le gouvernement chinois", "the Chinese built": a state told by an adjective."""
        out = []
        for one in found:
            if one.sort != "adjective" or not one.country:
                continue
            after = _STATE_AFTER.match(line, one.end)
            if _OFFICE.match(line, one.end):
                out.append(
                    replace(one, sort="government", id=one.country, type="state body", work="state", strength=SHAPED)
                )
                continue
            if _MADE.match(line, one.end):
                out.append(
                    replace(one, sort="country", id=one.country, type="state body", work="state", strength=SHAPED)
                )
                continue
            before = _STATE_BEFORE.search(line[max(0, one.start - 24) : one.start])
            if after is not None:
                out.append(Mention(one.start, after.end(), line[one.start : after.end()], "government", one.country, one.country, "state body", "state", SHAPED))  # fmt: skip
            elif before is not None:
                start = one.start - len(before[0])
                out.append(Mention(start, one.end, line[start : one.end], "government", one.country, one.country, "state body", "state", SHAPED))  # fmt: skip
            elif _AS_NOUN.match(line, one.end) and line[: one.start].lower().endswith("the "):
                out.append(replace(one, sort="country", id=one.country, type="state body", work="state"))
        return out

    # -- shapes

    def _latin(self, line: str) -> list[Mention]:
        found: list[Mention] = []
        for match in _RUN.finditer(line):
            for start, end in self._parts(line, match.start(), match.end()):
                mention = self._capitalised(line, start, end)
                if mention is not None:
                    found.append(mention)
        return found

    def _parts(self, line: str, start: int, end: int) -> list[tuple[int, int]]:
        """A run cut at "and" where both halves are names of their own."""
        words = line[start:end]
        own = words.find("'s ")
        if own > 0 and any(hit[0] == 0 and hit[1] >= own for hit in self.table.find(words[:own])):
            start, words = start + own + 3, words[own + 3 :]
        cuts = [0]
        for join in _JOINS.finditer(words):
            left, right = words[cuts[-1] : join.start()], words[join.end() :]
            if (
                _LED.match(left)
                and not _LED.match(right)
                and " of " in left
                and not self.table.find(right.split(" and ")[0])[:1]
            ):
                continue
            if join[0].strip() == "&":
                continue
            cuts.append(join.end())
        spans = []
        for number, cut in enumerate(cuts):
            stop = cuts[number + 1] if number + 1 < len(cuts) else len(words)
            piece = words[cut:stop] if stop == len(words) else _JOIN_AFTER.sub("", words[cut:stop])
            spans.append(self._own(start + cut, piece))
        return spans

    def _own(self, start: int, piece: str) -> tuple[int, int]:
        """A body's own name without the land that it is said to be of: "Korea's Posco", "Contracta of Brazil", "Emirati
        Al Dahra", "Singapore-based Olam"."""
        end = start + len(piece)
        if " " not in piece:
            return start, end
        hits = self.table.find(piece)
        if hits and hits[0][0] == 0 and hits[0][2].sort != "body":
            rest = piece[hits[0][1] :]
            owned = _OWNED.match(rest)
            name = rest[owned.end() :] if owned is not None else ""
            adjective = hits[0][2].sort == "adjective" and name and _HEAD.search(name) is None and _PROGRAMME.search(name) is None and _TITLE_INSIDE.search(name) is None  # fmt: skip
            if (
                owned is not None
                and name[:1].isupper()
                and (owned[0] != " " or adjective or (name.isupper() and len(name) > 1))
            ):
                start, piece, hits = end - len(name), name, self.table.find(name)
        of = _OF_LAND.fullmatch(piece)
        if of is not None and _HEAD.search(of["name"]) is None and _LED.match(of["name"]) is None:
            land = of.start("land")
            if any(hit[0] == land and hit[2].sort in {"country", "capital", "place"} for hit in hits) and not any(hit[0] == 0 and hit[1] > land for hit in hits):  # fmt: skip
                end = start + of.end("name")
        return start, end

    def _capitalised(self, line: str, start: int, end: int) -> Mention | None:
        words = line[start:end]
        words = words.rstrip(".,-'")
        if words.endswith("'s"):
            words = words[:-2]
        at_start = start == 0 or line[:start].rstrip()[-1:] in '.!?:"“”«|' or not line[:start].strip()
        first = _FIRST_WORD.match(words)
        while first is not None and first[0].lower().rstrip(".") in _COMMON and not _LED.match(words) and not _STATE_BANK.match(words):  # fmt: skip
            gap = _SMALL_WORDS.match(words, first.end())
            rest = words[gap.end() if gap is not None else first.end() :]
            start += len(words) - len(rest)
            words = rest
            at_start = False
            first = _FIRST_WORD.match(words)
        if len(words) < 2 or not words[0].isupper():
            return None
        end = start + len(words)
        plain = words.lower()
        if _PAPER.fullmatch(words) or _NOT_BODY.match(words):
            return None
        if plain in {"ltd", "inc", "corp", "co", "llc", "plc", "limited"}:
            return None
        if plain in _COMMON or _NUMBERED.fullmatch(words) or _PROGRAMME.search(words):
            return None
        if any(hit[0] == 0 and hit[1] >= len(words) and hit[2].sort != "place" for hit in self.table.find(words)):
            return None
        head = _HEAD.search(words)
        if head is not None and (head.start() > 0 or _LED.match(words)) and len(words) > len(head[0]):
            if _TITLE_INSIDE.search(words):
                return self._person(start, end, words)
            if _LED.match(words):
                end = self._ministry_tail(line, end)
            return self._shaped(line, start, end)
        if _TITLE_INSIDE.search(words) or _TITLE_BEFORE.search(line[max(0, start - 40) : start]):
            return self._person(start, end, words)
        if words.split()[-1] in self.persons or _PERSON_AFTER.match(line[end : end + 60]):
            return self._person(start, end, words)
        if self.language == "de" or (
            at_start and " " not in words and not words.isupper() and not words[1:2].isupper()
        ):
            acts = _ACTS_AS_FIRM.match(line, end) if self.language == "en" else None
            if acts is None or _ORDINARY.fullmatch(words) or (acts["past"] and words.endswith("s")):
                return None
            if acts["and"] and not any(hit[0] == 0 and (hit[2].sort == "body" or line.startswith("'s", acts.end() + hit[1])) for hit in self.table.find(line[acts.end() : acts.end() + 40])):  # fmt: skip
                return None
        if " " in words and re.fullmatch(r"[A-Z][a-zé]+(?: [A-Z]\.)?(?: (?:bin |al-|von |van |de )?[A-Z][a-zA-Zé-]+){1,2}", words) and not _FIRM_WORD.search(line[max(0, start - 30) : start]):  # fmt: skip
            return Mention(start, end, words, "person" if len(words.split()) in {2, 3} and not _HEAD.search(words) and not words.startswith("Al ") else "body", strength=GUESSED)  # fmt: skip
        return Mention(start, end, words, "body", strength=GUESSED)

    def _person(self, start: int, end: int, words: str) -> Mention:
        """A person with the country that the words of the office tell: "Tanzanian President Jakaya Kikwete"."""
        country = next(
            (hit[2].country for hit in self.table.find(words) if hit[2].sort in {"country", "adjective"}), ""
        )
        return Mention(start, end, words, "person", country, strength=SHAPED)

    def _ministry_tail(self, line: str, end: int) -> int:
        """Ministries with commas: "Ministry of Economy, Trade and Industry"."""
        match = re.match(
            r"(?:, [A-Z][a-z]+){0,3},? and [A-Z][a-z]+(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*)?", line[end:]
        )
        return end + match.end() if match else end

    def _shaped(self, line: str, start: int, end: int) -> Mention:
        article = re.match(r"(?:Die|Der|Das|Le|La|Les|El|Los|L'|The)\s?(?=[A-Z])", line[start:end])
        start += article.end() if article else 0
        words = line[start:end]
        inner = self.table.find(words)
        country = next((hit[2].country for hit in inner if hit[2].sort in {"country", "adjective", "capital", "place"} and hit[2].country), "")  # fmt: skip
        body = next((hit[2] for hit in inner if hit[2].sort == "body" and hit[1] - hit[0] >= 0.7 * len(words)), None)
        if body is not None:
            begin, stop, _ = next(hit for hit in inner if hit[2] is body)
            return Mention(
                start + begin, start + stop, words[begin:stop], "body", body.country, body.id, body.type, body.work
            )
        state = re.search(r"Ministr|Ministère|Bundesminist|Department|Government|Gobierno|Gouvernement|Treasury|Secretariat|Agency|Authority|Commission|[Мм]инист|[Мм]инфин|[Пп]равительств|[Дд]епартамент|[Аа]гентств|МИД|[Кк]омитет|省|庁|政府|当局|機構|委员会|财政部|商务部|外交部|부$|정부", words)  # fmt: skip
        government = re.search(r"^(?:the )?Government of|[Пп]равительств|政府$|정부$|Gobierno de|Gouvernement|Bundesregierung", words)  # fmt: skip
        lender = re.search(r"\bBank\b|Kreditanstalt|Banque|Banco|[Бб]анк|銀行|银行|은행", words)
        if government is not None and country:
            return Mention(start, end, words, "government", country, country, "state body", "state", SHAPED)
        return Mention(start, end, words, "body", country, "", "state body" if state else "unknown", "lender" if lender else ("ministry" if state else ""), SHAPED)  # fmt: skip

    def _russian(self, line: str) -> list[Mention]:
        found: list[Mention] = []
        for match in _RU_HEAD.finditer(line):
            if match["head"].lower().startswith(("консорциум", "синдикат", "компани")) and re.match(
                r"\s+[«\"]?[A-Z]", line[match.end() :]
            ):
                continue
            before = _RU_ADJ_BEFORE.search(line[: match.start()])
            if (
                before is None
                and match["head"].startswith("фонд")
                and not re.match(r"\s+[«\"A-Z]", line[match.end() :])
            ):
                continue
            start = match.start() - (len(before[0]) if before else 0)
            end, named = self._genitive_tail(line, match.end())
            proper = line[start].isupper() or named or before is not None
            if (proper and end - start > len(match["head"]) + 1) or match["head"].startswith(("МИД", "Мин")):
                found.append(self._shaped(line, start, end))
        for match in _RU_MINISTER.finditer(line):
            end, _ = self._genitive_tail(line, match.end())
            if end > match.end() + 4:
                mention = self._shaped(line, match.start(), end)
                name = f"Министерство{line[match.end() : end]}"
                known = [hit[2] for hit in self.table.find(name) if hit[2].sort == "body"]
                found.append(replace(mention, sort="body", text=name, type="state body", work="ministry", strength=SHAPED,
                                     id=known[0].id if known else "", country=known[0].country if known else mention.country))  # fmt: skip
        for match in _RU_QUOTED.finditer(line):
            context = match["lead"] or _RU_QUOTED_PART.search(line[max(0, match.start() - 14) : match.start()]) or _RU_QUOTED_PART.search(line[match.end() : match.end() + 20])  # fmt: skip
            if context or (_RU_ONE_NAME.fullmatch(match["name"]) and not _RU_THING_BEFORE.search(line[max(0, match.start() - 40) : match.start()])):  # fmt: skip
                mention = self._shaped(line, match.start("name"), match.end("name"))
                found.append(replace(mention, strength=SHAPED))
        for match in _LATIN_IN_RU.finditer(line):
            words = match[0].rstrip(".-&")
            if re.fullmatch(r"[A-Z]{1,5}-?\d+\w*", words):
                continue
            if words.lower() not in _COMMON and len(words) > 1:
                found.append(Mention(match.start(), match.start() + len(words), words, "body", strength=SHAPED))
        for match in _RU_ACRONYM.finditer(line):
            if match[0] not in _RU_NOT_ACRONYM:
                found.append(Mention(match.start(), match.end(), match[0], "body", strength=GUESSED))
        for match in _SIDE.finditer(line):
            side = next((hit[2] for hit in self.table.find(match["who"]) if hit[2].sort == "adjective"), None)
            if side is not None:
                found.append(
                    Mention(
                        match.start(),
                        match.end(),
                        match[0],
                        "government",
                        side.country,
                        side.country,
                        "state body",
                        "state",
                        SHAPED,
                    )
                )
        for match in _RU_PERSON.finditer(line):
            leads = [hit[1] for hit in self.table.find(match[0]) if hit[2].sort in {"country", "body"}]
            person = _RU_PERSON.search(line, match.start() + leads[-1], match.end()) if leads else match
            if person is not None:
                found.append(Mention(person.start(), person.end(), person[0], "person", strength=SHAPED))
        return found

    def _genitive_tail(self, line: str, at: int) -> tuple[int, bool]:
        """Where a Russian body's name ends: it runs on through genitives and proper names, and stops at verbs."""
        end, named, words = at, False, 0
        for match in re.finditer(
            r"(?P<gap>[ ,]*)(?:[«\"](?P<quoted>[^»\"]{2,40})[»\"]|(?P<word>[А-ЯЁA-Zа-яё][\w-]*))", line[at:]
        ):
            if match.start() + at != end or words >= 9:
                break
            word = match["word"]
            gap = match["gap"]
            if word is None:
                if "," in gap:
                    break
                return at + match.end(), True
            if word in {"дел", "сил"} and "," not in gap:
                end = at + match.end()
                words += 1
                continue
            if "," in gap and not (words >= 1 and re.match(r"[а-яё]+(?:ии|ти|ли|ва|ия|ов|ики|ры|ния)\b", word) and re.search(r"^[^,.;]{0,40}\sи\s", line[at + match.end() :])):  # fmt: skip
                break
            if _RU_STOP.match(word) or (word[0].isupper() and re.match(r"[А-ЯЁ]\.", line[at + match.start("word") :])):
                break
            if word == "и":
                after = re.match(
                    r"\s*([а-яё]+(?:ей|ой|ых|их|ных|ии|ти|ли|ва|ия|ов|ики|ры|ния|ству|стве|тия|ций|ого|его))\b",
                    line[at + match.end() :],
                )
                if after is None or words == 0:
                    break
                end = at + match.end()
                words += 1
                continue
            if word in {"по", "для", "в", "содействия"} and words <= 3:
                end_try = re.match(r"\s*(?:международн|развити|вопрос|дел|област|сфер|туризм|рыболовств|атомн|управлени|инвест|содейств|техническ|внешн|недропользован)\w*", line[at + match.end() :])  # fmt: skip
                if end_try is None:
                    break
            if word[0].isupper() and _RU_NOMINATIVE.search(word) and words and not self.table.find(word):
                break
            if word[0].isupper():
                named = True
            elif not re.search(
                r"(?:ого|его|ой|ей|ых|их|ии|ия|ий|ов|ев|ства|ства|ции|ики|ы|и|а|я|ству|ях)$|^(?:по|для|в|и)$", word
            ):
                break
            end = at + match.end()
            words += 1
        trimmed = re.sub(r"[\s,]+(?:и|по|для|в)?$", "", line[at:end])
        return at + len(trimmed), named

    def _japanese(self, line: str) -> list[Mention]:
        found: list[Mention] = []
        for match in _JA_SUFFIX.finditer(line):
            name, start = match["name"], match.start("name")
            if name[0] in "・ー-.":
                start, name = start + 1, name[1:]
            cut = re.match(r"(?:\d+日|[^・]*?(?:との|は|が))|(?:さらに|また|同日|大手|民間|国営|政府系|傘下の)", name)
            if cut is not None and cut.end() < len(name) - 1:
                start, name = start + cut.end(), name[cut.end() :]
            parts = self._split_japanese(line, start, match.end("name"))
            for begin, stop in parts:
                if (
                    (not _JA_COMMON.match(line[begin:stop]) or _JA_MINISTRY.search(line[begin:stop]))
                    and not _JA_ROLE.match(line[begin:stop])
                    and not _JA_THING.search(line[begin:stop])
                    and stop - begin >= 3
                ):
                    found.append(self._shaped(line, begin, stop))
        for pattern in (_JA_LED, _JA_LATIN):
            for match in pattern.finditer(line):
                begin, stop = match.span("name") if pattern is _JA_LED else match.span()
                known = self.table.find(line[begin:stop])
                part = any(hit[2].sort == "body" or hit[1] - hit[0] > 0.6 * (stop - begin) for hit in known)
                if not _JA_NOT_FIRM.search(line[begin:stop]) and not part:
                    found.append(self._shaped(line, begin, stop))
        for match in _JA_ADJECTIVE.finditer(line):
            who = match["who"]
            found.append(
                Mention(match.start("who"), match.end("who"), who, "adjective", _JA_NATIONS[who], strength=SHAPED)
            )
        found += self._japanese_kinds(line)
        for match in _HOME.finditer(line):
            code, name = ("JP", "日本政府") if self.home or self.state is None else self.state
            found.append(
                Mention(match.start(), match.end(), name, "government", code, code, "state body", "state", SHAPED)
            )
        for match in _JA_ARGUMENT.finditer(line):
            name = match["name"].strip("・ー-.")
            if _JA_NOT_NAME.match(name) or len(name) < 2 or _JA_PERSON.match(name) or re.search(r"\d", name[0]):
                continue
            if re.search(r"[ァ-ヴA-Za-z]", name) and not re.search(r"(?:発電所|工場|港|プラント|パイプライン|油田|ガス田|プロジェクト|プラン|サミット|フォーラム|システム|サービス|エネルギー|インフラ|ルート|センター長|レベル|ペース|コスト|リスク|プログラム|ターミナル|ドル|ユーロ|ルーブル|ウォン|会談|会議|協定|条約|事業|計画|首相|大統領|総裁|大臣|社長|氏|前|後|中|時|間|内|際|的|化|性|力|率|額|量|価格|市場|問題|関連|分野|橋|杯|戦|感|案|型|版|車|機|品|材|金|税|法|権|策|相|皇太子|委員長|顧問|村|湖|湖畔|川|公園|寺院|地方|[東西南北]部|以北|沿岸|時代|トン|キロ|丁|\d基|予算|保証|スワップ|増設|売却|基地|ケーブル|ダム|レーダー|タンク|クレーン|トンネル|ワクチン|トラクター|ホテル|ビーチ|パン|マグロ|ガス|チェーン|サイト|シート|フロア|口座|ロケット|バイパス|コンクリート|ロイヤルティー|シェア|プレミアム|ゼロ|燃料|ダイヤ|フリゲート|コルベット|原発|銅山|アナリスト|チーム|議定書|ビジョン|ロードマップ|ファシリティ|パートナーシップ|案件|開発|備蓄|整備|等|指数|首脳|党系|ゲートウェイ|インフレ|製錬所|援助|庁舎|ヘリ|ガス管|水道|河川|列車|バス|キャンプ|センター)$|^(?:SNS|EPA|FTA|ODA|NASA|G7|G20|OSA|TICAD\d*|BRICS|COP\d*|アジア|アフリカ|ヨーロッパ|中央アジア|ホームページ|パッケージ\d*|フェーズ\d*)$", name):  # fmt: skip
                found.append(Mention(match.start("name"), match.start("name") + len(match["name"]), match["name"], "body", strength=GUESSED))  # fmt: skip
            elif re.search(r"(?:発電所|工場|港|プラント|パイプライン|地帯|油田|ガス田|鉱山|団地|線|区間)$", name):
                continue
            elif name in self.short:
                found.append(replace(self.short[name], start=match.start("name"), end=match.end("name")))
        for match in _PREMIER.finditer(line):
            if not any(
                hit[1] <= match.start() and match.start() - hit[1] < 12 and hit[2].sort == "country"
                for hit in self.table.find(line)
            ):
                found.append(
                    Mention(match.start(), match.end(), "日本", "government", "JP", "JP", "state body", "state", SHAPED)
                )
        for match in _JA_PERSON.finditer(line):
            found.append(Mention(match.start("name"), match.end(), line[match.start("name") : match.end()], "person", strength=SHAPED))  # fmt: skip
        return found

    def _japanese_kinds(self, line: str) -> list[Mention]:
        """Firms told as "X社", firms told only by whose they are ("中国企業", "日本の商社"), and states told by one letter."""
        found: list[Mention] = []
        for match in _JA_COMPANY.finditer(line) if "社" in line else ():
            if not re.match(r"[\d・]|グループ|メーカー", match["name"]):
                found.append(self._shaped(line, match.start("name"), match.end("name")))
        for match in _JA_MANY.finditer(line):
            whose = _JA_WHOSE.search(line, max(0, match.start() - 12), match.start())
            if whose is None:
                continue
            hit = next(iter(self.table.find(whose[0])), None)
            country = _JA_NATIONS.get(whose[0]) or (
                hit[2].country if hit is not None and hit[2].sort == "country" else ""
            )
            if country or whose[0] == "現地":
                end = match.end() - 2 * match[0].endswith("など")
                found.append(Mention(whose.start(), end, line[whose.start() : end], "body", country, strength=SHAPED))
        found += [Mention(*match.span(), match[0], "body", strength=SHAPED) for match in _JA_BARE.finditer(line)]
        for match in _JA_PAIR.finditer(line):
            for at in range(*match.span("all")):
                code = _JA_NATIONS[line[at]]
                found.append(Mention(at, at + 1, state_name(code, "ja"), "country", code, code, "state body", "state", SHAPED))  # fmt: skip
        for match in _JA_STATE.finditer(line):
            code = _JA_NATIONS[match["who"] or match["side"]]
            found.append(Mention(match.start(), match.end(), state_name(code, "ja") or match[0], "country", code, code, "state body", "state", SHAPED))  # fmt: skip
        return found

    def _split_japanese(self, line: str, start: int, end: int) -> list[tuple[int, int]]:
        """A run that begins with names of the table joined by a dot or nothing is cut after them."""
        words = line[start:end]
        pieces = []
        at = 0
        for match in re.finditer(r"・", words):
            left, right = words[at : match.start()], words[match.end() :]
            if any(hit[0] == 0 and hit[1] == len(left) for hit in self.table.find(left)) and len(right) > 3 and self.table.find(right):  # fmt: skip
                pieces.append((start + at, start + match.start()))
                at = match.end()
        pieces.append((start + at, end))
        return pieces

    # -- the document's own names

    def _shortened(self, found: list[Mention]) -> list[Mention]:
        """Give a short form the identity of the name it was introduced for."""
        out = []
        for one in found:
            known = self.short.get(one.text)
            if known is not None and one.sort not in {"country"} and not one.id:
                one = replace(known, start=one.start, end=one.end)
            out.append(one)
        return out

    def _introduce(self, line: str, found: list[Mention]) -> None:
        for one in found:
            if one.sort == "person":
                self.persons[one.text.split()[-1]] = one.text
                continue
            if one.sort != "body" and one.sort != "government":
                continue
            match = _LISTED.match(line[one.end : one.end + 60])
            if match is not None:
                short = re.sub(r"^(?:далее\s*[—–-]?\s*|以下[、,]?\s*|hereinafter(?: referred to as)?\s*|hereafter\s*)", "", match["short"]).strip("«»\"“”「」'’ ")  # fmt: skip
                if short and short != one.text:
                    self.short.setdefault(short, one)
            words = one.text.split()
            if len(words) > 1 and words[-1] in {"Commission", "Bank", "Fund", "Agency", "Authority", "Corporation", "Company", "Facility"}:  # fmt: skip
                self.short[words[-1]] = one
            telling = (
                len(words) > 1 and one.sort == "body" and words[0].lower() not in _COMMON and words[0][0].isupper()
            )
            if telling and len(words[0]) > 3 and one.strength >= SHAPED and not _LED.match(one.text) and not self.table.find(words[0]):  # fmt: skip
                self.short.setdefault(words[0], one)

    def _nationality(self, line: str, one: Mention) -> Mention:
        """The country of a body that the words around it tell: "Russian drug maker R-Pharm", "PLN, Indonesia's …"."""
        if one.country or one.sort != "body" or one.id:
            return one
        before = line[max(0, one.start - 60) : one.start]
        nation = _JA_NATION.search(before) if self.language == "ja" else None
        if nation is not None:
            return replace(one, country=_JA_NATIONS[nation["who"]])
        near = [hit for hit in self.table.find(before) if hit[2].sort in {"adjective", "country"}]
        if near and re.fullmatch(
            r"(?:'s|の|,)?[\s«\"“(「]*(?:[a-zа-яё一-龥-]+[\s«\"“「]+){0,4}(?:の|大手|企業|銀行)?[「«\"]?",
            before[near[-1][1] :],
        ):
            return replace(one, country=near[-1][2].country)
        after = line[one.end : one.end + 70]
        appositive = re.match(r"\s?[,(（](?:\s?(?:a|an|the|der|die|une?|la|le))?\s?", after)
        if appositive is not None:
            near = [hit for hit in self.table.find(after) if hit[2].sort in {"adjective", "country", "capital"}]
            if (
                near
                and near[0][0] - appositive.end() < 24
                and not re.search(r"\b(?:and|with|и|с)\b", after[: near[0][0]])
            ):
                return replace(one, country=near[0][2].country)
        return one


def _officer(line: str, one: Mention) -> Mention:
    """A body named only for the office of one of its people ("財務省次官") is that person."""
    if one.sort == "body" and _JA_OFFICER.match(line, one.end):
        return replace(one, sort="person")
    return one


def _without_overlap(found: list[Mention]) -> list[Mention]:
    """The best reading at each place: a known body, then the longer words, then the surer."""
    kept: list[Mention] = []

    def weight(one: Mention) -> tuple[int, int, int]:
        length = one.end - one.start
        if one.sort == "government":
            return (0, -length, 0)
        if one.sort == "body" and one.id and " " not in one.text and one.text[0].isascii():
            return (1, -length, 0)
        if one.sort == "body" and one.id:
            return (0, -length, 0)
        if one.strength == SHAPED:
            return (1, -length, 0)
        if one.strength == KNOWN:
            return (2, -length, 0)
        return (3, -length, 0)

    for one in sorted(found, key=lambda one: (*weight(one), one.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
