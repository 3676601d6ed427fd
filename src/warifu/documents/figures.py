"""Figures that were probably garbled: where, why, and what they likely said. Nothing is ever repaired.

Inside one text a figure is doubted for its shape (`garbled_figures`); in a text that is spun every figure is doubted
(`doubtful_figures`); between copies of one source figures are doubted where they disagree (`drift`).
A likely reading is offered only where the shape itself points at one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from warifu.documents.caseless import Caseless
from warifu.documents.fingerprint import stem
from warifu.documents.spun import SpunVerdict, judge

__all__ = ["Figure", "GarbledFigure", "doubtful_figures", "figures", "garbled_figures", "sentences"]


@dataclass(frozen=True, slots=True)
class GarbledFigure:
    """A figure that should not be believed as it stands.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        words: The text between the two.
        rule: Name of the rule that doubts it.
        reason: Why, in words for a reader.
        likely: What it probably said; None where the text alone cannot tell.
    """

    start: int
    end: int
    words: str
    rule: str
    reason: str
    likely: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands in a text.

    Attributes:
        start: Offset of its first character, currency sign included.
        end: Offset after its unit.
        words: The text between the two.
        digits: Its significant digits alone: 2.6 and 260 both give 26.
        value: Its number with its scale word worked in.
        scale: Its scale word (``million``), or the empty string.
        measure: Its percent sign, currency or the noun it counts, or the empty string.
    """

    start: int
    end: int
    words: str
    digits: str
    value: Decimal
    scale: str
    measure: str


# -- the tables -------------------------------------------------------------------------------------------------------

_SPANISH: Final = {
    "cero": 0,
    "uno": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
}
_ENGLISH: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SCALES: Final = {
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
    "mln": Decimal(10) ** 6,
    "bn": Decimal(10) ** 9,
    "trn": Decimal(10) ** 12,
    "m": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
}
_SPELL: Final = "|".join(sorted(_ENGLISH, key=lambda word: (-len(word), word)))
_FOREIGN: Final = "|".join(sorted(_SPANISH, key=lambda word: (-len(word), word)))
_UNIT: Final = r"(?:thousand|million|billion|trillion|mil|mln|bn)"
_MONEY: Final = r"(?:USD|US dollars?|dollars?|EUR|euros?|JPY|yen|RUB|rubles?|roubles?|pounds?|yuan|CNY|GBP)"

_FOREIGN_POINT: Final = Caseless(
    rf"\b(?P<whole>{_FOREIGN}|\d+)(?P<point>[.,])(?P<part>{_FOREIGN}|{_SPELL}|\d+)\b"
    rf"(?: (?P<unit>{_UNIT})\b)?(?: ?(?P<money>{_MONEY})\b)?",
)
_FOREIGN_UNIT: Final = Caseless(
    rf"\b(?P<whole>{_FOREIGN})"
    rf"(?: (?P<unit>million|billion|trillion|thousand|hundred|percent|per cent)\b|(?P<percent>%))",
)
_SPELLED_GROUP: Final = Caseless(
    rf"(?P<sign>[$€£¥]?)\b(?P<spelled>(?:{_SPELL})(?:[- ](?:{_SPELL}))?),(?P<rest>\d{{3,}})\b"
)
_DIGITS_SPELLED: Final = Caseless(rf"\b(?P<digits>\d{{1,3}}),(?P<rest>(?:{_SPELL})\b(?:[- ](?:hundred|thousand))?)")
_SPELLED_PERCENT: Final = Caseless(rf"\b(?P<spelled>(?:{_SPELL})(?:-(?:{_SPELL}))?)%")
_LOST_CURRENCY: Final = Caseless(
    rf"(?<![\w/=&?.:])\?(?P<figure>\d[\d,.]*\d|\d)(?P<unit>[ -]?(?:{_UNIT}|bn|m|k)\b| per | a (?:month|year|week))",
)
_DOUBLED_NOUN: Final = Caseless(
    rf"(?P<figure>[$€£¥][\d.,]*\d[ -]?{_UNIT}?|\b\d[\d.,]*[ -]{_UNIT}(?: {_MONEY})?) (?P<noun>[a-z]{{5,}}) (?P=noun)\b",
)
_BAD_GROUP: Final = re.compile(
    r"(?<![\d.,/:;(\[A-Za-z-])(?P<sign>[$€£¥]?)(?P<head>[1-9]\d{0,2}),(?P<tail>\d{4,6})(?![\d.,/:-])"
)
_DOUBLE_NUMBER: Final = Caseless(
    rf"\b(?P<digit>\d{{1,2}}) (?P<spelled>{_SPELL}) (?P<rest>(?:to|or|and) (?:{_SPELL}|\d+)) "
)
_DOUBLED_UNIT: Final = Caseless(rf"\b(?P<number>\d[\d.,]*) (?P<unit>{_UNIT}|percent|per cent) (?P=unit)\b")
_STEP_ONE: Final = Caseless(r"\bstep (?:one|1)(?P<rest>[.,]\d[\d,.]*\d|[.,]\d)(?P<unit> (?:thousand|million|billion))?")
_HOPE: Final = Caseless(
    r"\b(?:hoped|wished|wanted|expected|originally|aimed|sought|planned|promised|pledged|target(?:ed)?)\b",
)
_ONLY: Final = Caseless(r"\b(?:merely|only|just|no more than|as little as)\b")
_FIGURE: Final = Caseless(
    rf"(?P<sign>[$€£¥?](?=\d))?(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?|\d+,\d{{1,2}}(?!\d))"
    rf"(?:[ -]?(?P<unit>thousand|million|billion|trillion|mln|bn)\b)?"
    rf"(?P<percent> ?%| percent\b| per cent\b)?(?: ?(?P<money>{_MONEY})\b)?",
)
_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?\n]?")


