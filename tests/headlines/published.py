"""The published headlines: every figure that somebody printed and that the shared data must give again."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("WARIFU_SHARED", ROOT.parent / "shared")) / "data"
MAPPINGS = ROOT / "examples" / "mappings"


def shared(name: str) -> Path:
    """A file of the shared data; the test is skipped where it is not at hand, since it may not be copied here."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand: the published data lie in ../shared/data, beside the repository")
    return path


@dataclass(frozen=True)
class Headline:
    """One row of `expected_headlines.csv`."""

    dataset: str
    test: str
    published: str
    computed: str
    tolerance: Decimal
    result: str

    def __str__(self) -> str:
        return self.test

    def agrees(self, value: Decimal | int | bool | None) -> bool:
        """Whether a figure is what the file says is computed, and lies as near to the published one as it says.

        The file's figures were added in floating point: where it gives a tolerance, that is how far ours may lie off.
        """
        if value is None:
            return False
        if isinstance(value, bool):
            return str(value) == self.computed
        exact = Decimal(value)
        if not _equal(exact, Decimal(self.computed)) and abs(exact - Decimal(self.computed)) > self.tolerance:
            return False
        near = _equal(exact, Decimal(self.published)) or abs(exact - Decimal(self.published)) <= self.tolerance
        return near or self.result == "differs"


def _equal(exact: Decimal, printed: Decimal) -> bool:
    """Whether a number is another at the precision to which that one is printed."""
    if printed == printed.to_integral_value():
        printed = printed.quantize(Decimal(1))
    return abs(exact - printed) <= Decimal(1).scaleb(int(printed.as_tuple().exponent)) / 2


def headlines(dataset: str) -> list[Headline]:
    """The published rows of one data set; none where the shared data are not at hand."""
    path = DATA / "expected_headlines.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Headline(
                row["dataset"], row["test"], row["published"], row["computed"], Decimal(row["tolerance"]), row["result"]
            )
            for row in csv.DictReader(file)
            if row["dataset"] == dataset
        ]
