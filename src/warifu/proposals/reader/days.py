"""Dates as texts tell them: full, partial and relative ("on Friday", "last month", "同日"), never filled in by guess.

A relative day is worked out from the day of publication and told only where that is known. A day told without a year
takes the year that puts it nearest before publication.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from warifu.documents.caseless import Caseless, quick
from warifu.documents.text.dates import MONTHS, dates_in


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a line; `edtf` as partial as the words. `relative` says that it was worked out from the publication."""

    start: int
    end: int
    edtf: str
    relative: bool = False


_WEEK: Final = {
    name: number
    for number, names in enumerate(
        ("monday понедельник понедельника 月曜日 月曜 周一 星期一 월요일 montag lundi lunes", "tuesday вторник 火曜日 火曜 周二 星期二 화요일 dienstag mardi martes",
         "wednesday среду среда 水曜日 水曜 周三 星期三 수요일 mittwoch mercredi miércoles", "thursday четверг 木曜日 木曜 周四 星期四 목요일 donnerstag jeudi jueves",
         "friday пятницу пятница 金曜日 金曜 周五 星期五 금요일 freitag vendredi viernes", "saturday субботу суббота 土曜日 土曜 周六 星期六 토요일 samstag samedi sábado",
         "sunday воскресенье 日曜日 日曜 周日 星期日 星期天 일요일 sonntag dimanche domingo"))
    for name in names.split()
}  # fmt: skip
_WEEKDAY: Final = Caseless(rf"(?<!\w)(?P<last>last |прошл\w+ |先週の?|上周)?(?P<day>{'|'.join(sorted(_WEEK, key=len, reverse=True))})(?!\w)")  # fmt: skip
_CJK_WEEKDAY: Final = re.compile(rf"(?P<last>先週の?|上周)?(?P<day>{'|'.join(sorted((name for name in _WEEK if not name.isalpha() or ord(name[0]) > 0x2E80), key=len, reverse=True))})")  # fmt: skip
_COMING: Final = Caseless(r"(?:next|coming|следующ\w+|ближайш\w+|来週の?|下周)\s?$")
_MONTH_NAMES: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_MONTH: Final = Caseless(rf"(?<![\w.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s|de\s)?(?P<month>{_MONTH_NAMES})\b(?!\.?,?\s+(?:1[89]|20)\d\d)")  # fmt: skip
_MONTH_DAY: Final = Caseless(rf"\b(?P<month>{_MONTH_NAMES})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,?\s+(?:1[89]|20)\d\d)(?!\d)")  # fmt: skip
_MONTH_OF_YEAR: Final = Caseless(rf"\b(?P<month>{_MONTH_NAMES})\.?(?:,| of|, of) (?P<year>(?:19|20)\d\d)\b")  # fmt: skip
_MONTH_ALONE: Final = Caseless(rf"\b(?P<prep>in|since|last|this|early|late|mid-|by|в|во|с|im|en|au mois de|начале|конце|середине)\s(?P<month>{_MONTH_NAMES})\b(?!\.?\s*\d)")  # fmt: skip
_MONTH_WORDS: Final = {
    "januar": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "juin": 6, "juillet": 7, "août": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
}  # fmt: skip
_EURO_DATE: Final = Caseless(rf"(?:(?P<day>\d{{1,2}})\.?(?:er)?\s(?:de\s)?)?(?P<month>{'|'.join(sorted(_MONTH_WORDS, key=len, reverse=True))})(?:\s(?:de\s)?(?P<year>(?:19|20)\d\d))?\b")  # fmt: skip
_EAST_DAY: Final = re.compile(
    r"(?:(?P<ago>昨年|前年|去年|今年|本年|来年|明年|一昨年|同年|翌年|작년|지난해|올해|내년)\s?の?)?(?:(?P<month>\d{1,2}|先|今|来|同|上个|本|지난|이달|이번)\s?[月달월](?:の)?)?\s?(?:(?P<day>\d{1,2})\s?[日일](?!間|程|本|目|米|中|独|仏|系|産|韩|ごろ前))"
)
_EAST_MONTH: Final = re.compile(r"(?:(?P<ago>昨年|前年|去年|今年|本年|来年|明年|一昨年|同年|翌年|작년|지난해|올해|내년)\s?の?)?(?P<month>\d{1,2}|先|今|来|上个|本|지난|이번)\s?(?:か月|ヶ月)?(?<!か)(?<!ヶ)[月달월](?!\s?\d)(?!間|期|末日|分|連続|달)")  # fmt: skip
_EAST_SHORT_YEAR: Final = re.compile(
    r"(?<![\d元成和大治])(?<!第)(?<![\d~～〜-])(?P<year>[0-3]\d)年(?:の?(?P<month>1[0-2]|[1-9])月(?!期|期|末|号)(?:(?P<day>\d{1,2})日)?)?(?![間目度代ぶ連以超余\d])(?!ぶり|前|後|越し|来|\s?月|\d)"
)
"""Years of two digits, as Japanese newspapers write them: 17年12月."""
_EAST_YEAR_ONLY: Final = re.compile(r"(?P<ago>昨年|前年|去年|今年|来年|明年|一昨年|작년|지난해|올해)(?!\s?の?\d)")
_TODAY: Final = Caseless(r"\b(?:today|сегодня|heute|aujourd'hui|hoy)\b|本日|今日(?!的に)|今天|오늘")
_YESTERDAY: Final = Caseless(
    r"\b(?:yesterday|вчера|накануне(?! (?:визит|саммит|форум|встреч|праздн|выбор|годовщин|заседани|переговор|нов|дня|дат|отъезд|приезд|поездк|открыти|подписани|голосовани|юбиле|рождеств|мероприяти|церемони)\w*)|gestern|hier|ayer)\b|昨日|昨天|어제"
)
_SAME_DAY: Final = re.compile(quick(r"同日|当日|в (?:этот|тот) же день|\bthe same day\b|в этот день|같은 날"))
_RELATIVE: Final[tuple[tuple[Caseless, str, int], ...]] = (
    (Caseless(r"\blast month\b|в прошлом месяце|le mois dernier|letzten Monat|el mes pasado"), "month", -1),
    (Caseless(r"\bthis month\b|в этом месяце|ce mois-ci|este mes|diesen Monat"), "month", 0),
    (Caseless(r"\b(?:last|a) year(?: ago| earlier)?\b(?<!a year)|\blast year\b|в прошлом году|l'an dernier|l'année dernière|letztes Jahr|im vergangenen Jahr|el año pasado"), "year", -1),
    (Caseless(r"\bthis year\b|в этом году|в текущем году|cette année|dieses Jahr|este año"), "year", 0),
)  # fmt: skip
_BACK: Final = Caseless(
    r"\b(?:(?P<num>\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten) (?P<unit>year|month)s? ago\b"
    r"|(?P<week>(?:last|this|earlier this|the past) week)\b|(?P<night>last night)\b|(?P<now>this (?:morning|afternoon|evening)|tonight)\b"
    r"|(?P<season>(?:last|this|in the|during the|in) (?:spring|summer|autumn|fall|winter))\b(?! of (?:19|20)| (?:19|20)\d)"
    r"|(?P<ru>(?:(?P<runum>два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|полтора|\d{1,2}) )?(?P<ruunit>год|года|(?<=\d )лет|(?<=ть )лет|месяц|месяца|(?<=\d )месяцев|(?<=ть )месяцев)) (?:тому )?назад\b"
    r"|на (?P<ruweek>прошлой|этой|минувшей) неделе\b|(?P<ruseason>(?:(?:прошлой|минувшей|этой) )?(?:весной|летом|осенью|зимой)(?: (?:прошлого|этого|минувшего|текущего) года)?)\b(?! (?:19|20)\d)|(?P<runow>сегодня (?:утром|вечером))\b)"
    r"|(?P<janum>\d{1,2}|[一二三四五六七八九十])(?P<jaunit>年|か月|カ月|ヶ月|ヵ月)前(?!後|半|倒)|(?P<jaweek>先週|今週)"
)  # fmt: skip
"""Days told by how long ago they were: as exact as a year for a season, as a month for a week."""
_NUMBERS: Final = {
    word: number
    for number, words in enumerate(("a one", "two два две 二", "three три 三", "four четыре 四", "five пять 五", "six шесть 六", "seven семь 七", "eight восемь 八", "nine девять 九", "ten десять 十"), start=1)
    for word in words.split()
} | {"一": 1}  # fmt: skip
_SEASONS: Final = {
    "spring": 3,
    "summer": 6,
    "autumn": 9,
    "fall": 9,
    "winter": 12,
    "весной": 3,
    "летом": 6,
    "осенью": 9,
    "зимой": 12,
}
_BACK_WORD: Final = re.compile(r"ago\b|week\b|night|morning|afternoon|evening|spring|summer|autumn|fall\b|winter|назад|неделе|весной|летом|осенью|зимой|утром|вечером|前|週")  # fmt: skip
_FEAST: Final = re.compile(r"(?P<day>New Year's (?:Day|Eve)|Christmas(?: Day| Eve)?)")
_OF_WHICH_YEAR: Final = Caseless(r"(?:,? of|,)? (?:(?P<last>last year|the year before|прошлого года|минувшего года|прошлого)|(?P<this>this year|этого года|текущего года|сего года|нынешнего года)|(?P<two>позапрошлого года))\b")  # fmt: skip
_YEAR: Final = re.compile(r"(?:(?<![\d.,$€£¥/-])|(?<=\b[Mm]id-)|(?<=\b[Ll]ate-)|(?<=\b[Ee]arly-))(?P<year>(?:1[89]|20)\d\d)(?!(?<=0)(?:['’]?s\b|-[хе]\b|-ый\b|年代|년대))(?:\s?(?:году|года|год|г\.|年|년))?(?![\d,.]\d|\d|-\d|[–-](?:\d\d)|%|\s(?:tonn|people|km|MW|долл|руб|чел))")  # fmt: skip
_AGO: Final = {"昨年": -1, "前年": -1, "去年": -1, "작년": -1, "지난해": -1, "今年": 0, "本年": 0, "올해": 0, "来年": 1, "明年": 1, "내년": 1, "一昨年": -2, "翌年": 1, "同年": 0}  # fmt: skip