def garbled_figures(text: str) -> list[GarbledFigure]:
    """Figures whose own shape shows that they were garbled, in order of place; each place once.

    Decimal commas (“10,9 billion”) and Indian grouping (“1,00,000”) are honest and pass.
    """
    found = [
        *_foreign(text),
        *_spelled(text),
        *_lost_currency(text),
        *_doubled(text),
        *_misgrouped(text),
        *_hope_below_outcome(text),
    ]
    found.sort(key=lambda one: (one.start, -one.end, one.rule))
    kept: list[GarbledFigure] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def doubtful_figures(text: str, verdict: SpunVerdict | None = None) -> list[GarbledFigure]:
    """Figures of `text` that may support nothing: the garbled ones, and every figure if the text is spun.

    A wrong unit that reads well cannot be told from one text, so a spun text has no figure that can be used.
    `verdict` is what `spun.judge` says of the text, where that is known already.
    """
    garbled = garbled_figures(text)
    verdict = judge(text) if verdict is None else verdict
    if verdict.verdict != "spun":
        return garbled
    taken = [(one.start, one.end) for one in garbled]
    rest = [
        GarbledFigure(
            one.start,
            one.end,
            one.words,
            "spun-text",
            "the text is machine-spun, and spinners change figures without a trace",
            None,
        )
        for one in figures(text)
        if not any(start < one.end and one.start < end for start, end in taken)
    ]
    return sorted([*garbled, *rest], key=lambda one: (one.start, one.end))


