"""Places in a table: the row as the user sees it, and its column."""

from __future__ import annotations

from warifu.terms.problem import Problem, Severity


class Cell(int):
    """A row's number that knows its column, so that a place reads `deals.csv:row 17, column "usd"`."""

    column: str

    def __new__(cls, row: int, column: str = "") -> Cell:
        cell = super().__new__(cls, row)
        cell.column = column
        return cell

    def __reduce__(self) -> tuple[type[Cell], tuple[int, str]]:
        return Cell, (int(self), self.column)

    def __str__(self) -> str:
        return f'row {int(self)}, column "{self.column}"' if self.column else f"row {int(self)}"


def fault(name: str, row: int, column: str, rule: str, message: str, severity: Severity = Severity.SEVERE) -> Problem:
    """A fault of one cell of a table (or of a row, where `column` is empty)."""
    return Problem(about=name, rule=rule, message=message, severity=severity, where=f"{name}:{Cell(row, column)}")
