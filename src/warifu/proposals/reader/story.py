"""Everything read from one document before deals are made of it: names, sums and days, sentence by sentence."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cached_property
from typing import Final

from warifu.documents.caseless import Caseless, quick
from warifu.proposals.reader import cues
from warifu.proposals.reader.clauses import HOLE, clauses, masked
from warifu.proposals.reader.days import Day, days, same_day
from warifu.proposals.reader.lexicon import Lexicon
from warifu.proposals.reader.mentions import SHAPED, Mention, Names
from warifu.proposals.reader.money import Amount, amounts
from warifu.proposals.reader.page import Page
from warifu.proposals.reader.role_nouns import RoleNouns
from warifu.proposals.reader.sentences import Sentence
from warifu.proposals.reader.table import Table
from warifu.proposals.reader.words import Spoken

PAIRS: Final[dict[str, str]] = {"日": "JP", "ロ": "RU", "露": "RU", "米": "US", "中": "CN", "韓": "KR", "印": "IN", "豪": "AU", "英": "GB", "仏": "FR", "独": "DE", "伊": "IT", "比": "PH", "越": "VN", "泰": "TH", "朝": "KP", "俄": "RU", "美": "US", "韩": "KR", "欧": "EU", "한": "KR", "미": "US", "일": "JP", "중": "CN", "러": "RU"}  # fmt: skip
PAIR: Final = re.compile(r"(?<![一-龥ァ-ヴ가-힣])(?P<one>[日米中韓ロ露印豪英仏独俄美韩한미일중러])(?P<two>[日米中韓ロ露印豪英仏独俄美韩한미일중러])(?:両|首|間|间|关|関|経|経済|协|協|会|貿|平|財|の|は|が|、|\s|양국|정상|외교|双方|两国|政府)")  # fmt: skip


_LABEL: Final = re.compile(r"[•\-*–—·\s]*(?:\(?\d{1,2}[.)]\s*)?[A-Z][\w ,&/-]{2,40}:\s")
"""What a list item begins with: "• Clean energy: "."""


class Story:
    """Everything read from one document before deals are made of it."""

    def __init__(self, page: Page, body: str, language: str, lexicon: Lexicon, table: Table, lines: list[Sentence]) -> None:  # fmt: skip
        self.page = page
        self.body = body
        self.language = language
        self.lexicon = lexicon
        self.table = table
        self.names = Names(table, language)
        self.names.home = cues.AT_HOME.search(page.title + body) is not None
        self.role_nouns = RoleNouns(language)
        self.spoken: list[Spoken] = []
        self.countries: Counter[str] = Counter()
        self.state_of: dict[str, Mention] = {}
        self.where_of: dict[str, tuple[int, int]] = {}
        self.fullest: dict[str, str] = {}
        self._most: Counter[str] | None = None
        self._plain_dollar: str | None = None
        self._read(lines)
        self._at_home()

    def _read(self, lines: list[Sentence]) -> None:
        day, year = self.page.day, self.page.year
        currency: str | None = None
        table_unit: re.Match[str] | None = _UNIT.search(self.page.title)
        headed = table_unit is not None
        if table_unit is None and any(one.row for one in lines):
            table_unit = _UNIT.search(self.body)
        listed, scale_of_column = -2, ""
        context_year: int | None = None
        seen_day: str | None = None
        for one in self.names.read(self.page.title):
            if one.country:
                self.countries[one.country] += 2
        for match in PAIR.finditer(self.page.title):
            self.countries[PAIRS[match["one"]]] += 2
            self.countries[PAIRS[match["two"]]] += 2
        for sentence in lines:
            text = sentence.text
            unit = _UNIT.search(text)
            if unit is not None:
                table_unit, listed = unit, sentence.paragraph
            elif listed in {sentence.paragraph, sentence.paragraph - 1}:
                listed = sentence.paragraph
            found = amounts(text, currency)
            if table_unit is not None and (sentence.row or headed or listed == sentence.paragraph):
                found = _with_cells(text, found, table_unit, sentence.row)
            if sentence.row:
                column = _SCALE_COLUMN.search(text)
                scale_of_column = column["scale"] if column is not None else scale_of_column
                found = [_scaled(text, one, scale_of_column) for one in found] if scale_of_column else found
            found = self._localised(text, found)
            mentions = [one for one in self.names.read(text) if all(one.end <= sum_.start or one.start >= sum_.end for sum_ in found)]  # fmt: skip
            label = _LABEL.match(text)
            if label is not None:
                mentions = [one for one in mentions if one.start >= label.end() or one.strength >= SHAPED]
            mentions = self.role_nouns.read(text, mentions)
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
                if (
                    named.sort == "country"
                    and named.country
                    and len(named.text) > len(self.fullest.get(named.country, ""))
                ):
                    self.fullest[named.country] = named.text
                if named.country and named.sort != "place":
                    self.countries[named.country] += 1
                    if named.sort in {"country", "government"} and named.country not in self.state_of:
                        self.state_of[named.country] = named
                        self.where_of[named.country] = (sentence.start + named.start, sentence.start + named.end)
                elif named.country:
                    self.countries[named.country] += 1
            head = cues.DATELINE.match(text)
            if head is not None:
                mentions = [one for one in mentions if one.start >= head.end()]
                dated = [one for one in dated if one.start >= head.end() or len(found) == 0]
            bare = masked(text, mentions, found, dated)
            if head is not None:
                bare = HOLE * head.end() + bare[head.end() :]
            self.spoken.append(Spoken(sentence, mentions, found, dated, bare, clauses(text, mentions, found, dated, self.lexicon)))  # fmt: skip

    def _localised(self, text: str, found: list[Amount]) -> list[Amount]:
        """Amounts in the currency of a country named, where a currency's name is shared.

        The country in the sum's own words decides, else a lender named in the sentence, else the one named last before
        the sum, else the first after it, else the one that the whole text names most. A dollar is Australia's, Canada's or New Zealand's only
        in a text that is plainly about that country and tells no US dollar.
        """
        out, hits = [], None
        turned: dict[str, str] = {}
        for one in found:
            words = text[one.start : one.end]
            codes = next((codes for pattern, codes in _LOCAL if pattern.search(words)), None)
            if codes is not None and one.currency in _SHARED:
                hits = hits if hits is not None else self.names.table.find(text)
                own = [hit[2].country for hit in hits if hit[0] < one.end and hit[1] > one.start]
                near = [hit[2].country for hit in reversed(hits) if hit[1] <= one.start]
                near += [hit[2].country for hit in hits if hit[0] >= one.end]
                near.sort(key=lambda country: country not in _LENDERS)
                code = next((codes[each] for each in [*own, *near, *self._named_most()] if each in codes), None)
                turned[one.currency] = code or one.currency
                one = replace(one, currency=turned[one.currency])
            elif one.currency in turned:
                one = replace(one, currency=turned[one.currency])
            elif one.currency == "USD" and _PLAIN_DOLLAR.fullmatch(words):
                one = replace(one, currency=self._dollar())
            elif one.currency == "USD" and words.isascii() is False and _OTHER_DOLLAR.search(words):
                inside = [hit[2].country for hit in self.names.table.find(words)]
                one = replace(one, currency=next((_DOLLARS[each] for each in inside if each in _DOLLARS), "USD"))
            out.append(one)
        return out

    def _named_most(self) -> list[str]:
        """The countries of title and text, most named first."""
        if self._most is None:
            self._most = Counter(
                hit[2].country
                for part in (self.page.title, self.body)
                for hit in self.names.table.find(part)
                if hit[2].country
            )
        return [code for code, _ in sorted(self._most.items(), key=lambda pair: (-pair[1], pair[0]))]

    def _dollar(self) -> str:
        if self._plain_dollar is None:
            self._plain_dollar = "USD"
            if _DOLLAR_LANDS.search(self.body) and not _US_DOLLAR.search(self.body):
                most = self._named_most()
                for country in ("AU", "CA", "NZ"):
                    count = self._most[country] if self._most is not None else 0
                    if count > 3 or (count > 2 and most[0] == country):
                        self._plain_dollar = _DOLLARS[country]
                        break
        return self._plain_dollar

    def _at_home(self) -> None:
        """A Japanese text that deals with one other country and with a premier, a ministry or yen loans is about Japan."""
        others = [code for code in self.countries if code != "JP"]
        if (
            self.language == "ja"
            and others
            and self.countries["JP"] < 2
            and cues.HOME_WORDS.search(self.body + self.page.title)
        ):
            self.countries["JP"] += 2

    @cached_property
    def titled(self) -> list[Mention]:
        """The names of the title, as they are known once the body has been read."""
        return self.names.read(self.page.title)

    def top(self) -> list[str]:
        """The countries of the story, most named first."""
        return [code for code, _ in sorted(self.countries.items(), key=lambda pair: (-pair[1], pair[0]))]


LOCAL: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    (r"\b(?:kroner?|kronor?|crowns?)\b|крон|クローネ|クローナ", {"DK": "DKK", "NO": "NOK", "SE": "SEK", "IS": "ISK", "CZ": "CZK"}),
    (r"\bdinars?\b|динар|ディナール", {"KW": "KWD", "TN": "TND", "DZ": "DZD", "JO": "JOD", "IQ": "IQD", "RS": "RSD", "BH": "BHD", "LY": "LYD", "SD": "SDD"}),
    (r"\brupees?\b|\bRs\b|рупи|ルピー", {"ID": "IDR", "IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR", "SC": "SCR"}),
    (r"\bpounds?\b(?! sterling)|фунт\w*(?! стерл)|ポンド", {"SS": "SSP", "GB": "GBP", "EG": "EGP", "SY": "SYP", "LB": "LBP", "SD": "SDG"}),
    (r"\bshillings?\b|шиллинг|シリング", {"KE": "KES", "TZ": "TZS", "UG": "UGX", "SO": "SOS"}),
    (r"\bpesos?\b|песо|ペソ", {"DO": "DOP", "PH": "PHP", "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "CU": "CUP", "UY": "UYU"}),
    (r"(?<!西アフリカ)\bF?CFA|КФА|CFA", {"CM": "XAF", "TD": "XAF", "CG": "XAF", "GA": "XAF", "GQ": "XAF", "CF": "XAF"}),
    (r"\bfrancs?\b(?! CFA)|франк|フラン", {"CH": "CHF", "RW": "RWF", "BI": "BIF", "DJ": "DJF", "GN": "GNF", "KM": "KMF", "CD": "CDF"}),
    (r"\briyals?\b|\brials?\b|риал|リヤル|リアル", {"SA": "SAR", "QA": "QAR", "OM": "OMR", "YE": "YER", "IR": "IRR"}),
    (r"\bdirhams?\b|дирхам|ディルハム", {"AE": "AED", "MA": "MAD"}),
    (r"\bli?ras?\b|\blei\b|\bле(?:ев|я)|лир(?:ы|а)?\b|リラ|レイ", {"TR": "TRY", "RO": "RON", "MD": "MDL", "LB": "LBP", "SY": "SYP"}),
    (r"^K ?\d|[Kk]wacha|квач|クワチャ", {"ZM": "ZMW", "MW": "MWK", "PG": "PGK"}),
    (r"^B\$", {"BN": "BND", "BS": "BSD"}), (r"^R ?\d", {"BR": "BRL", "ZA": "ZAR", "RU": "RUB"}), (r"\breals?\b|\breais\b|реал(?:а|ов|ы)", {"BR": "BRL"}),
    (r"\bmanats?\b|манат|マナト", {"AZ": "AZN", "TM": "TMT"}),
    (r"\bs[ou]ms?\b|сом(?!о)|сум(?!м)|スム|ソム", {"KG": "KGS", "UZ": "UZS"}),
    (r"\brou?bles?\b|рубл|руб\b|ルーブル", {"RU": "RUB"}),
)  # fmt: skip
"""Currencies whose name several countries use: the country named in the same sentence decides, the first row's else."""
_LOCAL: Final = tuple((Caseless(pattern), codes) for pattern, codes in LOCAL)
_SHARED: Final = frozenset(["DKK", "KWD", "INR", "GBP", "PHP", "XOF", "CHF", "KES", "MAD", "AED", "SAR", "TRY", "KGS", "UZS", "IRR", "ZMK", "ZMW", "RON", "BND", "ZAR", "AZN"])  # fmt: skip
"""What a name that several countries use is read as where nothing else is known."""
_LENDERS: Final = frozenset(["GB", "CH", "IN", "KW", "SA", "QA", "AE", "TR", "DK", "NO", "SE", "CZ"])
"""Countries in whose money others are lent to: named in one sentence with a borrower of a like currency, it is theirs."""
_DOLLARS: Final = {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "TW": "TWD", "BN": "BND", "FJ": "FJD", "JM": "JMD", "GY": "GYD", "NA": "NAD", "US": "USD"}  # fmt: skip
_PLAIN_DOLLAR: Final = Caseless(r"\$ ?\d.*|[^$]*\d[^$A-Z]* dollars?|[a-z -]+ dollars?")
_OTHER_DOLLAR: Final = re.compile(r"[а-яё]{3,}ск\w+ долл")
_DOLLAR_LANDS: Final = re.compile(r"Austral|Canad|Ottawa|Canberra|Zealand|Wellington")
_US_DOLLAR: Final = re.compile(r"US ?\$|U\.S\. ?\$|USD|US dollar|U\.S\. dollar|American dollar|United States|Washington|A\$|C\$|NZ\$|AUD|CAD|NZD|Canadian dollars|Australian dollars|Zealand dollars")  # fmt: skip