_MONTH_WORD: Final = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|январ|феврал|март|апрел|ма[йяе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|Mai|Okt|Dez|jan|fév|mai|juin|juil|ao[uû]t|sept|oct|nov|déc|ene|abr|ago|dic|mayo|junio|julio)|[月年日]|월|일|년"
)
_RELATIVE_WORD: Final = Caseless(
    r"[Dd]ay\b|(?:last|this|a) (?:month|year)|прошл|этом|текущ|понедельник|вторник|сред[уаы]|четверг|пятниц|суббот|воскресень|[Сс]егодня|[Вв]чера|[Нн]акануне|день"
    r"|[月年日周昨今明]|星期|曜|월|일|년|heute|gestern|Montag|[Tt]ag\b|Mittwoch|aujourd|dernier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ayer|pasado|lunes|martes|jueves|viernes|Monat|Jahr|mois|année|año|mes\b|yesterday|today|tomorrow|morning|tonight|afternoon|evening|\bhier|\bhoy\b",
)
_DIGIT: Final = re.compile(r"\d")


def days(line: str, published: date | None, year: int | None = None, context_year: int | None = None) -> list[Day]:
    """All dates of one line, in order, the fuller reading where two overlap.

    Args:
        line: The text, in plain widths.
        published: The day of publication, from which relative days are worked out.
        year: The year of publication, where the day is not known.
        context_year: The year that the text named last ("in 2016 … in December").
    """
    dated = _DIGIT.search(line) is not None or _MONTH_WORD.search(line) is not None
    told = published is not None and _RELATIVE_WORD.search(line) is not None
    back = published is not None and _BACK_WORD.search(line) is not None
    if not dated and not told and not back:
        return []
    worded = dates_in(line) if dated else []
    found: list[Day] = [Day(one.start, one.end, one.edtf) for one in worded if len(one.edtf) > 4]
    years = [one for one in worded if len(one.edtf) == 4 and not line[one.start : one.end].isdigit()]
    found += [Day(one.start, one.end, one.edtf) for one in years if line[one.end : one.end + 1] not in {"代", "대"}]
    base = published.year if published is not None else year
    if dated:
        for match in _MONTH_OF_YEAR.finditer(line):
            found.append(Day(match.start(), match.end(), f"{match['year']}-{MONTHS[match['month'].lower()]:02d}"))
        _european(line, found, published, base)
        _dayless_years(line, found, published, base)
        for match in _YEAR.finditer(line):
            found.append(Day(match.start(), match.end(), match["year"]))
    if not line.isascii():
        _eastern(line, found, published, base, context_year)
    if told and published is not None:
        _relative(line, found, published)
    if back and published is not None:
        _back(line, found, published)
    if base is not None and ("New Year" in line or "Christmas" in line):
        _feasts(line, found, published, base)
    found.sort(key=lambda one: (one.start, one.start - one.end))
    kept: list[Day] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif len(one.edtf) > len(kept[-1].edtf) and one.end - one.start >= kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def _nearest(month: int, day: int | None, published: date | None, base: int | None) -> str | None:
    """The year that puts a month or day nearest before publication: a month to come is last year's, unless near."""
    if base is None:
        return None
    year = base
    if published is not None:
        ahead = (
            (month - published.month) if day is None else (month * 31 + day - published.month * 31 - published.day) / 31
        )
        if ahead > 1:
            year -= 1
        elif ahead < -10:
            year += 1
    try:
        return date(year, month, day).isoformat() if day is not None else f"{year:04d}-{month:02d}"
    except ValueError:
        return None


