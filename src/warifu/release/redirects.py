"""Where the address of a deal leads that is no more: an id never disappears.

A deal that was joined on the desk leads to the one it was joined to. A deal that an analyst joined or took out by hand
stands in `reference/redirects.csv`: the old id; the new one, several parted by semicolons, or none for a deal that was
withdrawn; the day; who; and why, which is never empty.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from warifu.decisions.log import Decision
from warifu.errors import BadInputError
from warifu.terms.problem import Problem, Severity

FILE: Final = "reference/redirects.csv"
HEADS: Final = ("old", "new", "on", "by", "why")


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old id, and what stands in its place: nothing where the deal was withdrawn."""

    old: str
    new: tuple[str, ...]
    on: str
    by: str
    why: str


def redirects(workspace: Path, decisions: Iterable[Decision], living: frozenset[str]) -> dict[str, Redirect]:
    """Every id that is no more, with what stands in its place; chains lead to their end.

    Args:
        workspace: Its `reference/redirects.csv` is read, where there is one.
        decisions: Those that stand.
        living: The deals that there are; an id among them needs no redirect.

    Raises:
        BadInputError: The file cannot be read as it stands.
    """
    found = {item.old: item for item in (*_joined(decisions), *_listed(workspace / FILE)) if item.old not in living}
    return {old: _end(item, found, living) for old, item in sorted(found.items())}


def _joined(decisions: Iterable[Decision]) -> list[Redirect]:
    return [
        Redirect(item.about, (item.value,), item.at[:10], item.analyst, item.reason or f"the same deal as {item.value}")
        for item in decisions
        if item.action == "join" and item.value
    ]


def _end(item: Redirect, found: Mapping[str, Redirect], living: frozenset[str]) -> Redirect:
    """The same redirect, straight to deals that there are."""
    ends: list[str] = []
    waiting, seen = list(item.new), {item.old}
    while waiting:
        name = waiting.pop(0)
        if name in living:
            ends.append(name)
        elif name in found and name not in seen:
            seen.add(name)
            waiting = [*found[name].new, *waiting]
    return Redirect(item.old, tuple(dict.fromkeys(ends)), item.on, item.by, item.why)


def _listed(path: Path) -> list[Redirect]:
    if not path.is_file():
        return []
    lines = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
    if tuple(lines.fieldnames or ()) != HEADS:
        raise BadInputError([_fault(1, f"the first line must be {','.join(HEADS)}")])
    found, problems = [], []
    for number, row in enumerate(lines, start=2):
        if None in row or None in row.values() or not row["old"].strip() or not row["why"].strip():
            problems.append(_fault(number, "give the old id and the reason, in five columns"))
            continue
        new = tuple(name.strip() for name in row["new"].split(";") if name.strip())
        found.append(Redirect(row["old"].strip(), new, row["on"].strip(), row["by"].strip(), row["why"].strip()))
    if problems:
        raise BadInputError(problems)
    return found


def _fault(line: int, message: str) -> Problem:
    return Problem(FILE, "broken-redirect", message, Severity.SEVERE, f"{FILE}:{line}")
