"""The days a document says of itself: published, modified, stated. Partial stays partial; absent is None.

What the page states in its markup comes first, then a line that is nothing but a date (or a date after a word such
as "Published"). A year is never taken from an address, a copyright line or a general-purpose guesser: those turn
2016年12月16日 into 2016-01-01 without a word. Dates that could be read two ways (03/04/2017) are left out.
"""

from __future__ import annotations

import calendar
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from lxml.html import HtmlElement

from warifu.documents.caseless import Caseless, Pattern

ERAS: Final = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民国": 1911, "民國": 1911}
"""The year before the first of each era."""

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь январе янв", "february feb февраля февраль феврале фев",
            "march mar марта март марте мар", "april apr апреля апрель апреле апр", "may мая май мае",
            "june jun июня июнь июне июн", "july jul июля июль июле июл", "august aug августа август августе авг",
            "september sep sept сентября сентябрь сентябре сен сент", "october oct октября октябрь октябре окт",
            "november nov ноября ноябрь ноябре ноя нояб", "december dec декабря декабрь декабре дек",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_LATIN = "|".join(sorted((name for name in MONTHS if name.isascii()), key=len, reverse=True))
_CYRILLIC = "|".join(sorted((name for name in MONTHS if not name.isascii()), key=len, reverse=True))
_KANJI: Final = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1}

_YEAR = r"(?:1[89]|20)\d\d"


class Found(NamedTuple):
    """A date in a line: characters `start:end`, and the date as EDTF."""

    start: int
    end: int
    edtf: str


class PageDates(NamedTuple):
    published: str | None = None
    modified: str | None = None
    stated: str | None = None


def _edtf(year: int, month: int | None, day: int | None) -> str | None:
    if not 1800 <= year <= 2100 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _number(word: str | None) -> int | None:
    """A number in Arabic or Chinese digits: 28, 二十八, 二〇一六, 元."""
    if word is None:
        return None
    word = unicodedata.normalize("NFKC", word)
    if word.isascii() and word.isdigit():
        return int(word)
    if "十" in word:
        tens, _, ones = word.partition("十")
        return (_KANJI.get(tens, 1) if tens else 1) * 10 + (_KANJI.get(ones, 0) if ones else 0)
    return int("".join(str(_KANJI.get(char, 0)) for char in word)) if word else None


def _east_asian(found: re.Match[str]) -> str | None:
    year = _number(found["year"])
    if year is None:
        return None
    if found["era"] is not None:
        year += ERAS[found["era"]]
    return _edtf(year, _number(found["month"]), _number(found["day"]))