_CURRENCY_OF_UNIT: Final = r"(?:USD|EUR|JPY|GBP|CNY|RMB|RUB|KRW|INR|AUD|CAD|NZD|CHF|SDR|XDR|UA|NOK|SEK|DKK|TRY|KZT|US\$|A\$|C\$|\$|€|£|¥|yen|(?:US )?dollars?|euros?|rou?bles?|yuan|долларов(?: США)?|долл\.(?: США)?|евро|рублей|руб\.|иен|юаней|тенге)"
_SCALE_OF_UNIT: Final = r"(?:millions?|billions?|thousands?|mn|mln|bn|m|млн|млрд|тыс\.)(?![^\W\d_])"
_WHOLE_UNIT: Final = rf"(?P<{{0}}>{_CURRENCY_OF_UNIT})(?: ?(?P<{{1}}>{_SCALE_OF_UNIT}))?|(?P<{{2}}>{_SCALE_OF_UNIT}) (?:of )?(?P<{{3}}>{_CURRENCY_OF_UNIT})"
_UNIT: Final = re.compile(
    quick(
        r"(?:[Ff]igures|[Aa]mounts?|[Aa]ll (?:figures|amounts)|\(|[单単]位[:：]|[Сс]умм[аы]|[Оо]бъ[её]м,?)[^.|\d]{0,20}?(?:in )?(?P<east>億円|百万円|千円|兆円|億元|(?:[千百]?万|億|百万)(?:米ドル|ドル|ユーロ)|"
        + _WHOLE_UNIT.format("cur", "scale", "scale2", "cur2")
        + rf")(?!\s?\d)|(?:[,|/]|\bin)\s(?:(?P<cur3>{_CURRENCY_OF_UNIT}) ?(?P<scale3>{_SCALE_OF_UNIT})|(?P<scale4>{_SCALE_OF_UNIT}) (?P<cur4>{_CURRENCY_OF_UNIT}))\s?(?=[|/):;,]|$)"
    )
)
"""The unit that a table's figures are in: "Figures in EUR million", "Amount (bn yen)", "| EUR m |"."""
_CELL: Final = re.compile(r"(?<=[|\t])\s*(?P<number>\d[\d,. ]*\d|\d)\s*(?=[|\t(]|$)")
_ITEM: Final = re.compile(
    r"(?:(?<=[:|\t])|(?<=\s[–—/-]))\s*(?P<number>\d[\d,.]*\d|\d)\s*(?=[|\t/;(,]|\.?$|[–—-]\s)|(?<=,)\s(?P<decimal>\d[\d,]*\.\d\d?)(?=[;.]?(?:\s|$))"
)
"""A figure of a list below its unit: "IDA credit: 250.00", "Germany – 47.0 – 47.0"."""
_NO_FIGURE: Final = re.compile(r"(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|0(?:[.,]0+)?")
_REPORTED: Final = re.compile(r"(?<=[:;] )(?P<words>[a-z][a-z ]{2,30}: )(?P<number>\d[\d,.]*\d|\d)\s*$")
_SCALE_COLUMN: Final = re.compile(r"(?:^|\|)\s*(?:[Aa]mounts?,? |[Ss]um,? |[Сс]умма,? )?\(?(?:in )?(?P<scale>[Mm]illion|[Bb]illion|млн|млрд)s?\)?\s*(?:\||$)")  # fmt: skip
"""A column whose head tells only the scale: "| Million |"."""


