"""A workspace in Python: open it, ask for a day, get tables as Arrow, figures, and the way back to the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from warifu import ledger
from warifu.errors import NoTablesError, NoWorkspaceError
from warifu.proposals.programme import FILE
from warifu.tables import contract as c
from warifu.tables import files, rows
from warifu.tables.files import Tables
from warifu.tables.why import Step, Walker

R = TypeVar("R")


class Held(Tables):
    """Tables that are held in memory and stand in no folder."""

    def __init__(self, made: Mapping[str, Any]) -> None:
        self._made = made

    def rows(self, row: type[R]) -> tuple[R, ...]:
        return tuple(self._made[files.NAMES[row]])

    def count(self, row: type[Any]) -> int:
        return len(self._made[files.NAMES[row]])

    def each(self, row: type[R]) -> Iterator[R]:
        return iter(self._made[files.NAMES[row]])

    def arrow(self, name: str) -> Any:
        return files.arrow(name, self._made[name])


class View:
    """A ledger as it was known on a day.

    `view["deals"]` is an Arrow table: `polars.from_arrow(view["deals"])` and `view["deals"].to_pandas()` read it.
    """

    def __init__(self, folder: Path, day: date | None) -> None:
        found = ledger.open_ledger(folder, day)
        self.as_of = found.as_of
        self._held = Held(rows.rows(found, {"kept": ledger.digest(folder)}))

    @property
    def tables(self) -> tuple[str, ...]:
        """The name of every table."""
        return tuple(c.TABLES)

    def __getitem__(self, name: str) -> Any:
        """A table as Arrow.

        Raises:
            KeyError: There is no table of that name.
        """
        if name not in c.TABLES:
            raise KeyError(f"there is no table {name!r}; there are: {', '.join(c.TABLES)}")
        return self._held.arrow(name)

    def rows(self, row: type[R]) -> tuple[R, ...]:
        """A table as rows of the contract (`warifu.tables.contract`), with exact decimals."""
        return self._held.rows(row)

    @cached_property
    def _walker(self) -> Walker:
        return Walker(self._held)

    def figure(self, name: str) -> c.FigureRow:
        """A published figure by its address ("all/binding"), or for the whole programme by its measure alone.

        Raises:
            UnknownFigureError: There is none; the message names the nearest.
        """
        return self._walker.figures[self._walker.find(name)]

    def why(self, name: str) -> Step:
        """The way from a figure back, room by room, to the words it rests on."""
        return self._walker.why(self._walker.find(name))

    def __repr__(self) -> str:
        return f"<{self.rows(c.ProgrammeRow)[0].name_en}, as known on {self.as_of}: {len(self.rows(c.DealRow))} deals>"


class Workspace:
    """A folder with `programme.yaml`; nothing is read before a view of it is asked for."""

    def __init__(self, folder: str | PathLike[str]) -> None:
        self.folder = Path(folder)
        if not (self.folder / FILE).is_file():
            raise NoWorkspaceError(self.folder)

    def as_of(self, day: date | str | None = None) -> View:
        """The ledger as it was known on a day; without one, on the last day until which it was followed."""
        return View(self.folder, date.fromisoformat(day) if isinstance(day, str) else day)

    @property
    def built(self) -> Tables:
        """The tables that `warifu build` wrote.

        Raises:
            NoTablesError: Nothing was built here yet.
        """
        build = self.folder / ledger.BUILD
        if not build.is_dir():
            raise NoTablesError(build)
        return Tables(build)

    def __repr__(self) -> str:
        return f"<workspace {self.folder}>"