def _of_which_year(line: str, end: int, published: date | None) -> tuple[int, int] | None:
    """Where "of last year" after a month ends, and the year it means."""
    match = _OF_WHICH_YEAR.match(line, end) if published is not None else None
    if match is None or published is None:
        return None
    return match.end(), published.year - {"last": 1, "this": 0, "two": 2}[match.lastgroup or "this"]


def _feasts(line: str, found: list[Day], published: date | None, base: int | None) -> None:
    for match in _FEAST.finditer(line):
        month, day = (1, 1) if match["day"].endswith("r's Day") else (12, 31 if "New" in match["day"] else 24 if match["day"].endswith("Eve") else 25)  # fmt: skip
        edtf = _nearest(month, day, published, base)
        if edtf is not None:
            found.append(Day(match.start(), match.end(), edtf, True))


def _back(line: str, found: list[Day], published: date) -> None:
    for match in _BACK.finditer(line):
        edtf: str | None = None
        groups = match.groupdict()
        number, unit = (
            groups["num"] or groups["runum"] or groups["janum"],
            groups["unit"] or groups["ruunit"] or groups["jaunit"],
        )
        if unit:
            count = _NUMBERS.get(number.lower(), int(number) if number.isdigit() else 0) if number else 1
            if count == 0:
                continue
            if unit.lower() in {"year", "год", "года", "лет", "年"}:
                edtf = f"{published.year - count:04d}"
            else:
                months = published.year * 12 + published.month - 1 - count
                edtf = f"{months // 12:04d}-{months % 12 + 1:02d}"
        elif groups["week"] or groups["ruweek"] or groups["jaweek"]:
            word = (groups["week"] or groups["ruweek"] or groups["jaweek"]).lower()
            past = "last" in word or word in {"прошлой", "минувшей", "先週"}
            monday = published - timedelta(days=published.weekday() + (7 if past else 0))
            last = min(monday + timedelta(days=6), published)
            edtf = f"{monday.year:04d}-{monday.month:02d}" if monday.month == last.month else None
        elif groups["night"]:
            edtf = (published - timedelta(days=1)).isoformat()
        elif groups["now"] or groups["runow"]:
            edtf = published.isoformat()
        else:
            words = (groups["season"] or groups["ruseason"]).lower()
            begins = next(month for name, month in _SEASONS.items() if name in words)
            passed = begins < published.month or (begins == 12 and published.month > 2)
            before = "прошлого" in words or "минувшего" in words or not passed
            edtf = f"{published.year - before:04d}"
        if edtf is not None:
            found.append(Day(match.start(), match.end(), edtf, True))


