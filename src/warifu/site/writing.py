"""How numbers, dates, names and codes are written in a language.

Nothing is rounded away in silence: what is written short carries the whole number beside it (`exact`). What is not
known is a word, never a zero and never an empty cell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any, Final

from markupsafe import Markup, escape

from warifu.site import countries, phrases, words

LANGUAGES: Final = ("en", "ja", "ru")

GROUP: Final[Mapping[str, str]] = {"en": ",", "ja": ",", "ru": "\u00a0"}
POINT: Final[Mapping[str, str]] = {"en": ".", "ja": ".", "ru": ","}

SHORT: Final[Mapping[str, tuple[tuple[Decimal, str], ...]]] = {
    "en": ((Decimal(10**12), "\u00a0tn"), (Decimal(10**9), "\u00a0bn"), (Decimal(10**6), "\u00a0m")),
    "ja": ((Decimal(10**12), "兆"), (Decimal(10**8), "億"), (Decimal(10**4), "万")),
    "ru": ((Decimal(10**12), "\u00a0трлн"), (Decimal(10**9), "\u00a0млрд"), (Decimal(10**6), "\u00a0млн")),
}
"""Units of large numbers: from this many on, written so."""

MONTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "ru": ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
           "декабря"),
}  # fmt: skip
ALONE: Final = ("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
                "декабрь")  # fmt: skip
"""Russian months that stand without a day."""

POINT_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")

UNRULY: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, and letters that turn the direction of text: a document could make a sum or a name read
backwards with them."""

TURNING: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def tame(text: str) -> str:
    """Text as it may be shown: no control characters; what would turn the direction of text shows as a mark."""
    if UNRULY.search(text) is None:
        return text
    return UNRULY.sub(lambda found: "\ufffd" if found.group() in TURNING else "", text)


def grouped(number: Decimal, language: str, places: int | None = None) -> str:
    """A number with its thousands apart; `places` after the point, or as many as it has."""
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
    else:
        number = number.normalize()
    text = f"{abs(number):f}"
    whole, _, rest = text.partition(".")
    marks = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)][::-1]
    sign = "−" if number < 0 else ""
    return sign + GROUP[language].join(marks) + (POINT[language] + rest if rest else "")


def short(number: Decimal, language: str) -> str:
    """A large number in three digits and a unit, such as 4.42 bn; small ones whole."""
    for unit, name in SHORT[language]:
        if abs(number) >= unit:
            scaled = number / unit
            places = 2 if abs(scaled) < 10 else 1 if abs(scaled) < 100 else 0
            return grouped(scaled, language, places) + name
    whole = number == number.to_integral_value()
    return grouped(number, language, None if whole else 2)


def percent(share: Decimal, language: str) -> str:
    """A share as a percentage with one place after the point."""
    return grouped(share * 100, language, 1) + ("\u00a0%" if language == "ru" else "%")


def _point(text: str, language: str) -> str:
    found = POINT_DATE.fullmatch(text)
    if found is None:
        return text
    year, month, day, mark = found.groups()
    if language == "ja":
        said = f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")
    elif month is None:
        said = year
    elif day is None:
        said = f"{ALONE[int(month) - 1] if language == 'ru' else MONTHS['en'][int(month) - 1]} {year}"
    else:
        said = f"{int(day)} {MONTHS[language][int(month) - 1]} {year}"
    if mark:
        said += f" ({words.say('date.' + {'~': 'about', '?': 'unsure', '%': 'both'}[mark], language)})"
    return said


def day(text: str, language: str) -> str:
    """An EDTF date in words, as partial as it is told; empty for an empty one."""
    if "/" in text:
        begin, _, end = text.partition("/")
        ends = [
            words.say("date.open", language) if one in ("", "..") else _point(one, language) for one in (begin, end)
        ]
        return " – ".join(ends)
    return _point(text, language)