def _worded(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    month = MONTHS[parts["month"].lower().rstrip(".")]
    return _edtf(int(parts["year"]), month, int(parts["day"]) if parts.get("day") else None)


def _numbered(found: re.Match[str]) -> str | None:
    return _edtf(int(found["year"]), int(found["month"]), int(found["day"]))


def _slashed(found: re.Match[str]) -> str | None:
    first, second = int(found["first"]), int(found["second"])
    if first > 12 >= second:
        return _edtf(int(found["year"]), second, first)
    if second > 12 >= first:
        return _edtf(int(found["year"]), first, second)
    return _edtf(int(found["year"]), first, second) if first == second else None


_Y = rf"(?P<year>{_YEAR})"
_DAY = r"(?P<day>\d{1,2})"
_DIGITS = r"[0-9０-９〇零一二三四五六七八九十]"
RULES: Final[tuple[tuple[Pattern, Callable[[re.Match[str]], str | None]], ...]] = (
    (
        re.compile(
            rf"(?P<era>{'|'.join(ERAS)})?\s?(?P<year>(?<![0-9０-９])(?:元|{_DIGITS}{{1,4}}))\s?[年년]"
            rf"(?:\s?(?P<month>{_DIGITS}{{1,3}})\s?[月월](?:\s?(?P<day>{_DIGITS}{{1,3}})\s?[日일号號])?)?"
        ),
        _east_asian,
    ),
    (Caseless(rf"\b{_DAY}\s+(?P<month>{_CYRILLIC})\.?,?\s+{_Y}(?:\s*(?:года|г\.?))?"), _worded),
    (Caseless(rf"\b(?P<month>{_CYRILLIC})\.?\s+{_Y}(?:\s*(?:года|г\.?))?"), _worded),
    (Caseless(rf"\b{_DAY}(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_LATIN})\.?,?\s+{_Y}\b"), _worded),
    (Caseless(rf"\b(?P<month>{_LATIN})\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_Y}\b"), _worded),
    (Caseless(rf"\b(?P<month>{_LATIN})\.?,?\s+{_Y}\b"), _worded),
    (re.compile(rf"(?<!\d){_Y}(?P<mark>[-./])(?P<month>\d{{1,2}})(?P=mark){_DAY}(?!\d)"), _numbered),
    (re.compile(rf"(?<!\d){_DAY}\.(?P<month>\d{{1,2}})\.{_Y}(?!\d)"), _numbered),
    (re.compile(rf"(?<!\d)(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_Y}(?!\d)"), _slashed),
)  # fmt: skip


def dates_in(line: str) -> list[Found]:
    """All dates of a line, from left to right; where two rules reach the same words, the fuller reading stands.

    >>> dates_in("平成28年12月16日")[0].edtf, dates_in("в декабре 2016 года")[0].edtf
    ('2016-12-16', '2016-12')
    """
    found: list[Found] = []
    for rule, read in RULES:
        for match in rule.finditer(line):
            edtf = read(match)
            if edtf is not None and (len(edtf) > 4 or match.groupdict().get("era") or _four_digits(match)):
                found.append(Found(match.start(), match.end(), edtf))
    found.sort(key=lambda one: (one.start, one.start - one.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _four_digits(match: re.Match[str]) -> bool:
    return len(unicodedata.normalize("NFKC", match["year"])) == 4


_PUBLISHED = Caseless(
    r"(?:date|published|posted|issued|release[ds]?(?: date)?|publication date|опубликовано"
    r"|дата(?: публикации)?|размещено|公開日|掲載日|公表日|発表日|発行日|投稿日|配信|作成日"
    r"|发布时间|发布日期|發布日期|日期|时间|등록일|작성일|입력)\s*[:：]?\s*",
)  # fmt: skip
_MODIFIED = Caseless(
    r"(?:(?:last )?(?:updated|modified|revised)(?: on)?|обновлено|изменено"
    r"|最終更新日?|更新日|更新|修正日|修改时间|수정일?)\s*[:：]?\s*"
)  # fmt: skip
_AROUND = Caseless(
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|понедельник|вторник|среда|"
    r"четверг|пятница|суббота|воскресенье|[月火水木金土日]曜日?|[(（][月火水木金土日一二三四五六][)）]|星期[一二三四五六日]|\d{1,2}[:：]\d\d(?:[:：]\d\d)?|"
    r"(?:a\.?m|p\.?m)\.?|[A-Z]{2,4}\b|мск|午前|午後|[\s,.|·•/()（）\[\]【】—–-])+",
)  # fmt: skip

HEAD_LINES: Final = 60
"""A date line further down belongs to something else on the page."""


def _alone(line: str) -> tuple[str | None, str | None] | None:
    """What kind of date line this is, and its date; None when the line says more than a date."""
    if len(line) > 90:
        return None
    dates = dates_in(line)
    if not dates:
        return None
    before, after = line[: dates[0].start].strip(), line[dates[0].end :].strip()
    if len(dates) > 1 or (after and _AROUND.fullmatch(after) is None):
        return None
    if _MODIFIED.fullmatch(before + " ") or _MODIFIED.fullmatch(before):
        return "modified", dates[0].edtf
    if _PUBLISHED.fullmatch(before + " ") or _PUBLISHED.fullmatch(before):
        return "published", dates[0].edtf
    if before and _AROUND.fullmatch(before) is None:
        return None
    return "stated", dates[0].edtf


def line_dates(lines: Sequence[str]) -> PageDates:
    """What the date lines near the head of a text say; a year alone is no date line."""
    said: dict[str, str] = {}
    for line in lines[:HEAD_LINES]:
        alone = _alone(line)
        if alone is not None and alone[0] is not None and alone[1] is not None and len(alone[1]) > 4:
            said.setdefault(alone[0], alone[1])
    return PageDates(said.get("published"), said.get("modified"), said.get("stated"))


_PUBLISHED_KEYS: Final = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued",
    "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "og:published_time", "og:article:published_time",
)  # fmt: skip
_MODIFIED_KEYS: Final = (
    "article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "dc.date.modified",
    "last-modified", "lastmod",
)  # fmt: skip


def iso(words: str | None) -> str | None:
    """The day of an ISO 8601, RFC 822 or numeric date; as partial as it is.

    >>> iso("2016-12-16T10:00:00+09:00"), iso("Fri, 16 Dec 2016 10:00:00 GMT"), iso("2016-12"), iso("soon")
    ('2016-12-16', '2016-12-16', '2016-12', None)
    """
    if words is None:
        return None
    words = words.strip()
    match = re.match(rf"({_YEAR})(?:-?(\d\d)(?:-?(\d\d))?)?(?=$|[T\s])", words)
    if match:
        year, month, day = (int(part) if part else None for part in match.groups())
        return None if year is None else _edtf(year, month, day)
    found = dates_in(words)
    return found[0].edtf if len(found) == 1 else None


def page_dates(tree: HtmlElement, lines: Sequence[str], address: str | None = None) -> PageDates:
    """The dates of a page.

    Args:
        tree: The parsed page.
        lines: Its visible lines from the top, furniture too: date lines often stand beside the article.
        address: Not read for dates (an address proves nothing); kept for rules that need a host.
    """
    marked = _marked(tree)
    seen = line_dates(lines)
    return PageDates(
        published=marked.published or seen.published or seen.stated,
        modified=marked.modified or seen.modified,
        stated=seen.stated or seen.published,
    )


def _marked(tree: HtmlElement) -> PageDates:
    published: list[str | None] = []
    modified: list[str | None] = []
    for data in _json_ld(tree):
        published.append(iso(_string(data.get("datePublished"))))
        modified.append(iso(_string(data.get("dateModified"))))
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        if name is not None and (content := meta.get("content")) is not None:
            metas.setdefault(name.lower(), content)
    published += [iso(metas.get(key)) for key in _PUBLISHED_KEYS]
    modified += [iso(metas.get(key)) for key in _MODIFIED_KEYS]
    for time in tree.iter("time", "span", "p", "div"):
        prop = (time.get("itemprop") or "").lower()
        if prop in {"datepublished", "datemodified"} or (time.tag == "time" and time.get("pubdate") is not None):
            day = iso(time.get("datetime") or time.get("content") or time.text_content())
            (modified if prop == "datemodified" else published).append(day)
    return PageDates(_first(published), _first(modified))


def _first(days: list[str | None]) -> str | None:
    return next((day for day in days if day is not None), None)


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json" and script.text:
            try:
                data = json.loads(script.text)
            except (ValueError, RecursionError):
                continue
            yield from _articles(data, 0)


def _articles(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data:
            yield from _articles(item, depth + 1)
    elif isinstance(data, dict):
        if "datePublished" in data or "dateModified" in data:
            yield data
        for key in ("@graph", "mainEntity"):
            if key in data:
                yield from _articles(data[key], depth + 1)