def _dayless_years(line: str, found: list[Day], published: date | None, base: int | None) -> None:
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for match in pattern.finditer(line):
            if match["month"].lower() in {"may", "mar", "sun"} and not match["month"][0].isupper():
                continue
            month = MONTHS.get(match["month"].lower())
            day = int(match["day"])
            if month is not None and 1 <= day <= 31 and (edtf := _nearest(month, day, published, base)) is not None:
                named = _of_which_year(line, match.end(), published)
                end, edtf = (named[0], f"{named[1]:04d}{edtf[4:]}") if named is not None else (match.end(), edtf)
                found.append(Day(match.start(), end, edtf, True))
    for match in _MONTH_ALONE.finditer(line):
        month = MONTHS.get(match["month"].lower())
        if month is None or (match["month"].isascii() and not match["month"][0].isupper()):
            continue
        past = match["prep"].lower() in {"last", "since"}
        edtf = _nearest(month, None, published, base)
        if edtf is not None and past and published is not None and edtf >= f"{published.year}-{published.month:02d}":
            edtf = f"{int(edtf[:4]) - 1}{edtf[4:]}"
        if edtf is not None:
            named = _of_which_year(line, match.end(), published)
            end, edtf = (named[0], f"{named[1]:04d}{edtf[4:]}") if named is not None else (match.end(), edtf)
            found.append(Day(match.start("month"), end, edtf, True))


