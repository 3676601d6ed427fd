"""Fields: the values of a mapping, made ready to be read from rows.

Everything about a mapping that can be wrong without looking at a row (a column that is not there, a word that is no
code of warifu's) is told once, with the mapping's line; everything else with the table's row and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final, TypeVar

from warifu.errors import DateError, MoneyError
from warifu.proposals import yaml_text
from warifu.proposals.imports.mapping import Value, When
from warifu.proposals.imports.tables import Row, Table
from warifu.proposals.yaml_text import Lines, Path
from warifu.terms.dates import PartialDate
from warifu.terms.money import Money
from warifu.terms.problem import Problem

E = TypeVar("E", bound=StrEnum)

MOST_DIGITS: Final = 30
"""No sum of money has more digits; a number with more is a slip or an attack on whoever prints it."""

STAMP: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?")
YES: Final = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


class Ground:
    """The table and the mapping that fields are read with, and every problem met."""

    def __init__(self, table: Table, name: str, lines: Lines, blank: Sequence[str] = ()) -> None:
        self.table = table
        self.problems: list[Problem] = []
        self.blank = frozenset(blank)
        self._name = name
        self._lines = lines
        self._columns = {column: number for number, column in enumerate(table.header)}

    def place(self, column: str, path: Path) -> int | None:
        """Where a column stands; None, and a problem with the mapping's line, where it does not."""
        if column not in self._columns:
            near = yaml_text.nearest(column, self.table.header)
            self.mapping_fault(path, "no-column", f"{self.table.name} has no column {column!r}{near}")
        return self._columns.get(column)

    def mapping_fault(self, path: Path, rule: str, message: str) -> None:
        while path and path not in self._lines:
            path = path[:-1]
        self.problems.append(yaml_text.file_fault(self._name, self._lines.get(path, 1), rule, message))

    def cell_fault(self, row: int, column: str, rule: str, message: str) -> None:
        before = len(self.table.problems)
        self.table.fault(row, column, rule, message)
        self.problems.extend(self.table.problems[before:])
        del self.table.problems[before:]


