"""Papers told as one number: "80 documents, 12 of them intergovernmental"."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final, NamedTuple

from warifu.documents.caseless import Caseless, Pattern
from warifu.proposals.reader import cues
from warifu.proposals.reader.clauses import Clause, Happened
from warifu.proposals.reader.words import Spoken

_NUMBER_WORD: Final = {word: value for value, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"])} | {
    "dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "два": 2, "две": 2, "двух": 2, "три": 3, "трех": 3, "трёх": 3, "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "семь": 7, "семи": 7, "восемь": 8, "девять": 9, "десять": 10, "десяти": 10, "двенадцать": 12, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "两": 2,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
}  # fmt: skip
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
                "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "одиннадцать": 11, "пятнадцать": 15, "шести": 6, "восьми": 8, "девяти": 9}  # fmt: skip
_EN_NUMBER: Final = "|".join(
    sorted((word for word in _NUMBER_WORD if word.isalpha() and word.isascii()), key=len, reverse=True)
)
_EN_NOUN: Final = r"documents?|agreements|deals|memoranda|memorandums|contracts|projects|papers|accords|MOUs|MoUs|MOCs|protocols|loans|credits|grants|treaties|instruments|undertakings|pacts|understandings|arrangements|initiatives|programmes|transactions|ventures|letters of intent|schemes|acts|lines of credit|credit lines|LOCs|packages|exchanges of notes|statements of intent|declarations of intent|grant agreements|operations|tranches"
_COUNT: Final[tuple[Pattern, ...]] = (
    Caseless(
        rf"(?<![\d.,$€£%])\b(?P<number>\d{{1,4}}|(?:a |two |three )?dozen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)|{_EN_NUMBER})\s+(?:(?!of|in|the|to|for|by|from|with|on|countries|years|percent|per|million|billion|months|days)[a-zA-Z-]+,?\s+){{0,5}}?(?P<noun>{_EN_NOUN})\b",
    ),
    Caseless(
        r"(?<![\d.,$€£%])\b(?P<number>\d{1,4}|две|два|двух|три|тр[её]х|четыре|четыр[её]х|пять|пяти|шесть|шести|семь|семи|восемь|восьми|девять|девяти|десять|десяти|одиннадцать|двенадцать|пятнадцать|двадцать|тридцать|сорок|пятьдесят)\s+(?!млн|млрд|тыс|лет|год|процент|долл|руб|евро|иен)(?:(?!(?:по|на|с|для|об?|от|до|из|к|под|стран|сторон|государств|компаний|министерств|банков|правительств|ведомств|президентов|партн[её]ров|министров|лидеров)\s)[а-яё-]+\s+(?:и\s+)?){0,4}?(?P<noun>документ\w*|соглашени\w+|проект\w*|меморандум\w*|контракт\w*|договор\w+|кредит\w+|бумаг\w*|сдел\w+|протокол\w*|инициатив\w*|кредитн\w+ лини\w+|лини[йия]\b|займ\w*|грант\w*|договоренност\w*|акт(?:а|ов)\b)",
    ),
    re.compile(
        r"(?P<noun>文書|協力文書|案件|事業|覚書|契約|合意|合意文書|プロジェクト|協定|融資|候補|書面)(?:は|が|を|など|等|のうち|の|、)?(?:計|合計|合わせて|あわせて|総計|全)?\s?(?P<number>\d{1,4}|[二三四五六七八九十])\s?(?:件|本|つ|事業|点)(?!目)"
    ),
    re.compile(
        r"(?<![\d.,])(?P<number>\d{1,4}|[二三四五六七八九十])\s?(?:件|本|つ|点)(?:を超える|超の|余りの|以上の|に上る|近い|の)(?:[^、。]{0,14}?)(?P<noun>文書|案件|事業|覚書|契約|合意|プロジェクト|協定|融資|円借款|借款|無償資金協力)|(?<![\d.,第])(?P<number2>\d{1,4})の?(?P<noun2>事業|案件|プロジェクト|文書|協定|覚書|協力文書)(?![^、。]{0,2}円)"
    ),
    re.compile(
        r"(?P<number>\d{1,4}|[两二三四五六七八九十])(?:个|项|份|多项)(?:[一-龥]{0,6}?)(?P<noun>文件|协议|项目|合同|备忘录)"
    ),
    re.compile(
        r"(?P<number>\d{1,4})\s?(?:건|개)의?\s?(?:[가-힣]{0,8}\s?)?(?P<noun>문건|협정|사업|계약|양해각서|프로젝트|문서)|(?P<noun2>문서|문건|협약|양해각서|계약|사업)\s?(?P<number2>\d{1,4})\s?건"
    ),
    Caseless(
        r"\b(?P<number>\d{1,3}|zwei|drei|vier|fünf|sechs|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|sieben|acht|neun|zehn)\s+(?:[a-zà-ÿ]+\s){0,2}(?P<noun>Abkommen|Verträge|Dokumente|Projekte|Vereinbarungen|Absichtserklärungen|accords|contrats|documents|projets|protocoles|acuerdos|contratos|documentos|proyectos|memorandos)\b",
    ),
)
_COUNT_OF: Final = {"en": _COUNT[:1], "ru": _COUNT[1:2], "ja": _COUNT[2:4], "zh": _COUNT[4:5], "ko": _COUNT[5:6]}
"""The patterns of each language; of others the English and the European ones."""
_OF_THEM: Final = Caseless(
    r"(?P<number>\d{1,3})\s(?:of (?:them|these|those|which|whom))\b|\b(?:of (?:them|these|which)|including|among them),? (?P<n2>\d{1,3})\b(?= (?:\w+ ){0,3}(?:intergovernmental|government|commercial|corporate|private|between))|(?:из них|в том числе|из которых)\s[-–—]?\s?(?P<n3>\d{1,3})(?!\s?(?:млн|млрд|тыс|%|год))|(?:うち|このうち)(?:[^、。\d]{0,12})(?P<n4>\d{1,3})(?:件|本)|其中(?P<n5>\d{1,3})(?:个|项|份)",
)
_MIXED: Final = re.compile(
    r",?\s(?:and|or|и|und|et|y)\s(?:other\s)?(?:agreements|contracts|memoranda|MoUs|documents|deals|соглашени|меморандум|контракт|договор|Verträge|accords|acuerdos)|(?:や|と|・|及び)(?:覚書|協定|契約|合意)"
)
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


def counted_paper(language: str, spoken: Spoken, clause: Clause, start: int, end: int) -> tuple[int, int, int] | None:
    """How many papers the word for them at `start:end` of a sentence is said to be: "three loans were signed"."""
    text = spoken.sentence.text
    for pattern in _COUNT_OF.get(language, _COUNT[:1] + _COUNT[6:]):
        for match in pattern.finditer(text, clause.start, clause.end):
            groups = match.groupdict()
            value = _counted_number((groups.get("number") or groups.get("number2") or "").lower())
            group = "noun" if groups.get("noun") else "noun2"
            if value is None or value < 2 or 1900 <= value <= 2100 or not groups.get(group):
                continue
            taken = [(one.start, one.end) for one in clause.amounts] + [(one.start, one.end) for one in clause.days]
            free = not any(first <= match.start() < last for first, last in taken)
            if free and match.start(group) < end and match.end(group) > start:
                return value, match.start(), match.end()
    return None


def _counted_number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    if word.endswith("dozen"):
        return {"": 12, "a": 12, "two": 24, "three": 36}.get(word.removesuffix("dozen").strip())
    tens, _, ones = word.partition("-")
    if ones:
        return _TENS.get(tens, 0) + _NUMBER_WORD.get(ones, 0)
    return _NUMBER_WORD.get(word, _TENS.get(word))


def _bundle_paper(noun: str, words: str) -> str:
    low = (noun + " " + words).lower()
    for name, pattern in (
        ("loan", r"loan|кредит|融資|借款|贷款"), ("mou", r"memorand|mou|меморандум|覚書|备忘录|양해각서"), ("contract", r"contract|контракт|договор|契約|合同|계약"), ("grant", r"grant"),
        ("agreement", r"^(?:agreement|accord|treat|protocol|соглашени|協定|协议|협정|협약)"),
    ):  # fmt: skip
        if re.search(pattern, low):
            return name
    return "papers"


class Count(NamedTuple):
    """Papers counted at `start:end` of a sentence: what happened to them, and their class."""

    value: int
    paper: str
    event: Happened
    start: int
    end: int


def counted(language: str, spoken: Spoken, clause: Clause, told: Happened | None) -> Count | None:
    """The bundle that a clause counts: "80 documents were signed"."""
    text = spoken.sentence.text
    for pattern in _COUNT_OF.get(language, _COUNT[:1] + _COUNT[6:]):
        for match in pattern.finditer(text, clause.start, clause.end):
            groups = match.groupdict()
            word = (groups.get("number") or groups.get("number2") or "").lower()
            noun = groups.get("noun") or groups.get("noun2") or ""
            value = _counted_number(word)
            if value is None or value < 2 or 1900 <= value <= 2100 or not noun:
                continue
            taken = [(one.start, one.end) for one in clause.amounts] + [(one.start, one.end) for one in clause.days]
            if any(start <= match.start() < end for start, end in taken):
                continue
            event = _bundle_event(language, text, match, noun, told)
            if event is None or event.denied or event.event not in BUNDLED:
                continue
            paper = (
                "papers" if _MIXED.match(text, match.end()) else _bundle_paper(noun, text[match.start() : match.end()])
            )
            if event.event == "plan" and paper == "papers" and value < 3 and not clause.amounts:
                continue
            return Count(value, paper, event, match.start(), match.end())
    return None


def _bundle_event(language: str, text: str, match: re.Match[str], noun: str, told: Happened | None) -> Happened | None:
    """What happened to the papers that are counted: what is said right beside them goes before the clause's verb."""
    beside = cues.SIGNED_AFTER.search(text[match.start() : match.end() + 26]) or cues.SIGNED_BEFORE.search(
        text[: match.start()]
    )
    if beside is not None and (told is None or told.event not in {"plan", "sign"} or language == "ja"):
        return Happened("sign", "signed", match.start(), match.end())
    if told is None and not cues.WORKS_NOUN.match(noun):
        return Happened("sign", "signed", match.start(), match.end())
    return told


def counted_apart(spoken: Spoken, whole: int, start: int, end: int) -> tuple[int, int, int] | None:
    """The part of a bundle of `whole` papers that is counted apart: its number, and where it stands in the sentence."""
    match = _OF_THEM.search(spoken.sentence.text, start, end)
    if match is None:
        return None
    value = int(next(part for part in match.groups() if part))
    return (value, match.start(), match.end()) if 1 < value < whole else None