def _with_cells(text: str, found: list[Amount], unit: re.Match[str], row: bool) -> list[Amount]:
    """The sums of a line together with the figures whose table told their unit once; a year or a date is none."""
    if any("(" not in text[max(0, one.start - 2) : one.start] for one in found):
        return found
    told = unit.groupdict()
    east = told["east"] if told["cur"] is None and told["cur2"] is None else None
    sign = told["cur"] or told["cur2"] or told["cur3"] or told["cur4"] or ""
    scale = told["scale"] or told["scale2"] or told["scale3"] or told["scale4"] or ""
    out: list[Amount] = list(found)
    for match in (cells := _CELL if row and ("|" in text or "\t" in text) else _ITEM).finditer(text):
        name = "decimal" if cells is _ITEM and match["number"] is None else "number"
        number, start = match[name].strip(), match.start(name)
        end = start + len(number)
        if _NO_FIGURE.fullmatch(number) or any(start < one.end and end > one.start for one in found):
            continue
        sums = amounts(f"{number}{east}" if east else _worded(number, sign, scale))
        if len(sums) == 1:
            out.append(replace(sums[0], start=start, end=end, rule="money-table"))
    for match in _REPORTED.finditer(text) if row else ():
        sums = amounts(f"{match['number']}{east}" if east else _worded(match["number"], sign, scale))
        if len(sums) == 1 and not _NO_FIGURE.fullmatch(match["number"]):
            out.append(replace(sums[0], start=match.start("number"), end=match.end("number"), rule="money-table"))
    return sorted(out, key=lambda one: one.start)


def _worded(number: str, sign: str, scale: str) -> str:
    first = re.match(r"[A-Z]{2,3}$|[A-Z]{0,2}[$€£¥]$", sign) is not None
    return f"{sign} {number} {scale}".strip() if first else f"{number} {scale} {sign}".replace("  ", " ")


def _scaled(text: str, one: Amount, scale: str) -> Amount:
    """A sum of a column whose head tells the scale; one that tells its own stays."""
    bare = re.search(r"[^\W\d_]", text[one.start : one.end].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ$€£¥ ")) is None
    power = {"m": 6, "b": 9}.get(scale[0].lower(), 9 if scale == "млрд" else 6)
    return replace(one, number=one.number.scaleb(power)) if bare and one.number < 100_000 else one