def figures(text: str) -> list[Figure]:
    """The figures of `text` that tell an amount: with a unit, currency, percent sign or counted noun. No years."""
    return list(_figures(text))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text starts and ends."""
    for match in _SENTENCE.finditer(text):
        yield match.span()


# -- one rule each ----------------------------------------------------------------------------------------------------


def _foreign(text: str) -> Iterator[GarbledFigure]:
    for match in _FOREIGN_POINT.finditer(text):
        whole, part, unit = match["whole"].lower(), match["part"].lower(), (match["unit"] or "").lower()
        if whole.isdigit() and part.isdigit():
            continue
        if whole.isdigit() and part not in _SPANISH:
            continue  # "1,one" is read by the rules for spelled figures
        digits = (
            f"{_number(whole)}.{_number(part)}"
            if match["point"] == "." or unit
            else f"{_number(whole)},{_number(part)}"
        )
        scale = "billion" if unit == "mil" else unit
        likely = " ".join(filter(None, (digits, scale, match["money"])))
        reason = "Spanish number words stand where digits stood"
        if unit == "mil":
            reason += "; “mil” is what “billion” (mil millones) turns into, as “2.6 thousand” is not written so"
        yield _garbled(match, "foreign-digit", reason, likely)
    for match in _FOREIGN_UNIT.finditer(text):
        unit = match["unit"] or "%"
        likely = f"{_number(match['whole'].lower())}{'' if unit == '%' else ' '}{unit}"
        if not re.search(rf"\b{match['whole']} (?:de|y|en|la|el|los|las)\b", text):
            yield _garbled(match, "foreign-digit", "a Spanish number word stands before an English unit", likely)
    for match in _STEP_ONE.finditer(text):
        yield _garbled(
            match, "foreign-digit", "“1” was turned into “step one”", f"1{match['rest']}{match['unit'] or ''}"
        )


def _spelled(text: str) -> Iterator[GarbledFigure]:
    for match in _SPELLED_GROUP.finditer(text):
        if len(match["rest"]) == 4 and match["rest"][:2] in ("19", "20"):
            continue  # "in chapter four,1998" is a missing space
        number = _number(match["spelled"].lower().replace(" ", "-"))
        rest = match["rest"]
        likely = f"{match['sign']}{number},{rest if len(rest) == 3 and rest != '100' else '000'}"
        yield _garbled(
            match,
            "spelled-group",
            "the first group of digits is spelled out; “000” often became “100” or “100000”",
            likely,
        )
    for match in _DIGITS_SPELLED.finditer(text):
        if match["rest"].lower().endswith(("hundred", "thousand")):
            yield _garbled(match, "spelled-group", "the last group of digits is spelled out", None)
    for match in _SPELLED_PERCENT.finditer(text):
        yield _garbled(
            match,
            "spelled-percent",
            "a number is spelled out before a percent sign",
            f"{_number(match['spelled'].lower())}%",
        )
    for match in _DOUBLE_NUMBER.finditer(text):
        if _ENGLISH[match["spelled"].lower()] == int(match["digit"]):
            likely = f"{match['digit']} {match['rest']}"
            yield GarbledFigure(
                match.start(),
                match.end() - 1,
                match.group(0).rstrip(),
                "number-twice",
                "one number stands twice, as digit and as word",
                likely,
            )


def _lost_currency(text: str) -> Iterator[GarbledFigure]:
    for match in _LOST_CURRENCY.finditer(text):
        yield _garbled(
            match,
            "lost-currency",
            "a question mark stands where a currency sign was; the currency and its scale are unsure",
            None,
        )


def _doubled(text: str) -> Iterator[GarbledFigure]:
    for match in _DOUBLED_NOUN.finditer(text):
        reason = (
            f"“{match['noun']}” stands twice after the sum: a word beside the figure was swapped, so its unit is unsure"
        )
        yield _garbled(match, "doubled-noun", reason, None)
    for match in _DOUBLED_UNIT.finditer(text):
        yield _garbled(match, "doubled-unit", "the unit stands twice", f"{match['number']} {match['unit']}")


def _misgrouped(text: str) -> Iterator[GarbledFigure]:
    for match in _BAD_GROUP.finditer(text):
        head, tail = match["head"], match["tail"]
        if tail.endswith("100000") and len(tail) == 6:
            likely: str | None = f"{match['sign']}{head},000"
        elif len(tail) == 4 and not _is_year(tail):
            likely = f"{match['sign']}{int(head + tail):,}"
        elif len(tail) == 6 and head != "0":
            likely = f"{match['sign']}{head},{tail[:3]},{tail[3:]}"
        else:
            continue
        yield _garbled(match, "misgrouped", "the digits after the comma are not in groups of three", likely)


def _hope_below_outcome(text: str) -> Iterator[GarbledFigure]:
    """“Hoped for 9 million, came merely 2.6 billion”: what merely came cannot be far above what was hoped for."""
    for sentence in _SENTENCE.finditer(text):
        only, hope = _ONLY.search(sentence.group(0)), _HOPE.search(sentence.group(0))
        if only is None or hope is None or hope.start() > only.start():
            continue
        at = sentence.start()
        hoped = [one for one in _figures(sentence.group(0)) if hope.end() <= one.start < only.start() and one.scale]
        came = _outcome(text, at + only.end(), sentence.end())
        if not hoped or came is None:
            continue
        value, scale = came
        first = hoped[0]
        if value >= 20 * first.value and first.scale.lower() in ("thousand", "million", "mln") and scale:
            likely = re.sub(first.scale, scale, first.words)
            yield GarbledFigure(
                at + first.start,
                at + first.end,
                first.words,
                "hope-below-outcome",
                "what “merely” came, as it probably read, is far above what was hoped for, so the unit is unsure",
                likely,
            )


def _outcome(text: str, start: int, end: int) -> tuple[Decimal, str] | None:
    garbled = next((one for one in _foreign(text) if start <= one.start < end and one.likely is not None), None)
    plain = next((one for one in _figures(text[start:end])), None)
    if garbled is not None and garbled.likely is not None:
        plain = next(_figures(garbled.likely), None)
    return (plain.value, plain.scale) if plain is not None and plain.scale else None


# -- figures ----------------------------------------------------------------------------------------------------------


def _garbled(match: re.Match[str], rule: str, reason: str, likely: str | None) -> GarbledFigure:
    return GarbledFigure(match.start(), match.end(), match.group(0), rule, reason, likely)


def _number(word: str) -> str:
    if word.isdigit():
        return word
    if word in _SPANISH:
        return str(_SPANISH[word])
    parts = [_ENGLISH[part] for part in word.split("-")]
    return str(sum(parts))


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("18", "19", "20")


def _figures(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before and (
            before.isalnum() or (before in ".,-/:#" and text[match.start() - 2 : match.start() - 1].isalnum())
        ):
            continue
        number, unit = match["number"], (match["unit"] or "").lower()
        plain = re.sub(r",(?=\d{3}(?:\D|$))", "", number).replace(",", ".")
        try:
            value = Decimal(plain)
        except InvalidOperation:
            continue
        measure = "%" if match["percent"] else (match["money"] or match["sign"] or "").lower()
        if not unit and not measure:
            if _is_year(plain):
                continue
            noun = re.match(r"[ -]([a-z]{3,})", text[match.end() : match.end() + 24])
            if noun is None:
                continue
            measure = stem(noun[1])
        digits = plain.replace(".", "").strip("0") or "0"
        yield Figure(
            match.start(), match.end(), match.group(0), digits, value * _SCALES.get(unit, Decimal(1)), unit, measure
        )
