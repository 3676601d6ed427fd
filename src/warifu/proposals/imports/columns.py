"""Columns: what a column seems to hold, by its name and its values. A guess, for the first-run assistant only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Final

from warifu.errors import DateError
from warifu.proposals.imports.fields import YES
from warifu.proposals.imports.tables import Table
from warifu.terms.currencies import CURRENCIES
from warifu.terms.dates import PartialDate

LOOKED_AT: Final = 2000
"""So many rows are looked at: enough to see a column's kind, few enough for a table of a million rows."""

PATTERNS: Final = (
    "",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%d-%m-%Y",
    "%d %b %Y",
    "%d %B %Y",
    "%Y年%m月%d日",
)


@dataclass(frozen=True, slots=True)
class Column:
    """What the values of a column look like. Shares are of the filled cells."""

    name: str
    place: int
    filled: float
    values: Counter[str]
    numbers: float
    decimal: str
    thousands: str
    days: float
    pattern: str
    currencies: float
    countries: float
    addresses: float
    truths: float
    length: float

    @property
    def distinct(self) -> float:
        """The share of different values: 1 where none stands twice."""
        total = sum(self.values.values())
        return len(self.values) / total if total else 0.0

    @property
    def sample(self) -> str:
        """A value to show: the most frequent one, the first of equals."""
        return min(self.values, key=lambda word: (-self.values[word], word), default="")[:40]


