"""Places in an imported file: the row or activity as the user sees it, and the column or path in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from warifu.proposals.yaml_text import Path
from warifu.terms.problem import Problem, Severity

ROW: Final = "row"
ACTIVITY: Final = "activity"


class Cell(int):
    """A row's number that knows its column, so that a place reads `deals.csv:row 17, column "usd"`.

    For an activity of an IATI file it knows the path: `activity 17, transaction 3`.
    """

    column: str
    unit: str

    def __new__(cls, row: int, column: str = "", unit: str = ROW) -> Cell:
        cell = super().__new__(cls, row)
        cell.column = column
        cell.unit = unit
        return cell

    def __reduce__(self) -> tuple[type[Cell], tuple[int, str, str]]:
        return Cell, (int(self), self.column, self.unit)

    def __str__(self) -> str:
        if not self.column:
            return f"{self.unit} {int(self)}"
        return f"{self.unit} {int(self)}, " + (f'column "{self.column}"' if self.unit == ROW else self.column)


class Places(Mapping[Path, int]):
    """Where each value of one sheet stands.

    The sheets of a table stand alike, so one dict of columns serves them all and a cell is made when it is asked for:
    a table of a million rows would else hold more places than values.
    """

    __slots__ = ("_columns", "_row", "_unit")

    def __init__(self, row: int, columns: Mapping[Path, str], unit: str = ROW) -> None:
        self._row = row
        self._columns = columns
        self._unit = unit

    def __getitem__(self, path: Path) -> int:
        return Cell(self._row, self._columns[path], self._unit)

    def __iter__(self) -> Iterator[Path]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


def fault(name: str, row: int, column: str, rule: str, message: str, severity: Severity = Severity.SEVERE) -> Problem:
    """A fault of one cell of a table (or of a row, where `column` is empty)."""
    return Problem(about=name, rule=rule, message=message, severity=severity, where=f"{name}:{Cell(row, column)}")