def _european(line: str, found: list[Day], published: date | None, base: int | None) -> None:
    for match in _EURO_DATE.finditer(line):
        month = _MONTH_WORDS[match["month"].lower()]
        day = int(match["day"]) if match["day"] else None
        if match["year"]:
            edtf: str | None = f"{match['year']}-{month:02d}" + (f"-{day:02d}" if day is not None else "")
        elif day is not None:
            edtf = _nearest(month, day, published, base)
        else:
            continue
        if edtf is not None and (day is None or day <= 31):
            found.append(Day(match.start(), match.end(), edtf))


def _eastern(line: str, found: list[Day], published: date | None, base: int | None, context_year: int | None) -> None:
    for match in [*_EAST_DAY.finditer(line), *_EAST_MONTH.finditer(line)]:
        if any(one.start <= match.start() < one.end or one.start < match.end() <= one.end for one in found):
            continue
        groups = match.groupdict()
        day = int(groups["day"]) if groups.get("day") else None
        ago, word = groups["ago"], groups["month"]
        if word is None and (published is None or day is None or not 1 <= day <= 31):
            continue
        year, month = base, None
        if word is None:
            if published is None or day is None:
                continue
            month = published.month
            if day > published.day + 3:
                month -= 1
            if month == 0:
                year, month = published.year - 1, 12
        elif word.isdigit():
            month = int(word)
        elif published is not None:
            month = published.month + {"先": -1, "上个": -1, "지난": -1, "来": 1}.get(word, 0)
            if month == 0:
                year, month = published.year - 1, 12
            elif month == 13:
                year, month = published.year + 1, 1
        if month is None or not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
            continue
        if ago in {"同年", "翌年"}:
            earlier = [one for one in found if one.start < match.start()]
            named = int(max(earlier, key=lambda one: one.start).edtf[:4]) if earlier else context_year
            year = named + _AGO[ago] if named is not None else None
        elif ago is not None and base is not None:
            year = base + _AGO[ago]
        elif word is not None and word.isdigit():
            nearest = _nearest(month, day, published, base)
            year = int(nearest[:4]) if nearest else year
        if year is None:
            continue
        try:
            edtf = date(year, month, day).isoformat() if day is not None else f"{year:04d}-{month:02d}"
        except ValueError:
            continue
        found.append(Day(match.start(), match.end(), edtf, True))
    for match in _EAST_SHORT_YEAR.finditer(line):
        short, in_month, on_day = 2000 + int(match["year"]), match["month"], match["day"]
        dates = in_month or re.match(r"に|春|夏|秋|冬|末|初|から|以降|、", line[match.end() :]) is not None
        if base is not None and dates and short <= base + (10 if in_month else 0):
            edtf = "-".join([f"{short}", *(f"{int(part):02d}" for part in (in_month, on_day) if part)])
            found[:] = [one for one in found if one.start >= match.end() or match.start() >= one.end]
            found.append(Day(match.start(), match.end(), edtf))
    if base is not None:
        for match in _EAST_YEAR_ONLY.finditer(line):
            found.append(Day(match.start(), match.end(), f"{base + _AGO[match['ago']]:04d}", True))


def _relative(line: str, found: list[Day], published: date) -> None:
    for match in [*_WEEKDAY.finditer(line), *_CJK_WEEKDAY.finditer(line)]:
        if _COMING.search(line[max(0, match.start() - 14) : match.start()]):
            continue
        wanted = _WEEK[match["day"].lower()]
        back = (published.weekday() - wanted) % 7
        if match["last"] and back == 0:
            back = 7
        found.append(Day(match.start(), match.end(), (published - timedelta(days=back)).isoformat(), True))
    for match in _TODAY.finditer(line):
        found.append(Day(match.start(), match.end(), published.isoformat(), True))
    for match in _YESTERDAY.finditer(line):
        found.append(Day(match.start(), match.end(), (published - timedelta(days=1)).isoformat(), True))
    for pattern, unit, step in _RELATIVE:
        for match in pattern.finditer(line):
            if unit == "year":
                edtf = f"{published.year + step:04d}"
            else:
                month = published.month + step
                edtf = f"{published.year - 1:04d}-12" if month == 0 else f"{published.year:04d}-{month:02d}"
            found.append(Day(match.start(), match.end(), edtf, True))


def same_day(line: str) -> tuple[int, int] | None:
    """Where "the same day" stands, which takes the date told last."""
    match = _SAME_DAY.search(line)
    return None if match is None else match.span()