def look(table: Table) -> tuple[Column, ...]:
    """Every column of a table."""
    rows = table.rows[:: max(1, len(table.rows) // LOOKED_AT)]
    return tuple(
        _column(name, place, [row[1][place].strip() for row in rows]) for place, name in enumerate(table.header) if name
    )


def _column(name: str, place: int, cells: Sequence[str]) -> Column:
    filled = [cell for cell in cells if cell]
    many = len(filled) or 1
    style, numbers = max(((style, _share(filled, test)) for style, test in STYLES.items()), key=lambda item: item[1])
    pattern, days = max(((p, _share(filled, lambda cell, p=p: _is_day(cell, p))) for p in PATTERNS), key=lambda x: x[1])  # type: ignore[misc]
    return Column(
        name=name,
        place=place,
        filled=len(filled) / (len(cells) or 1),
        values=Counter(filled),
        numbers=numbers,
        decimal=style[0],
        thousands=style[1:],
        days=days,
        pattern=pattern,
        currencies=_share(filled, lambda cell: cell.upper() in CURRENCIES),
        countries=_share(filled, lambda cell: re.fullmatch("[A-Z]{2}", cell) is not None),
        addresses=_share(filled, lambda cell: "http://" in cell or "https://" in cell),
        truths=_share(filled, lambda cell: cell.lower() in YES),
        length=sum(map(len, filled)) / many,
    )


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _is_number(cell: str) -> bool:
    try:
        return Decimal(cell).is_finite() and "_" not in cell
    except InvalidOperation:
        return False


def _is_grouped(cell: str) -> bool:
    return re.fullmatch(r"-?\d{1,3}(,\d{3})*(\.\d+)?|-?\d+(\.\d+)?", cell) is not None


def _is_continental(cell: str) -> bool:
    return re.fullmatch(r"-?\d{1,3}(\.\d{3})*(,\d+)?|-?\d+(,\d+)?", cell) is not None


def _is_spaced(cell: str) -> bool:
    return re.fullmatch(r"-?\d{1,3}([ \u00a0]\d{3})*(,\d+)?|-?\d+(,\d+)?", cell) is not None


STYLES: Final[Mapping[str, Callable[[str], bool]]] = {
    ".": _is_number,
    ".,": _is_grouped,
    ",.": _is_continental,
    ", ": _is_spaced,
}
"""Ways to write numbers, by the mark for decimals and then the one for thousands; of equals the first is meant."""


def _is_day(cell: str, pattern: str) -> bool:
    try:
        if pattern:
            return 1900 <= datetime.strptime(cell, pattern).year <= 2100
        found = PartialDate.parse(cell[:10] if re.match(r"\d{4}-\d{2}-\d{2}[T ]", cell) else cell)
    except (DateError, ValueError):
        return False
    return 1900 <= found.first.year <= 2100


@dataclass(frozen=True, slots=True)
class Sought:
    """A field of a deal, and how well the values of a column fit it (0 to 1)."""

    field: str
    fits: Callable[[Column], float]
    least: float = 0.5


def _text(low: float, high: float) -> Callable[[Column], float]:
    return lambda column: float(low <= column.length <= high and column.numbers < 0.5)


def _few(most: int) -> Callable[[Column], float]:
    return lambda column: float(0 < len(column.values) <= most and column.numbers < 0.9)


NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "id": (
        r"\b(project|deal|activity|record|agreement|iati)?[ _-]*(id|identifier|number|no|code)\b",
        "管理番号|案件番号|^№$|номер",
    ),
    "title": (r"\b(title|project name|deal name|project|deal|name)\b", "案件名|件名|名称|事業名|назв|наимен"),
    "amount": (
        r"\b(amount|value|sum|volume|commitment|cost|usd|jpy|eur|rub)\b",
        "金額|総額|供与額|сумм|стоим|объ[её]м",
    ),
    "currency": (r"\b(currency|ccy|cur)\b", "通貨|валют"),
    "on": (
        r"\b(date|year|signed|signature|commitment|announced|agreed|on)\b",
        "日付|年月日|署名|締結|年度|^年$|дата|год",
    ),
    "status": (r"\b(status|stage|phase|state)\b", "状況|段階|進捗|状態|статус|стади|этап|состояние"),
    "instrument": (
        r"\b(instrument|flow|finance type|type of (finance|flow|aid)|modality|form of aid)\b",
        "形態|スキーム|инструмент|вид|форма",
    ),
    "provider": (
        r"\b(donor|funder|funding|provider|lender|financier|creditor|source country|from)\b",
        "供与国|供与機関|貸付|出資者|донор|кредитор|инвестор",
    ),
    "receiver": (
        r"\b(recipient|beneficiary|borrower|receiver|recipient country|to)\b",
        "相手国|受取|借入|被援助|получател|за[её]мщик|бенефициар",
    ),
    "implementer": (r"\b(implement\w*|contractor|executing)\b", "実施機関|実施者|受注|исполнител|подрядчик"),
    "country": (r"\b(iso2|iso ?3166|country code|recipient iso2|country)\b", "国コード|код страны|страна"),
    "place": (r"\b(country|recipient|location|place|region)\b", "国名|地域|場所|所在地|страна|регион|место"),
    "areas": (r"\b(sector|area|theme|purpose)\b", "分野|セクター|сектор|отрасль|сфера|направлени"),
    "note": (r"\b(description|summary|notes?|details|comments?)\b", "概要|内容|備考|説明|описани|примечани"),
    "cited": (r"\b(sources?|urls?|links?|reference)\b", "出典|出所|リンク|источник|ссылк"),
    "umbrella": (r"\b(umbrella|framework|parent record)\b", "枠組|рамочн"),
}
"""Words of a column's name that point to a field, in English, Japanese and Russian."""

SOUGHT: Final = (
    Sought("id", lambda column: float(column.filled > 0.999 and column.distinct > 0.999)),
    Sought("title", lambda column: float(column.distinct > 0.5 and 4 <= column.length <= 300 and column.numbers < 0.5)),
    Sought("amount", lambda column: column.numbers if column.days < 0.9 or column.thousands else 0.0, 0.9),
    Sought("currency", lambda column: column.currencies, 0.8),
    Sought("on", lambda column: column.days, 0.9),
    Sought("status", _few(25)),
    Sought("instrument", _few(40)),
    Sought("provider", _text(2, 200)),
    Sought("receiver", _text(4, 200)),
    Sought("implementer", _text(2, 300)),
    Sought("country", lambda column: column.countries, 0.9),
    Sought("place", _text(4, 80)),
    Sought("areas", lambda column: float(0 < len(column.values) <= 400)),
    Sought("note", _text(20, 1e9)),
    Sought("cited", lambda column: column.addresses),
    Sought("umbrella", lambda column: column.truths, 0.95),
)
"""What is looked for, in the order in which fields choose among columns that fit them equally."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A column that seems to give a field, and why."""

    field: str
    column: Column
    why: str


def guess(columns: Sequence[Column]) -> dict[str, Guess]:
    """The best column for each field; a column gives one field only, and none where nothing points to one."""
    scored: list[tuple[float, int, int, Guess]] = []
    for order, sought in enumerate(SOUGHT):
        for column in columns:
            words = re.sub(r"[_\-./]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column.name)).lower().strip()
            match = re.search("|".join(NAMES[sought.field]), words)
            fit = sought.fits(column) if column.values else 0.0
            if match is None or fit < sought.least:
                continue
            whole = len(match[0]) / max(1, len(words))
            why = f"its name has {match[0].strip()!r}, and {_told(sought.field, column)}"
            score = whole * 2 + fit + (0.5 if column.filled > 0.5 else 0)
            scored.append((-score, order, column.place, Guess(sought.field, column, why)))
    found: dict[str, Guess] = {}
    taken: set[int] = set()
    for _, _, place, one in sorted(scored, key=lambda item: item[:3]):
        if one.field not in found and place not in taken:
            found[one.field] = one
            taken.add(place)
    return found


def _told(field: str, column: Column) -> str:
    match field:
        case "id":
            return "no value stands twice"
        case "amount":
            return f"{column.numbers:.0%} of its values are numbers"
        case "currency":
            return f"{column.currencies:.0%} of its values are currency codes"
        case "on":
            return f"{column.days:.0%} of its values are days, months or years"
        case "cited":
            return f"{column.addresses:.0%} of its values hold addresses"
        case "status" | "instrument" | "areas" | "umbrella":
            return f"it has {len(column.values)} different values"
        case _:
            return f"its values look like “{column.sample}”"
