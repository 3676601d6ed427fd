"""Everything read from one document before deals are made of it: names, sums and days, sentence by sentence."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from warifu.documents.caseless import Caseless, quick
from warifu.proposals.reader import cues
from warifu.proposals.reader.clauses import HOLE, clauses, masked
from warifu.proposals.reader.days import Day, days, same_day
from warifu.proposals.reader.lexicon import Lexicon
from warifu.proposals.reader.mentions import KNOWN, Mention, Names
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
        self._read(lines)
        self._at_home()

    def _read(self, lines: list[Sentence]) -> None:
        day, year = self.page.day, self.page.year
        currency: str | None = None
        table_unit: re.Match[str] | None = None
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
                table_unit = unit
            found = amounts(text, currency) or (
                _cells(text, table_unit) if sentence.row and table_unit is not None else []
            )
            found = _localised(text, found, self.names.table)
            mentions = [one for one in self.names.read(text) if all(one.end <= sum_.start or one.start >= sum_.end for sum_ in found)]  # fmt: skip
            label = _LABEL.match(text)
            if label is not None:
                mentions = [one for one in mentions if one.start >= label.end() or one.strength == KNOWN]
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

    def top(self) -> list[str]:
        """The countries of the story, most named first."""
        return [code for code, _ in sorted(self.countries.items(), key=lambda pair: (-pair[1], pair[0]))]


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
_LOCAL: Final = tuple((Caseless(pattern), codes) for pattern, codes in LOCAL)


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


_UNIT: Final = re.compile(
    quick(
        r"(?:[Ff]igures|[Aa]mounts?|[Aa]ll (?:figures|amounts)|\(|单位[:：]|単位[:：]|[Сс]уммы|[Оо]бъ[её]м,?)[^.|]{0,20}?(?:in )?(?P<unit>(?:USD|EUR|JPY|GBP|CNY|RUB|KRW|INR|AUD|US\\$|\\$|€|¥|yen|dollars?|euros?|roubles?|yuan|долларов|долл\\.|евро|рублей|иен|億円|百万円|万ドル|億ドル|百万ドル)(?: ?(?:million|billion|mn|bn|thousand|m))?|(?:million|billion|млн|млрд|тыс\\.) (?:USD|EUR|JPY|US dollars|dollars|euros?|yen|yuan|roubles|долларов(?: США)?|долл\\.|евро|рублей|руб\\.|иен|юаней))"
    )
)
"""The unit that a table's figures are in: "Figures in EUR million"."""
_CELL: Final = re.compile(r"(?<=[|\t])\s*(?P<number>\d[\d,. ]*\d|\d)\s*(?=[|\t]|$)")


def _cells(text: str, unit: re.Match[str]) -> list[Amount]:
    """The figures of a row whose table told their unit once; a year or a running number is none."""
    words = unit["unit"]
    out: list[Amount] = []
    for match in _CELL.finditer(text):
        number = match["number"].strip()
        if re.fullmatch(r"(?:19|20)\d\d", number):
            continue
        told = amounts(f"{number}{words}" if re.match(r"[億百万]", words) else _with(number, words))
        if len(told) == 1:
            start = match.start("number")
            out.append(replace(told[0], start=start, end=start + len(number), rule="money-table"))
    return out


def _with(number: str, words: str) -> str:
    first, _, rest = words.partition(" ")
    return f"{first} {number} {rest}".strip() if re.match(r"[A-Z]{3}$|US\\$|[$€¥]", first) else f"{number} {words}"