class Field:
    """One value of the mapping, read from row after row."""

    __slots__ = ("_blank", "_cell", "_ground", "_kind", "_place", "_table", "_words", "column", "value")

    def __init__(self, value: Value, ground: Ground, path: Path, kind: type[StrEnum] | None = None) -> None:
        self.value = value
        self.column = value.column
        self._ground = ground
        self._blank = ground.blank | frozenset(value.none)
        self._kind = kind
        self._words: Mapping[str, str] | None = value.values
        self._place = ground.place(value.column, (*path, "column")) if value.column else None
        self._table: dict[str, object] = {}
        if not value.column and not value.text:
            ground.mapping_fault(path, "empty-value", "name a column, or write a text: {column: …} or {text: …}")
        if kind is not None:
            self._check_codes(kind, path)

    def _check_codes(self, kind: type[StrEnum], path: Path) -> None:
        allowed = [str(word.value) for word in kind]
        told = [((*path, "text"), self.value.text), ((*path, "otherwise"), self.value.otherwise)]
        told += [((*path, "values", word), code) for word, code in (self.value.values or {}).items()]
        for where, code in told:
            if code and code not in allowed:
                near = yaml_text.nearest(code, allowed)
                message = f"{code!r} is not one of {', '.join(allowed)}{near}"
                self._ground.mapping_fault(where, "unknown-code", message)

    def cell(self, row: Row) -> str:
        """The cell as it stands, without blanks around; empty where the mapping or the table says it says nothing."""
        if self._place is None:
            return self.value.text
        found = row[1][self._place]
        return "" if found in self._blank else found.strip()

    def text(self, row: Row) -> str:
        """The value in warifu's words; empty: it says nothing."""
        found = self.cell(row)
        return self._translated(found, row) if found and found not in self._blank else ""

    def texts(self, row: Row) -> Iterator[str]:
        """Each of the values of a cell that holds several."""
        found = self.cell(row)
        for part in found.split(self.value.split) if self.value.split else [found]:
            word = part.strip()
            if word and word not in self._blank:
                translated = self._translated(word, row)
                if translated:
                    yield translated

    def _translated(self, word: str, row: Row) -> str:
        if self._words is None or not self.column:
            return self.value.before + word
        found = self._words.get(word) or self.value.otherwise or (word if self.value.keep else "")
        if not found:
            near = yaml_text.nearest(word, list(self._words))
            words = ", ".join(self._words)
            shown = words if len(words) < 300 else f"{words[:300]} …"
            message = (
                f"{word!r} is none of the words of the mapping ({shown}): "
                f"correct the cell, or add the word to values: or none: of the mapping{near}"
            )
            self._ground.cell_fault(row[0], self.column, "unknown-code", message)
            return ""
        return self.value.before + found

    def code(self, row: Row, kind: type[E]) -> E | None:
        """A word of one of warifu's codelists."""
        word = self.text(row)
        if not word:
            return None
        known = self._table.get(word)
        if isinstance(known, kind):
            return known
        try:
            found = kind(word)
        except ValueError:
            allowed = [str(item.value) for item in kind]
            near = yaml_text.nearest(word, allowed)
            message = f"{word!r} is not one of {', '.join(allowed)}: correct it, or add values: to the mapping{near}"
            self._ground.cell_fault(row[0], self.column, "unknown-code", message)
            return None
        self._table[word] = found
        return found

    def truth(self, row: Row) -> bool:
        """Yes or no; no where it says nothing."""
        word = self.text(row)
        if not word:
            return False
        found = YES.get(word.lower())
        if found is None:
            message = (
                f"{word!r} is neither yes nor no: write yes, no, true, false, 1 or 0, or add values: to the mapping"
            )
            self._ground.cell_fault(row[0], self.column, "unknown-code", message)
        return bool(found)

    def number(self, row: Row) -> Decimal | None:
        """An exact number; None, never 0, where the cell says nothing."""
        word = self.text(row)
        if not word:
            return None
        plain = self._plain(word.replace("\u2212", "-"))
        try:
            found = Decimal(plain)
        except InvalidOperation:
            found = None
        if found is None or not found.is_finite() or abs(found.adjusted()) > MOST_DIGITS or "_" in plain:
            remedy = (
                'say thousands: "," in the mapping, or type it without commas'
                if "," in word and self.value.decimal != ","
                else "type digits only, with one point for decimals, such as 1234.5"
            )
            shown = word if len(word) <= 60 else f"{word[:57]}…"
            self._ground.cell_fault(row[0], self.column, "bad-number", f"{shown!r} is not a number: {remedy}")
            return None
        return found * self.value.times

    def _plain(self, word: str) -> str:
        """A number as Decimal reads it. A mark for thousands must part thousands: "12,5" is no 125."""
        thousands, decimal = self.value.thousands, self.value.decimal
        if thousands == " ":
            word = word.replace("\u00a0", " ").replace("\u202f", " ")
        whole, mark, rest = word.partition(decimal)
        if thousands and thousands in whole:
            first, *groups = whole.lstrip("+-").split(thousands)
            if not 1 <= len(first) <= 3 or len(groups[-1]) != 3 or any(len(group) not in (2, 3) for group in groups):
                return "x"
            whole = whole.replace(thousands, "")
        return "x" if decimal != "." and "." in whole + rest else whole + ("." if mark else "") + rest

    def day(self, row: Row) -> PartialDate | None:
        """A day, month, year or period."""
        word = self.text(row)
        if not word:
            return None
        known = self._table.get(word)
        if isinstance(known, PartialDate):
            return known
        try:
            found = _day(word, self.value.date)
        except (DateError, ValueError) as error:
            if isinstance(error, DateError):
                message = f'{error}, or say date: "%d/%m/%Y" in the mapping if that is how the table writes days'
            else:
                message = (
                    f"{word!r} is no day written as {self.value.date}: correct it, or correct date: in the mapping"
                )
            self._ground.cell_fault(row[0], self.column, "bad-date", message)
            return None
        self._table[word] = found
        return found

    def money(self, row: Row, currency: Field) -> Money | None:
        """An amount; None where the number or its currency says nothing. A number without currency is a problem."""
        number = self.number(row)
        if number is None:
            return None
        code = currency.text(row).upper()
        try:
            return Money(number, code)
        except MoneyError as error:
            message = f"{error}: correct the cell, or add it to values: of the mapping's currency"
            if not code:
                message = f"{number:,} has no currency: type one, such as USD, or give the mapping's currency a text"
            self._ground.cell_fault(row[0], currency.column or self.column, "bad-currency", message)
            return None


def _day(word: str, pattern: str) -> PartialDate:
    if not pattern:
        stamp = STAMP.fullmatch(word)
        return PartialDate.parse(stamp[1] if stamp else word)
    found = datetime.strptime(word, pattern).date()
    if "%d" in pattern or "%j" in pattern or "%x" in pattern:
        return PartialDate.of(found)
    return PartialDate.parse(f"{found:%Y-%m}" if re.search("%[mbB]", pattern) else f"{found:%Y}")


class Conditions:
    """Whether a row of the table gives a row of the deal."""

    __slots__ = ("_tests",)

    def __init__(self, conditions: Sequence[When], ground: Ground, path: Path) -> None:
        self._tests: list[tuple[int, frozenset[str], frozenset[str], bool | None]] = []
        for number, one in enumerate(conditions):
            place = ground.place(one.column, (*path, "when", number, "column"))
            if place is not None:
                self._tests.append((place, frozenset(one.among), frozenset(one.apart), one.filled))

    def hold(self, row: Row) -> bool:
        for place, among, apart, filled in self._tests:
            word = row[1][place].strip()
            if (among and word not in among) or word in apart or (filled is not None and bool(word) is not filled):
                return False
        return True