@dataclass(frozen=True)
class Writer:
    """Everything a template needs to write values in one language."""

    language: str
    codes: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    """The Japanese and Russian words of the codelists, by list and code."""

    names: phrases.Names = phrases.NO_NAMES
    """The names of the programme's areas in Japanese and Russian."""

    _once: dict[object, Markup] = field(default_factory=dict, compare=False, repr=False)
    """What was written before: the same few hundred words and days stand on every page."""

    def t(self, key: str, **values: object) -> Markup:
        """Words of the interface; values are escaped unless they are markup already."""
        if values:
            text = words.say(key, self.language).format(**{name: escape(value) for name, value in values.items()})
            return Markup(words.counted(text) if self.language == "en" else text)
        found = self._once.get(key)
        if found is None:
            found = self._once[key] = Markup(words.say(key, self.language))
        return found

    @property
    def words(self) -> Mapping[str, object]:
        """Which phrases there are."""
        return words.WORDS

    def knows(self, key: str) -> bool:
        return key in words.WORDS

    def day(self, text: str | None) -> Markup:
        """A date, or the words for its absence."""
        key = ("day", text)
        found = self._once.get(key)
        if found is None:
            found = self._once[key] = self._day(text)
        return found

    def _day(self, text: str | None) -> Markup:
        if not text:
            return self.unknown(self.t("undated"))
        shown = escape(day(text, self.language))
        if MACHINE_DATE.fullmatch(text) is None:
            return Markup(f"<time>{shown}</time>")
        return Markup(f'<time datetime="{text}">{shown}</time>')

    def unknown(self, words_: str) -> Markup:
        """The word for what is not there, set apart from every value."""
        return Markup(f'<span class="unknown">{escape(words_)}</span>')

    def plain_day(self, text: str) -> str:
        return day(text, self.language)

    def number(self, value: Decimal | int, places: int | None = None) -> str:
        return grouped(Decimal(value), self.language, places)

    def short(self, value: Decimal | int) -> str:
        return short(Decimal(value), self.language)

    def percent(self, value: Decimal) -> str:
        return percent(value, self.language)

    def quantity(self, value: Decimal, unit: str) -> str:
        """A value with its unit: a sum of money short, a share as a percentage, anything else with its unit's name."""
        if unit in ("share", "fraction"):
            return self.percent(value)
        if unit in ("percent", "%"):
            return self.number(value, None if value == value.to_integral_value() else 1) + "%"
        if CURRENCY.fullmatch(unit):
            return f"{unit}\u00a0{self.short(value)}"
        places = None if value == value.to_integral_value() else 2 if abs(value) >= 1 else 3
        written = self.number(value, places)
        named = self.unit(SINGLE.get(unit, unit) if value == 1 and self.language == "en" else unit)
        return f"{written}\u00a0{named}" if named else written

    def bare(self, value: Decimal, unit: str) -> str:
        """A value without its unit, as it stands inside a range."""
        if unit in ("share", "fraction"):
            return self.percent(value)
        if CURRENCY.fullmatch(unit):
            return self.short(value)
        return self.number(value, None if value == value.to_integral_value() else 2 if abs(value) >= 1 else 3)

    def exact(self, value: Decimal, unit: str) -> str:
        written = self.number(value)
        return f"{unit}\u00a0{written}" if CURRENCY.fullmatch(unit) else written

    def unit(self, unit: str) -> str:
        if unit in ("deals", "share", "number", "1", "0 to 1", "none", ""):
            return ""
        return unit

    def span(self, low: Decimal | None, high: Decimal | None, unit: str) -> str:
        """A range in words; open ends are said to be open, and no range is an empty text."""
        if low is None and high is None:
            return ""
        if low is None:
            assert high is not None
            return str(self.t("range.to", high=self.bare(high, unit)))
        if high is None:
            return str(self.t("range.from", low=self.bare(low, unit)))
        if low == high:
            return ""
        return f"{self.bare(low, unit)}–{self.bare(high, unit)}"

    def amount(self, row: Any) -> Markup:
        """A sum as told: its bound, its amount and its own currency."""
        money = f"{row.currency}\u00a0{self.short(row.amount)}"
        if row.bound == "range" and row.upper is not None:
            money = f"{row.currency}\u00a0{self.short(row.amount)}–{self.short(row.upper)}"
        key = f"bound.{row.bound}"
        written = self.t(key, money=money) if key in words.WORDS else Markup(escape(money))
        exact = escape(f"{row.currency} {self.number(row.amount)}")
        return Markup(f'<span title="{exact}">{written}</span>')

    def code(self, codelist: str, code: str) -> Markup:
        """A word of a codelist in the language; what has no word in it is marked as English."""
        key = (codelist, code)
        found = self._once.get(key)
        if found is None:
            found = self._once[key] = self._code(codelist, code)
        return found

    def _code(self, codelist: str, code: str) -> Markup:
        if not code:
            return self.unknown(self.t("untold"))
        if self.language == "en":
            return escape(tame(code))
        own = self.codes.get((codelist, code), ("", ""))[0 if self.language == "ja" else 1]
        own = own or words.code(codelist, code, self.language)
        return escape(own) if own else Markup(f'<span lang="en">{escape(tame(code))}</span>')

    def plain_code(self, codelist: str, code: str) -> str:
        """The same without markup, for attributes and pictures."""
        if self.language == "en" or not code:
            return tame(code) or str(self.t("untold"))
        own = self.codes.get((codelist, code), ("", ""))[0 if self.language == "ja" else 1]
        return own or words.code(codelist, code, self.language) or tame(code)

    def answer(self, answer: str) -> Markup:
        """One of the answers that are not zero."""
        return self.unknown(self.code("Answer", answer))

    def country(self, code: str) -> str:
        """A country or side in words; its code where there is no word."""
        key = f"country.{code}"
        if key in words.WORDS:  # third, both, unknown: sides that are no country
            return words.say(key, self.language)
        return countries.named(code, words.PLACE[self.language]) or tame(code)

    def voice(self, voice: str) -> str:
        """A voice in words: the side and what kind of speaker."""
        side, _, kind = voice.partition(" ")
        if f"voice.{kind}" not in words.WORDS:
            return tame(voice)
        return str(self.t("voice", side=self.country(side), kind=words.say(f"voice.{kind}", self.language)))

    def name(self, row: Any) -> Markup:
        """A name in the language of the page, or in English and marked so."""
        own = getattr(row, f"name_{self.language}", "")
        if own:
            return escape(tame(own))
        return self.text(getattr(row, "name_en", "") or getattr(row, "name", ""), "en")

    def plain_name(self, row: Any) -> str:
        """The same without markup, for attributes and pictures."""
        own = getattr(row, f"name_{self.language}", "")
        return tame(own or getattr(row, "name_en", "") or getattr(row, "name", ""))

    def text(self, text: str, language: str = "en") -> Markup:
        """A text of the data in its own language: marked with it where the page's is another.

        What the measures say in English is said in the page's language, sentence by sentence, where that is known.
        """
        shown = tame(text)
        if not shown:
            return Markup("")
        if language == "en" and self.language != "en":
            told = phrases.say(shown, self.language, self.names)
            if told is not None:
                return Markup("" if self.language == "ja" else " ").join(
                    Markup("<bdi>{}</bdi>" if own else '<bdi lang="en">{}</bdi>').format(part) for part, own in told
                )
        if language == self.language or not LANGUAGE.fullmatch(language) or not LETTERS.search(shown):
            return Markup(f"<bdi>{escape(shown)}</bdi>")
        return Markup(f'<bdi lang="{language}">{escape(shown)}</bdi>')

    def plain(self, text: str) -> str:
        """The same without markup, for pictures and attributes; what is not known stays in English."""
        shown = tame(text)
        told = phrases.say(shown, self.language, self.names) if self.language != "en" else None
        return shown if told is None else ("" if self.language == "ja" else " ").join(part for part, _ in told)


SINGLE: Final[Mapping[str, str]] = {
    "acts": "act", "areas": "area", "checks": "check", "days": "day", "marks": "mark", "meetings": "meeting",
    "numbers": "number", "parts": "part", "providers": "provider", "questions": "question", "single deals": "deal",
}  # fmt: skip
"""Units of which there is one."""

LETTERS: Final = re.compile(r"[^\W\d_]{2}")
"""Words, and not a number or a sign: only these are in a language."""

MACHINE_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
CURRENCY: Final = re.compile(r"[A-Z]{3}")
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
