"""Whose voice a publisher is: side, kind and rank (CODEBOOK, "Ranks of sources") by a table that you can edit.

Defaults ship with warifu (`data/publishers.csv`); rows of the workspace's own `reference/publishers.csv` come first.
A row matches a domain (and all below it) or a name. What no row matches has no side, no kind and no rank: unknown
stays unknown, and is never guessed from a country's ending.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from io import StringIO
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from warifu.documents.text.encoding import decode

KINDS: Final = frozenset({
    "government", "agency", "implementing_body", "firm", "international", "academic", "think_tank", "ngo",
    "news_agency", "newspaper", "broadcaster", "magazine", "trade_press", "social", "aggregator", "reference",
})  # fmt: skip
COLUMNS: Final = ("match", "publisher", "side", "kind", "rank", "voice")
THIRD: Final = "third"


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher: `side` is an ISO 3166-1 alpha-2 code or `third`, `rank` 1 (a government's own record) to 8.

    `voice` says whose word it carries: `government`, `firm`, `reporter`, `scholar`, `institution` or `person`.
    """

    name: str
    side: str | None
    kind: str | None
    rank: int | None
    voice: str | None


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row of the table that cannot be used, and why. The rows around it are used."""

    table: str
    line: int
    why: str


class Publishers:
    """The table, ready to ask."""

    def __init__(self, rows: Iterable[tuple[str, Publisher]], problems: Iterable[BadRow] = ()) -> None:
        self._domains: dict[str, Publisher] = {}
        self._names: dict[str, Publisher] = {}
        self.problems = tuple(problems)
        for match, publisher in rows:
            if "." in match and " " not in match:
                self._domains.setdefault(match.lower().strip("."), publisher)
            else:
                self._names.setdefault(_fold(match), publisher)
            self._names.setdefault(_fold(publisher.name), publisher)

    def __len__(self) -> int:
        return len(self._domains)

    def of_address(self, address: str | None) -> Publisher | None:
        """The publisher of an address by its host: the longest domain that the table has; None when it has none."""
        if address is None:
            return None
        try:
            host = (urlsplit(address).hostname or "").lower().strip(".")
        except ValueError:
            return None
        labels = host.split(".")
        for at in range(len(labels) - 1):
            found = self._domains.get(".".join(labels[at:]))
            if found is not None:
                return found
        return None

    def of_name(self, name: str | None) -> Publisher | None:
        """The publisher of that name, however it is spelt in capitals, width or spacing; None when unknown."""
        return None if name is None else self._names.get(_fold(name))

    def of(self, address: str | None, name: str | None = None) -> Publisher | None:
        """By name if the table knows the name, else by address; a name that is a domain (`meti.go.jp`) is its site."""
        site = f"//{name}" if name is not None and "." in name and " " not in name else None
        return self.of_name(name) or self.of_address(site) or self.of_address(address)


def _fold(name: str) -> str:
    return re.sub(r"[\s.,'’\"()]+", " ", unicodedata.normalize("NFKC", name).casefold()).strip()


def read_publishers(table: str, where: str) -> tuple[list[tuple[str, Publisher]], list[BadRow]]:
    """The rows of a publishers table, and what is wrong with the rows that cannot be used.

    Args:
        table: The CSV's text, with the columns of `COLUMNS`; an empty cell is unknown.
        where: The name of the table, for the problems.
    """
    rows: list[tuple[str, Publisher]] = []
    problems: list[BadRow] = []
    reader = csv.DictReader(StringIO(table))
    missing = [column for column in ("match", "publisher") if column not in (reader.fieldnames or ())]
    if missing:
        return [], [BadRow(where, 1, f"the table has no column {' and no column '.join(missing)}")]
    for row in reader:
        read = _row(row)
        if isinstance(read, str):
            problems.append(BadRow(where, reader.line_num, read))
        else:
            rows.append(read)
    return rows, problems


def _row(row: Mapping[str, str | None]) -> tuple[str, Publisher] | str:
    cell = {column: (row.get(column) or "").strip() or None for column in COLUMNS}
    match, name, side, kind, rank = (cell[column] for column in COLUMNS[:5])
    if match is None or name is None:
        return "match and publisher must both be filled in"
    if side is not None and side != THIRD and re.fullmatch(r"[A-Z]{2}", side) is None:
        return f"side {side!r} is neither a country code such as JP nor 'third'"
    if kind is not None and kind not in KINDS:
        return f"kind {kind!r} is none of {', '.join(sorted(KINDS))}"
    if rank is not None and rank not in set("12345678"):
        return f"rank {rank!r} is not 1 to 8"
    return match, Publisher(name, side, kind, None if rank is None else int(rank), cell["voice"])


def load_publishers(workspace: Path | None = None) -> Publishers:
    """The table: the workspace's `reference/publishers.csv` first, then the rows that ship with warifu."""
    rows: list[tuple[str, Publisher]] = []
    problems: list[BadRow] = []
    if workspace is not None and (own := Path(workspace) / "reference" / "publishers.csv").exists():
        rows, problems = read_publishers(decode(own.read_bytes()).text, "reference/publishers.csv")
    shipped = resources.files("warifu.documents").joinpath("data", "publishers.csv").read_text("utf-8")
    more, faults = read_publishers(shipped, "warifu's own publishers.csv")
    return Publishers([*rows, *more], [*problems, *faults])
