"""Translations: the same facts in the same order, told in another language.

What a translation keeps can be read in any script: sums, dates, acronyms, and names that a table or a transliteration
links. A translation is claimed only on strong evidence, because independent reports of one event share facts too,
though seldom most of them and seldom in the same order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from itertools import combinations
from typing import Final

__all__ = ["agreement", "facts", "joined", "shared_facts", "tongue"]

Facts = tuple[tuple[str, str], ...]
"""Facts in order, as `facts` gives them."""

SHARE: Final = 0.55
"""Least weighted share of facts in common. Fixed before the evaluation was first run."""
ORDER: Final = 0.7
"""Least share of the common facts that stand in the same order."""
STRONG: Final = 3
"""Least number of common sums, longer figures and full dates; names alone prove nothing."""
WEIGHT: Final = 10.0
"""Least weight of the common facts together."""
HELD_BY: Final = 40
_WEIGHTS: Final = {"sum": 3.0, "date": 2.0, "figure": 2.0, "acronym": 2.0, "spelt": 1.5, "name": 1.0, "year": 0.5}
_STRONG_KINDS: Final = frozenset({"sum", "date", "figure"})

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь",
            "february feb февраля февраль",
            "march mar марта март",
            "april apr апреля апрель",
            "may мая май",
            "june jun июня июнь",
            "july jul июля июль",
            "august aug августа август",
            "september sep sept сентября сентябрь",
            "october oct октября октябрь",
            "november nov ноября ноябрь",
            "december dec декабря декабрь",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH: Final = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_SCALES: Final = (
    (re.compile(r"\s?(?:trillion|трлн|триллион\w*|兆|万亿)", re.IGNORECASE), Decimal(10) ** 12),
    (re.compile(r"\s?(?:billion|bn\b|млрд|миллиард\w*|十亿)", re.IGNORECASE), Decimal(10) ** 9),
    (re.compile(r"\s?(?:million|mln\b|млн|миллион\w*|百万)", re.IGNORECASE), Decimal(10) ** 6),
    (re.compile(r"\s?(?:[億亿])"), Decimal(10) ** 8),
    (re.compile(r"\s?(?:[万萬])"), Decimal(10) ** 4),
    (re.compile(r"\s?(?:thousand|тыс\b|тысяч\w*|千)", re.IGNORECASE), Decimal(10) ** 3),
)
_DATE: Final = re.compile(
    rf"(?P<cy>\d{{4}})年(?P<cm>\d{{1,2}})月(?P<cd>\d{{1,2}})日|(?P<jm>\d{{1,2}})月(?P<jd>\d{{1,2}})日|"
    rf"(?P<iy>\d{{4}})-(?P<im>\d{{2}})-(?P<id>\d{{2}})|"
    rf"\b(?P<um>{_MONTH})\.? (?P<ud>\d{{1,2}})\b(?:st|nd|rd|th)?(?!\d)|"
    rf"\b(?P<bd>\d{{1,2}})(?:st|nd|rd|th)? (?P<bm>{_MONTH})\b",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"(?<![\w.,-])\d+(?:[ ,  ]\d{3})+(?!\d)(?:\.\d+)?|\d+[.,]\d+|\d+")
_ACRONYM: Final = re.compile(r"(?<![A-Za-z])[A-Z]{2,6}(?![A-Za-z])")
_LATIN_NAME: Final = re.compile(r"\b[A-Z][a-zéüöäñ]{3,}\b")
_CYRILLIC_NAME: Final = re.compile(r"\b[А-ЯЁ][а-яё]{3,}\b")
_KATAKANA: Final = re.compile(r"[ァ-ヺー]{3,}")
_KANA: Final = re.compile(r"[぀-ヿ]")
_HAN: Final = re.compile(r"[一-鿿]")
_CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)

_CYRILLIC_SOUNDS: Final = {
    "б": "b",
    "в": "v",
    "г": "g",
    "д": "d",
    "ж": "z",
    "з": "z",
    "к": "k",
    "л": "r",
    "м": "m",
    "н": "n",
    "п": "b",
    "р": "r",
    "с": "s",
    "т": "d",
    "ф": "v",
    "х": "h",
    "ц": "s",
    "ч": "s",
    "ш": "s",
    "щ": "s",
}
_KANA_SOUNDS: Final = {
    **dict.fromkeys("カキクケコ", "k"),
    **dict.fromkeys("ガギグゲゴ", "g"),
    **dict.fromkeys("サシスセソ", "s"),
    **dict.fromkeys("ザジズゼゾヂヅ", "z"),
    **dict.fromkeys("タテト", "d"),
    **dict.fromkeys("チツ", "s"),
    **dict.fromkeys("ダデド", "d"),
    **dict.fromkeys("ナニヌネノン", "n"),
    **dict.fromkeys("ハヒヘホ", "h"),
    **dict.fromkeys("フヴ", "v"),
    **dict.fromkeys("バビブベボパピプペポ", "b"),
    **dict.fromkeys("マミムメモ", "m"),
    **dict.fromkeys("ラリルレロ", "r"),
}
_LATIN_SOUNDS: Final = {
    "b": "b",
    "p": "b",
    "v": "v",
    "f": "v",
    "g": "g",
    "j": "z",
    "z": "z",
    "k": "k",
    "c": "k",
    "q": "k",
    "x": "ks",
    "l": "r",
    "r": "r",
    "m": "m",
    "n": "n",
    "d": "d",
    "t": "d",
    "s": "s",
    "h": "h",
}
_SOUNDS: Final = {**_CYRILLIC_SOUNDS, **_KANA_SOUNDS, **_LATIN_SOUNDS}


def tongue(text: str, language: str | None) -> str:
    """The language a text is written in: as told, else by its script (``ja``, ``zh``, ``ru``; all else passes for
    ``en``)."""
    if language is not None:
        return language.split("-")[0].lower()
    size = max(len(text), 1)
    if len(_KANA.findall(text)) > 0.05 * size:
        return "ja"
    if len(_HAN.findall(text)) > 0.2 * size:
        return "zh"
    return "ru" if len(_CYRILLIC.findall(text)) > 0.3 * size else "en"


def facts(text: str) -> Facts:
    """The facts of a text that survive translation, in order, each once: pairs of kind and value.

    Kinds: ``sum`` (a figure with a word of scale, in full), ``figure`` (two digits or more), ``date`` (month and day),
    ``year``, ``acronym``, ``name`` (in the table of names), ``spelt`` (another name, by its consonants).
    """
    found = sorted({*_dates_and_figures(text), *_acronyms(text), *_named(text), *_spelt(text)})
    seen: dict[tuple[str, str], None] = {}
    for _, kind, value in found:
        seen.setdefault((kind, value))
    return tuple(seen)


def agreement(mine: Facts, theirs: Facts) -> float:
    """How far two texts tell the same facts in the same order, 0 to 1; 0 where the evidence is too thin to say."""
    shared = set(mine) & set(theirs)
    weight = sum(_WEIGHTS[kind] for kind, _ in shared)
    if weight < WEIGHT or sum(kind in _STRONG_KINDS for kind, _ in shared) < STRONG:
        return 0.0
    # A name that only one script spells is no disagreement: an unmatched spelling does not count against a pair.
    counted = [
        sum(_WEIGHTS[kind] for kind, value in side if kind != "spelt" or (kind, value) in shared)
        for side in (mine, theirs)
    ]
    share = weight / (sum(counted) - weight)
    order = _in_order([fact for fact in mine if fact in shared], [fact for fact in theirs if fact in shared])
    return share * order if share >= SHARE and order >= ORDER else 0.0


def shared_facts(mine: Facts, theirs: Facts) -> list[str]:
    """The facts two texts have in common, in the order of the first, for a reader; no names by their consonants."""
    there = set(theirs)
    return [_told(kind, value) for kind, value in mine if (kind, value) in there and kind != "spelt"]


def _told(kind: str, value: str) -> str:
    if kind == "sum":
        return f"{Decimal(value):,f}"
    if kind == "date":
        month, day = value.split("-")
        return f"{day} {_MONTH_NAMES[int(month) - 1]}"
    return value


def joined(clusters: Sequence[Sequence[str]], tongues: Mapping[str, str], told: Mapping[str, Facts]) -> list[list[str]]:
    """Join groups that are translations of each other, the best agreement first.

    A group takes in at most one group of each other language: two independent reports never meet through a translation.

    Args:
        clusters: Groups of ids in which each text stands beside its same-language relatives.
        tongues: The language of each document.
        told: The facts of each.

    Returns:
        Groups as sorted lists of ids, sorted.
    """
    if len(set(tongues.values())) < 2:
        return sorted(sorted(names) for names in clusters)
    home = {name: at for at, names in enumerate(clusters) for name in names}
    languages = {at: {tongues[name] for name in names} for at, names in enumerate(clusters)}
    links: dict[tuple[int, int], float] = {}
    for a, b in _candidates(tongues, told):
        pair = (min(home[a], home[b]), max(home[a], home[b]))
        if pair[0] != pair[1] and (value := agreement(told[a], told[b])) > 0:
            links[pair] = max(links.get(pair, 0.0), value)
    target = {at: at for at in languages}
    members = {at: list(names) for at, names in enumerate(clusters)}

    def now(at: int) -> int:
        while target[at] != at:
            at = target[at]
        return at

    for (one, other), _ in sorted(links.items(), key=lambda item: (-item[1], item[0])):
        low, high = sorted((now(one), now(other)))
        if low == high or languages[low] & languages[high]:
            continue
        languages[low] |= languages.pop(high)
        members[low] += members.pop(high)
        target[high] = low
    return sorted(sorted(names) for names in members.values())


def _candidates(tongues: Mapping[str, str], told: Mapping[str, Facts]) -> list[tuple[str, str]]:
    """Pairs of documents in two languages that share two strong facts that few others hold."""
    index: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(told):
        for fact in told[name]:
            if fact[0] in _STRONG_KINDS:
                index[fact].append(name)
    shared: defaultdict[tuple[str, str], int] = defaultdict(int)
    for holders in index.values():
        if len(holders) <= HELD_BY:
            for a, b in combinations(holders, 2):
                if tongues[a] != tongues[b]:
                    shared[a, b] += 1
    return sorted(pair for pair, count in shared.items() if count >= 2)


def _dates_and_figures(text: str) -> Iterator[tuple[int, str, str]]:
    taken: list[tuple[int, int]] = []
    for match in _DATE.finditer(text):
        group = match.groupdict()
        month = next((group[key] for key in ("cm", "jm", "im", "um", "bm") if group[key]), "")
        day = next((group[key] for key in ("cd", "jd", "id", "ud", "bd") if group[key]), "")
        number = _MONTHS.get(month.lower()) or int(month)
        taken.append(match.span())
        yield match.start(), "date", f"{number}-{int(day)}"
        if year := group["cy"] or group["iy"]:
            yield match.start(), "year", year
    dates = iter(taken)
    date = next(dates, None)
    for match in _FIGURE.finditer(text):
        while date is not None and date[1] <= match.start():
            date = next(dates, None)
        if date is not None and date[0] <= match.start():
            continue
        kind, value = _figure(text, match)
        if kind:
            yield match.start(), kind, value


def _figure(text: str, match: re.Match[str]) -> tuple[str, str]:
    plain = re.sub(r"[ ,  ](?=\d{3}(?:\D|$))", "", match.group(0)).replace(",", ".")
    number = Decimal(plain)
    tail = text[match.end() : match.end() + 14]
    scaled = False
    for pattern, factor in _SCALES:
        if scale := pattern.match(tail):
            number *= factor
            scaled = True
            rest = re.match(r"(\d+)([万億亿])?", tail[scale.end() :])
            if rest is not None and scale.group(0).strip() in "兆億亿万":
                number += int(rest[1]) * {"億": 10**8, "亿": 10**8, "万": 10**4, None: 1}[rest[2]]
            break
    if text[max(match.start() - 2, 0) : match.start()][-1:] in ("億", "亿", "兆", "万") and not scaled:
        return "", ""  # the tail of a figure already read
    shown = format(number.normalize(), "f")
    if scaled or number >= 10_000:
        return "sum", shown
    if len(plain) == 4 and plain.isdigit() and plain[:2] in ("18", "19", "20"):
        return "year", plain
    return ("figure", shown) if len(plain) >= 2 else ("", "")


def _acronyms(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _ACRONYM.finditer(text):
        if match.group(0) not in _names():
            yield match.start(), "acronym", match.group(0)


def _named(text: str) -> Iterator[tuple[int, str, str]]:
    found = [
        (match.start(), -len(spelling), match)
        for spelling, pattern in _name_patterns()
        if spelling in text
        for match in pattern.finditer(text)
    ]
    end = 0
    for start, _, match in sorted(found, key=lambda one: one[:2]):
        if start >= end:
            end = match.end()
            yield start, "name", _name_of(match.group(0))


@lru_cache(maxsize=10_000)
def _name_of(spelling: str) -> str:
    """The name behind a spelling as found, its Russian ending and all."""
    names = _names()
    return next(names[spelling[:end]] for end in range(len(spelling), 0, -1) if spelling[:end] in names)


def _spelt(text: str) -> Iterator[tuple[int, str, str]]:
    for pattern in (_LATIN_NAME, _CYRILLIC_NAME, _KATAKANA):
        for match in pattern.finditer(text):
            word = match.group(0)
            key = _consonants(word)
            if len(key) >= 3 and not _begins_with_a_name(word):
                yield match.start(), "spelt", key


@lru_cache(maxsize=100_000)
def _consonants(word: str) -> str:
    """The consonants of a name in any of three scripts, near sounds made one: a rough key, used beside other facts."""
    low = word.lower()
    for two, one in (
        ("sh", "s"),
        ("ch", "s"),
        ("zh", "z"),
        ("kh", "h"),
        ("ph", "f"),
        ("ts", "s"),
        ("th", "s"),
        ("ck", "k"),
    ):
        low = low.replace(two, one)
    spelled = "".join(_SOUNDS.get(letter, "") for letter in low)
    return re.sub(r"(.)\1+", r"\1", spelled)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every spelling in the table of names, with the name it stands for."""
    lines = files("warifu.documents").joinpath("data/names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {spelling: row[0] for row in rows for cell in row[1:] for spelling in cell.split("|") if spelling}


@lru_cache(maxsize=1)
def _name_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each spelling and how it stands in a text: whole, with a Russian ending, or (Japanese, Chinese) anywhere."""
    return tuple(
        (
            one,
            re.compile(
                rf"\b{re.escape(one)}(?:\w{{0,4}})"
                if _CYRILLIC.match(one)
                else rf"\b{re.escape(one)}\b"
                if one.isascii()
                else re.escape(one)
            ),
        )
        for one in sorted(_names(), key=lambda spelling: (-len(spelling), spelling))
    )


@lru_cache(maxsize=100_000)
def _begins_with_a_name(word: str) -> bool:
    return any(word.startswith(spelling) and pattern.match(word) for spelling, pattern in _name_patterns())


def _in_order(left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> float:
    """Length of the longest run of facts in one order, as a share of all of them."""
    place = {fact: at for at, fact in enumerate(right)}
    best: list[int] = []
    for at in (place[fact] for fact in left):
        spot = next((i for i, end in enumerate(best) if end >= at), len(best))
        best[spot : spot + 1] = [at]
    return len(best) / len(left) if left else 0.0
